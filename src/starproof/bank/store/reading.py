"""Stories, revisions, events and reviews, as they lie in the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, func, or_, select

from starproof.bank.records import Entry, Event, Reviewed, Revision
from starproof.bank.store import codec, tables
from starproof.bank.store.digests import BRIEF, digest_of, uncollected
from starproof.core.bank import Banked, Digest, Draft
from starproof.errors import BankError

_S, _R, _V, _E = tables.stories.c, tables.revisions.c, tables.reviews.c, tables.events.c
_D = tables.review_details.c
_MOST_NAMED = 10_000
"""Stories that one query names; databases take some 32,000 values."""
_CURRENT = and_(_R.story == _S.number, _R.number == _S.revision)
"""What joins a story to its words as they are now."""
_BEGINNING = 60
"""Code points by which two texts are said to begin alike."""
_MOST_KINDRED = 12
_BRIEF = tuple(_V[name] for name in BRIEF)


def number_of(connection: Connection, id_: str) -> int | None:
    """The number of the story with this id."""
    found: int | None = connection.execute(select(_S.number).where(_S.id == id_)).scalar()
    return found


def ids(connection: Connection) -> list[str]:
    """The ids of all stories, in order."""
    return list(connection.execute(select(_S.id).order_by(_S.number)).scalars())


def with_text(connection: Connection, text: str) -> list[str]:
    """The ids of stories whose text is this one to the letter."""
    wanted = select(_S.id).join(tables.revisions, _CURRENT).where(_R.text == text).order_by(_S.number)
    return list(connection.execute(wanted).scalars())


def texts(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The texts of these stories as they are now, by id."""
    wanted = select(_S.id, _R.text).join(tables.revisions, _CURRENT).where(_S.id.in_(ids[:_MOST_NAMED]))
    return {row[0]: row[1] for row in connection.execute(wanted)}


def kindred(connection: Connection, draft: Draft) -> list[int]:
    """The numbers of stories in use of this source or title, or that begin alike, the last changed first."""
    begins = func.substr(_R.text, 1, _BEGINNING) == draft.text[:_BEGINNING]
    wanted = (
        select(_S.number)
        .join(tables.revisions, _CURRENT)
        .where(_S.archived.is_(False), or_(_S.source == draft.source, _S.title == draft.title, begins))
        .order_by(_S.updated.desc(), _S.number.desc())
        .limit(_MOST_KINDRED)
    )
    return list(connection.execute(wanted).scalars())


def entries(connection: Connection, fingerprint: str, *, numbers: Sequence[int] | None = None) -> list[Entry]:
    """Stories whole, in the order in which they were added; without numbers, all of them."""
    wanted = (
        select(tables.stories, _R.text, _R.register, _R.provenance, _R.versions)
        .join(tables.revisions, _CURRENT)
        .order_by(_S.number)
    )
    if numbers is not None and len(numbers) > _MOST_NAMED:
        parts = (numbers[start : start + _MOST_NAMED] for start in range(0, len(numbers), _MOST_NAMED))
        return [entry for part in parts for entry in entries(connection, fingerprint, numbers=part)]
    if numbers is not None:
        wanted = wanted.where(_S.number.in_(numbers))
    digests = {one.id: one for one in _digests(connection, fingerprint, numbers)}
    return [
        Entry(_draft(row), row["revision"], row["added"], row["updated"], digests.get(row["id"]))
        for row in connection.execute(wanted).mappings()
    ]


def _digests(connection: Connection, fingerprint: str, numbers: Sequence[int] | None) -> list[Digest]:
    wanted = _with_details(select(_S.id, *_BRIEF, _D.quotes, _D.vector), fingerprint)
    if numbers is not None:
        wanted = wanted.where(_S.number.in_(numbers))
    with uncollected():
        return [digest_of(row[0], row[1:-2], (row[-2], row[-1])) for row in connection.execute(wanted)]


def _with_details(wanted: Select[Any], fingerprint: str) -> Select[Any]:
    reviewed = and_(_V.sha == _S.sha, _V.fingerprint == fingerprint)
    detailed = and_(_D.sha == _S.sha, _D.fingerprint == fingerprint)
    return wanted.join(tables.reviews, reviewed).join(tables.review_details, detailed)


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
    beside = (_S.id, _S.principles, _S.tags, _S.happened, _S.updated, _S.uses, _S.minutes, _S.archived)
    if sketches:
        wanted = _with_details(select(*beside, *_BRIEF, _D.quotes, _D.vector), fingerprint)
    else:
        wanted = select(*beside, *_BRIEF).join(tables.reviews, and_(_V.sha == _S.sha, _V.fingerprint == fingerprint))
    if not archived:
        wanted = wanted.where(_S.archived.is_(False))
    end = len(beside) + len(_BRIEF)
    with uncollected():
        rows = connection.execute(wanted.order_by(_S.number)).all()
        return tuple([_banked(row, row[8:end], row[end:] if sketches else None) for row in rows])


def _banked(row: Sequence[Any], brief: Sequence[Any], details: Any) -> Banked:
    return Banked(
        digest_of(row[0], brief, details),
        codec.names_of(row[1]),
        codec.names_of(row[2]),
        row[3],
        row[4],
        codec.uses_of(row[5]),
        codec.minutes_of(row[6]),
        bool(row[7]),
    )


def revision(connection: Connection, story: int, id_: str, number: int) -> Revision:
    """One revision of a story.

    Raises:
        BankError: when there is none with this number.
    """
    found = revisions(connection, story, id_, number=number)
    if found:
        return found[0]
    latest = connection.execute(select(func.max(_R.number)).where(_R.story == story)).scalar_one()
    raise BankError("E-BNK-009", f"{id_!r} has no revision {number}.", f"It has 1 to {latest}.")


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
        select(_R.number, _V.at, *_BRIEF, _D.quotes, _D.vector)
        .join(tables.reviews, _V.sha == _R.sha)
        .join(tables.review_details, and_(_D.sha == _V.sha, _D.fingerprint == _V.fingerprint))
        .where(_R.story == story)
        .order_by(_R.number, _V.at, _V.fingerprint)
    )
    return [
        Reviewed(row[0], row[1], digest_of(id_, row[2:-2], (row[-2], row[-1]))) for row in connection.execute(wanted)
    ]


def readings(connection: Connection) -> list[tuple[str, str, Digest]]:
    """Every review of every wording, in order: the story's id, when the words were written, and the review in brief,
    without its sketch, proofs and figures."""
    wanted = (
        select(_S.id, _R.at, *_BRIEF)
        .join(tables.revisions, _R.story == _S.number)
        .join(tables.reviews, _V.sha == _R.sha)
        .order_by(_S.number, _R.number, _V.at, _V.fingerprint)
    )
    with uncollected():
        return [(row[0], row[1], digest_of(row[0], row[2:], None)) for row in connection.execute(wanted)]


def whole_review(connection: Connection, story: int, revision: int, fingerprint: str) -> str | None:
    """The whole review of a revision as JSON, where it is kept."""
    wanted = (
        select(_D.whole)
        .join(tables.revisions, _R.sha == _D.sha)
        .where(_R.story == story, _R.number == revision, _D.fingerprint == fingerprint)
    )
    return codec.unpacked(connection.execute(wanted).scalar())


def stamp(connection: Connection) -> tuple[object, ...]:
    """What is another whenever anything in the bank is."""
    return tuple(connection.execute(select(tables.bank)).one())


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
        "sessions": one(select(func.count()).select_from(tables.practice_sessions)),
        "steps": one(select(func.count()).select_from(tables.practice_steps)),
        "changed": one(select(func.max(_E.at))),
    }
