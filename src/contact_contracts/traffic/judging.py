"""Judges a file of recorded traffic from its first call to its record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from contact_contracts.contract import load_contract
from contact_contracts.judge.tally import Tally
from contact_contracts.judge.verdicts import Exit
from contact_contracts.results import Conduct
from contact_contracts.target import Targets
from contact_contracts.traffic.errors import NothingMatched
from contact_contracts.traffic.facts import rulebook_for
from contact_contracts.traffic.har import Entry, read_recording
from contact_contracts.traffic.listening import Listener
from contact_contracts.traffic.matching import Conversation, conversations
from contact_contracts.traffic.secrets import Secrets

UNSHOWN = "the traffic does not show it"


@dataclass(frozen=True)
class Traffic:
    """Recorded calls, sorted."""

    path: Path
    entries: list[Entry] = field(repr=False)
    conversations: list[Conversation] = field(repr=False)
    targets: Targets
    passed_over: int = 0
    """Entries that are no calls over HTTP, or do not say what was asked."""

    @property
    def families(self) -> tuple[str, ...]:
        """The families whose APIs are spoken to, in the order in which they occur."""
        return tuple(dict.fromkeys(each.family for each in self.conversations))


def read_traffic(path: Path, families: tuple[str, ...], targets: Targets, *, named: bool) -> Traffic:
    """Read a HAR file. TrafficError when it cannot be used, NothingMatched when no family is spoken to."""
    entries, passed_over = read_recording(path)
    found = conversations(entries, families, targets, named=named)
    if not found:
        raise NothingMatched(_why_nothing(path, entries, families, targets, named=named) + _without(passed_over))
    return Traffic(path, entries, found, targets, passed_over)


def _without(passed_over: int) -> str:
    return f"; entries without a usable request: {passed_over}" if passed_over else ""


def _why_nothing(
    path: Path, entries: list[Entry], families: tuple[str, ...], targets: Targets, *, named: bool
) -> str:
    if not entries:
        return f"{path}: the recording holds no calls"
    where = " at its base_url" if targets.families else ""
    problem = f"{path}: none of {len(entries)} calls is one to {' or '.join(families)}{where}"
    if not named and not targets.families and conversations(entries, families, targets, named=True):
        return f"{problem} for certain; if some are, name the family with --family, or give its target file"
    return problem


@dataclass
class Heard:
    """How much of the traffic could be judged."""

    judged: int = 0
    doubts: Counter[str] = field(default_factory=Counter)
    """Why calls were not judged -> how many."""


def judge_traffic(traffic: Traffic, conduct: Conduct) -> tuple[Exit, Heard]:
    """Hear all conversations and write the record; no secret of the traffic is in it."""
    conduct.begin()
    heard = Heard()
    for conversation in traffic.conversations:
        family = conversation.family
        rulebook = rulebook_for(conversation, traffic.targets)
        lag = traffic.targets.family(family).read_after_write_seconds if traffic.targets.families else 0.0
        listener = Listener(conversation, rulebook, conduct.observed.tally(family), lag)
        heard.doubts.update(listener.listen().values())
        heard.judged += listener.judged
    secrets = Secrets(traffic.entries)
    for family in traffic.families:
        _hide(conduct.observed.tally(family), secrets, family)
        conduct.observed.missing.update(dict.fromkeys(load_contract(family).clauses, UNSHOWN))
    conduct.observed.requests = heard.judged
    return conduct.finish(complete=True), heard


def _hide(tally: Tally, secrets: Secrets, family: str) -> None:
    """Take secrets out of everything that a tally may bring into a record."""
    operations = load_contract(family).operations
    declared = {each.name for operation in operations.values() for each in operation.parameters}
    for seen in tally.breaches.values():
        breach = seen.breach
        seen.breach = replace(
            breach,
            where=secrets.hide(breach.where),
            expected=secrets.hide(breach.expected),
            observed=secrets.hide(breach.observed),
        )
        seen.exchanges = tuple(secrets.hidden(exchange, declared) for exchange in seen.exchanges)
    tally.refused = [
        replace(
            refusal,
            exchange=secrets.hidden(refusal.exchange, declared),
            features=tuple(replace(feature, name=secrets.hide(feature.name)) for feature in refusal.features),
        )
        for refusal in tally.refused
    ]
    tally.taken = Counter({replace(f, name=secrets.hide(f.name)): times for f, times in tally.taken.items()})
    tally.readings = {
        clause: Counter({secrets.hide(name): times for name, times in counts.items()})
        for clause, counts in tally.readings.items()
    }
