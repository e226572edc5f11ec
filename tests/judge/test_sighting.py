"""What a read shows of a contact, against what was believed of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contact_contracts.rulebook.everbridge.state import frames
from contact_contracts.rulebook.prediction import EMPTY, LATE, SUB, Belief, Breach, Cell, Sighting, State, Value
from contact_contracts.rulebook.world import seen
from tests.judge.imagined import FIELD, GENERAL, KEY, LIFECYCLE, OPEN, believed, broken, exchange, judged

NIGHT = "[{name: 'night', days: [7], fromHour: 1, fromMin: None, toHour: None, toMin: None}]"
PATH, VALUE, ORDER = "path[1]", f"path[1]{SUB}value", "everbridge.path.order-kept"


def sight(belief: Belief, state: State | None, **more: object) -> Sighting:
    """A read that showed a state."""
    return Sighting(KEY, state, **more)  # type: ignore[arg-type]  # fields of Sighting


def see(belief: Belief, state: State | None, **more: object):  # type: ignore[no-untyped-def]  # a Hearing
    """Judge a read."""
    return judged(belief, sighting=sight(belief, state, **more))


def test_an_aspect_that_reads_as_predicted_holds_its_clause() -> None:
    hearing = see(believed(name=Cell((FIELD,), ("Ann",))), {"name": "Ann"})
    assert FIELD in hearing.held
    assert hearing.breaches == []


def test_an_aspect_that_reads_otherwise_breaks_its_clause_in_plain_words() -> None:
    hearing = see(believed(name=Cell((FIELD,), ("Ann",))), {"name": "ann"})
    breach = Breach((FIELD,), f"contact {KEY}, name", "'Ann'", "'ann'", narrower=(LATE,))
    assert [e.breach for e in hearing.breaches] == [breach]
    assert FIELD not in hearing.held


def test_what_a_careless_server_would_show_too_is_not_counted() -> None:
    assert FIELD not in see(believed(name=Cell((FIELD,), ("Ann",), telling=False)), {"name": "Ann"}).held


@pytest.mark.parametrize(
    ("expected", "observed", "fits"),
    [
        (1, 1.0, True),
        (1, "1", False),
        (1, True, False),
        (True, True, True),
        (True, 1, False),
        (0, False, False),
        (2**53 + 1, 2**53, False),
        ("é", "e\u0301", False),
        (EMPTY, EMPTY, True),
        (EMPTY, "", False),
    ],
)
def test_text_numbers_and_booleans_are_kept_apart(expected: Value, observed: Value, fits: bool) -> None:
    assert Cell((FIELD,), (expected,)).fits(observed) is fits


def test_a_forbidden_value_is_the_only_wrong_one() -> None:
    cell = Cell((FIELD,), forbidden=("old",))
    assert (cell.fits("old"), cell.fits("new"), cell.fits(EMPTY)) == (False, True, True)
    hearing = see(believed(name=cell), {"name": "old"})
    assert hearing.breaches[0].breach.expected == "not 'old'"


def test_what_hangs_on_a_lost_aspect_is_not_reported_again() -> None:
    belief = believed(**{PATH: Cell((FIELD,), (True,)), VALUE: Cell((ORDER,), ("1",))})
    assert broken(see(belief, {})) == [(FIELD,)]
    assert broken(see(belief, {PATH: True})) == [(ORDER,)]


def test_several_aspects_of_one_clause_make_one_breach() -> None:
    belief = believed(a=Cell((FIELD,), (1,)), b=Cell((FIELD,), (2,)), c=Cell((FIELD,), (3,)))
    hearing = see(belief, {})
    assert [e.breach.where for e in hearing.breaches] == [f"contact {KEY}, a (and 2 more)"]


def test_a_lost_contact_is_one_breach() -> None:
    hearing = see(replace(seen({"a": 1, "b": 2}), otherwise=(FIELD,)), None)
    assert [(e.breach.expected, e.breach.observed) for e in hearing.breaches] == [
        ("there, as before", "not there")
    ]


def test_an_aspect_nobody_spoke_of_breaks_the_clause_for_the_rest() -> None:
    bystander = replace(seen({"a": 1}), otherwise=(FIELD,), telling=True)
    assert broken(see(bystander, {"a": 1, "b": 2})) == [(FIELD,)]
    assert FIELD in see(bystander, {"a": 1}).held


def test_without_any_clause_for_the_rest_the_sequence_as_a_whole_is_to_blame() -> None:
    assert broken(see(seen({"a": 1}), {"a": 2})) == [(LIFECYCLE,)]


def test_a_function_for_the_rest_may_leave_an_aspect_unjudged() -> None:
    belief = replace(seen({"a": 1, "b": 1}), otherwise=lambda aspect, _: (FIELD,) if aspect == "a" else ())
    assert broken(see(belief, {"a": 1, "b": 2})) == []
    assert broken(see(belief, {"a": 2, "b": 2})) == [(FIELD,)]


def test_unknown_aspects_and_memory_are_not_compared() -> None:
    belief = replace(seen({"~put": 1, "date": 1}), unknown=("date", "paths"))
    assert broken(see(belief, {"date": 9, "paths[2]": True})) == []


def test_memory_survives_a_read_and_what_was_read_becomes_known() -> None:
    hearing = see(replace(seen({"~put": 7, "a": 1}), unknown=("a",)), {"a": 2})
    settled = hearing.world.belief(KEY)
    assert settled is not None
    assert dict(settled.state) == {"exists": True, "~put": 7, "a": 2}
    assert settled.confirmed


def test_a_partial_sighting_judges_and_settles_only_what_it_shows() -> None:
    belief = believed(a=Cell((FIELD,), (1,)), b=Cell((ORDER,), (2,)))
    hearing = see(belief, {"a": 1}, partial=True)
    assert broken(hearing) == []
    assert (FIELD in hearing.held, ORDER in hearing.held) == (True, False)
    settled = hearing.world.belief(KEY)
    assert settled is not None
    assert settled.get("b") == 2


def test_the_answer_of_a_write_is_judged_but_settles_nothing() -> None:
    belief = believed(a=Cell((FIELD,), (1,)))
    hearing = see(belief, {"a": 2}, confirms=False)
    assert broken(hearing) == [(FIELD,)]
    assert hearing.world.belief(KEY) == belief


def test_a_call_whose_own_answer_shows_what_it_did_is_told_once() -> None:
    written = replace(believed(suffix=Cell((FIELD,), ("Jr.",))), evidence=(exchange(number=7), exchange(number=1)))
    hearing = see(written, {"suffix": "Sr."}, confirms=False)
    assert [[call.number for call in found.exchanges] for found in hearing.breaches] == [[7, 1]]


def test_a_read_of_the_wrong_thing_breaks_the_clause_of_the_sighting() -> None:
    for state, found in ((None, [(ORDER,)]), ({"a": 1}, [])):
        hearing = see(seen({"a": 1}), state, clauses=(ORDER,))
        assert broken(hearing) == found
        assert (ORDER in hearing.held) is not bool(found)


def test_an_open_question_notes_the_reading_and_never_fails() -> None:
    cell = Cell((OPEN,), readings=((EMPTY, "emptied"), ("x", "kept")))
    for observed, name in ((EMPTY, "emptied"), ("x", "kept"), ("y", "other: 'y'")):
        state = {} if observed is EMPTY else {"a": observed}
        hearing = see(replace(seen({}), cells={"a": cell}), state)
        assert (hearing.readings, hearing.breaches) == ([(OPEN, name)], [])


def either() -> Belief:
    """A contact that reads in one of two ways."""
    done, left = believed(a=Cell((FIELD,), (2,))), seen({"a": 1})
    return Belief(alternatives=(("done", done), ("left out", left)), open_clause=OPEN)


def test_the_alternative_that_fits_is_the_reading() -> None:
    assert see(either(), {"a": 2}).readings == [(OPEN, "done")]
    assert see(either(), {"a": 1}).readings == [(OPEN, "left out")]


def test_where_no_alternative_fits_the_best_one_is_broken_and_nothing_is_read() -> None:
    hearing = see(either(), {"a": 3})
    assert (broken(hearing), hearing.readings) == ([(FIELD,)], [])


def test_alternatives_that_cannot_be_told_apart_are_no_reading() -> None:
    same = Belief(alternatives=(("one", seen({"a": 1})), ("other", seen({"a": 1}))), open_clause=OPEN)
    assert see(same, {"a": 1}).readings == []


def test_a_judge_of_the_next_read_speaks_in_place_of_the_cells() -> None:
    said = Breach((FIELD,), "here", "this", "that")
    belief = replace(believed(a=Cell((ORDER,), (1,))), on_read=lambda observed: (said,) if observed["a"] else ())
    assert [e.breach for e in see(belief, {"a": 9}).breaches] == [replace(said, narrower=(LATE,))]
    assert broken(see(belief, {"a": 0})) == []
    assert broken(see(belief, {"a": 9}, confirms=False)) == []


def test_an_explanation_of_all_broken_aspects_takes_their_place() -> None:
    cells = {"a": Cell((FIELD,), (1,)), "b": Cell((ORDER,), (2,))}
    belief = replace(seen({"a": 1, "b": 2}), cells=cells, explain=lambda _, names: (LIFECYCLE,) if names else ())
    assert broken(see(belief, {})) == [(LIFECYCLE,)]
    assert broken(see(belief, {"a": 1})) == [(ORDER,)], "one broken aspect is explained by its own cell"


def test_the_observed_value_may_choose_the_clause() -> None:
    cell = Cell((FIELD,), (1,), blame=lambda value: (ORDER,) if value == 9 else (FIELD,))
    assert broken(see(believed(a=cell), {"a": 9})) == [(ORDER,)]
    assert broken(see(believed(a=cell), {"a": 8})) == [(FIELD,)]


def test_after_a_refusal_a_change_waits_for_the_whole_run_to_name_its_clause() -> None:
    refused = replace(seen({"a": 1}), refusal=GENERAL, telling=True)
    assert broken(see(refused, {"a": 2})) == [("?",)]
    assert see(refused, {"a": 1}).kept_after_refusal == [GENERAL]


@pytest.mark.parametrize(
    ("aspect", "value", "words"),
    [
        ("exists", True, "there"),
        ("group[3]", EMPTY, "not there"),
        ("suffix", EMPTY, "nothing"),
        ("topics", ("a", 1), "['a', 1]"),
        ("address{1}", frozenset({("suite", "4 b"), ("city", "Oslo")}), "{city: 'Oslo', suite: '4 b'}"),
        ("gisLocation", (("lat", 1.5), ("lon", (2, 3))), "{lat: 1.5, lon: [2, 3]}"),
        ("frames", frames([{"name": "night", "days": [7], "fromHour": 1}]), NIGHT),
        ("flag", True, "True"),
    ],
)
def test_values_read_in_plain_words(aspect: str, value: Value, words: str) -> None:
    other = "x" if value is EMPTY else EMPTY
    cells = {aspect: Cell((FIELD,), (value,))}
    state = {} if other is EMPTY else {aspect: other}
    hearing = see(replace(seen({}), cells=cells), None if aspect == "exists" else state)
    assert hearing.breaches[0].breach.expected == words
