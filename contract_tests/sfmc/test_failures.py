"""Refusals: how they are reported, and that they change nothing."""

import json
from typing import cast

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.errors import NotObservable
from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, Body, Edit, a_set
from contact_contracts.exchange import ALMOST_RIGHT, Credential, Json


@pytest.mark.clause("sfmc.error.missing-credentials", "sfmc.error.shape")
@pytest.mark.parametrize("credential", ["none", "wrong"])
def test_without_a_token_it_is_401_and_nothing_changes(sfmc: MarketingCloud, credential: Credential) -> None:
    """By key, by id and by both; a body that would be taken, and one that would not."""
    key, *others = sfmc.up_to(2)
    for turn, address in enumerate(sfmc.addresses(key)):
        sfmc.update(key, sfmc.plain_sets(key, turn))
        sfmc.patch({**address, "attributeSets": sfmc.plain_sets(key, turn + 1)}, credential=credential)
        sfmc.read(key, *others)
    sfmc.patch({"contactKey": key}, credential=credential)
    sfmc.read(key)


@pytest.mark.clause("sfmc.error.missing-credentials", "sfmc.error.shape")
def test_what_is_almost_a_good_token_is_none(sfmc: MarketingCloud) -> None:
    """Another scheme, and a token that is missing, or has one character less, one more or another one."""
    key = sfmc.contacts(1)[0]
    for turn, credential in enumerate(("foreign", *sorted(ALMOST_RIGHT))):
        body: Body = {"contactKey": key, "attributeSets": sfmc.plain_sets(key, turn + 1)}
        sfmc.patch(body, credential=cast("Credential", credential))
        sfmc.read(key)


@pytest.mark.clause("sfmc.error.malformed", "sfmc.error.shape", "sfmc.schema.no-server-error")
def test_malformed_json_is_400(sfmc: MarketingCloud) -> None:
    """Cut off, continued, with a stray comma or quotation mark, with bytes that are no text."""
    key = sfmc.contacts(1)[0]
    whole = json.dumps({"contactKey": key, "attributeSets": sfmc.plain_sets(key, 3)}).encode()
    for text in (
        *(whole[:length] for length in (1, 10, 24, 45, len(whole) - 1)),
        whole[:-1] + b",}",
        whole + b" x",
        whole + b"}",
        whole + whole,
        whole.replace(b'"', b"'"),
        b"contactKey=nobody",
        b"\xff\xfe\xfa",
        b'{"contactKey": "\xff"}',
    ):
        sfmc.patch(text)
    sfmc.read(key)


@pytest.mark.clause(
    "sfmc.error.refused-changes-nothing",
    "sfmc.schema.bad-input-refused",
    "sfmc.sets.name-required",
    "sfmc.failure.reported",
)
def test_a_refused_update_changes_nothing(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Bodies that would change much, refused for one thing: in the first, the second or the last set."""
    key = sfmc.contacts(1)[0]
    attributes, attribute = bodies.attributes[0]
    wrong = _broken(attributes.name, attribute)

    def step(drawn: tuple[list[Edit], list[Edit], int, int]) -> None:
        before, edits, which, at = drawn
        sfmc.write(key, before)
        sets = bodies.sets(edits, key)
        broken = wrong[which]
        place = at % (len(sets) + 1)
        sfmc.update(key, [*sets[:place], broken, *sets[place:]])

    strategy = st.tuples(
        bodies.some(most=2), bodies.some(least=2), st.integers(0, len(wrong) - 1), st.integers(0, 6)
    )
    sfmc.explore("refused", strategy, step, standard=60)


@pytest.mark.clause("sfmc.error.refused-changes-nothing", "sfmc.schema.bad-input-refused")
def test_what_stands_around_a_refused_set_is_not_written(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Each fault once, in a set between two good ones, of which both would change something."""
    key = sfmc.contacts(1)[0]
    attributes, attribute = bodies.attributes[-1]
    first, second = bodies.writable[0], bodies.writable[-2:][0]
    sfmc.update(key, [sfmc.sample(one, key) for one in {first.name: first, second.name: second}.values()])
    for turn, broken in enumerate(_broken(attributes.name, attribute)):
        good = [sfmc.sample(one, key, turn + 1) for one in (first, second)]
        sfmc.update(key, [good[0], broken, good[1]])


def _broken(name: str, attribute: str) -> tuple[Body, ...]:
    """Sets that must be refused, those with a name under that of a set that the account has."""
    return (
        {"items": []},
        {"name": "", "items": []},
        {"name": 5, "items": []},
        {"name": ["x"], "items": []},
        {"name": name, "items": "text"},
        {"name": name, "items": ["text"]},
        {"name": name, "items": [{"values": "text"}]},
        {"name": name, "items": [{"values": [{"name": attribute, "value": {}}]}]},
        {"name": name, "items": [{"values": [{"name": attribute, "value": ["x", "y"]}]}]},
    )


@pytest.mark.clause("sfmc.failure.reported")
def test_a_refusal_with_http_200_says_so(sfmc: MarketingCloud) -> None:
    """Whatever a target refuses in this way; one whose refusals are all 4xx has nothing to say there."""
    key = sfmc.contacts(1)[0]
    bodies: tuple[Body, ...] = (
        {"attributeSets": sfmc.plain_sets(key)},
        {"contactKey": key},
        {"contactKey": key, "attributeSets": [{"items": []}]},
        {"contactKey": key, "attributeSets": [{"name": "No Such Attribute Set", "items": []}]},
    )
    answers = []
    for body in bodies:
        answers.append(sfmc.patch(body).response)
        sfmc.read(key)
    if not any(answer is not None and answer.ok for answer in answers):
        raise NotObservable("refusals with HTTP status 200; all that were tried were 4xx")


@pytest.mark.clause("sfmc.failure.reported", "sfmc.schema.no-server-error")
def test_a_value_of_another_type_is_taken_or_refused_aloud(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Text for a number, neither true nor false for a boolean: the documents leave it open."""
    key = sfmc.contacts(1)[0]
    others: dict[str, tuple[Json, ...]] = {"number": ("not a number", True), "boolean": ("perhaps", 5)}
    chosen = {s.types[name]: (s, name) for s, name in reversed(bodies.attributes) if s.types[name] in others}
    for kind, (attributes, name) in chosen.items():
        for value in others[kind]:
            sfmc.update(key, [a_set(attributes.name, {**sfmc.row(attributes, key), name: value})])
            sfmc.begin_with(key)


@pytest.mark.clause("sfmc.error.refused-changes-nothing", "sfmc.sets.required", "sfmc.values.updated")
def test_after_a_refusal_updates_work_as_before(sfmc: MarketingCloud) -> None:
    """Refused and accepted calls in turn, on two contacts."""
    first, second = sfmc.contacts(2)
    for turn in range(sfmc.explorer.budget(8, least=2)):
        sfmc.patch({"contactKey": first, "attributeSets": []})
        sfmc.update(second, sfmc.plain_sets(second, turn))
        sfmc.update(first, sfmc.plain_sets(first, turn + 1))
        sfmc.patch({"attributeSets": sfmc.plain_sets(first, turn + 2)})
        sfmc.read(first, second)
