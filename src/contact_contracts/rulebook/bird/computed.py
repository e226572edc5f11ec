"""What a server derives: how many identifiers there are, whether the contact is anonymous, what to call it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from enum import Enum, auto

from contact_contracts.rulebook.bird.demands import is_unusual
from contact_contracts.rulebook.bird.facts import EMAIL, PHONE, VISITOR, Facts
from contact_contracts.rulebook.bird.labels import clause
from contact_contracts.rulebook.bird.state import (
    ANONYMOUS,
    COMPUTED,
    COUNT,
    DISPLAY,
    attribute,
    blank,
    digits,
    has_key,
    identifier_aspects,
)
from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.prediction import EMPTY, Aspect, Cell, Clauses, Value


class Repeats(Enum):
    """How much of what a body adds is there already, or named twice by it."""

    NONE = auto()
    SOME = auto()
    ALL = auto()


def draft_computed(
    draft: Draft, identifiers: Draft, facts: Facts, repeats: Repeats, shown: Collection[Aspect]
) -> None:
    """Fill in the derived members from what is drafted of the contact and of its identifiers.

    ``shown``: those that the target is known to show. They are optional: one that it never shows is not judged.
    """
    _count(draft, identifiers, facts, repeats)
    _anonymity(draft, identifiers)
    _display_name(draft, identifiers)
    for aspect in COMPUTED:
        cell = draft.cells.get(aspect)
        if cell is not None and aspect not in shown:
            draft.cells[aspect] = replace(cell, values=(*cell.values, EMPTY), telling=False)


def _expect(draft: Draft, aspect: Aspect, values: tuple[Value, ...], rule: str, narrower: Clauses) -> None:
    """One of the values. A breach is dropped where something that it is derived from is itself wrong."""
    own = clause(rule)
    draft.cells[aspect] = Cell((own,), values, narrower=tuple(n for n in narrower if n != own))
    draft.state[aspect] = values[0]


def _sources(draft: Draft) -> Clauses:
    found = [name for cell in draft.cells.values() for name in (*cell.clauses, *cell.narrower)]
    if clause("partial.empty-body") in found:  # who loses what a body does not name loses it to {}, too
        found.append(clause("partial.unsent-kept"))
    return tuple(dict.fromkeys(found))


def _count(draft: Draft, identifiers: Draft, facts: Facts, repeats: Repeats) -> None:
    if identifiers.unknown:
        draft.unclear(COUNT)
        return
    number = len(identifier_aspects(identifiers.state))
    rule = "identifiers.add-twice" if repeats is Repeats.ALL else "identifiers.counted"
    narrower = (*_sources(identifiers), clause("identifiers.add-twice"))
    if not facts.shows_identifiers and repeats is not Repeats.ALL:
        changed = [name for cell in identifiers.cells.values() if cell.telling for name in cell.clauses]
        rule = next((n for n in changed if not n.startswith(clause("partial."))), clause(rule)).partition(".")[2]
        narrower = ()
    _expect(draft, COUNT, (number,) if number else (0, EMPTY), rule, narrower)
    if repeats is Repeats.SOME:
        draft.cells[COUNT] = replace(draft.cells[COUNT], blame=_too_many(number, rule))


def _too_many(number: int, rule: str) -> Callable[[Value], Clauses]:
    """A number too high counts twice what was added again."""
    twice = (clause("identifiers.add-twice"),)
    return lambda found: twice if isinstance(found, int) and found > number else (clause(rule),)


def _anonymity(draft: Draft, identifiers: Draft) -> None:
    there = identifier_aspects(identifiers.state)
    telling = [aspect for aspect in there if not has_key(aspect, VISITOR)]
    if identifiers.unknown:
        draft.unclear(ANONYMOUS)
    elif telling:
        _expect(draft, ANONYMOUS, (False, EMPTY), "anonymous.false-otherwise", _sources(identifiers))
    else:
        rule = "anonymous.visitor-only" if there else "anonymous.without-identifiers"
        _expect(draft, ANONYMOUS, (True,), rule, _sources(identifiers))


def _display_name(draft: Draft, identifiers: Draft) -> None:
    for key, rule in (
        ("displayName", "display-name.attribute-first"),
        ("firstName", "display-name.first-name-second"),
    ):
        value = draft.state.get(attribute(key), EMPTY)
        if _is_unknown(draft, attribute(key)) or blank(key) in draft.state:
            draft.unclear(DISPLAY)
            return
        if value is not EMPTY:
            _named(draft, value, rule)
            return
    _named_by_identifier(draft, identifiers)


def _named(draft: Draft, value: Value, rule: str) -> None:
    if isinstance(value, str) and not is_unusual(value):  # which it may show on one line, and shortened
        _expect(draft, DISPLAY, (value,), rule, _sources(draft))
    else:
        draft.unclear(DISPLAY)


def _named_by_identifier(draft: Draft, identifiers: Draft) -> None:
    there = identifier_aspects(identifiers.state)
    sources = (*_sources(draft), *_sources(identifiers))
    for key, rule in ((EMAIL, "display-name.email-third"), (PHONE, "display-name.phone-fourth")):
        values = tuple(aspect.partition("=")[2][:-1] for aspect in there if has_key(aspect, key))
        if identifiers.unknown or not (values or key == EMAIL):
            break
        if values:
            _expect(draft, DISPLAY, values, rule, sources)
            same = _same_number if key == PHONE else _same_address
            draft.cells[DISPLAY] = _loosely(draft.cells[DISPLAY], same)
            return
    draft.unclear(DISPLAY)


def _loosely(cell: Cell, same: Callable[[Value, Value], bool]) -> Cell:
    return Cell(cell.clauses, cell.values, narrower=cell.narrower, matches=same)


def _same_address(expected: Value, observed: Value) -> bool:
    return observed is expected or (isinstance(observed, str) and observed.casefold() == expected)


def _same_number(expected: Value, observed: Value) -> bool:
    return observed is expected or (isinstance(observed, str) and digits(observed) == expected)


def _is_unknown(draft: Draft, aspect: Aspect) -> bool:
    return any(aspect.startswith(prefix) for prefix in draft.unknown)
