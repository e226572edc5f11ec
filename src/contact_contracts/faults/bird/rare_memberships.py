"""Wrong about lists, accounts and companies in a few numbers, values and combinations only."""

# ruff: noqa: D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from contact_contracts.contract import SchemaError
from contact_contracts.faults.bird.tools import adds, is_update
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import ACCOUNTS, COMPANIES, LISTS, Change, Membership
from contact_contracts.reference.calls import Call, Refusal


@fault("bird.lists.at-most-ten", rare=True)
class TenListsAreTooMany(BirdRules):
    """Ten lists to add are refused, nine are taken."""

    def most_ids(self, change: Change, membership: Membership, member: str) -> int:
        return 9 if member == LISTS.adding else super().most_ids(change, membership, member)


@fault("bird.lists.at-most-ten", also=("bird.schema.bad-input-refused",), rare=True)
class ElevenListsMayBeRemoved(BirdRules):
    """Up to twenty lists to remove are taken."""

    def most_ids(self, change: Change, membership: Membership, member: str) -> int:
        return 20 if member == LISTS.removing else super().most_ids(change, membership, member)


@fault("bird.accounts.at-most-ten", also=("bird.schema.bad-input-refused",), rare=True)
class ElevenAccountsAtOnce(BirdRules):
    """accountIds takes one account too many."""

    def most_ids(self, change: Change, membership: Membership, member: str) -> int:
        return super().most_ids(change, membership, member) + int(member == ACCOUNTS.whole)


@fault("bird.accounts.not-empty", also=("bird.schema.bad-input-refused",), rare=True)
class EmptyAccountsBesideNewOnes(BirdRules):
    """An empty accountIds is taken when addToAccounts stands beside it."""

    def fewest_ids(self, change: Change, membership: Membership, member: str) -> int:
        lenient = ACCOUNTS.adding in change.body
        return 0 if lenient else super().fewest_ids(change, membership, member)


@fault("bird.lists.uuid", also=("bird.schema.bad-input-refused",), rare=True)
class OnlyTheFirstListIsChecked(BirdRules):
    """Lists after the first may have any id."""

    def check_ids(self, change: Change, membership: Membership, member: str, ids: Sequence[str]) -> None:
        super().check_ids(change, membership, member, ids[:1] if membership is LISTS else ids)


@fault("bird.accounts.uuid", also=("bird.schema.bad-input-refused",), rare=True)
class AccountsToRemoveMayBeAnything(BirdRules):
    """Accounts to remove may have any id."""

    def is_id(self, change: Change, membership: Membership, member: str, text: str) -> bool:
        return member == ACCOUNTS.removing or super().is_id(change, membership, member, text)


@fault("bird.lists.uuid", also=("bird.schema.bad-input-refused",), rare=True)
class EmptyTextIsAList(BirdRules):
    """An id of empty text passes in listIds."""

    def is_id(self, change: Change, membership: Membership, member: str, text: str) -> bool:
        return (not text and member == LISTS.whole) or super().is_id(change, membership, member, text)


@fault("bird.lists.added", rare=True)
class AddingTwiceTakesOff(BirdRules):
    """Adding a list that the contact is on takes the contact off it."""

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        merged = super().add_members(change, membership, current, sent)
        toggled = {*current} & {*sent} if adds(change, LISTS, membership) else set()
        return [one for one in merged if one not in toggled]


@fault("bird.lists.set", rare=True)
class NoListsMeansNoChange(BirdRules):
    """An empty listIds leaves the lists as they are."""

    def set_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        if membership is LISTS and not sent:
            return [*current]
        return super().set_members(change, membership, current, sent)


@fault("bird.lists.set", rare=True)
class SameNumberMeansNoChange(BirdRules):
    """listIds with as many lists as the contact has counts as no change."""

    def set_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        if membership is LISTS and current and len(sent) == len(current):
            return [*current]
        return super().set_members(change, membership, current, sent)


@fault("bird.lists.removed", also=("bird.partial.unsent-kept",), rare=True)
class RemovingAbsentRemovesTheLast(BirdRules):
    """Removing a list that the contact is not on takes it off the list that it joined last."""

    def remove_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        left = super().remove_members(change, membership, current, sent)
        absent = membership is LISTS and any(one not in current for one in sent)
        return left[:-1] if absent else left


@fault("bird.accounts.added", rare=True)
class ListsComeBeforeAccounts(BirdRules):
    """A body that adds to lists adds to no accounts."""

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        if adds(change, ACCOUNTS, membership) and LISTS.adding in change.body:
            return [*current]
        return super().add_members(change, membership, current, sent)


@fault("bird.accounts.set", rare=True)
class TheTenthAccountIsLost(BirdRules):
    """Of ten accounts in accountIds nine are kept."""

    def set_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        shorter = membership is ACCOUNTS and not change.is_creation
        return super().set_members(change, membership, current, sent[:9] if shorter else sent)


