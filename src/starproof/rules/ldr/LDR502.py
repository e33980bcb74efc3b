"""LDR502: nothing ever went wrong."""

from __future__ import annotations

import re
from itertools import islice

from starproof.core.context import StoryContext
from starproof.core.results import Evidence
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.general import told_in_general
from starproof.extract.teller.denial import answered_no, denies, is_afterthought
from starproof.extract.teller.knowingly import knowing_faults
from starproof.extract.teller.mishaps import mishaps
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import due, shown, spoken, too_short, unquoted, unsettled

LONGEST = 1_000
"""Code points from which a "sentence" is a page without full stops, of which nothing is said so."""
FLAWS = ("mistake", "setback", "lesson", "owned-part")


_LACKS = (
    "No mistake, setback, doubt or lesson is told. One would expect a turn among the actions and a lesson at the end.",
    "No mistake, setback or doubt is told that the lesson would come from. One would expect a turn among the actions.",
)
"""Why it is raised: without a lesson, and with one."""
_DENIES = "You say that you would do nothing differently, and tell of no fault."
_ASKED = " The question asks for one."
_FOR_A_FLAW = Seldom(
    r"\b(?:(?:you(?:[’']ve| have)?|your)\s(?:(?!prevent|avoid|reduce|catch|handle)\w+\s){0,4}?"
    r"(?:fail(?:ed|ure|ures|ing)?|mistakes?|wrong|regret\w*|setbacks?|fell short|missed|let (?:\w+ )?down)|"
    r"(?:a|any|the)\s(?:\w+\s){0,2}(?:failure|mistake|setback)\s(?:of yours|you)|(?:went|gone)\s(?:badly|wrong)|"
    r"did(?:n[’']t| not)\s(?:go|work)\s(?:\w+\s){0,2}(?:plan(?:ned)?|out|well)|"
    r"(?:do|done)\s(?:\w+\s){0,2}differently|"
    r"(?:hard|tough|difficult|critical|negative|painful|harsh)\s(?:feedback|criticism)(?!\s(?:to|for|that)\b)|"
    r"(?:feedback|criticism)\s(?:that\s|which\s)?(?:was\s|is\s)?(?:hard|tough|difficult|painful)\sto\s"
    r"(?:hear|take|accept|read))\b",
    re.IGNORECASE,
)
"""Words of a question for what went wrong, or what was held against you, and for no fault of somebody else."""
_OF_OTHERS = Seldom(
    r"\b(?:(?:gave|giv(?:e|en|ing)|deliver(?:ed|ing)?)\s(?:\w+\s){0,2}(?:feedback|criticism)|"
    r"somebody|someone|another|other|colleague|report|employee|engineer|customer|team member|of your team)\b",
    re.IGNORECASE,
)


@red_flag("LDR502", "perfect-story")
def perfect_story(context: StoryContext) -> Verdict:
    """No mistake, setback, doubt or lesson is told.

    Rationale:
    Work of any size goes wrong somewhere. A story without a flaw is either small or not the whole story, and it
    gives the interviewer nothing to learn about how you learn.

    Weak:
    Our hotel chain wanted one booking system for its 40 houses. I was responsible for the three teams. I chose the
    newest of the four systems, moved the houses one by one, and told the owner of the oldest that his was going.
    Everything went exactly as planned, there was no problem at all, and I would do it again in the same way. All 40
    houses were moved in a year, which saves $2M a year.

    Stronger:
    Our hotel chain wanted one booking system for its 40 houses. I was responsible for the three teams. I chose the
    newest of the four systems, moved the houses one by one, and told the owner of the oldest that his was going. In
    the third house the night porters could not print, and I had to roll it back: I had never asked one. All 40 houses
    were moved in a year, which saves $2M a year. I now spend a night in a house before I plan anything.

    Limits:
    A story that says that nothing would be done differently is believed, unless it tells a flaw all the same. A flaw
    that is only hinted at is not seen, and a trouble of other people can count as a setback of yours. What failed at
    first, or had to be done again, settles it whatever the learned reader makes of the story.
    """
    short = too_short(context)
    if short is not None:
        return short
    went_wrong = context.evidence(*islice(mishaps(context), 1))
    denied = _denied(context)
    told = shown(context, *FLAWS, holds=_in_earnest if denied else None)
    flaws = went_wrong or told or context.evidence(*knowing_faults(context)[:1])
    if not flaws and denied:
        return Verdict("raised", f"{_DENIES}{_asked_for(context)}", denied)
    general = not flaws and unsettled(context, "perfect-story") and told_in_general(context)
    if (due(context, "perfect-story") and not went_wrong) or general:
        because = f"{_LACKS[bool(context.labelled('reflection'))]}{_asked_for(context)}"
        return Verdict("raised", because, spoken(context, "perfect-story"))
    if flaws:
        return Verdict("clear", "It tells what went wrong or what you learned.", flaws)
    return unquoted(context, "perfect-story")


def _asked_for(context: StoryContext) -> str:
    """That a flaw is what was asked for, where the question says so."""
    asked = context.document.question or ""
    return _ASKED if _FOR_A_FLAW.search(asked) and not _OF_OTHERS.search(asked) else ""


def _denied(context: StoryContext) -> tuple[Evidence, ...]:
    """The sentences that deny any fault."""
    looks_back = (s.span for s in context.labels if len(s.span) <= LONGEST)
    denied = {span for span in looks_back if denies(context.document.quote(span))}
    denied.update(answered_no(context.document, context.labels))
    return context.evidence(*sorted(denied, key=lambda span: span.start)[:3])


def _in_earnest(context: StoryContext, words: Span) -> bool:
    """Whether words tell of a flaw beside a denial: "maybe I'd start sooner" is none."""
    return not is_afterthought(context.document.quote(words))
