"""How many teams, organisations and places a story involves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.facts import Measure
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.extract.people.firms import is_hired
from starproof.extract.people.numbers import managers
from starproof.extract.text.counted import Counted
from starproof.extract.text.rows import Row
from starproof.extract.text.words import ordered, singular, words
from starproof.parse.words import said

MOST_TEAMS = 500
MOST_ORGANISATIONS = 100_000
_WEIGHED_REACH = 4
_BOOKED_REACH = 4
_NONE_REACH = 6
_HARM = frozenset("lost losing lose broke hit wrongly mismatched misdirected double-charged overcharged".split())
_WRONG = frozenset("wrong wrongly mistake error weren't aren't not".split())
_AUDIENCE = ("in", "front", "of")
_FIRMS = frozenset("firm company bank airline utility university consortium".split())
_USE = frozenset("use uses using adopted adopt adopts copied follow follows joined".split())
_BUY = frozenset("buy buys bought renew renews renewed subscribe subscribed pay pays paid churned".split())
"""Straight behind firms: they are customers, all those of their kind in the story."""
_MARKET_REACH = 8
"""How many words before a place what is done there may stand."""


def teams(row: Row, counts: Sequence[Counted]) -> Measure | None:
    """Teams involved or affected; "three other teams" counts the speaker's own beside them."""
    led = managers(counts)
    found = [*_told(counts), *_in_words(row), *([] if led is None else [led])]
    return max(found, key=lambda m: (m.value, -m.span.start), default=None)


def _told(counts: Sequence[Counted]) -> Iterator[Measure]:
    for count in counts:
        known = count.noun in words("nouns", "teams") and 1 <= count.value <= MOST_TEAMS
        if (known or _further_sections(count)) and not (_apart(count) or _weighed(count) or _bought(count)):
            more = {*count.near(1), *count.inside, *count.next(2)} & words("teams", "more")
            yield Measure(count.value + 1 if more else count.value, count.span)


def _further_sections(count: Counted) -> bool:
    """Sections and the like are teams where they are further ones: "two other sections asked how we do it"."""
    return count.noun in words("teams", "sections") and bool(set(count.inside) & words("teams", "more"))


def _bought(count: Counted) -> bool:
    """Teams from outside the firm: "fifteen crews booked", "eight vendor teams"."""
    outside = {singular(word) for word in count.inside} & (words("led", "outside") | words("teams", "outside"))
    return bool(outside or set(count.next(_BOOKED_REACH)) & words("teams", "booked"))


def _apart(count: Counted) -> bool:
    """Somebody else's teams, onlookers, or parts of a work: "their 30 teams", "moved over in six groups"."""
    if set(count.near(2)) & words("teams", "others") or _some_of(count) or _slogan(count) or _not_mine(count):
        return True
    if count.near(3) == _AUDIENCE:
        return True
    if count.noun not in {"group", "crew"} or len(count.inside) > 2:
        return False
    people = words("nouns", "people") | words("nouns", "builders") | words("teams", "more")
    return "in" in count.near(1) and not any(singular(word) in people for word in count.near(4))


def _not_mine(count: Counted) -> bool:
    """Teams with which the teller has nothing to do: "of 74 teams, none of which were mine"."""
    return count.next(2) == ("none", "of") and "mine" in count.next(_NONE_REACH)


def _slogan(count: Counted) -> bool:
    """No number of teams: "one platform, one team, one customer"."""
    return count.value == 1 and "one" in count.near(3) and "one" in count.next(4)


def _some_of(count: Counted) -> bool:
    """A part of teams told of before: "six of those crews"."""
    following = (*count.inside, *count.next(2))
    return any(one == "of" and two in words("teams", "those") for one, two in pairwise(following))


def _in_words(row: Row) -> Iterator[Measure]:
    """Teams without a figure: "both teams", "only my own team"."""
    for place in row.places(_teams):
        value = _worded(row.words[place], row.before(place, 3)) if place else None
        if value is not None:
            yield Measure(value, Span(row.starts[place - 1], row.ends[place]))


@kept
def _teams(sentence: str) -> tuple[int, ...]:
    nouns = words("nouns", "teams")
    return tuple([place for place, token in enumerate(said(sentence)) if singular(token.word) in nouns])


