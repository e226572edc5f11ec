"""Find what a change breaks for those who use the typed clients.

Usage: client_surface.py [--accept] [FAMILY…]
       client_surface.py --old SPEC --new SPEC FAMILY

The public surface of each client, every name with its type or signature, is kept in docs/client-surface. Without
options the clients in generated/ are compared with it: any difference fails, what breaks callers comes first. With
--accept the surface is written as it is now. With two specs, such as an older version and the present one, clients
are generated from both and compared; nothing is written, and only breaking changes fail.
"""

from __future__ import annotations

import argparse
import ast
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from contact_contracts.contract import FAMILIES

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # also when run as a file, not as a module

from scripts.generate_clients import GENERATED, GenerationError, generate  # noqa: E402 - found by the line above

SURFACE: Final = ROOT / "docs" / "client-surface"
Surface = dict[str, str]


@dataclass(frozen=True)
class Difference:
    """One difference between two surfaces."""

    name: str
    breaks: str
    """How it breaks callers; nothing when it does not."""

    def __str__(self) -> str:
        """Say it in a line."""
        return (
            f"breaking: {self.name} {self.breaks}" if self.breaks else f"compatible: {self.name} is new or wider"
        )


def surface_of(package: Path) -> Surface:
    """Return each public name of a package with its type, signature or value."""
    found: Surface = {}
    for module in sorted(package.rglob("*.py")):
        parts = module.relative_to(package.parent).with_suffix("").parts
        dotted = ".".join(part for part in parts if part != "__init__")
        if not any(part.startswith("_") for part in dotted.split(".")):
            found.update(_members(ast.parse(module.read_text(encoding="utf-8")).body, dotted))
    return found


def _members(body: list[ast.stmt], within: str) -> Iterator[tuple[str, str]]:
    for node in body:
        match node:
            case ast.ClassDef() if _public(node.name):
                yield f"{within}.{node.name}", f"class({', '.join(map(ast.unparse, node.bases))})"
                yield from _members(node.body, f"{within}.{node.name}")
            case ast.FunctionDef() | ast.AsyncFunctionDef() if _public(node.name) or node.name == "__init__":
                yield f"{within}.{node.name}", _signature(node)
            case ast.AnnAssign(target=ast.Name(id=name)) if _public(name):
                default = " = ..." if node.value is not None else ""
                yield f"{within}.{name}", ast.unparse(node.annotation) + default
            case ast.Assign(targets=[ast.Name(id=name)]) if _public(name):
                yield f"{within}.{name}", f"value {ast.unparse(node.value)}"
            case ast.ImportFrom(level=1) if within.count(".") == 0 or within.endswith(".models"):
                for alias in node.names:
                    yield f"{within}.{alias.asname or alias.name}", "name"
            case _:
                continue


def _public(name: str) -> bool:
    return not name.startswith("_") and name != "T"


def _signature(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    decorators = [ast.unparse(each) for each in node.decorator_list]
    kind = "property " if "property" in decorators else ""
    waits = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
    return f"{kind}{waits}({ast.unparse(node.args)}) -> {ast.unparse(node.returns) if node.returns else 'Any'}"


def compare(old: Surface, new: Surface) -> list[Difference]:
    """Return the differences, those that break callers first."""
    found = [Difference(name, "is gone") for name in old.keys() - new.keys()]
    for name in new.keys() - old.keys():
        required = _is_member(new[name]) and not new[name].endswith("= ...")
        known_class = name.rpartition(".")[0] in old
        found.append(Difference(name, "is new and required" if required and known_class else ""))
    for name in old.keys() & new.keys():
        if old[name] != new[name]:
            found.append(Difference(name, _breaks(old[name], new[name])))
    return sorted(found, key=lambda each: (not each.breaks, each.name))


def _is_member(text: str) -> bool:
    return not text.startswith(("class(", "value ", "name")) and "->" not in text


def _breaks(old: str, new: str) -> str:
    changed = f"was {old} and is {new}"
    if "->" not in old or "->" not in new:
        # Members are read and written, so that no other type serves both; one that need not be given does.
        return "" if old + " = ..." == new else changed
    before, after = _parsed(old), _parsed(new)
    if isinstance(before, ast.AsyncFunctionDef) != isinstance(after, ast.AsyncFunctionDef):
        return changed
    if old.startswith("property") != new.startswith("property"):
        return changed
    returned = _alternatives(after.returns) <= _alternatives(before.returns)
    return "" if returned and _takes_the_same(before.args, after.args) else changed


def _parsed(signature: str) -> ast.FunctionDef | ast.AsyncFunctionDef:
    text = signature.removeprefix("property ")
    waits = "async " if text.startswith("async ") else ""
    node = ast.parse(f"{waits}def f{text.removeprefix('async ')}: ...").body[0]
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)  # noqa: S101 - as written in the line above
    return node


