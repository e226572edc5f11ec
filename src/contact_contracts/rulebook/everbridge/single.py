"""What the clauses say of updateContact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contact_contracts.contract import Contract
from contact_contracts.exchange import NOT_JSON, STRANGERS, Json, Request
from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.everbridge.aliases import GIVEN_UP_BY, GIVEN_UP_UNDER, aliases, look_alikes
from contact_contracts.rulebook.everbridge.answers import error_shape, modification
from contact_contracts.rulebook.everbridge.demands import Demand, demand, features, kinds_of_text
from contact_contracts.rulebook.everbridge.facts import Facts
from contact_contracts.rulebook.everbridge.labels import clause, feature, refusal, single
from contact_contracts.rulebook.everbridge.replacement import draft_replacement
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    SUB,
    Aspect,
    Belief,
    Cell,
    Clauses,
    Effect,
    Feature,
    Mixed,
    Must,
    Prediction,
    State,
)
from contact_contracts.rulebook.values import as_int
from contact_contracts.rulebook.world import World

NOWHERE = Belief(unknown=("",))
"""The belief about a contact of which nothing is known."""

TWINS = (
    ("the organization", "error.unknown-organization"),
    ("the contact", "error.unknown-contact"),
    ("the credentials", "error.missing-credentials"),
    ("an external id of its own", "external-id.taken-is-refused"),
    ("a body within the contract", "schema.bad-input-refused"),
)
"""What every legal call has right, as the legal twin of a call that has it wrong."""

ADDRESSED_ANEW = "a new externalId while addressing", "external-id.changes-while-addressing"
ADDRESSED_BY_ITS_OWN = "the externalId that addresses it", "external-id.taken-is-refused"

LAST_PUT = "~last PUT"
"""Remembers the call that made a contact what it is."""

BYSTANDERS = (clause("addressing.uri-names-the-contact"),)


def contact_key(world: World, request: Request) -> str | None:
    """The key of the contact that the path names; None when it is not known which that is."""
    wanted = request.path_params.get("contactId", "")
    if request.query_value("idType") != "externalId":
        return str(as_int(wanted)) if wanted else None
    return world.find("externalId", wanted)


def predict_update(contract: Contract, facts: Facts, world: World, request: Request) -> Prediction:
    """The prediction for one PUT."""
    key = contact_key(world, request)
    gate = _gate(facts, world, request, key)
    if gate is not None:
        return _stopped(contract, facts, request, key or _mistaken(world, request) or _alias(request), *gate)
    if key is None:
        return Prediction()
    before = world.belief(key) or NOWHERE
    body = request.json
    if _unsure(world, request):
        return _unclear(world, before, body, key)
    owner = _owner(world, body, key)
    wish = demand(contract.operations["updateContact"], body, facts, taken=owner is not None)
    if wish.reasons:
        reasons = tuple(refusal(rule, batch=False) for rule in wish.reasons)
        named: dict[str, Clauses] = (
            {owner: Mixed.of((clause("external-id.taken-is-refused"),), BYSTANDERS)} if owner else {}
        )
        return _refused(Effect(key, Must.REFUSE, reasons=reasons), named)
    if wish.unclear:
        return _unclear(world, before, body, key)
    return _accepted(facts, world, request, key, wish)


def _unclear(world: World, before: Belief, body: Json, key: str) -> Prediction:
    """The documents do not say what happens; afterwards nothing is known of the contact."""
    sent = body if isinstance(body, dict) else {}
    effects = (Effect(key, Must.EITHER), *aliases(world, before, sent, ((), ()), sure=False))
    return Prediction(effects=effects, bystanders=BYSTANDERS, named=_named(sent, key))


def _gate(facts: Facts, world: World, request: Request, key: str | None) -> tuple[str, frozenset[int]] | None:
    """The rule, and the fitting statuses, by which a call is refused before its body counts."""
    wanted = request.path_params.get("contactId", "")
    if request.credential in STRANGERS:
        return "error.missing-credentials", frozenset({401})
    organization = request.path_params.get("organizationId", "")
    if facts.organization_id not in ("", organization):
        # Without an organization the URI has an empty segment, which many routers do not know.
        return "error.unknown-organization", frozenset({401}) if organization else frozenset({401, 404})
    by = request.query_value("idType")
    if by not in (None, "id", "externalId") or request.json is NOT_JSON:
        return "schema.bad-input-refused", frozenset()
    if _unsure(world, request):
        return None
    if by != "externalId" and not isinstance(as_int(wanted), int):
        return "error.unknown-contact", frozenset({400, 404})
    known = world.belief(key if by != "externalId" and key else f"ext:{wanted}")
    gone = known is not None and known.confirmed and known.state.get(EXISTS) is False
    mistaken = ("addressing.by-external-id", frozenset[int]())
    known_as = mistaken if _mistaken(world, request) else (_finds_nothing_by(known), frozenset({404}))
    return known_as if gone else None


def _finds_nothing_by(known: Belief | None) -> str:
    """The rule by which a name finds nothing: the one under which it was given up, or that nobody has it."""
    given_up = known.get(GIVEN_UP_UNDER) if known is not None else EMPTY
    if isinstance(given_up, tuple) and given_up:
        return str(given_up[0]).removeprefix(clause(""))
    return "error.unknown-contact"


def _mistaken(world: World, request: Request) -> str:
    """The contact whose id stands where an external id is asked for; empty when there is none."""
    wanted = request.path_params.get("contactId", "")
    by_external_id = request.query_value("idType") == "externalId"
    return wanted if by_external_id and world.belief(wanted) is not None else ""


def _alias(request: Request) -> str:
    """The external id that a URI names, as a key."""
    wanted = request.path_params.get("contactId", "")
    return f"ext:{wanted}" if request.query_value("idType") == "externalId" else ""


def _found_before(world: World, external_id: str) -> bool:
    """Whether a read found somebody by this external id."""
    alias = world.belief(f"ext:{external_id}")
    return alias is not None and alias.confirmed and bool(alias.state.get(EXISTS))


def _unsure(world: World, request: Request) -> bool:
    """Whether the URI has an encoded slash by which no read has found the contact: not every router can."""
    wanted = request.path_params.get("contactId", "")
    return "/" in wanted and not _found_before(world, wanted)


def _stopped(
    contract: Contract, facts: Facts, request: Request, key: str, rule: str, statuses: frozenset[int]
) -> Prediction:
    """A call to refuse before its body counts; what a server looks at first is its own choice."""
    reasons: Clauses = (clause(rule),)
    if request.json is not NOT_JSON and request.credential not in STRANGERS:
        wish = demand(contract.operations["updateContact"], request.json, facts, taken=False)
        if wish.reasons:
            reasons, statuses = (*reasons, *(clause(reason) for reason in wish.reasons)), frozenset()
        elif wish.open_rule or wish.unclear:
            return _refused(Effect(key, Must.EITHER))
    # Whoever takes a call for nobody, or refuses it otherwise, does so with a mistaken and a former name, too.
    named = ("addressing.by-external-id", "external-id.changes", "external-id.changes-while-addressing")
    narrower = {clause(name): (clause("error.unknown-contact"),) for name in named}
    refused = _refused(Effect(key, Must.REFUSE, reasons=reasons, statuses=statuses, narrower=narrower))
    if request.query_value("idType") != "externalId":
        return refused
    # Where a name that finds nobody is taken for somebody's, that is why this one changes.
    return replace(refused, bystanders=Mixed.of(BYSTANDERS, reasons))


def _refused(effect: Effect, named: dict[str, Clauses] | None = None) -> Prediction:
    return Prediction(effects=(effect,), when_refused=(error_shape(),), bystanders=BYSTANDERS, named=named or {})


def _owner(world: World, body: Json, key: str) -> str | None:
    """Another contact that owns the body's external id."""
    external_id = body.get("externalId") if isinstance(body, dict) else None
    if not isinstance(external_id, str) or not external_id:
        return None
    owner = world.find("externalId", external_id)
    return owner if owner != key else None


