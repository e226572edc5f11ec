"""What traffic does not show is not guessed: contacts made anew, of another name, or changed by strangers."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest

from contact_contracts.results import Conduct
from contact_contracts.rulebook.prediction import LATE
from contact_contracts.target import Targets
from contact_contracts.traffic import judge_traffic, read_traffic
from tests.traffic.conversations import ORGANIZATION, Entry, write_har

BASE = f"https://api.example.com/rest/contacts/{ORGANIZATION}"
PERSON = '{"id":5,"organizationId":892807736729062,"externalId":"ada","firstName":"%s","lastName":"L"}'


def timed(entries: list[Entry]) -> list[Entry]:
    """The entries, one second apart where they do not say when they were."""
    for second, entry in enumerate(entries):
        entry.setdefault("startedDateTime", f"2026-01-01T00:00:{second:02d}Z")
        entry.setdefault("time", 10)
    return entries


def found(tmp_path: Path, *entries: Entry) -> list[str]:
    """Clauses that entries, one second apart, are found to break, beside those about the form of answers."""
    traffic = read_traffic(
        write_har(tmp_path / "t.har", timed([*entries])), ("everbridge",), Targets(), named=True
    )
    conduct = Conduct(("everbridge",), Targets(), "recorded", 0, (), strict=True, report_dir=tmp_path)
    judge_traffic(traffic, conduct)
    tally = conduct.observed.tally("everbridge")
    known = {LATE} if tally.late else set()
    counted = [seen.breach for seen in tally.breaches.values() if not known.intersection(seen.breach.narrower)]
    broken = {clause for breach in counted for clause in breach.clauses}
    return sorted(clause for clause in broken if ".schema." not in clause)


def said(method: str, path: str, status: int, answer: str, sent: str = "") -> Entry:
    request = {"method": method, "url": f"{BASE}{path}", "headers": [], "bodySize": len(sent)}
    if sent:
        request["postData"] = {"mimeType": "application/json", "text": sent}
    kind = {"name": "content-type", "value": "application/json"}
    content = {"text": answer, "size": len(answer)}
    return {"request": request, "response": {"status": status, "headers": [kind], "content": content}}


def shown(name: str, path: str = "/5") -> Entry:
    return said("GET", path, 200, '{"message":"OK","result":' + PERSON % name + "}")


MISSING = '{"status":404,"message":"none"}'
BY_NAME = "/ada?idType=externalId"


def refused() -> Entry:
    """A call about another contact."""
    return said("PUT", "/6", 400, '{"status":400,"message":"no"}', "{}")


def test_a_change_between_two_reads_is_somebody_elses(tmp_path: Path) -> None:
    assert found(tmp_path, shown("Ada"), shown("Augusta"), shown("Augusta")) == []
    assert found(tmp_path, refused(), shown("Ada"), shown("Augusta")) == []


def test_a_change_after_a_call_about_another_contact_is_a_breach(tmp_path: Path) -> None:
    broken = ["everbridge.addressing.uri-names-the-contact"]
    assert found(tmp_path, shown("Ada"), refused(), shown("Augusta")) == broken


def test_a_contact_that_was_missing_may_be_made(tmp_path: Path) -> None:
    made = said("POST", "", 200, '{"message":"OK","id":5}', '{"firstName":"Ada"}')
    assert found(tmp_path, said("GET", BY_NAME, 404, MISSING), made, shown("Ada", BY_NAME)) == []


def test_a_write_that_the_contract_does_not_know_may_change_anybody(tmp_path: Path) -> None:
    stranger = said("POST", "/5/merge", 200, "{}", "{}")
    assert found(tmp_path, shown("Ada"), stranger, shown("Augusta")) == []


def test_a_write_that_was_under_way_may_have_come_later(tmp_path: Path) -> None:
    stranger = {**said("POST", "/5/merge", 200, "{}", "{}"), "time": 5000}
    assert found(tmp_path, stranger, shown("Ada"), shown("Augusta")) == []


def test_a_write_that_began_during_a_read_may_have_come_later(tmp_path: Path) -> None:
    stranger = said("POST", "/5/merge", 200, "{}", "{}")
    assert found(tmp_path, {**shown("Ada"), "time": 1500}, stranger, shown("Augusta")) == []


def test_a_write_whose_body_is_not_in_the_file_may_change_anybody(tmp_path: Path) -> None:
    lost = said("PUT", "/6", 200, '{"message":"OK","id":6}')
    lost["request"]["bodySize"] = 300
    assert found(tmp_path, shown("Ada"), lost, shown("Augusta")) == []


def test_contacts_by_another_kind_of_id_may_be_anybody(tmp_path: Path) -> None:
    groups = said("DELETE", "", 200, '{"message":"OK"}', '["ada"]')
    query = "byType=id&groupId=1&idType=externalId"
    groups["request"]["url"] = f"{BASE.replace('/contacts/', '/groups/')}/contacts?{query}"
    assert found(tmp_path, shown("Ada"), groups, shown("Augusta")) == []


def test_another_organizations_contact_is_another_contact(tmp_path: Path) -> None:
    other = shown("Augusta")
    other["request"]["url"] = other["request"]["url"].replace(str(ORGANIZATION), "12")
    assert found(tmp_path, shown("Ada"), other, shown("Ada")) == []


def test_answers_from_a_cache_are_no_answers(tmp_path: Path) -> None:
    assert found(tmp_path, shown("Ada"), {**shown("Augusta"), "_fromCache": "disk"}, shown("Ada")) == []


def test_a_refused_read_and_a_redirected_one_say_nothing(tmp_path: Path) -> None:
    refused = said("GET", "/5", 403, '{"no":1}')
    moved = said("GET", "/5", 302, "")
    assert found(tmp_path, shown("Ada"), refused, moved, shown("Ada")) == []


def test_a_read_that_came_too_early_is_told_by_the_next_one(tmp_path: Path) -> None:
    done = f'{{"message":"OK","id":5,"baseUri":"{BASE}/","instanceUri":"{BASE}/5"}}'
    written = said("PUT", "/5", 200, done, '{"externalId":"ada","firstName":"Augusta","lastName":"L"}')
    wrong = found(tmp_path, shown("Ada"), deepcopy(written), shown("Ada"))
    assert wrong
    assert found(tmp_path, shown("Ada"), written, shown("Ada"), shown("Augusta")) == []


@pytest.mark.parametrize("status", [407, 408, 421, 425])
def test_the_answer_of_a_proxy_or_a_connection_is_none_of_the_server(tmp_path: Path, status: int) -> None:
    sent = '{"externalId":"ada","firstName":"Bea","lastName":"L"}'
    calls = [shown("Ada"), said("PUT", "/5", status, "<html>no</html>", sent), shown("Bea")]
    file = write_har(tmp_path / "t.har", timed(calls))
    traffic = read_traffic(file, ("everbridge",), Targets(), named=True)
    conduct = Conduct(("everbridge",), Targets(), "recorded", 0, (), strict=True, report_dir=tmp_path)
    _, heard = judge_traffic(traffic, conduct)
    assert not conduct.observed.tally("everbridge").breaches
    assert heard.judged == 2
