"""Starts the bundled reference servers as a process of their own; the suite knows only their URLs."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping

from contact_contracts.transport import Blocked

GRACE = 10.0
"""Seconds that a server gets to stop by itself."""


class BundledServers:
    """Running reference servers, one base URL per family."""

    def __init__(self, families: Iterable[str], fault: str = "") -> None:
        # -P: a file of the working directory, say an html.py, must not stand in for a library.
        words = [sys.executable, "-P", "-m", "contact_contracts.reference", "--port", "0", "--exit-with-parent"]
        for family in families:
            words += ["--family", family]
        if fault:
            words += ["--fault", fault]
        # A pipe that nobody reads until the end would fill up, and the server would wait for ever.
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - stop() closes it
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            # Ctrl-C goes to all of the terminal's group; the server must outlive it, for clean-up needs it.
            start_new_session=True,
        )
        self.urls = self._listening()

    def _listening(self) -> Mapping[str, str]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        try:
            urls: Mapping[str, str] = json.loads(line)["urls"]
        except (ValueError, KeyError):
            self._end()
            self._said.seek(0)
            said = self._said.read().decode("utf-8", errors="replace").strip()
            self.stop()
            raise Blocked(f"the bundled server did not start: {said[-500:] or 'it said nothing'}") from None
        return urls

    def stop(self) -> None:
        """Stop the servers; kill them when they do not."""
        self._end()
        self._said.close()

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
