"""Finding, making, seeing and removing the contacts of a run."""

from __future__ import annotations

from contact_contracts.drivers.api import is_web_page
from contact_contracts.drivers.session import POLL_SECONDS, Session
from contact_contracts.exchange import Exchange, Json
from contact_contracts.rulebook.conga.state import id_key, record_in
from contact_contracts.rulebook.prediction import EXISTS, Belief
from contact_contracts.rulebook.world import seen
from contact_contracts.target.families import CongaTarget
from contact_contracts.transport import Blocked, Call

NOT_FOUND = 404
BY_EXTERNAL_ID, BY_ID = "getContactByExternalId", "getContact"


def refuse_non_api(exchange: Exchange) -> None:
    """Raise Blocked when an answer shows that no test can work here."""
    response, operation = exchange.response, exchange.request.operation
    if response is None:
        raise Blocked(f"{operation}: {exchange.trouble}")
    if response.status in (401, 403):
        raise Blocked(f"{operation} answered HTTP {response.status}: check the credentials")
    if response.status >= 500:
        raise Blocked(f"{operation} answered HTTP {response.status} to a plain first call")
    is_json = "json" in response.content_type or isinstance(response.json, dict)
    if response.body and not is_json and response.status != NOT_FOUND:  # what is not found may say so in any form
        kind = response.content_type or "no content type"
        raise Blocked(f"{operation} answered {kind} instead of JSON: check base_url")


def created_id(exchange: Exchange) -> str | None:
    """The new record's id in the answer to its creation; None when it was refused."""
    response = exchange.response
    if response is None or not response.ok or not isinstance(response.json, dict):
        return None
    data = response.json.get("Data")
    found = data if isinstance(data, str) else (record_in(response.json) or {}).get("Id")
    return str(found) if found else None


class Eyes:
    """Reads contacts by external id, or by Id where a target has only that."""

    def __init__(self, session: Session, target: CongaTarget) -> None:
        self.session = session
        self.target = target
        self.ids: dict[str, str] = {}
        """External id -> the record's Id, as far as it is known."""
        self.missed: set[str] = set()
        """External ids that ought to find a record and do not, so that it is read by its Id."""

    @property
    def by_external_id(self) -> bool:
        """Whether records can be read by external id."""
        return self.target.offers(BY_EXTERNAL_ID)

    @property
    def can_read(self) -> bool:
        """Whether records can be read at all."""
        return self.by_external_id or self.target.offers(BY_ID)

    def call(self, key: str) -> Call | None:
        """The call that shows a contact; None when there is none."""
        if self.by_external_id and key not in self.missed:
            return Call(BY_EXTERNAL_ID, {"externalId": key})
        return self.call_by_id(key)

    def call_by_id(self, key: str) -> Call | None:
        """The call that shows a contact by its Id; None when there is none."""
        known = self.ids.get(key)
        return Call(BY_ID, {"id": known}) if known and self.target.offers(BY_ID) else None

    def record(self, key: str) -> dict[str, Json] | None:
        """The record as it is now, unjudged; None when it is not there or cannot be seen."""
        call = self.call(key)
        return self._shown(call, key) if call else None

    def is_gone(self, key: str) -> bool:
        """Whether a read says that a contact is not there; one that is refused or fails says nothing."""
        call = self.call(key)
        response = self.session.call(call, judged=False).response if call else None
        if response is None:
            return False
        told = response.ok and not is_web_page(response)
        return response.status == NOT_FOUND or (told and record_in(response.json, key) is None)

    def external_id_of(self, identifier: str) -> str | None:
        """The external id that a record shows when it is read by its Id; None when it cannot be seen."""
        if not self.target.offers(BY_ID):
            return None
        shown = (self._awaited(Call(BY_ID, {"id": identifier}), "") or {}).get("ExternalId")
        return str(shown) if shown else None

    def is_called_otherwise(self, key: str, identifier: str) -> bool:
        """Whether a contact that was read by its Id alone has another external id."""
        return not self.by_external_id and self.external_id_of(identifier) not in (None, key)

    def leads_to(self, key: str, identifier: str) -> bool:
        """Whether an external id finds the record with this Id, where that can be asked for."""
        if not self.by_external_id:
            return True
        found = self._awaited(Call(BY_EXTERNAL_ID, {"externalId": key}), key)
        return (found or {}).get("Id") == identifier

    def wait_for(self, key: str) -> bool:
        """Read a new contact until it can be seen, as long as the target may lag; learn what it is like."""
        call = self.call(key)
        record = self._awaited(call, key) if call else None
        self.learn(key, record)
        return record is not None

    def _awaited(self, call: Call, key: str) -> dict[str, Json] | None:
        deadline = self.session.clock() + self.target.read_after_write_seconds
        while True:
            record = self._shown(call, key)
            if record is not None or self.session.clock() >= deadline:
                return record
            self.session.door.sleep(POLL_SECONDS)

    def _shown(self, call: Call, key: str) -> dict[str, Json] | None:
        response = self.session.call(call, judged=False).response
        return record_in(response.json, key) if response is not None and response.ok else None

    def is_missed(self, key: str) -> bool:
        """Whether a read by an external id says that there is no such record."""
        if not self.by_external_id:
            return False
        response = self.session.call(Call(BY_EXTERNAL_ID, {"externalId": key}), judged=False).response
        return response is not None and response.status == NOT_FOUND

    def learn_by_id(self, key: str, identifier: str) -> None:
        """Start believing what a contact is like that only its Id finds."""
        self.ids[key] = identifier
        self.missed.add(key)
        self.session.believe(id_key(key), seen({"Id": identifier}))
        self.session.read(Call(BY_ID, {"id": identifier}))

    def forget(self, key: str) -> None:
        """Know nothing of an external id any more."""
        self.ids.pop(key, None)
        for watched in (key, id_key(key)):
            self.session.believe(watched, None)

    def learn(self, key: str, record: dict[str, Json] | None) -> None:
        """Start believing what a contact is like, without judging it."""
        identifier = (record or {}).get("Id") or self.ids.get(key)
        if identifier:
            self.ids[key] = str(identifier)
            self.session.believe(id_key(key), seen({"Id": str(identifier)}))
        call = self.call(key)
        if record is not None and call is not None:
            self.session.believe(key, None)
            self.session.read(call)
        elif call is None or not self.can_read:
            self.session.believe(key, Belief(state={EXISTS: True}, unknown=("",)))
