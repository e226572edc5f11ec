"""What becomes of a contact's identifiers, by the three strategies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import EMAIL, PHONE, Facts
from contact_contracts.rulebook.bird.labels import clause, identifiers_of, label, owner_in
from contact_contracts.rulebook.bird.state import (
    LOST,
    PROPERTY,
    has_key,
    identifier,
    identifier_aspects,
    lost,
    pairs,
    properties_of,
)
from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.prediction import EMPTY, Aspect, Cell, Clauses
from contact_contracts.rulebook.values import is_empty
from contact_contracts.rulebook.world import World

Body = dict[str, Json]
_ADDING = (clause("identifiers.added"), clause("strategy.strict-alias-adds-the-rest"))
ROUGHLY = 100
"""Servers that compare only so many characters may do well with fewer."""
STRICT, FIRST_ALIAS, FIRST = "strict_alias", "first_alias", "first"


def owner(world: World, key: str, value: str) -> str | None:
    """The contact that is believed to have an identifier."""
    found = world.find(identifier(key, value), True)
    return owner_in(found) if found is not None else None


def foreign(world: World, body: Body, contact: str) -> dict[Aspect, str]:
    """The identifiers to be added that another contact has -> that contact."""
    found = {}
    for key, value in pairs(body.get("addIdentifiers")):
        other = owner(world, key, value)
        if other is not None and other != contact:
            found[identifier(key, value)] = other
    return found


def names_lost(world: World, body: Body, contact: str) -> bool:
    """Whether an identifier to be added is one that another contact has lost."""
    memories = {lost(identifier(*pair)) for pair in pairs(body.get("addIdentifiers"))}
    own = identifiers_of(contact)
    return bool(memories) and any(
        key != own and not memories.isdisjoint(belief.state) for key, belief in world.contacts.items()
    )


def likenesses(world: World, body: Body, contact: str) -> Iterator[str]:
    """In what free identifiers to be added differ from another contact's: the key, the case of letters, the end.

    Mail addresses and telephone numbers have forms of their own, and servers may take several for one.
    """
    added = [identifier(*pair) for pair in pairs(body.get("addIdentifiers"))]
    loose = {_loose(aspect): aspect for aspect in added if not _has_own_form(aspect)}
    own = identifiers_of(contact)
    for key, belief in world.contacts.items() if added else ():
        if key == own or owner_in(key) == key:
            continue
        for aspect in identifier_aspects(belief.state):
            like = loose.get(_loose(aspect), aspect)
            if like != aspect:
                yield _difference(like, aspect)
            yield from (end for one in added if (end := _end(one, aspect)))


def _has_own_form(aspect: Aspect) -> bool:
    return has_key(aspect, EMAIL) or has_key(aspect, PHONE)


def _end(one: Aspect, other: Aspect) -> str:
    """How one identifier differs from another one of the same key that begins like it; empty where it does not."""
    size = f"after {min(len(one), len(other)) // ROUGHLY * ROUGHLY} characters or more"
    if one == other:
        return ""
    if one.startswith(other[:-1]):
        return f"having more, {size}"
    if other.startswith(one[:-1]):
        return f"having less, {size}"
    return f"its last character, {size}" if one[:-2] == other[:-2] and len(one) > ROUGHLY else ""


def _loose(aspect: Aspect) -> str:
    """The value, all letters alike."""
    return aspect.partition("=")[2].casefold()


def _difference(one: Aspect, other: Aspect) -> str:
    return "the case of letters" if one.partition("=")[0] == other.partition("=")[0] else "its key"


def draft_identifiers(
    draft: Draft, body: Body, facts: Facts, taken: Mapping[Aspect, str], *, by_identifier: bool, kept_rule: str
) -> None:
    """Fill a draft of the contact's identifiers. ``taken``: those that another contact has."""
    draft.unknown.extend(draft.before.unknown)
    for aspect in identifier_aspects(draft.before.state):
        draft.keep(aspect, kept_rule)
    for aspect in (name for name in draft.before.state if name.startswith(LOST)):
        draft.remember(aspect, True)
    _guard_mirrors(draft, body, facts)
    adds = [identifier(key, value) for key, value in pairs(body.get("addIdentifiers"))]
    removes = [identifier(key, value) for key, value in pairs(body.get("removeIdentifiers"))]
    for aspect in dict.fromkeys(adds):
        if aspect in removes:
            readings = ((True, "added and removed in one body: it is there"), (EMPTY, "it is not there"))
            draft.read_as(aspect, readings, "identifiers.removing-absent")
        else:
            _add(draft, aspect, str(body.get("strategy", "")), taken, by_identifier=by_identifier)
    if removes:
        _doubt_kept(draft)
    if any(draft.before.get(aspect) is EMPTY for aspect in removes):
        _doubt_known(draft)
    for aspect in (name for name in dict.fromkeys(removes) if name not in adds):
        draft.state.pop(aspect, None)
        draft.expect(aspect, EMPTY, "identifiers.removed")
        if draft.before.get(aspect) is not EMPTY:
            draft.remember(lost(aspect), True)
    for aspect in (name for name in draft.before.state if name.startswith(PROPERTY)):
        if aspect.partition(" of ")[2] not in {*adds, *removes}:
            draft.keep(aspect, kept_rule)
    if "identifiers" in body:
        draft.unclear("")


