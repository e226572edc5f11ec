"""Bodies that are no object, missing credentials and rights, and what an error answer looks like."""

from typing import cast

import pytest

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies
from contact_contracts.drivers.conga.values import NO_OBJECTS
from contact_contracts.exchange import ALMOST_RIGHT, Credential, Json


@pytest.mark.clause("conga.error.bad-request", "conga.error.shape", "conga.error.refused-changes-nothing")
def test_a_body_that_is_no_json_object_is_400(conga: Conga, bodies: Bodies) -> None:
    """Arrays, texts, numbers, null, malformed JSON and nothing at all; with the object accepted between."""
    key = conga.contacts(1)[0]
    conga.update(key, bodies.full(1))
    for turn, body in enumerate(NO_OBJECTS):
        conga.put(key, body, payload="true" if turn % 2 else None)
        conga.read(key)
    conga.update(key, b'{ "FirstName" : "An \\u006fbject", "Title":null }')


@pytest.mark.clause("conga.error.missing-credentials", "conga.error.shape")
@pytest.mark.parametrize("credential", ["none", "wrong"])
def test_without_credentials_it_is_401_and_nothing_changes(
    conga: Conga, bodies: Bodies, credential: Credential
) -> None:
    """A full body, a single field, the record's own Id, with and without payload; then the same with rights."""
    own, other = conga.contacts(2)
    for turn, payload in enumerate((None, "true", "false")):
        body = {"Id": conga.id_of(own), **bodies.full(turn + 4)} if turn else {"FirstName": "Stranger"}
        conga.put(own, body, payload=payload, credential=credential)
        conga.read(own, other)
        conga.update(own, {"FirstName": f"Friend {turn}", "Title": f"{credential} {turn}"})


@pytest.mark.clause("conga.error.missing-credentials")
def test_credentials_that_are_almost_right_change_nothing(conga: Conga, bodies: Bodies) -> None:
    """Another scheme, and a token that is missing, or has one character less, one more or another one."""
    own = conga.contacts(1)[0]
    for credential in ("foreign", *sorted(ALMOST_RIGHT)):
        conga.put(own, {"FirstName": f"Almost {credential}"}, credential=cast("Credential", credential))
        conga.read(own)
    conga.update(own, {"FirstName": "Right"})


@pytest.mark.clause("conga.error.forbidden", "conga.error.shape")
def test_without_permission_it_is_403_and_nothing_changes(conga: Conga, bodies: Bodies) -> None:
    """A caller that the target file names; a full body, a single field, nulls, with and without payload."""
    conga.need_restricted()
    own, other = conga.contacts(2)
    for turn, payload in enumerate(conga.some((None, "false", "true"))):
        for body in ({"FirstName": "Forbidden"}, bodies.full(turn + 4), {"Title": None, "Account": None}):
            conga.put(own, body, payload=payload, credential="restricted")
            conga.read(own, other)
        conga.update(own, {"FirstName": f"Allowed {turn}", "Title": f"T{turn}"})


@pytest.mark.clause("conga.error.refused-changes-nothing", "conga.error.shape")
def test_a_refused_update_changes_nothing(conga: Conga, bodies: Bodies) -> None:
    """Bodies that would change everything, refused for one thing each; the newest record is read, too."""
    own, other = conga.contacts(2)
    newest = conga.create_any(**bodies.full(1)) if conga.can_create else None
    watched = [own, other] if newest is None else [own, other, newest]
    faults: tuple[dict[str, Json], ...] = (
        {bodies.unknown: "x"},
        {"IsEmailBounced": None},
        {"Id": conga.id_of(other)},
        {"Salutation": 5},
        {"Account": "text"},
    )
    for turn in range(conga.explorer.budget(6)):
        conga.update(own, bodies.full(turn))
        for fault in conga.some(faults):
            rest = {name: value for name, value in bodies.full(turn + 2).items() if name not in fault}
            conga.put(own, {**fault, **rest})
            conga.read(*watched)
            conga.put(own, {**rest, **fault}, payload="true")
            conga.read(*watched)
