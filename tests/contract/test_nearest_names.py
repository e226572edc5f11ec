"""What is offered to somebody who misspelt a name."""

from __future__ import annotations

import pytest

from contact_contracts.contract import FAMILIES, did_you_mean, load_contract, nearest
from contact_contracts.faults import names_of_faults

CLAUSES = [clause for family in FAMILIES for clause in load_contract(family).clauses]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("everbridge.quiet-time.dayz", "everbridge.quiet-time.days"),
        ("bird.list.set", "bird.lists.set"),
        ("everbrige.quiet-time.days", "everbridge.quiet-time.days"),
        ("everbridge.quit-time.*", "everbridge.quiet-time.days"),
    ],
)
def test_a_slip_is_recognized(word: str, first: str) -> None:
    assert nearest(word, CLAUSES)[0] == first


@pytest.mark.parametrize("word", ["conga.nope", "nonsense", "bird", "", "*"])
def test_a_name_that_has_only_its_family_in_common_is_not_offered(word: str) -> None:
    assert nearest(word, CLAUSES) == []


def test_faults_are_compared_within_their_family() -> None:
    faults = names_of_faults()
    assert nearest("everbridge/nope", faults) == []
    assert (
        nearest("everbridge/absent-quiet-time-removed", faults)[0] == "everbridge/absent-quiet-times-are-removed"
    )


def test_the_offer_is_a_question_or_nothing() -> None:
    assert did_you_mean("birdd", FAMILIES) == " (did you mean bird?)"
    assert did_you_mean("unlike", FAMILIES) == ""
