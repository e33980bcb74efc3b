"""The main clause of a sentence: who acts, and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from starproof.parse.plain import names_something
from starproof.understand.plainwords import NAME, NUMBER

PASSED = frozenset(
    "then also just only never always really actually simply even first so still soon now myself personally had have "
    "has did do does 'd 've 'll 'm 're 's was were am is are be been would could should will can not n't".split(" ")
)
"""Words between a subject and its verb."""
_PAST = frozenset(
    (
        "went said told sat put made took wrote brought gave held set cut let got did spoke met built chose found kept "
        "left lost began ran read saw knew thought felt became came fell rose grew drew drove paid sold sent spent "
        "stood taught thrown threw understood won broke caught fought heard hid hit hurt laid led lent meant rang "
        "shook shot shut slept split stuck swore tore woke wore bought bet dealt dug fed flew forgot forgave froze had "
        "was were would could"
    ).split(" ")
)
_FINITE = frozenset(
    "had has have was were is are am did does do could would should can will must may might 'd 've 's 'm 're 'll".split(
        " "
    )
)
_BEING = frozenset("was were is are am 's 'm 're".split(" "))
_DENIED = frozenset("not n't never no".split(" "))
_CHANGE = frozenset(
    (
        "fell dropped rose went came grew shrank doubled halved tripled climbed declined sank improved increased "
        "decreased reduced stayed held remained stopped broke failed crashed vanished ended closed opened worked ran "
        "lasted cost costs saved earned lost gained kept passed arrived returned jumped slipped settled hit reached"
    ).split(" ")
)
_SAYING = frozenset(
    (
        "said told asked wrote replied answered objected argued called shouted agreed refused wanted laughed "
        "complained explained offered promised insisted thought apologised thanked admitted"
    ).split(" ")
)
_SUBJECTS = {
    **{word: word for word in "i we they you nobody everyone who it that this there what which".split(" ")},
    **dict.fromkeys(("my", "our"), "own"),
    **dict.fromkeys(("team", "teams", "leads", "engineers"), "team"),
    **dict.fromkeys(("these", "those", "them", "its", "each", "every"), "thing"),
    **dict.fromkeys(("both", "all", "some", "one", "no", NUMBER), "thing"),
    NAME: "name",
}
_ACTING = {
    "i": 0, "we": 1, **dict.fromkeys("they team you nobody everyone who name".split(" "), 2),
    **dict.fromkeys("thing it own that this there what which".split(" "), 3), "": 4,
}  # fmt: skip
_DOING = {"change": 0, "say": 1, "be": 2, "past": 3}
MANNERS = 5 * (len(_DOING) + 1)
"""How many manners of a main clause there are."""
_FAR = 14
"""Words in which a main clause shows itself."""


@lru_cache(maxsize=8192)
def tense(word: str) -> str:
    """``past``, ``ing`` or ``base`` by the word's look; ``none`` where there is no word."""
    if word in _PAST or (word.endswith("ed") and len(word) > 3):
        return "past"
    if word.endswith("ing") and len(word) > 4:
        return "ing"
    return "base" if word else "none"


def clause(words: Sequence[str], names: frozenset[str]) -> list[str]:
    """What the main clause shows: its subject's kind, its verb and the verb's kind, and whether figures stand by."""
    subject, place = _opened(words, names)
    auxiliary, verb = _said(words, place)
    kind = _kind(auxiliary, verb)
    figures = "figures" if NUMBER in words else "bare"
    shown = [
        f"who {subject}", f"by {subject} {kind}", f"who {subject} {auxiliary} {kind}", f"who {subject} {figures}",
        f"does {verb}", f"who {subject} does {verb}", f"kind {kind} {figures}", f"aux {auxiliary}",
    ]  # fmt: skip
    return [*shown, "named"] if NAME in words or not names.isdisjoint(words) else shown


def manner(words: Sequence[str]) -> int:
    """Who acts in the main clause (I, we, others, things, nobody) and in what kind of verb, as a number."""
    subject, place = _opened(words, frozenset())
    return _ACTING[subject] * (len(_DOING) + 1) + _DOING.get(_kind(*_said(words, place)), len(_DOING))


def _opened(words: Sequence[str], names: frozenset[str]) -> tuple[str, int]:
    """The kind of the first subject, and the place of the first finite verb after it (or of the last word seen).

    Any noun may be a thing that acts, unless a word before the verb says better who does.
    """
    subject, thing = "", ""
    for place, word in enumerate(words[:_FAR]):
        subject = subject or ("name" if word in names else _SUBJECTS.get(word, ""))
        thing = thing or _thing(word)
        if (subject or thing) and (word in _FINITE or tense(word) == "past"):
            return subject or thing, place
    return subject or thing, -1


@lru_cache(maxsize=8192)
def _thing(word: str) -> str:
    """``thing`` for a word that may name one."""
    names = word.isalpha() and tense(word) == "base" and word not in PASSED and word not in _FINITE
    return "thing" if names and names_something(word) else ""


def _said(words: Sequence[str], place: int) -> tuple[str, str]:
    """The auxiliary, with ``not`` where it is denied, and the verb."""
    if place < 0:
        return "", ""
    if words[place] not in _FINITE:
        return "", words[place]
    after = [word for word in words[place + 1 : place + 5] if word not in PASSED or word in _DENIED]
    denied = " not" if not _DENIED.isdisjoint(after[:2]) else ""
    return words[place] + denied, next((word for word in after if word not in _DENIED), "")


def _kind(auxiliary: str, verb: str) -> str:
    if verb in _CHANGE:
        return "change"
    if verb in _SAYING:
        return "say"
    return "be" if auxiliary.partition(" ")[0] in _BEING else tense(verb)
