"""Addresses, attributes, topics and groups that go wrong in some places, or together with others, only."""

# ruff: noqa: ARG002, D102 - a rule is handed all it may depend on; the class says what is wrong
from __future__ import annotations

from collections.abc import Mapping, Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import (
    IDEMPOTENT,
    WRITTEN,
    by_external_id,
    in_update,
    names_both,
    place_of,
)
from contact_contracts.reference.calls import Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change
from contact_contracts.reference.everbridge.directory import Entry


@fault("everbridge.replace.address-removed", also=(WRITTEN,), rare=True)
class EmptyAddressRemovesNone(EverbridgeRules):
    """An empty array of addresses removes none."""

    def replace_addresses(self, change: Change) -> list[Json]:
        if in_update(change) and change.body.get("address") == []:
            return [*change.old.get("address", [])]
        return super().replace_addresses(change)


@fault("everbridge.replace.address-removed", also=(WRITTEN,), rare=True)
class FirstOfThreeAddressesStays(EverbridgeRules):
    """The first of three or more addresses cannot be removed by leaving it out of the array."""

    def replace_addresses(self, change: Change) -> list[Json]:
        stored = super().replace_addresses(change)
        had = change.old.get("address", [])
        if not in_update(change) or "address" not in change.body or len(had) < 3 or had[0] in stored:
            return stored
        return [had[0], *stored]


