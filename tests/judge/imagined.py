"""A rulebook that predicts what a test tells it to, and calls with their answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from contact_contracts.contract import load_contract
from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.judge.hearing import Hearing, hear
from contact_contracts.rulebook.prediction import Acceptance, Belief, Cell, Prediction, Sighting
from contact_contracts.rulebook.world import World, seen

CONTRACT = load_contract("everbridge")
KEY = "5001"
FIELD = "everbridge.fields.each-written"
OPEN = "everbridge.fields.null"
GENERAL = "everbridge.error.refused-changes-nothing"
SERVER = "everbridge.schema.no-server-error"
LIFECYCLE = "everbridge.lifecycle.any-sequence"
JSON = {"content-type": "application/json"}


@dataclass
class Imagined:
    """Predicts, reads acceptance and sees contacts as it was told."""

    prediction: Prediction = field(default_factory=Prediction)
    seen: tuple[Sighting, ...] = ()
    outcome: Acceptance | None = None
    family: str = "everbridge"

    def addressed(self, world: World, request: Request) -> Iterable[str]:  # noqa: ARG002 - as the protocol says
        """Always the one contact."""
        return (KEY,)

    def predict(self, world: World, request: Request) -> Prediction:  # noqa: ARG002 - as the protocol says
        """What the test said."""
        return self.prediction

    def acceptance(self, request: Request, response: Response, prediction: Prediction) -> tuple[Acceptance, ...]:  # noqa: ARG002 - as the protocol says
        """By status, unless the test said otherwise."""
        told = Acceptance.ACCEPTED if response.ok else Acceptance.REFUSED
        return tuple(self.outcome or told for _ in prediction.effects)

    def sightings(self, world: World, exchange: Exchange) -> tuple[Sighting, ...]:  # noqa: ARG002 - as the protocol says
        """What the test said."""
        return self.seen


def exchange(status: int | None = 200, *, number: int = 1, body: bytes = b"{}", trouble: str = "") -> Exchange:
    """A PUT with its answer; without a status there is none."""
    request = Request("", "PUT", "https://eb.example/contacts/12/5001", body=b"{}")
    response = None if status is None else Response(status, JSON, body)
    return Exchange(number, request, response, trouble)


def judged(
    belief: Belief | None = None,
    *,
    prediction: Prediction | None = None,
    sighting: Sighting | None = None,
    status: int | None = 200,
    outcome: Acceptance | None = None,
) -> Hearing:
    """Judge one call about one contact."""
    world = World({} if belief is None else {KEY: belief})
    sightings = () if sighting is None else (sighting,)
    rulebook = Imagined(prediction or Prediction(), sightings, outcome)
    return hear(rulebook, CONTRACT, world, exchange(status))


def believed(**cells: Cell) -> Belief:
    """A written contact that is yet to be read."""
    state = {aspect: cell.values[0] for aspect, cell in cells.items() if cell.values}
    return replace(seen(state), cells=cells)


def broken(hearing: Hearing) -> list[tuple[str, ...]]:
    """The clauses of each breach."""
    return [evidenced.breach.clauses for evidenced in hearing.breaches]
