"""Speech models fetched in the background, one at a time, with consent; and whether the packages are here."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from starproof.errors import StarproofError, UsageError
from starproof.speech.models import PLACE, Kept, delete, download, find_model, status
from starproof.speech.transcriber import Cancelled

PACKAGES = ("faster_whisper", "av", "numpy")
"""What the extra brings."""


@dataclass(slots=True)
class Fetch:
    """How far the fetching of a model is."""

    state: Literal["running", "done", "failed", "cancelled"] = "running"
    share: float = 0.0
    """From 0 to 1; never less than before."""
    error: StarproofError | None = None
    """Why it failed, when it did."""
    off: threading.Event = field(default_factory=threading.Event, repr=False)

    def told(self, share: float) -> None:
        """More of it is here."""
        self.share = max(self.share, share)


class Fetching:
    """The models of one folder. Safe for any number of threads.

    Args:
        folder: where models lie.
        place: the server that they are fetched from, by its address.
    """

    def __init__(self, folder: Path, *, place: str = PLACE) -> None:
        self.folder, self.place = folder, place
        self._fetches: dict[str, Fetch] = {}
        self._alone = threading.Lock()
        self._lock = threading.Lock()

    def models(self) -> tuple[Kept, ...]:
        """Every model that starproof knows, and whether it is here."""
        return status(self.folder)

    def begin(self, name: str, *, agreed: int) -> Fetch:
        """Begin to fetch a model; one that is being fetched goes on, and what an earlier attempt left is used.

        Args:
            name: a name of the catalogue.
            agreed: the bytes that the owner was told of and agreed to.

        Raises:
            NotFound: when there is no model of this name.
            UsageError: when its size is another; nothing is fetched.
        """
        model = find_model(name)
        if agreed != model.size:
            what = f"The speech model {name!r} has {model.size:,} bytes, and {agreed:,} were agreed to."
            raise UsageError("E-SPE-047", what, "Agree to its size; nothing was fetched.")
        with self._lock:
            known = self._fetches.get(name)
            if known and known.state == "running" and not known.off.is_set():
                return known
            made = self._fetches[name] = Fetch()
        threading.Thread(target=self._run, args=(name, made), name=f"fetching {name}", daemon=True).start()
        return made

    def progress(self, name: str) -> Fetch | None:
        """How far it is; ``None`` where it was not begun since the app started."""
        return self._fetches.get(name)

    def cancel(self, name: str) -> None:
        """Call a fetch off; what has come is kept for the next attempt. One that is over stays as it is."""
        if known := self._fetches.get(name):
            known.off.set()

    def delete(self, name: str) -> None:
        """Delete a model, and what an attempt to fetch it left.

        Raises:
            NotFound: when there is no model of this name.
            StarproofError: when it cannot be deleted.
        """
        self.cancel(name)
        with self._alone:
            delete(name, self.folder)
        self._fetches.pop(name, None)

    def close(self) -> None:
        """Call everything off."""
        for name in list(self._fetches):
            self.cancel(name)

    def _run(self, name: str, fetch: Fetch) -> None:
        """The thread of one fetch; another waits until it is over."""
        with self._alone:
            try:
                if fetch.off.is_set():
                    raise Cancelled
                told, off = fetch.told, fetch.off.is_set
                download(name, self.folder, consent=True, progress=told, cancelled=off, place=self.place)
                fetch.share, fetch.state = 1.0, "done"
            except Cancelled:
                fetch.state = "cancelled"
            except StarproofError as error:
                fetch.error, fetch.state = error, "failed"
            except Exception as error:  # whoever waits must learn of it
                fetch.error = StarproofError(
                    "E-SPE-048", f"The fetching failed: {error!r}.", "Try again, else report it."
                )
                fetch.state = "failed"


def installed() -> bool:
    """Whether the packages that speech needs are here."""
    return all(find_spec(name) for name in PACKAGES)
