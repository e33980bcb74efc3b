"""What somebody was typing and had not saved: kept beside the bank, so that no crash takes more than a second of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from starproof.errors import BankError
from starproof.files import private_folder, replace_file


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Words on their way to a revision."""

    story: str
    text: str
    revision: int
    """The revision from which they were changed."""
    at: str
    """When they were last typed at."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """The unsaved words of one bank, one file a story, readable by its owner alone."""

    folder: Path

    @classmethod
    def beside(cls, folder: Path, bank: str) -> Drafts:
        """The drafts of the bank at this path or URL, in the user's data folder."""
        return cls(folder / "unsaved" / hashlib.sha256(bank.encode()).hexdigest()[:12])

    def keep(self, draft: Unsaved) -> None:
        """Keep these words; when this returns they survive a crash of the process and of the machine.

        Raises:
            BankError: when they cannot be written.
        """
        try:
            private_folder(self.folder)
            replace_file(self._file(draft.story), json.dumps(asdict(draft)).encode(), private=True)
        except OSError as error:
            raise _unwritten(self.folder, error) from error

    def of(self, story: str) -> Unsaved | None:
        """The unsaved words of a story, or ``None`` where there are none that can be read."""
        try:
            kept = Unsaved(**json.loads(self._file(story).read_text(encoding="utf-8", errors="surrogatepass")))
        except (OSError, ValueError, TypeError):
            return None
        return kept if isinstance(kept.text, str) and isinstance(kept.revision, int) else None

    def forget(self, story: str) -> None:
        """Throw the unsaved words of a story away."""
        self._file(story).unlink(missing_ok=True)

    def _file(self, story: str) -> Path:
        return self.folder / f"{hashlib.sha256(story.encode()).hexdigest()[:24]}.json"


def _unwritten(folder: Path, error: OSError) -> BankError:
    return BankError(
        "E-BNK-050",
        f"What you type cannot be kept in {str(folder)!r}: {error.strerror}.",
        "Check the folder, its permissions and the free space, and take a copy of your words.",
    )
