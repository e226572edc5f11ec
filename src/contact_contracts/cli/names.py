"""Names that users type: families and clauses, and the nearest ones to what was not found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase

from contact_contracts.cli.output import fail
from contact_contracts.contract import FAMILIES, Clause, load_contract
from contact_contracts.judge.verdicts import Exit


def known_families(names: Iterable[str]) -> tuple[str, ...]:
    """Return the families named, each once, in the project's order; end with 2 at an unknown one."""
    wanted = list(names)
    for name in wanted:
        if name not in FAMILIES:
            hint = _did_you_mean(name, FAMILIES)
            fail(f"there is no family {name}{hint}; the families are: {', '.join(FAMILIES)}", Exit.USAGE)
    return tuple(family for family in FAMILIES if family in wanted)


def clauses_of(families: Iterable[str]) -> dict[str, Clause]:
    """Return the families' clauses by id, in the contracts' order."""
    return {clause.id: clause for family in families for clause in load_contract(family).clauses.values()}


def known_clause(name: str) -> Clause:
    """Return the clause with that id; end with 3 when there is none."""
    clauses = clauses_of(FAMILIES)
    if name not in clauses:
        fail(f"there is no clause {name}{_did_you_mean(name, clauses)}", Exit.INCONCLUSIVE)
    return clauses[name]


def check_globs(globs: Sequence[str], families: Sequence[str]) -> None:
    """End with 3 when a pattern matches no clause of the families: nothing checked is never success."""
    clauses = clauses_of(families)
    for glob in globs:
        if not any(fnmatchcase(clause, glob) for clause in clauses):
            fail(
                f"no clause of {', '.join(families)} matches {glob}{_did_you_mean(glob, clauses)}; "
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


def _did_you_mean(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, known, n=3, cutoff=0.5)
    return f" (did you mean {' or '.join(close)}?)" if close else ""
