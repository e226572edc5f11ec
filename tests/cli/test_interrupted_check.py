"""Ctrl-C in the middle of a check: what the run made is removed, and the record says that it is unfinished."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from contact_contracts.record import read_record


def _interrupted_after(lines: int, words: list[str], directory: Path) -> tuple[int, str]:
    """Start a check, press Ctrl-C once that many of its lines are out; return exit code and output.

    Like a terminal, it sends the signal to the command's whole process group.
    """
    process = subprocess.Popen(
        words, cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    assert process.stdout is not None
    seen = "".join(process.stdout.readline() for _ in range(lines))
    os.killpg(process.pid, signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    return process.returncode, seen + rest


@pytest.mark.parametrize("workers", ["0", "2"])
def test_ctrl_c_cleans_up_and_leaves_a_record_marked_unfinished(
    program: list[str], tmp_path: Path, workers: str
) -> None:
    words = [*program, "check", "everbridge", "--effort", "quick", "--seed", "1", "--workers", workers]
    code, output = _interrupted_after(2, words, tmp_path)
    assert code == 3, output
    run = read_record(tmp_path / "report" / "run.jsonl", allow_unfinished=True)
    assert run.footer is None
    assert run.leftovers == ()
    assert list((tmp_path / "report").glob("made-*.jsonl")) == [], "a ledger stays only when something is left"
    assert "Traceback" not in output


def test_ctrl_c_while_the_command_is_imported_ends_quietly(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'contact_contracts.cli.command': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "from contact_contracts.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "")
