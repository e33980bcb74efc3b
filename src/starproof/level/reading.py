"""At which level a story reads: six dimensions, then one reading over all, from facts and the guide alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starproof.core.context import StoryContext
from starproof.core.facts import Measure
from starproof.core.listing import listed
from starproof.core.results import Dimension, Flag, Level, Reading
from starproof.extract.genres.matter import about_people
from starproof.extract.people.otherwise import work_otherwise
from starproof.extract.people.public import public
from starproof.level.bands import Band, bands
from starproof.level.dimensions import read_dimensions
from starproof.level.hearing import Hearing
from starproof.level.scale import shares
from starproof.level.standing import Standing, stand, with_named_teams
from starproof.level.wording import number, people, stretch, worth

DOUBT = 0.75
"""The share for reading below the level up to which the number of people led outweighs it."""
MOST = 4
"""So many dimensions that read at the level or above it, the number of people led among them, outweigh any share."""
EVEN = 0.5
"""The share from which a story reads below; and how sure a reading is that the dimensions hold up against it."""
_LIFTS: Mapping[str, str] = {
    "scope": "whom it reached",
    "horizon": "how long it took or held",
    "influence": "how many people it moved",
    "impact": "what it was worth",
    "complexity": "which other teams took part",
}
"""What would say more of a dimension that cannot be judged."""
_FIGURES: Mapping[str, str] = {
    "influence": "number of people",
    "complexity": "number of teams",
    "scope": "reach",
    "horizon": "stretch of time",
}
"""What is missed of an open dimension, where neither few people nor an untold worth hold a story down."""
FEW = 2
"""So many things that are not told are named once more as what may lift a reading."""
_ALONE: tuple[set[str], ...] = (set(), {"impact"}, {"horizon"})
"""Dimensions above the level that lift no story there by themselves: three teams may work on a thing for years."""
_ACTED = ("managing", "delegation", "doing", "decision", "accountability")
"""Any of these shows that someone did something, which a level can be read from."""
_LED = ("managing", "delegation", "reports")
"""Any of these shows that the teller leads others."""


def read_level(context: StoryContext, flags: Sequence[Flag]) -> Level:
    """Read the level of a story.

    Nothing of how the story is told counts: no length, no fluency, no red flag of telling. Sentences may stand in any
    order, and a fact that is added never lowers the reading.
    """
    if context.facts.genre.genre != "story":
        return Level("unclear", 0.0, f"Not read: {context.facts.genre.because}", ())
    known = bands(context.guide)
    standing = stand(context.facts, context.document.text, known)
    raised = {flag.id: flag for flag in flags if flag.status == "raised"}
    told = dict(standing.measures)
    if "single-team" not in raised:
        told = with_named_teams(told, context.facts)
    if "influence" not in told and (moved := _moved(context)) is not None:
        told["influence"] = moved
    clear = {flag.id: flag for flag in flags if flag.status == "clear" and flag.evidence}
    dimensions = read_dimensions(Hearing(context, known, told, raised, clear))
    if not known:
        return Level("unclear", 0.0, "The guide gives no ranges to read a level by.", dimensions)
    if not _enough(context, standing):
        return Level("unclear", 0.0, "Too little is told: no reach, no impact and no action.", dimensions)
    reads_as, confidence = _overall(context, standing, dimensions, known)
    if reads_as == "below" and context.too_short:
        return Level("unclear", 0.0, context.too_short, dimensions)  # what is not told yet says nothing
    because = _because(context, (reads_as, confidence), told, dimensions, known)
    return Level(reads_as, confidence, because, dimensions)


def _moved(context: StoryContext) -> Measure | None:
    """How many work otherwise since, where nobody says how many are led."""
    many = [one for one in work_otherwise(context) if one.kind == "people" and one.past_a_team]
    most = max(many, key=lambda one: one.value, default=None)
    return None if most is None else Measure(most.value, most.span)


def _enough(context: StoryContext, standing: Standing) -> bool:
    acted = context.labelled("action") or context.facts.of(*_ACTED)
    return bool(standing.measures) or bool(acted)


def _overall(
    context: StoryContext, standing: Standing, dimensions: Sequence[Dimension], known: Mapping[str, Band]
) -> tuple[Reading, float]:
    """The middle of the distribution, so that a story can miss by one level but hardly by two.

    Neither money nor time alone lifts a story above the level: something of its reach has to read above it too, or the
    other of the two. Nor does a story read below it whose teller leads as many people as the level asks for, unless
    all else speaks for it, nor one that its dimensions hold up. That others outside took it over is shown, but carries
    no reading over all.
    """
    below, at, above = shares(standing.features)
    leads = _leads_enough(standing, known)
    carrying = [d for d in dimensions if d.id != "external" or standing.features["external"]]
    up = _held_up(carrying, leads=leads) or _for_many(context, carrying) or _in_all_told(context, standing, carrying)
    if below > EVEN and up:
        return "at", round(max(at, EVEN), 3)
    if below > (DOUBT if leads else EVEN):
        return "below", round(below, 3)
    past = {d.id for d in carrying if d.reads_as == "above"}
    return ("above", round(above, 3)) if above > 0.5 and past not in _ALONE else ("at", round(at, 3))


def _held_up(dimensions: Sequence[Dimension], *, leads: bool) -> bool:
    """Whether the dimensions hold up a story that the scale would read below: most of them, or what it did elsewhere.

    A story that reaches other teams, and by its outcome in money the level, is not below it for want of a number of
    people; nor for a small number, which would then be better left untold.
    """
    if leads and _reached(dimensions) >= MOST:
        return True
    return {"scope", "complexity", "impact"} <= {d.id for d in dimensions if d.reads_as in ("at", "above")}


def _for_many(context: StoryContext, dimensions: Sequence[Dimension]) -> bool:
    """Whether a story across teams, over the level's time, comes to a public so large that no sum has to say more."""
    at = {d.id for d in dimensions if d.reads_as in ("at", "above")}
    return {"scope", "horizon", "complexity"} <= at and public(context) is not None


