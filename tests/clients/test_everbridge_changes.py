"""A full update keeps what the caller does not name, and shows what a bare one would remove, before it does."""

from __future__ import annotations

import asyncio
import warnings
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.clients.calling import package, settled
from tests.clients.servers import Running, json_of

EMPLOYEE, CONTRACTOR = 1533823015714817, 1533823015714818
PHONE, EMAIL = 241901148045319, 241901148045316
NIGHT = {"name": "night", "days": [2, 3], "fromHour": 22, "fromMin": 0, "toHour": 6, "toMin": 0}
CONTACT = {
    "firstName": "Ana",
    "lastName": "Silva",
    "recordTypeId": EMPLOYEE,
    "suffix": "Jr",
    "timezoneId": "Europe/Lisbon",
    "paths": [
        {"pathId": PHONE, "countryCode": "US", "value": "2025550142", "quietTimeFrames": [NIGHT]},
        {"pathId": EMAIL, "value": "ana@example.com"},
    ],
    "address": [{"locationName": "Home", "streetAddress": "7 Mill Lane", "country": "GB"}],
    "contactAttributes": [{"name": "attr1", "values": ["option1"]}, {"name": "Job title", "values": ["Smith"]}],
    "groups": [1, 2],
    "topics": [7001, 7002],
}
each_way = pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])


def models() -> Any:
    return package("everbridge", ".models")


def replacement(**members: Any) -> Any:
    return models().ContactReplacement(**members)


def in_turn(servers: Running, asynchronous: bool, steps: Any) -> Any:
    """Run the steps with a client of either kind and the id of a contact that was just made."""

    async def run() -> Any:
        made = servers.client("everbridge", asynchronous=asynchronous)
        body = models().ContactCreation.from_dict({**CONTACT, "externalId": f"ana-{uuid4()}"})
        created = await settled(made.create_contact(body))
        try:
            return await steps(made, str(created.id))
        finally:
            await settled(made.aclose() if asynchronous else made.close())

    return asyncio.run(run())


async def read(made: Any, contact_id: str) -> dict[str, Any]:
    found: dict[str, Any] = json_of((await settled(made.get_contact(contact_id))).result)
    return {name: value for name, value in found.items() if not name.startswith("lastModified")}


@each_way
def test_what_is_not_named_is_kept(servers: Running, asynchronous: bool) -> None:
    async def steps(made: Any, contact_id: str) -> None:
        before = await read(made, contact_id)
        other = f"eva-{uuid4()}"
        change = await settled(made.prepare_change(contact_id, replacement(suffix="PhD", external_id=other)))
        assert await read(made, contact_id) == before, "nothing is written before save()"
        assert (await settled(change.save())).message == "OK"
        assert await read(made, contact_id) == {**before, "suffix": "PhD", "externalId": other}
        emptied = await settled(made.prepare_change(other, id_type=models().IdType.EXTERNALID))
        emptied.contact.suffix = None
        emptied.contact.external_id = before["externalId"]
        await settled(emptied.save())
        assert await read(made, contact_id) == {name: value for name, value in before.items() if name != "suffix"}

    in_turn(servers, asynchronous, steps)


@each_way
def test_what_a_bare_update_would_remove_is_shown_before(servers: Running, asynchronous: bool) -> None:
    async def steps(made: Any, contact_id: str) -> None:
        before = await read(made, contact_id)
        body = replacement(
            first_name="Eva",
            last_name="Silva",
            external_id=before["externalId"],
            record_type_id=EMPLOYEE,
            paths=[models().PathWrite(path_id=PHONE, country_code="US", value="2025550143")],
            topics=[7002],
        )
        removed = await settled(made.preview_replacement(contact_id, body))
        assert await read(made, contact_id) == before
        assert {each.kind for each in removed} == {"removed"}
        places = [each.place for each in removed]
        assert sorted(places) == [
            *("address", "contactAttributes[Job title]", "contactAttributes[attr1]", f"paths[{EMAIL}]"),
            *("suffix", "timezoneId", "topics"),
        ]
        await settled(made.update_contact(contact_id, body))
        after = await read(made, contact_id)
        assert {"suffix", "timezoneId", "address", "contactAttributes"}.isdisjoint(after)
        assert [path["pathId"] for path in after["paths"]] == [PHONE]
        assert after["paths"][0]["quietTimeFrames"] == [NIGHT], "which is why they are not in the list"
        assert after["groups"] == [1, 2]

    in_turn(servers, asynchronous, steps)


