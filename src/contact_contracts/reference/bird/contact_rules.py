"""What an update makes of a contact: what the body names is changed, and the rest stays."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from contact_contracts.exchange import Json
from contact_contracts.reference.bird.change import MEMBERSHIPS, Change, Contact, Identifier, Membership
from contact_contracts.reference.bird.identifiers import IdentifierRules
from contact_contracts.reference.bird.seed import IDENTIFIER, contact_kind, identity_of
from contact_contracts.reference.calls import Refusal
from contact_contracts.reference.store import IdentityTakenError


class ContactRules(IdentifierRules):
    """Turns a change into the contact that is stored, and stores it."""

    def write(self, change: Change) -> Contact:
        """Store the contact that the change makes; everything that can be checked was checked."""
        contact = self.changed_contact(change)
        kind, key = contact_kind(change.workspace), contact["id"]
        if change.is_creation:
            self.store.insert(kind, key, contact)
        else:
            self.store.replace(kind, key, contact)
        self.move_identities(change, contact)
        return contact

    def changed_contact(self, change: Change) -> Contact:
        """The contact as it is after the change."""
        now = self.now(change)
        return {
            **change.old,
            "createdAt": self.created_at(change, now),
            "updatedAt": self.updated_at(change, now),
            "attributes": self.changed_attributes(change),
            "identifiers": self.changed_identifiers(change, now),
            **{one.whole: self.changed_membership(change, one) for one in MEMBERSHIPS},
        }

    # Times

    def now(self, change: Change) -> str:
        """The time of the change."""
        return utc_now()

    def created_at(self, change: Change, now: str) -> str:
        """It stays, whatever happens."""
        return str(change.old["createdAt"])

    def updated_at(self, change: Change, now: str) -> str:
        """The time of the change, never before the last one. A body that names nothing counts too."""
        return max(now, str(change.old["updatedAt"]))

    # Attributes

    def changed_attributes(self, change: Change) -> dict[str, Json]:
        """Those that were not sent, and those that were."""
        sent = change.body.get("attributes", {})
        attributes = self.unsent_attributes(change)
        for key, value in sent.items():
            if value is None:
                self.clear_attribute(change, attributes, key)
            else:
                attributes[key] = self.stored_attribute(change, key, value)
        return attributes

    def unsent_attributes(self, change: Change) -> dict[str, Json]:
        """What the contact has stays until the body says something else."""
        return {**change.old["attributes"]}

    def clear_attribute(self, change: Change, attributes: dict[str, Json], key: str) -> None:
        """Open in the documents. Read here: null takes an attribute away."""
        attributes.pop(key, None)

    def stored_attribute(self, change: Change, key: str, value: Json) -> Json:
        """A value is kept as it was sent: text, number, boolean or an array of them."""
        return value

    # Lists, accounts and companies

    def changed_membership(self, change: Change, membership: Membership) -> list[str]:
        """Set, then added, then removed. Open in the documents: this is what all three in one body do."""
        current: list[str] = change.old[membership.whole]
        if membership.whole in change.body:
            current = self.set_members(change, membership, current, change.body[membership.whole])
        if membership.adding in change.body:
            current = self.add_members(change, membership, current, change.body[membership.adding])
        if membership.removing in change.body:
            current = self.remove_members(change, membership, current, change.body[membership.removing])
        return current

    def set_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        """What was sent takes the place of what was there."""
        return self.add_members(change, membership, [], sent)

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        """What was there, then what was not there yet, each once."""
        merged = {comparable(membership, one): one for one in current}
        for one in sent:
            merged.setdefault(comparable(membership, one), one)
        return [*merged.values()]

    def remove_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        """What was there and is not named; naming something that is not there does nothing."""
        gone = {comparable(membership, one) for one in sent}
        return [one for one in current if comparable(membership, one) not in gone]

    # Identities

    def move_identities(self, change: Change, contact: Contact) -> None:
        """From now on new identifiers lead to this contact, and those that it lost to nobody."""
        kind, key = contact_kind(change.workspace), contact["id"]
        before, after = identities(change.old["identifiers"]), identities(contact["identifiers"])
        for identity in before - after:
            self.store.release(kind, IDENTIFIER, identity)
        try:
            for identity in after - before:
                self.store.claim(kind, IDENTIFIER, identity, key)
        except IdentityTakenError as clash:
            raise Refusal(409, "An identifier belongs to another contact.") from clash


def comparable(membership: Membership, text: str) -> str:
    """Two spellings of one UUID are the same list or account; company references are told apart to the letter."""
    return text.lower() if membership.of_uuids else text


def identities(identifiers: Sequence[Identifier]) -> set[str]:
    """What the identifiers are claimed by."""
    return {identity_of(one) for one in identifiers}


def utc_now() -> str:
    """The time, in a form that sorts as it passes."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
