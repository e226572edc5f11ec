"""External ids as names of contacts: what a read by one must find after it changed hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.rulebook.everbridge.labels import clause
from contact_contracts.rulebook.prediction import EMPTY, EXISTS, Belief, Cell, Clauses, Effect, Must, Value
from contact_contracts.rulebook.world import World

GIVEN_UP_BY: Final = "~given up by"
"""Remembers which contact an external id belonged to."""
GIVEN_UP_UNDER: Final = "~given up under"
"""Remembers by which clause it finds nothing any more."""
BEGINNINGS: Final = (16, 24, 32, 40, 50, 64, 79)
"""Lengths at which a server may cut external ids; what is shorter is the mark of the run."""


def aliases(
    world: World,
    before: Belief,
    body: dict[str, Json],
    label: tuple[Clauses, Clauses],
    *,
    sure: bool,
    row: int | None = None,
) -> tuple[Effect, ...]:
    """A changed external id leaves its old value finding nothing, and makes the new one find the contact.

    Where it is not sure that the call does anything, what was known of either is forgotten.
    """
    old, new = before.get("externalId"), body.get("externalId")
    if not isinstance(new, str) or not new or old == new:
        return ()
    effects = []
    if old is not EMPTY:
        gone = _existence(False, label)
        gone = replace(gone, state={**gone.state, GIVEN_UP_BY: before.get("id"), GIVEN_UP_UNDER: label[0]})
        clear = sure and not _has_another_owner(world, before, old)
        effects.append(Effect(f"ext:{old}", Must.EITHER, gone if clear else None, row=row))
    # Not every router can tell an encoded slash from a plain one.
    certain = sure and "/" not in new and old is not EMPTY
    effects.append(Effect(f"ext:{new}", Must.EITHER, _existence(True, label) if certain else None, row=row))
    return tuple(effects)


def made_by(row: dict[str, Json], rule: str, number: int) -> tuple[Effect, ...]:
    """A row for nobody that was done has made a contact, which its external id then finds.

    Where the server leaves out whole rows, that explains it.
    """
    label = ((rule,), (clause("batch.updates-each"),))
    return (Effect(f"ext:{row['externalId']}", Must.EITHER, _existence(True, label), row=number),)


def _has_another_owner(world: World, before: Belief, external_id: Value) -> bool:
    """Whether a wrong server has let two contacts have one external id."""
    owners = [b.get("id") for b in world.contacts.values() if b.get("externalId") == external_id]
    return any(owner != before.get("id") for owner in owners)


def look_alikes(world: World, key: str | None, external_id: Json) -> Iterator[str]:
    """What an external id has in common with those of other contacts, by which a server may confuse them."""
    for other, belief in world.contacts.items():
        its = belief.get("externalId")
        if other == key or not isinstance(its, str) or not isinstance(external_id, str) or its == external_id:
            continue
        # A server that confuses them finds the same one each time, often the older one.
        whose = "a smaller" if _number(other) < _number(key) else "a greater"
        if its.lower() == external_id.lower():
            yield f"the case alone to tell it from that of {whose} id"
        if its.startswith(external_id):
            yield f"the beginning of that of {whose} id"
        for length in BEGINNINGS:
            if len(its) >= length and its[:length] == external_id[:length]:
                yield f"{length} characters like that of {whose} id"


def _number(key: str | None) -> int:
    return int(key) if key is not None and key.lstrip("-").isdigit() else 0


def _existence(there: bool, label: tuple[Clauses, Clauses]) -> Belief:
    clauses, narrower = label
    looked_up = clause("addressing.by-external-id")
    cell = Cell(clauses, (there,), narrower=(*narrower, looked_up))
    return Belief(state={EXISTS: there}, cells={EXISTS: cell})
