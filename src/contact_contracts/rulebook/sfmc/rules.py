"""The Marketing Cloud rulebook: predictions call by call."""

from __future__ import annotations

from collections.abc import Iterable

from contact_contracts.contract import Contract
from contact_contracts.exchange import Exchange, Json, Request, Response
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    Acceptance,
    Belief,
    Effect,
    Must,
    Prediction,
    Sighting,
    State,
)
from contact_contracts.rulebook.sfmc import answers
from contact_contracts.rulebook.sfmc.address import address
from contact_contracts.rulebook.sfmc.facts import ID, ID_ASPECT, KEY, Facts
from contact_contracts.rulebook.sfmc.labels import ANY_SEQUENCE, clause
from contact_contracts.rulebook.sfmc.state import flatten, found_items, of_contact
from contact_contracts.rulebook.sfmc.update import (
    LAST_IDS,
    MESSAGES,
    Lenient,
    last_ids,
    memory,
    predict_update,
)
from contact_contracts.rulebook.values import as_int
from contact_contracts.rulebook.world import World

NOTHING = Prediction()
NOBODY_ELSE = (clause(ANY_SEQUENCE),)
"""Says that making and removing contacts leaves the others alone."""
IDS_KEPT = 12
"""Message ids of how many answers are remembered."""


class SfmcRulebook:
    """What the Marketing Cloud documents say, for an account with known facts."""

    family = "sfmc"

    def __init__(self, contract: Contract, facts: Facts) -> None:
        self.contract = contract
        self.facts = facts

    def addressed(self, world: World, request: Request) -> Iterable[str]:
        """The keys of the contacts that a call would change, or that a search is for."""
        if request.operation == "updateContacts":
            return address(request.json, self.facts, world).contacts
        if request.operation == "searchAttributes":
            key, _ = searched(request.json)
            return [] if key is None else [key]
        if request.operation == "deleteContacts":
            return [key or "(unknown)" for key in _deleted(world, request)]
        return []

    def predict(self, world: World, request: Request) -> Prediction:
        """What the clauses say of a call, given what is known."""
        if request.operation == "updateContacts":
            return predict_update(self.facts, world, request)
        if request.operation == "createContact":
            return _creation(world, request.json)
        if request.operation == "deleteContacts":
            effects = [Effect(key, Must.EITHER) for key in _deleted(world, request) if key]
            return Prediction(effects=(*effects, memory(world)), bystanders=NOBODY_ELSE)
        return NOTHING

    def acceptance(
        self,
        request: Request,  # noqa: ARG002 - other families need it
        response: Response,
        prediction: Prediction,
    ) -> tuple[Acceptance, ...]:
        """What the answer says happened to each effect; the body decides, not the status alone."""
        return tuple(_outcome(effect, response) for effect in prediction.effects)

    def sightings(self, world: World, exchange: Exchange) -> tuple[Sighting, ...]:
        """The contact that a search for one key shows, and the message id of an update's answer."""
        request, response = exchange.request, exchange.response
        if response is None or not response.ok:
            return ()
        if request.operation == "updateContacts":
            return _message(world, response)
        if request.operation == "searchAttributes" and request.credential == "default":
            return self._found(world, request, response)
        return ()

    def _found(self, world: World, request: Request, response: Response) -> tuple[Sighting, ...]:
        key, asked = searched(request.json)
        items = found_items(response.json)
        if key is None or items is None or KEY not in asked:
            return ()
        shown = of_contact(items, key)
        if not shown:
            return (Sighting(key, None),)
        state = flatten(shown, self.facts)
        if set(asked) >= set(self.facts.asked()):
            return (Sighting(key, state),)
        return (Sighting(key, self._asked_only(world, key, asked, state), partial=True, confirms=False),)

    def _asked_only(self, world: World, key: str, asked: list[str], state: State) -> State:
        """What was asked for, with what is not there told apart from what was not asked."""
        wanted = {ID_ASPECT} if ID in asked else set()
        believed = world.belief(key)
        for attributes in self.facts.sets.values():
            if all(f"{attributes.name}.{name}" in asked for name in attributes.types):
                wanted |= {a for a in (believed.state if believed else ()) if attributes.owns(a)}
                wanted |= {a for a in state if attributes.owns(a)}
        return {aspect: state.get(aspect, EMPTY) for aspect in wanted}


def searched(body: Json) -> tuple[str | None, list[str]]:
    """The one contact key that a search is for, if that is its only condition, and what it asks for."""
    try:
        asked = [entry["key"] for entry in body["request"]["attributes"]]
        conditions = body["conditionSet"]["conditions"]
        (condition,) = conditions
        (key,) = condition["value"]["items"]
        one = condition["attribute"]["key"] == KEY and condition["operator"] == "Equals"
        alone = not body["conditionSet"].get("conditionSets")
    except (KeyError, TypeError, ValueError, AttributeError):
        return None, []
    return (key if one and alone and isinstance(key, str) else None), [a for a in asked if isinstance(a, str)]


def _outcome(effect: Effect, response: Response) -> Acceptance:
    if effect.contact == MESSAGES:
        return Acceptance.ACCEPTED
    outcome = answers.accepted(response, effect.must)
    if isinstance(effect, Lenient) and outcome is Acceptance.REFUSED:
        return effect.when_refused
    return outcome


def _message(world: World, response: Response) -> tuple[Sighting, ...]:
    found = answers.message_id(answers.result(response))
    if found is None:
        return ()
    return (Sighting(MESSAGES, {LAST_IDS: (*last_ids(world), found)[-IDS_KEPT:]}),)


def _creation(world: World, body: Json) -> Prediction:
    key = body.get("contactKey") if isinstance(body, dict) else None
    if not isinstance(key, str) or not key:
        return NOTHING
    made = Effect(key, Must.EITHER, Belief(state={EXISTS: True}, unknown=("",)))
    return Prediction(effects=(made, memory(world)), bystanders=NOBODY_ELSE)


def _deleted(world: World, request: Request) -> list[str | None]:
    """The keys of the contacts that a deletion names; None for one that is not known."""
    body = request.json
    values = body.get("values") if isinstance(body, dict) else None
    if not isinstance(values, list):
        return []
    if request.query_value("type") == "ids":
        return [world.find(ID_ASPECT, as_int(value)) for value in values]
    return [value if isinstance(value, str) else None for value in values]
