"""Which of the speaker's words a question holds: a short run of whole words, exactly as they stand in the text."""

from __future__ import annotations

import re

from starproof.core.text import Span
from starproof.extract.text.around import clause
from starproof.practice.interviewer.hearing import Heard

MOST_WORDS = 13
MOST_CHARACTERS = 240
"""Code points of a quote, whatever its words."""
SLACK = 3
"""Words more that a quote may have where that takes it to the start or the end of its clause."""
LEAST_WORDS = 4
"""Words below which a quote takes in the clause before it or after it."""
MOST_JOINED = 3
LEAST_TELLING = 2
"""Words of meaning below which it does so too."""
FEWEST_BEFORE_CUT = 5
"""Words that a quote keeps where it is cut at a joint between words."""
_WORD = re.compile(r"\S+")
_MARKS = re.compile('["“”„«»`*_#|<>\\[\\]]')
"""Marks at which a quote ends, since half a pair of them inside a quote cannot be read."""
_EDGES = " \t\r\n.,;:!?-–—…'()/"
_OPENERS = frozenset(
    "and so but because that um uh er erm well like okay ok yeah yes then also now anyway right actually basically "
    "or which when where while although though hmm honestly look you mean know kind sort of you'd eh ah ja "
    "na ano yaar oh".split(" ")
)
_WEAK = frozenset(
    "a an the of to in on at by for with from and or but so that which who our my their his her its this these those "
    "as than into over about because if when while where is are was were be been had has have would could should i we "
    "they he she it you not no very more most some any every each per um uh like just also then what how why "
    "i'd i'm we'd we're it's that's there's".split(" ")
)
_LOOSE_ENDS = frozenset(
    "and but so or because that the a an uh um er erm eh like which to of also then really just said say think much "
    "more very too not no my our his her their is was were i we he she they there".split(" ")
)
"""Words that nobody is quoted with at the end."""
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred thousand million half".split(" ")
)
_NO_END = _WEAK | _LOOSE_ENDS | _NUMBERS
_VERBS = frozenset("is was are were has had means meant".split(" "))
"""Words that a quote does not begin with."""
_UNFINISHED = frozenset("much more very too not no really the a an my our".split(" "))
_STARTS = frozenset("i we they he she it my our that's it's i'm we're i've we've i'd we'd they're".split(" "))
_JOINTS = (
    frozenset(
        "and or but so because since that which who whom whose when where while after before until if as i we he she "
        "they it you there then".split(" ")
    ),
    frozenset("than to for with without from into across through during by".split(" ")),
)
"""Words before which a quote may be cut; the second ones where there is none of the first."""


def quote(heard: Heard, focus: Span) -> Span:
    """The words around ``focus`` to be quoted, at most a dozen where that holds the focus, on one line."""
    around = _unmarked(heard, _clause(heard, focus), focus)
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(heard.text, around.start, around.end)]
    if not words:
        return focus
    first = next((n for n, word in enumerate(words) if word.end > focus.start), 0)
    last = next((n for n in range(len(words) - 1, -1, -1) if words[n].start < focus.end), len(words) - 1)
    start, end = _window(heard, words, first, max(first, last))
    return _stripped(heard.text, _short(heard.text, Span(words[start].start, words[end].end)))


def _clause(heard: Heard, focus: Span) -> Span:
    """The clause around the focus; a scrap of one takes in the clauses at its commas, before it or else after it."""
    found = clause(heard.context, focus)
    if _unfinished(heard, found):
        return _joined(heard, found, found.end + 2) or found
    for _ in range(MOST_JOINED):
        if _telling(heard, found):
            return found
        before = heard.text[max(0, found.start - 3) : found.start].rstrip().endswith(",")
        wider = _joined(heard, found, found.start - 2) if before else None
        if wider is None and heard.text.startswith(", ", found.end):
            wider = _joined(heard, found, found.end + 2)
        if wider is None:
            return found
        found = wider
    return found


