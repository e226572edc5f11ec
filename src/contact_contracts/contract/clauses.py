"""Reads clauses.yaml: the half of a contract that a schema cannot say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from contact_contracts.contract.errors import ContractError
from contact_contracts.contract.model import LEVELS, SEEN_BY, Clause, Source

_KEYS = {"id", "level", "statement", "source", "operations", "pointer", "seen_by", "note"}


def read_clauses(
    file: Path, family: str, header: Mapping[str, Any], operations: Iterable[str]
) -> dict[str, Clause]:
    """Return the clauses by id, in file order; ContractError for an unknown key, level, operation or page."""
    entries = header.get("clauses")
    if not isinstance(entries, list) or not entries:
        raise ContractError(file, "/clauses", "holds no list of clauses", "Add one entry for each clause")
    known = set(operations)
    pages = set(header.get("pages") or {})
    clauses: dict[str, Clause] = {}
    for index, entry in enumerate(entries):
        clause = _clause(file, f"/clauses/{index}", family, entry)
        _check_references(file, f"/clauses/{index}", clause, known, pages)
        if clause.id in clauses:
            raise ContractError(
                file, f"/clauses/{index}", f"repeats the id {clause.id}", "Give each clause an id of its own"
            )
        clauses[clause.id] = clause
    return clauses


def _clause(file: Path, place: str, family: str, entry: Any) -> Clause:
    if not isinstance(entry, dict):
        raise ContractError(file, place, "is no mapping", f"Write its keys: {', '.join(sorted(_KEYS))}")
    wrong = (_KEYS - {"note"} - entry.keys()) | (entry.keys() - _KEYS)
    if wrong:
        raise ContractError(
            file,
            place,
            f"lacks or does not know {', '.join(sorted(map(str, wrong)))}",
            "Mend the entry's keys",
        )
    source = entry["source"]
    if not isinstance(source, dict) or source.keys() != {"page", "section"}:
        raise ContractError(file, f"{place}/source", "is not a page and a section", "Name both")
    return Clause(
        id=str(entry["id"]),
        family=family,
        level=str(entry["level"]),
        statement=" ".join(str(entry["statement"]).split()),
        source=Source(str(source["page"]), str(source["section"])),
        operations=tuple(entry["operations"]),
        pointer=str(entry["pointer"]),
        seen_by=tuple(entry["seen_by"]),
        note=" ".join(str(entry.get("note") or "").split()),
    )


def _check_references(file: Path, place: str, clause: Clause, known: set[str], pages: set[str]) -> None:
    def unknown(key: str, values: Iterable[str], allowed: Iterable[str]) -> None:
        wrong = sorted(set(values) - set(allowed))
        if wrong:
            raise ContractError(
                file,
                f"{place}/{key}",
                f"{clause.id} names {', '.join(wrong)}, which does not exist",
                f"Choose from {', '.join(sorted(allowed))}",
            )

    unknown("level", [clause.level], LEVELS)
    unknown("seen_by", clause.seen_by, SEEN_BY)
    unknown("operations", clause.operations, known)
    unknown("source/page", [clause.source.page], pages)
    if not clause.id.startswith(f"{clause.family}."):
        raise ContractError(
            file, f"{place}/id", f"{clause.id} belongs to another family", f"Start it with {clause.family}."
        )
