"""The schema half: what the contract describes is answered as described, what it excludes is refused."""

import pytest

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies
from contact_contracts.drivers.conga.driver import UPDATE
from contact_contracts.drivers.schemathesis import Drawn, calls
from contact_contracts.transport import Call


@pytest.mark.clause(
    "conga.schema.answers-conform", "conga.schema.no-server-error", "conga.schema.bad-input-refused"
)
@pytest.mark.parametrize("negative", [False, True], ids=["allowed", "excluded"])
def test_what_schemathesis_draws(conga: Conga, bodies: Bodies, negative: bool) -> None:
    """Bodies and flags inside and outside the contract, for a contact of the run; its external id stays."""
    key = conga.contacts(1)[0]

    def step(drawn: Drawn) -> None:
        body = drawn.body
        if isinstance(body, dict):
            body = {name: value for name, value in body.items() if name not in ("ExternalId", "Account", "Owner")}
        exchange = conga.session.call(Call(UPDATE, {"externalId": key}, drawn.query, body))
        if exchange.response is not None and exchange.response.ok:
            conga.session.believe(key, None)
        conga.read(key)

    conga.explore(f"schemathesis {negative}", calls(conga.contract, UPDATE, negative=negative), step, standard=40)
    conga.update(key, bodies.full(1), payload="true")
