"""What a change of a contract breaks for those who use its client is found, and what it does not break passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from contact_contracts.contract import FAMILIES
from scripts import client_surface
from scripts.client_surface import between_specs, compare, main, read, surface_of
from scripts.generate_clients import GENERATED, spec_of


@pytest.mark.parametrize("family", FAMILIES)
def test_the_kept_surface_is_that_of_the_client(family: str) -> None:
    kept = read(client_surface.SURFACE / f"{family}.txt")
    assert compare(kept, surface_of(GENERATED / family / f"{family}_contacts")) == []
    assert kept


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"p.f": "() -> int"}, {}),
        ({"p.f": "(a: int) -> int"}, {"p.f": "(b: int) -> int"}),
        ({"p.f": "(a: int) -> int"}, {"p.f": "(a: int, b: int) -> int"}),
        ({"p.f": "(a: int, b: int) -> int"}, {"p.f": "(b: int, a: int) -> int"}),
        ({"p.f": "(a: int, b: int) -> int"}, {"p.f": "(a: int) -> int"}),
        ({"p.f": "(*, a: int=1) -> int"}, {"p.f": "(*, a: int) -> int"}),
        ({"p.f": "(*, a: int | None) -> int"}, {"p.f": "(*, a: int) -> int"}),
        ({"p.f": "() -> int"}, {"p.f": "() -> int | None"}),
        ({"p.f": "() -> int"}, {"p.f": "async () -> int"}),
        ({"p.f": "property () -> int"}, {"p.f": "() -> int"}),
        ({"p.C.a": "int = ..."}, {"p.C.a": "int"}),
        ({"p.C.a": "int | None"}, {"p.C.a": "int"}),
        ({"p.C.a": "int"}, {"p.C.a": "int | None"}),
        ({"p.E.A": "value 'a'"}, {"p.E.A": "value 'b'"}),
        ({"p.C": "class()"}, {"p.C": "class()", "p.C.a": "int"}),
        ({"p.C": "class(Exception)"}, {"p.C": "class()"}),
    ],
)
def test_what_breaks_callers_is_found(old: dict[str, str], new: dict[str, str]) -> None:
    assert any(each.breaks for each in compare(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {"p.f": "(a: int) -> int"}),
        ({}, {"p.C": "class()", "p.C.a": "int"}),
        ({"p.f": "(a: int) -> int"}, {"p.f": "(a: int, b: int=1) -> int"}),
        ({"p.f": "(a: int) -> int"}, {"p.f": "(a: int, *, b: int=1) -> int"}),
        ({"p.f": "(a: int) -> int"}, {"p.f": "(a: int | str) -> int"}),
        ({"p.f": "(a: int) -> int"}, {"p.f": "(a: int=1) -> int"}),
        ({"p.f": "() -> int | None"}, {"p.f": "() -> int"}),
        ({"p.C.a": "int"}, {"p.C.a": "int = ..."}),
        ({"p.C": "class()"}, {"p.C": "class()", "p.C.a": "int = ..."}),
        ({"p.E": "class(StrEnum)"}, {"p.E": "class(StrEnum)", "p.E.B": "value 'b'"}),
    ],
)
def test_what_breaks_nobody_passes_and_is_told(old: dict[str, str], new: dict[str, str]) -> None:
    found = compare(old, new)
    assert found
    assert not any(each.breaks for each in found)


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        (
            "operationId: deleteContactByExternalId",
            "operationId: removeContact",
            "delete_contact_by_external_id is gone",
        ),
        ("Department: {", "Division: {", "ContactWrite.department is gone"),
        ("      required: [Success]", "      required: [Success, RecordCount]", "UpdateEnvelope.record_count"),
    ],
)
def test_two_specs_are_compared(before: str, after: str, broken: str, tmp_path: Path) -> None:
    spec = spec_of("conga").read_text(encoding="utf-8")
    assert before in spec
    changed = tmp_path / "openapi.yaml"
    changed.write_text(spec.replace(before, after), encoding="utf-8")
    assert any(broken in str(each) for each in between_specs("conga", spec_of("conga"), changed) if each.breaks)


def test_a_surface_that_differs_fails_until_it_is_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(client_surface, "SURFACE", tmp_path)
    assert main(["conga", "--accept"]) == 0
    kept = tmp_path / "conga.txt"
    kept.write_text("conga_contacts.gone: () -> int\n" + kept.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["conga"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "conga: breaking: conga_contacts.gone is gone"
    assert "CHANGELOG.md" in said[1]
    assert main(["conga", "--accept"]) == 0
    assert main(["conga"]) == 0
