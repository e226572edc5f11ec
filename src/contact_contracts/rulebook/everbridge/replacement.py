"""What a contact must read like after a full replacement, by PUT or by a row of a batch."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace

from contact_contracts.exchange import Json
from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.everbridge.addresses import ADDRESSES, draft_addresses
from contact_contracts.rulebook.everbridge.facts import Facts, Names, id_of
from contact_contracts.rulebook.everbridge.quiet_time import FRAME_RULES, blame_frames
from contact_contracts.rulebook.everbridge.state import (
    PATH_FLAGS,
    PATH_TEXTS,
    SCALARS,
    frames,
    path_aspects,
    scalar,
)
from contact_contracts.rulebook.prediction import EMPTY, SUB, Aspect, Clauses, Value
from contact_contracts.rulebook.values import as_int, as_set, freeze, is_empty

REQUIRED = ("firstName", "lastName", "externalId")
"""Fields whose absence the documents leave open."""
ACTIVE = "A"
"""The status that a server may give to a contact without one."""

Body = dict[str, Json]


def draft_replacement(draft: Draft, body: Body, facts: Facts, *, external_id_rule: str) -> None:
    """Fill a draft with everything that a full body decides."""
    _scalars(draft, body, external_id_rule)
    _record_type(draft, body, facts)
    _paths(draft, body, facts)
    _addresses(draft, body)
    _attributes(draft, body, facts)
    _topics(draft, body)
    _groups(draft, body, facts)


def _scalars(draft: Draft, body: Body, external_id_rule: str) -> None:
    for name in SCALARS:
        value = body.get(name)
        if name in body and value is None:
            draft.unclear(name)
        elif not is_empty(value):
            new = scalar(name, value)
            moved = name == "externalId" and draft.before.get(name) != new
            draft.expect(name, new, external_id_rule if moved else "fields.each-written")
        elif name in REQUIRED:
            # That empty text stands for nothing is one server's reading, and another one's missing field.
            emptied_by = "" if name in body else "replace.omitted-field-emptied"
            _missing_required(draft, name, emptied_by=emptied_by)
        elif name in body:
            draft.expect(name, EMPTY, "fields.each-written")
        elif name == "status":
            draft.expect_one_of(name, (EMPTY, ACTIVE), "replace.omitted-field-emptied")
        else:
            draft.expect(name, EMPTY, "replace.omitted-field-emptied")


def _missing_required(draft: Draft, aspect: Aspect, *, emptied_by: str = "") -> None:
    """Where a rule says that what is left out is emptied, a server may refuse that, but not keep what was."""
    old = draft.before.get(aspect)
    readings = ((EMPTY, "accepted, and emptied"), (old, "accepted, and kept"))
    if not emptied_by or old is EMPTY or draft.before.is_unknown(aspect):
        draft.read_as(aspect, readings, "required-fields")
    else:
        clauses, narrower = draft.label(emptied_by)
        draft.read_as(
            *(aspect, readings[:1], "required-fields"),
            forbidden=(old,),
            narrower=narrower,
            blame=lambda _: clauses,
        )


def _record_type(draft: Draft, body: Body, facts: Facts) -> None:
    identifier, name = body.get("recordTypeId"), body.get("recordTypeName")
    by_name = id_of(facts.record_types, name)
    if facts.may_exist("record_types", identifier, name):
        draft.unclear("recordType")
    elif not is_empty(identifier):
        conflict = by_name is not None and by_name != as_int(identifier)
        rule = "record-type.id-beats-name" if conflict else "fields.each-written"
        rival = facts.may_name_another("record_types", identifier, name)
        old = draft.before.get("recordType")
        blame = _blame_name(draft, "record-type.id-beats-name", rule, (EMPTY, old)) if rival else None
        draft.expect("recordType", as_int(identifier), rule, telling=True if conflict else None, blame=blame)
    elif not is_empty(name):
        if by_name is None:
            draft.unclear("recordType")
        else:
            draft.expect("recordType", by_name, "record-type.by-name")
    else:
        _missing_required(draft, "recordType")


def _blame_name(draft: Draft, beaten: str, rule: str, unwritten: tuple[Value, ...]) -> Callable[[Value], Clauses]:
    """Beside a name that may be another's, what is neither written nor left alone was written by the name."""
    return lambda seen: draft.label(rule if seen in unwritten else beaten)[0]


