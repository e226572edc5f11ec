"""Wrong about what an answer shows."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.bird.tools import is_update
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change, Contact
from contact_contracts.reference.calls import Answer, Call


@fault("bird.answer.required-fields", also=("bird.schema.answers-conform",))
class LeavesOutUpdatedAt(BirdRules):
    """The answer to an update does not say when the contact was updated."""

    def shown_times(self, call: Call, contact: Contact) -> dict[str, Json]:
        times = super().shown_times(call, contact)
        return {"createdAt": times["createdAt"]} if is_update(call) else times


@fault(
    "bird.answer.required-fields",
    also=(
        "bird.schema.answers-conform",
        "bird.answer.reads-back",
        "bird.times.created-constant",
        "bird.times.updated-advances",
    ),
)
class CreatedAtIsNoDateTime(BirdRules):
    """The time of creation is shown as a date without a time."""

    def shown_times(self, call: Call, contact: Contact) -> dict[str, Json]:
        times = super().shown_times(call, contact)
        return {**times, "createdAt": times["createdAt"][:10]} if is_update(call) else times


@fault("bird.answer.reads-back", also=("bird.lists.added", "bird.lists.removed", "bird.lists.set"))
class AnswersWithTheListsOfBefore(BirdRules):
    """The answer to an update shows the lists that the contact had before; they are stored well."""

    def update(self, change: Change) -> Answer:
        answer = super().update(change)
        if not change.is_creation:
            answer.body["listIds"] = change.old["listIds"]
        return answer


@fault("bird.times.created-constant")
class CreatedAtFollowsTheUpdate(BirdRules):
    """Every update makes the contact look as if it had just been created."""

    def created_at(self, change: Change, now: str) -> str:
        return now


@fault("bird.times.updated-advances")
class UpdatedAtRunsBackwards(BirdRules):
    """Every update sets updatedAt a year further into the past."""

    def updated_at(self, change: Change, now: str) -> str:
        last = str(change.old["updatedAt"])
        return last if change.is_creation else f"{int(last[:4]) - 1:04}-01-01{last[10:]}"


# The display name


@fault("bird.display-name.attribute-first")
class FirstNameBeatsDisplayName(BirdRules):
    """The first name is asked before the display name."""

    def computed_display_name(self, call: Call, contact: Contact) -> str | None:
        return self.name_from_first_name(call, contact) or super().computed_display_name(call, contact)


@fault("bird.display-name.first-name-second")
class FirstNameIsNoDisplayName(BirdRules):
    """The first name is never asked."""

    def name_from_first_name(self, call: Call, contact: Contact) -> str | None:
        return None


@fault("bird.display-name.email-third")
class PhoneNumberBeatsEmailAddress(BirdRules):
    """A phone number is asked before the email address."""

    def name_from_email_address(self, call: Call, contact: Contact) -> str | None:
        return self.name_from_phone_number(call, contact) or super().name_from_email_address(call, contact)


@fault("bird.display-name.phone-fourth")
class PhoneNumberIsNoDisplayName(BirdRules):
    """A contact of which only a phone number is known stays without a name."""

    def name_from_phone_number(self, call: Call, contact: Contact) -> str | None:
        return None


@fault("bird.display-name.phone-fourth", rare=True)
class PhoneNumbersLoseTheirPlus(BirdRules):
    """A phone number that serves as the display name is shown without its plus."""

    def name_from_phone_number(self, call: Call, contact: Contact) -> str | None:
        name = super().name_from_phone_number(call, contact)
        return name.removeprefix("+") if name else name


# Anonymity


@fault("bird.anonymous.without-identifiers")
class NobodyIsKnown(BirdRules):
    """A contact without identifiers counts as known."""

    def is_anonymous(self, call: Call, contact: Contact) -> bool:
        return bool(contact["identifiers"]) and super().is_anonymous(call, contact)


@fault("bird.anonymous.visitor-only")
class VisitorsAreKnown(BirdRules):
    """A visitor's id makes the contact known."""

    def is_anonymous(self, call: Call, contact: Contact) -> bool:
        return not contact["identifiers"]


@fault("bird.anonymous.false-otherwise")
class OnlyMailAndPhoneMakeKnown(BirdRules):
    """An identifier with a key of the caller's own leaves the contact anonymous."""

    def is_anonymous(self, call: Call, contact: Contact) -> bool:
        return all(one["key"] not in ("emailaddress", "phonenumber") for one in contact["identifiers"])


# Attributes


@fault("bird.attributes.query-adds-empty")
class QueryForEmptyAttributesIsIgnored(BirdRules):
    """Empty attributes are left out although the query names them."""

    def attributes_asked_for(self, call: Call) -> Sequence[str]:
        return ()


@fault("bird.attributes.query-keeps-the-rest", also=("bird.answer.reads-back",))
class QueryNarrowsTheAttributes(BirdRules):
    """As soon as the query names attributes, no others are returned."""

    def shown_attributes(self, call: Call, contact: Contact) -> dict[str, Json]:
        shown, asked = super().shown_attributes(call, contact), self.attributes_asked_for(call)
        return {key: value for key, value in shown.items() if key in asked} if asked else shown
