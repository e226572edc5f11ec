"""The known names that are nearest to one that nobody knows: of families, clauses, operations, keys and faults."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

_MOST = 3
_SEPARATOR = re.compile(r"[./]")
_WILD = re.compile(r"[*?\[\]]")


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return up to three known names, the nearest first; none where all are far.

    Names of one family begin alike, which makes any two of them look near. So a name whose family is known is
    compared within it, and by the rest.
    """
    names = list(known)
    plain = _WILD.sub("", word)
    within = [name for name in names if _family(name) and _family(name) == _family(plain)]
    start = len(_family(plain)) if within else 0
    ends = {name[start:]: name for name in within or names}
    return [ends[end] for end in get_close_matches(plain[start:], ends, n=_MOST, cutoff=0.6)]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `` (did you mean …?)`` for the nearest known names, or nothing."""
    near = nearest(word, known)
    return f" (did you mean {' or '.join(near)}?)" if near else ""


def _family(name: str) -> str:
    """The first part of a name with its separator; nothing for a name of one part."""
    found = _SEPARATOR.search(name)
    return name[: found.end()] if found else ""
