"""The operations of the Everbridge family, and who may call them."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Sequence

from contact_contracts.contract import SchemaError
from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.everbridge.change import Change, Contact, Mode, without_nulls
from contact_contracts.reference.everbridge.checks import BATCH, WRITERS
from contact_contracts.reference.everbridge.contact_rules import ContactRules
from contact_contracts.reference.everbridge.json_patch import PatchError, apply_patch
from contact_contracts.reference.everbridge.seed import CONTACT
from contact_contracts.reference.everbridge.supporting import SupportingOperations
from contact_contracts.reference.rules import describe


class EverbridgeRules(SupportingOperations, ContactRules):
    """Answers like Everbridge. Where its documents are silent or disagree, the method names its reading."""

    family = "everbridge"

    # Who calls, for which organization, with what

    def is_authorized(self, call: Call) -> bool:
        """Basic and Bearer are both taken."""
        presented = call.headers.get("authorization", "")
        return self.is_basic(presented) or self.is_bearer(presented)

    def is_basic(self, authorization: str) -> bool:
        """Whether user and password are right."""
        return self.credentials.basic_matches(authorization)

    def is_bearer(self, authorization: str) -> bool:
        """Whether the token is right."""
        return self.credentials.token_matches(authorization, "Bearer")

    def check_scope(self, call: Call) -> None:
        """An organization that is unknown, foreign or left empty is answered with 401."""
        organization = call.path["organizationId"]
        if not self.is_own_organization(call, organization):
            raise Refusal(401, f"Org {organization} is invalid.")

    def is_own_organization(self, call: Call, organization: str) -> bool:
        """Whether the caller may work in an organization."""
        return organization in self.directory.organizations

    def read_body(self, call: Call) -> Json:
        """The body as JSON; a contact's members that are null are gone."""
        body = super().read_body(call)
        may_hold_null = call.operation.id in WRITERS and b"null" in call.raw_body
        return self.without_nulls(call, body) if may_hold_null else body

    def without_nulls(self, call: Call, body: Json) -> Json:
        """Open in the documents. Read here: null for a field acts as if the field was left out."""
        return without_nulls(body)

    def body_errors(self, call: Call) -> Sequence[SchemaError]:
        """A batch as a whole is refused only when it is no list; its rows are judged one by one."""
        errors = super().body_errors(call)
        return [error for error in errors if not error.pointer] if call.operation.id == BATCH else errors

    # One contact

    def update_contact(self, call: Call) -> Answer:
        """Replace the contact that the URI names."""
        old = self.contact_to_change(call)
        return self.modified(call, self.write(Change(call, call.body, old)))

    def create_contact(self, call: Call) -> Answer:
        """Add a contact; one whose external id exists already is replaced in full instead."""
        old = self.contact_by_external_id(call, call.body.get("externalId", ""))
        return self.modified(call, self.write(Change(call, call.body, old or {})))

    def get_contact(self, call: Call) -> Answer:
        """Read a contact."""
        found = self.find_contact(call, call.path["contactId"])
        if found is None:
            raise Refusal(404, f"Unable to find contact {call.path['contactId']}")
        return Answer(200, self.found_body(found))

    def delete_contact(self, call: Call) -> Answer:
        """Remove a contact and free its external id."""
        contact = self.contact_to_change(call)
        self.store.delete(CONTACT, str(contact["id"]))
        return self.modified(call, contact)

    def update_contact_partially(self, call: Call) -> Answer:
        """Apply a JSON Patch to the contact as it reads; what comes out must be one that PUT would take.

        Its groups and quiet times are those of the patched contact: a patch may remove what PUT cannot.
        """
        old = self.contact_to_change(call)
        patched = self.patched_body(call, old)
        return self.modified(call, self.write(Change(call, patched, old, Mode.EXACT)))

    def patched_body(self, call: Call, old: Contact) -> Json:
        """The contact after the patch, checked against the contract."""
        try:
            patched = without_nulls(apply_patch(self.contact_body(old), call.body))
        except PatchError as trouble:
            raise Refusal(400, f"{trouble}.") from trouble
        errors = self.schema_errors(self.contract.operations["updateContact"], patched)
        if errors:
            raise self.bad_body(errors)
        return patched

    # Many contacts

    def update_contacts_batch(self, call: Call) -> Answer:
        """Update each row by itself.

        Open in the documents. Read here: a bad row does not keep the good ones from being written.
        """
        results = {number: self.batch_row_result(call, number, row) for number, row in enumerate(call.body, 1)}
        failures = {number: reason for number, reason in results.items() if reason is not None}
        return Answer(200, self.batch_body(len(results), failures))

    def batch_row_result(self, call: Call, number: int, row: Json) -> str | None:
        """Write one row; None when that went well, else the reason for which nothing of it was written."""
        try:
            self.check_row(call, row)
            self.write(self.row_change(call, number, row))
        except Refusal as refusal:
            return refusal.message
        return None

    def check_row(self, call: Call, row: Json) -> None:
        """Refuse a row that the contract excludes."""
        errors = self.schema_errors(call.operation, [row])
        if errors:
            raise Refusal(400, describe(errors[0]))

    def row_change(self, call: Call, number: int, row: Contact) -> Change:
        """What a row changes, and in which mode."""
        return Change(call, row, self.row_contact(call, row), self.batch_mode(call), number)

    def batch_mode(self, call: Call) -> Mode:
        """Open in the documents. Read here: without `updateType` a batch is full, as the batch page says."""
        return Mode.PARTIAL if call.query_value("updateType") == "partial" else Mode.FULL

    def row_contact(self, call: Call, row: Contact) -> Contact:
        """The contact that a row names itself."""
        identifier = self.row_identifier(call, row)
        found = self.find_contact(call, identifier)
        if found is None:
            raise self.unknown_contact(call, identifier)
        return found

    def row_identifier(self, call: Call, row: Contact) -> str:
        """A row's own `id`, or with `idType=externalId` its `externalId`; then its id is ignored."""
        member = "externalId" if call.query_value("idType") == "externalId" else "id"
        identifier = row.get(member)
        wanted = str if member == "externalId" else int
        if not isinstance(identifier, wanted) or isinstance(identifier, bool):
            raise Refusal(400, f"{member} is required to find the contact.")
        return str(identifier)
