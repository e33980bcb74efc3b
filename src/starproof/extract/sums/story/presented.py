"""How a figure is presented as one that follows from others: as a rest, a total, a margin, a change, a share."""

from __future__ import annotations

import re

from starproof.core.keeping import Shelf
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import CHANGE
from starproof.extract.sums.story.rows import spaced
from starproof.extract.text.changing import CHANGES

_BEFORE = (
    ("rest", r"rest|remain(?:s|ing|der)?|left|leaves|leaving|others?", 2),
    ("total", r"total|totals|altogether|together|in all|sum|adds? up to|combined|all told|plus", 3),
    ("margin", r"(?:beat|miss|exceed|overshot|undershot|overran|clear|pass|headroom|ahead|short)(?:s|ed|es|ing)?", 6),
    ("change", "|".join([*sorted(CHANGES), "savings", "by"]), 3),
    ("kept", r"sav(?:e|es|ed|ing)|keeps?|kept|gained|lost|freed|outlay|brings?|brought in|worth", 3),
)
UNDONE = r"(?:went|go(?:es)?|lay|lie|stood|stayed|sat|were|was|are|is) un[a-z]{2,}(?:ed|nt|ld|id|en|ad)"
"""What was not done with a part of a whole: "£540,000 went unspent"."""
_AFTER = (
    ("rest", rf"left|remain(?:s|ed|ing)?|others|to go|{UNDONE}", 2),
    ("total", r"in all|altogether|together|all told|in total|combined|overall", 3),
    (
        "margin",
        r"over|under|above|below|ahead|short|shy|inside|within|early|late|to spare|in hand|clear|headroom|beyond|past|"
        r"off|too many|too few|better than|worse than|better|worse",
        1,
    ),
    ("share", r"of (?:all|them|the|our|those|these|my|every\w*|us|what|it|that|total|everything)", 0),
)
_MADE = re.compile(
    r" (?:so|that's|that is|which is|which was|that was|i\.e|ie|meaning|means?|makes?|made|gives?|gave|=|=>|->|→|"
    r"com(?:es|ing) to|came to|works out at|equals?|or|hence|thus|therefore|this is|it's|it is|amount(?:s|ed|ing) to|"
    r"represent(?:s|ed|ing)|yield(?:s|ed|ing)?|said|wrote|called|says|read)(?: [^ .;,]+){0,2} $"
)
_BREAKS = frozenset(". ; ¶ : ? ! but".split(" "))
_LEAD, _TAIL = (
    tuple((name, re.compile(rf" (?:{words})(?: [^ .;]+){{0,{most}}} $")) for name, words, most in _BEFORE),
    tuple((name, re.compile(rf"^ (?:[^ .;,]+ ){{0,{most}}}?(?:{words}) ")) for name, words, most in _AFTER),
)
_PRESENTED: Shelf[str] = Shelf()


def presented(figure: Figure) -> str:
    """By the words of its own clause: rest, total, margin, change, kept, share, more, bracket, made; or told.

    "kept" is what was saved, kept or lost, "more" what a word such as "up" or "less" stands next to, "bracket" what
    opens a bracket. "made" is what only a word such as "so", "which is" or "=" tells as following, "told" what nothing
    does.
    """
    return _PRESENTED.get(figure.wording) or _PRESENTED.put(figure.wording, _read(figure))


def _read(figure: Figure) -> str:
    before, after = spaced(_clause(figure.before[-9:])), spaced(figure.after[:5])
    for name, words in _TAIL:
        if words.search(after):
            return name
    for name, words in _LEAD:
        if words.search(before):
            return name
    if not CHANGE.isdisjoint(figure.after[:2]) or not CHANGE.isdisjoint(figure.before[-2:]):
        return "more"
    if figure.before[-1:] == ("(",):
        return "bracket"
    return "made" if _MADE.search(before) else "told"


def _clause(before: tuple[str, ...]) -> tuple[str, ...]:
    start = max([at for at, word in enumerate(before) if word in _BREAKS], default=-1) + 1
    return before[start:] if start < len(before) else before[-1:]


def of_all(figure: Figure) -> bool:
    """Whether the words next to a figure tell it as a total."""
    return presented(figure) == "total"
