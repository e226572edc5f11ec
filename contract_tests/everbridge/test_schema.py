"""The schema half: what the contract excludes is refused, what it describes is answered as described."""

from collections.abc import Iterator

import pytest

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Body
from contact_contracts.drivers.schemathesis import Drawn, calls
from contact_contracts.exchange import Json

TEXT_LIMITS = {"firstName": 100, "lastName": 100, "externalId": 80, "middleInitial": 1, "suffix": 10}
INTEGERS = ("recordTypeId", "accountId", "individualAccountId")
ARRAYS = ("paths", "address", "contactAttributes", "topics", "groups", "groupsName")


def too_long(mark: str) -> Iterator[tuple[Body, Body]]:
    """(too long by one, just as long as allowed) for each documented length, plain and non-ASCII."""
    for name, most in TEXT_LIMITS.items():
        start = mark if name == "externalId" else ""
        for letter in ("x", "é"):
            yield {name: start.ljust(most + 1, letter)}, {name: start.ljust(most, letter)}


def wrong_types() -> Iterator[Body]:
    """Members of a type that no reading of the documents allows."""
    for name in ("firstName", "lastName", "externalId", "suffix", "country", "timezoneId", "businessName"):
        yield from ({name: value} for value in ({"text": "x"}, ["x"]))
    for name in INTEGERS:
        yield from ({name: value} for value in ("not a number", {"id": 1}, [1]))
    for name in ARRAYS:
        yield from ({name: value} for value in ("text", {"0": 1}, 7))
    yield from ({"topics": ["x"]}, {"groups": [{}]}, {"groupsName": [{"name": "x"}]}, {"paths": ["x"]})
    yield from ({"address": [5]}, {"contactAttributes": [[]]}, {"status": "X"})


def wrong_members(everbridge: Everbridge) -> Iterator[Body]:
    """Wrong types one level down."""
    for delivery in everbridge.inventory.deliveries[:2]:
        path = delivery.path()
        wrongs: list[Body] = [
            {"value": {}},
            {"waitTime": "soon"},
            {"countryCode": ["US"]},
            {"quietTimeFrames": "always"},
            {"skipValidation": "maybe"},
            {"pathEnable": {}},
        ]
        for wrong in wrongs:
            yield {"paths": [{**path, **wrong}], "timezoneId": "Europe/London"}
    place = {"locationName": "Home", "streetAddress": "1 Main St", "country": "US"}
    places: list[Body] = [
        {"city": ["x"]},
        {"gisLocation": "here"},
        {"gisLocation": {"lat": "north", "lon": "west"}},
    ]
    for wrong in places:
        yield {"address": [{**place, **wrong}]}


def fractions(everbridge: Everbridge) -> Iterator[Body]:
    """Whole numbers that are right, with a half added; whoever cuts it off takes them."""
    facts = everbridge.inventory
    yield {"recordTypeId": facts.record_types[0] + 0.5}
    yield from ({"topics": [topic + 0.5]} for topic in facts.topics[:1])
    yield from ({"groups": [group + 0.5]} for group in facts.groups[:1])
    for delivery in facts.deliveries[:1]:
        yield {"paths": [{**delivery.path(), "waitTime": 1.5}]}
        yield {"paths": [{**delivery.path(), "pathId": delivery.id + 0.5}]}


@pytest.mark.clause("everbridge.schema.bad-input-refused")
def test_each_length_is_a_limit(everbridge: Everbridge) -> None:
    """One more is refused and changes nothing; the limit itself is taken."""
    key = everbridge.contacts(1)[0]
    external_id = everbridge.external_id(key)
    for turn, (bad, good) in enumerate(too_long(external_id)):
        everbridge.update(key, {**everbridge.base(key, country="US", firstName=f"Bad {turn}"), **bad})
        everbridge.update(key, {**everbridge.base(key, country="DE"), **good})
    everbridge.update(key, everbridge.base(key, externalId=external_id))


@pytest.mark.clause("everbridge.schema.bad-input-refused")
def test_wrong_types_are_refused(everbridge: Everbridge) -> None:
    """Anywhere in the body; nothing else of it is applied."""
    key = everbridge.contacts(1)[0]
    wrongs = [*wrong_types(), *wrong_members(everbridge), *fractions(everbridge)]
    for turn, bad in enumerate(wrongs):
        everbridge.update(key, {**everbridge.base(key, suffix=f"b{turn}", country="BR"), **bad})


@pytest.mark.clause("everbridge.schema.bad-input-refused", "everbridge.schema.no-server-error")
def test_bodies_that_are_no_contact_are_refused(everbridge: Everbridge) -> None:
    """Other JSON values, broken JSON, nothing; for one contact and for a batch."""
    key = everbridge.contacts(1)[0]
    broken = (b"{", b'{"firstName": "x"', b"\xff\xfe", b"[1, 2", b"", b'{"firstName": "x"} {}')
    values: tuple[Json, ...] = ("text", 5, True, None, [], [{}], *broken)
    for value in values:
        everbridge.update(key, value)
    for value in ("text", 5, True, None, {"id": int(key), **everbridge.base(key)}, *broken):
        everbridge.batch(value)
        everbridge.read(key)


