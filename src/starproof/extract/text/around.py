"""The clause around words of a story, so that what is quoted says something by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from starproof.core.context import StoryContext
from starproof.core.document import Label
from starproof.core.keeping import kept
from starproof.core.text import Span, trimmed
from starproof.parse.asides import asides
from starproof.parse.evened import evened
from starproof.parse.words import CAPITAL

FEW_WORDS = 4
"""Words below which a clause says nothing alone."""
LEAST_WORDS = 3
"""Words below which the last clause of a sentence takes the one before it along: "that's 99%"."""
HANGING_WORDS = 8
"""Words below which a clause that begins with "what" waits for the one behind the comma."""
FAR = 400
"""Code points on each side within which a clause ends, so that a page without pauses takes linear time."""
_HABIT = 4
"""Words of a habit, at the most: "to be honest, I"."""
_PAUSE = re.compile(r"[;!?…—–()\n]|(?<!\bbc)[,.:](?!\d)")
"""Where a clause may end; a comma or point inside a number is none."""
_PIECES, _NAME_WORDS = 3, 4
"""Parts of a sentence from which one may stand between two others, and the words of a name or post that does."""
_VERB = re.compile(
    r"(?:is|are|was|were|has|had|have|will|would|did|does|means?|meant)\b(?! (?:I|you|he|she|it|we|they)\b)"
)
"""A verb whose subject stands before the pause."""
_NAMED = re.compile(
    rf"\s(?:the\s\w+\s)?[{CAPITAL}][\w’'-]+(?:(?:\sand|,)?\s[{CAPITAL}][\w’'-]+){{0,3}},\s"
    r"(?:have|has|had|is|are|was|were|will|would|did|does)\b"
)
"""Behind a comma the names of whom was told, and then the verb that they wait for: ", Colombo and Mombasa, have"."""
_POINTS = re.compile(
    r"(?:it|this|that)(?:[’']s| is| was) (?:(?:my|our|your|his|her|their|a|an|the|not) )?(?!\d)[^\W\d_]+"
    r"(?: for (?:me|us|him|her|them))?",
    re.IGNORECASE,
)
"""A clause that only points at what was said before it: "it's my decision"."""
_POINTING = frozenset(["that", "this"])
POINTING_WORDS = 6
"""Words up to which a clause that ends in "that" takes the next one along: "I said no to that, against her advice"."""
_OPEN = frozenset(
    "was were is are am be been had has have the a an my our his her their its to would could not and".split()
)
_FILLERS = frozenset("actually um uh er erm like well honestly really basically frankly".split())
"""Words that a speaker puts between a verb and what it waits for."""
_NAMING = frozenset("differently otherwise learned learnt learning learnings lesson lessons takeaway takeaways".split())
"""Last words of what a note says behind a colon."""
_OPEN_ENDS = ("'d", "’d", "'re", "’re", "'ll", "’ll")
"""Last words behind which a clause is not over."""
_JOINED = re.compile(r"(?:(?:and|but|so|or|then(?!\scame\b)|because)\s{1,3}){1,3}", re.IGNORECASE)
"""Words that tie a clause to the one before and say nothing alone."""


def clause(context: StoryContext, span: Span) -> Span:
    """The clause around these words: from the pause before them, within their sentence.

    Words that say nothing alone take what follows the next comma along, such as the "What I learned" of somebody who
    hesitates; a last word, such as "85%" behind a comma, takes the clause before it.
    """
    key = (span.start, span.end)
    found = context.clauses.get(key)
    if found is None:
        found = context.clauses[key] = _clause(context, span)
    return found


def heard(context: StoryContext, index: int, *, most: int) -> str:
    """The words of a sentence without its speaker's habits; none where there is no sentence of this index."""
    return evened(context.sentence(index, most=most)).text


def heard_within(context: StoryContext, start: int, end: int) -> str:
    """The words from one place to another of a story, as far as both stand in one sentence, without habits."""
    index = context.sentence_at(start)
    if index is None or end > context.labels[index].span.end:
        return evened(context.document.text[start:end]).text
    sentence = context.labels[index].span
    even = evened(context.document.quote(sentence))
    return even.text[even.forth(start - sentence.start) : even.forth(end - sentence.start)]


def heard_in(context: StoryContext, span: Span) -> str:
    """The words of a span without their speaker's habits."""
    return heard_within(context, span.start, span.end)


def on_one_line(text: str) -> str:
    """A text in small letters with plain apostrophes and single spaces."""
    return re.sub(r"\s+", " ", text.lower().replace("’", "'"))


def heard_before(context: StoryContext, place: int, *, most: int) -> str:
    """As many code points of the words of its sentence before a place, without their speaker's habits."""
    index = context.sentence_at(place)
    start = max(0, place - most) if index is None else context.labels[index].span.start
    return heard_within(context, start, place)[-most:]


