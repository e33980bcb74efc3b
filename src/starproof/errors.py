"""Every exception that starproof raises on purpose, each with a searchable code.

A message says what happened, to what and where; the hint says what to do. Findings about a story are
data and never exceptions.
"""

from __future__ import annotations


class StarproofError(Exception):
    """The root of all errors that starproof raises on purpose.

    Args:
        code: searchable and stable, such as ``E-INP-003``.
        message: what happened, to what, where.
        hint: what the user can do about it; may be empty.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.code}: {self.message}" + (f" {self.hint}" if self.hint else "")

    def __reduce__(self) -> tuple[type[StarproofError], tuple[str, str, str]]:
        return type(self), (self.code, self.message, self.hint)


class UsageError(StarproofError):
    """An option or argument that makes no sense."""


class InputError(StarproofError, ValueError):
    """A story that cannot be read: missing, empty, binary, too long, half-written."""


class GuideError(StarproofError):
    """A guide file that cannot be used."""


class ConfigError(StarproofError):
    """A setting, or a rule, that is ill-defined."""


class NotFound(StarproofError, LookupError):
    """Something asked for by name that is not there; the hint lists the closest names."""


class BankError(StarproofError):
    """The bank of stories cannot be read or written."""


class PracticeError(StarproofError):
    """A practice session asked to do what its state forbids."""


class MissingExtra(StarproofError, ImportError):
    """A feature whose optional packages are not installed; the hint names the install command."""
