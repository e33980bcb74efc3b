"""What the teller owns up to, pays or stakes: a mistake, a price, a danger, and no other thing in the same words."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.teller.whose import clause_of, is_ours, is_real
from starproof.extract.text.around import FAR, clause, heard, heard_before, heard_in, heard_within
from starproof.parse.evened import evened
from starproof.parse.words import CAPITAL, SMALL

_ERRING = Seldom(
    r"\b(?:wrong(?:ly)?|mistak\w+|errors?|faults?|should(?:(?:n[’']t| not)? have|(?:n[’']t)?[’']ve|a)|"
    r"later than|missed|"
    r"(?:too|a \w+) (?:late|early|long|much|soon|quick(?:ly)?|fast|little|few)|"
    r"mis(?:judged|read|understood|took|calculated)|"
    r"(?:under|over)[- ]?estimated|ignored|overlooked|forg[eo]t\w*|failed|failure|"
    r"(?:had|did)(?:n[’']t| not| never)(?: even)? (?:ask|tell|told|check|test|look|listen|see|seen|notic|read|say|said|"
    r"plan|involv|includ|warn|know|known|understand|understood|consider|go|gone|call|talk|writ|set|give|given|do|"
    r"done)\w*|"
    r"never (?:asked|thought|checked|looked)|without \w+ing|confused|put (?:it )?off|blind|naive|regret\w*|trusted|"
    r"on me|because I(?: had(?:n[’']t)?|[’']d) |my (?:own )?(?:part|doing|miss|fault)|badly|poorly|blew|"
    r"(?:bad|poor) (?:one|call|choice|decision|idea|pick|bet)|"
    r"my bad(?! news| luck| day)|"
    r"my (?:call|decision|choice|idea),? (?:and )?(?:I|we) "
    r"(?:reversed|undid|unwound|corrected|took|rolled) (?:it|that)|"
    r"(?:first|second|third|fourth|fifth|other|one|part|bit|fault|error|delay|blame) (?:was|is) mine|"
    r"(?:i|we) (?:lost|wasted) (?:(?:a|an|the|two|three|four|five|six|\d+) (?:\w+ )?)?"
    r"(?:days?|weeks?|months?|mornings?|quarters?)|"
    r"in (?:a |such a )?hurry|my (?:own )?(?:ego|pride|haste|vanity)|did(?:n[’']t| not) insist|"
    r"with nobody|ought to have|sat on (?:it|them|that|this)|"
    r"assumed (?:that|he|she|they|it|we|everyone|everybody|nobody))\b",
    re.IGNORECASE,
)
"""Words of going wrong, by which a mistake is told and not a loss or a duty."""
_SAYS = re.compile(
    rf"\b(?!I\b)(?:he|she|they|(?-i:[{CAPITAL}][{SMALL}]{{2,14}})|[a-z]{{3,14}}) (?:still |later |even )?"
    r"(?:says?|said|thinks?|told \w{2,10}|wrote|complained) (?:that )?(?:(?:the |one )*(?:thing|part|bit) )?(?:I|we)\b",
    re.IGNORECASE,
)
"""Somebody else says it of the teller: nothing is owned by that."""
_HAD = re.compile(r"\b(?:I|we)(?: had(?:n[’']t)?\b|[’']d \w+(?:ed|en|ght|ne|un)\b)", re.IGNORECASE)
"""The teller, seen from later."""
_IT_WAS = re.compile(r"(?:and |but |so )?(?:it|that|this|which) (?:was|is|felt)\b", re.IGNORECASE)
"""What the teller has done is looked at: "which was a gamble"."""
_IT_MEANT = re.compile(r"(?:it|that|this|which) (?:meant|means|cost)\b|to pay for (?:it|that|them)\b", re.IGNORECASE)
_ALWAYS_COSTS = re.compile(r"\bcosts (?:us|me)\b", re.IGNORECASE)
"""What a thing costs at any time is no price of a choice: "it costs us 9,000 to train one"."""
_POOR_CALL = Seldom(
    r"\b(?:that|it|this|which) (?:was|had been) (?:just |simply )?an? (?:very |really )?"
    r"(?:poor|bad|wrong|foolish|stupid|silly|lazy) (?:call|choice|decision|move|judge?ment)\b|"
    r"\b(?:that|it|this|which) (?:was|had been) (?:just |simply |very |really |so )?(?:dumb|stupid|foolish|silly)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\b(?:(?:if|whether)|would (?:ever |even )?(?:find out|know|see|notice|hear)(?: that)?)\s$", re.IGNORECASE
)
_IN_THE_WRONG = re.compile(r"I (?:was|were|am|had been)\b", re.IGNORECASE)
"""Behind "whether" it is a question still: "I wanted to know if I was wrong"."""
_HEADED = re.compile(r"mistake (?!was\b|and i\b|because\b|not to\b|to\b)", re.IGNORECASE)
_COLON = re.compile(r"s?\s?[:,;–—-]")
"""Behind the word that a note begins with: "mistake: muted six alerts"; "mistake rates fell" has none."""
_TELLER = re.compile(r"\b[Ii]\b")
_IF = re.compile(r"(?:and |but |so )?(?:if|what if)\b", re.IGNORECASE)
_FAILS = re.compile(
    r"\b(?:wrong|fail\w*|br(?:eak|oke)\w*|backfire\w*|(?:did|do|does)(?:n[’']t| not) work)\b", re.IGNORECASE
)
_LONGEST_NAME = 90
"""Code points of a sentence that only names a fault."""
_NAMES_FAULT = re.compile(
    r"(?:and |but )?(?:(?:one|another|the (?:one|first|second|only|biggest)|a|some|two|that|this) )?"
    r"(?:thing|part|step)s? "
    r"(?:that )?(?:I|we) (?:did|do|got|had|made) wrong(?: too| as well| there| then)?(?: (?:is|was))?[.:,]?|"
    r"(?:and |but |so )?(?:(?:here|there|then|(?:in|on|at|that|halfway|midway|early|late)(?: [\w-]{1,12}){1,4}),? )?"
    r"(?:I|we) (?:also |then |too )?made "
    r"(?:a|one|two|another|the(?: first)?|my own) (?:\w+ )?mistakes?(?: too| as well| there| then| here|"
    r" (?:that |which )?I (?:still |most |often ){0,2}(?:think|thought|regret|regretted|talk|tell|speak|carry|remember)"
    r"(?: (?:of|about))?)?[.:,]?|"
    r"(?:and |but |so )?(?:honestly,? |frankly,? |admittedly,? )?(?:a )?(?:part|half|some|much|most|bit|share|lot) of "
    r"(?:it|that|this) was (?:also |partly )?(?:me|mine|my (?:own )?(?:doing|fault))[.:,]?",
    re.IGNORECASE,
)


_PARTLY = re.compile(
    r"\bof (?:it|that|this|the \w+) (?:is|was) (?:\w+ )?(?:me|my (?:own )?(?:doing|making|fault))$", re.IGNORECASE
)
"""A part in something, which may be a success as well."""
_HONESTLY = re.compile(
    r"\b(?:honest(?:ly)?|admittedly|to be fair|sadly|frankly|fault|trouble|problem|mess|delay)\b", re.IGNORECASE
)
_WHAT_I_DID = re.compile(
    r"(?:Because |And |See,? )?I(?:[’']d been\b|[’']d (?:just )?(?:never|kept|let|always|put|told)\b| had (?:been|"
    r"never|not|let|kept|put)\b|"
    r" (?:kept|let|never|always|was the one)\b| did(?:n[’']t| not)\b)",
    re.IGNORECASE,
)
"""What the teller had done, behind it."""
_NOTED = re.compile(r"(?:missed|overlooked|forgot|misjudged|misread|underestimated)\b", re.IGNORECASE)
_BARELY = re.compile(r"missed:|(?:overlooked|forgot|misjudged|misread|underestimated)\b(?! by\b)", re.IGNORECASE)
"""A fault in notes, which leave the "I" out; "Missed the date" tells what befell the work."""

_PUT_ON = re.compile(
    r"\b(?:forc(?:e|ed|ing)|impos(?:e|ed|ing)|press(?:ed)?|push(?:ed)?|thrust|sprung|sprang|dump(?:ed)?|hung\sup|walk(?:ed)?\sout|"
    r"count(?:s|ed|ing)?|rel(?:y|ies|ied|ying)|depend(?:s|ed|ing)?|call(?:s|ed|ing)?|wait(?:s|ed|ing)?|check(?:s|ed)?)\s"
    r"(?:\w{2,6}\s)?on\s(?:me|us)\b",
    re.IGNORECASE,
)
"""Something is done to the teller, who owns nothing by it: "nobody forced it on me"."""
_SOME_MISTAKE = re.compile(r"(?:the|an?|that|this|another|one) mistake was\b", re.IGNORECASE)
"""With an article, whosever it was: "the mistake was found by a guest"; notes leave it out, "mistake, was useless"."""


def is_mistake(context: StoryContext, signal: Signal) -> bool:
    """Whether the sentence looks back at the teller's doing, or says that it went wrong."""
    sentence = context.labels[signal.sentence]
    said = heard_in(context, signal.span)
    if _POOR_CALL.search(said) is not None:  # of what the sentence before tells
        return _TELLER.search(heard(context, signal.sentence - 1, most=FAR)) is not None
    if _PARTLY.search(said) is not None:
        return _is_own_part(context, signal)
    if not is_ours(context, signal) or _NOTED.match(said) is not None:
        return _BARELY.match(context.document.text, signal.span.start) is not None and is_ours(context, signal)
    if _IN_THE_WRONG.match(said) and _WHETHER.search(heard_before(context, signal.span.start, most=FAR)):
        return False
    words = _near(context, sentence.span, signal)
    if _PUT_ON.search(heard_in(context, Span(clause(context, signal.span).start, signal.span.end))) is not None:
        return False
    if _SAYS.search(clause_of(context, signal)) or _SOME_MISTAKE.match(said) is not None:
        return False
    if _HEADED.match(said) and _COLON.match(context.document.text, signal.span.start + len("mistake")) is None:
        return False
    looks_back = sentence.label == "reflection" and _HAD.search(words) is not None
    told = looks_back or goes_on_with_fault(context, signal.sentence)
    return told or _ERRING.search(words) is not None


