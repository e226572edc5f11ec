"""The comparison as a Markdown page. The words that judge are in `words.md` beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from scripts.peers.findings import RIGHT_SEEDS
from scripts.peers.fuzzing import HELPED, SETTINGS
from scripts.proof.pages import markdown

Data = Mapping[str, Any]
BUSY: Final = 2
"""A load of more than so much on each core is that of a busy machine: the comparison itself makes one."""
_WORD = {True: "yes", False: "no", None: "not tried"}
_HEADINGS = (
    "family",
    "peer",
    "plain found",
    "rare found",
    "false alarms",
    "variations red",
    "red by chance",
    "requests",
    "seconds",
)


def page(data: Data) -> str:
    """The whole page."""
    words = Path(__file__).with_name("words.md").read_text(encoding="utf-8")
    before, _, after = words.partition("<!-- results -->\n")
    lines = [
        *_caution(data),
        *_sums(data),
        "",
        "## By family",
        "",
        *markdown([_HEADINGS, *(_row(each) for each in data["results"])]),
        "",
        *_troubles(data),
        *_circumstances(data),
    ]
    return before + "\n".join([*lines, after, *_details(data)])


def _caution(data: Data) -> list[str]:
    """What to bear in mind with the figures, when the machine had other things to do or time was short."""
    load, runs = data["load"], data["runs"]
    lines = []
    if max(load["before"], load["after"]) > BUSY * load["cores"]:
        lines += [
            f"**The machine was busy: a load of {load['before']} before and {load['after']} after, on "
            f"{load['cores']} cores.",
            "Schemathesis ends after a fixed time and so made fewer requests than on an idle machine; our suite",
            "made all of its own. These figures favour us; run it again on an idle machine.**",
            "",
        ]
    if runs["done"] < runs["planned"]:
        lines += [
            f"It was stopped after {runs['done']} of {runs['planned']} runs. The servers come in a fixed order,",
            "each for all peers, so that all were run on the same ones but for the last few.",
            "",
        ]
    return lines


def _sums(data: Data) -> list[str]:
    peers = list(dict.fromkeys(each["peer"] for each in data["results"]))
    rows: list[tuple[str, ...]] = [("peer", "plain found", "rare found", "kinds of false alarm", "variations red")]
    for peer in peers:
        mine = [each for each in data["results"] if each["peer"] == peer]
        alarms = sum(len(each["false_alarms"]) for each in mine)
        rows.append((peer, _sum(mine, "plain"), _sum(mine, "rare"), str(alarms), _red(*mine)))
    return markdown(rows)


def _sum(results: list[Data], kind: str) -> str:
    return f"{sum(each[kind]['good'] for each in results)} of {sum(each[kind]['of'] for each in results)}"


def _red(*results: Data) -> str:
    told = [alarms for each in results for alarms in each["variations"].values()]
    return f"{sum(map(bool, told))} of {len(told)}"


def _row(each: Data) -> tuple[str, ...]:
    return (
        each["family"],
        each["peer"],
        f"{each['plain']['good']} of {each['plain']['of']}",
        f"{each['rare']['good']} of {each['rare']['of']}",
        str(len(each["false_alarms"])),
        _red(each),
        f"{each['right_by_chance']} of {each['right_runs']}",
        "none" if each["requests"] is None else f"{each['requests']:g}",
        "none" if each["seconds"] is None else f"{each['seconds']:.1f}",
    )


def _troubles(data: Data) -> list[str]:
    found = [
        f"- {each['peer']}, {each['family']}: {len(each['troubles'])} runs gave no result and count as not found; "
        f"the first: `{' '.join(each['troubles'][0].split())[-200:]}`"
        for each in data["results"]
        if each["troubles"]
    ]
    found += [f"- {peer} was not run: {why}." for peer, why in data["absent"].items()]
    return [*found, ""] if found else []


def _circumstances(data: Data) -> list[str]:
    settings, load, runs = data["settings"], data["load"], data["runs"]
    versions = ", ".join(f"{name} {number}" for name, number in data["versions"].items())
    number = settings["of_a_kind"]
    rule = (
        "all of them"
        if number is None
        else f"{number} of each kind and family, drawn with seed {settings['seed']}"
    )
    return [
        "## How it was measured",
        "",
        f"{data['date']}, {runs['done']} of {runs['planned']} runs in {data['seconds']} s, "
        f"Python {data['python']}, {versions}.",
        f"{settings['jobs']} runs at once on {load['cores']} cores; load average {load['before']} before and "
        f"{load['after']} after. On a busy machine the seconds are too many, and time limits cut runs short.",
        "",
        f"- Faults, plain and rare apart: {rule}. A draw favours no one, and the same seed draws the same.",
        f"- Right server: {RIGHT_SEEDS} runs of each peer, with seeds from {settings['seed']} on.",
        "- Variations are drawn like faults, from those of which a target file need not tell anything.",
        f"- contact-contracts: `check FAMILY --effort {settings['effort']}`.",
        f"- Schemathesis: {SETTINGS}.",
        f"- Schemathesis, helped: {HELPED}.",
        "- hand-written scenario: `scripts/peers/scenario_FAMILY.py`.",
        "- Specmatic: `test --strict` with `scripts/peers/examples.py`; their answers are the right server's own.",
        "- openapi-core: validates the exchanges of our own run; its requests are ours, its seconds come on top.",
    ]


def _details(data: Data) -> list[str]:
    lines = ["## Which faults were found", ""]
    for family in dict.fromkeys(each["family"] for each in data["results"]):
        mine = [each for each in data["results"] if each["family"] == family]
        rows: list[tuple[str, ...]] = [("fault", *(each["peer"] for each in mine))]
        found = {each["peer"]: {fault["id"]: fault["found"] for fault in each["faults"]} for each in mine}
        faults = {fault["id"]: fault for each in mine for fault in each["faults"]}
        for fault in sorted(faults.values(), key=lambda fault: (fault["rare"], fault["id"])):
            name = fault["id"].partition("/")[2] + (" (rare)" if fault["rare"] else "")
            rows.append((name, *(_WORD[found[each["peer"]].get(fault["id"])] for each in mine)))
        lines += [f"### {family}", "", *markdown(rows), "", *_alarms(mine)]
    return lines


def _alarms(results: list[Data]) -> list[str]:
    lines = [f"- {each['peer']}: {alarm}" for each in results for alarm in each["false_alarms"]]
    lines += [
        f"- {each['peer']}, {name}: {'; '.join(alarms)[:300]}"
        for each in results
        for name, alarms in each["variations"].items()
        if alarms
    ]
    return ["On the right server, and on variations of it:", "", *lines, ""] if lines else []
