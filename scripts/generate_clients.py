"""Generate the typed clients from the specs, or check that the committed ones are what the specs give.

Usage: generate_clients.py [--check] [FAMILY…]; without a family, all four. With --check nothing is written, stale
files are named and the exit code is 1. Generated files are never edited: change the spec, the templates, or
client_runtime, where the modules are that are written by hand and copied.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from contact_contracts import __version__
from contact_contracts.contract import FAMILIES, specs_dir

ROOT: Final = Path(__file__).resolve().parent.parent
GENERATED: Final = ROOT / "generated"
TEMPLATES: Final = Path(__file__).resolve().parent / "client_templates"
RUNTIME: Final = Path(__file__).resolve().parent / "client_runtime"

# Isolated, or ruff would pick up the configuration of whatever surrounds the output folder.
_ISOLATED: Final = ("--isolated", "--no-cache", "--quiet", "--line-length", "110", "--target-version", "py311")
_TIDYING: Final = (("check", "--fix-only", "--select", "F,I,UP"), ("format",))
_BY_PRODUCTS: Final = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "build", "dist"}


class GenerationError(Exception):
    """The generator cannot run or refuses the spec; says what to do."""


def config(family: str, spec: Path) -> dict[str, Any]:
    """Return the generator's configuration for a family and its spec."""
    return {
        "project_name_override": f"{family}-contacts",
        "package_name_override": f"{family}_contacts",
        "package_version_override": package_version(spec),
        "post_hooks": [],  # ours follow when the modules are where they belong
    }


def spec_of(family: str) -> Path:
    """Return a family's spec."""
    return specs_dir(family) / "openapi.yaml"


def package_version(spec: Path) -> str:
    """Return our version with the beginning of the spec's digest: it changes when the contract's schemas do."""
    digest = hashlib.sha256(spec.read_bytes()).hexdigest()
    return f"{__version__}+{digest[:12]}"


def check_pins(pyproject: Path = ROOT / "pyproject.toml") -> None:
    """Refuse to generate with other versions than the pinned ones: their output differs."""
    pins = "\n".join(tomllib.loads(pyproject.read_text())["project"]["optional-dependencies"]["dev"])
    for tool in ("openapi-python-client", "ruff"):
        found = re.search(rf"^{tool}==(\S+)$", pins, re.MULTILINE)
        if found is None:
            raise GenerationError(f"{pyproject} does not pin {tool}. Write {tool}==VERSION among the dev packages")
        if version(tool) != found[1]:
            raise GenerationError(
                f"{tool} {version(tool)} is installed, {found[1]} is pinned. Install the pinned version"
            )