def _is_own_part(context: StoryContext, signal: Signal) -> bool:
    """Whether a part that was the teller's is one in a fault: it is admitted, or the next words say what they did."""
    words = context.sentence(signal.sentence, most=FAR)
    onwards = (
        words[words.lower().find(" me") + 3 :].lstrip(" ,;:–—-"),
        context.sentence(signal.sentence + 1, most=FAR),
    )
    even = (evened(one).text.lstrip() for one in onwards)
    return _HONESTLY.search(words) is not None or any(map(_WHAT_I_DID.match, even))


def goes_on_with_fault(context: StoryContext, sentence: int) -> bool:
    """Whether a sentence tells the fault that the one before it only names."""
    return only_names_fault(context, sentence - 1)


def only_names_fault(context: StoryContext, sentence: int) -> bool:
    """Whether a whole sentence does no more than name a fault."""
    return names_fault(heard(context, sentence, most=_LONGEST_NAME))


def names_fault(words: str) -> bool:
    """Whether words name a fault and leave it to the next to say it: "one thing I did wrong", "I made a mistake"."""
    return _NAMES_FAULT.fullmatch(words) is not None


def _near(context: StoryContext, sentence: Span, signal: Signal) -> str:
    """The words of the sentence, of a page without full stops those near the signal."""
    start, end = max(sentence.start, signal.span.start - FAR), min(sentence.end, signal.span.end + FAR)
    return heard_within(context, start, end)


def is_price(context: StoryContext, signal: Signal) -> bool:
    """Whether the teller pays, or the choice itself is what costs: "it meant dropping the tablet version"."""
    said = heard_in(context, signal.span)
    if _ALWAYS_COSTS.search(said) is not None:
        return False
    if _IT_MEANT.match(said) is not None:
        return True
    result = context.labels[signal.sentence].label == "result"  # "two days instead of eleven" is what came of it
    return not result and is_ours(context, signal)


def is_risked(context: StoryContext, signal: Signal) -> bool:
    """Whether it tells of a danger: "if it was late" may be any question, "if I'm wrong, we lose it" is none."""
    said, words = heard_in(context, signal.span), clause(context, signal.span)
    if _IF.match(said) is not None:
        return _FAILS.search(said) is not None
    own = is_ours(context, signal) or _IT_WAS.match(heard_in(context, words)) is not None
    return own and is_real(context, words)
