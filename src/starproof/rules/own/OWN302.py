"""OWN302: details stay in the speaker's hands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.another_side import is_another_sides
from starproof.extract.text.around import heard
from starproof.parse.words import CAPITAL
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import cleared, due, spoken, too_short

LONGEST = 1_000
"""Code points of a sentence that are looked at."""
_NONE = Seldom(
    r"\b(?:a|one|the) single\s(?!one\b|day\b)\w+|\b(?:only|just) one\s(?!day\b|hour\b|week\b)\w+|"
    r"\b(?:together\s|along\s)?with\s(?:the|those|all\sthe|each\sof\sthe)\s(?:\w+\s)?"
    r"(?:people|owners?|leads?|teams?|engineers?|developers?|clerks|users|customers|affected|concerned)\b|"
    r"\bwhat\s(?:would\shave|had|has|needed|needs)\sto\s(?:be\sdifferent|be\sbetter|change|stop|get\sbetter|improve)\b",
    re.IGNORECASE,
)
"""Words by which a look at details is no control of them: one thing, with those whom it concerns, or terms to one."""
_SHARED = Seldom(rf"\band [{CAPITAL}]\w+ (?:does|reads|has|takes) (?:it|them|that|this) when I\b")
"""Somebody else does the same: it is no control of theirs."""
_BY_A_REPORT = Seldom(
    r"\b(?:(?:an?|one|another|two|three)\s(?:\w+\s)?[a-z]+\sof\s(?:mine|ours)|"
    r"(?:one|two|three|some|each)\sof\s(?:my|our)\s(?:\w+\s)?[a-z]+|"
    r"(?:my|our)\s(?:\w+\s)?(?:deputy|leads?|engineers?|developers?|analysts?|designers?|testers?))\s(?:\w+\s)?"
    r"(?:sat|listened|watched|joined|attended|read|checked|reviewed|looked|went|answered|took)\b",
    re.IGNORECASE,
)
"""One of the teller's people sees to it, which is what a manager is to leave to them."""
_IN_MY_HANDS = Seldom(
    r"\b(?:I|me|myself)\b|\bmy\s(?:own\s)?(?:desk|hands?|eyes?|approval|ok|okay|office|signature|inbox)\b",
    re.IGNORECASE,
)
_PLEDGE = Seldom(
    r"\b(?:promis(?:e[ds]?|ing)|pledged?|offer(?:ed)?|guaranteed?|gave\s(?:him|her|them)\smy\sword)\b[^.;!?]{0,60}\bif\b|"
    r"\bif\b[^.;!?]{0,80}\bI\s(?:promised|pledged|offered)\b",
    re.IGNORECASE,
)
"""What the teller would do with their own hands if it went wrong: it is a word given for once, and no habit."""
_TOOK_BACK = Seldom(
    r"\bI (?:\w+ )?(?:apologi[sz]ed|took it back|gave it back|put (?:hers|his|theirs|it) back)|"
    r"\bput (?:hers|his|theirs) back\b",
    re.IGNORECASE,
)
"""The teller undid it."""
_ALL_OF_THEIRS = re.compile(
    r"\bI\s(?:\w+\s)?(?:checked|read|reviewed|approved|corrected|went\s(?:through|over)|signed(?:\soff)?)\s(?:on\s)?"
    r"(?:every|each)\b(?:\s\w+){0,4}?\s(?:of\s)?(?:their|his|her|theirs|them|they)\b",
    re.IGNORECASE,
)
_FEAR = Seldom(
    r"\b(?:because|since|so\sthat)\s(?:we|i|it|nothing|no|nobody)\b(?:\s\w+)?\s?(?:could(?:n[’']t|\snot)|can(?:n?[’']t|not)|"
    r"had\sto|wanted|needed|(?:did|do)(?:n[’']t|\snot)\s(?:trust|want))\b[^.;!?]{0,30}\b(?:afford|slip|mistakes?|bugs?|"
    r"errors?|be\ssure|right|perfect|trust)\b",
    re.IGNORECASE,
)
"""A fear that anybody has of any work."""
_WEIGHTY = Seldom(
    r"\b(?:because|since|as|so\sthat)\b[^.;!?]{0,60}\b(?:kill\w*|die[ds]?|death|burn\w*|hurt|injur\w+|patients?|child|"
    r"children|insurers?|regulators?|ministry|auditors?|law|court)\b",
    re.IGNORECASE,
)
"""A danger to people, or what somebody outside demands, which is a reason where it has an end."""
_WITH_AN_END = re.compile(
    r"\b(?:once|until|till|(?:that|this|the\sfirst|for\s(?:a|one|two|three|four|five|six|eight))\s"
    r"(?:days?|weeks?|months?|nights?|quarter|release))\b",
    re.IGNORECASE,
)
_NEXT = 3
"""Sentences behind one in which it may be taken back."""


