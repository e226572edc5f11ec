"""What the project's documents say, in the parts that tests look at."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
NAMES: Final = (
    "README.md",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "docs/clients.md",
    "docs/comparison.md",
    "docs/proof.md",
)


def text(name: str) -> str:
    """The document as written."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The document's fenced blocks in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text(name), re.DOTALL | re.MULTILINE)


def inline_code(name: str) -> list[str]:
    """What stands in backticks outside of fenced blocks, line breaks made spaces."""
    prose = re.sub(r"^```.*?^```", "", text(name), flags=re.DOTALL | re.MULTILINE)
    return [" ".join(code.split()) for code in re.findall(r"`([^`]+)`", prose)]


def command_lines(name: str) -> Iterator[list[str]]:
    """Every command line of the document, as words without comments."""
    lines = [line for block in blocks(name, "console") for line in block.splitlines()]
    for line in [*lines, *inline_code(name)]:
        try:
            yield shlex.split(line, comments=True)
        except ValueError:
            continue  # prose with an apostrophe, no command


def arguments_of(name: str, *program: str) -> list[list[str]]:
    """The arguments of every call of a program in the document."""
    count = len(program)
    return [
        words[count:] for words in command_lines(name) if words[:count] == list(program) and len(words) > count
    ]


def table_after(name: str, heading: str) -> dict[str, str]:
    """The first two columns of the first table below a heading."""
    below = text(name).partition(f"\n{heading}\n")[2]
    rows = re.search(r"^\|[^\n]*\n\|[-| :]*\n((?:\|[^\n]*\n)+)", below, re.MULTILINE)
    if rows is None:
        raise LookupError(f"{name} has no table below {heading!r}")
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[1].splitlines()]
    return {row[0].strip("`"): row[1] for row in cells}
