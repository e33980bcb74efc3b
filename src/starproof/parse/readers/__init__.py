"""Bytes to documents: each format has one file here, chosen by the name's ending or by a look inside."""

from __future__ import annotations

from pathlib import PurePath

from starproof.core.document import Document, Register
from starproof.parse.readers import docx
from starproof.parse.readers.draft import Draft, Told, parse_draft, stem
from starproof.parse.readers.stories import load_json, read_lines, read_stories, story_from, with_ids
from starproof.parse.readers.subtitles import looks_like_subtitles, read_subtitles
from starproof.parse.readers.text import decode, read_text, refuse_ending
from starproof.parse.readers.transcript import is_transcript, read_transcript

__all__ = ["read", "read_line"]

_TEXT = (".md", ".markdown", ".txt", ".text")
_SUBTITLES = (".srt", ".vtt")
_LINES = (".jsonl", ".ndjson")


def read(
    data: bytes,
    *,
    name: str | None = None,
    title: str | None = None,
    question: str | None = None,
    principle: str | None = None,
    register: Register | None = None,
) -> list[Document]:
    """The stories in these bytes, in order; at least one.

    Args:
        data: a whole file.
        name: tells the format by its ending, and the id of a story without one; ``None`` is standard input.
        title, question, principle, register: count above what the file says of itself.

    Raises:
        InputError: when no story can be read from it; says why and where.
    """
    told = Told(title, question, principle, register)
    drafts = [told.over(draft) for draft in _drafts(data, name)]
    return [parse_draft(draft, id=id, source=name) for id, draft in with_ids(drafts, stem(name))]


def read_line(line: bytes, number: int) -> Document:
    """The story on one line of JSON Lines; ``number`` counts from 1 and makes the id of one without.

    Raises:
        InputError: when the line holds no story.
    """
    place = f"line {number}"
    text, notes = decode(line, place)
    draft = story_from(load_json(text, place, line=number), place).noted(*notes)
    return parse_draft(draft, id=draft.id or f"line-{number}", source=None)


def _drafts(data: bytes, name: str | None) -> list[Draft]:
    ending = PurePath(name).suffix.lower() if name else ""
    refuse_ending(ending, name)
    if data.strip() and (ending == ".docx" or (ending not in _TEXT and data.startswith(docx.MAGIC))):
        return [docx.read_docx(data, name)]
    text, notes = decode(data, name)
    return [draft.noted(*notes) for draft in _from_text(text, ending, name)]


def _from_text(text: str, ending: str, name: str | None) -> list[Draft]:
    if ending in _TEXT or not text.strip():
        return [read_text(text)]
    if ending in _SUBTITLES:
        return [read_subtitles(text, name)]
    if ending in _LINES:
        return read_lines(text, name)
    return _from_json(text, name) if ending == ".json" else _by_look(text, name)


def _from_json(text: str, name: str | None) -> list[Draft]:
    data = load_json(text, name)
    return [read_transcript(data, name)] if is_transcript(data) else read_stories(data, name)


def _by_look(text: str, name: str | None) -> list[Draft]:
    if looks_like_subtitles(text):
        return [read_subtitles(text, name)]
    if not _looks_like_json(text):
        return [read_text(text)]
    lines = [line for line in text.split("\n") if line.strip()]
    one_a_line = len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines[:2])
    return read_lines(text, name) if one_a_line and lines[0].rstrip().endswith("}") else _from_json(text, name)


def _looks_like_json(text: str) -> bool:
    """``{"`` and ``[{`` open JSON; ``[Situation]`` opens a story."""
    head = "".join(text[:2000].split())[:2]
    return (head[:1] == "{" and head[1:] in ('"', "}", "")) or head in ("[{", "[]", '["')
