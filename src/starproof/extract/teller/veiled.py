"""A fault put on others in courteous words: "it must be said that the designers knew", "which needs no comment".

Who blames with manners names the others and then says that nothing will be said of them, or only that the teller's own
side was spotless. The words are few and set, and say little else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.parse.evened import place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_NOT = r"(?:not|never|(?:wo|do|would|sha|ca)n[’']t)"
_OURS = r"(?:our|my)\s(?:own\s)?(?:(?!team\b)[\w-]+\s)?"
_CLEAN = r"(?:correct|spotless|fine|clean|perfect|flawless|in\sorder|blameless|impeccable)"
_VEILED = tuple(
    Seldom(words, re.IGNORECASE)
    for words in (
        r"\bit\s(?:must|has\sto|should|may)\s(?:also\s|here\s|only\s)?be\s(?:said|noted|permitted|stated|recorded|pointed\sout)\b"
        r"(?=[:,]?\s(?:that|to\snote\sthat|to\ssay\sthat)\s(?!(?:i|we|my|our|it|this|there)\b))",
        r"\bone\smust\s(?:assume|suppose|conclude)\b",
        r"\b(?:was|were|has\sbeen|had\sbeen)\s(?:also\s)?pointed\sout\sto\s(?:its|their|his|her|them|him)\b",
        rf"\b(?:i|and)\s(?:{_NOT}|do\snot|will\snot)\ssay\s(?:any\s)?more\s(?:about|on|of)\s(?:it|that|them|this)\b",
        r"\bi\s(?:only|merely|just)\smention\s(?:it|this|that)\b|"
        r"\bi\smention\s(?:it|this|that)\s(?:only|merely|just)\sbecause\b",
        rf"\bneeds?\sno\scomment\b|\b{_NOT}\s(?:wish|want|like|care)\sto\scomment\b|"
        r"\b(?:rather|prefer)\snot\s(?:to\s)?comment\s(?:on|upon)\b",
        r"\bungracious\sto\s(?:dwell|mention|say|name)\b",
        r"\bi(?:[’']ll|\swill|\sshall)\s(?:try\sto\s)?be\s(?:diplomatic|polite|charitable)\b",
        rf"\b{_NOT}\s(?:wish|want|going|mean|like)\sto\s(?:speak|talk)\s(?:badly|ill)\s(?:of|about)\b",
        r"\bnot\s(?:going\sto|gonna)\ssay\swho\b",
        r"\bwith\sall\slove\b|\bi\ssay\s(?:it|this|that)\swith\slove\b|\bwith\sthe\sbest\sof\sintentions\b",
        r"\bi\swant\sto\sbe\sfair\sto\s(?:them|him|her)\b(?=[^.;!?]*\bbut\b)",
        r"\bso,?\swhat\s(?:can|could)\s(?:i|we|you)\sdo\b(?=\s*[.,;]|$)",
        r"\bnothing\s(?:i|we)\scould(?:[’']ve|\shave)\sdone\b",
        rf"\b{_OURS}(?:side|part|files?|code|engineering|thresholds?|half|end)\s(?:was|were|had\sbeen)\s"
        rf"(?:always\s|all\s|perfectly\s|entirely\s|completely\s|absolutely\s)?{_CLEAN}\b"
        r"(?!\s(?:by|after|again|until|when|once))",
        rf"\bengineering\s(?:was|were)\s{_CLEAN}\b",
        r"\bi\sdid\severything\sright\b|\b(?:we|i)(?:\sfrom\s\w+)?\sdid\s(?:our|my)\spart\b",
        r"\bnobody\s(?:from|on)\s(?:my|our)\sside\s(?:had|did|made)\b",
        r"\bit[’']s\salways\sbeen\s(?:him|her|them)\b|\b(?:can[’']t|cannot)\s\w+,?\snever\scould\b",
    )
)
"""How a story says it."""


def veiled(context: StoryContext) -> Iterator[Span]:
    """The sentences that put a fault on others in courteous words, in text order; none beside a part that is owned."""
    signals = context.facts.of("mistake", "owned-part")
    for place, sentence in enumerate(context.labels):
        if (found := _veiled(context.document.quote(sentence.span, most=LONGEST))) is not None:
            words = Span(sentence.span.start + found[0], sentence.span.start + found[1])
            owned = {signal.sentence for signal in signals if not signal.span.overlaps(words)}
            if owned.isdisjoint((place - 1, place, place + 1)):
                yield sentence.span


@kept
def _veiled(words: str) -> tuple[int, int] | None:
    found = (place_of(way, words) for way in _VEILED)
    return next((place for place in found if place is not None), None)
