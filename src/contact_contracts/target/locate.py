"""Finds the line of each key in a TOML text, which the standard parser does not tell."""

from __future__ import annotations

import re
from collections import Counter

KeyPath = tuple[str | int, ...]

_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'""")
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_SCALAR = re.compile(r"[^,\]}#\n]*")
_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")


def key_lines(text: str) -> dict[KeyPath, int]:
    """Return the line (from 1) of every key path in a valid TOML text; array elements count from 0."""
    return _Scanner(text).scan()


def line_of(text: str, path: KeyPath) -> int | None:
    """Return the line of the key path, or of its nearest parent that is written down."""
    lines = key_lines(text)
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


class _Scanner:
    """Walks a text that the standard parser has accepted, so it need not judge what it reads."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self.tables: Counter[KeyPath] = Counter()

    def scan(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        self._gap()
        while self.at < len(self.text):
            table = self._header() if self.text[self.at] == "[" else self._pair(table)
            self._gap()
        return self.lines

    def _gap(self) -> None:
        self._match(_GAP)

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            self.at += 1
            return ""
        self.at = found.end()
        return found.group()

    def _skip(self, text: str) -> bool:
        self._gap()
        if not self.text.startswith(text, self.at):
            return False
        self.at += len(text)
        return True

    def _note(self, path: KeyPath, at: int) -> None:
        line = self.text.count("\n", 0, at) + 1
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)

    def _header(self) -> KeyPath:
        start = self.at
        repeated = self.text.startswith("[[", start)
        self.at += 2 if repeated else 1
        path = self._inside_arrays(self._dotted_key())
        if repeated:
            self.tables[path] += 1
            path = (*path, self.tables[path] - 1)
        self.at = min(self.text.find("]", self.at) + (2 if repeated else 1), len(self.text))
        self._note(path, start)
        return path

    def _inside_arrays(self, names: tuple[str, ...]) -> KeyPath:
        """Put in the element that a header below an array of tables speaks of: the latest."""
        path: KeyPath = ()
        for name in names[:-1]:
            path = (*path, name)
            if self.tables[path]:
                path = (*path, self.tables[path] - 1)
        return (*path, names[-1])

    def _dotted_key(self) -> tuple[str, ...]:
        names = []
        while True:
            self._gap()
            names.append(self._match(_KEY).strip("\"'"))
            if not self._skip("."):
                return tuple(names)

    def _pair(self, table: KeyPath) -> KeyPath:
        start = self.at
        path = (*table, *self._dotted_key())
        self._note(path, start)
        self._skip("=")
        self._value(path)
        return table

    def _value(self, path: KeyPath) -> None:
        self._gap()
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._match(_STRING if opening in {'"', "'"} else _SCALAR)

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        index = 0
        while not self._skip("]") and self.at < len(self.text):
            self._note((*path, index), self.at)
            self._value((*path, index))
            self._skip(",")
            index += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while not self._skip("}") and self.at < len(self.text):
            self._pair(path)
            self._skip(",")