def _in_all_told(context: StoryContext, standing: Standing, dimensions: Sequence[Dimension]) -> bool:
    """Whether a story reaches the level in all that it tells, though nobody sums up its worth.

    Of a story about people, an impact that is below only because no sum is told speaks against none of the rest. Of any
    other, a sum that is told is heard by the scale, and somebody has to be led in it, by their number or
    over so many teams or places.
    """
    at = {d.id for d in dimensions if d.reads_as in ("at", "above")}
    about, told = about_people(context.document), context.facts.impact is not None
    below = any(d.reads_as == "below" and (d.id != "impact" or told or not about) for d in dimensions)
    counted = "teams" in standing.measures or context.facts.reach.spots is not None
    leads = "influence" in standing.measures or (counted and bool(context.facts.of(*_LED)))
    return {"scope", "horizon", "complexity"} <= at and not below and (about or (leads and not told))


def _reached(dimensions: Sequence[Dimension]) -> int:
    """How many dimensions reach the level."""
    return sum(dimension.reads_as in ("at", "above") for dimension in dimensions)


def _leads_enough(standing: Standing, known: Mapping[str, Band]) -> bool:
    led, band = standing.measures.get("influence"), known.get("influence")
    return led is not None and band is not None and band.reading(led.value) != "below"


_UNTOLD = ("no figure of reach, time or money is told", "no figure of reach or money is told")
"""What is said where no figure carries the reading; a time that is told may be one in passing."""


def _because(
    context: StoryContext,
    read: tuple[Reading, float],
    told: Mapping[str, Measure],
    dimensions: Sequence[Dimension],
    known: Mapping[str, Band],
) -> str:
    """One sentence: the reading, the figures it rests on, what is not told."""
    reads_as, confidence = read
    level = context.guide.level
    verdict = {"below": f"Reads below {level}", "at": f"Reads at {level}", "above": f"Reads above {level}"}[reads_as]
    figures = _figures(context, told, _horizon(context, told, known, dimensions)) or _UNTOLD["horizon" in told]
    untold = [d for d in dimensions if d.reads_as == "unclear" and d.id != "external"]
    reached = _reach(context) if "impact" not in told else ""
    unknown = [d.id for d in untold if not d.evidence and not (d.id == "impact" and reached)]
    nameless = any(d.evidence for d in untold) and not reached
    tail = ["others whom it moved are told without a number"] if nameless else []
    tail += [f"no worth in money told, but {reached}"] if reached else []
    tail += [f"nothing told of {listed(unknown)}"] if unknown else []
    external = next((d for d in dimensions if d.id == "external"), None)
    if external is not None:
        tail.append("seen outside the firm" if external.reads_as == "above" else "nothing seen outside the firm")
    if reads_as == "below" and untold and all(d.reads_as != "below" for d in dimensions):
        more = listed([_LIFTS.get(d.id, d.id) for d in untold]) if len(untold) <= FEW else "more of these"
        tail.append(f"telling {more} may lift it, for {_pull(untold, told)}no dimension reads below by itself")
        verdict += " as told"
    if reads_as == "at" and confidence <= EVEN and "impact" in unknown:
        tail.append("telling what it was worth would make this surer")
    return f"{verdict}: {'; '.join([figures, *tail])}."


def _reach(context: StoryContext) -> str:
    """How far the outcome reached, where that is far enough to stand for a worth in money."""
    if (many := public(context)) is not None:
        return f"{many.value:,.0f} people reached"
    wide = next((one for one in work_otherwise(context) if one.wide), None)
    quote = "" if wide is None else " ".join(context.document.quote(wide.span).split())
    return f"“{quote}” reached" if quote else ""


def _pull(untold: Sequence[Dimension], told: Mapping[str, Measure]) -> str:
    """What holds a reading down that no dimension does, as far as it can be named."""
    open_ = {dimension.id for dimension in untold}
    led = told.get("influence") if "influence" in open_ else None
    parts = [f"only {led.value:,.0f} led"] if led is not None else []
    parts += ["no worth told"] if "impact" in open_ else []
    parts = parts or [f"no {_FIGURES[name]} told" for name in _FIGURES if name in open_]
    return f"with {listed(parts)} a story mostly reads so, though " if parts else ""


def _horizon(
    context: StoryContext, told: Mapping[str, Measure], known: Mapping[str, Band], dimensions: Sequence[Dimension]
) -> Measure | None:
    """The stretch that was planned where it reads at the level by itself, else how far the effect is told.

    None where its dimension rests on other words: a few weeks in passing are no horizon of a story that looks further.
    """
    planned, band = context.facts.reach.planned_days, known.get("horizon")
    enough = planned is not None and band is not None and band.reading(planned.value) != "below"
    found = planned if enough else told.get("horizon")
    shown = next((d.evidence for d in dimensions if d.id == "horizon"), ())
    return found if found is not None and any(one.span == found.span for one in shown) else None


def _figures(context: StoryContext, told: Mapping[str, Measure], horizon: Measure | None) -> str:
    facts = context.facts
    reach = [number(told["teams"].value, "team")] if "teams" in told else []
    reach += [people(context, told["influence"])] if "influence" in told else []
    parts = [
        listed(reach),
        worth(told["impact"].value, facts.quantities[facts.impact.quantity]) if facts.impact is not None else "",
        f"a horizon of {stretch(horizon.value)}" if horizon is not None else "",
    ]
    return ", ".join(part for part in parts if part)
