"""Line numbers of TOML keys."""

from __future__ import annotations

import tomllib

from contact_contracts.target.locate import key_lines, line_of

TEXT = '''\
top = """text that
[looks like a table]
"""
dotted.key = [ # a ] in a comment
  { x = 1 },
  { "y z" = 'a ] b', w = 2 },
]

[[rows]]
name = "first"
[rows.below]
deep = true
[[rows]]
name = "second"
'''


def test_each_key_has_its_line() -> None:
    assert tomllib.loads(TEXT)
    lines = key_lines(TEXT)
    assert lines["top",] == 1
    assert lines["dotted", "key"] == 4
    assert lines["dotted", "key", 0] == 5
    assert lines["dotted", "key", 1, "w"] == 6
    assert lines["rows", 0, "name"] == 10
    assert lines["rows", 0, "below", "deep"] == 12
    assert lines["rows", 1, "name"] == 14


def test_a_key_that_is_absent_is_placed_at_its_table() -> None:
    assert line_of(TEXT, ("rows", 1, "missing")) == 13
    assert line_of(TEXT, ("nowhere",)) is None
