"""A suite and a plugin small enough to run the command over."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from contact_contracts.cli import suite, suite_run
from contact_contracts.cli.command import app

PLUGIN = '''
"""Takes the real plugin's options, and writes a record that tells which were given."""

from pathlib import Path

from contact_contracts.judge.verdicts import ClauseVerdict, Level, Verdict
from contact_contracts.record import Footer, Header, RecordWriter, Trouble


def pytest_addoption(parser):
    group = parser.getgroup("contact contracts")
    for name in ("family", "clause"):
        group.addoption(f"--cc-{name}", action="append", default=[])
    for name in ("target", "effort", "seed", "report-dir"):
        group.addoption(f"--cc-{name}")
    group.addoption("--cc-strict", action="store_true")


def pytest_configure(config):
    config.addinivalue_line("markers", "clause(*ids): clauses that a test exercises")


def pytest_sessionfinish(session, exitstatus):
    option = session.config.option
    if option.cc_seed == "404":
        return
    interrupted = int(exitstatus) == 2
    code = {"5": 3}.get(str(int(exitstatus)), int(exitstatus) if not interrupted else 3)
    with RecordWriter(Path(option.cc_report_dir) / "run.jsonl") as record:
        record.write_header(Header(
            families=tuple(option.cc_family), effort=option.cc_effort, seed=int(option.cc_seed or 1),
            strict=option.cc_strict, contracts={}, targets={}, target_file=option.cc_target,
            clauses=tuple(option.cc_clause),
        ))
        record.write_verdict(ClauseVerdict("bird.lists.set", Level.DOCUMENTED, Verdict.HOLDS, 1))
        if option.cc_seed == "405":
            return
        record.write_footer(Footer(1.0, 2, complete=not interrupted, exit_code=code))
'''

TESTS = """
import pytest

pytestmark = pytest.mark.clause("bird.lists.*")


@pytest.mark.clause("bird.partial.unsent-kept", "bird.display-name.email-third")
def test_it(request):
    if request.config.option.cc_seed == "401":
        assert False
    if request.config.option.cc_seed == "402":
        raise KeyboardInterrupt
    if request.config.option.cc_seed == "403":
        raise SystemExit("no")


@pytest.mark.clause("bird.schema.no-server-error")
class TestGroup:
    @pytest.mark.clause("bird.error.shape")
    def test_inside(self):
        pass

    def helper(self):
        pass
"""


@pytest.fixture
def small_suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A suite of one file, in place of the real one, run by a plugin that writes a small record."""
    root = tmp_path / "suite"
    (root / "bird").mkdir(parents=True)
    (root / "bird" / "test_lists.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "small_plugin.py").write_text(PLUGIN, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(suite_run, "PLUGIN", "small_plugin")
    monkeypatch.setattr(suite_run, "suite_dir", lambda: root)
    monkeypatch.setattr(suite, "suite_dir", lambda: root)
    return root


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command in an empty directory and return what came of it."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    runner = CliRunner(env={"COLUMNS": "200", "TERM": "dumb"})

    def run(*words: str) -> Result:
        return runner.invoke(app, list(words), prog_name="contact-contracts")

    return run


PROGRAM = [sys.executable, "-c", "from contact_contracts.cli import main; main()"]


@contextmanager
def _serving(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = subprocess.Popen(
        [*PROGRAM, "serve", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
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


@pytest.fixture
def program() -> list[str]:
    """The command as a process of its own."""
    return PROGRAM


@pytest.fixture
def serving() -> Callable[..., AbstractContextManager[tuple[subprocess.Popen[str], str]]]:
    """Start the serve command, and yield it with all that it prints before it waits."""
    return _serving
