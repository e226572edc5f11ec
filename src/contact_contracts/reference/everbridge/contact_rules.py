"""What an update makes of a contact: the documented rules of full replacement, one method each."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any, Final

from contact_contracts.exchange import Json
from contact_contracts.reference.everbridge.change import Change, Contact, Mode, is_empty, without_empty
from contact_contracts.reference.everbridge.checks import CheckRules
from contact_contracts.reference.everbridge.directory import Entry
from contact_contracts.reference.everbridge.seed import CONTACT, CONTACT_COUNTER, EXTERNAL_ID, FIRST_CONTACT

_PLAIN_FIELDS: Final = (
    "externalId",
    "firstName",
    "lastName",
    "middleInitial",
    "suffix",
    "country",
    "timezoneId",
    "businessName",
    "preferredLanguage",
    "ssoUserId",
    "individualAccountId",
    "accountId",
    "status",
)
_SERVER_FIELDS: Final = ("id", "organizationId", "createdDate", "createdName")
_PATH_SETTINGS: Final = ("waitTime", "phoneExt", "skipValidation", "pathEnable")
_FRAME_MEMBERS: Final = ("name", "days", "fromHour", "fromMin", "toHour", "toMin")
_ADDRESS_MEMBERS: Final = (
    "locationName",
    "streetAddress",
    "country",
    "city",
    "state",
    "postalCode",
    "suite",
)


class ContactRules(CheckRules):
    """Turns a change into the contact that is stored, and stores it."""

    def write(self, change: Change) -> Contact:
        """Check the change, then store the contact that it makes."""
        self.check_change(change)
        contact = without_empty(self.changed_contact(change))
        if change.is_creation:
            self.store_new(change, contact)
        else:
            self.store_changed(change, contact)
        return contact

    def changed_contact(self, change: Change) -> Contact:
        """The contact as it is after the change; members without a value are dropped by the caller."""
        contact = self.server_fields(change)
        for name in _PLAIN_FIELDS:
            contact[name] = self.field_value(change, name)
        contact["recordTypeId"] = self.record_type_value(change)
        contact["paths"] = self.replace_paths(change)
        contact["address"] = self.replace_addresses(change)
        contact["contactAttributes"] = self.replace_attributes(change)
        contact["groups"] = self.merge_groups(change, self.resolve_group_ids(change))
        contact["topics"] = self.replace_topics(change)
        return contact

    # Fields with one value

    def server_fields(self, change: Change) -> Contact:
        """What no body can change, such as the id; and the note of this change."""
        kept: Contact = {name: change.old[name] for name in _SERVER_FIELDS if name in change.old}
        return {**kept, "lastModifiedDate": self.now(change), "lastModifiedName": self.credentials.user}

    def now(self, change: Change) -> int:
        """Epoch milliseconds, never before the last change."""
        return max(int(time.time() * 1000), int(change.old.get("lastModifiedDate", 0)))

    def field_value(self, change: Change, name: str) -> Json:
        """What a field holds after the change."""
        if name in change.body:
            return self.stored_field_value(change, name, change.body[name])
        return self.omitted_field_value(change, name)

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        """A value that was sent is stored as it was sent."""
        return value

    def omitted_field_value(self, change: Change, name: str) -> Json:
        """A field that was left out is emptied, unless the update is partial."""
        return change.old.get(name) if change.keeps_omitted else None

    def record_type_value(self, change: Change) -> Json:
        """The id of the record type that was named."""
        named = self.resolve_record_type(change)
        return self.omitted_field_value(change, "recordTypeId") if named is None else named.id

    # Paths

    def replace_paths(self, change: Change) -> list[Json]:
        """The paths that were sent, in their order, which is the order of preference; no others remain."""
        if "paths" not in change.body:
            return self.omitted_list(change, "paths")
        return [self.stored_path(change, sent) for sent in change.body["paths"]]

    def stored_path(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        """One path: which one it is, where it leads, its settings, and when it is quiet."""
        path = self.resolve_path(change, sent)
        frames = self.frames_for_path(change, path, sent)
        return without_empty(
            {
                "pathId": path.id,
                **self.path_destination(change, sent),
                **self.path_settings(change, sent),
                "quietTimeFrames": frames,
            }
        )

    def path_destination(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        """`value` is the number or address, `countryCode` the country; one page swaps their descriptions."""
        return {"value": sent.get("value"), "countryCode": sent.get("countryCode")}

    def path_settings(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        """The other members of a path, replaced like everything else."""
        return {name: sent.get(name) for name in _PATH_SETTINGS}

    def frames_for_path(self, change: Change, path: Entry, sent: Mapping[str, Json]) -> list[Json]:
        """The quiet times of a path: those sent, none for an empty list, or else those it has."""
        frames = sent.get("quietTimeFrames")
        if frames is None:
            return self.frames_when_absent(change, path)
        return self.frames_when_sent(change, path, frames) if frames else self.frames_when_empty(change, path)

    def frames_when_sent(self, change: Change, path: Entry, frames: Sequence[Mapping[str, Json]]) -> list[Json]:
        """Quiet times that are sent replace those of the path."""
        return [self.stored_frame(change, frame) for frame in frames]

    def frames_when_empty(self, change: Change, path: Entry) -> list[Json]:
        """An empty list removes the quiet times."""
        return []

    def frames_when_absent(self, change: Change, path: Entry) -> list[Json]:
        """The one exception to full replacement: quiet times that are not spoken of stay."""
        return [] if change.mode is Mode.EXACT else self.old_frames(change, path)

    def old_frames(self, change: Change, path: Entry) -> list[Json]:
        """The quiet times that the contact's path has so far."""
        paths = change.old.get("paths", [])
        return next((one.get("quietTimeFrames", []) for one in paths if one["pathId"] == path.id), [])

    def stored_frame(self, change: Change, frame: Mapping[str, Json]) -> dict[str, Json]:
        """One quiet time, as sent; it may pass midnight."""
        return without_empty({name: frame.get(name) for name in _FRAME_MEMBERS})

    # The other lists

    def omitted_list(self, change: Change, name: str) -> list[Json]:
        """A list that was left out is removed, unless the update is partial."""
        return [*change.old.get(name, [])] if change.keeps_omitted else []

    def replace_addresses(self, change: Change) -> list[Json]:
        """The addresses that were sent; all others are removed."""
        if "address" not in change.body:
            return self.omitted_list(change, "address")
        stored = [self.stored_address(change, sent) for sent in change.body["address"]]
        return [address for address in stored if address]

    def stored_address(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        """One address, with its place on the map."""
        members = {name: sent.get(name) for name in _ADDRESS_MEMBERS}
        return without_empty({**members, "gisLocation": self.stored_coordinates(change, sent)})

    def stored_coordinates(self, change: Change, sent: Mapping[str, Json]) -> Json:
        """Where the address is; without it no map can show the address."""
        point = sent.get("gisLocation") or {}
        return without_empty({name: point.get(name) for name in ("lat", "lon")})

    def replace_attributes(self, change: Change) -> list[Json]:
        """The attributes that were sent; all others are cleared. Sent twice, the last one counts."""
        if "contactAttributes" not in change.body:
            return self.omitted_list(change, "contactAttributes")
        stored: dict[int, Any] = {}
        for sent in change.body["contactAttributes"]:
            attribute = self.resolve_attribute(change, sent)
            stored[attribute.id] = self.stored_attribute(change, attribute, sent)
        return [attribute for attribute in stored.values() if attribute["values"]]

    def stored_attribute(self, change: Change, attribute: Entry, sent: Mapping[str, Json]) -> dict[str, Json]:
        """One attribute, with its id and its own name whichever of them was sent."""
        return {"orgAttrId": attribute.id, "name": attribute.name, "values": [*sent.get("values", [])]}

    def replace_topics(self, change: Change) -> list[Json]:
        """The topics that were sent; all others are removed. Any id is taken: no operation lists topics."""
        if "topics" not in change.body:
            return self.omitted_list(change, "topics")
        return [*dict.fromkeys(change.body["topics"])]

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        """An update joins groups and never leaves one."""
        kept = [] if change.mode is Mode.EXACT else change.old.get("groups", [])
        return [*dict.fromkeys([*kept, *named])]

    # Storing

    def store_new(self, change: Change, contact: Contact) -> None:
        """Give a new contact its id and keep it."""
        contact["id"] = self.store.next_number(CONTACT_COUNTER, FIRST_CONTACT)
        contact["organizationId"] = int(change.call.path["organizationId"])
        contact["createdDate"] = contact["lastModifiedDate"]
        contact["createdName"] = self.credentials.user
        self.store.insert(CONTACT, str(contact["id"]), contact)
        self.move_external_id(change, contact)

    def store_changed(self, change: Change, contact: Contact) -> None:
        """Keep a contact in place of what it was."""
        self.store.replace(CONTACT, str(contact["id"]), contact)
        self.move_external_id(change, contact)

    def move_external_id(self, change: Change, contact: Contact) -> None:
        """From now on the new external id finds the contact, and the old one finds nothing."""
        before, after = change.old.get("externalId"), contact.get("externalId")
        if before == after:
            return
        if not is_empty(before):
            self.store.release(CONTACT, EXTERNAL_ID, str(before))
        if not is_empty(after):
            self.store.claim(CONTACT, EXTERNAL_ID, str(after), str(contact["id"]))
