"""Others outside the teller's team who are told to change what they do: "the licensing team changed its rule"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.giving import SOON, TAKES_PART
from starproof.extract.people.joining import joins, joins_one
from starproof.extract.people.led_by import leads
from starproof.extract.people.work_behind import fronted
from starproof.extract.text.around import clause_within, heard
from starproof.extract.text.words import words as words_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_NAMED = r"(?!(?:my|our|own|whole|same|new|entire|other|best|first|last|night|day|early|late)\s)[a-z][\w-]{2,14}"
_BODY = r"(?:teams?|departments?|desks?|crews?|office|union|board|council|people|manager|head|lead|director|chief)"
_OTHERS = rf"\b(?:the|their|another)\s(?:{_NAMED}\s){{1,2}}{_BODY}"
_FUNCTION = (
    r"(?:sales|finance|legal|marketing|procurement|compliance|purchasing|hr|accounting|accounts|treasury|logistics|"
    r"operations|ops|payments|billing|payroll|underwriting|support|security)"
)
_LOT = r"(?:lot|folks?|side|guys|people|team|department|desk|crew|office)"
_BEGINS = r"(?:^|[,;:.–—-]\s|\b(?:and|but|then|until|till|so|when|once|after)\s)"
_PLAIN = rf"(?:{_BEGINS}(?:the\s)?{_FUNCTION}(?:\s{_LOT})?|\bthe\s{_FUNCTION}\s{_LOT})"
"""A function that stands for its people, at the beginning of a clause: "payments agreed", "sales lot cut its list"."""
_GAVE = Seldom(
    rf"{_PLAIN}\s{SOON}{TAKES_PART}|"
    rf"\b(?:with|asked|told|had|got|persuaded|convinced)\s(?:the\s)?{_FUNCTION}\b[^.;!?]{{0,60}}?"
    rf"[,;]\s(?:and\s|so\s|but\s)?they\s{SOON}(?:{TAKES_PART}|did\b(?!\snot))|"
    rf"\b(?:persuaded|convinced|won\sover)\s(?:the\s)?{_FUNCTION}\b",
    re.IGNORECASE,
)
_FUNCTIONS = re.compile(_FUNCTION)
_JOINED = re.compile(r",? and |, |/")
_BODIES = re.compile(r"(?:teams?|departments?|desks?|office|union|board|council)")
_LONGEST_NAME = 3
"""Words of the bare name of a unit."""
_THEIRS = r"(?:its|their|his|her)(?:\sown)?\s"
_YIELDS = Seldom(
    rf"{_OTHERS}(?:\s(?:then|also|even|finally|soon|later))?\s(?:"
    rf"(?:changed|dropped|rewrote|gave\sup|moved|loosened|adapted|reversed|scrapped)\s{_THEIRS}[a-z]|"
    r"(?:has|have)\s(?:since\s)?(?:changed|dropped|taken|moved|rewritten)\b|"
    r"agreed\sto\s(?:change|drop|move|rewrite|take\sover|give\sup|stop|open|send|print|let)\b|"
    r"now\s(?:prints?|takes?|sends?|checks?|logs?|asks?|opens?|reads?|works?|plans?|signs?|answers?|starts?|stops?)\b|"
    r"took\s(?:it|this|that|the\s[\w-]{2,14})\sover\b|"
    r"(?!who\b|that\b|was\b|were\b|is\b|are\b)(?:(?!(?:not|never|no|nothing|too|would|could|didn[’']t|only|out)\b)[\w’'-]+\s){1,6}?for\sus\b)|"
    r"\bfor\s(?:my|our)(?:\sown)?\steams?\sand(?:\salso)?(?:\sfor)?\s(?:the|two|three|both|all)\s[^.;:!?]{2,40}?"
    r"\b(?:teams|departments|groups|desks|crews)\b|"
    r"\b(?:persuaded|persuading|convinced|convincing|talked|talking|won|winning)\s(?:the\s)?"
    r"(?:two|three|four|five|six|both|all\sthe)\s(?:other\s)?(?:managers|leads|directors|heads|chiefs)\b"
    r"(?!\sof\s(?:mine|my)\b|\sto\s(?:give|let|lend|send|pay|hire|keep)\s(?:me|us)\b)",
    re.IGNORECASE,
)
_BROUGHT = r"(?:convinced?|persuaded?|w[io]n\sover|talked\s(?:over|round)|(?:bring|brought)\s(?:along|round|over))"
_PERSUADED = Seldom(
    r"\b(?:whose|their|its)\s(?:own\s)?(?:manager|head|lead|director|chief|boss|supervisor),?\s(?:"
    r"(?:whom?\s|that\s)?(?:I|we)\s(?:(?:then|also|finally|first|had\sto|needed\sto|managed\sto|was\sable\sto)\s){0,2}"
    rf"{_BROUGHT}|(?:had\sto\sbe|needed\sto\sbe|was|got)\s(?:finally\s|first\s)?{_BROUGHT})\b"
    r"(?![^.;!?]{0,60}\b(?:in\svain|without\ssuccess|refused|never|not|failed|could(?:n[’']t|\snot))\b)",
    re.IGNORECASE,
)
"""The head of another team is won over, told of that team: "dispatch, whose manager I had to convince"."""
_HEAD_OF = (
    r"(?:the|their)\s(?:head|manager|director|lead|chief|owner|supervisor)\sof\s(?:the\s)?"
    r"(?!(?:engineering|technology|software|development|it|my|our|r&d)\b)[a-z][\w-]{2,14}(?:\s[a-z][\w-]{2,14})?"
)
_ASKED = Seldom(
    rf"\b(?:took|brought|put)\s(?:it|that|this)\s(?:up\s)?(?:to|with)\s(?:{_OTHERS[2:]}|{_HEAD_OF})\b", re.IGNORECASE
)
"""The teller went to somebody of another department with it."""
_WON = Seldom(
    r"\b(?:got|getting|brought|persuaded|persuading|convinced|convincing|"
    r"talked)\s(?P<who>[^.;:!?,]{3,60}?)\s(?:to|into)\s"
    r"(?:agree|accept|change|drop|give|take|sign|stop|share|use|adopt|join|wait|let|lend|commit|pay|release|"
    r"switch|split|"
    r"agreeing|accepting|changing|dropping|giving|taking|signing|stopping|sharing|using|adopting|joining|waiting|"
    r"lending|paying|switching)\b",
    re.IGNORECASE,
)
"""The teller wins somebody over to something."""
_NO_UNITS = frozenset(
    "me him her us them you it everyone everybody somebody people both all each none most some half two three four "
    "five six my our mine ours his their a an one every any engineers developers customers users rid ready used back "
    "down done going able close late far nowhere".split()
)
_AGREED = re.compile(
    r"\b(?:we|they|he|she)\s(?:then\s|both\s|finally\s)?agreed\s(?:that|to|on)\b|"
    r"^(?:(?:So|Then|In the end|Finally)\s)?we\s(?:then\s|finally\s)?(?:ran|tried|tested|piloted|"
    r"started)\sit\s(?:on|in|at|with|there)\b",
    re.IGNORECASE,
)
"""Words of an agreement, or of a trial where the other sits."""
_HINT = re.compile(r"team|department|desk|crew|office|union|board|council|people|manager|head|lead|director|chief")
"""Words in small letters without one of which nobody is looked for."""


def yielding(context: StoryContext) -> Iterator[Span]:
    """The words by which others outside the own team change what they do, in text order."""
    begun = False
    for place, sentence in enumerate(context.labels):
        begun = begun or sentence.label in ("task", "action")
        if not begun:  # what others changed before the teller did anything is the scene
            continue
        words = context.document.quote(sentence.span, most=LONGEST)
        if (found := _yields(words) or _wins(words) or joins(words)) is not None:
            yield clause_within(context, sentence.span, found)
        elif (one := joins_one(words)) is not None and not leads(context, one[1]):
            yield clause_within(context, sentence.span, one[0])
        elif (asked := _asks(words)) is not None and _agreed(context, place):
            yield clause_within(context, sentence.span, asked)


def _agreed(context: StoryContext, place: int) -> bool:
    """Whether the same sentence or the next one ends in an agreement."""
    return any(_AGREED.search(heard(context, place + step, most=LONGEST)) is not None for step in (0, 1))


@kept
def _yields(words: str) -> tuple[int, int] | None:
    even = fronted(words)
    low = even.text.lower()
    found = None
    if _HINT.search(low) is not None:
        found = _YIELDS.search(even.text) or _PERSUADED.search(even.text)
    if found is None and _FUNCTIONS.search(low) is not None:
        found = _GAVE.search(even.text)
    return None if found is None else even.back(*found.span())


@kept
def _asks(words: str) -> tuple[int, int] | None:
    even = fronted(words)
    found = _ASKED.search(even.text)
    return None if found is None else even.back(*found.span())


@kept
def _wins(words: str) -> tuple[int, int] | None:
    """Where the teller wins over another unit; in speech without capitals a name looks like one."""
    if not words[:1].isupper():
        return None
    even = fronted(words)
    found = next((one for one in _WON.finditer(even.text) if _are_units(one["who"])), None)
    return None if found is None else even.back(*found.span())


def _are_units(who: str) -> bool:
    """Whether one of those joined is a unit: called by a department's word, or by a bare noun as no person is."""
    return any(_is_unit(one.split()) for one in _JOINED.split(who))


def _is_unit(row: list[str]) -> bool:
    low = [word.lower() for word in row]
    if not low or not _NO_UNITS.isdisjoint(low):
        return False
    bare = low[0] != "the" and all(word.islower() for word in row)
    departed = low[-1] in words_of("named", "departments") or (
        low[0] == "the" and _BODIES.fullmatch(low[-1]) is not None
    )
    return departed or (bare and not low[-1].endswith("s") and len(low) <= _LONGEST_NAME)
