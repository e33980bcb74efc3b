"""The level by dimension: each a plain reading of facts against the guide, with its words and what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from starproof.core.context import StoryContext
from starproof.core.facts import Measure, Quantity, Signal
from starproof.core.guide import DIMENSIONS
from starproof.core.results import Dimension, Flag, Reading
from starproof.core.text import Span
from starproof.extract.baselines.other_side import other_side
from starproof.extract.general import told_in_general
from starproof.extract.genres.matter import about_people
from starproof.extract.money.losses import loss
from starproof.extract.people.across import across
from starproof.extract.people.counterparts import others_who_move
from starproof.extract.teller.fitting import first_fitting
from starproof.extract.text.around import clause
from starproof.level.asks import missing
from starproof.level.bands import Band
from starproof.level.case import is_hollow
from starproof.level.lasting import looks_past
from starproof.level.visibility import adopted, looks_on, noted, takes_up
from starproof.level.wording import number, outcome, people, stretch, whose_teams

MANY = 3
"""From so many organisations on, work is across organisations rather than for a client or two."""
_NO_MONEY = (
    "No outcome in money is told.",
    "No worth is told; a story about people shows it in what they can do afterwards.",
)
_NO_REACH = (
    "No outcome in money is told, nor in people or reach that would be worth as much.",
    "No worth is told, in money or beyond the people in it.",
)
_OF_REACH = ("scope", "complexity")
_BREATH = 24
"""Code points between a number of teams and the people in them: "140 engineers in nine teams"."""
_PAUSE = frozenset(".;!?\n")
_ORDER: Mapping[Reading, int] = {"unclear": -1, "below": 0, "at": 1, "above": 2}


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
        """At which level a measure reads, or ``None`` where the story or the guide gives no figure."""
        measure, band = self.measures.get(name), self.bands.get(name)
        return None if measure is None or band is None else band.reading(measure.value)

    def figure(self) -> Quantity | None:
        """The figure of the largest outcome in money."""
        facts = self.context.facts
        return None if facts.impact is None else facts.quantities[facts.impact.quantity]


def read_dimensions(hearing: Hearing) -> tuple[Dimension, ...]:
    """The dimensions in the order of ``DIMENSIONS``. The strongest ground counts: another can only raise a reading."""
    return tuple(_dimension(hearing, name) for name in DIMENSIONS)


def _dimension(hearing: Hearing, name: str) -> Dimension:
    grounds = list(_GROUNDS[name](hearing))
    general = told_in_general(hearing.context)
    if name in _OF_REACH and (general or is_hollow(hearing.context.facts, hearing.raised)):
        grounds = [_in_general(replace(one, general=True) if general else one) for one in grounds]
    best = max(grounds, key=lambda ground: _ORDER[ground.reads_as])
    evidence = hearing.context.evidence(*best.spans)
    people = name == "impact" and about_people(hearing.context.document)
    asked = "below" if best.reads_as == "unclear" and best.spans else best.reads_as  # something of it is told
    asks = missing(hearing.context.guide, name, asked, people=people, told=not best.absent)
    return Dimension(name, best.reads_as, best.because, evidence, asks)


def _in_general(ground: Ground) -> Ground:
    """A ground of a story that tells no figure of its reach and no choice: its words name nobody."""
    return Ground("unclear", "Told in general, without a name or a number.") if ground.general else ground


def _banded(hearing: Hearing, name: str, words: str) -> list[Ground]:
    """The ground that a figure gives on its band; none where either is missing."""
    reading = hearing.reading(name)
    if reading is None:
        return []
    return [Ground(reading, words, (hearing.measures[name].span,))]


def _scope(hearing: Hearing) -> Sequence[Ground]:
    grounds = [*_by_teams(hearing), *_organisations(hearing)]
    if (spread := _taken_up(hearing)) is not None:
        grounds.append(Ground("at", "Others beyond the own team took it up.", (spread,), general=True))
    grounds += _across(hearing, "Other teams or functions take part in it.")
    return grounds or _absent(hearing, "single-team", "Whom beyond the own team the work reached is not told.")


def _organisations(hearing: Hearing) -> list[Ground]:
    wide, reach = _wide(hearing), hearing.context.facts.reach
    found, places = reach.organisations, reach.places
    if found is not None and found.value >= MANY and _weighty(hearing, wide is not None):
        spans = (found.span,) if wide is None else (found.span, wide)
        return [Ground("above", f"Reaches {number(found.value, 'organization')} or units.", spans)]
    if places is not None and places.value >= MANY and _weighty(hearing, wide is not None):
        noun = "department" if "department" in hearing.context.document.quote(places.span).lower() else "place"
        return [Ground("at", f"Reaches {number(places.value, noun)}.", (places.span,))]
    if wide is not None:
        return [Ground("at", "Reaches past the team into the organization.", (wide,), general=True)]
    return []


def _wide(hearing: Hearing) -> Span | None:
    """The first words for the organization at large; those of the scene tell of the firm and not of the work.

    None where a flag is raised against them, nor those of who looked on: "with his name before the whole department".
    """
    found = hearing.context.facts.of("organisation") if "single-team" not in hearing.raised else ()
    labels = hearing.context.labels
    beyond = (signal.span for signal in found if labels[signal.sentence].label not in ("situation", "other"))
    return next((span for span in beyond if not looks_on(hearing.context.document.text, span)), None)


def _weighty(hearing: Hearing, wide: bool) -> bool:
    """Whether those organisations were moved, and not only served: a small team may have many customers."""
    led = hearing.reading("influence")
    return led == "above" or (wide and bool({led, hearing.reading("teams")} & {"at", "above"}))


def _complexity(hearing: Hearing) -> Sequence[Ground]:
    counted = _by_teams(hearing)
    across = _across(hearing, "Other teams or functions had to be brought along.")
    first, then = (across, counted) if _leads_them(hearing) else (counted, across)
    grounds = [*first, *then, *_organisations(hearing)]
    return grounds or _absent(hearing, "single-team", "Which other teams had to take part is not told.")


def _across(hearing: Hearing, words: str) -> list[Ground]:
    """At the level where other teams or functions take part."""
    found = [signal.span for signal in _partners(hearing)] or _yielded(hearing)
    return [Ground("at", words, tuple(found[:1]))] if found else []


def _yielded(hearing: Hearing) -> Sequence[Span]:
    """The words by which others outside the own team change what they do, or take part."""
    return () if "single-team" in hearing.raised else others_who_move(hearing.context)


def _partners(hearing: Hearing) -> Sequence[Signal]:
    """The signals of work with other teams; none against the flag that says that no other takes part."""
    return () if "single-team" in hearing.raised else across(hearing.context.facts, hearing.context.document.text)


def _by_teams(hearing: Hearing) -> list[Ground]:
    """The ground that a number of teams gives: many that are only served make no organization, nor more than a team's.

    They read above the level where as many people are led as the next one asks for, or it was worth as much.
    """
    grounds = _banded(hearing, "teams", _teams(hearing))
    if "above" in (hearing.reading("influence"), hearing.reading("impact")):
        return grounds
    return [replace(one, reads_as="at") if one.reads_as == "above" else one for one in grounds]


def _teams(hearing: Hearing) -> str:
    teams = hearing.measures.get("teams")
    verb = "Leads" if _leads_them(hearing) else "Involves"
    return "" if teams is None else f"{verb} {whose_teams(hearing.context, teams)}."


def _leads_them(hearing: Hearing) -> bool:
    """Whether the teams that are counted are the teller's own: their people are told in one breath with them."""
    teams, led = hearing.measures.get("teams"), hearing.measures.get("influence")
    if teams is None or led is None or teams.span == led.span:
        return False
    between = hearing.context.document.text[min(teams.span.end, led.span.end) : max(teams.span.start, led.span.start)]
    return len(between) < _BREATH and _PAUSE.isdisjoint(between)


