"""Quiet times that are replaced, kept or removed wrongly on some paths, or together with others, only."""

# ruff: noqa: ARG002, D102 - a rule is handed all it may depend on; the class says what is wrong
from __future__ import annotations

from collections.abc import Mapping, Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import IDEMPOTENT, WRITTEN, by_external_id, in_update
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change
from contact_contracts.reference.everbridge.directory import Entry

_KEPT = "everbridge.quiet-time.kept-when-absent"
_REPLACED = "everbridge.quiet-time.replaced"
_REMOVED = "everbridge.quiet-time.removed-when-empty"


def sent_place(change: Change, path: Entry) -> int:
    """Where a path stands in the body, from 0."""
    sent = [(one.get("pathId"), one.get("prompt")) for one in change.body["paths"]]
    return next(place for place, (number, name) in enumerate(sent) if number == path.id or name == path.name)


def sent_path(change: Change, path: Entry) -> Mapping[str, Json]:
    """The path as it was sent."""
    found: Mapping[str, Json] = change.body["paths"][sent_place(change, path)]
    return found


@fault(_REPLACED, also=(WRITTEN,), rare=True)
class FewerFramesLeaveTheRest(EverbridgeRules):
    """Quiet times that are sent take the place of as many old ones; further old ones stay."""

    def frames_when_sent(self, change: Change, path: Entry, frames: Sequence[Mapping[str, Json]]) -> list[Json]:
        sent = super().frames_when_sent(change, path, frames)
        return sent + self.old_frames(change, path)[len(sent) :] if in_update(change) else sent


@fault(_REPLACED, also=(WRITTEN,), rare=True)
class PromptsKeepQuietTimes(EverbridgeRules):
    """A path given by its prompt keeps the quiet times that it has, whatever is sent."""

    def frames_when_sent(self, change: Change, path: Entry, frames: Sequence[Mapping[str, Json]]) -> list[Json]:
        sent = super().frames_when_sent(change, path, frames)
        if not in_update(change) or sent_path(change, path).get("pathId") is not None:
            return sent
        return self.old_frames(change, path) or sent


@fault(_REPLACED, also=(WRITTEN,), rare=True)
class FramesOfOneNameMerge(EverbridgeRules):
    """A quiet time whose name the path knows already is taken for the old one."""

    def frames_when_sent(self, change: Change, path: Entry, frames: Sequence[Mapping[str, Json]]) -> list[Json]:
        sent = super().frames_when_sent(change, path, frames)
        if not in_update(change):
            return sent
        named = {one["name"]: one for one in self.old_frames(change, path) if "name" in one}
        return [named.get(one.get("name"), one) for one in sent]


@fault(_REPLACED, also=(WRITTEN,), rare=True)
class ThirdFrameIsLost(EverbridgeRules):
    """A path has two quiet times at most; those after them are lost."""

    def frames_when_sent(self, change: Change, path: Entry, frames: Sequence[Mapping[str, Json]]) -> list[Json]:
        sent = super().frames_when_sent(change, path, frames)
        return sent[:2] if in_update(change) else sent


class Forgets(EverbridgeRules):
    """Not a fault yet: a path sent without quiet times loses those it had where `forgets` says so."""

    def frames_when_absent(self, change: Change, path: Entry) -> list[Json]:
        if in_update(change) and self.forgets(change, path):
            return []
        return super().frames_when_absent(change, path)

    def forgets(self, change: Change, path: Entry) -> bool:
        """Whether a path that was sent without quiet times loses its own."""
        return False

    def old_path(self, change: Change, path: Entry) -> Mapping[str, Json]:
        """The path as it is stored so far; empty when it is new."""
        return next((one for one in change.old.get("paths", []) if one["pathId"] == path.id), {})


@fault(_KEPT, rare=True)
class SecondPathForgetsQuietTimes(Forgets):
    """Only the first path keeps quiet times that are not sent."""

    def forgets(self, change: Change, path: Entry) -> bool:
        return sent_place(change, path) > 0


