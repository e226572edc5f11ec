"""Quiet time: what a frame may say, when a time zone is needed, and when frames stay, go or are replaced."""

from itertools import product

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import ZONES, Bodies, Body, frame
from contact_contracts.exchange import Json

ZONE = ZONES[0]


@pytest.mark.clause("everbridge.quiet-time.needs-timezone", "everbridge.error.refused-changes-nothing")
@pytest.mark.parametrize("by", ["", "externalId"])
def test_frames_without_a_time_zone_are_refused(everbridge: Everbridge, bodies: Bodies, by: str) -> None:
    """On any path, however named, also when the contact has a time zone already; with one they are taken."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)

    def step(drawn: tuple[list[Body], int, bool]) -> None:
        paths, at, zoned = drawn
        plain = [_without_frames(path) for path in paths]
        everbridge.update(key, everbridge.base(key, timezoneId=ZONE if zoned else None))
        framed = [*plain]
        framed[at % len(plain)] = {**plain[at % len(plain)], "quietTimeFrames": [bodies.frames[at]]}
        country = (None, "US", "GB")[at % 3]
        everbridge.update(key, everbridge.base(key, paths=framed, lastName="Refused", country=country), by=by)
        everbridge.update(key, everbridge.base(key, paths=framed, lastName="Taken", timezoneId=ZONE), by=by)
        for zone in (ZONE, None):  # what is kept needs none
            everbridge.update(key, everbridge.base(key, paths=plain, timezoneId=zone), by=by)

    strategy = st.tuples(bodies.paths(least=1), st.integers(0, 11), st.booleans())
    everbridge.explore(f"needs zone {by}", strategy, step, standard=20)


def _without_frames(path: Body) -> Body:
    return {name: value for name, value in path.items() if name != "quietTimeFrames"}


def _framed(everbridge: Everbridge, key: str, frames: list[Body], *, turn: int = 0) -> Body:
    """A body with the frames on one of three paths, so that not only the first one counts."""
    deliveries = everbridge.inventory.deliveries[:3]
    paths = [delivery.path() for delivery in deliveries]
    paths[turn % len(paths)]["quietTimeFrames"] = frames
    return everbridge.base(key, paths=paths, timezoneId=ZONE)


def _try_both_sides(everbridge: Everbridge, legal: list[Body], illegal: list[Body]) -> None:
    """Each illegal frame alone and beside legal ones, then a legal twin on the same path."""
    legal = everbridge.explorer.sample(legal, standard=60)
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)
    for turn, good in enumerate(legal):
        frames = [good] if turn % 3 else [legal[turn - 1], good]
        everbridge.update(key, _framed(everbridge, key, frames, turn=turn))
    for turn, bad in enumerate(illegal):
        good = legal[turn % len(legal)]
        frames = ([bad], [good, bad], [bad, good], [good, bad, legal[0]])[turn % 4]
        everbridge.update(key, {**_framed(everbridge, key, frames, turn=turn), "firstName": f"Refused {turn}"})
        everbridge.update(key, {**_framed(everbridge, key, [good], turn=turn), "firstName": f"Taken {turn}"})


@pytest.mark.clause("everbridge.quiet-time.days")
def test_days_from_1_to_7(everbridge: Everbridge) -> None:
    """Every day alone, every pair, all seven; 0, 8 and what is no day at all, alone and among days."""
    pairs = [[a, b] for a, b in product(range(1, 8), repeat=2) if a < b]
    good: list[list[Json]] = [
        [1, 2, 3, 4, 5, 6, 7],
        [1, 3, 5],
        [2, 4, 7],
        [1, 4, 6, 7],
        *pairs,
        *([day] for day in range(1, 8)),
        [7, 1],
    ]
    bad: list[list[Json]] = [[0], [8], [-1], [9], [0, 1], [7, 8], [1, 2, 3, 8], [8, 1], [1.5], ["Monday"], [True]]
    at = (22, 0), (6, 30)
    _try_both_sides(everbridge, [frame(days, *at) for days in good], [frame(days, *at) for days in bad])


@pytest.mark.clause("everbridge.quiet-time.hours")
def test_hours_from_0_to_23(everbridge: Everbridge) -> None:
    """Every hour at either end; -1, 24 and what is no hour at either end."""
    good = [frame([2], (hour, 15), (hour, 45)) for hour in (0, 12, 23)]
    good += [frame([2], (hour, 15), ((hour + 5) % 24, 45)) for hour in range(24)]
    wrong: tuple[Json, ...] = (-1, 24, 25, 99, 12.5, "ten")
    bad = [frame([2], (hour, 15), (6, 45)) for hour in wrong] + [
        frame([2], (22, 15), (hour, 45)) for hour in wrong
    ]
    bad += [frame([2], (22, 15), (24, 0)), frame([2], (24, 0), (6, 45))]  # midnight is no exception
    _try_both_sides(everbridge, good, bad)


@pytest.mark.clause("everbridge.quiet-time.minutes")
def test_minutes_from_0_to_59(everbridge: Everbridge) -> None:
    """Every minute at either end; -1, 60 and what is no minute at either end."""
    good = [frame([3], (22, minute), (6, (minute + 29) % 60)) for minute in range(60)]
    wrong: tuple[Json, ...] = (-1, 60, 61, 99, 0.5, "half")
    bad = [frame([3], (22, minute), (6, 45)) for minute in wrong]
    bad += [frame([3], (22, 15), (6, minute)) for minute in wrong]
    _try_both_sides(everbridge, good, bad)


@pytest.mark.clause(
    "everbridge.quiet-time.replaced",
    "everbridge.quiet-time.kept-when-absent",
    "everbridge.quiet-time.removed-when-empty",
    "everbridge.replace.omitted-field-emptied",
)
def test_frames_are_replaced_kept_and_removed(everbridge: Everbridge, bodies: Bodies) -> None:
    """Several paths, each told something else about its frames, again and again, in changing order."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)

    def step(drawn: tuple[list[Body], list[tuple[int, list[Body] | None]]]) -> None:
        paths, turns = drawn
        everbridge.update(key, everbridge.base(key, paths=paths, timezoneId=ZONE))
        for shift, frames in turns:
            told = [_without_frames(path) for path in paths[shift % len(paths) :] + paths[: shift % len(paths)]]
            if frames is not None:
                told[shift % len(told)]["quietTimeFrames"] = frames
            zone = ZONE if any("quietTimeFrames" in path for path in told) else None
            everbridge.update(key, everbridge.base(key, paths=told, timezoneId=zone))

    some = st.lists(st.sampled_from(bodies.frames), max_size=3, unique_by=repr)
    turn = st.tuples(st.integers(0, 5), st.one_of(st.none(), some))
    strategy = st.tuples(bodies.paths(least=1), st.lists(turn, min_size=2, max_size=4))
    everbridge.explore("frames", strategy, step, standard=40)


