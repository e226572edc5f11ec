"""Read-only attributes are not changed by callers that are no flow, whatever the flag says."""

import pytest

from contact_contracts.drivers.bird import Bird
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import STANDARD_KEYS
from contact_contracts.rulebook.bird.state import Flag, read_only
from contact_contracts.rulebook.prediction import EMPTY

OF_OTHER_TYPES: tuple[Json, ...] = (None, 987654, ["overwritten"])
"""Values that a guard which knows only some types lets pass."""


def unlike(bird: Bird, key: str, name: str) -> list[Json]:
    """Values of the type that the attribute has, else of several types; none is what it has."""
    belief = bird.session.world.belief(key)
    value = belief.get(read_only(name)) if belief is not None else EMPTY
    if isinstance(value, Flag):
        return [not value.value]
    if isinstance(value, int | float):
        return [value + 12.5, 987654, None]
    if isinstance(value, str) and value[:4].isdigit():
        return ["2001-02-03T04:05:06Z", "overwritten", None]
    return ["overwritten", 987654, True, ["overwritten"], "2001-02-03T04:05:06Z"]


@pytest.mark.clause("bird.read-only.refused", "bird.read-only.flag-needs-flow")
@pytest.mark.parametrize("flag", [False, True])
def test_a_read_only_attribute_does_not_change(bird: Bird, flag: bool) -> None:
    """Alone, beside a writable one, first and last of several; on contacts that have one and that have none."""
    bird.need("read_only_attributes", bird.inventory.read_only)
    extra: dict[str, Json] = {"allowWritingReadOnly": flag}
    plain = extra if flag else {}
    own = [name for name in bird.inventory.read_only if name not in STANDARD_KEYS]
    for key in (*bird.contacts(1), *bird.named_contacts(most=1)):
        for name in own[:4]:
            bird.update(key, {"attributes": {name: unlike(bird, key, name)[0]}, **plain})
        for name in bird.some(own, least=1):
            for turn, value in enumerate(bird.some(unlike(bird, key, name), least=1)):
                if turn:
                    bird.update(key, {"attributes": {name: value}, **plain})
                bird.update(key, {"attributes": {"firstName": f"Beside {turn}", name: value}, **extra})
        if own:
            bird.update(key, {"attributes": dict.fromkeys(own, "overwritten"), **extra})
            for value in OF_OTHER_TYPES:
                bird.update(key, {"attributes": {own[-1]: value}, **plain})
        bird.update(key, {"attributes": {"firstName": "Alone"}, **extra})


@pytest.mark.clause("bird.read-only.refused", "bird.read-only.flag-needs-flow")
def test_nor_does_it_change_by_identifier(bird: Bird) -> None:
    """Beside a writable one, without the flag and with it."""
    bird.need_by_identifier()
    own = [name for name in bird.inventory.read_only if name not in STANDARD_KEYS]
    bird.need("read_only_attributes", own)
    pair = bird.names.fresh("emailaddress")
    key = bird.fresh_contact([pair])
    for turn, flag in enumerate((False, True)):
        sent: dict[str, Json] = {name: unlike(bird, key, name)[0] for name in bird.some(own, least=1)}
        sent["firstName"] = f"By identifier {turn}"
        bird.patch_by(pair, {"attributes": sent, **({"allowWritingReadOnly": True} if flag else {})})
        bird.read(key)


@pytest.mark.clause("bird.read-only.refused", "bird.read-only.flag-needs-flow")
@pytest.mark.parametrize("flag", [None, True])
def test_attributes_that_mirror_identifiers_make_none(bird: Bird, flag: bool | None) -> None:
    """Text and arrays under the identifiers' keys, which leave the identifiers alone."""
    extra: dict[str, Json] = {} if flag is None else {"allowWritingReadOnly": flag}
    key = bird.fresh_contact(bird.names.several("emailaddress", "phonenumber", "visitorid"))
    for name in bird.some(sorted(STANDARD_KEYS), least=1):
        value = bird.names.fresh(name)[1]
        for sent in (value, [value]):
            bird.update(key, {"attributes": {name: sent}, **extra})
