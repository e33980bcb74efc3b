"""Markdown and plain text to stories: our own export, Obsidian notes, Notion pages, long documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from starproof.bank.importing.columns import field_of, sorted_out
from starproof.bank.importing.drafting import Reader
from starproof.bank.importing.exact import exact_draft
from starproof.bank.importing.found import Found, Item, Skipped
from starproof.bank.importing.matter import matter_of, own_export
from starproof.bank.importing.splitting import SHORT, Chapter, Split, chapters, words_in
from starproof.bank.importing.values import principle_id
from starproof.core.bank import Draft
from starproof.errors import InputError
from starproof.parse.blocks import cut
from starproof.parse.headings import section_of

NOTION = re.compile(r"[ _-]+([0-9a-f]{32})$")
"""What Notion puts behind the name of each page that it exports."""
_PROPERTY = re.compile(r"([A-Z][^\r\n:]{0,40}): ([^\r\n]+)$")
_TAG = re.compile(r"(?<![\w/#&])#([A-Za-z_\u00c0-\uffdc][\w/-]{0,60})(?![\w/#])")
_TITLE = re.compile(r"\s{0,100}# ([^\r\n]{1,200})(?:\r\n|[\r\n]|$)")
_LINK = re.compile(r"!?\[{1,2}[^\[\]\r\n]{0,300}\]{1,2}(?:\([^()\r\n]{0,500}\))?|https?://\S{1,500}")
_BLANKS = re.compile(r"(?:[ \t]*(?:\r\n|[\r\n]))*")
FEWEST = 5
"""Words, links left out, from which a note counts as a story."""


def read_markdown(
    text: str, place: str, *, split: Split, generous: bool, principles: Mapping[str, str], notes: tuple[str, ...] = ()
) -> Iterator[Found]:
    """The stories of one text.

    Args:
        text: a whole file.
        place: its name, relative to what is imported.
        split: how to cut it, see ``chapters``.
        generous: whether it is a document by itself, in which headings alone may begin stories.
        principles: the guide's principles, ids to names.
        notes: what was noticed while it was read.
    """
    own = own_export(text, place)
    if own is not None:
        said, body = own
        yield Item(exact_draft({**said, "text": body}, place), place, notes)
        return
    said, start, matter_notes = matter_of(text)
    stem = NOTION.sub("", PurePosixPath(place).stem)
    properties, start = _properties(text, start, place)
    page = _Page(text, place, stem, {**properties, **said}, principles, (*notes, *matter_notes))
    yield from page.found(start, split=split, generous=generous)


class _Page:
    """One file with what it says of all its stories."""

    def __init__(
        self, text: str, place: str, stem: str, said: Mapping[str, Any], principles: Mapping[str, str],
        notes: tuple[str, ...],
    ) -> None:  # fmt: skip
        self.text, self.place, self.stem, self.said = text, place, stem, said
        self.principles, self.notes = principles, notes

    def found(self, start: int, *, split: Split, generous: bool) -> Iterator[Found]:
        parts = chapters(self.text[start:], split=split, generous=generous)
        used: dict[str, int] = {}
        line = 1 + self.text.count("\n", 0, start)
        for part in parts:
            part = replace(part, start=part.start + start, end=part.end + start, line=part.line + line - 1)
            yield self._whole(part, generous) if len(parts) == 1 and part.title is None else self._part(part, used)

    def _whole(self, part: Chapter, named: bool) -> Found:
        body = _body(self.text, part.start)
        meant = named and any(map(str.isalnum, body))  # whoever names a file means it, however little it holds
        few = None if meant else _too_few(body)
        if few:
            return Skipped(self.place, few)
        top = cut(body).meta.get("title")
        return self._item(body, self.place, self.place, title=top or self.stem, own=self.said)

    def _part(self, part: Chapter, used: dict[str, int]) -> Found:
        place = f"{self.place}, line {part.line}"
        body = _body(self.text[: part.end], part.start).rstrip()
        words = words_in(body)
        title = part.title
        if title is None:
            return Skipped(place, f"The {words} words before the first story's heading belong to no story.")
        if words < SHORT:
            why = "it is a heading over others" if not words else f"under it stand only {words} words"
            return Skipped(place, f"{title!r} is taken for no story: {why}.")
        used[title] = used.get(title, 0) + 1
        source = f"{self.place}#{title}" + (f" ({used[title]})" if used[title] > 1 else "")
        own = {name: value for name, value in self.said.items() if field_of(name) not in ("id", "title", "text")}
        principle = next((name for words in (title, *part.above[::-1]) if (name := self._principle(words))), None)
        if principle and not any(field_of(name) == "principle" for name in own):
            own = {**own, "principle": principle}
        return self._item(body, place, source, title=title, own=own)

    def _principle(self, words: str) -> str | None:
        return principle_id(words, self.principles)

    def _item(self, body: str, place: str, source: str, *, title: str, own: Mapping[str, Any]) -> Found:
        meta = cut(body[:20_000]).meta
        said = sorted_out({**{key: meta[key] for key in ("question", "principle") if key in meta}, **own})
        reader = Reader(said, place, self.principles)
        try:
            draft = reader.draft(text=body, source=source, title=title)
        except InputError as error:
            return Skipped.because_of(error, place)
        return Item(_tagged(draft, body), place, (*self.notes, *reader.notes))


def _tagged(draft: Draft, body: str) -> Draft:
    """The draft with the tags that stand in its text; the text keeps them."""
    inline = (found.group(1) for found in _TAG.finditer(body) if not found.group(1).isdigit())
    tags = tuple(dict.fromkeys((*draft.tags, *inline)))
    return replace(draft, tags=tags[:200])


def _properties(text: str, start: int, place: str) -> tuple[dict[str, str], int]:
    """The lines under the title of a Notion page that say what it is, and where its text begins."""
    if NOTION.search(PurePosixPath(place).stem) is None:
        return {}, start
    title = _TITLE.match(text, start)
    if title is None:
        return {}, start
    at = end = title.end()
    said = {"title": title.group(1).strip()}
    for line in text[at : at + 20_000].splitlines(keepends=True):
        found = _PROPERTY.match(line.rstrip("\r\n"))
        if found is None and (line.strip() or len(said) > 1):
            break
        if found and section_of(found.group(1))[0]:
            break
        end += len(line)
        if found:
            said[found.group(1).strip()] = found.group(2).strip()
    return said, (end if len(said) > 1 else at)


def _body(text: str, start: int) -> str:
    """The text from here on without the blank lines that it begins with."""
    return text[_BLANKS.match(text, start).end() :]  # type: ignore[union-attr] # an empty match is one


def _too_few(body: str) -> str | None:
    words = words_in(_LINK.sub(" ", body[:20_000]))
    if words >= FEWEST:
        return None
    beside = " beside links" if words_in(body[:20_000]) > words else ""
    return f"It has only {words} {'word' if words == 1 else 'words'}{beside}."
