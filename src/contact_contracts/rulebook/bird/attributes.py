"""What becomes of a contact's attributes."""

from __future__ import annotations

from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import Facts
from contact_contracts.rulebook.bird.labels import clause
from contact_contracts.rulebook.bird.state import ATTRIBUTE, attribute, attribute_value, blank, read_only
from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.prediction import EMPTY, Aspect, Belief, Cell
from contact_contracts.rulebook.values import is_empty

Body = dict[str, Json]


def sent_attributes(body: Body) -> dict[str, Json]:
    """The attributes that a body names."""
    attributes = body.get("attributes")
    return attributes if isinstance(attributes, dict) else {}


def names_read_only(body: Body, facts: Facts) -> bool:
    """Whether a body names a read-only attribute, mirrors of identifiers included."""
    return any(key in facts.read_only or key in facts.identifier_keys for key in sent_attributes(body))


def draft_attributes(draft: Draft, body: Body, facts: Facts, kept_rule: str) -> None:
    """Fill a draft with the attributes that a body names, and those that it does not."""
    sent = sent_attributes(body)
    beside_read_only = names_read_only(body, facts)
    draft.unknown.extend(name for name in draft.before.unknown if name == "" or name.startswith(ATTRIBUTE))
    for aspect in _there(draft.before, sent):
        draft.keep(aspect, kept_rule)
    for aspect in [name for name in draft.before.state if name.startswith("~text[")]:
        if aspect not in {blank(key) for key in sent}:
            draft.remember(aspect, "")
    for key, value in sent.items():
        if key not in facts.attributes:
            continue
        if beside_read_only:
            draft.unclear(attribute(key))
        else:
            _write(draft, key, value)


def _there(before: Belief, sent: Body) -> list[Aspect]:
    named = {attribute(key) for key in sent}
    state = before.state.items()
    return [n for n, value in state if n.startswith(ATTRIBUTE) and value is not EMPTY and n not in named]


def _write(draft: Draft, key: str, value: Json) -> None:
    aspect = attribute(key)
    if value is None:
        _write_null(draft, key)
    elif value == "":
        readings = (("", "kept as empty text"), (EMPTY, "counted as empty"))
        draft.read_as(blank(key), readings, "attributes.empty-text")
        draft.remember(blank(key), "")
        draft.unclear(aspect)
    else:
        new = EMPTY if is_empty(value) else attribute_value(value)
        draft.expect(aspect, new, "attributes.written")


def _write_null(draft: Draft, key: str) -> None:
    aspect = attribute(key)
    old = draft.before.get(aspect)
    if old is EMPTY or draft.before.is_unknown(aspect):
        draft.unclear(aspect)
    else:
        draft.read_as(aspect, ((EMPTY, "cleared"), (old, "kept")), "partial.null-clears")


def forbidden_values(body: Body, facts: Facts, before: Belief) -> Belief:
    """What the read-only attributes that a body names must not become: what was sent, unless they were it.

    Where ordinary calls write them, the flag is not to blame.
    """
    refused = clause("read-only.refused")
    flagged = body.get("allowWritingReadOnly") is True
    own, instead = ((clause("read-only.flag-needs-flow"),), (refused,)) if flagged else ((refused,), ())
    cells: dict[Aspect, Cell] = {}
    for key, value in sent_attributes(body).items():
        if key not in facts.read_only or key in facts.identifier_keys or before.is_unknown(read_only(key)):
            continue
        new = EMPTY if is_empty(value) else attribute_value(value)
        if _plain(before.get(read_only(key))) != new:
            others = (clause("partial.unsent-kept"), clause("lifecycle.any-sequence"))
            lost = others if new is EMPTY else ()
            cells[attribute(key)] = Cell(own, forbidden=(new,), narrower=(*instead, *lost))
    return Belief(cells=cells, unknown=("",))


def _plain(value: object) -> object:
    return EMPTY if value in (None, "", ()) else value
