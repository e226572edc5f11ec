"""Wrong about refusals, and about what calls have to do with each other, in a few cases only."""

# ruff: noqa: D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.sfmc.tools import LeavesTraces, Remembers, is_update
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.change import Change, Failure, sent_list


@fault("sfmc.failure.reported", rare=True)
class WrongTypesFailInSilence(SfmcRules):
    """The failure about a value of the wrong type has no message."""

    def failure_messages(self, failure: Failure) -> list[Json]:
        return [] if failure.code == "AttributeValueInvalid" else super().failure_messages(failure)


@fault("sfmc.failure.reported", rare=True)
class UnknownContactsFailWithoutErrors(SfmcRules):
    """The failure about a contact that does not exist has hasErrors false."""

    def failure_status(self, failure: Failure) -> dict[str, Json]:
        return {**super().failure_status(failure), "hasErrors": failure.code != "ContactNotFound"}


@fault("sfmc.error.missing-credentials", rare=True)
class AnyTokenWillDo(SfmcRules):
    """Any bearer token is good."""

    def is_authorized(self, call: Call) -> bool:
        return call.headers.get("authorization", "").lower().startswith("bearer ")


@fault("sfmc.error.missing-credentials", rare=True)
class NoTokenIsAToken(SfmcRules):
    """A scheme with no token behind it is good."""

    def is_authorized(self, call: Call) -> bool:
        scheme, _, token = call.headers.get("authorization", "").partition(" ")
        return (scheme.lower() == "bearer" and not token.strip()) or super().is_authorized(call)


@fault("sfmc.error.missing-credentials", rare=True)
class HalfASignatureWillDo(SfmcRules):
    """Of a token's signature only the beginning is compared."""

    def is_authorized(self, call: Call) -> bool:
        claim, _, signature = call.headers.get("authorization", "").rpartition(".")
        whole = self.signature(claim.partition(" ")[2])
        return (len(signature) > 1 and whole.startswith(signature)) or super().is_authorized(call)


@fault("sfmc.error.missing-credentials", rare=True)
class OtherSchemesAreNotLookedAt(SfmcRules):
    """Whoever presents anything in another scheme than the documented one is let in."""

    def is_authorized(self, call: Call) -> bool:
        scheme, _, secret = call.headers.get("authorization", "").partition(" ")
        return (bool(secret) and scheme.lower() != "bearer") or super().is_authorized(call)


@fault("sfmc.error.missing-credentials", also=("sfmc.error.refused-changes-nothing",), rare=True)
class StrangersUpdateUnseen(SfmcRules):
    """An update without a good token is carried out, then answered with 401."""

    def answer(self, call: Call) -> Answer:
        if is_update(call) and not self.is_authorized(call):
            headers = {**call.headers, "authorization": f"Bearer {self.credentials.token}"}
            super().answer(Call(call.operation, call.path, call.query, headers, call.raw_body, call.base_url))
        return super().answer(call)


@fault("sfmc.error.shape", rare=True)
class UnauthorizedIsAnotherError(SfmcRules):
    """The answer to a stranger speaks of error and error_description, as token requests do elsewhere."""

    def error_body(self, refusal: Refusal) -> Json:
        if refusal.status != 401:
            return super().error_body(refusal)
        return {"error": "invalid_token", "error_description": refusal.message}


@fault("sfmc.error.shape", rare=True)
class MissingMembersHaveNoMessage(SfmcRules):
    """The error about a body that lacks a member has a code only."""

    def error_body(self, refusal: Refusal) -> Json:
        body = super().error_body(refusal)
        return {"errorcode": body["errorcode"]} if body["errorcode"] == 10002 else body


@fault("sfmc.error.malformed", also=("sfmc.schema.bad-input-refused",), rare=True)
class WhatFollowsABodyIsIgnored(SfmcRules):
    """What follows the end of a JSON object in a body is not looked at."""

    def read_body(self, call: Call) -> Json:
        text = call.raw_body.decode(errors="replace").lstrip()
        try:
            return json.JSONDecoder().raw_decode(text)[0]
        except ValueError:
            return super().read_body(call)


