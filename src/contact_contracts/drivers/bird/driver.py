"""The calls that a Bird test makes, and the contacts that it may make them on."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hypothesis.strategies import SearchStrategy

from contact_contracts.contract import Contract
from contact_contracts.drivers.bird.checks import answered_id, created_id, noted, refuse_non_api
from contact_contracts.drivers.bird.cleaning import put_back, remove
from contact_contracts.drivers.bird.names import Names, Pair, as_json
from contact_contracts.drivers.bird.probing import Inventory, found_facts, probe, told_facts
from contact_contracts.drivers.effort import Effort, Explorer
from contact_contracts.drivers.errors import Missing, NotObservable
from contact_contracts.drivers.ledger import UNDER_WAY, Ledger, is_refused
from contact_contracts.drivers.session import Session
from contact_contracts.exchange import Credential, Exchange, Json
from contact_contracts.judge.tally import Tally
from contact_contracts.rulebook.bird import BirdRulebook, Facts
from contact_contracts.rulebook.bird.facts import VISITOR
from contact_contracts.rulebook.bird.labels import answered, identifiers_of
from contact_contracts.rulebook.bird.memberships import Kind
from contact_contracts.rulebook.bird.state import attribute, blank, flatten, identifier, identifier_aspects
from contact_contracts.rulebook.bird.update import BYSTANDERS
from contact_contracts.rulebook.prediction import EMPTY, EXISTS, Belief
from contact_contracts.rulebook.world import seen
from contact_contracts.target.families import BirdTarget
from contact_contracts.transport import Blocked, Call, Door

Body = dict[str, Json]
Example = TypeVar("Example")
Item = TypeVar("Item")
UNKNOWN_CONTACT = "deadbeef-0000-4000-8000-00000000c0de"
"""An id that no workspace is likely to have given."""

UNREAD = "it was changed, and without getContact nothing tells what it was before"


@dataclass
class Bird:
    """A target under test. Make one with ``for_target``, let it begin, and close it in any case."""

    target: BirdTarget
    contract: Contract
    explorer: Explorer
    session: Session
    ledger: Ledger
    names: Names = field(init=False)
    inventory: Inventory = field(init=False)
    _updates: int = field(init=False, default=0)
    _listings: int = field(init=False, default=0)
    _contacts: list[str] = field(init=False, default_factory=list)
    originals: dict[str, tuple[Body, list[Json]]] = field(init=False, default_factory=dict)
    _unread: set[str] = field(init=False, default_factory=set)

    @classmethod
    def for_target(
        cls, target: BirdTarget, contract: Contract, explorer: Explorer, tally: Tally, ledger: Ledger
    ) -> Bird:
        """Make a driver that has not called its target yet."""
        session = Session(Door(target, contract), contract, BirdRulebook(contract, told_facts(target)), tally)
        return cls(target, contract, explorer, session, ledger)

    def begin(self) -> None:
        """Connect, and find out what the target takes. Blocked when it cannot be worked with."""
        self.names = Names(self.ledger.mark)
        self.session.alive = self._alive
        self.inventory = Inventory.told(self.target.facts)
        first = self.session.call(self._get(UNKNOWN_CONTACT), judged=False) if self.can_read else None
        if first is not None and first.response is None:
            refuse_non_api(first)
        try:
            scratch = self.contacts(1)[0]
        except Missing:
            if first is not None:  # a contact would tell better: that there is none may be said in a wrong way
                refuse_non_api(first)
            return
        self.inventory = probe(self, scratch)
        if not self.can_read and self.can_create:
            self._contacts.remove(scratch)  # nobody can tell any more what it is
        self.session.rulebook = BirdRulebook(self.contract, found_facts(self.facts, self.inventory))
        self.read(scratch)

    @property
    def facts(self) -> Facts:
        """What the rulebook knows to exist."""
        found: Facts = self.session.rulebook.facts  # type: ignore[attr-defined]  # always a BirdRulebook
        return found

    @property
    def can_read(self) -> bool:
        """Whether contacts can be read back."""
        return self.target.offers("getContact")

    def params(self, key: str | None = None, workspace: str | None = None) -> dict[str, str | int]:
        """Path parameters of the workspace, or of a contact in it."""
        found: dict[str, str | int] = {"workspaceId": workspace or self.target.workspace_id}
        return found if key is None else {**found, "contactId": key}

    def explore(
        self, name: str, strategy: SearchStrategy[Example], step: Callable[[Example], None], *, standard: int
    ) -> None:
        """Draw examples, as the effort allows."""
        self.explorer.explore(f"bird:{name}", strategy, step, standard=standard)

    def some(self, items: Iterable[Item], *, least: int = 2) -> list[Item]:
        """As many of the items as the effort allows, spread over all; others for another seed."""
        every = list(items)
        count = min(len(every), self.explorer.budget(len(every), least=least))
        start = self.explorer.seed % max(1, len(every))
        return [every[(start + step * len(every) // count) % len(every)] for step in range(count)]

    # -- contacts ----------------------------------------------------------------------------------------

    def contacts(self, count: int) -> list[str]:
        """Keys of contacts that may be changed; made when there are too few. Missing when that is not allowed."""
        while len(self._contacts) < count:
            if self.can_create:
                self._contacts.append(self.create())
                continue
            left = [contact.id for contact in self.target.contacts if contact.id not in self._contacts]
            if not left:
                raise Missing(f"{count} contacts: allow_create, or name them under [[bird.contacts]]")
            self._contacts.append(self.adopt(left[0]))
        return self._contacts[:count]

    @property
    def can_create(self) -> bool:
        """Whether contacts can be made."""
        return self.target.allow_create and self.target.offers("createContact")

    @property
    def can_make(self) -> bool:
        """Whether contacts can be made by identifier."""
        return self.target.allow_create and self.target.offers("updateContactByIdentifier")

    def fresh_contact(self, identifiers: Sequence[Pair] = ()) -> str:
        """A contact of its own, with just these identifiers. Missing when none can be made."""
        if not self.can_create:
            raise Missing("a new contact: allow_create")
        return self.create(identifiers)

    def create(self, identifiers: Sequence[Pair] = (), **fields: Json) -> str:
        """Make a contact and return its key."""
        name = self.ledger.name()
        body = {"displayName": f"Contract test {name}", **fields}
        if identifiers:
            body["identifiers"] = as_json(list(identifiers))
        exchange = noted(self, name, Call("createContact", self.params(), body=body))
        key = created_id(exchange)
        self.ledger.note(name, key)
        self.session.own.add(key)
        response = exchange.response
        self.session.believe(key, seen(flatten(response.json if response else None, self.facts)))
        self.session.believe(identifiers_of(key), seen({identifier(*pair): True for pair in identifiers}))
        if self.can_read:
            self.distrust(key)
        self.read(key)
        return key

    def distrust(self, key: str) -> None:
        """Forget what is believed of a contact, as far as it can be read anew."""
        if not self.can_read:
            unknown = Belief(state={EXISTS: True}, unknown=("",))
            self.session.believe(key, unknown)
            return
        self.session.believe(key, None)
        if self.facts.shows_identifiers:
            self.session.believe(identifiers_of(key), None)

    def adopt(self, key: str) -> str:
        """Take a contact that the target file names, to be restored at the end."""
        self.session.own.add(key)
        if key in self.originals:
            return key
        if not self.can_read:
            for name in (key, identifiers_of(key)):
                self.session.believe(name, Belief(state={EXISTS: True}, unknown=("",)))
            self._unread.add(key)
            return key
        response = self.session.read(self._get(key)).response
        if response is None or not response.ok:
            raise Missing(f"contact {key} of the target file, which cannot be read")
        self.originals[key] = self.ledger.keep(key, (response.json, self.listed(key)))
        return key

    def listed(self, key: str) -> list[Json]:
        """The identifiers of a contact as the target lists them."""
        if not self.facts.shows_identifiers:
            return []
        response = self.session.read(Call("listContactIdentifiers", self.params(key))).response
        body = response.json if response is not None and response.ok else None
        results = body.get("results") if isinstance(body, dict) else None
        return results if isinstance(results, list) else []

    def named_contacts(self, *, least: int = 1, most: int | None = None) -> list[str]:
        """Some of the contacts that the target file names, ready for use; all of them at a standard run."""
        chosen = self.some(self.target.contacts[:most], least=least)
        return [self.adopt(contact.id) for contact in chosen]

    def nameless(self) -> str:
        """A contact without displayName, as a read confirms. NotObservable when there is no way to one."""
        if self.can_make:
            key = self.make(self.names.fresh(VISITOR), {"strategy": "first"})
            if key and self._is_nameless(key):
                return key
        if self.can_read:
            key = self.create() if self.can_create else self.contacts(1)[0]
            self.update(key, {"attributes": {"displayName": None}})
            if self._is_nameless(key):
                return key
            for named in self.named_contacts():
                if self._is_nameless(named):
                    return named
        raise NotObservable("a way to a contact without displayName")

    def _is_nameless(self, key: str) -> bool:
        belief = self.session.world.belief(key)
        aspect = attribute("displayName")
        if belief is None or belief.is_unknown(aspect):
            return False
        return belief.get(aspect) is EMPTY and blank("displayName") not in belief.state

    # -- what is believed --------------------------------------------------------------------------------

    def members(self, key: str, kind: Kind) -> list[str]:
        """The lists, accounts or companies that a contact is believed to be in."""
        belief = self.session.world.belief(key)
        there = belief.state.items() if belief else ()
        start = len(kind.prefix)
        return [name[start:-1] for name, value in there if name.startswith(kind.prefix) and value is not EMPTY]

    def pairs(self, key: str) -> list[Pair]:
        """The identifiers that a contact is believed to have; telephone numbers by their digits.

        Of mail addresses only those that the run made: how others are spelled a belief does not tell.
        """
        belief = self.session.world.belief(identifiers_of(key))
        there = identifier_aspects(belief.state if belief else {})
        found = (aspect[len("identifier[") : -1].partition("=") for aspect in there)
        keys = self.facts.identifier_keys  # another key may itself hold the sign that parts it from the value
        known = [(key, value) for key, _, value in found if key in keys]
        known = [(key, value) for key, value in known if key != "emailaddress" or self.ledger.mark in value]
        return [(key, f"+{value}" if key == "phonenumber" else value) for key, value in known]

    # -- calls -------------------------------------------------------------------------------------------

    def patch(
        self,
        key: str,
        body: Json,
        *,
        ask: Sequence[str] = (),
        credential: Credential = "default",
        workspace: str | None = None,
    ) -> Exchange:
        """PATCH a contact by its id, without reading it back. ``ask``: attribute keys for the query."""
        query = [("attribute", name) for name in ask]
        params = self.params(key, workspace)
        return self.session.call(Call("updateContact", params, query, body, credential=credential))

    def update(self, key: str, body: Json, *, ask: Sequence[str] = (), **more: Json) -> None:
        """PATCH a contact and read it back; its identifiers where the body is about them, or now and then."""
        self.patch(key, body, ask=ask, **more)
        self._updates += 1
        about = not isinstance(body, dict) or any("dentifiers" in name for name in body)
        self.read(key, identifiers=about or self._updates % 5 == 0)

    def patch_by(self, pair: Pair, body: Body, *, credential: Credential = "default") -> Exchange:
        """PATCH the contact that has an identifier, without reading it back."""
        name = "=".join(pair)
        self.session.own.add(name)
        params: dict[str, str | int] = {**self.params(), "identifierKey": pair[0], "identifierValue": pair[1]}
        call = Call("updateContactByIdentifier", params, body=body, credential=credential)
        exchange = self.session.call(call)
        key = answered_id(exchange)
        if key and key not in self.session.own:  # made by this call, asked for or not
            self.ledger.note(name, key)
            self.session.own.add(key)
        return exchange

    def make(self, pair: Pair, body: Body) -> str:
        """PATCH by an identifier that nobody has; return the id of the contact that came of it, or nothing."""
        name = "=".join(pair)
        self.ledger.note(name, UNDER_WAY)
        exchange = self.patch_by(pair, body)
        key = answered_id(exchange)
        if not key:
            if is_refused(exchange):
                self.ledger.note(name, "")
            return ""
        for place in (str, identifiers_of, answered):
            self.session.believe(place(key), self.session.world.belief(place(name)))
            self.session.believe(place(name), None)
        self.read(key)
        return key

    def read(self, *keys: str, ask: Sequence[str] = (), identifiers: bool = True) -> Exchange | None:
        """Read contacts and their identifiers back; the last exchange, or None when the target cannot."""
        exchange = None
        for key in keys:
            if self.can_read:
                exchange = self.session.read(self._get(key, ask))
            if self.facts.shows_identifiers and identifiers and self._is_due(key):
                self.session.read(Call("listContactIdentifiers", self.params(key)))
        return exchange

    def _is_due(self, key: str) -> bool:
        """Whether to list identifiers; a quick run often spares those that should be as they were."""
        belief = self.session.world.belief(identifiers_of(key))
        self._listings += 1
        if belief is None or not belief.confirmed or belief.refusal or callable(belief.otherwise):
            return True
        usual = {*BYSTANDERS, "bird.lifecycle.any-sequence"}
        marks = {*belief.otherwise, *getattr(belief.otherwise, "candidates", ())}
        return not marks <= usual or self.explorer.effort is not Effort.QUICK or self._listings % 4 == 0

    def _get(self, key: str, ask: Sequence[str] = ()) -> Call:
        return Call("getContact", self.params(key), [("attribute", name) for name in ask])

    def search(self, pair: Pair) -> None:
        """Look for a contact by identifier; only the answer's form is judged."""
        if self.target.offers("searchContacts"):
            body = {"identifier": {"key": pair[0], "value": pair[1]}}
            self.session.call(Call("searchContacts", self.params(), body=body))

    def list_page(self, limit: int) -> None:
        """List some contacts; only the answer's form is judged."""
        if self.target.offers("listContacts"):
            self.session.call(Call("listContacts", self.params(), (("limit", str(limit)),)))

    def nobody(self, key: str = UNKNOWN_CONTACT) -> str:
        """The id of a contact that does not exist."""
        self.session.own.add(key)
        if self.can_read:
            self.session.read(self._get(key))
        for name in (key, identifiers_of(key)):
            self.session.believe(name, seen(None))
        return key

    def delete(self, key: str) -> None:
        """Remove a contact for good."""
        self.session.call(Call("deleteContact", self.params(key)))
        self.read(key)

    def unknown_workspace(self) -> str:
        """A workspace that is not ours, nor likely to be anybody's."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, self.ledger.mark))

    # -- needs -------------------------------------------------------------------------------------------

    def need_reads(self) -> None:
        """NotObservable when the target cannot show contacts."""
        if not self.can_read:
            raise NotObservable("getContact, by which to read back what was written")

    def need_by_identifier(self) -> None:
        """NotObservable when contacts cannot be addressed by identifier; Missing when that must make none."""
        if not self.target.offers("updateContactByIdentifier"):
            raise NotObservable("updateContactByIdentifier")
        if not self.target.allow_create:
            raise Missing("calls by identifier, which may make contacts: allow_create")

    def need(self, what: str, have: Sequence[object], count: int = 1) -> None:
        """Missing unless there are enough of something, such as ``lists``."""
        if len(have) < count:
            raise Missing(f"{count} {what}: list them under [bird.facts] {what}")

    # -- the end -----------------------------------------------------------------------------------------

    def close(self) -> list[tuple[str, str]]:
        """Restore and remove what the run changed and made; return what is left over, with reasons."""
        try:
            left = [(f"contact {key}", UNREAD) for key in sorted(self._unread)]
            left += [(f"contact {key}", why) for key in self.originals if (why := self._restore(key))]
            left += self.ledger.clean(lambda name, key: remove(self, name, key)) if self.ledger.made else []
        finally:
            self.session.door.close()
        return left

    def _restore(self, key: str) -> str:
        original, identifiers = self.originals[key]
        try:
            return put_back(self, key, original, identifiers)
        except Blocked as blocked:
            return str(blocked)

    def _alive(self) -> bool:
        write = Call("updateContact", self.params(UNKNOWN_CONTACT), body={})
        call = self._get(UNKNOWN_CONTACT) if self.can_read else write
        return self.session.door.send(self.session.door.request(call)).response is not None
