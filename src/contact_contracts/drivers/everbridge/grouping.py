"""Taking contacts out of groups, which no update can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contact_contracts.transport import Call

if TYPE_CHECKING:
    from contact_contracts.drivers.everbridge.driver import Everbridge


def leave_groups(driver: Everbridge, key: str) -> None:
    """Take a contact out of all groups, where the target has the operation for it."""
    belief = driver.session.world.belief(key)
    groups = [a[6:-1] for a in (belief.state if belief else ()) if a.startswith("group[")]
    if not groups or not driver.target.offers("removeContactsFromGroup"):
        return
    for group in groups:
        query = (("byType", "id"), ("groupId", group), ("idType", "id"))
        call = Call("removeContactsFromGroup", driver.params(), query, [int(key)])
        driver.session.call(call, judged=False)
    driver.session.believe(key, None)
    driver.read(key)
