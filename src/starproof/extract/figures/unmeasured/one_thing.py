"""The word "one" with a thing that it counts: "just one lead", "two leads were against it, and one resigned"."""

from __future__ import annotations

from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things, plural
from starproof.extract.figures.unmeasured.another import at_a_rate, befell, gone, singled_out

_JUST = ("only", "just", "exactly", "least")


def counts_thing(tokens: Tokens, at: int, before: str, after: str) -> bool:
    """Whether the thing after "one" is counted: by the word before, by a rate after it, or by its neighbours."""
    known = tokens.known
    exceeded = before == "than" and tokens.word(at - 2) in ("more", "less", "fewer")
    if after in ("person", "man", "woman") and (
        before in ("with", *_JUST) or exceeded or befell(tokens, at, before) or gone(tokens, at)
    ):
        return True
    if singled_out(tokens, at, before, after):
        return True
    if at_a_rate(tokens, at + 1) or (after in _FELLOWS and _acted(tokens, at, before)):
        return True
    if (plural(after) and not names_things(tokens, at + 2)) or after.endswith(("'s", "’s")):
        return False  # "something one builds upon", "one customer's anger"
    if after in known.not_counted or (tokens.word(at + 2) == "at" and tokens.word(at + 4) == "time"):
        return False
    led = _led_by(tokens, at)
    before = tokens.word(led)
    acted = before.endswith(("ed", "ing")) and len(before) > 4 and before not in _NAMING
    acted = acted and tokens.word(led - 1) not in _DETERMINERS
    if before in _JUST or before in known.before_one or acted or _listed(tokens, at) or _listed_ahead(tokens, at):
        return True
    return _plain(tokens, at, before) or gone(tokens, at)


def _acted(tokens: Tokens, at: int, before: str) -> bool:
    """ "One fella quit that week.": somebody without a name, and what that one did of all that there were."""
    return before in (".", "", "\n", "and", "but", ";", ",") and _done(tokens, tokens.word(at + 2))


def _done(tokens: Tokens, verb: str) -> bool:
    """Whether a word tells what somebody did: "resigned", "went"."""
    return (verb.endswith("ed") and len(verb) > 4) or (verb in tokens.known.verbs and not plural(verb))


_FELLOWS = frozenset("fella bloke chap lad fellow gentleman lady guy girl boy man woman".split())
"""Words for somebody without a name, which "one" counts only where that one did something."""


def _led_by(tokens: Tokens, at: int) -> int:
    """Where the word is that leads to "one", over what speakers put between: "we had, I think, one lost save"."""
    at -= 1
    while tokens.word(at) in _ASIDES:
        at -= 1
    return at


_DETERMINERS = frozenset("the a an each every my our your".split())
"""Before "onboarding one", these make it no verb."""


_ASIDES = frozenset(", i think guess um uh er like maybe".split())


def _plain(tokens: Tokens, at: int, before: str) -> bool:
    """Whether "one" counts the thing after it: "one hall was booked", not "the green one first", "the one managing"."""
    known, after, ahead = tokens.known, tokens.word(at + 1), tokens.low[at + 1 : at + 6]
    thing = tokens.word(at + 2) if after in known.adjectives else after
    if not {"is", "costs", "cost"}.isdisjoint(ahead[1:3]) or "another" in ahead or thing in known.not_counted:
        return False  # "one visit is ninety dollars", "replace one idea with another"
    if after in known.verbs or after in _NO_THINGS or after.endswith(("ed", "ing")):
        return False
    single = before in known.adjectives and tokens.word(at - 2) not in ("i", "we", "you", "they")  # "they open one box"
    return before not in known.ordinals and not single and before not in _NAMING


_NO_THINGS = frozenset("first whose other lot cut set put let hit hurt".split())
_NAMING = frozenset("the a an this that not no every each any which something nothing anything my our nd rd st".split())
"""Before "one", these make it a pronoun or single out what was named."""


def one_of_those(tokens: Tokens, at: int, before: str, after: str) -> bool:
    """ "two of my leads were against it, and one resigned": one of the things just counted, and what it did."""
    acts = _done(tokens, tokens.word(at + 2) if after in ("had", "has") else after)
    if before not in ("and", "but", ",", ";") or not acts:
        return False
    return any(
        (plural(tokens.word(here)) or tokens.word(here) in ("of", "people"))
        and (tokens.word(here - 1) in tokens.known.number_words or tokens.sort(here - 1) == NUMBER)
        for here in _clause(tokens, at)
    )


def _clause(tokens: Tokens, at: int) -> list[int]:
    """The tokens before ``at`` in its sentence, as far as a few clauses back."""
    near = range(max(1, at - _BACK), at - 1)
    last = max((here for here in near if tokens.low[here] in (".", "!", "?")), default=0)
    return [here for here in near if here > last]


_BACK = 20
"""Tokens in which the things stand of which one did something."""


def _listed(tokens: Tokens, at: int) -> bool:
    """ "11,000 flights, one drop": one thing beside others that are counted."""
    apart = tokens.word(at - 1) == "and" and tokens.word(at - 2) == "," and _object(tokens, at)
    last = at - 2 - apart
    counted = plural(tokens.word(last)) or tokens.word(last) in tokens.known.people
    if tokens.word(at - 1) not in (",", "and", "/") or not counted:
        return False
    for here in range(last - 1, max(last - 4, -1), -1):
        if tokens.kind[here] == NUMBER or tokens.low[here] in tokens.known.number_words:
            return True
        if tokens.low[here] in tokens.known.stop:
            return False
    return False


def _object(tokens: Tokens, at: int) -> bool:
    """Whether what "one" stands with does nothing itself: "75 beds, and one night desk", not "one owner shouted"."""
    word = tokens.word(at + 2)
    second = names_things(tokens, at + 2) and not word.endswith("ed") and word not in tokens.known.verbs
    at += 2 + (second and tokens.sort(at + 3) != WORD)
    return tokens.sort(at) != WORD or tokens.word(at) in ("of", "for", "with", "and", "from", "between")


def _listed_ahead(tokens: Tokens, at: int) -> bool:
    """ "one region, 8 weeks, 400,000 households", "one engineer quit over it, two more moved": the first of several."""
    ahead = tokens.low[at + 2 : at + 9]
    if "," in ahead:
        rest = at + 3 + ahead.index(",")
        if tokens.word(rest) in tokens.known.number_words and tokens.word(rest + 1) in ("more", "others"):
            return True
    at += 2 + (names_things(tokens, at + 2) and tokens.sort(at + 2) == WORD)
    return tokens.word(at) == "," and tokens.sort(at + 1) == NUMBER
