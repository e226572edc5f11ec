"""Turns what happens inside a test into what the run knows of its clauses."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.drivers.errors import Missing, NotObservable
from contact_contracts.judge.blame import settled_breaches
from contact_contracts.judge.verdicts import Level
from contact_contracts.plugin.run import SuiteRun
from contact_contracts.record import Trouble
from contact_contracts.transport import Blocked, NotAllowed


@dataclass(frozen=True)
class Guard:
    """One test under watch."""

    run: SuiteRun
    test: str
    clauses: tuple[str, ...]
    strict: bool

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Note trouble under the test's clauses, and let pytest see it as what it is.

        A skip says that the target lacks what the test needs; its clauses are reported so, with the reason.
        """
        try:
            yield
        except Blocked as blocked:
            self._trouble("blocked", str(blocked))
            pytest.fail(f"blocked: {blocked}", pytrace=False)
        except Missing as missing:
            self._note(self.run.observed.missing, f"needs {missing}")
            pytest.skip(f"not exercised: needs {missing}")  # reason: the target file names too few facts to go on
        except NotAllowed as refused:
            self._note(self.run.observed.missing, str(refused))
            pytest.skip(f"not exercised: {refused}")  # reason: to go on would touch what the target file forbids
        except NotObservable as unseen:
            self._note(self.run.observed.unobservable, f"the target lacks {unseen}")
            # A pass would claim what was not seen, a failure cry wolf.
            pytest.skip(f"not observable: the target lacks {unseen}")  # reason: no operation could show it
        except (pytest.skip.Exception, pytest.fail.Exception, KeyboardInterrupt):  # reason: no trouble of the test
            raise
        except Exception as error:
            self._trouble("error", _last_lines(error))
            raise

    def _trouble(self, kind: str, reason: str) -> None:
        observed = self.run.observed
        verdict = "blocked" if kind == "blocked" else "error"
        observed.troubles.append(Trouble(self.test, verdict, reason))  # type: ignore[arg-type]  # one of the two
        self._note(observed.blocked if kind == "blocked" else observed.errors, reason)

    def _note(self, reasons: dict[str, str], reason: str) -> None:
        for clause in self.clauses:
            reasons.setdefault(clause, reason)

    def report_breaches(self) -> None:
        """Fail the test with every breach that it drove the target into, unless its clause is known to be broken.

        This is provisional: what a later test sees may explain a breach, or put the blame elsewhere. The record,
        its pages and the exit code have the verdicts of the whole run.
        """
        texts = [text for family in self.run.observed.tallies for text in self._breaches(family)]
        if texts:
            pytest.fail("\n\n".join([*texts, self._how_to_repeat()]), pytrace=False)

    def _how_to_repeat(self) -> str:
        seed = self.run.explorer.seed
        return f"again: the same command with --cc-seed {seed}; calls and answers: {self.run.report_dir}/"

    def _breaches(self, family: str) -> Iterator[str]:
        contract = load_contract(family)
        known = {deviation.clause for deviation in self.run.targets.family(family).known_deviations}
        for seen in settled_breaches(self.run.observed.tally(family), contract):
            for clause in seen.breach.clauses:
                level = Level(contract.clauses[clause].level)
                if self.test in seen.tests and self._fails(level) and clause not in known:
                    yield (
                        f"{clause} ({level}): {contract.clauses[clause].statement}\n"
                        f"  at        {seen.breach.where}\n"
                        f"  expected  {seen.breach.expected}\n"
                        f"  observed  {seen.breach.observed}"
                    )

    def _fails(self, level: Level) -> bool:
        return level in (Level.DOCUMENTED, Level.VENDOR) or (self.strict and level is Level.DERIVED)


def _last_lines(error: BaseException) -> str:
    """The error in one line, with the place where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"
