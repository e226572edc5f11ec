"""Wrong about who calls, about how paths are read, and about how answers look, in a few cases only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from urllib.parse import quote, unquote

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.checks import CONTACT


class ComparesTokens(CongaRules):
    """Not a fault yet: a caller is known if `fits` says so of what follows the scheme."""

    def is_full_token(self, authorization: str) -> bool:
        scheme, _, presented = authorization.partition(" ")
        known = scheme.lower() == "bearer" and self.fits(presented.strip(), self.credentials.token)
        return known or super().is_full_token(authorization)

    def fits(self, presented: str, token: str) -> bool:
        """Whether a token is taken for the right one."""
        return presented == token


@fault("conga.error.missing-credentials", rare=True)
class EmptyTokensAreGood(ComparesTokens):
    """The scheme without a token is enough."""

    def fits(self, presented: str, token: str) -> bool:
        return not presented


@fault("conga.error.missing-credentials", rare=True)
class BeginningsOfTokensAreGood(ComparesTokens):
    """A token is good if the right one begins with it."""

    def fits(self, presented: str, token: str) -> bool:
        return bool(presented) and token.startswith(presented)


@fault("conga.error.missing-credentials", rare=True)
class TokensMayGoOn(ComparesTokens):
    """A token is good if it begins with the right one."""

    def fits(self, presented: str, token: str) -> bool:
        return presented.startswith(token)


@fault("conga.error.missing-credentials", rare=True)
class TokensAreComparedWithoutCase(ComparesTokens):
    """Upper and lower case of a token are the same."""

    def fits(self, presented: str, token: str) -> bool:
        return presented.casefold() == token.casefold()


@fault("conga.error.missing-credentials", rare=True)
class TokensOfTheSameLengthAreGood(ComparesTokens):
    """Of a token only its length is looked at."""

    def fits(self, presented: str, token: str) -> bool:
        return len(presented) == len(token)


@fault("conga.error.missing-credentials", rare=True)
class TokensFitEveryScheme(CongaRules):
    """The right token is good whatever scheme stands before it."""

    def is_full_token(self, authorization: str) -> bool:
        return authorization.rpartition(" ")[2] == self.credentials.token


@fault("conga.error.missing-credentials", rare=True)
class OtherSchemesAreNotLookedAt(CongaRules):
    """Credentials of another scheme than Bearer are good, whatever they are."""

    def is_full_token(self, authorization: str) -> bool:
        scheme, _, presented = authorization.partition(" ")
        return super().is_full_token(authorization) or (bool(presented) and scheme.lower() != "bearer")


@fault("conga.addressing.by-external-id", rare=True)
class PathsAreDecodedLikeForms(CongaRules):
    """A plus sign that stands unencoded in a path is read as a space."""

    def path_to_match(self, path: str) -> str:
        return path.replace("+", "%20")


@fault("conga.error.shape", rare=True)
class StrangersGetAList(CongaRules):
    """What is said to a caller without credentials is a list of messages."""

    def error_body(self, refusal: Refusal) -> Json:
        return [refusal.message] if refusal.status == 401 else super().error_body(refusal)


@fault("conga.schema.answers-conform", rare=True)
class AccountsAreShownAsLists(CongaRules):
    """The account of a record is shown as a list of one."""

    def record_body(self, record: Record) -> Json:
        body = super().record_body(record)
        account = body.get("Account")
        return {**body, "Account": [account]} if account else body


class ReadsPathsOtherwise(CongaRules):
    """Not a fault yet: external ids of paths are looked up as `spelling` has them, in reads as in updates."""

    def find_external_id(self, call: Call, external_id: str) -> str | None:
        return super().find_external_id(call, self.spelling(external_id))

    def spelling(self, external_id: str) -> str:
        """What an external id is taken for."""
        return external_id


@fault("conga.addressing.by-external-id", rare=True)
class ExternalIdsAreDecodedTwice(ReadsPathsOtherwise):
    """What a decoded external id of a path still has encoded is decoded, too."""

    def spelling(self, external_id: str) -> str:
        return unquote(external_id)


@fault("conga.addressing.by-external-id", rare=True)
class PathsAreLatin(ReadsPathsOtherwise):
    """External ids of paths are read in another encoding than UTF-8."""

    def spelling(self, external_id: str) -> str:
        return external_id.encode().decode("latin-1")


@fault("conga.addressing.by-external-id", rare=True)
class PathsAreNotDecoded(ReadsPathsOtherwise):
    """External ids of paths are looked up as they stand there."""

    def spelling(self, external_id: str) -> str:
        return quote(external_id, safe="+")


@fault("conga.fields.each-writable", also=("conga.payload.is-the-record",), rare=True)
class OtherCaseIsNoChange(CongaRules):
    """An update that changes nothing but the case of texts changes nothing."""

    def store_changed(self, change: Change, record: Record) -> None:
        before = self.store.get(CONTACT, change.key) or {}
        if all(_alike(before.get(name), record.get(name)) for name in change.body):
            return
        super().store_changed(change, record)


def _alike(one: Json, other: Json) -> bool:
    return str(one).casefold() == str(other).casefold()


@fault("conga.addressing.unknown", also=("conga.addressing.by-external-id",), rare=True)
class BlanksAroundExternalIdsAreNeverSeen(ReadsPathsOtherwise):
    """Blanks around an external id are dropped, in reads as in updates."""

    def spelling(self, external_id: str) -> str:
        return external_id.strip()


@fault("conga.addressing.unknown", also=("conga.addressing.by-external-id",), rare=True)
class PatternsFindRecords(ReadsPathsOtherwise):
    """A percent sign or an asterisk at the end of an external id stands for anything, in reads as in updates."""

    def spelling(self, external_id: str) -> str:
        return external_id.rstrip("%*")


@fault("conga.addressing.unknown", rare=True)
class NobodyMayBeLeftAsIs(CongaRules):
    """An update of nobody with nothing to change succeeds."""

    def update_contact_by_external_id(self, call: Call) -> Answer:
        nobody = self.find_external_id(call, call.path["externalId"]) is None
        if nobody and call.body == {}:
            return Answer(200, self.envelope(200, True))
        return super().update_contact_by_external_id(call)


@fault("conga.payload.on-request", rare=True)
class OnlyTheFirstParameterCounts(CongaRules):
    """The payload is only given if it is asked for by the first parameter of the query."""

    def wants_payload(self, call: Call) -> bool:
        return bool(call.query) and call.query[0] == ("IncludeRecordPayloadInResponse", "true")
