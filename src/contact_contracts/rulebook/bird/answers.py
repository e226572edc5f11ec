"""What answers of the Bird API must look like."""

from __future__ import annotations

from collections.abc import Iterator

from contact_contracts.exchange import Json, Request, Response
from contact_contracts.rulebook.bird.facts import NAMES, PHONE, Facts
from contact_contracts.rulebook.bird.instants import Instant, instant
from contact_contracts.rulebook.bird.labels import answered, clause
from contact_contracts.rulebook.bird.state import ATTRIBUTE, BODY_ID, CREATED, UPDATED, attribute, digits
from contact_contracts.rulebook.prediction import EMPTY, AnswerRule, Belief, Clauses
from contact_contracts.rulebook.values import is_empty
from contact_contracts.rulebook.world import World


def update_rules(
    facts: Facts, world: World, request: Request, contact: str, after: Belief
) -> tuple[AnswerRule, ...]:
    """Everything that the answer to an accepted update must say of itself."""
    rules = [_required(), _workspace(request), phone_name()]
    if "contactId" in request.path_params:
        rules.append(_path_id(request.path_params["contactId"]))
        rules += _asked_for(facts, request, after)
    return (*rules, *time_rules(world, (contact, answered(contact))))


def _object(response: Response) -> dict[str, Json]:
    return response.json if isinstance(response.json, dict) else {}


def _required() -> AnswerRule:
    def check(response: Response) -> str | None:
        body = _object(response)
        if is_empty(body.get("id")):
            return f"id {body.get('id')!r}"
        wrong = (name for name in ("createdAt", "updatedAt") if instant(body.get(name)) is None)
        return next((f"{name} {body.get(name)!r}" for name in wrong), None)

    return AnswerRule((clause("answer.required-fields"),), "id, and the date-times createdAt and updatedAt", check)


def _workspace(request: Request) -> AnswerRule:
    wanted = request.path_params.get("workspaceId", "")

    def check(response: Response) -> str | None:
        found = _object(response).get("workspaceId")
        same = is_empty(found) or str(found).lower() == wanted.lower()
        return None if same else f"workspaceId {found!r}"

    return AnswerRule((clause("answer.workspace"),), f"workspaceId {wanted}, or none", check)


def _path_id(wanted: str) -> AnswerRule:
    def check(response: Response) -> str | None:
        found = _object(response).get("id")
        return None if is_empty(found) or str(found) == wanted else f"id {found!r}"

    return AnswerRule((clause("addressing.path-id"),), f"id {wanted}", check)


def _asked_for(facts: Facts, request: Request, after: Belief) -> Iterator[AnswerRule]:
    keys = [key for key in request.query_values("attribute") if key in facts.attributes]
    empty = [k for k in keys if after.get(attribute(k)) is EMPTY and not after.is_unknown(attribute(k))]

    def check(response: Response) -> str | None:
        attributes = _object(response).get("attributes")
        shown = attributes if isinstance(attributes, dict) else {}
        lacking = [key for key in empty if key not in shown]
        return f"attributes without {', '.join(lacking)}" if lacking else None

    if empty:
        expected = f"the empty attributes {', '.join(empty)} among the attributes"
        yield AnswerRule((clause("attributes.query-adds-empty"),), expected, check)


def time_rules(world: World, keys: tuple[str, ...]) -> tuple[AnswerRule, ...]:
    """How the times of an answer relate to each other and to those that are remembered under the keys."""
    created = _remembered(world, keys, CREATED)
    updated = _remembered(world, keys, UPDATED)

    def same_contact(response: Response) -> bool:
        found = _object(response).get("id")
        return is_empty(found) or str(found) == keys[0] or "=" in keys[0]

    def constant(response: Response) -> str | None:
        found = instant(_object(response).get("createdAt"))
        other = [was for was in created if found is not None and was != found]
        return f"createdAt {found}, after {other[0]}" if other else None

    def advances(response: Response) -> str | None:
        found, made = (instant(_object(response).get(name)) for name in ("updatedAt", "createdAt"))
        if found is None:
            return None
        later = [was for was in (*updated, *((made,) if made else ())) if found.before(was)]
        return f"updatedAt {found}, after {later[0]}" if later else None

    return (
        AnswerRule(
            (clause("times.created-constant"),), "createdAt as before", constant, bool(created), same_contact
        ),
        AnswerRule(
            (clause("times.updated-advances"),),
            "updatedAt not before createdAt, nor earlier",
            advances,
            applies=same_contact,
        ),
    )


