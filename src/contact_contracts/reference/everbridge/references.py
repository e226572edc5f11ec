"""Names instead of ids: what record types, groups, attributes and paths of a body stand for."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Refusal
from contact_contracts.reference.everbridge.answers import EverbridgeAnswers
from contact_contracts.reference.everbridge.change import Change, is_empty
from contact_contracts.reference.everbridge.directory import Directory, Entry, Register


class ReferenceRules(EverbridgeAnswers):
    """One documented idea, four times: a name is enough, and where both are sent the id decides.

    What does not exist is refused with 400; the documents do not say how.
    """

    @cached_property
    def directory(self) -> Directory:
        """What the organization has defined."""
        return Directory(self.store)

    def resolve_record_type(self, change: Change) -> Entry | None:
        """The record type that the body names; None when it names none."""
        record_type_id, name = change.body.get("recordTypeId"), change.body.get("recordTypeName")
        if not is_empty(record_type_id):
            return self.record_type_by_id(change, record_type_id)
        return None if is_empty(name) else self.record_type_by_name(change, name)

    def record_type_by_id(self, change: Change, record_type_id: Json) -> Entry:
        """The record type with an id."""
        return known(self.directory.record_types, "recordTypeId", entry_id=record_type_id)

    def record_type_by_name(self, change: Change, name: Json) -> Entry:
        """The record type with a name."""
        return known(self.directory.record_types, "recordTypeName", name=name)

    def resolve_group_ids(self, change: Change) -> list[int]:
        """The groups that the body names, in its order; `groups` decides unless it is empty."""
        groups, names = change.body.get("groups"), change.body.get("groupsName")
        if groups:
            return self.groups_by_id(change, groups)
        return self.groups_by_name(change, names) if names else []

    def groups_by_id(self, change: Change, groups: list[Json]) -> list[int]:
        """The groups with these ids."""
        return [known(self.directory.groups, "groups", entry_id=one).id for one in groups]

    def groups_by_name(self, change: Change, names: list[Json]) -> list[int]:
        """The groups with these names."""
        return [known(self.directory.groups, "groupsName", name=one).id for one in names]

    def resolve_attribute(self, change: Change, sent: Mapping[str, Json]) -> Entry:
        """The attribute that one member of `contactAttributes` is about."""
        if not is_empty(sent.get("orgAttrId")):
            return self.attribute_by_id(change, sent["orgAttrId"])
        return self.attribute_by_name(change, sent.get("name"))

    def attribute_by_id(self, change: Change, attribute_id: Json) -> Entry:
        """The attribute with an id."""
        return known(self.directory.attributes, "orgAttrId", entry_id=attribute_id)

    def attribute_by_name(self, change: Change, name: Json) -> Entry:
        """The attribute with a name."""
        return known(self.directory.attributes, "contactAttributes name", name=name)

    def resolve_path(self, change: Change, sent: Mapping[str, Json]) -> Entry:
        """The delivery path that one member of `paths` is about."""
        if not is_empty(sent.get("pathId")):
            return self.path_by_id(change, sent["pathId"])
        return self.path_by_prompt(change, sent.get("prompt"))

    def path_by_id(self, change: Change, path_id: Json) -> Entry:
        """The delivery path with an id."""
        return known(self.directory.paths, "pathId", entry_id=path_id)

    def path_by_prompt(self, change: Change, prompt: Json) -> Entry:
        """The delivery path with a prompt."""
        return known(self.directory.paths, "prompt", name=prompt)


def known(register: Register, member: str, *, entry_id: Json = None, name: Json = None) -> Entry:
    """The entry with an id, or else with a name. Raises Refusal when there is none."""
    found = register.by_name(name) if entry_id is None else register.by_id(entry_id)
    if found is None:
        raise Refusal(400, f"{member} {name if entry_id is None else entry_id} is invalid.")
    return found
