"""Tokens, creation, search and deletion, and that the bundled target tells the truth about the seed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from contact_contracts.reference import Credentials
from contact_contracts.reference.calls import Call
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.seed import SETS
from contact_contracts.target.bundled import bundled_environment, bundled_targets

from .sfmc_caller import (
    CONTACTS,
    DELETE,
    ID,
    KEY,
    OTHER_ID,
    OTHER_KEY,
    SEARCH,
    TOKEN,
    Sfmc,
    a_set,
    caller,
    equals,
    failure_of,
    names,
)

CLIENT = {
    "grant_type": "client_credentials",
    "client_id": "demo-client",
    "client_secret": "demo-client-secret",
}
FIRST = "Email Demographics.First Name"
LINE_NAME = "GroupConnect LINE Demographics.Display Name"
WHO = "Contact.Contact Key"


@pytest.fixture
def sfmc() -> Iterator[Sfmc]:
    with caller() as sfmc:
        yield sfmc


class Hurried(SfmcRules):
    """A server whose clock the test sets."""

    seconds = 1_000_000.5

    def clock(self, call: Call) -> float:  # noqa: ARG002 - the signature of what it replaces
        return self.seconds


# Tokens


def token_of(sfmc: Sfmc) -> dict[str, Any]:
    answer = sfmc.call("POST", TOKEN, json=CLIENT, headers={"authorization": ""})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert isinstance(body, dict)
    return body


def status_with(sfmc: Sfmc, token: str) -> int:
    body = {"contactKey": KEY, "attributeSets": [names()]}
    return sfmc.patch(body, headers={"authorization": f"Bearer {token}"}).status_code


def test_a_client_gets_a_token_that_works(sfmc: Sfmc) -> None:
    body = token_of(sfmc)
    assert (body["token_type"], body["expires_in"]) == ("Bearer", 1080)
    assert body["rest_instance_url"] == "http://reference.test/"
    assert status_with(sfmc, body["access_token"]) == 200


def test_no_two_tokens_are_the_same(sfmc: Sfmc) -> None:
    assert token_of(sfmc)["access_token"] != token_of(sfmc)["access_token"]


@pytest.mark.parametrize("wrong", [{"client_id": "x"}, {"client_secret": "é"}, {"client_secret": ""}])
def test_a_wrong_client_gets_no_token(sfmc: Sfmc, wrong: dict[str, str]) -> None:
    answer = sfmc.call("POST", TOKEN, json={**CLIENT, **wrong})
    assert (answer.status_code, answer.json()["errorcode"]) == (401, 0)


@pytest.mark.parametrize(("grant", "code"), [("password", 10005), (5, 10005), (None, 10005)])
def test_another_grant_is_refused(sfmc: Sfmc, grant: Any, code: int) -> None:
    answer = sfmc.call("POST", TOKEN, json={**CLIENT, "grant_type": grant})
    assert (answer.status_code, answer.json()["errorcode"]) in {(400, code), (400, 10001)}


def test_a_token_is_good_until_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with caller(Hurried, Credentials(token_seconds=60)) as sfmc:
        body = token_of(sfmc)
        assert body["expires_in"] == 60
        monkeypatch.setattr(Hurried, "seconds", 1_000_059.0)
        assert status_with(sfmc, body["access_token"]) == 200
        monkeypatch.setattr(Hurried, "seconds", 1_000_061.0)
        assert status_with(sfmc, body["access_token"]) == 401


def test_a_token_cannot_be_prolonged_by_its_owner(sfmc: Sfmc) -> None:
    expiry, rest = token_of(sfmc)["access_token"].split(".", 1)
    assert status_with(sfmc, f"{int(expiry) + 1}.{rest}") == 401


def test_a_token_of_another_secret_is_unknown(sfmc: Sfmc) -> None:
    with caller(credentials=Credentials(client_secret="other")) as other:
        assert status_with(other, token_of(sfmc)["access_token"]) == 401


# Creation


def test_a_new_contact_gets_an_id_past_32_bits_and_is_announced_as_new(sfmc: Sfmc) -> None:
    first, second = sfmc.create("a"), sfmc.create("b", names("Grace"))
    assert (first["isNewContactKey"], first["contactKey"]) == (True, "a")
    assert 2**32 < first["contactId"] != second["contactID"]
    assert sfmc.value(FIRST, "b") == "Grace"


def test_an_id_that_is_free_can_be_chosen(sfmc: Sfmc) -> None:
    given = sfmc.create("a")["contactId"]
    assert sfmc.create("b", contactId=given + 1)["contactId"] == given + 1
    assert sfmc.create("c")["contactId"] == given + 2
    sfmc.update(names("Ada"), contactID=given + 1)
    assert sfmc.value(FIRST, "b") == "Ada"


@pytest.mark.parametrize("taken", [{"contactKey": KEY}, {"contactKey": "new", "contactID": str(ID)}])
def test_a_key_or_an_id_that_is_in_use_fails_and_changes_nothing(sfmc: Sfmc, taken: dict[str, Any]) -> None:
    before = sfmc.everything()
    failure_of(sfmc.call("POST", CONTACTS, json={**taken, "attributeSets": [names("Changed")]}))
    assert (sfmc.everything(), sfmc.read("new")) == (before, [])


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"contactId": 5}, 10002),
        ({"contactKey": "new", "contactId": 0}, 10005),
        ({"contactKey": "new", "contactId": "05"}, 10005),
        ({"contactKey": "new", "contactId": "٣"}, 10005),
        ({"contactKey": "new", "contactId": 1.5}, 10005),
        ({"contactKey": "new", "contactId": 2**63}, 10005),
        ({"contactKey": "new", "contactId": "9" * 5000}, 10005),
    ],
)
def test_a_contact_without_key_or_with_an_odd_id_is_not_created(
    sfmc: Sfmc, members: dict[str, Any], code: int
) -> None:
    answer = sfmc.call("POST", CONTACTS, json={**members, "attributeSets": [names()]})
    assert (answer.status_code, answer.json()["errorcode"]) == (400, code)
    assert sfmc.read("new") == []


def test_a_creation_that_fails_leaves_nothing(sfmc: Sfmc) -> None:
    body = {"contactKey": "new", "attributeSets": [names(), a_set("No Such Set", {"x": "y"})]}
    failure_of(sfmc.call("POST", CONTACTS, json=body))
    assert sfmc.read("new") == []


# Search


def keys_found(sfmc: Sfmc, **condition_set: Any) -> list[str]:
    answer = sfmc.search([WHO], **condition_set).json()
    keys = [item["values"][0]["value"] for item in answer["items"]]
    assert answer["count"] == len(set(keys))
    return keys


def test_a_search_names_the_contact_itself(sfmc: Sfmc) -> None:
    (item,) = sfmc.read(OTHER_KEY, WHO, "Contact.Contact ID")
    assert item == {WHO: OTHER_KEY, "Contact.Contact ID": OTHER_ID}


def test_a_search_shows_one_item_for_each_row(sfmc: Sfmc) -> None:
    items = sfmc.read(KEY, FIRST, LINE_NAME)
    assert [item[LINE_NAME] for item in items] == ["Angie", "Angela at work"]
    assert {item[FIRST] for item in items} == {"Ángela"}


@pytest.mark.parametrize(
    "condition",
    [
        equals("Contact.Contact ID", ID),
        equals("Contact.Contact ID", str(ID)),
        equals("Email Addresses.Email Address", "nobody", "a.cruz@example.com"),
        equals(LINE_NAME, "Angela at work"),
        equals("Email Addresses.HTML Enabled", False),
        equals("Email Demographics.Number Profile Attribute", 7),
    ],
)
def test_any_attribute_of_any_row_can_be_a_condition(sfmc: Sfmc, condition: dict[str, Any]) -> None:
    assert keys_found(sfmc, operator="And", conditionSets=[], conditions=[condition]) == [KEY]


def test_conditions_are_joined_as_asked(sfmc: Sfmc) -> None:
    angela, joerg = equals(WHO, KEY), equals(FIRST, "Jörg")
    assert keys_found(sfmc, operator="And", conditions=[angela, joerg]) == []
    assert keys_found(sfmc, operator="Or", conditions=[angela, joerg]) == [KEY, OTHER_KEY]
    nested = {"operator": "And", "conditions": [joerg]}
    assert keys_found(sfmc, operator="Or", conditions=[angela], conditionSets=[nested]) == [KEY, OTHER_KEY]
    assert keys_found(sfmc, conditions=[equals(WHO, KEY, OTHER_KEY, KEY)]) == [KEY, OTHER_KEY]


@pytest.mark.parametrize(
    "conditions",
    [
        {"operator": "Xor", "conditions": [equals(WHO, KEY)]},
        {"conditions": [{**equals(WHO, KEY), "operator": "Like"}]},
        {"conditions": [equals("No.Such", KEY)]},
        {"conditionSets": [{"conditions": [equals("No.Such", KEY)]}]},
    ],
)
def test_a_condition_that_is_not_understood_is_refused(sfmc: Sfmc, conditions: dict[str, Any]) -> None:
    answer = sfmc.search([WHO], **conditions)
    assert (answer.status_code, answer.json()["errorcode"]) == (400, 10005)


def test_an_attribute_that_does_not_exist_cannot_be_read(sfmc: Sfmc) -> None:
    assert sfmc.search(["Email Demographics.Nothing"]).status_code == 400


@pytest.mark.parametrize(("path", "body"), [(SEARCH, {}), (DELETE, {}), (TOKEN, {})])
def test_a_body_that_lacks_something_is_refused_with_the_code_for_that(
    sfmc: Sfmc, path: str, body: dict[str, Any]
) -> None:
    answer = sfmc.call("POST", path, json=body)
    assert (answer.status_code, answer.json()["errorcode"]) == (400, 10002)


# Deletion


@pytest.mark.parametrize(
    ("query", "values"),
    [({"type": "keys"}, [KEY]), ({}, [KEY]), ({"type": "ids"}, [ID]), ({"type": "ids"}, [str(ID)])],
)
def test_a_deletion_removes_the_contacts_it_names_and_no_others(
    sfmc: Sfmc, query: dict[str, str], values: list[Any]
) -> None:
    body = {"values": [*values, "nobody"], "DeleteOperationType": "ContactAndAttributes"}
    answer = sfmc.call("POST", DELETE, json=body, params=query)
    assert (answer.status_code, answer.json()["operationInitiated"]) == (200, True)
    assert sfmc.read(KEY) == []
    assert sfmc.read(OTHER_KEY) != []
    assert sfmc.read(str(ID)) != []


def test_a_deleted_contact_cannot_be_updated_and_its_key_is_free(sfmc: Sfmc) -> None:
    sfmc.call("POST", DELETE, json={"values": [KEY]})
    sfmc.failed({"contactId": ID, "attributeSets": [names()]})
    assert sfmc.create(KEY)["contactId"] != ID


@pytest.mark.parametrize(
    ("query", "body"),
    [
        ({"type": "names"}, {"values": [KEY]}),
        ({}, {"values": [KEY], "DeleteOperationType": "AttributesOnly"}),
    ],
)
def test_a_deletion_of_another_kind_is_refused(sfmc: Sfmc, query: dict[str, str], body: dict[str, Any]) -> None:
    answer = sfmc.call("POST", DELETE, json=body, params=query)
    assert (answer.status_code, answer.json()["errorcode"]) == (400, 10005)
    assert sfmc.read(KEY) != []


# The bundled target, and what outlives the process


def test_the_bundled_target_knows_the_sets_and_contacts_of_the_seed(sfmc: Sfmc) -> None:
    target = bundled_targets({"sfmc": "http://127.0.0.1:1"}).sfmc
    assert target is not None
    told = {
        one.name: [(attribute.name, attribute.type, attribute.key) for attribute in one.attributes]
        for one in target.facts.attribute_sets
    }
    seeded = {
        name: [(one["name"], one["type"], one.get("key", False)) for one in attributes]
        for name, attributes in SETS.items()
    }
    assert told == seeded
    for contact in target.contacts:
        (item,) = sfmc.read(contact.key, "Contact.Contact ID")
        assert item["Contact.Contact ID"] == contact.id


def test_the_bundled_credentials_open_the_server(sfmc: Sfmc) -> None:
    environment = bundled_environment()
    known = Credentials()
    assert environment["CONTACT_CONTRACTS_DEMO_CLIENT_ID"] == known.client_id
    assert environment["CONTACT_CONTRACTS_DEMO_CLIENT_SECRET"] == known.client_secret


def test_contacts_and_tokens_outlive_a_restart(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.db'}"
    with caller(url=url) as sfmc:
        token = token_of(sfmc)["access_token"]
        sfmc.update(names("Kept"))
    with caller(url=url) as sfmc:
        assert sfmc.value(FIRST) == "Kept"
        assert status_with(sfmc, token) == 200
