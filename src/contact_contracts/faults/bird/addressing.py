"""Wrong about which contact and which workspace a call is for."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from urllib.parse import unquote

from contact_contracts.faults.bird.tools import Reaching, is_update
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.addressing import is_uuid
from contact_contracts.reference.bird.change import Change, Contact, Identifier
from contact_contracts.reference.bird.seed import WORKSPACE_ID, contact_kind
from contact_contracts.reference.calls import Call, Refusal


@fault("bird.addressing.path-id")
class WritesAttributesToTwoContacts(Reaching):
    """Attributes that are sent for one contact reach the newest other contact as well."""

    def write(self, change: Change) -> Contact:
        contact = super().write(change)
        other = None if change.is_creation else self.newest_other(change)
        if other is not None:
            self.put({**other, "attributes": {**other["attributes"], **self.sent_values(change)}})
        return contact

    def sent_values(self, change: Change) -> Contact:
        return {key: value for key, value in change.body.get("attributes", {}).items() if value is not None}


@fault("bird.addressing.path-id", also=("bird.answer.reads-back",))
class AnswersWithTheWorkspaceAsId(BirdRules):
    """The answer to an update carries the id of the workspace in place of the contact's."""

    def shown_id(self, call: Call, contact: Contact) -> str:
        return str(contact["workspaceId"]) if is_update(call) else super().shown_id(call, contact)


@fault("bird.addressing.body-id-has-no-effect", also=("bird.addressing.path-id",))
class BodyIdSaysWhichContact(BirdRules):
    """An id in the body beats the one in the URI."""

    def contact_id_of(self, call: Call) -> str:
        sent = call.body.get("id") if is_update(call) else None
        return sent if isinstance(sent, str) else super().contact_id_of(call)


@fault("bird.answer.workspace")
class ShowsTheContactAsWorkspace(BirdRules):
    """The workspace that is shown is the contact's own id."""

    def shown_workspace(self, call: Call, contact: Contact) -> str:
        return str(contact["id"])


@fault("bird.error.unknown-contact")
class UnknownContactIsABadPayload(BirdRules):
    """Updating a contact that does not exist is answered as if the body were wrong."""

    def unknown_contact(self, call: Call, named: str) -> Refusal:
        usual = super().unknown_contact(call, named)
        return Refusal(422, usual.message) if is_update(call) else usual


@fault("bird.error.unknown-contact")
class UnknownContactsAreForbidden(BirdRules):
    """Whoever reads or updates a contact that does not exist is told that it is somebody else's."""

    def unknown_contact(self, call: Call, named: str) -> Refusal:
        return Refusal(403, f"You have no access to the contact {named}.")


@fault("bird.error.unknown-contact", also=("bird.addressing.path-id",), rare=True)
class ContactsAreFoundByTheBeginning(Reaching):
    """A contact is found by an id that begins as its own does and ends otherwise."""

    def contact_by_id(self, workspace: str, contact_id: str) -> Contact | None:
        stored = self.store.list(contact_kind(workspace))
        near = (one for one in reversed(stored) if one["id"][:-1] == contact_id[: len(one["id"]) - 1])
        return super().contact_by_id(workspace, contact_id) or next(near, None)


@fault("bird.error.unknown-workspace")
class UnknownWorkspaceIsForbidden(BirdRules):
    """A workspace that does not exist is answered like one that is somebody else's."""

    def unknown_workspace(self, call: Call, named: str) -> Refusal:
        return Refusal(403, f"You have no access to the workspace {named}.")


@fault("bird.error.workspace-uuid", also=("bird.schema.bad-input-refused",))
class AnyTextIsTheDefaultWorkspace(BirdRules):
    """A workspace that is no UUID is taken for the default one."""

    def workspace_of(self, call: Call) -> str:
        named = call.path["workspaceId"]
        return super().workspace_of(call) if is_uuid(named) or not is_update(call) else WORKSPACE_ID


@fault(
    "bird.strategy.default-is-strict-alias",
    also=(
        "bird.addressing.path-id",
        "bird.strategy.strict-alias-adds-the-rest",
        "bird.strategy.first-alias-tolerates",
    ),
    rare=True,
)
class PathsAreDecodedTwice(BirdRules):
    """What is left of the identifier in the URI once its escapes are resolved is resolved once more."""

    def path_identifier(self, call: Call) -> Identifier:
        once = super().path_identifier(call)
        return {**once, "value": unquote(once["value"])}
