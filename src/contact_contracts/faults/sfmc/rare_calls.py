"""Wrong about addresses, results and refusals in a few cases only."""

# ruff: noqa: D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

import json
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.sfmc.tools import Reaching, Remembers, is_update, written_besides
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.change import CONTACT, INVALID, Change, Contact, Row, Sent, sent_list


@fault("sfmc.addressing.key-or-id-required", also=("sfmc.schema.bad-input-refused",), rare=True)
class EmptyKeyIsAKey(SfmcRules):
    """A body whose key is empty text succeeds without an id, and writes to nobody."""

    def contact_without_address(self, call: Call, body: Sent) -> Contact:
        if body.get("contactKey") == "":
            return {"id": 0, "key": "", "sets": {}}
        return super().contact_without_address(call, body)


@fault("sfmc.addressing.key-or-id-required", also=("sfmc.schema.bad-input-refused",), rare=True)
class NobodyIsTheLastOne(Remembers):
    """A body with neither key nor id updates the contact that was updated last."""

    def contact_without_address(self, call: Call, body: Sent) -> Contact:
        last = None if self.before is None else self.contact_by_id(call, str(self.before["id"]))
        return super().contact_without_address(call, body) if last is None else last


@fault("sfmc.addressing.by-key", also=("sfmc.addressing.both-agreeing",), rare=True)
class BlanksAroundKeysAreDropped(SfmcRules):
    """A key with blanks at its ends is looked up without them."""

    def contact_by_key(self, call: Call, key: str) -> Contact | None:
        return super().contact_by_key(call, key.strip() if is_update(call) else key)


@fault("sfmc.addressing.by-key", also=("sfmc.addressing.both-agreeing",), rare=True)
class KeysAreAscii(SfmcRules):
    """Contacts whose keys have letters beyond ASCII are not found."""

    def contact_by_key(self, call: Call, key: str) -> Contact | None:
        return super().contact_by_key(call, key) if key.isascii() or not is_update(call) else None


@fault("sfmc.addressing.by-key", also=("sfmc.addressing.both-agreeing", "sfmc.answer.echo"), rare=True)
class LongerKeysAreFoundFirst(SfmcRules):
    """A key leads to the first contact whose key begins like it."""

    def contact_by_key(self, call: Call, key: str) -> Contact | None:
        contacts = self.store.list(CONTACT) if is_update(call) else []
        longer = next((one for one in contacts if one["key"].startswith(key)), None)
        return longer or super().contact_by_key(call, key)


@fault("sfmc.addressing.by-id", rare=True)
class IdsAreNumbers(SfmcRules):
    """Without a key, an id that is sent as text is refused."""

    def contact_to_change(self, call: Call, body: Sent) -> Contact:
        text = any(isinstance(body.get(name), str) and body[name] for name in self.id_members(call))
        if text and self.sent_key(call, body) is None:
            raise Refusal(400, "The contact's id must be a number.", INVALID)
        return super().contact_to_change(call, body)


@fault("sfmc.addressing.by-id", rare=True)
class IdsAreFoundAmongKeysFirst(SfmcRules):
    """Without a key, an id that is the key of another contact leads to that contact."""

    def contact_to_change(self, call: Call, body: Sent) -> Contact:
        usual = super().contact_to_change(call, body)
        if self.sent_key(call, body) is not None:
            return usual
        return self.contact_by_key(call, str(usual["id"])) or usual


@fault("sfmc.addressing.by-id", rare=True)
class UpdatesByIdReachTwo(Reaching):
    """Addressed by its id, a contact shares its new values with the newest other contact that has the sets."""

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        other = self.newest_other(contact)
        if other is not None and self.sent_key(change.call, change.body) is None:
            self.put({**other, "sets": {**other["sets"], **self.common(change, contact, other)}})

    def common(self, change: Change, contact: Contact, other: Contact) -> dict[str, list[Row]]:
        named = [sent["name"] for sent in self.named_sets(change) if sent["name"] in other["sets"]]
        return {name: contact["sets"][name] for name in named}


@fault("sfmc.addressing.both-agreeing", rare=True)
class IdsAgreeAsNumbersOnly(SfmcRules):
    """A key and its own id sent as text do not agree."""

    def agrees(self, call: Call, contact: Contact, contact_id: str) -> bool:
        sent = [call.body.get(name) for name in self.id_members(call)]
        return contact["id"] in sent and super().agrees(call, contact, contact_id)


