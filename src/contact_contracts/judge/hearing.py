"""One call before the judge: the rulebook's prediction against what was seen. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from contact_contracts.contract import Contract
from contact_contracts.exchange import Exchange, Response
from contact_contracts.judge.evidence import Evidenced, evidenced
from contact_contracts.judge.lateness import perhaps_late, weigh_lateness
from contact_contracts.judge.schema import schema_breaches
from contact_contracts.judge.sighting import broken_aspects, judge_sighting
from contact_contracts.rulebook.prediction import (
    CRASH,
    UNEXPLAINED,
    Acceptance,
    AnswerRule,
    Belief,
    Breach,
    Clauses,
    Effect,
    Feature,
    Mixed,
    Must,
    Otherwise,
    Prediction,
    Sighting,
    State,
)
from contact_contracts.rulebook.world import Rulebook, World, one_more, with_evidence

TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500


@dataclass
class Hearing:
    """What one call showed."""

    world: World
    held: list[str] = field(default_factory=list)
    """Clauses of observations that could have shown a breach and did not, one entry each."""
    breaches: list[Evidenced] = field(default_factory=list)
    shown_wrong: list[Evidenced] = field(default_factory=list)
    """Those among the breaches that are about what a read showed of a contact."""
    readings: list[tuple[str, str]] = field(default_factory=list)
    """Open clause and the reading seen."""
    taken: list[Feature] = field(default_factory=list)
    """Features of requests that had to be accepted and were."""
    refused: list[tuple[tuple[Feature, ...], Exchange]] = field(default_factory=list)
    """Calls that had to be accepted and were refused, with their features."""
    kept_after_refusal: list[str] = field(default_factory=list)
    """Reasons of refused calls after which a read showed nothing changed."""
    refusals: list[str] = field(default_factory=list)
    """Clauses whose pure violation was refused as it must be."""

    legal_unserved: bool = False
    """Whether a call that had to be accepted met a server error or a redirection, or no answer at all."""

    late: bool = False
    """Whether a read turned out to have shown a contact as it had been before."""

    def hold(self, clauses: Iterable[str]) -> None:
        """Count an observation for each clause."""
        self.held.extend(clauses)

    def breach(self, breach: Breach, *exchanges: Exchange) -> None:
        """Note a breach and the calls that show it, each once: an update's own answer may show what it did."""
        self.breaches.append(evidenced(breach, *exchanges))


def hear(rulebook: Rulebook, contract: Contract, world: World, exchange: Exchange) -> Hearing:
    """Judge one call and return what was seen, with the world as it is believed to be afterwards."""
    hearing = Hearing(world)
    prediction = rulebook.predict(world, exchange.request)
    response = exchange.response
    if response is not None and response.status == TOO_MANY_REQUESTS:
        return hearing
    if response is None or response.status >= SERVER_ERROR:
        _no_proper_answer(hearing, contract, prediction, exchange)
        return hearing
    hearing.hold((f"{contract.family}.schema.no-server-error",))
    _judge_answer(rulebook, contract, hearing, prediction, exchange, response)
    for sighting in rulebook.sightings(hearing.world, exchange):
        _judge_shown(hearing, sighting, exchange, lifecycle_of(contract), reads=_only_reads(prediction))
    return hearing


def lifecycle_of(contract: Contract) -> str:
    """The clause that a contact reads as its calls have left it, whatever they are."""
    return f"{contract.family}.lifecycle.any-sequence"


def _judge_shown(hearing: Hearing, sighting: Sighting, exchange: Exchange, lifecycle: str, *, reads: bool) -> None:
    belief = hearing.world.belief(sighting.contact)
    before = len(hearing.breaches)
    judge_sighting(hearing, sighting, exchange, lifecycle=lifecycle)
    wrong = hearing.breaches[before:]
    if belief is not None and sighting.confirms and reads:
        wrong = weigh_lateness(hearing, wrong, belief, sighting, exchange, lifecycle)
    else:
        wrong = [replace(one, breach=perhaps_late(one.breach)) for one in wrong]
    hearing.breaches[before:] = wrong
    hearing.shown_wrong += wrong


