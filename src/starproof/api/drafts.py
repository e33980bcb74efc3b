"""What somebody was typing and had not saved: kept beside the bank, so that no crash takes more than a second of it.

What a page sends while it is typed into and as it is closed goes several ways at once, and may arrive in another order.
So a sending can say of which page it is and the how manieth: an earlier one never takes the place of a later one.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock

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
class Sending:
    """One of the times that a page sent what was typed into it."""

    page: str
    number: int
    """Grows with each sending of the page."""


@dataclass(frozen=True, slots=True)
class _Order:
    """The last sending of each page, by story."""

    last: OrderedDict[tuple[str, str], int] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    @contextmanager
    def turn(self, story: str, sending: Sending | None, *, ends: bool = False) -> Iterator[bool]:
        """Holds all others up; tells whether nothing later of the same page was taken before, nor this very sending.

        What fails within counts as not taken, so that the same words may come again. What ``ends`` with a sending may
        have kept its words first.
        """
        with self.lock:
            if sending is None:
                yield True
                return
            page = (story, sending.page)
            in_time = sending.number >= self.last.get(page, -1) + (not ends)
            yield in_time
            if in_time:
                self.last[page] = sending.number
                self.last.move_to_end(page)
            if len(self.last) > _PAGES:
                self.last.popitem(last=False)


_PAGES = 1000
"""Pages whose last sending is remembered: far more than anybody has open."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """The unsaved words of one bank, one file a story, readable by its owner alone. May be shared between threads."""

    folder: Path
    _order: _Order = field(default_factory=_Order, init=False, repr=False, compare=False)

    @classmethod
    def beside(cls, folder: Path, bank: str) -> Drafts:
        """The drafts of the bank at this path or URL, in the user's data folder."""
        return cls(folder / "unsaved" / hashlib.sha256(bank.encode()).hexdigest()[:12])

    def keep(self, draft: Unsaved, sending: Sending | None = None) -> None:
        """Keep these words; when this returns they, or later ones, survive a crash of the process and of the machine.

        A sending that was taken is not taken again: a browser that never heard so sends it once more, and by then its
        words may be saved, or thrown away.

        Raises:
            BankError: when they cannot be written.
        """
        with self._order.turn(draft.story, sending) as in_time:
            if in_time:
                self._write(draft)

    def of(self, story: str) -> Unsaved | None:
        """The unsaved words of a story, or ``None`` where there are none that can be read."""
        try:
            kept = Unsaved(**json.loads(self._file(story).read_text(encoding="utf-8", errors="surrogatepass")))
        except (OSError, ValueError, TypeError):
            return None
        return kept if isinstance(kept.text, str) and isinstance(kept.revision, int) else None

    def forget(self, story: str, sending: Sending | None = None) -> None:
        """Throw the unsaved words of a story away; an earlier sending of that page does not bring them back."""
        with self._order.turn(story, sending, ends=True) as in_time:
            if in_time:
                self._file(story).unlink(missing_ok=True)

    def _write(self, draft: Unsaved) -> None:
        try:
            private_folder(self.folder)
            replace_file(self._file(draft.story), json.dumps(asdict(draft)).encode(), private=True)
        except OSError as error:
            raise _unwritten(self.folder, error) from error

    def _file(self, story: str) -> Path:
        return self.folder / f"{hashlib.sha256(story.encode()).hexdigest()[:24]}.json"


def _unwritten(folder: Path, error: OSError) -> BankError:
    return BankError(
        "E-BNK-050",
        f"What you type cannot be kept in {str(folder)!r}: {error.strerror}.",
        "Check the folder, its permissions and the free space, and take a copy of your words.",
    )
