"""Organisations that are told by their kind and take part: "the port authority gave us an office", "the union agreed".

Each has aims of its own, and moves by no order of the teller's. One that the teller works for is none of them: "our
bank" or "I was at an airline" takes the kind out of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.giving import SOON, TAKES_PART
from starproof.extract.text.around import clause_within
from starproof.parse.evened import evened

LONGEST = 600
"""Code points of a sentence that are looked at."""
_KINDS = (
    r"(?:unions?|works\scouncil|brokers?|customs|regulators?|authorit(?:y|ies)|ministr(?:y|ies)|associations?|police|"
    r"inspectorate|chamber\sof\s\w+|federation|court|railways?|ports?|airports?|airlines?|banks?|insurers?|hospitals?|"
    r"universit(?:y|ies)|count(?:y|ies)|councils?|municipalit(?:y|ies)|utilit(?:y|ies)|carriers?|cooperative|"
    r"vendors?|suppliers?|manufacturers?|contractors?|providers?|factory|couriers?)"
)
_OF_IT = r"(?:[’']s?\s(?:own\s)?[\w-]{2,14}(?:\s[\w-]{2,14})?|\s(?:of|for)\s(?:the\s)?[\w-]{3,14}(?:\s[\w-]{3,14})?)?"
_NOT_MINE = r"(?:the|their|another|one|two|three|four|both|all|each|every|some|several|other)"
_NAMED = r"(?:(?!(?:of|the|an?|for|at|from|in|by)\s)[a-z][\w’'-]{1,14}\s){0,3}?"
_DEEDS = (
    r"now\s(?:follow|use|check|feed|send|read|test|ask|open|sign)s?\b|(?:now\s)?(?:built|made|set\sup|published|wrote|adopted|copied|follows|uses|checks|feeds|sends|reads|"
    r"asked\sto\sjoin|took\spart|signed\soff|came\sin|approved)\b"
)
_TOGETHER = (
    r"(?:(?:met|agreed|worked|sat(?:\sdown)?|negotiated|talked|spoke|planned|built|calls?|meetings?|workshops?)\s"
    r"(?:\w{2,10}\s){0,3}?with|met|invited|got|brought|persuaded|convinced|won\sover)"
)
_TAKES_PART = Seldom(
    rf"(?:(?<!\bof\s)(?<!\bat\s)(?<!\bin\s)\b{_NOT_MINE}\s{_NAMED}(?P<kind>{_KINDS})|(?:^|[.;:,]\s|\band\s)(?P<bare>customs)){_OF_IT}\s{SOON}"
    rf"(?:{TAKES_PART}|{_DEEDS})|"
    rf"\b(?:talked\sto|spoke\s(?:to|with)|asked|told|rang|called|phoned|showed|wrote\sto|went\sto|begged|pushed)\s(?:the|their|another)\s{_NAMED}"
    rf"(?P<asked>{_KINDS})\b[^.;!?]{{0,50}}?(?:,\s(?:and\s|so\s)?|\b(?:and|so)\s)(?:then\s)?they\s{SOON}(?:{TAKES_PART}|changed\b)|"
    rf"\b{_TOGETHER}\s(?:[\w’'+-]+,?\s){{0,5}}?(?P<with>{_KINDS})\b",
    re.IGNORECASE,
)
_IS_OWN = r"\b(?:(?:our|my|this)\s|(?:at|for|in|of|was|joined)\san?\s)(?:[\w-]{2,14}\s){0,2}?"
_SINGULAR = re.compile(r"(?:ies|y|s)$")


def institutions(context: StoryContext) -> Iterator[Span]:
    """The clauses of the task, the action and what follows in which an organisation of another kind takes part."""
    begun = False
    for sentence in context.labels:
        begun = begun or sentence.label in ("task", "action")
        if not begun or sentence.label == "reflection":
            continue
        for start, end, kind in _taking_part(context.document.quote(sentence.span, most=LONGEST)):
            if not _is_own(context, kind):
                yield clause_within(context, sentence.span, (start, end))
                break


@kept
def _taking_part(words: str) -> tuple[tuple[int, int, str], ...]:
    """Where an organisation takes part in a sentence, and of which kind it is."""
    even = evened(words)
    found = _TAKES_PART.finditer(even.text)
    return tuple(
        [(*even.back(*one.span()), one["kind"] or one["with"] or one["asked"] or one["bare"]) for one in found]
    )


def _is_own(context: StoryContext, kind: str) -> bool:
    """Whether the teller works for one of this kind."""
    root = re.escape(_SINGULAR.sub("", kind.lower()))
    return re.search(_IS_OWN + root, context.document.text, re.IGNORECASE) is not None
