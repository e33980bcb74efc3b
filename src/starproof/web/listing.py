"""The list of stories as it is asked for in an address, and its lines in the words of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal, TypeVar, get_args
from urllib.parse import urlencode

from starproof.bank import Bank
from starproof.bank.records import SORTS, Line, Page, Sort
from starproof.core.ages import FRESH_YEARS, FRESHNESS, STALE_YEARS, Freshness, age_of
from starproof.core.planning import Age
from starproof.core.results import Reading
from starproof.report.words import Names
from starproof.web.desk import Desk
from starproof.web.naming import name_of

T = TypeVar("T", bound=str)
Where = Literal["here", "away", "all"]
WHERE: dict[Where, bool | None] = {"here": False, "away": True, "all": None}
READING_SHAPES: dict[Reading, str] = {"below": "▽", "at": "●", "above": "▲", "unclear": "○"}
AGE_WORDS: dict[Freshness, str] = {
    "fresh": f"fresh: up to {FRESH_YEARS} years ago",
    "ageing": f"ageing: {FRESH_YEARS} to {STALE_YEARS} years ago",
    "stale": f"stale: {STALE_YEARS} years ago or more",
    "undated": "not said",
}
PER_PAGE = 50
_OPENINGS: dict[tuple[str, str, int, str], str] = {}
"""The first words of stories without a title; those of a revision never change."""
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Which stories a list shows; empty words ask for nothing in particular."""

    q: str = ""
    principle: str = ""
    level: str = ""
    flag: str = ""
    tag: str = ""
    fresh: str = ""
    where: str = "here"
    sort: str = "updated"

    @property
    def filtered(self) -> bool:
        """Whether anything but the order is asked for."""
        return replace(self, sort="updated") != Asked()

    @property
    def narrowed(self) -> bool:
        """Whether it is asked for by more than words, place and order."""
        return any((self.principle, self.level, self.flag, self.tag, self.fresh))

    def address(self, *, after: str | None = None) -> str:
        """The address of this list, or of the rest of it."""
        plain = asdict(Asked())
        said = {name: value for name, value in asdict(self).items() if value != plain[name]}
        query = urlencode(said | ({"after": after} if after else {}))
        return "/stories" + (f"?{query}" if query else "")

    def page(self, bank: Bank, *, today: str, after: str | None = None, limit: int = PER_PAGE) -> Page:
        """A page of it; what is no level, age, sort or place is taken for none."""
        return bank.list(
            text=self.q.strip() or None,
            principle=self.principle or None,
            level=_one_of(self.level, get_args(Reading)),
            flag=self.flag or None,
            tag=self.tag.strip() or None,
            fresh=_one_of(self.fresh, FRESHNESS),
            today=today,
            archived=WHERE[_one_of(self.where, tuple(WHERE)) or "here"],
            sort=_sort(self.sort),
            limit=limit,
            after=after,
        )


def done_at(done: str, count: int, change: int | None) -> str:
    """The address of the list that says what was done with so many stories, and offers to undo it."""
    said = {"done": done, "count": count} | ({"change": change} if change is not None else {})
    return f"/stories?{urlencode(said)}"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list as it is shown."""

    line: Line
    name: str
    principle: str | None
    own: bool
    """Whether its owner chose the principle."""
    shape: str
    reads: str
    flags: tuple[str, ...]
    judged: bool
    """Whether it is long enough for a word on its red flags."""
    seconds: float | None
    age: Age | None
    told: str | None
    """The last day on which it was told."""


def rows(desk: Desk, lines: Sequence[Line]) -> list[Row]:
    """The lines of a page."""
    return [_row(line, desk.names, named(desk.bank, line), desk.today) for line in lines]


def named(bank: Bank, line: Line) -> str:
    """A story's title, or its first words."""
    title = line.title or (line.digest.title if line.digest else None)
    if title:
        return title
    key = (bank.where, line.id, line.revision, line.updated)
    if key not in _OPENINGS:
        if len(_OPENINGS) > _MOST:
            _OPENINGS.clear()
        _OPENINGS[key] = name_of(bank.get(line.id))
    return _OPENINGS[key]


def _row(line: Line, names: Names, name: str, today: str) -> Row:
    digest = line.digest
    judged = digest is not None and not digest.too_short
    ranked = digest.principles[0].id if digest and judged and digest.principles else None
    own = line.principles[0] if line.principles else line.principle
    principle = own or ranked
    return Row(
        line=line,
        name=name,
        principle=names.principle(principle) if principle else None,
        own=own is not None,
        shape=READING_SHAPES[digest.reads_as] if digest else "…",
        reads=names.reading(digest.reads_as) if digest else "not read yet",
        flags=tuple(names.flag(flag) for flag in digest.flags) if digest else (),
        judged=judged,
        seconds=digest.seconds if digest else None,
        age=age_of(line.happened, today),
        told=max((use.on for use in line.uses), default=None),
    )


def _one_of(value: str, known: Sequence[T]) -> T | None:
    return next((one for one in known if one == value), None)


def _sort(value: str) -> Sort:
    return _one_of(value, SORTS) or "updated"
