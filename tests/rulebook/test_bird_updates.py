"""Bird: what an update does to attributes, memberships and derived members; a kept and a broken example each."""

import pytest

from contact_contracts.exchange import Json
from tests.rulebook.bird_examples import ADA, BOB, LISTS, MAIL, Scene, add, contact, request_for, scene

FREE = ("emailaddress", "free@example.com")
UNAUTHORIZED = {"code": "Unauthorized", "message": "who?"}


def shown(**attributes: Json) -> dict[str, Json]:
    return contact(attributes={"displayName": "Ada", **attributes}, updatedAt="2025-03-01T10:00:02.000Z")


@pytest.mark.parametrize(
    ("key", "sent", "stored", "kept"),
    [
        ("age", 1, 1, True),
        ("age", 1, 1.0, True),
        ("age", 1, "1", False),
        ("age", 1, True, False),
        ("age", 0, None, False),
        ("member", False, False, True),
        ("member", False, None, False),
        ("member", True, 1, False),
        ("firstName", " Zoë ", " Zoë ", True),
        ("firstName", " Zoë ", "Zoë", False),
        ("languages", ["de"], ["de"], True),
        ("languages", ["de"], "de", False),
        ("languages", ["de", "en"], ["en", "de"], False),
        ("languages", [1, 0], [True, False], False),
        ("languages", [], None, True),
    ],
)
def test_a_value_is_kept_with_its_type(key: str, sent: Json, stored: Json, kept: bool) -> None:
    seen = scene()
    after = shown(**{key: stored})
    seen.patch({"attributes": {key: sent}}, after)
    seen.read(after, MAIL)
    assert ("attributes.written" in seen.broken()) is not kept


def test_what_the_body_leaves_out_stays() -> None:
    seen = scene(listIds=[LISTS[0]], companyRefs=["ACME"])
    lost = shown(age=3) | {"listIds": [LISTS[0]]}
    seen.patch({"attributes": {"age": 3}}, lost)
    seen.read(lost, MAIL)
    assert seen.broken() == {"partial.unsent-kept"}


def test_an_empty_body_may_move_only_the_time() -> None:
    seen = scene()
    seen.patch({}, shown())
    seen.read(shown(), MAIL)
    assert not seen.broken()
    seen.patch({}, shown(age=1))
    seen.read(shown(age=1), MAIL)
    assert seen.broken() == {"partial.empty-body"}


def test_absent_null_and_empty_lists_mean_the_same() -> None:
    seen = scene(listIds=[LISTS[0]])
    seen.patch({"removeFromLists": [LISTS[0]]}, shown() | {"listIds": None, "accountIds": []})
    seen.read(shown(), MAIL)
    assert not seen.broken()


@pytest.mark.parametrize(
    ("field", "before", "named", "after", "rule"),
    [
        ("addToLists", [0], [1, 2], [0, 1], "lists.added"),
        ("addToLists", [0], [1], [1], "lists.added"),
        ("removeFromLists", [0, 1], [1], [0, 1], "lists.removed"),
        ("removeFromLists", [0, 1], [1], [], "lists.removed"),
        ("listIds", [0], [1], [0, 1], "lists.set"),
        ("listIds", [0], [], [0], "lists.set"),
    ],
)
def test_a_wrong_membership_breaks_its_own_rule(
    field: str, before: list[int], named: list[int], after: list[int], rule: str
) -> None:
    seen = scene(listIds=[LISTS[at] for at in before])
    wrong = shown() | {"listIds": [LISTS[at] for at in after]}
    seen.patch({field: [LISTS[at] for at in named]}, wrong)
    seen.read(wrong, MAIL)
    assert seen.broken() == {rule}


def test_several_list_members_in_one_body_are_a_reading() -> None:
    seen = scene(listIds=[LISTS[0]])
    after = shown() | {"listIds": [LISTS[2]]}
    seen.patch({"addToLists": [LISTS[1]], "listIds": [LISTS[2]]}, after)
    seen.read(after, MAIL)
    assert not seen.broken()
    assert seen.readings("lists.combined") == ["only the set"]


