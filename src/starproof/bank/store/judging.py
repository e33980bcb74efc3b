"""Reviews: which stories lack one by the engine of today, and writing it down."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, insert, select, update

from starproof.bank.records import Judged
from starproof.bank.store import codec, tables
from starproof.bank.store.digests import brief_of, details_of
from starproof.bank.store.labels import Brief, label
from starproof.core.document import Story

_S, _R, _V = tables.stories.c, tables.revisions.c, tables.reviews.c


def unreviewed(connection: Connection, today: str, *, only: Sequence[str] | None = None) -> list[int]:
    """Numbers of the stories, or of those of these ids, that have no review by the engine of today."""
    done = select(_V.sha).where(_V.fingerprint == today)
    wanted = select(_S.number, _S.id).where(_S.sha.not_in(done)).order_by(_S.number)
    asked = None if only is None else set(only)
    return [number for number, id_ in connection.execute(wanted) if asked is None or id_ in asked]


def stories_of(connection: Connection, numbers: Sequence[int]) -> list[tuple[str, Story]]:
    """Stories as they are handed to the engine, each with the mark of its wording, in the order of their numbers."""
    wanted = (
        select(tables.revisions, _S.id.label("name"), _S.source)
        .join(tables.stories, (_S.number == _R.story) & (_S.revision == _R.number))
        .where(_S.number.in_(numbers))
        .order_by(_S.number)
    )
    return [(row["sha"], _story(row)) for row in connection.execute(wanted).mappings()]


def _story(row: RowMapping) -> Story:
    return Story(
        id=row["name"],
        text=row["text"],
        title=row["title"],
        question=row["question"],
        principle=row["principle"],
        register=row["register"],
        source=row["source"],
        provenance=codec.provenance_of(row["provenance"]),
    )


def keep(connection: Connection, fresh: Sequence[tuple[str, Judged]], *, today: str, at: str) -> None:
    """Write reviews of wordings down, unless somebody else just has, and let lists filter by what they say."""
    shas = [sha for sha, _ in fresh]
    there = set(connection.execute(select(_V.sha).where(_V.fingerprint == today, _V.sha.in_(shas))).scalars())
    new = {sha: judged for sha, judged in fresh if sha not in there}
    if not new:
        return
    keys = {sha: {"sha": sha, "fingerprint": today} for sha in new}
    briefs = [{**keys[sha], "at": at, **brief_of(judged.digest)} for sha, judged in new.items()]
    details = [
        {**keys[sha], **details_of(judged.digest), "whole": codec.packed(judged.review)} for sha, judged in new.items()
    ]
    connection.execute(insert(tables.reviews), briefs)
    connection.execute(insert(tables.review_details), details)
    told = connection.execute(select(tables.stories).where(_S.sha.in_(list(new)))).mappings()
    label(connection, [(dict(row), _brief(new[row["sha"]])) for row in told])
    connection.execute(update(tables.bank).values(reviewed=tables.bank.c.reviewed + 1))


def _brief(judged: Judged) -> Brief:
    digest = judged.digest
    return Brief(digest.reads_as, digest.principles[0].id if digest.principles else None, digest.flags)
