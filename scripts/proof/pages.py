"""The proof as data, and the page and the table that are rendered from the data."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any, Final

from contact_contracts.contract import load_contract
from scripts.proof.done import fingerprint
from scripts.proof.judgement import FamilyResult, FaultResult

FORMAT: Final = 1
_PACKAGES: Final = ("contact-contracts", "hypothesis", "schemathesis", "httpx", "pytest", "jsonschema-rs")
_HEADINGS: Final = (
    "family",
    "plain found",
    "rare found",
    "right blame",
    "false alarms",
    "requests per finding",
    "gaps",
)

Data = Mapping[str, Any]


def data_of(results: Iterable[FamilyResult], *, seeds: list[int], part: str, seconds: float) -> dict[str, Any]:
    """The proof as JSON values."""
    return {
        "format": FORMAT,
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "sources": fingerprint(),
        "part": part,
        "seeds": seeds,
        "seconds": round(seconds, 1),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in _PACKAGES},
        "families": [_family(result) for result in results],
    }


def _family(result: FamilyResult) -> dict[str, Any]:
    return {
        "family": result.family,
        "contract": load_contract(result.family).digest,
        "plain": _share(*result.found(rare=False)),
        "rare": _share(*result.found(rare=True)),
        "blame": _share(*result.blame()),
        "requests_per_finding": result.requests_per_finding(),
        "right_server": [
            {
                "effort": run.task.effort,
                "seed": run.task.seed,
                "requests": run.requests,
                "seconds": run.seconds,
                "reported": sorted(run.reported),
            }
            for run in result.right
        ],
        "faults": [_fault(each) for each in result.faults.values() if each.sought or each.blamed],
        "gaps": [asdict(gap) for gap in result.gaps()],
    }


def _share(good: int, of: int) -> dict[str, int]:
    return {"good": good, "of": of}


def _fault(result: FaultResult) -> dict[str, Any]:
    card = result.card
    return {
        "id": card.id,
        "summary": card.summary,
        "rare": card.rare,
        "breaks": list(card.breaks),
        "found": _share(result.found, result.sought),
        "blame": _share(result.blamed_well, result.blamed),
        "requests": sorted(result.requests)[len(result.requests) // 2] if result.requests else None,
    }


def rows_of(data: Data) -> list[tuple[str, ...]]:
    """The table: a row of headings, one row per family."""
    return [_HEADINGS, *(_row(family) for family in data["families"])]


def _row(family: Data) -> tuple[str, ...]:
    requests = family["requests_per_finding"]
    right = family["right_server"]
    alarms = sum(len(run["reported"]) for run in right)
    return (
        family["family"],
        _of(family["plain"]),
        _of(family["rare"]),
        _of(family["blame"]),
        f"{alarms} in {len(right)} runs",
        "none" if requests is None else f"{requests:g}",
        str(len(family["gaps"])),
    )


def _of(share: Data) -> str:
    return f"{share['good']} of {share['of']}"


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows as text in columns."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def page(data: Data) -> str:
    """The proof as a Markdown page."""
    versions = ", ".join(f"{name} {number}" for name, number in data["packages"].items())
    seeds = ", ".join(str(seed) for seed in data["seeds"])
    head = (
        f"{data['date']}, {data['part']}, seeds {seeds}, {data['seconds']:.0f} s, sources `{data['sources'][:12]}`"
    )
    lines = [
        "# Proof of the suite",
        "",
        "Each fault is a server that is wrong in exactly one way. A run over the clauses that it breaks has to",
        "report them; a run over all clauses has to report no clause that it does not break; on the right server",
        "nothing may be reported. A rare fault shows only on rare data or in rare sequences; with SEEDS=20 it has",
        "to be found with 19 of 20 seeds, and what is told here holds for the seeds named below. *Requests per",
        "finding* is the median number of requests that a run had sent when the breach showed.",
        "",
        f"{head}; Python {data['python']}, {versions}.",
        "Written by `scripts/prove.py` from its JSON; not to be edited.",
        "",
        *markdown(rows_of(data)),
        "",
    ]
    for family in data["families"]:
        lines += _family_lines(family)
    return "\n".join(lines)


def markdown(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as the lines of a Markdown table."""
    head, *body = rows
    return [_cells(head), _cells(["---"] * len(head)), *(_cells(row) for row in body)]


def _cells(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _family_lines(family: Data) -> list[str]:
    lines = [f"## {family['family']}", "", f"Contract `{family['contract'][:12]}`.", ""]
    if family["gaps"]:
        lines += ["Gaps:", "", *(f"- {_gap_line(gap)}" for gap in family["gaps"]), ""]
    rows: list[tuple[str, ...]] = [("fault", "breaks", "found", "right blame", "requests")]
    rows += [_fault_row(fault) for fault in family["faults"]]
    runs: list[tuple[str, ...]] = [("right server", "seed", "requests", "seconds", "reported")]
    runs += [_right_row(run) for run in family["right_server"]]
    return [*lines, *markdown(runs), "", *markdown(rows), ""]


def _gap_line(gap: Data) -> str:
    return f"{gap['subject']} ({gap['effort']}, seed {gap['seed']}): {gap['kind']}: {gap['detail']}".replace(
        "\n", " "
    )


def _fault_row(fault: Data) -> tuple[str, ...]:
    name = fault["id"].partition("/")[2] + (" (rare)" if fault["rare"] else "")
    clauses = ", ".join(clause.partition(".")[2] for clause in fault["breaks"])
    requests = "" if fault["requests"] is None else str(fault["requests"])
    return (f"{name}: {fault['summary']}", clauses, _of(fault["found"]), _of(fault["blame"]), requests)


def _right_row(run: Data) -> tuple[str, ...]:
    reported = ", ".join(run["reported"]) or "nothing"
    return (run["effort"], str(run["seed"]), str(run["requests"]), f"{run['seconds']:.1f}", reported)
