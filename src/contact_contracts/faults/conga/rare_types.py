"""Wrong about fields and values that must be refused, in a few cases only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.conga.tools import LeavesTraces
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.fields import BOUNCED, Kind


@fault("conga.fields.unknown-refused", rare=True)
class AnyCustomFieldIsKnown(CongaRules):
    """A field whose name ends like that of a custom field is taken, known or not."""

    def is_known(self, change: Change, name: str) -> bool:
        return (name.endswith("_c") and not change.is_creation) or super().is_known(change, name)


@fault("conga.fields.unknown-refused", also=("conga.schema.bad-input-refused",), rare=True)
class OneUnknownFieldIsFine(CongaRules):
    """A body with one unknown field beside known ones is taken, and the unknown one dropped."""

    def check_fields_known(self, change: Change, unknown: Sequence[str]) -> None:
        if change.is_creation or len(unknown) > 1 or len(change.body) == 1:
            super().check_fields_known(change, unknown)

    def changed_record(self, change: Change) -> Record:
        record = super().changed_record(change)
        return {name: value for name, value in record.items() if self.is_known(change, name)}


@fault("conga.fields.unknown-refused", also=("conga.schema.bad-input-refused",), rare=True)
class UnknownNullIsFine(CongaRules):
    """An unknown field is taken when its value is null."""

    def check_fields_known(self, change: Change, unknown: Sequence[str]) -> None:
        named = [name for name in unknown if change.body[name] is not None or change.is_creation]
        super().check_fields_known(change, named)


@fault(
    "conga.fields.unknown-refused",
    also=("conga.schema.bad-input-refused", "conga.error.refused-changes-nothing"),
    rare=True,
)
class UnknownFieldsComeLast(LeavesTraces):
    """Beside an unknown field Title is written, although the call is refused."""

    def leave_trace(self, change: Change) -> None:
        unknown = any(not self.is_known(change, name) for name in change.body)
        title = change.body.get("Title")
        if unknown and isinstance(title, str):
            self.keep(change, {**change.old, "Title": title})


@fault("conga.fields.wrong-type-refused", also=("conga.schema.bad-input-refused",), rare=True)
class OneTextInAnArrayIsAText(CongaRules):
    """An array of one text is taken for the text."""

    def is_of_kind(self, change: Change, name: str, kind: Kind, value: Json) -> bool:
        return super().is_of_kind(change, name, kind, self.unwrapped(value) if kind is Kind.TEXT else value)

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        return self.unwrapped(value)

    def unwrapped(self, value: Json) -> Json:
        return value[0] if isinstance(value, list) and len(value) == 1 else value


@fault("conga.fields.wrong-type-refused", also=("conga.schema.bad-input-refused",), rare=True)
class TrueMayBeSpelled(CongaRules):
    """IsEmailBounced takes the texts true and false."""

    def is_of_kind(self, change: Change, name: str, kind: Kind, value: Json) -> bool:
        return (kind is Kind.FLAG and value in ("true", "false")) or super().is_of_kind(change, name, kind, value)

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        return value == "true" if name == BOUNCED and isinstance(value, str) else value


@fault("conga.fields.wrong-type-refused", also=("conga.schema.bad-input-refused",), rare=True)
class BooleansAreWords(CongaRules):
    """DoNotCall and both opt-outs take booleans, which become Yes and No."""

    def is_of_kind(self, change: Change, name: str, kind: Kind, value: Json) -> bool:
        switch = name == "DoNotCall" or name.startswith("HasOptedOut")
        return (switch and isinstance(value, bool)) or super().is_of_kind(change, name, kind, value)

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        return ("Yes" if value else "No") if isinstance(value, bool) and name != BOUNCED else value


@fault("conga.fields.bounced-not-null", also=("conga.schema.bad-input-refused",), rare=True)
class BouncedMayBeNullBesideOthers(CongaRules):
    """Null for IsEmailBounced is refused only when nothing else is sent; otherwise it is ignored."""

    def is_nullable(self, change: Change, name: str) -> bool:
        return len(change.body) > 1 or super().is_nullable(change, name)

    def cleared_value(self, change: Change, name: str) -> Json:
        return change.old.get(name) if name == BOUNCED else None


@fault(
    "conga.fields.bounced-not-null",
    also=(
        "conga.fields.each-writable",
        "conga.fields.unsent-kept",
        "conga.payload.on-request",
        "conga.payload.is-the-record",
    ),
    rare=True,
)
class NotBouncedReadsAsNull(CongaRules):
    """Where IsEmailBounced is false, a record reads null once it was updated."""

    def record_body(self, record: Record) -> Json:
        shown = super().record_body(record)
        hidden = record.get(BOUNCED) is False and int(record.get("ETag", "1")) > 1
        return {**shown, BOUNCED: None} if hidden else shown