def clauses_where(
    context: StoryContext, ask: Callable[[str], tuple[int, int] | None], *labels: Label, most: int
) -> Iterator[Span]:
    """The clauses around what ``ask`` finds in the words of each sentence with one of these labels, in text order.

    ``ask`` gets no more than ``most`` code points of a sentence, and says from which to which it finds something.
    """
    for sentence in context.labelled(*labels):
        found = ask(context.document.quote(sentence.span, most=most))
        if found is not None:
            yield clause_within(context, sentence.span, found)


def clause_within(context: StoryContext, sentence: Span, found: tuple[int, int]) -> Span:
    """The clause around what was found in the words of a sentence, from and to which of their code points."""
    return clause(context, Span(sentence.start + found[0], sentence.start + found[1]))


def _clause(context: StoryContext, span: Span) -> Span:
    index = context.sentence_at(span.start)
    if index is None:
        return span
    sentence = context.labels[index].span
    first, last = max(sentence.start, span.start - FAR), min(sentence.end, span.end + FAR)
    window = context.document.text[first : max(last, span.end)]
    start, end = _within(window, span.start - first, span.end - first, last - first)
    before = context.labels[index - 1].span if index else sentence
    if index and first + start == sentence.start and len(before) <= FAR and _POINTS.fullmatch(window, start, end):
        return Span(before.start, first + end)
    return Span(first + start, first + end)


@kept
def _within(text: str, begins: int, ends: int, last: int) -> tuple[int, int]:
    """Where the clause around the words from ``begins`` to ``ends`` stands in this part of a sentence."""
    starts = [0, *(found.end() for found in _pauses(text, 0, begins))]
    start = _unjoined(text, trimmed(text, starts[-1], begins).start, begins)
    end = _end(text, start, min(ends, last), last)
    said = text[start:end]
    lone = len(said.split()) < LEAST_WORDS or _VERB.match(said) is not None or _POINTS.fullmatch(said) is not None
    if lone and len(starts) > 1:
        back = 3 if _VERB.match(said) is not None and _is_apposition(text, starts) else 2
        start = _unjoined(text, trimmed(text, starts[-back], begins).start, begins)
    found = trimmed(text, start, max(end, ends))
    return found.start, found.end


def _is_apposition(text: str, starts: Sequence[int]) -> bool:
    """Whether a name or post between commas stands before a verb: "the head of sales, Ingrid, was against it"."""
    if len(starts) < _PIECES:
        return False
    first, last = starts[-2:]
    between = text[first:last].strip()
    return text[first - 1] == "," and between.endswith(",") and len(between.split()) <= _NAME_WORDS


def _pauses(text: str, first: int, last: int) -> Iterator[re.Match[str]]:
    """Where a clause may end in a part of a text; nobody ends one by thinking: "more, sort of, came back"."""
    gaps = asides(text, figures=True)
    for found in _PAUSE.finditer(text, first, last + 1):  # one on, to see the rest of a number
        if found.end() > last:
            return
        if not any(start <= found.start() < end for start, end in gaps):
            yield found


def _end(text: str, start: int, after: int, last: int) -> int:
    """Where the clause ends: at a pause, but past a comma behind too few words."""
    named = after
    for pause in _pauses(text, after, last):
        if pause.start() < named:
            continue
        words = _said(text[start : pause.start()])
        points = words[-1:] and words[-1].lower() in _POINTING and len(words) <= POINTING_WORDS
        hangs = 1 < len(words) < FEW_WORDS or _hangs(words) or points or _is_open(words)
        colon = pause.group() == ":"
        names = _NAMED.match(text, pause.end(), last) if pause.group() == "," else None
        named = names.end() if names is not None else named
        if names is None and not ((colon and (_hangs(words) or _is_head(words))) or (hangs and pause.group() == ",")):
            return pause.start()
    return last


def _said(part: str) -> Sequence[str]:
    """The words of a part of a sentence; of a short one without its speaker's habits, which say nothing either."""
    words = part.split()
    return evened(part).text.split() if FEW_WORDS <= len(words) < FEW_WORDS + _HABIT else words


def _is_open(words: Sequence[str]) -> bool:
    """Whether the last word waits for what a filler parts from it: "for five weeks it was, actually, fine"."""
    said = [word.strip(",").lower() for word in words]
    while len(said) > 1 and said[-1] in _FILLERS:
        said.pop()
    last = said[-1] if len(said) > 1 else ""
    return last in _OPEN or last.endswith(_OPEN_ENDS)


def _hangs(words: Sequence[str]) -> bool:
    """Whether a clause waits for the next, "What I'd do differently", and says nothing alone."""
    waits = not {"is", "was"} & set(words) or words[-1] in ("is", "was")
    return words[:1] in (["What"], ["what"]) and len(words) < HANGING_WORDS and waits


def _is_head(words: Sequence[str]) -> bool:
    """Whether a few words before a colon only name what is said behind it: "would do differently: ask first"."""
    return 0 < len(words) <= FEW_WORDS and words[-1].lower() in _NAMING


def _unjoined(text: str, start: int, before: int) -> int:
    """Where the clause starts without its "and" or "but"."""
    joined = _JOINED.match(text, start, before)
    return joined.end() if joined else start
