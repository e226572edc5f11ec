"""Specmatic with examples: it makes a test of each and holds the answers to the contract."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import httpx
import yaml

from scripts.peers.examples import EXAMPLES
from scripts.peers.findings import Report
from scripts.peers.places import PLACES, ROOT, spec_of

VERSION: Final = "2.55.1"
MOST_SECONDS: Final = 120
_HOME: Final = ROOT / "build" / "specmatic"
_JAR: Final = _HOME / "node_modules" / "specmatic" / "specmatic.jar"
_WHERE: Final = re.compile(r">> (\S+)")
_INDEX: Final = re.compile(r"\[\d+\]")


def why_not() -> str:
    """What it lacks here; empty when it can run."""
    missing = [program for program in ("java", "npm") if shutil.which(program) is None]
    return f"{' and '.join(missing)} not found" if missing else ""


def prepare() -> None:
    """Install it, once, in a folder of its own."""
    if not _JAR.exists():
        _HOME.mkdir(parents=True, exist_ok=True)
        wanted = ["--prefix", str(_HOME), "--no-audit", "--no-fund", "--silent", f"specmatic@{VERSION}"]
        subprocess.run(["npm", "install", *wanted], check=True)


_ANSWERS: Final[dict[str, dict[str, Any]]] = {}


def learn(family: str, url: str) -> None:
    """Take the answers of the right server as the examples' answers, for it wants them whole."""
    headers = {"Authorization": PLACES[family].authorization}
    with httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=10) as client:
        _ANSWERS[family] = {
            each.name: client.request(each.method, each.path, params=dict(each.query), json=each.body).json()
            for each in EXAMPLES[family]
        }


def run_specmatic(family: str, url: str, _seed: int, folder: Path) -> Report:
    """Run it on one server."""
    examples = folder / "examples"
    examples.mkdir()
    answers = _ANSWERS[family]
    for example in EXAMPLES[family]:
        text = json.dumps(example.to_dict(family, answers.get(example.name)))
        (examples / f"{example.name.replace(' ', '_')}.json").write_text(text, encoding="utf-8")
    command = [
        *("java", "-jar", str(_JAR), "test", str(_contract(family, folder)), f"--testBaseURL={url}"),
        *("--strict", f"--examples={examples}", "--junitReportDir=junit"),
    ]
    with (folder / "log").open("wb") as log:
        try:
            subprocess.run(command, cwd=folder, stdout=log, stderr=log, timeout=MOST_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return Report(trouble=f"did not end within {MOST_SECONDS} s")
    results = sorted((folder / "junit").glob("*.xml"))
    if not results:
        return Report(trouble=(folder / "log").read_text(encoding="utf-8", errors="replace")[-400:])
    return report_of(results[0].read_text(encoding="utf-8"))


def _contract(family: str, folder: Path) -> Path:
    """A copy that offers the one way to sign in that is used: of several, it insists on bearer tokens."""
    document = yaml.safe_load(spec_of(family).read_text(encoding="utf-8"))
    if not PLACES[family].authorization.startswith("Bearer "):
        _without_bearer(document)
    copy = folder / "openapi.json"
    copy.write_text(json.dumps(document), encoding="utf-8")
    return copy


def _without_bearer(document: dict[str, Any]) -> None:
    operations = [each for path in document["paths"].values() for each in path.values() if isinstance(each, dict)]
    for place in (document, *operations):
        if "security" in place:
            place["security"] = [each for each in place["security"] if "bearer" not in each]
    document["components"]["securitySchemes"].pop("bearer", None)


def report_of(junit: str) -> Report:
    """Its complaints: test, and the places that are wrong. Values would differ from run to run."""
    cases = list(ElementTree.fromstring(junit).iter("testcase"))  # noqa: S314 - written by a program that we started
    complaints = set()
    for case in cases:
        for failure in case.iter("failure"):
            text = f"{failure.get('message') or ''} {failure.text or ''}"
            places = sorted({_INDEX.sub("[]", place) for place in _WHERE.findall(text)})
            complaints.add(f"{case.get('name')}: {', '.join(places)}")
    return Report(frozenset(complaints), len(cases))
