"""Operations around the two updates: lists, and the way out of a group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.everbridge.addressing import AddressingRules
from contact_contracts.reference.everbridge.change import Contact
from contact_contracts.reference.everbridge.directory import Register
from contact_contracts.reference.everbridge.references import ReferenceRules, known
from contact_contracts.reference.everbridge.seed import CONTACT, EXTERNAL_ID


class SupportingOperations(AddressingRules, ReferenceRules):
    """What callers need in order to set up, observe and clean up."""

    def list_contacts(self, call: Call) -> Answer:
        """All contacts, oldest first; or those that the filters name, each once."""
        if call.query_values("contactIds") or call.query_values("externalIds"):
            return self.page_of(call, [self.contact_body(one) for one in self.filtered_contacts(call)])
        start, size = self.page_start_and_size(call)
        contacts = self.store.list(CONTACT, start, size)
        return self.page(call, [self.contact_body(one) for one in contacts], self.store.count(CONTACT))

    def filtered_contacts(self, call: Call) -> Sequence[Contact]:
        """The contacts that the filters name."""
        ids = dict.fromkeys(call.query_values("contactIds"))
        for external_id in call.query_values("externalIds"):
            owner = self.store.find(CONTACT, EXTERNAL_ID, external_id)
            ids |= {} if owner is None else {owner: None}
        found = [self.store.get(CONTACT, one) for one in ids]
        return [contact for contact in found if contact is not None]

    def list_contact_paths(self, call: Call) -> Answer:
        """The organization's delivery paths."""
        return self.page_of(call, documents(self.directory.paths))

    def list_record_types(self, call: Call) -> Answer:
        """The organization's record types."""
        return self.page_of(call, documents(self.directory.record_types))

    def list_contact_attributes(self, call: Call) -> Answer:
        """The organization's contact attributes."""
        return self.page_of(call, documents(self.directory.attributes))

    def list_groups(self, call: Call) -> Answer:
        """The organization's groups."""
        return self.page_of(call, documents(self.directory.groups))

    def remove_contacts_from_group(self, call: Call) -> Answer:
        """Take contacts out of a group; those who are not in it stay as they are."""
        group = self.group_to_leave(call)
        results = {number: self.leave_group(call, group, one) for number, one in enumerate(call.body, 1)}
        failures = {number: reason for number, reason in results.items() if reason is not None}
        return Answer(200, self.batch_body(len(results), failures))

    def group_to_leave(self, call: Call) -> int:
        """The group that the query names, by id unless `byType=name`."""
        member = "groupName" if call.query_value("byType") == "name" else "groupId"
        named = call.query_value(member)
        if not named:
            raise Refusal(400, f"{member} is required.")
        if member == "groupName":
            return known(self.directory.groups, member, name=named).id
        return known(self.directory.groups, member, entry_id=int(named)).id

    def leave_group(self, call: Call, group: int, identifier: Json) -> str | None:
        """Take one contact out of a group; None when that went well, else why not."""
        contact = self.find_contact(call, str(identifier))
        if contact is None:
            return self.unknown_contact(call, str(identifier)).message
        if group in contact.get("groups", []):
            contact["groups"] = [one for one in contact["groups"] if one != group]
            self.store.replace(CONTACT, str(contact["id"]), contact)
        return None


def documents(register: Register) -> list[dict[str, Any]]:
    """The entries of a register as they are listed."""
    return [entry.document for entry in register.entries]
