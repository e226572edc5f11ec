"""Gathering what a run saw, over calls and over workers, and whom the whole run blames."""

from __future__ import annotations

import pickle

import pytest

from contact_contracts.exchange import Exchange
from contact_contracts.judge.blame import settled_breaches
from contact_contracts.judge.hearing import Hearing, hear
from contact_contracts.judge.tally import Seen, Tally
from contact_contracts.rulebook.prediction import Acceptance, Breach, Effect, Feature, Must, Prediction
from contact_contracts.rulebook.world import EMPTY_WORLD
from tests.judge.imagined import CONTRACT, FIELD, GENERAL, KEY, Imagined, exchange

TAKEN = "everbridge.external-id.taken-is-refused"
DAYS = "everbridge.quiet-time.days"
CONFORM = "everbridge.schema.answers-conform"
BATCH = "everbridge.batch.updates-each"
A_COUNTRY, A_SUFFIX = Feature("country given", FIELD), Feature("suffix given", FIELD)
DAY_7 = Feature("day 7", DAYS)


def breach(where: str = "contact 1, suffix", *clauses: str, **more: object) -> Breach:
    """A breach of a clause, of the one on fields unless told otherwise."""
    return Breach(clauses or (FIELD,), where, "'a'", "nothing", **more)  # type: ignore[arg-type]  # fields of Breach


def heard(**what: object) -> Hearing:
    """What one call showed."""
    return Hearing(EMPTY_WORLD, **what)  # type: ignore[arg-type]  # fields of Hearing


def refused(*calls: tuple[Feature, ...], taken: tuple[Feature, ...] = ()) -> Tally:
    """A run in which legal calls were refused, and others with some features taken."""
    tally = Tally()
    for features in calls:
        tally.add(heard(refused=[(features, exchange(400))]), "a test")
    tally.add(heard(taken=list(taken)))
    return tally


def settled(tally: Tally) -> list[Seen]:
    """The breaches of the run."""
    return settled_breaches(tally, CONTRACT)


def blamed(tally: Tally) -> set[str]:
    """The clauses broken in the run."""
    return {clause for seen in settled(tally) for clause in seen.breach.clauses}


def test_the_same_breach_on_another_contact_counts_as_the_same() -> None:
    tally = Tally()
    for where in ("contact 1, suffix", "contact 2, suffix", "contact 2, country"):
        tally.add_breach(breach(where), (exchange(),))
    assert [(seen.breach.where, seen.times) for seen in settled(tally)] == [
        ("contact 1, suffix", 2),
        ("contact 2, country", 1),
    ]


def test_one_kind_of_array_element_is_one_finding() -> None:
    tally = Tally()
    for where in ("group[1]", "group[2]", "group[3]"):
        tally.add_breach(breach(f"contact 1, {where}"), (exchange(),))
    assert [seen.times for seen in settled(tally)] == [3]


def test_a_comma_within_an_address_makes_no_finding_of_its_own() -> None:
    tally = Tally()
    for street in ("1 High St", "2, Quay; B", "3, Lane, C"):
        tally.add_breach(breach(f"contact 1, address{{streetAddress={street!r}}}"), (exchange(),))
    assert [seen.times for seen in settled(tally)] == [3]


def test_the_shortest_evidence_is_kept_with_the_test_that_gave_it() -> None:
    tally = Tally()
    long, short = (exchange(number=1), exchange(number=2)), (exchange(number=3),)
    for evidence, test in ((long, "first"), (short, "second"), (long, "third")):
        tally.add_breach(breach(), evidence, test)
    seen = settled(tally)[0]
    assert (seen.exchanges, seen.test, seen.times) == (short, "second", 3)


def workers() -> tuple[list[tuple[Hearing, str]], list[tuple[Hearing, str]]]:
    """What two workers saw."""
    long: tuple[Exchange, ...] = (exchange(number=1), exchange(number=2))
    first, second, third = heard(held=[FIELD, DAYS], readings=[("o", "one")]), heard(), heard(held=[FIELD])
    second.breach(breach(), *long)
    second.refused.append(((DAY_7,), exchange(400)))
    third.breach(breach("contact 9, suffix"), exchange(number=5))
    third.readings.append(("o", "other"))
    third.taken.append(A_SUFFIX)
    third.refusals.append(TAKEN)
    third.kept_after_refusal.append(TAKEN)
    return [(first, "a"), (second, "b")], [(third, "c"), (second, "d")]


