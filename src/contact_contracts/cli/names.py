"""Names that users type: families and clauses, and the nearest ones to what was not found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from contact_contracts.cli.output import fail
from contact_contracts.contract import FAMILIES, Clause, did_you_mean, load_contract
from contact_contracts.judge.verdicts import Exit


def known_families(names: Iterable[str]) -> tuple[str, ...]:
    """Return the families named, each once, in the project's order; end with 2 at an unknown one."""
    wanted = list(names)
    for name in wanted:
        if name not in FAMILIES:
            hint = did_you_mean(name, FAMILIES)
            fail(f"there is no family {name}{hint}; the families are: {', '.join(FAMILIES)}", Exit.USAGE)
    return tuple(family for family in FAMILIES if family in wanted)


def clauses_of(families: Iterable[str]) -> dict[str, Clause]:
    """Return the families' clauses by id, in the contracts' order."""
    return {clause.id: clause for family in families for clause in load_contract(family).clauses.values()}


def known_clause(name: str) -> Clause:
    """Return the clause with that id; end with 2 when there is none."""
    clauses = clauses_of(FAMILIES)
    if name not in clauses:
        family = name.partition(".")[0]
        listing = f"clauses {family}" if family in FAMILIES else "clauses"
        fail(
            f"there is no clause {name}{did_you_mean(name, clauses)}; `contact-contracts {listing}` lists them",
            Exit.USAGE,
        )
    return clauses[name]


def check_globs(globs: Sequence[str], families: Sequence[str]) -> None:
    """End with 3 when a pattern matches no clause of the families: nothing checked is never success."""
    clauses = clauses_of(families)
    for glob in globs:
        if not any(fnmatchcase(clause, glob) for clause in clauses):
            fail(
                f"no clause of {', '.join(families)} matches {glob}{did_you_mean(glob, clauses)}; "
                f"`contact-contracts clauses` lists them",
                Exit.INCONCLUSIVE,
            )


def families_matching(globs: Sequence[str], families: Sequence[str]) -> tuple[str, ...]:
    """Return the families that have a clause which a pattern matches; all when there is no pattern."""
    return tuple(
        family
        for family in families
        if not globs or any(fnmatchcase(clause, glob) for clause in clauses_of([family]) for glob in globs)
    )
