"""What a story states, each fact with the words that state it. Extracted once; judged elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from starproof.core.text import Placed, Span

QuantityKind = Literal["money", "percent", "multiple", "duration", "count", "score", "size"]
ClaimKind = Literal[
    "relative_change", "multiple", "difference", "annualised", "share", "versus_target", "sum", "duration"
]
ClaimVerdict = Literal["consistent", "inconsistent"]
Basis = Literal["stated", "annualised", "converted"]
Genre = Literal["story", "opinion", "plan", "hypothetical", "gibberish", "foreign", "fragment", "instruction", "copied"]


@dataclass(frozen=True, slots=True)
class Quantity(Placed):
    """An explicit figure. Kinds, units and values are those of ``corpus/ANNOTATION.md``.

    ``value`` is in the unit's base: major currency units, percent, factor, seconds, number, bytes.
    ``unit`` is ``USD`` or ``USD/month``, ``%`` or ``pp``, ``x``, ``s``, a singular noun, ``/5`` or ``NPS``,
    or ``B``.
    """

    span: Span
    text: str
    kind: QuantityKind
    value: float
    unit: str
    high: float | None = None
    """The upper bound where the figure is a range."""
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Claim(Placed):
    """A derived figure whose operands stand in the story, recomputed."""

    span: Span
    text: str
    kind: ClaimKind
    stated: float
    computed: float
    verdict: ClaimVerdict
    operands: tuple[int, ...]
    """Indices of quantities."""
    explanation: str
    """The sum written out, such as ``500 ms to 287 ms is 42.6 % less``."""
    quantity: int | None = None
    """Index of the quantity that states the derived figure."""
    confidence: float | None = None
    """How likely the figure states this sum, 0 to 1; ``None`` where the words tell it, so that nothing was weighed."""

    @property
    def likely(self) -> bool:
        """Whether people are shown it: likelier meant than not, or wrong, which is said only from bars of its own."""
        return self.verdict == "inconsistent" or self.confidence is None or self.confidence >= 0.5


@dataclass(frozen=True, slots=True)
class Impact:
    """The likeliest money outcome, in US dollars a year."""

    annual_usd: float
    quantity: int
    """Index of the quantity it rests on."""
    basis: Basis


SIGNALS: Mapping[str, str] = {
    # who acts, and on whom
    "speaker": "I, me, my: the speaker as one person",
    "group": "we, us, our",
    "managing": "the speaker leads: hired, delegated, coached, decided, escalated, negotiated, staffed",
    "doing": "the speaker's own hands on engineering: debugged, coded, wrote the query, read logs all night",
    "delegation": "work or credit handed to a report or team: asked Priya to, the redesign was theirs",
    "reports": "the speaker's own people: my team, one of my engineers, my leads",
    "peers": "other teams, functions and their managers: legal, the platform team, her counterpart",
    "bosses": "people above: my director, the VP, the board",
    "customers": "people served: users, dealers, patients, merchants",
    "accountability": "what the speaker answers for: I owned, my job was, I was asked to, I ran",
    # judgement
    "decision": "a choice made: decided, chose, cancelled, killed, said no, refused",
    "trade-off": "what a choice cost or gave up: instead of, at the expense of, it meant accepting",
    "disagreement": "someone objects or pushes back: the speaker to others, or others to the speaker",
    "unpopular": "a choice that hurt or was disliked: layoff, cancelled a promised feature, nobody liked",
    "risk": "danger knowingly taken or weighed",
    "conflict": "a fight, tension, escalation between people",
    "setback": "something went wrong on the way: it failed, we lost, rolled back, the pilot broke",
    "mistake": "the speaker owns an error: my mistake, I should have, I underestimated, that one is on me",
    "lesson": "what the speaker learned or does differently now: I learned, next time, ever since, I regret",
    "fault-of-others": "a fault put on other people: because they, let it rot, incompetent, dropped the ball",
    "owned-part": "the speaker's own part in a fault that is also others': our fault too, I had signed it",
    "control": "detail kept in the speaker's hands: approved every change, rewrote their work, checked daily",
    # afterwards
    "lasted": "it held over time: still running, two years on, has not come back",
    "spread": "others took it up: adopted by, three more teams, became the standard",
    "built-on": "it was extended or led to something: that became, we then built on it",
    "mechanism": "a standing process, rule, check, or tool that outlives the work",
    "long-term": "a horizon past the quarter: roadmap, next year, multi-year, strategy",
    "external": "seen outside the firm: conference, patent, press, standard body, regulator, open source",
    "organisation": "reach across organisations: company-wide, every business unit, across divisions",
    # telling
    "vague-amount": "an outcome in empty words: significantly, a lot faster, huge, much better",
    "hedge": "I think, kind of, hopefully, to be honest, sort of",
    "jargon": "technical terms that an outsider could not follow",
    "stakes": "why it mattered: losing, deadline, at risk, customers leaving, would have cost",
    "turn": "a turn or competing pressure: but then, until, however, unexpectedly, at the same time",
    "step": "a bare step in sequence: first, then, after that, next, finally",
    "target": "a stated goal or success criterion: to get under, the target was, by the end of the quarter",
    "constraint": "a limit: no budget, only two people, could not move the date",
    "stakeholder": "people with a stake named: sales lead, the regulator, partner, our legal counsel",
    "coordination": "work with others arranged: together with, sat with both teams, brought in",
    "challenge": "an obstacle met while acting",
    "business-effect": "an effect that outsiders to engineering value: revenue, churn, complaints, hours",
    "adoption": "uptake by people or teams: used by, rolled out to",
    "reaction": "how people took the outcome: thanked, promoted, told the board",
}
"""Every kind of signal that extraction may report, and what it means. Rules read these and quote them."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Words of the story that show something a rule may need. ``kind`` is a key of ``SIGNALS``."""

    kind: str
    span: Span
    sentence: int
    """Index into the document's sentences."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of reach, such as the number of engineers, with the words that state it."""

    value: float
    span: Span


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the work went, as the story states it; ``None`` where it does not say."""

    reports: Measure | None = None
    """People the speaker manages directly or in all, as stated."""
    engineers: Measure | None = None
    """The largest group of engineers or builders that the speaker led or moved."""
    teams: Measure | None = None
    """Teams involved or affected, the speaker's own included."""
    organisations: Measure | None = None
    """Firms, agencies, countries, divisions and the like."""
    places: Measure | None = None
    """Places that one firm runs or serves: plants, shops, schools; several of them are no several organisations."""
    people: Measure | None = None
    """Customers, users, or staff whom the outcome reached."""
    horizon_days: Measure | None = None
    """The longest stretch that the work or its effect is said to cover."""
    planned_days: Measure | None = None
    """The longest stretch that the work itself covers: how long its effect has held since is not planning."""
    named_teams: Measure | None = None
    """Teams called by their work, "the crane team", that took part or took it up, with the speaker's own."""

    @property
    def spots(self) -> Measure | None:
        """The more of organisations and places."""
        told = [measure for measure in (self.organisations, self.places) if measure is not None]
        return max(told, key=lambda measure: (measure.value, -measure.span.start), default=None)


