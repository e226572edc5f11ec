"""What an OpenAPI document must keep so that a good client can be generated from it: one function per rule.

The generator drops or ignores most of what these rules are about without a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from contact_contracts.contract.document import resolve
from contact_contracts.contract.operations import each_operation
from contact_contracts.contract.validation import pointer_to

Node = Mapping[str, Any]
Found = Iterator[tuple[str, str]]
"""JSON pointer into the document, and what to do about it."""

_VERB_NOUN = re.compile(r"[a-z]+([A-Z][a-z0-9]*)+")
_SHORT_TAG = re.compile(r"[a-z]{1,12}")
_BREAKING_PROPERTIES = {
    *("d", "cls", "field_dict", "src_dict", "to_dict", "from_dict", "UNSET"),
    *("additional_properties", "additionalProperties"),
}
_BREAKING_QUERY_NAMES = {"body", "client", "url"}


@dataclass(frozen=True)
class OperationNode:
    """An operation of the document, and where it is."""

    pointer: str
    item: Node
    node: Node


class Spec:
    """An OpenAPI document, seen the way that the rules ask about it."""

    def __init__(self, document: Node) -> None:
        """Look at a document as it was parsed."""
        self.document = document

    @cached_property
    def operations(self) -> list[OperationNode]:
        """Every operation, in the document's order."""
        return [OperationNode(place, item, node) for place, _, _, item, node in each_operation(self.document)]

    def parameters(self, operation: OperationNode) -> Iterator[tuple[str, Node]]:
        """Yield an operation's parameters, those of its path item included."""
        path_pointer = operation.pointer.rpartition("/")[0]
        for where, owner in ((path_pointer, operation.item), (operation.pointer, operation.node)):
            for index, raw in enumerate(owner.get("parameters") or []):
                yield f"{where}/parameters/{index}", resolve(self.document, raw)

    @cached_property
    def request_schemas(self) -> dict[str, Node]:
        """Every schema that a request body can reach, by pointer."""
        return self._reached((operation, "requestBody", None) for operation in self.operations)

    @cached_property
    def success_schemas(self) -> dict[str, Node]:
        """Every schema that a 2xx answer can reach, by pointer."""
        return self._reached((operation, "responses", True) for operation in self.operations)

    @cached_property
    def failure_schemas(self) -> dict[str, Node]:
        """Every schema that any other answer can reach, by pointer."""
        return self._reached((operation, "responses", False) for operation in self.operations)

    @cached_property
    def all_schemas(self) -> dict[str, Node]:
        """Every schema of a body or a component, by pointer."""
        found = {**self.request_schemas, **self.success_schemas, **self.failure_schemas}
        for name, schema in ((self.document.get("components") or {}).get("schemas") or {}).items():
            found.update(self._walk(pointer_to(["components", "schemas", name]), schema, set(found)))
        return found

    def _reached(self, starts: Iterator[tuple[OperationNode, str, bool | None]]) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for operation, part, success in starts:
            holders = [(f"{operation.pointer}/{part}", operation.node.get(part) or {})]
            if success is not None:
                holders = [
                    (f"{operation.pointer}/responses/{status}", response)
                    for status, response in holders[0][1].items()
                    if str(status).startswith("2") == success
                ]
            for pointer, holder in holders:
                for media_type, content in (resolve(self.document, holder).get("content") or {}).items():
                    place = pointer + pointer_to(["content", media_type, "schema"])
                    found.update(self._walk(place, content.get("schema") or {}, set(found)))
        return found

    def _walk(self, pointer: str, schema: Any, seen: set[str]) -> Iterator[tuple[str, Node]]:
        if isinstance(schema, Mapping) and isinstance(schema.get("$ref"), str):
            pointer, schema = schema["$ref"].lstrip("#"), resolve(self.document, schema)
        if pointer in seen or not isinstance(schema, Mapping):
            return
        seen.add(pointer)
        yield pointer, schema
        for place, child in _children(schema):
            yield from self._walk(pointer + place, child, seen)


def _children(schema: Node) -> Iterator[tuple[str, Any]]:
    for name, child in (schema.get("properties") or {}).items():
        yield pointer_to(["properties", name]), child
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), Mapping):
            yield f"/{keyword}", schema[keyword]
    for keyword in ("anyOf", "oneOf", "allOf"):
        for index, child in enumerate(schema.get(keyword) or []):
            yield f"/{keyword}/{index}", child


def _types(schema: Node) -> set[str]:
    declared = schema.get("type")
    return {declared} if isinstance(declared, str) else set(declared or ())


def _branches(spec: Spec, schema: Node) -> list[Node]:
    return [resolve(spec.document, branch) for branch in [*schema.get("anyOf", ()), *schema.get("oneOf", ())]]


def _admits_null(spec: Spec, schema: Node) -> bool:
    resolved = resolve(spec.document, schema)
    branches = _branches(spec, resolved)
    if branches:
        return any(_admits_null(spec, branch) for branch in branches)
    return not _types(resolved) or "null" in _types(resolved)


