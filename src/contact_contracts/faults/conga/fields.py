"""Wrong about what fields take, keep and lose."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change
from contact_contracts.reference.conga.directory import Named
from contact_contracts.reference.conga.fields import BOUNCED, Kind


@fault("conga.fields.each-writable")
class PhotosAreForgotten(CongaRules):
    """PhotoUrl is taken and not written."""

    def sent_value(self, change: Change, name: str, value: Json) -> Json:
        return change.old.get(name) if name == "PhotoUrl" else super().sent_value(change, name, value)


@fault("conga.fields.each-writable")
class BouncedIsNeverWritten(CongaRules):
    """IsEmailBounced stays what it is from the start."""

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        return change.old.get(name, value) if name == BOUNCED else value


@fault("conga.fields.null-clears")
class NullIsIgnored(CongaRules):
    """Null leaves a text as it is."""

    def cleared_value(self, change: Change, name: str) -> Json:
        return None if self.directory.fields.get(name) is Kind.LOOKUP else change.old.get(name)


@fault("conga.fields.unsent-kept")
class UnsentFieldsAreCleared(CongaRules):
    """An update replaces the whole record."""

    def unsent_value(self, change: Change, name: str) -> Json:
        return change.old.get(name) if name == BOUNCED else None


@fault("conga.fields.unknown-refused", also=("conga.schema.bad-input-refused",))
class UnknownFieldsAreKept(CongaRules):
    """A field that the object's schema lacks is stored like the others."""

    def check_fields_known(self, change: Change, unknown: Sequence[str]) -> None:
        if change.is_creation:
            super().check_fields_known(change, unknown)


@fault("conga.fields.wrong-type-refused", also=("conga.schema.bad-input-refused",))
class NumbersAreTexts(CongaRules):
    """A number for a text field is converted."""

    def is_of_kind(self, change: Change, name: str, kind: Kind, value: Json) -> bool:
        number = kind is Kind.TEXT and isinstance(value, int | float) and not isinstance(value, bool)
        return number or super().is_of_kind(change, name, kind, value)

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        return value if isinstance(value, str | bool) else str(value)


@fault("conga.fields.wrong-type-refused", also=("conga.schema.bad-input-refused",))
class TextsAreTrue(CongaRules):
    """Any text for IsEmailBounced is true, unless it is empty."""

    def is_of_kind(self, change: Change, name: str, kind: Kind, value: Json) -> bool:
        return super().is_of_kind(change, name, kind, value) or (kind is Kind.FLAG and isinstance(value, str))

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        return bool(value) if name == BOUNCED else value


@fault("conga.fields.bounced-not-null", also=("conga.schema.bad-input-refused",))
class BouncedMayBeNull(CongaRules):
    """Null clears IsEmailBounced like any other field."""

    def is_nullable(self, change: Change, name: str) -> bool:
        return True


@fault("conga.fields.lookup", also=("conga.fields.each-writable",))
class LookupsLoseTheirNames(CongaRules):
    """Of another record only the Id is kept."""

    def lookup_value(self, change: Change, name: str, value: Named) -> Json:
        return {"Id": value.get("Id")}


@fault("conga.fields.lookup", also=("conga.fields.null-clears",))
class LookupsStayForever(CongaRules):
    """Null does not take an Account or an Owner away."""

    def cleared_value(self, change: Change, name: str) -> Json:
        return change.old.get(name) if self.directory.fields.get(name) is Kind.LOOKUP else None
