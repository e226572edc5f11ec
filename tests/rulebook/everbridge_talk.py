"""A conversation with an imagined Everbridge server: calls and answers are written down, the judge hears them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from contact_contracts.contract import load_contract
from contact_contracts.exchange import Credential, Exchange, Json, Request, Response
from contact_contracts.judge.hearing import hear
from contact_contracts.judge.outcome import RunFacts, judge_run
from contact_contracts.judge.tally import Tally
from contact_contracts.judge.verdicts import ClauseVerdict, Finding
from contact_contracts.rulebook.everbridge import EverbridgeRulebook, Facts
from contact_contracts.rulebook.world import EMPTY_WORLD, World

Body = dict[str, Json]
CONTRACT = load_contract("everbridge")
ORGANIZATION = "12"
ANN, BOB = 90071992547409931, 90071992547409933
"""Beyond 2**53, where a float would make them the same number."""
EMPLOYEE, STUDENT = 101, 102
NIGHT, FIRE, CREW = 201, 202, 203
COLOUR, SKILL = 301, 302
MOBILE, MAIL, DESK = 401, 402, 403
FACTS = Facts(
    organization_id=ORGANIZATION,
    record_types={EMPLOYEE: "Employee", STUDENT: "Student"},
    groups={NIGHT: "Night shift", FIRE: "Fire wardens", CREW: "Crew"},
    attributes={COLOUR: "Colour", SKILL: "Skill"},
    paths={MOBILE: "Mobile", MAIL: "Mail", DESK: "Desk"},
)


def sent(contact: int = ANN, **fields: Json) -> Body:
    """The smallest legal body of a PUT, with more fields; None leaves one out."""
    name = "ann" if contact == ANN else "bob"
    body: Body = {"firstName": name.title(), "lastName": "Lee", "externalId": name, "recordTypeId": EMPLOYEE}
    return {member: value for member, value in {**body, **fields}.items() if value is not None}


def shown(contact: int = ANN, **fields: Json) -> Body:
    """The same contact as a read shows it."""
    return {"id": contact, **sent(contact, **fields)}


def modified(contact: int = ANN) -> Body:
    """The answer to an accepted PUT."""
    base = f"https://eb.example/contacts/{ORGANIZATION}/"
    return {"message": "OK", "id": contact, "baseUri": base, "instanceUri": f"{base}{contact}"}


def error(status: int = 400) -> Body:
    """The answer to a refused call."""
    return {"status": status, "message": "no"}


@dataclass
class Talk:
    """Beliefs and observations so far."""

    facts: Facts = FACTS
    tally: Tally = field(default_factory=Tally)
    world: World = EMPTY_WORLD
    calls: int = 0
    focus: tuple[str, ...] = ()
    """The clauses that the test of the calls to come is about."""

    def put(
        self,
        body: Json,
        *,
        contact: int | str = ANN,
        status: int = 200,
        answer: Json = None,
        by: str = "",
        credential: Credential = "default",
        organization: str = ORGANIZATION,
    ) -> None:
        """A PUT of one contact with the answer to it."""
        told = modified(ANN if isinstance(contact, str) else contact) if status == 200 else error(status)
        params = {"organizationId": organization, "contactId": str(contact)}
        self.say("updateContact", params, body, status, told if answer is None else answer, by, credential)

    def batch(
        self,
        rows: Json,
        *,
        status: int = 200,
        code: int = 100,
        data: list[Json] | None = None,
        answer: Json = None,
        by: str = "",
        update_type: str = "full",
        credential: Credential = "default",
        organization: str = ORGANIZATION,
    ) -> None:
        """A batch with the answer to it."""
        told: Json = {"message": "OK", "code": code} if status == 200 else error(status)
        if data is not None:
            told = {**told, "data": data}
        query = (("updateType", update_type),) if update_type else ()
        params = {"organizationId": organization}
        told = told if answer is None else answer
        self.say("updateContactsBatch", params, rows, status, told, by, credential, query)

    def read(self, contact: Json, *, key: int | str = ANN, by: str = "") -> None:
        """A read of a contact; None: it is not found."""
        status = 404 if contact is None else 200
        answer = error(404) if contact is None else {"message": "OK", "result": contact}
        self.say("getContact", {"organizationId": ORGANIZATION, "contactId": str(key)}, None, status, answer, by)

    def say(  # noqa: PLR0917 - a call has as many parts
        self,
        operation: str,
        params: Mapping[str, str],
        body: Json,
        status: int,
        answer: Json,
        by: str = "",
        credential: Credential = "default",
        query: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Any call with its answer; bytes go as they are, and an answer that is text stands for trouble."""
        request = Request(
            operation,
            CONTRACT.operations[operation].method,
            f"https://eb.example/{operation}/{'/'.join(params.values())}",
            params,
            (*query, *((("idType", by),) if by else ())),
            body=_bytes(body),
            credential=credential,
        )
        headers = {"content-type": "application/json"}
        response = None if isinstance(answer, str) else Response(status, headers, _bytes(answer) or b"")
        self.hear(request, response, answer if isinstance(answer, str) else "")

    def hear(self, request: Request, response: Response | None, trouble: str = "") -> None:
        """Bring one exchange before the judge."""
        self.calls += 1
        exchange = Exchange(self.calls, request, response, trouble)
        hearing = hear(EverbridgeRulebook(CONTRACT, self.facts), CONTRACT, self.world, exchange)
        self.world = hearing.world
        self.tally.add(hearing, f"a test of {self.focus}", self.focus)

    def judged(self) -> tuple[list[ClauseVerdict], list[Finding]]:
        """The verdicts and findings of a run that consists of this conversation."""
        facts = RunFacts(selected=set(CONTRACT.clauses))
        return judge_run(CONTRACT, self.tally, facts)

    @property
    def findings(self) -> list[Finding]:
        """What is reported."""
        return self.judged()[1]

    @property
    def reported(self) -> set[str]:
        """The rules that are reported as broken, without the family."""
        return {finding.clause.partition(".")[2] for finding in self.findings}

    def verdict(self, rule: str) -> ClauseVerdict:
        """The verdict on one rule."""
        return next(row for row in self.judged()[0] if row.clause == f"everbridge.{rule}")

    @property
    def readings(self) -> dict[str, str]:
        """The readings of open clauses that were seen."""
        return {row.clause.partition(".")[2]: row.reading for row in self.judged()[0] if row.reading}


def _bytes(value: Json) -> bytes | None:
    if value is None or isinstance(value, bytes):
        return value
    return json.dumps(value, ensure_ascii=False).encode()


def after_reading(*contacts: Body) -> Talk:
    """A conversation that began with a read of these contacts, or of plain Ann."""
    talk = Talk()
    for contact in contacts or (shown(),):
        talk.read(contact, key=contact["id"])
    return talk


def settled(before: Body, body: Body, after: Body, **how: Json) -> Talk:
    """A read, a PUT, and a read."""
    talk = after_reading(before)
    talk.put(body, **how)
    talk.read(after)
    return talk
