"""Names of fields that hold secrets or tell of a person, whatever their spelling."""

from __future__ import annotations

from functools import lru_cache

from generator.ir import words

SECRET = frozenset("""
    apikey auth authentication authorization bearer captcha cert certificate challenge cookie
    cookies credential credentials csrf cvc cvv hash hmac jwt key keys nonce otp passcode passphrase
    passwd password passwords pem pin private pwd salt secret secrets session sessionid sessions
    sig signature signing ssh token tokens totp verifier webhook xsrf
    """.split())
"""Words of names whose values let somebody in."""

PERSONAL = frozenset("""
    account address addresses age author avatar bank bic birth birthday birthdate body caller
    callee card city comment company contact contacts content country county customer customers
    cvv description device dob email emails employee family fax first from gender given gps holder
    household iban id identity imei imsi ip ipaddress last lat latitude license lng location login
    lon longitude mac mail maiden member members message middle mobile msisdn name names nationality
    nickname note notes number owner owners pan participant passport patient people person persons
    phone phones photo picture plate postal postcode profile recipient region religion reply routing
    salary sender sex sid ssn state street subject surname tax tel telephone text title to town user
    username users vat vin zip
    """.split())
"""Words of names whose values are somebody's."""

_INSIDE = (
    "password passwd secret token apikey accesskey privatekey credential authorization cookie "
    "session signature bearer"
).split()
_PEOPLE = frozenset("""
    accounts addresses authors callers contacts customers emails employees identities logins members
    names owners participants patients people persons phones profiles recipients senders subscribers
    usernames users
    """.split())


@lru_cache(maxsize=4096)
def is_secret(name: str) -> bool:
    """Whether a field of that name holds what lets somebody in: ``authToken``, ``api-key``."""
    parts = words(name)
    joined = "".join(parts)
    return bool(SECRET.intersection(parts)) or any(one in joined for one in _INSIDE)


@lru_cache(maxsize=4096)
def is_personal(name: str) -> bool:
    """Whether a field of that name tells of a person: ``billing_address``, ``From``."""
    return bool(PERSONAL.intersection(words(name)))


@lru_cache(maxsize=4096)
def holds_people(name: str) -> bool:
    """Whether the keys of an object of that name may be people: ``members``, ``by_email``."""
    parts = words(name)
    return bool(parts) and (parts[-1] in _PEOPLE or parts[0] == "by")
