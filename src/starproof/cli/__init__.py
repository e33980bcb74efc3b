"""The command line: results on standard output, everything else on standard error."""

from starproof.cli.app import main

__all__ = ["main"]
