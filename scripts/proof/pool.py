"""Runs tasks side by side, each in a process of its own against a server of its own, none without end."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scripts.proof.nursery import Born, Nursery, NurseryError, stop
from scripts.proof.runs import Outcome, Task, fork_run, outcome_in, warm_up

POLL_SECONDS: Final = 0.02
LIMITS: Final = {"quick": 300.0, "standard": 600.0, "deep": 1800.0}
"""Seconds after which a run of each effort is given up."""


@dataclass
class _Running:
    task: Task
    pid: int
    server: Born
    folder: Path
    deadline: float

    def ended(self) -> bool:
        """Whether the process is gone; one past its deadline is killed."""
        pid, _ = os.waitpid(self.pid, os.WNOHANG)
        if pid:
            return True
        if time.monotonic() > self.deadline:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        return False

    def outcome(self) -> Outcome:
        """What the run came to; the server and all files go."""
        stop(self.server)
        found = outcome_in(self.task, self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        if time.monotonic() > self.deadline and not found.verdicts:
            return Outcome(self.task, trouble=f"given up after {LIMITS[self.task.effort]:g} s")
        return found

    def abandon(self) -> None:
        """End run and server, whatever they are at."""
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self.outcome()


def run_all(tasks: Iterable[Task], nursery: Nursery, *, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each task as it ends, with at most `jobs` under way."""
    waiting = iter(tasks)
    running: list[_Running] = []
    exhausted = False
    try:
        while running or not exhausted:
            while not exhausted and len(running) < jobs:
                task = next(waiting, None)
                exhausted = task is None
                if task is not None:
                    started = _start(task, nursery)
                    if isinstance(started, Outcome):
                        yield started
                    else:
                        running.append(started)
            for each in [each for each in running if each.ended()]:
                running.remove(each)
                yield each.outcome()
            time.sleep(POLL_SECONDS)
    finally:
        for each in running:
            each.abandon()


def warmed_up(nursery: Nursery, families: Iterable[str]) -> None:
    """Have the suite of each family loaded in this process."""
    for family in families:
        server = nursery.start(family)
        warm_up(family, server)
        stop(server)


def _start(task: Task, nursery: Nursery) -> _Running | Outcome:
    wrong = task.subject if task.purpose in ("finding", "blame") else ""
    other = task.subject if task.purpose == "variation" else ""
    try:
        server = nursery.start(task.family, fault=wrong, variation=other)
    except NurseryError as trouble:
        return Outcome(task, trouble=f"the server did not start: {trouble}")
    folder = Path(tempfile.mkdtemp(prefix="contact-contracts-"))
    pid = fork_run(task, server, folder)
    return _Running(task, pid, server, folder, time.monotonic() + LIMITS[task.effort])