def phone_name() -> AnswerRule:
    """A display name that is a telephone number has the plus that the answer itself shows the number with."""

    def check(response: Response) -> str | None:
        body = _object(response)
        attributes = body.get("attributes")
        named = isinstance(attributes, dict) and any(attributes.get(one) for one in NAMES)
        name = body.get("computedDisplayName")
        if named or not isinstance(name, str) or "+" in name:
            return None
        shown = [number for number in _phone_numbers(body) if digits(number) == digits(name) != ""]
        lost = bool(shown) and all("+" in number for number in shown)
        return f"computedDisplayName {name!r}, beside {shown[0]!r}" if lost else None

    own = clause("display-name.phone-fourth")
    return AnswerRule((own,), "the phonenumber identifier as computedDisplayName", check, telling=False)


def _phone_numbers(body: dict[str, Json]) -> Iterator[str]:
    featured, attributes = body.get("featuredIdentifiers"), body.get("attributes")
    for item in featured if isinstance(featured, list) else []:
        if isinstance(item, dict) and item.get("key") == PHONE:
            yield str(item.get("value"))
    mirror = attributes.get(PHONE) if isinstance(attributes, dict) else None
    yield from (str(number) for number in (mirror if isinstance(mirror, list) else []))


def body_id_rules(world: World, contact: str) -> tuple[AnswerRule, ...]:
    """The id that an update carried in its body has become no attribute."""
    belief = world.belief(contact)
    sent = belief.get(BODY_ID) if belief is not None else EMPTY
    if sent in (EMPTY, ""):
        return ()

    def check(response: Response) -> str | None:
        attributes = _object(response).get("attributes")
        found = attributes.get("id") if isinstance(attributes, dict) else None
        return f"the attribute id {found!r}" if found == sent else None

    rule = clause("addressing.body-id-has-no-effect")
    return (AnswerRule((rule,), "no attribute made from the id of a body", check),)


def query_rules(world: World, request: Request, contact: str, facts: Facts) -> tuple[AnswerRule, ...]:
    """A read whose query names attributes shows the others that a read has shown before, too."""
    belief = world.belief(contact)
    if belief is None or not belief.confirmed or not request.query_values("attribute"):
        return ()
    named = (name for name, value in belief.state.items() if name.startswith(ATTRIBUTE) and value is not EMPTY)
    there = [name[len(ATTRIBUTE) : -1] for name in named if not belief.is_unknown(name)]

    def check(response: Response) -> str | None:
        attributes = _object(response).get("attributes")
        lacking = [key for key in there if key not in (attributes if isinstance(attributes, dict) else {})]
        return f"no {', '.join(lacking)}" if lacking else None

    rule = (clause("attributes.query-keeps-the-rest"),)
    return (
        AnswerRule(rule, "all attributes", check, bool(there)),
        *_not_shown_before(request, belief, rule, facts),
    )


def _not_shown_before(request: Request, belief: Belief, rule: Clauses, facts: Facts) -> Iterator[AnswerRule]:
    """What a query brings to light, a read without one has hidden, if nothing has happened since."""
    missed = [key for key in request.query_values("attribute") if was_left_out(belief, key, facts)]

    def check(response: Response) -> str | None:
        attributes = _object(response).get("attributes")
        shown = attributes if isinstance(attributes, dict) else {}
        found = [key for key in missed if not is_empty(shown.get(key)) and shown.get(key) != ""]
        return f"{found[0]} {shown[found[0]]!r}, which is only shown when asked for" if found else None

    if missed and not belief.otherwise and not belief.refusal:
        yield AnswerRule(rule, "no value that a read without a query has left out", check, telling=False)


def was_left_out(belief: Belief, key: str, facts: Facts) -> bool:
    """Whether the last read showed no value of an attribute that is watched; of others nothing is remembered."""
    if key not in facts.attributes:
        return False
    return belief.confirmed and not belief.is_unknown(attribute(key)) and belief.get(attribute(key)) is EMPTY


def _remembered(world: World, keys: tuple[str, ...], aspect: str) -> tuple[Instant, ...]:
    beliefs = (world.belief(key) for key in keys)
    found = (belief.get(aspect) for belief in beliefs if belief is not None)
    return tuple(value for value in found if isinstance(value, Instant))


def error_shape() -> AnswerRule:
    """The error body."""

    def check(response: Response) -> str | None:
        body = response.json
        if not isinstance(body, dict):
            return "a body that is no JSON object"
        lacking = [name for name in ("code", "message") if is_empty(body.get(name))]
        return f"no {' and no '.join(lacking)}" if lacking else None

    return AnswerRule((clause("error.shape"),), "code and message", check)
