"""What the clauses say of updateContactsBatch: each row as one contact, and what a failed row must look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from contact_contracts.contract import Contract
from contact_contracts.exchange import NOT_JSON, STRANGERS, Json, Request
from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.everbridge.aliases import aliases, look_alikes, made_by
from contact_contracts.rulebook.everbridge.answers import doubtful_rows, error_shape, rows_reported
from contact_contracts.rulebook.everbridge.demands import demand, features, kinds_of_text
from contact_contracts.rulebook.everbridge.facts import Facts
from contact_contracts.rulebook.everbridge.labels import batched, clause, explained_by, feature, refusal
from contact_contracts.rulebook.everbridge.replacement import draft_replacement
from contact_contracts.rulebook.everbridge.single import LAST_PUT, NOWHERE, explain_unapplied, kind_of_id
from contact_contracts.rulebook.everbridge.state import SCALARS, scalar
from contact_contracts.rulebook.prediction import EXISTS, READING, Belief, Clauses, Effect, Mixed, Must, Prediction
from contact_contracts.rulebook.values import as_int, is_empty
from contact_contracts.rulebook.world import World

BYSTANDERS = (clause("batch.others-untouched"),)
SILENCE = clause("batch.bad-row-reported")
LEFT_OUT = "good rows are left out"


def row_contact(world: World, request: Request, row: Json) -> str | None:
    """The key of the contact that a row addresses; None when it is not known which that is."""
    if not isinstance(row, dict):
        return None
    if request.query_value("idType") != "externalId":
        identifier = row.get("id")
        return None if is_empty(identifier) else str(as_int(identifier))
    return world.find("externalId", row.get("externalId"))


def rows_sent(request: Request) -> list[Json]:
    """The rows of a batch; a body that is no array, but may be taken for one, is a row itself."""
    return request.json if isinstance(request.json, list) else [request.json]


def predict_batch(contract: Contract, facts: Facts, world: World, request: Request) -> Prediction:
    """The prediction for one batch."""
    rows = request.json
    gate = _gate(facts, request)
    if gate is not None:
        return _refused_whole(world, request, *gate)
    if not isinstance(rows, list) or request.query_value("updateType") not in (None, "full", "partial"):
        return _refused_whole(world, request, "schema.bad-input-refused", frozenset())
    effects = tuple(
        _row_effect(contract, facts, world, request, row, number) for number, row in enumerate(rows, start=1)
    )
    nobody = _row_for_nobody(world, request, rows, effects)
    certain = all(_is_certain(effect) or effect.row == nobody for effect in effects)
    if not _distinct(world, effects, rows) or not certain:
        # Without row numbers, because what is said of one row says nothing of its contact.
        return Prediction(effects=tuple(Effect(e.contact, Must.EITHER) for e in effects))
    effects = _isolated(world, effects)
    made = made_by(rows[nobody - 1], SILENCE, nobody) if nobody else ()
    return Prediction(
        effects=(*effects, *_aliases(world, rows, effects), *made),
        when_accepted=(rows_reported(effects),),
        when_refused=(error_shape(),),
        bystanders=BYSTANDERS,
        named=_owners(world, rows, effects),
        valid=all(effect.must is Must.ACCEPT for effect in effects),
    )


def _gate(facts: Facts, request: Request) -> tuple[str, frozenset[int]] | None:
    if request.credential in STRANGERS:
        return "error.missing-credentials", frozenset({401})
    if facts.organization_id not in ("", request.path_params.get("organizationId")):
        return "batch.unknown-organization", frozenset({401})
    if request.json is NOT_JSON or request.query_value("idType") not in (None, "id", "externalId"):
        return "schema.bad-input-refused", frozenset()
    return None


def _refused_whole(world: World, request: Request, rule: str, statuses: frozenset[int]) -> Prediction:
    keys = [row_contact(world, request, row) or "" for row in rows_sent(request)] or [""]
    reasons = (clause(rule),)
    effects = tuple(Effect(key, Must.REFUSE, reasons=reasons, statuses=statuses) for key in keys)
    return Prediction(effects=effects, when_refused=(error_shape(),), bystanders=BYSTANDERS)


def _row_effect(
    contract: Contract, facts: Facts, world: World, request: Request, row: Json, number: int
) -> Effect:
    key = row_contact(world, request, row) or ""
    if row is None:  # what null means is open for fields, and a server may drop it wherever it is
        return Effect(key, Must.EITHER, row=number)
    owner = _owner(world, request, row, key)
    wish = demand(contract.operations["updateContactsBatch"], row, facts, taken=bool(owner), row=True)
    if wish.reasons:
        reasons = tuple(dict.fromkeys(refusal(rule, batch=True) for rule in wish.reasons))
        skipped = (clause("batch.updates-each"),)  # a row that is left out whatever it holds
        unseen = () if key else skipped  # no read tells what became of a row for nobody
        narrower = {refusal(rule, batch=True): explained_by(rule, batch=True) + unseen for rule in wish.reasons}
        narrower[SILENCE] = skipped
        return Effect(key, Must.REFUSE, reasons=reasons, row=number, unreported=(SILENCE,), narrower=narrower)
    known = world.belief(key)
    if known is None or known.state.get(EXISTS) is False or wish.unclear:
        return Effect(key, Must.EITHER, row=number)
    before = known
    after, update_type = _after(before, row, facts, request)
    if wish.open_rule or wish.strange or update_type == "partial":
        return Effect(key, Must.EITHER, after, row=number)
    named = (*_addressing_features(world, request, row, before), *features(row, before))
    found = (feature(name, rule, batch=True) for name, rule in named)
    return Effect(key, Must.ACCEPT, after, features=tuple(dict.fromkeys(found)), row=number)


def _addressing_features(
    world: World, request: Request, row: dict[str, Json], before: Belief
) -> Iterator[tuple[str, str]]:
    """(name, rule) of how a row says which contact it is about."""
    by = request.query_value("idType")
    yield f"idType={by or 'id, unsaid'}", "addressing.uri-names-the-contact"
    if by != "externalId":
        return
    external_id = row.get("externalId")
    key = row_contact(world, request, row)
    for kind in (*kinds_of_text(str(external_id)), *look_alikes(world, key, external_id)):
        yield f"idType=externalId with {kind}", "addressing.by-external-id"
    if "id" in row:
        yield f"{kind_of_id(world, row['id'], before)} in the row", "addressing.body-id-ignored"


def _after(before: Belief, row: dict[str, Json], facts: Facts, request: Request) -> tuple[Belief | None, str]:
    update_type = request.query_value("updateType") or ""
    if update_type == "partial":
        return None, update_type
    full = _full(before, row, facts)
    if update_type == "full":
        return full, update_type
    partial = _partial(before, row)
    reading = (("full", full), ("partial", partial))
    return replace(
        full, cells={}, explain=None, alternatives=reading, open_clause=clause("batch.default-update-type")
    ), update_type


def _full(before: Belief, row: dict[str, Json], facts: Facts) -> Belief:
    draft = Draft(before, batched)
    draft_replacement(draft, row, facts, external_id_rule="external-id.changes")
    draft.keep("id", "addressing.uri-names-the-contact")
    draft.expect(EXISTS, True, "addressing.uri-names-the-contact", telling=False)
    return draft.belief(explain=explain_unapplied(before, draft, "addressing.uri-names-the-contact"))


def _partial(before: Belief, row: dict[str, Json]) -> Belief:
    """Scalars that the row does not name stay; what happens inside arrays is not documented."""
    draft = Draft(before, batched)
    for name in SCALARS:
        if is_empty(row.get(name)):
            draft.keep(name, "fields.each-written")
        else:
            draft.expect(name, scalar(name, row[name]), "fields.each-written")
    for prefix in ("path", "address", "attribute[", "topic[", "group[", "recordType", "id"):
        draft.unclear(prefix)
    return draft.belief()


def _owner(world: World, request: Request, row: Json, key: str) -> str:
    external_id = row.get("externalId") if isinstance(row, dict) else None
    if request.query_value("idType") == "externalId" or not isinstance(external_id, str) or not external_id:
        return ""
    owner = world.find("externalId", external_id)
    return owner if owner is not None and owner != key else ""


def _is_certain(effect: Effect) -> bool:
    """Whether it is known what a row is about, or that nothing may come of it."""
    return bool(effect.contact) or effect.must is Must.REFUSE


def _row_for_nobody(world: World, request: Request, rows: list[Json], effects: tuple[Effect, ...]) -> int:
    """The number of the one row whose contact does not exist, where all others must be done; else 0.

    A server may make the contact or say that the row failed. It may not say that all was done, and do nothing.
    """
    lost = [effect for effect in effects if effect.must is not Must.ACCEPT]
    if len(lost) != 1 or lost[0].must is not Must.EITHER or lost[0].row is None:
        return 0
    row = rows[lost[0].row - 1]
    if not isinstance(row, dict) or not _has_external_id(row) or "/" in row["externalId"]:
        return 0
    by_external_id = request.query_value("idType") == "externalId"
    sought = (f"ext:{row['externalId']}",) if by_external_id else (lost[0].contact, f"ext:{row['externalId']}")
    return lost[0].row if all(_is_gone(world, key) for key in sought) else 0


def _is_gone(world: World, key: str) -> bool:
    known = world.belief(key)
    return known is not None and known.confirmed and known.state.get(EXISTS) is False


def _distinct(world: World, effects: tuple[Effect, ...], rows: list[Json]) -> bool:
    """Whether no row depends on what becomes of another one: the documents give rows no order.

    No two of them speak of one contact, or of one external id, unless it is that of one of their contacts.
    """
    contacts = Counter(effect.contact for effect in effects if effect.contact)
    external_ids = Counter(row["externalId"] for row in rows if isinstance(row, dict) and _has_external_id(row))
    wanted = {
        effect.contact: row.get("externalId")
        for effect, row in zip(effects, rows, strict=True)
        if isinstance(row, dict)
    }
    owners = {external_id: world.find("externalId", external_id) for external_id in external_ids}
    kept = {external_id for external_id, owner in owners.items() if owner and wanted.get(owner) == external_id}
    given_up = any(owner in wanted and external_id not in kept for external_id, owner in owners.items())
    shared = any(times > 1 for external_id, times in external_ids.items() if external_id not in kept)
    return not given_up and not shared and all(times == 1 for times in contacts.values())


def _has_external_id(row: dict[str, Json]) -> bool:
    return isinstance(row.get("externalId"), str) and bool(row["externalId"])


def _isolated(world: World, effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """Beside a row that may fail, whether the good ones happen is open."""
    if all(effect.must is Must.ACCEPT for effect in effects):
        return effects
    refused = {effect.row for effect in effects if effect.must is Must.REFUSE and effect.row is not None}
    first = min(refused | doubtful_rows(effects), default=0)
    return tuple(_after_another(_beside_a_bad_row(world, effect), first) for effect in effects)


def _after_another(effect: Effect, first: int) -> Effect:
    """A server that leaves rows out beside a bad one need not get to the bad ones after it."""
    if effect.must is not Must.REFUSE or effect.row is None or effect.row <= first:
        return effect
    reading = f"{clause('batch.bad-row-isolation')}{READING}{LEFT_OUT}"
    return replace(effect, narrower={**effect.narrower, SILENCE: (*effect.narrower.get(SILENCE, ()), reading)})


def _beside_a_bad_row(world: World, effect: Effect) -> Effect:
    before = world.belief(effect.contact)
    if effect.must is not Must.ACCEPT or effect.accepted is None:
        return effect
    if before is None:
        return replace(effect, must=Must.EITHER, accepted=None)
    untouched = Belief(state=before.state, unknown=before.unknown)
    after = Belief(
        state={aspect: value for aspect, value in before.state.items() if aspect != LAST_PUT},
        unknown=("",),
        alternatives=(("good rows are done", effect.accepted), (LEFT_OUT, untouched)),
        open_clause=clause("batch.bad-row-isolation"),
    )
    return replace(effect, must=Must.EITHER, accepted=after)


def _aliases(world: World, rows: list[Json], effects: tuple[Effect, ...]) -> list[Effect]:
    """What becomes of the external ids that the rows change; sure only where every row must be done."""
    sure = all(effect.must is Must.ACCEPT for effect in effects)
    label = batched("external-id.changes")
    return [
        alias
        for row, effect in zip(rows, effects, strict=True)
        if effect.must is not Must.REFUSE
        for alias in aliases(world, world.belief(effect.contact) or NOWHERE, row, label, sure=sure, row=effect.row)
    ]


def _owners(world: World, rows: list[Json], effects: tuple[Effect, ...]) -> dict[str, Clauses]:
    """Contacts whose external id a row wants, and which must not change for that."""
    subjects = {effect.contact for effect in effects}
    named: dict[str, Clauses] = {}
    for row in rows:
        owner = world.find("externalId", row.get("externalId")) if isinstance(row, dict) else None
        if owner is not None and owner not in subjects:
            named[owner] = Mixed.of((clause("batch.external-id-taken"),), BYSTANDERS)
    return named
