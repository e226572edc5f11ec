"""The computed display name: displayName, else firstName, else an email address, else a phone number."""

import pytest

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies
from contact_contracts.drivers.bird.names import as_json
from contact_contracts.drivers.text import shapes

TEXTS = shapes(100)
LONGEST = shapes(150)[-1], shapes(150)[-4], shapes(150)[-3]
"""A display name may have 150 characters."""
ORDERS = (("phonenumber", "emailaddress"), ("emailaddress", "phonenumber"), ("visitorid", "phonenumber"))


@pytest.mark.clause("bird.display-name.attribute-first", "bird.attributes.written")
def test_the_display_name_wins(bird: Bird) -> None:
    """With every kind of text, over a first name, an email address and a phone number."""
    key = bird.contacts(1)[0]
    bird.update(key, {"addIdentifiers": as_json(bird.names.several("emailaddress", "phonenumber"))})
    bird.update(key, {"attributes": {"displayName": "First", "firstName": "Second"}})
    for number in bird.some(range(len(TEXTS)), least=3):
        bird.update(key, {"attributes": {"displayName": TEXTS[number], "firstName": f"Second {number}"}})
        bird.update(key, {"attributes": {"firstName": TEXTS[number]}})
    for text in bird.some(LONGEST, least=1):
        bird.update(key, {"attributes": {"displayName": text}})


@pytest.mark.clause("bird.display-name.first-name-second", "bird.partial.unsent-kept")
def test_without_it_the_first_name_wins(bird: Bird) -> None:
    """With every kind of text, over an email address and a phone number; until a display name comes.

    Beside other texts, too, of which a last name may be one.
    """
    key = bird.nameless()
    others = {name: f"the {name}" for name in bird.inventory.keys("text") if name != "displayName"}
    bird.update(key, {"attributes": {**others, "firstName": "Alone"}})
    bird.update(key, {"addIdentifiers": as_json(bird.names.several("phonenumber", "emailaddress"))})
    for number in bird.some(range(len(TEXTS)), least=3):
        bird.update(key, {"attributes": {"firstName": TEXTS[number]}})
    bird.update(key, {})
    bird.update(key, {"attributes": {"displayName": "Over it"}})


@pytest.mark.clause("bird.display-name.email-third", "bird.display-name.phone-fourth")
def test_without_names_an_identifier_serves(bird: Bird, bodies: Bodies) -> None:
    """The phone number where no address is, any email address as soon as one comes, in every order of coming."""
    own = bodies.identifier_keys[3:4]
    for order in bird.some((*ORDERS, ("visitorid", *own, "phonenumber")), least=1):
        key = bird.nameless()
        bird.update(key, {"attributes": {"firstName": None}})
        pairs = bird.names.several(*order, *own, "emailaddress", "phonenumber")
        for pair in pairs:
            bird.update(key, {"addIdentifiers": as_json([pair])})
        for pair in pairs[:-1]:
            bird.update(key, {"removeIdentifiers": as_json([pair])})
        bird.update(key, {"attributes": {"firstName": "A name"}})
        bird.update(key, {"addIdentifiers": as_json(bird.names.several("emailaddress"))})
        bird.update(key, {"attributes": {"displayName": "The name"}})


@pytest.mark.clause(
    "bird.display-name.email-third", "bird.display-name.phone-fourth", "bird.display-name.first-name-second"
)
def test_contacts_of_the_target_file_are_called_by_what_they_have(bird: Bird) -> None:
    """Each after an empty update, which shows the name anew."""
    bird.need_reads()
    for key in bird.named_contacts(least=2):
        bird.update(key, {})
        bird.update(key, {"attributes": {"firstName": "Ada"}})
