"""Each documented field is written, cleared by null, and left alone when it is not sent."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies
from contact_contracts.drivers.conga.values import IN_WORDS, OTHER_CODES, may_be_null
from contact_contracts.drivers.errors import Missing
from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.fields import COUNTRY_CODES, DATES

LIKE_THE_LAST = ("Resume", "resume", "Resumé", "Resum", "Resum e", "Resum  e", "10", "10.0", "010")
"""Each differs from the one before it in something that careless comparisons do not see."""


@pytest.mark.clause("conga.fields.each-writable", "conga.fields.unsent-kept", "conga.fields.null-clears")
def test_each_field_alone_is_written_cleared_and_written_again(conga: Conga, bodies: Bodies) -> None:
    """Over a record in which everything is set, so that a field that goes astray is seen."""
    key = conga.contacts(1)[0]
    conga.update(key, bodies.full(7))
    for body in conga.some(list(bodies.alone())):
        conga.update(key, body)


@pytest.mark.clause("conga.fields.each-writable")
def test_every_field_keeps_every_kind_of_text(conga: Conga, bodies: Bodies) -> None:
    """All fields at once, each update with other values, until every value of every field was sent."""
    key = conga.contacts(1)[0]
    for turn in conga.some(range(bodies.turns())):
        conga.update(key, bodies.full(turn))


@pytest.mark.clause("conga.fields.null-clears")
def test_null_clears_each_field(conga: Conga, bodies: Bodies) -> None:
    """All at once, then by halves, by thirds, and all but one; an empty text reads the same as null."""
    key = conga.contacts(1)[0]
    fields = [field for field in bodies.fields if may_be_null(field)]
    for turn, chosen in enumerate(
        conga.some((fields, fields[::2], fields[1::2], fields[::3], fields[1:], fields[:-1]))
    ):
        conga.update(key, bodies.full(turn))
        conga.update(key, dict.fromkeys(chosen))
        conga.update(key, dict.fromkeys(chosen[:3]))


@pytest.mark.clause("conga.fields.each-writable", "conga.fields.unsent-kept")
def test_an_empty_text_reads_as_nothing(conga: Conga, bodies: Bodies) -> None:
    """Absent, null and empty are the same on reading."""
    key = conga.contacts(1)[0]
    for field in conga.some(("FirstName", "Description", "MailingCity", "Salutation")):
        conga.update(key, {field: "before", "Title": "stays"})
        conga.update(key, {field: ""})
        conga.update(key, {field: "after"})


@pytest.mark.clause("conga.fields.each-writable")
@pytest.mark.parametrize("field", DATES)
def test_a_day_in_words_is_kept_or_refused(conga: Conga, bodies: Bodies, field: str) -> None:
    """The documents call the dates texts; a server that takes one in words must not cut it short."""
    key = conga.contacts(1)[0]
    for turn, day in enumerate(IN_WORDS):
        conga.update(key, {field: day, "Title": f"In words {turn}"})


@pytest.mark.clause("conga.fields.each-writable", "conga.payload.is-the-record")
@pytest.mark.parametrize("field", COUNTRY_CODES)
def test_a_code_of_another_kind_is_kept_or_refused(conga: Conga, bodies: Bodies, field: str) -> None:
    """In lower case, or of three letters: the documents call the codes texts; what is taken must be shown so."""
    key = conga.contacts(1)[0]
    for turn, code in enumerate(OTHER_CODES):
        conga.update(key, {field: code, "Title": f"Code {turn}"}, payload="true" if turn else None)


@pytest.mark.clause("conga.fields.unsent-kept")
def test_fields_that_are_not_sent_stay(conga: Conga, bodies: Bodies) -> None:
    """Few fields over a full record, and a full record but for few fields."""
    key = conga.contacts(1)[0]
    fields = bodies.fields
    for turn in range(conga.explorer.budget(12)):
        conga.update(key, bodies.full(turn))
        few = {fields[(turn * 7 + step) % len(fields)] for step in (0, 11, 23)}
        other = bodies.full(turn + 3)
        conga.update(key, {field: other[field] for field in other if field in few})
        conga.update(key, {field: value for field, value in bodies.full(turn + 6).items() if field not in few})


@pytest.mark.clause("conga.fields.unsent-kept")
def test_a_body_that_names_nothing_changes_nothing(conga: Conga, bodies: Bodies) -> None:
    """Where it is taken; over a full record and one that lacks what another record was sent just before."""
    key, other = conga.contacts(2)
    conga.update(key, bodies.full(6))
    for body in ({}, {"Id": conga.id_of(key)}):
        conga.update(key, body)
    conga.update(key, dict.fromkeys(field for field in bodies.fields if may_be_null(field)))
    for body in ({}, {"FirstName": "Alone"}, {"Id": conga.id_of(key)}):
        conga.update(other, bodies.full(8))
        conga.update(key, body)


@pytest.mark.clause("conga.fields.unsent-kept", "conga.fields.each-writable")
def test_a_record_keeps_its_fields_however_often_it_is_updated(conga: Conga, bodies: Bodies) -> None:
    """A contact made for this; its first ten updates and more, over all other fields.

    One field has a text much like the one before, every other time beside a field with another number.
    """
    key = conga.create_any(**bodies.full(5))
    if key is None:
        raise Missing("a contact that can be made and read")
    for turn in range(conga.explorer.budget(24, least=12)):
        number = {"Title": f"Update {turn}"} if turn % 2 == 0 else {}
        conga.update(key, {**number, "Department": LIKE_THE_LAST[turn % len(LIKE_THE_LAST)]})


@pytest.mark.clause("conga.fields.each-writable", "conga.fields.unsent-kept", "conga.id.absent-updates")
def test_the_update_after_a_refused_one_arrives_whole(conga: Conga, bodies: Bodies) -> None:
    """After each kind of refusal, of the same contact and of another; texts, a null, and what was not sent."""
    own, other = conga.contacts(2)
    conga.update(own, bodies.full(2))
    conga.update(other, bodies.full(4))
    for turn, body in enumerate(bodies.refused(conga.id_of(own), conga.id_of(other))):
        for key in (own, other):
            conga.put(own, body)
            conga.update(key, {"FirstName": f"After {turn}", "MailingCity": f"{key} {turn}", "Title": None})


@pytest.mark.clause("conga.fields.each-writable", "conga.fields.unsent-kept", "conga.fields.null-clears")
def test_random_edits_read_back_as_sent(conga: Conga, bodies: Bodies) -> None:
    """Subsets of the fields in any order, one on top of the other, with and without Id and payload."""
    key = conga.contacts(1)[0]

    def step(drawn: tuple[dict[str, Json], bool, str | None]) -> None:
        body, with_id, payload = drawn
        conga.update(key, {**body, "Id": conga.id_of(key)} if with_id else body, payload=payload)

    flags = st.sampled_from((None, None, "true", "false"))
    conga.explore("edits", st.tuples(bodies.edits(most=9), st.booleans(), flags), step, standard=160)


@pytest.mark.clause("conga.fields.each-writable")
def test_locking_that_is_not_asked_for_changes_nothing(conga: Conga) -> None:
    """With EnforceOptimisticLocking=false the update is taken as without it."""
    key = conga.contacts(1)[0]
    for turn in range(2):
        conga.update(key, {"FirstName": f"Unlocked {turn}", "Title": None if turn else "T"}, locking="false")


@pytest.mark.clause("conga.fields.lookup", "conga.fields.null-clears")
@pytest.mark.parametrize("field", ["Account", "Owner"])
def test_a_lookup_takes_another_record_or_null(conga: Conga, bodies: Bodies, field: str) -> None:
    """Each record of the target file in turn, null between them; the other lookup stays."""
    if field not in conga.values:
        conga.need(f"{field.lower()}s")
    key, other = conga.contacts(2)
    records = conga.values[field]
    for turn, value in enumerate(
        conga.explorer.sample((*records, records[-1], None, records[0], None), standard=25)
    ):
        conga.put(key, {field: value}, payload="true" if turn % 2 else None)
        conga.read(key, other)
        conga.update(key, {"FirstName": f"Beside {turn}"})
    for value in conga.some((*records[::-1], *records)):
        conga.update(key, {field: None, "Title": "cleared"})
        conga.update(key, {"Title": "set", field: value})
