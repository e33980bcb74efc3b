"""Changes: each leaves an event with what was before and after, from which it can be taken back.

A change of words makes a revision and points the story at it; all else is a column of the story. What lists filter
and search by is worked out anew after every change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select, text, update

from starproof.bank.records import Kind
from starproof.bank.store import codec, tables
from starproof.bank.store.connecting import Store
from starproof.bank.store.labels import brief_rows, label, put_labels
from starproof.bank.store.words import folded, words
from starproof.core.bank import Draft

_POINTED = ("title", "question", "principle")
"""Words of the revision that stand in the story's row too, for lists."""


@dataclass(slots=True)
class Change:
    """One change of the bank, of one story or many: all of it happens, or nothing."""

    connection: Connection
    at: str
    by: str
    fingerprint: str
    last: int
    """The number of the last event."""
    batch: int
    events: list[dict[str, Any]] = field(default_factory=list)
    """Those that are to be written when the change ends."""

    def record(
        self,
        story: int,
        kind: Kind,
        *,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        fields: Sequence[str] = (),
        undoes: int | None = None,
    ) -> int:
        """Note an event, to be written down when the change ends; return its number."""
        self.last += 1
        self.events.append(
            {
                "number": self.last,
                "batch": self.batch,
                "at": self.at,
                "by": self.by,
                "story": story,
                "kind": kind,
                "fields": ",".join(fields or after),
                "before": codec.dumps({name: codec.shown(name, value) for name, value in before.items()}),
                "after": codec.dumps({name: codec.shown(name, value) for name, value in after.items()}),
                "undoes": undoes,
                "undone_by": None,
            }
        )
        return self.last


@contextmanager
def changing(store: Store, *, at: str, by: str, fingerprint: str) -> Iterator[Change]:
    """A change by somebody at a moment; it is kept when the block ends, and is nothing when the block fails.

    Raises:
        BankError: when the database fails, or another program writes for too long.
    """
    with store.writing() as connection:
        last = connection.execute(select(tables.bank.c.changes)).scalar_one()
        change = Change(connection, at, by, fingerprint, last, last + 1)
        yield change
        if change.events:
            connection.execute(insert(tables.events), change.events)
            connection.execute(update(tables.bank).values(changes=change.last))


def add(change: Change, drafts: Sequence[Draft]) -> None:
    """Put new stories in; their ids must be set and free."""
    first = 1 + (change.connection.execute(select(func.max(tables.stories.c.number))).scalar() or 0)
    made = [_made(change, number, draft) for number, draft in enumerate(drafts, first)]
    if not made:
        return
    change.connection.execute(insert(tables.stories), [row for row, _ in made])
    change.connection.execute(insert(tables.revisions), [revision for _, revision in made])
    put_labels(change.connection, [(row, None) for row, _ in made])
    put_words(change.connection, [(row["number"], _words(row, revision)) for row, revision in made])
    for row, _ in made:
        # Taking back that a story was added puts it away: nothing is ever deleted.
        change.record(
            row["number"], "add", before={"archived": True}, after={"archived": row["archived"]}, fields=("text",)
        )


def _made(change: Change, number: int, draft: Draft) -> tuple[dict[str, Any], dict[str, Any]]:
    """The rows of a new story and of its first revision."""
    id_ = str(draft.id)
    revision = _revision(change, number, id_, 1, codec.columns(draft, codec.WORDS))
    row = {
        "number": number,
        "id": id_,
        "revision": 1,
        "latest": 1,
        **codec.columns(draft, codec.BESIDE),
        "added": change.at,
        "updated": change.at,
        "reads_as": None,
        **_pointed(id_, revision),
    }
    return row, revision


def edit(change: Change, row: Mapping[str, Any], kind: Kind, columns: Mapping[str, Any]) -> bool:
    """Give columns of a story other values; return whether any was another."""
    number = row["number"]
    current = revision_row(change.connection, number, row["revision"])
    fresh = {
        name: value for name, value in columns.items() if value != (current[name] if name in codec.WORDS else row[name])
    }
    if not fresh:
        return False
    after = {name: value for name, value in fresh.items() if name in codec.BESIDE}
    before = {name: row[name] for name in after}
    if len(after) != len(fresh):
        before |= {"revision": row["revision"]}
        after |= {"revision": _revise(change, row, {**current, **fresh})}
    if "text" in fresh:
        before |= {"updated": row["updated"]}
        after |= {"updated": change.at}
    apply(change, number, after)
    change.record(number, kind, before=before, after=after, fields=tuple(fresh))
    return True


