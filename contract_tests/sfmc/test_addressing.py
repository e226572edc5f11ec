"""A contact is named by its key, its id or both; no other contact changes."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.errors import Missing
from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, Body, Edit
from contact_contracts.exchange import Json

KEY_ENDINGS = (
    "-Ada.Lovelace@Example.COM",
    " with spaces",
    "-jörg.weiß@example.org",
    "/slash?&=#%41",
    "-日本語",
    "+plus",
    "'quoted\" {x}",
    "-" + "long" * 20,
)

LIKE_ENDINGS = (
    " and more",
    "",
    "-" + "long" * 20 + "-1",
    "-" + "long" * 20 + "-2",
    "-c",
    "+c",
    " c",
    "  c",
    "_c",
    "%",
    "é",
    "e",
    "007",
    "7",
    "日本",
    "中国",
)


@pytest.mark.clause("sfmc.addressing.key-or-id-required", "sfmc.failure.reported", "sfmc.error.shape")
def test_a_body_that_names_no_contact_is_refused(sfmc: MarketingCloud) -> None:
    """Nothing, null or empty text in place of the key and both spellings of the id."""
    key = sfmc.contacts(1)[0]
    empty: tuple[Body, ...] = (
        {},
        {"contactKey": ""},
        {"contactKey": None},
        {"contactId": None},
        {"contactID": ""},
        {"contactKey": "", "contactId": "", "contactID": None},
    )
    for turn, names in enumerate(empty):
        if turn % 3 == 0:
            sfmc.update(key, sfmc.plain_sets(key, turn + 1))
        sfmc.patch({**names, "attributeSets": sfmc.plain_sets(key, turn)})
        sfmc.read(key)


@pytest.mark.clause("sfmc.addressing.by-key")
def test_only_the_contact_with_the_key_changes(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Three contacts in turn; after each update all three are read."""
    keys = sfmc.contacts(3)

    def step(drawn: tuple[int, list[Edit]]) -> None:
        turn, edits = drawn
        sets = sfmc.witnessed(keys[turn], bodies.sets(edits, keys[turn]))
        sfmc.patch({"contactKey": keys[turn], "attributeSets": sets})
        sfmc.read(*keys)

    sfmc.read_everyone()
    sfmc.explore("by key", st.tuples(st.integers(0, 2), bodies.some(least=2)), step, standard=40)
    sfmc.read_everyone()


@pytest.mark.clause("sfmc.addressing.by-key")
def test_keys_of_every_shape_address_their_contact(sfmc: MarketingCloud) -> None:
    """Mail addresses, spaces, other scripts, what a URL or a quotation would need to escape, length."""
    other = sfmc.contacts(1)[0]
    if not sfmc.can_create:
        raise Missing("contacts with such keys: allow_create")
    for turn, ending in enumerate(sfmc.explorer.sample(KEY_ENDINGS, standard=25)):
        key = sfmc.fresh_key(ending)
        if not sfmc.took(sfmc.try_to_create(key)):
            continue
        for again in (1, 2):
            sfmc.update(key, sfmc.plain_sets(key, turn + again))
        sfmc.read(other)


@pytest.mark.clause("sfmc.addressing.by-key")
def test_keys_like_each_other_lead_to_different_contacts(sfmc: MarketingCloud) -> None:
    """What a prefix, a search pattern, a collation, a length limit or a clean-up would take for the same key."""
    if not sfmc.can_create:
        raise Missing("contacts with such keys: allow_create")
    base = sfmc.fresh_key()
    keys = [base + ending for ending in LIKE_ENDINGS]
    made = [key for key in keys if sfmc.took(sfmc.try_to_create(key))]
    for turn, key in enumerate(keys):
        if key not in made:
            sfmc.nobody(key)
        sfmc.update(key, sfmc.plain_sets(key, turn + 1))
        if key not in made:  # perhaps it was taken for one of the others
            sfmc.read(*made)


@pytest.mark.clause("sfmc.addressing.by-key")
@pytest.mark.parametrize(("beginning", "ending"), [("", " "), (" ", "")])
def test_blanks_at_the_ends_of_a_key_belong_to_it(sfmc: MarketingCloud, beginning: str, ending: str) -> None:
    """A contact with such a key, where one can be made, and one whose key lacks the blanks."""
    sfmc.need_reads()
    if not sfmc.can_create:
        raise Missing("contacts with such keys: allow_create")
    key = sfmc.fresh_key(ending, beginning)
    if not sfmc.took(sfmc.try_to_create(key)) or not sfmc.exists(key):
        raise Missing("a contact whose key has blanks at its ends; this target makes none")
    sfmc.update(key, sfmc.plain_sets(key, 1))
    sfmc.update(key, sfmc.plain_sets(key, 2), **_own_id(sfmc, key))
    bare = key.strip()
    if sfmc.took(sfmc.try_to_create(bare)) and sfmc.exists(bare) and sfmc.id_of(bare) != sfmc.id_of(key):
        for turn, one in enumerate((bare, key)):
            sfmc.patch({"contactKey": one, "attributeSets": sfmc.plain_sets(one, turn + 3)})
            sfmc.read(key, bare)


