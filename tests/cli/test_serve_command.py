"""The serve command: the commands that it prints work when they are pasted."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from contact_contracts.contract import FAMILIES

Serving = Callable[..., AbstractContextManager[tuple[subprocess.Popen[str], str]]]


# The project asks for Python and make only, so curl may be lacking; what is printed is nothing without it.
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl may be lacking: only Python and make are asked for")
@pytest.mark.parametrize("family", FAMILIES)
def test_the_printed_commands_work_when_pasted(serving: Serving, family: str) -> None:
    with serving(family) as (_, printed):
        done = subprocess.run(["bash", "-e", "-c", printed], capture_output=True, text=True, check=False)
    statuses = re.findall(r"HTTP/1.1 (\d{3}) ", done.stdout)
    calls = printed.count("curl -sS -i")
    assert done.returncode == 0, done.stderr
    assert len(statuses) == calls > 0
    assert set(statuses) <= {"200", "201"}, done.stdout


def test_an_interrupt_stops_the_server_and_is_no_failure(serving: Serving) -> None:
    with serving("everbridge") as (process, printed):
        port = int(printed.partition("http://127.0.0.1:")[2].split("/")[0].split("\n")[0])
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    assert process.returncode == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_a_server_that_cannot_start_as_asked_ends_with_2(program: list[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*program, "serve", "everbridge", "--port", port], capture_output=True, text=True, check=False
        )
    assert done.returncode == 2
    assert f"contact-contracts serve: cannot listen on 127.0.0.1 port {port}: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_a_family_that_is_not_served_ends_with_2(program: list[str]) -> None:
    words = [*program, "serve", "conga", "--fault", "everbridge/absent-quiet-times-are-removed"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "a fault of everbridge" in done.stderr


def test_a_file_named_like_a_library_where_the_command_is_given_is_not_run(
    program: list[str], tmp_path: Path
) -> None:
    (tmp_path / "html.py").write_text(
        "raise SystemExit('the file in the working directory ran')\n", encoding="utf-8"
    )
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        isolated = [
            program[0],
            "-P",
            *program[1:],
        ]  # as the installed command, which has no working directory in its path
        done = subprocess.run(
            [*isolated, "serve", "everbridge", "--port", port],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )
    assert "in use" in done.stderr
    assert "working directory" not in done.stderr


@pytest.mark.parametrize(
    ("family", "names"),
    [
        ("everbridge", {"USER", "PASSWORD"}),
        ("bird", {"TOKEN"}),
        ("conga", {"TOKEN", "RESTRICTED_TOKEN"}),
        ("sfmc", {"CLIENT_ID", "CLIENT_SECRET"}),
    ],
)
def test_the_printed_variables_are_those_that_a_target_of_the_served_family_names(
    serving: Serving, family: str, names: set[str]
) -> None:
    with serving(family) as (_, printed):
        exported = set(re.findall(r"^export CONTACT_CONTRACTS_DEMO_(\w+)=", printed, re.MULTILINE))
    assert exported == names
