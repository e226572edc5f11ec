"""What the clauses say of updateContactByExternalId."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from contact_contracts.contract import Contract
from contact_contracts.exchange import ALMOST_RIGHT, STRANGERS, Json, Request
from contact_contracts.rulebook.conga.answers import (
    error_shape,
    own_id_taken,
    says_success,
    shows_no_record,
    shows_record,
)
from contact_contracts.rulebook.conga.demands import BAD_INPUT, Demand, demand
from contact_contracts.rulebook.conga.facts import Facts
from contact_contracts.rulebook.conga.features import features
from contact_contracts.rulebook.conga.labels import clause
from contact_contracts.rulebook.conga.payload import forgotten, payload_effect
from contact_contracts.rulebook.conga.state import id_key
from contact_contracts.rulebook.conga.write import after_write, elsewhere
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    AnswerRule,
    Belief,
    Clauses,
    Effect,
    Mixed,
    Must,
    Prediction,
    Value,
)
from contact_contracts.rulebook.world import World

BYSTANDERS = (clause("addressing.by-external-id"),)
NOWHERE = Belief(unknown=("",))
PAYLOAD = "IncludeRecordPayloadInResponse"
LOCKING = "EnforceOptimisticLocking"


class Flag(StrEnum):
    """What a boolean query parameter says."""

    ABSENT = "absent"
    ON = "true"
    OFF = "false"
    OTHER_CASE = "other case"
    """A spelling such as ``False``, which a server may refuse."""
    BAD = "bad"


_ASKS = {Flag.ON: True, Flag.OFF: False}


def flag(request: Request, name: str) -> Flag:
    """Read a boolean query parameter."""
    values = request.query_values(name)
    if not values:
        return Flag.ABSENT
    if len(values) > 1 or not values[0]:
        return Flag.OTHER_CASE
    if values[0] in ("true", "false"):
        return Flag(values[0])
    return Flag.OTHER_CASE if values[0].casefold() in ("true", "false", "1", "0") else Flag.BAD


def own_id(world: World, key: str) -> Value | None:
    """The Id that a contact is known to have."""
    belief = world.belief(id_key(key))
    value = belief.get("Id") if belief is not None else EMPTY
    return None if value is EMPTY else value


def predict_update(contract: Contract, facts: Facts, world: World, request: Request) -> Prediction:
    """The prediction for one PUT by external id."""
    key = request.path_params.get("externalId", "")
    named = _named(world, request)
    if request.credential in STRANGERS:
        more = {400, 403} if request.credential in ALMOST_RIGHT else ()  # of malformed ones no page speaks
        return _refused(key, ("error.missing-credentials",), frozenset({401, *more}), named)
    if "json" not in request.headers.get("content-type", "application/json"):
        return Prediction(effects=(Effect(key, Must.EITHER),), when_refused=(error_shape(),), named=named)
    before = world.belief(key) or NOWHERE
    wish = _wish(contract, facts, world, request)
    if request.credential == "restricted":
        return _forbidden(key, before, wish, named)
    if not before.alternatives and before.state.get(EXISTS) is False:
        rules = ("addressing.unknown", *wish.reasons)
        statuses = frozenset({404, *wish.statuses} if wish.reasons else {404})
        body = request.json if isinstance(request.json, dict) else {}
        said_first = not body or "Id" in body  # that there is nothing to change, or that it is no record's Id
        return _refused(key, rules, statuses | {400} if said_first else statuses, named)
    if wish.reasons:
        there = before.state.get(EXISTS) is True
        statuses = wish.statuses if there or not wish.statuses else wish.statuses | {404}
        return _refused(key, wish.reasons, statuses, named)
    return _taken(facts, world, request, before, wish, named)


def _wish(contract: Contract, facts: Facts, world: World, request: Request) -> Demand:
    """What the body and the query ask for, and why it must be refused."""
    key = request.path_params.get("externalId", "")
    if not isinstance(request.json, dict):
        return Demand(reasons=("error.bad-request",))
    wish = demand(contract.operations["updateContactByExternalId"], request.json, facts, own_id(world, key))
    if Flag.BAD in (flag(request, PAYLOAD), flag(request, LOCKING)):
        return replace(wish, reasons=(*wish.reasons, BAD_INPUT))
    return wish


def _forbidden(key: str, before: Belief, wish: Demand, named: dict[str, Clauses]) -> Prediction:
    if wish.reasons or before.state.get(EXISTS) is not True:
        return _refused(key, ("error.forbidden", *wish.reasons), frozenset(), named)
    return _refused(key, ("error.forbidden",), frozenset({403}), named)


def _refused(key: str, rules: tuple[str, ...], statuses: frozenset[int], named: dict[str, Clauses]) -> Prediction:
    reasons = tuple(clause(rule) for rule in dict.fromkeys(rules))
    effect = Effect(key, Must.REFUSE, reasons=reasons, statuses=statuses)
    return Prediction((effect,), when_refused=(error_shape(),), bystanders=BYSTANDERS, named=named)


def _named(world: World, request: Request) -> dict[str, Clauses]:
    """No Id of any contact changes; and a contact whose Id is in the body stays as it is."""
    named: dict[str, Clauses] = {}
    addressed = world.belief(request.path_params.get("externalId", ""))
    is_there = addressed is None or addressed.state.get(EXISTS) is not False
    wanted = request.json.get("Id") if isinstance(request.json, dict) and is_there else None
    for key, belief in world.contacts.items():
        if key.startswith("id:"):
            named[key] = (clause("id.never-changes"),)
            if wanted is not None and belief.get("Id") == wanted:
                named.setdefault(key.removeprefix("id:"), (clause("id.mismatch-refused"),))
        elif belief.otherwise and not callable(belief.otherwise):
            named[key] = _suspected(belief.otherwise)
    return named


def _suspected(earlier: Clauses) -> Clauses:
    """One suspicion is enough until the next read, unless this call's is seen to be true elsewhere."""
    if tuple(earlier) == BYSTANDERS:
        return earlier
    return Mixed.of(tuple(earlier), (*getattr(earlier, "candidates", ()), *BYSTANDERS))


