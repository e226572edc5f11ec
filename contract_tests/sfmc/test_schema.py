"""The schema half: what the contract excludes is refused, what it describes is answered as described."""

from collections.abc import Iterator

import pytest

from contact_contracts.drivers.schemathesis import Drawn, calls
from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, Body
from contact_contracts.exchange import Json

NOT_TEXT: tuple[Json, ...] = (5, True, ["x"], {"x": "y"})
NOT_ARRAYS: tuple[Json, ...] = ("text", 5, True, {"0": {}})
NOT_OBJECTS: tuple[Json, ...] = ("text", 5, True, None, ["x"])


def wrong_members(good: Body) -> Iterator[Body]:
    """Bodies like a good one, with one member of a type that no reading of the documents allows."""
    for value in NOT_TEXT:
        yield {**good, "contactKey": value}
    for casing in ("contactId", "contactID"):
        yield from ({**good, casing: value} for value in (True, ["1"], {"id": 1}))
    yield from ({**good, "attributeSets": value} for value in NOT_ARRAYS)
    for entry in wrong_sets(good["attributeSets"][0]):
        yield {**good, "attributeSets": [entry]}
        yield {**good, "attributeSets": [*good["attributeSets"], entry]}
        yield {**good, "attributeSets": [entry, *good["attributeSets"]]}


def wrong_sets(entry: Body) -> Iterator[Json]:
    """Sets that are none, or whose members have a wrong type at any depth."""
    yield from NOT_OBJECTS
    yield from ({**entry, "name": value} for value in NOT_TEXT)
    yield from ({**entry, "items": value} for value in NOT_ARRAYS)
    yield from ({**entry, "items": [*entry["items"], value]} for value in NOT_OBJECTS)
    yield from ({**entry, "items": [{"values": value}]} for value in NOT_ARRAYS)
    values = entry["items"][0]["values"]
    yield from ({**entry, "items": [{"values": [*values, value]}]} for value in NOT_OBJECTS)
    wrong: tuple[Body, ...] = (
        {**values[-1], "value": {"x": 1}},
        {**values[-1], "value": ["x"]},
        {**values[-1], "name": 5},
        {**values[-1], "name": ["x"]},
    )
    yield from ({**entry, "items": [{"values": [*values[:-1], value]}]} for value in wrong)


@pytest.mark.clause("sfmc.schema.bad-input-refused", "sfmc.schema.no-server-error")
def test_what_is_no_list_is_refused(sfmc: MarketingCloud) -> None:
    """One set, item or value in place of a list of one, and what a list of pairs is mistaken for."""
    key = sfmc.contacts(1)[0]
    for turn in range(2):
        (entry,) = sfmc.plain_sets(key, turn + 1)
        for sets in _without_a_list(entry):
            sfmc.patch({"contactKey": key, "attributeSets": sets})
            sfmc.read(key)
        sfmc.update(key, [entry])


def _without_a_list(entry: Body) -> Iterator[Json]:
    (item,) = entry["items"]
    values: list[Body] = item["values"]
    yield entry
    yield {entry["name"]: entry}
    pairs = {value["name"]: value["value"] for value in values}
    for items in (item, values, [values], [{"values": values[-1]}], [{"values": pairs}]):
        yield [{**entry, "items": items}]


@pytest.mark.clause(
    "sfmc.schema.bad-input-refused",
    "sfmc.failure.reported",
    "sfmc.error.shape",
    "sfmc.schema.no-server-error",
)
def test_wrong_types_are_refused(sfmc: MarketingCloud) -> None:
    """Anywhere in the body; nothing else of it is applied, and its good twin is taken."""
    key = sfmc.contacts(1)[0]
    bad = list(wrong_members({"contactKey": key, "attributeSets": sfmc.plain_sets(key)}))
    for turn, body in enumerate(sfmc.explorer.sample(bad, standard=160)):
        sfmc.patch(body)
        sfmc.read(key)
        if turn % 6 == 5:
            sfmc.update(key, sfmc.plain_sets(key, turn + 1))


@pytest.mark.clause("sfmc.schema.bad-input-refused", "sfmc.schema.no-server-error")
def test_bodies_that_are_no_update_are_refused(sfmc: MarketingCloud) -> None:
    """Other JSON values, and nothing at all."""
    key = sfmc.contacts(1)[0]
    values: tuple[Json, ...] = ("text", 5, 0.5, True, False, None, [], [{}], [{"contactKey": key}], b"", b"  ")
    for value in values:
        sfmc.patch(value)
    for no_key in (5, ["x"]) if sfmc.id_of(key) is not None else ():
        sfmc.patch({"contactKey": no_key, sfmc.casing: sfmc.id_of(key), "attributeSets": sfmc.plain_sets(key, 6)})
    sfmc.read(key)


@pytest.mark.clause("sfmc.schema.answers-conform", "sfmc.schema.no-server-error")
def test_every_operation_answers_as_described(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """A contact is made, read set by set, updated and removed, as far as the target offers it."""
    key = sfmc.scratch()
    sfmc.update(key, sfmc.plain_sets(key, 1))
    if sfmc.can_read:
        for attributes in bodies.facts.sets.values():
            if attributes.name in bodies.facts.readable:
                sfmc.read_set(key, attributes)


@pytest.mark.clause("sfmc.schema.answers-conform", "sfmc.schema.no-server-error", "sfmc.schema.bad-input-refused")
@pytest.mark.parametrize("negative", [False, True], ids=["allowed", "excluded"])
def test_what_schemathesis_draws(sfmc: MarketingCloud, negative: bool) -> None:
    """Bodies inside and outside the contract; a key or an id in them becomes that of a contact of the run."""
    key = sfmc.contacts(1)[0]

    def step(drawn: Drawn) -> None:
        exchange = sfmc.patch(_aimed(drawn.body, key, sfmc.id_of(key)))
        if sfmc.took(exchange):
            sfmc.session.believe(key, None)
        sfmc.read(key)

    strategy = calls(sfmc.contract, "updateContacts", negative=negative)
    sfmc.explore(f"schemathesis {negative}", strategy, step, standard=40)


def _aimed(body: Json, key: str, identifier: int | None) -> Json:
    """The body with every usable key and id replaced; what is of a wrong type, empty or absent stays."""
    if not isinstance(body, dict):
        return body
    own: Body = {"contactKey": key, "contactId": identifier, "contactID": identifier}
    usable = {
        name
        for name in own
        if isinstance(body.get(name), str | int | float)
        and not isinstance(body[name], bool)
        and body[name] != ""
        and (name != "contactKey" or isinstance(body[name], str))
    }
    aimed = {name: own[name] if name in usable else value for name, value in body.items()}
    return aimed if not usable or identifier is not None else {**aimed, "contactKey": key}
