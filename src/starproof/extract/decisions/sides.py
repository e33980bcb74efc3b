"""Objections and prices that are told in plain words: whom a choice went against, and what it gave up.

The words of the lexicon say that somebody objected or that something was given up. Much is told without any such word:
"Hanna wanted the week; sales wanted neither", "I told sales that we would lose up to 2 % of the buyers". What tells it
is who stands where: a person or a role who wants, beside another who wants otherwise or a teller who goes on against
it; and a loss that the teller says of their own choice, not of a fault and not of what would otherwise have come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.decisions.advice import overridden
from starproof.extract.decisions.own_view import own_view
from starproof.extract.decisions.somebody import NAMED, NO_NAME, SOMEBODY, SUBJECT
from starproof.extract.text.around import clause_within, clauses_where
from starproof.parse.evened import evened, place_of

LONGEST = 1_000
"""Code points of a sentence that are looked at."""
_WOULD_HAVE = (
    r"would(?:\shave|[’']ve)\s(?:liked|loved|preferred)\s(?:to\s(?:keep|hold|stay|wait|leave|see\sit|buy|ship|launch|"
    r"start|build|move|go\s(?!home|back|there))|(?:me|us)\sto|"
    r"it\s(?:to|sooner))\b"
)
_AGAINST = Seldom(
    rf"\b(?:he|she|they)\s{_WOULD_HAVE}|{SUBJECT}\s{_WOULD_HAVE}|"
    r"\b(?:he|she|they)\ssaid\s(?:that\s)?(?:he|she|they)\s(?:would\snot|wouldn[’']t|would\snever)\b|"
    r"\b(?:he|she|they)\s(?:said|told\sme|thought|felt|wrote)\s(?:that\s)?(?:I|we)\s(?:was|were)\s"
    r"[^.;:!?,]{3,60}\s(?:over|for\snothing)\b|"
    rf"{SUBJECT}\s(?:(?:was|were|is|are|stood|spoke|came out|voted|argued|advised|decided)"
    r"\s(?:\w{1,10}\s)?against|"
    r"(?:had|would have)?\s?(?:preferred|favou?red)\b|(?:would|had)\srather\b|"
    r"(?:was|were)\s(?:opposed|set on|all for|in favou?r of)|"
    r"(?:said|told\s(?:me|us)|warned(?:\s(?:me|us))?|argued)\s(?:that\s)?(?:the|our|my|this|that|an?)\s(?:[\w-]{2,14}\s){1,2}"
    r"(?:could\snot|couldn[’']t|would\s(?:not|never)|wouldn[’']t|cannot|can[’']t|will\s(?:not|never)|won[’']t)\s(?:carry|hold|"
    r"cope|scale|work|handle|bear|stand|support|survive|last|manage|fit|be\s(?:done|ready|enough|safe))\b|"
    r"(?:thought|felt|said|believed|found|told\s(?:me|us))\s(?:that\s)?(?:it|this|that|he|she|they|I)\s"
    r"(?:(?:was|were|is)\s)?(?:too\s\w{3,12}|would\snot|would\snever|wouldn[’']t|a\smistake|a\swaste|wrong|"
    r"not\s(?:ready|enough|needed|safe|fair|worth)))",
    re.IGNORECASE,
)
"""Somebody who is against it, or for something else."""
_NOTED = Seldom(
    rf"(?:\b{SOMEBODY}|\b{NO_NAME}{NAMED}|\({NAMED}\))\s(?:(?:still|strongly|dead|firmly|first|initially|both)\s)?against"
    r"(?=\s(?:until|till|at\sfirst|throughout|to\sthe\s(?:end|last)|all\salong|for\s(?:weeks|months|a\syear))\b|"
    r"[.;]|,\s(?!and\s)[\w ]{2,20}\sfor\b|$)",
    re.IGNORECASE,
)
"""The same in notes, without a verb: "Country head (Rui) against until the last draft"."""
_TOLD_SO = Seldom(
    r"\b(?:said|told\sme|wrote)\s(?:that\s)?(?:(?:you|we|I)\s(?:can[’']t|cannot|could(?:n[’']t|\snot)|"
    r"must(?:n[’']t|\snot)|should(?:n[’']t|\snot))\s(?!believe|thank|wait)|"
    r"I\swas\s(?:hiding|wasting|ruining|killing|breaking|embarrassing|throwing|gambling|playing|stalling|"
    r"overreacting|making\sa\smistake)\b)|"
    r"\bare\syou\s(?:out\sof\syour\smind|mad|crazy|insane|serious|joking)\b|"
    r"(?<!\bI\s)(?<!\bwe\s)\b(?:thought|felt|found)\s(?:it|this|that)\s(?:was\s)?"
    r"(?![^.;:!?,]{0,20}\b(?:good|great|right|fine|brilliant|fair|clever|wise|excellent|lovely|best|better)\b)[^.;:!?,]{3,40}\sand\s"
    r"(?:said|told\s(?:me|us))"
    r"\s(?:so|it|that)\b|"
    r"\b(?:took|needed|cost)\s(?:me\s|us\s)?[^.;:!?,]{3,40}\s(?:until|before|till)\s(?!I\b|we\b)[^.;:!?,]{2,50}\s(?:gave\s(?:in|way)|"
    r"came\s(?:round|around)|relented|yielded)\b|"
    r"\bcalled\s(?:it|that|this|me|us|(?:my|the|our)\splan)\s(?:an?\s)?(?:reckless|mad|madness|crazy|insane|stupid|naive|"
    r"irresponsible|dangerous|cowardly|waste|mistake|betrayal|gamble|folly|overkill|nonsense|"
    r"(?:science|vanity|pet|hobby)\s(?:project|fair|experiment)|pipe\sdream|embarrassment|disgrace|theatre|theater|circus|joke|luxury|distraction|toy|hobby|surrender|defeat|step\sback\w*)\b|"
    r"(?<!\bmy\s)(?<!\bour\s)\b(?:answer|reply|response|verdict|reaction|view|opinion|comment)(?:\sfrom\s[^.,;:!?]{2,20})?"
    r"(?:\swas|:)\s(?:that\s)?(?:(?:I|we|you)(?:\swas|\swere|\sare|[’']re)\s(?!doing\b|going\b|helping\b|listening\b|"
    r"improving\b|getting\b|learning\b|saving\b)\w{3,12}ing\b|(?:it|this|that)\s(?:was|is)\s(?:too\s|not\s|an?\s(?:waste|"
    r"mistake|gamble|risk|insult)|wrong|mad\w*|nonsense|cowardice|impossible|unfair)|(?:I|we|you)\s(?:had|have)\sno\s|"
    r"no\b(?!\sproblem)|never\b)|"
    r"\b(?:wrote|sent|circulated|published)\s(?:(?:me|us|round|around)\s)?an?\s(?:\w{2,10}\s)?"
    r"(?:counter[- ]?(?:paper|proposal|memo|note|plan)|dissent|letter\sof\sprotest)\b|"
    r"\b(?:complained|went|escalated)\s(?:\w{2,10}\s|[^.;:!?,]{2,30},\s)?(?:above|over)\s"
    r"(?:me\b|my\shead\b|us\b|our\sheads\b)|"
    r"\basked\s(?:me|us)\sto\s(?:(?:please\s)?reconsider|think\s(?:again|twice|it\sover)|change\s(?:my|our)\sminds?|"
    r"back\s(?:down|off)|drop\s(?:it|the\s(?:idea|plan))|take\sit\sback)\b",
    re.IGNORECASE,
)
"""What is said to the teller's face: "she told me that I was hiding behind quality", "he called it reckless"."""
_MINE_SAID = re.compile(r"\b(?:I|we)\s(?:\w{2,10}\s)?$", re.IGNORECASE)
"""Straight before such words: the teller said them."""
_HINT = Seldom(
    r"against|\bover\b|for nothing|could not|couldn|cannot|\bcan[’']t|will not|will never|won[’']t|"
    r"want|prefer|favou?r|rather|liked|loved|opposed|set on|all for|too |would not|wouldn|would never|"
    r"mistake|waste|wrong|"
    r"not (?:ready|enough|needed|safe|fair|worth)|pushed for|pressed for|demanded|argued for|insisted on"
)
"""Words in small letters without one of which nobody is looked for who stands against anything."""
_WANTING = Seldom(
    rf"({SUBJECT})\s(?:had\s|still\s|only\s|both\s)?(?:wanted|wants|pushed for|pressed for|demanded|argued for|"
    r"insisted on)\b",
    re.IGNORECASE,
)
"""Somebody who wants something; alone, that is no objection."""
_WANTED = Seldom(
    r"\b(?:wanted|wants|pushed for|pressed for|demanded|argued for|insisted on)\s(?!(?:to\s)?(?:know|hear|see|learn|"
    r"understand|help|be)\b)(?!(?:it|that|this)\s(?:down|up|done|fixed|solved|gone|out)\b)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:neither|instead|anyway|regardless|all the same|the opposite|none of it|both was|not both|more than that)\b",
    re.IGNORECASE,
)
_REFUSED = Seldom(
    r"\b(?:I|we)\s(?:said|answered|argued|replied|told\s(?:him|her|them))\s(?:that\s)?(?:if|unless|waiting)\b|"
    r"\b(?:I|we)\s(?:\w{2,10}\s){0,1}(?:sa(?:id|y)\sno|refused?|declined?|did\snot|didn[’']t|would\snot|wouldn[’']t|held|"
    r"overruled|turned\s(?:it|him|her|them|that)\sdown|kept\sto|stuck\sto|insisted|decided\sagainst)\b",
    re.IGNORECASE,
)
"""The teller goes on against what was wanted."""
_LOSS = Seldom(
    r"\b(?:I|we|he|she|they|sales|customers|the\s\w{3,14})(?:[’']d|\swould|\swill|[’']ll)\s(?:be\s(?:losing|giving\sup)|"
    r"(?!to\s)(?:\w{2,10}\s)?(?:lose|miss|forgo|"
    r"give\sup|(?:go|do|be|have\sto\s(?:go|do|live))\swithout|have\sto\swait|have\sfewer|earn\sless|be\slate|"
    r"pay\smore))\b|"
    r"\b(?:I|we)\s(?:\w{2,10}\s)?(?:gave\sup|(?:went|did)\swithout(?!\s(?:to\s|\w{2,12}ing\b))|put\soff|sacrificed|forwent|let\sgo\sof|"
    r"lived\swith(?:out)?|(?:was|were)\s(?:ready|willing|prepared)\sto\s(?:lose|pay|wait|miss|give)|"
    r"(?:accepted|agreed)\s(?:to\s(?:lose|pay|wait|miss|give)|(?:that\s|a\s|the\s)?(?:\w{2,10}\s){0,2}(?:loss|delay|later|"
    r"slower|fewer|less|worse|lower|higher)))\b|"
    r"\b(?:which|that|this|it|choice|decision)\s(?:would\s)?(?:meant|mean)\s(?:\w{2,10}\s){0,3}(?:losing|giving\sup|"
    r"missing|waiting|(?:going|doing|living)\swithout|fewer|later|slower|no\s\w{3,12}|less)\b|"
    r"\b(?:that|which|this|it)\scosts?\s(?:him|her|them|(?:my|his|her|their|our|the)\s(?:[\w-]{3,14}\s){1,2}?|"
    rf"{NAMED}(?:[’']s\s[\w-]{{3,14}})?\s)\s?(?:(?:about|some|nearly|almost|another)\s)?(?:[\d$€£]|an?\b|half\b|two\b|three\b|"
    r"four\b|five\b|six\b)|"
    r"\b(?:I|we)\slost\s(?:an?|half\san?|two|three|four|five|six)\s(?:days?|weeks?|months?|quarters?|seasons?|years?)\s"
    r"(?:by|on|over|for|to|with)\s(?:it|that|this)\b|"
    r"\bso\s(?:that\s)?(?:I|we)\s(?:were|was|ran)\s(?:\S{1,10}\s){0,3}(?:slower|behind|short|late)\b|"
    r"\b(?:I|we)\s(?:were|was|ran)\s(?:\S{1,10}\s){0,2}(?:slower|short)(?:\sby\s[^.,;:!?]{1,12})?\sfor\s(?:an?|two|three|four|"
    r"five|six)\s(?:days?|weeks?|months?|quarters?)\b|"
    r"\bfor\s(?:an?|two|three|four|five|six)\s(?:days|weeks?|months?|quarters?),?\s(?:I|we)\s(?:were|was|ran)\s(?:\S{1,10}\s)"
    r"{0,2}(?:slower|short)\b|"
    r"\bcost\s(?:us|me|my\steam|the\steam|my\sown\steam)\s(?:\w{2,10}\s)?(?:\w{2,10}\s)?(?:[\d$€£]|an?\b|the\b|half\b|"
    r"two\b|three\b|four\b|five\b|six\b|my\b|our\b)",
    re.IGNORECASE,
)
"""Something lost, given up or waited for."""
NOT_FREE = (
    r"\b(?:it|this|that)\s(?:(?:was|is)(?:\snot|n[’']t)|(?:did|does)(?:\snot|n[’']t)\scome)\s(?:\w{2,8}\s)?"
    r"(?:free|cheap|without\s(?:an?\s)?(?:cost|price))"
)
"""A price is called one: "it was not free", "that didn't come cheap"."""
_PAID = Seldom(
    r"\b(?:it|that|this)\s(?:did|has)\scost\s(?:me|us|him|her|them|my\s\w{3,12})\b|"
    r"\b(?:thr(?:ew|ow)|throwing|scrap(?:ped|ping)?|discard(?:ed)?|abandon(?:ed)?|bin(?:ned)?)\s[^.;:!?]{2,60}?"
    r"\b(?:days?|weeks?|months?|quarters?|years?)[’']?\s(?:of\s)?(?:\w{2,10}\s)?(?:work|effort|labou?r)\b|"
    r"\b(?:\d{1,3}|an?|half an?|two|three|four|five|six|nine)\s(?:days?|weeks?|wks?|mo|months?|quarters?|years?|"
    r"yrs?)[’']?\s(?:of\s)?work\s(?:by\s(?:\d|two|three|four|five|six|half)|gone\b|lost\b|wasted\b|thrown\b|binned\b|for\snothing\b|"
    r"in\sthe\sbin\b|down\sthe\sdrain\b)|"
    r"(?:^|[→>;:,–—-]\s?|\b(?:I|we)\s)lost\s(?:\w{1,12}\s){1,5}over\s(?:it|that|this)\b|"
    r"\b(?:I|we|he|she|it|that)(?:[’']d|\swould)\srather\s(?:slip|lose|pay|wait|miss|be\slate|do\swithout|disappoint)\b|"
    r"\b(?:(?:come|came|comes)\sout\sof|paid\s(?:\w{2,8}\s){0,3}(?:from|out\sof))\s(?:my|our)\s(?:own\s)?(?:\w{3,10}\s)?(?:bonus|budget|pay|salary|headcount|pocket|"
    r"roadmap|plan|quota|funds|time|holiday)\b|"
    r"(?:^(?:[-–•*]\s?)?|\b(?:I|we)\s(?:\w{2,10}\s)?)offered\sto\s(?:pay|refund|cover)\s[^.;:!?]{0,40}?[$€£\d]|"
    r"\b(?:wrote|written|write)\soff\s(?:\w{2,8}\s){0,2}[$€£\d]|\bpaid\s(?:for\s)?by\s(?:me|us|my)\b|"
    r"\bthe\s(?:bad|down|dark)\s?side(?:[,:]|\s(?:is|was|of\s(?:it|this|that))\b)|"
    r"\bwithout\s[^.;:!?,]{2,40}\sand\s(?:lost|missed|paid|gave\sup)\b|"
    r"\b(?:meant|mean|means)\s(?:\w{1,10}\s){1,8}(?:on\spaper|by\shand|overtime)\b|"
    rf"{NOT_FREE}(?=\s?[:;—–.]|,?\s(?:and|because)\s(?:we|I|my|our)\b)|"
    r"\beven\sif\s(?:(?:fewer|less)\s|(?:it|that|this)\s(?:meant|costs?|lost|slowed|hurt)\b|"
    r"(?:I|we|he|she|they|sales|customers)\s(?:lost|sold|earned|grew|shipped|missed|waited|paid)\b)|"
    r"\b(?:chose|chosen|picked|opted\sfor|went\s(?:for|with))\s(?:\w{1,20}\s){0,3}\w{1,20}\s?:\s[^.;:!?]{3,90}?\bbut\s"
    r"(?:[\w’'-]{1,14}\s){0,6}?(?:later|slower|longer|less|fewer|worse|dearer|extra|no\s\w|more\s(?:work|effort|expensive|"
    r"time|code|steps|money))\b|"
    r"^(?:[-–•*]\s?)?(?:the\s)?(?:cost|price|gave\sup|trade-?off|downside)(?:\sof\s(?:it|that|this))?\s?(?::|[-–—]\s)|"
    r"\b(?:moved?|took|take|pull(?:ed)?)\s(?:an?|one|two|three|four|half|both|all|\d{1,3})\s(?:\w{2,12}\s)?(?:people|engineers?|"
    r"developers?|testers?|analysts?|technicians?|designers?)\s(?:off|from|out\sof)\b",
    re.IGNORECASE,
)
"""What the teller paid for a choice, whatever else the sentence tells."""
_NO_PRICE = Seldom(
    r"\b(?:if|unless|otherwise|until|or\selse|outage|bugs?|faults?|failures?|failed|crash\w*|incident|errors?|defects?|"
    r"breakdown|afraid|fear\w*|worried|warned|threaten\w*|already|every\s(?:day|week|month|hour|year)|each\s(?:day|week|month)|"
    r"because\s(?:I|we|they)\s(?:will|would)|had\scost|would\shave|could\shave|nobody|never)\b",
    re.IGNORECASE,
)
"""Words by which a loss was a threat, a trouble, or the state before, and not the price of a choice."""


