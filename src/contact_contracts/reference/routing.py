"""Which operation a request means, or the refusal of it: 404 for unknown paths, 405 for wrong methods."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from contact_contracts.contract import Contract, Operation
from contact_contracts.reference.calls import Refusal

_METHODS: Final = ("GET", "PUT", "POST", "PATCH", "DELETE")

Match = tuple[Operation, dict[str, str]]


class Router:
    """Asks the contract; a literal path hides a template that would fit too, for every method."""

    def __init__(self, contract: Contract) -> None:
        """Route by this contract."""
        self._contract = contract
        self._contested = _contested_words([operation.path for operation in contract.operations.values()])

    def find(self, method: str, path: str) -> Match:
        """The operation for a raw path, with its decoded path values. Raises Refusal."""
        found = self._contract.match(method, path)
        if found is not None and self._contested.isdisjoint(path.split("/")):
            return found
        fitting = [match for match in (self._contract.match(one, path) for one in _METHODS) if match is not None]
        if not fitting:
            raise Refusal(404, "There is no such resource.")
        template = min((operation.path for operation, _ in fitting), key=_parameters)
        if found is not None and found[0].path == template:
            return found
        allowed = ", ".join(operation.method for operation, _ in fitting if operation.path == template)
        raise Refusal(405, f"{method} is not possible here.", headers={"allow": allowed})


def _parameters(template: str) -> tuple[bool, ...]:
    return tuple(part.startswith("{") for part in template.split("/"))


def _contested_words(templates: Iterable[str]) -> frozenset[str]:
    """Words that stand in one template where another has a parameter."""
    split = [template.split("/") for template in templates]
    return frozenset(
        word
        for one in split
        for other in split
        if len(one) == len(other) and all(_fit(*parts) for parts in zip(one, other, strict=True))
        for word, part in zip(one, other, strict=True)
        if part.startswith("{") and not word.startswith("{")
    )


def _fit(one: str, other: str) -> bool:
    return one == other or "{" in (one[:1], other[:1])
