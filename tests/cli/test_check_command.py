"""The check command: what it hands to the suite, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from contact_contracts.cli import suite_run
from contact_contracts.cli.suite_run import Order, arguments
from contact_contracts.record import read_record

Command = Callable[..., Result]
PAGES = ("run.jsonl", "report.html", "junit.xml", "report.md")


def test_a_run_leaves_a_record_and_its_pages(small_suite: Path, command: Command) -> None:
    result = command("check", "bird", "--seed", "7")
    assert result.exit_code == 0, result.output
    assert "Every clause that was exercised holds." in result.output
    assert all(Path("report", name).is_file() for name in PAGES)


def test_the_options_reach_the_suite(small_suite: Path, command: Command) -> None:
    words = ["--clause", "bird.lists.*", "--clause", "bird.times.*", "--effort", "quick", "--strict"]
    command("check", "bird", *words, "--seed", "9", "--report-dir", "out")
    header = read_record(Path("out/run.jsonl")).header
    assert (header.families, header.effort, header.seed, header.strict) == (("bird",), "quick", 9, True)
    assert header.clauses == ("bird.lists.*", "bird.times.*")
    assert header.target_file is None


def test_without_families_those_with_a_clause_asked_for_are_run(small_suite: Path, command: Command) -> None:
    command("check", "--clause", "bird.lists.*")
    assert read_record(Path("report/run.jsonl")).header.families == ("bird",)


def test_a_violation_ends_with_1(small_suite: Path, command: Command) -> None:
    assert command("check", "bird", "--seed", "401").exit_code == 1


def test_an_interrupted_run_is_shown_and_ends_with_3(small_suite: Path, command: Command) -> None:
    result = command("check", "bird", "--seed", "402")
    assert result.exit_code == 3
    assert "The run was not finished." in result.output
    assert Path("report/report.html").is_file()


def test_an_interrupt_before_anything_was_recorded_ends_with_3(
    small_suite: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: list[str], **_more: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(pytest, "main", interrupted)
    result = command("check", "bird")
    assert result.exit_code == 3
    assert "interrupted" in result.stderr


def test_a_suite_that_will_not_begin_ends_with_3(
    small_suite: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suite_run, "PLUGIN", "no_such_plugin_anywhere")
    result = command("check", "bird")
    assert result.exit_code == 3
    assert "could not start" in result.stderr


def test_a_record_without_footer_is_shown_and_ends_with_3(small_suite: Path, command: Command) -> None:
    result = command("check", "bird", "--seed", "405")
    assert result.exit_code == 3
    assert "The run was not finished." in result.output


def test_a_suite_that_writes_no_record_is_an_internal_error(small_suite: Path, command: Command) -> None:
    result = command("check", "bird", "--seed", "404", "--report-dir", "out")
    assert result.exit_code == 70
    assert result.stderr.count("\n") == 1
    assert "out/internal-error.txt" in result.stderr
    assert "Traceback" in Path("out/internal-error.txt").read_text()
    assert "Traceback" not in result.output


def test_pages_of_an_earlier_run_do_not_outlive_it(small_suite: Path, command: Command) -> None:
    command("check", "bird", "--seed", "7")
    assert command("check", "bird", "--seed", "404").exit_code == 70
    assert not any(Path("report", name).exists() for name in PAGES)


@pytest.mark.parametrize("place", ["taken", "taken/below", "held"])
def test_a_report_directory_that_cannot_be_used_ends_with_2_before_anything_is_run(
    small_suite: Path, command: Command, place: str
) -> None:
    Path("taken").write_text("a file", encoding="utf-8")
    Path("held/run.jsonl").mkdir(parents=True)
    result = command("check", "bird", "--report-dir", place)
    assert result.exit_code == 2
    assert f"the report directory {place} cannot be used" in result.stderr


def test_settings_of_other_test_runs_have_no_effect(
    small_suite: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    Path("pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    assert command("check", "bird").exit_code == 0


def test_an_unknown_family_ends_with_2_and_the_nearest(command: Command) -> None:
    result = command("check", "brid")
    assert result.exit_code == 2
    assert "did you mean bird" in result.stderr


@pytest.mark.parametrize("glob", ["bird.list.set", "everbridge.*"])
def test_a_pattern_that_matches_nothing_ends_with_3(command: Command, glob: str) -> None:
    result = command("check", "bird", "--clause", "bird.lists.*", "--clause", glob)
    assert result.exit_code == 3
    assert f"no clause of bird matches {glob}" in result.stderr
    assert not Path("report").exists()


def test_the_nearest_clause_is_offered(command: Command) -> None:
    assert "did you mean bird.lists.set" in command("check", "--clause", "bird.list.set").stderr


def test_a_wrong_target_file_ends_with_2_and_its_line(command: Command) -> None:
    Path("t.toml").write_text("[bird]\nbase_ulr = 'http://127.0.0.1:1'\n")
    result = command("check", "--target", "t.toml")
    assert result.exit_code == 2
    assert "t.toml, line 2: [bird] unknown key base_ulr (did you mean base_url?)" in result.stderr


def test_a_missing_target_file_ends_with_2(command: Command) -> None:
    assert command("check", "--target", "absent.toml").exit_code == 2


def test_without_families_the_target_file_decides(
    small_suite: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN", "t")
    workspace = "00000000-0000-4000-8000-000000000000"
    Path("t.toml").write_text(
        f"[bird]\nbase_url = 'http://127.0.0.1:1'\nworkspace_id = '{workspace}'\n"
        "auth = { scheme = 'bearer', token_env = 'TOKEN' }\n"
    )
    assert command("check", "--target", "t.toml").exit_code == 0
    assert read_record(Path("report/run.jsonl")).header.families == ("bird",)


def order(**members: Any) -> Order:
    defaults: dict[str, Any] = {"families": ("bird", "sfmc"), "target": None, "clauses": (), "effort": "deep"}
    defaults |= {"seed": None, "strict": False, "report_dir": Path("r"), "workers": 0}
    return Order(**{**defaults, **members})


def test_only_the_suites_of_the_families_run(small_suite: Path) -> None:
    words = arguments(order())
    assert words[:2] == [str(small_suite / "bird"), str(small_suite / "sfmc")]
    assert suite_run.PLUGIN in words


def test_workers_and_target_are_handed_on_only_when_asked_for(small_suite: Path) -> None:
    plain = arguments(order())
    assert "-n" not in plain
    assert not any(word.startswith(("--cc-target", "--cc-seed")) for word in plain)
    words = arguments(order(workers=2, target=Path("t.toml"), seed=0))
    assert words[-2:] == ["-n", "2"]
    assert {"--cc-target=t.toml", "--cc-seed=0"} <= set(words)
