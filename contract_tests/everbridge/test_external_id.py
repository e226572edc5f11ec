"""An external id in the body becomes the contact's own, unless somebody else has it."""

import pytest

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies
from contact_contracts.drivers.text import shapes
from contact_contracts.rulebook.prediction import EXISTS


@pytest.mark.clause("everbridge.external-id.changes")
def test_a_differing_external_id_becomes_the_contacts(everbridge: Everbridge) -> None:
    """Again and again, up to 80 characters, back to an earlier one, and to one that differs only in case."""
    key, other = everbridge.contacts(2)
    first, second = everbridge.fresh_external_id(), everbridge.fresh_external_id()
    for value in (
        first,
        second,
        first,
        f"{first} ",
        f"{first}-é漢",
        f"{first:x<80}",
        f"{first:x<80}".upper(),
        everbridge.external_id(other).upper(),
    ):
        old = everbridge.external_id(key)
        everbridge.update(key, everbridge.base(key, externalId=value, firstName=shapes(100)[len(value) % 20]))
        everbridge.look_up(value)
        if old != value:
            everbridge.look_up(old)
        everbridge.read(other)
    everbridge.update(key, everbridge.base(key, externalId=everbridge.fresh_external_id()))


@pytest.mark.clause("everbridge.external-id.changes-while-addressing")
def test_the_external_id_changes_while_it_addresses(everbridge: Everbridge, bodies: Bodies) -> None:
    """The old one then finds nothing, the new one finds the contact; three times over, with all else."""
    key = everbridge.contacts(1)[0]
    everbridge.leave_groups(key)
    for number in range(3):
        old, new = everbridge.external_id(key), everbridge.fresh_external_id().ljust(20 + 30 * number, "z")
        rest = bodies.rich(number) if number != 1 else {}
        body = everbridge.base(key, **{**rest, "externalId": new, "suffix": f"n{number}"})
        everbridge.put(key, body, by="externalId")
        everbridge.read(key)
        everbridge.look_up(old)
        if everbridge.believed(f"ext:{old}", EXISTS) is False:  # else nobody knows whom it would change
            everbridge.put(key, everbridge.base(key, suffix="old"), by="externalId", address=old)
            everbridge.read(key)
        everbridge.look_up(new)


@pytest.mark.clause("everbridge.external-id.taken-is-refused", "everbridge.error.refused-changes-nothing")
@pytest.mark.parametrize("by", ["", "externalId"])
def test_anothers_external_id_is_refused(everbridge: Everbridge, by: str) -> None:
    """And neither contact changes, active or not; with the contact's own external id the same body is taken."""
    own, owner, *others = everbridge.contacts(3, least=2)
    inactive = everbridge.optional.get("status", ())[-1:]
    for turn, taken_from in enumerate((owner, *others, owner)):
        taken = everbridge.external_id(taken_from)
        rich = {"suffix": "III", "country": "GB", "topics": list(everbridge.inventory.topics[:2])}
        state = {"status": inactive[0]} if inactive and not turn else {}
        everbridge.update(own, everbridge.base(own, **rich), by="")
        everbridge.update(taken_from, everbridge.base(taken_from, **rich, **state), by="")
        body = everbridge.base(own, firstName="Refused", suffix="r", timezoneId="Europe/London")
        everbridge.put(own, {**body, "externalId": taken}, by=by)
        everbridge.read(own, owner, *others)
        everbridge.part(own, taken_from)
        everbridge.update(own, {**body, "firstName": f"Taken {taken_from}"}, by=by)
        everbridge.read(own, owner, *others)


@pytest.mark.clause("everbridge.external-id.changes")
def test_an_external_id_that_was_given_up_is_free_again(everbridge: Everbridge) -> None:
    """Another contact takes it, by id and by external id, and the first one takes it back."""
    first, second = everbridge.contacts(2)
    for by in ("", "externalId"):
        given_up = everbridge.external_id(first)
        everbridge.update(first, everbridge.base(first, externalId=everbridge.fresh_external_id()), by=by)
        everbridge.update(second, everbridge.base(second, externalId=given_up), by=by)
        everbridge.look_up(given_up)
        everbridge.update(second, everbridge.base(second, externalId=everbridge.fresh_external_id()), by=by)
        everbridge.update(first, everbridge.base(first, externalId=given_up), by=by)
        everbridge.look_up(given_up)
