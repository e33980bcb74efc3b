"""Taking changes back, the last first, and doing them again.

Events that were taken back stay, marked with the event that did it; so for every story the events that count form a
stack, and the values before the topmost are always right.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import RowMapping, Select, func, select, update

from starproof.bank.store import codec, tables
from starproof.bank.store.changing import Change, apply
from starproof.errors import BankError

_E = tables.events.c
_TURNS = ("undo", "redo")


def undo(change: Change, story: int | None, *, only: int | None = None) -> list[int]:
    """Take back the last change of a story, or of the whole bank; return the numbers of its stories.

    Raises:
        BankError: when the last change is another than the only one that may be taken back.
    """
    events = _last(change, select(tables.events).where(_E.kind.not_in(_TURNS), _E.undone_by.is_(None)), story)
    if only is not None and any(event["batch"] != only for event in events):
        raise BankError(
            "E-BNK-019",
            "Something else was changed since, so this change cannot be taken back by itself.",
            "Nothing was undone. `starproof story history` shows what was changed; undo the later changes first.",
        )
    for event in events:
        _turn(change, event, "undo", "before")
    return _stories(events)


def redo(change: Change, story: int | None) -> list[int]:
    """Do again what was taken back last, unless something else was changed since."""
    turns = _last(change, select(tables.events).where(_E.kind == "undo", _E.undone_by.is_(None)), story)
    if any(_changed_since(change, turn) for turn in turns):
        return []
    for turn in turns:
        found = change.connection.execute(select(tables.events).where(_E.number == turn["undoes"]))
        event = found.mappings().one()
        _turn(change, event, "redo", "after", turn=turn["number"])
    return _stories(turns)


def _last(change: Change, wanted: Select[Any], story: int | None) -> list[RowMapping]:
    """The events of the last change among those wanted, the last first."""
    if story is not None:
        last = wanted.where(_E.story == story).order_by(_E.number.desc()).limit(1)
    else:
        batch = wanted.with_only_columns(func.max(_E.batch)).scalar_subquery()
        last = wanted.where(_E.batch == batch).order_by(_E.number.desc())
    return list(change.connection.execute(last).mappings())


def _changed_since(change: Change, turn: RowMapping) -> bool:
    later = select(_E.number).where(_E.story == turn["story"], _E.number > turn["number"], _E.kind.not_in(_TURNS))
    return change.connection.execute(later.limit(1)).first() is not None


def _turn(
    change: Change,
    event: RowMapping,
    kind: Literal["undo", "redo"],
    side: Literal["before", "after"],
    *,
    turn: int | None = None,
) -> None:
    """Set a story back to one side of an event, and mark what counts no longer."""
    values = {name: codec.stored(name, value) for name, value in json.loads(event[side]).items()}
    other = {name: codec.stored(name, value) for name, value in json.loads(event[_other(side)]).items()}
    apply(change, event["story"], values)
    undoes = event["number"] if turn is None else turn
    number = change.record(
        event["story"], kind, before=other, after=values, fields=event["fields"].split(","), undoes=undoes
    )
    _mark(change, event["number"], number if kind == "undo" else None)
    if turn is not None:
        _mark(change, turn, number)


def _other(side: Literal["before", "after"]) -> str:
    return "after" if side == "before" else "before"


def _mark(change: Change, event: int, undone_by: int | None) -> None:
    change.connection.execute(update(tables.events).where(_E.number == event).values(undone_by=undone_by))


def _stories(events: Sequence[RowMapping]) -> list[int]:
    return list(dict.fromkeys(event["story"] for event in events))
