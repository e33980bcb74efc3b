"""Questions about choices, disagreements, and whose work it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.baselines.told_before import tells_becoming
from starproof.extract.decisions.aftermath import aftermath
from starproof.extract.decisions.reasons import is_reasoned
from starproof.extract.decisions.sides import objections, prices
from starproof.extract.teller.knowingly import knowing_faults
from starproof.extract.teller.owning import goes_on_with_fault
from starproof.extract.teller.quarrels import has_other_side, is_answered, is_feeling
from starproof.extract.teller.whose import is_choice, is_of_before, is_real
from starproof.extract.text.around import clause
from starproof.parse.words import CAPITAL, SMALL
from starproof.probes.answered import is_paid
from starproof.probes.candidate import Candidate, Sight, quoted

_OTHER_WAY = Seldom(
    r"\b(?:either|alternatives?|options?|choices?|plan b|"
    r"(?:wanted|preferred|proposed|suggested|offered) (?:to|that|a|the)|rather than|instead of|"
    r"the (?:other|obvious|usual|easy|easier|safe|safer|cheaper) (?:way|plan|route|path|thing|choice|one))\b|, or \b",
    re.IGNORECASE,
)
"""Words by which another way is told."""
_CHOOSES = Seldom(
    r"\b(?:chose|choose|chosen|choice|decid\w+|decision|picked|pick|opted|went (?:for|with|ahead)|instead|rather)\b",
    re.IGNORECASE,
)
"""Words that set one way against another; "we cut it from eleven screens to four" has no other way."""
PRICE = ("trade-off", "unpopular", "disagreement", "risk")
RESOLVED = ("decision", "coordination", "trade-off", "managing", "reaction", "mechanism")
_COURSE = ("task", "action", "result")
"""Where a quarrel is the teller's; one that sets the scene is the problem."""
_PAID = "what did that cost, and who paid for it?"
_END = "how did you settle it, and what did they say afterwards?"
HEARTS = "what did you say to them, and where do you stand with them today?"
LONGEST = 1_000
"""Code points of a sentence in which another way is looked for."""
_WE = re.compile(r"we\b", re.IGNORECASE)
"""The word by which a group acts; "our lead" and "told us" do nothing."""
BACK = 4
"""Sentences before a choice in which another way may be told."""
_NAMES, _SAYS = 2, 4
"""Words up to which a clause may only name a choice, and up to which a sentence does not say what it is."""
SOON = 400
"""Code points behind a quarrel within which its end is told where nobody wrote full stops; else two sentences."""
FIRST = 0.25
"""The share of the sentences in which a quarrel is what the story is about."""
_MINE = re.compile(r"(?:and |but |so |well,? )*(?:I|i)(?: was|[’']m| am) (?:\w{2,10} )?against\b")
"""The teller's own view, on which the whole story goes on."""
_GAVE_IN = Seldom(
    rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[{CAPITAL}][{SMALL}]{{2,12}}|legal|finance|sales|security) "
    r"(?:then |finally |both |all )?"
    r"(?:said (?:ok(?:ay)?|yes|fine)\b|agreed|accepted|gave in|gave way|came (?:a)?round|signed|let me\b|approved|"
    r"allowed|went along)",
)
"""Words by which the other side has given way."""
ON = 700
"""Code points behind a quarrel in which its end may be told at length."""
_ENDED = re.compile(
    r"\b(?:he|she|they|(?:the )?two|both|all)(?: \w{2,10})? (?:kept|agreed|accepted|came (?:a)?round|came over|gave in|"
    r"gave way)\b|\b(?:I|we) (?:then |finally )?(?:agreed|settled|signed an agreement|gave (?:in|way)|"
    r"went (?:for|with)(?! a\b))\b|\bchanged (?:my|our|his|her|their) minds?\b|"
    r"\b(?:himself|herself|themselves) (?:then |later )?(?:said|says|asked|admitted|proposed|told|wrote)\b|"
    r"\bwhat (?:finally |in the end )?(?:turned|won|moved|convinced|persuaded|settled|decided) (?:it|that|him|her|them|"
    r"the \w{2,12})(?: (?:over|round|around))? (?:was|were)\b|"
    r"\b(?:the )?(?:ceo|cto|coo|cfo|cpo|board|elt|director|vp|committee|management|president|owner|founder) "
    r"(?:then |finally |both )?(?:picked|chose|ruled|sided with|decided (?:for|on|against)|went (?:for|with))\b|"
    r"(?:\band|[+&]) (?:me|i) (?:are |were )?(?:ok|okay|fine|good|friends) (?:now|today|again|since)\b|"
    r"(?<!not )(?<!n[’']t )\b(?:ok|okay|fine|happy|at peace) (?:with|w/) (?:it|that|this|me|us)\b(?! if\b)|"
    r"\bsaid no, then yes\b|\bwe (?:then |both |finally )?sat down (?:together|with the|and)\b|"
    r"\b(?:he|she|they)(?: then| finally| even)? (?:lent|gave|sent|signed|released) (?:me|us|it|them) "
    r"(?!hell\b|grief\b|stick\b|an earful|a hard|the cold|no\b|nothing\b)",
    re.IGNORECASE,
)
"""Words by which a quarrel is over: they agree, or give what was asked for."""
_NOW_AND_THEN = Seldom(
    r"(?:\bhas|\bhave|[’'](?:s|ve)) (?:since )?(?:said no|refused|declined|stopped (?:it|us|me)|overruled (?:us|me)|"
    r"been (?:overruled|outvoted|turned down|refused|proved wrong)|lost (?:the|an?) (?:vote|argument)) "
    r"(?:since |again )?(?:once|twice|(?:\w{2,8} )times)\b",
    re.IGNORECASE,
)
"""A right to refuse that somebody was given is used: no quarrel that anybody had to settle."""
_STOP = re.compile(r"[.!?]")
_SINCE = "what was your part in that, and what do you do differently since?"
LEAST_WE = 3
"""Sentences of action in which only "we" acts, before the question of whose work it was is due."""


