"""A conversation with one target: patience with slow reads, broken messages, and contacts that are nobody's."""

from __future__ import annotations

import httpx
import pytest

from contact_contracts.judge.blame import settled_breaches
from contact_contracts.transport import Blocked, Call, NotAllowed
from tests.drivers.lagging import ANN, Imagined, session
from tests.transport.imagined import BATCH, CONTRACT, READ, WRITE

BODY = {"firstName": "Ann", "lastName": "Lee", "externalId": "ann", "recordTypeId": 101, "suffix": "Jr."}
PUT = Call("updateContact", WRITE.path_params, body=BODY)
CREATE = Call("createContact", {"organizationId": "12"}, body=BODY)


def reported(server: Imagined, *calls: str, wait: float) -> set[str]:
    """The clauses reported after writing and reading Ann, given how long reads may lag."""
    talk = session(server, read_after_write_seconds=wait)
    for name in calls:
        if name == "read":
            talk.read(READ)
        else:
            talk.call(PUT)
    return {clause for seen in settled_breaches(talk.tally, CONTRACT) for clause in seen.breach.clauses}


def test_a_lagging_read_is_repeated_and_not_reported() -> None:
    server = Imagined(lag=3.0)
    assert reported(server, "read", "write", "read", wait=5.0) == set()
    assert server.calls.count(f"GET /contacts/12/{ANN}") > 2


def test_once_it_is_known_how_long_reads_lag_one_read_after_that_time_is_enough() -> None:
    server = Imagined(lag=3.0)
    talk = session(server, read_after_write_seconds=5.0)
    for name in ("A", "B", "C"):
        talk.call(Call("updateContact", WRITE.path_params, body={**BODY, "firstName": name}))
        before, started = len(server.calls), server.clock.now
        talk.read(READ)
    assert len(server.calls) - before == 1
    assert 3.0 <= server.clock.now - started < 5.0


def test_a_read_that_lags_longer_than_the_target_file_says_is_reported() -> None:
    assert reported(Imagined(lag=30.0), "read", "write", "read", wait=5.0) != set()


def test_where_reads_may_not_lag_nothing_is_waited_for() -> None:
    server = Imagined(lag=0.1)
    assert reported(server, "read", "write", "read", wait=0.0) != set()
    assert server.clock.now == Imagined().clock.now
    assert server.calls.count(f"GET /contacts/12/{ANN}") == 3


SAVED = httpx.Response(200, json={"message": "OK", "id": int(ANN), "baseUri": "/", "instanceUri": f"/{ANN}"})
REFUSED = httpx.Response(400, json={"status": 400, "message": "no"})
LIFECYCLE = "everbridge.lifecycle.any-sequence"


def once_behind(write: int) -> Imagined:
    """A server that shows a contact as it had been, in the first read after one of the writes."""
    server = Imagined()

    def odd(request: httpx.Request) -> httpx.Response | None:
        writes = sum(call.startswith("PUT") for call in server.calls)
        behind = request.method == "GET" and writes == write and server.calls[-2].startswith("PUT")
        return httpx.Response(200, json={"message": "OK", "result": server.history[-2][2]}) if behind else None

    server.odd = odd
    return server


def always_behind() -> Imagined:
    """A server that shows a contact as it was before the last write."""
    server = Imagined()

    def odd(request: httpx.Request) -> httpx.Response | None:
        if request.method != "GET":
            return None
        past = server.history[:-1] or server.history
        return httpx.Response(200, json={"message": "OK", "result": past[-1][2]})

    server.odd = odd
    return server


def test_a_read_that_the_next_one_contradicts_speaks_against_reads_alone() -> None:
    assert reported(once_behind(1), "read", "write", "read", wait=0.0) == {LIFECYCLE}
    assert reported(once_behind(2), "read", "write", "read", wait=0.0) == set()


def test_a_server_that_is_always_one_write_behind_is_late_and_loses_nothing() -> None:
    talk = session(always_behind())
    talk.read(READ)
    for name in ("A", "B", "C"):
        talk.call(
            Call("updateContact", WRITE.path_params, body={**BODY, "firstName": name, "suffix": f"of {name}"})
        )
        talk.read(READ)
    found = settled_breaches(talk.tally, CONTRACT)
    assert {clause for seen in found for clause in seen.breach.clauses} == {LIFECYCLE}
    assert [exchange.request.method for exchange in found[0].exchanges].count("PUT") >= 1


def test_what_a_refused_call_brings_about_between_two_reads_is_no_lateness() -> None:
    server = Imagined()
    lost = dict(server.contacts[ANN])
    talk = session(server)
    talk.read(READ)
    server.odd = lambda request: SAVED if request.method == "PUT" else None
    talk.call(PUT)
    talk.read(READ)
    server.odd = lambda request: REFUSED if request.method == "PUT" else None
    talk.call(Call("updateContact", WRITE.path_params, body={**BODY, "recordTypeId": "none"}))
    server._store(ANN, {**lost, **BODY, "paths": [], "groups": []})
    talk.read(READ)
    found = {clause for seen in settled_breaches(talk.tally, CONTRACT) for clause in seen.breach.clauses}
    assert "everbridge.error.refused-changes-nothing" in found
    assert LIFECYCLE not in found


