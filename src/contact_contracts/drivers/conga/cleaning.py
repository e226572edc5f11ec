"""Leaving a target as it was: contacts of the target file restored, contacts of the run removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from contact_contracts.drivers.conga.contacts import Eyes
from contact_contracts.drivers.ledger import UNDER_WAY, Ledger, not_deleted
from contact_contracts.drivers.session import Session
from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.fields import CUSTOM_ENDING, DOCUMENTED, FLAG
from contact_contracts.rulebook.conga.state import id_key
from contact_contracts.rulebook.world import seen
from contact_contracts.target.families import CongaTarget
from contact_contracts.transport import Blocked, Call, NotAllowed

Record = dict[str, Json]


@dataclass
class Cleaner:
    """Knows what a run changed and made."""

    session: Session
    target: CongaTarget
    eyes: Eyes
    ledger: Ledger
    originals: dict[str, Record] = field(default_factory=dict)
    """Contacts of the target file, as they were before the run."""

    def clean(self) -> list[tuple[str, str]]:
        """Restore and remove; return what could not be, with reasons."""
        tried = ((key, _guarded(self._restore, key)) for key in self.originals)
        left = [(f"contact {key}", reason) for key, reason in tried if reason]
        return left + self.ledger.clean(lambda name, _: _guarded(self._remove, name))

    def _restore(self, key: str) -> str:
        now = self.eyes.record(key)
        if now is None:
            return "it can no longer be read"
        body = differences(now, self.originals[key])
        if not body:
            return ""
        response = self._call(Call("updateContactByExternalId", {"externalId": key}, body=body))
        again = self.eyes.record(key)
        if again is not None and not differences(again, self.originals[key]):
            return ""
        return f"HTTP {response} on restoring {', '.join(body)}"

    def _remove(self, key: str) -> str:
        noted = self.ledger.made.get(key, "")
        identifier = "" if noted == UNDER_WAY else noted
        if not identifier and not self.eyes.by_external_id:
            return "its creation was not answered, and nothing tells whether it was made" if noted else ""
        if not identifier and self.eyes.is_gone(key):
            return ""
        calls = self._removals(key, identifier)
        if not calls:
            return "the target file does not allow to delete it"
        for call in calls:  # what is not found by its external id may be there all the same
            answer = self.session.call(call, judged=False).response
            refused = not_deleted(answer)
            if not refused and (not self.eyes.can_read or self.eyes.is_gone(key)):
                return ""
        if self.eyes.can_read and self.eyes.is_gone(key):
            return ""
        return refused or "no read says that it is gone"

    def _removals(self, key: str, identifier: str | None) -> list[Call]:
        calls = [Call("deleteContactByExternalId", {"externalId": key})]
        if identifier:
            self.session.own.add(key)
            self.session.believe(
                id_key(key), seen({"Id": identifier})
            )  # the ledger says so, whatever was seen since
            calls.append(Call("deleteContact", {"id": identifier}))
        return [call for call in calls if self.target.allow_delete and self.target.offers(call.operation)]

    def _call(self, call: Call) -> int:
        response = self.session.call(call, judged=False).response
        return response.status if response is not None else 0


def _guarded(work: Callable[[str], str], key: str) -> str:
    try:
        return work(key)
    except (Blocked, NotAllowed) as trouble:
        return str(trouble)


def differences(now: Record, before: Record) -> Record:
    """The body that makes a record what it was."""
    fields = sorted({name for name in (*now, *before) if name in DOCUMENTED or name.endswith(CUSTOM_ENDING)})
    return {
        name: _wanted(name, before) for name in fields if (now.get(name) or None) != (before.get(name) or None)
    }


def _wanted(name: str, before: Record) -> Json:
    return bool(before.get(name)) if name == FLAG else before.get(name)