@pytest.mark.clause("everbridge.quiet-time.kept-when-absent")
def test_a_path_keeps_its_frames_however_it_is_named_and_changed(everbridge: Everbridge, bodies: Bodies) -> None:
    """By id, by prompt, by both; with another value; while other paths come and go."""
    key = everbridge.contacts(1)[0]
    deliveries = everbridge.inventory.deliveries
    everbridge.need("paths", deliveries)
    for turn, delivery in enumerate(everbridge.explorer.sample(deliveries, standard=20)):
        frames = bodies.frames[turn * 3 : turn * 3 + 1 + turn % 3]
        other = deliveries[(deliveries.index(delivery) + 1) % len(deliveries)]
        rest = other.path(1)
        framed = {**delivery.path(), "quietTimeFrames": frames}
        both = [framed, rest] if other is not delivery else [framed]
        everbridge.update(key, everbridge.base(key, paths=both, timezoneId=ZONE))
        for way in range(3):
            path = delivery.path(way, way)
            paths = ([path], [rest, path], [path, rest])[way] if other is not delivery else [path]
            everbridge.update(key, everbridge.base(key, paths=paths, timezoneId=(None, ZONE)[way % 2]))


@pytest.mark.clause("everbridge.quiet-time.removed-when-empty", "everbridge.quiet-time.replaced")
def test_an_empty_array_removes_the_frames_of_its_path(everbridge: Everbridge, bodies: Bodies) -> None:
    """One frame and several, on each of up to three paths; the other paths keep theirs."""
    key = everbridge.contacts(1)[0]
    deliveries = everbridge.inventory.deliveries[:3]
    everbridge.need("paths", deliveries)
    for turn in range(len(deliveries)):
        framed = [
            {**d.path(), "quietTimeFrames": bodies.frames[at : at + 1 + turn]} for at, d in enumerate(deliveries)
        ]
        everbridge.update(key, everbridge.base(key, paths=framed, timezoneId=ZONE))
        told = [delivery.path() for delivery in deliveries]
        told[turn]["quietTimeFrames"] = []
        everbridge.update(key, everbridge.base(key, paths=told, timezoneId=ZONES[turn]))


@pytest.mark.clause("everbridge.quiet-time.empty-without-timezone")
def test_an_empty_array_of_frames_without_a_time_zone(everbridge: Everbridge) -> None:
    """Refused or taken: the documents do not say."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)
    body = _framed(everbridge, key, [])
    everbridge.update(key, {name: value for name, value in body.items() if name != "timezoneId"})