@each_way
def test_a_change_tells_what_it_does_and_what_it_saves(servers: Running, asynchronous: bool) -> None:
    async def steps(made: Any, contact_id: str) -> None:
        change = await settled(made.prepare_change(contact_id, replacement(suffix="PhD")))
        assert str(change) == "suffix: 'Jr' becomes 'PhD'"
        assert {"firstName", f"paths[{PHONE}]", "topics"} <= {each.place for each in change.kept}
        change.contact.paths.reverse()
        change.contact.topics.remove(7001)
        change.contact.business_name = "Harbour Works"
        assert [str(each) for each in change.differences] == [
            "suffix: 'Jr' becomes 'PhD'",
            "businessName: 'Harbour Works' added",
            f"order of paths: [{PHONE}, {EMAIL}] becomes [{EMAIL}, {PHONE}]",
            "topics: 7001 removed",
        ]

    in_turn(servers, asynchronous, steps)


@each_way
def test_a_name_is_not_overruled_by_the_id_that_was_read(servers: Running, asynchronous: bool) -> None:
    async def steps(made: Any, contact_id: str) -> None:
        named = await settled(made.prepare_change(contact_id, replacement(record_type_name="Contractor")))
        await settled(named.save())
        assert (await read(made, contact_id))["recordTypeId"] == CONTRACTOR
        edited = await settled(made.prepare_change(contact_id))
        edited.contact.record_type_name = "Employee"
        edited.contact.contact_attributes[0].name = "Floor"
        edited.contact.contact_attributes[0].values = ["3"]
        await settled(edited.save())
        after = await read(made, contact_id)
        assert after["recordTypeId"] == EMPLOYEE
        values = {each["name"]: each["values"] for each in after["contactAttributes"]}
        assert values == {"Floor": ["3"], "Job title": ["Smith"]}

    in_turn(servers, asynchronous, steps)


@each_way
def test_a_contact_that_changed_meanwhile_is_left_alone(servers: Running, asynchronous: bool) -> None:
    async def steps(made: Any, contact_id: str) -> None:
        mine = await settled(made.prepare_change(contact_id, replacement(suffix="PhD")))
        theirs = await settled(made.prepare_change(contact_id, replacement(last_name="Costa")))
        await settled(theirs.save())
        between = await read(made, contact_id)
        with pytest.raises(package("everbridge").ChangedMeanwhile, match="at lastName") as caught:
            await settled(mine.save())
        assert "Costa" not in str(caught.value)
        assert await read(made, contact_id) == between
        await settled(mine.save(look_again=False))
        assert (await read(made, contact_id))["lastName"] == "Silva"

    in_turn(servers, asynchronous, steps)


@each_way
def test_a_membership_that_ended_meanwhile_is_not_brought_back(servers: Running, asynchronous: bool) -> None:
    async def steps(made: Any, contact_id: str) -> None:
        change = await settled(made.prepare_change(contact_id, replacement(suffix="PhD")))
        leave = {"by_type": models().GroupAddressing.ID, "group_id": 2}
        await settled(made.remove_contacts_from_group([int(contact_id)], **leave))
        await settled(change.save(look_again=False))
        assert (await read(made, contact_id))["groups"] == [1]

    in_turn(servers, asynchronous, steps)


@each_way
def test_a_change_gives_no_reason_for_a_warning(servers: Running, asynchronous: bool) -> None:
    async def steps(made: Any, contact_id: str) -> None:
        change = await settled(made.prepare_change(contact_id, replacement(suffix="PhD")))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            await settled(change.save())

    in_turn(servers, asynchronous, steps)


