"""Wrong about attributes in a few values, keys and combinations only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.bird.tools import LeavesTraces
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change, Contact, is_empty
from contact_contracts.reference.calls import Answer, Call, Refusal


class StoresOtherwise(BirdRules):
    """Rules that store values of updates in another way; creations are stored well."""

    def stored_attribute(self, change: Change, key: str, value: Json) -> Json:
        return value if change.is_creation else self.altered(change, key, value)

    @abstractmethod
    def altered(self, change: Change, key: str, value: Json) -> Json:
        """What is stored in place of the value that was sent."""


@fault("bird.attributes.written", rare=True)
class TrimsTextAttributes(StoresOtherwise):
    """Blanks at either end of a text are dropped."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        return value.strip() if isinstance(value, str) and value.strip() else value


@fault("bird.attributes.written", rare=True)
class TextIsAscii(StoresOtherwise):
    """Letters beyond ASCII become question marks, in texts outside arrays."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        return value.encode("ascii", "replace").decode() if isinstance(value, str) else value


@fault("bird.attributes.written", rare=True)
class ArraysAreAscii(StoresOtherwise):
    """Letters beyond ASCII are dropped from the elements of arrays."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        if not isinstance(value, list):
            return value
        return [one.encode("ascii", "ignore").decode() if isinstance(one, str) else one for one in value]


@fault("bird.attributes.written", rare=True)
class FalseNeverReplaces(StoresOtherwise):
    """false and 0 do not take the place of a value that is there."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        return value or change.old["attributes"].get(key, value)


@fault("bird.attributes.written", rare=True)
class SingleElementsAreUnwrapped(StoresOtherwise):
    """An array with one element is stored as that element."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        return value[0] if isinstance(value, list) and len(value) == 1 else value


@fault("bird.attributes.written", rare=True)
class ArraysAreSets(StoresOtherwise):
    """An element that an array holds twice is stored once."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        if not isinstance(value, list):
            return value
        return [one for at, one in enumerate(value) if one not in value[:at]]


@fault("bird.attributes.written", rare=True)
class ArraysHaveNoBlanks(StoresOtherwise):
    """Members of arrays that are empty text, or blanks and nothing else, are dropped."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        if not isinstance(value, list):
            return value
        return [one for one in value if not isinstance(one, str) or one.strip()]


@fault("bird.attributes.written", rare=True)
class ArraysHaveOneType(StoresOtherwise):
    """The elements of an array take the type of its first: beside a text, all others become text."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        uniform = isinstance(value, list) and value and isinstance(value[0], str)
        return [str(one) for one in value] if uniform else value


@fault("bird.attributes.written", rare=True)
class FractionsAreCut(StoresOtherwise):
    """A number beyond one million in either direction loses its fraction."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        return int(value) if isinstance(value, float) and 1_000_000 < abs(value) < 2**53 else value


