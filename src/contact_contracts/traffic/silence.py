"""A rulebook that says nothing, for calls of which it is not known whom they were about."""

from __future__ import annotations

from collections.abc import Iterable

from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.rulebook.bird.gates import BY_IDENTIFIER
from contact_contracts.rulebook.bird.identifiers import FIRST_ALIAS, owner
from contact_contracts.rulebook.bird.state import pairs
from contact_contracts.rulebook.prediction import Acceptance, Prediction, Sighting
from contact_contracts.rulebook.world import World


class SilentRulebook:
    """Predicts nothing, so that only the form of an answer is judged."""

    def __init__(self, family: str) -> None:
        self.family = family

    def addressed(self, world: World, request: Request) -> Iterable[str]:  # noqa: ARG002 - says nothing
        """No contact that is known."""
        return ()

    def predict(self, world: World, request: Request) -> Prediction:  # noqa: ARG002 - says nothing
        """Nothing."""
        return Prediction()

    def acceptance(
        self,
        request: Request,  # noqa: ARG002 - says nothing
        response: Response,  # noqa: ARG002 - says nothing
        prediction: Prediction,  # noqa: ARG002 - says nothing
    ) -> tuple[Acceptance, ...]:
        """Nothing."""
        return ()

    def sightings(self, world: World, exchange: Exchange) -> tuple[Sighting, ...]:  # noqa: ARG002 - says nothing
        """Nothing."""
        return ()


def is_anybodys(family: str, world: World, request: Request) -> bool:
    """Whether a call turns on who has an identifier, and the traffic does not show that.

    A run of the suite only names identifiers that it gave out itself, so its rulebook takes all others for new.
    """
    if family != "bird" or request.credential != "default":
        return False
    if request.operation == BY_IDENTIFIER:
        key, value = (request.path_params.get(name, "") for name in ("identifierKey", "identifierValue"))
        if owner(world, key, value) is None:
            return True
    body = request.json
    if not isinstance(body, dict) or body.get("strategy") != FIRST_ALIAS:
        return False
    return any(owner(world, key, value) is None for key, value in pairs(body.get("addIdentifiers")))
