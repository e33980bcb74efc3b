"""What is asked about the worth of an outcome, by its own words."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.baselines.other_side import apart
from starproof.extract.text.around import clause

BESIDE = 120
"""Code points on each side of an outcome within which it is said that it was spared, or stayed."""
FIGURE = "how much of that would have come without your work?"
_QUOTED = re.compile("“([^”]+)”")
"""The amounts that a difference lies between, which are not said again where the words asked about hold both."""
_AT_STAKE = "how was that worked out, and what became of it through your work?"
_SPARED = "how sure was it that this would have come, and who reckoned it?"
_KEPT = "how sure was it that this would have been lost, and what did your work have to do with its staying?"
_GUESSED = "you say yourself that it is not sure: how would you work it out so that it holds?"
_IS_GUESSED = Seldom(
    r"\b(?:(?:need|have|want|still) to (?:check|confirm|verify)|(?:my|a|rough|wild|best) guess|I(?:[’']d| would) guess|"
    r"un(?:checked|confirmed|verified)|not (?:yet )?(?:checked|confirmed|verified)|never (?:checked|confirmed))\b",
    re.IGNORECASE,
)
"""Words by which the teller doubts the figure."""
_IS_SPARED = Seldom(
    r"\b(?:avoid\w*|prevent\w*|would(?: have|[’']ve)|wouldn[’']t|spared|otherwise|if (?:I|we|it|they) had)\b",
    re.IGNORECASE,
)
_IS_KEPT = Seldom(
    r"\b(?:renew\w*|signed again|(?:customer|client|account|they|them|all|both|he|she|who|bank|chain|sponsor|partner)s?"
    r"(?: \w{2,10})? stayed(?! (?:flat|the same|at|in|on|up|down|open|below|under|above|over)\b)|retain\w*|"
    r"contract (?:is|was)|"
    r"kept (?:the|a|our|their) (?:\w+ )?(?:customer|client|"
    r"contract))\b",
    re.IGNORECASE,
)
_IS_GAINED = re.compile(
    r"\b(?:up|grew|grown|rose|risen|gained|added|(?<!any )(?<!once )more|additional|extra|increase[ds]?)\b|"
    r"(?<!\w)\+(?=\s?[$€£\d])",
    re.IGNORECASE,
)
"""In the clause of the outcome itself: it came on top, whoever stayed beside it."""
_IS_SAVED = re.compile(r"\b(?:sav\w+|costs?|net|cheaper|less)\b", re.IGNORECASE)


def of_worth(context: StoryContext, span: Span) -> str:
    """What is asked about the worth of it: a loss that did not come, and a customer who stayed, by their own words."""
    if between := apart(context.facts):
        said = context.document.quote(clause(context, span))
        between = "that difference" if all(map(said.count, _QUOTED.findall(between))) else between
        return f"of {between}, how much would have come without your work?"
    words = context.document.text[max(0, span.start - BESIDE) : span.end + BESIDE]
    if _IS_GUESSED.search(words):
        return _GUESSED
    if _IS_SPARED.search(words):
        return _SPARED
    gained = _IS_GAINED.search(context.document.quote(clause(context, span))) is not None
    if _IS_KEPT.search(words) and not gained and _IS_SAVED.search(words) is None:
        return _KEPT
    came = any(sentence.span.contains(span) for sentence in context.labelled("result"))
    return FIGURE if came else _AT_STAKE