def _own_id(sfmc: MarketingCloud, key: str) -> Body:
    return {} if sfmc.id_of(key) is None else {sfmc.casing: sfmc.id_of(key)}


@pytest.mark.clause("sfmc.addressing.by-id")
@pytest.mark.parametrize("text", [False, True])
def test_an_id_alone_addresses_its_contact(sfmc: MarketingCloud, bodies: Bodies, text: bool) -> None:
    """As a number and as numeric text; three contacts in turn, all of which are read."""
    keys = sfmc.contacts(3)
    for key in keys:
        sfmc.need_id(key)
    stranger = sfmc.scratch()  # one more, that no call addresses
    sfmc.update(stranger, [sfmc.sample(attributes, stranger, 9) for attributes in bodies.writable[:5]])

    def step(drawn: tuple[int, list[Edit]]) -> None:
        turn, edits = drawn
        sets = sfmc.witnessed(keys[turn], bodies.sets(edits, keys[turn]))
        sfmc.patch({sfmc.casing: _id(sfmc, keys[turn], text=text), "attributeSets": sets})
        sfmc.read(*keys)

    sfmc.read(*keys)
    sfmc.explore(f"by id {text}", st.tuples(st.integers(0, 2), bodies.some(least=2)), step, standard=30)
    sfmc.read(stranger)


def _id(sfmc: MarketingCloud, key: str, *, text: bool) -> Json:
    identifier = sfmc.need_id(key)
    return str(identifier) if text else identifier


@pytest.mark.clause("sfmc.addressing.by-id")
@pytest.mark.parametrize("empty", ["", None])
def test_an_empty_key_beside_an_id_counts_as_absent(sfmc: MarketingCloud, empty: str | None) -> None:
    """Null as much as nothing at all; empty text may be refused."""
    for turn, key in enumerate(sfmc.up_to(2)):
        sets = sfmc.plain_sets(key, turn)
        sfmc.patch({"contactKey": empty, sfmc.casing: sfmc.need_id(key), "attributeSets": sets})
        sfmc.read(*sfmc.up_to(2))


