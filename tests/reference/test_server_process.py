"""The server as a program: what was answered stays, nothing gets lost, and it stops when told to."""

from __future__ import annotations

import asyncio
import signal
import socket
from pathlib import Path

import httpx
import pytest

from .conftest import ORGANIZATION, contact, without
from .server_process import running, start

AUTH = ("demo", "demo")


def test_what_was_answered_200_survives_a_kill(tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'kept.db'}")
    path = f"/contacts/{ORGANIZATION}/001?idType=externalId"
    for round_ in range(3):
        with running(*database) as (process, url):
            with httpx.Client(base_url=url, auth=AUTH, trust_env=False) as client:
                if round_:
                    assert client.get(path).json()["result"]["suffix"] == str(round_ - 1)
                answer = client.put(path, json=contact(externalId="001", suffix=str(round_)))
            assert answer.status_code == 200
            process.send_signal(signal.SIGKILL)
            process.wait()


def test_concurrent_updates_lose_nothing() -> None:
    """Many callers join a contact to groups and add contacts of their own; all of it is there at the end."""
    with running() as (_, url):
        created, groups = asyncio.run(_crowd(url))
        with httpx.Client(base_url=url, auth=AUTH, trust_env=False) as client:
            found = client.get(f"/contacts/{ORGANIZATION}?pageSize=1000").json()["page"]["data"]
    assert len({*created}) == len(created) == 100
    assert {*created} <= {one["id"] for one in found}
    someone = next(one for one in found if one["externalId"] == "004")
    assert {*someone["groups"]} == {*groups}


async def _crowd(url: str) -> tuple[list[int], list[int]]:
    groups = [1, 2, 3, 151037291880441, 151037291880443]
    async with httpx.AsyncClient(base_url=url, auth=AUTH, trust_env=False) as client:
        await client.post(f"/contacts/{ORGANIZATION}", json=contact(externalId="004"))

        async def one(number: int) -> int:
            joined = contact(externalId="004", groups=[groups[number % 5]])
            await client.put(f"/contacts/{ORGANIZATION}/004?idType=externalId", json=joined)
            made = await client.post(f"/contacts/{ORGANIZATION}", json=contact(externalId=f"x-{number}"))
            return int(made.json()["id"])

        return await asyncio.gather(*(one(number) for number in range(100))), groups


def test_two_servers_on_one_file_see_each_other(tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'shared.db'}")
    path = f"/contacts/{ORGANIZATION}/001?idType=externalId"
    with running(*database) as (_, one), running(*database) as (_, other):
        body = contact(externalId="001", suffix="a")
        assert httpx.put(one + path, json=body, auth=AUTH, trust_env=False).status_code == 200
        found = httpx.get(other + path, auth=AUTH, trust_env=False).json()["result"]
    assert body.items() <= without(found, "groups").items()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly_even_with_a_connection_open(number: signal.Signals) -> None:
    with running() as (process, url), httpx.Client(base_url=url, trust_env=False) as client:
        assert client.get("/").status_code == 200
        process.send_signal(number)
        _, complaints = process.communicate(timeout=20)
    assert (process.returncode, complaints) == (0, "")


def test_it_stops_with_its_parent_when_asked_to() -> None:
    with running("--exit-with-parent") as (process, _):
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=20) == 0


def test_it_says_why_it_cannot_start() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = start("--family", "everbridge", "--port", str(taken.getsockname()[1]))
        out, complaint = process.communicate(timeout=20)
    assert (process.returncode, out, len(complaint.splitlines())) == (2, "", 1)
    assert "in use" in complaint


def test_a_huge_body_is_answered_over_a_real_connection() -> None:
    with running() as (_, url):
        path = f"{url}/contacts/{ORGANIZATION}/1"
        headers = {"content-type": "application/json"}
        answer = httpx.put(path, content=b"x" * 10_000_000, headers=headers, auth=AUTH, trust_env=False)
    assert (answer.status_code, answer.json()["status"]) == (413, 413)