def _accepted(facts: Facts, world: World, request: Request, key: str, wish: Demand) -> Prediction:
    known = world.belief(key)
    before = known or NOWHERE
    body = request.json
    by_external_id = request.query_value("idType") == "externalId"
    rule = "external-id.changes-while-addressing" if by_external_id else "external-id.changes"
    draft = Draft(before, single)
    draft_replacement(draft, body, facts, external_id_rule=rule)
    _identity(draft, key, body)
    fingerprint = (request.url, request.body)
    draft.remember(LAST_PUT, fingerprint)
    after = draft.belief(explain=explain_unapplied(before, draft, _addressing_rule(request, key)))
    if before.confirmed and before.state.get(LAST_PUT) == fingerprint:
        after = _repeated(before)
    open_rule = wish.open_rule if wish.open_rule != "several" else ""
    must = Must.EITHER if wish.open_rule or wish.strange or known is None else Must.ACCEPT
    effect = Effect(
        key,
        must,
        after,
        features=_features(world, request, before) if must is Must.ACCEPT else (),
        open_clause=clause(open_rule) if open_rule else "",
        readings=("", "refused") if open_rule == "required-fields" else ("accepted", "refused"),
    )
    return Prediction(
        effects=(effect, *aliases(world, before, body, single(rule), sure=must is Must.ACCEPT)),
        when_accepted=(modification(key),),
        when_refused=(error_shape(),),
        bystanders=BYSTANDERS,
        named=_named(body, key),
        valid=must is Must.ACCEPT,
    )


