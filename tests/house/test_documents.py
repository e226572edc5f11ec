"""The documents keep their promises: commands parse, targets exist, tables and links are right."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from pathlib import Path

import pytest
from typer.testing import CliRunner

from contact_contracts.cli.command import app
from contact_contracts.contract import FAMILIES
from contact_contracts.judge.verdicts import Exit, Verdict
from contact_contracts.target import FamilyTarget, load_targets
from tests.house.documents import NAMES, ROOT, arguments_of, blocks, inline_code, table_after, text

CALLS = [(name, words) for name in NAMES for words in arguments_of(name, "contact-contracts")]
SUBCOMMANDS = ("check", "judge", "serve", "clauses", "explain", "report", "target")


def _help(*words: str) -> str:
    result = CliRunner(env={"COLUMNS": "300", "TERM": "dumb"}).invoke(app, [*words, "--help"])
    assert result.exit_code == 0, result.output
    return re.sub(r"\x1b\[[0-9;]*m", "", result.output)


@pytest.mark.parametrize(("name", "words"), CALLS, ids=lambda value: " ".join(value)[:60])
def test_every_command_line_of_the_documents_is_understood(name: str, words: list[str]) -> None:
    _help(*words)


@pytest.mark.parametrize("subcommand", SUBCOMMANDS)
def test_every_example_of_a_help_text_is_understood(subcommand: str) -> None:
    examples = re.findall(r"Example: contact-contracts ([^\n]*?)\s*(?:│|\n|$)", _help(subcommand))
    assert examples, f"the help of {subcommand} gives no example"
    for example in examples:
        _help(*(word.strip("'") for word in example.split()))


@pytest.mark.parametrize("subcommand", SUBCOMMANDS)
def test_the_readme_shows_every_subcommand(subcommand: str) -> None:
    assert [words for name, words in CALLS if name == "README.md" and words[0] == subcommand]


def test_an_unknown_option_would_be_noticed() -> None:
    result = CliRunner().invoke(app, ["check", "--no-such-option", "--help"])
    assert result.exit_code == int(Exit.USAGE)


def test_every_make_target_that_a_document_names_exists() -> None:
    targets = _targets()
    for name in NAMES:
        called = {words[0] for words in arguments_of(name, "make")}
        assert called <= targets.keys(), name


def test_every_make_target_is_explained() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", text("Makefile"), re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == _targets().keys()


def _targets() -> dict[str, str]:
    return dict(re.findall(r"^([a-z-]+):.*?## (.+)$", text("Makefile"), re.MULTILINE))


def test_the_table_of_exit_codes_is_complete() -> None:
    assert {int(code) for code in table_after("README.md", "### Exit codes")} == {int(code) for code in Exit}


def test_the_help_of_check_names_every_exit_code() -> None:
    said = re.search(r"Exit codes:(.*?internal error)", _help("check"), re.DOTALL)
    assert said is not None
    assert {int(code) for code in re.findall(r"\b\d+\b", said[1])} == {int(code) for code in Exit}


def test_the_permissions_are_keys_of_a_target_that_default_to_no() -> None:
    for key in table_after("README.md", "### What the suite may do"):
        assert FamilyTarget.model_fields[key].default is False
    others = {"lacks", "max_requests_per_second", "read_after_write_seconds", "known_deviations", "trust_env"}
    assert others <= FamilyTarget.model_fields.keys()
    assert others <= set(inline_code("README.md"))


def test_the_verdicts_are_called_what_they_are() -> None:
    named = set(re.findall(r"\*([a-z ]+)\*(?!\*)", text("README.md")))
    assert named <= {verdict.value for verdict in Verdict}
    assert {"holds", "not exercised", "not observable", "reading", "warned"} <= named


def test_the_target_files_of_the_readme_can_be_used(tmp_path: Path) -> None:
    file = tmp_path / "target.toml"
    file.write_text("\n".join(blocks("README.md", "toml")), encoding="utf-8")
    environment: dict[str, str] = defaultdict(str)
    for variable in re.findall(r'_env = "([A-Z_]+)"', file.read_text(encoding="utf-8")):
        environment[variable] = f"value of {variable}"
    assert load_targets(file, environment=environment).families == FAMILIES


def test_links_between_documents_lead_somewhere() -> None:
    for name in NAMES:
        for link in re.findall(r"\]\(([^)#]+)", text(name)):
            assert (ROOT / name).parent.joinpath(link).exists(), f"{name} links to {link}"


def test_files_that_the_documents_name_exist() -> None:
    """Paths in backticks, as far as they are no patterns and not made by a run."""
    made = ("report/", "made-", ".venv", "build/")
    for name in NAMES:
        for code in inline_code(name):
            if re.fullmatch(r"[\w./-]+/[\w.-]*|[\w-]+\.(md|toml|txt)", code) and not code.startswith(made):
                file = code.replace("FAMILY", FAMILIES[0])
                places = (ROOT / file, ROOT / "src/contact_contracts" / file)
                assert any(place.exists() for place in places), f"{name} names {code}"


def test_ci_is_executable_and_calls_existing_targets() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    steps = re.findall(r"^step ([a-z-]+)$", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert {"check", "test"} <= set(steps) <= _targets().keys()


def test_constraints_name_no_place_to_install_from() -> None:
    lines = [line for line in text("constraints.txt").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line) for line in lines)
