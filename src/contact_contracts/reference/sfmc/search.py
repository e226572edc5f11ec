"""Reading contacts back: the attributes that were asked for, of the contacts that fit the conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.sfmc.account import CONTACT_SET, ID_ATTRIBUTE, KEY_ATTRIBUTE
from contact_contracts.reference.sfmc.addressing import AddressingRules, id_text
from contact_contracts.reference.sfmc.change import CONTACT, INVALID, Contact, Sent, sent_list

PAGE_SIZE: Final = 1000
_KEY: Final = f"{CONTACT_SET}.{KEY_ATTRIBUTE}"
_ID: Final = f"{CONTACT_SET}.{ID_ATTRIBUTE}"
_JOINS: Final[Mapping[str, Callable[[Iterator[bool]], bool]]] = {"And": all, "Or": any}


class SearchRules(AddressingRules):
    """The operation by which everybody else sees what an update did."""

    def search_attributes(self, call: Call) -> Answer:
        """One item for each row of each contact that fits; the first page, which is long."""
        wanted = [self.known_reference(one) for one in call.body["request"]["attributes"]]
        condition = call.body["conditionSet"]
        self.check_conditions(condition)
        found = [one for one in self.candidates(call, condition) if self.fits(one, condition)]
        items = [item for contact in found[:PAGE_SIZE] for item in self.found_items(contact, wanted)]
        return Answer(200, {"count": len(found), "page": 1, "pageSize": PAGE_SIZE, "items": items})

    def known_reference(self, reference: Sent) -> str:
        """The key of an attribute that exists."""
        key: str = reference["key"]
        if key not in self.account.searchable:
            raise Refusal(400, f"The account has no attribute {key}.", INVALID)
        return key

    # What is shown

    def found_items(self, contact: Contact, wanted: Sequence[str]) -> list[Json]:
        """As many items as the longest set has rows, at least one."""
        sets = {self.account.searchable[key][0] for key in wanted}
        rows = max((len(contact["sets"].get(name, [])) for name in sets), default=0)
        return [self.found_item(contact, wanted, at) for at in range(max(rows, 1))]

    def found_item(self, contact: Contact, wanted: Sequence[str], at: int) -> Json:
        """One row of each set, under the keys that were asked for; what has no value is null."""
        return {"values": [{"name": key, "value": self.found_value(contact, key, at)} for key in wanted]}

    def found_value(self, contact: Contact, key: str, at: int) -> Json:
        """A value in a row of its set; a set with one row shows it in every item."""
        values = self.values_of(contact, key)
        if len(values) == 1:
            return values[0]
        return values[at] if at < len(values) else None

    def values_of(self, contact: Contact, key: str) -> list[Json]:
        """The values of an attribute, row by row."""
        if key in (_KEY, _ID):
            return [contact["key" if key == _KEY else "id"]]
        of_set, attribute = self.account.searchable[key]
        return [row.get(attribute) for row in contact["sets"].get(of_set, [])]

    # Of whom

    def check_conditions(self, group: Sent) -> None:
        """Only what is understood is searched for: a wrong guess would show somebody else's data."""
        if group.get("operator", "And") not in _JOINS:
            raise Refusal(400, f"The operator {group['operator']} is not known; use And or Or.", INVALID)
        for condition in sent_list(group, "conditions"):
            self.known_reference(condition["attribute"])
            if condition["operator"] != "Equals":
                raise Refusal(400, f"The operator {condition['operator']} is not known; use Equals.", INVALID)
        for inner in sent_list(group, "conditionSets"):
            self.check_conditions(inner)

    def candidates(self, call: Call, group: Sent) -> Sequence[Contact]:
        """The contacts among which to look; a key or an id that must be met leaves few."""
        for condition in sent_list(group, "conditions"):
            key = condition["attribute"]["key"]
            if key in (_KEY, _ID) and group.get("operator", "And") == "And":
                return self.named_contacts(call, key, condition["value"]["items"])
        return self.store.list(CONTACT)

    def named_contacts(self, call: Call, key: str, named: Sequence[Json]) -> list[Contact]:
        """Each contact that has one of the keys or ids, once."""
        texts = dict.fromkeys(id_text(one) for one in named)
        find = self.contact_by_key if key == _KEY else self.contact_by_id
        found = (find(call, text) for text in texts)
        return [contact for contact in found if contact is not None]

    def fits(self, contact: Contact, group: Sent) -> bool:
        """Whether a contact meets joined conditions; without any condition every contact does."""
        met = [self.meets(contact, one) for one in sent_list(group, "conditions")]
        met += [self.fits(contact, one) for one in sent_list(group, "conditionSets")]
        return not met or _JOINS[group.get("operator", "And")](iter(met))

    def meets(self, contact: Contact, condition: Mapping[str, Any]) -> bool:
        """Whether any row has one of the values, compared as texts."""
        wanted = {_as_text(one) for one in condition["value"]["items"]}
        values = self.values_of(contact, condition["attribute"]["key"])
        return any(value is not None and _as_text(value) in wanted for value in values)


def _as_text(value: Json) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
