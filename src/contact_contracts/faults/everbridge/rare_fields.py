"""Fields with one value that are stored wrong for some values, or on some calls, only."""

# ruff: noqa: ARG002, D102 - a rule is handed all it may depend on; the class says what is wrong
from __future__ import annotations

import html
from urllib.parse import unquote

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import IDEMPOTENT, WRITTEN, by_external_id, in_update
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change


class StoresOtherwise(EverbridgeRules):
    """Not a fault yet: what `otherwise` makes of a value is stored by updates of one contact."""

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        return self.otherwise(change, name, value) if in_update(change) else value

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        """What is stored in place of a value."""
        return value


@fault("everbridge.fields.each-written", rare=True)
class CutsTheHundredthCharacter(StoresOtherwise):
    """Names of 100 characters lose the last one."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return value[:99] if name in ("firstName", "lastName") else value


@fault("everbridge.fields.each-written", rare=True)
class TrimsTexts(StoresOtherwise):
    """Names lose the spaces before and after them."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return value.strip(" ") if name in ("firstName", "lastName", "businessName") else value


@fault("everbridge.fields.each-written", rare=True)
class StoresNamesInLatin(StoresOtherwise):
    """Characters of a last name beyond Latin-1 become question marks."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return value.encode("latin-1", "replace").decode("latin-1") if name == "lastName" else value


@fault("everbridge.fields.each-written", rare=True)
class EscapesMarkup(StoresOtherwise):
    """Ampersands, quotes and angle brackets of a business name are stored as HTML entities."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return html.escape(value) if name == "businessName" else value


@fault("everbridge.fields.each-written", rare=True)
class RaisesTheMiddleInitial(StoresOtherwise):
    """A middle initial is stored as a capital letter."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return value.upper()[:1] if name == "middleInitial" else value


@fault("everbridge.fields.each-written", rare=True)
class RoundsLargeAccountIds(StoresOtherwise):
    """Account ids beyond 2^53 are rounded."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return int(float(value)) if name in ("accountId", "individualAccountId") else value


@fault("everbridge.fields.each-written", rare=True)
class CutsAccountIdsToThirtyTwoBits(StoresOtherwise):
    """Of an individual account id the lower 32 bits are stored."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return value % 2**32 if name == "individualAccountId" else value


@fault("everbridge.fields.each-written", rare=True)
class ActivatesByExternalId(StoresOtherwise):
    """Status D becomes A when the contact is addressed by its external id."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return "A" if name == "status" and by_external_id(change.call) else value


@fault("everbridge.fields.each-written", rare=True)
class EmptyTextChangesNothing(StoresOtherwise):
    """Empty text sent for the suffix or the business name leaves the old one."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return change.old.get(name) if name in ("suffix", "businessName") and value == "" else value


@fault("everbridge.fields.each-written", also=(IDEMPOTENT,), rare=True)
class ThirdUpdateKeepsTheLastName(StoresOtherwise):
    """Every third update of a contact leaves its last name as it is."""

    def __init__(self, *inputs: object) -> None:
        super().__init__(*inputs)  # type: ignore[arg-type]  # passed through as they came
        self._updates: dict[str | None, int] = {}

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        if name != "lastName":
            return value
        count = self._updates[change.old_key] = self._updates.get(change.old_key, 0) + 1
        return change.old.get(name, value) if count % 3 == 0 else value


@fault("everbridge.fields.each-written", rare=True)
class FirstValueSticks(StoresOtherwise):
    """A preferred language can be set and emptied, but not changed into another one."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return change.old.get(name, value) if name == "preferredLanguage" else value


