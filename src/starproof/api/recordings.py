"""Recordings of answers: pieces of sound in the data folder, each safe as soon as taken, gone once it was heard."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from threading import RLock
from uuid import uuid4

from starproof.api import pieces
from starproof.api.pieces import MOST_CHUNKS, Recording
from starproof.errors import BankError, InputError, NotFound
from starproof.files import private_folder, replace_file, sync_folder

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z", re.ASCII)
_GONE = ".gone-"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Swept:
    """What came of tidying up."""

    forgotten: tuple[str, ...]
    orphans: tuple[Recording, ...]
    """Begun more than a day ago and never turned into words: somebody has to say what is to become of them."""


@dataclass(frozen=True, slots=True)
class Recordings:
    """The recordings of one bank, a folder each, readable by their owner alone. Threads may share it.

    Every method raises ``InputError`` for an id that is none, ``NotFound`` where there is no such recording, and
    ``BankError`` when the disk fails or is full; then what was there before is there still.
    """

    folder: Path
    _lock: RLock = field(default_factory=RLock, repr=False, compare=False)

    @classmethod
    def beside(cls, home: Path, bank: str) -> Recordings:
        """The recordings of the bank at this path or URL, in the user's data folder."""
        return cls(home / "recordings" / sha256(bank.encode()).hexdigest()[:12])

    def begin(self, id_: str, *, mime: str, at: str) -> Recording:
        """Begin a recording; one that was begun with the same type goes on.

        Args:
            id_: 1 to 64 letters, digits, ``_`` and ``-``.
            mime: such as ``audio/webm;codecs=opus``.
            at: the moment in UTC.

        Raises:
            InputError: when the type is none that can be heard, or it was begun with another.
        """
        pieces.check_mime(mime)
        folder = self._place(id_)
        with self._alone():
            known = pieces.read(folder)
            if known is not None and known.mime != mime:
                raise InputError("E-REC-004", f"{id_!r} was begun as {known.mime!r}.", "Begin another recording.")
            if known is None:
                private_folder(folder)
                replace_file(folder / pieces.ABOUT, json.dumps({"mime": mime, "begun": at}).encode(), private=True)
            return self.state(id_)

    def keep_chunk(self, id_: str, number: int, data: bytes) -> Recording:
        """Keep a piece; when this returns it survives a crash of the process and of the machine.

        Args:
            id_: the recording.
            number: of the piece, from 0; in any order. The same piece once more changes nothing.
            data: as the recorder gave it; may be empty.

        Raises:
            InputError: when it is too long, comes after the end, or another piece has its number.
        """
        with self._alone():
            known, path = self.state(id_), pieces.chunk(self._place(id_), number)
            if path.exists():
                if path.read_bytes() == data:
                    return known
                what = f"Piece {number} of the recording {id_!r} is there already, and is another one."
                raise InputError("E-REC-008", what, "Send this one with a number that is free.")
            pieces.check_chunk(known, number, len(data))
            replace_file(path, data, private=True)
            return self.state(id_)

    def finish(self, id_: str, *, chunks: int) -> Recording:
        """Say that a recording has ended, and how many pieces it has; those on their way may still come.

        Raises:
            InputError: when there are more already, or it ended with another number.
        """
        with self._alone():
            known = self.state(id_)
            most = known.held + len(known.missing)
            if known.finished not in (None, chunks) or not max(most, 0) <= chunks <= MOST_CHUNKS:
                has = f"ended with {known.finished}" if known.finished is not None else f"reaches to piece {most - 1}"
                what = f"The recording {id_!r} cannot end with {chunks} pieces: it {has}."
                raise InputError("E-REC-009", what, "Say how many were sent.")
            return self._mark(id_, pieces.FINISHED, str(chunks))

    def state(self, id_: str) -> Recording:
        """How far a recording is.

        Raises:
            NotFound: when there is none.
            BankError: when the disk fails.
        """
        with self._alone("read"):
            found = pieces.read(self._place(id_))
        if found is None:
            raise NotFound("E-REC-002", f"There is no recording {id_!r}.", "It may have been deleted. Record again.")
        return found

    def join(self, id_: str, *, as_far: bool = False) -> Path:
        """The recording in one file, to be read and not to be changed; it goes when the recording does.

        One that was never finished, as after a crash, is joined up to its first gap.

        Args:
            id_: the recording.
            as_far: join a finished one up to its first gap too.

        Raises:
            InputError: when nothing was recorded, or pieces of a finished recording are missing; names them.
        """
        with self._alone():
            known = self.state(id_)
            if known.finished is not None and known.missing and not as_far:
                raise pieces.gaps(known)
            if not known.chunks or not known.bytes:
                raise InputError("E-REC-011", f"Nothing was recorded in {id_!r}.", "Record again, or type the answer.")
            return pieces.join(self._place(id_), known)

    def heard(self, id_: str, joined: Path | None = None) -> Recording:
        """Note that what was joined is in the bank as words. Until then no sweep touches it.

        Args:
            id_: the recording.
            joined: what ``join`` gave to be heard; default: what was joined last, which may hold later pieces too.

        Raises:
            InputError: when nothing was joined.
        """
        with self._alone():
            self.state(id_)
            count = pieces.count_in(joined) if joined else max(pieces.joined(self._place(id_)), default=None)
            if count is None:
                raise InputError("E-REC-012", f"The recording {id_!r} was not heard yet.", "Transcribe it first.")
            return self._mark(id_, pieces.HEARD, str(count))

    def keep(self, id_: str, *, kept: bool = True) -> Recording:
        """Say that a recording stays after it was heard, or that it need not."""
        with self._alone():
            self.state(id_)
            if kept:
                return self._mark(id_, pieces.KEPT, "")
            (self._place(id_) / pieces.KEPT).unlink(missing_ok=True)
            return self.state(id_)

    def forget(self, id_: str) -> None:
        """Delete a recording from the disk, kept or not; one that is not there is no error."""
        with self._alone("deleted"):
            # Under another name first: a crash then leaves nothing that could be taken for a recording.
            gone = self.folder / (_GONE + uuid4().hex)
            try:
                self._place(id_).rename(gone)
            except FileNotFoundError:
                return
            shutil.rmtree(gone)
            sync_folder(self.folder)

    def all(self) -> tuple[Recording, ...]:
        """Every recording, the one begun first first."""
        with self._alone("read"):
            found = filter(None, (pieces.read(place) for place in self._places()))
            return tuple(sorted(found, key=lambda one: (one.begun, one.id)))

    def orphans(self, now: str) -> tuple[Recording, ...]:
        """Recordings begun more than a day ago with sound that was never turned into words.

        Args:
            now: the moment in UTC.
        """
        with self._alone("read"):
            return tuple(one for one in self.all() if self._is_orphan(one, now))

    def sweep(self, now: str) -> Swept:
        """Delete recordings that are in the bank as words, unless they are to be kept.

        Sound that was never turned into words is never deleted here. A recording goes when all of it was heard and
        no more can come: it is finished and whole, or was begun more than a day ago.

        Args:
            now: the moment in UTC.
        """
        with self._alone("deleted"):
            for gone in self.folder.glob(f"{_GONE}*"):
                shutil.rmtree(gone)
            forgotten = []
            for place in self._places():
                one = pieces.read(place)
                old = pieces.age(place, one.begun if one else "", now) > _DAY
                if _is_spent(one, old):
                    self.forget(place.name)
                    forgotten.append(place.name)
            return Swept(tuple(forgotten), self.orphans(now))

    def _is_orphan(self, one: Recording, now: str) -> bool:
        return one.unheard and not one.kept and pieces.age(self._place(one.id), one.begun, now) > _DAY

    def _places(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("*") if _ID.match(path.name) and path.is_dir())

    def _place(self, id_: str) -> Path:
        if not _ID.match(id_):
            raise InputError("E-REC-001", f"{id_!r} is no id of a recording.", "Give 1 to 64 of A-Z a-z 0-9 _ and -.")
        return self.folder / id_

    def _mark(self, id_: str, name: str, text: str) -> Recording:
        replace_file(self._place(id_) / name, text.encode(), private=True)
        return self.state(id_)

    @contextmanager
    def _alone(self, what: str = "written") -> Iterator[None]:
        """Alone, and with what the disk says in our words."""
        with self._lock:
            try:
                yield
            except OSError as error:
                raise BankError(
                    "E-REC-050",
                    f"The recording in {str(self.folder)!r} cannot be {what}: {error.strerror or error}.",
                    "Check the folder, its permissions and the free space. What was recorded so far is there.",
                ) from error


def _is_spent(one: Recording | None, old: bool) -> bool:
    """Whether nobody misses it; ``None`` is a folder in which a recording was about to begin."""
    if one is None:
        return old
    return not one.kept and not one.unheard and (old or one.whole)
