"""Reviews made by hand over a real text, full in every part, so that reports are tested without the engine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from starproof.core.document import (
    SECTIONS,
    Document,
    Heading,
    Label,
    LabelledSentence,
    Sentence,
)
from starproof.core.facts import Facts, GenreReading
from starproof.core.guide import CRITERIA
from starproof.core.results import (
    FLAGS,
    AskVerdict,
    Engine,
    Evidence,
    Finding,
    Flag,
    FrameworkFit,
    GuideRef,
    Level,
    RankedPrinciple,
    Rating,
    Review,
    SectionRun,
    Timing,
)
from starproof.core.text import Span

PRINCIPLES = (
    "customer-obsession", "deliver-results", "ownership", "have-backbone", "earn-trust", "dive-deep",
    "invent-and-simplify", "hire-and-develop",
)  # fmt: skip
ENGINE = Engine("0.1.0", "3f9a1c07be22", "cues-1")
GUIDE = GuideRef("l6-engineering-manager", "1")
PLANS = {
    "2-minute": {"situation": 25.0, "task": 20.0, "action": 60.0, "result": 35.0},
    "3-minute": {"situation": 35.0, "task": 30.0, "action": 90.0, "result": 45.0},
    "4-minute": {"situation": 50.0, "task": 40.0, "action": 110.0, "result": 60.0},
}


def ranked() -> tuple[RankedPrinciple, ...]:
    weights = [1 / (place + 1.7) for place in range(len(PRINCIPLES))]
    return tuple(RankedPrinciple(p, w / sum(weights)) for p, w in zip(PRINCIPLES, weights, strict=True))


def timing(sections: dict[Label, float], *, met: tuple[Evidence, ...] = ()) -> Timing:
    """How long it takes and how it fits; ``met`` is what shows that one thing was told which is asked for."""
    told = sum(sections.values())
    fits = []
    for name, plan in PLANS.items():
        over = told - sum(plan.values())
        verdict = "fits" if abs(over) < 0.05 * told else "over" if over > 0 else "under"
        asks = (
            AskVerdict("situation", "scope-in-figures", True if met else None, met),
            AskVerdict("task", "success-criterion", None, ()),
            AskVerdict("result", "lesson", False, ()),
        )
        advice = f"Take {abs(over):.0f} s from the action: look at “I asked two of my leads” first."
        fits.append(FrameworkFit(name, sum(plan.values()), told, verdict, over, advice, asks, plan, dict(sections)))  # type: ignore[arg-type]
    return Timing(150.0, told, sections, tuple(fits))


def headed(text: str) -> tuple[Document, tuple[LabelledSentence, ...]]:
    """A text with Markdown headings, read in the plainest way."""
    paragraphs: list[Span] = []
    headings: list[Heading] = []
    sentences: list[Sentence] = []
    labels: list[LabelledSentence] = []
    label: Label = "other"
    body = text.index("\n---\n") + 5 if text.startswith("---\n") else 0
    for block in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text[body:]):
        span = Span(body + block.start(), body + block.end())
        if block.group()[2:].lower() in SECTIONS:
            label = next(name for name in SECTIONS if name == block.group()[2:].lower())
            headings.append(Heading(span, block.group()[2:], label))
            continue
        for found in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", span.of(text), re.DOTALL):
            place = Span(span.start + found.start(), span.start + found.end())
            sentences.append(Sentence(place, len(paragraphs), label))
            labels.append(LabelledSentence(place, label, 1.0, True, len(paragraphs)))
        paragraphs.append(span)
    words = len(text[body:].split())
    return Document(text, tuple(sentences), tuple(paragraphs), tuple(headings), "written", words), tuple(labels)


def runs(labels: Iterable[LabelledSentence]) -> tuple[SectionRun, ...]:
    found: list[SectionRun] = []
    for sentence in labels:
        if found and found[-1].label == sentence.label:
            found[-1] = SectionRun(sentence.label, Span(found[-1].span.start, sentence.span.end))
        else:
            found.append(SectionRun(sentence.label, sentence.span))
    return tuple(found)


def review_of(
    text: str, *spans: tuple[int, int], title: str | None = None, every: int | None = None, **changes: object
) -> Review:
    """Any text as a story, with a finding on each of these spans; ``every`` marks each so many sentences."""
    document, plain = headed(text)
    document = replace(document, title=title, source=f"{title or 'story'}.md", id=title or "story")
    labels = tuple(replace(one, label=SECTIONS[place * 5 // len(plain)]) for place, one in enumerate(plain))
    places = [Span(*span) for span in spans]
    places += [sentence.span for sentence in labels[:: every or len(labels) + 1]] if every else []
    findings = tuple(
        Finding(
            f"COM{601 + place % 9}",
            "words-with-no-amount",
            ("error", "warning", "note")[place % 3],
            f"Says {span.of(text)[:50]!r}.",
            (Evidence(span, span.of(text)),),
            None,
            span.of(text)[:50],
        )  # type: ignore[arg-type]
        for place, span in enumerate(places)
    )
    sections: dict[Label, float] = {}
    for one in labels:
        sections[one.label] = sections.get(one.label, 0.0) + len(one.span.of(text).split()) * 0.4
    review = Review(
        document=document,
        guide=GUIDE,
        engine=ENGINE,
        sentences=labels,
        sections=runs(labels),
        missing=tuple(name for name in SECTIONS if all(one.label != name for one in labels)),
        facts=Facts(),
        flags=tuple(Flag(name, "cannot_say", "warning", "There is too little to go by.") for name in FLAGS),
        findings=findings,
        level=Level("unclear", 0.0, "There is too little to go by.", ()),
        ratings=tuple(Rating(name, None, None, ("Nothing to judge this by.",)) for name in CRITERIA),
        principles=ranked(),
        timing=timing(sections),
        probes=(),
    )
    return replace(review, **changes)  # type: ignore[arg-type]


def no_story() -> Review:
    """A text that is no story: nothing is judged."""
    text = "I believe that a leader listens. Leaders should be humble."
    genre = GenreReading("opinion", "It says what leaders should do, not what you did.", (Span(0, 31),))
    return review_of(text, facts=Facts(genre=genre))


HOSTILE: dict[str, str] = {
    "script": "I ran <script>alert(1)</script> & \"two\" 'one' ]]> <!-- x --> {{ 7*7 }} {% raw %} </style></title>.",
    "markdown": "I wrote *bold* _it_ `code` [link](http://example.org) ![x](y) | pipe | # h\n> quote <b>b</b> \\ ~~~",
    "escapes": "I cut \x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J the \x00 nul \x08 back \x7f time.",
    "overrides": "I moved \u202ethe plan\u202c and \u2066isolated\u2069 it. \u200bZero\u2060 width\ufeff too.",
    "hebrew": "ניהלתי צוות של 12 מהנדסים, ו-3 מהם עזבו. أدرت فريقًا من عشرة مهندسين.",
    "emoji": "We shipped 🚀👩‍👩‍👧‍👦 on time 👍🏽, e\u0301te\u0301. 日本語のチームと働きました。三倍になりました。",
    "windows": "I ran three teams.\r\nWe cut the time.\r\n\r\nI learned a lot.\r\n",
    "tabs": "I ran\tthree\tteams.\tWe cut\u2028the\u2029time.",
    "long-word": "I ran " + "x" * 500 + " and " + "日" * 200 + ".",
}
"""Stories that try to break out of a page, a table or a terminal."""