@fault("everbridge.fields.each-written", rare=True)
class AddressesHaveNoSuite(EverbridgeRules):
    """The suite of an address is lost when the address has a state as well."""

    def stored_address(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_address(change, sent)
        if in_update(change) and "state" in stored:
            stored.pop("suite", None)
        return stored


class PlacesOtherwise(EverbridgeRules):
    """Not a fault yet: updates store what `otherwise` makes of an address's coordinates."""

    def stored_coordinates(self, change: Change, sent: Mapping[str, Json]) -> Json:
        point = super().stored_coordinates(change, sent)
        return self.otherwise(change, sent, point) if in_update(change) and point else point

    def otherwise(self, change: Change, sent: Mapping[str, Json], point: Json) -> Json:
        """What is stored in place of a point."""
        return point


@fault("everbridge.address.coordinates-kept", also=(WRITTEN,), rare=True)
class SecondAddressHasNoCoordinates(PlacesOtherwise):
    """Only the first address keeps its coordinates."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], point: Json) -> Json:
        return {} if place_of(change.body["address"], sent) else point


@fault("everbridge.address.coordinates-kept", also=(WRITTEN,), rare=True)
class EquatorIsNowhere(PlacesOtherwise):
    """A latitude or longitude of 0 is taken for none."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], point: Json) -> Json:
        return {name: value for name, value in point.items() if value}


@fault("everbridge.address.coordinates-kept", also=(WRITTEN,), rare=True)
class RoundsCoordinates(PlacesOtherwise):
    """Coordinates are rounded to two decimals."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], point: Json) -> Json:
        return {name: round(value, 2) for name, value in point.items()}


@fault("everbridge.address.coordinates-kept", also=(WRITTEN,), rare=True)
class WestBecomesEast(PlacesOtherwise):
    """A longitude loses its sign."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], point: Json) -> Json:
        return {**point, "lon": abs(point["lon"])} if "lon" in point else point


@fault("everbridge.address.coordinates-kept", also=(WRITTEN,), rare=True)
class CoordinatesStayWithTheStreet(PlacesOtherwise):
    """An address whose street the contact had already keeps the coordinates it had."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], point: Json) -> Json:
        street = sent.get("streetAddress")
        had = [one for one in change.old.get("address", []) if one.get("streetAddress") == street]
        return had[0].get("gisLocation", point) if had else point


@fault("everbridge.replace.attribute-cleared", also=(WRITTEN,), rare=True)
class EmptyAttributesClearNone(EverbridgeRules):
    """An empty array of attributes clears none."""

    def replace_attributes(self, change: Change) -> list[Json]:
        if in_update(change) and change.body.get("contactAttributes") == []:
            return [*change.old.get("contactAttributes", [])]
        return super().replace_attributes(change)


@fault("everbridge.replace.attribute-cleared", also=(WRITTEN, IDEMPOTENT), rare=True)
class ChangingOneAttributeKeepsTheOthers(EverbridgeRules):
    """An attribute left out of the array stays when the array changes another one's values."""

    def replace_attributes(self, change: Change) -> list[Json]:
        stored = super().replace_attributes(change)
        had = {one["orgAttrId"]: one for one in change.old.get("contactAttributes", [])}
        changed = any(had.get(one["orgAttrId"], one) != one for one in stored)
        if not in_update(change) or not changed:
            return stored
        return [*{**had, **{one["orgAttrId"]: one for one in stored}}.values()]


@fault("everbridge.fields.each-written", rare=True)
class AttributesHaveTwoValues(EverbridgeRules):
    """A third value of an attribute is lost."""

    def stored_attribute(self, change: Change, attribute: Entry, sent: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_attribute(change, attribute, sent)
        return {**stored, "values": stored["values"][:2]} if in_update(change) else stored


@fault(WRITTEN, rare=True)
class ValuesAlikeButForCaseAreOne(EverbridgeRules):
    """Of an attribute's values that differ in their case only, the last is kept."""

    def stored_attribute(self, change: Change, attribute: Entry, sent: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().stored_attribute(change, attribute, sent)
        if not in_update(change):
            return stored
        return {**stored, "values": [*{value.casefold(): value for value in stored["values"]}.values()]}


@fault(WRITTEN, also=("everbridge.replace.topic-removed",), rare=True)
class TopicsHave32Bits(EverbridgeRules):
    """An id of a topic keeps its last 32 bits."""

    def replace_topics(self, change: Change) -> list[Json]:
        stored = super().replace_topics(change)
        return [topic % 2**32 for topic in stored] if in_update(change) else stored


@fault("everbridge.attribute.id-beats-name", also=(WRITTEN,), rare=True)
class SecondAttributeNameBeatsId(EverbridgeRules):
    """From the second attribute on the name decides when both are sent."""

    def resolve_attribute(self, change: Change, sent: Mapping[str, Json]) -> Entry:
        by_id = super().resolve_attribute(change, sent)
        if not in_update(change) or place_of(change.body["contactAttributes"], sent) == 0:
            return by_id
        return self.directory.attributes.by_name(sent.get("name")) or by_id


@fault("everbridge.replace.topic-removed", also=(WRITTEN, IDEMPOTENT), rare=True)
class OneTopicLeavesAtATime(EverbridgeRules):
    """Of several topics left out of the array only the first is removed."""

    def replace_topics(self, change: Change) -> list[Json]:
        sent = super().replace_topics(change)
        if not in_update(change) or not sent:
            return sent
        return sent + [one for one in change.old.get("topics", []) if one not in sent][1:]


@fault("everbridge.replace.topics-removed", rare=True)
class TopicsStayByExternalId(EverbridgeRules):
    """A body without topics removes none when the contact is addressed by its external id."""

    def replace_topics(self, change: Change) -> list[Json]:
        if in_update(change) and by_external_id(change.call) and "topics" not in change.body:
            return [*change.old.get("topics", [])]
        return super().replace_topics(change)


@fault("everbridge.groups.joined", also=(WRITTEN,), rare=True)
class ThirdGroupIsNotJoined(EverbridgeRules):
    """Of three or more groups given by id the last is not joined."""

    def groups_by_id(self, change: Change, groups: list[Json]) -> list[int]:
        joined = super().groups_by_id(change, groups)
        return joined[:-1] if in_update(change) and len(joined) >= 3 else joined


@fault("everbridge.groups.joined", also=(WRITTEN,), rare=True)
class JoinsNoGroupWhileInTwo(EverbridgeRules):
    """A contact that is in two groups or more joins no other."""

    def groups_by_id(self, change: Change, groups: list[Json]) -> list[int]:
        joined = super().groups_by_id(change, groups)
        return [] if in_update(change) and len(change.old.get("groups", [])) >= 2 else joined


@fault("everbridge.groups.never-left", rare=True)
class GroupNamesEndMemberships(EverbridgeRules):
    """Groups given by name take the place of the groups that the contact is in."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        if in_update(change) and change.body.get("groupsName") and not change.body.get("groups"):
            return [*dict.fromkeys(named)]
        return super().merge_groups(change, named)


@fault("everbridge.groups.never-left", rare=True)
class NewRecordTypeEndsMemberships(EverbridgeRules):
    """A contact that changes its record type leaves its groups."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        record_type = self.resolve_record_type(change)
        changed = record_type is not None and record_type.id != change.old.get("recordTypeId")
        return [*dict.fromkeys(named)] if in_update(change) and changed else super().merge_groups(change, named)


@fault("everbridge.groups.never-left", also=("everbridge.groups.joined", IDEMPOTENT), rare=True)
class OldestOfFourGroupsIsLeft(EverbridgeRules):
    """A contact in more than three groups leaves the one it joined first."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        merged = super().merge_groups(change, named)
        return merged[-3:] if in_update(change) else merged


@fault("everbridge.groups.by-name", also=(WRITTEN,), rare=True)
class OnlyTheFirstGroupNameCounts(EverbridgeRules):
    """Of several groups given by name only the first is joined."""

    def groups_by_name(self, change: Change, names: list[Json]) -> list[int]:
        joined = super().groups_by_name(change, names)
        return joined[:1] if in_update(change) else joined


@fault("everbridge.groups.by-name", rare=True)
class GroupNamesAreAscii(EverbridgeRules):
    """A group whose name has characters beyond ASCII is unknown by name."""

    def groups_by_name(self, change: Change, names: list[Json]) -> list[int]:
        for name in names if in_update(change) else []:
            if not name.isascii():
                raise Refusal(400, f"groupsName {name} is invalid.")
        return super().groups_by_name(change, names)


@fault("everbridge.groups.id-beats-name", also=("everbridge.groups.joined", WRITTEN), rare=True)
class SecondGroupNameBeatsId(EverbridgeRules):
    """Where ids and names of groups are sent, the name decides from the second place on."""

    def resolve_group_ids(self, change: Change) -> list[int]:
        named = super().resolve_group_ids(change)
        if in_update(change) and names_both(change.body, "groups", "groupsName"):
            by_name = self.groups_by_name(change, change.body["groupsName"])
            return [named[0], *by_name[1 : len(named)], *named[len(by_name) :][: len(named) - 1]]
        return named


@fault("everbridge.record-type.by-name", also=(WRITTEN,), rare=True)
class RecordTypeNameNeedsAnId(EverbridgeRules):
    """A record type given by name is passed over when the contact is addressed by its external id."""

    def record_type_by_name(self, change: Change, name: Json) -> Entry:
        found = super().record_type_by_name(change, name)
        if not in_update(change) or not by_external_id(change.call):
            return found
        return self.directory.record_types.by_id(change.old.get("recordTypeId")) or found


@fault("everbridge.record-type.id-beats-name", also=(WRITTEN, IDEMPOTENT), rare=True)
class NewRecordTypeNameBeatsOldId(EverbridgeRules):
    """The record type's name decides when the id beside it is the one that the contact has."""

    def record_type_by_id(self, change: Change, record_type_id: Json) -> Entry:
        by_id = super().record_type_by_id(change, record_type_id)
        if not in_update(change) or by_id.id != change.old.get("recordTypeId"):
            return by_id
        return self.directory.record_types.by_name(change.body.get("recordTypeName")) or by_id


@fault("everbridge.groups.never-left", rare=True)
class GroupsAreLeftByWhoeverIsRenamed(EverbridgeRules):
    """An update that changes the external id, or makes the contact inactive, takes it out of all other groups."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        new = change.body.get("externalId")
        renamed = bool(change.old) and new != change.old.get("externalId")
        inactive = change.body.get("status") == "D"
        leaves = in_update(change) and (renamed or inactive)
        return [*named] if leaves else super().merge_groups(change, named)


@fault("everbridge.address.coordinates-kept", also=(WRITTEN,), rare=True)
class ZeroZeroIsNowhere(PlacesOtherwise):
    """An address where the equator meets the meridian of Greenwich loses its coordinates."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], point: Json) -> Json:
        return point if any(point.values()) else {}
