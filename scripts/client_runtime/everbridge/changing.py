"""Read, change, write: full updates that keep what the caller does not name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from .differences import WITHOUT_EFFECT, Difference, differences
from .models.contact_replacement import ContactReplacement
from .naming import OF_CONTACT, listed, without_needless_names


class ChangedMeanwhile(Exception):
    """Somebody else changed the contact between reading and writing it; nothing was written."""

    def __init__(self, found: list[Difference]) -> None:
        """Take what they changed."""
        super().__init__(found)
        self.differences = found

    def __str__(self) -> str:
        """Name the places, not the values."""
        places = ", ".join(each.place for each in self.differences)
        return f"the contact was changed meanwhile, at {places}. Prepare the change again"


class Change:
    """A change of a contact that was read and not yet written.

    `contact` is all that is going to be written. Edit it further where you like; save() sends it.
    """

    def __init__(self, read: Mapping[str, Any], named: Mapping[str, Any]) -> None:
        """Take the contact as it was read, and what the caller names, both as JSON."""
        self._read = dict(read)
        self._named = dict(named)
        self.contact = ContactReplacement.from_dict(_merged(read, named))

    @property
    def kept(self) -> list[Difference]:
        """What an update with only what the caller named would remove, and this one keeps."""
        return removals(self._read, self._named)

    @property
    def differences(self) -> list[Difference]:
        """What save() changes."""
        return differences(self._read, self.body())

    def __str__(self) -> str:
        """Show what save() changes, a line for each place."""
        return "\n".join(map(str, self.differences)) or "nothing changes"

    def body(self) -> dict[str, Any]:
        """Return what save() sends: without empty members, for leaving them out is what empties them."""
        written = {
            name: value
            for name, value in self.contact.to_dict().items()
            if value is not None and name not in WITHOUT_EFFECT
        }
        settled = without_needless_names(written, self._read, self._named)
        # Memberships stay without being sent; sent, they would bring back one that ended meanwhile.
        for name in ("groups", "groupsName"):
            if name in settled and name not in self._named and settled[name] == self._read.get(name):
                del settled[name]
        return settled

    def refuse_if_changed(self, read_again: Mapping[str, Any]) -> None:
        """Raise ChangedMeanwhile unless the contact still reads as it did."""
        found = differences(self._read, read_again)
        if found:
            raise ChangedMeanwhile(found)


def removals(read: Mapping[str, Any], written: Mapping[str, Any]) -> list[Difference]:
    """Return what goes when a contact that reads like the one is replaced by the other, both as JSON."""
    return [each for each in differences(read, written) if each.kind == "removed"]


def _merged(read: Mapping[str, Any], named: Mapping[str, Any]) -> dict[str, Any]:
    merged = {name: _without_nulls(value) for name, value in read.items() if value is not None}
    for pair in OF_CONTACT:
        # Whoever names one of the two means that one; what was read of the other would stand in its way.
        if any(named.get(name) is not None for name in pair):
            for name in pair:
                merged.pop(name, None)
    return {**merged, **named}


def _without_nulls(value: Any) -> Any:
    """Return a read value without null members: they say that there is nothing, as leaving them out does."""
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value).items()
        return {name: _without_nulls(inner) for name, inner in pairs if inner is not None}
    if isinstance(value, list):
        return [_without_nulls(inner) for inner in listed(cast("object", value)) if inner is not None]
    return value
