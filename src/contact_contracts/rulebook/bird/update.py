"""What the clauses say of updateContact and updateContactByIdentifier."""

from __future__ import annotations

from dataclasses import dataclass, replace

from contact_contracts.contract import Contract
from contact_contracts.exchange import Json, Request
from contact_contracts.rulebook.bird.agreement import forget_answer
from contact_contracts.rulebook.bird.answers import error_shape, update_rules
from contact_contracts.rulebook.bird.attributes import draft_attributes, forbidden_values, names_read_only
from contact_contracts.rulebook.bird.computed import Repeats, draft_computed
from contact_contracts.rulebook.bird.demands import (
    BAD_INPUT,
    broken_rules,
    features,
    is_excluded,
    open_rule,
    unclear,
)
from contact_contracts.rulebook.bird.facts import Facts
from contact_contracts.rulebook.bird.gates import NOWHERE, Subject, gate, stopped, subject
from contact_contracts.rulebook.bird.identifiers import (
    FIRST,
    FIRST_ALIAS,
    Body,
    adding_rule,
    draft_identifiers,
    draft_made,
    draft_properties,
    foreign,
    label_adding,
    likenesses,
    names_lost,
)
from contact_contracts.rulebook.bird.labels import clause, feature, identifiers_of, label, read_only_of
from contact_contracts.rulebook.bird.memberships import (
    KINDS,
    Kind,
    combined,
    draft_memberships,
    readings,
)
from contact_contracts.rulebook.bird.state import (
    AS_SHOWN,
    BODY_ID,
    COMPUTED,
    COUNT,
    IDENTIFIER,
    identifier,
    identifier_aspects,
    pairs,
    property_shown,
    repeated,
)
from contact_contracts.rulebook.bird.unapplied import Misled, Traceless, Unapplied
from contact_contracts.rulebook.draft import Draft, Label
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    Aspect,
    Belief,
    Cell,
    Clauses,
    Effect,
    Mixed,
    Must,
    Otherwise,
    Prediction,
)
from contact_contracts.rulebook.world import World

NOBODY = Belief()
"""The belief about a contact that is yet to be made."""

TWINS = (
    ("the workspace", "error.unknown-workspace"),
    ("a workspace that is a UUID", "error.workspace-uuid"),
    ("the contact", "error.unknown-contact"),
    ("the credentials", "error.missing-credentials"),
    ("a body within the contract", BAD_INPUT),
)
"""What every legal call has right, as the legal twin of a call that has it wrong."""

CONFLICT = frozenset({400, 409, 422})
"""How a conflict may be refused: the page promises an error and names no status."""
BYSTANDERS = (clause("addressing.path-id"),)
MAKING = (clause("lifecycle.any-sequence"),)
"""For the others when a call makes a contact: it is no update then, whatever its name."""


def predict_update(contract: Contract, facts: Facts, world: World, request: Request) -> Prediction:
    """The prediction for one PATCH."""
    who = subject(world, request)
    body = request.json
    operation = contract.operations[request.operation]
    why = gate(facts, world, request, who)
    if why is not None:
        return _refused(facts, world, who, body, *stopped(operation, facts, world, request, who, why))
    broken = broken_rules(operation, body)
    if broken:
        return _refused(facts, world, who, body, tuple(clause(rule) for rule in broken), frozenset())
    if is_excluded(operation, body):
        return Prediction(effects=_either(who))
    taken = foreign(world, body, who.key)
    if who.is_new and body.get("strategy") != FIRST:
        return Prediction(effects=_either(who), bystanders=() if taken else MAKING)
    if taken and body.get("strategy") not in (FIRST, FIRST_ALIAS):
        rule = "strict-alias-refuses-two-contacts" if "strategy" in body else "default-is-strict-alias"
        reasons = (clause(f"strategy.{rule}"),)
        named: dict[str, Clauses] = {}
        for other in taken.values():
            named |= _named_by_strategy(other, reasons, body)
        return replace(_refused(facts, world, who, body, reasons, CONFLICT), named=named)
    return _Acceptance(facts, world, request, who, body, taken).predict()


