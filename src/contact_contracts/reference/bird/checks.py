"""What an update must fulfil before anything of it is written."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contact_contracts.contract import Operation, SchemaError
from contact_contracts.reference.bird.addressing import AddressingRules, is_uuid
from contact_contracts.reference.bird.change import ACCOUNTS, MEMBERSHIPS, Change, Membership, Strategy
from contact_contracts.reference.bird.seed import MIRRORED_KEYS
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.rules import describe

_UPDATES: Final = {"updateContact", "updateContactByIdentifier"}
_ID_MEMBERS: Final = {
    f"/{name}" for one in MEMBERSHIPS if one.of_uuids for name in (one.whole, one.adding, one.removing)
}
_MOST: Final = 10


class CheckRules(AddressingRules):
    """Each check raises a Refusal, and none writes."""

    def check_update(self, change: Change) -> None:
        """All checks of an update's body, in the order in which a caller hears of them."""
        self.check_strategy(change)
        for membership, member, ids in sent_ids(change):
            self.check_size(change, membership, member, ids)
            self.check_ids(change, membership, member, ids)
        self.check_read_only(change)

    # The schema states these rules too; here each can be looked at by itself

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        """The rules below judge the strategy and the ids of lists and accounts, not the schema."""
        if operation.id not in _UPDATES:
            return True
        of_strategy = error.pointer == "/strategy" and error.keyword == "enum"
        of_size = error.pointer in _ID_MEMBERS and error.keyword in ("minItems", "maxItems")
        of_id = error.keyword == "format" and error.pointer.rpartition("/")[0] in _ID_MEMBERS
        return not (of_strategy or of_size or of_id)

    def bad_parameters(self, errors: Sequence[SchemaError]) -> Refusal:
        """What a caller with wrong parameters is told."""
        return Refusal(422, describe(errors[0]))

    def bad_body(self, errors: Sequence[SchemaError]) -> Refusal:
        """What a caller with a wrong body is told."""
        return Refusal(422, describe(errors[0]))

    def check_strategy(self, change: Change) -> None:
        """There are three strategies."""
        sent = change.body.get("strategy")
        if sent is not None and not self.is_strategy(change, sent):
            raise Refusal(422, f"The strategy {sent} is unknown; choose {', '.join(Strategy)}.")

    def is_strategy(self, change: Change, sent: str) -> bool:
        """Whether a text names a strategy, to the letter."""
        return sent in {*Strategy}

    def check_size(self, change: Change, membership: Membership, member: str, ids: Sequence[str]) -> None:
        """One member of a body names only so many lists or accounts."""
        least = self.fewest_ids(change, membership, member)
        most = self.most_ids(change, membership, member)
        if not least <= len(ids) <= most:
            raise Refusal(422, f"{member} holds {len(ids)} ids; it takes {least} to {most}.")

    def fewest_ids(self, change: Change, membership: Membership, member: str) -> int:
        """Zero, but all accounts at once cannot be taken away by an empty `accountIds`."""
        return int(membership is ACCOUNTS and member == ACCOUNTS.whole)

    def most_ids(self, change: Change, membership: Membership, member: str) -> int:
        """Ten in one member of one body; a contact itself may have more."""
        return _MOST

    def check_ids(self, change: Change, membership: Membership, member: str, ids: Sequence[str]) -> None:
        """Every id is a UUID."""
        for one in ids:
            if not self.is_id(change, membership, member, one):
                raise Refusal(422, f"{member} holds {one}, which is no UUID.")

    def is_id(self, change: Change, membership: Membership, member: str, text: str) -> bool:
        """Open in the documents. Read here: any UUID will do, as a workspace's lists are not known here."""
        return is_uuid(text)

    # Read-only attributes

    def check_read_only(self, change: Change) -> None:
        """A body that names a read-only attribute is refused as a whole."""
        sent = change.body.get("attributes", {})
        refused = [key for key in sent if self.is_read_only(change, key)]
        if refused and not self.may_write_read_only(change):
            raise Refusal(422, "; ".join(f'attribute "{key}" is read-only' for key in refused) + ".")

    def is_read_only(self, change: Change, key: str) -> bool:
        """Whether an attribute is the workspace's to write, or the mirror of an identifier."""
        read_only = self.workspaces[change.workspace]["readOnlyAttributes"]
        return key in read_only or self.is_mirror(change, key)

    def is_mirror(self, change: Change, key: str) -> bool:
        """Whether an attribute shows identifiers: the built-in keys, and keys of the contact's identifiers."""
        if key in MIRRORED_KEYS:
            return True
        own = key in change.old["attributes"]
        return not own and any(one["key"] == key for one in change.old["identifiers"])

    def may_write_read_only(self, change: Change) -> bool:
        """The flag counts only for flows and journeys."""
        asked = change.body.get("allowWritingReadOnly", False)
        return bool(asked and self.is_flow_or_journey(change.call))

    def is_flow_or_journey(self, call: Call) -> bool:
        """Flows and journeys run inside the vendor's platform; whoever calls with a key or a token is neither."""
        return False


def sent_ids(change: Change) -> Iterator[tuple[Membership, str, Sequence[str]]]:
    """The members of a body that hold ids of lists or accounts, with what they belong to."""
    for membership in MEMBERSHIPS:
        for member in (membership.whole, membership.adding, membership.removing):
            if membership.of_uuids and member in change.body:
                yield membership, member, change.body[member]
