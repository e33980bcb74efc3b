"""What a number counts: the noun phrase after it, in the singular."""

from __future__ import annotations

from collections.abc import Mapping

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import MARK, WORD, Tokens

_NOT_PLURAL = ("ss", "us", "is", "'s")
_OWNERS = frozenset("the those these them my our your their his her its".split())
_SUM_NOUNS = frozenset(
    """turnover budget revenue fine penalty contract deal bill loss profit premium overtime margin fees revenues
    savings""".split()
)
LONGEST = 5
"""Words of a noun phrase that are looked at before giving up."""


def plural(word: str) -> bool:
    """Whether a word looks like an English plural."""
    return len(word) > 2 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def names_things(tokens: Tokens, at: int) -> bool:
    """Whether a word at ``at`` can open a noun phrase: no stop word, no number, no punctuation."""
    known, word = tokens.known, tokens.word(at)
    if tokens.sort(at) == MARK or word == "%":
        return True
    return tokens.sort(at) == WORD and word.split("'")[0] not in known.stop and word not in known.number_words


def plural_ahead(tokens: Tokens, at: int) -> int:
    """The index of the plural noun that a number before ``at`` counts; -1 where there is none."""
    known = tokens.known
    for here in range(at, at + LONGEST):
        word = tokens.word(here)
        if tokens.sort(here) != WORD:
            if word in ("-", "‑") and here > at and tokens.over_dash(here) != here:
                continue
            return -1
        if word in ("fewer", "less", "something") and here == at:
            continue
        if word in ("late", "early") and here == at and plural(tokens.word(at + 1)) and names_things(tokens, at + 1):
            continue
        if word in known.stop or word in known.number_words or (word == "tops" and here == at):
            return -1
        if (plural(word) and (word not in known.verbs or (word == "runs" and here > at))) or word in known.people:
            return here + (word in _FIELDS and _is_staff(tokens.word(here + 1)))
    return -1


_FIELDS = frozenset(
    """data ads sales operations ops payments systems services analytics logistics accounts communications comms claims
    games maps metrics collections""".split()
)
"""Plurals that may only say in what field the people behind them work: "six data engineers"."""
STAFF = frozenset(
    """teams squads groups crews engineers developers devs analysts scientists managers leads people folks reps clerks
    agents specialists architects""".split()
)
"""Behind a field, these are what is counted."""


def count_noun(tokens: Tokens, figure: Figure) -> None:
    """Make the figure a count where a noun follows; leave it open where none does."""
    at = tokens.over_dash(figure.stop)
    if tokens.word(at) == "of":
        _part_of(tokens, figure, at + 1)
        return
    if figure.scale != 1.0 and tokens.word(at) in _SUM_NOUNS:
        figure.become("money", "", figure.stop)
        return
    if figure.value > 1 and tokens.word(at) in _NUMBERED and tokens.word(at + 1) in tokens.known.number_words:
        return  # "day seven was fourteen | day thirty was five"
    if tokens.word(at) == "w" and tokens.word(at + 1) == "/":
        return  # "settled on 12 w/ no app"
    last = plural_ahead(tokens, at)
    if tokens.word(at) in _ALSO_VERBS and figure.value > 1 and not _takes_object(tokens, at + 1):
        last = at
    if last < 0:
        last = _singular_ahead(tokens, figure, at)
    if last < 0:
        return
    if figure.scale != 1.0 and tokens.word(last) in _SUM_NOUNS and last <= at + 1:
        figure.become("money", "", figure.stop)
        return
    figure.become("count", _phrase(tokens, at, last), last + 1)
    figure.noun = True


_NUMBERED = frozenset("day week month year".split())


def _part_of(tokens: Tokens, figure: Figure, at: int) -> None:
    """ "nine of us", "two of my engineers": what is counted comes after "of"."""
    word = tokens.word(at)
    if word in ("us", "you"):
        figure.become("count", "person", at + 1)
        figure.noun = True
    elif word == "a" and tokens.word(at + 1) == "percent":
        figure.become("percent", "%", at + 2)
    elif word == "a" and tokens.word(at + 1) == "point":
        figure.become("percent", "pp", at + 2)
    elif word == "a" and tokens.low[at + 1 : at + 3] == ["percentage", "point"]:
        figure.become("percent", "pp", at + 3)
    elif word in ("a", "an") and tokens.word(at + 1) in tokens.known.durations:
        figure.become("duration", "s", at + 2, tokens.known.durations[tokens.word(at + 1)])
    elif word in _OWNERS and tokens.word(at + 1) in tokens.known.durations:
        if plural(tokens.word(at + 1)):  # "two of the weeks", and not "162,000 of the year before"
            figure.become("duration", "s", figure.stop, tokens.known.durations[tokens.word(at + 1)])
    elif word in _OWNERS:
        last = plural_ahead(tokens, at + 1)
        if last > 0:
            figure.become("count", _phrase(tokens, at + 1, last), figure.stop)
            figure.noun = True


