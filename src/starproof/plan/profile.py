"""Profile: the manager's own numbers against the guide's expectations, and which stories prove each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from starproof.core.bank import Banked
from starproof.core.document import Story
from starproof.core.guide import Expectation, Guide, Range
from starproof.core.listing import listed
from starproof.core.planning import Profile, ProfileLine, ProvenBy, Verdict
from starproof.guides import load_guide
from starproof.plan.mine import Mine
from starproof.plan.stories import banked, title, usable
from starproof.plan.wording import amount, counted, dollars, opened, quoted

_NAMED = 3
_NEAR = 0.1
"""A number within a tenth of another is the same one, told in rounder words."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How an expectation is measured: by which proofs, and what its unit is in words."""

    proof: str
    one: str
    many: str


BY_UNIT: Mapping[str, Measured] = {
    "direct report": Measured("reports", "direct report", "direct reports"),
    "USD/year": Measured("impact", "a year", "a year"),
    "team": Measured("teams", "team", "teams"),
    "day": Measured("horizon", "day", "days"),
    "engineer": Measured("engineers", "engineer", "engineers"),
    "engineer/year": Measured("hires", "hire a year", "hires a year"),
}
"""By the unit of the guide's range."""
BY_ID: Mapping[str, Measured] = {
    "ownership": Measured("owned", "component or service of your own", "components or services of your own"),
    "mentorship": Measured("grown", "person who rose", "people who rose"),
}
"""Expectations without a range, by id: shown where any story tells of it."""


def profile(stories: Iterable[Banked | Story], guide: Guide | None = None, *, mine: Mine | None = None) -> Profile:
    """What the stories prove of what the guide expects of a manager.

    Args:
        stories: from a bank, or texts, which are reviewed.
        guide: whose expectations; ``None`` for the shipped guide.
        mine: the owner's own numbers, by expectation; ``read_mine`` reads them from TOML.

    Returns:
        One line for each expectation in the guide's order.

    Raises:
        InputError: when two stories share an id, or a text cannot be read.
    """
    book = guide or load_guide()
    kept, _ = usable(banked(stories, guide=book))
    lines = tuple(_line(expectation, kept, (mine or {}).get(expectation.id)) for expectation in book.expectations)
    return Profile(book.level, len(kept), lines)


def _line(expectation: Expectation, stories: Sequence[Banked], said: float | str | None) -> ProfileLine:
    by = BY_UNIT.get(expectation.range.unit) if expectation.range else BY_ID.get(expectation.id)
    found = () if by is None else _proofs(stories, by, expectation.range)
    verdict, because = _verdict(expectation, by, found, stories)
    return ProfileLine(
        expectation=expectation.id,
        name=expectation.name,
        says=expectation.says,
        verdict=verdict,
        because=because,
        proven_by=found,
        stated=None if said is None else _stated(said, by),
        against=None if by is None else _against(said, by, found),
    )


def _proofs(stories: Sequence[Banked], by: Measured, range_: Range | None) -> tuple[ProvenBy, ...]:
    """The stories that state it, the nearest to what is expected first."""
    found = [
        ProvenBy(story.id, title(story), proof)
        for story in stories
        for proof in story.digest.proofs
        if proof.measure == by.proof
    ]
    return tuple(sorted(found, key=lambda one: (_distance(one.proof.value, range_), -one.proof.value, one.story)))


def _distance(value: float, range_: Range | None) -> float:
    """How many times a figure is off the range; 0 inside it."""
    if range_ is None:
        return 0.0
    if value < range_.low:
        return range_.low / max(value, 1e-9) - 1.0
    return value / range_.high - 1.0 if range_.high is not None and value > range_.high else 0.0


def _verdict(
    expectation: Expectation, by: Measured | None, found: Sequence[ProvenBy], stories: Sequence[Banked]
) -> tuple[Verdict, str]:
    if by is None:
        return "cannot-say", "No figure of a story is known to stand for this."
    asked = asked_for(expectation.range, by)
    if not found:
        return "not-shown", f"Nothing shows {asked}.{_undated(by, stories)}"
    if expectation.range is None:
        return (
            "shown",
            f"{opened(counted(len(found), 'story', 'stories'))} {'tells' if len(found) == 1 else 'tell'} it.",
        )
    inside = [one for one in found if _distance(one.proof.value, expectation.range) == 0.0]
    if inside:
        as_many = [one for one in inside if one.proof.value == inside[0].proof.value]
        return "shown", f"{_words(inside[0].proof.value, by)} in {_where(as_many)}."
    best = found[0]
    if best.proof.value > expectation.range.low:
        return "beyond", f"{_words(best.proof.value, by)} in {quoted(best.title)}: more than the {asked} asked for."
    return "short", f"Nothing shows {asked}: the most told is {_words(best.proof.value, by)}, in {quoted(best.title)}."


def _undated(by: Measured, stories: Sequence[Banked]) -> str:
    """Hires that some story tells of without a time."""
    if by.proof != "hires":
        return ""
    told = [(p.value, title(s)) for s in stories for p in s.digest.proofs if p.measure == "hired"]
    if not told:
        return ""
    value, where = max(told, key=lambda pair: (pair[0], pair[1]))
    return f" {quoted(where)} tells of {counted(int(value), 'hire')} without saying over what time."


def _where(found: Sequence[ProvenBy]) -> str:
    more = len(found) - _NAMED
    names = [quoted(one.title) for one in found[:_NAMED]]
    return listed([*names, f"{counted(more, 'other')}"] if more > 0 else names)


def asked_for(range_: Range | None, by: Measured) -> str:
    """What is expected, in words: ``5 to 15 hires a year``."""
    if range_ is None:
        return f"a {by.one}"
    if range_.high is None:
        return f"{_words(range_.low, by)} or more"
    if by.proof == "impact":
        return f"{dollars(range_.low)} to {dollars(range_.high)} a year"
    if by.proof == "horizon":
        return f"{_stretch(range_.low)} to {_stretch(range_.high)} of looking ahead"
    return f"{amount(range_.low)} to {amount(range_.high)} {by.many}"


def _words(value: float, by: Measured) -> str:
    if by.proof == "impact":
        return f"{dollars(value)} a year"
    if by.proof == "horizon":
        return _stretch(value)
    return f"{amount(value)} {by.one if value == 1 else by.many}"


def _stretch(days: float) -> str:
    """Days in the largest unit that fits them: ``1 year``, ``14 months``, ``3 weeks``."""
    for name, size in (("year", 365.0), ("month", 30.4), ("week", 7.0)):
        many = days / size
        if many >= 0.95 and (name != "year" or abs(many - round(many)) < 0.05):
            return f"{amount(round(many))} {name}{'' if round(many) == 1 else 's'}"
    return f"{amount(days)} days"


def _stated(said: float | str, by: Measured | None) -> str:
    if isinstance(said, str):
        return said
    return amount(said) if by is None else _words(said, by)


def _against(said: float | str | None, by: Measured, found: Sequence[ProvenBy]) -> str | None:
    """Where the owner's number and the stories part; ``None`` where they agree or nothing is stated."""
    if said is None:
        return None
    if not found:
        return f"You state {_stated(said, by)}; no story shows it."
    if isinstance(said, str):
        return None
    if any(abs(one.proof.value - said) <= _NEAR * max(abs(said), 1e-9) for one in found):
        return None
    told = sorted({one.proof.value for one in found}, reverse=True)[:_NAMED]
    return f"You state {_words(said, by)}; your stories say {listed(_words(value, by) for value in told)}."
