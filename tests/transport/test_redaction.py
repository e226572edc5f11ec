"""A secret is hidden in every form in which a target may write it."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from contact_contracts.redaction import Redactor

SECRET = 'pä"s\\s w/rd'


@pytest.mark.parametrize(
    "written",
    [
        SECRET,
        quote(SECRET, safe=""),
        json.dumps(SECRET),
        json.dumps(SECRET, ensure_ascii=False),
        json.dumps(SECRET, ensure_ascii=False).encode().decode("latin-1"),
        SECRET.encode().decode("latin-1"),
    ],
)
def test_a_secret_is_hidden_however_it_is_written(written: str) -> None:
    shown = Redactor([SECRET]).hide(f"you sent {written} to me")
    assert shown.replace('"', "") == "you sent (redacted) to me"


def test_a_secret_of_six_letters_is_hidden_inside_of_words() -> None:
    assert Redactor(["hunter"]).hide("hunters, hunt") == "(redacted)s, hunt"


def test_a_short_one_is_hidden_where_it_stands_alone_if_asked() -> None:
    assert Redactor(["k7Qz"]).hide("k7Qz, k7Qzar") == "k7Qz, k7Qzar"
    assert Redactor(["k7Qz"], words=True).hide("k7Qz, k7Qzar") == "(redacted), k7Qzar"


def test_nothing_is_hidden_where_no_secret_is_known() -> None:
    assert Redactor(["", "abc"], words=True).hide("abc") == "abc"


def test_a_redactor_does_not_show_what_it_hides() -> None:
    assert "hunter2" not in repr(Redactor(["hunter2"]))
