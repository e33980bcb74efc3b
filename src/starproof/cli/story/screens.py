"""How stories, lists and histories look in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from starproof.core.ages import age_of
from starproof.core.lengths import clock
from starproof.report.safe import clipped, visible
from starproof.report.terminal.look import Look, entry, hanging, said, title, wrapped
from starproof.report.words import SHAPES, Names, Tone, counted

if TYPE_CHECKING:
    from starproof.bank import Entry, Event, Line, Page
    from starproof.core.bank import Digest, Use

_READS: dict[str, Tone] = {"below": "bad", "at": "good", "above": "good", "unclear": "open"}
_ASTRAY = "answers another question"


def in_short(entry: Entry, names: Names) -> str:
    """One line about a story that was just put in."""
    name = clipped(entry.draft.title or entry.id, most=60)
    return f"{name}: {_verdict(entry.digest, names)}" if entry.digest else f"{name}: not reviewed"


def _verdict(digest: Digest, names: Names) -> str:
    flags = counted(len(digest.flags), "red flag") if digest.flags else "no red flag"
    said = "too short for its red flags" if digest.too_short else flags
    level = names.reading(digest.reads_as)
    astray = f"{_ASTRAY}, " if digest.astray else ""
    return f"reads {level}, {astray}{said}, {counted(digest.words, 'word')}, {clock(digest.seconds)}"


def list_lines(page: Page, names: Names, look: Look, *, today: str) -> list[Text]:
    """A page of stories, a line or two each, their ages told by this day."""
    if not page.lines:
        return wrapped(Text("No story fits." if page.total == 0 else "There are no more."), look.width)
    ids = min(32, max(Text(line.id).cell_len for line in page.lines))
    lines: list[Text] = []
    for line in page.lines:
        lines += _line(line, names, look, ids, today)
    shown = f"{len(page.lines)} of " if len(page.lines) < page.total else ""
    return [*lines, Text(), Text(f"{shown}{counted(page.total, 'story', 'stories')}", style=look.style("quiet"))]


def _line(line: Line, names: Names, look: Look, ids: int, today: str) -> Iterator[Text]:
    tone = _READS[line.digest.reads_as] if line.digest else "open"
    head = Text.assemble((f"{SHAPES[tone]} ", look.tone(tone)))
    head.append_text(said(clipped(line.id, most=ids), style=look.style("strong")))
    called = "" if line.title == line.id else line.title or (line.question or "")
    name = said(clipped(called, most=look.width))
    quiet = said("  ·  ".join(_about(line, names, today)), style=look.style("quiet"))
    yield from entry([(ids + 2, head)], [name, quiet] if called else quiet, look, gap=2)


def _about(line: Line, names: Names, today: str) -> Iterator[str]:
    principles = line.principles or tuple(filter(None, [line.principle]))
    if principles:
        yield ", ".join(names.principle(one) for one in principles)
    elif line.digest and line.digest.principles and not line.digest.too_short:
        yield f"likely {names.principle(line.digest.principles[0].id)}"
    if line.digest:
        yield from _reviewed(line.digest, names)
    if line.minutes:
        yield f"also in {', '.join(map(str, line.minutes))} min"
    if line.uses:
        yield f"told {counted(len(line.uses), 'time')}"
    if line.happened:
        yield f"{line.happened}, {age_of(line.happened, today)}"
    if line.tags:
        yield " ".join(f"#{tag}" for tag in line.tags)


def _reviewed(digest: Digest, names: Names) -> Iterator[str]:
    yield names.reading(digest.reads_as)
    if digest.astray:
        yield _ASTRAY
    if digest.too_short:
        yield "too short for its red flags"
    elif digest.flags:
        yield counted(len(digest.flags), "flag")
    yield clock(digest.seconds)


def show_lines(entry: Entry, names: Names, look: Look) -> list[Text]:
    """A story: what it is, what its owner says, what its review says, and its text."""
    draft = entry.draft
    return [
        *wrapped(said(draft.title or entry.id, style=look.style("title")), look.width),
        *_facts(entry, names, look),
        *_uses(draft.uses, names, look),
        *_block("Notes", draft.notes, look),
        *_block("Story", draft.text, look),
        *_versions(entry, look),
    ]


def _facts(entry: Entry, names: Names, look: Look) -> Iterator[Text]:
    draft, digest = entry.draft, entry.digest
    known = [
        ("id", entry.id),
        ("asked", draft.question),
        ("meant for", names.principle(draft.principle) if draft.principle else None),
        ("tagged for", ", ".join(names.principle(one) for one in draft.principles)),
        ("tags", " ".join(f"#{tag}" for tag in draft.tags)),
        ("happened", draft.happened),
        ("review", _verdict(digest, names) if digest else None),
        ("shows", _ranked(digest, names)),
        ("flags", ", ".join(names.flag(flag) for flag in digest.flags) if digest else None),
        ("figures", "; ".join(f"{p.figure}: {p.origin}{f' ({p.by})' if p.by else ''}" for p in draft.provenance)),
        ("source", draft.source),
        ("revision", f"{entry.revision}, of {entry.updated[:10]}{', put away' if draft.archived else ''}"),
    ]
    for name, value in known:
        if value:
            yield from hanging(Text(name, style=look.style("quiet")), said(value), look.width, indent=12)


def _ranked(digest: Digest | None, names: Names) -> str:
    found = [one for one in digest.principles[:3] if one.score >= 0.1] if digest and not digest.too_short else []
    return ", ".join(f"{names.principle(one.id)} {one.score:.0%}" for one in found)


def _uses(uses: Sequence[Use], names: Names, look: Look) -> Iterator[Text]:
    if not uses:
        return
    yield from title("Told", look)
    for use in uses:
        parts = [use.company, use.interviewer, names.principle(use.principle) if use.principle else None]
        words = ", ".join(filter(None, [*parts, use.question, f"went {use.went}" if use.went else None, use.note]))
        yield from hanging(Text(use.on), said(words), look.width, indent=12)


def _block(name: str, text: str, look: Look) -> Iterator[Text]:
    if not text.strip():
        return
    yield from title(name, look)
    for line in text.splitlines():
        yield from wrapped(Text(visible(line)), look.width)


def _versions(entry: Entry, look: Look) -> Iterator[Text]:
    for minutes, text in sorted(entry.draft.versions.items()):
        yield from _block(f"In {minutes} minutes", text, look)


def history_lines(events: Sequence[Event], look: Look, *, one: bool) -> list[Text]:
    """Changes, a line each."""
    lines: list[Text] = []
    for event in events:
        head = said(f"{event.at[:16].replace('T', ' ')}  {event.by}", style=look.style("quiet"))
        what = Text.assemble((f"{event.kind} ", look.style("strong")))
        what.append_text(said(_change(event) if one else f"{event.story}: {_change(event)}"))
        if event.undone and event.kind not in ("undo", "redo"):
            what.append("  (undone)", style=look.style("quiet"))
        lines += entry([(30, head)], what, look, gap=2)
    return lines or [Text("Nothing was changed yet.")]


def _change(event: Event) -> str:
    words = ", ".join(event.fields)
    if "revision" in event.after:
        words += f" (revision {event.before.get('revision')} → {event.after['revision']})"
    return words
