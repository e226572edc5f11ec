"""Compare request rates against one bundled Everbridge server: the suite, a bare client, stock Schemathesis.

Usage: compare_rates.py [--seconds N] [--examples N]

All run one after the other on the same machine against the same server, which is started for the purpose:
a loop that updates a typical contact and reads it back with `httpx.Client`; `contact-contracts check everbridge`
at standard, in one process and with two workers; and `schemathesis run` with a fixed number of examples per
operation and no example database. The rate of the bare loop is what client and server can do at most. Ends within
three minutes.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from os import environ
from pathlib import Path
from typing import Any, Final

import httpx

from contact_contracts.contract import specs_dir
from contact_contracts.record import read_record
from contact_contracts.target import bundled_environment

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when run as a file, not as a module

from scripts.proof.targets import target_text

FAMILY: Final = "everbridge"
LIMIT_SECONDS: Final = 55.0
"""After which a run is stopped; it then has no rate."""
_COMMAND: Final = "from contact_contracts.cli import main; main()"
_CONTACT: Final[dict[str, Any]] = {
    "firstName": "Ada",
    "lastName": "Lovelace",
    "externalId": "benchmark",
    "recordTypeName": "Employee",
    "timezoneId": "Europe/London",
    "paths": [
        {"prompt": "email", "value": "ada@example.com"},
        {
            "prompt": "phone",
            "value": "2079460018",
            "countryCode": "GB",
            "quietTimeFrames": [
                {"name": "night", "days": [2, 3], "fromHour": 22, "fromMin": 30, "toHour": 6, "toMin": 0}
            ],
        },
    ],
    "address": [{"locationName": "Home", "streetAddress": "1 Main St", "city": "Bath", "country": "GB"}],
    "groups": [1, 2],
    "topics": [7001],
}


@dataclass(frozen=True)
class Rate:
    """How fast something sent requests."""

    name: str
    requests: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Requests per second, start-up included."""
        return self.requests / self.seconds if self.seconds else 0.0

    def line(self) -> str:
        """One row of the table."""
        return f"{self.name:40} {self.requests:8} requests {self.seconds:7.1f} s {self.per_second:8.0f} requests/s"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run them and print their rates; 1 when one of them has none."""
    parser = argparse.ArgumentParser(prog="compare_rates.py", description="Compare request rates.")
    parser.add_argument(
        "--seconds", type=float, default=5.0, help="length of the bare loop (default: %(default)s)"
    )
    parser.add_argument("--examples", type=int, default=20, help="of Schemathesis, per operation (default: 20)")
    options = parser.parse_args(arguments)
    rates = []
    with server() as url:
        bare = partial(bare_client, url, options.seconds)
        checks = (partial(suite, url, workers) for workers in (0, 2))
        for measure in (bare, *checks, partial(schemathesis, url, options.examples)):
            rates.append(measure())
            print(rates[-1].line(), flush=True)
    return 0 if all(rate.requests for rate in rates) else 1


@contextmanager
def server() -> Iterator[str]:
    """The bundled server; its URL."""
    command = [sys.executable, "-P", "-m", "contact_contracts.reference", "--family", FAMILY, "--exit-with-parent"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            announced = process.stdout.readline() if process.stdout else b""
            yield json.loads(announced)["urls"][FAMILY]
        finally:
            process.terminate()


def bare_client(url: str, seconds: float) -> Rate:
    """Update one contact and read it back, over and over."""
    place = f"{url}/contacts/892807736729062"
    with httpx.Client(auth=_credentials(), trust_env=False) as client:
        client.post(place, json=_CONTACT).raise_for_status()
        one = f"{place}/benchmark?idType=externalId"
        requests = 0
        started = time.perf_counter()
        while time.perf_counter() - started < seconds:
            client.put(one, json={**_CONTACT, "suffix": str(requests % 10)}).raise_for_status()
            client.get(one).raise_for_status()
            requests += 2
        return Rate("httpx.Client, PUT and GET", requests, time.perf_counter() - started)


def _credentials() -> tuple[str, str]:
    known = bundled_environment()
    return known["CONTACT_CONTRACTS_DEMO_USER"], known["CONTACT_CONTRACTS_DEMO_PASSWORD"]


def suite(url: str, workers: int) -> Rate:
    """`contact-contracts check` at standard with so many workers, as its own record counts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "target.toml").write_text(target_text(FAMILY, url), encoding="utf-8")
        command = [sys.executable, "-c", _COMMAND, "check", FAMILY, "--effort", "standard", "--seed", "1"]
        command += ["--target", str(folder / "target.toml"), "--report-dir", name, "-n", str(workers)]
        seconds = _timed(command, folder, {**environ, **bundled_environment()})
        footer = read_record(folder / "run.jsonl", allow_unfinished=True).footer
        how = f" -n {workers}" if workers else ""
        return Rate(f"contact-contracts check{how}, standard", footer.requests if footer else 0, seconds)


def schemathesis(url: str, examples: int) -> Rate:
    """`schemathesis run` as it comes, as its own summary counts."""
    with tempfile.TemporaryDirectory() as name:
        user, password = _credentials()
        command = [sys.executable, "-m", "schemathesis.cli", "run", str(specs_dir(FAMILY) / "openapi.yaml")]
        command += ["--url", url, "--auth", f"{user}:{password}", "--max-examples", str(examples), "--seed", "1"]
        command += ["--generation-database", "none", "--continue-on-failure", "--no-color"]
        seconds = _timed(command, Path(name), dict(environ))
        said = (Path(name) / "output.txt").read_text(encoding="utf-8", errors="replace")
        return Rate("schemathesis run", counted(said), seconds)


def counted(summary: str) -> int:
    """How many test cases Schemathesis says that it sent; 0 where it does not say."""
    found = re.search(r"([\d,]+) generated", summary)
    return int(found[1].replace(",", "")) if found else 0


def _timed(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    """Run a command in a folder of its own, its output in a file; return the seconds that it took."""
    started = time.perf_counter()
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            process.wait(LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            process.terminate()
            process.wait()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
