"""Which contact a body is about."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.sfmc.answers import SfmcAnswers
from contact_contracts.reference.sfmc.change import CONTACT, CONTACT_KEY, MISSING, Contact, Failure, Sent


class AddressingRules(SfmcAnswers):
    """By key, by id, or by both when they agree."""

    def contact_to_change(self, call: Call, body: Sent) -> Contact:
        """The contact that a body names."""
        key, contact_id = self.sent_key(call, body), self.sent_id(call, body)
        if key is not None and contact_id is not None:
            return self.contact_by_both(call, key, contact_id)
        if key is not None:
            return self.known_contact(call, key, self.contact_by_key(call, key))
        if contact_id is not None:
            return self.known_contact(call, contact_id, self.contact_by_id(call, contact_id))
        return self.contact_without_address(call, body)

    def sent_key(self, call: Call, body: Sent) -> str | None:
        """The key in a body; empty text and null are no key."""
        return body.get("contactKey") or None

    def sent_id(self, call: Call, body: Sent) -> str | None:
        """The id in a body, as text.

        Open in the documents: `contactId` or `contactID`. Read here: either; both only when they are the same.
        """
        sent = [id_text(body[name]) for name in self.id_members(call) if body.get(name) not in (None, "")]
        if len(set(sent)) > 1:
            raise Failure("contactId and contactID differ.", "ContactIdAmbiguous")
        return sent[0] if sent else None

    def id_members(self, call: Call) -> tuple[str, ...]:
        """The spellings under which a body may hold an id."""
        return ("contactId", "contactID")

    def contact_without_address(self, call: Call, body: Sent) -> Contact:
        """A body with neither a key nor an id is refused."""
        raise Refusal(400, "contactKey or contactID is required.", MISSING)

    def contact_by_key(self, call: Call, key: str) -> Contact | None:
        """The contact with exactly that key: no case is folded, nothing is trimmed."""
        owner = self.store.find(CONTACT, CONTACT_KEY, key)
        return None if owner is None else self.contact_by_id(call, owner)

    def contact_by_id(self, call: Call, contact_id: str) -> Contact | None:
        """The contact with that id."""
        return self.store.get(CONTACT, contact_id)

    def contact_by_both(self, call: Call, key: str, contact_id: str) -> Contact:
        """A key and an id that name the same contact."""
        contact = self.known_contact(call, key, self.contact_by_key(call, key))
        if not self.agrees(call, contact, contact_id):
            return self.contact_by_disagreeing(call, contact, contact_id)
        return contact

    def agrees(self, call: Call, contact: Contact, contact_id: str) -> bool:
        """Whether an id is that of the contact which the key named."""
        return str(contact["id"]) == contact_id

    def contact_by_disagreeing(self, call: Call, contact: Contact, contact_id: str) -> Contact:
        """Open in the documents. Read here: a key and an id of different contacts are refused."""
        raise Failure(
            f"contactKey {contact['key']} does not have the contactID {contact_id}.",
            "ContactKeyAndIdDisagree",
            contact["key"],
        )

    def known_contact(self, call: Call, named: str, found: Contact | None) -> Contact:
        """Open in the documents. Read here: an update makes no contact, so an unknown key or id is refused."""
        if found is None:
            raise Failure(f"There is no contact {named}.", "ContactNotFound")
        return found


def id_text(value: Json) -> str:
    """An id as text, whether it was sent as a number or as text."""
    return value if isinstance(value, str) else str(value)