def _alternatives(annotation: ast.expr | None) -> set[str]:
    if isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
        return _alternatives(annotation.left) | _alternatives(annotation.right)
    return {ast.unparse(annotation)} if annotation is not None else {"Any"}


def _takes_the_same(old: ast.arguments, new: ast.arguments) -> bool:
    """Tell whether each call that was right is right still."""
    before, after = [*old.posonlyargs, *old.args], [*new.posonlyargs, *new.args]
    if [each.arg for each in before] != [each.arg for each in after[: len(before)]]:
        return False
    were, are = _parameters(old), _parameters(new)
    gone = were.keys() - are.keys()
    demanded = [name for name, (_, optional) in are.items() if not optional and name not in were]
    narrower = [
        name
        for name in were.keys() & are.keys()
        if not were[name][0] <= are[name][0] or (were[name][1] and not are[name][1])
    ]
    return not (gone or demanded or narrower)


def _parameters(arguments: ast.arguments) -> dict[str, tuple[set[str], bool]]:
    """Return each parameter's alternatives, and whether it may be left out."""
    positional = [*arguments.posonlyargs, *arguments.args]
    first_default = len(positional) - len(arguments.defaults)
    found = {each.arg: (_alternatives(each.annotation), at >= first_default) for at, each in enumerate(positional)}
    for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        found[each.arg] = (_alternatives(each.annotation), default is not None)
    return found


def read(path: Path) -> Surface:
    """Read a surface that was kept; nothing when there is none."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {name: text for name, _, text in (line.partition(": ") for line in lines)}


def written(surface: Surface) -> str:
    """Return a surface as text, a line for each name."""
    return "".join(f"{name}: {text}\n" for name, text in sorted(surface.items()))


def between_specs(family: str, old: Path, new: Path) -> list[Difference]:
    """Return what changes for a caller when a client is generated from another spec."""
    surfaces = []
    for spec in (old, new):
        with tempfile.TemporaryDirectory() as folder:
            output = Path(folder) / "client"
            generate(family, output, spec)
            surfaces.append(surface_of(output / f"{family}_contacts"))
    return compare(*surfaces)


def check(family: str, *, accept: bool) -> int:
    """Compare a family's client with its kept surface; return how many differences there are."""
    kept = SURFACE / f"{family}.txt"
    now = surface_of(GENERATED / family / f"{family}_contacts")
    if accept:
        SURFACE.mkdir(parents=True, exist_ok=True)
        kept.write_text(written(now), encoding="utf-8")
    found = compare(read(kept), now)
    for each in found:
        print(f"{family}: {each}")
    if found:
        print(f"{family}: if this is meant, write what breaks into CHANGELOG.md, and run this with --accept")
    return len(found)


def main(arguments: list[str]) -> int:
    """Compare; return 0 when nothing is wrong, 1 when something differs or breaks, 2 for a usage error."""
    parser = argparse.ArgumentParser(description="Find what a change breaks for users of the typed clients.")
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=f"one of {', '.join(FAMILIES)}")
    parser.add_argument("--accept", action="store_true", help="keep the surface as it is now")
    parser.add_argument("--old", type=Path, metavar="SPEC", help="compare the client of this spec …")
    parser.add_argument("--new", type=Path, metavar="SPEC", help="… with that of this one")
    options = parser.parse_args(arguments)
    if set(options.families) - set(FAMILIES):
        parser.error(f"unknown family: choose from {', '.join(FAMILIES)}")
    if options.old or options.new:
        if not (options.old and options.new and len(options.families) == 1):
            parser.error("--old and --new go together, with one family")
        return _compare_specs(options.families[0], options.old, options.new)
    return 1 if sum(check(family, accept=options.accept) for family in options.families or FAMILIES) else 0


def _compare_specs(family: str, old: Path, new: Path) -> int:
    try:
        found = between_specs(family, old, new)
    except GenerationError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    print(*found, sep="\n")
    return 1 if any(each.breaks for each in found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
