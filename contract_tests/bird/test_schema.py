"""The schema half: what the contract excludes is refused, what it describes is answered as described."""

import pytest

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.schemathesis import Drawn, calls
from contact_contracts.rulebook.bird.memberships import KINDS


@pytest.mark.clause("bird.schema.answers-conform", "bird.schema.no-server-error", "bird.schema.bad-input-refused")
@pytest.mark.parametrize("negative", [False, True], ids=["allowed", "excluded"])
def test_what_schemathesis_draws(bird: Bird, negative: bool) -> None:
    """Bodies inside and outside the contract, on a contact of the run; what is taken is read anew."""
    key = bird.fresh_contact() if bird.can_create else bird.contacts(1)[0]

    def step(drawn: Drawn) -> None:
        ask = [value for name, value in drawn.query if name == "attribute"]
        exchange = bird.patch(key, drawn.body, ask=ask)
        if exchange.response is not None and exchange.response.ok:
            bird.distrust(key)
        bird.read(key)

    bird.explore(
        f"schemathesis {negative}", calls(bird.contract, "updateContact", negative=negative), step, standard=40
    )
    for kind in KINDS:
        there = bird.members(key, kind)
        if there:
            bird.update(key, {kind.remove: there[:10]})
