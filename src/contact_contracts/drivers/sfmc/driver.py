"""The calls that a Marketing Cloud test makes, and the contacts that it may make them on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from hypothesis.strategies import SearchStrategy

from contact_contracts.contract import Contract
from contact_contracts.drivers.effort import Explorer
from contact_contracts.drivers.errors import Missing, NotObservable
from contact_contracts.drivers.ledger import Ledger
from contact_contracts.drivers.session import Session
from contact_contracts.drivers.sfmc.bodies import Bodies, Body, Edit, search_for
from contact_contracts.drivers.sfmc.cleaning import remember, remove, restore
from contact_contracts.drivers.sfmc.originals import Original
from contact_contracts.drivers.sfmc.probing import id_in, probe, refuse_non_api
from contact_contracts.drivers.sfmc.telling import told_facts
from contact_contracts.exchange import Credential, Exchange, Json
from contact_contracts.judge.tally import Tally
from contact_contracts.rulebook.prediction import EXISTS, Acceptance, Belief, Must
from contact_contracts.rulebook.sfmc import AttributeSet, Facts, SfmcRulebook
from contact_contracts.rulebook.sfmc.address import address
from contact_contracts.rulebook.sfmc.answers import accepted
from contact_contracts.rulebook.sfmc.facts import CASINGS, ID_ASPECT, KEY
from contact_contracts.rulebook.values import as_int
from contact_contracts.rulebook.world import seen
from contact_contracts.target.families import SfmcTarget
from contact_contracts.transport import Blocked, Call, Door

Example = TypeVar("Example")


@dataclass
class MarketingCloud:
    """A target under test. Make one with ``for_target``, let it begin, and close it in any case."""

    target: SfmcTarget
    contract: Contract
    explorer: Explorer
    session: Session
    ledger: Ledger
    facts: Facts = field(default_factory=Facts)
    bodies: Bodies = field(init=False)
    searchable: bool = True
    """Whether a search finds contacts; learnt by probing."""
    casing_tried: bool = False
    """Whether an id is known."""
    ids: dict[str, int] = field(init=False, default_factory=dict)
    """Contact key -> id, as answers and the target file told it."""
    _contacts: list[str] = field(init=False, default_factory=list)
    rows: dict[tuple[str, str], tuple[Mapping[str, Json], ...]] = field(init=False, default_factory=dict)
    """Key of a named contact, and name of a set with keys -> the key values of the rows it has."""
    _removed: set[str] = field(init=False, default_factory=set)
    """Contacts of the run whose removal was asked for and begun."""
    _unread: list[str] = field(init=False, default_factory=list)
    """Named contacts that no search shows."""
    originals: dict[str, Original] = field(init=False, default_factory=dict)

    @classmethod
    def for_target(
        cls, target: SfmcTarget, contract: Contract, explorer: Explorer, tally: Tally, ledger: Ledger
    ) -> MarketingCloud:
        """Make a driver that has not called its target yet."""
        facts = told_facts(target)
        session = Session(Door(target, contract), contract, SfmcRulebook(contract, facts), tally)
        driver = cls(target, contract, explorer, session, ledger, facts)
        driver.bodies = Bodies(facts, rows=driver.rows)
        session.alive = driver._alive
        return driver

    def begin(self) -> None:
        """Connect, and find out what works. Blocked when the target cannot be worked with."""
        self._need_sets()
        probe(self)

    def _need_sets(self) -> None:
        if not self.bodies.writable:
            raise Blocked("no attribute set is known: list them under [[sfmc.facts.attribute_sets]]")

    @property
    def can_read(self) -> bool:
        """Whether contacts can be read back."""
        return self.target.offers("searchAttributes") and self.searchable

    def explore(
        self, name: str, strategy: SearchStrategy[Example], step: Callable[[Example], None], *, standard: int
    ) -> None:
        """Draw examples, as the effort allows."""
        self.explorer.explore(f"sfmc:{name}", strategy, step, standard=standard)

    # -- contacts ----------------------------------------------------------------------------------------

    def contacts(self, count: int) -> list[str]:
        """Keys of contacts that may be changed; made when there are too few. Missing when that is not allowed."""
        while len(self._contacts) < count:
            named = [contact for contact in self.target.contacts if contact.key not in self._contacts]
            if self.can_create:
                self._contacts.append(self.create())
            elif named:
                self._contacts.append(self._adopt(named[0].key, named[0].id))
            else:
                raise Missing(f"{count} contacts: allow_create, or name them under [[sfmc.contacts]]")
        return self._contacts[:count]

    def instead_of(self, lost: str) -> str:
        """Another contact in place of one that cannot be found any more. Missing when there is none."""
        self._contacts.remove(lost)
        return self.contacts(1)[0]

    def up_to(self, most: int) -> list[str]:
        """As many contacts as there are, up to a number; one at least."""
        return self.contacts(most if self.can_create else max(1, min(most, len(self.target.contacts))))

    @property
    def can_create(self) -> bool:
        """Whether the run may make contacts."""
        return self.target.allow_create and self.target.offers("createContact")

    def scratch(self) -> str:
        """A contact without a history where one can be made, else the first one."""
        return self.create() if self.can_create else self.contacts(1)[0]

    def fresh_key(self, ending: str = "", beginning: str = "") -> str:
        """A key that nobody has, with the run's mark, written down as the run's."""
        name = self.ledger.name()
        key = f"{beginning}{name}{ending}"
        if key != name:
            del self.ledger.made[name]
        self.own(key)
        return key

    def own(self, key: str) -> None:
        """Allow writes to a key, and write it down so that what it makes is removed."""
        self.session.own.add(key)
        if key not in self.ledger.made:
            self.ledger.note(key, "")

    def create(self, key: str = "") -> str:
        """Make a contact and return its key. Blocked when that does not work."""
        key = key or self.fresh_key("@example.com")
        exchange = self.try_to_create(key)
        if not self.took(exchange):
            refuse_non_api(exchange)
            status = exchange.response.status if exchange.response else "nothing"
            raise Blocked(f"createContact answered {status} and no success to a plain contact: check base_url")
        return key

    def try_to_create(self, key: str, sets: list[Body] | None = None) -> Exchange:
        """Ask for a contact with a key, and read it back when it was made."""
        self.own(key)
        body = {"contactKey": key, "attributeSets": sets or self.plain_sets(key)}
        exchange = self.session.call(Call("createContact", body=body))
        if self.took(exchange):
            self.begin_with(key, id_in(exchange))
        return exchange

    def begin_with(self, key: str, identifier: int | None = None) -> None:
        """Forget what is believed of an existing contact, and find out anew."""
        if identifier is not None:
            self.ids[key] = identifier
        self.session.believe(key, None if self.can_read else Belief(state={EXISTS: True}, unknown=("",)))
        self.read(key)
        belief = self.session.world.belief(key)
        if belief is not None and key in self.ids and ID_ASPECT not in belief.state:
            belief = Belief(state={**belief.state, ID_ASPECT: self.ids[key]}, unknown=belief.unknown)
        self.session.believe(key, belief)

    def _adopt(self, key: str, identifier: Json) -> str:
        self.session.own.add(key)
        found = as_int(identifier)
        self.begin_with(key, found if isinstance(found, int) else None)
        belief = self.session.world.belief(key)
        if belief is None or not belief.state.get(EXISTS):
            raise Missing(f"contact {key!r} of the target file cannot be found")
        if self.can_read and key not in self.originals:
            self.originals[key] = remember(self, key)
            self.ledger.keep(key, self.originals[key].state)
            self.rows.update({(key, name): rows for name, rows in self.originals[key].rows.items()})
        elif not self.can_read:
            self._unread.append(key)
        return key

    def id_of(self, key: str) -> int | None:
        """A contact's id, as far as known."""
        belief = self.session.world.belief(key)
        found = belief.get(ID_ASPECT) if belief else None
        return found if isinstance(found, int) else self.ids.get(key)

    def need_id(self, key: str) -> int:
        """A contact's id. Missing when neither a read, an answer nor the target file told it."""
        found = self.id_of(key)
        if found is None:
            raise Missing("the id of a contact: name it under [[sfmc.contacts]]")
        return found

    def addresses(self, key: str) -> list[Body]:
        """Every way to name a contact: its key, and where its id is known the id, and both."""
        named: Body = {"contactKey": key}
        if self.id_of(key) is None:
            return [named]
        identifier: Body = {self.casing: self.id_of(key)}
        return [named, identifier, named | identifier]

    def is_no_ones(self, identifier: Json) -> None:
        """Allow calls to name an id that surely leads to nobody."""
        self.session.own.add(f"id:{as_int(identifier)}")

    @property
    def casing(self) -> str:
        """A spelling of the id that works."""
        return next((casing for casing in CASINGS if casing in self.facts.casings), CASINGS[0])

    # -- sets --------------------------------------------------------------------------------------------

    def row(self, attributes: AttributeSet, key: str, number: int = 0) -> dict[str, Json]:
        """The key values of one of a contact's rows."""
        return self.bodies.row(attributes, number, key)

    def plain_sets(self, key: str, turn: int = 0) -> list[Body]:
        """One set that a contact can have. Missing when a named contact has nothing that could be put back."""
        for attributes in self.bodies.writable:
            sets = self.restorable(key, [self.sample(attributes, key, turn)])
            if sets:
                return sets
        raise Missing(f"values of contact {key!r} that can be changed and put back: allow_create")

    def restorable(self, key: str, sets: list[Body]) -> list[Body]:
        """What of the sets can be written to a contact, and put back where it is a named one."""
        known = self.originals.get(key)
        found: list[Body] = known.spared({"attributeSets": sets})["attributeSets"] if known else sets
        return found

    def sample(self, attributes: AttributeSet, key: str, turn: int = 0) -> Body:
        """A set with all its attributes."""
        return self.bodies.sample(attributes, turn, row=self.row(attributes, key))

    def witnessed(self, key: str, sets: list[Body]) -> list[Body]:
        """The sets, the first with one more value that changes: a lost value then differs from a lost call."""
        attributes = self.facts.sets[sets[0]["name"]]
        used = {value["name"] for value in sets[0]["items"][0]["values"]}
        spare = next((name for name in attributes.types if name not in used and name not in attributes.keys), None)
        if spare is None:
            return sets
        old = self._believed(key, attributes, spare)
        added = {"name": spare, "value": self.bodies.other(attributes, spare, old, self.session.door.requests)}
        values = [*sets[0]["items"][0]["values"], added]
        return [{**sets[0], "items": [{"values": values}, *sets[0]["items"][1:]]}, *sets[1:]]

    def _believed(self, key: str, attributes: AttributeSet, name: str) -> Any:
        belief = self.session.world.belief(key)
        row = tuple(self.row(attributes, key).values())
        found = belief.get(attributes.aspect(name, row)) if belief else None
        return found if isinstance(found, str | int | float) else None

    # -- calls -------------------------------------------------------------------------------------------

    def patch(self, body: Json, *, credential: Credential = "default", judged: bool = True) -> Exchange:
        """PATCH with a whole body, without reading back.

        Of a contact that the target file names, only what can be put back is written. Missing when the body may
        make a contact and the target file does not allow that.
        """
        call = Call("updateContacts", body=self._harmless(body), credential=credential)
        return self.session.call(call, judged=judged)

    def _harmless(self, body: Json) -> Json:
        addressed = address(body, self.facts, self.session.world).contacts
        if not self.target.allow_create and any(self._is_nobody(key) for key in addressed):
            raise Missing("leave to make a contact, as a call with a key that nobody has may: allow_create")
        spared = body
        for key in addressed:
            if key in self.originals:
                spared = self.originals[key].spared(spared)
        if spared != body and not spared["attributeSets"]:
            return {**spared, "attributeSets": self.plain_sets(addressed[0], self.session.door.requests)}
        return spared

    def _is_nobody(self, key: str) -> bool:
        belief = self.session.world.belief(key)
        return belief is not None and belief.state.get(EXISTS) is False

    def update(self, key: str, sets: Json, **more: Json) -> Exchange:
        """Update a contact by its key and read it back; more members of the body as given."""
        exchange = self.patch({"contactKey": key, **more, "attributeSets": sets})
        self.read(key)
        return exchange

    def write(self, key: str, edits: Sequence[Edit]) -> None:
        """Carry out edits by key, and read back."""
        self.update(key, self.bodies.sets(edits, key))

    def read(self, *keys: str) -> None:
        """Read contacts back; where the target cannot show them, those that were there are."""
        for key in keys:
            if self.can_read:
                self.session.read(self.search_call(key, self.facts.asked()))
            elif key in self._contacts and self.session.world.belief(key) is None:
                self.begin_with(key)

    def search_call(self, key: str, asked: Sequence[str]) -> Call:
        """A search for one contact."""
        return Call("searchAttributes", body=search_for(key, asked))

    def read_set(self, key: str, attributes: AttributeSet) -> None:
        """Read one set of a contact alone."""
        asked = [KEY, *(f"{attributes.name}.{name}" for name in attributes.types)]
        self.session.read(self.search_call(key, asked))

    def exists(self, key: str) -> bool:
        """Whether a contact is believed to exist."""
        belief = self.session.world.belief(key)
        return belief is not None and bool(belief.state.get(EXISTS))

    def rows_of(self, key: str, attributes: AttributeSet) -> int:
        """How many rows of a set with keys a contact is believed to have."""
        belief = self.session.world.belief(key)
        aspects = [aspect for aspect in (belief.state if belief else ()) if attributes.owns(aspect)]
        return len({aspect.rpartition("].")[0] for aspect in aspects})

    @contextmanager
    def casing_in_question(self) -> Iterator[None]:
        """Judge calls as if it were not known yet which spelling of the id is taken."""
        known = self.session.rulebook
        self.session.rulebook = SfmcRulebook(self.contract, replace(self.facts, casings=frozenset()))
        try:
            yield
        finally:
            self.session.rulebook = known

    def read_everyone(self) -> None:
        """Read every contact that is known to exist: what a call did to a stranger then shows."""
        self.read(
            *(key for key in tuple(self.session.world.contacts) if key in self.session.own and self.exists(key))
        )

    def remove(self, key: str) -> None:
        """Remove a contact that the run made. NotObservable when that does not work."""
        reason = remove(self, key)
        if reason:
            raise NotObservable(f"deleteContacts: {reason}")
        self._removed.add(key)

    def nobody(self, key: str) -> None:
        """Note that nobody has a key, as a read confirms where that is possible."""
        self.read(key)
        if not self.can_read:
            self.session.believe(key, seen(None))

    def took(self, exchange: Exchange) -> bool:
        """Whether an answer reports success, or does not report failure as it must."""
        response = exchange.response
        return response is not None and response.ok and accepted(response, Must.EITHER) is not Acceptance.REFUSED

    def filled(self) -> str:
        """A contact without a history where one can be made, with every set filled."""
        key = self.fresh_key() if self.can_create else self.contacts(1)[0]
        sets = [self.sample(attributes, key) for attributes in self.facts.sets.values()]
        if not self.can_create or not self.took(self.try_to_create(key, sets)):
            key = self.scratch()
            for entry in sets:
                self.update(key, [entry])
        return key

    def need_reads(self) -> None:
        """NotObservable when the target cannot show contacts."""
        if not self.can_read:
            raise NotObservable("searchAttributes, by which to read back what was written")

    def need(self, what: str, have: Sequence[object], count: int = 1) -> None:
        """Missing unless there are enough of something, such as attribute sets."""
        if len(have) < count:
            raise Missing(f"{count} {what}: list them under [[sfmc.facts.attribute_sets]]")

    # -- the end -----------------------------------------------------------------------------------------

    def close(self) -> list[tuple[str, str]]:
        """Restore and remove what the run changed and made; return what is left over, with reasons."""
        try:
            left = [entry for key, state in self.originals.items() for entry in restore(self, key, state)]
            left += [
                (f"contact {key}", "its values cannot be read, so they were not put back") for key in self._unread
            ]
            left += self.ledger.clean(self._clean) if self.ledger.made else []
        finally:
            self.session.door.close()
        return left

    def _clean(self, key: str, _: str) -> str:
        return "" if key in self._removed else remove(self, key)

    def _alive(self) -> bool:
        operation = "searchAttributes" if self.target.offers("searchAttributes") else "updateContacts"
        call = self.search_call("nobody", [KEY]) if operation == "searchAttributes" else Call(operation, body={})
        return self.session.door.send(self.session.door.request(call)).response is not None
