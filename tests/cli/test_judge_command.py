"""The judge command: recorded traffic of right and wrong servers, whole and in parts, and files that are none."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from contact_contracts.contract import FAMILIES
from contact_contracts.judge.verdicts import Verdict
from contact_contracts.record import Run, read_record, validate_record
from tests.traffic.conversations import ORGANIZATION, SECRETS, Entry, record, write_har

Command = Callable[..., Result]
FAULTS = {
    "everbridge/absent-quiet-times-are-removed": "everbridge.quiet-time.kept-when-absent",
    "bird/list-ids-are-merged": "bird.lists.set",
    "conga/null-is-ignored": "conga.fields.null-clears",
    "conga/strangers-may-update": "conga.error.missing-credentials",
    "sfmc/answers-of-milliseconds": "sfmc.schema.answers-conform",
}
TARGET = """
[everbridge]
base_url = "{url}"
organization_id = 892807736729062
auth = {{ scheme = "basic", username_env = "NEVER_SET_USER", password_env = "NEVER_SET_PASSWORD" }}
{more}
"""


@cache
def _recorded(family: str, fault: str = "") -> list[Entry]:
    return record(family, fault)


def recorded(family: str, fault: str = "") -> list[Entry]:
    """A conversation, recorded once and given out in copies."""
    return copy.deepcopy(_recorded(family, fault))


def judged(command: Command, entries: list[Entry], *words: str, code: int = 0) -> Run:
    """Judge entries, see how the command ends, and return the record."""
    write_har(Path("traffic.har"), entries)
    result = command("judge", "traffic.har", *words)
    assert result.exit_code == code, result.output + result.stderr
    validate_record(Path("report/run.jsonl"))
    return read_record(Path("report/run.jsonl"))


def verdicts(run: Run) -> dict[str, Verdict]:
    return {row.clause: row.verdict for row in run.verdicts}


def place(entries: list[Entry]) -> str:
    return str(entries[0]["request"]["url"]).split(f"/recordTypes/{ORGANIZATION}")[0]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_right_server_breaks_nothing_and_some_clauses_hold(family: str, command: Command) -> None:
    run = judged(command, recorded(family))
    assert run.header.families == (family,)
    assert run.totals[Verdict.HOLDS] > 3
    assert run.findings == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_the_clause_that_a_server_breaks_is_violated(fault: str, command: Command) -> None:
    run = judged(command, recorded(fault.partition("/")[0], fault), "--strict", code=1)
    assert {finding.clause for finding in run.findings} == {FAULTS[fault]}
    assert Path("report/report.html").is_file()


@pytest.mark.parametrize("family", FAMILIES)
def test_half_of_a_conversation_raises_no_false_alarm(family: str, command: Command) -> None:
    entries = recorded(family)
    for start in range(1, len(entries)):
        write_har(Path("traffic.har"), entries[start:])
        assert command("judge", "traffic.har", "--family", family, "--strict").exit_code in (0, 3), start


@pytest.mark.parametrize("family", FAMILIES)
def test_unanswered_calls_raise_no_false_alarm(family: str, command: Command) -> None:
    for lost in range(len(recorded(family))):
        entries = recorded(family)
        entries[lost]["response"] = {"status": 0, "headers": [], "content": {"size": 0}}
        run = judged(command, entries, "--family", family, "--strict")
        assert run.findings == (), lost


@pytest.mark.parametrize("family", FAMILIES)
def test_calls_made_at_once_raise_no_false_alarm(family: str, command: Command) -> None:
    entries = recorded(family)
    for entry in entries:
        entry["time"] = 60_000
    assert judged(command, entries, "--family", family, "--strict").findings == ()


def test_calls_made_at_once_are_still_judged_by_themselves(command: Command) -> None:
    entries = recorded("sfmc", "sfmc/answers-of-milliseconds")
    for entry in entries:
        entry["time"] = 60_000
    run = judged(command, entries, code=1)
    assert {finding.clause for finding in run.findings} == {"sfmc.schema.answers-conform"}


@pytest.mark.parametrize("fault", ["", "conga/null-is-ignored", "conga/strangers-may-update"])
def test_no_secret_of_the_traffic_is_written_anywhere(fault: str, command: Command) -> None:
    entries = recorded("conga", fault)
    for entry in entries:  # a careless server that tells everybody's secrets
        for header in ("x-echo", "set-cookie"):
            entry["response"]["headers"].append({"name": header, "value": "t=demo-token; s3cr3t-of-a-cookie"})
        content = entry["response"]["content"]
        if content["text"].startswith("{"):
            body = {**json.loads(content["text"]), "echo": "demo-token s3cr3t-of-a-cookie"}
            content["text"], content["size"] = json.dumps(body), 0
    judged(command, entries, "--strict", code=1 if fault else 0)
    assert_no_secrets(Path("report"))


@pytest.mark.parametrize("fault", ["everbridge/absent-quiet-times-are-removed", "sfmc/answers-of-milliseconds"])
def test_secrets_of_urls_and_of_token_requests_are_not_written_either(fault: str, command: Command) -> None:
    judged(command, recorded(fault.partition("/")[0], fault), code=1)
    assert_no_secrets(Path("report"))


def assert_no_secrets(directory: Path) -> None:
    files = [file for file in directory.rglob("*") if file.is_file()]
    assert len(files) >= 4
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert [secret for secret in SECRETS if secret in text] == [], file


def test_what_contacts_are_shown_with_exists_though_no_listing_says_so(command: Command) -> None:
    fault, clause = next(iter(FAULTS.items()))
    wrong, right = (
        [entry for entry in recorded("everbridge", given) if "/contacts/" in entry["request"]["url"]]
        for given in (fault, "")
    )
    assert verdicts(judged(command, wrong, code=1))[clause] is Verdict.VIOLATED
    assert verdicts(judged(command, right))[clause] is Verdict.HOLDS


def test_a_clause_that_nothing_exercises_says_so(command: Command) -> None:
    run = judged(command, recorded("conga"))
    reasons = {row.reason for row in run.verdicts if row.verdict is Verdict.NOT_EXERCISED}
    assert reasons == {"the traffic does not show it"}


def test_a_report_names_the_traffic_and_how_to_judge_it_again(command: Command) -> None:
    write_har(Path("traffic.har"), recorded("conga", "conga/null-is-ignored"))
    result = command("judge", "traffic.har")
    again = "contact-contracts judge traffic.har --family conga --clause conga.fields.null-clears"
    assert again in result.output
    assert "recorded requests" in result.output
    assert "seed" not in result.output.lower()
    assert "traffic.har" in Path("report/report.html").read_text(encoding="utf-8")
    assert "traffic.har" in Path("report/report.md").read_text(encoding="utf-8")


def test_clauses_can_be_chosen(command: Command) -> None:
    run = judged(command, recorded("conga", "conga/null-is-ignored"), "--clause", "conga.payload.*")
    assert all(row.clause.startswith("conga.payload.") for row in run.verdicts)


def test_a_target_file_says_where_and_needs_no_secret(command: Command) -> None:
    entries = recorded("everbridge")
    Path("target.toml").write_text(TARGET.format(url=place(entries), more=""), encoding="utf-8")
    run = judged(command, entries, "--target", "target.toml")
    assert run.header.target_file == "target.toml"
    Path("target.toml").write_text(TARGET.format(url="https://elsewhere.example.com", more=""), encoding="utf-8")
    assert command("judge", "traffic.har", "--target", "target.toml").exit_code == 3


def test_a_known_deviation_does_not_fail_the_run(command: Command) -> None:
    fault = "everbridge/absent-quiet-times-are-removed"
    entries = recorded("everbridge", fault)
    more = f'known_deviations = [{{ clause = "{FAULTS[fault]}", reason = "old" }}]'
    Path("target.toml").write_text(TARGET.format(url=place(entries), more=more), encoding="utf-8")
    run = judged(command, entries, "--target", "target.toml")
    assert verdicts(run)[FAULTS[fault]] is Verdict.VIOLATED


def test_an_api_below_another_base_url_is_found(command: Command) -> None:
    entries = recorded("bird", "bird/list-ids-are-merged")
    for entry in entries:
        path = entry["request"]["url"].split("/", 3)[3]
        entry["request"]["url"] = f"https://gate.example.com/v7/bird/{path}"
    run = judged(command, entries, code=1)
    assert run.header.targets["bird"]["base_url"] == "https://gate.example.com/v7/bird"


def test_recorders_that_leave_out_credentials_raise_no_false_alarm(command: Command) -> None:
    entries = recorded("conga", "conga/strangers-may-update")
    for entry in entries:
        headers = entry["request"]["headers"]
        entry["request"]["headers"] = [each for each in headers if each["name"] not in ("authorization", "cookie")]
    assert judged(command, entries, "--family", "conga", "--strict").findings == ()


def test_another_companys_api_is_not_taken_for_one_of_ours(command: Command) -> None:
    entry = recorded("conga")[0]
    entry["request"] |= {"url": "https://crm.example.com/v3/contacts/123", "method": "GET"}
    entry["response"]["status"] = 200
    write_har(Path("traffic.har"), [entry])
    result = command("judge", "traffic.har")
    assert result.exit_code == 3
    assert "--family" in result.stderr
    assert not Path("report").exists()


UNUSABLE: dict[str, tuple[Any, str]] = {
    "not JSON": ("{", "not JSON"),
    "no HAR": ({"entries": []}, "no HAR file"),
    "a run record": ('{"kind": "header"}\n{"kind": "verdict"}\n', "HAR file of the traffic"),
    "an array": ([], "no HAR file"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_file_that_is_no_har_ends_with_2(name: str, command: Command) -> None:
    content, said = UNUSABLE[name]
    text = content if isinstance(content, str) else json.dumps(content)
    Path("traffic.har").write_text(text, encoding="utf-8")
    result = command("judge", "traffic.har")
    assert result.exit_code == 2
    assert "traffic.har" in result.stderr
    assert said in result.stderr


def test_a_missing_file_ends_with_2(command: Command) -> None:
    result = command("judge", "nowhere.har")
    assert result.exit_code == 2
    assert "nowhere.har: there is no such file" in result.stderr


def test_traffic_that_speaks_to_nobody_known_ends_with_3(command: Command) -> None:
    write_har(Path("traffic.har"), [])
    result = command("judge", "traffic.har")
    assert result.exit_code == 3
    assert "traffic.har: the recording holds no calls" in result.stderr


def test_an_unknown_family_ends_with_2(command: Command) -> None:
    assert command("judge", "traffic.har", "--family", "brid").exit_code == 2


def test_a_pattern_that_matches_no_clause_ends_with_3(command: Command) -> None:
    assert command("judge", "traffic.har", "--clause", "bird.nothing.*").exit_code == 3
