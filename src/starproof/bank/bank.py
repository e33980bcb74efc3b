"""The bank as its users see it: stories in, stories out, every change written down and able to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any, Self, Unpack

from starproof.bank.checking import check_draft
from starproof.bank.practising import Practice
from starproof.bank.records import Changed, Changes, Entry, Event, Page, Refreshed, Reviewed, Revision, Sort, Status
from starproof.bank.store import changing, listing, reading, undoing
from starproof.bank.store.connecting import Store
from starproof.bank.working import Working, changed, named, tagging
from starproof.core.ages import Freshness
from starproof.core.bank import Banked, Digest, Draft, Use
from starproof.core.results import Reading


@dataclass(frozen=True, slots=True)
class Bank:
    """Stories of one owner. Use it as a context manager; safe to share between threads.

    Every method raises ``BankError`` when the database fails, or when a story that it names is not there.
    """

    working: Working
    upgraded_from: str | None = None
    """The version that the bank had before it was opened, where opening brought it forward."""

    def __enter__(self) -> Self:
        """The bank itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the database."""
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    @property
    def store(self) -> Store:
        """The database."""
        return self.working.store

    @property
    def where(self) -> str:
        """The path, or the URL without its password."""
        return self.working.where

    @property
    def practice(self) -> Practice:
        """The practice sessions."""
        return Practice(self.store, self.working.practised)

    # --- putting in and changing ---------------------------------------------------------------------------------

    def add(self, draft: Draft) -> Entry:
        """Put a story in; it gets an id where it has none.

        Raises:
            BankError: when its id is taken, or it cannot be kept.
        """
        return self.add_all([draft])[0]

    def add_all(self, drafts: Sequence[Draft]) -> list[Entry]:
        """Put stories in, all or none; together they are one change, to be undone at once.

        Raises:
            BankError: as ``add``.
        """
        return list(self.take(drafts).entries)

    def take(self, drafts: Sequence[Draft], edits: Sequence[tuple[str, Changes]] = ()) -> Changed:
        """Put stories in and change others by id, all or none, as one change; first come the new stories, then those.

        Raises:
            BankError: as ``add`` and ``edit``.
        """
        for draft in drafts:
            check_draft(draft)
        with self.working.changing() as change:
            found = list(named(drafts, reading.ids(change.connection), self.store.where))
            changing.add(change, found)
            others = [self.working.edit_in(change, id_, "edit", dict(fields)) for id_, fields in edits]
            return changed(change, [*(Entry(draft, 1, change.at, change.at) for draft in found), *others])

    def edit(self, id_: str, *, expected: int | None = None, **changes: Unpack[Changes]) -> Entry:
        """Change a story; other words make a new revision, and what stays the same makes nothing.

        Args:
            id_: the story's id.
            expected: the revision that the change was made from; another one in the bank refuses the change.
            changes: the fields to change, see ``Changes``.

        Raises:
            BankError: when the story has moved on since, or cannot be kept like this.
        """
        return self.working.edit(id_, "edit", dict(changes), expected)

    def put_version(self, id_: str, minutes: int, text: str | None, *, expected: int | None = None) -> Entry:
        """Keep a telling of so many minutes (2, 3 or 4) beside the whole story; ``None`` takes it away."""

        def versions(entry: Entry) -> dict[str, Any]:
            others = {key: value for key, value in entry.draft.versions.items() if key != minutes}
            return {"versions": others if text is None else {**others, minutes: text}}

        return self.working.edit(id_, "edit", versions, expected)

    def tag(self, id_: str, *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> Entry:
        """Add and remove tags of a story."""
        return self.working.edit(id_, "edit", tagging(add, remove), None)

    def tag_all(self, ids: Sequence[str], *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> Changed:
        """Add and remove tags of stories, all or none, as one change."""
        return self.working.edit_all(ids, "edit", tagging(add, remove))

    def record_use(self, id_: str, use: Use) -> Entry:
        """Write down that a story was told in an interview."""
        return self.working.edit(id_, "told", lambda entry: {"uses": (*entry.draft.uses, use)}, None)

    def archive(self, id_: str) -> Entry:
        """Put a story away. Nothing of it is lost, and ``restore`` brings it back."""
        return self.working.edit(id_, "archive", {"archived": True}, None)

    def archive_all(self, ids: Sequence[str]) -> Changed:
        """Put stories away, all or none, as one change."""
        return self.working.edit_all(ids, "archive", {"archived": True})

    def restore_all(self, ids: Sequence[str]) -> Changed:
        """Bring stories back that were put away, all or none, as one change."""
        return self.working.edit_all(ids, "restore", {"archived": False})

    def restore(self, id_: str) -> Entry:
        """Bring a story back that was put away."""
        return self.working.edit(id_, "restore", {"archived": False}, None)

    def undo(self, id_: str | None = None, *, change: int | None = None) -> list[Entry]:
        """Take back the last change of a story, or of the bank; again, the one before. Returns the stories changed.

        Args:
            id_: the story's id; of the bank, the last change is taken back with all its stories.
            change: the number of the change that is meant, see ``Changed``; another one refuses to be taken back.

        Raises:
            BankError: when there is nothing to take back, or something else was changed since.
        """
        return self.working.turn(partial(undoing.undo, only=change), id_, "There is nothing to undo")

    def redo(self, id_: str | None = None) -> list[Entry]:
        """Do again what was undone last, as long as nothing else was changed since.

        Raises:
            BankError: when there is nothing to do again.
        """
        return self.working.turn(undoing.redo, id_, "There is nothing to redo")

    # --- looking -------------------------------------------------------------------------------------------------

    def get(self, id_: str) -> Entry:
        """A story whole, with its review in brief where there is a judge."""
        with self.store.reading() as connection:
            number = self.working.number(connection, id_)
            entry = self.working.entry(connection, number)
        if self.working.judge is None or entry.digest is not None or not self.store.writable:
            return entry
        self.working.review([number])
        with self.store.reading() as connection:
            return self.working.entry(connection, number)

    def list(
        self,
        *,
        text: str | None = None,
        principle: str | None = None,
        level: Reading | None = None,
        flag: str | None = None,
        tag: str | None = None,
        fresh: Freshness | None = None,
        archived: bool | None = False,
        sort: Sort = "updated",
        limit: int = 50,
        after: str | None = None,
        today: str | None = None,
    ) -> Page:
        """A page of the stories that fit.

        Args:
            text: words that a story must hold, in any order; the beginning of a word is enough.
            principle: the owner's own or the story's; where neither says one, the likeliest.
            level: at which it reads.
            flag: a red flag that it raises.
            tag: one of its tags.
            fresh: how long ago it happened, ``fresh``, ``ageing`` or ``stale`` as coverage tells it, or ``undated``.
            archived: ``None`` takes those that were put away too, ``True`` those alone.
            sort: ``updated``, ``added``, ``title`` or ``id``.
            limit: stories on a page.
            after: ``Page.next`` of the page before.
            today: the day by which ages are told; default: the day of the bank's own clock.

        Raises:
            UsageError: when ``today`` is no date.
        """
        day = self.working.now()[:10] if fresh is not None and today is None else today or ""
        wanted = listing.Wanted(
            text, principle, level, flag, tag, archived, sort, max(1, limit), after, fresh=fresh, today=day
        )
        with self.store.reading() as connection:
            return listing.page(connection, wanted, self.working.fingerprint)

    def search(self, words: str, *, limit: int = 50) -> Page:
        """The stories that hold all of these words, the last changed first."""
        return self.list(text=words, limit=limit)

    def all(self, *, archived: bool | None = False) -> Sequence[Entry]:
        """All stories whole, in the order in which they were added."""
        with self.store.reading() as connection:
            found = reading.entries(connection, self.working.fingerprint)
        return [entry for entry in found if archived is None or entry.draft.archived == archived]

    def with_text(self, text: str) -> Sequence[str]:
        """The ids of the stories that have this very text now, archived ones too."""
        with self.store.reading() as connection:
            return reading.with_text(connection, text)

    def texts(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The texts of these stories by id; one that is not there has none."""
        with self.store.reading() as connection:
            return reading.texts(connection, ids)

    def kindred(self, draft: Draft) -> Sequence[Entry]:
        """Stories in use of the same source or title, or that begin alike; the draft may be a later telling of one."""
        with self.store.reading() as connection:
            numbers = reading.kindred(connection, draft)
            found = reading.entries(connection, self.working.fingerprint, numbers=numbers) if numbers else []
        return sorted(found, key=lambda entry: entry.updated, reverse=True)

    def ids(self) -> Sequence[str]:
        """The ids of all stories, archived ones too, in the order in which they were added."""
        with self.store.reading() as connection:
            return reading.ids(connection)

    def history(self, id_: str | None = None, *, limit: int | None = None) -> Sequence[Event]:
        """Who changed what of a story, or of the bank, the last change first."""
        with self.store.reading() as connection:
            story = None if id_ is None else self.working.number(connection, id_)
            return reading.events(connection, story=story, limit=limit)

    def revisions(self, id_: str) -> Sequence[Revision]:
        """Every wording of a story, the first first."""
        with self.store.reading() as connection:
            return reading.revisions(connection, self.working.number(connection, id_), id_)

    def revision(self, id_: str, number: int) -> Revision:
        """One wording of a story.

        Raises:
            BankError: when it has no such revision.
        """
        with self.store.reading() as connection:
            return reading.revision(connection, self.working.number(connection, id_), id_, number)

    # --- reviews -------------------------------------------------------------------------------------------------

    def refresh(
        self, *, only: Sequence[str] | None = None, progress: Callable[[int, int], None] | None = None
    ) -> Refreshed:
        """Review the stories that have no review by the engine and guide of today. What is done is kept if it stops.

        Args:
            only: the ids of those that are needed; ``None`` for all.
            progress: told after each story how many are done, of how many.
        """
        return self.working.review(self.working.unreviewed(only), progress)

    def banked(self, *, archived: bool = False, sketches: bool = True) -> tuple[Banked, ...]:
        """The stories as matching, coverage and plans see them, reviewed where they were not yet.

        Args:
            archived: with those that were put away.
            sketches: with what matching, profile and cards need; coverage and plans do without, twice as fast.
        """
        return self.working.banked(archived=archived, sketches=sketches)

    def reviews(self, id_: str) -> Sequence[Reviewed]:
        """Every review in brief that was made of a story, by whichever engine, the oldest revision first."""
        with self.store.reading() as connection:
            return reading.reviewed(connection, self.working.number(connection, id_), id_)

    def readings(self) -> Sequence[tuple[str, str, Digest]]:
        """How every wording of every story read, by whichever engine, in order.

        Returns:
            The story's id, when the words were written, and the review in brief, without sketch, proofs and figures.
        """
        with self.store.reading() as connection:
            return reading.readings(connection)

    def review(self, id_: str) -> str | None:
        """The whole review of a story by the engine of today, as JSON, where the judge keeps whole reviews."""
        entry = self.get(id_)
        with self.store.reading() as connection:
            number = self.working.number(connection, id_)
            return reading.whole_review(connection, number, entry.revision, self.working.fingerprint)

    def status(self) -> Status:
        """The bank in figures, and whether it is intact."""
        return self.working.status()
