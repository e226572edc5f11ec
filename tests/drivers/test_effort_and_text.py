"""How much is tried, the same for the same seed; and texts that people have."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contact_contracts.drivers.effort import Effort, Explorer
from contact_contracts.drivers.ledger import Ledger, new_mark
from contact_contracts.drivers.text import shapes, texts


def drawn(effort: Effort, seed: int, name: str = "name", *, standard: int = 30) -> list[int]:
    """What an exploration draws."""
    found: list[int] = []
    Explorer(effort, seed).explore(name, st.integers(), found.append, standard=standard)
    return found


def test_budgets_grow_with_effort_and_are_never_nothing() -> None:
    assert [Explorer(effort, 1).budget(100) for effort in Effort] == [12, 100, 600]
    assert Explorer(Effort.QUICK, 1).budget(1) == 2
    assert Explorer(Effort.QUICK, 1).budget(1, least=5) == 5


def test_the_budget_is_what_is_drawn() -> None:
    assert len(drawn(Effort.STANDARD, 1)) == 30


def test_the_same_seed_draws_the_same_and_another_or_another_name_draws_others() -> None:
    assert drawn(Effort.STANDARD, 7) == drawn(Effort.STANDARD, 7)
    assert drawn(Effort.STANDARD, 7) != drawn(Effort.STANDARD, 8)
    assert drawn(Effort.STANDARD, 7) != drawn(Effort.STANDARD, 7, "other")


@pytest.mark.parametrize("error", [ValueError("boom"), KeyboardInterrupt()])
def test_an_exception_ends_the_exploration_and_comes_out_as_it_is(error: BaseException) -> None:
    calls = []

    def step(example: int) -> None:
        calls.append(example)
        if len(calls) == 3:
            raise error

    with pytest.raises(type(error)) as caught:
        Explorer(Effort.STANDARD, 1).explore("name", st.integers(), step, standard=30)
    assert caught.value is error
    assert len(calls) == 3


def test_a_quick_sample_has_the_first_and_the_last_and_a_standard_one_all() -> None:
    items = list(range(100))
    quick = Explorer(Effort.QUICK, 1).sample(items, standard=50)
    assert (quick[0], quick[-1], len(quick)) == (0, 99, 6)
    assert Explorer(Effort.STANDARD, 1).sample(items, standard=50) == items
    assert Explorer(Effort.QUICK, 1).sample([], standard=50) == []


@pytest.mark.parametrize("most", [1, 2, 3, 10, 100])
def test_shapes_tell_lower_and_upper_case_apart_however_short_the_field(most: int) -> None:
    found = shapes(most)
    assert any(text != text.lower() for text in found)
    assert any(text != text.upper() for text in found)


@pytest.mark.parametrize("most", [1, 2, 10, 80, 100])
def test_shapes_keep_the_limit_and_reach_it_in_plain_and_other_letters(most: int) -> None:
    found = shapes(most)
    assert all(0 < len(text) <= most for text in found)
    longest = [text for text in found if len(text) == most]
    assert any(text.isascii() for text in longest)
    assert any(not text.isascii() for text in longest)
    assert len(set(found)) == len(found)


@given(texts(10))
@settings(max_examples=50, database=None)
def test_drawn_text_is_never_blank_nor_too_long(text: str) -> None:
    assert text.strip()
    assert len(text) <= 10


def test_a_name_is_on_disk_before_it_is_used(tmp_path: Path) -> None:
    ledger = Ledger(new_mark(), tmp_path / "made.jsonl", family="bird", at="here")
    name = ledger.name()
    lines = (tmp_path / "made.jsonl").read_text().splitlines()
    assert json.loads(lines[-1]) == {"family": "bird", "at": "here", "name": name, "id": ""}
    ledger.note(name, "5001")
    lines = (tmp_path / "made.jsonl").read_text().splitlines()
    assert json.loads(lines[-1]) == {"family": "bird", "at": "here", "name": name, "id": "5001"}


def test_names_carry_the_mark_and_differ() -> None:
    ledger = Ledger("cc-1234")
    names = [ledger.name() for _ in range(3)]
    assert len(set(names)) == 3
    assert all(name.startswith("cc-1234-") for name in names)
    assert new_mark() != new_mark()


def test_cleaning_goes_from_the_newest_to_the_oldest_and_names_what_is_left() -> None:
    ledger = Ledger("cc-1", made={"first": "1", "second": "2", "third": "3"})
    seen: list[tuple[str, str]] = []

    def remove(name: str, identifier: str) -> str:
        seen.append((name, identifier))
        return "still there" if identifier == "2" else ""

    assert ledger.clean(remove) == [("second", "still there")]
    assert [name for name, _ in seen] == ["third", "second", "first"]


def _kept(folder: Path) -> tuple[Ledger, Path]:
    ledger = Ledger("cc-1", folder / "made-cc-1.jsonl", family="everbridge")
    ledger.note("cc-1-0001", "5001")
    assert ledger.keep("77", {"firstName": "Zoë"}) == {"firstName": "Zoë"}
    return ledger, folder / "originals-cc-1.jsonl"


def test_a_named_contact_is_on_disk_as_it_was_and_only_for_its_owner(tmp_path: Path) -> None:
    _, originals = _kept(tmp_path)
    line = json.loads(originals.read_text(encoding="utf-8"))
    assert (line["family"], line["key"], line["record"]) == ("everbridge", "77", {"firstName": "Zoë"})
    assert datetime.fromisoformat(line["time"]).tzinfo is not None
    assert originals.stat().st_mode & 0o777 == 0o600


def test_the_original_of_a_contact_that_was_not_restored_stays_and_is_named(tmp_path: Path) -> None:
    ledger, originals = _kept(tmp_path)
    left = ledger.close([("contact 77", "HTTP 400 on restoring"), ("cc-1-0001", "HTTP 500")])
    assert left == [
        ("contact 77", f"HTTP 400 on restoring; {originals} has it as it was"),
        ("cc-1-0001", "HTTP 500"),
    ]
    assert originals.exists()


@pytest.mark.parametrize("left", [[], [("cc-1-0001", "HTTP 500")]])
def test_originals_go_once_all_named_contacts_are_restored(tmp_path: Path, left: list[tuple[str, str]]) -> None:
    ledger, originals = _kept(tmp_path)
    assert ledger.close(left) == left
    assert not originals.exists()
    assert (tmp_path / "made-cc-1.jsonl").exists() == bool(left)
