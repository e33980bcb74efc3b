"""One story through the system: text, document, labels, facts, timing, rules, level, ratings, probes."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from starproof.core.context import StoryContext
from starproof.core.document import SECTIONS, Document, Label, LabelledSentence, ParseNote, Story
from starproof.core.facts import Facts, GenreReading
from starproof.core.guide import Guide
from starproof.core.keeping import Very
from starproof.core.results import Engine, Finding, GuideRef, RankedPrinciple, Review, SectionRun
from starproof.core.rubbish import seldom_sought
from starproof.core.text import Span
from starproof.core.version import __version__
from starproof.engine.again import again
from starproof.engine.judge import judge
from starproof.engine.provenance import unmatched, with_provenance
from starproof.extract.claims import claimed
from starproof.extract.general import told_in_general
from starproof.extract.genres.copied import copied
from starproof.extract.genres.genre import genre
from starproof.extract.money.impact import outcomes_of
from starproof.extract.people.names import names
from starproof.extract.quantities import quantities
from starproof.extract.reach import reach
from starproof.extract.signals import signals
from starproof.extract.sums.story.figures import telling
from starproof.extract.sums.story.pairs import pairs
from starproof.guides import load_guide
from starproof.level import beside_the_question, rate, read_level
from starproof.parse import parse
from starproof.probes import ask, defend, unanswered
from starproof.rules.base import Rule, discover
from starproof.timing import time_story
from starproof.understand import MODEL, Labelling, evened_out, lean, rank

JUDGING = ("core", "parse", "extract", "understand", "rules", "level", "timing", "probes", "engine")
"""The packages whose code and data decide what a review says."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may choose. The same options, guide and text give the same review."""

    words_per_minute: float = 150.0
    fitted: bool = False
    """Scale each framework's sections so that they add up to its minutes."""
    exemplars_are_stories: bool = False
    """Judge a text although it repeats one of the guide's exemplars, as the audit of a guide does."""
    rates: Mapping[str, float] | None = None
    """US dollars for one unit of each currency; ``None`` takes the dated reference rates."""

    @property
    def chosen(self) -> Hashable:
        """What was chosen, as it stands now: rates may be changed by whoever holds them."""
        rates = None if self.rates is None else tuple(sorted(self.rates.items()))
        return self.words_per_minute, self.fitted, self.exemplars_are_stories, rates


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Reviews stories by one guide. Loads the guide and the rules once; safe to share between threads."""

    guide: Guide = field(default_factory=load_guide)
    options: Options = Options()
    rules: tuple[Rule, ...] = field(default_factory=discover)

    def review(self, story: Story | str) -> Review:
        """Review one story.

        Raises:
            InputError: when there is no text to read, or more than can be read.
        """
        return self.review_document(parse(story if isinstance(story, Story) else Story("story", story)))

    def review_many(self, stories: Iterable[Story | str]) -> Iterator[Review]:
        """Review stories one after the other, in order."""
        return (self.review(story) for story in stories)

    def review_document(self, document: Document) -> Review:
        """Review a story that has been read already."""
        return again(document, (Very(self.guide), Very(self.rules), self.options.chosen), self._reviewed)

    @seldom_sought()
    def _reviewed(self, document: Document) -> Review:
        context = self._context(document)
        judgement = judge(context, self.rules)
        level, defence = read_level(context, judgement.flags), defend(context)
        odd = (*self._unknown(document.principle), *unmatched(document.provenance, context.provenance))
        return Review(
            document=replace(document, notes=(*document.notes, *odd)),
            guide=GuideRef(self.guide.id, self.guide.version),
            engine=self.engine,
            sentences=context.labels,
            sections=tuple(runs(context.labels)),
            missing=tuple(name for name in SECTIONS if all(s.label != name for s in context.labels)),
            facts=context.facts,
            flags=judgement.flags,
            findings=judgement.findings,
            level=level,
            ratings=rate(context, judgement.findings, judgement.flags, level, bare=unanswered(context, defence)),
            principles=self._principles(context, judgement.findings),
            timing=context.timing,
            probes=ask(context, judgement.flags, judgement.findings),
            defence=defence,
        )

    def _principles(self, context: StoryContext, findings: Iterable[Finding]) -> tuple[RankedPrinciple, ...]:
        """The guide's principles, best first; where nothing that happened is told, words alone say little of them.

        A question that the story plainly does not answer says nothing of it.
        """
        document = context.document
        ranked = rank(
            question=None if beside_the_question(findings) else document.question,
            title=document.title,
            text=document.told,
            principles=self.guide.principles,
        )
        return evened_out(ranked) if told_in_general(context) else ranked

    def _context(self, document: Document) -> StoryContext:
        """All that is known of the story before anything judges it."""
        labelling = Labelling.of(document)
        labels = labelling.labels()
        facts = self.facts(document, labels)
        pace, fitted = self.options.words_per_minute, self.options.fitted
        return StoryContext(
            document,
            labels,
            facts,
            self.guide,
            time_story(document, labels, facts, self.guide, words_per_minute=pace, fitted=fitted),
            lean(document, labels, facts),
            with_provenance(document.provenance, facts.quantities),
            labelling.contradicted(),
        )

    def facts(self, document: Document, labels: tuple[LabelledSentence, ...]) -> Facts:
        """All that the story states, each fact with its words."""
        figures = quantities(document.text, within=document.paragraphs)
        found = signals(document, labels)
        story = telling(document.text, figures, [sentence.span for sentence in document.sentences])
        told = pairs(story)
        sums = claimed(story, told)
        impact, others = outcomes_of(story, told, labels, sums=sums, rates=self.options.rates)
        return Facts(
            quantities=figures,
            claims=sums,
            impact=impact,
            other_outcomes=others,
            signals=found,
            reach=reach(document, figures, found),
            genre=self._genre(document),
            names=names(document),
        )

    def _genre(self, document: Document) -> GenreReading:
        """What sort of text this is; a story that repeats an exemplar of the guide is none of its teller's own."""
        reading = genre(document)
        if reading.genre != "story" or self.options.exemplars_are_stories:
            return reading
        return copied(document, self.guide.exemplars) or reading

    def _unknown(self, principle: str | None) -> Iterator[ParseNote]:
        """A note where the author names a principle that the guide does not have."""
        known = [known.id for known in self.guide.principles]
        if principle is not None and principle not in known:
            said = f"This story is meant for {principle[:60]!r}, which is no principle of the guide."
            yield ParseNote("principle", f"{said} It has {', '.join(known)}.")

    @property
    def engine(self) -> Engine:
        """Fingerprints of what judged; see ``Engine``."""
        return Engine(__version__, fingerprint(tuple([rule.code for rule in self.rules])), MODEL)


@cache
def fingerprint(codes: tuple[str, ...]) -> str:
    """Twelve hexadecimal digits that change with the rules' codes, or with any code or data that they rest on."""
    digest = hashlib.sha256(" ".join(codes).encode())
    for package in JUDGING:
        for name, data in _sources(files("starproof") / package):
            digest.update(name.encode() + data)
    return digest.hexdigest()[:12]


def _sources(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith((".py", ".toml", ".bin", ".json")):
            yield entry.name, entry.read_bytes()


def runs(labels: Iterable[LabelledSentence]) -> Iterator[SectionRun]:
    """Neighbouring sentences with one label, as one stretch each."""
    current: tuple[Label, int, int] | None = None
    for sentence in labels:
        if current is not None and current[0] == sentence.label:
            current = (current[0], current[1], sentence.span.end)
            continue
        if current is not None:
            yield SectionRun(current[0], Span(current[1], current[2]))
        current = (sentence.label, sentence.span.start, sentence.span.end)
    if current is not None:
        yield SectionRun(current[0], Span(current[1], current[2]))
