"""Worker processes of one run do not get in each other's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from contact_contracts.plugin.sharing import shared_pace
from contact_contracts.target import bundled_environment, bundled_targets

TESTS = """
import os
import pytest
from pathlib import Path

@pytest.mark.clause("bird.answer.workspace")
@pytest.mark.parametrize("number", range(6))
def test_bird(number):
    Path(f"worker-{number}").write_text(os.environ["PYTEST_XDIST_WORKER"])
"""
TARGET = """
[bird]
base_url = "http://127.0.0.1:9"
workspace_id = "a1b2c3d4-0000-4000-8000-000000000001"
auth = { scheme = "access-key", key_env = "CONTACT_CONTRACTS_DEMO_TOKEN" }
"""
NAMED = 'contacts = [{ id = "c0000000-0000-4000-8000-000000000001" }]'


@pytest.mark.parametrize("place", ["bird/test_workers.py", "test_workers.py"])
@pytest.mark.parametrize(("contacts", "expected"), [(NAMED, 1), ("", 2)], ids=["named", "made by the suite"])
def test_contacts_that_the_target_file_names_are_changed_by_one_worker_only(
    place: str, contacts: str, expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in bundled_environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "target.toml").write_text(TARGET + contacts)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "bird").mkdir()
    (tmp_path / place).write_text(TESTS)
    plugins = ("-p", "contact_contracts.plugin", "-p", "no:cacheprovider", "--import-mode=importlib")
    pytest.main(["-q", *plugins, "-n", "2", "--target", "target.toml"])
    workers = {(tmp_path / f"worker-{number}").read_text() for number in range(6)}
    assert len(workers) == expected


def test_the_request_rate_is_shared_among_workers() -> None:
    targets = bundled_targets({"everbridge": "http://127.0.0.1:9", "bird": "http://127.0.0.1:9"})
    slow = targets.family("bird").model_copy(update={"max_requests_per_second": 10.0})
    shared = shared_pace(targets.model_copy(update={"bird": slow}), 4)
    assert shared.family("bird").max_requests_per_second == 2.5
    assert shared.family("everbridge").max_requests_per_second is None
