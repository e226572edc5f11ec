"""Loading a target file: what it says, and what is said of a wrong one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contact_contracts.target import TargetError, Targets, load_targets, named_families, target_template

SECRET = "correct horse battery staple"


@pytest.fixture
def environment() -> dict[str, str]:
    return dict.fromkeys(re.findall(r'_env = "(\w+)"', target_template()), SECRET)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "target.toml"
    path.write_text(target_template(), encoding="utf-8")
    return path


def complaint(file: Path, environment: dict[str, str], old: str, new: str) -> str:
    """Change the template at one place and return what loading it says."""
    text = target_template()
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TargetError) as caught:
        load_targets(file, environment=environment)
    return str(caught.value)


def line_with(words: str) -> int:
    return next(n for n, line in enumerate(target_template().splitlines(), 1) if words in line)


def test_the_template_loads_once_its_variables_are_set(file: Path, environment: dict[str, str]) -> None:
    assert load_targets(file, environment=environment).families == ("everbridge", "bird", "conga", "sfmc")


def test_the_template_with_every_comment_removed_loads_too(file: Path, environment: dict[str, str]) -> None:
    """The keys that the template only shows are spelled as the loader reads them."""
    lines = target_template().splitlines()
    kept = [
        line for line in lines if not re.match(r"# (auth = |ca_file|Secrets|A target|Keep|Facts|id = .*…)", line)
    ]
    text = "\n".join(re.sub(r"^# (?=[a-z_]+ = |\[+[a-z_.]+\]+)|^# (?=  \{|\])", "", line) for line in kept)
    text = text.replace("[[bird.contacts]]", "[[bird.contacts]]\nid = 'b'")
    file.write_text(text, encoding="utf-8")
    everbridge = load_targets(file, families=["everbridge"], environment=environment).family("everbridge")
    assert everbridge.lacks == ("updateContactPartially",)
    assert [known.clause for known in everbridge.known_deviations] == ["everbridge.path.order-kept"]
    assert everbridge.facts.paths[0].values == ("someone@example.com",)
    assert everbridge.contacts[0].external_id == "E-42"


def test_nothing_is_allowed_unless_the_file_says_so(file: Path, environment: dict[str, str]) -> None:
    target = load_targets(file, environment=environment).family("bird")
    allowed = [key for key, value in target.description().items() if key.startswith("allow_") and value]
    assert allowed == []
    assert not target.trust_env
    assert target.verify_tls


def test_a_path_prefix_of_the_base_url_is_kept_and_a_trailing_slash_dropped(
    file: Path, environment: dict[str, str]
) -> None:
    file.write_text(target_template().replace("example/rest", "example/rest/"), encoding="utf-8")
    assert load_targets(file, environment=environment).family("everbridge").base_url.endswith("example/rest")


def test_secrets_never_show(file: Path, environment: dict[str, str]) -> None:
    targets = load_targets(file, environment=environment)
    shown = f"{targets!r} {targets} {targets.model_dump()} {targets.model_dump_json()}"
    assert SECRET not in shown + str(targets.family("sfmc").description())
    assert targets.family("conga").auth.scheme == "bearer"


@pytest.mark.parametrize("spoilt", ["two\nlines-of-it", "ending in a newline\n", " begins-late", "schlüssel"])
def test_a_secret_that_no_header_can_carry_is_refused_and_not_shown(
    file: Path, environment: dict[str, str], spoilt: str
) -> None:
    with pytest.raises(TargetError) as caught:
        load_targets(file, families=["bird"], environment={**environment, "BIRD_ACCESS_KEY": spoilt})
    assert "BIRD_ACCESS_KEY holds a space at an end, a line break" in str(caught.value)
    assert spoilt.split(maxsplit=1)[0] not in str(caught.value)


def test_a_password_may_hold_any_letter_as_it_is_sent_in_base64(file: Path, environment: dict[str, str]) -> None:
    spoilt = {**environment, "EVERBRIDGE_PASSWORD": "schlüssel "}
    assert load_targets(file, families=["everbridge"], environment=spoilt).families == ("everbridge",)


def test_a_certificate_file_that_holds_none_is_named_with_its_line(
    file: Path, environment: dict[str, str]
) -> None:
    (file.parent / "our-ca.pem").write_text("not a certificate", encoding="utf-8")
    text = file.read_text(encoding="utf-8").replace('# ca_file = "our', 'ca_file = "our')
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TargetError, match=r"line .*ca_file: no certificate can be read from it"):
        load_targets(file, environment=environment)


def test_a_file_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    (tmp_path / "deep.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    with pytest.raises(TargetError, match="nested too deeply"):
        load_targets(tmp_path / "deep.toml")


def test_secrets_are_there_for_who_asks(file: Path, environment: dict[str, str]) -> None:
    auth = load_targets(file, environment=environment).family("conga").auth
    assert auth.scheme == "bearer"
    assert auth.token.reveal() == SECRET
    assert auth.token.placeholder == "$CONGA_TOKEN"


def test_only_the_families_of_a_run_need_their_variables(file: Path, environment: dict[str, str]) -> None:
    bird_only = {name: value for name, value in environment.items() if name.startswith("BIRD")}
    assert load_targets(file, families=["bird"], environment=bird_only).families == ("bird",)
    assert named_families(file) == ("everbridge", "bird", "conga", "sfmc")


def test_without_a_path_there_is_no_target() -> None:
    assert load_targets(None).families == ()


def test_a_family_without_a_table_is_named(file: Path, environment: dict[str, str]) -> None:
    targets = load_targets(file, families=["bird"], environment=environment)
    with pytest.raises(TargetError, match=r"no target for conga.*bird.*\[conga\]"):
        targets.family("conga")
    with pytest.raises(TargetError, match="no family"):
        Targets().family("everbridge")


def test_a_missing_file_points_to_the_command_that_writes_one(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="target init"):
        load_targets(tmp_path / "absent.toml")


def test_a_file_without_a_family_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(TargetError, match="names no family"):
        load_targets(path)


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (
            ("organization_id = 1", "organisation_id = 1"),
            "organization_id = 1",
            "did you mean organization_id",
        ),
        (("organization_id = 1234567890", 'organization_id = "12"'), "organization_id = 1", "whole number"),
        (("verify_tls = true", 'verify_tls = "yes"'), "verify_tls", "true or false"),
        (
            ("timeout_seconds = 30", "timeout_seconds = 0"),
            "timeout_seconds = 30",
            "expected a number greater than 0",
        ),
        (('scheme = "basic"', 'scheme = "digest"'), 'scheme = "basic"', "basic, bearer"),
        (('scheme = "basic", ', ""), 'scheme = "basic"', "basic, bearer"),
        (("lists = []", 'lists = ["x"]'), "lists = []", "facts.lists[1]: expected a UUID"),
        (("lists = []", 'lists = "x"'), "lists = []", "a list in square brackets"),
        (('type = "number"', 'type = "numbr"'), 'type = "number"', "attribute_sets[1].attributes[2].type"),
        (
            ('# lacks = ["updateContactPartially"]', 'lacks = ["getContat"]'),
            "# lacks",
            "did you mean getContact",
        ),
        (("[bird]", "[brid]"), "[bird]", "did you mean bird"),
        (("https://api.everbridge.example/rest", "ftp://x"), "https://api.ever", "http or https"),
        (('# ca_file = "our', 'ca_file = "our'), "# ca_file", "no such file"),
        (("trust_env = false", "trust_env = = false"), "trust_env", "not valid TOML"),
        (('"EVERBRIDGE_PASSWORD"', '"NOBODY_SET_THIS"'), "EVERBRIDGE_PASSWORD", "NOBODY_SET_THIS is not set"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    file: Path, environment: dict[str, str], change: tuple[str, str], place: str, words: str
) -> None:
    text = complaint(file, environment, *change)
    assert f"target.toml, line {line_with(place)}: " in text
    assert words in text


def test_a_deviation_from_an_unknown_clause_is_refused(file: Path, environment: dict[str, str]) -> None:
    wrong = 'known_deviations = [{ clause = "everbridge.path.order-kep", reason = "r" }]'
    text = complaint(file, environment, "trust_env = false ", wrong + " ")
    assert "did you mean everbridge.path.order-kept" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('password_env = "EVERBRIDGE_PASSWORD"', f'password = "{SECRET}"'),
        ('password_env = "EVERBRIDGE_PASSWORD"', f'password_env = "{SECRET}"'),
        ('"https://api.bird.example"', f'"https://me:{SECRET.replace(" ", "-")}@api.bird.example"'),
    ],
)
def test_a_secret_put_in_the_file_is_not_repeated_in_the_complaint(
    file: Path, environment: dict[str, str], old: str, new: str
) -> None:
    text = complaint(file, environment, old, new)
    assert SECRET not in text
    assert SECRET.replace(" ", "-") not in text
