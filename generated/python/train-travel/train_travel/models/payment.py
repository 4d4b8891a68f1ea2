from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from .._runtime._enums import OpenEnum, member
from .._runtime._models import Model
from ..headers import Headers


class PaymentCurrency(OpenEnum):
    """Known values; any other string is accepted too."""

    BAM = member("bam")
    BGN = member("bgn")
    CHF = member("chf")
    EUR = member("eur")
    GBP = member("gbp")
    NOK = member("nok")
    SEK = member("sek")
    TRY = member("try")


PaymentCurrencyParam: TypeAlias = (
    Literal["bam", "bgn", "chf", "eur", "gbp", "nok", "sek", "try"] | PaymentCurrency
)


class PaymentStatus(OpenEnum):
    """Known values; any other string is accepted too."""

    PENDING = member("pending")
    SUCCEEDED = member("succeeded")
    FAILED = member("failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Model[Headers]):
    """A payment, as the API answers with it."""

    id: str | None = None
    """ID of the payment, by which other objects refer to it."""
    amount: float | None = None
    """Amount to collect. Greater than 0."""
    currency: PaymentCurrency | None = None
    """Currency as a three-letter ISO code in lower case. One of `bam`, `bgn`, `chf`,
    `eur`, `gbp`, `nok`, `sek` or `try`."""
    source: PaymentSource | None = None
    """Card or bank account to take the money from. Responses hide some of its details."""
    status: PaymentStatus | None = None
    """How the payment went. One of `pending`, `succeeded` or `failed`."""
    links: PaymentLink | None = None
    """Address of the booking that was paid for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLink(Model[Headers]):
    """A payment link, as the API answers with it."""

    booking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSource(Model[Headers]):
    """A payment source, as the API answers with it."""

    object: str | None = None
    name: str | None = None
    number: str | None = None
    exp_month: int | None = None
    exp_year: int | None = None
    address_country: str | None = None
    address_post_code: str | None = None
