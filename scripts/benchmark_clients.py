"""Measure what the generated clients cost, beside others, all in one run; write the figures into docs/clients.md.

Usage: benchmark_clients.py [--calls N] [--print]

A server of its own on a free loopback port gives the same answers each time, so that the time is the clients'.
Blocking clients take turns, 25 calls each: whatever else the machine does hits all of them alike. Peers that are
not installed are left out, and said to be: requests, httpx-aiohttp and openapi-generator-cli (which needs Java).
With --print nothing is written.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final, NamedTuple

import httpx

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "generated" / "everbridge")]

from contact_contracts.contract import specs_dir  # noqa: E402 - found by the line above
from scripts.benchmark_server import CONTACT, ORGANIZATION  # noqa: E402 - the same

DOCUMENT: Final = ROOT / "docs" / "clients.md"
BEGIN: Final = "<!-- measured: begin -->"
END: Final = "<!-- measured: end -->"
IN_FLIGHT: Final = 20
TURN: Final = 25
"""How many calls a client makes before it is another's turn."""
_CALLER: Final = ("demo", "demo")
_NAMED: Final[dict[str, Any]] = dict(zip(("username", "password"), _CALLER, strict=True))
_PATH: Final = f"/contacts/{ORGANIZATION}/5"
Call = Callable[[], object]


class Cost(NamedTuple):
    """Microseconds of a call: in all, and of work in this process, which others do not delay."""

    wall: float
    work: float


