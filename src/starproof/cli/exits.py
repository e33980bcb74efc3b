"""The one table that turns errors into exit codes."""

from __future__ import annotations

from starproof.errors import (
    BankError,
    ConfigError,
    GuideError,
    InputError,
    MissingExtra,
    NotFound,
    PracticeError,
    StarproofError,
    UsageError,
)

DONE = 0
FINDINGS = 1
INTERRUPTED = 130
UNREAD = 2
"""Some of many inputs could not be read; what could be is written all the same."""
EXIT_CODES: dict[type[StarproofError], int] = {
    UsageError: 2,
    InputError: 2,
    GuideError: 2,
    ConfigError: 2,
    NotFound: 2,
    PracticeError: 2,
    MissingExtra: 2,
    BankError: 3,
    StarproofError: 2,
}


def exit_code(error: StarproofError) -> int:
    """The exit code of an error: that of the nearest class in the table."""
    return next(EXIT_CODES[cls] for cls in type(error).__mro__ if cls in EXIT_CODES)