@fault(
    "everbridge.external-id.changes",
    also=(WRITTEN, "everbridge.external-id.changes-while-addressing", "everbridge.schema.no-server-error"),
    rare=True,
)
class CutsTheLongestExternalIds(StoresOtherwise):
    """An external id of 80 characters loses the last one; two that are the same then crash the call."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return value[:79] if name == "externalId" else value


@fault(
    "everbridge.external-id.changes", also=(WRITTEN, "everbridge.external-id.changes-while-addressing"), rare=True
)
class SecondChangeOfExternalIdIsLost(StoresOtherwise):
    """The external id of a contact can be changed once."""

    _changed: frozenset[str | None] = frozenset()

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        if name != "externalId" or value == change.old.get(name):
            return value
        again = change.old_key in self._changed
        self._changed |= {change.old_key}
        return change.old.get(name) if again else value


@fault(
    "everbridge.external-id.changes", also=(WRITTEN, "everbridge.external-id.changes-while-addressing"), rare=True
)
class CaseMakesNoOtherExternalId(StoresOtherwise):
    """An external id that differs from the old one in its case only does not replace it."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        old = str(change.old.get("externalId", ""))
        return old if name == "externalId" and value.lower() == old.lower() else value


class KeepsSome(EverbridgeRules):
    """Not a fault yet: a field that an update leaves out stays where `stays` says so."""

    def omitted_field_value(self, change: Change, name: str) -> Json:
        if in_update(change) and self.stays(change, name):
            return change.old.get(name)
        return super().omitted_field_value(change, name)

    def stays(self, change: Change, name: str) -> bool:
        """Whether a field that was left out keeps its value."""
        return False


@fault("everbridge.replace.omitted-field-emptied", rare=True)
class SuffixStaysByExternalId(KeepsSome):
    """A suffix that is left out stays when the contact is addressed by its external id."""

    def stays(self, change: Change, name: str) -> bool:
        return name == "suffix" and by_external_id(change.call)


@fault("everbridge.replace.omitted-field-emptied", also=(IDEMPOTENT,), rare=True)
class TimezoneStaysWithQuietTimes(KeepsSome):
    """A time zone that is left out stays while the contact has a path with quiet times."""

    def stays(self, change: Change, name: str) -> bool:
        quiet = any(path.get("quietTimeFrames") for path in change.old.get("paths", []))
        return name == "timezoneId" and quiet


@fault("everbridge.replace.omitted-field-emptied", rare=True)
class InactiveStaysInactive(KeepsSome):
    """A status D that is left out stays."""

    def stays(self, change: Change, name: str) -> bool:
        return name == "status" and change.old.get(name) == "D"


@fault("everbridge.replace.omitted-field-emptied", also=(IDEMPOTENT,), rare=True)
class OneAccountOfTwoStays(KeepsSome):
    """Of two account ids that are left out together, only one is emptied."""

    def stays(self, change: Change, name: str) -> bool:
        return name == "individualAccountId" and "accountId" not in change.body and "accountId" in change.old


@fault("everbridge.replace.omitted-field-emptied", rare=True)
class NonAsciiBusinessNameStays(KeepsSome):
    """A business name with characters beyond ASCII stays when it is left out."""

    def stays(self, change: Change, name: str) -> bool:
        return name == "businessName" and not str(change.old.get(name, "")).isascii()


@fault(WRITTEN, rare=True)
class BusinessNamesAreDecodedLikeUrls(StoresOtherwise):
    """In a business name a percent sign with two digits becomes the character of that number."""

    def otherwise(self, change: Change, name: str, value: Json) -> Json:
        return unquote(value) if name == "businessName" else value


@fault("everbridge.replace.omitted-field-emptied", rare=True)
class KeepsAnExternalIdThatIsLeftOut(EverbridgeRules):
    """A contact keeps its external id and its names where an update leaves them out."""

    def is_given(self, change: Change, name: str) -> bool:
        return in_update(change) or super().is_given(change, name)

    def omitted_field_value(self, change: Change, name: str) -> Json:
        kept = in_update(change) and name in ("externalId", "firstName", "lastName")
        return change.old.get(name) if kept else super().omitted_field_value(change, name)
