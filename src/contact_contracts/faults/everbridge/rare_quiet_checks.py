"""Quiet times that are wrongly taken, refused or stored for some values, or in some places, only."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from collections.abc import Mapping, Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import IDEMPOTENT, WRITTEN, by_external_id, in_update
from contact_contracts.reference.calls import Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change
from contact_contracts.reference.everbridge.checks import Frame
from contact_contracts.reference.everbridge.directory import Entry

_NEEDS_TIMEZONE = "everbridge.quiet-time.needs-timezone"
_DAYS = "everbridge.quiet-time.days"
_HOURS = "everbridge.quiet-time.hours"
_MINUTES = "everbridge.quiet-time.minutes"


@fault(_NEEDS_TIMEZONE, rare=True)
class TimezoneOnFileWillDo(EverbridgeRules):
    """Quiet times are taken without a time zone when the contact has one already."""

    def names_timezone(self, change: Change) -> bool:
        return super().names_timezone(change) or (in_update(change) and "timezoneId" in change.old)


@fault(_NEEDS_TIMEZONE, rare=True)
class FirstPathDecidesOnTheTimezone(EverbridgeRules):
    """Only quiet times of the first path need a time zone."""

    def check_quiet_time_has_timezone(self, change: Change) -> None:
        paths = change.body.get("paths", [])
        if not in_update(change) or (paths and paths[0].get("quietTimeFrames")):
            super().check_quiet_time_has_timezone(change)


@fault(_NEEDS_TIMEZONE, rare=True)
class PromptsNeedNoTimezone(EverbridgeRules):
    """Quiet times of paths that are given by their prompts need no time zone."""

    def check_quiet_time_has_timezone(self, change: Change) -> None:
        paths = change.body.get("paths", [])
        by_id = any(path.get("quietTimeFrames") and path.get("pathId") is not None for path in paths)
        if not in_update(change) or by_id:
            super().check_quiet_time_has_timezone(change)


@fault(_NEEDS_TIMEZONE, also=(IDEMPOTENT,), rare=True)
class SecondTryNeedsNoTimezone(EverbridgeRules):
    """Quiet times without a time zone are refused once for each contact, and then taken."""

    _refused: frozenset[str | None] = frozenset()

    def names_timezone(self, change: Change) -> bool:
        named = super().names_timezone(change)
        if named or not in_update(change):
            return named
        again = change.old_key in self._refused
        self._refused |= {change.old_key}
        return again


@fault(_NEEDS_TIMEZONE, rare=True)
class CountryStandsInForTheTimezone(EverbridgeRules):
    """Quiet times are taken without a time zone when the body has a country."""

    def names_timezone(self, change: Change) -> bool:
        return super().names_timezone(change) or (in_update(change) and bool(change.body.get("country")))


@fault(_NEEDS_TIMEZONE, rare=True)
class KeptQuietTimesNeedATimezoneToo(EverbridgeRules):
    """A body without time zone is refused when it leaves a path the quiet times that it has."""

    def check_quiet_time_has_timezone(self, change: Change) -> None:
        super().check_quiet_time_has_timezone(change)
        timed = {path["pathId"] for path in change.old.get("paths", []) if path.get("quietTimeFrames")}
        sent = change.body.get("paths", []) if in_update(change) else []
        kept = any(path.get("pathId") in timed and "quietTimeFrames" not in path for path in sent)
        if kept and not self.names_timezone(change):
            raise Refusal(400, "timezoneId is required, for the path has quiet times.")


@fault(_DAYS, rare=True)
class OnlyTheFirstDayIsChecked(EverbridgeRules):
    """Any number is taken for a day that is not the first of its quiet time."""

    def check_days(self, change: Change, frame: Frame) -> None:
        shown = {**frame, "days": frame.get("days", [])[:1]} if in_update(change) else frame
        super().check_days(change, shown)


@fault(_DAYS, rare=True)
class NegativeDaysCountBackwards(EverbridgeRules):
    """Days from -7 to -1 are taken."""

    def is_day(self, change: Change, day: int) -> bool:
        return super().is_day(change, day) or (in_update(change) and -7 <= day < 0)


@fault(_DAYS, also=(WRITTEN,), rare=True)
class EveryDayIsNoDay(EverbridgeRules):
    """A quiet time on all seven days is stored without days."""

    def stored_frame(self, change: Change, frame: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_frame(change, frame)
        if in_update(change) and len({*stored.get("days", [])}) == 7:
            del stored["days"]
        return stored


@fault(_DAYS, also=(WRITTEN, "everbridge.quiet-time.replaced"), rare=True)
class FramesShareTheirDays(EverbridgeRules):
    """The second quiet time of a path has the days of the first."""

    def frames_when_sent(self, change: Change, path: Entry, frames: Sequence[Mapping[str, Json]]) -> list[Json]:
        stored = super().frames_when_sent(change, path, frames)
        if in_update(change) and "days" in stored[0]:
            return [{**one, "days": stored[0]["days"]} for one in stored]
        return stored


@fault(_DAYS, also=(WRITTEN,), rare=True)
class DaysAreASpan(EverbridgeRules):
    """Three or more days are stored as all days from the first of them to the last."""

    def stored_frame(self, change: Change, frame: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_frame(change, frame)
        days = stored.get("days", [])
        if in_update(change) and len(days) >= 3:
            stored["days"] = [*range(min(days), max(days) + 1)]
        return stored


@fault(_HOURS, rare=True)
class DayEndsAtTwentyFour(EverbridgeRules):
    """Hour 24 is taken for the end of a quiet time."""

    def is_hour(self, change: Change, name: str, hour: int) -> bool:
        end = in_update(change) and name == "toHour" and hour == 24
        return end or super().is_hour(change, name, hour)


@fault(_HOURS, rare=True)
class HourBeforeMidnightIsMinusOne(EverbridgeRules):
    """Hour -1 is taken for the start of a quiet time."""

    def is_hour(self, change: Change, name: str, hour: int) -> bool:
        start = in_update(change) and name == "fromHour" and hour == -1
        return start or super().is_hour(change, name, hour)


@fault(_HOURS, also=(WRITTEN,), rare=True)
class MidnightIsNoHour(EverbridgeRules):
    """A start at hour 0 is not stored."""

    def stored_frame(self, change: Change, frame: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_frame(change, frame)
        if in_update(change) and stored.get("fromHour") == 0:
            del stored["fromHour"]
        return stored


@fault(_HOURS, also=(WRITTEN,), rare=True)
class NightsAreTurnedRound(EverbridgeRules):
    """A quiet time that passes midnight has its hours change places."""

    def stored_frame(self, change: Change, frame: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_frame(change, frame)
        start, end = stored.get("fromHour", 0), stored.get("toHour", 0)
        if in_update(change) and start > end:
            stored |= {"fromHour": end, "toHour": start}
        return stored


@fault(_HOURS, rare=True)
class SameHourIsRefused(EverbridgeRules):
    """A quiet time that starts and ends in the same hour is refused."""

    def check_hours(self, change: Change, frame: Frame) -> None:
        super().check_hours(change, frame)
        if in_update(change) and "fromHour" in frame and frame["fromHour"] == frame.get("toHour"):
            raise Refusal(400, "quietTimeFrames is empty.")


@fault(_HOURS, rare=True)
class HoursOfOneFrameAreChecked(EverbridgeRules):
    """Hours are checked in the first quiet time of the body only."""

    def check_hours(self, change: Change, frame: Frame) -> None:
        first = next(self.sent_frames(change))
        if not in_update(change) or frame is first:
            super().check_hours(change, frame)


@fault(_MINUTES, rare=True)
class RefusesTheLastMinuteOfTheEnd(EverbridgeRules):
    """Minute 59 is refused for the end of a quiet time."""

    def is_minute(self, change: Change, name: str, minute: int) -> bool:
        last = in_update(change) and name == "toMin" and minute == 59
        return not last and super().is_minute(change, name, minute)


@fault(_MINUTES, rare=True)
class MinuteBeforeTheHourIsMinusOne(EverbridgeRules):
    """Minute -1 is taken."""

    def is_minute(self, change: Change, name: str, minute: int) -> bool:
        return (in_update(change) and minute == -1) or super().is_minute(change, name, minute)


@fault(_MINUTES, rare=True)
class MinutesOfTheLastPathAreUnchecked(EverbridgeRules):
    """Of several paths the last may have quiet times with any minutes."""

    def check_minutes(self, change: Change, frame: Frame) -> None:
        paths = change.body.get("paths", [])
        last = paths[-1].get("quietTimeFrames", []) if len(paths) > 1 else []
        if not in_update(change) or not any(frame is one for one in last):
            super().check_minutes(change, frame)


@fault(_MINUTES, also=(WRITTEN,), rare=True)
class FullHoursHaveNoEndMinute(EverbridgeRules):
    """An end at minute 0 is stored as minute 59 of the hour."""

    def stored_frame(self, change: Change, frame: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_frame(change, frame)
        return {**stored, "toMin": 59} if in_update(change) and stored.get("toMin") == 0 else stored


@fault(_MINUTES, also=(WRITTEN,), rare=True)
class MinutesChangePlacesByExternalId(EverbridgeRules):
    """Start and end minute change places when the contact is addressed by its external id."""

    def stored_frame(self, change: Change, frame: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_frame(change, frame)
        if in_update(change) and by_external_id(change.call) and {"fromMin", "toMin"} <= {*stored}:
            stored |= {"fromMin": stored["toMin"], "toMin": stored["fromMin"]}
        return stored


@fault(_NEEDS_TIMEZONE, rare=True)
class DisabledPathsNeedNoTimezone(EverbridgeRules):
    """Quiet times of paths that are sent disabled need no time zone."""

    def check_quiet_time_has_timezone(self, change: Change) -> None:
        quiet = [path for path in change.body.get("paths", []) if path.get("quietTimeFrames")]
        if not in_update(change) or any(path.get("pathEnable") is not False for path in quiet):
            super().check_quiet_time_has_timezone(change)


@fault(_HOURS, also=("everbridge.schema.bad-input-refused",), rare=True)
class MidnightMayBeTwentyFour(EverbridgeRules):
    """A quiet time may end at 24:00."""

    def check_hours(self, change: Change, frame: Frame) -> None:
        midnight = in_update(change) and frame.get("toHour") == 24 and frame.get("toMin") == 0
        super().check_hours(change, {**frame, "toHour": 0} if midnight else frame)