def generate(family: str, output: Path, spec: Path | None = None) -> None:
    """Write a family's client to a new folder; GenerationError when the generator complains about anything.

    With a spec, that one is taken instead of the family's.
    """
    spec = spec or spec_of(family)
    with tempfile.TemporaryDirectory() as folder:
        config_file = Path(folder) / "config.json"
        config_file.write_text(json.dumps(config(family, spec)))
        command = [sys.executable, "-m", "openapi_python_client", "generate", "--fail-on-warning", "--meta", "uv"]
        command += ["--path", str(spec), "--config", str(config_file)]
        command += ["--custom-template-path", str(TEMPLATES), "--output-path", str(output)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    # Not all that goes wrong fails the generator; one that says nothing is content.
    if done.returncode or "Error" in done.stdout + done.stderr:
        raise GenerationError(f"{family}: {done.stdout}{done.stderr}\nMend specs/{family}/openapi.yaml")
    _move_operations(output / f"{family}_contacts")
    _tidy(family, output)
    _add_runtime(family, output / f"{family}_contacts")
    _add_examples(family, output / "README.md")
    for module in output.rglob("*.py"):
        _refuse_broken(family, module)


def _move_operations(package: Path) -> None:
    # The generator knows no template for a module of ours, so this one comes in place of api/__init__.py.
    package.joinpath("api", "__init__.py").rename(package / "operations.py")
    package.joinpath("api", "__init__.py").write_text(
        '"""One module for each operation, by what it is about."""\n'
    )


def _tidy(family: str, output: Path) -> None:
    for task in _TIDYING:
        command = [sys.executable, "-m", "ruff", *task, *_ISOLATED, str(output)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise GenerationError(f"{family}: {done.stdout}{done.stderr}\nMend {TEMPLATES.name}")


def _add_runtime(family: str, package: Path) -> None:
    """Copy the modules that are written by hand, byte by byte, beside the generated ones."""
    for source in sorted([*RUNTIME.glob("common/*.py"), *RUNTIME.glob(f"{family}/*.py")]):
        target = package / source.name
        if target.exists():
            raise GenerationError(f"{family}: {source.name} is written by hand and generated. Rename one of them")
        target.write_bytes(source.read_bytes())


def _add_examples(family: str, readme: Path) -> None:
    examples = (RUNTIME / family / "examples.md").read_text(encoding="utf-8")
    whole = readme.read_text(encoding="utf-8").rstrip("\n")
    readme.write_text(f"{whole}\n\n## Each operation\n\n{examples}", encoding="utf-8")


def _refuse_broken(family: str, module: Path) -> None:
    # The hooks mend what they can and pass over the rest, so a broken template would go unnoticed.
    try:
        compile(module.read_bytes(), module.name, "exec")
    except SyntaxError as trouble:
        raise GenerationError(
            f"{family}: {module.name} is not Python ({trouble}). Mend {TEMPLATES.name} or {RUNTIME.name}"
        ) from trouble


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the contents of a package by relative path, without what building and running leave behind."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not _is_by_product(path.relative_to(folder))
    }


def _is_by_product(path: Path) -> bool:
    return any(part in _BY_PRODUCTS or part.endswith(".egg-info") for part in path.parts)


def differences(wanted: dict[str, bytes], present: dict[str, bytes]) -> dict[str, str]:
    """Return what is wrong with each file that is not as wanted: missing, stale or left over."""
    wrong = dict.fromkeys(wanted.keys() - present.keys(), "missing")
    wrong |= dict.fromkeys(present.keys() - wanted.keys(), "left over")
    wrong |= {name: "stale" for name in wanted.keys() & present.keys() if wanted[name] != present[name]}
    return dict(sorted(wrong.items()))


def bring_up_to_date(folder: Path, wanted: dict[str, bytes], wrong: dict[str, str]) -> None:
    """Write and remove the files that are not as wanted, and folders that become empty."""
    for name, state in wrong.items():
        path = folder / name
        if state == "left over":
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[name])


def main(arguments: list[str]) -> int:
    """Generate or check; return 0 when all is as the specs give it, 1 when not, 2 for a usage error."""
    parser = argparse.ArgumentParser(description="Generate the typed clients from the specs.")
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=f"one of {', '.join(FAMILIES)}")
    parser.add_argument("--check", action="store_true", help="write nothing, name stale files, exit 1 if any")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.families) - set(FAMILIES))
    if unknown:
        parser.error(f"unknown family {', '.join(unknown)}: choose from {', '.join(FAMILIES)}")
    try:
        check_pins()
        stale = sum(_one(family, options.check) for family in options.families or FAMILIES)
    except GenerationError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 1 if options.check and stale else 0


def _one(family: str, check_only: bool) -> int:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / f"{family}-contacts"
        generate(family, output)
        wanted = files_of(output)
    wrong = differences(wanted, files_of(GENERATED / family))
    if not check_only:
        bring_up_to_date(GENERATED / family, wanted, wrong)
    for name, state in wrong.items():
        print(f"{'' if check_only else 'written, was '}{state}: generated/{family}/{name}")
    remedy = ", run scripts/generate_clients.py" if check_only and wrong else ""
    print(f"{family}: {len(wanted)} files, {len(wrong)} {'stale' if check_only else 'changed'}{remedy}")
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
