"""The values of the page's example request, for a contact of the run's own."""

from __future__ import annotations

from typing import Final

from contact_contracts.drivers.sfmc.bodies import Body, a_set
from contact_contracts.rulebook.sfmc import Facts

ADDRESS: Final = {"Address ID": "addressId_from_api"}


def example_sets() -> list[Body]:
    """The seven sets of the example, in its order, with its values."""
    return [
        a_set("Email Addresses", {"Email Address": "acruz@example.com", "HTML Enabled": "true"}),
        a_set(
            "Email Demographics",
            {
                "Last Name": "Cruz",
                "First Name": "Angela",
                "Text Profile Attribute": "value 1",
                "Number Profile Attribute": 12345,
            },
        ),
        a_set("MobileConnect Demographics", {"Mobile Number": "555-555-5555"}),
        a_set("MobilePush Demographics", {"Device ID": 958405948, "Application": 958405948}),
        a_set("GroupConnect LINE Addresses", ADDRESS),
        a_set("GroupConnect LINE Subscriptions", {**ADDRESS, "Channel ID": "1234567890"}),
        a_set(
            "GroupConnect LINE Demographics",
            {
                **ADDRESS,
                "Display Name": "display_name",
                "Picture Url": "picture_url",
                "Status Message": "status_message",
            },
        ),
    ]


def lacking(facts: Facts) -> list[str]:
    """The sets of the example, or attributes of them, that the target file does not list."""
    found = []
    for entry in example_sets():
        known = facts.sets.get(entry["name"])
        names = [value["name"] for value in entry["items"][0]["values"]]
        if known is None:
            found.append(entry["name"])
        else:
            found += [f"{entry['name']}.{name}" for name in names if name not in known.types]
    return found
