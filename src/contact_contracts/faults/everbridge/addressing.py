"""The wrong contact is changed, or the right one is not found."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import (
    WRITTEN,
    by_external_id,
    in_update,
    is_update,
    others,
    overwrite,
)
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, Contact


@fault(
    "everbridge.addressing.uri-names-the-contact",
    also=(
        "everbridge.addressing.body-id-ignored",
        "everbridge.fields.each-written",
    ),
)
class UpdatesWithoutWhere(EverbridgeRules):
    """The last name of one update is written to every contact of the organization."""

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        if in_update(change):
            for other in others(self, contact):
                overwrite(self, other, lastName=contact.get("lastName", ""))


@fault("everbridge.addressing.uri-names-the-contact")
class TouchesTheNewestContact(EverbridgeRules):
    """The newest other contact loses its topics whenever a contact is updated without topics."""

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        if in_update(change) and "topics" not in contact:
            for newest in others(self, contact)[-1:]:
                overwrite(self, newest, topics=[])


@fault("everbridge.addressing.body-id-ignored", also=("everbridge.addressing.uri-names-the-contact", WRITTEN))
class BodyIdPicksTheContact(EverbridgeRules):
    """An id in the body that some contact has decides which contact is updated."""

    def contact_to_change(self, call: Call) -> Contact:
        named = super().contact_to_change(call)
        if not is_update(call):
            return named
        return self.contact_by_id(call, str(call.body.get("id"))) or named


@fault("everbridge.addressing.body-id-ignored")
class RefusesAnotherBodyId(EverbridgeRules):
    """An id in the body that differs from the one in the URI is refused."""

    def contact_to_change(self, call: Call) -> Contact:
        named = super().contact_to_change(call)
        if is_update(call) and call.body.get("id", named["id"]) != named["id"]:
            raise Refusal(400, "The id does not match the URI.")
        return named


@fault("everbridge.addressing.by-external-id", also=("everbridge.external-id.changes-while-addressing",))
class IgnoresTheIdType(EverbridgeRules):
    """An update takes the last segment of the URI for an id, whatever idType says."""

    def find_contact(self, call: Call, identifier: str) -> Contact | None:
        if is_update(call):
            return self.contact_by_id(call, identifier)
        return super().find_contact(call, identifier)


@fault("everbridge.addressing.by-external-id")
class ReadsIdsAndExternalIdsAlike(EverbridgeRules):
    """With idType=externalId a contact is updated also by its id."""

    def find_contact(self, call: Call, identifier: str) -> Contact | None:
        found = super().find_contact(call, identifier)
        if found is None and is_update(call) and by_external_id(call):
            return self.contact_by_id(call, identifier)
        return found
