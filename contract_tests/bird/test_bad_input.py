"""Input that the contract excludes is refused and leaves no trace; its legal twin is taken."""

from collections.abc import Callable, Iterator

import pytest

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.memberships import KINDS

Body = dict[str, Json]
NO_ARRAYS: tuple[Json, ...] = ("text", 1, True, {})
NO_FLAGS: tuple[Json, ...] = ("true", 1, 0, "", [], {})
NO_VALUES: tuple[Json, ...] = ({}, {"deep": 1}, [{}], [["text"]], ["text", {"a": 1}])
NO_OBJECTS: tuple[Json, ...] = ([], [{}], "text", 1, True)
BROKEN = (b"", b"{", b'{"attributes":', b"\xff\xfe", b"not json", b'{"a":1}}')


def wrong_types(bodies: Bodies) -> Iterator[Body]:
    """Each member with values of types that it does not have; what is known, alone and in an object."""
    for kind in KINDS:
        for known in bodies.known(kind)[:1]:
            for field in kind.fields:
                yield from ({field: value} for value in (known, [{"id": known}]))
    for name in ("addIdentifiers", "removeIdentifiers", "addToLists", "removeFromLists", "listIds"):
        yield from ({name: value} for value in NO_ARRAYS)
    for name in ("addToAccounts", "removeFromAccounts", "accountIds"):
        yield from ({name: value} for value in NO_ARRAYS)
    for name in ("addCompanyRefs", "removeCompanyRefs", "companyRefs"):
        yield from ({name: value} for value in (*NO_ARRAYS, [1], ["text", True], [["text"]], [{}]))
    yield from ({"allowWritingReadOnly": flag} for flag in NO_FLAGS)
    yield from ({"attributes": value} for value in ("text", 1, True, [], ["text"]))
    yield from ({"attributes": {"firstName": value}} for value in NO_VALUES)


def wrong_identifiers(_: Bodies) -> Iterator[Body]:
    """Identifiers that are incomplete, too short, too long or of another type."""
    good: Body = {"key": "visitorid", "value": "contract-test-bad-input"}
    bad: list[Json] = [
        "text",
        1,
        [],
        {},
        {"key": "visitorid"},
        {"value": "contract-test-bad-input"},
        {**good, "key": ""},
        {**good, "value": ""},
        {**good, "key": "k" * 65},
        {**good, "value": "v" * 501},
        {**good, "key": 1},
        {**good, "value": 1},
        {**good, "value": ["text"]},
    ]
    for number, item in enumerate(bad):
        yield {"addIdentifiers": ([item], [good, item], [item, good])[number % 3]}
    for item in bad[:6]:
        yield {"removeIdentifiers": [item]}


@pytest.mark.clause("bird.schema.bad-input-refused", "bird.error.shape")
@pytest.mark.parametrize("table", [wrong_types, wrong_identifiers])
def test_a_body_that_the_contract_excludes_is_refused(
    bird: Bird, bodies: Bodies, table: Callable[[Bodies], Iterator[Body]]
) -> None:
    """Beside a change that is not made then; the change alone is."""
    key = bird.contacts(1)[0]
    for turn, wrong in enumerate(bird.some(table(bodies), least=7)):
        change = {"attributes": bodies.plain(turn)}
        bird.update(key, {**change, **wrong})
        if turn % 4 == 0:
            bird.update(key, {"attributes": bodies.plain(turn + 500)})


@pytest.mark.clause("bird.schema.bad-input-refused", "bird.schema.no-server-error")
def test_what_is_no_json_object_is_refused(bird: Bird) -> None:
    """Arrays, scalars, broken JSON, and nothing at all."""
    key = bird.contacts(1)[0]
    for body in bird.some((*NO_OBJECTS, *BROKEN), least=4):
        bird.update(key, body)
    bird.update(key, {"attributes": {"firstName": "Taken"}})


def _hardly_anything(bird: Bird) -> list[tuple[str, Json]]:
    """Legal values that a careless server stumbles over."""
    arrays = [name for kind in ("texts", "numbers", "booleans") for name in bird.inventory.keys(kind)[:1]]
    found: list[tuple[str, Json]] = [(name, []) for name in arrays]
    found += [(name, value) for name in bird.inventory.keys("number")[:1] for value in (0, -1, 1e15)]
    found += [(name, value) for name in bird.inventory.keys("text")[:2] for value in ("", "0", None)]
    return found


@pytest.mark.clause("bird.schema.no-server-error")
def test_odd_but_parsable_bodies_break_nothing(bird: Bird) -> None:
    """Deep nesting, many members, huge numbers, nulls, and text of unusual characters."""
    key = bird.contacts(1)[0]
    deep: Json = "end"
    for _ in range(60):
        deep = [deep]
    odd: list[Body] = [
        {"unknown": deep},
        {f"unknown{number}": number for number in range(200)},
        {"unknown": "\u0000\u0001\u2028\ufffe"},
        {"unknown": 10**30},
        {"addToLists": None, "attributes": None, "strategy": None},
        {"addIdentifiers": [None]},
    ]
    empty: list[Body] = [
        {"addToLists": [], "removeFromLists": [], "addToAccounts": [], "removeFromAccounts": []},
        {"addIdentifiers": [], "removeIdentifiers": [], "addCompanyRefs": [], "removeCompanyRefs": []},
        {"listIds": [], "companyRefs": [], "attributes": {}},
        *({"attributes": {name: value}} for name, value in bird.some(_hardly_anything(bird), least=4)),
    ]
    for body in (*odd, *empty):
        bird.update(key, body)
    bird.patch(key, {}, ask=["", "é", "a" * 200])
    bird.read(key)


@pytest.mark.clause("bird.identifiers.added")
def test_the_longest_identifiers_are_taken(bird: Bird) -> None:
    """The legal twins of what is too short and too long, with keys of our own where the target takes them."""
    bird.need("identifier keys of our own", bird.inventory.custom_keys)
    key = bird.contacts(1)[0]
    value = f"{bird.names.fresh('visitorid')[1]:v<500}"
    item = {"key": bird.inventory.custom_keys[0], "value": value}
    bird.update(key, {"addIdentifiers": [item]})
    bird.update(key, {"removeIdentifiers": [item]})
