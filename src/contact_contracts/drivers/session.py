"""A conversation with one target: every call goes through the door and straight before the judge."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from contact_contracts.contract import Contract
from contact_contracts.drivers.api import is_web_page
from contact_contracts.drivers.lag import Lag
from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.judge.hearing import Hearing, hear, lifecycle_of
from contact_contracts.judge.lateness import disown
from contact_contracts.judge.tally import Tally
from contact_contracts.rulebook.prediction import Belief
from contact_contracts.rulebook.world import EMPTY_WORLD, Rulebook, World
from contact_contracts.transport import Blocked, Call, Door, NotAllowed
from contact_contracts.transport.door import NO_CONNECTION, READING, READING_OPERATIONS, is_repeatable

POLL_SECONDS = 0.05
"""Between the first reads of a target that is allowed to lag; later ones are further apart."""
PATIENCE = 0.25
"""The part of the time waited so far that is waited before the next read."""


@dataclass
class Session:
    """Sends calls, lets the judge hear each, and keeps what is known of the target's contacts."""

    door: Door
    contract: Contract
    rulebook: Rulebook
    tally: Tally = field(default_factory=Tally)
    world: World = EMPTY_WORLD
    test: str = ""
    """Node id of the test that is driving."""
    focus: tuple[str, ...] = ()
    """The clauses that it is about."""
    own: set[str] = field(default_factory=set)
    """Contact keys that writes may address: made by the run, named by the target file, or known to be nobody's."""
    clock: Callable[[], float] = time.monotonic
    gone: str = ""
    """Why the target cannot be worked with any more; from then on nothing is sent."""
    alive: Callable[[], bool] = lambda: True
    """Asks the target for a sign of life after a broken message; drivers set it."""
    lag: Lag = field(init=False)
    spoken: bool = False
    """Whether the target has answered as an API may."""
    page: str = ""
    """What answered with a web page, for the first time."""

    def __post_init__(self) -> None:
        """Begin without knowing how long reads really lag."""
        self.lag = Lag(self.door.target.read_after_write_seconds, self.clock)

    def call(self, call: Call, *, judged: bool = True) -> Exchange:
        """Send a call and let the judge hear it. Blocked when the target is gone; NotAllowed as the door says."""
        exchange = self._exchange(self.door.request(call))
        self.lag.begins(exchange)
        if judged:
            self._commit(self._hear(exchange))
        return exchange

    def judge(self, exchange: Exchange) -> None:
        """Let the judge hear a call that was sent unjudged, once it is clear that a test can work at all."""
        self._commit(self._hear(exchange))

    def read(self, call: Call) -> Exchange:
        """Send a read; where the target may lag, repeat it until it shows what is expected or time is up."""
        request = self.door.request(call)
        started = self.clock()
        pause = self.lag.still_to_wait(certain=not self._would_only_learn(request))
        repeated = False
        while True:
            if pause:
                self.door.sleep(pause)
            exchange = self._exchange(request)
            hearing = self._hear(exchange)
            waited = self.clock() - started
            if not hearing.breaches:
                self.lag.learn(waited=bool(pause), repeated=repeated)
            if not hearing.breaches or waited >= self.lag.most:
                return self._believed(exchange, hearing)
            pause, repeated = max(POLL_SECONDS, waited * PATIENCE), True

    def _believed(self, exchange: Exchange, hearing: Hearing) -> Exchange:
        """Commit a read; what shows something wrong for the first time is read again, lest the read was late."""
        if all(self.tally.has(wrong.breach) for wrong in hearing.shown_wrong):
            self._commit(hearing)
            return exchange
        again = self._exchange(exchange.request)
        second = self._hear(again)
        if second.shown_wrong:
            self._commit(hearing)
            second = self._hear(again)
        else:
            disown(hearing, second, lifecycle_of(self.contract))
        self._commit(second)
        return again

    def _would_only_learn(self, request: Request) -> bool:
        """Whether a stale answer could pass for the truth, because nothing certain is expected."""
        beliefs = [self.world.belief(key) for key in self.rulebook.addressed(self.world, request)]
        return any(
            belief is None
            or "" in belief.unknown
            or belief.alternatives
            or belief.on_read is not None
            or any(cell.readings for cell in belief.cells.values())
            for belief in beliefs
        )

    def believe(self, contact: str, belief: Belief | None) -> None:
        """Tell the session what a driver knows of a contact without a call; None forgets."""
        self.world = self.world.with_beliefs({contact: belief})

    def _hear(self, exchange: Exchange) -> Hearing:
        return hear(self.rulebook, self.contract, self.world, exchange)

    def _commit(self, hearing: Hearing) -> None:
        self.world = hearing.world
        self.tally.add(hearing, self.test, self.focus)

    def _exchange(self, request: Request) -> Exchange:
        self._check_addressed(request)
        if self.gone:
            raise Blocked(self.gone)
        exchange = self.door.send(request)
        if exchange.response is not None:
            self._listen(request, exchange.response)
            return exchange
        problem = f"{request.operation}: {exchange.trouble}"
        if not exchange.trouble.startswith(NO_CONNECTION) and self.alive():
            if not is_repeatable(request):
                raise Blocked(problem)  # twice sent, it may be twice done
            if self._breaks_again(request):
                return replace(exchange, trouble=f"{exchange.trouble}, each time this is sent")
        self.gone = problem
        raise Blocked(problem)

    def _breaks_again(self, request: Request) -> bool:
        """Whether this very request breaks the target again, and nothing else does."""
        return self.door.send(request).response is None and self.alive()

    @property
    def no_api(self) -> str:
        """Why this is no API: all it ever answered are web pages, as a login page or a proxy does. Else empty."""
        return "" if self.spoken or not self.page else f"{self.page} instead of JSON: check base_url"

    def _listen(self, request: Request, response: Response) -> None:
        if not is_web_page(response):
            self.spoken = True
        elif not self.page:
            self.page = f"{request.operation} answered {response.content_type or 'a web page'}"

    def _check_addressed(self, request: Request) -> None:
        operation = request.operation
        if request.method in READING or operation in READING_OPERATIONS or operation.startswith("create"):
            return
        for key in self.rulebook.addressed(self.world, request):
            if key not in self.own:
                raise NotAllowed(f"{operation} addresses contact {key}, which is not the run's to change")