def _repeated(before: Belief) -> Belief:
    """The same PUT once more leaves whatever the first one left."""
    return replace(before, otherwise=(clause("replace.idempotent"),), telling=True, refusal="")


def _identity(draft: Draft, key: str, body: Json) -> None:
    rule = "addressing.body-id-ignored" if "id" in body else "addressing.uri-names-the-contact"
    draft.expect("id", as_int(key), rule, telling=True)
    draft.expect(EXISTS, True, rule, telling=False)


def _addressing_rule(request: Request, key: str) -> str:
    if "id" in request.json and as_int(request.json["id"]) != as_int(key):
        return "addressing.body-id-ignored"
    if request.query_value("idType") == "externalId":
        return "addressing.by-external-id"
    return "addressing.uri-names-the-contact"


class _Unapplied:
    """Explains a contact that reads exactly as before, although much should have changed."""

    def __init__(self, before: Belief, cells: dict[Aspect, Cell], clauses: Clauses, narrower: Clauses) -> None:
        self.before = before
        self.cells = cells
        self.clauses = clauses
        self.narrower = narrower

    def __call__(self, observed: State, broken: tuple[Aspect, ...]) -> Clauses:
        kinds = {self.cells[aspect].clauses for aspect in broken if aspect in self.cells}
        untouched = all(observed.get(aspect, EMPTY) == self.before.get(aspect) for aspect in self.cells)
        whole = any(SUB not in aspect for aspect in broken)
        return self.clauses if untouched and whole and (len(kinds) > 1 or self.narrower) else ()


def explain_unapplied(before: Belief, draft: Draft, rule: str) -> _Unapplied:
    """An explanation by a rule for a write that had no effect at all."""
    misled = rule == "addressing.body-id-ignored"  # then fields of one kind tell enough
    narrower = (clause("fields.each-written"),) if misled else ()
    return _Unapplied(before, draft.cells, draft.label(rule)[0], narrower)


def _features(world: World, request: Request, before: Belief) -> tuple[Feature, ...]:
    found = [feature(name, rule, batch=False) for name, rule in features(request.json, before)]
    if "id" in request.json:
        kind = kind_of_id(world, request.json["id"], before)
        found.append(feature(f"{kind} in the body", "addressing.body-id-ignored", batch=False))
    if request.query_value("idType") == "id":
        found.append(feature("idType=id", "addressing.uri-names-the-contact", batch=False))
    if request.query_value("idType") == "externalId":
        wanted = request.path_params.get("contactId", "")
        kinds = (*kinds_of_text(wanted), *look_alikes(world, contact_key(world, request), wanted))
        names = ("idType=externalId", *(f"idType=externalId with {kind}" for kind in kinds))
        found += [feature(name, "addressing.by-external-id", batch=False) for name in names]
        changes = before.get("externalId") != request.json.get("externalId")
        name, rule = ADDRESSED_ANEW if changes else ADDRESSED_BY_ITS_OWN
        found.append(feature(name, rule, batch=False))
    found += [feature(name, "external-id.changes", batch=False) for name in _kinds_of_external_id(world, request)]
    found += [feature(name, rule, batch=False) for name, rule in TWINS]
    return tuple(dict.fromkeys(found))


def _kinds_of_external_id(world: World, request: Request) -> Iterator[str]:
    """What is special about an external id that nobody else has."""
    new = request.json.get("externalId")
    own = world.belief(contact_key(world, request) or "")
    known = world.belief(f"ext:{new}")
    if (
        known is not None
        and known.state.get(EXISTS) is False
        and known.get(GIVEN_UP_BY) != (own and own.get("id"))
    ):
        yield "an externalId that another contact gave up"
    others = (belief.get("externalId") for belief in world.contacts.values() if belief is not own)
    if any(isinstance(other, str) and other != new and other.lower() == str(new).lower() for other in others):
        yield "an externalId that differs in its case only"


def kind_of_id(world: World, identifier: Json, before: Belief) -> str:
    """Whose id it is, and of which JSON type."""
    small = isinstance(identifier, int) and abs(identifier) < 10
    kind = repr(identifier) if small else type(identifier).__name__
    if as_int(identifier) == before.get("id"):
        return f"the contact's own id ({kind})"
    return f"another contact's id ({kind})" if world.belief(str(as_int(identifier))) else f"an id ({kind})"


def _named(body: Json, key: str) -> dict[str, Clauses]:
    identifier = str(as_int(body.get("id"))) if "id" in body else key
    ignored = Mixed.of((clause("addressing.body-id-ignored"),), BYSTANDERS)
    return {identifier: ignored} if identifier != key else {}
