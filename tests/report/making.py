"""Reviews made by hand over a real text, full in every part, so that reports are tested without the engine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files

from starproof.core.document import (
    SECTIONS,
    Document,
    Heading,
    Label,
    LabelledSentence,
    ParseNote,
    Provenance,
    Sentence,
)
from starproof.core.facts import Claim, Facts, GenreReading, Impact, Quantity
from starproof.core.guide import CRITERIA, DIMENSIONS
from starproof.core.results import (
    FLAGS,
    AskVerdict,
    Card,
    Defence,
    Dimension,
    Engine,
    Evidence,
    Finding,
    Flag,
    FrameworkFit,
    GuideRef,
    Level,
    Probe,
    RankedPrinciple,
    Rating,
    Review,
    SectionRun,
    Timing,
)
from starproof.core.text import Span

EXAMPLE = (files("starproof") / "examples" / "parts-catalogue.md").read_text(encoding="utf-8")
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


def example_review() -> Review:
    """The example story as a bar raiser would mark it."""
    return _Example(EXAMPLE).review()


class _Example:
    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, quote: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(quote, start + 1)
        return Span(start, start + len(quote))

    def quotes(self, *quotes: str) -> tuple[Evidence, ...]:
        return tuple(Evidence(self.at(quote), quote) for quote in quotes)

    def review(self) -> Review:
        document, labels = headed(self.text)
        document = replace(
            document,
            id="parts-catalogue",
            title="The catalogue nobody waited for",
            question="Tell me about a time you fixed something for your customers that another team had broken.",
            principle="customer-obsession",
            source="parts-catalogue.md",
            notes=(ParseNote("front-matter-key", "The front matter's key 'mood' is not known; it was left alone."),),
        )
        blamed = self.quotes("The platform team had simply let the index rot for two years")
        wrong = self.quotes("32% better than the target")
        drop = self.quotes("a drop of 19%")
        findings = (
            Finding(
                "NUM201",
                "restated-figure-mismatch",
                "error",
                "500 ms to 287 ms is 42.6 % less, not 32 %.",
                wrong,
                None,
                "Which of the two is it?",
            ),
            Finding(
                "OWN301",
                "blame",
                "warning",
                "A fault is put on another team; your own part comes much later.",
                blamed,
                "red_flags/blame",
                "What was your part in it?",
            ),
            Finding(
                "NUM204",
                "percent-or-points",
                "warning",
                "From 31 % to 12 % is a drop of 19 points, or of 61 %.",
                drop,
                None,
                None,
            ),
            Finding(
                "LDR505",
                "no-follow-up",
                "warning",
                "Nothing is said about what happened after the launch.",
                (),
                "red_flags/no-follow-up",
                "Did it hold? Who else took it up?",
            ),
            Finding(
                "COM604",
                "hedge",
                "note",
                "“about” beside a figure of your own invites the question how it was counted.",
                self.quotes("about $11"),
                None,
                None,
            ),
        )
        return Review(
            document=document,
            guide=GUIDE,
            engine=ENGINE,
            sentences=labels,
            sections=runs(labels),
            missing=(),
            facts=self.facts(),
            flags=self.flags(blamed),
            findings=findings,
            level=self.level(),
            ratings=self.ratings(blamed),
            principles=ranked(),
            timing=timing({"situation": 29.6, "task": 16.8, "action": 61.2, "result": 22.0, "reflection": 8.4}, self),
            probes=(
                Probe(
                    "“a drop of 19%”: points or percent, and of how many calls?",
                    "The figure can be read two ways.",
                    drop,
                ),
                Probe(
                    "What did stopping the vendor pilot cost you with sales?",
                    "A choice against a stakeholder.",
                    self.quotes("I decided to stop the vendor pilot."),
                ),
                Probe(
                    "Finance counts $1.1M a year: how much of it is calls, and how much orders?",
                    "Two effects in one sum.",
                    self.quotes("$1.1M a year"),
                ),
                Probe(
                    "You lent a senior for three weeks. Who decided what the mobile team would not ship?",
                    "A cost carried by another team.",
                    (),
                ),
                Probe("Did it hold? Who else took it up?", "The story ends with the outcome.", ()),
            ),
            defence=self.defence(),
        )

    def defence(self) -> tuple[Defence, ...]:
        wrong, most = self.quotes("32% better than the target", "finance counts $1.1M a year")
        ask = "Where does this come from: measured, estimated, told, or can't you confirm it?"
        return (
            Defence(
                12,
                wrong,
                "It does not follow from your own figures.",
                "You say 32%, but 500 ms to 287 ms is 42.6 % less. Which is it?",
                Card("Which is it?", "“Median search went from 4.2 seconds to 287 ms.”"),
                ask=ask,
            ),
            Defence(
                16,
                most,
                "It is the largest outcome you name.",
                "What else changed?",
                Card("What else changed?", "The story does not say: what else changed."),
                Provenance("$1.1M a year", "measured", "finance"),
            ),
        )

    def facts(self) -> Facts:
        def q(text: str, kind: str, value: float, unit: str, nth: int = 0, **more: object) -> Quantity:
            return Quantity(self.at(text, nth), text, kind, value, unit, **more)  # type: ignore[arg-type]

        quantities = (
            q("4.2 seconds", "duration", 4.2, "s"),
            q("31%", "percent", 31, "%"),
            q("about $11", "money", 11, "USD", approx=True),
            q("$95,000 a month", "money", 95000, "USD/month"),
            q("two years", "duration", 2 * 365 * 86400, "s"),
            q("three teams", "count", 3, "team"),
            q("19 engineers", "count", 19, "engineer"),
            q("500 ms", "duration", 0.5, "s"),
            q("six weeks", "duration", 42 * 86400, "s"),
            q("2,400 workshops", "count", 2400, "workshop"),
            q("4.2 seconds", "duration", 4.2, "s", 1),
            q("287 ms", "duration", 0.287, "s"),
            q("32%", "percent", 32, "%"),
            q("31%", "percent", 31, "%", 1),
            q("12%", "percent", 12, "%"),
            q("19%", "percent", 19, "%"),
            q("$1.1M a year", "money", 1.1e6, "USD/year"),
        )
        claims = (
            Claim(
                self.at("32%"),
                "32%",
                "versus_target",
                32,
                42.6,
                "inconsistent",
                (7, 11),
                "500 ms to 287 ms is 42.6 % less",
                12,
            ),
            Claim(
                self.at("19%"),
                "19%",
                "difference",
                19,
                19,
                "consistent",
                (13, 14),
                "31 % to 12 % is 19 points less",
                15,
            ),
        )
        return Facts(quantities, claims, Impact(1.1e6, 16, "stated"))

    def flags(self, blamed: tuple[Evidence, ...]) -> tuple[Flag, ...]:
        def flag(name: str) -> Flag:
            if name == "blame":
                because = "A fault is put on another team; your own part comes much later."
                return Flag(name, "raised", "warning", because, blamed, "What was your part in it?")
            if name == "no-follow-up":
                because = "Nothing is said about what happened after the launch."
                return Flag(name, "raised", "warning", because, (), "Did it hold? Who else took it up?")
            if name == "short-horizon":
                return Flag(name, "cannot_say", "warning", "The only dates are the six weeks of the work itself.")
            return Flag(name, "clear", "warning", "Nothing of the sort was found.", ())

        return tuple(flag(name) for name in FLAGS)

    def level(self) -> Level:
        rows = {
            "scope": ("at", "Three teams that the speaker ran.", ("three teams",), ("how the third team took part",)),
            "horizon": (
                "below",
                "Six weeks, and nothing after them.",
                ("within six weeks",),
                ("a plan past the quarter", "what holds a year on"),
            ),
            "influence": ("at", "19 engineers, and a neighbouring team moved.", ("19 engineers in all",), ()),
            "impact": ("at", "$1.1M a year lies between $1M and $5M.", ("$1.1M a year",), ()),
            "complexity": (
                "above",
                "Two sides that wanted opposite things, and a failed first release.",
                ("Our sales lead was against it",),
                (),
            ),
            "external": (
                "unclear",
                "Nothing is seen outside the firm.",
                (),
                ("a talk, a standard, a customer who tells of it",),
            ),
        }
        dimensions = tuple(
            Dimension(name, rows[name][0], rows[name][1], self.quotes(*rows[name][2]), rows[name][3])  # type: ignore[arg-type]
            for name in DIMENSIONS
        )
        return Level("at", 0.71, "Scope, influence and impact read at the level; the horizon is short.", dimensions)

    def ratings(self, blamed: tuple[Evidence, ...]) -> tuple[Rating, ...]:
        given = {"structure": 5, "ownership": 2, "scope": 4, "impact": 3, "judgement": 4, "learning": 4}
        return tuple(
            Rating(
                name,
                given[name],
                f"Shows what the guide says of {given[name]}.",
                (
                    "Says what they answered for.",
                    *(["No more than 2: A fault is put on another team."] * (given[name] == 2)),
                ),
                blamed,
            )
            if name in given
            else Rating(name, None, None, ("The story gives nothing to judge this by.",))
            for name in CRITERIA
        )


def ranked() -> tuple[RankedPrinciple, ...]:
    weights = [1 / (place + 1.7) for place in range(len(PRINCIPLES))]
    return tuple(RankedPrinciple(p, w / sum(weights)) for p, w in zip(PRINCIPLES, weights, strict=True))


def timing(sections: dict[Label, float], example: _Example | None = None) -> Timing:
    told = sum(sections.values())
    fits = []
    for name, plan in PLANS.items():
        over = told - sum(plan.values())
        verdict = "fits" if abs(over) < 0.05 * told else "over" if over > 0 else "under"
        met = example.quotes("I was asked to bring the median search under 500 ms") if example else ()
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
