"""Reviews: which stories lack one by the engine of today, and writing it down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from starproof.bank.records import Judged
from starproof.bank.store import codec, tables
from starproof.bank.store.digests import brief_of, rest_of
from starproof.bank.store.labels import label
from starproof.core.document import Story

_S, _R, _V = tables.stories.c, tables.revisions.c, tables.reviews.c


def unreviewed(connection: Connection, today: str, *, story: int | None = None) -> list[int]:
    """Numbers of the stories, or whether it is this one, that have no review by the engine of today."""
    done = select(_V.sha).where(_V.fingerprint == today)
    wanted = select(_S.number).where(_S.sha.not_in(done)).order_by(_S.number)
    return list(connection.execute(wanted if story is None else wanted.where(_S.number == story)).scalars())


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


def keep(connection: Connection, sha: str, judged: Judged, *, today: str, at: str) -> None:
    """Write a review down, and let lists filter by what it says."""
    digest = judged.digest
    row: dict[str, Any] = {
        "sha": sha,
        "fingerprint": today,
        "at": at,
        "brief": codec.dumps(brief_of(digest)),
        "rest": codec.dumps(rest_of(digest)),
        "vector": digest.sketch.vector,
        "review": codec.packed(judged.review),
    }
    connection.execute(delete(tables.reviews).where(_V.sha == sha, _V.fingerprint == today))
    connection.execute(insert(tables.reviews), row)
    told = select(tables.stories).where(_S.sha == sha)
    for story in connection.execute(told).mappings().all():
        label(connection, dict(story), fingerprint=today)
