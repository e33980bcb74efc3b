"""The shipped example as a bar raiser would mark it, by hand and full in every part."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from starproof.core.document import (
    ParseNote,
    Provenance,
)
from starproof.core.facts import Claim, Facts, Impact, Quantity
from starproof.core.guide import CRITERIA, DIMENSIONS
from starproof.core.results import (
    FLAGS,
    Card,
    Defence,
    Dimension,
    Evidence,
    Finding,
    Flag,
    Level,
    Probe,
    Rating,
    Review,
)
from starproof.core.text import Span
from tests.report.making import ENGINE, GUIDE, headed, ranked, runs, timing

EXAMPLE = (files("starproof") / "examples" / "parts-catalogue.md").read_text(encoding="utf-8")


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
            timing=timing(
                {"situation": 29.6, "task": 16.8, "action": 61.2, "result": 22.0, "reflection": 8.4},
                met=self.quotes("I was asked to bring the median search under 500 ms"),
            ),
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
