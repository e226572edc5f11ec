"""The Id in a body: the record's own is fine, another is refused, none is needed, and no call changes it."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies
from contact_contracts.drivers.conga.values import may_be_null
from contact_contracts.exchange import Json


def near_misses(identifier: str) -> list[Json]:
    """Ids that differ from one in a single character at each place where a careless comparison stops looking."""
    swapped = {"0": "1"}
    changed = [
        identifier[:place] + swapped.get(identifier[place], "0") + identifier[place + 1 :]
        for place in (0, len(identifier) // 2, len(identifier) - 1)
    ]
    return [*changed, identifier + "0", identifier[:-1], "0", 5, True, [identifier], {"Id": identifier}]


@pytest.mark.clause("conga.id.matching-accepted", "conga.id.never-changes")
def test_the_records_own_id_is_accepted(conga: Conga, bodies: Bodies) -> None:
    """First and last in the body, alone with each kind of field, with and without payload."""
    for turn, key in enumerate(conga.contacts(3)[: conga.explorer.budget(3)]):
        own = conga.id_of(key)
        conga.update(key, {"Id": own, "FirstName": f"Own {turn}"})
        conga.update(key, {"LastName": f"Own {turn}", "Title": None, "Id": own}, payload="true")
        conga.update(key, {"Id": own, **bodies.full(turn + 5)})
        conga.update(key, {"Id": own})
        conga.update(key, {"LastName": f"Middle {turn}", "Id": own, "Title": "In the middle"})
        conga.update(key, {**bodies.full(turn + 9), "Id": own}, payload="false")
        conga.read_by_id(key)


@pytest.mark.clause("conga.id.mismatch-refused", "conga.id.never-changes", "conga.error.shape")
def test_another_id_is_refused_and_nothing_changes(conga: Conga, bodies: Bodies) -> None:
    """Another contact's, nobody's, and such as differ in one character; both contacts are read after each.

    First in the body, last, alone, and beside what would set and clear everything.
    """
    own, other = conga.contacts(2)
    conga.update(other, bodies.full(2))
    strangers: list[Json] = [conga.id_of(other), other, own, *near_misses(conga.id_of(own))]
    strangers = [identifier for identifier in strangers if identifier != conga.id_of(own)]
    for turn, identifier in enumerate(strangers):
        if turn % 5 == 0:
            conga.update(own, bodies.full(turn + 1))
        change: dict[str, Json] = {"FirstName": f"Changed {turn}", "Title": f"T{turn}", "Email": None}
        nulls: dict[str, Json] = dict.fromkeys(field for field in bodies.fields if may_be_null(field))
        wrong: dict[str, Json] = {"Id": identifier}
        forms = [
            {**wrong, **change},
            {**change, **wrong},
            wrong,
            {**bodies.full(turn), **wrong},
            {**wrong, **nulls},
        ]
        for place, body in enumerate(forms[turn % 5 :] + forms[: turn % 5]):
            if place < conga.explorer.budget(len(forms), least=1):
                conga.put(own, body, payload=("true", None, "false")[(turn + place) % 3])
                conga.read(own, other)
    conga.read_by_id(own, other)
    conga.update(own, bodies.full(1))


@pytest.mark.clause(
    "conga.id.matching-accepted",
    "conga.payload.on-request",
    "conga.payload.off-when-false",
    "conga.id.absent-updates",
)
def test_the_own_id_and_the_payload_take_nothing_from_an_update(conga: Conga) -> None:
    """Two bodies in turn, plain and then with the Id or with the flag: each time the same must arrive."""
    key = conga.contacts(1)[0]
    own: dict[str, Json] = {"Id": conga.id_of(key)}
    one: dict[str, Json] = {"FirstName": "Twin one", "Title": "T1", "Department": None}
    other: dict[str, Json] = {"FirstName": "Twin two", "Title": None, "Department": "D2"}
    for body in (one, other):
        conga.update(key, body)
    for body, changed in ((one, {**own, **one}), (other, {**other, **own})):
        conga.update(key, changed)
        conga.update(key, one if body is other else other)
        conga.update(key, body, payload="true")
        conga.update(key, one if body is other else other)
        conga.update(key, body, payload="false")


@pytest.mark.clause("conga.id.absent-updates")
def test_without_an_id_the_record_is_updated(conga: Conga, bodies: Bodies) -> None:
    """Values, nulls and lookups together, so that an update that is lost cannot be one field's fault."""
    keys = conga.contacts(2)
    for turn in range(conga.explorer.budget(10)):
        for key in keys:
            body = bodies.full(turn)
            cleared = dict.fromkeys(("Department", "OtherCity", "Salutation"))
            conga.update(key, {**body, **cleared} if turn % 2 else body)
            conga.update(key, {}, payload="true" if turn % 2 else None)
            conga.update(key, {"Id": conga.id_of(key), **bodies.full(turn + 1), "Title": None})


@pytest.mark.clause("conga.id.never-changes")
def test_no_call_changes_an_id(conga: Conga, bodies: Bodies) -> None:
    """Accepted and refused updates in any order, with every kind of Id; then each record by its first Id."""
    keys = conga.contacts(2)
    ids = [conga.id_of(key) for key in keys]

    def step(drawn: tuple[int, Json, dict[str, Json]]) -> None:
        turn, identifier, body = drawn
        conga.put(keys[turn], {"Id": identifier, **body})
        conga.read(*keys)

    known: list[Json] = [*ids, *ids, *near_misses(ids[0])[:3]]
    strategy = st.tuples(st.integers(0, 1), st.sampled_from(known), bodies.edits(most=2))
    conga.explore("ids", strategy, step, standard=30)
    conga.read_by_id(*keys)
