"""Which quarrels have a side whose argument may be asked for, and which words only sound like one."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.seeking import Seldom
from starproof.extract.teller.quarrels import has_other_side
from starproof.extract.text.around import clause
from starproof.parse.evened import evened

_NOT = r"(?:\snot|n[’']t)"
_OWN = (
    rf"\bI\s(?:(?:do|did){_NOT}|never)\swant\sto\s(?:just\s)?be\b|"
    r"\bI\s(?:was|felt|got|am)\s(?:(?:at\sfirst|first|also|just|really|honestly|a\s(?:bit|little)|so|very|quite)\s)*"
    r"(?:annoyed|angry|furious|upset|mad|offended|hurt|sulking)\b(?!\sthat|\sabout|\swith)|\bI\s(?:\w{2,8}\s)?sulked\b|"
    rf"\bI\s(?:(?:do|did|would|could){_NOT})\s(?:really\s)?(?:believe|say|think)\s"
    r"(?:it|that|this|so|the\s\w+)(?:\seither)?$|"
    rf"\bI\swould{_NOT}\shave\s(?:him|her|them|anyone|anybody|people)\s(?!in\b|on\b|at\b|back\b)[a-z]{{3,}}\b"
)
"""The teller's own motive, mood or doubt: "I didn't want to be the no guy", "I would not have them guess"."""
_WISHES = (
    r"\b(?:he|she|they|who)\s(?:\w{2,8}\s)?wanted\sto\s(?:go\s(?:back|home|on)|leave|stay|return|quit|move\s(?:to|back))\b|"
    r"\bright\sto\sbe\s\w+"
)
"""What somebody wishes for themselves."""
_SUPPOSED = r"^(?:and\s|but\s|so\s)?(?:if|where|whenever|whether)\b"
"""A case that is only supposed, or a rule for it: "where a pair did not agree"."""
_WRITTEN = (
    r"\b(?:lines?|notes?|signs?|sheets?|pages?|forms?|rules?|labels?|messages?|reports?|logs?|banners?)\b[^.;!?]{0,40}"
    r"\b(?:says?|said|reads?)\s[\"“']?no\s(?!to\b)"
)
"""What stands in writing begins with a "no"."""
_THINGS = (
    r"\b(?:offers?|cards?|payments?|loans?|visas?|taps?)\s(?:\w+\s)?(?:was|were|are|is|got|been)\s(?:\w+\s)?"
    r"(?:refused|rejected)\b|"
    r"\b(?:versions|copies|systems|engines|models|tables|databases|ledgers|books|records|logs|reports|sheets|"
    r"spreadsheets|numbers|figures|counts|totals|readings|sensors|clocks|sources)\s(?:\w+\s)?"
    r"(?:disagreed?|contradict(?:ed)?|conflict(?:ed)?)\b"
)
"""Things that are refused by those who get them, or by a machine, and those that do not tally."""
_SILENT = rf"\b(?:was|were|is|are){_NOT}\s(?:speaking|talking)\s(?:to|with)\b"
_DISLIKED = rf"\b(?:that|which|[a-z]{{3,14}})\s(?:he|she|they|I|we)\sdid{_NOT}\s(?:like|want)$"
"""Things by who did not like them: "the routes she didn't like"."""
_NO_ARGUMENT = Seldom("|".join((_OWN, _WISHES, _SUPPOSED, _WRITTEN, _THINGS, _SILENT, _DISLIKED)), re.IGNORECASE)


def has_argument(context: StoryContext, signal: Signal) -> bool:
    """Whether somebody stands against something in these words, so that their argument may be asked for."""
    if not has_other_side(context, signal):
        return False
    said = evened(context.document.quote(clause(context, signal.span))).text
    return _NO_ARGUMENT.search(said.strip(" .,;:!?")) is None
