"""The rule table: every kind of change with its level, by what breaks a caller of the SDK.

A level is what the kind always means. A change whose effects on the SDK are worse counts as
they do, so a row need not foresee what a page's change does to shared names.
"""

from __future__ import annotations

from generator.diff.changes import Kind, Level

_B, _A, _W = Level.BREAKING, Level.ADDITIVE, Level.WORDING

_API = (
    ("server-removed", _B, "is no longer documented"),  # requests of released versions go there
    ("server-added", _A, "is documented"),
    ("base-url-changed", _B, "the address that calls go to changes"),
    ("auth-scheme-changed", _B, "works otherwise"),
    ("error-shape-changed", _B, "the parts of an error answer stand elsewhere"),
    ("api-title-changed", _W, "the title of the API changes"),
    ("api-version-changed", _W, "the documented version changes"),
    ("api-description-changed", _W, "the description of the API changes"),
)

_OPERATION = (
    ("operation-removed", _B, "is gone"),
    ("operation-removed-after-deprecation", _B, "is gone, as was announced"),
    ("operation-added", _A, "is new"),
    # Released versions of the SDK go on sending the old request.
    ("operation-path-changed", _B, "is sent to another path"),
    ("operation-method-changed", _B, "is sent with another verb"),
    ("path-parameter-renamed", _B, "has a path parameter of another name"),
    ("operation-id-changed", _W, "has another page name; keys of api.toml name pages"),
    ("operation-title-changed", _W, "has another title"),
    ("operation-description-changed", _W, "is described in other words"),
    ("operation-deprecated", _A, "is deprecated"),
    ("operation-undeprecated", _A, "is no longer deprecated"),
    ("auth-became-required", _B, "needs authentication"),
    ("auth-no-longer-required", _A, "needs no authentication"),
    ("auth-method-removed", _B, "no longer takes the authentication method"),
    ("auth-method-added", _A, "takes one more authentication method"),
    ("role-required", _B, "needs another role"),
    ("role-no-longer-required", _A, "needs a role less"),
    ("operation-server-removed", _B, "is no longer answered at the server"),
    ("operation-server-added", _A, "is answered at one more server"),
    ("pagination-changed", _A, "goes on otherwise from page to page"),
)

_REQUEST_BODY = (
    ("request-body-removed", _B, "no longer takes a body"),
    ("request-body-added", _A, "takes a body"),
    ("request-body-became-required", _B, "needs a body"),
    ("request-body-became-optional", _A, "no longer needs its body"),
    ("request-media-type-removed", _B, "no longer takes the content type"),
    ("request-media-type-added", _A, "takes one more content type"),
    ("request-body-type-narrowed", _B, "takes fewer bodies"),
    ("request-body-type-widened", _A, "takes more bodies"),
    ("request-body-type-changed", _B, "takes another body"),
    ("request-body-description-changed", _W, "has a body described in other words"),
)

_GIVEN = (
    ("removed", _B, "is gone"),
    ("added", _A, "is new and optional"),
    ("added-required", _B, "is new and must be given"),
    ("renamed", _B, "has another name on the wire"),
    ("moved", _B, "travels elsewhere"),
    ("became-required", _B, "must be given"),
    ("became-optional", _A, "need not be given"),
    ("type-narrowed", _B, "takes fewer values"),
    ("type-widened", _A, "takes more values"),
    ("type-changed", _B, "has another type"),
    ("value-removed", _B, "no longer takes the value"),
    ("value-added", _A, "takes one more value"),
    ("values-known", _B, "takes known values only, by its type"),  # a plain str is an error now
    ("values-unknown", _A, "takes any value"),
    ("values-closed", _B, "takes no other values"),
    ("values-opened", _A, "takes other values, too"),
    ("default-changed", _B, "has another default"),  # who leaves it out gets something else
    ("default-removed", _B, "no longer has a default"),
    ("default-added", _A, "has a default"),
    ("limit-tightened", _B, "takes less"),
    ("limit-loosened", _A, "takes more"),
    ("limit-added", _A, "has a limit that nobody told before"),  # it may well have been there
    ("limit-removed", _A, "has no limit that is told"),
    ("deprecated", _A, "is deprecated"),
    ("undeprecated", _A, "is no longer deprecated"),
    ("became-read-only", _B, "is only answered"),
    ("became-writable", _A, "can be given"),
    ("description-changed", _W, "is described in other words"),
    ("origin-changed", _W, "has a fact that somebody else says"),
)
"""A parameter or a field of a request's body: a narrower type refuses calls that worked."""