def _horizon(hearing: Hearing) -> Sequence[Ground]:
    grounds = _stretches(hearing)
    if (lasting := looks_past(hearing.context, hearing.raised)) is not None:
        grounds.append(Ground("at", "Looks past the work itself, without saying how far.", (lasting,)))
    return grounds or _absent(hearing, "short-horizon", "No stretch of time is told.")


def _stretches(hearing: Hearing) -> list[Ground]:
    """The stretch that the work covers, on its band; how long the outcome has held reads at the level at the most."""
    band, found = hearing.bands.get("horizon"), hearing.measures.get("horizon")
    planned = hearing.context.facts.reach.planned_days
    if band is None or found is None:
        return []
    grounds: list[Ground] = []
    if planned is not None:
        grounds.append(Ground(band.reading(planned.value), f"Covers {stretch(planned.value)}.", (planned.span,)))
    if planned is None or planned.value < found.value:
        held = min(band.reading(found.value), "at", key=_ORDER.__getitem__)
        covers = f"Covers {stretch(planned.value)}; its" if planned is not None else "Its"
        spans = (found.span,) if planned is None else (planned.span, found.span)
        grounds.insert(0, Ground(held, f"{covers} effect is told over {stretch(found.value)}.", spans))
    return grounds


def _influence(hearing: Hearing) -> Sequence[Ground]:
    found = hearing.measures.get("influence")
    if found is not None and hearing.reading("influence") == "below" and (both := _with_teams(hearing, found)):
        return [both]
    if found is not None and hearing.reading("influence") == "below" and _reaches_others(hearing):
        told = f"Leads {people(hearing.context, found)}; others whom it moved are told without a number."
        return [Ground("unclear", told, (found.span,))]
    if found is not None and hearing.reading("influence") == "below" and _only_reports(hearing, found):
        told = f"{number(found.value, 'report')} told; how many engineers that is in all is not."
        return [Ground("unclear", told, (found.span,))]
    words = "" if found is None else f"Leads or moves {people(hearing.context, found)}."
    grounds = _banded(hearing, "influence", words)
    if not grounds and (teams := _enough_teams(hearing)) is not None:
        told = f"Involves {number(teams.value, 'team')}, without saying how many people."
        grounds.append(Ground("at", told, (teams.span,)))
    return grounds or [Ground("unclear", "No number of engineers is told.")]


