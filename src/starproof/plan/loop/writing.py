"""A loop to the text of its ``LOOP.toml``; reading that gives the same loop."""

from __future__ import annotations

import json
from collections.abc import Iterator

from starproof.core.planning import Loop, Practice


def write_loop(loop: Loop) -> str:
    """The TOML of a loop, without what it leaves as it is by default."""
    return "\n".join(_lines(loop)) + "\n"


def _lines(loop: Loop) -> Iterator[str]:
    yield from _pairs({"company": loop.company, "role": loop.role})
    if loop.on:
        yield f"date = {loop.on}"
    for one in loop.interviewers:
        yield "\n[[interviewers]]"
        yield from _pairs({"name": one.name, "principles": [sought.id for sought in one.principles]})
        yield from _pairs({"bar_raiser": one.bar_raiser, "minutes": one.minutes, "style": one.style})
    for lock in loop.locked:
        yield "\n[[locked]]"
        yield from _pairs({"interviewer": lock.interviewer, "principle": lock.principle, "story": lock.story})
        yield from _pairs({"as": lock.seat})
    for told in loop.told:
        yield "\n[[told]]"
        yield from _pairs({"story": told.story, "company": told.company})
        if told.on:
            yield f"on = {told.on}"
    yield "\n[options]"
    yield f"backups = {str(loop.backups).lower()}"
    yield from _pairs({"share_backups": loop.share_backups, "leave_out": list(loop.leave_out)})
    if loop.practice != Practice():
        p = loop.practice
        yield "\n[practice]"
        yield from _pairs({"start": p.start, "minutes": p.minutes, "days": list(p.days), "sessions": p.sessions})


def _pairs(values: dict[str, object]) -> Iterator[str]:
    """A line for each value that says something. TOML's texts, lists and numbers are written as JSON's are."""
    for key, value in values.items():
        if value not in (None, "", [], False):
            text = json.dumps(value, ensure_ascii=False)
            yield f"{key} = {text}".replace("\x7f", "\\u007f")