@contextmanager
def serving() -> Iterator[str]:
    """Run the server in a process of its own; gives its URL."""
    command = [sys.executable, str(ROOT / "scripts" / "benchmark_server.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield next(iter(process.stdout or ())).strip()
        finally:
            process.terminate()


def bare_httpx(url: str) -> tuple[Call, Call]:
    """What somebody writes who uses httpx and plain dictionaries."""
    client = httpx.Client(base_url=url, auth=_CALLER, timeout=30)

    def put() -> object:
        return client.put(_PATH, json=CONTACT).raise_for_status().json()

    def get() -> object:
        return client.get(_PATH).raise_for_status().json()

    return put, get


def ours(url: str) -> tuple[Call, Call]:
    """The generated client, with its checks, models and retries."""
    package, models = (
        importlib.import_module("everbridge_contacts"),
        importlib.import_module("everbridge_contacts.models"),
    )
    client = package.EverbridgeClient(**_NAMED, organization_id=ORGANIZATION, base_url=url)
    body = models.ContactReplacement.from_dict(CONTACT)
    return (lambda: client.update_contact("5", body)), (lambda: client.get_contact("5"))


def with_requests(url: str) -> tuple[Call, Call]:
    """What somebody writes who uses requests and plain dictionaries."""
    session = importlib.import_module("requests").Session()
    session.auth = _CALLER

    def answer(response: Any) -> object:
        response.raise_for_status()
        return response.json()

    whole = url + _PATH
    return (lambda: answer(session.put(whole, json=CONTACT, timeout=30))), (
        lambda: answer(session.get(whole, timeout=30))
    )


def openapi_generator(url: str, folder: Path) -> tuple[Call, Call]:
    """The client that openapi-generator makes of the same spec (on urllib3 and pydantic)."""
    home = Path(str(importlib.import_module("openapi_generator_cli").__file__)).parent
    (jar,) = home.glob("*.jar")
    command = ["java", "-jar", str(jar), "generate", "-g", "python", "-o", str(folder), "--skip-validate-spec"]
    command += ["-i", str(specs_dir("everbridge") / "openapi.yaml"), "--package-name", "peer_client"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sys.path.insert(0, str(folder))
    peer = importlib.import_module("peer_client")
    api = peer.ContactsApi(peer.ApiClient(peer.Configuration(host=url, **_NAMED)))
    body = peer.ContactReplacement.from_dict(CONTACT)
    return (lambda: api.update_contact(ORGANIZATION, "5", body)), (lambda: api.get_contact(ORGANIZATION, "5"))


def take_turns(clients: Mapping[str, Call], calls: int) -> dict[str, Cost]:
    """Return what a call costs with each client, at the median; they take turns, in random order."""
    walls: dict[str, list[float]] = {name: [] for name in clients}
    works: dict[str, list[float]] = {name: [] for name in clients}
    for call in clients.values():
        for _ in range(30):
            call()
    turns = list(clients.items())
    for _ in range(calls // TURN):
        random.shuffle(turns)
        for name, call in turns:
            for _ in range(TURN):
                began, worked = time.perf_counter(), time.process_time()
                call()
                works[name].append((time.process_time() - worked) * 1e6)
                walls[name].append((time.perf_counter() - began) * 1e6)
    return {name: Cost(statistics.median(walls[name]), statistics.median(works[name])) for name in clients}


def import_milliseconds(module: str) -> float:
    """Return the median time of importing a module in a fresh interpreter, compiled already."""
    program = f"import time; b = time.perf_counter(); import {module}; print((time.perf_counter() - b) * 1000)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", program]
    taken = [
        float(subprocess.run(command, env=environment, capture_output=True, check=True).stdout) for _ in range(9)
    ]
    return statistics.median(taken[1:])


async def rate(call: Callable[[], Awaitable[object]], total: int) -> float:
    """Return requests per second with twenty in flight."""
    await asyncio.gather(*(call() for _ in range(IN_FLIGHT)))
    left = iter(range(total))

    async def work() -> None:
        for _ in left:
            await call()

    began = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(IN_FLIGHT)))
    return total / (time.perf_counter() - began)


def asynchronous(url: str, calls: int) -> dict[str, float]:
    """Return the rates of httpx, of our client on it, and of our client on aiohttp where that is installed."""
    package = importlib.import_module("everbridge_contacts")

    async def of_ours(**options: Any) -> float:
        caller = {**_NAMED, "organization_id": ORGANIZATION, "base_url": url}
        async with package.AsyncEverbridgeClient(**caller, **options) as client:
            return await rate(lambda: client.get_contact("5"), calls)

    async def of_httpx() -> float:
        async with httpx.AsyncClient(base_url=url, auth=_CALLER, timeout=30) as client:

            async def get() -> object:
                return (await client.get(_PATH)).raise_for_status().json()

            return await rate(get, calls)

    async def on_aiohttp() -> float:
        return await of_ours(transport=importlib.import_module("httpx_aiohttp").AiohttpTransport())

    rates = {"bare httpx": asyncio.run(of_httpx()), "everbridge-contacts": asyncio.run(of_ours())}
    if found("httpx-aiohttp"):
        rates["everbridge-contacts on httpx-aiohttp"] = asyncio.run(on_aiohttp())
    return rates


def found(package: str) -> str:
    """Return the installed version, or nothing."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def blocking(url: str, calls: int, folder: Path) -> dict[str, tuple[Cost, Cost]]:
    """Return the microseconds of an update and of a read with each client."""
    clients = {"bare httpx": bare_httpx(url), "everbridge-contacts": ours(url)}
    if found("requests"):
        clients["requests"] = with_requests(url)
    if found("openapi-generator-cli") and shutil.which("java"):
        clients["openapi-generator's client"] = openapi_generator(url, folder)
    updates = take_turns({name: calls_of[0] for name, calls_of in clients.items()}, calls)
    reads = take_turns({name: calls_of[1] for name, calls_of in clients.items()}, calls)
    return {name: (updates[name], reads[name]) for name in clients}


def measure(calls: int) -> str:
    """Measure everything; returns it as Markdown."""
    with serving() as url, tempfile.TemporaryDirectory() as folder:
        taken = blocking(url, calls, Path(folder))
        rates = asynchronous(url, calls * 2)
        modules = ["httpx", "everbridge_contacts", "everbridge_contacts.api.contacts.get_contact"]
        modules += ["peer_client"] if "peer_client" in sys.modules else []
        imports = {module: import_milliseconds(module) for module in modules}
    return "\n".join([*_introduction(calls), *_tables(taken, rates, imports)])


def _introduction(calls: int) -> list[str]:
    named = ("httpx", "requests", "openapi-generator-cli", "httpx-aiohttp")
    versions = ", ".join(f"{name} {found(name) or 'not installed'}" for name in named)
    load = f"load {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores"
    return [
        f"Python {platform.python_version()}, {load}; {versions}. Medians of {calls} calls.",
        "",
    ]


def _tables(
    taken: Mapping[str, tuple[Cost, Cost]], rates: Mapping[str, float], imports: Mapping[str, float]
) -> list[str]:
    base = taken["bare httpx"]
    columns = " | over bare | ".join(("update, µs", "its work, µs", "read, µs", "its work, µs"))
    lines = [f"| blocking | {columns} | over bare |"]
    lines.append("|---|" + "--:|" * 8)
    for name, costs in taken.items():
        pairs = [pair for cost, bare in zip(costs, base, strict=True) for pair in zip(cost, bare, strict=True)]
        lines.append(f"| {name} |" + "".join(f" {spent:.0f} | {spent / bare - 1:+.0%} |" for spent, bare in pairs))
    lines += ["", f"| asynchronous, {IN_FLIGHT} in flight | reads per second |", "|---|--:|"]
    lines += [f"| {name} | {per_second:,.0f} |" for name, per_second in rates.items()]
    lines += ["", "| import | ms |", "|---|--:|"]
    names = {"peer_client": "openapi-generator's client"}
    return lines + [f"| {names.get(module, f'`{module}`')} | {spent:.0f} |" for module, spent in imports.items()]


def main(arguments: list[str]) -> int:
    """Measure, and write or print."""
    parser = argparse.ArgumentParser(description="Measure what the generated clients cost.")
    parser.add_argument("--calls", type=int, default=1500, help="how many calls each client makes")
    parser.add_argument("--print", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    measured = measure(options.calls)
    print(measured)
    if not options.print:
        before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        DOCUMENT.write_text(f"{before}{BEGIN}\n{measured}\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
