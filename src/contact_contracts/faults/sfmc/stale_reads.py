"""Reads that show a contact as it was before."""

from __future__ import annotations

from contact_contracts.faults.caching import KeepsAnswers
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.sfmc import SfmcRules


@fault("sfmc.lifecycle.any-sequence", rare=True)
class ShowsWhatTheLastReadShowed(KeepsAnswers, SfmcRules):
    """A read is answered with what the same read would have shown the time before."""


@fault("sfmc.lifecycle.any-sequence", rare=True)
class EveryThirdReadIsOld(KeepsAnswers, SfmcRules):
    """One read in three is answered with what the same read would have shown the time before."""

    stale_every = 3
