"""Hears Ctrl-C also where Python drops it, in a destructor or a callback of the garbage collector; and SIGTERM.

A job that CI stops gets SIGTERM; it cleans up as after Ctrl-C.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator
from types import FrameType
from typing import Any, Final

import pytest

_USUAL: Final[dict[signal.Signals, Any]] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGTERM: signal.SIG_DFL,
}
"""What Python does on each signal, unless somebody has arranged something else."""


class Interrupts:
    """A pytest plugin that ends the run on a signal, at the next test when its exception was lost."""

    def __init__(self) -> None:
        """Nothing was pressed yet."""
        self._pressed = False

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self) -> Generator[None, object, object]:
        """Listen while tests run, unless something else already does."""
        ours = threading.current_thread() is threading.main_thread()
        taken = [number for number, usual in _USUAL.items() if ours and signal.getsignal(number) is usual]
        for number in taken:
            signal.signal(number, self._note)
        try:
            return (yield)
        finally:
            for number in taken:
                signal.signal(number, _USUAL[number])

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._pressed = True
        raise KeyboardInterrupt

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self) -> None:
        """End the run, if somebody asked for it and nobody heard."""
        if self._pressed:
            raise KeyboardInterrupt
