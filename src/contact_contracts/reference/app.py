"""Puts the reference server together: a database, the families on it, and pages that describe them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount

from contact_contracts.contract import load_contract
from contact_contracts.reference.credentials import Credentials
from contact_contracts.reference.endpoint import FamilyEndpoint
from contact_contracts.reference.pages import answer_trouble, pages_of
from contact_contracts.reference.registry import Family, find_family
from contact_contracts.reference.rules import FamilyRules
from contact_contracts.reference.store import Database, Store

_SEEDED = "seeded"


def create_app(
    families: Sequence[str],
    *,
    database_url: str | None = None,
    rules: Mapping[str, type[FamilyRules]] | None = None,
    credentials: Credentials | None = None,
) -> Starlette:
    """Build the server for one family at the root, or for several, each under /<family>.

    Without a database URL everything lives in memory. `rules` puts another class in place of a family's own.
    Raises ValueError for no family, UnknownFamilyError, ContractError, and DatabaseError.
    """
    if not families:
        raise ValueError("name at least one family to serve")
    chosen = {name: find_family(name) for name in families}
    contracts = {name: load_contract(name) for name in chosen}
    database = Database(database_url)
    app = Starlette(lifespan=_closing(database), exception_handlers={HTTPException: answer_trouble})
    for name, family in chosen.items():
        store = database.family(name)
        _seed_once(family, store)
        bound = (rules or {}).get(name, family.rules)(contracts[name], store, credentials or Credentials())
        prefix = prefix_of(name, families)
        app.routes.extend([*pages_of([contracts[name]], prefix), _mount(prefix, bound)])
    if len(chosen) > 1:
        app.routes.extend(pages_of([*contracts.values()]))
    return app


def prefix_of(family: str, families: Sequence[str]) -> str:
    """Where a family is served: at the root when it is alone, else under its name."""
    return "" if len(set(families)) == 1 else f"/{family}"


def _mount(prefix: str, rules: FamilyRules) -> Mount:
    mount = Mount(prefix, app=FamilyEndpoint(rules))
    # Starlette's pattern ends at a line break, and an identifier in a path may hold one.
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)
    return mount


def _seed_once(family: Family, store: Store) -> None:
    with store.transaction():
        if store.get(_SEEDED, "") is None:
            family.seed(store)
            store.insert(_SEEDED, "", {})


def _closing(database: Database) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        database.close()

    return lifespan
