"""Wrong about fields in a few values, pairs and sequences only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from abc import abstractmethod

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.conga.tools import LeavesTraces
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.directory import Named


class WritesOtherwise(CongaRules):
    """Rules that store texts of updates in another way; creations are stored well."""

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        is_text = isinstance(value, str) and not change.is_creation
        return self.altered(change, name, value) if is_text else value

    @abstractmethod
    def altered(self, change: Change, name: str, text: str) -> Json:
        """What is stored in place of the text that was sent."""


@fault("conga.fields.each-writable", rare=True)
class TrimsTexts(WritesOtherwise):
    """Blanks at the beginning of a text are dropped."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return text.lstrip(" ")


@fault("conga.fields.each-writable", rare=True)
class TrailingLineBreaksAreLost(WritesOtherwise):
    """White space at the end of a text is dropped."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return text.rstrip()


@fault("conga.fields.each-writable", rare=True)
class LinesAreJoined(WritesOtherwise):
    """A line break within a text becomes a blank."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return text.replace("\n", " ")


@fault("conga.fields.each-writable", rare=True)
class EscapesAreResolved(WritesOtherwise):
    """A backslash and an n in a text become a line break."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return text.replace("\\n", "\n")


@fault("conga.fields.each-writable", rare=True)
class CaseIsNoChange(WritesOtherwise):
    """A text that differs from the old one only in the case of its letters is not written."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        old = change.old.get(name)
        return old if isinstance(old, str) and old.casefold() == text.casefold() else text


@fault("conga.fields.each-writable", rare=True)
class TextsAreLatin(WritesOtherwise):
    """Letters beyond Latin-1 become question marks."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return text.encode("latin-1", "replace").decode("latin-1")


@fault("conga.fields.each-writable", rare=True)
class TextsEndAtTheFirstEmoji(WritesOtherwise):
    """A text is cut at its first character beyond the basic plane."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return next((text[:at] for at, letter in enumerate(text) if ord(letter) > 0xFFFF), text)


@fault("conga.fields.each-writable", rare=True)
class MarkupIsEscaped(WritesOtherwise):
    """Angle brackets, quotes and ampersands are stored as HTML entities."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        for letter, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
            text = text.replace(letter, entity)
        return text


@fault("conga.fields.each-writable", rare=True)
class EmailsAreLowerCased(WritesOtherwise):
    """Email is stored in small letters."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return text.lower() if name == "Email" else text


@fault("conga.fields.each-writable", rare=True)
class EmptyTextIsIgnored(WritesOtherwise):
    """Empty text leaves the field as it was."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return text or change.old.get(name)


@fault("conga.fields.each-writable", rare=True)
class SwitchesAreBooleans(WritesOtherwise):
    """HasOptedOutOfFax reads No whatever was written, unless that was Yes."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return "No" if name == "HasOptedOutOfFax" and text != "Yes" else text


@fault("conga.fields.each-writable", rare=True)
class BirthdaysNeedADate(WritesOtherwise):
    """Birthdate keeps the first ten characters."""

    def altered(self, change: Change, name: str, text: str) -> Json:
        return text[:10] if name == "Birthdate" else text


@fault("conga.fields.each-writable", rare=True)
class FalseNeverReplacesTrue(CongaRules):
    """Once IsEmailBounced is true it stays true."""

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        return value or change.old.get(name, value) if isinstance(value, bool) else value


@fault("conga.fields.each-writable", rare=True)
class UpdateAfterARefusalLosesTexts(LeavesTraces):
    """The first update after a refused one, of whichever record, writes no texts."""

    skips = False

    def leave_trace(self, change: Change) -> None:
        self.skips = True

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        lost = self.skips and isinstance(value, str) and not change.is_creation
        return change.old.get(name) if lost else super().written_value(change, name, value)

    def store_changed(self, change: Change, record: Record) -> None:
        self.skips = False
        super().store_changed(change, record)


# Other records


@fault("conga.fields.lookup", rare=True)
class SameAccountIsNone(CongaRules):
    """Sending the Account that the record has takes it away."""

    def lookup_value(self, change: Change, name: str, value: Named) -> Json:
        usual = super().lookup_value(change, name, value)
        return None if name == "Account" and usual == change.old.get(name) else usual


@fault("conga.fields.lookup", rare=True)
class LookupsAreWrittenOnce(CongaRules):
    """An Owner can be given, and not replaced."""

    def lookup_value(self, change: Change, name: str, value: Named) -> Json:
        return (name == "Owner" and change.old.get(name)) or super().lookup_value(change, name, value)


@fault("conga.fields.lookup", also=("conga.fields.each-writable",), rare=True)
class LookupNamesAreAscii(CongaRules):
    """The name of another record is stored without its letters beyond ASCII."""

    def lookup_value(self, change: Change, name: str, value: Named) -> Json:
        usual = super().lookup_value(change, name, value)
        return {**usual, "Name": str(usual["Name"]).encode("ascii", "ignore").decode()}
