"""Wrong about null and about fields that nobody sent, in a few cases only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from abc import abstractmethod
from typing import Any

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.conga.tools import Remembers
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.fields import BOUNCED, Kind


class HasSideEffects(CongaRules):
    """Rules by which a field that is written changes others that the body does not name."""

    def changed_record(self, change: Change) -> Record:
        record = super().changed_record(change)
        if change.is_creation:
            return record
        effects = self.effects(change, record)
        return {**record, **{name: value for name, value in effects.items() if name not in change.body}}

    @abstractmethod
    def effects(self, change: Change, record: Record) -> Record:
        """Fields that change although nobody sent them."""


@fault("conga.fields.each-writable", also=("conga.fields.unsent-kept",), rare=True)
class CountryCodesAreMixedUp(HasSideEffects):
    """OtherCountryCode is written to MailingCountryCode."""

    def effects(self, change: Change, record: Record) -> Record:
        return {"MailingCountryCode": change.body["OtherCountryCode"]} if "OtherCountryCode" in change.body else {}

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        mixed = name == "OtherCountryCode" and not change.is_creation
        return change.old.get(name) if mixed else super().written_value(change, name, value)


# What null does


@fault("conga.fields.null-clears", rare=True)
class OneNullPerCall(CongaRules):
    """Of several nulls the first one clears."""

    def cleared_value(self, change: Change, name: str) -> Json:
        first = next(one for one, value in change.body.items() if value is None)
        return None if name == first else change.old.get(name)


@fault("conga.fields.null-clears", rare=True)
class NullForNothingIsText(CongaRules):
    """Null for a text that the record does not have is stored as the word null."""

    def cleared_value(self, change: Change, name: str) -> Json:
        is_text = self.directory.fields.get(name) is Kind.TEXT and not change.is_creation
        return "null" if is_text and name not in change.old else None


@fault("conga.fields.null-clears", rare=True)
class SalutationsStay(CongaRules):
    """Null does not clear Salutation."""

    def cleared_value(self, change: Change, name: str) -> Json:
        return change.old.get(name) if name == "Salutation" else None


@fault("conga.fields.null-clears", rare=True)
class NullBesideTextIsIgnored(CongaRules):
    """Null does not clear when the same body writes a text."""

    def cleared_value(self, change: Change, name: str) -> Json:
        writes = any(isinstance(value, str) for key, value in change.body.items() if key != "Id")
        return change.old.get(name) if writes and name not in ("Account", "Owner") else None


# What nobody sent


@fault("conga.fields.unsent-kept", rare=True)
class NameIsComposed(HasSideEffects):
    """Writing FirstName or LastName writes Name, for records that have both."""

    def effects(self, change: Change, record: Record) -> Record:
        first, last = record.get("FirstName"), record.get("LastName")
        return {"Name": f"{first} {last}"} if first and last and {"FirstName", "LastName"} & {*change.body} else {}


@fault("conga.fields.unsent-kept", rare=True)
class NewAddressHasNotBounced(HasSideEffects):
    """Writing Email makes IsEmailBounced false."""

    def effects(self, change: Change, record: Record) -> Record:
        return {BOUNCED: False} if change.body.get("Email") else {}


@fault("conga.fields.unsent-kept", rare=True)
class NotBouncedForgetsWhen(HasSideEffects):
    """Writing false to IsEmailBounced clears its date and its reason."""

    def effects(self, change: Change, record: Record) -> Record:
        cleared = {"EmailBouncedDate": None, "EmailBouncedReason": None}
        return cleared if change.body.get(BOUNCED) is False else {}


@fault("conga.fields.unsent-kept", rare=True)
class NewAccountHasNoOwner(HasSideEffects):
    """Writing Account clears Owner."""

    def effects(self, change: Change, record: Record) -> Record:
        return {"Owner": None} if change.body.get("Account") else {}


@fault("conga.fields.unsent-kept", rare=True)
class ClearedStreetClearsTheAddress(HasSideEffects):
    """Clearing MailingStreet clears MailingCity and MailingPostalCode."""

    def effects(self, change: Change, record: Record) -> Record:
        clears = "MailingStreet" in change.body and change.body["MailingStreet"] is None
        return {"MailingCity": None, "MailingPostalCode": None} if clears else {}


@fault("conga.fields.unsent-kept", rare=True)
class EmptyBodyClearsTheDescription(HasSideEffects):
    """An empty body clears Description and Department."""

    def effects(self, change: Change, record: Record) -> Record:
        return {} if change.body else {"Description": None, "Department": None}


@fault("conga.fields.unsent-kept", rare=True)
class ThirdUpdateForgetsPhones(HasSideEffects):
    """The third update of a record clears the telephone numbers that it does not name."""

    def __init__(self, *bound: Any) -> None:
        super().__init__(*bound)
        self.updates: dict[str, int] = {}

    def effects(self, change: Change, record: Record) -> Record:
        count = self.updates[change.key] = self.updates.get(change.key, 0) + 1
        return {name: None for name in record if name.endswith(("Phone", "Fax"))} if count == 3 else {}


@fault("conga.fields.unsent-kept", rare=True)
class LastBodyShinesThrough(Remembers):
    """A text that a record lacks is filled from the last update, be it of another record."""

    def changed_record(self, change: Change) -> Record:
        record = super().changed_record(change)
        sent = {} if self.last is None or change.is_creation else self.last.body
        texts = {name: value for name, value in sent.items() if isinstance(value, str) and name in self.texts()}
        return {**{name: value for name, value in texts.items() if name not in change.body}, **record}

    def texts(self) -> set[str]:
        return {name for name, kind in self.directory.fields.items() if kind is Kind.TEXT}