@red_flag("OWN302", "micromanagement")
def micromanagement(context: StoryContext) -> Verdict:
    """The speaker controls details that their reports should own.

    Rationale:
    A manager who approves every change and rewrites other people's work is the ceiling of the team. Interviewers
    ask what you left to others and how you knew that it went well.

    Weak:
    Our museum app was late, and the opening of the exhibition was in nine weeks. I was responsible for six
    developers. I approved every single change before it went in, rewrote what I did not like at night, and had each
    of them report to me at nine and at four on every task. We moved the audio guide to the autumn against the wish
    of the curator. The app was ready on the day.

    Stronger:
    Our museum app was late, and the opening of the exhibition was in nine weeks. I was responsible for six
    developers. I told them the date and the one thing that must work, and they chose the order and the owner of each
    part. I read one change myself, the payment, because a fault there could not be undone. We moved the audio guide
    to the autumn against the wish of the curator. The app was ready on the day.

    Limits:
    Close control for a stated reason and with an end, such as an audit or a danger to people, is left alone; that no
    mistake may slip through is everybody's reason and excuses nobody. Left alone as well are one thing looked at,
    what somebody else looks at, what was promised for the case that it failed, what one person was told to change,
    what was taken back at once, and a list or a contract of another team, a boss or a firm outside, gone through with
    them; a reason that is not told is not seen. Control that is described with approval and without details may pass.
    """
    short = too_short(context)
    if short is not None:
        return short
    because = "You keep details in your own hands that your people should own."
    if due(context, "micromanagement") and not _all_excused(context):
        return Verdict("raised", because, spoken(context, "micromanagement"))
    if closely := tuple(_closely(context)):
        return Verdict("raised", because, context.evidence(*closely[:1]))
    return cleared(context, "micromanagement", "Your people own the details.", "delegation")


def _closely(context: StoryContext) -> Iterator[Span]:
    """The sentences of the action by which all that the reports do is checked, for a reason that everybody has."""
    for place in dict.fromkeys(signal.sentence for signal in context.facts.of("control")):
        said = heard(context, place, most=LONGEST)
        everybodys = _ALL_OF_THEIRS.search(said) is not None and _FEAR.search(said) is not None
        if everybodys and context.labels[place].label == "action" and not _is_none(context, place):
            yield context.labels[place].span


def _all_excused(context: StoryContext) -> bool:
    """Whether all that speaks for it, control by the speaker's words included, is none.

    A sentence is none that is what they took from the story, that tells of one thing alone, of looking through things
    with the people whom they concern, or of what one person was told to change; nor one that was taken back, or that
    is about what another side has made.
    """
    leaning = context.leanings.get("micromanagement")
    told = (signal.sentence for signal in context.facts.of("control"))
    acted = (place for place in told if context.labels[place].label == "action")
    places = {*(leaning.sentences if leaning is not None else ()), *acted}
    return bool(places) and all(_is_none(context, place) for place in places)


def _is_none(context: StoryContext, place: int) -> bool:
    sentence = context.labels[place]
    said = heard(context, place, most=LONGEST)
    excused = _NONE.search(said) or _SHARED.search(said) or (_WEIGHTY.search(said) and _WITH_AN_END.search(said))
    others = _PLEDGE.search(said) or (_BY_A_REPORT.search(said) and not _IN_MY_HANDS.search(said))
    beside = sentence.label == "reflection" or bool(excused or others) or _is_undone(context, place)
    return beside or is_another_sides(context, place)


def _is_undone(context: StoryContext, place: int) -> bool:
    """Whether one of the next sentences takes it back: "I apologised, and put hers back"."""
    following = (heard(context, place + step, most=LONGEST) for step in range(1, _NEXT + 1))
    return any(_TOOK_BACK.search(words) for words in following)
