"""What a body must fulfil before anything of it is written."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from contact_contracts.contract import Contract, Operation, SchemaError
from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.conga.answers import CongaAnswers
from contact_contracts.reference.conga.change import Change
from contact_contracts.reference.conga.directory import Directory, Named
from contact_contracts.reference.conga.fields import BOUNCED, ETAG, EXTERNAL_ID, ID, SERVER_MEMBERS, Kind
from contact_contracts.reference.credentials import Credentials
from contact_contracts.reference.store import Store

CONTACT: Final = "contact"
_LOCKING_FLAG: Final = "EnforceOptimisticLocking"


class CheckRules(CongaAnswers):
    """Each check raises a Refusal, and none writes."""

    def __init__(self, contract: Contract, store: Store, credentials: Credentials) -> None:
        """Bind the rules, and read what a contact may point to."""
        super().__init__(contract, store, credentials)
        self.directory = Directory.read(store)

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        """The schema judges that the body is an object; the rules below judge its members one by one."""
        return not error.pointer and error.keyword == "type"

    def check_change(self, change: Change) -> None:
        """All checks, in the order in which a caller hears of them."""
        self.check_fields_known(change, [name for name in change.body if not self.is_known(change, name)])
        self.check_id(change)
        self.check_external_id(change)
        for name in change.body:
            self.check_member(change, name, change.body[name])
        self.check_lock(change)

    # Fields

    def check_fields_known(self, change: Change, unknown: Sequence[str]) -> None:
        """One field that the object's schema lacks spoils the call, however many others it has."""
        if unknown:
            raise Refusal(400, f"Found unknown field(s): {', '.join(unknown)}")

    def is_known(self, change: Change, name: str) -> bool:
        """Whether a body may have a member: a field of the object's schema, or what the server writes.

        Open in the documents, for the latter. Read here: a record may be sent back as it was read, so these
        members are tolerated. Apart from Id, their values count for nothing unless a rule says so.
        """
        return name in self.directory.fields or name in SERVER_MEMBERS

    def check_member(self, change: Change, name: str, value: Json) -> None:
        """What one field may be set to."""
        kind = self.directory.fields.get(name)
        if kind is None:
            return
        if value is None:
            self.check_nullable(change, name)
        elif not self.is_of_kind(change, name, kind, value):
            raise Refusal(400, f"The value of '{name}' has the wrong type; it takes {kind}.")
        elif kind is Kind.LOOKUP:
            self.check_lookup(change, name, value)

    def check_nullable(self, change: Change, name: str) -> None:
        """Null clears every field but the one that is always true or false."""
        if not self.is_nullable(change, name):
            raise Refusal(400, f"'{name}' cannot be null.")

    def is_nullable(self, change: Change, name: str) -> bool:
        """Whether null may be sent for a field."""
        return name != BOUNCED

    def is_of_kind(self, change: Change, name: str, kind: Kind, value: Any) -> bool:
        """Whether a value that is not null is what the field holds. Nothing is converted."""
        match kind:
            case Kind.TEXT:
                return isinstance(value, str)
            case Kind.FLAG:
                return isinstance(value, bool)
            case Kind.LOOKUP:
                return isinstance(value, dict) and all(
                    isinstance(value.get(member), str | None) for member in ("Id", "Name")
                )

    # Other records

    def check_lookup(self, change: Change, name: str, value: Named) -> None:
        """A lookup must lead somewhere.

        Open in the documents. Read here: it is the Id that leads there, so a lookup without one is refused
        like one whose Id nothing has.
        """
        if self.find_lookup(change, name, value.get("Id")) is None:
            raise Refusal(400, f"'{name}' points to no record: its Id is missing or unknown.")

    def find_lookup(self, change: Change, name: str, other_id: Json) -> Named | None:
        """The record that a lookup field points to, by that record's Id."""
        return self.directory.lookups.get(name, {}).get(other_id)

    # Id and external id

    def check_id(self, change: Change) -> None:
        """An Id in the body must be the record's own. One that does not exist yet has none to match."""
        if ID in change.body and not self.is_acceptable_id(change, change.body[ID]):
            raise Refusal(400, "The Id in the body is not the record's.")

    def is_acceptable_id(self, change: Change, sent: Json) -> bool:
        """Whether the Id that was sent does not contradict the record."""
        return self.is_null_id_accepted(change) if sent is None else self.is_own_id(change, sent)

    def is_null_id_accepted(self, change: Change) -> bool:
        """Open in the documents. Read here: an Id of null says nothing, as if it was left out."""
        return True

    def is_own_id(self, change: Change, sent: Json) -> bool:
        """Whether an Id is the record's, to the letter."""
        return bool(sent == change.old.get(ID))

    def check_external_id(self, change: Change) -> None:
        """A new record takes an external id that is text and that no other has; updates ignore theirs."""
        sent = self.new_external_id(change)
        if sent is None:
            return
        if not isinstance(sent, str):
            raise Refusal(400, f"The value of '{EXTERNAL_ID}' has the wrong type; it takes {Kind.TEXT}.")
        if self.find_external_id(change.call, sent) not in (None, change.key):
            raise Refusal(400, f"Another record has this {EXTERNAL_ID}.")

    def new_external_id(self, change: Change) -> Json:
        """The external id that the record is to get, or None when it keeps what it has."""
        sent = change.body.get(EXTERNAL_ID)
        takes = change.is_creation or self.is_external_id_writable(change)
        return sent if takes and sent != "" else None

    def is_external_id_writable(self, change: Change) -> bool:
        """Open in the documents. Read here: an update ignores ExternalId in the body, whatever it says.

        The page does not count it among the fields, and uses it to say which record is meant.
        """
        return False

    def find_external_id(self, call: Call, external_id: str) -> str | None:
        """The key of the record that has an external id, to the letter."""
        return self.store.find(CONTACT, EXTERNAL_ID, external_id)

    # Locking

    def check_lock(self, change: Change) -> None:
        """Open in the documents. Read here: with locking on, an ETag that is not the current one gets 409."""
        if self.wants_lock(change) and self.is_stale(change):
            raise Refusal(409, "The record was changed since it was read with this ETag.")

    def wants_lock(self, change: Change) -> bool:
        """Whether the call asks for locking; a new record cannot have been changed."""
        flag = change.call.query_value(_LOCKING_FLAG)
        return flag is not None and not change.is_creation and self.is_true(change.call, flag)

    def is_stale(self, change: Change) -> bool:
        """Whether the body was made from an older record; without an ETag there is nothing to compare."""
        sent = change.body.get(ETAG)
        return bool(sent is not None and sent != change.old.get(ETAG))
