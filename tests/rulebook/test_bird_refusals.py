"""Bird: what must be refused, how, and that nothing changes then; a kept and a broken example each."""

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.exchange import ALMOST_RIGHT, Credential, Json
from contact_contracts.judge.blame import settled_breaches
from tests.rulebook.bird_examples import ADA, BOB, BOBS, LISTS, MAIL, Scene, add, contact, scene

ERROR = {"code": "InvalidPayload", "message": "no"}
UNCHANGED = "error.refused-changes-nothing"
FREE = ("emailaddress", "free@example.com")
CREATED_ID = "c0000000-0000-4000-8000-00000000000c"


def settled(seen: Scene) -> set[str]:
    breaches = settled_breaches(seen.tally, load_contract("bird"))
    return {clause.removeprefix("bird.") for found in breaches for clause in found.breach.clauses}


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ({"strategy": "last"}, "strategy.closed"),
        ({"addToLists": ["no-uuid"]}, "lists.uuid"),
        ({"removeFromAccounts": [LISTS[0], ""]}, "accounts.uuid"),
        ({"listIds": [*LISTS[:11]]}, "lists.at-most-ten"),
        ({"accountIds": []}, "accounts.not-empty"),
        ({"attributes": {"age": {"a": 1}}}, "schema.bad-input-refused"),
        ({"addIdentifiers": [{"key": "k" * 65, "value": "v"}]}, "schema.bad-input-refused"),
        ([], "schema.bad-input-refused"),
    ],
)
def test_a_body_against_a_rule_is_refused(body: Json, rule: str) -> None:
    refused, taken = scene(), scene()
    refused.patch(body, ERROR, 422)
    taken.patch(body, contact())
    assert rule in refused.held()
    assert taken.broken() == {rule}


@pytest.mark.parametrize(
    "body",
    [
        {"addToLists": [LISTS[0].upper()]},
        {"addToLists": [LISTS[0].replace("-", "")]},
        {"addToLists": ["11570000-0000-4000-8000-00000000ffff"]},
        {"addToLists": None},
        {"attributes": {"unknown": 1}},
        {"attributes": {"age": None}},
        {"attributes": {"score": 5, "firstName": "Zoë"}},
    ],
)
def test_what_the_documents_leave_open_may_be_refused_or_taken(body: Json) -> None:
    refused, taken = scene(), scene()
    refused.patch(body, ERROR, 422)
    taken.patch(body, contact())
    if body != {"addToLists": [LISTS[0].upper()]}:
        assert not settled(refused)
    assert not taken.broken()


@pytest.mark.parametrize(("status", "kept"), [(404, True), (401, True), (400, False), (200, False)])
def test_an_unknown_workspace_is_404_or_401(status: int, kept: bool) -> None:
    seen = scene()
    answer = contact() if status == 200 else ERROR
    seen.patch({}, answer, status, workspace="a1b2c3d4-0000-4000-8000-0000000000ff")
    assert ("error.unknown-workspace" in seen.broken()) is not kept


def test_a_workspace_that_is_no_uuid_is_refused_somehow() -> None:
    seen = scene()
    seen.patch({}, ERROR, 400, workspace="nowhere")
    assert not seen.broken()
    assert "error.workspace-uuid" in seen.held()


def test_a_contact_that_is_not_there_is_404() -> None:
    for status, rules in ((404, set()), (422, {"error.unknown-contact"})):
        seen = Scene()
        seen.read(None)
        seen.patch({}, ERROR, status)
        assert seen.broken() == rules


@pytest.mark.parametrize("body", ["text", {"strategy": "last"}, {"attributes": {"unknown": 1}}, add(BOBS)])
def test_a_contact_that_is_not_there_may_be_looked_for_after_the_body(body: Json) -> None:
    for status, kept in ((404, True), (409, True), (422, True), (200, False)):
        seen = Scene()
        seen.read(None)
        seen.read(contact(BOB), BOBS, key=BOB)
        seen.patch(body, contact() if status == 200 else ERROR, status)
        assert ("error.unknown-contact" not in seen.broken()) is kept, status


def test_a_workspace_that_is_not_there_may_be_looked_for_after_the_body() -> None:
    for status, kept in ((401, True), (422, True), (200, False)):
        seen = scene()
        answer = contact() if status == 200 else ERROR
        seen.patch([], answer, status, workspace="a1b2c3d4-0000-4000-8000-0000000000ff")
        assert ("error.unknown-workspace" not in seen.broken()) is kept, status


