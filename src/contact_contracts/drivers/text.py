"""Text that real people have in their names and addresses, and that careless servers spoil."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

SHAPES = (
    "Ada",
    "Grace Hopper",
    "  leading spaces",
    "trailing spaces  ",
    "two  inner  spaces",
    "UPPER and lower",
    "O'Brien-Smith",
    'the "quoted" one',
    "back\\nslash",
    "<b>&amp;</b>",
    "100% + 5%2F2 / 2 = ?",
    "007",
    "1e5",
    "true",
    "null",
    "0",
    "comma, semicolon; colon:",
    "Ångström Öße",
    "İstanbul ığüş",
    "Łódź Żółć",
    "Ελληνικά",
    "Кириллица",
    "日本語テキスト",
    "한국어",
    "مرحبا",
    "שלום",
    "नमस्ते",
    "e\u0301 decomposed",
    "emoji 😀 inside",
    "dash – and “curly”",
    "nb\u00a0space",
    "${not} {a} %s template",
    "'; DROP TABLE contacts; --",
)
"""One text for each way in which text goes wrong: trimmed, folded, escaped, re-typed, cut or re-encoded."""

ALL_AT_ONCE = ' O\'B <i>"q" &amp; 100%25 \\ + x,y; é漢 👩\u200d🚀 e\u0301  Z '
"""Most of what goes wrong, in one text: where there is no time to try each, it shows that something does."""

MIXED = 3
"""Characters of the shortest shape in mixed case."""


def shapes(most: int) -> tuple[str, ...]:
    """The shapes that fit into ``most`` characters, and text of just that length, plain and non-ASCII."""
    return tuple(dict.fromkeys((*_fitting(most), *_longest(most))))


def _fitting(most: int) -> Iterator[str]:
    for shape in SHAPES:
        if len(shape) <= most:
            yield shape


def _longest(most: int) -> Iterator[str]:
    yield "".join("abcdefghij"[i % 10] for i in range(most))
    yield "".join("éßñ漢Ж"[i % 5] for i in range(most))
    if most < MIXED:
        yield "ZÉ"[:most]  # none of the shapes has room for a capital
    if most > 2:
        yield "x" + " " * (most - 2) + "y"
        yield "".join("abcdefghij"[i % 10] for i in range(most - 1))


def texts(most: int) -> st.SearchStrategy[str]:
    """Text of 1 to ``most`` characters, never only spaces: mostly the shapes, sometimes anything."""
    anything = st.text(st.sampled_from("aZ09 .'-éß漢Ж😀"), min_size=1, max_size=min(most, 12))
    free = anything.filter(lambda text: bool(text.strip()))
    return st.one_of(st.sampled_from(shapes(most)), st.sampled_from(shapes(most)), free)
