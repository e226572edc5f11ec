"""Runs the reference server as its users do: as a program of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src"


def start(*arguments: str) -> subprocess.Popen[str]:
    """Start the program with these arguments."""
    path = os.pathsep.join([str(SOURCES), os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen(
        [sys.executable, "-m", "contact_contracts.reference", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def urls_of(process: subprocess.Popen[str]) -> dict[str, str]:
    """Wait until the program listens; its base URLs by family."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, process.stderr and process.stderr.read()
    urls: dict[str, str] = json.loads(line)["urls"]
    return urls


@contextmanager
def running(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program serving Everbridge, and its base URL; it is gone afterwards."""
    process = start("--family", "everbridge", *arguments)
    try:
        yield process, urls_of(process)["everbridge"]
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()
