"""What the API says about payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from .._runtime import Model, OpenEnum, member
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
    `eur`, `gbp`, `nok`, `sek` or `try`.
    """
    source: dict[str, Any] | None = None
    """Card or bank account to take the money from. Responses hide some of its details."""
    status: PaymentStatus | None = None
    """How the payment went. One of `pending`, `succeeded` or `failed`."""
    links: dict[str, Any] | None = None
    """Address of the booking that was paid for."""
