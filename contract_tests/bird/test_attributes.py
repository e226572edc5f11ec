"""Attributes keep value and type; the query adds empty ones to the answer and hides none."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import UNUSUAL, Bodies
from contact_contracts.exchange import Json

DERIVED: dict[str, Json] = {
    "createdAt": "2001-02-03T04:05:06.000Z",
    "updatedAt": "2001-02-03T04:05:07.000Z",
    "computedDisplayName": "Not called this",
    "identifierCount": 42,
    "isAnonymous": "unknown",
    "workspaceId": "00000000-0000-4000-8000-00000000dead",
}
"""Members of an answer that are the server's to make."""
NEXT_TO_NOTHING: dict[str, tuple[Json, ...]] = {
    "text": ("0", "false", "null"),
    "number": (0, 0.0, -1),
    "boolean": (False, False, True),
    "texts": (["0"], ["false", "null"], ["-"]),
    "numbers": ([0], [0, 0.5], [0, 0]),
    "booleans": ([False], [False, False], [True, False]),
}
"""Values of each kind that careless servers take for nothing."""
MUCH_ALIKE: dict[str, tuple[Json, ...]] = {
    "text": ("Much Alike", "much Alike", "much Alik", "much\\alik "),
    "number": (1, 0, 1.5, 1),
    "boolean": (True, False, True, False),
    "texts": (["a", "b"], ["b", "a"], ["b"], ["B"]),
    "numbers": ([1, 0], [0, 1], [0], [1]),
    "booleans": ([True, False], [False, True], [False], [True]),
}
"""Values of each kind, of which each is easily taken for the one before it."""
EQUAL_TO_SOME: tuple[Json, ...] = ([1, 0], [True, False], [False, True], [0, 1])
"""Arrays whose types differ while a careless comparison calls them equal."""


@pytest.mark.clause("bird.attributes.written", "bird.answer.reads-back")
def test_every_attribute_keeps_every_kind_of_value(bird: Bird, bodies: Bodies) -> None:
    """All attributes at once, each time with other values, until each value of each attribute was sent."""
    key = bird.contacts(1)[0]
    columns: dict[str, list[Json]] = {}
    for name, kind in bird.inventory.attributes:
        columns.setdefault(name, []).extend(bodies.values(kind))
    rows = max(len(column) for column in columns.values())
    for row in bird.some(range(rows), least=5):
        values = {name: column[(row + at) % len(column)] for at, (name, column) in enumerate(columns.items())}
        bird.update(key, {"attributes": values})


@pytest.mark.clause("bird.attributes.written")
def test_a_value_gives_way_to_the_next(bird: Bird, bodies: Bodies) -> None:
    """Each attribute alone, from one value to any other."""
    key = bird.contacts(1)[0]

    def step(drawn: list[tuple[str, Json]]) -> None:
        for name, value in drawn:
            bird.update(key, {"attributes": {name: value}})

    one = st.sampled_from(bodies.attribute_pool)
    bird.explore("attributes", st.lists(one, min_size=2, max_size=5), step, standard=24)


@pytest.mark.clause("bird.attributes.written", "bird.answer.reads-back")
def test_a_value_gives_way_to_one_much_like_it(bird: Bird) -> None:
    """All attributes at once: another case, shorter, reordered, true after false, and equal but for the type."""
    key = bird.contacts(1)[0]
    series = {name: MUCH_ALIKE[kind] for name, kind in reversed(bird.inventory.attributes)}
    mixed = set(bird.inventory.keys("numbers")).intersection(bird.inventory.keys("booleans"))
    series |= dict.fromkeys(sorted(mixed)[1:] or mixed, EQUAL_TO_SOME)
    for step in range(4):
        bird.update(key, {"attributes": {name: values[step] for name, values in series.items()}})


@pytest.mark.clause("bird.attributes.written")
def test_unusual_text_is_refused_or_kept(bird: Bird) -> None:
    """Lines, tabs, escapes and great length, in texts and in arrays."""
    key = bird.contacts(1)[0]
    names = bird.inventory.keys("text", "texts")
    texts = dict.fromkeys(bird.inventory.keys("texts"))
    for turn, text in enumerate(bird.some(UNUSUAL, least=1)):
        for at in range(bird.explorer.budget(2, least=1)):
            name = names[-1 - (turn + at) % len(names)]
            bird.update(key, {"attributes": {name: ["one", text] if name in texts else text}})


@pytest.mark.clause("bird.attributes.written", "bird.attributes.query-adds-empty")
def test_attributes_of_our_own_are_refused_or_kept(bird: Bird) -> None:
    """Keys with blanks, signs and letters of all kinds, where a target takes keys that nobody has defined."""
    if not bird.inventory.own_attributes:
        return
    key = bird.fresh_contact()
    for name in bird.some(bird.inventory.own_attributes, least=2):
        bird.patch(key, {}, ask=["firstName", name])
        bird.update(key, {"attributes": {name: f"the value of {name}"}})
    bird.read(key)