def _listed(before: Iterable[Aspect], kind: str) -> list[Aspect]:
    """The aspects of one kind that are believed to be there, such as every ``topic[…]``."""
    return [aspect for aspect in before if aspect.startswith(kind) and SUB not in aspect]


def _field(body: Body, name: str) -> list[Json] | None:
    """An array field; None where it is null or no array, of which nothing can be said."""
    value = body.get(name, [])
    return value if isinstance(value, list) else None


def _paths(draft: Draft, body: Body, facts: Facts) -> None:
    for aspect in [name for name in draft.before.state if name.startswith("~path[")]:
        draft.remember(aspect, True)
    paths = _field(body, "paths")
    if paths is None:
        _nothing_known(draft, "path")
        return
    order: list[Hashable] = []
    clear = [path for path in paths if not _is_strange(path, facts)]
    for path in clear:
        key = _path_key(path, facts)
        if key is None or key in order:
            _nothing_known(draft, "path")
            return
        order.append(key)
    for key, path in zip(order, clear, strict=True):
        _path(draft, f"path[{key}]", path, facts, order)
    unsettled = _unsettled("path", [path.get("pathId") for path in paths if path not in clear], facts.paths)
    for aspect in unsettled:
        draft.unclear(aspect)
    for aspect in _listed(draft.before.state, "path["):
        if aspect not in draft.cells and not aspect.startswith(unsettled):
            _removed_path(draft, aspect)
    if order:
        draft.expect("paths", tuple(order), "path.order-kept", telling=len(order) > 1, matches=_same_order)
        _name_rules_first(draft, "path", {_path_rule(path, facts): None for path in paths})
    else:
        draft.unclear("paths")


def _is_strange(path: Json, facts: Facts) -> bool:
    """Whether it is not known which path is meant, or whether it exists."""
    return isinstance(path, dict) and facts.may_exist("paths", path.get("pathId"), path.get("prompt"))


def _unsettled(kind: str, ids: list[Json], known: Names) -> tuple[Aspect, ...]:
    """The aspects that ids which may not exist leave open; all, where there is a name only, in body or answers."""
    return tuple(f"{kind}[" if is_empty(each) or not known else f"{kind}[{as_int(each)}]" for each in ids)


def _name_rules_first(draft: Draft, kind: str, rules: Iterable[str]) -> None:
    """Where a name was taken for another one's, all may read wrongly; where items are lost, so are named ones."""
    naming = tuple(c for rule in rules if rule != "fields.each-written" for c in draft.label(rule)[0])
    written = draft.label("fields.each-written")[0]
    for aspect in [name for name in draft.cells if name.startswith(kind)] if naming else ():
        cell = draft.cells[aspect]
        explained = written if cell.clauses[0] in naming else naming
        draft.cells[aspect] = replace(cell, narrower=(*cell.narrower, *explained))


def _path_rule(path: Body, facts: Facts) -> str:
    """The rule by which a path is found."""
    prompted = id_of(facts.paths, path.get("prompt"))
    if is_empty(path.get("pathId")):
        return "path.by-prompt"
    conflict = prompted is not None and prompted != as_int(path["pathId"])
    return "path.id-beats-prompt" if conflict else "fields.each-written"


def _nothing_known(draft: Draft, prefix: Aspect) -> None:
    for aspect in [name for name in draft.cells if name.startswith(prefix)]:
        del draft.cells[aspect]
    draft.unclear(prefix)


def _path_key(path: Json, facts: Facts) -> Hashable:
    if not isinstance(path, dict):
        return None
    if not is_empty(path.get("pathId")):
        return as_int(path["pathId"])
    return id_of(facts.paths, path.get("prompt"))


def _same_order(expected: Value, observed: Value) -> bool:
    """Whether the paths that were sent read in the order sent; missing or further ones are judged elsewhere."""
    if not isinstance(expected, tuple) or not isinstance(observed, tuple):
        return observed is EMPTY
    there = tuple(key for key in observed if key in expected)
    return there == tuple(key for key in expected if key in there)


def _path(draft: Draft, aspect: Aspect, path: Body, facts: Facts, order: list[Hashable]) -> None:
    prompted = id_of(facts.paths, path.get("prompt"))
    rule = _path_rule(path, facts)
    conflict = rule == "path.id-beats-prompt"
    doubtful = facts.may_name_another("paths", path.get("pathId"), path.get("prompt"))
    blame = _blame_name(draft, rule, "path.id-beats-prompt", (EMPTY,)) if doubtful else None
    draft.expect(aspect, True, rule, telling=None if rule == "fields.each-written" else True, blame=blame)
    rival = f"path[{prompted}]"
    if conflict and prompted not in order and draft.before.get(rival) is EMPTY:
        draft.expect(rival, EMPTY, rule, telling=True)
    _path_members(draft, aspect, path)
    _path_frames(draft, aspect, path)


