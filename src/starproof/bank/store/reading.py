"""Stories, revisions, events and reviews, as they lie in the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, func, select

from starproof.bank.records import Entry, Event, Reviewed, Revision
from starproof.bank.store import codec, tables
from starproof.bank.store.digests import read_digests
from starproof.core.bank import Banked, Draft

_S, _R, _V, _E = tables.stories.c, tables.revisions.c, tables.reviews.c, tables.events.c


def number_of(connection: Connection, id_: str) -> int | None:
    """The number of the story with this id."""
    found: int | None = connection.execute(select(_S.number).where(_S.id == id_)).scalar()
    return found


def ids(connection: Connection) -> list[str]:
    """The ids of all stories, in order."""
    return list(connection.execute(select(_S.id).order_by(_S.number)).scalars())


def entries(connection: Connection, fingerprint: str, *, numbers: Sequence[int] | None = None) -> list[Entry]:
    """Stories whole, in the order in which they were added; without numbers, all of them."""
    wanted = (
        select(
            tables.stories, _R.text, _R.register, _R.provenance, _R.versions,
            _V.brief,
            _V.rest, _V.vector,
        )
        .join(tables.revisions, and_(_R.story == _S.number, _R.number == _S.revision))
        .outerjoin(tables.reviews, and_(_V.sha == _S.sha, _V.fingerprint == fingerprint))
        .order_by(_S.number)
    )  # fmt: skip
    if numbers is not None:
        wanted = wanted.where(_S.number.in_(numbers))
    return [_entry(row) for row in connection.execute(wanted).mappings()]


def _entry(row: RowMapping) -> Entry:
    digest = None
    if row["brief"] is not None:
        digest = read_digests([(row["id"], row["brief"])], [(row["rest"], row["vector"])])[0]
    return Entry(_draft(row), row["revision"], row["added"], row["updated"], digest)


def _draft(row: RowMapping) -> Draft:
    return Draft(
        text=row["text"],
        id=row["id"],
        title=row["title"],
        question=row["question"],
        principle=row["principle"],
        principles=codec.names_of(row["principles"]),
        tags=codec.names_of(row["tags"]),
        notes=row["notes"],
        register=row["register"],
        provenance=codec.provenance_of(row["provenance"]),
        versions=codec.versions_of(row["versions"]),
        happened=row["happened"],
        uses=codec.uses_of(row["uses"]),
        archived=bool(row["archived"]),
        source=row["source"],
    )


def banked(connection: Connection, fingerprint: str, *, archived: bool, sketches: bool) -> tuple[Banked, ...]:
    """Stories as matching, coverage and plans see them, in the order in which they were added."""
    columns = [_S.id, _V.brief, _S.principles, _S.tags, _S.happened, _S.updated, _S.uses, _S.minutes]
    columns += [_S.archived, *([_V.rest, _V.vector] if sketches else [])]
    wanted = (
        select(*columns).join(tables.reviews, and_(_V.sha == _S.sha, _V.fingerprint == fingerprint)).order_by(_S.number)
    )
    if not archived:
        wanted = wanted.where(_S.archived.is_(False))
    rows = [tuple(row) for row in connection.execute(wanted)]
    digests = read_digests([row[:2] for row in rows], [row[9:] for row in rows] if sketches else None)
    return tuple([_banked(digest, row) for digest, row in zip(digests, rows, strict=True)])


def _banked(digest: Any, row: tuple[Any, ...]) -> Banked:
    return Banked(
        digest,
        codec.names_of(row[2]),
        codec.names_of(row[3]),
        row[4],
        row[5],
        codec.uses_of(row[6]),
        codec.minutes_of(row[7]),
        bool(row[8]),
    )


def revisions(connection: Connection, story: int, id_: str, *, number: int | None = None) -> list[Revision]:
    """The revisions of a story, the first first; or the one with this number."""
    wanted = select(tables.revisions).where(_R.story == story).order_by(_R.number)
    if number is not None:
        wanted = wanted.where(_R.number == number)
    return [
        Revision(
            story=id_,
            number=row["number"],
            at=row["at"],
            by=row["by"],
            text=row["text"],
            title=row["title"],
            question=row["question"],
            principle=row["principle"],
            register=row["register"],
            provenance=codec.provenance_of(row["provenance"]),
            versions=codec.versions_of(row["versions"]),
        )
        for row in connection.execute(wanted).mappings()
    ]


def events(connection: Connection, *, story: int | None, limit: int | None) -> list[Event]:
    """What was changed, the last first."""
    wanted = select(tables.events, _S.id.label("name")).join(tables.stories, _S.number == _E.story)
    if story is not None:
        wanted = wanted.where(_E.story == story)
    rows = connection.execute(wanted.order_by(_E.number.desc()).limit(limit)).mappings()
    return [
        Event(
            number=row["number"],
            batch=row["batch"],
            at=row["at"],
            by=row["by"],
            story=row["name"],
            kind=row["kind"],
            fields=tuple(row["fields"].split(",")),
            before=json.loads(row["before"]),
            after=json.loads(row["after"]),
            undone=row["undone_by"] is not None,
        )
        for row in rows
    ]


def reviewed(connection: Connection, story: int, id_: str) -> list[Reviewed]:
    """Every review that was made of a story, by revision and then by time."""
    wanted = (
        select(_R.number, _V.at, _V.brief, _V.rest, _V.vector)
        .join(tables.reviews, _V.sha == _R.sha)
        .where(_R.story == story)
        .order_by(_R.number, _V.at, _V.fingerprint)
    )
    return [
        Reviewed(row.number, row.at, read_digests([(id_, row.brief)], [(row.rest, row.vector)])[0])
        for row in connection.execute(wanted)
    ]


def whole_review(connection: Connection, story: int, revision: int, fingerprint: str) -> str | None:
    """The whole review of a revision as JSON, where it is kept."""
    wanted = (
        select(_V.review)
        .join(tables.revisions, _R.sha == _V.sha)
        .where(_R.story == story, _R.number == revision, _V.fingerprint == fingerprint)
    )
    return codec.unpacked(connection.execute(wanted).scalar())


def count(connection: Connection, fingerprint: str) -> dict[str, Any]:
    """The bank in figures; see ``Status``."""

    def one(wanted: Any) -> Any:
        return connection.execute(wanted).scalar()

    stories = select(func.count()).select_from(tables.stories)
    current = select(_V.sha).where(_V.fingerprint == fingerprint)
    return {
        "stories": one(stories.where(_S.archived.is_(False))),
        "archived": one(stories.where(_S.archived.is_(True))),
        "revisions": one(select(func.count()).select_from(tables.revisions)),
        "events": one(select(func.count()).select_from(tables.events)),
        "uses": sum(len(json.loads(kept)) for kept in connection.execute(select(_S.uses)).scalars()),
        "unreviewed": one(stories.where(_S.sha.not_in(current))),
        "changed": one(select(func.max(_E.at))),
    }