def draft_properties(draft: Draft, body: Body, is_shown: Callable[[str], bool]) -> None:
    """What is said of an identifier that is new; whether a server shows it, no document says."""
    items = [item for item in body.get("addIdentifiers") or () if isinstance(item, dict)]
    adds = [identifier(item.get("key"), item.get("value")) for item in items]
    for aspect, item in zip(adds, items, strict=True):
        cell = draft.cells.get(aspect)
        if cell is None or cell.values != (True,) or adds.count(aspect) > 1:
            continue
        if draft.before.get(aspect) is EMPTY and not draft.before.is_unknown(aspect):
            for name, said, value in properties_of(aspect, item.get("properties")):
                values = (value,) if is_shown(name) else (value, EMPTY)
                draft.cells[said] = Cell(cell.clauses, values, telling=False, narrower=cell.narrower)
                draft.state[said] = value


def _doubt_kept(draft: Draft) -> None:
    """Beside a removal, a write that no read confirmed yet may be undone by that, or by one that goes too far."""
    undoing = (clause("identifiers.removed"), clause("partial.unsent-kept"))
    for aspect, cell in draft.cells.items():
        others = (name for name in undoing if name not in cell.clauses)
        draft.cells[aspect] = replace(cell, narrower=(*cell.narrower, *others))


def _doubt_known(draft: Draft) -> None:
    """An identifier that is not as it was sent may go when what was sent is removed."""
    for aspect in identifier_aspects(draft.before.state):
        cell = draft.cells.get(aspect)
        if cell is not None:
            draft.cells[aspect] = replace(
                cell, narrower=(*cell.narrower, *(n for n in _ADDING if n not in cell.clauses))
            )


def _add(draft: Draft, aspect: Aspect, strategy: str, taken: Mapping[Aspect, str], *, by_identifier: bool) -> None:
    had = draft.before.get(aspect) is not EMPTY
    if aspect in taken:
        rule = "strategy.first-alias-tolerates" if strategy == FIRST_ALIAS else _first(by_identifier)
        draft.expect(aspect, EMPTY, rule, telling=True)
    elif had:
        draft.expect(aspect, True, "identifiers.added", telling=False)
    elif strategy == FIRST:
        draft.expect(aspect, EMPTY, _first(by_identifier), telling=True)
    elif strategy == FIRST_ALIAS and taken:
        draft.expect(aspect, True, "strategy.first-alias-tolerates")
    else:
        draft.expect(aspect, True, adding_rule(strategy, by_identifier=by_identifier))
        if strategy == FIRST_ALIAS:  # where that adds nothing at all, beside taken ones neither
            cell = draft.cells[aspect]
            tolerates = clause("strategy.first-alias-tolerates")
            draft.cells[aspect] = replace(cell, narrower=(*cell.narrower, tolerates))


def adding_rule(strategy: str, *, by_identifier: bool) -> str:
    """The rule by which free identifiers are added to the contact that was found."""
    if strategy == STRICT:
        return "strategy.strict-alias-adds-the-rest"
    return "strategy.default-is-strict-alias" if by_identifier and not strategy else "identifiers.added"


def label_adding(rule: str) -> tuple[Clauses, Clauses]:
    """Labels for a draft of identifiers.

    Where no call adds any, the default strategy is not to blame, nor the flag where ordinary calls write mirrors.
    """
    if rule == "strategy.default-is-strict-alias":
        return (clause(rule),), (clause("strategy.strict-alias-adds-the-rest"), clause("identifiers.added"))
    if rule == "read-only.flag-needs-flow":
        return (clause(rule),), (clause("read-only.refused"),)
    return label(rule)


def _first(by_identifier: bool) -> str:
    return "strategy.first-adds-none" if by_identifier else "strategy.first-adds-none-by-id"


def _guard_mirrors(draft: Draft, body: Body, facts: Facts) -> None:
    """Writing an attribute that mirrors identifiers makes none, and removes none."""
    attributes = body.get("attributes")
    for key, value in (attributes if isinstance(attributes, dict) else {}).items():
        if key not in facts.identifier_keys:
            continue
        rule = _read_only_rule(body)
        for text in value if isinstance(value, list) else [value]:
            if draft.before.get(identifier(key, text)) is EMPTY and not is_empty(text):
                draft.expect(identifier(key, text), EMPTY, rule, telling=True)
        for aspect in identifier_aspects(draft.before.state):
            if aspect.startswith(f"identifier[{key}="):
                draft.expect(aspect, True, rule, telling=True)


def _read_only_rule(body: Body) -> str:
    return "read-only.flag-needs-flow" if body.get("allowWritingReadOnly") is True else "read-only.refused"


def draft_made(draft: Draft, path: tuple[str, str], body: Body) -> None:
    """The identifiers of a contact that a call by identifier makes: with ``first``, that one only."""
    first = body.get("strategy") == FIRST
    rule = "strategy.first-creates" if first else "identifiers.added"
    draft.expect(identifier(*path), True, rule, telling=True)
    for key, value in pairs(body.get("addIdentifiers")):
        aspect = identifier(key, value)
        if aspect in draft.cells:
            continue
        if first:
            draft.expect(aspect, EMPTY, rule, telling=True)
        else:
            draft.unclear(aspect)
