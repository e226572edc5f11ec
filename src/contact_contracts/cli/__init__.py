"""The ``contact-contracts`` command."""

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command; Ctrl-C ends it quietly, also in the second that its imports take."""
    try:
        from contact_contracts.cli.command import main as run  # noqa: PLC0415 - heard while it is imported

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


__all__ = ["main"]
