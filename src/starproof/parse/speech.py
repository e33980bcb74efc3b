"""Turns of speech: where a transcript without punctuation goes on to the next utterance.

Every gap between two words is scored by the words around it, with weights learned from stories whose sentences are
known (``tools/train_labeller.py``). The longer an utterance has become, the less a gap needs to end it.
"""

from __future__ import annotations

import json
import re
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from starproof.core.text import Span

_WORD = re.compile(r"\S+")
_NUMBERS = frozenset(
    (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "lakh crore dozen"
    ).split(" ")
)
_EDGE = "^"
_SHORTEST = 6
"""Words that an utterance has at least, by which mere joined phrases stay together."""
_LAST = 3
"""Words that the last utterance has at least."""
READY, GROWING = 1.0, 0.12
"""What a gap is given besides its score: at once, and for each word that the utterance has."""
_LONGEST = 60
"""Words after which any gap ends an utterance."""


def turns(text: str, span: Span) -> Iterator[Span]:
    """The utterances of a stretch without punctuation, in order; together they cover all its words."""
    words = list(_WORD.finditer(text, span.start, span.end))
    plain = plainly([word.group() for word in words])
    broken = ["\n" in text[a.end() : b.start()] for a, b in pairwise(words)]
    start = 0
    for place in cuts(gap_scores(plain, weights()), broken):
        yield Span(words[start].start(), words[place - 1].end())
        start = place
    if words:
        yield Span(words[start].start(), words[-1].end())


def cuts(scores: Sequence[float], broken: Sequence[bool]) -> Iterator[int]:
    """Where utterances begin, as indexes of words; ``scores[i]`` and ``broken[i]`` are of the gap after word ``i``."""
    start = 0
    for place, (score, line_ends) in enumerate(zip(scores, broken, strict=True), start=1):
        length = place - start
        if len(scores) + 1 - place < _LAST:
            return
        if (line_ends and length >= _LAST) or _is_ready(score, length):
            yield place
            start = place


def _is_ready(score: float, length: int) -> bool:
    return length >= _LONGEST or (length >= _SHORTEST and score + READY + GROWING * length > 0)


def plainly(words: Sequence[str]) -> list[str]:
    """Words in lower case without marks at their ends; figures and number words are ``#``."""
    plain = [word.lower().replace("’", "'").strip('.,;:!?"“”()*_') or _EDGE for word in words]
    return ["#" if word[0].isdigit() or word in _NUMBERS else word for word in plain]


def gap_scores(words: Sequence[str], table: Mapping[str, float]) -> list[float]:
    """How much speaks for a new utterance at each gap: a logarithm of odds, before length is weighed."""
    padded = [_EDGE] * 3 + list(words) + [_EDGE] * 3
    return [sum(table.get(name, 0.0) for name in gap(padded[place : place + 7])) for place in range(1, len(words))]


def gap(around: Sequence[str]) -> tuple[str, ...]:
    """The features of the gap before the fourth of seven words."""
    a, b, c, d, e, f, g = around
    return (
        f"0{d}", f"1{e}", f"2{f}", f"3{g}", f"-1{c}", f"-2{b}", f"-3{a}", f"01{d} {e}", f"12{e} {f}", f"-10{c} {d}",
        f"-21{b} {c}", f"012{d} {e} {f}", f"-101{c} {d} {e}", f"s-1{c[-3:]}", f"s0{d[-3:]}", f"s1{e[-3:]}",
        f"s-10{c[-2:]} {d}", "any",
    )  # fmt: skip


@cache
def weights() -> Mapping[str, float]:
    """The shipped weights of the gaps' features."""
    return unpacked((files("starproof.parse") / "speech.bin").read_bytes())


def packed(table: Mapping[str, float]) -> bytes:
    """Weights as the bytes of their file; one that rounds to nothing is left out."""
    step = max(map(abs, table.values()), default=1.0) / 127
    rounded = {name: round(value / step) for name, value in table.items()}
    kept = {name: value for name, value in rounded.items() if value}
    head = json.dumps({"step": step, "count": len(kept)}).encode()
    return zlib.compress(head + b"\n" + array("b", kept.values()).tobytes() + "\n".join(kept).encode(), 9)


def unpacked(data: bytes) -> Mapping[str, float]:
    """The weights that ``packed`` made into bytes."""
    head, _, rest = zlib.decompress(data).partition(b"\n")
    says = json.loads(head)
    values = array("b", rest[: says["count"]])
    names = rest[says["count"] :].decode().split("\n")
    return {name: value * says["step"] for name, value in zip(names, values, strict=True)}