def names_and_tags(spec: Spec) -> Found:
    """Each operation has an id of its own, verb and noun, and exactly one short tag."""
    ids = Counter(operation.node.get("operationId") for operation in spec.operations)
    for operation in spec.operations:
        name = operation.node.get("operationId")
        if not isinstance(name, str) or not _VERB_NOUN.fullmatch(name):
            yield operation.pointer, f"operationId {name!r} is not verb and noun; write it like updateContact"
        elif ids[name] > 1:
            yield operation.pointer, f"operationId {name} is used more than once; give each operation its own"
        tags = operation.node.get("tags") or []
        if len(tags) != 1 or not _SHORT_TAG.fullmatch(str(tags[0])):
            yield f"{operation.pointer}/tags", f"{tags} is not one short tag; give one lower-case word"


def security_everywhere(spec: Spec) -> Found:
    """Each operation states its security; the document's own is not read."""
    for operation in spec.operations:
        if "security" not in operation.node:
            yield operation.pointer, "no security; list the schemes here, or [] for none"


def parameter_texts(spec: Spec) -> Found:
    """A parameter's text is in its schema too; only that one reaches the docstring."""
    for operation in spec.operations:
        for pointer, parameter in spec.parameters(operation):
            schema = resolve(spec.document, parameter.get("schema") or {})
            if not schema.get("description"):
                yield pointer, f"{parameter.get('name')} has no description in its schema; repeat it there"


def no_defaults(spec: Spec) -> Found:
    """No default in what is sent: a client would send it on every call."""
    for pointer, schema in spec.request_schemas.items():
        if "default" in schema:
            yield pointer, "has a default, which every call would send; say in prose what the server uses"
    for operation in spec.operations:
        for pointer, parameter in spec.parameters(operation):
            if "default" in resolve(spec.document, parameter.get("schema") or {}):
                yield pointer, "has a default, which every call would send; say in prose what the server uses"


def separate_schemas(spec: Spec) -> Found:
    """What is written and what is read are schemas of their own; readOnly and writeOnly are not read."""
    for pointer, schema in spec.all_schemas.items():
        for keyword in ("readOnly", "writeOnly"):
            if keyword in schema:
                yield pointer, f"{keyword} is ignored; make one schema to write and one to read"
    for pointer in spec.request_schemas.keys() & (spec.success_schemas.keys() | spec.failure_schemas.keys()):
        if "object" in _types(spec.request_schemas[pointer]):
            yield pointer, "is both sent and answered; make one schema to write and one to read"


def nulls_in_answers(spec: Spec) -> Found:
    """Whatever an answer may leave out, it may null."""
    for pointer, schema in {**spec.success_schemas, **spec.failure_schemas}.items():
        for name, child in (schema.get("properties") or {}).items():
            if name not in (schema.get("required") or ()) and not _admits_null(spec, child):
                yield pointer + pointer_to(["properties", name]), "does not admit null; add it to the type"


def errors_require_nothing(spec: Spec) -> Found:
    """An error answer may have any shape, so its schema requires nothing."""
    for pointer, schema in spec.failure_schemas.items():
        if schema.get("required"):
            yield f"{pointer}/required", "an error of another shape would raise KeyError; require nothing"


def open_enums_in_answers(spec: Spec) -> Found:
    """In answers an enum stands beside plain text, so that a new value survives."""
    answers = {**spec.success_schemas, **spec.failure_schemas}
    beside_text: set[str] = set()
    for pointer, schema in answers.items():
        branches = _branches(spec, schema)
        if any("string" in _types(branch) and "enum" not in branch for branch in branches):
            beside_text |= {
                branch["$ref"].lstrip("#") if "$ref" in branch else f"{pointer}/{keyword}/{index}"
                for keyword in ("anyOf", "oneOf")
                for index, branch in enumerate(schema.get(keyword, ()))
            }
    for pointer, schema in answers.items():
        if "enum" in schema and pointer not in beside_text:
            yield pointer, "a closed enum in an answer; write anyOf of the enum and type string"


def named_objects(spec: Spec) -> Found:
    """Every nested object is a named component, and members of a union can be told apart."""
    for pointer, schema in spec.all_schemas.items():
        if "properties" in schema and not re.fullmatch(r"/components/schemas/[^/]+", pointer):
            yield pointer, "an object without a name; make it a component and refer to it"
        if "discriminator" in schema:
            yield pointer, "discriminator is ignored; use disjoint required members or a const tag"
        objects = [branch for branch in _branches(spec, schema) if "properties" in branch]
        if not _distinct(objects):
            yield (
                pointer,
                "members of the union look alike; give them disjoint required members or const tags",
            )


def _distinct(objects: list[Node]) -> bool:
    if len(objects) < 2:
        return True
    tags = [{name for name, part in each["properties"].items() if "const" in part} for each in objects]
    required = [set(each.get("required") or ()) for each in objects]
    names = [name for group in required for name in group]
    return all(tags) or (all(required) and len(names) == len(set(names)))


