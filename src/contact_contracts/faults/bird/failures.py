"""Wrong about refusals, about the contract as a whole, and about what calls have to do with each other."""

# ruff: noqa: D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contact_contracts.contract import SchemaError
from contact_contracts.exchange import Json
from contact_contracts.faults.bird.tools import LeavesTraces, Remembers, is_update
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change, Contact
from contact_contracts.reference.bird.seed import contact_kind
from contact_contracts.reference.calls import Answer, Call, Refusal


@fault("bird.error.missing-credentials")
class StrangersMayUpdate(BirdRules):
    """An update without an Authorization header is carried out."""

    def needs_credentials(self, call: Call) -> bool:
        return not is_update(call) or "authorization" in call.headers


@fault("bird.error.shape")
class ErrorsSayNoMessage(BirdRules):
    """An error has a code, and its text under another name."""

    def error_body(self, refusal: Refusal) -> Json:
        return {"code": "Failed", "description": refusal.message}


@fault(
    "bird.error.refused-changes-nothing",
    also=("bird.schema.bad-input-refused", "bird.strategy.strict-alias-refuses-two-contacts"),
)
class RefusedUpdatesLeaveAttributes(LeavesTraces):
    """Attributes are stored before the rest of the body is checked, and stay when that is refused."""

    def leave_trace(self, change: Change) -> None:
        sent = change.body.get("attributes", {})
        good = {key: value for key, value in sent.items() if not self.is_read_only(change, key)}
        kept = {key: value for key, value in {**change.old["attributes"], **good}.items() if value is not None}
        self.put({**change.old, "attributes": kept})


@fault("bird.schema.answers-conform", also=("bird.answer.reads-back",))
class FeaturedIdentifiersAreAnObject(BirdRules):
    """The answer to an update has featured identifiers by key instead of a list of them."""

    def update(self, change: Change) -> Answer:
        answer = super().update(change)
        answer.body["featuredIdentifiers"] = {
            one["key"]: one["value"] for one in answer.body["featuredIdentifiers"]
        }
        return answer


@fault("bird.schema.answers-conform")
class AnswersClaimToBeText(BirdRules):
    """The answer to an update is JSON under the content type of plain text."""

    def update(self, change: Change) -> Answer:
        return replace(super().update(change), headers={"content-type": "text/plain; charset=utf-8"})


@fault("bird.schema.no-server-error", also=("bird.schema.bad-input-refused",))
class StumblesOverBodiesThatAreNoObject(BirdRules):
    """A body that is JSON but no object is met with a crash."""

    def body_errors(self, call: Call) -> Sequence[SchemaError]:
        call.body.get("strategy")
        return super().body_errors(call)


@fault("bird.schema.bad-input-refused")
class IdentifiersMayBeLong(BirdRules):
    """Nobody looks at how long or short an identifier to add is."""

    def body_errors(self, call: Call) -> Sequence[SchemaError]:
        found = super().body_errors(call)
        return (
            [one for one in found if one.keyword not in ("minLength", "maxLength")] if is_update(call) else found
        )


@fault("bird.lifecycle.any-sequence")
class CreationUndoesTheLastUpdate(Remembers):
    """Making a contact undoes the last update of another one, apart from its identifiers."""

    def undo(self, before: Contact) -> None:
        current = self.store.get(contact_kind(before["workspaceId"]), before["id"])
        if current is not None:
            undone = {name: before[name] for name in ("attributes", "listIds", "accountIds", "companyRefs")}
            self.put({**current, **undone})

    def write(self, change: Change) -> Contact:
        contact = super().write(change)
        if change.is_creation and self.before is not None:
            self.undo(self.before)
        return contact
