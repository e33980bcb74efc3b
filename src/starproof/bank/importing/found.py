"""What reading a source yields: stories, and what was passed over and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starproof.core.bank import Draft
from starproof.errors import InputError, StarproofError


@dataclass(frozen=True, slots=True)
class Item:
    """One story that was read."""

    draft: Draft
    place: str
    """Where it stands, such as ``stories.csv, line 12``."""
    notes: tuple[str, ...] = ()
    """What the owner should know about the reading, such as an encoding that was guessed."""

    def noted(self, *notes: str) -> Item:
        """The same with these notes added."""
        return replace(self, notes=(*self.notes, *notes)) if notes else self


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not taken."""

    place: str
    reason: str
    hint: str = ""
    code: str | None = None
    """The code of the error where it is one; ``None`` where nothing is wrong, as with a picture beside a story."""

    @classmethod
    def because_of(cls, error: StarproofError, place: str) -> Skipped:
        """What an error keeps from being taken."""
        return cls(place, error.message, error.hint, error.code)


Found = Item | Skipped


def refused(number: int, message: str, hint: str) -> InputError:
    """An error of the import; its code is ``E-IMP`` and a number."""
    return InputError(f"E-IMP-{number:03d}", message, hint)
