"""What a dimension is read from, and the reasons that come of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starproof.core.context import StoryContext
from starproof.core.facts import Measure, Quantity, Signal
from starproof.core.results import Flag, Reading
from starproof.core.text import Span
from starproof.extract.people.across import across
from starproof.extract.people.counterparts import others_who_move
from starproof.extract.text.around import heard_within
from starproof.level.bands import Band
from starproof.level.visibility import taken_up

ORDER: Mapping[Reading, int] = {"unclear": -1, "below": 0, "at": 1, "above": 2}
_BREATH = 24
"""Code points between a number of teams and the people in them: "140 engineers in nine teams"."""
_PAUSE = frozenset(".;!?\n")
_LED = re.compile(
    r"\b(?:i|we)(?:[’'](?:ve|d|m))?\s(?:(?:now|also|still|since|then|have|had)\s)*(?:lead|led|run|ran|manage[ds]?|head|headed|"
    r"grew|built|took\sover|inherited|have|had|oversee|oversaw)\b|\b(?:under|report\w*\sto)\s(?:me|us)\b|\bmy\s(?:own\s)?"
    r"(?:team|group|department|organi[sz]ation|division)s?\b",
    re.IGNORECASE,
)
"""The sentence tells whom the teller leads."""
_THAT_WAY = re.compile(
    r"^[^.;!?]{0,40}?\b(?:(?:that|this|the\ssame|our)\sway|like\s(?:that|this)|(?:does?|do|uses?|runs?|follows?)\s(?:it|this|that))\b"
    r"[^.;!?]{0,12}?\b(?:now|since|today|too|as\swell)\b",
    re.IGNORECASE,
)
"""Behind those who are counted: they do since what the teller does, "about sixty engineers, hire that way now"."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason for a reading, with the words it stands on."""

    reads_as: Reading
    because: str
    spans: tuple[Span, ...] = ()
    absent: bool = False
    """Whether it is that nothing of this is told."""
    general: bool = False
    """Whether its words name nobody: "across the business", "became a blueprint"."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that a dimension may look at."""

    context: StoryContext
    bands: Mapping[str, Band]
    measures: Mapping[str, Measure]
    raised: Mapping[str, Flag]
    """The red flags that are raised, by id."""
    cleared: Mapping[str, Flag] = field(default_factory=dict)
    """Those that are clear by words that can be quoted."""

    def reading(self, name: str) -> Reading | None:
        """At which level a measure reads, or ``None`` where the story or the guide gives no figure.

        Those who take the work up are moved by it, and not led: however many they are, they lift nobody above.
        """
        measure, band = self.measures.get(name), self.bands.get(name)
        if measure is None or band is None:
            return None
        read = band.reading(measure.value)
        took = name == "influence" and read == "above" and only_take_it_up(self.context, measure.span)
        return "at" if took else read

    def figure(self) -> Quantity | None:
        """The figure of the largest outcome in money."""
        facts = self.context.facts
        return None if facts.impact is None else facts.quantities[facts.impact.quantity]


def banded(hearing: Hearing, name: str, words: str) -> list[Ground]:
    """The ground that a figure gives on its band; none where either is missing."""
    reading = hearing.reading(name)
    if reading is None:
        return []
    return [Ground(reading, words, (hearing.measures[name].span,))]


def absent(hearing: Hearing, flag: str, otherwise: str) -> list[Ground]:
    """Below where the red flag that stands for this absence is raised, else unclear."""
    raised, cleared = hearing.raised.get(flag), hearing.cleared.get(flag)
    if raised is None and cleared is not None and flag == "single-team":
        spans = tuple(item.span for item in cleared.evidence[:1])
        return [Ground("unclear", "Reaches past the own team; how far is not told.", spans)]
    if raised is None:
        return [Ground("unclear", otherwise)]
    known = hearing.context.guide.red_flag(flag)
    because = f"The red flag “{known.name if known is not None else flag}” is raised."
    return [Ground("below", because, tuple(item.span for item in raised.evidence), absent=True)]


def yielded(hearing: Hearing) -> Sequence[Span]:
    """The words by which others outside the own team change what they do, or take part."""
    return () if "single-team" in hearing.raised else others_who_move(hearing.context)


def partners(hearing: Hearing) -> Sequence[Signal]:
    """The signals of work with other teams; none against the flag that says that no other takes part."""
    return () if "single-team" in hearing.raised else across(hearing.context.facts, hearing.context.document.text)


def leads_them(hearing: Hearing) -> bool:
    """Whether the teams that are counted are the teller's own: their people are told in one breath with them."""
    teams, led = hearing.measures.get("teams"), hearing.measures.get("influence")
    if teams is None or led is None or teams.span == led.span:
        return False
    between = hearing.context.document.text[min(teams.span.end, led.span.end) : max(teams.span.start, led.span.start)]
    told = len(between) < _BREATH and _PAUSE.isdisjoint(between)
    return told and not only_take_it_up(hearing.context, teams.span)


def only_take_it_up(context: StoryContext, counted: Span) -> bool:
    """Whether those who are counted took the work up and are not told to be led: "in use in all six groups"."""
    place = context.sentence_at(counted.start)
    if place is None or context.labels[place].label not in ("result", "reflection"):
        return False
    sentence = context.labels[place].span
    if _LED.search(heard_within(context, sentence.start, sentence.end)) is not None:
        return False
    if _THAT_WAY.search(heard_within(context, counted.end, sentence.end)) is not None:
        return True
    taken = (one.span for one in context.facts.of("adoption", "spread") if one.sentence == place)
    return any(span.start < counted.end + _BREATH and taken_up(context, span) for span in taken)
