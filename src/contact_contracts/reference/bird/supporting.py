"""Operations around the update: make, read, find, list and remove contacts."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final
from uuid import uuid4

from contact_contracts.exchange import Json
from contact_contracts.reference.bird.change import Change, Contact, Identifier, Strategy
from contact_contracts.reference.bird.contact_rules import ContactRules, utc_now
from contact_contracts.reference.bird.seed import blank_contact, contact_kind
from contact_contracts.reference.calls import Answer, Call, Refusal

_PAGE_SIZE: Final = 10
_PAGE_TOKEN: Final = re.compile("([fr])([0-9]{1,9})")


class SupportingOperations(ContactRules):
    """What callers need in order to set up, observe and clean up."""

    def create_contact(self, call: Call) -> Answer:
        """Make a contact; an identifier that another one has is refused."""
        body = call.body
        named = {name: body[name] for name in ("listIds", "accountIds", "companyRefs") if name in body}
        attributes = {**body.get("attributes", {}), "displayName": body["displayName"]}
        content = {**named, "attributes": attributes, "strategy": Strategy.STRICT_ALIAS}
        change = self.creation(call, content, body.get("identifiers", ()))
        self.check_read_only(change)
        return Answer(201, self.contact_body(call, self.write(change)))

    def creation(self, call: Call, content: dict[str, Any], offered: Sequence[Identifier]) -> Change:
        """A change that makes a contact with an id of its own."""
        blank = blank_contact(self.workspace_of(call), str(uuid4()), utc_now())
        return Change(call, content, blank, tuple(offered), is_creation=True)

    def get_contact(self, call: Call) -> Answer:
        """Read a contact."""
        return Answer(200, self.contact_body(call, self.contact_named(call)))

    def delete_contact(self, call: Call) -> Answer:
        """Remove a contact and free its identifiers."""
        contact = self.contact_named(call)
        self.store.delete(contact_kind(contact["workspaceId"]), contact["id"])
        return Answer(204)

    def list_contact_identifiers(self, call: Call) -> Answer:
        """All identifiers of a contact, oldest first."""
        contact = self.contact_named(call)
        return Answer(200, {"results": self.identifier_rows(call, contact)})

    def identifier_rows(self, call: Call, contact: Contact) -> list[Json]:
        """The identifiers, each with the id of the contact that has it."""
        return [{"contactId": contact["id"], **one} for one in contact["identifiers"]]

    def search_contacts(self, call: Call) -> Answer:
        """The contact that has an identifier, or none."""
        workspace = self.workspace_of(call)
        owner = self.owner_of(workspace, call.body["identifier"])
        found = None if owner is None else self.contact_by_id(workspace, owner)
        return Answer(200, {"results": [] if found is None else [self.contact_body(call, found)]})

    # Paging: a token says in which direction the page goes, and how many contacts lie behind its start.
    # Counted from the oldest contact, so that contacts made meanwhile move nothing.

    def list_contacts(self, call: Call) -> Answer:
        """One page of the workspace's contacts, oldest first, or with `reverse` newest first."""
        kind = contact_kind(self.workspace_of(call))
        total = self.store.count(kind)
        backwards, position = self.page_position(call, total)
        size = self.page_size(call)
        if backwards:
            start, end = max(position - size, 0), position
            following = f"r{start}" if start > 0 else ""
        else:
            start, end = position, min(position + size, total)
            following = f"f{end}" if end < total else ""
        contacts = self.store.list(kind, start, end - start)
        shown = [self.contact_body(call, one) for one in (reversed(contacts) if backwards else contacts)]
        return Answer(200, {"results": shown, **({"nextPageToken": following} if following else {})})

    def page_size(self, call: Call) -> int:
        """How many contacts a page holds at most."""
        return int(call.query_value("limit") or _PAGE_SIZE)

    def page_position(self, call: Call, total: int) -> tuple[bool, int]:
        """Whether to go backwards, and from where; a token knows both."""
        token = call.query_value("pageToken")
        if token:
            read = _PAGE_TOKEN.fullmatch(token)
            if read is None:
                raise Refusal(422, "pageToken is none that this server gave; take nextPageToken of a page.")
            return read[1] == "r", min(int(read[2]), total)
        backwards = (call.query_value("reverse") or "").lower() == "true"
        return backwards, total if backwards else 0