@pytest.mark.parametrize(("name", "kept"), [("Ada", True), ("ADA", False), (None, False)])
def test_the_display_name_attribute_wins(name: str | None, kept: bool) -> None:
    seen = scene()
    after = shown(firstName="Zoë") | {"computedDisplayName": name}
    seen.patch({"attributes": {"firstName": "Zoë"}}, after)
    seen.read(after, MAIL)
    assert seen.broken() == (set() if kept else {"display-name.attribute-first"})


def test_any_email_address_may_serve_as_the_name() -> None:
    seen = scene(attributes={}, computedDisplayName=MAIL[1])
    second = ("emailaddress", "zoe@example.com")
    for name in (MAIL[1], second[1]):
        after = contact(attributes={}, computedDisplayName=name, identifierCount=2)
        seen.patch(add(second), after)
        seen.read(after, MAIL, second)
    assert not seen.broken()


def test_a_telephone_number_may_be_normalised() -> None:
    seen = scene(attributes={}, computedDisplayName=MAIL[1])
    phone = ("phonenumber", "+12025550142")
    after = contact(attributes={}, computedDisplayName="+1 202-555-0142")
    seen.patch({**add(phone), "removeIdentifiers": [{"key": MAIL[0], "value": MAIL[1]}]}, after)
    seen.read(after, ("phonenumber", "+1 (202) 555-0142"))
    assert not seen.broken()
    assert "display-name.phone-fourth" in seen.held()


def test_null_is_a_reading_and_never_fails() -> None:
    for stored, reading in ((None, "cleared"), (7, "kept")):
        seen = scene(attributes={"displayName": "Ada", "age": 7})
        after = shown(age=stored)
        seen.patch({"attributes": {"age": None}}, after)
        seen.read(after, MAIL)
        assert not seen.broken()
        assert seen.readings("partial.null-clears") == [reading]


def test_only_a_wrong_answer_breaks_the_agreement_of_answer_and_read() -> None:
    seen = scene(listIds=[LISTS[0]])
    seen.patch({"addToLists": [LISTS[1]]}, shown() | {"listIds": [LISTS[0]]})
    seen.read(shown() | {"listIds": [LISTS[0], LISTS[1]]}, MAIL)
    assert seen.broken() == {"answer.reads-back"}


def test_an_attribute_missing_from_the_answer_is_the_querys_fault() -> None:
    seen = scene(attributes={"displayName": "Ada", "age": 7})
    answer = contact(attributes={"firstName": "Zoë"})
    seen.patch({"attributes": {"firstName": "Zoë"}}, answer, ask=("firstName",))
    seen.read(contact(attributes={"displayName": "Ada", "age": 7, "firstName": "Zoë"}), MAIL)
    assert seen.broken() == {"attributes.query-keeps-the-rest"}


def test_an_empty_attribute_that_was_asked_for_is_shown() -> None:
    for extra, rules in (({"age": None}, set()), ({}, {"attributes.query-adds-empty"})):
        seen = scene()
        seen.patch({}, shown(**extra), ask=("age",))
        assert seen.broken() == rules


@pytest.mark.parametrize(
    ("created", "updated", "rules"),
    [
        ("2025-03-01T11:00:00+01:00", "2025-03-01T10:00:02Z", set()),
        ("2025-03-01T10:00:00.001Z", "2025-03-01T10:00:02.000Z", {"times.created-constant"}),
        ("2025-03-01T10:00:00.000Z", "2025-03-01T10:00:00.500Z", {"times.updated-advances"}),
        ("2025-03-01 10:00", "2025-03-01T10:00:02.000Z", {"answer.required-fields", "schema.answers-conform"}),
    ],
)
def test_times_are_instants(created: str, updated: str, rules: set[str]) -> None:
    seen = scene()
    seen.patch({}, shown() | {"createdAt": created, "updatedAt": updated})
    assert seen.broken() == rules


