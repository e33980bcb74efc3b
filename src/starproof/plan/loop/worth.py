"""How good a choice a story is for one question, in points, with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starproof.core.bank import Banked, Use
from starproof.core.planning import Loop, Sought
from starproof.core.results import Reading
from starproof.plan.ages import age, years_ago
from starproof.plan.points import age_cost, clamped, gross, use_cost, wrong_figures
from starproof.plan.strength import shown, strength_for, tags
from starproof.plan.weights import weights
from starproof.plan.wording import counted


@dataclass(frozen=True, slots=True)
class Worth:
    """Points from 1 to 1000, and the reasons in words."""

    points: int
    because: tuple[str, ...]
    minding: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """All tellings of one story, and the company that is asked for now."""

    uses: tuple[Use, ...]
    company: str

    @property
    def here(self) -> tuple[Use, ...]:
        """The tellings to this company."""
        return tuple(u for u in self.uses if self.company and _same(u.company or "", self.company))


def past(story: Banked, loop: Loop) -> Past:
    """What the bank and the loop file tell of earlier tellings; one told of by both counts once."""
    kept = list(story.uses)
    for told in loop.told:
        if told.story != story.id:
            continue
        if not any(_same(use.company or "", told.company) and told.on in (None, use.on) for use in kept):
            kept.append(Use(told.on or "", told.company))
    return Past(tuple(kept), loop.company)


def worth(
    story: Banked, sought: Sought, *, known: Mapping[str, float], told: Past, today: str | None, level: str
) -> Worth | None:
    """What a story is worth for a principle; ``None`` where it does not show it.

    The strength of the showing times what the story is worth at all, less what age and use cost.
    """
    strength = strength_for(story, sought, known)
    if shown(strength) is None:
        return None
    points = strength * gross(story) - age_cost(age(story, today)) - use_cost(len(told.uses)) - _here_cost(told)
    points += _went(told, sought)
    minding = (*_against(story, strength, level), *_age_words(story, today), *_use_words(told, sought))
    return Worth(clamped(points), tuple(_for(story, sought, strength, level)), minding)


def _here_cost(told: Past) -> int:
    cost: int = weights("used")["same_company"]
    return cost if told.here else 0


def _went(told: Past, sought: Sought) -> int:
    """How it last went for this principle."""
    last = max(_for_this(told, sought), key=lambda use: use.on, default=None)
    rules = weights("used")
    return {"well": rules["went_well"], "badly": rules["went_badly"]}.get(last.went or "", 0) if last else 0


def _for_this(told: Past, sought: Sought) -> Sequence[Use]:
    return [use for use in told.uses if use.went and use.principle in (sought.id, sought.name)]


def _for(story: Banked, sought: Sought, strength: float, level: str) -> Iterator[str]:
    if sought.id in tags(story):
        yield "you tagged it for this"
    elif sought.id not in sought.via:
        yield f"stories of {' or '.join(sought.via)} answer this"
    elif shown(strength) == "strong":
        yield "it shows this plainly"
    if story.digest.reads_as in ("at", "above"):
        yield reads(story.digest.reads_as, level)
    if not story.digest.flags and not story.digest.too_short:
        yield "no red flag is raised"


def reads(reading: Reading, level: str) -> str:
    """At which level a story reads, as a clause."""
    return "its level is unclear" if reading == "unclear" else f"it reads {reading} {level}"


def _against(story: Banked, strength: float, level: str) -> Iterator[str]:
    if shown(strength) == "faint":
        yield "it only touches on this: say early where it does"
    if story.digest.too_short:
        yield "it is too short to judge"
    elif story.digest.reads_as in ("below", "unclear"):
        yield reads(story.digest.reads_as, level)
    if wrong_figures(story):
        yield f"{counted(wrong_figures(story), 'figure does', 'figures do')} not add up: review it first"


def _age_words(story: Banked, today: str | None) -> Iterator[str]:
    years = years_ago(story, today)
    if years is not None and age(story, today) != "fresh":
        yield f"it happened {counted(int(years), 'year')} ago"


def _use_words(told: Past, sought: Sought) -> Iterator[str]:
    for use in told.here[-1:]:
        yield f"you told it to {use.company} before" + (f", on {use.on}" if use.on else "")
    if len(told.uses) > weights("used")["often"]:
        yield f"you have told it {counted(len(told.uses), 'time')}"
    last = max(_for_this(told, sought), key=lambda use: use.on, default=None)
    if last is not None and last.went == "badly":
        yield "it went badly for this the last time"


def _same(one: str, two: str) -> bool:
    return one.strip().casefold() == two.strip().casefold()
