"""Sets and attributes that the account lacks, alone and beside those that it has: the documents leave it open."""

import pytest

from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, Body, a_set

NO_SET = "No Such Attribute Set"
NO_ATTRIBUTE = "No Such Attribute"


@pytest.mark.clause("sfmc.sets.unknown-refused", "sfmc.failure.reported", "sfmc.schema.no-server-error")
def test_a_set_or_an_attribute_that_the_account_lacks(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Refused or taken; what the contact has stays."""
    key = sfmc.contacts(1)[0]
    sfmc.update(key, [a_set(NO_SET, {"Anything": "x"})])
    for attributes in bodies.writable[:2]:
        sfmc.update(key, [a_set(attributes.name, {**sfmc.row(attributes, key), NO_ATTRIBUTE: "x"})])


@pytest.mark.clause("sfmc.sets.partial-failure", "sfmc.sets.unknown-refused")
def test_a_bad_set_beside_good_ones(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """First, in the middle and last; an unknown set, and an unknown attribute of a known set."""
    key = sfmc.contacts(1)[0]
    turn = 0
    for good in (1, 2, 3):
        for at in range(good + 1):
            turn += 1
            sets = [sfmc.sample(attributes, key, turn) for attributes in bodies.writable[:good]]
            sfmc.update(key, [*sets[:at], a_set(NO_SET, {"Anything": "x"}), *sets[at:]])
    attributes = bodies.writable[0]
    values: Body = {value["name"]: value["value"] for value in _values(sfmc.sample(attributes, key, turn + 1))}
    sfmc.update(key, [a_set(attributes.name, {**values, NO_ATTRIBUTE: "x"})])


def _values(entry: Body) -> list[Body]:
    found: list[Body] = entry["items"][0]["values"]
    return found
