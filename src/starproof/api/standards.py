"""Guides: found, described, compiled from files, written in other shapes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from starproof.api.reading import read_bytes
from starproof.core.guide import Exemplar, Framework, Guide, Range, RedFlag
from starproof.errors import InputError, NotFound
from starproof.guides import Compiled, compile_guide, to_markdown, to_toml


def find_exemplars(guide: Guide, *, principle: str | None = None, search: str | None = None) -> tuple[Exemplar, ...]:
    """The exemplars of a principle, and with all of these words somewhere in them, in the guide's order.

    Raises:
        NotFound: when the guide has no such principle.
    """
    known = [p.id for p in guide.principles]
    if principle is not None and principle not in known:
        raise NotFound(
            "E-GDE-050", f"The guide {guide.id!r} has no principle {principle!r}.", f"It has {', '.join(known)}."
        )
    words = (search or "").lower().split()
    return tuple(
        exemplar
        for exemplar in guide.exemplars
        if principle in (None, exemplar.principle) and all(word in _words_of(exemplar) for word in words)
    )


def _words_of(exemplar: Exemplar) -> str:
    parts = (exemplar.id, exemplar.title, exemplar.situation, exemplar.task, *exemplar.actions, *exemplar.results)
    return "\n".join(parts).lower()


def compile_guide_file(source: str | Path) -> Compiled:
    """Read a guide in Markdown from a file.

    Raises:
        InputError: when the file cannot be read, or is no text.
        GuideError: when there is nothing of a guide in it.
    """
    try:
        text = read_bytes(Path(source)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "E-INP-104", f"{str(source)!r} is no UTF-8 text: byte {error.start}.", "Save it as UTF-8."
        ) from error
    return compile_guide(text, name=str(source))


def guide_as(guide: Guide, *, form: str) -> str:
    """The whole guide as ``toml`` or ``markdown``."""
    return to_toml(guide) if form == "toml" else to_markdown(guide)


def describe(guide: Guide, ids: Sequence[str] = ()) -> str:
    """Parts of a guide in plain words: all those with these ids, or all but the exemplars' texts.

    Raises:
        NotFound: when an id is not in the guide; the hint lists the closest.
    """
    if not ids:
        return "\n\n".join([f"{guide.title} ({guide.id} {guide.version})", *_overview(guide)])
    by_id: dict[str, list[str]] = {}
    for _, part_id, words in _parts(guide):
        by_id.setdefault(part_id.lower(), []).append(words)
    missing = [name for name in ids if name.lower() not in by_id]
    if missing:
        close = get_close_matches(missing[0].lower(), list(by_id), n=3, cutoff=0.4)
        hint = f"Did you mean {' or '.join(close)}?" if close else "`starproof guide list` shows ids."
        raise NotFound("E-GDE-051", f"The guide {guide.id!r} has nothing called {missing[0]!r}.", hint)
    return "\n\n".join(words for name in ids for words in by_id[name.lower()])


def _parts(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Title, id and description of everything in a guide, in its order."""
    yield from (("Expectations", e.id, f"{e.name}: {e.says}{_range(e.range)}") for e in guide.expectations)
    yield from (("Principles", p.id, f"{p.name}\n  {p.looks_for}") for p in guide.principles)
    yield from (("Exemplars", e.id, _exemplar(e)) for e in guide.exemplars)
    yield from (("Frameworks", f.id, _framework(f)) for f in guide.frameworks)
    yield from (("Red flags", f.id, _red_flag(f)) for f in guide.red_flags)
    title = f"Differences from {guide.next_level}"
    for d in guide.differences:
        yield title, d.id, f"{d.name}\n  {guide.level}: {d.here}\n  {guide.next_level}: {d.next}"
    for c in guide.criteria:
        yield "Criteria", c.id, "\n".join([c.name, *(f"  {n}  {words}" for n, words in enumerate(c.anchors, 1))])


def _overview(guide: Guide) -> Iterator[str]:
    titles: dict[str, list[str]] = {}
    for title, _, words in _parts(guide):
        titles.setdefault(title, []).append(words)
    titles["Exemplars"] = [f"{len(guide.exemplars)}; `starproof guide list` lists them."]
    yield from ("\n".join([title.upper(), *entries]) for title, entries in titles.items())


def _red_flag(flag: RedFlag) -> str:
    limits = "".join(f"\n  {name} = {value:,.10g}" for name, value in flag.thresholds.items())
    return f"{flag.name} ({flag.group})\n  {flag.says}{limits}\n  Source: {flag.source}"


def _range(found: Range | None) -> str:
    if found is None:
        return ""
    high = "and more" if found.high is None else f"to {found.high:,.10g}"
    return f" [{found.low:,.10g} {high} {found.unit}]"


def _exemplar(exemplar: Exemplar) -> str:
    actions = "\n".join(f"    - {line}" for line in exemplar.actions)
    results = "\n".join(f"    - {line}" for line in exemplar.results)
    return (
        f"{exemplar.id} {exemplar.title} ({exemplar.principle})\n"
        f"  Situation: {exemplar.situation}\n  Task: {exemplar.task}\n"
        f"  Action:\n{actions}\n  Result:\n{results}"
    )


def _framework(framework: Framework) -> str:
    fitted = {s.section: s.seconds for s in framework.fitted().sections}
    lines = [
        f"  {s.section:10} {s.seconds:5g} s, fitted {fitted[s.section]:g} s: " + "; ".join(ask.says for ask in s.asks)
        for s in framework.sections
    ]
    total = f"{framework.name}: {framework.seconds:g} s nominal, sections add up to {framework.planned:g} s"
    return "\n".join([total, *lines])
