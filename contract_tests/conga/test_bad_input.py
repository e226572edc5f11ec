"""What the contract's schemas exclude beyond the documented rules: refused with a 4xx, nothing changed."""

import pytest

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies
from contact_contracts.drivers.conga.driver import LOCKING, PAYLOAD, UPDATE
from contact_contracts.drivers.conga.values import NEITHER_FLAG_NOR_TEXT, NOT_A_LOOKUP
from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.fields import FLAG
from contact_contracts.transport import Call


@pytest.mark.clause("conga.schema.bad-input-refused")
def test_the_flag_refuses_every_other_type(conga: Conga, bodies: Bodies) -> None:
    """Numbers, arrays and objects; its legal twins are true and false."""
    key = conga.contacts(1)[0]
    for flag in (True, False):
        conga.update(key, {FLAG: flag, "Title": "before"})
        for value in conga.some(NEITHER_FLAG_NOR_TEXT):
            conga.put(key, {"Title": "refused", FLAG: value})
            conga.read(key)


@pytest.mark.clause("conga.schema.bad-input-refused", "conga.schema.no-server-error")
@pytest.mark.parametrize("field", ["Account", "Owner"])
def test_a_lookup_refuses_what_is_no_object(conga: Conga, bodies: Bodies, field: str) -> None:
    """Texts, numbers, booleans, arrays, and objects whose members are no texts."""
    key = conga.contacts(1)[0]
    conga.update(key, bodies.full(2))
    inner: tuple[Json, ...] = ({"Id": 5, "Name": "N"}, {"Id": ["x"], "Name": "N"}, {"Id": {}, "Name": "N"})
    for value in conga.some((*NOT_A_LOOKUP, *inner)):
        conga.put(key, {"Title": "refused", field: value})
        conga.read(key)
    conga.update(key, {"Title": "taken", field: None})


@pytest.mark.clause("conga.schema.bad-input-refused")
@pytest.mark.parametrize("name", [PAYLOAD, LOCKING])
def test_a_flag_in_the_query_refuses_what_is_no_boolean(conga: Conga, name: str) -> None:
    """Words and numbers that no reading takes for a boolean."""
    key = conga.contacts(1)[0]
    for turn, word in enumerate(conga.some(("maybe", "2", "null", "truefalse"))):
        call = Call(UPDATE, {"externalId": key}, ((name, word),), {"FirstName": f"Refused {turn}"})
        conga.session.call(call)
        conga.read(key)
        conga.update(key, {"FirstName": f"Taken {turn}"}, payload="false", locking="false")