@fault("bird.accounts.removed", rare=True)
class RemovesOneAccountPerPair(BirdRules):
    """While accounts are removed the next one is passed over, so that of two neighbours one stays."""

    def remove_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        left = super().remove_members(change, membership, current, sent)
        if membership is not ACCOUNTS:
            return left
        stays = [one for at, one in enumerate(current) if at and one not in left and current[at - 1] not in left]
        return [one for one in current if one in left or one in stays[:1]]


@fault("bird.companies.added", also=("bird.companies.set",), rare=True)
class CompaniesAreAscii(BirdRules):
    """Company references with letters beyond ASCII are not added."""

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        ascii_only = membership is COMPANIES and not change.is_creation
        kept = [one for one in sent if one.isascii()] if ascii_only else sent
        return super().add_members(change, membership, current, kept)


@fault("bird.companies.added", also=("bird.companies.set",), rare=True)
class CompaniesAreTrimmed(BirdRules):
    """Blanks at the ends of a company reference are dropped."""

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        trims = membership is COMPANIES and not change.is_creation
        return super().add_members(change, membership, current, [one.strip() for one in sent] if trims else sent)


@fault("bird.companies.set", rare=True)
class NoCompaniesMeansNull(BirdRules):
    """An empty companyRefs leaves the first company reference."""

    def set_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        if membership is COMPANIES and not sent:
            return [*current[:1]]
        return super().set_members(change, membership, current, sent)


@fault("bird.partial.unsent-kept", rare=True)
class NewListsEndTheAccounts(BirdRules):
    """listIds takes away the accounts that the body does not name, except the first."""

    def changed_membership(self, change: Change, membership: Membership) -> list[str]:
        changed = super().changed_membership(change, membership)
        named = any(name in change.body for name in (ACCOUNTS.whole, ACCOUNTS.adding, ACCOUNTS.removing))
        forgets = membership is ACCOUNTS and LISTS.whole in change.body and not named and not change.is_creation
        return changed[:1] if forgets else changed


@fault("bird.companies.added", rare=True)
class CompaniesAreListedTwice(BirdRules):
    """A company reference that is added again is there twice."""

    def add_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        if adds(change, COMPANIES, membership):
            return [*current, *sent]
        return super().add_members(change, membership, current, sent)


@fault("bird.companies.removed", rare=True)
class RemovingNoneRemovesAll(BirdRules):
    """An empty removeCompanyRefs is read as all of them."""

    def remove_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        if membership is COMPANIES and not sent:
            return []
        return super().remove_members(change, membership, current, sent)


@fault("bird.companies.added", rare=True)
class TenCompaniesAtOnce(BirdRules):
    """One body adds ten companies at most, as if they were lists."""

    def check_update(self, change: Change) -> None:
        super().check_update(change)
        if not change.is_creation and len(change.body.get(COMPANIES.adding, [])) > 10:
            raise Refusal(422, "Ten companies at most.")


@fault("bird.schema.bad-input-refused", rare=True)
class OneListNeedsNoArray(BirdRules):
    """A single list to add may stand for an array of it."""

    def body_errors(self, call: Call) -> Sequence[SchemaError]:
        body = call.body
        if is_update(call) and isinstance(body, dict) and isinstance(body.get(LISTS.adding), str):
            call.body = {**body, LISTS.adding: [body[LISTS.adding]]}
        return super().body_errors(call)


@fault("bird.companies.removed", also=("bird.partial.unsent-kept",), rare=True)
class RemovalGoesByTheBeginning(BirdRules):
    """A company to remove takes those along whose references begin with its own."""

    def remove_members(
        self, change: Change, membership: Membership, current: Sequence[str], sent: Sequence[str]
    ) -> list[str]:
        left = super().remove_members(change, membership, current, sent)
        return [one for one in left if not (membership is COMPANIES and one.startswith(tuple(sent)))]


@fault("bird.companies.added", also=("bird.companies.set", "bird.companies.removed"), rare=True)
class CompaniesAreCutAtTwoHundred(BirdRules):
    """A company reference is stored up to its 200th character."""

    def changed_membership(self, change: Change, membership: Membership) -> list[str]:
        found = super().changed_membership(change, membership)
        return [one[:200] for one in found] if membership is COMPANIES else found


@fault("bird.companies.added", also=("bird.companies.set", "bird.companies.removed"), rare=True)
class CompaniesAreUnescaped(BirdRules):
    """What looks like an escape in a company reference is resolved."""

    def changed_membership(self, change: Change, membership: Membership) -> list[str]:
        found = super().changed_membership(change, membership)
        return [unquote(one) for one in found] if membership is COMPANIES else found
