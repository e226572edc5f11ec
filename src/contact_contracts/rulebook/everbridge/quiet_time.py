"""The rules of quiet time: what a frame may say, and which rule a wrongly kept frame breaks."""

from __future__ import annotations

from collections.abc import Iterator

from contact_contracts.exchange import Json
from contact_contracts.rulebook.draft import Label
from contact_contracts.rulebook.prediction import Clauses, Value
from contact_contracts.rulebook.values import as_set, coercible

HOURS = ("fromHour", "toHour")
MINUTES = ("fromMin", "toMin")
MEMBERS_COMPARED = 6
"""Name, days, and both ends in hours and minutes."""

_WITHOUT = {
    "quiet-time.days": lambda f: (f[0], *f[2:]),
    "quiet-time.hours": lambda f: (f[0], f[1], f[3], f[5]),
    "quiet-time.minutes": lambda f: (f[0], f[1], f[2], f[4]),
}
"""Rule -> a frame without the members that the rule speaks of."""


FRAME_RULES = tuple(_WITHOUT)
"""The rules that a frame by itself may break."""


def path_frames(body: Json) -> Iterator[dict[str, Json]]:
    """Every frame object of a contact body."""
    paths = body.get("paths") if isinstance(body, dict) else None
    for path in paths if isinstance(paths, list) else ():
        value = path.get("quietTimeFrames") if isinstance(path, dict) else None
        for frame in value if isinstance(value, list) else ():
            if isinstance(frame, dict):
                yield frame


def has_frames(body: Json) -> bool:
    """Whether any path carries a non-empty array of frames."""
    return _any_frames(body, empty=False)


def has_empty_frames(body: Json) -> bool:
    """Whether any path carries an empty array of frames."""
    return _any_frames(body, empty=True)


def _any_frames(body: Json, *, empty: bool) -> bool:
    paths = body.get("paths") if isinstance(body, dict) else None
    return any(
        isinstance(path, dict)
        and isinstance(path.get("quietTimeFrames"), list)
        and bool(path["quietTimeFrames"]) is not empty
        for path in (paths if isinstance(paths, list) else ())
    )


def broken_rules(body: Json) -> list[str]:
    """The rules that the frames of a body break, each once."""
    rules = []
    for frame in path_frames(body):
        days = frame.get("days")
        if days is not None and not _days_fit(days):
            rules.append("quiet-time.days")
        if any(_outside(frame[name], 0, 23) for name in HOURS if frame.get(name) is not None):
            rules.append("quiet-time.hours")
        if any(_outside(frame[name], 0, 59) for name in MINUTES if frame.get(name) is not None):
            rules.append("quiet-time.minutes")
    return list(dict.fromkeys(rules))


def unclear_frames(body: Json) -> bool:
    """Whether a frame lacks what the documents do not say how to do without."""
    return any(
        value is None or value == [] or any(coercible(item) for item in _listed(value))
        for frame in path_frames(body)
        for value in (frame.get(name) for name in ("days", *HOURS, *MINUTES))
    )


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _days_fit(days: Json) -> bool:
    return isinstance(days, list) and not any(_outside(day, 1, 7) for day in days)


def _outside(value: Json, low: int, high: int) -> bool:
    """Whether a value is surely none of the numbers; text and booleans that some servers read as one are not."""
    if coercible(value):
        return False
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return not isinstance(value, int) or not low <= value <= high


def frame_features(body: Json) -> Iterator[tuple[str, str]]:
    """(name, rule) of everything in the frames that must be taken."""
    for frame in path_frames(body):
        days = frame.get("days")
        for day in days if isinstance(days, list) else ():
            yield f"day {day}", "quiet-time.days"
        for name in HOURS:
            yield f"{name} {frame.get(name)}", "quiet-time.hours"
        for name in MINUTES:
            yield f"{name} {frame.get(name)}", "quiet-time.minutes"
        if (frame.get("fromHour") or 0) > (frame.get("toHour") or 0):
            yield "a frame past midnight", "quiet-time.hours"
        elif frame.get("fromHour") == frame.get("toHour"):
            yield "a frame within one hour", "quiet-time.hours"


def blame_frames(new: Value, old: Value, observed: Value, label: Label) -> Clauses:
    """Which rule frames break that read neither as sent nor as they should."""
    if not isinstance(new, tuple) or not isinstance(observed, tuple) or not all(map(_is_frame, observed)):
        return label("quiet-time.replaced")[0]
    if as_set(frame[1:] for frame in observed) == as_set(frame[1:] for frame in new):
        return label("fields.each-written")[0]  # the names are wrong, also where they were so before
    stale = old if isinstance(old, tuple) else ()
    if observed != stale and not (set(stale) - set(new)) & set(observed) and len(observed) == len(new):
        for rule, without in _WITHOUT.items():
            if as_set(map(without, observed)) == as_set(map(without, new)):
                return label(rule)[0]
    return label("quiet-time.replaced")[0]


def _is_frame(value: Value) -> bool:
    """Whether it has all that a frame is compared by; a server may show anything in its place."""
    return isinstance(value, tuple) and len(value) == MEMBERS_COMPARED
