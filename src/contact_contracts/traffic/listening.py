"""Lets the judge hear a conversation, and forgets what the recording cannot tell.

A run of the suite knows that it is alone with its contacts, that calls follow one another, and that its
credentials are good. Recorded traffic knows none of it. Whatever a call may have changed in a way that the file
does not show is forgotten, so that nothing is expected of it until it is read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Final

from contact_contracts.exchange import Exchange
from contact_contracts.judge.hearing import Hearing, hear
from contact_contracts.judge.sighting import broken_aspects, observed_state
from contact_contracts.judge.tally import Tally
from contact_contracts.rulebook.prediction import EXISTS, Sighting
from contact_contracts.rulebook.world import EMPTY_WORLD, Rulebook, World
from contact_contracts.traffic.bodies import Unread
from contact_contracts.traffic.facts import unread
from contact_contracts.traffic.forgetting import after_write, without
from contact_contracts.traffic.har import Entry, unreadable
from contact_contracts.traffic.matching import Conversation, Matched
from contact_contracts.traffic.silence import SilentRulebook, is_anybodys
from contact_contracts.traffic.vetting import Vetted
from contact_contracts.transport.door import READING, READING_OPERATIONS

ROUNDING = timedelta(milliseconds=1)
"""Recorders round times, so that calls which follow one another may seem to overlap by this much."""

_NO_ANSWERS: Final[Mapping[int, str]] = {
    **dict.fromkeys((*range(100, 200), *range(300, 400)), "the answer is a redirection or not a final one"),
    **dict.fromkeys((407, 408, 421, 425), "the answer is that of a proxy or a connection"),
}
"""Statuses that do not tell what the API makes of a request, and why."""
_READS = frozenset({"getContact", "getContactByExternalId"})
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Turn:
    """One call of a conversation."""

    call: Matched
    exchange: Exchange

    @property
    def entry(self) -> Entry:
        """The call as recorded."""
        return self.call.entry

    @property
    def writes(self) -> bool:
        """Whether the call may change contacts."""
        return self.entry.method not in READING and self.call.operation.id not in READING_OPERATIONS

    @cached_property
    def doubt(self) -> str:
        """Why nothing can be said of the call; empty for one that can be judged."""
        entry = self.entry
        if entry.cached:
            return "the answer came from the recorder's cache"
        if not entry.status:
            return "the file holds no answer"
        if entry.status in (401, 403) and self.exchange.request.credential == "default":
            return "answered 401 or 403, so the caller may lack the right"
        if entry.status in _NO_ANSWERS:
            return _NO_ANSWERS[entry.status]
        if entry.status == 503 and "retry-after" in entry.response_headers:
            return "the server asked to wait"
        return unreadable(entry)

    def overlaps(self, later: Turn) -> bool:
        """Whether a call that began later began before this one had ended."""
        shorter = min(self.entry.seconds, later.entry.seconds) / 2
        end = self.entry.started + timedelta(seconds=self.entry.seconds)
        return later.entry.started < end - min(ROUNDING, timedelta(seconds=shorter))


@dataclass
class Listener:
    """Hears one conversation."""

    conversation: Conversation
    rulebook: Rulebook
    tally: Tally
    lag: float = 0.0
    """Seconds for which a read may lag behind a write."""
    world: World = EMPTY_WORLD
    judged: int = 0
    _vetted: Vetted = field(default_factory=Vetted)
    _heard_until: datetime = _NEVER
    _quiet: set[str] = field(default_factory=set)
    """Contacts that were read, with no write recorded since."""
    _unread: Rulebook = field(init=False)
    _unread_turns: set[int] = field(default_factory=set)
    """Writes that no read of their contact follows before the next write to it, and whatever is no write."""

    def __post_init__(self) -> None:
        """Have a rulebook for those, too."""
        self._unread = unread(self.rulebook)

    def listen(self) -> dict[int, str]:
        """Hear every call. Return why some were not judged, by their number in the file."""
        turns = [Turn(call, exchange) for call, exchange in self.conversation.exchanges()]
        self._vetted = Vetted.of([turn.exchange for turn in turns if not turn.doubt and turn.writes])
        self._unread_turns = {*_unread(turns)}
        doubts: dict[int, str] = {}
        written: Turn | None = None
        for group in _together(turns):
            self._forget_before(group)
            late = written is not None and self._lags(written, group[0])
            for turn in group:
                doubt = turn.doubt or ("a read so soon after a write may lag" if late and not turn.writes else "")
                if doubt:
                    doubts[turn.entry.number] = doubt
            heard = [turn for turn in group if turn.entry.number not in doubts or turn.writes]
            if any(turn.writes for turn in group):
                self._quiet.clear()
            disturbed = self._is_disturbed(group)
            self._hear_group(heard, at_once=disturbed or (len(group) > 1 and any(turn.writes for turn in group)))
            if disturbed:
                self.world = EMPTY_WORLD
            written = max(
                (turn for turn in group if turn.writes), key=lambda turn: ended(turn.entry), default=written
            )
        return doubts

    def _lags(self, written: Turn, turn: Turn) -> bool:
        return bool(self.lag) and ended(written.entry) + timedelta(seconds=self.lag) > turn.entry.started

    def _forget_before(self, group: list[Turn]) -> None:
        """Forget everything, if something that the contract does not know was written since the last calls."""
        start = group[0].entry.started
        if any(
            self._heard_until <= ended(entry) and entry.started < start for entry in self.conversation.strangers
        ):
            self.world = EMPTY_WORLD
        self._heard_until = max(ended(turn.entry) for turn in group)

    def _is_disturbed(self, group: list[Turn]) -> bool:
        """Whether such a write was under way meanwhile."""
        start, end = group[0].entry.started, max(ended(turn.entry) for turn in group)
        return any(entry.started <= end and ended(entry) >= start for entry in self.conversation.strangers)

    def _hear_group(self, group: list[Turn], *, at_once: bool) -> None:
        if at_once:
            self._hear_at_once(group)
            return
        for turn in group:
            if turn.doubt:
                self._forget(turn)
            else:
                self.world = self._hear(turn, self.world)

    def _changed(self, turn: Turn) -> set[str]:
        """The contacts that a read finds changed although no call wrote since the last read."""
        shown = [] if turn.writes else [*self.rulebook.sightings(self.world, turn.exchange)]
        changed = {each.contact for each in shown if each.contact in self._quiet and self._differs(each)}
        self._quiet |= {each.contact for each in shown if each.confirms}
        return changed

    def _hear_change(self, turn: Turn, world: World, changed: set[str]) -> Hearing:
        """Hear a read of such contacts: reading changes nothing, so somebody did whom the recording does not show.

        Or the read before came too early for its server, which this one then tells.
        """
        hearing = hear(self.rulebook, self.conversation.contract, world, turn.exchange)
        if not hearing.late:
            return hear(self.rulebook, self.conversation.contract, without(world, changed), turn.exchange)
        hearing.breaches = [breach for breach in hearing.breaches if breach not in hearing.shown_wrong]
        return hearing

    def _differs(self, sighting: Sighting) -> bool:
        belief = self.world.belief(sighting.contact)
        return belief is not None and bool(
            broken_aspects(belief, observed_state(sighting), partial=sighting.partial)
        )

    def _hear_at_once(self, group: list[Turn]) -> None:
        """Calls of which nobody can tell which came first: each is judged by itself alone."""
        for turn in group:
            self._forget(turn)
        for turn in group:
            if not turn.doubt:
                self._hear(turn, EMPTY_WORLD)

    def _hear(self, turn: Turn, world: World) -> World:
        if turn.writes and is_anybodys(self.conversation.family, world, turn.exchange.request):
            silent = SilentRulebook(self.conversation.family)
            self._count(turn, hear(silent, self.conversation.contract, EMPTY_WORLD, turn.exchange))
            return EMPTY_WORLD
        rulebook = self._unread if turn.entry.number in self._unread_turns else self.rulebook
        changed = self._changed(turn) if world is self.world else set()
        if changed:
            hearing = self._hear_change(turn, world, changed)
        else:
            hearing = hear(rulebook, self.conversation.contract, world, turn.exchange)
        self._count(turn, hearing)
        return self._certain(turn, world, hearing)

    def _certain(self, turn: Turn, before: World, hearing: Hearing) -> World:
        """The world after a call; a server's error leaves open what became of it, so everything is."""
        status, operation = turn.entry.status, turn.call.operation.id
        if not turn.writes or 400 <= status < 500:
            return hearing.world
        if status >= 500:
            return EMPTY_WORLD
        addressed = [*self.rulebook.addressed(before, turn.exchange.request)]
        return after_write(self.conversation.family, operation, before, hearing.world, addressed)

    def _count(self, turn: Turn, hearing: Hearing) -> None:
        if not (self._exists(turn) and self._vetted.knows(turn.exchange)):
            hearing.refused.clear()
        self.tally.add(hearing)
        self.judged += 1

    def _exists(self, turn: Turn) -> bool:
        """Whether the traffic has shown that the contacts of a call are there."""
        beliefs = [self.world.belief(key) for key in self.rulebook.addressed(self.world, turn.exchange.request)]
        return bool(beliefs) and all(each is not None and each.state.get(EXISTS) is True for each in beliefs)

    def _forget(self, turn: Turn) -> None:
        """Forget the contacts that a call touches; all of them, where it is not known which those are."""
        touched = self._touched(turn)
        told = not isinstance(turn.entry.request_body, Unread)
        self.world = without(self.world, touched) if told else EMPTY_WORLD

    def _touched(self, turn: Turn) -> set[str]:
        request = turn.exchange.request
        prediction = self.rulebook.predict(self.world, request)
        named = {*prediction.named, *(effect.contact for effect in prediction.effects)}
        shown = {sighting.contact for sighting in self.rulebook.sightings(self.world, turn.exchange)}
        return named | shown | (set(self.rulebook.addressed(self.world, request)) if turn.writes else set())


def _unread(turns: list[Turn]) -> Iterator[int]:
    """The numbers of all calls but the writes whose contact is read before it is written to again."""
    following: dict[str, Turn] = {}
    for turn in reversed(turns):
        contact = _contact_of(turn)
        later = following.get(contact)
        if not turn.writes or later is None or later.writes or later.doubt:
            yield turn.entry.number
        if turn.writes or turn.call.operation.id in _READS:
            following[contact] = turn


def _contact_of(turn: Turn) -> str:
    """The id of the contact that a call was about, as far as the call shows it."""
    path = turn.exchange.request.path_params
    named = path.get("contactId") or path.get("externalId") or path.get("id") or ""
    answer = turn.exchange.response.json if turn.exchange.response else None
    return named or (str(answer.get("id")) if isinstance(answer, dict) else "")


def ended(entry: Entry) -> datetime:
    """When a call had its answer."""
    return entry.started + timedelta(seconds=entry.seconds)


def _together(turns: list[Turn]) -> Iterator[list[Turn]]:
    """Groups of calls that overlap, directly or by way of others."""
    group: list[Turn] = []
    for turn in turns:
        if group and not any(each.overlaps(turn) for each in group):
            yield group
            group = []
        group.append(turn)
    if group:
        yield group
