"""What became of it, told beyond doubt: "we still look at it every month", "it went into next year's plan".

The words of the lexicon for what lasted are many and weak; these are few, and say by themselves that the story does not
end with the outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.around import clause_within
from starproof.extract.time.habits import habit
from starproof.extract.time.practice import practice
from starproof.extract.time.standing_now import standing
from starproof.parse.evened import place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_TURN = r"(?:day|week|month|quarter|year|morning|monday|friday|spring|autumn|winter|summer|release|season|sprint)"
_WOE = (
    r"(?!(?:lose|losing|fail|failing|complain|complaining|miss|missing|break|breaking|fight|fighting|argue|wait|"
    r"waiting|"
    r"have|had|was|were|not|no|be|see|seen)\b)"
)
_BODIES = r"(?:teams?|departments?|groups?|crews?|squads?|plants?|sites?|depots?|wards?|branch(?:es)?|offices?|units?)"
_LAID_DOWN = (
    r"(?:checklists?|handbook|playbook|runbooks?|planning|process|reviews?|templates?|onboarding|polic(?:y|ies)|"
    r"guidance|guidelines?|standards?|curriculum|training|roadmaps?|gates?|plans?|contracts?|charter|"
    r"definition of done)"
)
"""Where what is done by everybody is laid down."""
_SEQUEL = Seldom(
    rf"\bstill {_WOE}(?:[\w’']+ ){{1,7}}?(?:every|each|once an?|twice an?) (?:single )?{_TURN}\b|"
    rf"\b(?:every|each) {_TURN},? (?:we|they|he|she|i|(?:the|all) \w+ of us)(?: [\w’']+){{0,2}} still {_WOE}[a-z]+\b|"
    r"\b(?:do|does|have|has|hold|holds|run|runs|meet|meets|review|reviews|check|checks|sit|sits)\b"
    rf"(?:[ ,]+[\w’']+){{0,8}}?,? (?:every|each) {_TURN} now\b|"
    r"\b(?:put|puts|went|goes|gone|got|written|wrote|is|are|was|were|took|taken|made)(?: [\w’']+){0,3} "
    r"(?:in|into|on|to) (?:(?:this|next|the next|the following|the) year[’']s |the company[’']s |(?:our|the) yearly )"
    r"(?:plan|plans|roadmap|budget)\b|"
    r"\b(?:put|went|gone|goes|written|taken)(?: [\w’']+){0,2} (?:in|into|on|to) the (?:plan|plans|roadmap|budget) "
    r"(?:for (?:20\d\d|(?:the )?next|the (?:following|coming))|of (?:20\d\d|the (?:next|following|coming)))|"
    r"(?<!\bnot )(?<!n[’']t )\bnow (?:sends?|asks?|brings?|calls?|shows?|signs?|checks?|prints?|rings?|reads?|invites?|"
    r"reports?|plans?|teaches|teach|trains?|copies|follows?) (?:me|us|it|them|him|her|the|their|his|its|our|every|each|"
    r"all|both|any|a|an|two|for|with|by|to)\b|"
    rf"\b(?:the|their|another|two|three|four|five|six|all|both)(?: other)? (?!own\b|whole\b|same\b)(?:[\w-]+ ){{0,2}}"
    rf"{_BODIES} (?:(?:have|has) (?:since |now |both |all )?(?:taken|picked)|took|picked) "
    r"(?:it|that|this|ours|the \w+) (?:over|up)\b(?! with\b)|"
    r"\b(?:a|one|two|three|four|five|six|nine|twelve|\d{1,2}) (?:months?|quarters?|years?)(?: later| on|"
    r" after)?,? (?:I|we) "
    r"(?:looked|checked|measured|counted|reviewed|tested|weighed)(?: [\w’'-]+){0,4} again\b|"
    r"\b(?:we|they|i) now (?:have|use|run|do) (?:it|this|that|them|one) (?:as an?|as the|in (?:every|all|our|the)|"
    r"for every|at every|before every) [a-z]|"
    rf"\b(?:it|this|that|which|(?:our|my|the|this|that) [\w-]{{2,14}}(?: [\w-]{{2,14}})?)"
    rf"(?:[’']s now| is now| now is|[’']s today) (?:an? |the )?(?:part of|on|in|(?:step|gate|line|rule|page|item) in) "
    rf"(?:our|the|their|every|each|all) (?:[\w-]{{2,14}} ){{0,2}}?{_LAID_DOWN}\b|"
    r"\b(?:the )?(?:next|following) year (?:as well|too)\b|\bthe year after(?: that)? (?:as well|too)\b",
    re.IGNORECASE,
)
_HINTS = ("still", "now", "year", "plan", "roadmap", "budget", "took ", "taken ", "picked ", " again")


def sequels(context: StoryContext) -> Iterator[Span]:
    """The clauses from the first result on that tell what became of it, in text order."""
    outcomes = 0
    for sentence in context.labels:
        outcomes += sentence.label in ("result", "reflection")
        if not outcomes:
            continue
        words = context.document.quote(sentence.span, most=LONGEST)
        found = _told(words) or habit(words) or practice(words) or (standing(words) if outcomes > 1 else None)
        if found is not None:
            yield clause_within(context, sentence.span, found)


@kept
def _told(words: str) -> tuple[int, int] | None:
    low = words.lower()
    return place_of(_SEQUEL, words) if any(map(low.__contains__, _HINTS)) else None
