"""How secrets are taken out of text: in every form in which one may be written. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, quote_plus

REDACTED: Final = "(redacted)"
SHORTEST: Final = 6
"""Letters of a secret that is hidden wherever it stands; shorter ones cannot be told from ordinary text."""
SHORTEST_WORD: Final = 4
"""Letters of one that is hidden where it stands as a word of its own."""
_ORDINARY: Final = frozenset({"null", "none", "true", "false"})
"""Words that stand where a secret should, when there is none."""


class Redactor:
    """Hides known secrets. repr shows none."""

    def __init__(self, secrets: Iterable[str], *, words: bool = False) -> None:
        """Take the secrets; ``words`` says whether short ones are hidden where they stand alone."""
        found = {*secrets}
        known = {form: re.escape(form) for secret in found if len(secret) >= SHORTEST for form in _forms(secret)}
        short = {secret for secret in found if words and SHORTEST_WORD <= len(secret) < SHORTEST} - _ORDINARY
        known |= {form: rf"(?<!\w){re.escape(form)}(?!\w)" for secret in short for form in _forms(secret)}
        alternatives = "|".join(known[form] for form in sorted(known, key=len, reverse=True))
        self._pattern = re.compile(alternatives)
        self._known = tuple(known)

    def __repr__(self) -> str:
        """Say nothing of what is inside."""
        return "Redactor()"

    def hide(self, text: str) -> str:
        """The text without secrets. Looking for each first is a hundred times faster than the pattern."""
        return self._pattern.sub(REDACTED, text) if any(form in text for form in self._known) else text


def _forms(secret: str) -> Iterator[str]:
    """How a secret may be written in a URL, in JSON and in UTF-8 bytes read as latin-1."""
    yield secret
    yield quote(secret, safe="", errors="surrogatepass")
    yield quote_plus(secret, errors="surrogatepass")
    for text in (json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]):
        yield text
        yield text.encode("utf-8", "surrogatepass").decode("latin-1")
    yield secret.encode("utf-8", "surrogatepass").decode("latin-1")