@pytest.mark.clause(
    "everbridge.schema.bad-input-refused",
    "everbridge.schema.no-server-error",
    "everbridge.batch.bad-row-reported",
)
def test_rows_that_are_no_contact_are_refused(everbridge: Everbridge) -> None:
    """Other JSON values in the place of a row, after a good one, before it, and alone."""
    key = everbridge.contacts(1)[0]
    values: tuple[Json, ...] = ("text", 5, True, [], [{}], "")
    for turn, value in enumerate(values):
        good = {"id": int(key), **everbridge.base(key)}
        everbridge.batch([[good, value], [value, good], [value]][turn % 3])
        everbridge.read(key)


@pytest.mark.clause("everbridge.schema.no-server-error", "everbridge.schema.answers-conform")
def test_odd_bodies_break_no_server(everbridge: Everbridge) -> None:
    """Incomplete, empty and repeated members, of which the documents say nothing."""
    key = everbridge.contacts(1)[0]
    path = {"prompt": "phone", "countryCode": "US"}
    frame: Body = {"name": "incomplete"}
    odd: list[Body] = [
        {"paths": [path]},
        {"paths": [{}]},
        {"paths": [{"value": "2025550142"}]},
        {"paths": [{**path, "quietTimeFrames": [frame]}], "timezoneId": "Europe/London"},
        {"paths": [{**path, "quietTimeFrames": [{**frame, "days": []}]}], "timezoneId": "Europe/London"},
        {"address": [{}]},
        {"address": [{"gisLocation": {}}, {"gisLocation": {}}]},
        {"contactAttributes": [{}]},
        {"contactAttributes": [{"name": "attr1", "values": []}]},
        {"contactAttributes": [{"name": "no such attribute", "values": ["x"]}]},
        {"groups": [], "groupsName": []},
        {"groupsName": [""]},
        {"topics": [], "unknownMember": {"deep": [[[]]]}},
        {"timezoneId": "Nowhere/Land", "country": "ZZ"},
    ]
    everbridge.put_nowhere("not-a-number", everbridge.base(key))
    for body in odd:
        everbridge.put(key, {**everbridge.base(key), **body})
        everbridge.session.believe(key, None)
        everbridge.read(key)


@pytest.mark.clause("everbridge.schema.bad-input-refused")
def test_unknown_parameter_values_are_refused(everbridge: Everbridge) -> None:
    """idType and updateType are closed lists."""
    key = everbridge.contacts(1)[0]
    for turn, by in enumerate(("name", "ID", "external")):
        everbridge.update(key, everbridge.base(key, firstName=f"By {turn}"), by=by)
    for turn, update_type in enumerate(("some", "FULLY", "none")):
        row = {"id": int(key), **everbridge.base(key, firstName=f"Type {turn}")}
        everbridge.batch([row], update_type=update_type)
        everbridge.read(key)


@pytest.mark.clause(
    "everbridge.schema.answers-conform", "everbridge.schema.no-server-error", "everbridge.schema.bad-input-refused"
)
@pytest.mark.parametrize("negative", [False, True], ids=["allowed", "excluded"])
def test_what_schemathesis_draws_for_one_contact(everbridge: Everbridge, negative: bool) -> None:
    """Bodies inside and outside the contract."""
    key = everbridge.contacts(1)[0]

    def step(drawn: Drawn) -> None:
        by = next((value for name, value in drawn.query if name == "idType"), "")
        exchange = everbridge.put(key, drawn.body, by=by)
        if exchange.response is not None and exchange.response.ok:
            everbridge.session.believe(key, None)
        everbridge.read(key)

    strategy = calls(everbridge.contract, "updateContact", negative=negative)
    everbridge.explore(f"schemathesis {negative}", strategy, step, standard=60)
    everbridge.update(key, everbridge.base(key, externalId=everbridge.fresh_external_id()))


@pytest.mark.clause(
    "everbridge.schema.answers-conform", "everbridge.schema.no-server-error", "everbridge.schema.bad-input-refused"
)
@pytest.mark.parametrize("negative", [False, True], ids=["allowed", "excluded"])
def test_what_schemathesis_draws_for_a_batch(everbridge: Everbridge, negative: bool) -> None:
    """Rows inside and outside the contract, on contacts of the run."""
    keys = everbridge.contacts(3, least=1)

    def step(drawn: Drawn) -> None:
        rows = drawn.body
        if isinstance(rows, list):
            rows = [
                {**row, "id": int(key)} if isinstance(row, dict) else row
                for row, key in zip(rows, keys, strict=False)
            ]
        exchange = everbridge.batch(rows)
        if exchange.response is not None and exchange.response.ok:
            for key in keys:
                everbridge.session.believe(key, None)
        everbridge.read(*keys)

    strategy = calls(everbridge.contract, "updateContactsBatch", negative=negative)
    everbridge.explore(f"schemathesis batch {negative}", strategy, step, standard=30)
    for key in keys:
        everbridge.update(key, everbridge.base(key, externalId=everbridge.fresh_external_id()))
