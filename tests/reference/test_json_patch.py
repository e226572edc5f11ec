"""JSON Patch as RFC 6902 describes it."""

from __future__ import annotations

from typing import Any

import pytest

from contact_contracts.reference.everbridge.json_patch import PatchError, apply_patch


def step(op: str, path: str, **members: Any) -> dict[str, Any]:
    return {"op": op, "path": path, **members}


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        ({"a": 1}, [step("add", "/b", value=[2])], {"a": 1, "b": [2]}),
        ({"a": 1}, [step("add", "/a", value=2)], {"a": 2}),
        ([1, 3], [step("add", "/1", value=2)], [1, 2, 3]),
        ([1], [step("add", "/-", value=2), step("add", "/2", value=3)], [1, 2, 3]),
        ({"a": [1, 2]}, [step("remove", "/a/0")], {"a": [2]}),
        ({"a": {"b": 1}}, [step("replace", "/a/b", value=None)], {"a": {"b": None}}),
        ({"a": 1}, [step("move", "/b", **{"from": "/a"})], {"b": 1}),
        ([1, 2, 3], [step("move", "/2", **{"from": "/0"})], [2, 3, 1]),
        (
            {"a": [1]},
            [step("copy", "/b", **{"from": "/a"}), step("add", "/b/0", value=0)],
            {"a": [1], "b": [0, 1]},
        ),
        ({"a/b": 1, "m~n": 2}, [step("remove", "/a~1b"), step("remove", "/m~0n")], {}),
        ({"a": [1, {"b": True}]}, [step("test", "/a", value=[1, {"b": True}])], {"a": [1, {"b": True}]}),
        ({"": 1}, [step("replace", "/", value=2)], {"": 2}),
        ({"a": 1}, [step("replace", "", value=[])], []),
        ({"a": 1}, [step("move", "/a", **{"from": "/a"})], {"a": 1}),
    ],
)
def test_a_patch_is_applied_step_by_step(before: Any, steps: list[Any], after: Any) -> None:
    assert apply_patch(before, steps) == after


@pytest.mark.parametrize(
    "bad",
    [
        step("remove", "/b"),
        step("replace", "/b", value=1),
        step("replace", "/l/2", value=1),
        step("add", "/l/3", value=1),
        step("remove", "/l/-"),
        step("add", "/l/01", value=1),
        step("add", "/l/-1", value=1),
        step("add", "/l/²", value=1),
        step("add", "no-slash", value=1),
        step("add", "/a/x", value=1),
        step("test", "/a", value=True),
        step("test", "/a", value="1"),
        step("move", "/d/e", **{"from": "/d"}),
    ],
)
def test_a_step_that_does_not_fit_is_refused_and_the_value_stays(bad: dict[str, Any]) -> None:
    value = {"a": 1, "l": [1, 2], "d": {}}
    with pytest.raises(PatchError, match="operation 2"):
        apply_patch(value, [step("add", "/z", value=0), bad])
    assert value == {"a": 1, "l": [1, 2], "d": {}}
