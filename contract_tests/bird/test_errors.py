"""Missing and foreign things, missing credentials, refused bodies, and what an error answer looks like."""

from typing import cast

import pytest

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies, Edit, Verb
from contact_contracts.drivers.bird.names import as_json
from contact_contracts.drivers.bird.probing import near_ids
from contact_contracts.exchange import ALMOST_RIGHT, Credential, Json
from contact_contracts.rulebook.bird.memberships import KINDS

VERBS: tuple[Verb, ...] = ("set", "add", "remove")


def everything(bird: Bird, bodies: Bodies, key: str, turn: int) -> dict[str, Json]:
    """A body that would change a bit of everything, in other ways in other turns."""
    body: dict[str, Json] = {"attributes": bodies.plain(turn)}
    body["addIdentifiers"] = as_json(bird.names.several("emailaddress", "visitorid"))
    there = bird.pairs(key) if turn % 2 else []
    if there:
        body["removeIdentifiers"] = as_json(there[:1])
    for number, kind in enumerate(KINDS):
        body.update(bodies.body(key, [Edit(VERBS[(turn + number) % 3], kind.name, turn % 3 + 1)]))
    return body


@pytest.mark.clause("bird.error.unknown-contact", "bird.error.shape")
def test_an_unknown_contact_is_404(bird: Bird, bodies: Bodies) -> None:
    """An id that nobody has, what is no id, what is almost one, and the id of a contact that was deleted."""
    for turn, name in enumerate(("", "not-a-contact")):
        nobody = bird.nobody(name) if name else bird.nobody()
        bird.patch(nobody, {"attributes": bodies.plain(turn)})
        bird.patch(nobody, {})
    own = bird.contacts(1)[0]
    bird.read(own)  # what was done to it before is not what the next calls did
    for turn, name in enumerate(near_ids(bird, own)):
        bird.patch(name, {"attributes": bodies.plain(turn + 10)})
        bird.read(own)
    if bird.can_create and bird.target.allow_delete and bird.target.offers("deleteContact"):
        key = bird.fresh_contact(bird.names.several("emailaddress"))
        bird.delete(key)
        bird.update(key, {"attributes": bodies.plain(3)})


@pytest.mark.clause("bird.error.unknown-workspace", "bird.error.workspace-uuid", "bird.error.shape")
def test_a_foreign_workspace_is_refused(bird: Bird, bodies: Bodies) -> None:
    """Unknown ones, and what is no UUID, with and without a change; the contact of that id in our own stays."""
    key = bird.contacts(1)[0]
    ours = bird.target.workspace_id
    unknown = [bird.unknown_workspace(), "00000000-0000-4000-8000-00000000dead"]
    malformed = bird.some(("not-a-uuid", "1", ours[:-1], f"{ours}0", f"{ours[:-1]}g"), least=3)
    for turn, workspace in enumerate((*bird.some(unknown, least=1), *malformed)):
        for body in ({"attributes": bodies.plain(turn)}, everything(bird, bodies, key, turn)):
            bird.patch(key, body, workspace=workspace)
            bird.read(key)
        bird.patch(key, {}, workspace=workspace)
    bird.update(key, {"attributes": bodies.plain(9)})


@pytest.mark.clause("bird.error.missing-credentials", "bird.error.shape")
@pytest.mark.parametrize("credential", ["none", "wrong", "foreign"])
def test_without_credentials_it_is_401_and_nothing_changes(
    bird: Bird, bodies: Bodies, credential: Credential
) -> None:
    """By id, by identifier, to a contact that exists and to one that does not."""
    pair = bird.names.fresh("emailaddress")
    key = bird.create([pair]) if bird.can_create else bird.contacts(1)[0]
    for turn in range(bird.explorer.budget(2, least=1)):
        bird.patch(key, everything(bird, bodies, key, turn), credential=credential)
        bird.read(key)
        bird.patch(key, {}, credential=credential)
        bird.update(key, everything(bird, bodies, key, 2 * turn + 4))
    if bird.can_create and bird.can_make:
        bird.patch_by(pair, everything(bird, bodies, key, 8), credential=credential)
        bird.read(key)


@pytest.mark.clause("bird.error.missing-credentials", "bird.error.shape")
def test_credentials_that_are_almost_right_change_nothing(bird: Bird) -> None:
    """Another scheme, and a key that is missing, or has one character less, one more or another one."""
    key = bird.contacts(1)[0]
    for credential in sorted(ALMOST_RIGHT):
        change: dict[str, Json] = {"attributes": {"firstName": f"Almost {credential}"}}
        bird.patch(key, change, credential=cast("Credential", credential))
        bird.read(key)
    bird.update(key, {"attributes": {"firstName": "Right"}})


@pytest.mark.clause("bird.error.missing-credentials", "bird.error.shape")
def test_strangers_learn_nothing_of_what_is_there(bird: Bird, bodies: Bodies) -> None:
    """Neither whose an identifier is, nor whether there is a contact."""
    key, owner = bird.contacts(2)
    taken = as_json([bird.names.fresh("emailaddress")])
    bird.update(owner, {"addIdentifiers": taken})
    nobody = bird.nobody()
    strangers: tuple[Credential, ...] = ("none", "wrong", "foreign")
    for credential in bird.some(strangers, least=1):
        bird.patch(key, {"addIdentifiers": taken}, credential=credential)
        bird.read(key, owner)
        bird.patch(nobody, {"attributes": bodies.plain(1)}, credential=credential)


@pytest.mark.clause("bird.error.refused-changes-nothing", "bird.error.shape")
def test_a_refused_update_changes_nothing(bird: Bird, bodies: Bodies) -> None:
    """Bodies that would change everything, refused for one thing each, wherever it stands in the body."""
    taken = bird.names.fresh("emailaddress")
    own, owner = bird.contacts(2)
    bird.update(owner, {"addIdentifiers": as_json([taken])})
    wrongs: list[dict[str, Json]] = [
        {"strategy": "second"},
        {"addToLists": ["no-uuid"]},
        {"addToAccounts": ["no-uuid"]},
        {"removeFromLists": ["no-uuid"]},
        {"allowWritingReadOnly": "yes"},
        {"removeIdentifiers": [{"key": "emailaddress"}]},
        {"addIdentifiers": as_json([bird.names.fresh("emailaddress"), taken])},
        {"accountIds": []},
    ]
    for turn, wrong in enumerate(bird.some(wrongs)):
        bird.update(own, everything(bird, bodies, own, turn))
        change = everything(bird, bodies, own, turn + 1)
        first = {**wrong, **{name: value for name, value in change.items() if name not in wrong}}
        for sent in bird.some((first, {**change, **wrong}), least=1 + turn % 2):
            bird.patch(own, sent)
            bird.read(own, owner)