def _no_proper_answer(hearing: Hearing, contract: Contract, prediction: Prediction, exchange: Exchange) -> None:
    """A 5xx or a broken message: a breach of its own, after which the contacts concerned are unknown."""
    response = exchange.response
    observed = f"HTTP {response.status}" if response else exchange.trouble
    clause = f"{contract.family}.schema.no-server-error"
    request = exchange.request
    hearing.breach(
        Breach((clause,), f"{request.method} {request.operation}", "an answer below 500", observed), exchange
    )
    hearing.legal_unserved = _is_legal(prediction)
    if response is not None:
        _judge_promised_status(hearing, prediction, exchange, observed)
    _forget(hearing, prediction.effects)


def _is_legal(prediction: Prediction) -> bool:
    """Whether a call has to be accepted; what becomes of other names of its contacts may be open."""
    demands = {effect.must for effect in prediction.effects}
    return Must.ACCEPT in demands and Must.REFUSE not in demands


def _judge_promised_status(hearing: Hearing, prediction: Prediction, exchange: Exchange, observed: str) -> None:
    """Where one clause promises a status, a 5xx or a 3xx breaks it too, unless legal calls meet the same."""
    for effect in prediction.effects:
        if effect.must is Must.REFUSE and effect.statuses and len(effect.reasons) == 1:
            where = _where(exchange, effect.row)
            hearing.breach(Breach(effect.reasons, where, _refusal_in_words(effect), observed, (CRASH,)), exchange)


def _forget(hearing: Hearing, effects: Iterable[Effect]) -> None:
    hearing.world = hearing.world.with_beliefs({effect.contact: None for effect in effects if effect.contact})


def _judge_answer(
    rulebook: Rulebook,
    contract: Contract,
    hearing: Hearing,
    prediction: Prediction,
    exchange: Exchange,
    response: Response,
) -> None:
    outcomes = rulebook.acceptance(exchange.request, response, prediction)
    beliefs: dict[str, Belief | None] = {}
    for effect, outcome in zip(prediction.effects, outcomes, strict=True):
        _judge_effect(hearing, effect, outcome, exchange, response)
        if effect.contact:
            beliefs[effect.contact] = _belief_after(hearing.world, effect, outcome, exchange, contract.family)
        if effect.must is Must.REFUSE and outcome is Acceptance.ACCEPTED:
            hearing.world = hearing.world.with_taint(effect.contact, effect.reasons)
    if 300 <= response.status < 400:
        hearing.legal_unserved = _is_legal(prediction)
        _judge_promised_status(hearing, prediction, exchange, f"HTTP {response.status}")
    hearing.world = _mark_bystanders(hearing.world, prediction, exchange, contract.family)
    hearing.world = hearing.world.with_beliefs(beliefs)
    _judge_rules(hearing, prediction, exchange, response)
    _judge_schema(hearing, contract, prediction, exchange, _excuses(rulebook, hearing.world, exchange))


def _excuses(rulebook: Rulebook, world: World, exchange: Exchange) -> Clauses:
    """What would explain an answer that does not conform: input that the contract excludes, where it was taken.

    A contact may show it as long as it lives; so may one of which nothing is known.
    """
    shown = [sighting.contact for sighting in rulebook.sightings(world, exchange)]
    taken = tuple(reason for contact in shown for reason in world.tainted.get(contact, ()))
    suspect = taken or any(world.belief(contact) is None for contact in shown)
    return (f"{rulebook.family}.schema.bad-input-refused", *taken) if suspect else ()


def _judge_effect(
    hearing: Hearing, effect: Effect, outcome: Acceptance, exchange: Exchange, response: Response
) -> None:
    if outcome is Acceptance.UNKNOWN:
        return
    if effect.must is Must.ACCEPT:
        _judge_acceptance(hearing, effect, outcome, exchange)
    elif effect.must is Must.REFUSE:
        _judge_refusal(hearing, effect, outcome, exchange, response)
    elif effect.open_clause:
        accepted, refused = effect.readings
        name = accepted if outcome is Acceptance.ACCEPTED else refused
        if name:
            hearing.readings.append((effect.open_clause, name))


