"""Quiet times that are not checked, not kept, or kept where they should go."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from collections.abc import Mapping, Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import WRITTEN, in_update
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change
from contact_contracts.reference.everbridge.directory import Entry


@fault("everbridge.quiet-time.needs-timezone")
class QuietTimeNeedsNoTimezone(EverbridgeRules):
    """Quiet times without a time zone are taken."""

    def check_quiet_time_has_timezone(self, change: Change) -> None:
        if not in_update(change):
            super().check_quiet_time_has_timezone(change)


@fault("everbridge.quiet-time.days")
class RefusesSaturday(EverbridgeRules):
    """Day 7 is refused."""

    def is_day(self, change: Change, day: int) -> bool:
        return 1 <= day <= 6 if in_update(change) else super().is_day(change, day)


@fault("everbridge.quiet-time.days")
class TakesDayZero(EverbridgeRules):
    """Day 0 is taken."""

    def is_day(self, change: Change, day: int) -> bool:
        return 0 <= day <= 7 if in_update(change) else super().is_day(change, day)


@fault("everbridge.quiet-time.days")
class TakesDayEight(EverbridgeRules):
    """Day 8 is taken."""

    def is_day(self, change: Change, day: int) -> bool:
        return 1 <= day <= 8 if in_update(change) else super().is_day(change, day)


@fault("everbridge.quiet-time.days", also=(WRITTEN,))
class StartsTheWeekOnMonday(EverbridgeRules):
    """Days are stored as if 1 stood for Monday and 7 for Sunday."""

    def stored_frame(self, change: Change, frame: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_frame(change, frame)
        if in_update(change) and "days" in stored:
            stored["days"] = [(day - 2) % 7 + 1 for day in stored["days"]]
        return stored


@fault("everbridge.quiet-time.hours")
class TakesHourTwentyFour(EverbridgeRules):
    """Hour 24 is taken."""

    def is_hour(self, change: Change, name: str, hour: int) -> bool:
        return 0 <= hour <= 24 if in_update(change) else super().is_hour(change, name, hour)


@fault("everbridge.quiet-time.hours")
class RefusesTheLastHour(EverbridgeRules):
    """Hour 23 is refused."""

    def is_hour(self, change: Change, name: str, hour: int) -> bool:
        return 0 <= hour <= 22 if in_update(change) else super().is_hour(change, name, hour)


@fault("everbridge.quiet-time.minutes")
class TakesMinuteSixty(EverbridgeRules):
    """Minute 60 is taken."""

    def is_minute(self, change: Change, name: str, minute: int) -> bool:
        return 0 <= minute <= 60 if in_update(change) else super().is_minute(change, name, minute)


@fault("everbridge.quiet-time.minutes", also=(WRITTEN,))
class RoundsMinutesToQuarters(EverbridgeRules):
    """Minutes are stored rounded down to a quarter of an hour."""

    def stored_frame(self, change: Change, frame: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_frame(change, frame)
        if in_update(change):
            stored |= {name: stored[name] // 15 * 15 for name in ("fromMin", "toMin") if name in stored}
        return stored


@fault("everbridge.quiet-time.replaced", also=(WRITTEN,))
class AddsToQuietTimes(EverbridgeRules):
    """Quiet times that are sent are added to those of the path."""

    def frames_when_sent(self, change: Change, path: Entry, frames: Sequence[Mapping[str, Json]]) -> list[Json]:
        sent = super().frames_when_sent(change, path, frames)
        if not in_update(change):
            return sent
        return [one for one in self.old_frames(change, path) if one not in sent] + sent


@fault("everbridge.quiet-time.replaced", also=(WRITTEN,))
class KeepsQuietTimesOnceSet(EverbridgeRules):
    """A path that has quiet times keeps them whatever is sent."""

    def frames_when_sent(self, change: Change, path: Entry, frames: Sequence[Mapping[str, Json]]) -> list[Json]:
        sent = super().frames_when_sent(change, path, frames)
        return (self.old_frames(change, path) or sent) if in_update(change) else sent


@fault("everbridge.quiet-time.kept-when-absent")
class AbsentQuietTimesAreRemoved(EverbridgeRules):
    """A path sent without quiet times loses those it had."""

    def frames_when_absent(self, change: Change, path: Entry) -> list[Json]:
        return [] if in_update(change) else super().frames_when_absent(change, path)


@fault("everbridge.quiet-time.removed-when-empty", also=(WRITTEN,))
class EmptyQuietTimesAreKept(EverbridgeRules):
    """An empty array of quiet times leaves those of the path as they are."""

    def frames_when_empty(self, change: Change, path: Entry) -> list[Json]:
        return self.old_frames(change, path) if in_update(change) else super().frames_when_empty(change, path)