def _singular_ahead(tokens: Tokens, figure: Figure, at: int) -> int:
    """The index of a noun in the singular right after the number, as in "one replica" or "hundred forty engineer"."""
    here = at
    while tokens.word(here) in tokens.known.adjectives and here < at + 2:
        here += 1
    if figure.scale != 1.0 and tokens.word(here - 1) in _MORE and here == at + 1:
        return -1 if not names_things(tokens, here) else here
    if not names_things(tokens, here) or tokens.sort(here) != WORD:
        own = (
            here > at
            and tokens.word(here - 1) not in ("next", "last")
            and at == figure.stop
            and figure.scale < 1e6
            and tokens.word(here - 1) not in _MORE
        )
        return at if own else -1
    word, one = tokens.word(here), _one_of_staff(tokens, here)
    if here == figure.stop and one >= 0:
        return one
    if here > at and word in tokens.known.periods:
        return -1  # "below thirty million next year"
    if word in tokens.known.ordinals and tokens.over_dash(here + 1) != here + 1:
        return -1  # "four of five second-half drives"
    if word in _NO_NOUNS and not names_things(tokens, here + 1):
        return -1
    if word in NO_THING:
        return -1
    if len(word) == 1 and tokens.over_dash(here + 1) != here + 1 and names_things(tokens, here + 2):
        return here + 2  # "one e-mail", "40 x-rays"
    return -1 if word in tokens.known.verbs or word.endswith(("ed", "ly", "'s")) else here


def _is_staff(word: str) -> bool:
    """Whether a word is somebody behind a field, or several, or those together."""
    return word in STAFF or f"{word}s" in STAFF or word in _SHORT_STAFF


_SHORT_STAFF = frozenset("eng engr dev mgr".split())
"""The same in the singular, as notes have it."""
_GROUPS = frozenset("team squad group crew".split())


def _one_of_staff(tokens: Tokens, at: int) -> int:
    """The index of the person whom words at ``at`` only lead up to: "1 test automation eng"; -1 where there is none."""
    first = tokens.word(at)
    if first in tokens.known.people or (_is_staff(first) and first not in _GROUPS):
        return -1
    for here in range(at, at + 4):
        word = tokens.word(here)
        if tokens.sort(here) != WORD or not names_things(tokens, here) or word in tokens.known.verbs:
            return -1
        if here > at and _is_staff(word) and not plural(word):
            return here
    return -1


NO_THING = frozenset(
    """nobody somebody everybody anybody someone everyone anyone none myself yourself himself herself itself ourselves
    themselves nadie ninguno""".split()
)
"""Pronouns after a number, which counts none of them: "I hired five myself", "94 nobody had asked for"."""


def _takes_object(tokens: Tokens, at: int) -> bool:
    if tokens.word(at) == "a" and tokens.word(at + 1) in tokens.known.periods:
        return False
    return tokens.word(at) in ("a", "an", "the", "it", "them", "us", "me", "like", *_OWNERS)


_ALSO_VERBS = frozenset("runs works stands saves".split())
"""Plurals that the verbs of one thing look like: "scored four runs", but "number four runs it"."""
_MORE = frozenset("more further extra additional other".split())
_NO_NOUNS = frozenset(
    "ahead inside above beyond short shy final fine flat max maximum minimum top tops dead net gross okay".split()
)
"""Words that end a clause after a number and name nothing that is counted."""


def _phrase(tokens: Tokens, first: int, last: int) -> str:
    known = tokens.known
    words = [tokens.low[i] for i in range(first, last + 1) if tokens.kind[i] == WORD]
    loose = ("fewer", "less", "something", *known.approx_after)
    kept = [word for word in words if word not in known.adjectives and word not in loose] or words[-1:]
    if len(kept) > 1 and len(kept[0]) == 1:  # "e-mail"
        kept[:2] = ["-".join(kept[:2])]
    kept[-1] = singular(kept[-1], known.people)
    return " ".join(kept)


_LATIN = frozenset(
    "buses bonuses viruses statuses campuses surpluses censuses yeses gases lenses aliases biases canvases".split()
)
_IE = frozenset("movies cookies rookies calories birdies selfies zombies hoodies smoothies brownies freebies".split())


def singular(word: str, people: Mapping[str, str]) -> str:
    """The singular of an English noun, by rule."""
    if word in people:
        return people[word]
    if not plural(word):
        return word
    if word.endswith("ies") and len(word) > 4 and word not in _IE:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")) or word in _LATIN:
        return word[:-2]
    return word[:-1]
