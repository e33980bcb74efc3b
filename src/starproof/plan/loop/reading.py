"""``LOOP.toml`` to a loop: each mistake named with its place and what to write instead."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from starproof.core.guide import Guide
from starproof.core.planning import SEATS, Interviewer, Lock, Loop, Practice, Sought, Told
from starproof.errors import InputError, NotFound
from starproof.plan.sought import Names

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_INTERVIEWERS = 24
MOST_PRINCIPLES = 16
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_KEYS: Mapping[str, tuple[str, ...]] = {
    "": ("company", "role", "date", "interviewers", "locked", "told", "options", "practice"),
    "interviewers": ("name", "principles", "bar_raiser", "minutes", "style"),
    "locked": ("interviewer", "principle", "story", "as"),
    "told": ("story", "company", "on"),
    "options": ("backups", "share_backups", "leave_out"),
    "practice": ("start", "minutes", "days", "sessions"),
}
_HINT = "docs/howto/plan-a-loop.md shows what a loop file looks like."


def read_loop(text: str, *, guide: Guide, name: str = "the loop") -> Loop:
    """A loop from the text of its TOML file; ``name`` is what errors call it.

    Raises:
        InputError: when it is no TOML, a key is unknown or missing, a value is of the wrong kind, a principle
            is unknown, a name is given twice, a date is none, or a lock contradicts the rest.
    """
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise InputError("E-PLN-011", f"{name} is no TOML: {error}.", _HINT) from error
    except RecursionError as error:
        raise InputError("E-PLN-011", f"{name} is nested too deeply.", _HINT) from error
    return _Reader(name, Names(guide)).loop(data)


class _Reader:
    """Reads the tables of one file."""

    def __init__(self, name: str, names: Names) -> None:
        self._name = name
        self._names = names

    def loop(self, data: Mapping[str, Any]) -> Loop:
        self._known(data, "", self._name)
        interviewers = tuple(self._interviewers(data))
        options = self._table(data, "options")
        loop = Loop(
            interviewers=interviewers,
            company=self._text(data, "company", self._name),
            role=self._text(data, "role", self._name),
            on=self._day(data, "date", self._name),
            locked=tuple(self._lock(row, where, interviewers) for row, where in self._rows(data, "locked")),
            told=tuple(self._told(row, where) for row, where in self._rows(data, "told")),
            leave_out=self._texts(options, "leave_out", "[options]"),
            backups=self._flag(options, "backups", "[options]", default=True),
            share_backups=self._flag(options, "share_backups", "[options]", default=False),
            practice=self._practice(self._table(data, "practice")),
        )
        _check_locks(loop)
        return loop

    def _interviewers(self, data: Mapping[str, Any]) -> Iterable[Interviewer]:
        rows = self._rows(data, "interviewers")
        if not rows:
            raise self._bad("E-PLN-012", "names no interviewer", "Add a table [[interviewers]] for each.")
        if len(rows) > MOST_INTERVIEWERS:
            raise self._bad("E-PLN-013", f"has {len(rows)} interviewers; a loop may have {MOST_INTERVIEWERS}")
        seen: dict[str, str] = {}
        for row, where in rows:
            found = self._interviewer(row, where)
            if found.name.casefold() in seen:
                raise self._bad(
                    "E-PLN-014", f"names the interviewer {found.name!r} twice", "Give each a name of their own."
                )
            seen[found.name.casefold()] = found.name
            yield found

    def _interviewer(self, row: Mapping[str, Any], where: str) -> Interviewer:
        name = self._text(row, "name", where)
        if not name:
            raise self._bad("E-PLN-015", f"gives no name in {where}")
        where = f"{where} ({name})"
        principles = self._principles(row, where)
        minutes = row.get("minutes")
        if minutes is not None and (isinstance(minutes, bool) or not isinstance(minutes, int | float)):
            raise self._wrong(where, "minutes", "a number", minutes)
        if minutes is not None and not 5 <= minutes <= 480:
            raise self._bad("E-PLN-016", f"has {minutes} minutes in {where}", "Give 5 to 480.")
        flag = self._flag(row, "bar_raiser", where, default=False)
        return Interviewer(name, principles, flag, minutes, self._text(row, "style", where))

    def _principles(self, row: Mapping[str, Any], where: str) -> tuple[Sought, ...]:
        named = self._texts(row, "principles", where)
        if not named:
            raise self._bad("E-PLN-017", f"names no principle in {where}", 'Write principles = ["ownership", ...].')
        if len(named) < len(row["principles"]):
            raise self._bad("E-PLN-017", f"has a principle without a name in {where}", "Name it, or take it out.")
        found = tuple(self._principle(one, where) for one in named)
        if len(found) > MOST_PRINCIPLES:
            raise self._bad("E-PLN-018", f"names {len(found)} principles in {where}; {MOST_PRINCIPLES} is the most")
        twice = next((s for n, s in enumerate(found) if s in found[:n]), None)
        if twice is not None:
            raise self._bad("E-PLN-019", f"names {twice.id!r} twice in {where}", "Name it once.")
        return found

    def _principle(self, name: str, where: str) -> Sought:
        try:
            return self._names.find(name)
        except NotFound as error:
            raise InputError(
                error.code, f"{self._name} names {name!r} in {where}, which is no principle.", error.hint
            ) from error

    def _lock(self, row: Mapping[str, Any], where: str, interviewers: tuple[Interviewer, ...]) -> Lock:
        said = {key: self._text(row, key, where) for key in ("interviewer", "principle", "story")}
        missing = [key for key, value in said.items() if not value]
        if missing:
            raise self._bad("E-PLN-020", f"gives no {' or '.join(missing)} in {where}")
        who = next((i for i in interviewers if i.name.casefold() == said["interviewer"].casefold()), None)
        if who is None:
            close = get_close_matches(said["interviewer"], [i.name for i in interviewers], n=2, cutoff=0.5)
            raise self._bad(
                "E-PLN-021",
                f"locks a story for {said['interviewer']!r} in {where}, who is no interviewer",
                f"Did you mean {' or '.join(close)}?" if close else "Name one of [[interviewers]].",
            )
        sought = self._principle(said["principle"], where)
        if sought not in who.principles:
            asks = ", ".join(s.id for s in who.principles)
            raise self._bad(
                "E-PLN-022", f"locks {sought.id!r} in {where}, which {who.name} does not ask for", f"It may be {asks}."
            )
        seat = self._text(row, "as", where) or "first"
        for known in SEATS:
            if seat == known:
                return Lock(who.name, sought.id, said["story"], known)
        raise self._bad("E-PLN-023", f"says as = {seat!r} in {where}", 'Write "first" or "backup".')

    def _told(self, row: Mapping[str, Any], where: str) -> Told:
        story, company = self._text(row, "story", where), self._text(row, "company", where)
        if not story or not company:
            raise self._bad("E-PLN-024", f"gives no {'company' if story else 'story'} in {where}")
        return Told(story, company, self._day(row, "on", where))

    def _practice(self, table: Mapping[str, Any]) -> Practice:
        plain, where = Practice(), "[practice]"
        start = self._text(table, "start", where) or plain.start
        if not _CLOCK.fullmatch(start):
            raise self._bad("E-PLN-025", f"says start = {start!r} in {where}", 'Write a time, such as "19:00".')
        said = self._texts(table, "days", where)
        days = tuple(day.lower()[:3] for day in said) or plain.days
        odd = next((day for day in said if day.lower()[:3] not in DAYS), None)
        if odd is not None:
            raise self._bad("E-PLN-026", f"names the day {odd!r} in {where}", f"Days are {', '.join(DAYS)}.")
        minutes = self._number(table, "minutes", where, default=plain.minutes, low=5, high=240)
        sessions = self._number(table, "sessions", where, default=plain.sessions, low=1, high=60)
        return Practice(start, minutes, tuple(day for day in DAYS if day in days), sessions)

    def _number(self, row: Mapping[str, Any], key: str, where: str, *, default: int, low: int, high: int) -> int:
        value = row.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._wrong(where, key, "a whole number", value)
        if not low <= value <= high:
            raise self._bad("E-PLN-016", f"says {key} = {value} in {where}", f"Give {low} to {high}.")
        return value

    def _text(self, row: Mapping[str, Any], key: str, where: str) -> str:
        value = row.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(where, key, "a text in quotes", value)
        return value.strip()

    def _texts(self, row: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._wrong(where, key, "a list of texts", value)
        return tuple(one.strip() for one in value if one.strip())

    def _flag(self, row: Mapping[str, Any], key: str, where: str, *, default: bool) -> bool:
        value = row.get(key, default)
        if not isinstance(value, bool):
            raise self._wrong(where, key, "true or false", value)
        return value

    def _day(self, row: Mapping[str, Any], key: str, where: str) -> str | None:
        value = row.get(key)
        if value is None or value == "":
            return None
        day = _day(value)
        if day is None:
            raise self._bad("E-PLN-027", f"says {key} = {value!r} in {where}, which is no date", "Write 2026-03-31.")
        return day

    def _table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        table = data.get(key, {})
        if not isinstance(table, dict):
            raise self._wrong(self._name, key, f"a table [{key}]", table)
        self._known(table, key, f"[{key}]")
        return table

    def _rows(self, data: Mapping[str, Any], key: str) -> list[tuple[Mapping[str, Any], str]]:
        rows = data.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self._wrong(self._name, key, f"tables [[{key}]]", rows)
        found = [(row, f"[[{key}]] {number}") for number, row in enumerate(rows, 1)]
        for row, where in found:
            self._known(row, key, where)
        return found

    def _known(self, row: Mapping[str, Any], table: str, where: str) -> None:
        odd = next((key for key in row if key not in _KEYS[table]), None)
        if odd is not None:
            close = get_close_matches(odd, _KEYS[table], n=1, cutoff=0.5)
            hint = f"Did you mean {close[0]}?" if close else f"Known are {', '.join(_KEYS[table])}."
            raise self._bad("E-PLN-028", f"has an unknown key {odd!r}" + (f" in {where}" if table else ""), hint)

    def _wrong(self, where: str, key: str, wanted: str, value: object) -> InputError:
        inside = "" if where == self._name else f" in {where}"
        return self._bad("E-PLN-029", f"says {key} = {_brief(value)}{inside}", f"Write {wanted}.")

    def _bad(self, code: str, what: str, hint: str = _HINT) -> InputError:
        return InputError(code, f"{self._name} {what}.", hint)


def _day(value: object) -> str | None:
    """A date of TOML, or one in quotes, as ISO text; ``None`` where it is none."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(value.strip()).isoformat() if isinstance(value, str) else None
    except ValueError:
        return None


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _check_locks(loop: Loop) -> None:
    """Each seat has one story, and each story one seat."""
    _once(loop.locked, lambda lock: (lock.interviewer, lock.principle, lock.seat), "two stories in one place")
    _once(loop.locked, lambda lock: (lock.story,), "one story in two places", unless=_shareable(loop))
    barred = next((lock for lock in loop.locked if lock.story in loop.leave_out), None)
    if barred is not None:
        raise InputError(
            "E-PLN-031", f"The story {barred.story!r} is both locked and left out.", "Take it from one of the two."
        )


def _shareable(loop: Loop) -> Callable[[Lock, Lock], bool]:
    return lambda one, two: loop.share_backups and one.seat == two.seat == "backup"


def _once(
    locks: Iterable[Lock],
    key: Callable[[Lock], tuple[str, ...]],
    what: str,
    unless: Callable[[Lock, Lock], bool] = lambda one, two: False,
) -> None:
    seen: dict[tuple[str, ...], Lock] = {}
    for lock in locks:
        other = seen.setdefault(key(lock), lock)
        if other != lock and not unless(other, lock):
            raise InputError(
                "E-PLN-030",
                f"The locks contradict each other, {what}: {_place(other)}, and {_place(lock)}.",
                "Keep one of the two.",
            )


def _place(lock: Lock) -> str:
    return (
        f"{lock.story!r} {'first' if lock.seat == 'first' else 'as backup'} for {lock.interviewer} on {lock.principle}"
    )
