"""Any sequence of calls over three contacts: updates, refusals, strangers, reads when they come."""

from dataclasses import dataclass

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies
from contact_contracts.drivers.conga.values import NO_OBJECTS
from contact_contracts.exchange import Json

WORDS = (
    "update",
    "update",
    "update",
    "with Id",
    "payload",
    "other Id",
    "unknown",
    "type",
    "null",
    "no object",
    "401",
    "read",
)


@dataclass(frozen=True)
class Step:
    """One call of a sequence."""

    turn: int
    word: str
    body: dict[str, Json]


def steps(bodies: Bodies) -> st.SearchStrategy[list[Step]]:
    """Sequences of 3 to 8 calls."""
    step = st.builds(Step, st.integers(0, 2), st.sampled_from(WORDS), bodies.edits(most=4))
    return st.lists(step, min_size=3, max_size=8)


def take(conga: Conga, bodies: Bodies, keys: list[str], step: Step) -> None:
    """Make one call; what must be read is read at the end of the sequence."""
    key, other = keys[step.turn], keys[(step.turn + 1) % 3]
    match step.word:
        case "with Id":
            conga.put(key, {"Id": conga.id_of(key), **step.body})
        case "payload":
            conga.put(key, step.body, payload="true")
        case "other Id":
            conga.put(key, {**step.body, "Id": conga.id_of(other)})
        case "unknown":
            conga.put(key, {**step.body, bodies.unknown: "x"})
        case "type":
            conga.put(key, {"Name": 7, **{name: value for name, value in step.body.items() if name != "Name"}})
        case "null":
            conga.put(key, {**step.body, "IsEmailBounced": None})
        case "no object":
            conga.put(key, NO_OBJECTS[step.turn + 1])
        case "401":
            conga.put(key, step.body, credential="none")
        case "read":
            conga.read(key)
        case _:
            conga.put(key, step.body)


@pytest.mark.clause("conga.lifecycle.any-sequence")
def test_after_any_sequence_each_record_reads_as_predicted(conga: Conga, bodies: Bodies) -> None:
    """Refused calls in between, reads only here and there, and all three contacts read at the end."""
    keys = conga.contacts(3)

    def run(sequence: list[Step]) -> None:
        for step in sequence:
            take(conga, bodies, keys, step)
        conga.read(*keys)

    conga.explore("sequences", steps(bodies), run, standard=50)


@pytest.mark.clause("conga.lifecycle.any-sequence")
def test_calls_for_one_contact_leave_the_others_alone(conga: Conga, bodies: Bodies) -> None:
    """The third contact is named by a refused call, stands by an accepted one, and is then read."""
    first, second, third = conga.contacts(3)
    for turn in range(conga.explorer.budget(6)):
        conga.read(third)
        conga.put(first, {"FirstName": f"Refused {turn}", "Id": conga.id_of(third)})
        conga.put(second, bodies.full(turn))
        conga.read(first, second, third)


@pytest.mark.clause("conga.lifecycle.any-sequence")
def test_making_and_removing_a_contact_leaves_the_others_alone(conga: Conga, bodies: Bodies) -> None:
    """The one that was updated last, and another; read before and after."""
    first, second = conga.contacts(2)
    for turn in range(conga.explorer.budget(3, least=1)):
        conga.update(second, bodies.full(turn + 1))
        conga.update(first, bodies.full(turn))
        conga.update(first, bodies.full(turn + 4))
        conga.read(second)
        new = conga.create_any()
        conga.read(first, second)
        if new is not None:
            conga.remove(new)
            conga.read(first, second)
