"""The calls that a Conga test makes, and the contacts that it may make them on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from hypothesis.strategies import SearchStrategy

from contact_contracts.contract import Contract
from contact_contracts.drivers.conga.cleaning import Cleaner
from contact_contracts.drivers.conga.contacts import Eyes, created_id, refuse_non_api
from contact_contracts.drivers.conga.values import Values, field_values, invented_name
from contact_contracts.drivers.effort import Explorer
from contact_contracts.drivers.errors import Missing, NotObservable
from contact_contracts.drivers.ledger import UNDER_WAY, Ledger, is_refused
from contact_contracts.drivers.session import Session
from contact_contracts.exchange import Credential, Exchange, Json
from contact_contracts.judge.tally import Tally
from contact_contracts.rulebook.conga import CongaRulebook, Facts
from contact_contracts.rulebook.prediction import EXISTS, Cell
from contact_contracts.rulebook.world import seen
from contact_contracts.target.families import CongaTarget
from contact_contracts.transport import Blocked, Call, Door, NotAllowed
from contact_contracts.transport.call import NO_BODY

Body = dict[str, Json]
Example = TypeVar("Example")
UPDATE = "updateContactByExternalId"
PAYLOAD = "IncludeRecordPayloadInResponse"
LOCKING = "EnforceOptimisticLocking"


@dataclass
class Conga:
    """A target under test. Make one with ``for_target``, let it begin, and close it in any case."""

    target: CongaTarget
    contract: Contract
    explorer: Explorer
    session: Session
    ledger: Ledger
    eyes: Eyes = field(init=False)
    values: Values = field(init=False)
    custom_fields: tuple[str, ...] = ()
    """Custom fields that were seen to take text, so that it must be shown."""
    _contacts: list[str] = field(init=False, default_factory=list)
    cleaner: Cleaner = field(init=False)
    _names_them_itself: bool = False
    """Whether the target gives new records external ids of its own, whatever is asked for."""
    _last: str = ""
    """The contact that the last update was for; what makes another one might change it."""

    @classmethod
    def for_target(
        cls, target: CongaTarget, contract: Contract, explorer: Explorer, tally: Tally, ledger: Ledger
    ) -> Conga:
        """Make a driver that has not called its target yet."""
        session = Session(Door(target, contract), contract, CongaRulebook(contract, Facts()), tally)
        driver = cls(target, contract, explorer, session, ledger)
        driver.eyes = Eyes(session, target)
        driver.cleaner = Cleaner(session, target, driver.eyes, ledger)
        return driver

    def begin(self) -> None:
        """Connect, and see what can be done there. Blocked when the target cannot be worked with."""
        self.session.alive = self._alive
        if self.eyes.by_external_id:
            refuse_non_api(
                self.session.call(Call("getContactByExternalId", {"externalId": self._nowhere}), judged=False)
            )
        self._know(())
        self.custom_fields = tuple(name for name in self.target.facts.custom_fields if self._takes_text(name))
        if self.custom_fields:
            self._know(self.custom_fields)
            for key in self._contacts:
                self.eyes.learn(key, self.eyes.record(key))

    def _know(self, custom_fields: tuple[str, ...]) -> None:
        told = self.target.facts
        pointed = {"Account": told.accounts, "Owner": told.owners}
        lookups = {name: {record.id: record.name for record in records} for name, records in pointed.items()}
        facts = Facts(lookups, frozenset(custom_fields), invented_name(self.ledger.mark), self.can_read)
        self.session.rulebook = CongaRulebook(self.contract, facts)
        self.values = field_values(told, custom_fields)

    def _takes_text(self, name: str) -> bool:
        """Try a custom field on a contact of the run, so that a refusal of it blames nobody."""
        if not self.can_read:
            return False
        try:
            key = self.contacts(1)[0]
        except (Missing, NotAllowed):
            return False
        response = self.session.call(
            Call(UPDATE, {"externalId": key}, body={name: "Probe"}), judged=False
        ).response
        self.eyes.learn(key, self.eyes.record(key))
        return response is not None and response.ok

    @property
    def can_read(self) -> bool:
        """Whether contacts can be read back."""
        return self.eyes.can_read

    @property
    def _nowhere(self) -> str:
        return f"{self.ledger.mark}-nowhere"

    def explore(
        self, name: str, strategy: SearchStrategy[Example], step: Callable[[Example], None], *, standard: int
    ) -> None:
        """Draw examples, as the effort allows."""
        self.explorer.explore(f"conga:{name}", strategy, step, standard=standard)

    def some(self, items: Sequence[Example]) -> list[Example]:
        """As many items of a systematic list as the effort allows, evenly spaced; all of them at standard."""
        return self.explorer.sample(items, standard=len(items))

    # -- contacts ----------------------------------------------------------------------------------------

    def contacts(self, count: int) -> list[str]:
        """External ids of contacts that may be changed; made when there are too few, else Missing."""
        while len(self._contacts) < count:
            named = [c for c in self.target.contacts if c.external_id not in self._contacts]
            if self.can_create:
                key = self.create_any()
                if key is None:
                    raise Blocked("createContact made no contact that can be seen: check base_url")
                self._contacts.append(key)
            elif named:
                self._contacts.append(self._adopt(named[0].external_id, named[0].id))
            else:
                raise Missing(f"{count} contacts: allow_create, or name them under [[conga.contacts]]")
        return self._contacts[:count]

    @property
    def can_create(self) -> bool:
        """Whether the run may make contacts."""
        return self.target.allow_create and self.target.offers("createContact")

    def create(self, ending: str, *, external_id: str = "", **fields: Json) -> str | None:
        """Make a contact whose external id ends as asked, or is as given; None when it cannot be made or seen."""
        if self._names_them_itself:
            return None
        key = external_id or self._new_name(ending)
        identifier = self._make(key, {"ExternalId": key, **fields})
        if identifier is None or self._is_seen_as(key, identifier) or self._must_be_found(key, identifier):
            return identifier and key
        self.look_up(key)  # where that is answered by a crash, the judge shall hear it
        return None

    def create_any(self, **fields: Json) -> str | None:
        """Make a contact under the mark, or under the external id that the target itself gives to a new record."""
        name = self._new_name("")
        named = {} if self._names_them_itself else {"ExternalId": name}
        identifier = self._make(name, {**named, **fields})
        if named and identifier is not None and self._is_seen_as(name, identifier):
            return name
        if named and identifier is None:  # no page says that a new record's external id may be chosen
            identifier = self._make(name, fields)
        given = self._given(identifier, name) if identifier else None
        if identifier is not None and given is not None and self._is_seen_as(given, identifier):
            self.ledger.note(name, "")
            self._names_them_itself = True
            return given
        self.look_up(name)
        return None

    def _given(self, identifier: str, name: str) -> str | None:
        """The external id that the target gave to a new record, if it leads there: else it may be somebody's."""
        given = self.eyes.external_id_of(identifier)
        return given if given not in (None, name) and self.eyes.leads_to(given, identifier) else None

    def _new_name(self, ending: str) -> str:
        if not self.can_create:
            raise Missing("allow_create, and createContact")
        return f"{self.ledger.mark}-{len(self.ledger.made) + 1:04d}{ending}"

    def _make(self, name: str, fields: Body) -> str | None:
        """The Id of a new contact, written down under a name; None when none was made."""
        self.ledger.note(name, UNDER_WAY)
        body = {"Name": "Contract Test", "FirstName": "Contract", "LastName": "Test", **fields}
        last = [known for known in (self._last,) if known]
        self.read(*(known for known in last if not self._is_read(known)))
        exchange = self.session.call(Call("createContact", body=body), judged=False)
        identifier = created_id(exchange)
        if identifier is not None or is_refused(exchange):
            self.ledger.note(name, identifier or "")
        self.read(*last)
        return identifier

    def _is_seen_as(self, key: str, identifier: str) -> bool:
        """Whether an external id finds a new contact, so that it is the run's to change; as good as seen where
        nothing can be read."""
        self.eyes.ids[key] = identifier
        if not self.can_read or (self.eyes.wait_for(key) and not self.eyes.is_called_otherwise(key, identifier)):
            self.ledger.note(key, identifier)
            self.session.own.add(key)
            return True
        self.eyes.forget(key)
        return False

    def _must_be_found(self, key: str, identifier: str) -> bool:
        """Whether a new contact, read by its Id, shows the external id that was asked for, but is not found by it.

        What stands before a server may keep a slash from it.
        """
        if "/" in key or not self.eyes.is_missed(key) or self.eyes.external_id_of(identifier) != key:
            return False
        self.ledger.note(key, identifier)
        self.session.own.add(key)
        self.eyes.learn_by_id(key, identifier)
        return True

    def _is_read(self, key: str) -> bool:
        belief = self.session.world.belief(key)
        return belief is not None and belief.confirmed

    def _adopt(self, key: str, identifier: str | None) -> str:
        self.session.own.add(key)
        if identifier:
            self.eyes.ids[key] = identifier
        record = self.eyes.record(key)
        if record is None and self.can_read:
            raise Missing(f"contact {key} of the target file, which cannot be read")
        self.eyes.learn(key, record)
        if record is not None:
            self.cleaner.originals[key] = self.ledger.keep(key, record)
        return key

    def id_of(self, key: str) -> str:
        """A contact's Id. Missing when it is not known."""
        if key not in self.eyes.ids:
            raise Missing(f"the Id of contact {key}: name it under [[conga.contacts]]")
        return self.eyes.ids[key]

    def take_for_nobodys(self, external_id: str) -> bool:
        """Believe that no record has an external id, whatever a read of it finds that has another one."""
        if external_id in self.ledger.made or external_id in self._contacts:
            return False
        if not self._is_nobodys(external_id):
            return False
        self.session.own.add(external_id)
        self.ledger.note(external_id, "")
        self.session.believe(external_id, seen(None))
        return True

    def _is_nobodys(self, external_id: str) -> bool:
        if not self.eyes.by_external_id:
            return self.ledger.mark in external_id
        record = self.eyes.record(external_id)
        if record is None:
            return self.eyes.is_gone(external_id)
        shown = record.get("ExternalId")
        return shown in self.ledger.made if shown else record.get("Id") in self.eyes.ids.values()

    def nobody(self, external_id: str = "") -> str:
        """An external id that no record has, as a read confirms where that can be; Missing when one has it."""
        key = external_id or self.ledger.name()
        self.session.own.add(key)
        if not self.eyes.by_external_id:
            self.session.believe(key, seen(None))
            return key
        self.session.believe(key, None)
        self.look_up(key)
        belief = self.session.world.belief(key)
        if belief is None or belief.state.get(EXISTS) is not False:
            raise Missing(f"an external id like {external_id!r} that no record has")
        self.ledger.note(key, "")
        return key

    # -- calls -------------------------------------------------------------------------------------------

    def put(
        self,
        key: str,
        body: Json = NO_BODY,
        *,
        payload: str | None = None,
        locking: str | None = None,
        credential: Credential = "default",
        literal: str = "",
    ) -> Exchange:
        """PUT a contact by its external id, without reading it back. Bytes are sent as they are.

        ``literal``: characters of the external id that are not encoded in the path.
        """
        self._settle(key)
        believed = self.session.world.belief(key)
        if believed is None or believed.state.get(EXISTS) is not False:
            self._last = key
        flags = ((LOCKING, locking), (PAYLOAD, payload))
        query = tuple((name, value) for name, value in flags if value is not None)
        call = Call(UPDATE, {"externalId": key}, query, body, credential=credential, literal=literal)
        return self.session.call(call)

    def _settle(self, key: str) -> None:
        """Read what an earlier call is suspected of, so that this one is not blamed for it."""
        for known in dict.fromkeys((*self._contacts, key)):
            belief = self.session.world.belief(known)
            if belief is None or not belief.confirmed:
                continue
            if belief.refusal if known != key else belief.otherwise:
                self.read(known)
        belief = self.session.world.belief(key)
        if belief is not None and belief.confirmed and belief.state.get(EXISTS) is False:
            stays = Cell(("conga.addressing.unknown",), (False,))
            self.session.believe(key, replace(belief, cells={EXISTS: stays}))

    def update(self, key: str, body: Json, *, payload: str | None = None, locking: str | None = None) -> None:
        """PUT a contact and read it back."""
        self.put(key, body, payload=payload, locking=locking)
        self.read(key)

    @property
    def can_remove(self) -> bool:
        """Whether the run may delete what it made, by external id."""
        return self.target.allow_delete and self.target.offers("deleteContactByExternalId")

    def remove(self, key: str) -> None:
        """Delete a contact that the run made, where the target allows that."""
        if self.can_remove:
            self.session.call(Call("deleteContactByExternalId", {"externalId": key}))

    def read(self, *keys: str) -> None:
        """Read contacts back, where the target can show them."""
        for key in keys:
            call = self.eyes.call(key)
            if call is not None:
                self.session.read(call)

    def read_by_id(self, *keys: str) -> None:
        """Read contacts by the Id that they had when they were first seen."""
        for key in keys:
            call = self.eyes.call_by_id(key)
            if call is not None:
                self.session.read(call)

    def look_up(self, external_id: str) -> None:
        """Read by external id, whatever is found."""
        if self.eyes.by_external_id:
            self.session.read(Call("getContactByExternalId", {"externalId": external_id}))

    # -- what a test needs -------------------------------------------------------------------------------

    def need_reads(self) -> None:
        """NotObservable when the target cannot show contacts."""
        if not self.can_read:
            raise NotObservable("getContactByExternalId, by which to read back what was written")

    def need(self, facts: str) -> None:
        """Missing: a list of the target file that is empty."""
        raise Missing(f"{facts}: list them under [conga.facts] {facts}")

    def need_restricted(self) -> None:
        """Missing when the target file names no caller without permission."""
        if self.target.restricted_auth is None:
            raise Missing("restricted_auth under [conga]: a caller without permission on the contact object")

    # -- the end -----------------------------------------------------------------------------------------

    def close(self) -> list[tuple[str, str]]:
        """Restore and remove what the run changed and made; return what is left over, with reasons."""
        try:
            return self.cleaner.clean()
        finally:
            self.session.door.close()

    def _alive(self) -> bool:
        operation = "getContactByExternalId" if self.eyes.by_external_id else UPDATE
        body: Json = NO_BODY if operation != UPDATE else {}
        call = Call(operation, {"externalId": self._nowhere}, body=body, credential="none")
        return self.session.door.send(self.session.door.request(call)).response is not None
