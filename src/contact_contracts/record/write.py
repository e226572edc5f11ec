"""Writes a run record line by line, and seals it at the end."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from contact_contracts.judge.verdicts import ClauseVerdict, Finding
from contact_contracts.record.entries import Footer, Header, Leftover, Trouble, stamped, totals, utc_now
from contact_contracts.record.evidence import exchange_entry


class RecordWriter:
    """The record of one run: a header, what was found, and a footer that seals it.

    Each line is on disk when its method returns. Verdicts are known at the end only, so a run that is killed
    leaves its header, and no footer says that it is whole.
    """

    def __init__(self, path: Path) -> None:
        """Start an empty record, over an older one of that name; its directory is made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._file = path.open("wb")
        self._digest = hashlib.sha256()
        self._lines = 0
        self._seed = 0
        self._verdicts: list[ClauseVerdict] = []

    def __enter__(self) -> Self:
        """Return the writer."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; without a footer the record stays unfinished."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def write_header(self, header: Header) -> None:
        """Write what is run; empty versions and times are filled in."""
        self._seed = header.seed
        self._write("header", asdict(stamped(header)))

    def write_verdict(self, verdict: ClauseVerdict) -> None:
        """Write what became of one clause."""
        self._verdicts.append(verdict)
        family = verdict.clause.partition(".")[0]
        self._write("verdict", {**asdict(verdict), "family": family})

    def write_finding(self, finding: Finding) -> None:
        """Write a breach with its evidence and the run's seed."""
        shallow = {key: value for key, value in vars(finding).items() if key != "exchanges"}
        exchanges = [exchange_entry(each) for each in finding.exchanges]
        self._write("finding", {**shallow, "seed": self._seed, "exchanges": exchanges})

    def write_leftover(self, leftover: Leftover) -> None:
        """Write what clean-up could not remove."""
        self._write("leftover", asdict(leftover))

    def write_trouble(self, trouble: Trouble) -> None:
        """Write a test that was blocked or failed by itself."""
        self._write("trouble", asdict(trouble))

    def write_footer(self, footer: Footer) -> None:
        """Seal the record: totals, and the number and digest of all lines before this one."""
        sums = {verdict.value: count for verdict, count in totals(tuple(self._verdicts)).items()}
        sealed = {
            **asdict(footer),
            "finished": footer.finished or utc_now(),
            "requests_per_second": footer.requests_per_second,
            "totals": sums,
            "lines": self._lines,
            "sha256": self._digest.hexdigest(),
        }
        self._write("footer", sealed)
        self.close()

    def _write(self, kind: str, entry: dict[str, Any]) -> None:
        # ASCII only: text from a target may hold lone surrogates, which no encoding can write.
        line = json.dumps({"kind": kind, **entry}, ensure_ascii=True).encode("ascii") + b"\n"
        self._file.write(line)
        self._file.flush()
        self._digest.update(line)
        self._lines += 1
