"""Trying on a scratch contact what only some workspaces take, so that a refusal of it blames nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contact_contracts.drivers.bird.names import CUSTOM, as_json
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import NAMES, STANDARD_KEYS, Facts
from contact_contracts.rulebook.bird.labels import identifiers_of
from contact_contracts.rulebook.world import seen
from contact_contracts.target.families import BirdFacts, BirdTarget
from contact_contracts.transport import Call

if TYPE_CHECKING:
    from contact_contracts.drivers.bird.driver import Bird

REFERENCES = ("ACME-1", "acme-1", " outer spaces ", "Ångström & Söhne", "株式会社", "a, b", "0042")
"""References of companies of our own making, for servers that take any text."""
LONG_REFERENCE = "".join(f"Harbour {number:02d} %41 " for number in range(20))[:250]
"""Which a target may refuse; one that takes it keeps all of it."""
MORE_REFERENCES = ("Harbour", "Harbour & Hill", "Harbour & Hill (Oslo)")
"""With those more than ten, which is no limit; each of these is the beginning of the next one."""
OWN_KEY = "contractTest"
OWN_KEYS = (OWN_KEY, " outer blanks ", "Größe 日本", "ALL CAPS", "dotted.key", "with/slash", "ownKey" * 10, "0")
"""Attributes of our own making, for servers that take any key: the first tells whether a target is one of them.

No identifier of a test has such a key, for the attributes of those are mirrors.
"""
SAMPLES: dict[str, tuple[Json, ...]] = {
    "text": ("sample",),
    "number": (7, 1.5),
    "boolean": (True,),
    "texts": (["one", "two"],),
    "numbers": ([1, 2.5],),
    "booleans": ([True, False],),
}


@dataclass(frozen=True)
class Inventory:
    """Everything that a test may name in a body."""

    lists: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    custom_keys: tuple[str, ...] = ()
    """Identifier keys of our own that the target takes."""
    attributes: tuple[tuple[str, str], ...] = ()
    """(key, kind) for each kind of value that an attribute takes; the kinds are those of ``SAMPLES``."""
    own_attributes: tuple[str, ...] = ()
    """Keys of text attributes of our own, where the target takes such."""
    read_only: tuple[str, ...] = ()

    @classmethod
    def told(cls, facts: BirdFacts) -> Inventory:
        """What the target file tells."""
        kinds = facts.attributes
        told = [("displayName", "text"), ("firstName", "text")]
        told += [(key, "text") for key in kinds.text] + [(key, "number") for key in kinds.number]
        told += [(key, "boolean") for key in kinds.boolean] + [(key, "texts") for key in kinds.list]
        return cls(
            lists=facts.lists,
            accounts=facts.accounts,
            companies=facts.companies,
            attributes=tuple(dict.fromkeys(told)),
            read_only=facts.read_only_attributes,
        )

    def keys(self, *kinds: str) -> list[str]:
        """The attributes that take values of these kinds."""
        return [key for key, kind in self.attributes if kind in kinds]


def probe(driver: Bird, scratch: str) -> Inventory:
    """Find out which identifier keys, company references and kinds of array the target takes."""
    found = driver.inventory
    own = takes(driver, scratch, {"addCompanyRefs": list(REFERENCES)})
    long = (LONG_REFERENCE,) if own and takes(driver, scratch, {"addCompanyRefs": [LONG_REFERENCE]}) else ()
    if own:
        takes(driver, scratch, {"removeCompanyRefs": [*REFERENCES, *long]})
    references = (*found.companies[:1], *long, *found.companies[1:], *MORE_REFERENCES, *REFERENCES)
    arrays = [
        (key, kind)
        for key in found.keys("texts")
        for kind in ("texts", "numbers", "booleans")
        if all(takes(driver, scratch, {"attributes": {key: sample}}) for sample in SAMPLES[kind])
    ]
    plain = tuple(entry for entry in found.attributes if entry[1] != "texts")
    free = driver.can_create and _keeps_own_attribute(driver, scratch)
    return replace(
        found,
        companies=references if own else found.companies,
        custom_keys=tuple(key for key in CUSTOM if _takes_key(driver, scratch, key)),
        attributes=(*plain, *arrays),
        own_attributes=OWN_KEYS if free else (),
    )


def _keeps_own_attribute(driver: Bird, scratch: str) -> bool:
    """Whether a read shows an attribute that nobody has defined."""
    if not (driver.can_read and takes(driver, scratch, {"attributes": {OWN_KEY: "sample"}})):
        return False
    response = driver.session.call(Call("getContact", driver.params(scratch)), judged=False).response
    contact = response.json if response is not None and response.ok else None
    attributes = contact.get("attributes") if isinstance(contact, dict) else None
    return isinstance(attributes, dict) and attributes.get(OWN_KEY) == "sample"


def takes(driver: Bird, key: str, body: Json) -> bool:
    """Whether a target takes a body; nothing is judged, and the contact must be read anew."""
    call = Call("updateContact", driver.params(key), body=body)
    response = driver.session.call(call, judged=False).response
    driver.distrust(key)
    return response is not None and response.ok


def _takes_key(driver: Bird, scratch: str, key: str) -> bool:
    if key in STANDARD_KEYS:
        return True
    pairs = as_json([driver.names.fresh(key)])
    taken = takes(driver, scratch, {"addIdentifiers": pairs})
    return taken and takes(driver, scratch, {"removeIdentifiers": pairs})


def near_ids(driver: Bird, key: str) -> list[str]:
    """Ids that nobody has, much like a contact's: cut short, with another end, and longer.

    A read says that nobody has them, or wrongly shows the contact itself; else somebody may, and it is left alone.
    """
    names = (key[:-1], key[:-1] + ("1" if key.endswith("0") else "0"), f"{key}0") if len(key) > 1 else ()
    found = [name for name in names if driver.can_read and _is_nobody(driver, name, key)]
    for name in found:
        driver.session.own.add(name)
        for place in (name, identifiers_of(name)):
            driver.session.believe(place, seen(None))
    return found


def _is_nobody(driver: Bird, name: str, key: str) -> bool:
    response = driver.session.call(Call("getContact", driver.params(name)), judged=False).response
    if response is None or response.status in (400, 404, 422):
        return response is not None
    return response.ok and isinstance(response.json, dict) and response.json.get("id") == key


def told_facts(target: BirdTarget) -> Facts:
    """What a target file tells of a workspace, for the rulebook."""
    told = target.facts
    kinds = told.attributes
    names = NAMES.union(kinds.text, kinds.number, kinds.boolean, kinds.list)
    return Facts(
        workspace_id=target.workspace_id,
        lists=frozenset(name.lower() for name in told.lists),
        accounts=frozenset(name.lower() for name in told.accounts),
        companies=frozenset(told.companies),
        attributes=names - set(told.read_only_attributes),
        read_only=frozenset(told.read_only_attributes),
        reads=target.offers("getContact"),
        shows_identifiers=target.offers("listContactIdentifiers"),
    )


def found_facts(told: Facts, inventory: Inventory) -> Facts:
    """The facts of a target file, with what was found out on a scratch contact."""
    return replace(
        told,
        companies=frozenset(inventory.companies),
        identifier_keys=STANDARD_KEYS | set(inventory.custom_keys),
        attributes=told.attributes.union(inventory.own_attributes),
        own_attributes=frozenset(inventory.own_attributes) - told.attributes,
    )