@dataclass(frozen=True, slots=True)
class GenreReading:
    """What sort of text this is. Only a ``story`` is judged."""

    genre: Genre = "story"
    because: str = ""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaning:
    """What the learned reader makes of one question about the whole story, such as whether a flag is due."""

    share: float
    """Calibrated probability, 0 to 1."""
    sentences: tuple[int, ...] = ()
    """Indices of the sentences that speak for it most, strongest first; empty where it rests on an absence."""
    against: tuple[int, ...] = ()
    """Indices of the sentences that plainly speak against it, strongest first; empty where none is looked for."""


NameKind = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class Name:
    """A person or an organisation that the story calls by name; told by its surroundings, never by a list of names."""

    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is extracted from one story. ``signals`` maps each kind to its finds, in text order."""

    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    impact: Impact | None = None
    signals: Mapping[str, tuple[Signal, ...]] = field(default_factory=dict)
    reach: Reach = Reach()
    genre: GenreReading = GenreReading()
    names: tuple[Name, ...] = ()
    """First mention of each name, in text order."""
    other_outcomes: tuple[Impact, ...] = ()
    """Amounts that may have come of the work, likeliest first; less speaks for them, or too little."""

    def of(self, *kinds: str) -> tuple[Signal, ...]:
        """The signals of these kinds, in text order."""
        if len(kinds) == 1:
            return self.signals.get(kinds[0], ())
        found = [s for kind in kinds for s in self.signals.get(kind, ())]
        return tuple(sorted(found, key=lambda s: (s.span.start, s.span.end, s.kind)))
