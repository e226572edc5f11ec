"""External ids that do not change, or change where they must not."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import WRITTEN, by_external_id, in_update
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, Contact, is_empty
from contact_contracts.reference.everbridge.seed import CONTACT, EXTERNAL_ID


@fault("everbridge.external-id.changes", also=(WRITTEN,))
class NeverChangesAnExternalId(EverbridgeRules):
    """A contact addressed by its id keeps the external id it has."""

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        frozen = name == "externalId" and in_update(change) and not by_external_id(change.call)
        return change.old.get(name, value) if frozen else value


@fault("everbridge.external-id.changes-while-addressing", also=("everbridge.external-id.changes", WRITTEN))
class KeepsTheAddressingExternalId(EverbridgeRules):
    """A contact addressed by its external id keeps that external id."""

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        frozen = name == "externalId" and in_update(change) and by_external_id(change.call)
        return change.old.get(name, value) if frozen else value


@fault("everbridge.external-id.changes-while-addressing", also=("everbridge.external-id.changes",))
class OldExternalIdStillFinds(EverbridgeRules):
    """After a change by external id the old one finds the contact as well as the new one."""

    def move_external_id(self, change: Change, contact: Contact) -> None:
        super().move_external_id(change, contact)
        before = change.old.get("externalId")
        if in_update(change) and by_external_id(change.call) and not is_empty(before):
            self.store.claim(CONTACT, EXTERNAL_ID, str(before), str(contact["id"]))


@fault(
    "everbridge.external-id.taken-is-refused",
    also=(
        "everbridge.addressing.uri-names-the-contact",
        "everbridge.answer.modification",
        "everbridge.lifecycle.any-sequence",
        "everbridge.addressing.by-external-id",
        "everbridge.external-id.changes-while-addressing",
    ),
)
class TakesAnExternalIdOver(EverbridgeRules):
    """The external id of another contact is taken from it, and the update succeeds."""

    def check_external_id_free(self, change: Change) -> None:
        if not in_update(change):
            return super().check_external_id_free(change)
        sent = str(change.body.get("externalId", ""))
        if self.owner_of_external_id(change, sent) not in (None, change.old_key):
            self.store.release(CONTACT, EXTERNAL_ID, sent)
        return None


@fault("everbridge.external-id.taken-is-refused", also=("everbridge.external-id.changes", WRITTEN))
class SkipsATakenExternalId(EverbridgeRules):
    """A taken external id is passed over in silence, and the rest of the update is carried out."""

    def check_external_id_free(self, change: Change) -> None:
        if not in_update(change):
            super().check_external_id_free(change)

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        if name != "externalId" or not in_update(change) or is_empty(value):
            return value
        free = self.owner_of_external_id(change, str(value)) in (None, change.old_key)
        return value if free else change.old.get(name)
