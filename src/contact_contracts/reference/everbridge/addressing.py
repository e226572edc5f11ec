"""Which contact a call is about."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.everbridge.answers import EverbridgeAnswers
from contact_contracts.reference.everbridge.change import Contact
from contact_contracts.reference.everbridge.seed import CONTACT, EXTERNAL_ID


class AddressingRules(EverbridgeAnswers):
    """By id, or by external id where the caller asks for it."""

    def find_contact(self, call: Call, identifier: str) -> Contact | None:
        """The contact that a text names: its id, or with `idType=externalId` its exact external id."""
        if call.query_value("idType") == "externalId":
            return self.contact_by_external_id(call, identifier)
        return self.contact_by_id(call, identifier)

    def contact_by_id(self, call: Call, identifier: str) -> Contact | None:
        """The contact with an id, written as the server writes it."""
        return self.store.get(CONTACT, identifier)

    def contact_by_external_id(self, call: Call, identifier: str) -> Contact | None:
        """The contact with an external id."""
        contact_id = self.store.find(CONTACT, EXTERNAL_ID, identifier)
        return None if contact_id is None else self.contact_by_id(call, contact_id)

    def contact_to_change(self, call: Call) -> Contact:
        """The contact that the URI names; the body has no say in it."""
        found = self.find_contact(call, call.path["contactId"])
        if found is None:
            raise self.unknown_contact(call, call.path["contactId"])
        return found

    def unknown_contact(self, call: Call, identifier: str) -> Refusal:
        """What is said of a contact to be changed that does not exist."""
        return Refusal(404, f"Contact {identifier} not found.")
