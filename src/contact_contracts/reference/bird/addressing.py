"""Which workspace a call is for, and which contact it is about."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

from contact_contracts.contract import SchemaError
from contact_contracts.reference.bird.answers import BirdAnswers
from contact_contracts.reference.bird.change import Contact, Identifier
from contact_contracts.reference.bird.seed import IDENTIFIER, WORKSPACE, contact_kind, identity_of
from contact_contracts.reference.calls import Call, Refusal

_UUID: Final = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class AddressingRules(BirdAnswers):
    """A workspace by its UUID; in it a contact by its id, or by an identifier that it alone can have."""

    @cached_property
    def workspaces(self) -> dict[str, dict[str, Any]]:
        """Every workspace by id; no operation of the contract changes them."""
        return {one["id"]: one for one in self.store.list(WORKSPACE)}

    def check_scope(self, call: Call) -> None:
        """Refuse what is no workspace of the caller."""
        self.workspace_of(call)

    def workspace_of(self, call: Call) -> str:
        """The id of the workspace that the URI names: 422 when it is no UUID, 404 when nobody has it."""
        named = call.path["workspaceId"]
        if not is_uuid(named):
            raise Refusal(422, f"The workspace id {named} is no UUID.")
        if not self.is_known_workspace(call, named):
            raise self.unknown_workspace(call, named)
        return named.lower()

    def is_known_workspace(self, call: Call, named: str) -> bool:
        """Whether a UUID, in capitals or not, is that of a workspace."""
        return named.lower() in self.workspaces

    def unknown_workspace(self, call: Call, named: str) -> Refusal:
        """What is said of a workspace that does not exist."""
        return Refusal(404, f"There is no workspace {named}.")

    def parameter_errors(self, call: Call) -> Sequence[SchemaError]:
        """`workspace_of` judges the workspace's id, not the schema."""
        return [one for one in super().parameter_errors(call) if one.pointer != "/path/workspaceId"]

    # One contact

    def contact_named(self, call: Call) -> Contact:
        """The contact that the URI names; the body has no say in it."""
        named = self.contact_id_of(call)
        found = self.contact_by_id(self.workspace_of(call), named)
        if found is None:
            raise self.unknown_contact(call, named)
        return found

    def contact_id_of(self, call: Call) -> str:
        """The id of the contact that is meant."""
        return call.path["contactId"]

    def contact_by_id(self, workspace: str, contact_id: str) -> Contact | None:
        """The contact with an id, written as the server writes it."""
        return self.store.get(contact_kind(workspace), contact_id)

    def unknown_contact(self, call: Call, named: str) -> Refusal:
        """What is said of a contact that does not exist."""
        return Refusal(404, f"There is no contact {named}.")

    def owner_of(self, workspace: str, identifier: Identifier) -> str | None:
        """The id of the contact that has an identifier; key and value must agree to the letter."""
        return self.store.find(contact_kind(workspace), IDENTIFIER, identity_of(identifier))


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID in its usual form."""
    return _UUID.fullmatch(text) is not None
