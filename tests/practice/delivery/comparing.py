"""What was measured beside what was planted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from starproof.core.document import Label, LabelledSentence
from starproof.core.text import Span, trimmed
from starproof.practice.delivery import Delivery, Pause
from starproof.practice.delivery.placing import aligned, key
from tests.practice.delivery.planting import Gap, Reading

_WORD = re.compile(r"\S+")


def given(reading: Reading) -> tuple[LabelledSentence, ...]:
    """The sentences of what was said, with the sections that the corpus gives them."""
    at, found = 0, []
    for sentence in reading.sentences:
        found.append(LabelledSentence(Span(at, at + len(sentence.text)), sentence.label, 1.0, given=True))
        at += len(sentence.text) + 1
    return tuple(found)


def carried(reading: Reading, text: str) -> tuple[LabelledSentence, ...]:
    """The sections of what was said, carried over to what was heard; words that differ go with those before them."""
    here = [Span(*found.span()) for found in _WORD.finditer(text)]
    said = [key(word) for word in reading.text.split()]
    pairs = aligned(said, [key(span.of(text)) for span in here])
    firsts = [pair[0] for pair in pairs]
    opens, words = [], 0
    for sentence in reading.sentences:
        place = bisect_left(firsts, words)
        opens.append(here[pairs[place][1]].start if place < len(pairs) and words else 0 if not words else len(text))
        words += len(sentence.text.split())
    ends = [*opens[1:], len(text)]
    rows = zip(opens, ends, reading.sentences, strict=True)
    return tuple(LabelledSentence(trimmed(text, a, b), told.label, 1.0) for a, b, told in rows if a < b)


def misses(reading: Reading, told: Delivery) -> Mapping[Label, float]:
    """By section that was told, the share by which its seconds are off."""
    measured = told.by_section
    assert measured is not None
    return {label: measured[label] / seconds - 1 for label, seconds in truth(reading).items()}


def rightly(reading: Reading, told: Delivery) -> float:
    """The share of all seconds that no section has too many of."""
    measured = told.by_section
    assert measured is not None
    return sum(min(measured[label], seconds) for label, seconds in truth(reading).items()) / reading.seconds


def truth(reading: Reading) -> Mapping[Label, float]:
    """Seconds by section, as planted."""
    found: dict[Label, float] = {}
    for sentence in reading.sentences:
        found[sentence.label] = found.get(sentence.label, 0.0) + sentence.seconds
    return found


def found_pauses(reading: Reading, told: Delivery) -> list[tuple[Gap, Pause]]:
    """Each planted pause that was told: both cover their common middle, more than half of the longer one."""
    left = list(told.pauses or ())
    found = []
    for gap in reading.gaps:
        for pause in left:
            shared = min(gap.start + gap.seconds, pause.start + pause.seconds) - max(gap.start, pause.start)
            if shared > max(gap.seconds, pause.seconds) / 2:
                left.remove(pause)
                found.append((gap, pause))
                break
    return found


def behind(reading: Reading, gap: Gap) -> Span:
    """The word of the text said that a planted pause stands behind."""
    words = [Span(*found.span()) for found in _WORD.finditer(reading.text)]
    return [span for span in words if any(map(str.isalnum, span.of(reading.text)))][gap.after]
