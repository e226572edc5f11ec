"""Missing and foreign things, missing credentials, and what an error answer looks like."""

import pytest

from contact_contracts.drivers.errors import Missing
from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies
from contact_contracts.drivers.everbridge.probing import mistakable
from contact_contracts.exchange import Credential


@pytest.mark.clause("everbridge.error.unknown-organization", "everbridge.error.shape")
def test_an_unknown_organization_is_401(everbridge: Everbridge) -> None:
    """By id and by external id; the contact of that id in our own organization stays."""
    key = everbridge.contacts(1)[0]
    for by in ("", "externalId"):
        for organization in everbridge.unknown_organizations():
            body = everbridge.base(key, firstName="Elsewhere", suffix="e")
            everbridge.put(key, body, by=by, organization=organization)
            everbridge.read(key)


@pytest.mark.clause("everbridge.error.unknown-contact", "everbridge.error.shape")
def test_an_unknown_contact_is_404(everbridge: Everbridge) -> None:
    """A number that nobody has, an external id that nobody has, and what is no number."""
    key = everbridge.contacts(1)[0]
    nobody = everbridge.nobody()
    body = everbridge.base(key, externalId=everbridge.fresh_external_id(), firstName="Nobody")
    everbridge.put(nobody, body)
    everbridge.read(nobody)
    unknown = everbridge.nobodys_name()
    everbridge.put(nobody, {**body, "externalId": unknown}, by="externalId", address=unknown)
    everbridge.look_up(unknown)
    everbridge.put_nowhere("not-a-number", body)
    everbridge.read(key)


@pytest.mark.clause("everbridge.error.unknown-contact", "everbridge.addressing.uri-names-the-contact")
def test_an_external_id_does_not_stand_for_an_id(everbridge: Everbridge) -> None:
    """Not where nobody has that id either: text, and a number."""
    key, other = everbridge.contacts(2)
    for external_id in (everbridge.fresh_external_id(), everbridge.nobody(like=key)):
        everbridge.update(key, everbridge.base(key, externalId=external_id), by="")
        everbridge.put_nowhere(external_id, everbridge.base(key, suffix="id"))
        everbridge.read(key, other)
    everbridge.update(key, everbridge.base(key, externalId=everbridge.fresh_external_id()), by="")


@pytest.mark.clause("everbridge.error.unknown-contact", "everbridge.addressing.uri-names-the-contact")
def test_a_number_that_is_mistaken_for_an_id_is_nobodys(everbridge: Everbridge) -> None:
    """One that is the same in 32 bits, one that is the same as a float, and an id with more behind it."""
    key = everbridge.contacts(1)[0]
    for address in (*mistakable(everbridge, key), f"{key}x", f"{key}.5"):
        everbridge.put_nowhere(address, everbridge.base(key, suffix="nobody"))
        everbridge.read(key)


@pytest.mark.clause("everbridge.error.unknown-contact", "everbridge.addressing.by-external-id")
def test_an_external_id_that_is_nearly_a_contacts_is_nobodys(everbridge: Everbridge) -> None:
    """Other case, less of it, more of it, a space for a plus."""
    key = everbridge.contacts(1)[0]
    own = f"{everbridge.fresh_external_id()}-Ab+c"
    everbridge.update(key, everbridge.base(key, externalId=own), by="")
    for near in (own.swapcase(), own[:-1], f"{own}x", f"{own} ", own.replace("+", " ")):
        nobody = everbridge.nobodys_name(near)
        everbridge.put(key, everbridge.base(key, suffix="near"), by="externalId", address=nobody)
        everbridge.read(key)


@pytest.mark.clause("everbridge.error.unknown-contact", "everbridge.lifecycle.any-sequence")
def test_a_deleted_contact_is_unknown(everbridge: Everbridge) -> None:
    """A PUT does not bring it back, by id or by external id."""
    if not everbridge.can_make:
        raise Missing("allow_create and allow_delete")
    key = everbridge.create()
    body = everbridge.base(key)
    everbridge.update(key, body, by="")
    everbridge.delete(key)
    everbridge.read(key)
    everbridge.look_up(str(body["externalId"]))
    everbridge.put(key, body)
    everbridge.put(key, body, by="externalId", address=str(body["externalId"]))
    everbridge.read(key)


@pytest.mark.clause("everbridge.error.unknown-organization")
def test_a_missing_organization_is_not_the_callers_own(everbridge: Everbridge) -> None:
    """The URI of one contact, with nothing between the slashes."""
    key = everbridge.contacts(1)[0]
    everbridge.put(key, everbridge.base(key, firstName="Nowhere"), organization="")
    everbridge.read(key)


