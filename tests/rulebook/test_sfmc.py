"""The Marketing Cloud rulebook on single exchanges: for each rule one that keeps it and one that breaks it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.exchange import Credential, Exchange, Json, Request, Response
from contact_contracts.judge.blame import settled_breaches
from contact_contracts.judge.hearing import hear
from contact_contracts.judge.tally import Tally
from contact_contracts.rulebook.prediction import EXISTS, Belief, State
from contact_contracts.rulebook.sfmc import AttributeSet, Facts, SfmcRulebook
from contact_contracts.rulebook.sfmc.facts import ID_ASPECT, KEY
from contact_contracts.rulebook.world import World

CONTRACT = load_contract("sfmc")
PERSON = AttributeSet(
    "Person", {"First": "text", "Last": "text", "Age": "number", "Vip": "boolean", "Born": "date"}
)
MAIL = AttributeSet("Mail", {"Address": "email", "Phone": "phone"})
LINE = AttributeSet("Line", {"Address": "text", "Name": "text"}, ("Address",))
SETS = {s.name: s for s in (PERSON, MAIL, LINE)}
FACTS = Facts(SETS, frozenset(SETS), frozenset({"contactID", "contactId"}))
ADA: State = {
    EXISTS: True,
    ID_ASPECT: 7,
    "Person.First": "Ada",
    "Person.Age": 36,
    "Mail.Address": "ada@example.com",
}
BOB: State = {EXISTS: True, ID_ASPECT: 8, "Person.First": "Bob"}
BAD_INPUT = "schema.bad-input-refused"
UUIDS = [f"8b51b524-28c1-46fc-9a44-02fca5b0a0{n:02x}" for n in range(90)]


class Talk:
    """A conversation about ada (id 7) and bob (id 8) before the judge."""

    def __init__(self) -> None:
        self.world = World({"ada": Belief(state=ADA), "bob": Belief(state=BOB)})
        self.tally = Tally()
        self.number = 0
        self.facts = FACTS

    def hears(
        self, operation: str, body: Json, status: int, answer: Json, credential: Credential = "default"
    ) -> None:
        self.number += 1
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"content-type": "application/json"}
        request = Request(operation, "PATCH", "http://t/x", headers=headers, body=content, credential=credential)
        response = Response(status, headers, json.dumps(answer).encode())
        hearing = hear(
            SfmcRulebook(CONTRACT, self.facts), CONTRACT, self.world, Exchange(self.number, request, response)
        )
        self.world = hearing.world
        self.tally.add(hearing)

    def updates(self, body: Json, *, status: int = 200, answer: Json = None, **more: Any) -> None:
        self.hears("updateContacts", body, status, result(self.number) if answer is None else answer, **more)

    def reads(self, key: str, *rows: dict[str, Json], identifier: int = 7) -> None:
        request = {"attributes": [{"key": name} for name in FACTS.asked()]}
        condition = {"attribute": {"key": KEY}, "operator": "Equals", "value": {"items": [key]}}
        shown = [{KEY: key, "Contact.Contact ID": identifier, **row} for row in rows]
        items = [{"values": [{"name": name, "value": value} for name, value in row.items()]} for row in shown]
        body = {"request": request, "conditionSet": {"conditions": [condition]}}
        self.hears("searchAttributes", body, 200, {"count": len(items), "items": items})

    @property
    def broken(self) -> set[str]:
        settled = settled_breaches(self.tally, CONTRACT)
        return {clause.removeprefix("sfmc.") for seen in settled for clause in seen.breach.clauses}


@pytest.fixture
def talk() -> Talk:
    return Talk()


def result(turn: int = 0, **more: Json) -> dict[str, Json]:
    body: dict[str, Json] = {
        "operationStatus": "OK",
        "rowsAffetcted": 1,
        "contactKey": "ada",
        "contactId": 7,
        "contactTypeID": 0,
        "isNewContactKey": False,
        "requestServiceMessageID": UUIDS[turn],
        "hasErrors": False,
        "resultMessages": [],
        "serviceMessageID": UUIDS[-1],
    }
    return body | more


def entry(name: str, *items: dict[str, Json]) -> dict[str, Json]:
    return {"name": name, "items": [{"values": [{"name": n, "value": v} for n, v in i.items()]} for i in items]}


def update(*sets: Json, **more: Json) -> dict[str, Json]:
    return {"contactKey": "ada", **more, "attributeSets": list(sets)}


BEFORE: dict[str, Json] = {"Person.First": "Ada", "Person.Age": 36, "Mail.Address": "ada@example.com"}
FAIL: dict[str, Json] = {"operationStatus": "FAIL", "hasErrors": True, "resultMessages": [{"message": "no"}]}
ERROR: dict[str, Json] = {"message": "no", "errorcode": 10005}
BOTH_NAMES = entry("Person", {"First": "Ida", "Last": "Lovelace"})
NAMED: dict[str, Json] = {**BEFORE, "Person.First": "Ida", "Person.Last": "Lovelace"}


@pytest.mark.parametrize(
    ("row", "broken"),
    [
        (NAMED, set()),
        ({**NAMED, "Person.Vip": None, "Other.Thing": 1}, set()),
        (BEFORE, {"addressing.by-key"}),
        ({**NAMED, "Person.First": "Ada"}, {"values.updated"}),
        ({**NAMED, "Person.Last": "lovelace"}, {"values.types"}),
        ({**NAMED, "Person.Age": None}, {"values.unsent-kept"}),
        ({**NAMED, "Mail.Address": None}, {"sets.unsent-kept"}),
    ],
)
def test_a_read_after_an_update(talk: Talk, row: dict[str, Json], broken: set[str]) -> None:
    talk.updates(update(BOTH_NAMES))
    talk.reads("ada", row)
    assert talk.broken == broken


@pytest.mark.parametrize(
    ("sent", "shown", "broken"),
    [
        ({"Age": 0}, 0, set()),
        ({"Age": 0}, None, {"values.types"}),
        ({"Age": 7}, "7", {"values.types"}),
        ({"Age": 7.5}, 7, {"values.types"}),
        ({"Vip": False}, False, set()),
        ({"Vip": False}, None, {"values.types"}),
        ({"Vip": True}, 1, {"values.types"}),
        ({"Vip": "true"}, True, set()),
        ({"Vip": "true"}, "True", set()),
        ({"Vip": "true"}, False, {"values.types"}),
        ({"Born": "2024-02-29"}, "2024-02-29T00:00:00-06:00", set()),
        ({"Born": "2024-02-29"}, "2/29/2024 12:00:00 AM", set()),
        ({"Born": "2024-02-29"}, "2024-03-01", {"values.types"}),
        ({"Born": "2024-02-29T13:45:10"}, "2024-02-29", set()),
        ({"Born": "2024-02-29T13:45:10"}, "2/29/2024 2:00:00 PM", {"values.types"}),
        ({"Last": "one\ntwo"}, "one\r\ntwo", set()),
        ({"Last": "one\ntwo"}, "one two", {"values.types"}),
        ({"Last": " x "}, "x", {"values.types"}),
        ({"Last": "007"}, 7, {"values.types"}),
    ],
)
def test_a_value_keeps_its_type(talk: Talk, sent: dict[str, Json], shown: Json, broken: set[str]) -> None:
    """Another value changes with it, so that a lost value differs from a lost call."""
    talk.updates(update(entry("Person", {**sent, "First": "Ida"})))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida", f"Person.{next(iter(sent))}": shown})
    assert talk.broken == broken


@pytest.mark.parametrize(
    ("shown", "broken"),
    [
        ("5555555555", set()),
        ("+1 (555) 555-5555", set()),
        ("555-555-555", {"values.types"}),
        ("+15555555556", {"values.types"}),
        ("1234 555-555-5555", {"values.types"}),
    ],
)
def test_a_telephone_number_may_lose_its_punctuation_and_get_a_country_code(
    talk: Talk, shown: str, broken: set[str]
) -> None:
    talk.updates(update(entry("Mail", {"Phone": "555-555-5555"}), entry("Person", {"First": "Ida"})))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida", "Mail.Phone": shown})
    assert talk.broken == broken


@pytest.mark.parametrize(("status", "answer"), [(200, None), (400, ERROR), (200, FAIL)])
def test_an_empty_key_beside_an_id_may_be_refused(talk: Talk, status: int, answer: Json) -> None:
    talk.updates({**update(BOTH_NAMES, contactId=7), "contactKey": ""}, status=status, answer=answer)
    assert not talk.broken


def test_null_in_place_of_a_key_beside_an_id_counts_as_absent(talk: Talk) -> None:
    talk.updates({**update(BOTH_NAMES, contactId=7), "contactKey": None}, status=400, answer=ERROR)
    assert talk.broken


@pytest.mark.parametrize(("casings", "broken"), [({"contactID"}, set()), ({"contactId"}, {BAD_INPUT})])
def test_a_spelling_of_the_id_that_is_not_looked_at_may_hold_anything(
    talk: Talk, casings: set[str], broken: set[str]
) -> None:
    talk.facts = replace(FACTS, casings=frozenset(casings))
    talk.updates(update(BOTH_NAMES, contactId={"id": 7}))
    assert talk.broken == broken


def test_a_lost_second_set_is_told_from_a_lost_value(talk: Talk) -> None:
    talk.updates(update(BOTH_NAMES, entry("Mail", {"Address": "ida@example.com"})))
    talk.reads("ada", NAMED)
    assert talk.broken == {"sets.all-applied"}


@pytest.mark.parametrize(("shown", "broken"), [((1, 2), set()), ((1,), {"sets.items-all-applied"})])
def test_every_item_shows_in_some_row(talk: Talk, shown: tuple[int, ...], broken: set[str]) -> None:
    talk.updates(update(entry("Line", *({"Address": f"a{n}", "Name": f"n{n}"} for n in (1, 2)))))
    talk.reads("ada", *({**BEFORE, "Line.Address": f"a{n}", "Line.Name": f"n{n}"} for n in shown))
    assert talk.broken == broken


def test_another_contact_that_changes_breaks_the_rule_of_addressing(talk: Talk) -> None:
    talk.updates({"contactID": "7", "attributeSets": [BOTH_NAMES]})
    talk.reads("ada", NAMED)
    talk.reads("bob", {"Person.First": "Ida"}, identifier=8)
    assert talk.broken == {"addressing.by-id"}


@pytest.mark.parametrize(
    ("answer", "broken"),
    [
        ({}, set()),
        ({"contactKey": "bob"}, {"answer.echo"}),
        ({"contactId": 8}, {"answer.echo"}),
        ({"contactId": "7", "contactID": 7, "rowsAffected": 2, "resultMessages": None}, set()),
        ({"isNewContactKey": True}, {"answer.not-new"}),
        ({"rowsAffetcted": 0}, {"answer.rows"}),
        ({"rowsAffetcted": None}, {"answer.shape"}),
        ({"hasErrors": True}, {"answer.status-ok"}),
        ({"resultMessages": [{"message": "x"}]}, {"answer.status-ok"}),
        ({"operationStatus": "FAIL"}, {"answer.status-ok"}),
        ({"serviceMessageID": "12"}, {"answer.message-ids"}),
        ({"requestServiceMessageID": UUIDS[5].upper()}, {"answer.message-ids"}),
    ],
)
def test_what_a_success_says(talk: Talk, answer: dict[str, Json], broken: set[str]) -> None:
    """The call before it was answered with the sixth of the ids."""
    talk.updates(update(BOTH_NAMES), answer=result(5))
    talk.updates(update(entry("Person", {"First": "Eve"})), answer=result(6, **answer))
    assert talk.broken == broken


@pytest.mark.parametrize(
    ("status", "answer", "broken"),
    [
        (400, ERROR, set()),
        (422, ERROR, set()),
        (200, FAIL, set()),
        (200, {**FAIL, "hasErrors": False}, {"failure.reported"}),
        (200, {**FAIL, "resultMessages": []}, {"failure.reported"}),
        (200, {**FAIL, "operationStatus": "OK"}, {"failure.reported"}),
        (400, {"error": "no"}, {"error.shape"}),
        (200, None, {"sets.name-required"}),
        (500, ERROR, {"schema.no-server-error"}),
    ],
)
def test_how_a_refusal_is_reported(talk: Talk, status: int, answer: Json, broken: set[str]) -> None:
    talk.updates(update(BOTH_NAMES, {"items": []}), status=status, answer=answer)
    assert talk.broken == broken


@pytest.mark.parametrize(
    ("body", "clause"),
    [
        ({"attributeSets": [BOTH_NAMES]}, "addressing.key-or-id-required"),
        ({"contactKey": "", "contactId": None, "attributeSets": [BOTH_NAMES]}, "addressing.key-or-id-required"),
        ({"contactKey": "ada"}, "sets.required"),
        ({"contactKey": "ada", "attributeSets": []}, "sets.required"),
        ({"contactKey": "ada", "attributeSets": [{"name": "", "items": []}]}, "sets.name-required"),
        ({"contactKey": "ada", "attributeSets": "x"}, "schema.bad-input-refused"),
        ({"contactKey": 5, "attributeSets": [BOTH_NAMES]}, "schema.bad-input-refused"),
        ([], "schema.bad-input-refused"),
        (b"{", "error.malformed"),
    ],
)
def test_what_must_be_refused(talk: Talk, body: Json, clause: str) -> None:
    talk.updates(body, status=400, answer=ERROR)
    assert not talk.broken
    talk.updates(body)
    assert talk.broken == {clause}


def test_a_refusal_that_writes_something_breaks_its_promise(talk: Talk) -> None:
    talk.updates(update(BOTH_NAMES, {"items": []}), status=400, answer=ERROR)
    talk.reads("ada", NAMED)
    assert talk.broken == {"sets.name-required", "error.refused-changes-nothing"}


@pytest.mark.parametrize(
    ("status", "broken"),
    [
        (401, set()),
        (403, {"error.missing-credentials"}),
        (500, {"error.missing-credentials", "schema.no-server-error"}),
    ],
)
def test_without_a_token_the_status_is_401(talk: Talk, status: int, broken: set[str]) -> None:
    talk.updates(update(BOTH_NAMES), status=status, answer=ERROR, credential="none")
    assert talk.broken == broken


@pytest.mark.parametrize("credential", ["foreign", "empty", "cut"])
@pytest.mark.parametrize(("status", "broken"), [(401, ()), (400, ("cut",)), (403, ("foreign", "empty", "cut"))])
def test_only_a_header_of_another_form_may_be_called_malformed(
    talk: Talk, credential: Credential, status: int, broken: tuple[Credential, ...]
) -> None:
    talk.updates(update(BOTH_NAMES), status=status, answer=ERROR, credential=credential)
    assert ("error.missing-credentials" in talk.broken) == (credential in broken)


@pytest.mark.parametrize("row", [NAMED, BEFORE])
@pytest.mark.parametrize(("status", "answer"), [(200, None), (400, ERROR), (200, FAIL)])
def test_what_becomes_of_sets_beside_an_unknown_one_is_open(
    talk: Talk, row: dict[str, Json], status: int, answer: Json
) -> None:
    talk.updates(update(BOTH_NAMES, entry("Nowhere", {"x": "y"})), status=status, answer=answer)
    talk.reads("ada", row)
    assert not talk.broken
    assert talk.tally.readings["sfmc.sets.partial-failure"]


@pytest.mark.parametrize("row", [NAMED, BEFORE])
@pytest.mark.parametrize("bad", [{"items": []}, {"name": "Person", "items": "text"}])
def test_a_refusal_may_be_for_an_unknown_set_and_good_ones_be_written(
    talk: Talk, row: dict[str, Json], bad: Json
) -> None:
    talk.updates(update(BOTH_NAMES, entry("Nowhere", {"x": "y"}), bad), status=400, answer=ERROR)
    talk.reads("ada", row)
    assert not talk.broken


def test_what_is_wrong_beside_an_unknown_set_must_be_refused(talk: Talk) -> None:
    talk.updates(update(entry("Nowhere", {"x": "y"}), {"name": "Person", "items": "text"}))
    assert talk.broken == {BAD_INPUT}


@pytest.mark.parametrize(
    "within",
    [
        {"name": "Nowhere", "items": "text"},
        {"name": "Nowhere", "items": [5]},
        {"name": "Nowhere", "items": [{"values": [{"name": ["x"], "value": {}}]}]},
        entry("Person", {"Shoe Size": [41]}),
    ],
)
@pytest.mark.parametrize(("status", "answer"), [(200, None), (400, ERROR)])
def test_what_the_account_lacks_may_be_passed_over_unseen(
    talk: Talk, within: Json, status: int, answer: Json
) -> None:
    talk.updates(update(within), status=status, answer=answer)
    talk.reads("ada", BEFORE)
    assert not talk.broken


@pytest.mark.parametrize(
    ("status", "answer", "row"), [(200, None, NAMED), (400, ERROR, BEFORE), (200, FAIL, BEFORE)]
)
def test_a_body_that_names_a_set_twice_may_be_refused(
    talk: Talk, status: int, answer: Json, row: dict[str, Json]
) -> None:
    twice = update(entry("Person", {"First": "Ida"}), entry("Person", {"Last": "Lovelace"}))
    talk.updates(twice, status=status, answer=answer)
    talk.reads("ada", row)
    assert not talk.broken


def test_a_search_is_for_the_contact_whose_key_it_names(talk: Talk) -> None:
    condition = {"attribute": {"key": KEY}, "operator": "Equals", "value": {"items": ["ada"]}}
    body = {"request": {"attributes": [{"key": KEY}]}, "conditionSet": {"conditions": [condition]}}
    request = Request("searchAttributes", "POST", "http://t/x", body=json.dumps(body).encode())
    assert [*SfmcRulebook(CONTRACT, FACTS).addressed(talk.world, request)] == ["ada"]


def test_an_answer_at_odds_with_itself_says_nothing_where_either_is_right(talk: Talk) -> None:
    odd: dict[str, Json] = {**FAIL, "operationStatus": "OK"}
    talk.updates(update(BOTH_NAMES, entry("Nowhere", {"x": "y"})), answer=odd)
    talk.reads("ada", NAMED)
    assert not talk.broken
    talk.updates(update(), answer=odd)
    assert talk.broken == {"failure.reported"}


@pytest.mark.parametrize(("ada", "bob"), [("Ida", "Bob"), ("Ada", "Ida"), ("Ada", "Bob")])
def test_a_key_and_the_id_of_another_contact_is_open(talk: Talk, ada: str, bob: str) -> None:
    talk.updates(update(entry("Person", {"First": "Ida"}), contactId=8))
    talk.reads("ada", {**BEFORE, "Person.First": ada})
    talk.reads("bob", {"Person.First": bob}, identifier=8)
    assert not talk.broken


def test_a_key_in_other_letters_is_another_contact(talk: Talk) -> None:
    talk.reads("ADA")
    talk.updates({**update(BOTH_NAMES), "contactKey": "ADA"}, answer=result(contactKey="ada"))
    talk.reads("ada", NAMED)
    assert "addressing.key-is-exact" in talk.broken