def test_a_server_that_loses_what_it_is_sent_is_not_called_late() -> None:
    server = Imagined(odd=lambda request: SAVED if request.method == "PUT" else None)
    assert reported(server, "read", "write", "read", "write", "read", wait=0.0) == {
        "everbridge.fields.each-written"
    }


def test_a_wrong_read_is_reported_once_when_the_time_is_up() -> None:
    server = Imagined(odd=lambda request: httpx.Response(404, json={}) if request.method == "GET" else None)
    started = server.clock.now
    talk = session(server, read_after_write_seconds=5.0)
    talk.call(PUT)
    talk.read(READ)
    assert [seen.times for seen in settled_breaches(talk.tally, CONTRACT)] == [1]
    assert 5.0 <= server.clock.now - started < 6.0


def test_a_read_of_what_nobody_knows_waits_first_so_that_a_stale_answer_is_not_believed() -> None:
    server = Imagined(lag=3.0)
    talk = session(server, read_after_write_seconds=5.0)
    talk.call(PUT)
    talk.believe(ANN, None)
    talk.read(READ)
    belief = talk.world.belief(ANN)
    assert belief is not None
    assert belief.get("suffix") == "Jr."


@pytest.mark.parametrize(
    "call",
    [
        Call("updateContact", {"organizationId": 12, "contactId": "77"}, body=BODY),
        Call("deleteContact", {"organizationId": 12, "contactId": "77"}),
        Call("updateContact", {"organizationId": 12, "contactId": "bob"}, (("idType", "externalId"),), body=BODY),
        Call("updateContactsBatch", BATCH.path_params, body=[{"id": int(ANN)}, {"id": 77}]),
        Call("removeContactsFromGroup", BATCH.path_params, body=[77]),
    ],
)
def test_contacts_that_are_not_the_runs_are_never_written(call: Call) -> None:
    server = Imagined()
    with pytest.raises(NotAllowed, match="not the run's to change"):
        session(server).call(call)
    assert server.calls == []


def test_a_group_removal_of_what_is_no_list_addresses_nobody() -> None:
    for body in ({"ids": [77]}, b"["):
        server = Imagined(odd=lambda _: httpx.Response(400, json={"status": 400, "message": "no"}))
        session(server).call(Call("removeContactsFromGroup", BATCH.path_params, body=body))
        assert len(server.calls) == 1


def test_an_unjudged_call_leaves_no_trace_in_the_tally() -> None:
    talk = session(Imagined())
    talk.call(PUT, judged=False)
    assert (talk.tally.held.total(), talk.tally.taken.total()) == (0, 0)


BROKEN = httpx.RemoteProtocolError("illegal status line")


def breaking(method: str) -> Imagined:
    """A server that breaks each answer to one method."""

    def odd(request: httpx.Request) -> httpx.Response | None:
        if request.method == method:
            raise BROKEN
        return None

    return Imagined(odd=odd)


def test_a_request_that_breaks_a_target_that_is_well_is_reported_as_a_server_error() -> None:
    talk = session(breaking("PUT"))
    exchange = talk.call(PUT)
    assert exchange.trouble.endswith("each time this is sent")
    found = settled_breaches(talk.tally, CONTRACT)
    assert [seen.breach.clauses for seen in found] == [("everbridge.schema.no-server-error",)]
    assert talk.gone == ""


def test_a_creation_that_breaks_is_not_sent_twice_and_the_run_goes_on() -> None:
    server = breaking("POST")
    talk = session(server)
    with pytest.raises(Blocked, match="createContact: broken message"):
        talk.call(CREATE)
    assert server.calls == ["POST /contacts/12"]
    assert (talk.gone, talk.tally.breaches) == ("", {})


def test_a_target_that_shows_no_sign_of_life_is_blocked_and_nothing_more_is_sent() -> None:
    server = breaking("PUT")
    talk = session(server)
    talk.alive = lambda: False
    with pytest.raises(Blocked, match="updateContact: broken message"):
        talk.call(PUT)
    sent = len(server.calls)
    with pytest.raises(Blocked, match="updateContact: broken message"):
        talk.read(READ)
    assert len(server.calls) == sent
    assert settled_breaches(talk.tally, CONTRACT) == []


def test_a_refused_connection_is_blocked_at_once() -> None:
    def refuse(request: httpx.Request) -> httpx.Response | None:
        raise httpx.ConnectError("refused")

    talk = session(Imagined(odd=refuse))
    with pytest.raises(Blocked, match=r"getContact: connection to \S+ refused"):
        talk.read(READ)
    assert talk.tally.breaches == {}
