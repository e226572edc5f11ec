"""Where the contracts and the suite are: at top level in a checkout, inside the package when installed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from contact_contracts.contract.errors import ContractError

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_ROOTS: Final = (_PACKAGE / "_data", _PACKAGE.parent.parent)


def _find(*parts: str) -> Path:
    for root in _ROOTS:
        found = root.joinpath(*parts)
        if found.is_dir():
            return found
    looked = " nor ".join(str(root) for root in _ROOTS)
    raise ContractError(
        "/".join(parts),
        "",
        f"neither {looked} has this folder",
        "Install the package again, or work in a checkout",
    )


def specs_dir(family: str) -> Path:
    """Return the folder with a family's openapi.yaml and clauses.yaml; ContractError when there is none."""
    return _find("specs", family)


def suite_dir() -> Path:
    """Return the folder of the contract tests; ContractError when there is none."""
    return _find("contract_tests")
