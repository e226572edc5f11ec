"""What the documents leave open: which reading the target takes is reported, and never a failure."""

import pytest

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.errors import Missing
from contact_contracts.exchange import Json


@pytest.mark.clause("conga.id.null")
def test_an_id_of_null_is_as_if_absent_or_refused(conga: Conga) -> None:
    """First and last in the body."""
    key = conga.contacts(1)[0]
    conga.update(key, {"Id": None, "FirstName": "Null", "Title": None})
    conga.update(key, {"LastName": "Null", "Title": "after", "Id": None})


@pytest.mark.clause("conga.fields.system-sent-back")
def test_members_that_the_server_writes_may_come_back(conga: Conga) -> None:
    """Each as it was read, then all together, as a client does that sends back what it got."""
    conga.need_reads()
    key = conga.contacts(1)[0]
    record = conga.eyes.record(key) or {}
    written = {
        name: record[name]
        for name in ("CreatedBy", "CreatedDate", "ModifiedBy", "ModifiedDate", "ETag")
        if name in record
    }
    if not written:
        raise Missing("a record that shows CreatedDate or another member that the server writes")
    for turn, (name, value) in enumerate(written.items()):
        conga.update(key, {"FirstName": f"Back {turn}", name: value})
    conga.update(key, {**written, "Title": "All back"})


@pytest.mark.clause("conga.locking.stale")
def test_an_update_with_an_old_etag(conga: Conga) -> None:
    """Read, changed by somebody else, then changed with the ETag of that read."""
    conga.need_reads()
    key = conga.contacts(1)[0]
    stale: Json = (conga.eyes.record(key) or {}).get("ETag")
    if stale is None:
        raise Missing("a record that shows its ETag")
    for turn in range(2):
        conga.update(key, {"FirstName": f"Somebody else {turn}"})
        conga.update(key, {"LastName": f"Late {turn}", "ETag": stale}, locking="true")


@pytest.mark.clause("conga.external-id.in-body")
def test_an_external_id_in_a_body_changes_it_or_is_ignored_or_refused(conga: Conga) -> None:
    """On a contact made for this, which is put back to its external id where that changed."""
    key = conga.create_any()
    if key is None:
        raise Missing("a contact that can be made and read")
    conga.update(key, {"ExternalId": key, "FirstName": "Same"})
    new = conga.nobody()
    conga.put(key, {"ExternalId": new, "LastName": "Moved"})
    conga.look_up(key)
    conga.look_up(new)
    if conga.eyes.record(key) is None and conga.eyes.record(new) is not None:
        conga.put(new, {"ExternalId": key})
        conga.look_up(key)
