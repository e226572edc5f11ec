"""What the reference server remembers: documents, identities and counters, in any SQL database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from contact_contracts.exchange import Json
from contact_contracts.reference.statements import METADATA, STATEMENTS, Prepared


class DatabaseError(Exception):
    """The database cannot be opened; the text says which and why, without its password."""


class IdentityTakenError(Exception):
    """Another document has this identity already; `owner` is its key."""

    def __init__(self, identity: str, value: str, owner: str) -> None:
        """Remember which identity clashed and who has it."""
        super().__init__(f"{identity} {value!r} belongs to {owner}")
        self.owner = owner


def _spelled(text: str) -> str:
    """The text in ASCII, so that NUL and lone surrogates are as storable as any other character."""
    return json.dumps(text)[1:-1]


def _read(spelled: str) -> str:
    return str(json.loads(f'"{spelled}"'))


class Database:
    """One open database. Everything happens in `transaction()`, one at a time."""

    def __init__(self, url: str | None = None) -> None:
        """Open the database and make its tables; without a URL it lives and dies with the process."""
        try:
            self._engine = _engine(url)
            METADATA.create_all(self._engine)
            self.connection = self._engine.connect()
        except (SQLAlchemyError, ModuleNotFoundError) as trouble:
            raise DatabaseError(_complaint(url, trouble)) from trouble
        self.prepared = {name: Prepared(one, self._engine) for name, one in STATEMENTS.items()}
        self._lock = RLock()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Commit on leaving, or roll back when the block raises; what is committed survives a kill."""
        with self._lock, self.connection.begin():
            yield self.connection

    def family(self, family: str) -> Store:
        """The part of the database that belongs to one family."""
        return Store(self, family)

    def close(self) -> None:
        """Give the connection back and drop the engine."""
        self.connection.close()
        self._engine.dispose()


class Store:
    """One family's documents.

    A document is a JSON object under a kind ("contact") and a key; it may own identities, texts that are
    unique within their kind and name ("externalId"). Call everything inside `transaction()`.
    """

    def __init__(self, database: Database, family: str) -> None:
        """Narrow the database to one family."""
        self._database = database
        self._family = family

    def transaction(self) -> Any:
        """A context manager: all that happens inside it happens, or none of it."""
        return self._database.transaction()

    def get(self, kind: str, key: str) -> dict[str, Json] | None:
        """A fresh copy of the document, or None."""
        body = self._run("get", at_kind=kind, at_name=_spelled(key)).scalar()
        return None if body is None else json.loads(body)

    def insert(self, kind: str, key: str, document: Mapping[str, Json]) -> None:
        """Add a document; raises sqlalchemy's IntegrityError when the key is in use."""
        self._run("insert", new_kind=kind, new_name=_spelled(key), new_body=json.dumps(document))

    def replace(self, kind: str, key: str, document: Mapping[str, Json]) -> None:
        """Put a new document in place of one that exists."""
        self._run("replace", at_kind=kind, at_name=_spelled(key), new_body=json.dumps(document))

    def delete(self, kind: str, key: str) -> None:
        """Remove a document with its identities; one that is not there is no error."""
        self._run("release all", at_kind=kind, at_name=_spelled(key))
        self._run("delete", at_kind=kind, at_name=_spelled(key))

    def count(self, kind: str) -> int:
        """How many documents of a kind there are."""
        return int(self._run("count", at_kind=kind).scalar_one())

    def list(self, kind: str, offset: int = 0, limit: int = 2**31 - 1) -> Sequence[dict[str, Json]]:
        """Documents of a kind, oldest first."""
        rows = self._run("list", at_kind=kind, limit=limit, offset=offset)
        return [json.loads(body) for body in rows.scalars()]

    def find(self, kind: str, identity: str, value: str) -> str | None:
        """The key of the document that owns an identity, or None."""
        owner = self._run("owner", at_kind=kind, at_identity=identity, at_value=_spelled(value)).scalar()
        return None if owner is None else _read(owner)

    def claim(self, kind: str, identity: str, value: str, key: str) -> None:
        """Give a document an identity; raises IdentityTakenError when another one has it."""
        owner = self.find(kind, identity, value)
        if owner == key:
            return
        if owner is not None:
            raise IdentityTakenError(identity, value, owner)
        row = {"new_kind": kind, "new_identity": identity, "new_value": _spelled(value)}
        try:
            self._run("claim", **row, new_name=_spelled(key))
        except IntegrityError as clash:  # another server process on the same database was quicker
            raise IdentityTakenError(identity, value, "another document") from clash

    def release(self, kind: str, identity: str, value: str) -> None:
        """Take an identity away from whoever has it."""
        self._run("release", at_kind=kind, at_identity=identity, at_value=_spelled(value))

    def next_number(self, counter: str, start: int = 1) -> int:
        """The next number of a counter, beginning with `start`; a number is never given twice."""
        last = self._run("counter", at_counter=counter).scalar()
        if last is None:
            self._run("start counter", new_counter=counter, new_value=start)
            return start
        self._run("count up", at_counter=counter, new_value=last + 1)
        return int(last) + 1

    def _run(self, statement: str, **values: Any) -> CursorResult[Any]:
        values["at_family"] = values["new_family"] = self._family
        return self._database.prepared[statement].run(self._database.connection, values)


def _engine(url: str | None) -> Engine:
    address = make_url(url or "sqlite://")
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True)
    # One connection serves every thread; `transaction()` lets in one at a time.
    engine = create_engine(address, poolclass=StaticPool, connect_args={"check_same_thread": False, "timeout": 30})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _complaint(url: str | None, trouble: Exception) -> str:
    try:
        shown = make_url(url or "sqlite://").render_as_string(hide_password=True)
    except SQLAlchemyError:
        return (
            "the database URL cannot be read; write it as sqlite:///file.db or postgresql+psycopg://user@host/name"
        )
    reason = str(getattr(trouble, "orig", None) or trouble).splitlines()[0]
    return f"cannot open the database {shown}: {reason}"


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions behind SQLAlchemy's back
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


def _begin_sqlite(connection: Connection) -> None:
    # Locks at once: two processes that read before they write cannot both have read the same state.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
