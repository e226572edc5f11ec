"""Where a fault shows: most leave creations and patches alone, so that set-up and clean-up can be trusted."""

from __future__ import annotations

from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, Contact, is_empty
from contact_contracts.reference.everbridge.seed import CONTACT

WRITTEN: Final = "everbridge.fields.each-written"
"""Read to the letter, every member that is stored wrong breaks this clause too."""
EACH_ROW: Final = "everbridge.batch.updates-each"
"""Read to the letter, every fault that only batches have breaks this clause too."""
IDEMPOTENT: Final = "everbridge.replace.idempotent"
"""Broken too where an update goes wrong the first time and right the second, or the other way round."""
MODIFICATION: Final = "everbridge.answer.modification"
CONFORMS: Final = "everbridge.schema.answers-conform"
REFUSED_KEEPS: Final = "everbridge.error.refused-changes-nothing"
REFUSALS_THAT_KEEP: Final = (
    "everbridge.quiet-time.needs-timezone",
    "everbridge.quiet-time.days",
    "everbridge.quiet-time.hours",
    "everbridge.quiet-time.minutes",
    "everbridge.external-id.taken-is-refused",
    "everbridge.schema.bad-input-refused",
)
"""Clauses that say of one refusal each that nothing changes, as REFUSED_KEEPS says of all."""


def is_update(call: Call) -> bool:
    """Whether one contact is being replaced."""
    return call.operation.id == "updateContact"


def is_batch(call: Call) -> bool:
    """Whether many contacts are being replaced."""
    return call.operation.id == "updateContactsBatch"


def in_update(change: Change) -> bool:
    """Whether a change comes from the replacement of one contact."""
    return is_update(change.call)


def by_external_id(call: Call) -> bool:
    """Whether contacts are addressed by their external ids."""
    return call.query_value("idType") == "externalId"


def names_both(body: Json, id_member: str, name_member: str) -> bool:
    """Whether something is named by id and by name at once."""
    return not is_empty(body.get(id_member)) and not is_empty(body.get(name_member))


def place_of(values: Json, one: Json) -> int:
    """Where this very member of a body's list stands, from 0."""
    return next(place for place, other in enumerate(values) if other is one)


def others(rules: EverbridgeRules, contact: Contact) -> list[Contact]:
    """Every other contact, oldest first."""
    return [one for one in rules.store.list(CONTACT) if one["id"] != contact["id"]]


def refused_target(rules: EverbridgeRules, call: Call, answer: Answer) -> Contact | None:
    """The contact that a refused update was about, if it exists and the body could be read."""
    refused = is_update(call) and answer.status == 400
    if not refused or not isinstance(call.body, dict):
        return None
    with rules.store.transaction():
        return rules.find_contact(call, call.path["contactId"])


def overwrite(rules: EverbridgeRules, contact: Contact, **members: Json) -> None:
    """Store a contact with some members changed, past every rule."""
    rules.store.replace(CONTACT, str(contact["id"]), {**contact, **members})