def apply(change: Change, number: int, columns: Mapping[str, Any]) -> None:
    """Set columns of a story, pointing it at the revision that they name, and work out what follows from them."""
    row = {**story_row(change.connection, number), **columns}
    revision = revision_row(change.connection, number, row["revision"])
    values = {**columns, **_pointed(row["id"], revision)}
    change.connection.execute(update(tables.stories).where(tables.stories.c.number == number).values(**values))
    _settle(change, {**row, **values}, revision)


def story_row(connection: Connection, number: int) -> dict[str, Any]:
    """The row of a story by its number."""
    found = connection.execute(select(tables.stories).where(tables.stories.c.number == number))
    return dict(found.mappings().one())


def revision_row(connection: Connection, story: int, number: int) -> dict[str, Any]:
    """The row of a revision."""
    table = tables.revisions.c
    found = connection.execute(select(tables.revisions).where(table.story == story, table.number == number))
    return dict(found.mappings().one())


def _revise(change: Change, row: Mapping[str, Any], wording: Mapping[str, Any]) -> int:
    """Write a new revision down; return its number."""
    latest = int(row["latest"]) + 1
    change.connection.execute(insert(tables.revisions), _revision(change, row["number"], row["id"], latest, wording))
    change.connection.execute(
        update(tables.stories).where(tables.stories.c.number == row["number"]).values(latest=latest)
    )
    return latest


def _revision(change: Change, story: int, id_: str, number: int, wording: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: wording[name] for name in codec.WORDS}
    return {"story": story, "number": number, "at": change.at, "by": change.by, **kept, "sha": codec.sha(id_, kept)}


def _pointed(id_: str, revision: Mapping[str, Any]) -> dict[str, Any]:
    """What a story's row repeats of its revision."""
    return {
        **{name: revision[name] for name in _POINTED},
        "sha": revision["sha"],
        "minutes": ",".join(map(str, codec.versions_of(revision["versions"]))),
        "sort_title": folded(revision["title"] or id_),
    }


def _settle(change: Change, row: Mapping[str, Any], revision: Mapping[str, Any]) -> None:
    """Work out anew what a story is listed and found by."""
    label(change.connection, [(row, brief_rows(change.connection, row["sha"], change.fingerprint))])
    key = "rowid" if change.connection.dialect.name == "sqlite" else "story"
    change.connection.execute(text(f"DELETE FROM story_words WHERE {key} = :number"), {"number": row["number"]})
    put_words(change.connection, [(row["number"], _words(row, revision))])


def _words(row: Mapping[str, Any], revision: Mapping[str, Any]) -> list[str]:
    """What a story is found by: its id, its words in every length, and what its owner noted."""
    said = (row["id"], row["title"], row["question"], revision["text"], row["notes"])
    return words([*said, *codec.names_of(row["tags"]), *codec.versions_of(revision["versions"]).values()])


def index_all(connection: Connection) -> None:
    """Make every story found by its words, where none is yet."""
    numbers = list(connection.execute(select(tables.stories.c.number)).scalars())
    for number in numbers:
        row = story_row(connection, number)
        put_words(connection, [(number, _words(row, revision_row(connection, number, row["revision"])))])


def put_words(connection: Connection, found: Sequence[tuple[int, list[str]]]) -> None:
    """Make stories, by number, found by these words."""
    if connection.dialect.name == "sqlite":
        statement = "INSERT INTO story_words (rowid, words) VALUES (:number, :words)"
        rows: list[dict[str, Any]] = [{"number": number, "words": " ".join(some)} for number, some in found]
    else:
        statement = "INSERT INTO story_words (story, words) VALUES (:number, array_to_tsvector(CAST(:words AS text[])))"
        rows = [{"number": number, "words": some} for number, some in found]
    connection.execute(text(statement), rows)