def test_another_contact_does_not_change() -> None:
    seen = scene()
    seen.patch({"attributes": {"firstName": "Zoë"}}, shown(firstName="Zoë"))
    wrong = contact(BOB, computedDisplayName="Bob", attributes={"displayName": "Bob", "firstName": "Zoë"})
    seen.read(wrong, ("emailaddress", "bob@example.com"), key=BOB)
    assert seen.broken() == {"addressing.path-id"}


def test_an_id_in_the_body_names_nobody() -> None:
    seen = scene()
    seen.patch({"id": BOB, "attributes": {"firstName": "Zoë"}}, shown(firstName="Zoë"))
    wrong = contact(BOB, computedDisplayName="Bob", attributes={"displayName": "Bob", "firstName": "Zoë"})
    seen.read(wrong, ("emailaddress", "bob@example.com"), key=BOB)
    assert seen.broken() == {"addressing.body-id-has-no-effect"}


def test_mirrors_of_identifiers_and_unknown_members_are_no_business_of_ours() -> None:
    seen = scene()
    answer = shown(emailaddress=[MAIL[1]], lastSeen="today") | {"somethingNew": 1, "workspaceId": None}
    seen.patch({}, answer)
    seen.read(answer, MAIL)
    assert not seen.broken()
    assert ADA in seen.world.contacts


def test_an_id_in_the_body_becomes_no_attribute() -> None:
    seen = scene()
    seen.patch({"id": BOB}, shown())
    seen.read(shown(), MAIL)
    assert not seen.broken()
    seen.read(shown(id=BOB), MAIL)
    assert seen.broken() == {"addressing.body-id-has-no-effect"}


def test_an_identifier_named_twice_or_beside_a_new_one_counts_once() -> None:
    for body in (add(FREE, FREE), add(MAIL, FREE)):
        for count, rules in ((2, set()), (3, {"identifiers.add-twice"}), (1, {"identifiers.counted"})):
            seen = scene()
            seen.patch(body, contact(identifierCount=count))
            seen.read(contact(identifierCount=count), MAIL, FREE)
            assert seen.broken() == rules


def test_a_value_that_only_a_query_shows_is_no_empty_one() -> None:
    seen = scene()
    seen.hear(
        request_for("getContact", ADA, ask=("age",)), 200, contact(attributes={"displayName": "Ada", "age": 0})
    )
    assert seen.broken() == {"attributes.query-keeps-the-rest"}


def test_an_attribute_that_nobody_watches_may_be_asked_for() -> None:
    shown = {"displayName": "Ada", "shoeSize": 38}
    seen = scene()
    seen.hear(request_for("getContact", ADA), 200, contact(attributes=shown))
    seen.hear(request_for("getContact", ADA, ask=("shoeSize",)), 200, contact(attributes=shown))
    assert not seen.broken()


def test_an_empty_attribute_may_be_asked_for_twice() -> None:
    seen = scene()
    for _ in range(2):
        seen.hear(request_for("getContact", ADA, ask=("age",)), 200, contact(attributes={"displayName": "Ada"}))
    assert not seen.broken()


def test_a_query_that_names_a_key_twice_may_be_refused_but_not_half_heard() -> None:
    age_only = contact(attributes={"displayName": "Ada", "age": None})
    for ask, refused in ((("age", "member"), True), (("age", "member", "age"), False)):
        seen = scene()
        seen.hear(request_for("updateContact", ADA, {}, ask=ask), 422, UNAUTHORIZED)
        assert bool(seen.tally.refused) is refused
        seen = scene()
        seen.hear(request_for("updateContact", ADA, {}, ask=ask), 200, age_only)
        assert seen.broken() == {"attributes.query-adds-empty"}


