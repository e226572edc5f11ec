"""Which contact a body means, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from contact_contracts.exchange import Json
from contact_contracts.rulebook.prediction import EXISTS, Clauses
from contact_contracts.rulebook.sfmc.facts import CASINGS, ID_ASPECT, Facts
from contact_contracts.rulebook.sfmc.labels import (
    BOTH,
    BY_ID,
    BY_KEY,
    DISAGREEING,
    EXACT,
    ID_CASING,
    UNKNOWN,
    clause,
)
from contact_contracts.rulebook.values import as_int
from contact_contracts.rulebook.world import World


@dataclass(frozen=True)
class Address:
    """Whom a body addresses."""

    contact: str
    """The contact that the key names, or else the id; empty when that is not known."""
    rule: str
    other: str = ""
    """The contact that the id names, where it is another one."""
    unclear: bool = False
    casing: str = ""
    """The only spelling of the id in the body, where it has one."""
    wanted: str = ""
    """What was asked for, where the contact is not known."""

    @property
    def contacts(self) -> tuple[str, ...]:
        """Every contact that may change; what is not known under a name that nobody owns."""
        return tuple(filter(None, (self.contact or self.wanted, self.other)))


def address(body: Json, facts: Facts, world: World) -> Address:
    """Resolve a body; one without a usable address gives an Address without contacts."""
    if not isinstance(body, dict):
        return Address("", BY_KEY)
    key = body.get("contactKey")
    given = {c: body[c] for c in CASINGS if body.get(c) not in (None, "") and isinstance(body[c], int | str)}
    identifiers = {as_int(value) for value in given.values()}
    casing = next(iter(given)) if len(given) == 1 else ""
    unclear = len(identifiers) > 1 or not (set(given) & facts.casings or not given)
    owner = world.find(ID_ASPECT, next(iter(identifiers))) if len(identifiers) == 1 else None
    if isinstance(key, str) and key:
        return _by_key(world, key, identifiers, owner or "", unclear=unclear, casing=casing)
    if not given:
        return Address("", BY_KEY)
    rule = ID_CASING if unclear and len(given) == 1 else BY_ID
    wanted = f"id:{next(iter(identifiers))}"
    return Address(owner or "", rule, unclear=unclear or owner is None, casing=casing, wanted=wanted)


def _by_key(
    world: World, key: str, identifiers: set[object], owner: str, *, unclear: bool, casing: str
) -> Address:
    belief = world.belief(key)
    if belief is not None and belief.state.get(EXISTS) is False:
        rule = UNKNOWN if not identifiers else DISAGREEING
        return Address(key, rule, other=owner, unclear=bool(identifiers), casing=casing)
    known = belief is not None and bool(belief.state.get(EXISTS))
    if not identifiers:
        return Address(key, BY_KEY, unclear=not known)
    if owner == key:
        return Address(key, BOTH, unclear=unclear, casing=casing)
    own_id = belief.state.get(ID_ASPECT) if belief is not None else None
    if owner or own_id is not None:
        return Address(key, DISAGREEING, other=owner, unclear=unclear, casing=casing)
    return Address(key, BOTH, unclear=True, casing=casing)


def bystanders(where: Address) -> Clauses:
    """The clause that says that nobody else changes."""
    return (clause(BY_ID if where.rule in (BY_ID, ID_CASING) else BY_KEY),)


def look_alikes(where: Address, world: World) -> dict[str, Clauses]:
    """Contacts whose key differs only in case from the one that a body names."""
    key = where.contact
    if where.rule in (BY_ID, ID_CASING) or not key:
        return {}
    return {
        other: (clause(EXACT),)
        for other in world.contacts
        if other != key and other not in where.contacts and other.casefold() == key.casefold()
    }
