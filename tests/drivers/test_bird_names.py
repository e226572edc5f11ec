"""Identifiers of a Bird run are nobody else's."""

from __future__ import annotations

from contact_contracts.drivers.bird.names import Names
from contact_contracts.rulebook.bird.facts import PHONE


def numbers(mark: str) -> set[str]:
    names = Names(mark)
    return {names.fresh(PHONE)[1] for _ in range(2000)}


def test_no_telephone_number_comes_twice_in_a_run() -> None:
    assert len(numbers("cc-12345678")) == 2000


def test_runs_side_by_side_have_no_number_in_common() -> None:
    assert not numbers("cc-12345678") & numbers("cc-9abcdef0")


def test_a_number_has_the_documented_form() -> None:
    assert {(len(number), number[:2], number[5:8]) for number in numbers("cc-0")} == {(12, "+1", "555")}
