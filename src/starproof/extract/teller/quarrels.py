"""Quarrels: whether somebody is against something, only how somebody took it, and whether the teller turned to them."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.seeking import Seldom
from starproof.extract.teller.whose import PEOPLE, REACH, clause_of
from starproof.extract.text.around import FAR, clause, heard_before

_MOOD = re.compile(r"\bI(?:[’']m| (?:was|am|felt|feel|got|get|became|grew))(?: \w{1,10}){0,2} $", re.IGNORECASE)
_AGAINST = Seldom(
    r"\b(?:against|no|never|nobody|not|cannot|\w+n[’']t|refus\w+|object\w*|disagree\w*|argu\w+|oppos\w+|f(?:ight|ought)\w*|"
    r"hate[ds]?|furious|angry|upset|mad|unhappy|insult\w*|wrong|resent\w*|push\w*|threat\w+|complain\w*|insist\w*|"
    r"doubt\w*|s[ck]eptic\w*|worried|afraid|feared|conflict\w*|clash\w*|tension\w*|quarrel\w*|veto\w*|protest\w*|"
    r"resist\w*|overrul\w+|prefer\w*|want(?:s|ed)|instead|rather|blame[ds]?|dislike[ds]?|loath\w+|stubborn|hostile|"
    r"walked out|fell out|stood up to|crossed|(?<!in a )rows?|livid|madness|crazy|insane|humiliat\w+|annoyed|"
    r"sulk\w+|outvoted|arrogan\w+|irresponsible|reckless|nonsense|"
    r"ha(?:d|ve) it out|took (?:it|that|this) (?:\w+ )?badly|escalated (?:it )?to (?:my|our)|grumbl\w+|"
    r"offended)\b",
    re.IGNORECASE,
)
"""Words of being against something, or of wanting something else."""
_PUBLIC = (
    r"(?:customers|clients|users|parents|patients|passengers|guests|callers|residents|tenants|riders|travell?ers|"
    r"shoppers|visitors|citizens|students|commuters|subscribers)"
)
"""Who is served: that any of them are angry, as they were before anything was done, is no argument about a choice."""
_NO_SIDE = Seldom(
    r"^(?:and |but |so |no,? )*I (?:do(?:n[’']t| not)|did(?:n[’']t| not)|never) want(?:ed)? (?:it|that|this|them|one)"
    r"(?: back| any ?more| now| again| either)?$|"
    r"^(?:and |but |so )*I thought,? |\bexcept to insist\b|\b(?:I|we) (?:\w+ )?insist(?:ed)? (?:on|that)\b|"
    r"^(?:tell (?:me|us) about|describe|give (?:me|us) an example of) |"
    r"\b(?:did(?:n[’']t| not)|never|stopped|not) (?:even )?(?:speak|spoke|talk|greet|look|thank|invite)\w{0,3} "
    r"(?:to |at |with )?(?:me|us)\b|"
    r"\b(?:he|she|they) (?:did(?:n[’']t| not)|never) want(?:ed)? to (?:be|become|stay|leave|lead|manage)\b|"
    r"\bI (?:did(?:n[’']t| not)|never) (?:really |even |just )?want(?:ed)? to "
    r"(?!fight|argu|quarrel|confront|sign|ship|launch|build|do\b|release|sell|"
    r"agree|go\b|cut|fire|let\b|give|take|hire|promise|merge|migrate|move|switch|rewrite|stop|cancel|drop|change|"
    r"approve|pay|spend|start|buy|use|accept|support|sack|push|close|promote|put)[a-z]|"
    rf"(?<!\bthe )(?<!\bour )(?<!\btwo )\b{_PUBLIC} (?:(?:were|got|are|getting) )?(?:very |really |so |quite )?"
    r"(?:angry|furious|upset|unhappy|annoyed|livid|mad)\b(?! (?:with|at) (?:me|us|my|our)\b)|"
    r"\bI (?:did(?:n[’']t| not)|never) (?:quite )?(?:believe|trust) (?:the|that|those|our|any) (?:\w+ )?(?:sheets?|"
    r"numbers?|figures?|data|dashboards?|reports?|logs?|clocks?|estimates?|plans?|charts?|averages?|alerts?)\b|"
    r"\bsaid (?:that )?(?:no one|nobody|no-one|none)\b|"
    r"\bI (?:did(?:n[’']t| not)|never) (?:quite )?believe(?: it| that| this)?(?=[,.;:]| because\b|$)|"
    r"\b(?:people|customers|users|callers|residents|patients|passengers|citizens) (?:\w{2,10} )?"
    r"complain(?:ed)?(?: \w+)? about\b|"
    r"\bI (?:do(?:n[’']t| not)|did(?:n[’']t| not)|would(?:n[’']t| not)) (?:\w+ )?want to "
    r"(?:claim|pretend|overstate|oversell|overclaim|"
    r"exaggerate|boast|brag|take (?:all )?(?:the )?credit|sound|suggest|imply)\b|"
    r"\b(?:rather than|instead of|without) (?:argu\w+|fight\w*|quarrel\w*|object\w+|escalat\w+)\b|"
    r"\b(?:the )?right to (?:refuse|object|veto)\b|\bthe (?:case|arguments?) against (?:me|it|us|myself)\b",
    re.IGNORECASE,
)
"""How somebody took it, or what they wished for themselves: there is no argument in it."""
_ANYBODY = Seldom(
    r"\b(?:somebody|someone|anybody|anyone) (?:had|has|have|needs?|needed) to\b|"
    r"\byou(?:[’']ve| have|[’']d| had)? (?:got to|to|must|need to|should|can|could|\w{3,12} to)\b",
    re.IGNORECASE,
)
"""Anybody's duty: "you've got to argue each of them"."""
_ALLOWED = Seldom(
    r"\b(?:he|she|they|who|\w{3,12}s|everybody|everyone|anybody|anyone)(?: (?:could|can|may|might)|[’']re allowed to|"
    r" (?:was|were|are|is) (?:allowed|free|able) to) (?:\w{2,10} )?$",
    re.IGNORECASE,
)
"""A right that somebody has, before what they may do: "they could veto"."""
_FEELS = Seldom(
    r"\b(?:(?:am|is|are|was|were|got|became|felt|looked)(?:n[’']t| not)?|[’'](?:s|re)(?: not)?)(?: \w{2,10}){0,2} "
    r"(?:happy|unhappy|amused|pleased|angry|furious|upset|mad|annoyed|impressed|delighted|thrilled|sad|cross|hurt|"
    r"disappointed|insulted|offended|frustrated|livid|shocked)\b|"
    r"\b(?:which|that|it|this) (?:annoyed|angered|upset|hurt|irritated|infuriated|disappointed|pleased) \w|"
    r"\b(?:hated?|hates|despised|loathed|could(?:n[’']t| not) stand) (?:us|me|him|her|them|each other)\b",
    re.IGNORECASE,
)
"""How somebody took it."""
_PROMISED = re.compile(r"\b(?:had|been|was|were|already|[’']d) (?:been |already )?promised\b", re.IGNORECASE)
_TELLER = re.compile(r"\b(?:I|we|my|our)\b", re.IGNORECASE)
_IN_ANGER = re.compile(r",? (?:and then )?(?:furious|angry|upset|livid|in tears)$", re.IGNORECASE)
"""How somebody came: "he rang me, furious"."""
_OWN_DENIAL = re.compile(
    r"\b(?:I|we) (?:did(?:n[’']t| not)|never) (?!agree\b|want\b|like\b|believe\b|think\b|accept\b|give\b)\w+ ",
    re.IGNORECASE,
)
"""What the teller did not do, which is no stand against anybody: "I didn't send her away"."""
_SAYING = Seldom(
    r"\b(?:said|says?|told|wrote|argued|argues|because|that|thought|believed|wanted|against|instead|refus\w+)\b",
    re.IGNORECASE,
)
"""Words behind which somebody's argument stands."""
_NAMED = 4
"""Words before a mood that may say whose it is."""
_WHO = Seldom(r"\b(?!(?:the|a|an|my|our|and|but|so|of)\b)[A-Za-z][\w-]{1,20}", re.IGNORECASE)


