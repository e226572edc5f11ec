"""Other ways to keep the Bird contract: open questions answered otherwise, other forms and statuses."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from uuid import uuid4

from contact_contracts.exchange import Json
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import (
    COMPANIES,
    MEMBERSHIPS,
    Change,
    Contact,
    Identifier,
    Membership,
    same,
)
from contact_contracts.reference.bird.contact_rules import comparable
from contact_contracts.reference.bird.seed import blank_contact
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.variations.catalogue import variation

_OPTIONAL: Final = ("listIds", "accountIds", "companyRefs", "featuredIdentifiers", "attributes")
_DERIVED: Final = ("computedDisplayName", "identifierCount", "isAnonymous")
_PUNCTUATION: Final = re.compile(r"[\s().-]")


# Nothing, in other words


@variation("absent-for-nothing")
class AbsentForNothing(BirdRules):
    """Optional members that are empty are left out."""

    def contact_body(self, call: Call, contact: Contact) -> dict[str, Json]:
        """Only what there is."""
        body = super().contact_body(call, contact)
        return {name: value for name, value in body.items() if name not in _OPTIONAL or value}


@variation("null-for-nothing")
class NullForNothing(BirdRules):
    """Optional members that are empty are null."""

    def contact_body(self, call: Call, contact: Contact) -> dict[str, Json]:
        """All members."""
        body = {"computedDisplayName": None, **super().contact_body(call, contact)}
        return {name: None if name in _OPTIONAL and not value else value for name, value in body.items()}


@variation("few-members")
class FewMembers(BirdRules):
    """Neither the workspace nor featured identifiers are shown."""

    def contact_body(self, call: Call, contact: Contact) -> dict[str, Json]:
        """Without what is optional and nobody has to have."""
        body = super().contact_body(call, contact)
        return {name: value for name, value in body.items() if name not in ("workspaceId", "featuredIdentifiers")}


@variation("nothing-derived")
class NothingDerived(BirdRules):
    """The members that are derived from others, and optional, are never shown."""

    def contact_body(self, call: Call, contact: Contact) -> dict[str, Json]:
        """What was written, and no more."""
        return {n: value for n, value in super().contact_body(call, contact).items() if n not in _DERIVED}


# Other forms


@variation("other-times")
class OtherTimes(BirdRules):
    """Times are shown to the second, the later one with an offset."""

    def shown_times(self, call: Call, contact: Contact) -> dict[str, Json]:
        """The same instants, written in another way."""
        created, updated = (datetime.fromisoformat(contact[name]) for name in ("createdAt", "updatedAt"))
        offset = timezone(timedelta(hours=2))
        return {
            "createdAt": created.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            "updatedAt": updated.astimezone(offset).isoformat(timespec="seconds"),
        }


@variation("numbers-as-floats")
class NumbersAsFloats(BirdRules):
    """Whole numbers among the attributes are written with a decimal point."""

    def stored_attribute(self, change: Change, key: str, value: Json) -> Json:
        """1 and 1.0 are the same number."""
        return [_as_float(one) for one in value] if isinstance(value, list) else _as_float(value)


def _as_float(value: Json) -> Json:
    small = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53
    return float(value) if small else value


@variation("newest-names")
class NewestNames(BirdRules):
    """Of several mail addresses or phone numbers the newest one is the display name."""

    def name_from_email_address(self, call: Call, contact: Contact) -> str | None:
        """The newest."""
        return next(
            (one["value"] for one in reversed(contact["identifiers"]) if one["key"] == "emailaddress"), None
        )

    def name_from_phone_number(self, call: Call, contact: Contact) -> str | None:
        """The newest."""
        return next(
            (one["value"] for one in reversed(contact["identifiers"]) if one["key"] == "phonenumber"), None
        )


@variation("no-mirrors")
class NoMirrors(BirdRules):
    """Identifiers are not repeated among the attributes."""

    def mirrored_identifiers(self, contact: Contact) -> dict[str, list[str]]:
        """None."""
        return {}


@variation("opaque-ids")
class OpaqueIds(BirdRules):
    """Contact ids are no UUIDs."""

    def creation(self, call: Call, content: dict[str, Json], offered: Sequence[Identifier]) -> Change:
        """A contact with an id of another form."""
        change = super().creation(call, content, offered)
        contact_id = f"ct_{uuid4().hex}~{'Z' * 24}"
        blank = blank_contact(change.workspace, contact_id, str(change.old["createdAt"]))
        return Change(change.call, change.body, blank, change.offered, is_creation=True)


@variation("normalised-phones")
class NormalisedPhones(BirdRules):
    """Phone numbers among the identifiers lose their punctuation."""

    def identifiers_in_body(self, body: Mapping[str, Json]) -> tuple[Identifier, ...]:
        """As they are kept."""
        return tuple(_normalised(one) for one in super().identifiers_in_body(body))

    def path_identifier(self, call: Call) -> Identifier:
        """As it is kept."""
        return _normalised(super().path_identifier(call))

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        """Compared as they are kept."""
        removed = [_normalised(one) for one in change.body.get("removeIdentifiers", ())]
        return [one for one in identifiers if not any(same(one, other) for other in removed)]


def _normalised(identifier: Identifier) -> Identifier:
    if identifier["key"] != "phonenumber":
        return identifier
    return {**identifier, "value": _PUNCTUATION.sub("", identifier["value"]) or identifier["value"]}


# Other statuses


@variation("bad-requests")
class BadRequests(BirdRules):
    """What is refused for its content is answered with 400 instead of 422."""

    def refusal_answer(self, refusal: Refusal) -> Answer:
        """Another status, the same body."""
        status = 400 if refusal.status == 422 else refusal.status
        return super().refusal_answer(Refusal(status, refusal.message, refusal.code, refusal.headers))


@variation("conflicts-are-unprocessable")
class ConflictsAreUnprocessable(BirdRules):
    """An identifier of another contact is answered with 422 instead of 409."""

    def conflict(self, change: Change, identifier: Identifier) -> Refusal:
        """The error that the page leaves without a number."""
        return Refusal(422, super().conflict(change, identifier).message)


@variation("memberships-come-once")
class MembershipsComeOnce(BirdRules):
    """Adding a list, an account or a company that the contact has is refused, for all three alike."""

    once: tuple[Membership, ...] = MEMBERSHIPS

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        """Only what is new."""
        if membership in self.once and not {comparable(membership, one) for one in current}.isdisjoint(
            comparable(membership, o) for o in sent
        ):
            raise Refusal(409, "The contact has this already.")
        return super().add_members(change, membership, current, sent)


@variation("companies-come-once")
class CompaniesComeOnce(MembershipsComeOnce):
    """Adding a company that the contact has is refused; lists and accounts may be added again."""

    once = (COMPANIES,)


@variation("ten-in-all")
class TenInAll(BirdRules):
    """A contact that would be on more than ten lists, or in more than ten accounts, is refused."""

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        """However few are added."""
        merged = super().add_members(change, membership, current, sent)
        if membership != COMPANIES and len(merged) > self.most_ids(change, membership, membership.whole):
            raise Refusal(422, "Ten at most.")
        return merged


@variation("identifiers-have-no-outer-blanks")
class IdentifiersHaveNoOuterBlanks(BirdRules):
    """An identifier that begins or ends with a blank is refused."""

    def identifiers_to_add(self, change: Change) -> Sequence[Identifier]:
        """None is."""
        if any(one["value"] != one["value"].strip() for one in change.offered):
            raise Refusal(422, "An identifier neither begins nor ends with a blank.")
        return super().identifiers_to_add(change)


@variation("unknown-workspace-is-unauthorized")
class UnknownWorkspaceIsUnauthorized(BirdRules):
    """A workspace that does not exist is answered with 401, as some have seen."""

    def unknown_workspace(self, call: Call, named: str) -> Refusal:
        """The caller has no rights there."""
        return Refusal(401, "Unauthorized")


@variation("ignores-read-only")
class IgnoresReadOnly(BirdRules):
    """Read-only attributes in a body are passed over, and the call succeeds."""

    def check_read_only(self, change: Change) -> None:
        """Nothing is refused."""

    def changed_attributes(self, change: Change) -> dict[str, Json]:
        """What may be written."""
        sent = change.body.get("attributes", {})
        written = {key: value for key, value in sent.items() if not self.is_read_only(change, key)}
        body = {**change.body, "attributes": written}
        return super().changed_attributes(
            Change(change.call, body, change.old, change.offered, change.is_creation)
        )


# Open questions, answered otherwise


@variation("null-changes-nothing")
class NullChangesNothing(BirdRules):
    """An attribute sent as null stays as it was."""

    def clear_attribute(self, change: Change, attributes: dict[str, Json], key: str) -> None:
        """Nothing is cleared."""


@variation("null-is-refused", keeps_contacts=True)
class NullIsRefused(BirdRules):
    """An attribute sent as null is refused."""

    def check_read_only(self, change: Change) -> None:
        """Nor may anything be null."""
        if None in change.body.get("attributes", {}).values():
            raise Refusal(422, "null is no value.")
        super().check_read_only(change)


@variation("empty-text-is-a-value")
class EmptyTextIsAValue(BirdRules):
    """An attribute with empty text is shown like any other."""

    def counts_as_empty(self, key: str, value: Json) -> bool:
        """Only null and an empty array count."""
        return value is None or value == []


@variation("empty-text-clears")
class EmptyTextClears(BirdRules):
    """An attribute set to empty text is gone."""

    def changed_attributes(self, change: Change) -> dict[str, Json]:
        """Without those."""
        return {key: value for key, value in super().changed_attributes(change).items() if value != ""}


@variation("removing-absent-is-refused")
class RemovingAbsentIsRefused(BirdRules):
    """Removing an identifier that is not there is refused."""

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        """All must be there."""
        for one in change.body.get("removeIdentifiers", ()):
            if not any(same(one, other) for other in identifiers):
                raise Refusal(422, "There is no such identifier.")
        return super().without_removed_identifiers(change, identifiers)


@variation("removes-before-adding")
class RemovesBeforeAdding(BirdRules):
    """Identifiers and members are removed first, so what is added and removed at once is there."""

    def changed_identifiers(self, change: Change, now: str) -> list[Identifier]:
        """Removed, then added."""
        wanted = self.identifiers_to_add(change)
        left = self.without_removed_identifiers(change, change.old["identifiers"])
        changed = Change(change.call, change.body, {**change.old, "identifiers": left}, change.offered)
        return self.with_added_identifiers(changed, wanted, now)

    def changed_membership(self, change: Change, membership: Membership) -> list[str]:
        """Removed, then added, then set."""
        current: list[str] = change.old[membership.whole]
        body = change.body
        if membership.removing in body:
            current = self.remove_members(change, membership, current, body[membership.removing])
        if membership.adding in body:
            current = self.add_members(change, membership, current, body[membership.adding])
        if membership.whole in body:
            current = self.set_members(change, membership, current, body[membership.whole])
        return current


@variation("combined-members-are-refused")
class CombinedMembersAreRefused(BirdRules):
    """Setting lists, accounts or companies while adding or removing some is refused."""

    def changed_membership(self, change: Change, membership: Membership) -> list[str]:
        """One member at a time."""
        if sum(name in change.body for name in (membership.whole, membership.adding, membership.removing)) > 1:
            raise Refusal(422, "Only one of these members can be sent.")
        return super().changed_membership(change, membership)


@variation("deprecated-identifiers-are-ignored")
class DeprecatedIdentifiersAreIgnored(BirdRules):
    """The older `identifiers` of a body has no effect."""

    def identifiers_in_body(self, body: Mapping[str, Json]) -> tuple[Identifier, ...]:
        """Only the newer member counts, but on creation."""
        return tuple(body.get("addIdentifiers", ()))
