"""What an update makes of a record: the documented rules, one method each."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from datetime import UTC, datetime

from contact_contracts.exchange import Json
from contact_contracts.reference.conga.change import Change, Record, without_nulls
from contact_contracts.reference.conga.checks import CONTACT, CheckRules
from contact_contracts.reference.conga.directory import Named
from contact_contracts.reference.conga.fields import BOUNCED, ETAG, EXTERNAL_ID, ID, SERVER_MEMBERS, Kind
from contact_contracts.reference.conga.seed import CALLER


class RecordRules(CheckRules):
    """Turns a change into the record that is stored, and stores it."""

    def write(self, change: Change) -> Record:
        """Check the change, then store the record that it makes."""
        self.check_change(change)
        record = without_nulls(self.changed_record(change))
        if change.is_creation:
            self.store_new(change, record)
        else:
            self.store_changed(change, record)
        return record

    def changed_record(self, change: Change) -> Record:
        """The record as it is after the change; members that are null are dropped by the caller."""
        record = self.server_members(change) | self.initial_fields(change)
        for name in {**change.old, **change.body}:
            if name not in SERVER_MEMBERS:
                record[name] = self.field_value(change, name)
        return record

    # Fields

    def initial_fields(self, change: Change) -> Record:
        """What a new record starts with: the field that cannot be null is false until something else is said."""
        return {BOUNCED: False} if change.is_creation else {}

    def field_value(self, change: Change, name: str) -> Json:
        """What a field holds after the change."""
        if name not in change.body:
            return self.unsent_value(change, name)
        value = change.body[name]
        return self.cleared_value(change, name) if value is None else self.sent_value(change, name, value)

    def unsent_value(self, change: Change, name: str) -> Json:
        """A field that the body does not name stays as it was."""
        return change.old.get(name)

    def cleared_value(self, change: Change, name: str) -> Json:
        """Null empties the field."""
        return None

    def sent_value(self, change: Change, name: str, value: Json) -> Json:
        """A value that was sent, as it is stored."""
        if self.directory.fields.get(name) is Kind.LOOKUP:
            return self.lookup_value(change, name, value)
        return self.written_value(change, name, value)

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        """A text, true or false is stored as it was sent."""
        return value

    def lookup_value(self, change: Change, name: str, value: Named) -> Json:
        """The other record's Id and its own Name.

        Open in the documents. Read here: the Name that was sent along is not stored, since it would rename
        another record for the readers of this one.
        """
        other = self.find_lookup(change, name, value.get("Id")) or value
        return {"Id": other.get("Id"), "Name": other.get("Name")}

    # Members that the server writes

    def server_members(self, change: Change) -> Record:
        """What no body can set."""
        now = self.now(change)
        return {
            ID: self.id_after(change),
            EXTERNAL_ID: self.external_id_after(change),
            "CreatedBy": change.old.get("CreatedBy", CALLER),
            "CreatedDate": change.old.get("CreatedDate", now),
            "ModifiedBy": CALLER,
            "ModifiedDate": now,
            ETAG: self.etag_after(change),
        }

    def id_after(self, change: Change) -> Json:
        """The Id never changes, whatever the body says."""
        return change.old.get(ID, change.key)

    def external_id_after(self, change: Change) -> Json:
        """The external id that a record is made with; an update keeps it."""
        new = self.new_external_id(change)
        return change.old.get(EXTERNAL_ID) if new is None else new

    def etag_after(self, change: Change) -> str:
        """Each change gives the record another ETag; this one counts them."""
        return str(int(change.old.get(ETAG, "0")) + 1)

    def now(self, change: Change) -> str:
        """The time of the change, in UTC."""
        return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    # Storing

    def store_new(self, change: Change, record: Record) -> None:
        """Keep a new record, and let its external id find it."""
        self.store.insert(CONTACT, change.key, record)
        self.move_external_id(change, record)

    def store_changed(self, change: Change, record: Record) -> None:
        """Keep a record in place of what it was."""
        self.store.replace(CONTACT, change.key, record)
        self.move_external_id(change, record)

    def move_external_id(self, change: Change, record: Record) -> None:
        """From now on the record's external id finds it, and the one that it had before finds nothing."""
        before, after = change.old.get(EXTERNAL_ID), record.get(EXTERNAL_ID)
        if before == after:
            return
        if before is not None:
            self.store.release(CONTACT, EXTERNAL_ID, str(before))
        if after is not None:
            self.store.claim(CONTACT, EXTERNAL_ID, str(after), change.key)
