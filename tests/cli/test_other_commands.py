"""Help, version, target files, and pages rendered again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import Result

from contact_contracts.cli import command as command_module
from contact_contracts.cli import main
from contact_contracts.target import named_families, target_template

Command = Callable[..., Result]
COMMANDS = ("check", "serve", "clauses", "explain", "report", "target", "target init", "")


@pytest.mark.parametrize("words", COMMANDS)
def test_each_help_shows_an_example(command: Command, words: str) -> None:
    result = command(*words.split(), "--help")
    assert result.exit_code == 0
    example = " ".join(result.output.split()).partition("Example: ")[2]
    assert example.startswith(f"contact-contracts {words}")


def test_the_version_is_the_package_s(command: Command) -> None:
    assert command("--version").output == f"contact-contracts {version('contact-contracts')}\n"


def test_an_unknown_option_ends_with_2(command: Command) -> None:
    assert command("check", "--no-such-option").exit_code == 2


def test_a_target_file_is_written(command: Command) -> None:
    result = command("target", "init", "mine.toml")
    assert result.exit_code == 0
    assert Path("mine.toml").read_text() == target_template()
    assert "--target mine.toml" in result.output
    assert len(named_families(Path("mine.toml"))) == 4


def test_an_existing_target_file_is_left_alone(command: Command) -> None:
    Path("target.toml").write_text("mine")
    result = command("target", "init")
    assert result.exit_code == 2
    assert Path("target.toml").read_text() == "mine"


def test_pages_are_rendered_again_from_the_record(small_suite: Path, command: Command) -> None:
    command("check", "bird")
    Path("report/report.html").unlink()
    result = command("report", "report")
    assert result.exit_code == 0
    assert Path("report/report.html").is_file()


def test_a_directory_without_record_ends_with_2(command: Command) -> None:
    result = command("report", "nowhere")
    assert result.exit_code == 2
    assert "nowhere/run.jsonl: there is no such record" in result.stderr


def test_pages_that_cannot_be_written_end_with_2(small_suite: Path, command: Command) -> None:
    command("check", "bird")
    Path("report/junit.xml").unlink()
    Path("report/junit.xml").mkdir()
    result = command("report", "report")
    assert result.exit_code == 2
    assert "junit.xml: the pages cannot be written" in result.stderr


def test_an_unforeseen_exception_is_one_line_and_a_file(
    command: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_: object) -> None:
        raise LookupError("no\nluck")

    monkeypatch.setattr(command_module, "app", broken)
    with pytest.raises(SystemExit) as ending:
        main()
    assert ending.value.code == 70
    told = capsys.readouterr().err
    assert told.startswith("contact-contracts: internal error: LookupError: no luck; its traceback is in ")
    assert told.endswith("report/internal-error.txt\n")
    assert told.count("\n") == 1
    assert "LookupError" in Path("report/internal-error.txt").read_text()


def test_the_installed_command_starts() -> None:
    program = "from contact_contracts.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("contact-contracts ")
