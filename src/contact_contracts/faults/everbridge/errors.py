"""Refusals with the wrong status or shape, and refusals that leave a trace."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import (
    REFUSALS_THAT_KEEP,
    is_batch,
    is_update,
    overwrite,
    refused_target,
)
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Contact


@fault("everbridge.error.unknown-organization")
class UnknownOrganizationIsNotFound(EverbridgeRules):
    """An unknown organization is answered with 404."""

    def check_scope(self, call: Call) -> None:
        if is_update(call) and not self.is_own_organization(call, call.path["organizationId"]):
            raise Refusal(404, "There is no such organization.")
        super().check_scope(call)


@fault("everbridge.error.unknown-organization")
class AnyOrganizationWillDo(EverbridgeRules):
    """Updates do not look at the organization."""

    def check_scope(self, call: Call) -> None:
        if not is_update(call):
            super().check_scope(call)


@fault("everbridge.error.unknown-contact")
class UnknownContactIsABadRequest(EverbridgeRules):
    """An update of an unknown contact is answered with 400."""

    def contact_to_change(self, call: Call) -> Contact:
        try:
            return super().contact_to_change(call)
        except Refusal as refusal:
            raise Refusal(400 if is_update(call) else refusal.status, refusal.message) from refusal


@fault(
    "everbridge.error.unknown-contact",
    also=(
        "everbridge.lifecycle.any-sequence",
        "everbridge.addressing.by-external-id",
        "everbridge.addressing.uri-names-the-contact",
    ),
)
class UnknownContactIsCreated(EverbridgeRules):
    """An update of an unknown contact makes a new one."""

    def contact_to_change(self, call: Call) -> Contact:
        if is_update(call):
            return self.find_contact(call, call.path["contactId"]) or {}
        return super().contact_to_change(call)


@fault("everbridge.error.missing-credentials")
class UpdatesNeedNoCredentials(EverbridgeRules):
    """Strangers may update a contact."""

    def needs_credentials(self, call: Call) -> bool:
        return not is_update(call)


@fault("everbridge.error.missing-credentials")
class BatchesNeedNoCredentials(EverbridgeRules):
    """Strangers may update contacts by a batch."""

    def needs_credentials(self, call: Call) -> bool:
        return not is_batch(call)


@fault("everbridge.error.missing-credentials")
class AnyCredentialsWillDo(EverbridgeRules):
    """Whatever stands in the Authorization header of an update is taken."""

    def is_authorized(self, call: Call) -> bool:
        return super().is_authorized(call) or (is_update(call) and "authorization" in call.headers)


@fault("everbridge.error.missing-credentials")
class StrangersAreForbidden(EverbridgeRules):
    """Missing or wrong credentials are answered with 403."""

    def unauthorized(self, call: Call) -> Refusal:
        refusal = super().unauthorized(call)
        return Refusal(403, "Forbidden") if is_update(call) or is_batch(call) else refusal


@fault("everbridge.error.shape")
class ErrorStatusIsAlwaysTheSame(EverbridgeRules):
    """The status in every error body is 400."""

    def error_body(self, refusal: Refusal) -> Json:
        return {"status": 400, "message": refusal.message}


@fault("everbridge.error.shape")
class ErrorsHaveNoMessage(EverbridgeRules):
    """Error bodies carry their text under another name."""

    def error_body(self, refusal: Refusal) -> Json:
        return {"status": refusal.status, "error": refusal.message}


@fault("everbridge.error.refused-changes-nothing", also=REFUSALS_THAT_KEEP)
class WritesNamesBeforeChecking(EverbridgeRules):
    """A refused update has changed the last name all the same."""

    def answer(self, call: Call) -> Answer:
        answer = super().answer(call)
        contact = refused_target(self, call, answer)
        if contact is not None and isinstance(call.body.get("lastName"), str):
            with self.store.transaction():
                overwrite(self, contact, lastName=call.body["lastName"])
        return answer