def _named_by_strategy(other: str, clauses: Clauses, body: Body) -> dict[str, Clauses]:
    """The owner of a taken identifier; what else of it changes is the strategy's fault only if no other's.

    Beside a removal, which may reach too far, that holds of the owner's identifiers, too.
    """
    if_no_others = Mixed.of(clauses, BYSTANDERS)
    return {other: if_no_others, identifiers_of(other): if_no_others if "removeIdentifiers" in body else clauses}


def _either(who: Subject) -> tuple[Effect, ...]:
    return (
        Effect(who.key, Must.EITHER),
        Effect(identifiers_of(who.key), Must.EITHER),
        forget_answer(who.key),
    )


def _refused(
    facts: Facts, world: World, who: Subject, body: Json, reasons: Clauses, statuses: frozenset[int]
) -> Prediction:
    effects = [
        Effect(who.key, Must.REFUSE, reasons=reasons, statuses=statuses),
        Effect(identifiers_of(who.key), Must.EITHER, reasons=reasons),
        forget_answer(who.key),
    ]
    if isinstance(body, dict):
        forbidden = forbidden_values(body, facts, world.belief(who.key) or NOWHERE)
        effects += [Effect(read_only_of(who.key), Must.EITHER, forbidden)] if forbidden.cells else []
    return Prediction(effects=tuple(effects), when_refused=(error_shape(),), bystanders=BYSTANDERS)