def objections(context: StoryContext) -> Iterator[Span]:
    """The clauses in which somebody stands against the choice, or wants otherwise, in text order."""
    for place, sentence in enumerate(context.labels):
        if sentence.label in ("task", "action", "result", "situation"):
            told = _sides(context.document.quote(sentence.span, most=LONGEST))
            stands = next(((begins, ends) for begins, ends, sure in told if sure or _goes_on(context, place)), None)
            if (found := stands or overridden(context, place) or own_view(context, place)) is not None:
                yield clause_within(context, sentence.span, found)


@kept
def _sides(words: str) -> tuple[tuple[int, int, bool], ...]:
    """Where somebody objects or wants in this sentence, and whether it alone shows that another wants otherwise."""
    even = evened(words)
    return tuple([(*even.back(start, end), sure) for start, end, sure in _standing(even.text)])


def _standing(words: str) -> tuple[tuple[int, int, bool], ...]:
    found = [
        (one.start(), one.end(), True)
        for one in _TOLD_SO.finditer(words)
        if _MINE_SAID.search(words, max(0, one.start() - 16), one.start()) is None
    ]
    if _HINT.search(words.lower()) is None:
        return tuple(found)
    found += [(one.start(), one.end(), True) for pattern in (_AGAINST, _NOTED) for one in pattern.finditer(words)]
    wants = [one for one in _WANTING.finditer(words) if _WANTED.search(words, one.end(1), one.end() + 8)]
    twice = len(wants) > 1 or (bool(wants) and _OTHERWISE.search(words) is not None)
    found += [(one.start(), one.end(), twice) for one in wants]
    return tuple(sorted(found))


def _goes_on(context: StoryContext, place: int) -> bool:
    """Whether the teller goes on against it here or in the next sentence, or another there wants something else."""
    for one in context.labels[place : place + 2]:
        words = context.document.quote(one.span, most=LONGEST)
        if _REFUSED.search(evened(words).text) or (one is not context.labels[place] and any(_sides(words))):
            return True
    return False


def prices(context: StoryContext) -> Iterator[Span]:
    """The clauses in which the teller says what the choice loses or does without, in text order."""
    return clauses_where(context, _price, "task", "action", "result", most=LONGEST)


@kept
def _price(words: str) -> tuple[int, int] | None:
    if (paid := place_of(_PAID, words)) is not None:
        return paid
    found = place_of(_LOSS, words)
    if found is None:
        return None
    start, end = words.rfind(";", 0, found[0]) + 1, words.find(";", found[1])  # "until they could read it; that cost"
    part = words[start : end if end >= 0 else len(words)]
    return found if _NO_PRICE.search(evened(part).text) is None else None