def has_other_side(context: StoryContext, signal: Signal) -> bool:
    """Whether the clause tells of somebody being against something; the teller's own anger has no other side."""
    words = clause_of(context, signal)
    before, words = heard_before(context, signal.span.start, most=REACH), _OWN_DENIAL.sub("I ", words)
    if _MOOD.search(before) or _ALLOWED.search(before) or _ANYBODY.search(words) or _NO_SIDE.search(words):
        return False
    return _AGAINST.search(words) is not None


def goes_against_it(context: StoryContext, signal: Signal) -> bool:
    """Whether what somebody had promised is what the teller went against: "I stopped what sales had promised".

    A date that others had promised, and nothing that the teller does about it, is no course of theirs.
    """
    words = context.document.quote(signal.span)
    if _PROMISED.search(words) is None:
        return True
    return _TELLER.search(context.sentence(signal.sentence, most=FAR)) is not None


def is_feeling(context: StoryContext, signal: Signal) -> bool:
    """Whether the clause tells no more than how somebody took it: "he was not amused"; there is no argument in it."""
    words = clause_of(context, signal)
    feels = _FEELS.search(words)
    if feels is None:
        return _IN_ANGER.search(words) is not None and _SAYING.search(words) is None
    return _SAYING.search(words, feels.end()) is None


def is_answered(context: StoryContext, signal: Signal) -> bool:
    """Whether the teller is told to have turned to whoever took it so: "he was furious. I went to him"."""
    around = clause(context, signal.span)
    feels = _FEELS.search(context.document.quote(around))
    text, start = context.document.text, around.start
    who = _WHO.findall(text[start : start + feels.start()] if feels else "")
    names = ["him", "her", "them", *(re.escape(word) for word in who[-_NAMED:] if word.lower() not in PEOPLE)]
    turned = re.compile(rf"\bI(?:[’']\w{{1,2}})? \w+(?: \w+){{0,5}}? (?:{'|'.join(names)})\b", re.IGNORECASE)
    return turned.search(text, around.end, around.end + FAR) is not None
