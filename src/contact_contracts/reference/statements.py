"""The tables of the reference server, and every statement that runs on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from sqlalchemy import (
    BigInteger,
    ClauseElement,
    Column,
    Connection,
    CursorResult,
    Engine,
    Executable,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.sql.compiler import SQLCompiler

METADATA = MetaData()
_number = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only columns declared INTEGER

_documents = Table(
    "documents",
    METADATA,
    Column("position", _number, primary_key=True, autoincrement=True),
    Column("family", String(32), nullable=False),
    Column("kind", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("family", "kind", "name"),
)
_identities = Table(
    "identities",
    METADATA,
    Column("family", String(32), primary_key=True),
    Column("kind", String(64), primary_key=True),
    Column("identity", String(64), primary_key=True),
    Column("value", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Index("identities_by_owner", "family", "kind", "name"),
)
_counters = Table(
    "counters",
    METADATA,
    Column("family", String(32), primary_key=True),
    Column("counter", String(64), primary_key=True),
    Column("value", BigInteger, nullable=False),
)


_DOCUMENT: Final = ("family", "kind", "name")
_IDENTITY: Final = ("family", "kind", "identity", "value")


def _where(table: Table, columns: Sequence[str]) -> list[Any]:
    # The prefix keeps values to look for apart from values to set: SQLAlchemy reserves the columns' own names.
    return [table.c[column] == bindparam(f"at_{column}") for column in columns]


def _new_row(table: Table, *columns: str) -> Executable:
    return insert(table).values({column: bindparam(f"new_{column}") for column in columns}).inline()


# `with_for_update` locks the row on PostgreSQL and says nothing on SQLite, where a transaction locks it all.
STATEMENTS: Final[Mapping[str, Executable]] = {
    "get": select(_documents.c.body).where(*_where(_documents, _DOCUMENT)).with_for_update(),
    "insert": _new_row(_documents, *_DOCUMENT, "body"),
    "replace": update(_documents).where(*_where(_documents, _DOCUMENT)).values(body=bindparam("new_body")),
    "delete": delete(_documents).where(*_where(_documents, _DOCUMENT)),
    "count": select(func.count()).select_from(_documents).where(*_where(_documents, _DOCUMENT[:2])),
    "list": select(_documents.c.body)
    .where(*_where(_documents, _DOCUMENT[:2]))
    .order_by(_documents.c.position)
    .limit(bindparam("limit", type_=Integer))
    .offset(bindparam("offset", type_=Integer)),
    "owner": select(_identities.c.name).where(*_where(_identities, _IDENTITY)),
    "claim": _new_row(_identities, *_IDENTITY, "name"),
    "release": delete(_identities).where(*_where(_identities, _IDENTITY)),
    "release all": delete(_identities).where(*_where(_identities, _DOCUMENT)),
    "counter": select(_counters.c.value).where(*_where(_counters, ("family", "counter"))).with_for_update(),
    "count up": update(_counters)
    .where(*_where(_counters, ("family", "counter")))
    .values(value=bindparam("new_value")),
    "start counter": _new_row(_counters, "family", "counter", "value"),
}


class Prepared:
    """A statement in the words of one database, so that no call spends time on composing it."""

    def __init__(self, statement: Executable, engine: Engine) -> None:
        """Compose the statement."""
        compiled = cast(ClauseElement, statement).compile(dialect=engine.dialect)
        self._text = str(compiled)
        self._order = cast(SQLCompiler, compiled).positiontup

    def run(self, connection: Connection, values: Mapping[str, Any]) -> CursorResult[Any]:
        """Execute it with values by name."""
        ordered = values if self._order is None else tuple(values[name] for name in self._order)
        return connection.exec_driver_sql(self._text, ordered)