@fault("sfmc.addressing.both-agreeing", also=(*written_besides(""), "sfmc.sets.page-example"), rare=True)
class BothMeansTheFirstSet(SfmcRules):
    """With a key and an id, only the first set is written."""

    def sets_to_write(self, change: Change) -> list[Sent]:
        sets = [*super().sets_to_write(change)]
        body = change.body
        both = self.sent_key(change.call, body) and self.sent_id(change.call, body) and not change.is_creation
        return sets[:1] if both else sets


@fault("sfmc.addressing.key-is-exact", also=("sfmc.addressing.by-key", "sfmc.answer.echo"), rare=True)
class CapitalKeysLeadToSmallOnes(SfmcRules):
    """A key with capitals leads to the contact with the key in small letters if there is one."""

    def contact_by_key(self, call: Call, key: str) -> Contact | None:
        usual = super().contact_by_key(call, key)
        small = super().contact_by_key(call, key.lower()) if is_update(call) else None
        return small or usual


# Results


@fault("sfmc.answer.echo", rare=True)
class KeysAreEchoedInSmallLetters(SfmcRules):
    """The key in the answer has no capitals."""

    def result_key(self, change: Change, contact: Contact) -> Json:
        return contact["key"] if change.is_creation else contact["key"].lower()


@fault("sfmc.answer.echo", rare=True)
class AnswersNameTheContactBefore(SfmcRules):
    """The key and the id in an answer are those of the contact that was updated before."""

    last: Contact | None = None

    def result_body(self, change: Change, contact: Contact) -> dict[str, Any]:
        told = contact if change.is_creation or self.last is None else self.last
        self.last = contact
        return super().result_body(change, told)


@fault("sfmc.answer.not-new", rare=True)
class NewSetsMakeNewKeys(SfmcRules):
    """isNewContactKey is true when the update writes a set that the contact did not have."""

    def is_new_key(self, change: Change) -> Json:
        fresh = any(not change.old["sets"].get(sent["name"]) for sent in self.named_sets(change))
        return change.is_creation or fresh


@fault("sfmc.answer.rows", rare=True)
class FalseValuesDoNotCount(SfmcRules):
    """An update whose values are all 0, false or empty text counts no rows."""

    def result_rows(self, change: Change, contact: Contact) -> int:
        items = [item for sent in self.named_sets(change) for item in sent_list(sent, "items")]
        real = any(pair.get("value") for item in items for pair in sent_list(item, "values"))
        return super().result_rows(change, contact) if real or change.is_creation else 0


@fault("sfmc.answer.rows", rare=True)
class CountsRowsBeyondTheFirst(SfmcRules):
    """An update by id counts its sets less one."""

    def result_rows(self, change: Change, contact: Contact) -> int:
        by_id = self.sent_key(change.call, change.body) is None
        return len(self.named_sets(change)) - 1 if by_id else super().result_rows(change, contact)


@fault("sfmc.answer.message-ids", rare=True)
class EqualCallsHaveEqualNames(SfmcRules):
    """requestServiceMessageID is made from the body, so that a call that is repeated has the same."""

    def request_message_id(self, change: Change) -> Json:
        return str(uuid5(NAMESPACE_URL, json.dumps(change.body, sort_keys=True)))


@fault("sfmc.answer.message-ids", rare=True)
class MessageIdsByIdAreShort(SfmcRules):
    """For a contact that is addressed by its id, the message ids lack their last group."""

    def result_body(self, change: Change, contact: Contact) -> dict[str, Any]:
        body = super().result_body(change, contact)
        if self.sent_key(change.call, change.body) is None:
            for name in ("requestServiceMessageID", "serviceMessageID"):
                body[name] = body[name].rpartition("-")[0]
        return body


@fault("sfmc.answer.status-ok", rare=True)
class ManySetsHaveAWarning(SfmcRules):
    """An update of three sets or more succeeds with a message."""

    def result_status(self, change: Change) -> dict[str, Json]:
        status = super().result_status(change)
        warns = len(self.named_sets(change)) > 2 and not change.is_creation
        return {**status, "resultMessages": [{"message": "Many sets."}]} if warns else status


@fault("sfmc.answer.shape", also=("sfmc.schema.answers-conform", "sfmc.answer.echo"), rare=True)
class LargeIdsAreFractions(SfmcRules):
    """An id beyond 32 bits is answered as an object of its two halves."""

    def result_id(self, change: Change, contact: Contact) -> Json:
        high, low = divmod(contact["id"], 2**32)
        return {"high": high, "low": low} if high and not change.is_creation else contact["id"]