_ANSWER = (
    ("response-status-removed", _B, "is no longer answered"),
    ("response-status-added", _A, "is answered"),
    ("response-media-type-removed", _B, "no longer has the content type"),
    ("response-media-type-added", _A, "has one more content type"),
    ("response-body-removed", _B, "no longer has a body"),
    ("response-body-added", _A, "has a body"),
    ("response-body-type-narrowed", _A, "is answered with fewer kinds of body"),
    ("response-body-type-widened", _B, "is answered with more kinds of body"),
    ("response-body-type-changed", _B, "is answered with another body"),
    ("response-description-changed", _W, "is described in other words"),
)

_HELD = (
    ("removed", _B, "is gone"),
    ("added", _A, "is new"),
    ("renamed", _B, "has another name on the wire"),
    ("became-optional", _B, "is not always there"),
    ("became-required", _A, "is always there"),
    ("became-nullable", _B, "can be null and was always there"),
    # Where the key may be missing, the attribute could be None all along.
    ("optional-became-nullable", _A, "can be null, and could be missing before"),
    ("became-not-nullable", _A, "is never null"),
    ("type-narrowed", _A, "holds fewer values"),
    ("type-widened", _B, "holds more values"),
    ("type-changed", _B, "has another type"),
    ("format-changed", _A, "has another format"),
    ("value-removed", _B, "no longer has the known value"),  # its constant is gone
    ("value-added", _A, "has one more known value"),
    ("values-known", _A, "has known values"),
    ("values-unknown", _B, "has no known values"),  # the class with their constants is gone
    ("values-closed", _A, "has no other values"),
    ("values-opened", _A, "has other values, too"),  # they always arrived as they came
    ("default-changed", _W, "has another default"),
    ("default-removed", _W, "no longer has a default"),
    ("default-added", _W, "has a default"),
    ("limit-tightened", _A, "holds less"),
    ("limit-loosened", _A, "holds more"),  # limits are documented, never enforced
    ("limit-added", _A, "has a limit that nobody told before"),
    ("limit-removed", _A, "has no limit that is told"),
    ("deprecated", _A, "is deprecated"),
    ("undeprecated", _A, "is no longer deprecated"),
    ("became-read-only", _W, "is only answered"),
    ("became-writable", _W, "can be given"),
    ("description-changed", _W, "is described in other words"),
    ("origin-changed", _W, "has a fact that somebody else says"),
)
"""A field or header of an answer: a wider type gives readers what they do not expect."""

_SDK = (
    ("sdk-package-changed", _B, "is imported or installed by another name"),
    ("sdk-client-changed", _B, "takes other arguments"),
    ("sdk-call-gone", _B, "is gone"),
    ("sdk-call-new", _A, "is new"),
    ("sdk-call-moved", _B, "is called otherwise"),
    ("sdk-id-renamed", _B, "has another name for an id"),
    ("sdk-id-narrowed", _B, "takes fewer types of id"),
    ("sdk-id-widened", _A, "takes more types of id"),
    ("sdk-argument-gone", _B, "loses an argument"),
    ("sdk-argument-new", _A, "gains an argument"),
    ("sdk-argument-required", _B, "needs an argument"),
    ("sdk-argument-optional", _A, "no longer needs an argument"),
    ("sdk-argument-renamed", _B, "has another name for an argument"),
    ("sdk-argument-narrowed", _B, "takes fewer types of argument"),
    ("sdk-argument-widened", _A, "takes more types of argument"),
    ("sdk-answer-changed", _B, "returns another type"),
    ("sdk-answer-narrowed", _A, "returns a narrower type"),
    ("sdk-class-gone", _B, "can no longer be imported"),
    ("sdk-class-new", _A, "can be imported"),
    ("sdk-class-moved", _B, "is imported from another module"),
    ("sdk-attribute-gone", _B, "loses an attribute"),
    ("sdk-attribute-new", _A, "gains an attribute"),
    ("sdk-attribute-needed", _B, "is made with one more argument"),
    ("sdk-attribute-renamed", _B, "has another name for an attribute"),
    ("sdk-attribute-changed", _B, "holds another type"),
    ("sdk-attribute-narrowed", _A, "holds a narrower type"),
    ("sdk-value-gone", _B, "loses a constant"),
    ("sdk-value-new", _A, "gains a constant"),
)
"""What the generated code shows of it; a change of its own where no page's change explains it."""


def _rows(rows: tuple[tuple[str, Level, str], ...], prefix: str = "") -> dict[str, Kind]:
    return {
        f"{prefix}{id_}": Kind(id=f"{prefix}{id_}", level=level, sentence=sentence)
        for id_, level, sentence in rows
    }


KINDS: dict[str, Kind] = {
    **_rows(_API),
    **_rows(_OPERATION),
    **_rows(_REQUEST_BODY),
    **_rows(_GIVEN, "request-parameter-"),
    **_rows(_GIVEN, "request-field-"),
    **_rows(_ANSWER),
    **_rows(_HELD, "response-field-"),
    **_rows(_HELD, "response-header-"),
    **_rows(_SDK),
}
"""All kinds by id; ids are stable."""
