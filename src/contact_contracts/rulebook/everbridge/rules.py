"""The Everbridge rulebook: predictions call by call."""

from __future__ import annotations

from collections.abc import Iterable

from contact_contracts.contract import Contract
from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.rulebook.everbridge.answers import batch_acceptance
from contact_contracts.rulebook.everbridge.batch import predict_batch, row_contact, rows_sent
from contact_contracts.rulebook.everbridge.facts import Facts
from contact_contracts.rulebook.everbridge.labels import clause
from contact_contracts.rulebook.everbridge.single import contact_key, predict_update
from contact_contracts.rulebook.everbridge.state import flatten
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    Acceptance,
    AnswerRule,
    Belief,
    Effect,
    Must,
    Prediction,
    Sighting,
    State,
)
from contact_contracts.rulebook.values import as_int
from contact_contracts.rulebook.world import World

NOTHING = Prediction()


class EverbridgeRulebook:
    """What the Everbridge documents say, for an organization with known facts."""

    family = "everbridge"

    def __init__(self, contract: Contract, facts: Facts) -> None:
        self.contract = contract
        self.facts = facts

    def addressed(self, world: World, request: Request) -> Iterable[str]:
        """The keys of the contacts that a call would change."""
        if request.operation == "updateContactsBatch":
            rows = (row for row in rows_sent(request) if isinstance(row, dict))
            return [row_contact(world, request, row) or _unheard(request, row) for row in rows]
        if request.operation == "removeContactsFromGroup":
            return [str(key) for key in (request.json if isinstance(request.json, list) else [])]
        return [contact_key(world, request) or f"ext:{request.path_params.get('contactId', '')}"]

    def predict(self, world: World, request: Request) -> Prediction:
        """What the clauses say of a call, given what is known."""
        if request.operation == "updateContact":
            return predict_update(self.contract, self.facts, world, request)
        if request.operation == "updateContactsBatch":
            return predict_batch(self.contract, self.facts, world, request)
        if request.operation == "deleteContact":
            return _deletion(world, request)
        if request.operation == "updateContactPartially":
            return Prediction(effects=(Effect(contact_key(world, request) or "", Must.EITHER),))
        if request.operation == "removeContactsFromGroup" and isinstance(request.json, list):
            return Prediction(effects=tuple(Effect(str(as_int(i)), Must.EITHER) for i in request.json))
        return _look_up(world, request) if request.operation == "getContact" else NOTHING

    def acceptance(self, request: Request, response: Response, prediction: Prediction) -> tuple[Acceptance, ...]:
        """What the answer says happened to each effect."""
        if request.operation == "updateContactsBatch":
            return batch_acceptance(response, prediction.effects)
        if response.ok:
            return tuple(Acceptance.ACCEPTED for _ in prediction.effects)
        refused = Acceptance.REFUSED if 400 <= response.status < 500 else Acceptance.UNKNOWN
        return tuple(refused for _ in prediction.effects)

    def sightings(self, world: World, exchange: Exchange) -> tuple[Sighting, ...]:
        """The contact that a getContact shows, or that it is not there."""
        request, response = exchange.request, exchange.response
        if request.operation != "getContact" or response is None or request.credential != "default":
            return ()
        if self.facts.organization_id not in ("", request.path_params.get("organizationId")):
            return ()
        wanted = request.path_params.get("contactId", "")
        by_external_id = request.query_value("idType") == "externalId"
        if response.status == 404:
            return self._not_found(world, wanted, by_external_id)
        result = response.json.get("result") if isinstance(response.json, dict) else None
        if not response.ok or not isinstance(result, dict):
            return ()
        return self._found(world, result, wanted, by_external_id)

    def _found(
        self, world: World, result: dict[str, object], wanted: str, by_external_id: bool
    ) -> tuple[Sighting, ...]:
        state = flatten(result, self.facts)
        if not by_external_id:
            return (_by_id(wanted, state),)
        alias = Sighting(f"ext:{wanted}", {}, partial=True)
        key = state.get("id")
        if world.belief(alias.contact) is None and state.get("externalId", wanted) != wanted:
            alias = Sighting(alias.contact, None)  # whom it shows is not known by that name
        if key is None:
            return (alias,)
        owner = world.find("externalId", wanted)
        if owner not in (None, str(key)):
            return (alias, *self._lost(world, owner))
        return (alias, Sighting(str(key), state, clauses=(clause("addressing.by-external-id"),)))

    def _not_found(self, world: World, wanted: str, by_external_id: bool) -> tuple[Sighting, ...]:
        if not by_external_id:
            return (Sighting(wanted, None),)
        if "/" in wanted:
            return ()  # not every router can tell an encoded slash from a plain one
        alias = Sighting(f"ext:{wanted}", None, clauses=(clause("addressing.by-external-id"),))
        return (alias, *self._lost(world, world.find("externalId", wanted)))

    def _lost(self, world: World, owner: str | None) -> tuple[Sighting, ...]:
        """The owner of an external id by which it was not found."""
        belief = world.belief(owner) if owner else None
        if owner is None or belief is None or not belief.confirmed:
            return ()
        return (Sighting(owner, None, clauses=(clause("addressing.by-external-id"),), confirms=False),)


def _by_id(wanted: str, state: State) -> Sighting:
    """What a read by id shows; of another contact only its id, for no more is said of this one."""
    shown = state.get("id", EMPTY)
    if shown is EMPTY or str(shown) == str(as_int(wanted)):
        return Sighting(wanted, state)
    return Sighting(wanted, {"id": shown}, partial=True, confirms=False)


def _unheard(request: Request, row: dict[str, object]) -> str:
    """What to call a contact that a row names and nobody knows."""
    by_external_id = request.query_value("idType") == "externalId"
    return f"ext:{row.get('externalId', '')}" if by_external_id else "(unknown)"


def _look_up(world: World, request: Request) -> Prediction:
    """A name that nobody was ever given finds, if anybody, a contact that shows it."""
    wanted = request.path_params.get("contactId", "")
    if request.query_value("idType") != "externalId" or world.belief(f"ext:{wanted}") is not None:
        return NOTHING

    def check(response: Response) -> str | None:
        result = response.json.get("result") if isinstance(response.json, dict) else None
        shown = result.get("externalId") if isinstance(result, dict) else None
        return None if shown in (None, "", wanted) else f"a contact with the external id {shown!r}"

    rule = AnswerRule((clause("addressing.by-external-id"),), f"a contact with the external id {wanted!r}", check)
    return Prediction(when_accepted=(rule,))


def _deletion(world: World, request: Request) -> Prediction:
    key = contact_key(world, request)
    if key is None:
        return NOTHING
    gone = Effect(key, Must.EITHER, Belief(state={EXISTS: False}))
    before = world.belief(key)
    external_id = before.get("externalId") if before is not None else EMPTY
    return Prediction(
        effects=(gone,) if external_id is EMPTY else (gone, Effect(f"ext:{external_id}", Must.EITHER))
    )