def decisions(sight: Sight) -> Iterator[Candidate]:
    """A choice without a reason, or with a reason and without its price."""
    context = sight.context
    plain = {context.sentence_at(span.start) for span in chain(prices(context), objections(context))}
    for signal in context.facts.of("decision"):
        if context.labels[signal.sentence].label not in ("action", "task") or not is_choice(context, signal):
            continue
        words = _what_it_is(context, signal)
        fault = goes_on_with_fault(context, signal.sentence)
        if fault or not is_real(context, words) or any(one.overlaps(words) for one in knowing_faults(context)):
            continue  # what is owned as a fault is asked about as one
        if _is_priced(sight, signal) or not plain.isdisjoint(range(signal.sentence - 1, signal.sentence + 2)):
            continue
        reasoned = is_reasoned(context, signal.span)
        asked, lacks = (_PAID, "price") if reasoned else (_why(context, signal, words), "reason")
        yield Candidate(
            "decision",
            35 if reasoned else 60,
            f"{quoted(context, words, about=_within(words, signal.span))}: {asked}",
            f"The choice is told without its {lacks}.",
            (words,),
        )


def _is_priced(sight: Sight, signal: Signal) -> bool:
    """Whether what a choice cost is told near it, or as what came of it."""
    near = sight.near(signal.sentence, PRICE, steps=(-1, 0, 1)) or is_paid(sight.context, signal.sentence)
    return bool(near) or any(aftermath(sight.context, (signal.span,)))


def _why(context: StoryContext, signal: Signal, words: Span) -> str:
    """How the reason of a choice is asked for: beside the other way where that is told."""
    told = _CHOOSES.search(context.document.quote(words)) is not None and _other_way(context, signal)
    return "why not the other way?" if told else "what else was on the table, and why this?"


def _other_way(context: StoryContext, signal: Signal) -> bool:
    """Whether another way is told with the choice or shortly before it."""
    near = (context.sentence(signal.sentence + step, most=LONGEST) for step in range(-BACK, 1))
    return any(_OTHER_WAY.search(words) for words in near)


def _what_it_is(context: StoryContext, signal: Signal) -> Span:
    """The clause of a choice; where it only calls one a choice, "my call", the words before it that say what it is."""
    words = clause(context, signal.span)
    if len(context.document.quote(words).split()) > _NAMES:
        return words
    sentences, here = context.document.sentences, signal.sentence
    for place in range(here - 1, max(-1, here - BACK), -1):
        if sentences[place].paragraph != sentences[here].paragraph:
            break
        if len(context.document.quote(sentences[place].span).split()) > _SAYS:
            return sentences[place].span
    return words


