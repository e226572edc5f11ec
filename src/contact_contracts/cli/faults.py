"""Which faulty servers break a clause; each proves that the suite would notice."""

from __future__ import annotations

from collections.abc import Iterator

from contact_contracts.contract import Clause


def fault_lines(clause: Clause) -> Iterator[str]:
    """Return each fault's id and what it does wrong."""
    from contact_contracts.faults import FAULTS

    for fault in FAULTS.values():
        if clause.id in fault.clauses:
            yield f"{fault.id}: {fault.description}"