def exact_values(spec: Spec) -> Found:
    """Integer ids are int64, and a date that is sent keeps its text."""
    for pointer, schema in spec.all_schemas.items():
        name = pointer.rpartition("/")[2]
        is_id = bool(re.search(r"(^id|Id|ID)$", name)) and "/properties/" in pointer
        if is_id and "integer" in _types(schema) and schema.get("format") != "int64":
            yield pointer, "an integer id without format int64; add it"
    for pointer, schema in spec.request_schemas.items():
        if schema.get("format") in {"date", "date-time"}:
            yield pointer, "a date would be written anew; make it a plain string and say its form in prose"


def plain_parameters(spec: Spec) -> Found:
    """Query arrays repeat their name, headers are plain values, Authorization is no parameter."""
    for operation in spec.operations:
        for pointer, parameter in spec.parameters(operation):
            types = _types(resolve(spec.document, parameter.get("schema") or {}))
            where, name = parameter.get("in"), str(parameter.get("name"))
            exploded = parameter.get("style", "form") == "form" and parameter.get("explode", True) is True
            if where == "query" and "array" in types and not exploded:
                yield pointer, "a query array in a form that cannot be sent; use style form and explode true"
            if where == "query" and "object" in types:
                yield pointer, "an object in the query; give each of its members a parameter"
            if where == "header" and not types <= {"string", "integer", "boolean"}:
                yield pointer, "headers carry string, integer or boolean only; change the type"
            if where == "header" and name.lower() == "authorization":
                yield pointer, "Authorization is no parameter; make it a security scheme"


def bodies_and_answers(spec: Spec) -> Found:
    """One required body of one media type, one success model, shared errors and a default."""
    for operation in spec.operations:
        yield from _body(spec, operation)
        responses = operation.node.get("responses") or {}
        if "default" not in responses:
            yield f"{operation.pointer}/responses", "no default answer; refer to the shared one"
        models = set()
        for status, response in responses.items():
            if str(status).startswith("2"):
                models.add(str(resolve(spec.document, response).get("content")))
            elif "$ref" not in response:
                yield f"{operation.pointer}/responses/{status}", "an error of its own; refer to a shared one"
        if len(models) > 1:
            yield f"{operation.pointer}/responses", "more than one success model; answer with one"


def _body(spec: Spec, operation: OperationNode) -> Found:
    if "requestBody" in operation.node:
        body = resolve(spec.document, operation.node["requestBody"])
        if body.get("required") is not True:
            yield f"{operation.pointer}/requestBody", "the body is not required; add required: true"
        if len(body.get("content") or {}) != 1:
            yield f"{operation.pointer}/requestBody", "not exactly one media type; keep one"


def harmless_names(spec: Spec) -> Found:
    """No name that breaks the generated code."""
    for pointer, schema in spec.all_schemas.items():
        for name in (schema.get("properties") or {}).keys() & _BREAKING_PROPERTIES:
            yield (
                pointer + pointer_to(["properties", name]),
                "this name breaks the generated code; leave it out",
            )
    for operation in spec.operations:
        for pointer, parameter in spec.parameters(operation):
            if parameter.get("in") == "query" and parameter.get("name") in _BREAKING_QUERY_NAMES:
                yield pointer, "this name breaks the generated code; it cannot be a query parameter"


def plain_references(spec: Spec) -> Found:
    """No path-item or external reference, no $defs, no parameter content."""
    for path, item in (spec.document.get("paths") or {}).items():
        if "$ref" in item:
            yield pointer_to(["paths", path]), "a path item by reference is dropped; write it here"
    for operation in spec.operations:
        for pointer, parameter in spec.parameters(operation):
            if "content" in parameter:
                yield pointer, "parameter content is dropped; give it a schema"
    yield from _odd_keys(spec.document, [])


def _odd_keys(node: Any, place: list[str | int]) -> Found:
    if isinstance(node, Mapping):
        reference = node.get("$ref")
        if isinstance(reference, str) and not reference.startswith("#/"):
            yield pointer_to(place), "a reference to another document is not followed; bring its target here"
        if "$defs" in node:
            yield pointer_to(place), "$defs are not read; make them components"
    children = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield from _odd_keys(child, [*place, key])


RULES: dict[str, Callable[[Spec], Found]] = {
    "CC001": names_and_tags,
    "CC002": security_everywhere,
    "CC003": parameter_texts,
    "CC004": no_defaults,
    "CC005": separate_schemas,
    "CC006": nulls_in_answers,
    "CC007": errors_require_nothing,
    "CC008": open_enums_in_answers,
    "CC009": named_objects,
    "CC010": exact_values,
    "CC011": plain_parameters,
    "CC012": bodies_and_answers,
    "CC013": harmless_names,
    "CC014": plain_references,
}