def test_wrong_credentials_change_nothing() -> None:
    seen = scene()
    seen.patch({"attributes": {"age": 1}}, ERROR, 401, credential="wrong")
    seen.read(contact(attributes={"displayName": "Ada", "age": 1}), MAIL)
    assert settled(seen) == {"error.missing-credentials", UNCHANGED}


@pytest.mark.parametrize("by", sorted(ALMOST_RIGHT))
@pytest.mark.parametrize("status", [400, 401, 403, 200])
def test_credentials_that_are_almost_right_may_be_refused_as_malformed(by: Credential, status: int) -> None:
    seen = scene()
    seen.patch({}, contact() if status == 200 else ERROR, status, credential=by)
    assert seen.broken() == ({"error.missing-credentials"} if status == 200 else set())


@pytest.mark.parametrize("strategy", [{"strategy": "first"}, {}])
def test_another_contact_that_changes_when_one_is_made_is_no_updates_fault(strategy: dict[str, Json]) -> None:
    for called, rule in ((FREE, "lifecycle.any-sequence"), (MAIL, "addressing.path-id")):
        seen = scene()
        made = contact() if called is MAIL else contact(CREATED_ID)
        seen.patch_by(called, strategy, made, 200 if called is MAIL else 201)
        seen.read(contact(BOB, computedDisplayName="Bill", attributes={"displayName": "Bill"}), BOBS, key=BOB)
        assert seen.broken() & {"lifecycle.any-sequence", "addressing.path-id"} == {rule}


def test_an_error_says_code_and_message() -> None:
    seen = scene()
    seen.patch({"strategy": "last"}, {"message": "no"}, 422)
    assert seen.broken() == {"error.shape"}


@pytest.mark.parametrize("strategy", ["strict_alias", None])
def test_anothers_identifier_is_a_conflict(strategy: str | None) -> None:
    rule = "strategy.strict-alias-refuses-two-contacts" if strategy else "strategy.default-is-strict-alias"
    body = add(FREE, BOBS) | ({"strategy": strategy} if strategy else {})
    for status, rules in ((409, set()), (422, set()), (404, {rule}), (200, {rule})):
        seen = scene()
        seen.patch(body, contact() if status == 200 else ERROR, status)
        assert seen.broken() == rules


def test_a_conflict_adds_not_even_the_free_identifier() -> None:
    seen = scene()
    seen.patch(add(FREE, BOBS) | {"strategy": "strict_alias"}, ERROR, 409)
    seen.read(contact(identifierCount=2), MAIL, FREE)
    assert settled(seen) == {"strategy.strict-alias-refuses-two-contacts", UNCHANGED}


def test_first_alias_passes_over_what_is_taken() -> None:
    body = add(BOBS, FREE) | {"strategy": "first_alias"}
    for there, rules in (
        ([MAIL, FREE], set()),
        ([MAIL], {"strategy.first-alias-tolerates", "identifiers.counted"}),
        ([MAIL, FREE, BOBS], {"strategy.first-alias-tolerates", "identifiers.counted"}),
    ):
        seen = scene()
        after = contact(identifierCount=len(there))
        seen.patch(body, after)
        seen.read(after, *there)
        assert seen.broken() == rules
        assert settled(seen) == rules - {"identifiers.counted"}


def test_first_adds_no_identifier() -> None:
    for by_identifier, rule in ((False, "strategy.first-adds-none-by-id"), (True, "strategy.first-adds-none")):
        seen = scene()
        body = add(FREE) | {"strategy": "first"}
        after = contact(identifierCount=2)
        if by_identifier:
            seen.patch_by(MAIL, body, after)
        else:
            seen.patch(body, after)
        seen.read(after, MAIL, FREE)
        assert settled(seen) == {rule}


def test_an_identifier_does_not_leave_its_owner() -> None:
    seen = scene()
    seen.patch(add(BOBS) | {"strategy": "first_alias"}, contact())
    seen.read(
        contact(BOB, computedDisplayName="Bob", attributes={"displayName": "Bob"}, identifierCount=0), key=BOB
    )
    assert "strategy.first-alias-tolerates" in seen.broken()


def test_removing_what_is_not_there_is_a_reading() -> None:
    for status, reading in ((200, "accepted"), (404, "refused")):
        seen = scene()
        removed = {"removeIdentifiers": [{"key": FREE[0], "value": FREE[1]}]}
        seen.patch(removed, contact() if status == 200 else ERROR, status)
        assert seen.readings("identifiers.removing-absent") == [reading]
        assert not seen.broken()