def _judge_acceptance(hearing: Hearing, effect: Effect, outcome: Acceptance, exchange: Exchange) -> None:
    if outcome is Acceptance.ACCEPTED:
        hearing.taken.extend(effect.features)
    elif outcome is Acceptance.REFUSED:
        hearing.refused.append((effect.features, exchange))


def _judge_refusal(
    hearing: Hearing, effect: Effect, outcome: Acceptance, exchange: Exchange, response: Response
) -> None:
    if outcome is Acceptance.UNREPORTED:
        return
    where = _where(exchange, effect.row)
    if outcome is Acceptance.ACCEPTED:
        expected = _refusal_in_words(effect)
        observed = f"HTTP {response.status}, taken as a success"
        for reason in effect.reasons:
            hearing.breach(Breach((reason,), where, expected, observed, effect.narrower.get(reason, ())), exchange)
    elif effect.statuses and response.status not in effect.statuses:
        observed = f"refused with HTTP {response.status}"
        rule = effect.reasons[:1]
        narrower = effect.narrower.get(rule[0], ())
        hearing.breach(Breach(rule, where, _refusal_in_words(effect), observed, narrower), exchange)
    elif len(effect.reasons) == 1:
        hearing.hold(effect.reasons)
        hearing.refusals.extend(effect.reasons)


def _refusal_in_words(effect: Effect) -> str:
    if effect.statuses:
        return "refused with " + " or ".join(f"HTTP {status}" for status in sorted(effect.statuses))
    return "refused" if effect.row is None else f"row {effect.row} refused"


def _where(exchange: Exchange, row: int | None) -> str:
    request = exchange.request
    place = f"{request.method} {request.operation}"
    return place if row is None else f"{place}, row {row}"


def _belief_after(
    world: World, effect: Effect, outcome: Acceptance, exchange: Exchange, family: str
) -> Belief | None:
    before = world.belief(effect.contact)
    if outcome is Acceptance.ACCEPTED and effect.must is not Must.REFUSE:
        return with_evidence(_rooted(effect.accepted, before), exchange) if effect.accepted else None
    if before is None or outcome in (Acceptance.ACCEPTED, Acceptance.UNKNOWN):
        return None
    if outcome is Acceptance.UNREPORTED:
        return with_evidence(_unreported(before, effect), exchange)
    return with_evidence(_unchanged(before, effect, family), exchange)


def _rooted(after: Belief, before: Belief | None) -> Belief:
    """Let a belief rest on the calls that the one before it rested on."""
    return replace(after, evidence=before.evidence, shown=before.shown) if before else after


def _unchanged(before: Belief, effect: Effect, family: str) -> Belief:
    """After a refusal everything must read as before; whose fault a change is depends on the reason."""
    if not before.confirmed:
        return _doubted(before, effect.reasons, family)
    reason = effect.reasons[0] if len(effect.reasons) == 1 else UNEXPLAINED
    if before.refusal not in ("", reason):
        reason = UNEXPLAINED  # two refusals since the last read: either may have made the change
    return replace(before, refusal=reason, telling=True, explain=None)


def _doubted(before: Belief, reasons: Clauses, family: str) -> Belief:
    """After a refusal that no read parts from a write before it: a breach may be due to either."""
    return _doubting(before, (f"{family}.error.refused-changes-nothing", *reasons))


def _doubting(before: Belief, doubts: Clauses) -> Belief:
    """A write that no read confirmed and that a later call may have spoilt: its clauses would explain a breach."""
    cells = {name: replace(cell, narrower=(*cell.narrower, *doubts)) for name, cell in before.cells.items()}
    otherwise = before.otherwise
    if not callable(otherwise):
        otherwise = Mixed.of(otherwise, (*getattr(otherwise, "candidates", ()), *doubts))
    return replace(before, cells=cells, otherwise=otherwise, doubts=(*before.doubts, *doubts))


