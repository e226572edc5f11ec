"""The parts of the comparison with peers that run nothing: reading findings, drawing, counting, the page."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.peers.exampled import report_of
from scripts.peers.examples import EXAMPLES
from scripts.peers.findings import Report, Tally, Tried, sample
from scripts.peers.fuzzing import failures_in
from scripts.peers.page import page
from scripts.peers.plan import PEERS, Servers, chosen, planned, suits_all
from scripts.peers.validating import requirement
from scripts.proof.judgement import FaultCard

JUNIT = """<testsuite><testcase name="Update. EX:update"><failure message="wrong">
  &gt;&gt; RESPONSE.BODY.paths[1].value
  &gt;&gt; RESPONSE.BODY.paths[0].value
</failure></testcase><testcase name="Read. EX:read"/></testsuite>"""


def card(name: str, *, rare: bool = False) -> FaultCard:
    return FaultCard(
        id=f"bird/{name}", family="bird", breaks=("bird.a",), also=(), rare=rare, summary="Does it otherwise."
    )


def a_report(*complaints: str) -> Report:
    return Report(frozenset(complaints), requests=10, seconds=2.0)


def test_specmatic_complaints_name_test_and_place_without_positions() -> None:
    assert report_of(JUNIT) == Report(frozenset({"Update. EX:update: RESPONSE.BODY.paths[].value"}), 2)


def test_schemathesis_failures_are_found_however_deep_they_lie() -> None:
    told = {"steps": [{"checks": [{"failure": {"title": "A"}}, {"failure": None}]}, {"failure": {"title": "B"}}]}
    assert [each["title"] for each in failures_in(told)] == ["A", "B"]


def test_the_same_seed_draws_the_same_faults_of_each_kind() -> None:
    cards = [card(f"{kind}-{number}", rare=kind == "rare") for kind in ("plain", "rare") for number in range(9)]
    drawn = sample(reversed(cards), 1, 3)
    assert drawn == sample(cards, 1, 3)
    assert [each.rare for each in drawn] == [False] * 3 + [True] * 3
    assert drawn != sample(cards, 2, 3)
    assert len(sample(cards, 1, None)) == 18


def test_a_complaint_about_the_right_server_too_finds_no_fault() -> None:
    tally = Tally("peer", "bird", right=[a_report("usual")])
    tally.tried = [Tried(card("a"), a_report("usual")), Tried(card("b", rare=True), a_report("usual", "new"))]
    told = tally.to_dict()
    assert (told["plain"], told["rare"]) == ({"good": 0, "of": 1}, {"good": 1, "of": 1})
    assert told["false_alarms"] == ["usual"]


def test_what_only_one_right_server_gives_rise_to_counts_as_chance() -> None:
    assert Tally("peer", "bird", right=[a_report("a"), a_report("a", "b")]).by_chance() == 1


def test_of_a_variation_only_new_complaints_count() -> None:
    tally = Tally("peer", "bird", right=[a_report("usual")], varied={"gzip": a_report("usual", "packed")})
    assert tally.to_dict()["variations"] == {"gzip": ["packed"]}


def test_every_peer_has_been_run_on_a_server_before_the_next_one_has_its_turn() -> None:
    orders = planned({"bird": Servers([card("a"), card("b", rare=True)], ["gzip"])}, PEERS, 1)
    runners = len(PEERS) - 1  # the validator looks at the exchanges of another
    turns = [orders[at : at + runners] for at in range(0, len(orders), runners)]
    assert [{(each.fault, each.variation) for each in turn} for turn in turns[1:4]] == [
        {(card("a"), "")},
        {(card("b", rare=True), "")},
        {(None, "gzip")},
    ]


@pytest.mark.parametrize(("text", "names"), [("", PEERS), ("openapi", ("openapi-core",)), ("unheard of", ())])
def test_the_first_letters_choose_a_peer(text: str, names: tuple[str, ...]) -> None:
    assert chosen(text, PEERS) == names


def test_variations_that_a_target_file_has_to_speak_of_are_not_tried() -> None:
    assert [name for name in ("gzip", "no-creation", "lagging-reads") if suits_all(name)] == ["gzip"]


def test_examples_carry_the_answer_that_they_are_given() -> None:
    told = EXAMPLES["conga"][0].to_dict("conga", {"Success": True})
    assert told["http-response"] == {"status": 200, "body": {"Success": True}}
    assert told["http-request"]["headers"]["Content-Type"] == "application/json"


def test_the_validator_has_one_exact_version_in_the_project_file() -> None:
    assert requirement().startswith("openapi-core==")


def test_the_page_tells_what_was_found_where_and_what_could_not_run() -> None:
    tally = Tally("Schemathesis", "bird", right=[a_report("usual")], varied={"gzip": a_report("packed")})
    tally.tried = [Tried(card("a"), a_report("new"))]
    text = page(data(tally.to_dict()))
    assert "| Schemathesis | 1 of 1 | 0 of 0 | 1 | 1 of 1 |" in text
    assert "| a | yes |" in text
    assert "- Schemathesis, gzip: packed" in text
    assert "- Specmatic was not run: java not found." in text
    assert "schemathesis 4.0" in text
    assert "## Where a peer is better" in text


def test_a_page_from_a_busy_machine_or_a_stopped_run_says_so_first() -> None:
    told = data(Tally("Schemathesis", "bird").to_dict())
    assert "**The machine was busy" not in page(told)
    told |= {"load": {"before": 9.0, "after": 9.0, "cores": 2}, "runs": {"done": 2, "planned": 3}}
    text = page(told)
    assert text.index("**The machine was busy") < text.index("| peer |")
    assert "stopped after 2 of 3 runs" in text


def data(*results: dict[str, Any]) -> dict[str, Any]:
    return {
        "date": "2026-01-01",
        "runs": {"done": 3, "planned": 3},
        "seconds": 5,
        "load": {"before": 0.1, "after": 0.2, "cores": 2},
        "python": "3.11",
        "versions": {"schemathesis": "4.0"},
        "absent": {"Specmatic": "java not found"},
        "settings": {"of_a_kind": 3, "seed": 1, "jobs": 2, "effort": "quick"},
        "results": results,
    }
