"""The Conga rulebook: predictions call by call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contact_contracts.contract import Contract
from contact_contracts.exchange import Exchange, Json, Request, Response
from contact_contracts.rulebook.conga.answers import bounced_not_null
from contact_contracts.rulebook.conga.facts import Facts
from contact_contracts.rulebook.conga.labels import clause
from contact_contracts.rulebook.conga.payload import agreement
from contact_contracts.rulebook.conga.state import flatten, flatten_whole, id_key, payload_key, record_in
from contact_contracts.rulebook.conga.update import predict_update
from contact_contracts.rulebook.prediction import (
    EXISTS,
    Acceptance,
    Belief,
    Effect,
    Must,
    Prediction,
    Sighting,
    Value,
)
from contact_contracts.rulebook.world import World

NOTHING = Prediction()
SUBJECT = "updateContactByExternalId"
READS = ("getContactByExternalId", "getContact")
REMOVALS = ("deleteContactByExternalId", "deleteContact")
NOT_FOUND = 404


class CongaRulebook:
    """What the Conga documents say, for an organization with known facts.

    A contact's key is the external id that addresses it. Its Id is watched under a key of its own (``id:…``),
    so that it stays known whatever becomes of the fields; so is the record in an answer.
    """

    family = "conga"

    def __init__(self, contract: Contract, facts: Facts) -> None:
        self.contract = contract
        self.facts = facts

    def addressed(self, world: World, request: Request) -> Iterable[str]:
        """The keys of the contacts that a call would change."""
        return [contact_key(world, request) or "(unknown)"]

    def predict(self, world: World, request: Request) -> Prediction:
        """What the clauses say of a call, given what is known."""
        if request.operation == SUBJECT:
            return predict_update(self.contract, self.facts, world, request)
        key = contact_key(world, request)
        if key is None or request.credential != "default":
            return NOTHING
        if request.operation in READS:
            return Prediction(effects=agreement(world, key), when_accepted=(bounced_not_null(key),))
        if request.operation in REMOVALS:
            return _removal(world, key)
        return Prediction(effects=(Effect(key, Must.EITHER),))

    def acceptance(self, request: Request, response: Response, prediction: Prediction) -> tuple[Acceptance, ...]:
        """What the answer says happened; an envelope of failure is none of success, whatever its status."""
        failed = isinstance(response.json, dict) and response.json.get("Success") is False
        if request.operation in READS or (response.ok and not failed):
            outcome = Acceptance.ACCEPTED if response.ok else Acceptance.UNKNOWN
            return tuple(outcome for _ in prediction.effects)
        return tuple(_not_done(effect, response) for effect in prediction.effects)

    def sightings(self, world: World, exchange: Exchange) -> tuple[Sighting, ...]:
        """The contact that a read shows, or that it is not there; and the record in an update's answer."""
        request, response = exchange.request, exchange.response
        if response is None or request.credential != "default":
            return ()
        key = contact_key(world, request)
        if key is None:
            return ()
        if request.operation == SUBJECT:
            return tuple(self._payload(world, key, response))
        return tuple(self._read(world, key, request, response)) if request.operation in READS else ()

    def _payload(self, world: World, key: str, response: Response) -> Iterator[Sighting]:
        record = record_in(response.json, key) if response.ok else None
        if record is not None and world.belief(payload_key(key)) is not None:
            yield Sighting(payload_key(key), flatten_whole(record, self.facts))

    def _read(self, world: World, key: str, request: Request, response: Response) -> Iterator[Sighting]:
        record = record_in(response.json, key) if response.ok else None
        by_id = request.operation == "getContact"
        if record is not None and by_id and _is_anothers(record, key):
            yield _not_by_its_id(key)
        elif record is not None:
            yield Sighting(key, flatten(record, self.facts))
            yield from self._beside(world, key, record)
        elif not _shows_nothing(response):
            return
        elif by_id:
            yield _not_by_its_id(key)
        else:
            yield Sighting(key, None)

    def _beside(self, world: World, key: str, record: dict[str, Json]) -> Iterator[Sighting]:
        identifier = record.get("Id")
        if identifier not in (None, ""):
            yield Sighting(id_key(key), {"Id": str(identifier)}, partial=True)
        if world.belief(payload_key(key)) is not None:
            yield Sighting(payload_key(key), flatten_whole(record, self.facts))


def _not_done(effect: Effect, response: Response) -> Acceptance:
    """What an answer that is no success says. Only a 4xx surely refuses; where a refusal must be, all else counts
    as one with a wrong status, be it a redirection or a success by status alone."""
    refused = response.status >= 400 or effect.must is Must.REFUSE
    return Acceptance.REFUSED if refused else Acceptance.UNKNOWN


def _not_by_its_id(key: str) -> Sighting:
    """A contact that its first Id no longer finds. Reads by external id go on to tell which Id it has."""
    return Sighting(id_key(key), None, clauses=(clause("id.never-changes"),), confirms=False)


def _removal(world: World, key: str) -> Prediction:
    """A removal changes no other contact; one of which an update is suspected already stays so."""
    effects = (Effect(key, Must.EITHER, Belief(state={EXISTS: False})), Effect(id_key(key), Must.EITHER))
    suspected = {k: b.otherwise for k, b in world.contacts.items() if b.otherwise and not callable(b.otherwise)}
    return Prediction(effects, bystanders=(clause("lifecycle.any-sequence"),), named=suspected)


def contact_key(world: World, request: Request) -> str | None:
    """The key of the contact that a path names; None when it is not known which that is."""
    external_id = request.path_params.get("externalId")
    if external_id is not None:
        return external_id
    return key_of_id(world, request.path_params.get("id", ""))


def key_of_id(world: World, identifier: Value) -> str | None:
    """The key of the one contact that has an Id; None when none is known to have it, or several are."""
    watched = ((key, belief) for key, belief in world.contacts.items() if key.startswith("id:"))
    found = [key for key, belief in watched if _has_id(belief, identifier)]
    return found[0].removeprefix("id:") if len(found) == 1 else None


def _has_id(belief: Belief, identifier: Value) -> bool:
    return belief.get("Id") == identifier and belief.state.get(EXISTS) is True


def _is_anothers(record: dict[str, Json], key: str) -> bool:
    """Whether a record says that it is not the one with an external id, spelled however."""
    shown = record.get("ExternalId")
    return isinstance(shown, str) and shown.strip().casefold() not in ("", key.strip().casefold())


def _shows_nothing(response: Response) -> bool:
    """Whether an answer says that there is no such record."""
    if response.status == NOT_FOUND:
        return True
    body = response.json
    if not response.ok or not isinstance(body, dict):
        return False
    return body.get("StatusCode") == "NotFound" or ("Data" in body and body["Data"] in (None, [], {}))