def _within(words: Span, span: Span) -> Span:
    """The words of a signal where they stand in what is quoted, else all that is quoted."""
    return span if words.overlaps(span) else words


def disagreements(sight: Sight) -> Iterator[Candidate]:
    """An objection that is told and left hanging."""
    context = sight.context
    for signal in context.facts.of("disagreement", "conflict"):
        label = context.labels[signal.sentence].label
        if label not in _COURSE or _is_settled(sight, signal):
            continue
        if not has_other_side(context, signal) or is_of_before(context, signal):
            continue
        if _NOW_AND_THEN.search(context.sentence(signal.sentence, most=LONGEST)) is not None:
            continue
        if label == "result" and tells_becoming(context, clause(context, signal.span)):
            continue  # so many of them are what the outcome counts
        feels = is_feeling(context, signal)
        if (feels and is_answered(context, signal)) or (not feels and _is_story(sight, signal)):
            continue
        words = clause(context, signal.span)
        yield Candidate(
            "disagreement",
            55,
            f"{quoted(context, words, about=signal.span)}: {HEARTS if feels else _END}",
            "The disagreement is told without its end.",
            (words,),
        )


def _is_story(sight: Sight, signal: Signal) -> bool:
    """Whether a quarrel is the teller's own view, or stands where the story begins: the story is its end."""
    words = sight.context.document.quote(clause(sight.context, signal.span))
    begins = signal.sentence < FIRST * len(sight.context.labels)
    return begins or _MINE.match(words) is not None or _GAVE_IN.search(_behind(sight, signal)) is not None


def _behind(sight: Sight, signal: Signal) -> str:
    """The rest of the sentence and the next two, of a page without full stops what stands near."""
    labels, end = sight.context.labels, signal.span.end
    last = labels[min(signal.sentence + 2, len(labels) - 1)].span.end
    return sight.context.document.text[end : min(last, end + SOON)]


def has_ended(context: StoryContext, signal: Signal) -> bool:
    """Whether the words behind a quarrel tell its end: "she was not happy, but she accepted it"."""
    return _ENDED.search(context.document.text, signal.span.end, signal.span.end + ON) is not None


def _is_settled(sight: Sight, signal: Signal) -> bool:
    """Whether what was done about it is told in the same breath."""
    labels, first = sight.context.labels, signal.sentence
    if has_ended(sight.context, signal):
        return True
    last, end = first + 2, signal.span.end
    if _STOP.search(sight.context.document.text, end, end + SOON) is None:
        while last + 1 < len(labels) and labels[last + 1].span.end - end <= SOON:
            last += 1
    return sight.near(first, RESOLVED, steps=range(last - first + 1))


def ours(sight: Sight) -> Iterator[Candidate]:
    """Actions told by "we" alone: nothing is wrong with that, but it will be asked."""
    context = sight.context
    acting = [i for i, sentence in enumerate(context.labels) if sentence.label == "action"]
    mine = {signal.sentence for signal in context.facts.of("speaker", "managing", "doing")}.intersection(acting)
    group = [s for s in context.facts.of("group") if s.sentence in acting and s.sentence not in mine]
    group = [s for s in group if _WE.match(context.document.text, s.span.start)]
    together = {s.sentence for s in group}
    if len(together) < max(LEAST_WE, len(mine) + 1) or len(mine) > len(acting) / 3:
        return
    words = clause(context, group[0].span)
    yield Candidate(
        "ours",
        65,
        f"{quoted(context, words)}: which part of that was yours?",
        "Most of the action is told by “we”.",
        (words,),
    )


def setbacks(sight: Sight) -> Iterator[Candidate]:
    """Something went wrong, and the story does not say what the speaker took from it."""
    context = sight.context
    if context.facts.of("lesson", "mistake") or any(s.label == "reflection" for s in context.labels):
        return
    for signal in context.facts.of("setback"):
        words = clause(context, signal.span)
        yield Candidate(
            "setback",
            50,
            f"{quoted(context, words, about=signal.span)}: {_SINCE}",
            "A setback is told without what was learned from it.",
            (words,),
        )
