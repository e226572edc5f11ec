"""The calls that an Everbridge test makes, and the contacts that it may make them on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hypothesis.strategies import SearchStrategy

from contact_contracts.contract import Contract
from contact_contracts.drivers.effort import Explorer
from contact_contracts.drivers.errors import Missing, NotObservable
from contact_contracts.drivers.everbridge.answered import created_id, shown_id
from contact_contracts.drivers.everbridge.cleaning import remove
from contact_contracts.drivers.everbridge.discovery import Inventory, discover
from contact_contracts.drivers.everbridge.grouping import leave_groups
from contact_contracts.drivers.everbridge.probing import probe
from contact_contracts.drivers.everbridge.restoring import restore
from contact_contracts.drivers.ledger import UNDER_WAY, Ledger
from contact_contracts.drivers.session import Session
from contact_contracts.exchange import Credential, Exchange, Json
from contact_contracts.judge.tally import Tally
from contact_contracts.rulebook.everbridge import EverbridgeRulebook, Facts
from contact_contracts.rulebook.prediction import EXISTS, Belief, State
from contact_contracts.rulebook.world import seen
from contact_contracts.target.families import EverbridgeTarget
from contact_contracts.transport import Blocked, Call, Door

Body = dict[str, Json]
Example = TypeVar("Example")
LONGEST_EXTERNAL_ID = 80
UNKNOWN_ID = 887654321098765
"""An id that no organization is likely to have given."""


@dataclass
class Everbridge:
    """A target under test. Make one with ``for_target``, let it begin, and close it in any case."""

    target: EverbridgeTarget
    contract: Contract
    explorer: Explorer
    session: Session
    ledger: Ledger
    inventory: Inventory = field(init=False)
    optional: dict[str, tuple[Json, ...]] = field(init=False, default_factory=dict)
    """Fields that only some organizations take -> values that this one takes."""
    deleted: list[str] = field(init=False, default_factory=list)
    """Contacts that a test has deleted; they must stay so."""
    _contacts: list[str] = field(init=False, default_factory=list)
    _updates: int = field(init=False, default=0)
    _names: int = field(init=False, default=0)
    _newborn: State | None = field(init=False, default=None)
    originals: dict[str, Body] = field(init=False, default_factory=dict)

    @classmethod
    def for_target(
        cls, target: EverbridgeTarget, contract: Contract, explorer: Explorer, tally: Tally, ledger: Ledger
    ) -> Everbridge:
        """Make a driver that has not called its target yet."""
        facts = Facts(organization_id=str(target.organization_id))
        session = Session(Door(target, contract), contract, EverbridgeRulebook(contract, facts), tally)
        return cls(target, contract, explorer, session, ledger)

    def begin(self) -> None:
        """Connect, and find out what exists. Blocked when the target cannot be worked with."""
        self.session.alive = self._alive
        self.inventory = discover(self.session, self.target)
        self.session.rulebook = EverbridgeRulebook(self.contract, self.inventory.facts)
        if not self.inventory.record_types:
            raise Blocked("no record type is known: list one under [everbridge.facts] record_types")
        probe(self)

    @property
    def organization(self) -> int:
        """The organization's id."""
        return self.target.organization_id

    def params(self, key: str | None = None) -> dict[str, str | int]:
        """Path parameters of the organization, or of a contact in it."""
        organization: dict[str, str | int] = {"organizationId": self.organization}
        return organization if key is None else {**organization, "contactId": key}

    @property
    def can_read(self) -> bool:
        """Whether contacts can be read back."""
        return self.target.offers("getContact")

    @property
    def facts(self) -> Facts:
        """Ids and names of what exists."""
        return self.inventory.facts

    def explore(
        self, name: str, strategy: SearchStrategy[Example], step: Callable[[Example], None], *, standard: int
    ) -> None:
        """Draw examples, as the effort allows."""
        self.explorer.explore(f"everbridge:{name}", strategy, step, standard=standard)

    # -- contacts ----------------------------------------------------------------------------------------

    def contacts(self, count: int, *, least: int | None = None) -> list[str]:
        """Keys of contacts that may be changed; made when there are too few.

        Where none can be made, at least ``least`` (or all) of them. Missing when the target file names too few.
        """
        while len(self._contacts) < count:
            named = [c for c in self.target.contacts if str(c.id) not in self._contacts]
            if self.target.allow_create and self.target.offers("createContact"):
                self._contacts.append(self.create())
            elif named:
                self._contacts.append(self._adopt(str(named[0].id), named[0].external_id))
            elif least is not None and len(self._contacts) >= least:
                break
            else:
                raise Missing(
                    f"{least or count} contacts: allow_create, or name them under [[everbridge.contacts]]"
                )
        return self._contacts[:count]

    def create(self, **fields: Json) -> str:
        """Make a contact and return its key."""
        external_id = self.ledger.name()
        body = {
            "firstName": "Contract",
            "lastName": "Test",
            "externalId": external_id,
            "recordTypeId": self.inventory.record_types[0],
            **fields,
        }
        self.ledger.note(external_id, UNDER_WAY)
        exchange = self.session.call(Call("createContact", self.params(), body=body), judged=False)
        key = created_id(exchange)
        self.session.judge(exchange)
        key = self._id_of(external_id) or key  # the answer may be wrong
        self.ledger.note(external_id, key)
        self.own(key, external_id)
        self._meet(key, external_id, plain=not fields)
        if not self.can_read:
            self.session.believe(key, Belief(state={EXISTS: True, "externalId": external_id}, unknown=("",)))
        return key

    def _meet(self, key: str, external_id: str, *, plain: bool) -> None:
        """Read a new contact; one made like the first must read like the first."""
        if plain and self._newborn is not None:
            self.session.believe(key, Belief(state={**self._newborn, "id": int(key), "externalId": external_id}))
        self.read(key)
        belief = self.session.world.belief(key)
        if plain and self._newborn is None and belief is not None:
            self._newborn = belief.state

    def _id_of(self, external_id: str) -> str:
        """The id of the contact that a read finds by an external id; empty where it finds none."""
        if not self.can_read:
            return ""
        call = Call("getContact", self.params(external_id), (("idType", "externalId"),))
        return shown_id(self.session.call(call, judged=False), external_id)

    def look_for_stray(self, external_id: str) -> None:
        """Read by the external id of a row for nobody; a contact that was made for it is removed in the end."""
        found = self.look_up(external_id)
        if found:
            self.ledger.note(external_id, found)

    def delete(self, key: str) -> None:
        """Delete a contact that the run made."""
        self.session.call(Call("deleteContact", self.params(key)))
        self.deleted.append(key)

    @property
    def can_make(self) -> bool:
        """Whether contacts can be made and deleted at will."""
        target = self.target
        return (
            target.allow_create
            and target.allow_delete
            and target.offers("createContact")
            and target.offers("deleteContact")
        )

    def _adopt(self, key: str, external_id: str | None) -> str:
        self.own(key, external_id or "")
        exchange = self.read(key)
        if exchange is not None:
            response = exchange.response
            if response is None or not response.ok:
                raise Missing(f"contact {key} of the target file cannot be read")
            self.originals[key] = self.ledger.keep(key, response.json.get("result", {}))
        else:
            state: dict[str, Json] = {EXISTS: True, "externalId": external_id} if external_id else {EXISTS: True}
            self.session.believe(key, Belief(state=state, unknown=("",)))
        return key

    def own(self, key: str, external_id: str = "") -> None:
        """Allow writes that address a contact."""
        self.session.own.add(key)
        if external_id:
            self.session.own.add(f"ext:{external_id}")

    def external_id(self, key: str) -> str:
        """The external id that a contact is believed to have; a fresh one when that is not known."""
        known = self.believed(key, "externalId")
        return known if isinstance(known, str) and self._is_sound(key, known) else self.fresh_external_id()

    def believed(self, key: str, field: str) -> object:
        """What a field of a contact is believed to be; None when that is not known."""
        belief = self.session.world.belief(key)
        return belief.get(field) if belief is not None else None

    def _is_sound(self, key: str, external_id: str) -> bool:
        """Whether an external id is legal and nobody else's: a wrong server may have taken another one."""
        others = (belief for other, belief in self.session.world.contacts.items() if other != key)
        shared = any(b.get("externalId") == external_id and b.state.get(EXISTS) for b in others)
        return len(external_id) <= LONGEST_EXTERNAL_ID and not shared

    def fresh_external_id(self) -> str:
        """An external id that nobody has, with the run's mark."""
        return self.ledger.name()

    def part(self, *keys: str) -> None:
        """Give contacts external ids of their own where a wrong server has let them share one."""
        shared = [key for key in keys if self.external_id(key) != self.believed(key, "externalId")]
        for key in shared:
            self.update(key, self.base(key, externalId=self.fresh_external_id()), by="")

    def name_alike(self, keys: Sequence[str]) -> None:
        """Give contacts external ids of which one begins like another, differs in case, or in the last of 80."""
        mark = self.fresh_external_id()
        alike = (f"{mark}-b1", f"{mark}-b", f"{mark}-B", mark.ljust(79, "x") + "y", mark.ljust(80, "x"))
        for key, value in zip(keys, alike, strict=False):
            self.update(key, self.base(key, externalId=value), by="")

    def base(self, key: str, **fields: Json) -> Body:
        """The smallest body that a PUT of a contact needs, with more fields as given; None leaves one out.

        Its first name is not the one that the contact has, so that a PUT without effect shows.
        """
        self._names += 1
        if self._has(key, firstName=f"Contract {self._names % 7}"):
            self._names += 1
        body = {
            "firstName": f"Contract {self._names % 7}",
            "lastName": f"Test {self._names // 2 % 5}",
            "externalId": self.external_id(key),
            "recordTypeId": self.inventory.record_types[0],
            **fields,
        }
        return {name: value for name, value in body.items() if value is not None}

    def _has(self, key: str, **fields: Json) -> bool:
        belief = self.session.world.belief(key)
        return belief is not None and all(belief.get(name) == value for name, value in fields.items())

    # -- calls -------------------------------------------------------------------------------------------

    def put(
        self,
        key: str,
        body: Json,
        *,
        by: str = "",
        address: str = "",
        credential: Credential = "default",
        organization: str | int | None = None,
        media_type: str = "application/json",
    ) -> Exchange:
        """PUT a contact by its id, or by its external id (``by="externalId"``), without reading it back."""
        if by == "externalId" and not address and not self._has(key, externalId=self.external_id(key)):
            by = ""  # nobody knows it by an external id of its own
        wanted = address or (self.external_id(key) if by == "externalId" else key)
        if by == "externalId":
            self.session.own.add(f"ext:{wanted}")
        params = self.params(wanted)
        if organization is not None:
            params["organizationId"] = organization
        call = Call(
            "updateContact",
            params,
            (("idType", by),) if by else (),
            body,
            credential=credential,
            media_type=media_type,
        )
        return self.session.call(call)

    def update(self, key: str, body: Json, *, by: str | None = None) -> None:
        """PUT a contact and read it back; by id, said or unsaid, and external id in turn, if the caller agrees."""
        self.put(key, body, by=self._turn() if by is None else by)
        self.read(key)

    def _turn(self) -> str:
        self._updates += 1
        return ("externalId", "id", "")[self._updates % 3]

    def update_batch(self, keys: Sequence[str], bodies: Sequence[Body], *, by: str | None = None) -> None:
        """PUT bodies as rows for contacts and read all of them; in turn by id and by external id.

        By external id, each row also carries another contact's id, which must be ignored.
        """
        by = self._turn() if by is None else by
        ids = list(keys)[::-1] if by == "externalId" else list(keys)
        rows = [{"id": int(key), **body} for key, body in zip(ids, bodies, strict=False)]
        self.batch(rows, by=by)
        self.read(*keys)

    def batch(
        self,
        rows: Json,
        *,
        by: str = "",
        update_type: str | None = "full",
        credential: Credential = "default",
        organization: str | int | None = None,
    ) -> Exchange:
        """PUT a batch of rows, without reading them back."""
        query = [("idType", by)] if by else []
        if update_type is not None:
            query.append(("updateType", update_type))
        params = self.params()
        if organization is not None:
            params["organizationId"] = organization
        return self.session.call(Call("updateContactsBatch", params, query, rows, credential=credential))

    def read(self, *keys: str) -> Exchange | None:
        """Read contacts back; the last exchange, or None when the target cannot show contacts."""
        exchange = None
        for key in keys if self.can_read else ():
            exchange = self.session.read(Call("getContact", self.params(key)))
        return exchange

    def look_up(self, external_id: str, *, literal: str = "") -> str:
        """Read by external id, whatever is found; the id of the contact, or empty."""
        if not self.can_read:
            return ""
        query = (("idType", "externalId"),)
        call = Call("getContact", self.params(external_id), query, literal=literal)
        return shown_id(self.session.read(call), external_id)

    def leave_groups(self, key: str) -> None:
        """Take a contact out of all groups, where the target has the operation for it."""
        leave_groups(self, key)

    def nobody(self, like: str = "0") -> str:
        """The id of a contact that does not exist, as a read confirms where that is possible."""
        key = str(UNKNOWN_ID + int(like) % UNKNOWN_ID)
        self.session.own.add(key)
        self.read(key)
        self._know_of_nobody(key)
        return key

    def nobodys_name(self, name: str = "") -> str:
        """An external id that nobody was ever given."""
        external_id = name or self.fresh_external_id()
        self.look_up(external_id)
        self._know_of_nobody(f"ext:{external_id}")
        return external_id

    def _know_of_nobody(self, key: str) -> None:
        """Nobody has a made-up name, be it that reads do not say so, or say it in a way of their own."""
        if self.session.world.belief(key) is None:
            self.session.believe(key, seen(None))

    def put_nowhere(self, address: str, body: Json) -> Exchange:
        """PUT to what cannot be a contact's id."""
        self.session.own.add(address)
        return self.session.call(Call("updateContact", self.params(address), body=body))

    def unknown_organizations(self) -> list[int]:
        """Organizations that are not ours: as the target file says, else one that nobody is likely to have."""
        told = self.target.unknown_organization_id
        return [UNKNOWN_ID + 1 if told is None else told, int(f"{self.organization}1")]

    def need_reads(self) -> None:
        """NotObservable when the target cannot show contacts."""
        if not self.can_read:
            raise NotObservable("getContact, by which to read back what was written")

    def need(self, what: str, have: Sequence[object], count: int = 1) -> None:
        """Missing unless there are enough of something, such as ``groups``."""
        if len(have) < count:
            raise Missing(f"{count} {what}: list them under [everbridge.facts] {what}")

    # -- the end -----------------------------------------------------------------------------------------

    def close(self) -> list[tuple[str, str]]:
        """Restore and remove what the run changed and made; return what is left over, with reasons."""
        try:
            left = restore(self, self.originals)
            left += self.ledger.clean(lambda name, identifier: remove(self, name, identifier))
        finally:
            self.session.door.close()
        return left

    def _alive(self) -> bool:
        if self.target.offers("listRecordTypes"):
            call = Call("listRecordTypes", self.params())
        else:
            call = Call("getContact", self.params(str(UNKNOWN_ID)))
        return self.session.door.send(self.session.door.request(call)).response is not None
