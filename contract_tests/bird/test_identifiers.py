"""Identifiers are added, removed and counted."""

import pytest

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies
from contact_contracts.drivers.bird.names import as_json


@pytest.mark.clause("bird.identifiers.added", "bird.identifiers.removed", "bird.identifiers.counted")
def test_identifiers_are_added_and_removed(bird: Bird, bodies: Bodies) -> None:
    """One to five at once, each removed from the first, a middle and the last place, and then free for others."""
    key, other = bird.fresh_contact(), bird.fresh_contact(bird.names.several("emailaddress", "phonenumber"))
    for size in bird.some((2, 3, 4, 5, 1), least=1):
        kinds = (bodies.identifier_keys * 3)[size : size * 2]
        pairs = bird.names.several(*kinds)
        bird.update(key, {"addIdentifiers": as_json(pairs)})
        bird.update(key, {"removeIdentifiers": as_json([pairs[size // 2]])})
        rest = [pair for pair in pairs if pair != pairs[size // 2]]
        if rest:
            bird.update(key, {"removeIdentifiers": as_json([rest[-1]])})
        if rest[:-1]:
            bird.update(key, {"removeIdentifiers": as_json(rest[:-1])})
        bird.update(other, {"addIdentifiers": as_json(pairs[-1:])})
        bird.update(other, {"removeIdentifiers": as_json(pairs[-1:])})
        bird.update(
            key, {"addIdentifiers": as_json(pairs[-1:]), "removeIdentifiers": as_json(bird.pairs(key)[:1])}
        )
        bird.update(key, {"removeIdentifiers": as_json(pairs[-1:])})


@pytest.mark.clause("bird.identifiers.add-twice")
def test_adding_what_is_there_counts_once(bird: Bird, bodies: Bodies) -> None:
    """Alone, beside a new one, and twice in one body."""
    for kind in bird.some(bodies.identifier_keys, least=1):
        pair, new, double = bird.names.several(kind, kind, kind)
        key = bird.fresh_contact([pair])
        bird.update(key, {"addIdentifiers": as_json([pair])})
        bird.update(key, {"addIdentifiers": as_json([pair, new])})
        bird.update(key, {"addIdentifiers": as_json([new, pair]), "strategy": "first_alias"})
        bird.update(key, {"addIdentifiers": as_json([double, double])})


@pytest.mark.clause("bird.identifiers.removing-absent")
def test_removing_what_is_not_there(bird: Bird) -> None:
    """Nobody's, another's, and one that the same body adds."""
    pair, other_pair, nobodys, both = bird.names.several(*["emailaddress"] * 4)
    key, other = bird.fresh_contact([pair]), bird.fresh_contact([other_pair])
    for absent in (nobodys, other_pair):
        bird.patch(key, {"removeIdentifiers": as_json([absent])})
        bird.read(key, other)
    bird.update(key, {"addIdentifiers": as_json([both]), "removeIdentifiers": as_json([both])})


@pytest.mark.clause("bird.identifiers.added", "bird.partial.unsent-kept")
def test_every_length_of_an_identifier_is_kept(bird: Bird) -> None:
    """Values of up to 500 characters under our own keys of up to 64, every kind of text; with properties, too."""
    keys = bird.inventory.custom_keys
    bird.need("identifier keys of our own", keys)
    key = bird.fresh_contact()
    mark = bird.names.fresh(keys[0])[1]
    values = [f"{mark:x<499}", f"{mark:é<500}", f" {mark} ", f"{mark}/%41+&?#", f"{mark}日本", f"{mark:w<255}"]
    address = ("emailaddress", f"anna.o+{bird.names.fresh('emailaddress')[1]}")
    bird.update(key, {"addIdentifiers": as_json([address])})
    for number, value in enumerate(bird.some(values), 1):
        item = {"key": keys[0], "value": value, "properties": {"source": "contract", "n": number}}
        bird.update(key, {"addIdentifiers": [item]})
    bird.update(key, {"attributes": {"firstName": "Beside"}})
    for pair in bird.pairs(key):
        bird.update(key, {"removeIdentifiers": as_json([pair])})
    for name in ("k" * 64, f"{keys[0]:k<63}", "k"):
        pair = (name, f"{mark} of {len(name)}")
        bird.update(key, {"addIdentifiers": as_json([pair])})
        bird.update(key, {"removeIdentifiers": as_json([pair])})
