"""How the Bird family shows a contact, and how it says no."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.reference.bird.change import Contact, is_empty
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.rules import FamilyRules

_CODES: Final = {
    401: "Unauthorized",
    403: "AccessDenied",
    404: "ResourceNotFound",
    405: "MethodNotAllowed",
    409: "ResourceAlreadyExists",
    413: "PayloadTooLarge",
    415: "UnsupportedMediaType",
    422: "InvalidPayload",
    500: "InternalError",
}


class BirdAnswers(FamilyRules):
    """Everything that is computed when a contact is shown, one method each."""

    def error_body(self, refusal: Refusal) -> Json:
        """A code for programs and a message for people."""
        return {"code": _CODES.get(refusal.status, "InvalidPayload"), "message": refusal.message}

    def contact_body(self, call: Call, contact: Contact) -> dict[str, Json]:
        """A contact as callers see it; only the display name is left out when there is none."""
        name = self.computed_display_name(call, contact)
        return {
            "id": self.shown_id(call, contact),
            **({} if name is None else {"computedDisplayName": name}),
            **self.shown_times(call, contact),
            "workspaceId": self.shown_workspace(call, contact),
            "featuredIdentifiers": self.featured_identifiers(call, contact),
            "attributes": self.shown_attributes(call, contact),
            "identifierCount": self.identifier_count(call, contact),
            **self.shown_memberships(call, contact),
            "isAnonymous": self.is_anonymous(call, contact),
        }

    def shown_id(self, call: Call, contact: Contact) -> str:
        """The contact's own id."""
        return str(contact["id"])

    def shown_times(self, call: Call, contact: Contact) -> dict[str, Json]:
        """When the contact was made and changed, in UTC."""
        return {"createdAt": contact["createdAt"], "updatedAt": contact["updatedAt"]}

    def shown_workspace(self, call: Call, contact: Contact) -> str:
        """The workspace that the contact is in."""
        return str(contact["workspaceId"])

    def shown_memberships(self, call: Call, contact: Contact) -> dict[str, Json]:
        """Lists, accounts and companies, each as they were added."""
        return {name: contact[name] for name in ("accountIds", "listIds", "companyRefs")}

    # The display name

    def computed_display_name(self, call: Call, contact: Contact) -> str | None:
        """The first name that there is, in the documented order."""
        return (
            self.name_from_display_name(call, contact)
            or self.name_from_first_name(call, contact)
            or self.name_from_email_address(call, contact)
            or self.name_from_phone_number(call, contact)
        )

    def name_from_display_name(self, call: Call, contact: Contact) -> str | None:
        """The displayName attribute, if it is text that is not empty."""
        return _text(contact["attributes"].get("displayName"))

    def name_from_first_name(self, call: Call, contact: Contact) -> str | None:
        """The firstName attribute, if it is text that is not empty."""
        return _text(contact["attributes"].get("firstName"))

    def name_from_email_address(self, call: Call, contact: Contact) -> str | None:
        """The oldest email address."""
        return next(iter(values_of(contact, "emailaddress")), None)

    def name_from_phone_number(self, call: Call, contact: Contact) -> str | None:
        """The oldest phone number."""
        return next(iter(values_of(contact, "phonenumber")), None)

    # Identifiers

    def identifier_count(self, call: Call, contact: Contact) -> int:
        """How many identifiers the contact has."""
        return len(contact["identifiers"])

    def is_anonymous(self, call: Call, contact: Contact) -> bool:
        """Whether no identifier makes the contact known."""
        return not any(self.makes_known(contact, one) for one in contact["identifiers"])

    def makes_known(self, contact: Contact, identifier: Mapping[str, Json]) -> bool:
        """Whether an identifier tells who the contact is; a visitor's id does not."""
        return bool(identifier["key"] != "visitorid")

    def featured_identifiers(self, call: Call, contact: Contact) -> list[Json]:
        """The oldest identifier of each key."""
        oldest: dict[str, Json] = {}
        for one in contact["identifiers"]:
            oldest.setdefault(one["key"], {"key": one["key"], "value": one["value"]})
        return [*oldest.values()]

    # Attributes

    def shown_attributes(self, call: Call, contact: Contact) -> dict[str, Json]:
        """All attributes that are not empty, and besides them those that the query names."""
        known = self.known_attributes(contact)
        return {**self.empty_attributes_asked_for(call, known), **self.non_empty_attributes(call, known)}

    def known_attributes(self, contact: Contact) -> dict[str, Json]:
        """The contact's own attributes, and a mirror of its identifiers."""
        return {**self.mirrored_identifiers(contact), **contact["attributes"]}

    def mirrored_identifiers(self, contact: Contact) -> dict[str, list[str]]:
        """The values of the identifiers by key. An attribute of that key that was there before stays in front."""
        mirror: dict[str, list[str]] = {}
        for one in contact["identifiers"]:
            mirror.setdefault(one["key"], []).append(one["value"])
        return mirror

    def non_empty_attributes(self, call: Call, known: Mapping[str, Json]) -> dict[str, Json]:
        """What is shown whatever the query says."""
        return {key: value for key, value in known.items() if not self.counts_as_empty(key, value)}

    def counts_as_empty(self, key: str, value: Json) -> bool:
        """Open in the documents. Read here: empty text and empty arrays are kept, and count as empty."""
        return is_empty(value)

    def empty_attributes_asked_for(self, call: Call, known: Mapping[str, Json]) -> dict[str, Json]:
        """Keys that the query names, null where the contact has no such attribute."""
        return {key: known.get(key) for key in self.attributes_asked_for(call)}

    def attributes_asked_for(self, call: Call) -> Sequence[str]:
        """The keys that the query names."""
        return call.query_values("attribute")


def values_of(contact: Contact, key: str) -> list[str]:
    """The values of a contact's identifiers with that key, oldest first."""
    return [one["value"] for one in contact["identifiers"] if one["key"] == key]


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) and value else None
