"""Names that are not understood, or that beat the id beside them."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from collections.abc import Mapping

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import WRITTEN, in_update, names_both
from contact_contracts.reference.calls import Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, is_empty
from contact_contracts.reference.everbridge.directory import Entry


@fault("everbridge.record-type.by-name", also=(WRITTEN,))
class IgnoresTheRecordTypeName(EverbridgeRules):
    """A record type that is given by name only does not replace the old one."""

    def record_type_value(self, change: Change) -> Json:
        if in_update(change) and is_empty(change.body.get("recordTypeId")):
            return change.old.get("recordTypeId")
        return super().record_type_value(change)


@fault("everbridge.record-type.id-beats-name", also=(WRITTEN,))
class RecordTypeNameBeatsId(EverbridgeRules):
    """The record type's name decides when both are sent."""

    def record_type_by_id(self, change: Change, record_type_id: Json) -> Entry:
        by_id = super().record_type_by_id(change, record_type_id)
        if not in_update(change):
            return by_id
        return self.directory.record_types.by_name(change.body.get("recordTypeName")) or by_id


@fault("everbridge.attribute.by-name", also=(WRITTEN, "everbridge.replace.attribute-cleared"))
class IgnoresAttributesWithoutId(EverbridgeRules):
    """An attribute that is given by name only is not written."""

    def replace_attributes(self, change: Change) -> list[Json]:
        stored = super().replace_attributes(change)
        if not in_update(change):
            return stored
        ids = {one.get("orgAttrId") for one in change.body.get("contactAttributes", [])}
        return [one for one in stored if one["orgAttrId"] in ids]


@fault("everbridge.attribute.id-beats-name", also=(WRITTEN,))
class AttributeNameBeatsId(EverbridgeRules):
    """The attribute's name decides when both are sent."""

    def resolve_attribute(self, change: Change, sent: Mapping[str, Json]) -> Entry:
        by_id = super().resolve_attribute(change, sent)
        if not in_update(change):
            return by_id
        return self.directory.attributes.by_name(sent.get("name")) or by_id


@fault("everbridge.path.by-prompt")
class RefusesAPathWithoutId(EverbridgeRules):
    """A path that is given by its prompt only is refused."""

    def path_by_prompt(self, change: Change, prompt: Json) -> Entry:
        if in_update(change):
            raise Refusal(400, "pathId is required.")
        return super().path_by_prompt(change, prompt)


@fault("everbridge.path.by-prompt", also=(WRITTEN, "everbridge.replace.omitted-paths-removed"))
class IgnoresPathsWithoutId(EverbridgeRules):
    """A path that is given by its prompt only is not written."""

    def replace_paths(self, change: Change) -> list[Json]:
        stored = super().replace_paths(change)
        if not in_update(change):
            return stored
        ids = {one.get("pathId") for one in change.body.get("paths", [])}
        return [one for one in stored if one["pathId"] in ids]


@fault("everbridge.path.id-beats-prompt", also=(WRITTEN,))
class PromptBeatsPathId(EverbridgeRules):
    """The prompt decides when both are sent."""

    def resolve_path(self, change: Change, sent: Mapping[str, Json]) -> Entry:
        by_id = super().resolve_path(change, sent)
        if not in_update(change):
            return by_id
        return self.directory.paths.by_name(sent.get("prompt")) or by_id


@fault("everbridge.groups.by-name", also=(WRITTEN,))
class IgnoresGroupNames(EverbridgeRules):
    """Groups that are given by name are not joined."""

    def groups_by_name(self, change: Change, names: list[Json]) -> list[int]:
        return [] if in_update(change) else super().groups_by_name(change, names)


@fault("everbridge.groups.id-beats-name")
class JoinsGroupsOfIdsAndNames(EverbridgeRules):
    """With ids and names of groups, the groups of both are joined."""

    def resolve_group_ids(self, change: Change) -> list[int]:
        named = super().resolve_group_ids(change)
        if in_update(change) and names_both(change.body, "groups", "groupsName"):
            return named + self.groups_by_name(change, change.body["groupsName"])
        return named


@fault("everbridge.groups.id-beats-name", also=("everbridge.groups.joined", WRITTEN))
class GroupNamesBeatIds(EverbridgeRules):
    """With ids and names of groups, those of the names are joined."""

    def resolve_group_ids(self, change: Change) -> list[int]:
        if in_update(change) and names_both(change.body, "groups", "groupsName"):
            return self.groups_by_name(change, change.body["groupsName"])
        return super().resolve_group_ids(change)