@pytest.mark.clause("sfmc.addressing.both-agreeing")
def test_a_key_and_its_own_id_go_together(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """The id as a number and as text, on three contacts."""
    keys = sfmc.up_to(3)
    for turn, key in enumerate((*keys, *keys)):
        more = {sfmc.casing: _id(sfmc, key, text=turn >= len(keys))}
        sfmc.update(key, sfmc.plain_sets(key, turn), **more)

    def step(drawn: tuple[int, bool, list[Edit]]) -> None:
        turn, text, edits = drawn
        key = keys[turn % len(keys)]
        more = {sfmc.casing: _id(sfmc, key, text=text)}
        sfmc.update(key, sfmc.witnessed(key, bodies.sets(edits, key)), **more)
        sfmc.read(*keys)

    sfmc.explore("both", st.tuples(st.integers(0, 2), st.booleans(), bodies.some(least=2)), step, standard=20)


@pytest.mark.clause("sfmc.addressing.both-disagreeing")
def test_a_key_and_the_id_of_another_contact(sfmc: MarketingCloud) -> None:
    """Refused, or one of the two is updated; a third contact stays."""
    first, second, third = sfmc.contacts(3)
    for turn, (key, owner) in enumerate(((first, second), (second, first), (first, second))):
        more = {sfmc.casing: _id(sfmc, owner, text=turn == 2)}
        sfmc.patch({"contactKey": key, **more, "attributeSets": sfmc.plain_sets(key, turn + 3)})
        sfmc.read(first, second, third)


@pytest.mark.clause("sfmc.addressing.unknown", "sfmc.failure.reported")
def test_a_key_that_nobody_has(sfmc: MarketingCloud) -> None:
    """Refused, and aloud, or established; others stay either way."""
    if not sfmc.target.allow_create:
        raise Missing("leave to make a contact, as such a call may: allow_create")
    other = sfmc.contacts(1)[0]
    for turn in range(2):
        key = sfmc.fresh_key(f"-unknown-{turn}@example.com")
        sfmc.nobody(key)
        sfmc.update(key, sfmc.plain_sets(key, turn))
        sfmc.read(other)


@pytest.mark.clause("sfmc.failure.reported", "sfmc.schema.no-server-error")
def test_ids_that_lead_to_nobody(sfmc: MarketingCloud) -> None:
    """Text that is no id, more digits than any id has, and the id of a contact that was removed."""
    if not (sfmc.can_create and sfmc.target.allow_delete):
        raise Missing("leave to make a contact, as such a call may, and to remove it: allow_create, allow_delete")
    other = sfmc.contacts(1)[0]
    identifiers: list[Json] = ["no-id", "nö", "9" * 30]
    removed = sfmc.scratch()
    if sfmc.id_of(removed) is not None:
        identifiers.append(sfmc.id_of(removed))
        sfmc.remove(removed)
    for identifier in identifiers:
        sfmc.is_no_ones(identifier)
        sfmc.patch({sfmc.casing: identifier, "attributeSets": sfmc.plain_sets(other, 7)})
        sfmc.read(other)
    sfmc.patch({"contactKey": other, sfmc.casing: "no-id", "attributeSets": sfmc.plain_sets(other, 8)})
    sfmc.read(other)


@pytest.mark.clause("sfmc.addressing.key-is-exact")
def test_keys_that_differ_in_case_name_different_contacts(sfmc: MarketingCloud) -> None:
    """Nobody's key that looks like a contact's own, then, where it can be made, a contact with such a key."""
    endings = ("-case", "-Ünï-Çase", "-MiXed@Example.Com")
    if not sfmc.can_create:
        raise Missing("contacts with such keys: allow_create")
    for turn, ending in enumerate(sfmc.explorer.sample(endings, standard=15)):
        key = sfmc.create(sfmc.fresh_key(ending))
        variant = key.swapcase()
        sfmc.own(variant)
        sfmc.nobody(variant)
        sfmc.update(variant, sfmc.plain_sets(key, turn + 1))
        sfmc.read(key)
        twin = key.upper() if turn % 2 else key.capitalize()
        sfmc.create()  # so that the two are no neighbours either
        if twin != variant and sfmc.took(sfmc.try_to_create(twin)):
            sfmc.create()  # the newest contact is then neither of the two
            for at, one in enumerate((key, twin, key)):
                sfmc.update(one, sfmc.plain_sets(key, turn + at + 2))
                sfmc.read(key, twin)


@pytest.mark.clause("sfmc.addressing.by-key")
def test_a_key_of_digits_is_no_id(sfmc: MarketingCloud) -> None:
    """The id of one contact sent as a key names nobody, and that contact stays as it is."""
    key, other = sfmc.contacts(2)
    identifier = str(sfmc.need_id(key))
    sfmc.need_reads()
    if not (sfmc.can_create and sfmc.target.allow_delete):
        raise Missing("leave to remove what such a key may establish: allow_create and allow_delete")
    sfmc.nobody(identifier)
    if sfmc.exists(identifier):
        raise Missing("an id that is not the key of a contact")
    sfmc.own(identifier)
    sfmc.update(identifier, sfmc.plain_sets(key, 5))
    sfmc.read(key, other)


@pytest.mark.clause("sfmc.addressing.by-id", "sfmc.addressing.by-key", "sfmc.schema.bad-input-refused")
def test_an_id_that_is_the_key_of_another_contact(sfmc: MarketingCloud) -> None:
    """As an id it leads to the one, as number and text; as a key to the other; both are read."""
    key = sfmc.scratch()
    identifier = str(sfmc.need_id(key))
    sfmc.need_reads()
    if not (sfmc.can_create and sfmc.target.allow_delete):
        raise Missing("a contact with such a key, and leave to remove it: allow_create and allow_delete")
    sfmc.nobody(identifier)
    if not sfmc.exists(identifier) and not sfmc.took(sfmc.try_to_create(identifier)):
        raise Missing("a contact whose key is the id of another one; this target makes none")
    if identifier not in sfmc.session.own or not sfmc.exists(identifier):
        raise Missing("a contact of the run whose key is the id of another one")
    addresses: list[Body] = [
        {sfmc.casing: int(identifier)},
        {sfmc.casing: identifier},
        {"contactKey": identifier},
        {"contactKey": int(identifier)},  # a number is no key
    ]
    for turn, address in enumerate(addresses):
        sfmc.patch({**address, "attributeSets": sfmc.plain_sets(key, turn + 2)})
        sfmc.read(key, identifier)


@pytest.mark.clause("sfmc.addressing.id-casing")
def test_both_spellings_of_the_id(sfmc: MarketingCloud) -> None:
    """The page's table and its example differ; each spelling alone, as number and text."""
    key, *others = sfmc.up_to(2)
    for casing in ("contactID", "contactId"):
        for turn, text in enumerate((False, True)):
            with sfmc.casing_in_question():
                sfmc.patch({casing: _id(sfmc, key, text=text), "attributeSets": sfmc.plain_sets(key, turn)})
            sfmc.read(key, *others)