@pytest.mark.clause("everbridge.error.missing-credentials", "everbridge.error.shape")
@pytest.mark.parametrize("credential", ["none", "wrong", "foreign"])
def test_without_credentials_it_is_401_and_nothing_changes(everbridge: Everbridge, credential: Credential) -> None:
    """One contact by id and by external id, one that does not exist, and a batch."""
    first, second = everbridge.contacts(2)
    for by in ("", "externalId"):
        body = everbridge.base(first, firstName="Stranger", suffix="x", country="DE")
        everbridge.put(first, body, by=by, credential=credential)
        everbridge.read(first)
        everbridge.update(first, {**body, "firstName": f"Friend {by}"})
    everbridge.put(everbridge.nobody(), everbridge.base(first), credential=credential)
    rows = [{"id": int(key), **everbridge.base(key, firstName="Stranger")} for key in (first, second)]
    everbridge.batch(rows, credential=credential)
    everbridge.read(first, second)


@pytest.mark.clause("everbridge.error.refused-changes-nothing", "everbridge.error.shape")
def test_a_refused_update_changes_nothing(everbridge: Everbridge, bodies: Bodies) -> None:
    """Bodies that would change everything, refused for one thing: a time zone, an hour, a length, a type."""
    key, owner = everbridge.contacts(2)
    everbridge.need("paths", everbridge.inventory.deliveries)
    pool = bodies.path_pool()
    rich = {
        "address": bodies.address_pool[:2],
        "contactAttributes": bodies.attribute_pool()[:1],
        "topics": list(everbridge.inventory.topics[:2]),
        "suffix": "Jr.",
        "country": "BR",
        "timezoneId": "Asia/Kolkata",
    }
    for turn in range(everbridge.explorer.budget(8)):
        everbridge.update(
            key, everbridge.base(key, **rich, paths=pool[turn : turn + 1], firstName=f"Before {turn}")
        )
        more = ({"suffix": "III", "country": "CN"}, {"groups": list(everbridge.inventory.groups[-2:])})[turn % 2]
        changed = everbridge.base(key, firstName="Changed", lastName="Too", **more)
        legal = bodies.frames[turn % len(bodies.frames)]
        path = everbridge.inventory.deliveries[0].path()
        for refused in (
            {**changed, "paths": [{**path, "quietTimeFrames": [legal]}]},
            {
                **changed,
                "paths": [{**path, "quietTimeFrames": [{**legal, "fromHour": 24}]}],
                "timezoneId": "Europe/London",
            },
            {**changed, "lastName": "x" * 101},
            {**changed, "address": "nowhere"},
            {**changed, "externalId": everbridge.external_id(owner)},
        ):
            if "groups" in refused:
                everbridge.leave_groups(key)
            everbridge.put(key, refused)
            everbridge.read(key)


@pytest.mark.clause("everbridge.answer.modification")
def test_an_accepted_update_answers_with_the_contact(everbridge: Everbridge) -> None:
    """Addressed by id and by external id, for several contacts, also while the external id changes."""
    keys = everbridge.contacts(3, least=1)
    for turn, key in enumerate(keys):
        everbridge.put(key, everbridge.base(key, suffix="a"))
        everbridge.put(key, everbridge.base(key, suffix="b"), by="externalId")
        everbridge.put(key, {"id": int(keys[turn - 1]), **everbridge.base(key)})
        everbridge.put(key, {"id": int(keys[turn - 1]) + 1, **everbridge.base(key)}, by="externalId")
        everbridge.read(key)
        everbridge.put(key, everbridge.base(key, externalId=everbridge.fresh_external_id()), by="externalId")
        everbridge.read(key)


@pytest.mark.clause(
    "everbridge.error.refused-changes-nothing",
    "everbridge.groups.joined",
    "everbridge.replace.topics-removed",
    "everbridge.replace.omitted-field-emptied",
)
def test_what_follows_a_refusal_is_as_if_it_had_not_been(everbridge: Everbridge, bodies: Bodies) -> None:
    """Full contacts and empty ones after a refused call that would have changed everything."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)
    full = {
        "suffix": "Jr.",
        "businessName": "Before",
        "topics": list(everbridge.inventory.topics[:3]),
        "groups": list(everbridge.inventory.groups[:1]),
        "address": bodies.address_pool[:2],
    }
    bare = {
        "suffix": "X",
        "topics": [],
        "groups": list(everbridge.inventory.groups[1:3]),
        "businessName": "Refused",
    }
    for turn in range(everbridge.explorer.budget(4)):
        everbridge.leave_groups(key)
        for body in (full, {}, {"groups": list(everbridge.inventory.groups[-2:])}, full, {"suffix": "II"}):
            path = {
                **everbridge.inventory.deliveries[0].path(),
                "quietTimeFrames": [bodies.frames[turn % len(bodies.frames)]],
            }
            everbridge.put(key, everbridge.base(key, **bare, paths=[path]))
            everbridge.update(key, everbridge.base(key, **body))
