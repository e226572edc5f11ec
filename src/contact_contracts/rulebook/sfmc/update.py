"""What the clauses say of updateContacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from contact_contracts.exchange import NOT_JSON, STRANGERS, Json, Request
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    Acceptance,
    AnswerRule,
    Belief,
    Cell,
    Effect,
    Feature,
    Must,
    Prediction,
    Value,
)
from contact_contracts.rulebook.sfmc import answers
from contact_contracts.rulebook.sfmc.address import Address, address, bystanders, look_alikes
from contact_contracts.rulebook.sfmc.demands import BAD_INPUT, Demand, attribute_values, demand, kind_features
from contact_contracts.rulebook.sfmc.facts import CASINGS, ID_ASPECT, Facts
from contact_contracts.rulebook.sfmc.labels import (
    ALL_ITEMS,
    ALL_SETS,
    BOTH,
    BY_ID,
    BY_KEY,
    DISAGREEING,
    ID_CASING,
    PAGE_EXAMPLE,
    TYPES,
    UNKNOWN,
    UPDATED,
    clause,
    feature,
)
from contact_contracts.rulebook.sfmc.sent import is_page_example
from contact_contracts.rulebook.sfmc.values import delicate
from contact_contracts.rulebook.sfmc.writing import changes, draft_update
from contact_contracts.rulebook.world import World

NOWHERE: Final = Belief(unknown=("",))
MESSAGES: Final = "~message ids"
"""Stands among the contacts for what earlier answers said; it is nobody."""
LAST_IDS: Final = "~last"
PARTIAL: Final = "sets.partial-failure"
UNCHANGED: Final = "error.refused-changes-nothing"
MALFORMED: Final = frozenset({"empty", "foreign", "misplaced"})
"""Credentials that are no bearer token in form."""
TWINS: Final = (
    ("a key or an id", "addressing.key-or-id-required"),
    ("sets", "sets.required"),
    ("a name in each set", "sets.name-required"),
    ("the credentials", "error.missing-credentials"),
    ("JSON", "error.malformed"),
    ("a body within the contract", BAD_INPUT),
)
"""What every legal call has right, as the legal twin of a call that has it wrong."""


@dataclass(frozen=True)
class Lenient(Effect):
    """An effect whose refusal does not promise that nothing was written."""

    when_refused: Acceptance = Acceptance.UNKNOWN
    """What a refusal counts as: nothing known, or (ACCEPTED) what the alternatives tell apart."""


def predict_update(facts: Facts, world: World, request: Request) -> Prediction:
    """The prediction for one PATCH."""
    body = request.json
    where = address(body, facts, world)
    gate = _gate(request)
    if gate is not None:
        return _refused(world, where, (gate[0],), gate[1])
    wish = demand(body, facts)
    if "json" not in request.headers.get("content-type", "json"):
        return _nobody_known(world, where)
    if wish.reasons:
        return _refused(world, where, wish.reasons, frozenset(), unknown=wish.unknown)
    return _well_formed(facts, world, where, body, wish)


def _well_formed(facts: Facts, world: World, where: Address, body: dict[str, Json], wish: Demand) -> Prediction:
    if where.rule == DISAGREEING:
        return _disagreeing(facts, world, where, body)
    if where.rule == UNKNOWN:
        return _unknown_key(world, where)
    if not where.contact or world.belief(where.contact) is None:
        return _nobody_known(world, where)
    if wish.unknown or wish.unclear or where.unclear:
        return _unclear(facts, world, where, body, wish)
    return _accepted(facts, world, where, body)


def _gate(request: Request) -> tuple[str, frozenset[int]] | None:
    """The rule that keeps a call out, and the statuses that do. A header of another form is malformed, too."""
    if request.credential in STRANGERS:
        return "error.missing-credentials", frozenset({400, 401} if request.credential in MALFORMED else {401})
    if not request.body:
        return BAD_INPUT, frozenset()
    if request.json is NOT_JSON:
        return "error.malformed", frozenset({400})
    return None


def memory(world: World) -> Effect:
    """What keeps the memory of message ids as it is."""
    return Effect(MESSAGES, Must.EITHER, world.belief(MESSAGES))


def _with_memory(
    world: World, effects: list[Effect], rules: tuple[AnswerRule, ...] = (), where: Address | None = None
) -> Prediction:
    """A prediction in which the memory of message ids has its place."""
    return Prediction(
        effects=(*effects, memory(world)),
        always=rules,
        when_refused=(answers.error_shape(),),
        bystanders=bystanders(where) if where else (),
        named=look_alikes(where, world) if where else {},
    )


def _refused(
    world: World, where: Address, rules: tuple[str, ...], statuses: frozenset[int], *, unknown: bool = False
) -> Prediction:
    """A body that must be refused; one with unknown sets too may be for those, and good ones be written."""
    reasons = tuple(clause(rule) for rule in rules)
    kind = Lenient if unknown else Effect
    effects = [
        kind(contact, Must.REFUSE, reasons=reasons, statuses=statuses) for contact in where.contacts[:1] or ("",)
    ]
    prediction = _with_memory(world, effects, (answers.failure_reported(Must.REFUSE),), where)
    if where.contacts:
        return prediction
    return replace(prediction, bystanders=(clause(rules[0] if len(rules) == 1 else UNCHANGED),))


def _nobody_known(world: World, where: Address) -> Prediction:
    """A contact of which nothing is known: anything may happen to it, and nothing to others."""
    effects = [Effect(contact, Must.EITHER) for contact in where.contacts or ("",)]
    return _with_memory(world, effects, _either_rules(), where if where.contacts else None)


def _either_rules() -> tuple[AnswerRule, ...]:
    return answers.failure_reported(Must.EITHER), answers.shape(Must.EITHER), answers.status_ok(Must.EITHER)


def _unknown_key(world: World, where: Address) -> Prediction:
    there = Cell((clause(UNKNOWN),), (True,))
    established = Belief(state={EXISTS: True}, cells={EXISTS: there}, unknown=("",))
    ignored = Belief(state={EXISTS: False})
    after = replace(
        established,
        alternatives=(("established", established), ("accepted, and ignored", ignored)),
        open_clause=clause(UNKNOWN),
    )
    effect = Effect(
        where.contact, Must.EITHER, after, open_clause=clause(UNKNOWN), readings=("accepted", "refused")
    )
    return _with_memory(world, [effect], _either_rules(), where)


def _disagreeing(facts: Facts, world: World, where: Address, body: dict[str, Json]) -> Prediction:
    """The key and the id name different contacts: refused, or one of the two is written."""
    effects: list[Effect] = []
    for contact, mine, other in (
        (where.contact, "the key wins", "the id wins"),
        (where.other, "the id wins", "the key wins"),
    ):
        before = world.belief(contact) if contact else None
        if before is None or not before.state.get(EXISTS):
            effects.append(Effect(contact, Must.EITHER))
            continue
        written = draft_update(before, body, facts, BY_KEY)
        kept = Belief(state=before.state, cells=before.cells, unknown=before.unknown)
        after = replace(
            kept, cells={}, alternatives=((mine, written), (other, kept)), open_clause=clause(DISAGREEING)
        )
        effects.append(Effect(contact, Must.EITHER, after))
    first = replace(effects[0], open_clause=clause(DISAGREEING), readings=("", "refused"))
    return _with_memory(world, [first, *effects[1:]], _either_rules(), where)


def _unclear(facts: Facts, world: World, where: Address, body: dict[str, Json], wish: Demand) -> Prediction:
    """Something in the body is left open by the documents."""
    before = world.belief(where.contact) or NOWHERE
    if wish.unknown and facts.partial:
        effects = [Effect(where.contact, Must.EITHER)]
    elif wish.unknown and not wish.unclear and not where.unclear:
        effects = _beside_unknown(facts, where, before, body)
    else:
        after = draft_update(before, body, facts, where.rule if where.rule != ID_CASING else BY_ID)
        effect = Lenient(where.contact, Must.EITHER, after)
        if where.casing and not (wish.unknown or wish.unclear) and where.rule == ID_CASING:
            readings = (f"{where.casing} taken", f"{where.casing} refused")
            effect = replace(effect, open_clause=clause(ID_CASING), readings=readings)
        effects = [effect]
    return _with_memory(world, effects, _either_rules(), where)


def _beside_unknown(facts: Facts, where: Address, before: Belief, body: dict[str, Json]) -> list[Effect]:
    """A set or an attribute that the account lacks, alone or beside others that it has."""
    after = draft_update(before, body, facts, where.rule)
    unknown_refused = clause("sets.unknown-refused")
    if not any(_known_values(facts, body)):
        return [Effect(where.contact, Must.EITHER, after, open_clause=unknown_refused)]
    untouched = Belief(state=before.state, unknown=before.unknown)
    readings = [("all good ones written", after), ("nothing written", untouched)]
    readings += [("those before the bad one written", b) for b in _before_the_bad(facts, where, before, body)]
    mixed = replace(untouched, unknown=("",), alternatives=tuple(readings), open_clause=clause(PARTIAL))
    return [
        Effect("", Must.EITHER, open_clause=unknown_refused),
        Lenient(where.contact, Must.EITHER, mixed, when_refused=Acceptance.ACCEPTED),
    ]


def _known_values(facts: Facts, body: dict[str, Json]) -> Iterator[bool]:
    for entry in body["attributeSets"]:
        known = facts.sets.get(entry["name"])
        for _, name, _ in attribute_values(entry):
            yield known is not None and name in known.types and name not in known.keys


def _before_the_bad(facts: Facts, where: Address, before: Belief, body: dict[str, Json]) -> Iterator[Belief]:
    sets = body["attributeSets"]
    bad = next((at for at, entry in enumerate(sets) if not _all_known(facts, entry)), len(sets))
    if 0 < bad < len(sets) - 1:
        yield draft_update(before, {**body, "attributeSets": sets[:bad]}, facts, where.rule)


def _all_known(facts: Facts, entry: dict[str, Json]) -> bool:
    known = facts.sets.get(entry["name"])
    return known is not None and all(name in known.types for _, name, _ in attribute_values(entry))


def _accepted(facts: Facts, world: World, where: Address, body: dict[str, Json]) -> Prediction:
    must = Must.EITHER if any(_is_delicate(facts, body)) else Must.ACCEPT
    before = world.belief(where.contact) or NOWHERE
    after = draft_update(before, body, facts, where.rule)
    features = tuple(dict.fromkeys(_features(facts, where, before, body)))
    effect = Effect(where.contact, must, after, features=features)
    rules = [
        answers.failure_reported(must),
        answers.shape(must),
        answers.status_ok(must),
        *answers.echo(must, where.contact, before.get(ID_ASPECT)),
        answers.not_new(must),
        answers.message_ids(must, last_ids(world)),
    ]
    if changes(before, after):
        rules.append(answers.rows(must))
    return replace(_with_memory(world, [effect], tuple(rules), where), valid=True)


def _is_delicate(facts: Facts, body: dict[str, Json]) -> Iterator[bool]:
    """Whether a value is at the edge of what its type may hold: the documents name no limits."""
    for entry in body["attributeSets"]:
        types = facts.sets[entry["name"]].types
        yield from (delicate(types[name], value) for _, name, value in attribute_values(entry))


def last_ids(world: World) -> tuple[str, ...]:
    """The request ids of the latest answers."""
    belief = world.belief(MESSAGES)
    found: Value = belief.get(LAST_IDS) if belief else ()
    return tuple(str(one) for one in found) if isinstance(found, tuple) else ()


def _features(facts: Facts, where: Address, before: Belief, body: dict[str, Json]) -> Iterator[Feature]:
    if is_page_example(body, facts):
        yield feature("the page's example", PAGE_EXAMPLE)
    yield from _address_features(where, body)
    sets = body["attributeSets"]
    if len(sets) > 1:
        yield feature("several sets", ALL_SETS)
        yield feature(f"{len(sets)} sets", ALL_SETS)
    for entry in sets:
        if len(entry["items"]) > 1:
            yield feature("several items", ALL_ITEMS)
            yield feature(f"{len(entry['items'])} items", ALL_ITEMS)
        attributes = facts.sets[entry["name"]]
        for _, name, value in attribute_values(entry):
            as_on_the_page = attributes.types[name] == "boolean" and isinstance(value, str)
            for kind in kind_features(attributes.types[name], value):
                yield feature(kind, PAGE_EXAMPLE if as_on_the_page else TYPES)
        yield feature(f"set {entry['name']}", "sets.unsent-kept")
    if any(before.get(aspect) is not EMPTY for aspect in before.state if "." in aspect):
        yield feature("a contact with values", UPDATED)
    if where.rule != BY_ID:
        yield feature(f"the key {where.contact}", BY_KEY)
    for name, rule in TWINS:
        yield feature(name, rule, twin=True)


def _address_features(where: Address, body: dict[str, Json]) -> Iterator[Feature]:
    if where.rule == BOTH:
        yield feature("a key and its id", BOTH)
    if where.rule in (BOTH, BY_ID):
        identifier = next(body[c] for c in CASINGS if body.get(c) not in (None, ""))
        rule = BY_ID if where.rule == BY_ID else BOTH
        yield feature(f"an id as {type(identifier).__name__}", rule)
    if where.rule != BY_ID:
        yield feature("a key", BY_KEY)
        for what, special in (
            ("a non-ASCII key", not where.contact.isascii()),
            ("a key with spaces", " " in where.contact),
            ("a key with blanks at its ends", where.contact != where.contact.strip()),
            ("a key of digits", where.contact.isdigit()),
            ("a key with an @", "@" in where.contact),
            ("a key with capitals", where.contact != where.contact.lower()),
        ):
            if special:
                yield feature(what, BY_KEY)
