"""What of a story is looked through for names and figures, and the story again from the copies of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from starproof.bank.redaction.book import Passage
from starproof.bank.redaction.survivors import Copy
from starproof.core.bank import Draft, Use
from starproof.core.document import Provenance

Said = Callable[[str, str | None], str | None]
"""The copy of a field by its name, or what the field held where nothing was copied."""


def passages_of(story: int, draft: Draft) -> Iterator[Passage]:
    """Every field in which its owner may have named somebody, with how it is written."""
    yield Passage(story, "text", draft.text)
    for name, form in (("title", "title"), ("question", "prose"), ("notes", "prose"), ("principle", "tag")):
        words = getattr(draft, name)
        if words:
            yield Passage(story, name, words, form)
    for minutes, text in sorted(draft.versions.items()):
        yield Passage(story, f"versions.{minutes}", text)
    for at, tag in enumerate(draft.tags):
        yield Passage(story, f"tags.{at}", tag, "tag")
    for at, one in enumerate(draft.provenance):
        yield Passage(story, f"numbers.{at}.figure", one.figure)
        if one.by:
            yield Passage(story, f"numbers.{at}.by", one.by)
    for at, use in enumerate(draft.uses):
        yield from _of_use(story, f"uses.{at}", use)


def _of_use(story: int, field: str, use: Use) -> Iterator[Passage]:
    for name, form in (("company", "name"), ("interviewer", "name"), ("question", "prose"), ("note", "prose")):
        words = getattr(use, name)
        if words:
            yield Passage(story, f"{field}.{name}", words, form)


def rebuilt(story: int, draft: Draft, copies: Mapping[tuple[int, str], Copy], total: int) -> Draft:
    """The draft from the copies of its fields."""

    def said(field: str, original: str | None) -> str | None:
        copy = copies.get((story, field))
        return copy.text if copy else original

    return replace(
        draft,
        id=f"story-{story + 1:0{len(str(total))}d}",
        text=said("text", draft.text) or "",
        title=said("title", draft.title),
        question=said("question", draft.question),
        principle=said("principle", draft.principle),
        notes=said("notes", draft.notes) or "",
        versions={minutes: said(f"versions.{minutes}", text) or "" for minutes, text in draft.versions.items()},
        tags=tuple(said(f"tags.{at}", tag) or tag for at, tag in enumerate(draft.tags)),
        provenance=tuple(_origin_of(one, f"numbers.{at}", said) for at, one in enumerate(draft.provenance)),
        uses=tuple(_use_of(one, f"uses.{at}", said) for at, one in enumerate(draft.uses)),
        source=None,
    )


def _origin_of(one: Provenance, field: str, said: Said) -> Provenance:
    return replace(one, figure=said(f"{field}.figure", one.figure) or "", by=said(f"{field}.by", one.by))


def _use_of(use: Use, field: str, said: Said) -> Use:
    return replace(
        use,
        company=said(f"{field}.company", use.company),
        interviewer=said(f"{field}.interviewer", use.interviewer),
        question=said(f"{field}.question", use.question),
        note=said(f"{field}.note", use.note) or "",
    )