@pytest.mark.clause("bird.attributes.written")
def test_arrays_of_several_types(bird: Bird) -> None:
    """Refused or kept as they are."""
    key = bird.contacts(1)[0]
    lists = bird.inventory.keys("texts", "numbers", "booleans")
    bird.need("attributes.list", lists)
    for name in lists:
        for value in bird.some((["one", 1], [1, "1", True], ["true", True, 1.5]), least=1):
            bird.update(key, {"attributes": {name: value}})


@pytest.mark.clause("bird.attributes.written")
def test_arrays_with_blanks_among_their_members(bird: Bird) -> None:
    """Refused or kept as they are: a blank, and empty text, in any place."""
    key = bird.contacts(1)[0]
    names = bird.inventory.keys("texts")
    bird.need("attributes.list", names)
    for name in names[: bird.explorer.budget(4, least=1)]:
        for value in (["one", " ", "two"], ["", "one"], *bird.some((["one", ""], ["", ""], ["  "]), least=1)):
            bird.update(key, {"attributes": {name: value}})


@pytest.mark.clause("bird.attributes.empty-text")
def test_empty_text_is_kept_or_counts_as_empty(bird: Bird) -> None:
    """For each text attribute, asked for by the query."""
    key = bird.contacts(1)[0]
    for name in bird.some(bird.inventory.keys("text")):
        bird.update(key, {"attributes": {name: "something"}})
        bird.patch(key, {"attributes": {name: ""}}, ask=[name])
        bird.read(key, ask=[name])
        bird.update(key, {"attributes": {name: "something else"}})


@pytest.mark.clause("bird.attributes.query-adds-empty", "bird.attributes.query-keeps-the-rest")
def test_the_query_adds_empty_attributes_and_hides_none(bird: Bird, bodies: Bodies) -> None:
    """None, one, several, all and all twice: empty keys and others, in any order, with and without a change."""
    names = sorted(dict(bird.inventory.attributes))
    keys = [bird.fresh_contact() if bird.can_create else bird.contacts(1)[0], bird.contacts(1)[0]]

    def step(drawn: tuple[int, list[str], bool]) -> None:
        turn, ask, change = drawn
        body = {"attributes": {"firstName": f"Asked for {len(ask)}"}} if change else {}
        bird.update(keys[turn], body, ask=ask)

    for key in keys:
        for ask in (names, names[::-1], *bird.some([[], names * 2, *([name] for name in names)], least=1)):
            bird.update(key, {"attributes": {"firstName": f"Asked {len(ask)}"}}, ask=ask)
    some = st.lists(st.sampled_from(names), max_size=4, unique=True)
    bird.explore("query", st.tuples(st.integers(0, 1), some, st.booleans()), step, standard=20)


@pytest.mark.clause("bird.attributes.query-keeps-the-rest")
def test_nothing_but_emptiness_hides_an_attribute(bird: Bird, bodies: Bodies) -> None:
    """Each kind of value that may pass for nothing is shown by a read that asks for none as by one that asks."""
    bird.need_reads()
    key = bird.contacts(1)[0]
    for number in range(bird.explorer.budget(3, least=1)):
        sent: dict[str, Json] = {}
        for name, kind in bird.inventory.attributes:
            values = NEXT_TO_NOTHING[kind]
            sent[name] = values[number % len(values)]
        bird.update(key, {"attributes": sent})
        bird.read(key, ask=list(sent))
        for name in list(sent)[:: 1 if number else 3]:
            bird.read(key, ask=[name])


@pytest.mark.clause("bird.attributes.other-properties")
def test_unknown_properties_are_accepted(bird: Bird, bodies: Bodies) -> None:
    """Of every JSON type, alone and beside a change, in plain and in odd names."""
    key = bird.contacts(1)[0]
    values: list[Json] = ["text", 1, 1.5, True, False, [], ["a", 1], {}, {"deep": {"er": [1]}}, "", None]
    for turn, value in enumerate(bird.some(values, least=3)):
        bird.update(key, {"x-contract-test": value})
        bird.update(key, {"contractTest": value, "attributes": bodies.plain(turn)})
    for name in bird.some(("contract test", "Größe", "$contract", "a" * 60), least=1):
        bird.update(key, {name: "text"})


@pytest.mark.clause("bird.times.created-constant", "bird.times.updated-advances", "bird.answer.workspace")
@pytest.mark.clause("bird.identifiers.counted", "bird.display-name.attribute-first")
def test_what_answers_derive_is_refused_or_without_effect(bird: Bird) -> None:
    """All of it, and each alone, beside a change."""
    key = bird.contacts(1)[0]
    alone = [{name: value} for name, value in DERIVED.items()]
    for turn, sent in enumerate((DERIVED, *bird.some(alone, least=2))):
        bird.update(key, {**sent, "attributes": {"firstName": f"Derived {turn}"}})