def test_a_deletion_changes_no_other_contact() -> None:
    seen = scene()
    gone = request_for("deleteContact", BOB)
    seen.hear(gone, 204, None)
    seen.read(contact(attributes={}), MAIL)
    assert seen.broken() == {"lifecycle.any-sequence"}


def test_what_a_refused_call_may_have_changed_is_no_wrong_answer() -> None:
    seen = scene()
    body = {"attributes": {"firstName": "Augusta"}}
    later = contact(
        attributes={"displayName": "Ada", "firstName": "Stranger"}, updatedAt="2025-03-01T10:00:09.000Z"
    )
    seen.patch(body, contact(attributes={"displayName": "Ada", **body["attributes"]}))
    seen.patch({"attributes": {"firstName": "Stranger"}}, UNAUTHORIZED, 401, credential="wrong")
    seen.read(later, MAIL)
    loose = [entry.breach for entry in seen.tally.breaches.values()]
    assert loose
    assert all("bird.error.refused-changes-nothing" in breach.narrower for breach in loose)


@pytest.mark.parametrize(
    ("sent", "before", "after", "rules"),
    [
        ({"addToLists": [LISTS[0]]}, [0], [0, 0], {"lists.added"}),
        ({"addToLists": [LISTS[1]]}, [0], [0, 1, 1], {"lists.added"}),
        ({"attributes": {"age": 1}}, [0], [0, 0], {"partial.unsent-kept"}),
        ({"listIds": [LISTS[0], LISTS[0]]}, [], [0, 0], set()),
        ({"attributes": {"age": 1}}, [0, 0], [0, 0], set()),
    ],
)
def test_a_list_is_named_once(sent: Json, before: list[int], after: list[int], rules: set[str]) -> None:
    seen = scene(listIds=[LISTS[at] for at in before])
    answer = shown(**sent.get("attributes", {})) | {"listIds": [LISTS[at] for at in after]}
    seen.patch(sent, answer)
    seen.read(answer, MAIL)
    assert seen.broken() == rules


def test_derived_members_that_no_answer_shows_are_not_judged() -> None:
    derived = ("computedDisplayName", "identifierCount", "isAnonymous")
    bare = {name: value for name, value in contact().items() if name not in derived}
    seen = Scene()
    seen.read(bare, MAIL)
    ada: dict[str, Json] = {"displayName": "Ada"}
    steps: list[tuple[dict[str, Json], Json]] = [
        ({"attributes": {"displayName": None}}, {}),
        ({}, {}),
        ({"attributes": ada}, ada),
    ]
    for body, attributes in steps:
        seen.patch(body, bare | {"attributes": attributes})
        seen.read(bare | {"attributes": attributes}, MAIL)
    assert not seen.broken()
    assert not {rule for rule in seen.held() if rule.startswith(("display-name.", "anonymous.", "identifiers."))}
    for answer, rules in ((contact(), set()), (bare, {"display-name.attribute-first", "identifiers.counted"})):
        seen.patch({"attributes": {"displayName": "Ada"}}, answer)
        seen.read(answer, MAIL)
        assert seen.broken() == rules


@pytest.mark.parametrize("between", [{"attributes": {"age": 3}}, {"addCompanyRefs": ["NEXT"]}])
def test_a_removal_that_no_read_confirmed_keeps_its_clause_over_later_updates(between: dict[str, Json]) -> None:
    seen = scene(companyRefs=["ACME"])
    added = ["NEXT"] if "addCompanyRefs" in between else []
    after = shown(age=3) if "attributes" in between else shown()
    seen.patch({"removeCompanyRefs": ["ACME"]}, shown())
    seen.patch(between, after | {"companyRefs": added})
    seen.read(after | {"companyRefs": ["ACME", *added]}, MAIL)
    assert {"companies.removed"} <= seen.broken()
    assert "partial.unsent-kept" not in seen.broken()
