"""What holds for every one of something to this day: "the list is still the first thing every new shop has to pass".

A rule is told without a word for a rule where a present holds for every one, or for none: "to this day no release goes
out without it". What is still wrong with every one of them is no rule.
"""

from __future__ import annotations

import re

from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.parse.evened import evened

_EVERY = (
    r"(?:(?:every|each|any|no)(?: single)? (?!time\b|way\b|case\b|longer\b|more\b|doubt\b|idea\b|matter\b|wonder\b)"
    r"(?:day|week|month|quarter|year)?(?=[a-z ])|nobody\b|no one\b|all new\b|anybody who\b|whoever\b)"
)
_ALL_OF = r"(?:every|each)"
_USES = r"(?:uses?|runs?|follows?|goes through|go through|works? (?:with|from|by)|starts? (?:with|from)|has|have)"
_TODAY = (
    r"(?:to this (?:very )?day|until this day|until today|(?:ever since|since then|from (?:then|that day) on)(?=[, ]))"
)
_HOLDS = (
    r"(?:(?:is|are|gets?|must be|has been|have been) (?!not\b)[a-z]{2,12}(?:ed|en|un|ung|ne|ld|wn|de|ad)\b|"
    r"must|may|can|has had to|have had to|has to|have to|(?:has|have) (?:gone|passed|started|begun|carried|used|"
    r"got|had)|"
    r"goes|passes|starts|begins|opens|comes with|comes out of|carries|includes|uses|runs|reads|spends|sits|ends|leaves|"
    r"signs|follows|learns|walks|ships|gets|asks|takes|works|writes|shows|names|brings|needs|holds|keeps)"
)
_PRACTICE = Seldom(
    rf"\b{_TODAY},? {_EVERY}[^.;:!?]{{0,60}}?\b{_HOLDS}\b|"
    rf"\b(?:is|are|it[’']s|that[’']s|they[’']re) (?:still |now |to this day |today )?(?:still|to this day|today) "
    rf"(?:the|our|a|an|what|how|where|part|in|on)\b[^.;:!?,]{{0,60}}?\b{_EVERY}|"
    rf"\b(?:is|are) now (?:the|our) (?:first|last|only|one|standard|usual|opening) [^.;:!?,]{{2,60}}?\b(?:in|of|at|"
    rf"on|{_EVERY})|"
    rf"\b{_EVERY}[^.;:!?,]{{1,40}}? (?:still|today) (?:reads|goes|passes|starts|begins|opens|runs|uses|follows|"
    rf"has to|must|"
    r"signs|learns|walks|carries|includes|leaves with|ships with)\b|"
    rf"\b{_ALL_OF}[^.;:!?]{{1,60}}?\b{_USES} (?:(?:it|this|them|that|ours?) )?(?:today|now|these days|nowadays)\b"
    r"(?! and then\b)|"
    rf"\bnow,? (?:nothing|nobody|no one|no [a-z-]+)\b[^.;:!?]{{1,60}}? (?:that|without|unless|until|before)\b|"
    rf"\b{_EVERY}[^.;:!?]{{1,70}}?\b{_HOLDS}\b[^.;:!?]{{0,50}}? (?:to this day|until today)\b|"
    r"(?:\b(?:is|are|has|have|does|do)|[’'](?:s|re|ve)) (?!been\b)[^.;:!?]{1,60}? "
    r"(?:two|three|four|five|six|seven|eight|nine|"
    r"ten|\d{1,2}) (?:years|quarters|seasons|releases|terms|winters|summers) (?:running|in a row)\b",
    re.IGNORECASE,
)
_WOE = Seldom(
    r"\b(?:los[et]\w*|fail\w*|complain\w*|miss(?:es|ed|ing)?|br(?:eaks?|oken?)\b|fights?|argues?|waits?|waiting|"
    r"worse|late|"
    r"wrong|angry|blam\w+|hates?|hated|problems?|slow\w*|crash\w*|suffers?|struggl\w+|knows?|understands?|remembers?|"
    r"believes?|trusts?|thinks?|denies|admits|by hand|on paper|manually|down|would|could|if|drops?|dropped|fell|"
    r"falls)\b",
    re.IGNORECASE,
)
"""Words of a trouble or of a mind, which is no practice."""
_STOP = re.compile(r"[.;:!?]|$")
_HINTS = (
    "every", "each ", "nobody", "no ", "nothing", "all new", "anybody", "whoever", " now the ", " now our ",
    "running", "in a row",
)  # fmt: skip


@kept
def practice(sentence: str) -> tuple[int, int] | None:
    """Where in a sentence a practice is told to hold for every one of something, the first; ``None`` where none is."""
    low = sentence.lower()
    if not any(map(low.__contains__, _HINTS)):
        return None
    even = evened(sentence)
    found = next((one for one in _PRACTICE.finditer(even.text) if not _is_trouble(even.text, one)), None)
    return None if found is None else even.back(*found.span())


def _is_trouble(words: str, found: re.Match[str]) -> bool:
    """Whether the clause around these words is of a trouble, or denies them: "not every team still has it"."""
    start = 1 + max(words.rfind(mark, 0, found.start()) for mark in ".;:!?,")
    stop = _STOP.search(words, found.end())
    told = words[start : len(words) if stop is None else stop.start()]
    return _WOE.search(told) is not None or told.lstrip().lower().startswith("not ")