@pytest.mark.parametrize("status", [200, 422])
def test_a_read_only_attribute_is_not_what_was_sent(status: int) -> None:
    for score, rules in ((3, set()), (5, {"read-only.refused"})):
        seen = scene(attributes={"displayName": "Ada", "score": 3})
        after = contact(attributes={"displayName": "Ada", "score": score})
        seen.patch({"attributes": {"score": 5}}, after if status == 200 else ERROR, status)
        seen.read(after, MAIL)
        assert seen.broken() == rules


def test_the_flag_is_for_flows_only() -> None:
    seen = scene(attributes={"displayName": "Ada", "score": 3})
    after = contact(attributes={"displayName": "Ada", "score": 5})
    seen.patch({"attributes": {"score": 5}, "allowWritingReadOnly": True}, after)
    seen.read(after, MAIL)
    assert seen.broken() == {"read-only.flag-needs-flow"}


def test_a_legal_update_that_is_refused_is_noted_with_its_features() -> None:
    seen = scene()
    seen.patch({"strategy": "first_alias", **add(BOBS)}, ERROR, 409)
    assert "strategy.first-alias-tolerates" in settled(seen)
    assert seen.world.belief(ADA) is not None


def test_properties_of_the_callers_own_are_told_apart_by_type() -> None:
    seen = scene()
    seen.patch({"x-own": "text"}, contact())
    seen.patch({"x-own": {"deep": 1}}, ERROR, 422)
    assert settled(seen) == {"attributes.other-properties"}


def test_an_identifier_that_another_contact_has_lost_may_be_added() -> None:
    bob: dict[str, Json] = {"computedDisplayName": "Bob", "attributes": {"displayName": "Bob"}}
    alone = contact(BOB, **bob, identifierCount=0, isAnonymous=True)
    seen = scene()
    seen.patch({"removeIdentifiers": add(BOBS)["addIdentifiers"]}, alone, key=BOB)
    seen.read(alone, key=BOB)
    seen.patch(add(FREE), contact(identifierCount=2))
    seen.patch(add(BOBS), ERROR, 409)
    assert settled(seen) == {"identifiers.added"}


@pytest.mark.parametrize("status", [200, 422])
def test_long_text_and_lines_may_be_refused_but_not_changed(status: int) -> None:
    for text in ("two\nlines", "x" * 200):
        seen = scene()
        sent = {"attributes": {"firstName": text}}
        cut = contact(attributes={"displayName": "Ada", "firstName": text[:100].splitlines()[0]})
        seen.patch(sent, cut if status == 200 else ERROR, status)
        seen.read(cut if status == 200 else contact(), MAIL)
        assert settled(seen) == ({"attributes.written"} if status == 200 else set())


def test_what_is_there_may_be_refused_whatever_other_kinds_take() -> None:
    seen = scene(listIds=[LISTS[0]], companyRefs=["ACME"])
    there = contact(listIds=[LISTS[0]], companyRefs=["ACME"])
    seen.patch({"addToLists": [LISTS[0]]}, there)
    seen.read(there, MAIL)
    seen.patch({"addCompanyRefs": ["ACME"]}, ERROR, 409)
    assert not seen.tally.refused


def test_ten_lists_in_one_body_may_be_a_limit_of_a_contact() -> None:
    seen = scene(listIds=list(LISTS[:10]))
    seen.patch({"addToLists": [LISTS[10]]}, ERROR, 422)
    assert not seen.tally.refused


def test_companies_have_no_limit_at_all() -> None:
    seen = scene(companyRefs=[f"ACME {number}" for number in range(10)])
    seen.patch({"addCompanyRefs": ["ACME"]}, ERROR, 422)
    assert "addCompanyRefs beyond 10 in all" in {feature.name for feature in seen.tally.refused[0].features}


def test_blanks_around_an_identifier_may_be_refused_but_not_lost() -> None:
    trimmed, sent = ("CRM_Ref.2", "7"), ("CRM_Ref.2", " 7 ")
    seen = scene()
    seen.patch(add(sent), ERROR, 422)
    assert not seen.tally.refused
    seen.patch(add(sent), contact(identifierCount=2))
    seen.read(contact(identifierCount=2), MAIL, trimmed)
    assert settled(seen) == {"identifiers.added"}


