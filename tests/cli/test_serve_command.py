"""The serve command: the commands that it prints work when they are pasted."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from contact_contracts.contract import FAMILIES

PROGRAM = [sys.executable, "-c", "from contact_contracts.cli import main; main()", "serve"]


@contextmanager
def serving(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the command and yield it with all that it prints before it waits."""
    process = subprocess.Popen([*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        lines = []
        for line in process.stdout:
            lines.append(line)
            if "Ctrl-C" in line:
                break
        yield process, "".join(lines)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


@pytest.mark.skipif(shutil.which("curl") is None, reason="the printed commands need curl")
@pytest.mark.parametrize("family", FAMILIES)
def test_the_printed_commands_work_when_pasted(family: str) -> None:
    with serving(family) as (_, printed):
        done = subprocess.run(["bash", "-e", "-c", printed], capture_output=True, text=True, check=False)
    statuses = re.findall(r"HTTP/1.1 (\d{3}) ", done.stdout)
    calls = printed.count("curl -sS -i")
    assert done.returncode == 0, done.stderr
    assert len(statuses) == calls > 0
    assert set(statuses) <= {"200", "201"}, done.stdout


def test_an_interrupt_stops_the_server_and_is_no_failure() -> None:
    with serving("everbridge") as (process, printed):
        port = int(printed.partition("http://127.0.0.1:")[2].split("/")[0].split("\n")[0])
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    assert process.returncode == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_a_server_that_cannot_start_as_asked_ends_with_2() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*PROGRAM, "everbridge", "--port", port], capture_output=True, text=True, check=False
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