def _worded(noun: str, before: Sequence[str]) -> float | None:
    last = set(before)
    if noun != singular(noun):
        return 2.0 if words("teams", "both") & last else None
    ordinals = ordered("teams", "ordinals")
    if noun == "team" and before and before[-1] in ordinals and not {"choice", "every"} & last:
        return 2.0 + ordinals.index(before[-1])
    sole = words("teams", "sole") & last and {"my", "our", "had", "have", "a", "i"} & last
    return 1.0 if sole else None


def _weighed(count: Counted) -> bool:
    """What would have to be moved, and was not: "which means recertifying with four states"."""
    return bool(set(count.near(_WEIGHED_REACH)) & words("teams", "unreal"))


def organisations(counts: Sequence[Counted]) -> Measure | None:
    """Business units, countries, companies and the like that the story involves, two or more.

    Firms elsewhere that use what came of it are reached only where no others are told, and customers never.
    """
    hired = {count.value for count in counts if _hired(count)}  # so many firms are the same wherever they are told
    buying = {count.noun for count in counts if _buys(count)}
    own = [one for one in counts if one.noun not in buying and not (one.noun in _FIRMS and one.value in hired)]
    bodies = list(filter(_is_body, own))
    return _several([count for count in bodies if not _users_elsewhere(count)]) or _several(bodies)


def _is_body(count: Counted) -> bool:
    """Organizations by their noun, business units among them."""
    named = count.noun in words("nouns", "organisations") or _business_unit(count)
    return named and not _of_one_firm(count)


def _of_one_firm(count: Counted) -> bool:
    """Departments of the teller's own firm, which are no organizations of their own; those of a state are."""
    of_state = {*count.near(2), *count.inside, *count.next(4)} & words("teams", "state")
    return count.noun == "department" and not of_state


def _users_elsewhere(count: Counted) -> bool:
    """Firms that took it over: "a guideline which eleven firms now use"."""
    return count.noun in _FIRMS and not _USE.isdisjoint(count.next(4))


def _buys(count: Counted) -> bool:
    """Firms that are customers, who move nothing themselves: "all three airlines renewed", "five agencies buy it"."""
    return count.noun in _FIRMS | {"agency"} and not _BUY.isdisjoint(count.next(2))


def places(counts: Sequence[Counted]) -> Measure | None:
    """Plants, shops, schools and the like that the story involves, two or more; one firm may have them all."""
    return _several([count for count in counts if count.noun in words("nouns", "places") or _of_one_firm(count)])


def _several(counts: Sequence[Counted]) -> Measure | None:
    found = [
        Measure(count.value, count.span)
        for count in counts
        if 2 <= count.value <= MOST_ORGANISATIONS
        and not (_sized(count) or _market(count) or _weighed(count) or _harmed(count))
    ]
    return max(found, key=lambda m: (m.value, -m.span.start), default=None)


def _business_unit(count: Counted) -> bool:
    """Units and lines of a business, which have aims of their own; units of anything else are no organizations."""
    return count.noun in ("unit", "line") and "business" in count.inside


def _market(count: Counted) -> bool:
    """Where something is sold or tried out, which moves nobody there: "sells tickets in four countries"."""
    if count.noun not in words("markets", "places") or not set(count.near(2)) & words("markets", "where"):
        return False
    if set(count.near(4)) & words("markets", "tried"):
        return True
    last, beside = set(count.near(_MARKET_REACH)), {*count.near(_MARKET_REACH), *count.next(2)}
    return bool(last & words("markets", "there")) and not beside & words("markets", "grown")


def _harmed(count: Counted) -> bool:
    """What went wrong for so many: "matched 4,100 companies that were not the same", "we lost nine banks"."""
    return not (_HARM.isdisjoint(count.near(3)) and _WRONG.isdisjoint(count.next(5)))


def _hired(count: Counted) -> bool:
    """Firms that are paid for what they do, and have nothing to agree to but a price."""
    return count.noun in _FIRMS and is_hired(f"{' '.join(count.before)} ", f" {' '.join(count.after)}")


def _sized(count: Counted) -> bool:
    """One organisation and how many it holds: "a 60-strong department", "a 40-person firm"."""
    return bool({"strong", "person", "people"} & {*count.inside, *count.next(1)})
