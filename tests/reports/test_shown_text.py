"""Bodies as readers see them."""

from __future__ import annotations

import pytest

from contact_contracts.reports.text import body_text, printable


def test_json_is_laid_out_where_that_loses_nothing() -> None:
    assert body_text(b'{"a":[1]}') == '{\n  "a": [\n    1\n  ]\n}'


@pytest.mark.parametrize("body", ['{"a":1,"a":2}', '{"a":1.0e5}', "not json", "12", '{"a" :1}'])
def test_a_body_whose_layout_would_lose_something_stays_as_it_came(body: str) -> None:
    assert body_text(body.encode()) == body


def test_bytes_that_are_no_text_are_escaped() -> None:
    assert body_text(b"a\xff") == "a\\xff"
    assert body_text(b"") == "(no body)"


def test_characters_that_act_or_hide_are_escaped() -> None:
    assert printable("a\x1b\u202e\ud800\r") == "a\\u001b\\u202e\\ud800\\u000d"
    assert printable("Zoë\n\t日本 é") == "Zoë\n\t日本 é"