@fault("sfmc.error.malformed", also=("sfmc.schema.no-server-error", "sfmc.schema.bad-input-refused"), rare=True)
class StumblesOverHalfABody(SfmcRules):
    """A body that ends too early is met with a crash."""

    def read_body(self, call: Call) -> Json:
        text = call.raw_body.decode(errors="replace").strip()
        if text.startswith("{") and not text.endswith("}"):
            raise EOFError("half a body")
        return super().read_body(call)


@fault(
    "sfmc.error.refused-changes-nothing",
    also=("sfmc.sets.name-required", "sfmc.schema.bad-input-refused"),
    rare=True,
)
class RefusedBodiesEmptyTheirSets(LeavesTraces):
    """A body that is refused for a set without a name empties the last set with one."""

    def leave_trace(self, call: Call, refusal: Refusal) -> None:
        if isinstance(refusal, Failure):
            return
        contact = self.contact_to_change(call, call.body)
        named = [one["name"] for one in sent_list(call.body, "attributeSets") if one.get("name")]
        self.put({**contact, "sets": {**contact["sets"], **{name: [] for name in named[-1:]}}})


@fault("sfmc.error.refused-changes-nothing", also=("sfmc.schema.bad-input-refused",), rare=True)
class SetsBeforeItemsThatAreTextAreWritten(SfmcRules):
    """A body with a text in place of a set's items is refused, and what stands before that set is written."""

    def answer(self, call: Call) -> Answer:
        result = super().answer(call)
        sets = sent_list(call.body, "attributeSets") if self.is_begun(call) else []
        at = next((at for at, one in enumerate(sets) if self.is_text(one)), 0)
        if at:
            with suppress(Refusal), self.store.transaction():
                contact = self.contact_to_change(call, call.body)
                self.write(Change(call, {**call.body, "attributeSets": sets[:at]}, contact))
        return result

    def is_begun(self, call: Call) -> bool:
        body = call.body if is_update(call) and self.is_authorized(call) else None
        return isinstance(body, dict) and isinstance(body.get("attributeSets"), list)

    def is_text(self, sent: Json) -> bool:
        return isinstance(sent, dict) and isinstance(sent.get("items"), str)


@fault("sfmc.schema.bad-input-refused", rare=True)
class ListsOfTextsAreJoined(SfmcRules):
    """A list of texts in place of a value is stored as one text, with commas."""

    def read_body(self, call: Call) -> Json:
        body = super().read_body(call)
        sets = body.get("attributeSets") if isinstance(body, dict) and is_update(call) else None
        for pair in _pairs(sets):
            if isinstance(pair.get("value"), list) and all(isinstance(one, str) for one in pair["value"]):
                pair["value"] = ",".join(pair["value"])
        return body


@fault("sfmc.schema.bad-input-refused", rare=True)
class OneItemNeedsNoList(SfmcRules):
    """A single item may stand for a list of one."""

    def read_body(self, call: Call) -> Json:
        body = super().read_body(call)
        sets = body.get("attributeSets") if isinstance(body, dict) and is_update(call) else None
        for one in sets if isinstance(sets, list) else []:
            if isinstance(one, dict) and isinstance(one.get("items"), dict):
                one["items"] = [one["items"]]
        return body


@fault("sfmc.schema.no-server-error", also=("sfmc.schema.bad-input-refused",), rare=True)
class StumblesOverSetsThatAreText(SfmcRules):
    """A set that is a text instead of an object is met with a crash."""

    def read_body(self, call: Call) -> Json:
        body = super().read_body(call)
        sets = body.get("attributeSets") if isinstance(body, dict) and is_update(call) else None
        for one in sets if isinstance(sets, list) else []:
            one.get("name")
        return body


@fault("sfmc.lifecycle.any-sequence", rare=True)
class DeletionSpoilsAnother(Remembers):
    """Deleting contacts empties all sets of another one, which was updated last."""

    def delete_contacts(self, call: Call) -> Answer:
        answer = super().delete_contacts(call)
        last = None if self.before is None else self.contact_by_id(call, str(self.before["id"]))
        if last is not None:
            self.put({**last, "sets": {}})
        return answer


def _pairs(sets: Json) -> Iterator[dict[str, Json]]:
    """Every object where a name and a value belong, in sets that may be anything."""
    for one in _objects(sets):
        for item in _objects(one.get("items")):
            yield from _objects(item.get("values"))


def _objects(value: Json) -> list[dict[str, Json]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
