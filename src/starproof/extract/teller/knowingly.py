"""Faults that are told as deeds: what the teller put forward knowing that it was not fit, or against a warning.

"I shipped a migration I knew wasn't ready" owns a mistake without a word for one. That somebody had warned is no fault
alone, for the warning may have been wrong: it is one where the teller says so to others, or where trouble follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext, once
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.teller.taking import OWN_SHARE
from starproof.extract.text.around import clause_within
from starproof.parse.evened import place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
AHEAD = 4
"""Sentences behind a warning that was not heeded within which trouble shows that it was right."""
_PUT_FORWARD = (
    r"(?:shipped|launched|released|signed|approved|sent|promised|gave|accepted|deployed|rolled\sout|announced|published|"
    r"sold|bought|hired|promoted|kept|let|ran|merged|opened|put|presented|backed|pushed|went|moved|started|did|said\syes)"
)
_UNFIT = (
    r"(?:(?:was|were|is|had|would|could|did)(?:\snot|n[’']t)|"
    r"(?:was|were|is|to\sbe)\s(?:\w{2,10}\s)?(?:too|half|only|un\w{3,}|wrong|off|red|broken|thin|weak|late|risky|short|soft|bad|false)\b|"
    r"(?:was|were|is)\sstill\s(?!(?:the|a|an|on|in|with)\b)|(?:would|could)\s(?:fail|break|burn|never))"
)
_ALL_THE_SAME = r"(?:anyway|all\sthe\ssame|regardless|nonetheless|nevertheless|even\sso)"
_I = r"\bI(?:[’']d|\shad|\sstill|\sjust|\sthen)?\s"
_KNOWING = Seldom(
    rf"{_I}{_PUT_FORWARD}\b[^.;:!?]{{2,60}}?\s(?:that\s|which\s)?I\s(?:\w+\s)?knew\s(?:that\s)?{_UNFIT}|"
    rf"{_I}{_PUT_FORWARD}\b[^.;:!?]{{0,60}}?\s(?:knowing|although\sI\sknew|even\sthough\sI\sknew|though\sI\sknew)\b"
    rf"[^.;:!?]{{2,50}}?\s{_UNFIT}|"
    rf"\bI\sknew\b[^.;:!?]{{2,60}}?\s{_UNFIT}[^.;:!?]{{0,60}}?\b(?:and|but)\s(?:I\s)?(?:still\s{_PUT_FORWARD}\b|"
    rf"{_PUT_FORWARD}\b[^.;:!?]{{0,40}}?\b{_ALL_THE_SAME}\b)",
    re.IGNORECASE,
)
"""The teller knew that it was not fit when putting it forward."""
_UNCHECKED = Seldom(
    r"\bI(?:[’']d|\shad)?\s(?:(?:had|only|just|then|and|it|them|that|as\sa\s[a-z]{3,12}|\w{2,12}ed)\s){0,6}?"
    r"(?:waved|passed|signed|approved|accepted|merged|released|shipped|nodded)\b[^.;:!?]{0,40}?\swithout\s"
    r"(?:ever\s|even\s|really\s|once\s)?(?:reading|checking|testing|opening|measuring|verifying|looking\sat)\b"
    r"(?!\s(?:with|every|each|all|who|whose)\b)",
    re.IGNORECASE,
)
"""The teller let it pass unread; who does not read every line only leaves it to others."""
_WARNED = Seldom(
    r"\bI(?:[’']d|\shad)?\s(?:been|was)\s(?:\w{2,10}\s)?(?:warned|advised|told|asked|begged)\b[^.;:!?]{0,60}?\b(?:and|but)"
    rf"\s(?:I\s)?(?:ignored\b|{_PUT_FORWARD}\b[^.;:!?]{{0,40}}?\b{_ALL_THE_SAME}\b)|"
    r"\b(?:warned|advised|begged|asked|told)\sme\b[^.;:!?]{0,60}?\b(?:and|but)\sI\s"
    rf"(?:\w{{2,10}}\s)?{_PUT_FORWARD}\b[^.;:!?]{{0,40}}?\b{_ALL_THE_SAME}\b|"
    rf"\bI\s(?:overruled|brushed\s\w{{2,12}}\soff|waved\s\w{{2,12}}\s(?:off|away))\b",
    re.IGNORECASE,
)
"""Somebody warned, and the teller went on."""
_LOOKED_ELSEWHERE = Seldom(
    r"\bI\s(?:was|had\sbeen)\s(\w{3,12}ing)\b[^.;:!?]{2,50}?[,;]\s(?:and\s|while\s|but\s|when\s)?"
    r"(?:she|he|they|it|the\s\w+|customers|users)\s(?:was|were|had\sbeen)\s\1\b",
    re.IGNORECASE,
)
"""Looking back: "I was measuring the app, she was measuring the courier"."""
_CONFESSED = Seldom(
    r"\b(?:I\s(?:\w{2,10}\s)?(?:told|wrote|admitted|said)\b|the\s(?:sentence|words?|line)\sI\s(?:used|said|wrote))"
    r"[^.;!?]{0,60}?\b(?:that\s)?I(?:[’']d|\shad)\s",
    re.IGNORECASE,
)
"""The teller says it to others."""
_TROUBLE = Seldom(
    r"\b(?:fail\w*|broke|broken|crash\w*|wrong|lost|outages?|underpaid|overpaid|complain\w*|bounced|went\sdown|rolled\s"
    r"back|missed|dropped|late|refund\w*|compensation|incidents?|collapsed|stood\sstill|apologi[sz]e\w*)\b",
    re.IGNORECASE,
)
_OWN_CALL = Seldom(
    r"(?:\b(?:we|I)(?:[’']d|\shad)\s|^(?:had|only|never|not)\s)(?:(?:not|only|never|just)\s)?\w{2,14}\b[^.;!?]{2,80}?"
    r"(?:[,;(–—-]|\band)\s?"
    r"(?:(?:that|it|this|which)\s(?:was|is|had\sbeen)\s)?my\s(?:own\s)?(?:call|decision|choice|idea)\b",
    re.IGNORECASE,
)
"""Behind trouble, what had been done before it, and whose choice that was: "we had tested on one site, my call"."""
_BROKE = Seldom(r"\b(?:faults?|bugs?|errors?|mistakes?|chaos|mess|disaster|alarms?)\b", re.IGNORECASE)
_BEHIND = 2
"""Sentences before such a choice in which the trouble is told."""
_IT = r"(?:it|this|that|them|things)"
_LET_BE = Seldom(
    rf"\bI(?:[’']d|\shad)\s(?:just\s|simply\s|only\s)?(?:let\s{_IT}\s(?:run|go\son|lie|slip)\b(?!\s(?:for\sa\snight|overnight))|"
    rf"looked\saway|(?:avoided|dodged|ducked|postponed)\s(?:{_IT}|the\s(?:talk|conversation|question|quarrel))\b|"
    r"kept\squiet\b|said\snothing\sfor\b)|"
    rf"\bI(?:[’']d|\shad)?\s(?:just\s)?(?:let\s{_IT}\s(?:slide|drift|fester)|looked\sthe\sother\sway|"
    r"hoped\s(?:that\s)?it\swould\s(?:pass|go\saway|blow\sover|sort\sitself))\b|"
    r"\bI(?:[’']d|\shad)?\stold\smyself\b[^.;!?]{3,120}[.;,–—-]\s(?:but\s)?(?:in\struth|the\struth\s(?:is|was)|"
    r"honestly|really|in\sfact),?\s(?:that\s)?I\s(?:was|had|wanted|did)\b",
    re.IGNORECASE,
)
"""What was going wrong was left to go on, or looked away from; "I let it run overnight" tells of a trial."""
_CARELESS = (
    r"(?:let|kept|left|put|taken|set|chosen|picked|approved|signed|skipped|trusted|assumed|forgotten|copied|rehearsed|tested|"
    r"counted|measured|organi[sz]ed|relied|ordered|accepted|designed|promised|rushed|cut|hidden|only|never|not)"
)
_CAUSED = Seldom(
    r"\b(?:fail\w*|broke|broken|crash\w*|(?:went|gone|was|were)\s(?:\w{2,10}\s)?(?:wrong|badly)|lost|outages?|collapsed|missed|"
    r"(?:he|she|they)\s(?:was|were)\sright)\b[^.!?]{0,160}?(?:\s?[:–—]|,?\s(?:because|since))\s"
    rf"(?P<own>I(?:[’']d|\shad)\s(?:just\s|simply\s|only\s)?{_CARELESS}\b)",
    re.IGNORECASE,
)
"""What went wrong, and behind it what the teller had done: "it went badly: I had taken the times from one clock"."""
_MINE_SAID = Seldom(
    r"\bI\b[^.;!?]{0,60}?\b(?:told|said|say|tell|admit|admitted|wrote)\b[^.;!?]{0,50}?"
    r"(?P<own>\bhad\s(?:all\s)?been\smy\s(?:own\s)?(?:call|decision|choice|idea|doing)\b)",
    re.IGNORECASE,
)
"""Behind trouble, the teller says to others whose choice it was: "to say that the rehearsals had been my choice"."""
_IT_WAS_I = Seldom(
    r"\bit\swas\s(?:I|me|myself)\s(?:who|that)\s(?:had\s)?(?:answered|said|told|signed|approved|let|kept|waved|nodded|waited|"
    r"skipped|promised|ordered|chose|decided|put|left|asked)\b",
    re.IGNORECASE,
)
"""Behind trouble, the teller steps forward: "the lead asked whether we should wait, and it was I who answered yes"."""
_RATHER = Seldom(
    r"\bI(?:[’']d|\swould)\s(?:now\s|today\s)?(?:go|ask|tell|call|start|begin|act|say|write|stop|bring|take|speak|"
    r"do\s(?:it|that))\b[^.;:!?]{0,50}?,?\s(?:and\s)?not\s(?:in|on|at|after|by|when|until|weeks|months)\b[^.;:!?]{2,40}",
    re.IGNORECASE,
)
"""Looking back, beside what was done: "I would go in the third week, not in the seventh"."""
_TOLD_IN = ("situation", "task", "action", "result", "reflection")


@once
def knowing_faults(context: StoryContext) -> tuple[Span, ...]:
    """The clauses in which the teller tells such a deed, in text order."""
    return tuple(_found(context))


def _found(context: StoryContext) -> Iterator[Span]:
    for place, sentence in enumerate(context.labels):
        where = _where(context, place) if sentence.label in _TOLD_IN else None
        if where is not None:
            yield clause_within(context, sentence.span, where)


def _where(context: StoryContext, place: int) -> tuple[int, int] | None:
    """Where in a sentence such a deed is told: in words that say so alone, or else in the light of those before it."""
    words = context.sentence(place, most=LONGEST)
    plain = _knowing(words) or _unchecked(words) or _let_be(words) or _shared(words)
    if plain is not None:
        return plain
    warned = _went_on(words)
    if warned is not None and _was_right(context, place):
        return warned
    seen = (_elsewhere(words) or _rather(words)) if context.labels[place].label == "reflection" else None
    caused = seen or _caused(words)
    if caused is not None:
        return caused
    owned = _mine_said(words) or _own_call(words) or _it_was_i(words)
    return owned if owned is not None and _followed(context, place) else None


@kept
def _knowing(words: str) -> tuple[int, int] | None:
    return place_of(_KNOWING, words)


@kept
def _unchecked(words: str) -> tuple[int, int] | None:
    return place_of(_UNCHECKED, words)


@kept
def _shared(words: str) -> tuple[int, int] | None:
    return place_of(OWN_SHARE, words)


@kept
def _let_be(words: str) -> tuple[int, int] | None:
    return place_of(_LET_BE, words)


@kept
def _went_on(words: str) -> tuple[int, int] | None:
    return place_of(_WARNED, words)


@kept
def _elsewhere(words: str) -> tuple[int, int] | None:
    return place_of(_LOOKED_ELSEWHERE, words)


@kept
def _it_was_i(words: str) -> tuple[int, int] | None:
    return place_of(_IT_WAS_I, words)


@kept
def _rather(words: str) -> tuple[int, int] | None:
    return place_of(_RATHER, words)


@kept
def _own_call(words: str) -> tuple[int, int] | None:
    return place_of(_OWN_CALL, words)


@kept
def _caused(words: str) -> tuple[int, int] | None:
    return place_of(_CAUSED, words, "own")


@kept
def _mine_said(words: str) -> tuple[int, int] | None:
    return place_of(_MINE_SAID, words, "own")


def _followed(context: StoryContext, place: int) -> bool:
    """Whether the sentences straight before this tell of trouble."""
    before = [context.sentence(place - step, most=LONGEST) for step in range(1, _BEHIND + 1)]
    return any(_TROUBLE.search(words) or _BROKE.search(words) for words in before)


def _was_right(context: StoryContext, place: int) -> bool:
    """Whether a warning in this sentence was right: the teller confesses it, or trouble follows."""
    said = context.sentence(place, most=LONGEST)
    following = (context.sentence(place + step, most=LONGEST) for step in range(1, AHEAD + 1))
    return _CONFESSED.search(said) is not None or any(_TROUBLE.search(words) for words in following)