def _unreported(before: Belief, effect: Effect) -> Belief:
    """The answer claims success for what must be refused: the next read tells silence from acceptance."""
    if not before.confirmed:
        return before

    def on_read(observed: State) -> tuple[Breach, ...]:
        where = f"contact {effect.contact}, row {effect.row}"
        if broken_aspects(before, observed):
            wanted, applied = _refusal_in_words(effect), "the row was applied"
            return tuple(
                Breach((reason,), where, wanted, applied, effect.narrower.get(reason, ()))
                for reason in effect.reasons
            )
        silent = "the row was not applied, and the answer does not say so"
        narrower = tuple(clause for name in effect.unreported for clause in effect.narrower.get(name, ()))
        return (Breach(effect.unreported, where, "the failed row reported", silent, narrower),)

    return replace(before, on_read=on_read)


def _mark_bystanders(world: World, prediction: Prediction, exchange: Exchange, family: str) -> World:
    if not prediction.bystanders:
        return world
    subjects = {effect.contact for effect in prediction.effects}
    mixed = (f"{family}.lifecycle.any-sequence",)
    marked: dict[str, Belief | None] = {
        key: _bystander(belief, prediction, key, exchange, mixed)
        for key, belief in world.contacts.items()
        if key not in subjects and len(belief.state) > 1  # of an alias only its existence is known
    }
    return world.with_beliefs(marked)


def _bystander(belief: Belief, prediction: Prediction, key: str, exchange: Exchange, mixed: Clauses) -> Belief:
    clauses = prediction.named.get(key, prediction.bystanders)
    evidence = one_more(belief.evidence, exchange)
    doubts = (*clauses, *getattr(clauses, "candidates", ()))
    if not belief.confirmed and not set(doubts).issubset(belief.doubts):
        belief = _doubting(belief, doubts)
    if not belief.confirmed or (belief.refusal and callable(belief.otherwise)):
        return belief.beside(evidence)
    same = not belief.otherwise or belief.otherwise == clauses
    otherwise = clauses if same else _mixed(mixed, belief.otherwise, clauses)
    return belief.beside(evidence, otherwise)


def _mixed(clauses: Clauses, earlier: Clauses | Otherwise, later: Clauses) -> Mixed:
    known: Clauses = () if callable(earlier) else (*earlier, *getattr(earlier, "candidates", ()))
    return Mixed.of(clauses, (*known, *later))


def _judge_rules(hearing: Hearing, prediction: Prediction, exchange: Exchange, response: Response) -> None:
    refusal = prediction.when_refused if response.status >= 400 else ()  # a redirection is neither
    for rule in (*prediction.always, *(prediction.when_accepted if response.ok else refusal)):
        if rule.applies is None or rule.applies(response):
            _judge_rule(hearing, rule, exchange, response, reads=_only_reads(prediction))


def _only_reads(prediction: Prediction) -> bool:
    """Whether a call has nothing to change: a read, or one of which all that may become is open."""
    return all(effect.must is Must.EITHER for effect in prediction.effects)


def _judge_rule(
    hearing: Hearing, rule: AnswerRule, exchange: Exchange, response: Response, *, reads: bool
) -> None:
    observed = rule.check(response)
    if observed is None:
        if rule.telling:
            hearing.hold(rule.clauses)
        return
    where = f"answer to {exchange.request.method} {exchange.request.operation}"
    breach = Breach(rule.clauses, where, rule.expected, observed, rule.narrower)
    hearing.breach(perhaps_late(breach) if reads else breach, exchange)


def _judge_schema(
    hearing: Hearing, contract: Contract, prediction: Prediction, exchange: Exchange, excuses: Clauses
) -> None:
    clause = f"{contract.family}.schema.answers-conform"
    response = exchange.response
    if response is None or not (prediction.valid or response.ok) or not exchange.request.operation:
        return
    found = schema_breaches(contract, exchange.request.operation, response)
    if not found:
        hearing.hold((clause,))
    else:
        where = f"answer to {exchange.request.method} {exchange.request.operation}"
        hearing.breach(Breach((clause,), where, found[0].expected, found[0].observed, excuses), exchange)
