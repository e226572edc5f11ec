"""The plugin under pytest itself: a small suite, run within this process, and the record that it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from contact_contracts.plugin.servers import BundledServers
from contact_contracts.record import Run, read_record
from contact_contracts.target import bundled_environment

NOBODY = "http://127.0.0.1:9"
TARGET = """
[everbridge]
base_url = "{url}"
organization_id = 892807736729062
auth = {{ scheme = "bearer", token_env = "CONTACT_CONTRACTS_DEMO_TOKEN" }}
allow_writes = true
allow_create = true
allow_delete = true
"""
WRITES = """
import pytest

FIELDS = [{"suffix": "a"}, {"country": "BR"}, {"businessName": "b"}, {"lastName": "c"}]


@pytest.mark.clause("everbridge.fields.each-written", "everbridge.replace.omitted-field-emptied")
@pytest.mark.parametrize("fields", FIELDS)
def test_it(everbridge, fields):
    key = everbridge.contacts(1)[0]
    everbridge.update(key, everbridge.base(key, **fields), by="")
    everbridge.update(key, everbridge.base(key), by="")
"""


@dataclass(frozen=True)
class Ended:
    """How a run of the small suite ended."""

    code: int
    printed: str
    record: Run | None

    @property
    def verdicts(self) -> dict[str, tuple[str, str]]:
        """Clause -> verdict and reason, of what the small suite drives."""
        assert self.record is not None, self.printed
        return {row.clause: (row.verdict.value, row.reason) for row in self.record.verdicts}


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """The URL of a bundled server, started once."""
    servers = BundledServers(("everbridge",))
    yield servers.urls["everbridge"]
    servers.stop()


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., Ended]:
    """Run a small suite with the plugin, against a URL at which nobody serves unless told otherwise."""
    for name, value in bundled_environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    plugins = ("-p", "contact_contracts.plugin", "-p", "no:cacheprovider", "--import-mode=importlib")

    def run_it(tests: str, *words: str, url: str = NOBODY) -> Ended:
        (tmp_path / "pytest.ini").write_text("[pytest]\n")
        (tmp_path / f"{tmp_path.name}.py").write_text(tests)  # a name of its own, for modules are kept
        (tmp_path / "target.toml").write_text(TARGET.format(url=url))
        given = ("--target", "target.toml", "--cc-family", "everbridge", "--cc-seed", "1", "--effort", "quick")
        code = pytest.main(["-q", *plugins, *given, *words, f"{tmp_path.name}.py"])
        path = tmp_path / "report" / "run.jsonl"
        complete = path.exists() and '"kind": "footer"' in path.read_text()
        return Ended(int(code), "".join(capfd.readouterr()), read_record(path) if complete else None)

    return run_it


RunIt = Callable[..., Ended]
EACH, EMPTIED = "everbridge.fields.each-written", "everbridge.replace.omitted-field-emptied"
ONLY = ("--clause", EACH, "--clause", EMPTIED)
KNOWN = f'known_deviations = [{{ clause = "{EMPTIED}", reason = "ticket 12" }}]'


def test_a_target_that_nobody_serves_blocks_every_clause_and_ends_with_3(run: RunIt) -> None:
    ended = run(WRITES, *ONLY)
    assert ended.code == 3, ended.printed
    assert {verdict for verdict, _ in ended.verdicts.values()} == {"blocked"}
    assert all("connection" in reason for _, reason in ended.verdicts.values())
    assert bundled_environment()["CONTACT_CONTRACTS_DEMO_TOKEN"] not in ended.printed


def test_a_marker_with_an_unknown_clause_is_refused_by_name(run: RunIt) -> None:
    ended = run(WRITES.replace("each-written", "each-writen"))
    assert ended.code == pytest.ExitCode.USAGE_ERROR
    assert ".py::test_it" in ended.printed
    assert "everbridge.fields.each-writen, which no contract has" in ended.printed


@pytest.mark.parametrize(("deviations", "code", "failed"), [("", 1, True), (KNOWN, 0, False)])
def test_a_known_deviation_fails_neither_its_test_nor_the_run(
    run: RunIt, deviations: str, code: int, failed: bool
) -> None:
    servers = BundledServers(("everbridge",), fault="everbridge/updates-partially")
    ended = run(WRITES, *ONLY, url=f'{servers.urls["everbridge"]}"\n{deviations}\n#')
    servers.stop()
    assert (ended.code, " failed" in ended.printed) == (code, failed), ended.printed
    assert ended.verdicts[EMPTIED][0] == "violated"


def test_two_workers_reach_the_verdicts_of_one_process(run: RunIt, served: str) -> None:
    alone, together = (run(WRITES, *ONLY, "-n", each, url=served) for each in ("0", "2"))
    assert alone.code == together.code == 0, together.printed
    assert alone.verdicts == together.verdicts == {EACH: ("holds", ""), EMPTIED: ("holds", "")}


def test_a_test_of_the_suite_that_breaks_is_an_error_and_never_a_violation(run: RunIt, served: str) -> None:
    broken = WRITES.replace("    key = ", "    boom = {}['boom']\n    key = ")
    ended = run(broken, *ONLY, url=served)
    assert ended.code == 3, ended.printed
    assert {verdict for verdict, _ in ended.verdicts.values()} == {"error"}
    assert all("KeyError: 'boom' (test_a_test_of_the_suite" in reason for _, reason in ended.verdicts.values())


def test_what_the_target_lacks_is_not_exercised_or_not_observable_with_the_reason(run: RunIt, served: str) -> None:
    tests = """
import pytest
from contact_contracts.drivers.errors import Missing, NotObservable


@pytest.mark.clause("everbridge.fields.each-written")
def test_missing(everbridge):
    raise Missing("2 groups: list them")


@pytest.mark.clause("everbridge.replace.omitted-field-emptied")
def test_unseen(everbridge):
    raise NotObservable("getContact, by which to read back")
"""
    ended = run(tests, *ONLY, url=served)
    assert ended.code == 3, ended.printed
    assert ended.verdicts == {
        EACH: ("not exercised", "needs 2 groups: list them"),
        EMPTIED: ("not observable", "the target lacks getContact, by which to read back"),
    }


def test_nothing_selected_is_inconclusive(run: RunIt) -> None:
    ended = run(WRITES, "--clause", "bird.*")
    assert (ended.code, ended.verdicts) == (3, {})


def test_a_clause_that_nobody_has_is_named_with_the_nearest_one(run: RunIt) -> None:
    ended = run(WRITES, "--clause", EACH.replace("written", "writen"))
    assert ended.code == 3
    assert f"did you mean {EACH}" in ended.printed


def test_a_failed_test_says_how_to_repeat_it_and_where_the_calls_are(run: RunIt) -> None:
    servers = BundledServers(("everbridge",), fault="everbridge/updates-partially")
    ended = run(WRITES, *ONLY, url=servers.urls["everbridge"])
    servers.stop()
    assert "again: the same command with --cc-seed 1; calls and answers: report/" in ended.printed


def test_a_wrong_effort_is_a_usage_error_in_words(run: RunIt) -> None:
    ended = run(WRITES, "--effort", "huge")
    assert ended.code == pytest.ExitCode.USAGE_ERROR
    assert "choose quick, standard or deep" in ended.printed


def test_the_bundled_servers_run_no_file_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "html.py").write_text("raise SystemExit('this file ran')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    servers = BundledServers(["conga"])
    servers.stop()
    assert set(servers.urls) == {"conga"}
