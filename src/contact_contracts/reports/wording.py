"""What verdicts and outcomes mean, in the words that every report uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contact_contracts.judge.verdicts import Exit, Level, Verdict

VERDICT_MEANS: Final[Mapping[Verdict, str]] = {
    Verdict.VIOLATED: "The target broke a clause that its documents state; the evidence is below the clause.",
    Verdict.WARNED: "The target broke a clause that only follows from HTTP or from other clauses.",
    Verdict.ERROR: "A test of the suite itself failed; nothing is known of the clause.",
    Verdict.BLOCKED: "The target could not be brought to where the clause shows, or could not be reached.",
    Verdict.HOLDS: "The clause was put to the test and kept each time.",
    Verdict.READING: "The documents leave this open; the reading is what the target does.",
    Verdict.NOT_OBSERVABLE: "The target has no operation that would show it.",
    Verdict.NOT_EXERCISED: "Nothing put it to the test, for the reason given.",
}

LEVEL_MEANS: Final[Mapping[Level, str]] = {
    Level.DOCUMENTED: "A page of the endpoint's documentation says so.",
    Level.VENDOR: "The vendor says so elsewhere.",
    Level.DERIVED: "Follows from HTTP or another clause; a breach is a warning unless the run is strict.",
    Level.OPEN: "The documents are silent or contradict each other; no reading fails.",
}

EXIT_MEANS: Final[Mapping[Exit, str]] = {
    Exit.HOLDS: "Every clause that was exercised holds.",
    Exit.VIOLATED: "At least one clause is violated.",
    Exit.USAGE: "The command was not understood.",
    Exit.INCONCLUSIVE: "Inconclusive: something was blocked or failed, or nothing was exercised.",
    Exit.DEVIATION_GONE: "A known deviation no longer occurs; remove it from the target file.",
    Exit.INTERNAL: "The tool itself failed.",
}

CUT_SHORT: Final = "The run was not finished. Inconclusive: it was interrupted, or died."

CALLS_TO_A_TARGET: Final = (
    "Contacts that the run made, with cc- in their names, are deleted at its end, so the curl commands no longer "
    "find them. The command after Again makes such contacts anew."
)
CALLS_OF_A_BUNDLED_SERVER: Final = (
    "The bundled server has ended with the run, so the curl commands no longer reach it. "
    "The command after Again starts one anew."
)
