"""What is left out stays, or what is sent goes."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import WRITTEN, in_update
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change


def keeps_when_omitted(change: Change, name: str) -> bool:
    """Whether an update leaves out a list that the contact has."""
    return in_update(change) and name not in change.body


@fault("everbridge.fields.each-written")
class DropsTheBusinessName(EverbridgeRules):
    """The business name is not stored."""

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        return None if name == "businessName" and in_update(change) else value


@fault("everbridge.fields.each-written")
class SwapsTheNames(EverbridgeRules):
    """First and last name change places."""

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        swapped = {"firstName": "lastName", "lastName": "firstName"}
        return change.body.get(swapped[name], value) if name in swapped and in_update(change) else value


@fault("everbridge.replace.omitted-field-emptied")
class UpdatesPartially(EverbridgeRules):
    """Fields with one value that are left out stay."""

    def omitted_field_value(self, change: Change, name: str) -> Json:
        return change.old.get(name) if in_update(change) else super().omitted_field_value(change, name)


@fault("everbridge.replace.omitted-paths-removed")
class KeepsPathsWhenOmitted(EverbridgeRules):
    """A body without paths removes none."""

    def omitted_list(self, change: Change, name: str) -> list[Json]:
        if name == "paths" and in_update(change):
            return [*change.old.get(name, [])]
        return super().omitted_list(change, name)


@fault("everbridge.replace.omitted-paths-removed", also=(WRITTEN,))
class MergesPaths(EverbridgeRules):
    """Paths that are missing from the array stay behind those that were sent."""

    def replace_paths(self, change: Change) -> list[Json]:
        paths = super().replace_paths(change)
        if not in_update(change) or "paths" not in change.body:
            return paths
        sent = {path["pathId"] for path in paths}
        return paths + [old for old in change.old.get("paths", []) if old["pathId"] not in sent]


@fault("everbridge.replace.address-removed", also=(WRITTEN,))
class MergesAddresses(EverbridgeRules):
    """Addresses that are missing from the array stay."""

    def replace_addresses(self, change: Change) -> list[Json]:
        sent = super().replace_addresses(change)
        if not in_update(change) or "address" not in change.body:
            return sent
        return sent + [old for old in change.old.get("address", []) if old not in sent]


@fault("everbridge.replace.addresses-removed")
class KeepsAddressesWhenOmitted(EverbridgeRules):
    """A body without address removes none."""

    def replace_addresses(self, change: Change) -> list[Json]:
        if keeps_when_omitted(change, "address"):
            return [*change.old.get("address", [])]
        return super().replace_addresses(change)


@fault("everbridge.replace.attribute-cleared", also=(WRITTEN,))
class MergesAttributes(EverbridgeRules):
    """Attributes that are missing from the array keep their values."""

    def replace_attributes(self, change: Change) -> list[Json]:
        sent = super().replace_attributes(change)
        if not in_update(change) or "contactAttributes" not in change.body:
            return sent
        ids = {one["orgAttrId"] for one in sent}
        return sent + [old for old in change.old.get("contactAttributes", []) if old["orgAttrId"] not in ids]


@fault("everbridge.replace.attributes-cleared")
class KeepsAttributesWhenOmitted(EverbridgeRules):
    """A body without contactAttributes clears none."""

    def replace_attributes(self, change: Change) -> list[Json]:
        if keeps_when_omitted(change, "contactAttributes"):
            return [*change.old.get("contactAttributes", [])]
        return super().replace_attributes(change)


@fault("everbridge.replace.topic-removed", also=(WRITTEN,))
class MergesTopics(EverbridgeRules):
    """Topics that are missing from the array stay."""

    def replace_topics(self, change: Change) -> list[Json]:
        sent = super().replace_topics(change)
        if not in_update(change) or "topics" not in change.body:
            return sent
        return [*dict.fromkeys([*change.old.get("topics", []), *sent])]


@fault("everbridge.replace.topics-removed")
class KeepsTopicsWhenOmitted(EverbridgeRules):
    """A body without topics removes none."""

    def replace_topics(self, change: Change) -> list[Json]:
        if keeps_when_omitted(change, "topics"):
            return [*change.old.get("topics", [])]
        return super().replace_topics(change)


@fault("everbridge.replace.idempotent", also=(WRITTEN, "everbridge.path.order-kept"))
class TurnsPathsSentAgainRound(EverbridgeRules):
    """Paths in the order that the contact has already are stored in the opposite order."""

    def replace_paths(self, change: Change) -> list[Json]:
        paths = super().replace_paths(change)
        old = [one["pathId"] for one in change.old.get("paths", [])]
        same = [one["pathId"] for one in paths] == old
        return paths[::-1] if in_update(change) and same else paths


@fault("everbridge.replace.idempotent", also=(WRITTEN, "everbridge.replace.topic-removed"))
class TogglesTopicsSentAgain(EverbridgeRules):
    """Topics that the contact has exactly as sent are switched off."""

    def replace_topics(self, change: Change) -> list[Json]:
        topics = super().replace_topics(change)
        return [] if in_update(change) and topics == change.old.get("topics") else topics
