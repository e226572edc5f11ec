"""The target files that the proof writes for its servers."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from contact_contracts.contract import FAMILIES
from contact_contracts.target import ClientCredentialsAuth, bundled_environment, bundled_targets, load_targets
from scripts.proof.targets import target_text, toml_value


@pytest.mark.parametrize("family", FAMILIES)
def test_the_file_says_what_the_bundled_target_says(family: str, tmp_path: Path) -> None:
    file = tmp_path / "target.toml"
    file.write_text(target_text(family, "http://127.0.0.1:9"), encoding="utf-8")
    read = load_targets(file, environment=bundled_environment()).family(family)
    assert read == bundled_targets({family: "http://127.0.0.1:9"}).family(family)


def test_a_variation_changes_and_removes_keys(tmp_path: Path) -> None:
    file = tmp_path / "target.toml"
    changes = {"allow_create": False, "contacts": None, "lacks": ["createContact"]}
    file.write_text(target_text("bird", "http://127.0.0.1:9/rest/", changes), encoding="utf-8")
    read = load_targets(file, environment=bundled_environment()).family("bird")
    assert (read.allow_create, read.allow_delete, read.lacks) == (False, True, ("createContact",))
    assert read.contacts == ()
    assert read.base_url == "http://127.0.0.1:9/rest"


def test_tokens_are_granted_by_the_server_itself(tmp_path: Path) -> None:
    file = tmp_path / "target.toml"
    file.write_text(target_text("sfmc", "http://127.0.0.1:9"), encoding="utf-8")
    auth = load_targets(file, environment=bundled_environment()).family("sfmc").auth
    assert isinstance(auth, ClientCredentialsAuth)
    assert auth.auth_base_url == "http://127.0.0.1:9"


@pytest.mark.parametrize(
    "value", [True, 7, 2.5, "plain", 'a "quoted" \\ line\n東京', [], [1, [2]], {"a b": {"c": "d"}}]
)
def test_json_values_survive_toml(value: object) -> None:
    assert tomllib.loads(f"x = {toml_value(value)}")["x"] == value