def _taken(
    facts: Facts, world: World, request: Request, before: Belief, wish: Demand, named: dict[str, Clauses]
) -> Prediction:
    key = request.path_params.get("externalId", "")
    body: dict[str, Json] = request.json
    after, sent = after_write(before, body, wish.unclear, shown=_ASKS.get(flag(request, PAYLOAD)))
    open_rule, readings = _open_rule(request, wish)
    must = Must.EITHER if _left_open(request, before, wish) else Must.ACCEPT
    moved: tuple[Effect, ...] = ()
    if "ExternalId" in body:
        after, moved = elsewhere(after, body["ExternalId"], key)
    effect = Effect(
        key,
        must,
        after,
        features=features(
            key, body, {name: flag(request, name).value for name in (PAYLOAD, LOCKING)}, url=request.url
        ),
        open_clause=clause(open_rule) if open_rule else "",
        readings=readings,
    )
    shown = _shown(facts, world, request, after, sent)
    return Prediction(
        effects=(effect, *shown, *moved),
        when_accepted=_rules(world, request, key, sure=must is Must.ACCEPT, readable=facts.readable),
        when_refused=(error_shape(),),
        bystanders=BYSTANDERS,
        named=named,
        valid=must is Must.ACCEPT,
    )


def _shown(
    facts: Facts, world: World, request: Request, after: Belief, sent: tuple[str, ...]
) -> tuple[Effect, ...]:
    key = request.path_params.get("externalId", "")
    if flag(request, PAYLOAD) is Flag.ON and not after.alternatives:
        return (payload_effect(key, after, sent, readable=facts.readable),)
    return forgotten(world, key)


def _rules(world: World, request: Request, key: str, *, sure: bool, readable: bool) -> tuple[AnswerRule, ...]:
    shown = _shown_or_not(world, request, key, readable=readable)
    shown = (*shown, says_success()) if sure else shown
    own = own_id(world, key)
    return (*shown, own_id_taken()) if own is not None and request.json.get("Id") == own else shown


def _shown_or_not(world: World, request: Request, key: str, *, readable: bool) -> tuple[AnswerRule, ...]:
    """What the answer shows. Where a read can follow, that one tells whether the Id shown is the record's."""
    match flag(request, PAYLOAD):
        case Flag.ON:
            return (shows_record(key, None if readable else own_id(world, key)),)
        case Flag.ABSENT:
            return (shows_no_record("payload.off-by-default"),)
        case Flag.OFF:
            return (shows_no_record("payload.off-when-false"),)
        case _:
            off = (request.query_value(PAYLOAD) or "").casefold() == "false"
            return (shows_no_record("payload.off-when-false"),) if off else ()


def _left_open(request: Request, before: Belief, wish: Demand) -> bool:
    """Whether the documents leave open that the call is taken, or too little is known of the contact."""
    queries = (flag(request, PAYLOAD), flag(request, LOCKING))
    odd = Flag.OTHER_CASE in queries or queries[1] is Flag.ON
    asked = wish.open_rules or wish.unclear or wish.doubtful
    return bool(asked or odd or before.state.get(EXISTS) is not True)


def _open_rule(request: Request, wish: Demand) -> tuple[str, tuple[str, str]]:
    """The one open clause of which the answer is a reading, with the names of both readings."""
    if flag(request, LOCKING) is Flag.ON:
        stale = "ETag" in request.json and wish.open_rules == ("fields.system-sent-back",) and not wish.unclear
        return ("locking.stale" if stale else ""), ("accepted", "refused")
    if len(wish.open_rules) != 1 or wish.unclear or wish.doubtful:
        return "", ("", "")
    rule = wish.open_rules[0]
    names = {
        "id.null": ("as if absent", "refused"),
        "external-id.in-body": ("", "refused"),
    }
    return rule, names.get(rule, ("tolerated or ignored", "refused"))
