"""Hears Ctrl-C also where Python drops it: in a destructor or a callback of the garbage collector."""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator
from types import FrameType

import pytest


class Interrupts:
    """A pytest plugin that ends the run at the next test when the exception of a Ctrl-C was lost."""

    def __init__(self) -> None:
        """Nothing was pressed yet."""
        self._pressed = False

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self) -> Generator[None, object, object]:
        """Listen while tests run, unless something else already does."""
        ours = threading.current_thread() is threading.main_thread()
        if not ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            return (yield)
        signal.signal(signal.SIGINT, self._note)
        try:
            return (yield)
        finally:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self._pressed = True
        signal.default_int_handler(number, frame)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self) -> None:
        """End the run, if somebody asked for it and nobody heard."""
        if self._pressed:
            raise KeyboardInterrupt
