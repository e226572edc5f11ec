"""Reads a target file, and says precisely what is wrong with one that cannot be used."""

from __future__ import annotations

import os
import re
import ssl
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from contact_contracts.contract import did_you_mean, load_contract
from contact_contracts.target.errors import TargetError
from contact_contracts.target.explain import sentence, written_path
from contact_contracts.target.locate import KeyPath, line_of
from contact_contracts.target.models import FamilyTarget
from contact_contracts.target.targets import FAMILY_MODELS, Targets


def load_targets(
    path: Path | None,
    *,
    families: Collection[str] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Targets:
    """Return what the target file says.

    Without a path there is nothing to read, and the result names no family: the bundled servers stand in.
    ``families`` limits the reading to the tables of a run, so that only their variables need be set.
    Raises TargetError with file, line and remedy.
    """
    if path is None:
        return Targets()
    text = _read(path)
    tables = _parse(path, text)
    wanted = _wanted(path, text, tables, families)
    context = {"environment": os.environ if environment is None else environment, "directory": path.parent}
    file = _File(path, text, context)
    return Targets.model_validate(
        {"source": path, **{name: file.family_target(name, tables[name]) for name in wanted}}
    )


def named_families(path: Path) -> tuple[str, ...]:
    """Return the families that the target file has a table for; TargetError when it cannot be read."""
    text = _read(path)
    return _wanted(path, text, _parse(path, text), None)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TargetError(
            "there is no such file; write one with `contact-contracts target init`", path=path
        ) from None
    except UnicodeDecodeError:
        raise TargetError("the file is not UTF-8 text; save it as UTF-8", path=path) from None
    except OSError as error:
        raise TargetError(f"the file cannot be read: {error.strerror}", path=path) from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TargetError("this is nested too deeply for a target file", path=path) from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        problem = str(error).partition(" (at ")[0]
        raise TargetError(f"this is not valid TOML: {problem}", path=path, line=line) from None


def _wanted(path: Path, text: str, tables: Mapping[str, Any], families: Collection[str] | None) -> tuple[str, ...]:
    """Return the families to read, after a look at the file's top level."""
    for name, table in tables.items():
        line = line_of(text, (name,))
        known = ", ".join(FAMILY_MODELS)
        if name not in FAMILY_MODELS:
            hint = did_you_mean(name, FAMILY_MODELS)
            raise TargetError(f"unknown key {name}{hint}; the tables are: {known}", path=path, line=line)
        if not isinstance(table, dict):
            raise TargetError(f"{name}: expected a table, written [{name}]", path=path, line=line)
    found = tuple(name for name in FAMILY_MODELS if name in tables)
    if not found:
        raise TargetError(f"the file names no family; add a table, one of: {', '.join(FAMILY_MODELS)}", path=path)
    missing = [name for name in families or () if name not in found]
    if missing:
        raise TargetError(
            f"there is no table [{missing[0]}]; add it, or leave {missing[0]} out of the run", path=path
        )
    return found if families is None else tuple(name for name in found if name in families)


class _File:
    """A target file while it is being checked: knows how to complain about a place in itself."""

    def __init__(self, path: Path, text: str, context: Mapping[str, Any]) -> None:
        self.path = path
        self.text = text
        self.context = dict(context)

    def family_target(self, family: str, table: Mapping[str, Any]) -> FamilyTarget:
        model = FAMILY_MODELS[family]
        try:
            target = model.model_validate(with_tuples(table), context=self.context)
        except ValidationError as error:
            raise self._first_error(family, error) from None
        self._check_against_contract(target)
        self._check_files(target)
        return target

    def _error(self, problem: str, path: KeyPath) -> TargetError:
        return TargetError(problem, path=self.path, line=line_of(self.text, path))

    def _first_error(self, family: str, error: ValidationError) -> TargetError:
        """Return the most helpful complaint, and say how many more there are."""
        model = FAMILY_MODELS[family]
        errors = error.errors(include_url=False)
        first = min(errors, key=lambda each: self._urgency(family, each))
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        problem = f"[{family}] {sentence(model, first)}{more}"
        return self._error(problem, (family, *written_path(model, first["loc"])))

    def _urgency(self, family: str, error: ErrorDetails) -> tuple[bool, int]:
        """Order complaints: unknown keys first, as a misspelt key explains the missing one; then by line."""
        line = line_of(self.text, (family, *written_path(FAMILY_MODELS[family], error["loc"])))
        return error["type"] != "extra_forbidden", line or 0

    def _check_against_contract(self, target: FamilyTarget) -> None:
        if not (target.lacks or target.known_deviations):
            return
        contract = load_contract(target.family)
        for index, operation in enumerate(target.lacks):
            if operation not in contract.operations:
                known = ", ".join(contract.operations)
                raise self._error(
                    f"[{target.family}] lacks: there is no operation {operation}"
                    f"{did_you_mean(operation, contract.operations)}; the operations are: {known}",
                    (target.family, "lacks", index),
                )
        for index, known_deviation in enumerate(target.known_deviations):
            clause = known_deviation.clause
            if clause not in contract.clauses:
                raise self._error(
                    f"[{target.family}] known_deviations: there is no clause {clause}"
                    f"{did_you_mean(clause, contract.clauses)}; "
                    f"`contact-contracts clauses {target.family}` lists them",
                    (target.family, "known_deviations", index, "clause"),
                )

    def _check_files(self, target: FamilyTarget) -> None:
        if target.ca_file is None:
            return
        problem = ""
        try:
            ssl.create_default_context(cafile=str(target.ca_file))
        except FileNotFoundError:
            problem = "there is no such file"
        except (OSError, ValueError):  # an SSLError is an OSError
            problem = "no certificate can be read from it"
        if problem:
            raise self._error(
                f"[{target.family}] ca_file: {problem}; give a PEM file, relative to this one",
                (target.family, "ca_file"),
            )


def with_tuples(value: Any) -> Any:
    """Replace lists by tuples, which is what unchangeable models hold."""
    if isinstance(value, dict):
        return {key: with_tuples(each) for key, each in value.items()}
    return tuple(with_tuples(each) for each in value) if isinstance(value, list) else value
