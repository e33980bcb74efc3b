"""The command line: results on standard output, everything else on standard error."""

import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave with its exit code; Ctrl-C ends it in a line, however early it comes."""
    try:
        from starproof.cli.app import main as run

        run()
    except KeyboardInterrupt:
        os.write(2, b"Interrupted.\n")
        sys.exit(130)