def _path_members(draft: Draft, aspect: Aspect, path: Body) -> None:
    sent = dict(path_aspects(aspect, path))
    for name in ("value", "countryCode"):
        _path_member(draft, f"{aspect}{SUB}{name}", sent, "path.country-and-value")
    for name in ("waitTime", *(text for text in PATH_TEXTS if text != "countryCode"), *PATH_FLAGS):
        _path_member(draft, f"{aspect}{SUB}{name}", sent, "fields.each-written")


def _path_member(draft: Draft, aspect: Aspect, sent: dict[Aspect, Value], rule: str) -> None:
    if aspect in sent:
        draft.expect(aspect, sent[aspect], rule)
    elif isinstance(draft.before.get(aspect), bool) or draft.before.get(aspect) == 0:
        draft.unclear(aspect)
    else:
        draft.expect_changed(aspect, "replace.omitted-field-emptied", unless=rule)


def _path_frames(draft: Draft, path_aspect: Aspect, path: Body) -> None:
    aspect = f"{path_aspect}{SUB}quietTimeFrames"
    before = draft.before
    if "quietTimeFrames" not in path:
        if before.get(path_aspect) is EMPTY and f"~{path_aspect}" in before.state:
            draft.unclear(aspect)
        else:
            draft.keep(aspect, "quiet-time.kept-when-absent")
        return
    value = path["quietTimeFrames"]
    if not isinstance(value, list):
        draft.unclear(aspect)
    elif value:
        new, old = frames(value), before.get(aspect)
        clauses, narrower = draft.label("quiet-time.replaced")
        # Frames stored wrongly before may look like frames that were not replaced.
        narrower += tuple(clause for rule in FRAME_RULES for clause in draft.label(rule)[0])
        changed = old != new or before.is_unknown(aspect)
        draft.expect_labelled(
            aspect,
            new,
            clauses,
            narrower,
            telling=changed,
            blame=lambda seen: blame_frames(new, old, seen, draft.label),
        )
    else:
        draft.expect(aspect, EMPTY, "quiet-time.removed-when-empty")


def _removed_path(draft: Draft, aspect: Aspect) -> None:
    draft.expect(aspect, EMPTY, "replace.omitted-paths-removed")
    draft.remember(f"~{aspect}", True)


def _addresses(draft: Draft, body: Body) -> None:
    addresses = _field(body, "address")
    if addresses is None:
        draft.unclear(ADDRESSES)
    else:
        draft_addresses(draft, addresses, named="address" in body)


def _attributes(draft: Draft, body: Body, facts: Facts) -> None:
    attributes = _field(body, "contactAttributes")
    strange = [each for each in attributes or [] if _may_be_another(each, facts)]
    sent = _sent_attributes([each for each in attributes or [] if each not in strange], facts)
    if attributes is None or sent is None:
        _nothing_known(draft, "attribute[")
        return
    unsettled = _unsettled("attribute", [each.get("orgAttrId") for each in strange], facts.attributes)
    for aspect in unsettled:
        draft.unclear(aspect)
    there = [a for a in _listed(draft.before.state, "attribute[") if not a.startswith(unsettled)]
    omitted = [a for a in there if a not in {aspect for aspect, *_ in sent}]
    lost = dict.fromkeys(_beside_doubtful_names(attributes, facts), "attribute.id-beats-name")
    for aspect, values, rule, rival in sent:
        stays = omitted and rule == "fields.each-written" and draft.before.get(aspect) == values
        draft.expect(
            aspect,
            values,
            "replace.attribute-cleared" if stays else rule,
            telling=True if stays or rule == "attribute.id-beats-name" else None,
            blame=_blame_values(draft, "replace.attribute-cleared" if stays else lost.get(aspect, rule)),
        )
        if rival and rival not in omitted and rival not in {a for a, *_ in sent}:
            draft.expect(rival, EMPTY, rule, telling=True)
    _name_rules_first(draft, "attribute[", dict.fromkeys(rule for *_, rule, _ in sent))
    rule = "replace.attribute-cleared" if "contactAttributes" in body else "replace.attributes-cleared"
    for aspect in omitted:
        draft.expect(aspect, EMPTY, rule)