@fault("bird.attributes.written", rare=True)
class NumbersAreUnsigned(StoresOtherwise):
    """A negative number loses its sign."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        return abs(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


@fault("bird.attributes.written", rare=True)
class TextsThatLookLikeNumbersAreNumbers(StoresOtherwise):
    """A text of digits is stored as a number."""

    def altered(self, change: Change, key: str, value: Json) -> Json:
        return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


@fault("bird.attributes.written", rare=True)
class ThreeAttributesPerCall(BirdRules):
    """Beyond the third, attributes of a body are forgotten."""

    def changed_attributes(self, change: Change) -> dict[str, Json]:
        attributes = super().changed_attributes(change)
        late = [] if change.is_creation else [*change.body.get("attributes", {})][3:]
        old = change.old["attributes"]
        kept = {key: value for key, value in attributes.items() if key not in late}
        return {**kept, **{key: old[key] for key in late if key in old}}


@fault("bird.attributes.written", rare=True)
class KeysAreTrimmed(BirdRules):
    """An attribute whose key begins or ends with a blank is stored under the key without it."""

    def changed_attributes(self, change: Change) -> dict[str, Json]:
        sent = change.body.get("attributes", {})
        attributes = super().changed_attributes(change)
        return {key.strip() if key in sent else key: value for key, value in attributes.items()}


@fault("bird.attributes.written", rare=True)
class TheUpdateAfterARefusalLosesAttributes(LeavesTraces):
    """The first update of attributes after a refused update, of whichever contact, does not write them."""

    skips = False

    def leave_trace(self, change: Change) -> None:
        self.skips = True

    def changed_attributes(self, change: Change) -> dict[str, Json]:
        if self.skips and change.body.get("attributes") and not change.is_creation:
            return {**change.old["attributes"]}
        return super().changed_attributes(change)

    def update(self, change: Change) -> Answer:
        answer = super().update(change)
        self.skips = self.skips and not (change.body.get("attributes") and not change.is_creation)
        return answer


@fault("bird.partial.unsent-kept", rare=True)
class FourthUpdateForgetsAttributes(BirdRules):
    """The fourth update of a contact takes away the attributes that it does not name."""

    def __init__(self, *bound: Json) -> None:
        super().__init__(*bound)
        self.updates: dict[str, int] = {}

    def unsent_attributes(self, change: Change) -> dict[str, Json]:
        count = self.updates[change.old["id"]] = self.updates.get(change.old["id"], 0) + 1
        return {} if count == 4 and not change.is_creation else super().unsent_attributes(change)


@fault("bird.partial.unsent-kept", rare=True)
class EmptyAttributesTakeAllAway(BirdRules):
    """An attributes member that is an empty object takes all attributes away."""

    def unsent_attributes(self, change: Change) -> dict[str, Json]:
        return {} if change.body.get("attributes") == {} else super().unsent_attributes(change)


@fault("bird.partial.unsent-kept", rare=True)
class FirstNameTakesDisplayNameAway(BirdRules):
    """Writing firstName alone takes the attribute displayName away, so that the name is computed anew."""

    def unsent_attributes(self, change: Change) -> dict[str, Json]:
        kept = super().unsent_attributes(change)
        if "firstName" in change.body.get("attributes", {}) and not change.is_creation:
            kept.pop("displayName", None)
        return kept


@fault("bird.partial.empty-body", also=("bird.partial.unsent-kept",), rare=True)
class EmptyBodyForgetsCompanies(BirdRules):
    """An empty body takes the last company reference away."""

    def changed_contact(self, change: Change) -> Contact:
        contact = super().changed_contact(change)
        companies = contact["companyRefs"]
        return {**contact, "companyRefs": companies if change.body else companies[:-1]}


@fault("bird.attributes.query-adds-empty", rare=True)
class OnlyTheFirstQueryCounts(BirdRules):
    """Of several attribute parameters the first one counts."""

    def attributes_asked_for(self, call: Call) -> Sequence[str]:
        return super().attributes_asked_for(call)[:1]


@fault("bird.attributes.query-adds-empty", rare=True)
class OnlyKnownKeysAreAdded(BirdRules):
    """A key that the query names is added only if it is written in ASCII."""

    def attributes_asked_for(self, call: Call) -> Sequence[str]:
        return [key for key in super().attributes_asked_for(call) if key.isascii()]


@fault("bird.attributes.query-adds-empty", rare=True)
class ARepetitionEndsTheQuery(BirdRules):
    """Of keys of which the query names one twice, the first one counts."""

    def attributes_asked_for(self, call: Call) -> Sequence[str]:
        asked = super().attributes_asked_for(call)
        return asked[:1] if len(set(asked)) < len(asked) else asked


@fault("bird.attributes.query-keeps-the-rest", also=("bird.answer.reads-back",), rare=True)
class QueriedAttributesAreNull(BirdRules):
    """An attribute that the query names is null even when it has a value."""

    def empty_attributes_asked_for(self, call: Call, known: Mapping[str, Json]) -> dict[str, Json]:
        return dict.fromkeys(self.attributes_asked_for(call))

    def non_empty_attributes(self, call: Call, known: Mapping[str, Json]) -> dict[str, Json]:
        asked = self.attributes_asked_for(call)
        return {key: value for key, value in known.items() if not is_empty(value) and key not in asked}


@fault("bird.attributes.query-keeps-the-rest", also=("bird.attributes.written",), rare=True)
class ZeroAndFalseCountAsEmpty(BirdRules):
    """0 and false are shown only when the query names them."""

    def counts_as_empty(self, key: str, value: Json) -> bool:
        return not value


@fault("bird.attributes.other-properties", rare=True)
class OtherPropertiesMustBeSimple(BirdRules):
    """A property that the documents do not name may be anything but an object or an array."""

    def check_update(self, change: Change) -> None:
        super().check_update(change)
        documented = self.contract.document["components"]["schemas"]["ContactUpdate"]["properties"]
        for name, value in change.body.items():
            if name not in documented and isinstance(value, dict | list) and not change.is_creation:
                raise Refusal(422, f"{name} is too complicated.")


@fault("bird.read-only.refused", rare=True)
class ReadOnlyHidesBehindAnother(BirdRules):
    """A read-only attribute is noticed only when it is the first attribute of the body."""

    def check_read_only(self, change: Change) -> None:
        first = dict([*change.body.get("attributes", {}).items()][:1])
        if change.is_creation or any(self.is_read_only(change, key) for key in first):
            super().check_read_only(change)


@fault("bird.read-only.refused", also=("bird.read-only.flag-needs-flow",), rare=True)
class TextIsNeverReadOnly(BirdRules):
    """A read-only attribute is guarded against all values but text."""

    def is_read_only(self, change: Change, key: str) -> bool:
        is_text = isinstance(change.body.get("attributes", {}).get(key), str)
        return super().is_read_only(change, key) and not (is_text and not self.is_mirror(change, key))


@fault("bird.read-only.refused", also=("bird.read-only.flag-needs-flow",), rare=True)
class OnlyTextIsReadOnly(BirdRules):
    """A read-only attribute is guarded against text alone."""

    def is_read_only(self, change: Change, key: str) -> bool:
        is_text = isinstance(change.body.get("attributes", {}).get(key), str)
        return super().is_read_only(change, key) and (is_text or self.is_mirror(change, key))
