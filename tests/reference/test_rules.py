"""What every family's rules share."""

from __future__ import annotations

from typing import Any

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.reference import Credentials, create_app
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change
from contact_contracts.reference.registry import UnknownFamilyError
from contact_contracts.reference.rules import FamilyRules
from contact_contracts.reference.store import Database

from .conftest import Everbridge, caller, contact


class Forgetful(EverbridgeRules):
    """Wrong in one way: topics that are left out stay."""

    def replace_topics(self, change: Change) -> list[Any]:
        return super().replace_topics(change) or change.old.get("topics", [])


class Breaking(EverbridgeRules):
    """Breaks after it has written."""

    def update_contact(self, call: Call) -> Answer:
        super().update_contact(call)
        raise RuntimeError("secret detail")


class Unfinished(FamilyRules):
    """Lacks every operation."""

    family = "everbridge"

    def is_authorized(self, call: Call) -> bool:
        return call.path == {}

    def error_body(self, refusal: Refusal) -> Any:
        return refusal.message


def everbridge_with(rules: type[EverbridgeRules]) -> Everbridge:
    return Everbridge(caller(create_app(["everbridge"], rules={"everbridge": rules})))


def test_overriding_one_method_changes_one_thing() -> None:
    everbridge = everbridge_with(Forgetful)
    someone = everbridge.create(topics=[1], suffix="Jr")
    after = everbridge.replace(someone)
    assert (after["topics"], "suffix" in after) == ([1], False)


def test_a_fault_of_the_server_is_answered_without_details_and_changes_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    everbridge = everbridge_with(Breaking)
    someone = everbridge.create()
    before = everbridge.read(someone)
    answer = everbridge.put(someone, contact(suffix="Jr"))
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "secret detail" in caplog.text
    assert everbridge.read(someone) == before


def test_rules_without_a_method_for_an_operation_are_refused_at_once() -> None:
    with pytest.raises(TypeError, match=r"lacks \w+_contact\(\) for the operation \w+Contact"):
        Unfinished(load_contract("everbridge"), Database().family("everbridge"), Credentials())


def test_an_unknown_family_is_refused_by_name() -> None:
    with pytest.raises(UnknownFamilyError, match="everbridge, bird, conga, sfmc"):
        create_app(["evrbridge"])


def test_no_family_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        create_app([])


def test_credentials_are_those_that_were_given() -> None:
    app = create_app(["everbridge"], credentials=Credentials(token="other"))
    client = caller(app)
    assert client.get("/groups/1").json()["message"] == "Unauthorized"
    client.headers["authorization"] = "Bearer other"
    assert "Org" in client.get("/groups/1").json()["message"]


def test_secrets_do_not_show_in_a_repr() -> None:
    shown = repr(Credentials(password="hidden-1", token="hidden-2", client_secret="hidden-3"))
    assert "hidden" not in shown