def told(tally: Tally) -> tuple[object, ...]:
    """Everything that verdicts depend on."""
    breaches = [(seen.breach, seen.exchanges, seen.test, seen.times) for seen in settled(tally)]
    counts = (tally.held, tally.readings, tally.taken, tally.refusals, tally.kept_after_refusal)
    return (*counts, breaches, tally.refused)


def test_merging_workers_tells_the_same_as_one_process_that_saw_it_all() -> None:
    alone, merged = Tally(), Tally()
    for seen in workers():
        worker = Tally()
        for hearing, test in seen:
            alone.add(hearing, test)
            worker.add(hearing, test)
        sent: Tally = pickle.loads(pickle.dumps(worker))  # noqa: S301 - just made
        merged.merge(sent)
    assert told(merged) == told(alone)


def test_a_refused_legal_call_is_blamed_on_the_feature_that_no_accepted_call_had() -> None:
    tally = refused((A_COUNTRY, DAY_7), taken=(A_COUNTRY,))
    assert blamed(tally) == {DAYS}
    found = settled(tally)[0].breach
    assert (found.expected, found.observed) == ("accepted: day 7", "refused with HTTP 400")


def test_among_several_suspects_those_that_most_refused_calls_share_are_blamed() -> None:
    assert blamed(refused((A_COUNTRY, DAY_7), (A_SUFFIX, DAY_7))) == {DAYS}


def test_a_clause_that_accounts_for_fewer_refusals_than_another_is_let_go_whatever_the_test_was_about() -> None:
    tally = Tally()
    for features, focus in (((DAY_7, A_COUNTRY, A_SUFFIX), (DAYS,)), ((A_SUFFIX,), ())):
        hearing = heard()
        hearing.refused.append((features, exchange(400)))
        tally.add(hearing, focus=focus)
    assert blamed(tally) == {FIELD}


def test_a_clause_that_accounts_for_every_refusal_by_several_features_is_blamed_where_the_test_was_about_it() -> (
    None
):
    tally = Tally()
    for feature in (A_COUNTRY, A_SUFFIX):
        hearing = heard()
        hearing.refused.append(((DAY_7, Feature("day 8", DAYS), feature), exchange(400)))
        tally.add(hearing, focus=(FIELD,))
    assert blamed(tally) == {FIELD}


def test_suspects_of_several_clauses_that_cannot_be_told_apart_blame_the_first_only() -> None:
    assert blamed(refused((A_COUNTRY, DAY_7))) == {FIELD}


def test_a_refusal_of_what_was_taken_elsewhere_blames_the_documented_answers() -> None:
    tally = refused((A_COUNTRY,), taken=(A_COUNTRY,))
    assert blamed(tally) == {CONFORM}
    assert settled(tally)[0].breach.expected == "accepted: a legal call"


@pytest.mark.parametrize(("tests", "clauses"), [(2, {DAYS}), (3, {CONFORM})])
def test_where_nothing_legal_is_ever_taken_no_rule_about_one_kind_of_call_is_blamed(
    tests: int, clauses: set[str]
) -> None:
    tally = Tally()
    for number in range(tests):
        tally.add(heard(refused=[((DAY_7, A_COUNTRY), exchange(400))]), f"test {number}", focus=(DAYS,))
        tally.add_breach(breach("contact 1, suffix", "everbridge.lifecycle.any-sequence"), (exchange(),))
    assert blamed(tally) - {"everbridge.lifecycle.any-sequence"} == clauses


def test_refusals_for_one_cause_are_one_finding_that_counts_them() -> None:
    assert [seen.times for seen in settled(refused((DAY_7,), (DAY_7,), (DAY_7,)))] == [3]


def changed_after(*reasons: str) -> Tally:
    """Refusals, by their reasons, after which something had changed."""
    tally = Tally()
    for number, reason in enumerate(reasons):
        tally.add_breach(breach(f"contact 1, field{number}", "?", refusal=reason), (exchange(400),))
    return tally


def test_changes_after_refusals_of_one_kind_break_its_clause_and_the_general_one() -> None:
    assert blamed(changed_after(TAKEN, TAKEN)) == {TAKEN, GENERAL}


def test_changes_after_refusals_of_several_kinds_break_only_the_general_clause() -> None:
    assert blamed(changed_after(TAKEN, DAYS)) == {GENERAL}


def test_changes_after_a_refusal_that_only_the_answer_shows_break_only_the_general_clause() -> None:
    assert blamed(changed_after("everbridge.error.unknown-organization")) == {GENERAL}
    assert blamed(changed_after("?")) == {GENERAL}