@dataclass
class _Acceptance:
    """A call that is taken, or that the documents leave open."""

    facts: Facts
    world: World
    request: Request
    who: Subject
    body: Body
    taken: dict[Aspect, str]

    def __post_init__(self) -> None:
        """Look up what is known, and begin the drafts."""
        unknown = NOBODY if self.who.is_new else NOWHERE
        self.before = self.world.belief(self.who.key) or unknown
        had = self.world.belief(identifiers_of(self.who.key))
        self.had = unknown if had is None or had.state.get(EXISTS) is False else had  # a deletion that was none
        self.kept = "partial.unsent-kept" if self.body else "partial.empty-body"
        self.identifiers = Draft(self.had, self._labels(self.had, label_adding))
        self.contact = Draft(self.before, self._labels(self.before, label))

    def predict(self) -> Prediction:
        self._draft_identifiers()
        self._draft_contact()
        after = self._contact_after()
        return Prediction(
            effects=(self._effect(after), *self._others()),
            when_accepted=update_rules(self.facts, self.world, self.request, self.who.key, after),
            when_refused=(error_shape(),),
            bystanders=MAKING if self.who.is_new else BYSTANDERS,
            named=self._named(),
            valid=self._must() is Must.ACCEPT,
        )

    def _labels(self, before: Belief, plain: Label) -> Label:
        """The clauses of rules; what other calls may have done to the contact unseen would explain a change."""

        def labelled(rule: str) -> tuple[Clauses, Clauses]:
            clauses, narrower = plain(rule)
            if rule != self.kept:
                return clauses, narrower
            known = () if callable(before.otherwise) else before.otherwise
            unseen = (*known, *getattr(known, "candidates", ()), *before.doubts)
            return clauses, (*narrower, *(name for name in unseen if name not in clauses))

        return labelled

    def _unforeseen(self) -> Clauses | Otherwise:
        """Whom to blame for what appears although nothing named it: a member that adds things of its kind."""
        kept = Mixed.of(*self._labels(self.before, label)(self.kept))
        adding: dict[Aspect, Clauses] = {
            start: (clause(kind.rule(field)),)
            for kind in KINDS
            for field in kind.given(self.body)
            if field != kind.remove
            for start in (kind.prefix, repeated(kind.prefix))
        }
        for pair in pairs(self.body.get("addIdentifiers"))[:1]:
            cell = self.identifiers.cells.get(identifier(*pair))
            adding |= {IDENTIFIER: cell.clauses} if cell else {}
        if not adding:
            return kept
        return lambda aspect, _: next((adding[prefix] for prefix in adding if aspect.startswith(prefix)), kept)

    def _draft_identifiers(self) -> None:
        if self.who.is_new and self.who.by_identifier is not None:
            draft_made(self.identifiers, self.who.by_identifier, self.body)
            return
        draft_identifiers(
            self.identifiers,
            self.body,
            self.facts,
            self.taken,
            by_identifier=self.who.by_identifier is not None,
            kept_rule=self.kept,
        )
        draft_properties(
            self.identifiers, self.body, lambda name: self.world.belief(property_shown(name)) is not None
        )

    def _draft_contact(self) -> None:
        draft = self.contact
        for aspect, value in self.before.state.items():
            if aspect.startswith("~") and not aspect.startswith("~text["):
                draft.remember(aspect, value)
        draft_attributes(draft, self.body, self.facts, self.kept)
        draft_memberships(draft, self.body, self.kept)
        shown = [name for name in COMPUTED if self.world.belief(name + AS_SHOWN) is not None]
        draft_computed(draft, self.identifiers, self.facts, self._added_again(), shown)
        draft.unknown.extend(name for name in self.before.unknown if name == "")
        if self.who.is_new:
            draft.expect(EXISTS, True, "strategy.first-creates", telling=False)
        else:
            draft.expect("id", self.who.key, self._addressing(), telling=True)
            draft.expect(EXISTS, True, self._addressing(), telling=False)
        if self.who.is_new:
            draft.unclear("id")
        if self._names_other() and isinstance(self.body["id"], str):
            draft.remember(BODY_ID, self.body["id"])
        for each in (draft, self.identifiers):
            each.unknown[:] = dict.fromkeys(each.unknown)

    def _touches_identifiers(self) -> bool:
        """Whether the body is about identifiers; where it is not, they are bystanders."""
        members = ("addIdentifiers", "removeIdentifiers", "identifiers")
        return (
            self.who.is_new or any(name in self.body for name in members) or names_read_only(self.body, self.facts)
        )

    def _added_again(self) -> Repeats:
        """Whether the body adds what is there already, or twice, to identifiers that were counted right."""
        adds = [identifier(*pair) for pair in pairs(self.body.get("addIdentifiers"))]
        there = identifier_aspects(self.had.state)
        if self.before.get(COUNT) != len(there) or "removeIdentifiers" in self.body:
            return Repeats.NONE
        new = {aspect for aspect in adds if aspect not in there}
        if len(new) == len(adds):
            return Repeats.NONE
        return Repeats.SOME if new else Repeats.ALL

    def _names_other(self) -> bool:
        return "id" in self.body and self.body["id"] != self.who.key

    def _addressing(self) -> str:
        return "addressing.body-id-has-no-effect" if self._names_other() else "addressing.path-id"

    def _misled(self, after: Belief, before: Belief) -> Belief:
        """Let the id of another contact in the body explain that nothing was applied to this one."""
        if not self._names_other():
            return after
        return replace(after, attribute=Misled(before, after.cells, (clause(self._addressing()),)))

    def _traced(self, after: Belief, before: Belief) -> Belief:
        """Let it be seen where nothing was applied; an id in the body or an identifier tells more than that."""
        if self.who.is_new or self.who.by_identifier is not None or self._names_other():
            return after
        return replace(after, trace=Traceless(before, after.cells))

    def _contact_after(self) -> Belief:
        otherwise = self._unforeseen()
        unapplied = Unapplied(self.before, self.contact.cells, (clause(self._addressing()),))
        after = self._traced(
            self._misled(self.contact.belief(otherwise, explain=unapplied), self.before), self.before
        )
        kinds = combined(self.body)
        if len(kinds) != 1:
            return after
        return _with_readings(after, kinds[0], self.body, self.before)

    def _must(self) -> Must:
        free = not self.who.is_new or self.body.get("strategy") == FIRST
        by_id_first = self.taken and self.body.get("strategy") == FIRST and self.who.by_identifier is None
        is_open = open_rule(self.body, self.had) or by_id_first
        asked = self.request.query_values("attribute")
        if is_open or not free or self._unclear():
            return Must.EITHER
        known = self.facts.attributes - self.facts.own_attributes | self.facts.read_only
        if not known.issuperset(asked) or len(set(asked)) < len(asked):
            return Must.EITHER  # a target may refuse names that it does not know, and repetitions in "the set"
        return Must.ACCEPT

    def _unclear(self) -> bool:
        return unclear(self.body, self.facts, self.before, self.had)

    def _effect(self, after: Belief) -> Effect:
        must = self._must()
        rule = open_rule(self.body, self.had)
        noted = rule not in ("", "several") and not self._unclear()
        query = self.request.query_values("attribute")
        found = features(self.body, query, self.before, self.had, len(self.taken)) if must is Must.ACCEPT else ()
        named = [feature(name, self._feature_rule(rule)) for name, rule in found]
        if self._names_other():
            kind = self._kind_of_id()
            named.append(feature(f"{kind} as id in the body", "addressing.body-id-has-no-effect"))
        strategy, found_by = str(self.body.get("strategy", "")), self.who.by_identifier is not None
        for what in likenesses(self.world, self.body, self.who.key):
            rule = adding_rule(strategy, by_identifier=found_by)
            named.append(feature(f"an identifier that differs from another contact's in {what}", rule))
        if names_lost(self.world, self.body, self.who.key):
            named.append(feature("an identifier that another contact has lost", "identifiers.added"))
        if must is Must.ACCEPT:
            named += [feature(name, rule) for name, rule in TWINS]
            if found_by and self.taken and strategy == FIRST_ALIAS:
                by_alias = "first_alias over taken identifiers, addressed by another"
                named.append(feature(by_alias, "strategy.first-alias-tolerates"))
        return Effect(
            self.who.key,
            must,
            after,
            features=tuple(dict.fromkeys(named)),
            open_clause=clause(rule) if noted else "",
            readings=("accepted" if rule == "identifiers.removing-absent" else "", "refused"),
        )

    def _kind_of_id(self) -> str:
        sent = self.body["id"]
        known = isinstance(sent, str) and self.world.belief(sent) is not None
        return "another contact's id" if known else f"a {type(sent).__name__}"

    def _feature_rule(self, rule: str) -> str:
        if self.who.is_new:
            return "strategy.first-creates"
        by_identifier = self.who.by_identifier is not None
        return rule.removesuffix("-by-id") if by_identifier and rule.startswith("strategy.") else rule

    def _others(self) -> list[Effect]:
        """What happens to the identifiers, to read-only attributes, and to the memory of the last answer."""
        otherwise = self._unforeseen()
        effects = [forget_answer(self.who.key)]
        if self._touches_identifiers():
            after = self._traced(self._misled(self.identifiers.belief(otherwise), self.had), self.had)
            effects.append(Effect(identifiers_of(self.who.key), Must.EITHER, after))
        forbidden = forbidden_values(self.body, self.facts, self.before)
        return (
            [*effects, Effect(read_only_of(self.who.key), Must.EITHER, forbidden)] if forbidden.cells else effects
        )

    def _named(self) -> dict[str, Clauses]:
        """Contacts that the body names and that must not change for it."""
        named: dict[str, Clauses] = {identifiers_of(self.who.key): (clause(self.kept),)}
        for other in self.taken.values():
            rule = "first-alias-tolerates" if self.body.get("strategy") == FIRST_ALIAS else "first-adds-none"
            own = (clause(f"strategy.{rule}"),)
            named |= _named_by_strategy(other, own, self.body)
            if self.facts.shows_identifiers:
                named[other] = Mixed.of(BYSTANDERS, own)  # what follows from its identifiers is the strategy's
        mentioned = self.body.get("id")
        if isinstance(mentioned, str) and mentioned != self.who.key:
            rule_of_id = Mixed.of((clause("addressing.body-id-has-no-effect"),), BYSTANDERS)
            named |= dict.fromkeys((mentioned, identifiers_of(mentioned)), rule_of_id)
        return named


def _with_readings(after: Belief, kind: Kind, body: Body, before: Belief) -> Belief:
    """The belief after several members of one kind: any of the ways in which they can be combined."""
    open_clause = clause(f"{kind.name}.combined")
    had = {name for name, value in before.state.items() if name.startswith(kind.prefix) and value is not EMPTY}
    found = list(readings(kind, body, before))
    mentioned = had.union(*(outcome for _, outcome in found))
    alternatives = []
    for name, outcome in found:
        cells = {aspect: Cell((open_clause,), (aspect in outcome or EMPTY,)) for aspect in sorted(mentioned)}
        unknown = tuple(prefix for prefix in after.unknown if prefix != kind.prefix)
        alternatives.append((name, replace(after, cells={**after.cells, **cells}, unknown=unknown)))
    return replace(after, cells={}, alternatives=tuple(alternatives), open_clause=open_clause)
