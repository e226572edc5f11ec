"""The operations of the Conga family, and who may call them."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from uuid import uuid4

from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.checks import CONTACT
from contact_contracts.reference.conga.record_rules import RecordRules

_SCHEME = "Bearer"


class CongaRules(RecordRules):
    """Answers like Conga. Where its documents are silent or disagree, the method names its reading."""

    family = "conga"

    # Who calls

    def is_authorized(self, call: Call) -> bool:
        """A bearer token that is known, be it one without permissions."""
        presented = call.headers.get("authorization", "")
        return self.is_full_token(presented) or self.is_restricted_token(presented)

    def is_full_token(self, authorization: str) -> bool:
        """Whether the token is that of a caller who may do everything."""
        return self.credentials.token_matches(authorization, _SCHEME)

    def is_restricted_token(self, authorization: str) -> bool:
        """Whether the token is that of a caller without permission on contacts."""
        return self.credentials.restricted_token_matches(authorization, _SCHEME)

    def unauthorized(self, call: Call) -> Refusal:
        """What a stranger is told."""
        return Refusal(401, "The bearer token is missing or wrong.", headers={"www-authenticate": _SCHEME})

    def check_scope(self, call: Call) -> None:
        """Whoever lacks permission on the contact object can do nothing with it, reading included."""
        if not self.has_permission(call, call.headers.get("authorization", "")):
            raise Refusal(403, "The caller has no permission on the object 'Contact'.")

    def has_permission(self, call: Call, authorization: str) -> bool:
        """Whether a known caller may use the operation."""
        return not self.is_restricted_token(authorization)

    # By external id

    def update_contact_by_external_id(self, call: Call) -> Answer:
        """Change the fields that the body names."""
        return self.update(call, self.key_by_external_id(call, call.path["externalId"]))

    def get_contact_by_external_id(self, call: Call) -> Answer:
        """Read a record."""
        return self.read(call, self.key_by_external_id(call, call.path["externalId"]))

    def delete_contact_by_external_id(self, call: Call) -> Answer:
        """Remove a record."""
        return self.remove(call, self.key_by_external_id(call, call.path["externalId"]))

    def key_by_external_id(self, call: Call, external_id: str) -> str:
        """The key of the record that is meant."""
        key = self.find_external_id(call, external_id)
        return self.unknown_external_id(call, external_id) if key is None else key

    def unknown_external_id(self, call: Call, external_id: str) -> str:
        """An external id that no record has is answered with 404, and makes none."""
        raise self.not_found(call, f"external id {external_id}")

    # By id

    def update_contact(self, call: Call) -> Answer:
        """Change the fields that the body names."""
        return self.update(call, self.key_by_id(call, call.path["id"]))

    def get_contact(self, call: Call) -> Answer:
        """Read a record."""
        return self.read(call, self.key_by_id(call, call.path["id"]))

    def delete_contact(self, call: Call) -> Answer:
        """Remove a record."""
        return self.remove(call, self.key_by_id(call, call.path["id"]))

    def key_by_id(self, call: Call, record_id: str) -> str:
        """The key of the record that is meant; an Id that no record has is answered with 404."""
        if self.store.get(CONTACT, record_id) is None:
            raise self.not_found(call, f"Id {record_id}")
        return record_id

    def not_found(self, call: Call, named: str) -> Refusal:
        """What a caller is told who names a record that does not exist."""
        return Refusal(404, f"There is no contact with the {named}.")

    # Either way

    def create_contact(self, call: Call) -> Answer:
        """Make a record with the fields of the body, and with its external id if there is one.

        Open in the documents. Read here: the server alone gives Ids, so a body that brings one is refused.
        """
        change = Change(call, call.body, self.new_key(call), {})
        return self.created(change, self.write(change))

    def new_key(self, call: Call) -> str:
        """The Id of a new record; none is ever used twice."""
        return str(uuid4())

    def update(self, call: Call, key: str) -> Answer:
        """Change a record, and no other."""
        change = Change(call, call.body, key, self.stored(key))
        return self.updated(change, self.write(change))

    def read(self, call: Call, key: str) -> Answer:
        """Show a record."""
        return self.found(call, self.stored(key))

    def remove(self, call: Call, key: str) -> Answer:
        """Delete a record; its external id is free again."""
        record = self.stored(key)
        self.store.delete(CONTACT, key)
        return self.deleted(call, record)

    def stored(self, key: str) -> Record:
        """A record that was found to exist."""
        record = self.store.get(CONTACT, key)
        assert record is not None, f"the external id of {key} outlived its record"  # noqa: S101 - ours to keep
        return record