def _may_be_another(attribute: Json, facts: Facts) -> bool:
    """Whether it is not known which attribute is meant, or whether it exists."""
    named = isinstance(attribute, dict)
    return named and facts.may_exist("attributes", attribute.get("orgAttrId"), attribute.get("name"))


def _beside_doubtful_names(attributes: list[Json], facts: Facts) -> Iterator[Aspect]:
    for each in attributes:
        if facts.may_name_another("attributes", each.get("orgAttrId"), each.get("name")):
            yield f"attribute[{as_int(each['orgAttrId'])}]"


def _blame_values(draft: Draft, rule: str) -> Callable[[Value], Clauses]:
    """A missing attribute breaks the rule that named it; one with other values was written wrongly."""
    return lambda seen: draft.label(rule if seen is EMPTY else "fields.each-written")[0]


def _sent_attributes(attributes: list[Json], facts: Facts) -> list[tuple[Aspect, Value, str, Aspect]] | None:
    """(aspect, values, rule, the aspect that the name alone would mean) for each; None where one is unclear."""
    sent: list[tuple[Aspect, Value, str, Aspect]] = []
    for attribute in attributes:
        if not isinstance(attribute, dict) or not isinstance(attribute.get("values"), list):
            return None
        named = id_of(facts.attributes, attribute.get("name"))
        identifier = attribute.get("orgAttrId")
        key = named if is_empty(identifier) else as_int(identifier)
        aspect = f"attribute[{key}]"
        if key is None or not attribute["values"] or aspect in {a for a, *_ in sent}:
            return None
        conflict = not is_empty(identifier) and named is not None and named != key
        rule = "attribute.by-name" if is_empty(identifier) else "fields.each-written"
        rule = "attribute.id-beats-name" if conflict else rule
        values = as_set(freeze(value) for value in attribute["values"])
        sent.append((aspect, values, rule, f"attribute[{named}]" if conflict else ""))
    return sent


def _topics(draft: Draft, body: Body) -> None:
    topics = _field(body, "topics")
    if topics is None:
        _nothing_known(draft, "topic[")
        return
    for topic in topics:
        draft.expect(f"topic[{as_int(topic)}]", True, "fields.each-written")
    rule = "replace.topic-removed" if "topics" in body else "replace.topics-removed"
    for aspect in _listed(draft.before.state, "topic["):
        if aspect not in draft.cells:
            draft.expect(aspect, EMPTY, rule)


def _groups(draft: Draft, body: Body, facts: Facts) -> None:
    for aspect in _listed(draft.before.state, "group["):
        draft.keep(aspect, "groups.never-left")
    if draft.before.is_unknown("group["):
        draft.unclear("group[")
    ids, names = _field(body, "groups"), _field(body, "groupsName")
    if ids is None or names is None or ("groups" in body and not ids and names):
        draft.unclear("group[")
        return
    strange = [group for group in ids if facts.may_exist("groups", group, None)]
    for aspect in _unsettled("group", strange, facts.groups):
        draft.unclear(aspect)
    ids = [group for group in ids if group not in strange]
    if strange and not ids:
        return
    if not ids and any(facts.may_exist("groups", None, name) for name in names):
        draft.unclear("group[")
    named = [id_of(facts.groups, name) for name in names]
    conflict = bool(ids) and bool(named) and set(named) != {as_int(group) for group in ids}
    joined: list[Hashable] = [as_int(group) for group in ids] if ids else [g for g in named if g is not None]
    rule = "groups.id-beats-name" if conflict else "groups.joined" if ids else "groups.by-name"
    for aspect in (f"group[{group}]" for group in joined):
        if aspect not in draft.cells:
            draft.expect(aspect, True, rule)
            if rule != "groups.joined":  # groups that are lost however they are named
                cell = draft.cells[aspect]
                draft.cells[aspect] = replace(cell, narrower=(*cell.narrower, *draft.label("groups.joined")[0]))
    for aspect in _rivals(named, joined) if conflict else ():
        if draft.before.get(aspect) is EMPTY and not draft.before.is_unknown(aspect):
            draft.expect(aspect, EMPTY, rule, telling=True)


def _rivals(named: Iterable[int | None], joined: list[Hashable]) -> Iterator[Aspect]:
    for group in named:
        if group is not None and group not in joined:
            yield f"group[{group}]"