def test_a_refusal_of_first_alias_may_be_due_to_the_address() -> None:
    seen = scene()
    seen.patch_by(MAIL, add(BOBS) | {"strategy": "first_alias"}, ERROR, 409)
    named = {feature.name: feature.clause for feature in seen.tally.refused[0].features}
    what = "first_alias over taken identifiers, addressed by another"
    assert named[what] == "bird.strategy.first-alias-tolerates"


def test_an_identifier_lost_to_an_empty_body_is_no_miscount() -> None:
    seen = scene()
    seen.patch({}, contact(identifierCount=0, isAnonymous=True))
    broken = [one.breach for one in seen.tally.breaches.values()]
    assert broken
    assert all("bird.partial.unsent-kept" in breach.narrower for breach in broken)


def test_a_long_identifier_is_told_from_a_long_one_beyond_ascii() -> None:
    for value, beyond in (("v" * 500, False), ("é" * 500, True)):
        seen = scene()
        seen.patch(add(("loyaltyid", value)), ERROR, 422)
        names = {feature.name for feature in seen.tally.refused[0].features}
        assert "an identifier's value of 500 characters" in names
        assert ("an identifier's non-ASCII value of 500 characters" in names) is beyond


def test_an_identifier_that_is_much_like_anothers_is_told_by_the_difference() -> None:
    seen = scene()
    seen.read(contact(BOB), ("visitorid", "abc"), ("visitorid", "v" * 201), key=BOB)
    for key, value, told in (
        ("visitorid", "ABC", "the case of letters"),
        ("crm", "abc", "its key"),
        ("visitorid", "abd", ""),
        ("visitorid", "ab", "having less, after 0 characters or more"),
        ("visitorid", "abcd", "having more, after 0 characters or more"),
        ("visitorid", "v" * 200 + "w", "its last character, after 200 characters or more"),
    ):
        seen.patch(add((key, value)) | {"strategy": "strict_alias"}, ERROR, 409)
        names = (feature.name for feature in seen.tally.refused[-1].features)
        assert [name.partition("'s in ")[2] for name in names if "differs" in name] == ([told] if told else [])


def test_an_identifier_that_went_with_anothers_is_the_other_calls_fault() -> None:
    seen = scene()
    for gone in ({"updatedAt": "2025-03-01T10:00:03.000Z"}, {"identifierCount": 0, "isAnonymous": True}):
        bobs = contact(BOB, computedDisplayName="Bob", attributes={"displayName": "Bob"}) | gone
        seen.patch({"removeIdentifiers": [{"key": MAIL[0], "value": MAIL[1]}]}, contact(identifierCount=0))
        seen.patch({}, bobs, key=BOB)
        seen.read(bobs, *([BOBS] if "updatedAt" in gone else []), key=BOB)
    breaches = [one.breach for one in seen.tally.breaches.values() if BOB in one.breach.where]
    assert breaches
    assert all("bird.addressing.path-id" in breach.narrower for breach in breaches)


def test_what_only_answers_say_may_be_refused_and_is_not_written() -> None:
    sent: dict[str, Json] = {"createdAt": "2001-02-03T04:05:06Z", "identifierCount": 7}
    for answer, status, rules in (
        (ERROR, 422, set()),
        (contact(), 200, set()),
        (contact(createdAt="2001-02-03T04:05:06Z"), 200, {"times.created-constant"}),
        (contact(identifierCount=7), 200, {"identifiers.counted"}),
    ):
        seen = scene()
        seen.patch(sent, answer, status)
        assert not seen.tally.refused
        assert seen.broken() == rules


def test_a_change_after_a_refusal_may_be_due_to_a_call_about_another_contact() -> None:
    seen = scene()
    seen.patch({"strategy": "last"}, ERROR, 422)
    seen.patch({"attributes": {"age": 1}}, contact(BOB, attributes={"displayName": "Bob", "age": 1}), key=BOB)
    seen.read(contact(attributes={"displayName": "Ada", "age": 1}), MAIL)
    breaches = [one.breach for one in seen.tally.breaches.values() if ADA in one.breach.where]
    assert breaches
    assert all("bird.addressing.path-id" in breach.narrower for breach in breaches)


def test_a_read_only_attribute_written_twice_is_no_late_read() -> None:
    seen = scene()
    for written in ("overwritten", "once more"):
        seen.patch(
            {"attributes": {"score": written}}, contact(attributes={"displayName": "Ada", "score": written})
        )
        seen.read(contact(attributes={"displayName": "Ada", "score": written}), MAIL)
    assert settled(seen) == {"read-only.refused"}