def _telling(heard: Heard, span: Span) -> bool:
    """Whether words say something by themselves."""
    said = [word.strip(_EDGES).casefold() for word in span.of(heard.plain).split()]
    rest = [word for word in said if word not in _OPENERS]
    return len(rest) >= LEAST_WORDS and len(set(rest) - _WEAK) >= LEAST_TELLING


def _unfinished(heard: Heard, span: Span) -> bool:
    """Whether a clause breaks off, as "it became much" does before ", much higher"."""
    last = span.of(heard.plain).rsplit(maxsplit=1)[-1:]
    return bool(last) and last[0].casefold() in _UNFINISHED and heard.text.startswith(", ", span.end)


def _joined(heard: Heard, found: Span, at: int) -> Span | None:
    """Both the clause and the one at this place, where they stand in one sentence and on one line."""
    while at > 0 and at < found.start and (heard.text[at].isspace() or heard.text[at] == ","):
        at -= 1
    while 0 < at < found.start and not heard.text[at - 1].isspace():
        at -= 1
    place = heard.context.sentence_at(found.start)
    if place is None or place != heard.context.sentence_at(at):
        return None
    other = clause(heard.context, Span(at, at + 1))
    both = Span(min(found.start, other.start), max(found.end, other.end))
    return both if "\n" not in both.of(heard.text) else None


def _unmarked(heard: Heard, around: Span, focus: Span) -> Span:
    """The clause without words on the other side of a quotation mark or a mark of layout."""
    start, end = around.start, around.end
    for mark in _MARKS.finditer(heard.text, around.start, around.end):
        if mark.end() <= focus.start:
            start = mark.end()
        elif mark.start() >= focus.end:
            end = mark.start()
            break
    return Span(start, end)


def _window(heard: Heard, words: list[Span], first: int, last: int) -> tuple[int, int]:
    """Indices of the first and the last word: from the clause's start where that is near enough."""
    said = [_bare(heard, word) for word in words]
    start = _opened(said, first)
    first, last = max(first, start), max(last, start)
    joined = (n for n in range(first, start + 1, -1) if said[n] in _STARTS and said[n - 1] in _OPENERS)
    start = next(joined, start)
    if last - start >= MOST_WORDS + SLACK:
        near = range(max(start, last - MOST_WORDS + 1), first + 1)
        opening = (n for n in near if said[n] in _STARTS and (n == first or said[n + 1] not in _JOINTS[0]))
        start = next(opening, next((n for n in near if said[n] not in _WEAK), first))
    end = max(last, start + MOST_WORDS - 1)
    if end + SLACK < len(words) - 1:
        return start, _cut(said, max(last, start + FEWEST_BEFORE_CUT), end)
    end = len(words) - 1
    while end > last and said[end] in _LOOSE_ENDS:
        end -= 1
    return start, end


def _opened(said: list[str], first: int) -> int:
    """Index of the first word after openers such as "and so um", where one is left to begin with."""
    start = 0
    while start <= first and start < len(said) - LEAST_TELLING and said[start] in _OPENERS:
        if said[start + 1] in _VERBS:
            break
        start += 1
        first = max(first, start)
    return start


def _cut(said: list[str], least: int, most: int) -> int:
    """Index of the last word where a quote has to be cut: before a joint if there is one, never after a weak word."""
    ends = range(most, least - 1, -1)
    found = (n for joints in _JOINTS for n in ends if said[n + 1] in joints and said[n] not in _NO_END)
    end = next(found, most)
    while end > least and said[end] in _NO_END:
        end -= 1
    return end


def _bare(heard: Heard, word: Span) -> str:
    return word.of(heard.plain).strip(_EDGES).casefold()


def _short(text: str, span: Span) -> Span:
    """Not more than can be read at a glance, where words are long or nothing stands between them."""
    if span.end - span.start <= MOST_CHARACTERS:
        return span
    end = span.start + MOST_CHARACTERS
    gap = text.rfind(" ", span.start + MOST_CHARACTERS // 2, end)
    return Span(span.start, gap if gap > 0 else end)


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else span
