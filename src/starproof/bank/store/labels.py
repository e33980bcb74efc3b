"""What lists filter by: the principles that a story counts for, its tags, and the red flags that its review raised."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from starproof.bank.store import codec, tables

_S, _V, _L = tables.stories.c, tables.reviews.c, tables.labels.c


@dataclass(frozen=True, slots=True)
class Brief:
    """What the labels of a story take from its review."""

    reads_as: str
    principle: str | None
    flags: tuple[str, ...]


def brief_rows(connection: Connection, sha: str, fingerprint: str) -> Brief | None:
    """What the review of today says of a wording; without one, what the last one said."""
    rows = connection.execute(
        select(_V.reads_as, _V.principles, _V.flags)
        .where(_V.sha == sha)
        .order_by((_V.fingerprint == fingerprint).desc(), _V.at.desc(), _V.fingerprint)
        .limit(1)
    )
    row = rows.first()
    if row is None:
        return None
    return Brief(row.reads_as, next(iter(json.loads(row.principles)), None), tuple(json.loads(row.flags)))


def label(connection: Connection, stories: Sequence[tuple[Mapping[str, Any], Brief | None]]) -> None:
    """Write the labels of stories anew, and at which level each reads."""
    if not stories:
        return
    numbers = [row["number"] for row, _ in stories]
    connection.execute(delete(tables.labels).where(_L.story.in_(numbers)))
    put_labels(connection, stories)
    connection.execute(
        update(tables.stories).where(_S.number == bindparam("which")).values(reads_as=bindparam("reading")),
        [{"which": row["number"], "reading": brief and brief.reads_as} for row, brief in stories],
    )


def put_labels(connection: Connection, stories: Sequence[tuple[Mapping[str, Any], Brief | None]]) -> None:
    """Write the labels of stories that have none."""
    found = [
        {"story": row["number"], "kind": kind, "value": value}
        for row, brief in stories
        for kind, value in sorted(set(_labels(row, brief)))
    ]
    if found:
        connection.execute(insert(tables.labels), found)


def _labels(row: Mapping[str, Any], brief: Brief | None) -> Iterator[tuple[str, str]]:
    for tag in codec.names_of(row["tags"]):
        yield "tag", tag
    for principle in _principles(row, brief):
        yield "principle", principle
    for flag in brief.flags if brief else ():
        yield "flag", flag


def _principles(row: Mapping[str, Any], brief: Brief | None) -> list[str]:
    """The owner's own, and what the story says of itself; where neither says anything, the likeliest."""
    said = [*codec.names_of(row["principles"]), *filter(None, [row["principle"]])]
    return said or list(filter(None, [brief and brief.principle]))
