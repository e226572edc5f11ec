"""From what was observed to verdicts, and from verdicts to the way a run exits. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from contact_contracts.contract import Clause, Contract
from contact_contracts.judge.blame import settled_breaches
from contact_contracts.judge.tally import Seen, Tally
from contact_contracts.judge.verdicts import ClauseVerdict, Exit, Finding, Level, Verdict


@dataclass(frozen=True)
class RunFacts:
    """What verdicts depend on beside the observations."""

    selected: Collection[str]
    """Clauses that the run was asked for."""
    blocked: Mapping[str, str] = field(default_factory=dict)
    """Clause -> why a test of it could not do its work."""
    errors: Mapping[str, str] = field(default_factory=dict)
    """Clause -> how a test of it broke."""
    missing: Mapping[str, str] = field(default_factory=dict)
    """Clause -> which fact, permission or operation the target lacks for it."""
    unobservable: Mapping[str, str] = field(default_factory=dict)
    """Clause -> why nothing can show it on this target."""
    known_deviations: Mapping[str, str] = field(default_factory=dict)


def judge_run(contract: Contract, tally: Tally, facts: RunFacts) -> tuple[list[ClauseVerdict], list[Finding]]:
    """Return one verdict for each selected clause, in the order of the contract, and the findings behind them."""
    breaches = settled_breaches(tally, contract)
    findings = [
        finding for seen in breaches for finding in _findings(contract, seen) if finding.clause in facts.selected
    ]
    twins: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for feature, times in tally.taken.items():
        twins[feature.clause] += times
        shown[feature.clause] += 0 if feature.twin or feature.clause in facts.unobservable else times
    verdicts = [
        _verdict(clause, tally, twins, shown[clause.id], findings, facts)
        for clause in contract.clauses.values()
        if clause.id in facts.selected
    ]
    return verdicts, [finding for finding in findings if finding.level is not Level.OPEN]


def _findings(contract: Contract, seen: Seen) -> Iterable[Finding]:
    for clause_id in seen.breach.clauses:
        level = Level(contract.clauses[clause_id].level)
        breach = seen.breach
        yield Finding(
            clause_id,
            level,
            breach.where,
            breach.expected,
            breach.observed,
            seen.exchanges,
            seen.test,
            seen.times,
        )


def _verdict(
    clause: Clause, tally: Tally, twins: Mapping[str, int], taken: int, findings: list[Finding], facts: RunFacts
) -> ClauseVerdict:
    level = Level(clause.level)
    violations = sum(finding.times for finding in findings if finding.clause == clause.id)
    observations = tally.held[clause.id]
    readings = tally.readings.get(clause.id, Counter())
    if level is Level.OPEN:
        observations = sum(readings.values())
    elif clause.id.endswith(".refused-changes-nothing"):
        observations += sum(tally.kept_after_refusal.values())
    elif not tally.refusals[clause.id]:
        observations += taken
    verdict, reason = _decide(clause, level, violations, observations, facts)
    return ClauseVerdict(
        clause=clause.id,
        level=level,
        verdict=verdict,
        observations=observations,
        violations=violations if level is not Level.OPEN else 0,
        reading="; ".join(name for name, _ in readings.most_common()),
        reason=reason,
        counts=_counts(clause.id, tally, twins),
        known_deviation=facts.known_deviations.get(clause.id, ""),
    )


def _counts(clause: str, tally: Tally, twins: Mapping[str, int]) -> dict[str, int]:
    refused = tally.refusals[clause]
    return {"refused": refused, "accepted": twins.get(clause, 0)} if refused else {}


def _decide(
    clause: Clause, level: Level, violations: int, observations: int, facts: RunFacts
) -> tuple[Verdict, str]:
    """Worst wins: a breach outweighs trouble, trouble outweighs what held."""
    if violations and level is not Level.OPEN:
        return (Verdict.WARNED if level is Level.DERIVED else Verdict.VIOLATED), ""
    if clause.id in facts.errors:
        return Verdict.ERROR, facts.errors[clause.id]
    if clause.id in facts.blocked:
        return Verdict.BLOCKED, facts.blocked[clause.id]
    if observations:
        return (Verdict.READING if level is Level.OPEN else Verdict.HOLDS), ""
    if clause.id in facts.unobservable:
        return Verdict.NOT_OBSERVABLE, facts.unobservable[clause.id]
    return Verdict.NOT_EXERCISED, facts.missing.get(clause.id, "no call showed it")


def outcome(verdicts: Iterable[ClauseVerdict], *, strict: bool, complete: bool) -> Exit:
    """How a run exits; known deviations do not count as violations as long as they still occur."""
    rows = list(verdicts)
    bad = {Verdict.VIOLATED, Verdict.WARNED} if strict else {Verdict.VIOLATED}
    if any(row.verdict in bad and not row.known_deviation for row in rows):
        return Exit.VIOLATED
    if not complete or any(row.verdict in (Verdict.ERROR, Verdict.BLOCKED) for row in rows):
        return Exit.INCONCLUSIVE
    if any(row.deviation_gone for row in rows):
        return Exit.DEVIATION_GONE
    seen = {Verdict.HOLDS, Verdict.READING, Verdict.WARNED, Verdict.VIOLATED}
    return Exit.HOLDS if any(row.verdict in seen for row in rows) else Exit.INCONCLUSIVE