def test_a_narrower_breach_explains_a_wider_one_away() -> None:
    tally = Tally()
    tally.add_breach(Breach((BATCH,), "contact 1, suffix", "a", "b", narrower=(FIELD,)), (exchange(),))
    assert blamed(tally) == {BATCH}
    tally.add_breach(breach(), (exchange(),))
    assert blamed(tally) == {FIELD}


def test_a_clause_never_explains_itself_away() -> None:
    tally = Tally()
    tally.add_breach(Breach((FIELD,), "contact 1, suffix", "a", "b", narrower=(FIELD,)), (exchange(),))
    assert blamed(tally) == {FIELD}


def test_breaches_that_only_explain_each_other_are_both_told() -> None:
    tally = Tally()
    tally.add_breach(Breach((BATCH,), "contact 1, suffix", "a", "b", narrower=(FIELD,)), (exchange(),))
    tally.add_breach(Breach((FIELD,), "contact 1, country", "a", "b", narrower=(BATCH,)), (exchange(),))
    assert blamed(tally) == {BATCH, FIELD}
    tally.add_breach(Breach((FIELD,), "contact 2, suffix", "a", "b"), (exchange(),))
    assert blamed(tally) == {FIELD}


def test_a_breach_explained_once_and_unexplained_another_time_stands() -> None:
    tally = Tally()
    tally.add_breach(breach("contact 1, suffix", FIELD, narrower=(DAYS,)), (exchange(),))
    tally.add_breach(breach("contact 1, suffix", FIELD), (exchange(), exchange(number=2)))
    tally.add_breach(breach("contact 1, frames", DAYS), (exchange(),))
    assert blamed(tally) == {FIELD, DAYS}


def test_a_breach_explained_in_two_ways_is_one_finding() -> None:
    tally = Tally()
    tally.add_breach(breach("contact 1, suffix", FIELD, narrower=(BATCH,)), (exchange(),))
    tally.add_breach(breach("contact 2, suffix", FIELD), (exchange(),))
    assert [seen.times for seen in settled(tally)] == [2]


def test_breaches_that_explain_each_other_stand_and_what_they_explain_falls() -> None:
    tally = Tally()
    tally.add_breach(breach("contact 1, a", FIELD, narrower=(DAYS,)), (exchange(),))
    tally.add_breach(breach("contact 1, b", DAYS, narrower=(FIELD,)), (exchange(),))
    tally.add_breach(breach("contact 1, c", BATCH, narrower=(DAYS,)), (exchange(),))
    assert blamed(tally) == {FIELD, DAYS}


def test_a_circle_of_breaches_falls_when_another_clause_explains_one_of_them() -> None:
    tally = Tally()
    tally.add_breach(breach("contact 1, a", FIELD, narrower=(DAYS, TAKEN)), (exchange(),))
    tally.add_breach(breach("contact 1, b", DAYS, narrower=(FIELD,)), (exchange(),))
    tally.add_breach(breach("contact 1, c", TAKEN), (exchange(),))
    assert blamed(tally) == {TAKEN}


@pytest.mark.parametrize(("status", "focus", "accused"), [(404, (), False), (400, (), True), (404, (DAYS,), True)])
def test_one_call_that_met_a_404_beside_another_breach_accuses_only_what_its_test_is_about(
    status: int, focus: tuple[str, ...], *, accused: bool
) -> None:
    tally = Tally()
    tally.add_breach(breach("contact 1, externalId", TAKEN), (exchange(),))
    tally.add(heard(refused=[((DAY_7,), exchange(status))], taken=[A_SUFFIX]), "a test", focus)
    assert (DAYS in blamed(tally)) is accused


@pytest.mark.parametrize("legal", [False, True])
@pytest.mark.parametrize("status", [500, 302])
def test_a_crash_or_redirection_in_place_of_a_refusal_accuses_its_clause_unless_legal_calls_meet_it_too(
    status: int, *, legal: bool
) -> None:
    tally = Tally()
    refusal = Prediction(effects=(Effect(KEY, Must.REFUSE, reasons=(TAKEN,), statuses=frozenset({400})),))
    update = Prediction(effects=(Effect(KEY, Must.ACCEPT),))
    for prediction in (refusal, update) if legal else (refusal,):
        tally.add(hear(Imagined(prediction, outcome=Acceptance.UNKNOWN), CONTRACT, EMPTY_WORLD, exchange(status)))
    assert (TAKEN in blamed(tally)) is not legal
