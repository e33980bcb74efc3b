"""What lists filter by: the principles that a story counts for, its tags, and the red flags that its review raised."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from starproof.bank.store import codec, tables


def label(connection: Connection, row: Mapping[str, Any], *, fingerprint: str) -> None:
    """Write the labels of a story anew, and at which level it reads."""
    number = row["number"]
    brief = _brief(connection, row["sha"], fingerprint)
    reads_as = brief["reads_as"] if brief else None
    connection.execute(delete(tables.labels).where(tables.labels.c.story == number))
    found = [{"story": number, "kind": kind, "value": value} for kind, value in sorted(set(_labels(row, brief)))]
    if found:
        connection.execute(insert(tables.labels), found)
    connection.execute(update(tables.stories).where(tables.stories.c.number == number).values(reads_as=reads_as))


def _brief(connection: Connection, sha: str, fingerprint: str) -> dict[str, Any] | None:
    """What the review of today says; without one, what the last one said."""
    table = tables.reviews.c
    rows = connection.execute(
        select(table.brief)
        .where(table.sha == sha)
        .order_by((table.fingerprint == fingerprint).desc(), table.at.desc(), table.fingerprint)
        .limit(1)
    )
    kept = rows.scalar()
    return None if kept is None else json.loads(kept)


def _labels(row: Mapping[str, Any], brief: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    for tag in codec.names_of(row["tags"]):
        yield "tag", tag
    for principle in _principles(row, brief):
        yield "principle", principle
    for flag in brief["flags"] if brief else ():
        yield "flag", flag


def _principles(row: Mapping[str, Any], brief: Mapping[str, Any] | None) -> list[str]:
    """The owner's own, and what the story says of itself; where neither says anything, the likeliest."""
    said = [*codec.names_of(row["principles"]), *filter(None, [row["principle"]])]
    if said or brief is None:
        return said
    return [brief["principles"][0][0]] if brief["principles"] else []
