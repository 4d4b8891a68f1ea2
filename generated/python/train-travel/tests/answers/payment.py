"""What the API says about payment."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Payment",
        [
            Field("id", "id", "0f4b1c2d-3e4f-4a5b-8c6d-000000000002", "str"),
            Field("amount", "amount", 2.5, "float"),
            Field("currency", "currency", "chf", "PaymentCurrency"),
            Field("source", "source", {"object": "object & more"}, "PaymentSource"),
            Field("status", "status", "succeeded", "PaymentStatus"),
            Field(
                "links",
                "links",
                {"booking": "https://example.com/hook?a=1&b=2"},
                "PaymentLink",
            ),
        ],
    ),
    Reading(
        "PaymentLink",
        [Field("booking", "booking", "https://example.com/hook?a=1&b=2", "str")],
    ),
    Reading(
        "PaymentSource",
        [
            Field("object", "object", "object & more", "str"),
            Field("name", "name", "name & more", "str"),
            Field("number", "number", "number & more", "str"),
            Field("exp_month", "exp_month", 10, "int"),
            Field("exp_year", "exp_year", 11, "int"),
            Field("address_country", "address_country", "addresscountry & more", "str"),
            Field(
                "address_post_code",
                "address_post_code",
                "addresspostcode & more",
                "str",
            ),
        ],
    ),
]

KNOWN: list[Known] = [
    Known(
        "PaymentCurrency",
        {
            "BAM": "bam",
            "BGN": "bgn",
            "CHF": "chf",
            "EUR": "eur",
            "GBP": "gbp",
            "NOK": "nok",
            "SEK": "sek",
            "TRY": "try",
        },
        given="PaymentCurrencyParam",
    ),
    Known(
        "PaymentStatus",
        {"PENDING": "pending", "SUCCEEDED": "succeeded", "FAILED": "failed"},
    ),
]
