"""The level by dimension: each a plain reading of facts against the guide, with its words and what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from starproof.core.guide import DIMENSIONS
from starproof.core.results import Dimension
from starproof.core.text import Span
from starproof.extract.general import told_in_general
from starproof.extract.genres.matter import about_people
from starproof.extract.people.firms import is_hired
from starproof.extract.people.otherwise import work_otherwise
from starproof.extract.teller.fitting import first_fitting
from starproof.extract.text.around import clause
from starproof.level.asks import missing
from starproof.level.case import is_hollow
from starproof.level.hearing import ORDER, Ground, Hearing, absent, banded, leads_them, partners, yielded
from starproof.level.influence import influence
from starproof.level.lasting import is_planned, looks_past
from starproof.level.visibility import adopted, called_on, looks_on, noted, taken_up
from starproof.level.wording import number, stretch, whose_teams
from starproof.level.worth import impact

MONTH = 30.0
"""Days from which a stretch is said to be what the work covers, where its effect goes on for longer."""
MANY = 3
"""From so many organisations on, work is across organisations rather than for a client or two."""
_PLANS = "Looks past the work itself, without saying how far."
_LASTS = "What came of it holds past the work; how long, or what was planned ahead, is not told as a length."
_OF_REACH = ("scope", "complexity")
_AROUND = 60
"""Code points around firms in which it stands that they are hired."""


def read_dimensions(hearing: Hearing) -> tuple[Dimension, ...]:
    """The dimensions in the order of ``DIMENSIONS``. The strongest ground counts: another can only raise a reading."""
    return tuple(_dimension(hearing, name) for name in DIMENSIONS)


def _dimension(hearing: Hearing, name: str) -> Dimension:
    grounds = list(_GROUNDS[name](hearing))
    general = told_in_general(hearing.context)
    if name in _OF_REACH and (general or is_hollow(hearing.context.facts, hearing.raised)):
        grounds = [_in_general(replace(one, general=True) if general else one) for one in grounds]
    best = max(grounds, key=lambda ground: ORDER[ground.reads_as])
    evidence = hearing.context.evidence(*best.spans)
    people = name == "impact" and about_people(hearing.context.document)
    asked = "below" if best.reads_as == "unclear" and best.spans else best.reads_as  # something of it is told
    asks = missing(hearing.context.guide, name, asked, people=people, told=not best.absent)
    return Dimension(name, best.reads_as, best.because, evidence, asks)


def _in_general(ground: Ground) -> Ground:
    """A ground of a story that tells no figure of its reach and no choice: its words name nobody."""
    return Ground("unclear", "Told in general, without a name or a number.") if ground.general else ground


def _scope(hearing: Hearing) -> Sequence[Ground]:
    grounds = [*_by_teams(hearing), *_organisations(hearing)]
    if (spread := _taken_up(hearing)) is not None:
        grounds.append(Ground("at", "Others beyond the own team took it up.", (spread,), general=True))
    many = next((one.span for one in work_otherwise(hearing.context) if one.past_a_team), None)
    if many is not None and "single-team" not in hearing.raised:
        grounds.append(Ground("at", "More than one team work otherwise since.", (many,)))
    grounds += _across(hearing, "Other teams or functions take part in it.")
    return grounds or absent(hearing, "single-team", "Whom beyond the own team the work reached is not told.")


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

    None where a flag is raised against them, nor those of who looked on: "with his name before the whole department",
    nor of firms that were paid for what they did.
    """
    found = hearing.context.facts.of("organisation") if "single-team" not in hearing.raised else ()
    labels = hearing.context.labels
    beyond = (signal.span for signal in found if labels[signal.sentence].label not in ("situation", "other"))
    text = hearing.context.document.text
    return next((span for span in beyond if not (looks_on(text, span) or _are_hired(text, span))), None)


def _are_hired(text: str, span: Span) -> bool:
    return is_hired(text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND])


def _weighty(hearing: Hearing, wide: bool) -> bool:
    """Whether those organisations were moved, and not only served: a small team may have many customers."""
    led = hearing.reading("influence")
    return led == "above" or (wide and bool({led, hearing.reading("teams")} & {"at", "above"}))


def _complexity(hearing: Hearing) -> Sequence[Ground]:
    counted = _by_teams(hearing)
    across = _across(hearing, "Other teams or functions had to be brought along.")
    first, then = (across, counted) if leads_them(hearing) else (counted, across)
    grounds = [*first, *then, *_organisations(hearing)]
    return grounds or absent(hearing, "single-team", "Which other teams had to take part is not told.")


def _across(hearing: Hearing, words: str) -> list[Ground]:
    """At the level where other teams or functions take part."""
    found = [signal.span for signal in partners(hearing)] or yielded(hearing)
    return [Ground("at", words, tuple(found[:1]))] if found else []


def _by_teams(hearing: Hearing) -> list[Ground]:
    """The ground that a number of teams gives: many that are only served make no organization, nor more than a team's.

    They read above the level where as many people are led as the next one asks for, or it was worth as much.
    """
    grounds = banded(hearing, "teams", _teams(hearing))
    if "above" in (hearing.reading("influence"), hearing.reading("impact")):
        return grounds
    return [replace(one, reads_as="at") if one.reads_as == "above" else one for one in grounds]


def _teams(hearing: Hearing) -> str:
    teams = hearing.measures.get("teams")
    verb = "Leads" if leads_them(hearing) else "Involves"
    return "" if teams is None else f"{verb} {whose_teams(hearing.context, teams)}."


def _horizon(hearing: Hearing) -> Sequence[Ground]:
    grounds = _stretches(hearing)
    if (lasting := looks_past(hearing.context, hearing.raised)) is not None:
        planned = is_planned(hearing.context.document.quote(lasting))
        grounds.append(Ground("at", _PLANS if planned else _LASTS, (lasting,)))
    return grounds or absent(hearing, "short-horizon", "No stretch of time is told.")


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
        held = min(band.reading(found.value), "at", key=ORDER.__getitem__)
        whole = planned is not None and planned.value >= MONTH  # less is most often a step of the work
        covers = f"Covers {stretch(planned.value)}; its" if planned is not None and whole else "Its"
        spans = (planned.span, found.span) if planned is not None and whole else (found.span,)
        grounds.insert(0, Ground(held, f"{covers} effect is told over {stretch(found.value)}.", spans))
    return grounds


def _taken_up(hearing: Hearing) -> Span | None:
    """The words by which others beyond the own team took it up; none where a flag is raised against them.

    Words alone are weaker than the whole story, on which the flag rests, and one page says one thing.
    """
    context = hearing.context
    told = context.facts.of("spread", "adoption") if "single-team" not in hearing.raised else ()
    return first_fitting(context, [one for one in told if taken_up(context, one.span)])


def _external(hearing: Hearing) -> Sequence[Ground]:
    context = hearing.context
    if seen := noted(context.facts, context.document.text):
        return [Ground("above", "Seen outside the firm.", (seen[0].span,))]
    if (taken := adopted(context)) is not None:
        return [Ground("above", "Taken over outside the firm.", (clause(context, taken),))]
    if (asked := called_on(context)) is not None:
        return [
            Ground("above", "Told to others outside the firm, at the wish of one of them.", (clause(context, asked),))
        ]
    return [Ground("unclear", "Nothing is told of anyone outside the firm taking note.")]


_GROUNDS: Mapping[str, Callable[[Hearing], Sequence[Ground]]] = {
    "scope": _scope,
    "horizon": _horizon,
    "influence": influence,
    "impact": impact,
    "complexity": _complexity,
    "external": _external,
}
