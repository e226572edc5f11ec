"""Wrong about an update because of the calls before it, or because of what contacts have in common."""

# ruff: noqa: D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from contact_contracts.faults.bird.tools import Reaching, is_update
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change, Contact
from contact_contracts.reference.calls import Answer


@fault("bird.addressing.path-id", also=("bird.lifecycle.any-sequence",), rare=True)
class TheThirdUpdateIsLost(BirdRules):
    """The third update of each contact is answered and not stored."""

    updates: dict[str, int] | None = None

    def write(self, change: Change) -> Contact:
        if change.is_creation:
            return super().write(change)
        self.updates = self.updates or {}
        contact: str = change.old["id"]
        self.updates[contact] = self.updates.get(contact, 0) + 1
        return change.old if self.updates[contact] == 3 else super().write(change)


@fault("bird.addressing.path-id", rare=True)
class ListsShareAttributes(Reaching):
    """Attributes are written to every contact that is in a list of the one that is updated."""

    def update(self, change: Change) -> Answer:
        answer = super().update(change)
        sent = change.body.get("attributes", {})
        lists = set(answer.body.get("listIds", ()))
        for other in self.others(change) if sent and is_update(change.call) else ():
            if lists.intersection(other["listIds"]):
                kept = {key: value for key, value in {**other["attributes"], **sent}.items() if value is not None}
                self.put({**other, "attributes": kept})
        return answer
