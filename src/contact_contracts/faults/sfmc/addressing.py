"""Wrong about which contact a body is about."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.sfmc.tools import Reaching, is_update
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.change import CONTACT, MISSING, Change, Contact, Sent


@fault("sfmc.addressing.key-or-id-required", also=("sfmc.schema.bad-input-refused",))
class NobodyIsUpdated(SfmcRules):
    """A body with neither key nor id succeeds, and writes to nobody."""

    def contact_without_address(self, call: Call, body: Sent) -> Contact:
        return {"id": 0, "key": "", "sets": {}}


@fault("sfmc.addressing.by-key")
class UpdatesTheNewestContactToo(Reaching):
    """What is sent for one key is written to the newest other contact as well."""

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        other = self.newest_other(contact)
        if other is not None and self.sent_key(change.call, change.body):
            named = [sent["name"] for sent in self.named_sets(change)]
            copied = {name: contact["sets"][name] for name in named}
            self.put({**other, "sets": {**other["sets"], **copied}})


@fault("sfmc.addressing.by-key", also=("sfmc.addressing.both-agreeing", "sfmc.addressing.key-is-exact"), rare=True)
class KeysAreFoundAsLowerCase(SfmcRules):
    """A key is lower-cased before it is looked up, so that keys with capitals lead nowhere."""

    def contact_by_key(self, call: Call, key: str) -> Contact | None:
        return super().contact_by_key(call, key.lower() if is_update(call) else key)


@fault("sfmc.addressing.by-id")
class IdsLoseTheirUpperBits(SfmcRules):
    """Without a key, an id is read into 32 bits."""

    def contact_to_change(self, call: Call, body: Sent) -> Contact:
        contact_id = self.sent_id(call, body)
        if self.sent_key(call, body) is None and contact_id is not None and contact_id.isdigit():
            short = str(int(contact_id) & 0xFFFF_FFFF)
            return self.known_contact(call, contact_id, self.contact_by_id(call, short))
        return super().contact_to_change(call, body)


@fault("sfmc.addressing.by-id")
class IdAloneIsNotEnough(SfmcRules):
    """A body with an id and no key is refused."""

    def contact_to_change(self, call: Call, body: Sent) -> Contact:
        if self.sent_key(call, body) is None:
            raise Refusal(400, "contactKey is required.", MISSING)
        return super().contact_to_change(call, body)


@fault("sfmc.addressing.by-id", also=("sfmc.answer.echo", "sfmc.answer.shape"))
class UpdatesByIdLoseTheKey(SfmcRules):
    """A contact that is updated by its id alone has no key any more."""

    def changed_contact(self, change: Change) -> Contact:
        contact = super().changed_contact(change)
        return contact if self.sent_key(change.call, change.body) else {**contact, "key": ""}


@fault("sfmc.addressing.both-agreeing", also=("sfmc.sets.page-example",))
class KeyAndIdExcludeEachOther(SfmcRules):
    """A body with a key and an id is refused even when they agree."""

    def contact_by_both(self, call: Call, key: str, contact_id: str) -> Contact:
        raise Refusal(400, "Send contactKey or contactID, not both.", MISSING)


@fault("sfmc.addressing.key-is-exact", also=("sfmc.addressing.by-key", "sfmc.answer.echo"))
class CaseOfKeysIsIgnored(SfmcRules):
    """The oldest contact whose key has the same letters is updated, capitals or not."""

    def contact_by_key(self, call: Call, key: str) -> Contact | None:
        if not is_update(call):
            return super().contact_by_key(call, key)
        return next((one for one in self.store.list(CONTACT) if one["key"].casefold() == key.casefold()), None)
