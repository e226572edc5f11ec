"""An update changes what it names and keeps the rest."""

import pytest

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies, Edit, Verb
from contact_contracts.drivers.bird.names import as_json
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.memberships import KINDS


def full(bird: Bird, bodies: Bodies, key: str, turn: int) -> None:
    """Give a contact something of everything."""
    body: dict[str, Json] = {"attributes": {}}
    for name, value in bodies.attribute_pool:
        if value not in ([], ""):
            body["attributes"].setdefault(name, value)
    for kind in KINDS:
        known = bodies.known(kind)
        if known:
            body[kind.set] = [*known[turn % len(known) :], *known][:3] if len(known) > 2 else list(known)
    missing = [name for name in bodies.identifier_keys if name not in dict(bird.pairs(key))]
    if missing:
        body["addIdentifiers"] = as_json(bird.names.several(*missing))
    bird.update(key, body)


@pytest.mark.clause("bird.partial.unsent-kept")
def test_what_is_not_named_stays(bird: Bird, bodies: Bodies) -> None:
    """From a full contact: each attribute, each member of the body alone."""
    key = bird.contacts(1)[0]
    full(bird, bodies, key, 0)
    fields: list[list[Edit]] = [
        [Edit("attribute", name, bodies.values(kind)[1])] for name, kind in bird.inventory.attributes
    ]
    fields += [[Edit("add", kind.name, 6)] for kind in KINDS] + [[Edit("remove", kind.name, 1)] for kind in KINDS]
    fields += [[Edit("set", kind.name, 2)] for kind in KINDS]
    fields += [[Edit("identify", name, 0)] for name in bodies.identifier_keys]
    fields += [[Edit("release", "", number)] for number in range(3)]
    for edits in bird.some(fields, least=5):
        bird.update(key, bodies.body(key, edits))


@pytest.mark.clause("bird.partial.unsent-kept", "bird.attributes.written", "bird.times.created-constant")
def test_update_after_update_keeps_the_rest(bird: Bird, bodies: Bodies) -> None:
    """Twelve small ones in a row on a new contact, so that none of its first updates is spent elsewhere."""
    key = bird.fresh_contact() if bird.can_create else bird.contacts(1)[0]
    full(bird, bodies, key, 2)
    edits = [Edit("attribute", "firstName", f"Update {turn}") for turn in range(12)]
    edits[5] = Edit("set", "lists", 2)
    edits[7] = Edit("set", "companies", 2)
    edits[9] = Edit("identify", "visitorid", 0)
    for edit in edits:
        bird.update(key, bodies.body(key, [edit]))


@pytest.mark.clause(
    "bird.addressing.path-id",
    "bird.attributes.written",
    "bird.identifiers.added",
    "bird.identifiers.removed",
    "bird.partial.unsent-kept",
    *(f"bird.{kind.name}.{rule}" for kind in KINDS for rule in ("added", "removed", "set")),
)
def test_what_follows_a_refusal_is_carried_out(bird: Bird, bodies: Bodies) -> None:
    """On the contact of the refused update for each way of being refused, and on another one."""
    own, other = bird.contacts(2)
    taken = bird.names.fresh("emailaddress")
    bird.update(other, {"addIdentifiers": as_json([taken])})
    wrongs: list[dict[str, Json]] = [
        {"addIdentifiers": as_json([taken])},
        {"attributes": dict.fromkeys(bird.inventory.read_only[:1], "overwritten"), "strategy": "fourth"},
        {"removeFromAccounts": ["no-uuid"]},
    ]
    for turn, wrong in enumerate(wrongs):
        for key in (own, other)[: bird.explorer.budget(2, least=1 if turn else 2)]:
            change: dict[str, Json] = {"attributes": bodies.plain(turn + 800)}
            verb: Verb = ("set", "add", "remove")[turn]
            change |= bodies.body(key, [Edit(verb, kind.name, turn + 1) for kind in KINDS])
            change["addIdentifiers"] = as_json(bird.names.several("emailaddress", "visitorid"))
            bird.patch(own, {**change, **wrong})
            bird.update(key, change)
            bird.update(key, {"removeIdentifiers": change["addIdentifiers"]})
            bird.read(own)


@pytest.mark.clause("bird.partial.unsent-kept", "bird.attributes.written")
def test_random_edits_change_only_what_they_name(bird: Bird, bodies: Bodies) -> None:
    """One on top of the other."""
    key = bird.contacts(1)[0]

    def step(edits: list[Edit]) -> None:
        bird.update(key, bodies.body(key, edits))

    bird.explore("edits", bodies.edits(), step, standard=75)


@pytest.mark.clause("bird.partial.empty-body", "bird.partial.unsent-kept")
def test_an_empty_body_changes_nothing(bird: Bird, bodies: Bodies) -> None:
    """On a full contact, on a new one, and twice in a row."""
    key, other = bird.contacts(2)
    full(bird, bodies, key, 1)
    bird.update(key, {"attributes": {}})
    for target in (key, key, other):
        bird.update(target, {})
    if bird.can_create:
        bird.update(bird.fresh_contact(), {})


@pytest.mark.clause("bird.partial.unsent-kept", "bird.identifiers.added", "bird.identifiers.removed")
@pytest.mark.clause(*(f"bird.{kind.name}.{rule}" for kind in KINDS for rule in ("added", "removed")))
def test_to_add_or_remove_none_changes_nothing(bird: Bird, bodies: Bodies) -> None:
    """Empty arrays together and alone, on a full contact."""
    key = bird.contacts(1)[0]
    full(bird, bodies, key, 1)
    adding = ["addIdentifiers", *(kind.add for kind in KINDS)]
    removing = ["removeIdentifiers", *(kind.remove for kind in KINDS)]
    for fields in (adding, removing):
        bird.update(key, {field: [] for field in fields})
    for field in bird.some((*adding, *removing), least=1):
        bird.update(key, {field: []})


@pytest.mark.clause("bird.partial.null-clears")
def test_null_clears_or_keeps_an_attribute(bird: Bird, bodies: Bodies) -> None:
    """Each attribute alone, beside another, and where there was none."""
    bird.need_reads()
    key = bird.contacts(1)[0]
    for name in bird.some(dict(bird.inventory.attributes), least=1):
        bird.update(key, {"attributes": {name: _sample(bodies, name), "firstName": "Ada"}})
        bird.update(key, {"attributes": {name: None}})
        bird.update(key, {"attributes": {name: None, "displayName": "Beside null"}})
        bird.update(key, {})


def _sample(bodies: Bodies, name: str) -> Json:
    kind = next(kind for key, kind in bodies.inventory.attributes if key == name)
    return next(value for value in bodies.values(kind) if value not in ([], ""))
