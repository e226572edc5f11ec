"""The Bird rulebook: predictions call by call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from contact_contracts.contract import Contract
from contact_contracts.exchange import Exchange, Json, Request, Response
from contact_contracts.rulebook.bird.agreement import FRESH, compare_answer
from contact_contracts.rulebook.bird.answers import (
    body_id_rules,
    phone_name,
    query_rules,
    time_rules,
    was_left_out,
)
from contact_contracts.rulebook.bird.facts import Facts
from contact_contracts.rulebook.bird.gates import BY_IDENTIFIER, subject
from contact_contracts.rulebook.bird.labels import (
    answered,
    clause,
    identifiers_of,
    is_read_only_key,
    read_only_of,
)
from contact_contracts.rulebook.bird.state import (
    AS_SHOWN,
    ATTRIBUTE,
    COMPUTED,
    answered_state,
    attribute,
    flatten,
    listed_identifiers,
    listed_properties,
    property_shown,
    read_only,
)
from contact_contracts.rulebook.bird.update import predict_update
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    Acceptance,
    Aspect,
    Belief,
    Effect,
    Must,
    Prediction,
    Sighting,
    State,
    Value,
)
from contact_contracts.rulebook.values import is_empty
from contact_contracts.rulebook.world import World

NOTHING = Prediction()
UPDATES = ("updateContact", BY_IDENTIFIER)
GONE = Belief(state={EXISTS: False})


class BirdRulebook:
    """What the Bird documents say, for a workspace with known facts."""

    family = "bird"

    def __init__(self, contract: Contract, facts: Facts) -> None:
        self.contract = contract
        self.facts = facts

    def addressed(self, world: World, request: Request) -> Iterable[str]:
        """The keys of the contacts that a call would change."""
        return [subject(world, request).key]

    def predict(self, world: World, request: Request) -> Prediction:
        """What the clauses say of a call, given what is known."""
        if request.operation in UPDATES:
            return predict_update(self.contract, self.facts, world, request)
        contact = request.path_params.get("contactId", "")
        if request.operation == "createContact":
            return Prediction(bystanders=(clause("lifecycle.any-sequence"),))
        if request.operation == "deleteContact":
            effects = (Effect(contact, Must.EITHER, GONE), Effect(identifiers_of(contact), Must.EITHER, GONE))
            return Prediction(effects=effects, bystanders=(clause("lifecycle.any-sequence"),))
        if request.operation == "getContact" and self._is_ours(request):
            agreement = compare_answer(world, contact)
            rules = (
                *time_rules(world, (contact,)),
                *query_rules(world, request, contact, self.facts),
                *body_id_rules(world, contact),
                phone_name(),
            )
            return Prediction(effects=(agreement,) if agreement else (), when_accepted=rules)
        return NOTHING

    def acceptance(
        self,
        request: Request,  # noqa: ARG002 - the answer's status says it all
        response: Response,
        prediction: Prediction,
    ) -> tuple[Acceptance, ...]:
        """What the answer says happened to each effect; what must not be written must not, whatever it says."""
        refused = Acceptance.REFUSED if 400 <= response.status < 500 else Acceptance.UNKNOWN
        said = Acceptance.ACCEPTED if response.ok else refused
        return tuple(
            Acceptance.ACCEPTED if is_read_only_key(effect.contact) else said for effect in prediction.effects
        )

    def sightings(self, world: World, exchange: Exchange) -> tuple[Sighting, ...]:
        """What an answer shows of a contact, or that it is not there."""
        request, response = exchange.request, exchange.response
        if response is None or not self._is_ours(request):
            return ()
        if request.operation in UPDATES:
            return (*self._answer(world, request, response), *_first_shown(world, response))
        contact = request.path_params.get("contactId", "")
        if request.operation == "listContactIdentifiers":
            return _listing(world, contact, response)
        asked = request.query_values("attribute")
        if request.operation != "getContact":
            return ()
        return (*self._read(world, contact, asked, response), *_first_shown(world, response))

    def _is_ours(self, request: Request) -> bool:
        here = request.path_params.get("workspaceId", "").lower()
        return request.credential == "default" and self.facts.workspace_id.lower() in ("", here)

    def _answer(self, world: World, request: Request, response: Response) -> Iterator[Sighting]:
        """The contact in the answer to an update: what is stored is left to a read, where there is one."""
        body = response.json
        if not response.ok or not isinstance(body, dict):
            return
        contact = self._shown(world, request, body)
        state = flatten(body, self.facts)
        if self.facts.reads:
            if request.operation != BY_IDENTIFIER and state["id"] not in (contact, str(None)):
                return  # of another contact, which is a breach of its own
            derived = {name: state.get(name, EMPTY) for name in (*COMPUTED, *_open_questions(world, contact))}
            yield Sighting(contact, derived, partial=True, confirms=False)
            yield Sighting(answered(contact), {**answered_state(body, self.facts), FRESH: True})
        else:
            yield Sighting(contact, state, confirms=False)
        yield from self._read_only(world, contact, body, confirms=False)

    def _shown(self, world: World, request: Request, body: dict[str, Json]) -> str:
        """The key of the contact that an update was about; the world already knows of a contact just made."""
        if request.operation != BY_IDENTIFIER:
            return request.path_params.get("contactId", "")
        pair = f"{request.path_params.get('identifierKey')}={request.path_params.get('identifierValue')}"
        if world.belief(pair) is not None:
            return pair
        return str(body.get("id"))

    def _read(self, world: World, contact: str, asked: Sequence[str], response: Response) -> Iterator[Sighting]:
        body = response.json
        if response.status == 404:
            yield Sighting(contact, None)
        if not response.ok or not isinstance(body, dict):
            return
        hidden = _hidden(world, contact, asked, body, self.facts)
        yield Sighting(contact, {**flatten(body, self.facts), **hidden})
        said = world.belief(answered(contact))
        if said is not None and said.cells:
            shown = {**answered_state(body, self.facts), **hidden}
            yield Sighting(answered(contact), _comparable(said, shown))
        yield from self._read_only(world, contact, body, confirms=True)

    def _read_only(
        self, world: World, contact: str, body: dict[str, Json], *, confirms: bool
    ) -> Iterator[Sighting]:
        noted = world.belief(read_only_of(contact))
        if noted is None or not noted.cells:
            return
        state = flatten(body, self.facts)
        shown = {attribute(key): state.get(read_only(key), EMPTY) for key in self.facts.read_only}
        wanted = {aspect: value for aspect, value in shown.items() if aspect in noted.cells}
        yield Sighting(read_only_of(contact), wanted, partial=True, confirms=confirms)


def _first_shown(world: World, response: Response) -> Iterator[Sighting]:
    """The derived members that an answer is the first of all to show; that they are shown is all that is kept."""
    body = response.json if response.ok and isinstance(response.json, dict) else {}
    for name in COMPUTED:
        if not is_empty(body.get(name)) and world.belief(name + AS_SHOWN) is None:
            yield Sighting(name + AS_SHOWN, {})


def _hidden(world: World, contact: str, asked: Sequence[str], body: Json, facts: Facts) -> dict[Aspect, Value]:
    """Attributes that a query may have hidden or brought to light: they are taken to be as believed."""
    belief = world.belief(contact)
    if not asked or belief is None:
        return {}
    shown = flatten(body, facts)
    there = {name: value for name, value in belief.state.items() if name.startswith((ATTRIBUTE, "~text["))}
    hidden = {name: value for name, value in there.items() if name not in shown and not belief.is_unknown(name)}
    if belief.otherwise or belief.refusal:
        return hidden
    return hidden | {attribute(key): EMPTY for key in asked if was_left_out(belief, key, facts)}


def _open_questions(world: World, contact: str) -> list[str]:
    belief = world.belief(contact)
    return [aspect for aspect, cell in belief.cells.items() if cell.readings] if belief else []


def _comparable(said: Belief, read: State) -> State:
    """What both answers carry of the members that may be left out."""
    optional = ("createdAt", "updatedAt", "workspaceId", "featuredIdentifiers", *COMPUTED)
    return {
        name: said.get(name) if name in optional and value is not EMPTY and said.get(name) is EMPTY else value
        for name, value in read.items()
    } | {name: said.get(name) for name in optional if name not in read and said.get(name) is not EMPTY}


def _listing(world: World, contact: str, response: Response) -> tuple[Sighting, ...]:
    body = response.json
    key = identifiers_of(contact)
    if response.status == 404:
        return (Sighting(key, None),)
    if not response.ok or not isinstance(body, dict):
        return ()
    results = body.get("results")
    belief = world.belief(key)
    watched = belief.state if belief is not None else {}  # of what others said of identifiers, nothing is known
    said = [one for one in listed_properties(results) if one[1] in watched]
    first = (property_shown(name) for name, _, _ in said if world.belief(property_shown(name)) is None)
    state = {**listed_identifiers(results), **{aspect: value for _, aspect, value in said}}
    return (Sighting(key, state), *(Sighting(name, {}) for name in dict.fromkeys(first)))