@pytest.mark.parametrize("contact", [None, {}, {"firstName": "Ana"}])
def test_an_answer_without_a_contact_is_an_error(contact: Any) -> None:
    everbridge = package("everbridge")
    answer = httpx.MockTransport(lambda _: httpx.Response(200, json={"result": contact}))
    with (
        everbridge.EverbridgeClient(username="u", password="p", organization_id=1, transport=answer) as made,
        pytest.raises(everbridge.errors.UnreadableAnswer),
    ):
        made.prepare_change("5")


@pytest.mark.parametrize(
    ("read_contact", "named", "sent"),
    [
        (
            {"suffix": None, "paths": None, "address": [{"city": None, "country": "GB"}]},
            {},
            {"address": [{"country": "GB"}]},
        ),
        ({"suffix": "Jr"}, {"suffix": None}, {}),
        ({"custom": [1, {"a": None}]}, {}, {"custom": [1, {}]}),
        ({"id": 5, "createdDate": 1, "organizationId": 2, "firstName": "A"}, {}, {"firstName": "A"}),
        ({"groups": [1], "groupsName": ["group1"]}, {"groups": [2]}, {"groups": [2]}),
        ({"groups": [1], "groupsName": ["group1"]}, {"groupsName": ["group2"]}, {"groupsName": ["group2"]}),
        ({"groups": [1], "groupsName": ["group1"]}, {}, {}),
        ({"paths": [{"pathId": 1, "prompt": "a"}]}, {}, {"paths": [{"pathId": 1}]}),
        ({"paths": [{"prompt": "a", "value": ""}]}, {}, {"paths": [{"prompt": "a", "value": ""}]}),
        ({"paths": []}, {"paths": [{"pathId": 1, "prompt": "a"}]}, {"paths": [{"pathId": 1}]}),
        ({"recordTypeId": 1}, {"recordTypeId": 1, "recordTypeName": "E"}, {"recordTypeId": 1}),
    ],
)
def test_what_is_sent_is_what_was_read_and_what_is_named(
    read_contact: dict[str, Any], named: dict[str, Any], sent: dict[str, Any]
) -> None:
    assert package("everbridge", ".changing").Change(read_contact, named).body() == sent


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"suffix": ""}, {"suffix": None}, []),
        ({"a": [1, 2]}, {"a": [2, 1]}, ["a: [1, 2] becomes [2, 1]"]),
        ({"topics": [1, 2]}, {"topics": [2, 1]}, []),
        ({"address": [{"a": 1, "b": None}]}, {"address": [{"a": 1}]}, []),
        (
            {"address": [{"a": 1}]},
            {"address": [{"a": 2}]},
            ["address: {'a': 1} removed", "address: {'a': 2} added"],
        ),
        ({"groups": [1, 2]}, {"groups": [3]}, ["groups: 3 added"]),
        (
            {"paths": [{"pathId": 1, "prompt": "x", "value": "v", "phoneExt": "9"}]},
            {"paths": [{"prompt": "x", "value": "w"}]},
            ["paths[x].value: 'v' becomes 'w'", "paths[x].phoneExt: '9' removed"],
        ),
        (
            {"paths": [{"pathId": 1, "quietTimeFrames": [NIGHT]}]},
            {"paths": [{"pathId": 1, "quietTimeFrames": []}]},
            [f"paths[1].quietTimeFrames: {[NIGHT]!r} removed"],
        ),
        (
            {"contactAttributes": [{"name": "l", "values": ["a", "b"]}]},
            {"contactAttributes": [{"name": "l", "values": ["b", "a"]}]},
            [],
        ),
        ({"recordTypeId": 1, "recordTypeName": "E"}, {"recordTypeId": 1}, []),
        ({"recordTypeId": 1, "recordTypeName": "E"}, {"recordTypeName": "C"}, ["recordTypeName: 'E' becomes 'C'"]),
    ],
)
def test_differences_are_those_that_the_server_makes(
    before: dict[str, Any], after: dict[str, Any], said: list[str]
) -> None:
    assert [str(each) for each in package("everbridge", ".differences").differences(before, after)] == said
