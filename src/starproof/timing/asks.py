"""What a framework asks of a section, looked for by small detectors that are found, not listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from starproof.core.document import Label
from starproof.core.guide import Ask
from starproof.core.results import AskVerdict, Evidence
from starproof.core.text import Span
from starproof.extract.genres.matter import about_people
from starproof.timing.passage import Passage

Find = Callable[[Passage], Iterable[Span]]
QUOTES = 3
"""How many quotes stand behind one verdict at the most."""


@dataclass(frozen=True, slots=True)
class Detector:
    """Looks for one thing that a framework may ask for. ``find`` yields the words that give it."""

    name: str
    within: tuple[Label, ...]
    """Where it may stand. Wider than the guide's section where annotators put it elsewhere too: a setback
    met while acting is labelled a result, and the goal is often told in one breath with the situation."""
    find: Find
    people: bool = True
    """Whether it is looked for in a story about people, too."""
    anywhere: bool = False
    """Whether it may be told in any section: then it is not said to be lacking where its section is there without it,
    as telling more must never cost anything."""


def detector(
    name: str, *, within: tuple[Label, ...], people: bool = True, anywhere: bool = False
) -> Callable[[Find], Detector]:
    """Make a detector of a function; a guide's ask names it."""
    return lambda find: Detector(name, within, find, people, anywhere)


@cache
def detectors() -> Mapping[str, Detector]:
    """Every detector of ``timing/detectors``, by name."""
    package = import_module("starproof.timing.detectors")
    modules = [import_module(found.name) for found in iter_modules(package.__path__, package.__name__ + ".")]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Detector)]
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}


def ask_verdict(section: str, ask: Ask, story: Passage) -> AskVerdict:
    """Whether the section gives what is asked, with quotes.

    ``None`` where it cannot be said: the text is no story, nobody knows how to look for it, or the section
    was not recognised while the thing itself is told elsewhere (then quoted), as some may be, or it is nothing that
    a story about people has to give. A section that is missing along with what it should give is a plain ``False``.
    """
    known = detectors().get(ask.detector)
    if known is None or story.facts.genre.genre != "story" or not story.holds_any():
        return AskVerdict(section, ask.id, None)
    if found := list(known.find(story.narrowed(*known.within))):
        return AskVerdict(section, ask.id, True, _quotes(story, found))
    there = any(s.label == section for s in story.labels)
    elsewhere = [] if there and not known.anywhere else list(known.find(story))
    unasked = not known.people and about_people(story.document)
    return AskVerdict(section, ask.id, None if elsewhere or unasked else False, _quotes(story, elsewhere))


def _quotes(story: Passage, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    apart = {(span.start, span.end): span for span in spans}
    return tuple(Evidence(apart[place], story.document.quote(apart[place])) for place in sorted(apart)[:QUOTES])
