"""Which contact a call addresses, and what stops a call before its body counts."""

from __future__ import annotations

from dataclasses import dataclass

from contact_contracts.contract import Operation
from contact_contracts.exchange import ALMOST_RIGHT, NOT_JSON, STRANGERS, Request
from contact_contracts.rulebook.bird.demands import BAD_INPUT, broken_rules, is_excluded, unclear
from contact_contracts.rulebook.bird.facts import Facts
from contact_contracts.rulebook.bird.identifiers import foreign, owner
from contact_contracts.rulebook.bird.labels import clause
from contact_contracts.rulebook.prediction import EXISTS, Belief, Clauses
from contact_contracts.rulebook.world import World

BY_IDENTIFIER = "updateContactByIdentifier"
NOWHERE = Belief(unknown=("",))
"""The belief about a contact of which nothing is known."""

Refusal = tuple[str, frozenset[int]]


@dataclass(frozen=True)
class Subject:
    """The contact that a call addresses."""

    key: str
    """Its id, or ``key=value`` of the identifier when nobody has that."""
    by_identifier: tuple[str, str] | None = None
    is_new: bool = False


def subject(world: World, request: Request) -> Subject:
    """Which contact a call addresses."""
    if request.operation != BY_IDENTIFIER:
        return Subject(request.path_params.get("contactId", ""))
    pair = (request.path_params.get("identifierKey", ""), request.path_params.get("identifierValue", ""))
    found = owner(world, *pair)
    return Subject("=".join(pair), pair, is_new=True) if found is None else Subject(found, pair)


def gate(facts: Facts, world: World, request: Request, who: Subject) -> Refusal | None:
    """The rule, and the fitting statuses, by which a call is refused before its body counts."""
    workspace = request.path_params.get("workspaceId", "")
    if request.credential in STRANGERS:
        more = {400, 403} if request.credential in ALMOST_RIGHT else ()  # of malformed ones no page speaks
        return "error.missing-credentials", frozenset({401, *more})
    if not _is_uuid(workspace):
        return "error.workspace-uuid", frozenset()
    if facts.workspace_id and facts.workspace_id.lower() != workspace.lower():
        return "error.unknown-workspace", frozenset({401, 404})
    if request.json is NOT_JSON:
        return BAD_INPUT, frozenset()
    known = world.belief(who.key)
    if not who.is_new and known is not None and known.confirmed and known.state.get(EXISTS) is False:
        malformed = frozenset() if _is_uuid(who.key) else frozenset({400, 422})
        return "error.unknown-contact", frozenset({404}) | malformed
    return None


def stopped(
    operation: Operation, facts: Facts, world: World, request: Request, who: Subject, why: Refusal
) -> tuple[Clauses, frozenset[int]]:
    """Why, and how, a call is refused before its body counts; what a server looks at first is its own choice."""
    rule, statuses = why
    body = request.json
    if request.credential in STRANGERS:
        return (clause(rule),), statuses
    if body is NOT_JSON:
        return tuple(clause(found) for found in dict.fromkeys((rule, BAD_INPUT))), frozenset()
    broken = broken_rules(operation, body)
    doubtful = broken or is_excluded(operation, body) or unclear(body, facts, NOWHERE, NOWHERE)
    if doubtful or foreign(world, body, who.key):
        statuses = frozenset()
    return (clause(rule), *(clause(found) for found in broken)), statuses


def _is_uuid(text: str) -> bool:
    parts = [len(part) for part in text.split("-")]
    return parts == [8, 4, 4, 4, 12] and all(char in "0123456789abcdef-" for char in text.lower())
