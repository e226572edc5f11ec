"""The process of the bundled servers, played by a script: what it says while it starts, and when it cannot."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from contact_contracts.plugin.servers import BundledServers
from contact_contracts.transport import Blocked

ANNOUNCED = 'print(\'{"urls": {"bird": "http://bird.test"}}\', flush=True); sys.stdin.read()'


def played_by(folder: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Put a script in place of the interpreter that would run the server."""
    script = folder / "server"
    script.write_text(f"#!{sys.executable}\nimport sys\n{program}\n", encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(script))


def test_a_server_that_complains_at_length_is_not_held_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a pipe holds; a test that fails hangs."""
    played_by(tmp_path, monkeypatch, f"sys.stderr.write('x' * 1_000_000); sys.stderr.flush(); {ANNOUNCED}")
    servers = BundledServers(["bird"])
    servers.stop()
    assert servers.urls == {"bird": "http://bird.test"}


@pytest.mark.parametrize(
    ("program", "said"), [("sys.exit('no such fault')", "no such fault"), ("", "it said nothing")]
)
def test_a_server_that_does_not_start_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    played_by(tmp_path, monkeypatch, program)
    with pytest.raises(Blocked, match=f"did not start: {said}"):
        BundledServers(["bird"])
