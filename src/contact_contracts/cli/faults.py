"""Which faulty servers break a clause; each proves that the suite would notice."""

from __future__ import annotations

from collections.abc import Iterator

from contact_contracts.contract import Clause
from contact_contracts.faults import all_faults


def fault_lines(clause: Clause) -> Iterator[str]:
    """Return each fault's name and what it does wrong."""
    for fault in all_faults(clause.family):
        if clause.id in fault.breaks:
            yield f"{fault.id}: {fault.summary}"