@fault(_KEPT, rare=True)
class NewValueForgetsQuietTimes(Forgets):
    """A path sent with another value loses quiet times that are not sent."""

    def forgets(self, change: Change, path: Entry) -> bool:
        return self.old_path(change, path).get("value") != sent_path(change, path).get("value")


@fault(_KEPT, rare=True)
class PromptsForgetQuietTimes(Forgets):
    """A path given by its prompt loses quiet times that are not sent."""

    def forgets(self, change: Change, path: Entry) -> bool:
        return sent_path(change, path).get("pathId") is None


@fault(_KEPT, rare=True)
class QuietTimesGoWithTheTimezone(Forgets):
    """Quiet times that are not sent are removed when no time zone is sent."""

    def forgets(self, change: Change, path: Entry) -> bool:
        return "timezoneId" not in change.body


@fault(_KEPT, rare=True)
class NewTimezoneForgetsQuietTimes(Forgets):
    """Quiet times that are not sent are removed when the time zone changes."""

    def forgets(self, change: Change, path: Entry) -> bool:
        return "timezoneId" in change.body and change.body["timezoneId"] != change.old.get("timezoneId")


@fault(_KEPT, rare=True)
class ExternalIdForgetsQuietTimes(Forgets):
    """Quiet times that are not sent are removed when the contact is addressed by its external id."""

    def forgets(self, change: Change, path: Entry) -> bool:
        return by_external_id(change.call)


@fault(_KEPT, rare=True)
class OneQuietPathForgetsTheOthers(Forgets):
    """Quiet times that are not sent are removed when another path is sent with some."""

    def forgets(self, change: Change, path: Entry) -> bool:
        return any(one.get("quietTimeFrames") for one in change.body["paths"])


@fault(_KEPT, rare=True)
class QuietTimesStayInTheirPlace(EverbridgeRules):
    """Quiet times that are not sent stay with the path's place in the list instead of the path."""

    def frames_when_absent(self, change: Change, path: Entry) -> list[Json]:
        if not in_update(change):
            return super().frames_when_absent(change, path)
        had = [one.get("quietTimeFrames", []) for one in change.old.get("paths", [])]
        place = sent_place(change, path)
        return had[place] if place < len(had) else []


@fault(_KEPT, rare=True)
class OneFrameIsKept(EverbridgeRules):
    """Of several quiet times that are not sent only the first stays."""

    def frames_when_absent(self, change: Change, path: Entry) -> list[Json]:
        kept = super().frames_when_absent(change, path)
        return kept[:1] if in_update(change) else kept


@fault(_REMOVED, also=(WRITTEN,), rare=True)
class SecondPathIgnoresEmptyQuietTimes(EverbridgeRules):
    """An empty array removes the quiet times of the first path only."""

    def frames_when_empty(self, change: Change, path: Entry) -> list[Json]:
        if in_update(change) and sent_place(change, path) > 0:
            return self.old_frames(change, path)
        return super().frames_when_empty(change, path)


@fault(_REMOVED, also=(IDEMPOTENT, WRITTEN), rare=True)
class EmptyRemovesTheLastFrame(EverbridgeRules):
    """An empty array removes one quiet time of several, the last."""

    def frames_when_empty(self, change: Change, path: Entry) -> list[Json]:
        removed = super().frames_when_empty(change, path)
        return self.old_frames(change, path)[:-1] if in_update(change) else removed


@fault(_REMOVED, also=(IDEMPOTENT, WRITTEN), rare=True)
class EmptyWithANewTimezoneIsIgnored(EverbridgeRules):
    """An empty array removes the quiet times only while the time zone stays the same."""

    def frames_when_empty(self, change: Change, path: Entry) -> list[Json]:
        if in_update(change) and change.body.get("timezoneId") != change.old.get("timezoneId"):
            return self.old_frames(change, path)
        return super().frames_when_empty(change, path)