def _enough_teams(hearing: Hearing) -> Measure | None:
    """The number of teams where it is as large as the level asks for: their people are moved, counted or not."""
    teams, band = hearing.context.facts.reach.teams, hearing.bands.get("teams")
    return teams if teams is not None and band is not None and band.reading(teams.value) != "below" else None


def _with_teams(hearing: Hearing, led: Measure) -> Ground | None:
    """The ground of a small group that moves so many teams: to tell its number takes nothing from them."""
    teams = _enough_teams(hearing)
    if teams is None or _leads_them(hearing):
        return None
    own, others = people(hearing.context, led), number(teams.value, "team")
    told = f"Leads {own} and involves {others}, whose people are not counted."
    return Ground("at", told, (led.span, teams.span))


def _only_reports(hearing: Hearing, led: Measure) -> bool:
    """Whether the people are those who report to the teller, who may lead others in turn."""
    return "report" in hearing.context.document.quote(led.span).lower()


def _reaches_others(hearing: Hearing) -> bool:
    """Whether other teams take part, or it spread to them; those whom it serves are not moved."""
    teams = hearing.reading("teams") in ("at", "above")
    return (
        teams
        or bool(_partners(hearing) or _yielded(hearing) or "single-team" in hearing.cleared)
        or ("single-team" not in hearing.raised and bool(hearing.context.facts.of("spread")))
    )


def _taken_up(hearing: Hearing) -> Span | None:
    """The words by which others beyond the own team took it up; none where a flag is raised against them.

    Words alone are weaker than the whole story, on which the flag rests, and one page says one thing.
    """
    context = hearing.context
    told = context.facts.of("spread", "adoption") if "single-team" not in hearing.raised else ()
    return first_fitting(context, [one for one in told if takes_up(context.document.quote(one.span))])


def _impact(hearing: Hearing) -> Sequence[Ground]:
    found = hearing.measures.get("impact")
    figure = hearing.figure()
    other = other_side(hearing.context.facts)
    words = "" if found is None or figure is None else outcome(hearing.context.facts, found.value, figure)
    grounds = _banded(hearing, "impact", words)
    if other is not None:
        grounds = [replace(one, spans=(*one.spans, other.span)) for one in grounds]
    return grounds or [_untold_worth(hearing)]


def _untold_worth(hearing: Hearing) -> Ground:
    """Below where the flag for a small impact is raised and no sum is told, else unclear: one page says one thing."""
    about, flag = about_people(hearing.context.document), hearing.raised.get("low-impact")
    lost = loss(hearing.context)
    if flag is None or hearing.figure() is not None:
        return _beside(Ground("unclear", _NO_MONEY[about]), hearing, lost)
    spans = tuple(item.span for item in flag.evidence)
    return _beside(Ground("below", flag.because if spans else _NO_REACH[about], spans, absent=True), hearing, lost)


def _beside(ground: Ground, hearing: Hearing, lost: Quantity | None) -> Ground:
    """The same where a loss is told: it is heard, and what was gained or spared is still open."""
    if lost is None or ground.spans:
        return ground
    quote = " ".join(hearing.context.document.quote(lost.span).split())
    told = f"A loss of {quote} is told, and no gain: what the work has earned or spared since is not."
    return replace(ground, because=told, spans=(lost.span,), absent=True)


def _external(hearing: Hearing) -> Sequence[Ground]:
    context = hearing.context
    if seen := noted(context.facts, context.document.text):
        return [Ground("above", "Seen outside the firm.", (seen[0].span,))]
    if (taken := adopted(context)) is not None:
        return [Ground("above", "Taken over outside the firm.", (clause(context, taken),))]
    return [Ground("unclear", "Nothing is told of anyone outside the firm taking note.")]


def _absent(hearing: Hearing, flag: str, otherwise: str) -> list[Ground]:
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


_GROUNDS: Mapping[str, Callable[[Hearing], Sequence[Ground]]] = {
    "scope": _scope,
    "horizon": _horizon,
    "influence": _influence,
    "impact": _impact,
    "complexity": _complexity,
    "external": _external,
}
