"""One call before the judge: acceptance, refusal, beliefs, bystanders, rules of answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contact_contracts.judge.hearing import hear
from contact_contracts.rulebook.prediction import (
    Acceptance,
    AnswerRule,
    Belief,
    Cell,
    Effect,
    Feature,
    Must,
    Prediction,
    Sighting,
)
from contact_contracts.rulebook.world import EVIDENCE_KEPT, World, seen
from tests.judge.imagined import (
    CONTRACT,
    FIELD,
    GENERAL,
    KEY,
    LIFECYCLE,
    OPEN,
    SERVER,
    Imagined,
    believed,
    broken,
    exchange,
    judged,
)

TAKEN = "everbridge.external-id.taken-is-refused"
OTHERS = "everbridge.addressing.uri-names-the-contact"
SHAPE = "everbridge.error.shape"
COUNTRY = Feature("country given", FIELD)


def effect(must: Must, **more: object) -> Prediction:
    """A prediction of one effect on the contact."""
    return Prediction(effects=(Effect(KEY, must, **more),))  # type: ignore[arg-type]  # fields of Effect


def test_an_accepted_call_clears_its_features_and_leaves_the_new_belief() -> None:
    after = believed(a=Cell((FIELD,), (2,)))
    hearing = judged(seen({"a": 1}), prediction=effect(Must.ACCEPT, accepted=after, features=(COUNTRY,)))
    assert hearing.taken == [COUNTRY]
    belief = hearing.world.belief(KEY)
    assert belief is not None
    assert (belief.get("a"), len(belief.evidence)) == (2, 1)


def test_a_refused_legal_call_is_noted_with_its_features_and_must_change_nothing() -> None:
    hearing = judged(seen({"a": 1}), prediction=effect(Must.ACCEPT, features=(COUNTRY,)), status=400)
    assert [features for features, _ in hearing.refused] == [(COUNTRY,)]
    belief = hearing.world.belief(KEY)
    assert belief is not None
    assert (belief.refusal, belief.get("a")) == ("?", 1)


def test_a_refusal_that_is_due_holds_its_clause() -> None:
    hearing = judged(seen({}), prediction=effect(Must.REFUSE, reasons=(TAKEN,)), status=409)
    assert (TAKEN in hearing.held, hearing.refusals, broken(hearing)) == (True, [TAKEN], [])


def test_a_refusal_for_one_of_two_reasons_holds_neither() -> None:
    hearing = judged(seen({}), prediction=effect(Must.REFUSE, reasons=(TAKEN, FIELD)), status=409)
    assert (TAKEN in hearing.held, hearing.refusals) == (False, [])


def test_a_refusal_with_another_status_than_the_documents_say_is_reported() -> None:
    due = effect(Must.REFUSE, reasons=(TAKEN,), statuses=frozenset({404, 400}))
    assert broken(judged(prediction=due, status=404)) == []
    hearing = judged(prediction=due, status=403)
    found = hearing.breaches[0].breach
    assert (found.expected, found.observed) == ("refused with HTTP 400 or HTTP 404", "refused with HTTP 403")


def test_an_acceptance_of_what_must_be_refused_breaks_every_reason_and_nothing_is_known_afterwards() -> None:
    hearing = judged(seen({"a": 1}), prediction=effect(Must.REFUSE, reasons=(TAKEN, FIELD), row=3))
    assert broken(hearing) == [(TAKEN,), (FIELD,)]
    found = hearing.breaches[0].breach
    assert (found.where, found.expected) == ("PUT , row 3", "row 3 refused")
    assert found.observed == "HTTP 200, taken as a success"
    assert hearing.world.belief(KEY) is None


@pytest.mark.parametrize(("status", "reading"), [(200, "accepted"), (400, "refused")])
def test_what_is_open_is_a_reading(status: int, reading: str) -> None:
    hearing = judged(prediction=effect(Must.EITHER, open_clause=OPEN), status=status)
    assert (hearing.readings, broken(hearing)) == ([(OPEN, reading)], [])


def test_a_reading_without_a_name_is_not_noted() -> None:
    open_effect = effect(Must.EITHER, open_clause=OPEN, readings=("", "refused"))
    assert judged(prediction=open_effect).readings == []


@pytest.mark.parametrize("status", [500, 503, None])
def test_no_proper_answer_is_a_breach_of_its_own_after_which_nothing_is_known(status: int | None) -> None:
    hearing = judged(seen({"a": 1}), prediction=effect(Must.ACCEPT, accepted=seen({})), status=status)
    assert broken(hearing) == [(SERVER,)]
    assert hearing.world.belief(KEY) is None
    assert hearing.held == []


def test_a_promised_status_is_broken_by_a_server_error_too() -> None:
    promised = effect(Must.REFUSE, reasons=(TAKEN,), statuses=frozenset({404}))
    assert broken(judged(prediction=promised, status=500)) == [(SERVER,), (TAKEN,)]
    assert broken(judged(prediction=effect(Must.REFUSE, reasons=(TAKEN,)), status=500)) == [(SERVER,)]
    assert broken(judged(prediction=promised, status=None)) == [(SERVER,)]


def test_an_answer_that_says_nothing_forgets_the_contact() -> None:
    hearing = judged(seen({}), prediction=effect(Must.ACCEPT), outcome=Acceptance.UNKNOWN)
    assert (hearing.world.belief(KEY), hearing.refused, hearing.taken) == (None, [], [])


def test_too_many_requests_change_nothing_and_count_for_nothing() -> None:
    hearing = judged(seen({"a": 1}), prediction=effect(Must.ACCEPT), status=429)
    assert (hearing.held, hearing.refused) == ([], [])
    assert hearing.world.belief(KEY) == seen({"a": 1})


def test_what_must_be_refused_but_is_claimed_done_is_told_by_the_next_read() -> None:
    unreported = "everbridge.batch.bad-row-reported"
    due = effect(Must.REFUSE, reasons=(TAKEN,), row=2, unreported=(unreported,))
    for state, clause in (({"a": 1}, unreported), ({"a": 2}, TAKEN)):
        first = judged(seen({"a": 1}), prediction=due, outcome=Acceptance.UNREPORTED)
        assert broken(first) == []
        second = hear(Imagined(seen=(Sighting(KEY, state),)), CONTRACT, first.world, exchange(number=2))
        assert broken(second) == [(clause,)]
        assert [e.number for e in second.breaches[0].exchanges] == [1, 2]


def test_other_contacts_must_stay_and_named_ones_by_a_clause_of_their_own() -> None:
    world = World({KEY: seen({"a": 1}), "other": seen({"a": 1}), "named": seen({"a": 1}), "alias": seen({})})
    prediction = Prediction(effects=(Effect(KEY, Must.EITHER),), bystanders=(OTHERS,), named={"named": (TAKEN,)})
    after = hear(Imagined(prediction), CONTRACT, world, exchange()).world
    clauses = {key: after.contacts[key].otherwise for key in ("other", "named", "alias")}
    assert clauses == {"other": (OTHERS,), "named": (TAKEN,), "alias": ()}


def test_a_bystander_of_several_kinds_of_calls_blames_the_sequence() -> None:
    world = World({"other": seen({"a": 1})})
    for clauses in ((OTHERS,), (TAKEN,)):
        world = hear(Imagined(Prediction(bystanders=clauses)), CONTRACT, world, exchange()).world
    assert world.contacts["other"].otherwise == (LIFECYCLE,)


def test_a_bystander_with_a_write_to_confirm_keeps_its_cells_which_a_leak_would_explain() -> None:
    world = World({"b": believed(a=Cell((FIELD,), (1,)))})
    for _ in range(3):
        world = hear(Imagined(Prediction(bystanders=(OTHERS,))), CONTRACT, world, exchange()).world
    assert world.contacts["b"].cells == {"a": Cell((FIELD,), (1,), narrower=(OTHERS,))}
    assert world.contacts["b"].otherwise == ()


def test_evidence_is_the_calls_since_the_last_read_and_does_not_grow_without_end() -> None:
    world = World({"b": seen({"a": 1})})
    for number in range(1, EVIDENCE_KEPT + 4):
        rulebook = Imagined(Prediction(bystanders=(OTHERS,)))
        world = hear(rulebook, CONTRACT, world, exchange(number=number)).world
    assert [e.number for e in world.contacts["b"].evidence] == list(range(4, EVIDENCE_KEPT + 4))


def test_a_refusal_after_an_unconfirmed_write_keeps_what_is_to_be_confirmed() -> None:
    pending = believed(a=Cell((FIELD,), (1,)))
    hearing = judged(pending, prediction=effect(Must.REFUSE, reasons=(GENERAL,)), status=400)
    belief = hearing.world.belief(KEY)
    assert belief is not None
    assert {name: (cell.clauses, cell.values) for name, cell in belief.cells.items()} == {"a": ((FIELD,), (1,))}
    assert (belief.cells["a"].narrower[-1:], belief.refusal) == ((GENERAL,), "")


def test_rules_of_answers_are_judged_where_they_apply() -> None:
    bad = AnswerRule((SHAPE,), "a message", lambda _: "none")
    good = AnswerRule((SHAPE,), "a message", lambda _: None)
    elsewhere = replace(bad, applies=lambda _: False)
    for prediction, status, found in (
        (Prediction(when_accepted=(bad,)), 200, [(SHAPE,)]),
        (Prediction(when_accepted=(bad,)), 400, []),
        (Prediction(when_refused=(bad,)), 400, [(SHAPE,)]),
        (Prediction(when_refused=(bad,)), 302, []),
        (Prediction(always=(bad,)), 302, [(SHAPE,)]),
        (Prediction(always=(elsewhere,)), 200, []),
        (Prediction(always=(good,)), 200, []),
    ):
        hearing = judged(prediction=prediction, status=status)
        assert broken(hearing) == found, (prediction, status)
    assert SHAPE in judged(prediction=Prediction(always=(good,))).held
    assert SHAPE not in judged(prediction=Prediction(always=(replace(good, telling=False),))).held


def test_a_belief_rests_on_the_calls_of_the_one_before() -> None:
    before = Belief(state={"exists": True}, evidence=(exchange(number=7),))
    hearing = judged(before, prediction=effect(Must.ACCEPT, accepted=seen({})))
    belief = hearing.world.belief(KEY)
    assert belief is not None
    assert [e.number for e in belief.evidence] == [7, 1]


def test_a_contact_that_took_what_had_to_be_refused_may_show_it_after_a_read_too() -> None:
    rulebook = Imagined(effect(Must.REFUSE, reasons=(TAKEN,)))
    world = hear(rulebook, CONTRACT, World({KEY: seen({"a": 1})}), exchange()).world
    read = Imagined(Prediction(), (Sighting(KEY, {"a": 1}),))
    world = hear(read, CONTRACT, world, exchange(number=2)).world
    answer = exchange(number=3, body=b"[]")
    answer = replace(answer, request=replace(answer.request, operation="getContact"))
    narrower = [evidenced.breach.narrower for evidenced in hear(read, CONTRACT, world, answer).breaches]
    assert narrower == [("everbridge.schema.bad-input-refused", TAKEN)]
