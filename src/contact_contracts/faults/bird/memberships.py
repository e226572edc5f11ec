"""Wrong about lists, accounts and companies."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence

from contact_contracts.faults.bird.tools import adds
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import ACCOUNTS, COMPANIES, LISTS, Change, Membership


@fault("bird.lists.added")
class AddsListsToListlessContactsOnly(BirdRules):
    """addToLists does nothing for a contact that is on a list already."""

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        if adds(change, LISTS, membership) and current:
            return [*current]
        return super().add_members(change, membership, current, sent)


@fault("bird.accounts.added", also=("bird.partial.unsent-kept",))
class AddedAccountsReplace(BirdRules):
    """addToAccounts takes the accounts away that the contact had."""

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        replaces = adds(change, ACCOUNTS, membership)
        return super().add_members(change, membership, [] if replaces else current, sent)


@fault("bird.companies.added")
class LastAddedCompanyIsLost(BirdRules):
    """The last of the company references to add is forgotten."""

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        shorter = adds(change, COMPANIES, membership)
        return super().add_members(change, membership, current, sent[:-1] if shorter else sent)


@fault("bird.lists.removed")
class RemovesTheFirstListOnly(BirdRules):
    """Of several lists to remove, one is removed."""

    def remove_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        return super().remove_members(change, membership, current, sent[:1] if membership is LISTS else sent)


@fault("bird.accounts.removed")
class TheLastAccountStays(BirdRules):
    """Removing the only account that is left does nothing, as if accountIds could not be empty."""

    def remove_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        left = super().remove_members(change, membership, current, sent)
        return left if left or membership is not ACCOUNTS else [*current]


@fault("bird.companies.removed")
class CompaniesAreForever(BirdRules):
    """removeCompanyRefs is never looked at."""

    def remove_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        return super().remove_members(change, membership, current, [] if membership is COMPANIES else sent)


@fault("bird.lists.set")
class ListIdsAreMerged(BirdRules):
    """listIds adds to the lists that the contact has."""

    def set_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        if membership is LISTS:
            return self.add_members(change, membership, current, sent)
        return super().set_members(change, membership, current, sent)


@fault("bird.accounts.set")
class AccountIdsCountOnce(BirdRules):
    """accountIds is ignored once the contact has an account."""

    def set_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        if membership is ACCOUNTS and current:
            return [*current]
        return super().set_members(change, membership, current, sent)


@fault("bird.companies.set")
class OneCompanyIsEnough(BirdRules):
    """Of companyRefs only the first one is kept."""

    def set_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        shorter = membership is COMPANIES and not change.is_creation
        return super().set_members(change, membership, current, sent[:1] if shorter else sent)


# How many, and what they look like


@fault("bird.lists.at-most-ten", also=("bird.schema.bad-input-refused",))
class AnyNumberOfLists(BirdRules):
    """However many lists a member names, they are taken."""

    def most_ids(self, change: Change, membership: Membership, member: str) -> int:
        return 10_000 if membership is LISTS else super().most_ids(change, membership, member)


@fault("bird.accounts.at-most-ten", also=("bird.schema.bad-input-refused",))
class OnlyTheWholeOfTheAccountsIsLimited(BirdRules):
    """accountIds is limited, what is added and removed is not."""

    def most_ids(self, change: Change, membership: Membership, member: str) -> int:
        unlimited = member in (ACCOUNTS.adding, ACCOUNTS.removing)
        return 1_000 if unlimited else super().most_ids(change, membership, member)


@fault("bird.accounts.not-empty", also=("bird.schema.bad-input-refused",))
class NoAccountsAreFine(BirdRules):
    """An empty accountIds takes all accounts away."""

    def fewest_ids(self, change: Change, membership: Membership, member: str) -> int:
        return 0


@fault("bird.lists.uuid", also=("bird.schema.bad-input-refused",))
class AnyTextIsAList(BirdRules):
    """A list may have any id."""

    def is_id(self, change: Change, membership: Membership, member: str, text: str) -> bool:
        return membership is LISTS or super().is_id(change, membership, member, text)


@fault("bird.accounts.uuid", also=("bird.schema.bad-input-refused",))
class AccountIdsOfTheRightCharacters(BirdRules):
    """An account's id may be any text of letters, digits and hyphens."""

    def is_id(self, change: Change, membership: Membership, member: str, text: str) -> bool:
        plausible = membership is ACCOUNTS and text.replace("-", "").isalnum()
        return plausible or super().is_id(change, membership, member, text)
