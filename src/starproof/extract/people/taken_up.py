"""Others who took the work up: "two other domes run it now", "the gas lot have it too", "a depot asked for the same".

Who does the same since is told seldom by a team's name: a shop, a town, a federation or a trade stands there, and only
"other", "too" or "the same" says that they are beyond the teller's own people.
"""

from __future__ import annotations

import re

from starproof.core.context import StoryContext, once
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.laid_down import laid_down
from starproof.extract.people.likewise import likewise
from starproof.extract.people.taken_over import taken_over
from starproof.extract.text.around import clauses_where
from starproof.parse.evened import place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|several|some|many|most|\d{1,3})"
_MORE = r"(?:other|others|another|sister|neighbouring|neighboring)"
_NOBODY = (
    r"(?:people|persons?|men|women|guys|lads|folks|ones?|two|three|four|five|six|half|side|parts?|ways?|days?|things?|"
    r"times?|weeks?|months?|hours?|years?|nights?|hands?|words?|reasons?|options?|questions?|cases?|errors?|mistakes?|"
    r"bugs?|problems?|members?|reports?|leads?|engineers?|developers?|devs|seniors?|juniors?|colleagues?|employees?|"
    r"workers?|staff|customers?|clients?|users?|applicants?|candidates?|apprentices?|than|said|told|and|or|but|who|that|"
    r"which|of)\b"
)
"""Behind "other": the teller's own people, those served, or nobody."""
_NOUN = rf"(?!{_NOBODY})[a-z][\w-]{{2,}}"
_THERE = r"(?:\s(?:in|at|from|up|down)\s(?:the\s|our\s)?[\w’'-]+)?"
_OTHERS = rf"(?<!how\s)(?<!how\sthe\s)\b(?:{_NUMBER}\s)?{_MORE}\s(?:{_NUMBER}\s)?(?:{_NOUN}\s)?{_NOUN}{_THERE}"
_THIRD = (
    r"\b(?!(?:i|we|you|they|he|she|it|this|that|who|which|and|but|not|to|people|everyone|everybody|someone|nobody|team|"
    r"mine|ours|others|one|both|all|them|juniors|seniors|leads|engineers|developers|devs|testers|reports|members|"
    r"would|could|should|[\w]+[’'](?:d|ll|ve))\b)[\w’'-]+"
)
_SOON = r"(?:now\s|also\s|both\s|each\s|too\s|then\s|later\s|since\s|all\s|already\s|even\s)?"
_DO = r"(?:use|run|do|take|follow|have|work\s(?:with|from|by|like|on)|teach|copy)"
_DOES = r"(?:uses|runs|does|takes|follows|has|works\s(?:with|from|by|like|on)|teaches|copies)"
_DOING = r"(?:using|running|doing|taking|following|working\s(?:with|from|by|on)|copying|on)"
_GET = r"asked\s(?:us\s|me\s)?(?:for|to\s(?:have|use|copy|borrow|get|take))"
_DONE = rf"(?:used|adopted|copied|taken(?:\sup|\sover)?|bought|borrowed|got|joined|licensed|{_GET})"
_TOOK = rf"(?:(?:have|has|[’']ve)\s{_SOON}{_DONE}|{_SOON}(?:adopted|copied|borrowed|bought|took\sover|{_GET}))"
_ACT = rf"(?:{_SOON}(?:{_DO}|{_DOES})|(?:(?:is|are)\s|(?<=\w)[’'](?:s|re)\s)?{_SOON}{_DOING}|{_TOOK})"
_SAME = r"(?:it|them|this|ours|the\ssame|one|our\s[\w-]+|my\s[\w-]+)\b"
_PLACE = (
    r"\b(?:the|a|another|its|their)\s(?!(?:own|whole|same|entire|night|day|early|late)\s)[a-z][\w’'-]+\s"
    r"(?:side|lot|shop|plant|branch|depot|office|ward|floor|school|kitchen|site|department|desk|division|section)s?"
)
_TEAM = (
    r"\bthe\s(?!(?:own|whole|same|entire|new|old|first|second|other|rest|night|day)\s)[a-z][\w-]+\s"
    r"(?:and\s(?:the\s)?[\w-]+\s)?teams?"
)
"""A team that is named by its work."""
_LEFT = r"(?!\s(?:up|out|off|down|away|back|instead|themselves)\b)"
_STOPS = r"(?:and|but|or|so|because|not|never|at|in|on)\b"
_TAKEN_UP = tuple(
    Seldom(way, re.IGNORECASE)
    for way in (
        rf"{_OTHERS},?\s{_ACT}\s(?:[a-z]+\s){{0,2}}?{_SAME}{_LEFT}",
        rf"{_OTHERS},?\s{_SOON}(?:{_DO}|{_DOES})\s(?:that|so|likewise)\s(?:(?:too|also|as\swell|now)\b\s?){{1,2}}",
        rf"{_OTHERS}\s(?:have\s|has\s)?{_SOON}(?:joined|copied|followed)(?=\s(?:with|too|as\swell|since)\b|[,.;]|$)",
        rf"{_OTHERS}\s(?:now|today|also|both|since)\s(?:(?!{_STOPS}|we\b|i\b)[\w’'-]+\s){{1,6}}?the\ssame\s[a-z]",
        rf"{_THIRD}\s{_SOON}(?:{_DO}|{_DOES}|{_TOOK})\s{_SAME}{_LEFT}(?:\s(?!(?:and|but|or|so|we|i)\b)[\w-]+)?\s(?:too|also|as\swell(?!\sas\b))\b",
        rf"{_THIRD}\s(?:also|now\salso)\s(?:{_DO}|{_DOES}|{_TOOK})\s{_SAME}{_LEFT}",
        rf"{_THIRD}\s(?:is|are)\s{_SOON}(?:running\son|using|doing|taking|copying|on)\sthe\ssame\b",
        rf"{_THIRD}\s(?:have\s|has\s)?{_SOON}{_GET}\s(?:the\ssame|ours|an?\scopy|it\sby\sname|them\sby\sname|copies|one\stoo)\b",
        rf"{_TEAM}\s(?:{_TOOK}|(?:{_SOON}(?:{_DO}|{_DOES})))\s{_SAME}{_LEFT}(?:\s(?:now|today))?\s(?:too|also|as\swell(?!\sas\b))\b",
        rf"{_TEAM}(?<=s)\s{_TOOK}\s{_SAME}{_LEFT}",
        rf"{_PLACE}\s(?:{_TOOK}|{_SOON}started\s(?:on|with|using))\s{_SAME}{_LEFT}",
    )
)
"""How a story says it."""
_DENIED = re.compile(
    r"\b(?:no(?:ne|body)?|not|never|neither|nor|without|would(?:n[’']t)?|could(?:n[’']t)?|should|if|unless|because|hope\w*|"
    r"wish\w*|\w+n[’']t)\b",
    re.IGNORECASE,
)
_BEFORE = 40
"""Code points before the words in which they may be denied, or only wished for."""


@once
def taken_up(context: StoryContext) -> tuple[Span, ...]:
    """The clauses that tell who else does the same since, in text order."""
    told = clauses_where(context, _place, "result", "reflection", "other", most=LONGEST)
    found = {*told, *taken_over(context), *likewise(context), *laid_down(context)}
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


@kept
def _place(sentence: str) -> tuple[int, int] | None:
    for way in _TAKEN_UP:
        place = place_of(way, sentence)
        if place is not None:
            before = sentence[max(0, place[0] - _BEFORE) : place[0]]
            return None if _DENIED.search(before) is not None else place
    return None
