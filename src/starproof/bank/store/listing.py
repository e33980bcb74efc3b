"""Lists of stories: filtered, sorted, found by words, a page at a time."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Integer, RowMapping, and_, column, func, or_, select, text

from starproof.bank.records import SORTS, Line, Page, Sort
from starproof.bank.store import codec, tables
from starproof.bank.store.digests import BRIEF, digest_of
from starproof.bank.store.words import words
from starproof.core.ages import FRESHNESS, Freshness, day_given, firsts
from starproof.core.bank import Digest
from starproof.core.results import Reading
from starproof.errors import BankError

_S, _V, _L = tables.stories.c, tables.reviews.c, tables.labels.c
_ORDERS: dict[Sort, tuple[str, bool]] = {
    "updated": ("updated", True),
    "added": ("added", True),
    "title": ("sort_title", False),
    "id": ("id", False),
}
"""By sort: the column that it goes by, and whether the largest comes first."""
_LENGTHS = (4, 7, 10)
"""Of a year, a month and a day as text."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories of the bank, in which order, from where."""

    text: str | None = None
    """Words that a story must hold; the beginning of a word is enough."""
    principle: str | None = None
    level: Reading | None = None
    flag: str | None = None
    tag: str | None = None
    archived: bool | None = False
    """``None`` takes both."""
    sort: Sort = "updated"
    limit: int = 50
    after: str | None = None
    fresh: Freshness | None = None
    today: str = ""
    """The day by which ages are told."""


def page(connection: Connection, wanted: Wanted, fingerprint: str) -> Page:
    """One page of the list.

    Raises:
        BankError: when the sort, the age or the cursor is none.
        UsageError: when today is no date.
    """
    if wanted.sort not in SORTS:
        raise BankError("E-BNK-015", f"A list cannot be sorted by {wanted.sort!r}.", f"Say {', '.join(SORTS)}.")
    conditions = _conditions(connection.dialect.name, wanted)
    total = connection.execute(select(func.count()).select_from(tables.stories).where(*conditions)).scalar_one()
    if wanted.after is not None:
        conditions.append(_behind(wanted))
    rows = _rows(connection, wanted, conditions, fingerprint)
    more = len(rows) > wanted.limit
    shown = rows[: wanted.limit]
    return Page(_lines(shown), total, _cursor(wanted.sort, shown[-1]) if more and shown else None)


def _rows(
    connection: Connection, wanted: Wanted, conditions: Sequence[ColumnElement[bool]], fingerprint: str
) -> list[RowMapping]:
    name, down = _ORDERS[wanted.sort]
    key = _S[name]
    order = (key.desc(), _S.number.desc()) if down else (key, _S.number)
    listed = select(tables.stories).where(*conditions).order_by(*order).limit(wanted.limit + 1).subquery()
    again = (listed.c[name].desc(), listed.c.number.desc()) if down else (listed.c[name], listed.c.number)
    whole = (
        select(listed, *(_V[name].label(f"review_{name}") for name in BRIEF))
        .outerjoin(tables.reviews, and_(_V.sha == listed.c.sha, _V.fingerprint == fingerprint))
        .order_by(*again)
    )
    return list(connection.execute(whole).mappings())


def _conditions(dialect: str, wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.archived is not None:
        found.append(_S.archived.is_(wanted.archived))
    if wanted.level is not None:
        found.append(_S.reads_as == wanted.level)
    for kind in ("principle", "flag", "tag"):
        value = getattr(wanted, kind)
        if value is not None:
            found.append(_S.number.in_(select(_L.story).where(_L.kind == kind, _L.value == value)))
    if wanted.fresh is not None:
        found.append(_of_age(wanted.fresh, wanted.today))
    looked_for = words([wanted.text])
    if wanted.text and wanted.text.strip():
        found.append(_holds(dialect, looked_for))
    return found


def _of_age(fresh: Freshness, today: str) -> ColumnElement[bool]:
    """That a story is so old, as ``age_of`` tells it: years, months and days each between two dates of their length.

    Raises:
        BankError: when there is no such age.
        UsageError: when today is no date.
    """
    if fresh not in FRESHNESS:
        raise BankError("E-BNK-015", f"A list cannot be of {fresh!r} stories.", f"Say {', '.join(FRESHNESS)}.")
    day_given(today)
    if fresh == "undated":
        return _S.happened.is_(None)
    lower = None if fresh == "stale" else firsts(fresh, today)
    upper = None if fresh == "fresh" else firsts("fresh" if fresh == "ageing" else "ageing", today)
    return or_(*(_between(place, lower, upper) for place in range(len(_LENGTHS))))


def _between(place: int, lower: Sequence[str] | None, upper: Sequence[str] | None) -> ColumnElement[bool]:
    found = [func.length(_S.happened) == _LENGTHS[place]]
    if lower is not None:
        found.append(_S.happened >= lower[place])
    if upper is not None:
        found.append(_S.happened < upper[place])
    return and_(*found)


def _holds(dialect: str, looked_for: list[str]) -> ColumnElement[bool]:
    """That a story holds every word, each of them perhaps as a beginning; no word is held by none."""
    if not looked_for:
        return _S.number.in_([])
    if dialect == "sqlite":
        query, statement = " ".join(f'"{word}"*' for word in looked_for), "story_words MATCH :query"
        found = text(f"SELECT rowid FROM story_words WHERE {statement}")
    else:
        query = " & ".join(f"'{word}':*" for word in looked_for)
        found = text("SELECT story FROM story_words WHERE words @@ CAST(:query AS tsquery)")
    return _S.number.in_(found.bindparams(query=query).columns(column("number", Integer)))


def _lines(rows: Sequence[RowMapping]) -> tuple[Line, ...]:
    return tuple(
        Line(
            id=row["id"],
            title=row["title"],
            question=row["question"],
            principle=row["principle"],
            principles=codec.names_of(row["principles"]),
            tags=codec.names_of(row["tags"]),
            happened=row["happened"],
            uses=codec.uses_of(row["uses"]),
            minutes=codec.minutes_of(row["minutes"]),
            revision=row["revision"],
            added=row["added"],
            updated=row["updated"],
            archived=bool(row["archived"]),
            digest=_digest(row),
        )
        for row in rows
    )


def _digest(row: RowMapping) -> Digest | None:
    if row["review_engine"] is None:
        return None
    return digest_of(row["id"], [row[f"review_{name}"] for name in BRIEF])


def _cursor(sort: Sort, last: RowMapping) -> str:
    place = [sort, last[_ORDERS[sort][0]], last["number"]]
    return base64.urlsafe_b64encode(codec.dumps(place).encode()).decode("ascii").rstrip("=")


def _behind(wanted: Wanted) -> ColumnElement[bool]:
    """That a story comes after the one that the cursor names."""
    assert wanted.after is not None
    name, down = _ORDERS[wanted.sort]
    key = _S[name]
    value, number = _place(wanted.after, wanted.sort)
    beyond = key < value if down else key > value
    level = _S.number < number if down else _S.number > number
    return or_(beyond, and_(key == value, level))


def _place(cursor: str, sort: Sort) -> tuple[str, int]:
    try:
        kept, value, number = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if kept != sort or not isinstance(value, str) or type(number) is not int or abs(number) >= 2**31:
            raise ValueError(kept)
    except (ValueError, TypeError) as error:
        raise BankError(
            "E-BNK-015", f"{cursor!r} is no cursor of this list.", "Start again without one; keep the sort."
        ) from error
    return value, number
