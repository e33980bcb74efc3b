"""Where our reading of figures and that of Recognizers-Text differ on a corpus, each difference with its reason."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from starproof.core.months import MONTHS

REASONS = {
    "year": "A calendar year is a date and no quantity; the other side reads it as a number.",
    "one": 'The word "one" as a pronoun or an article ("the one who", "one Friday") counts nothing.',
    "date-or-time": 'The day of a date and a time of day ("at nine", "on 17 May", "10:00") are no quantities.',
    "name": 'A number that is part of a name ("version 5.3", "ISO 8583", "stage forty-seven", "two-phase commit").',
    "rate": '"a day", "a second" behind a figure say how often; the other side reads a length of its own.',
    "period": "How often a sum recurs is part of the sum's unit here, and a length of its own there.",
    "currency": "The currency is told by a mark or code that the other side does not know, or stands elsewhere.",
    "scale": 'The scale behind the number is not read there: "£1.42m", "3.2 crore", "one lakh forty thousand".',
    "factor": '"doubled", "three times", "30-fold" state a factor here; the other side reads a count or nothing.',
    "points": '"8 points" are percentage points or a score here, and the bare number there.',
    "score": '"4.1 out of 5", and a number that tells a rating or an NPS, are scores here.',
    "size": "The other side does not turn this unit of storage into bytes, or reads none.",
    "range": 'A range is one figure with two bounds here, and two figures there: "three to four years".',
    "compound": 'A figure of two units is one figure here: "three hours ten", "four and a half million".',
    "share": '"out of" and "half" are read as parts of a whole in another way.',
    "inherited": "A bare number takes its unit from the figure that it is set against; the other side reads it bare.",
    "unit": "The other side reads the number without the unit of time that stands behind it.",
    "run-on": 'Numbers said in one breath ("four fifty", "seven fifteen") are one figure here.',
    "silent": "The other side gives no figure here.",
    "ours-wrong": 'We read this wrongly, or miss it; "right" says whether the other side does better.',
}
"""Each reason once; a difference names one of them."""


class Difference(NamedTuple):
    """One place where the two readings differ."""

    story: str
    start: int
    text: str
    """The words at that place: ours where we read a figure, theirs otherwise."""
    ours: str
    """As "kind value unit"; empty where we read none."""
    theirs: str
    reason: str
    right: str
    """Which reading agrees with the annotation: ours, theirs, both or neither."""


def differences(story: dict[str, Any], text: str, ours: Sequence[Any], theirs: Sequence[Any]) -> Iterator[Difference]:
    """Where the readings of one story differ in place, kind or value; ``ours`` are quantities, ``theirs`` figures."""
    seen: set[Any] = set()
    for figure in ours:
        beside = [item for item in theirs if item.start < figure.span.end and figure.span.start < item.end]
        agreed = any(item.kind == figure.kind and _near(item.value, figure.value) for item in beside)
        if not agreed:
            yield _difference(story, text, figure, [item for item in beside if item not in seen])
        seen.update(beside)
    for item in theirs:
        if item not in seen:
            yield _difference(story, text, None, [item])


def _difference(story: dict[str, Any], text: str, figure: Any, beside: list[Any]) -> Difference:
    start, end = (figure.span.start, figure.span.end) if figure else (beside[0].start, beside[0].end)
    golds = [g for g in story["quantities"] if g["start"] < end and start < g["start"] + len(g["text"])]
    mine = _right(golds, [(figure.kind, figure.value)] if figure else [])
    other = _right(golds, [(item.kind, item.value) for item in beside])
    right = {(True, True): "both", (True, False): "ours", (False, True): "theirs"}.get((mine, other), "neither")
    return Difference(
        story["id"],
        start,
        text[start:end],
        told(figure),
        "; ".join(f"{item.kind} {item.value:.6g}" for item in beside),
        _reason(figure, beside, text) if mine else "ours-wrong",
        right,
    )


def told(figure: Any) -> str:
    """A quantity as the fixture writes it."""
    if figure is None:
        return ""
    high = "" if figure.high is None else f"..{figure.high:.12g}"
    return f"{figure.kind} {figure.value:.12g}{high} {figure.unit}".strip()


def _right(golds: list[dict[str, Any]], read: list[tuple[str, float]]) -> bool:
    return len(golds) == len(read) and all(
        any(kind == gold["kind"] and _near(value, float(gold["value"])) for kind, value in read) for gold in golds
    )


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-3 * max(abs(other), 1e-9)


# reasons


def _reason(figure: Any, beside: list[Any], text: str) -> str:
    if figure is None:
        return _reason_of_theirs(beside[0], text)
    if not beside:
        return "factor" if figure.kind == "multiple" else "silent"
    return next((name for name, holds in _OURS if holds(figure, beside)), "inherited")


def _reason_of_theirs(item: Any, text: str) -> str:
    words, before = item.text.lower(), text[: item.start].lower().split()[-3:]
    if item.kind == "duration":
        return "rate"
    if 1900 <= item.value < 2100:
        return "year"
    if words in ("one", "one in"):
        return "one"
    after = text[item.end : item.end + 14].lower()
    dated = any(month in after for month in MONTHS) or after.startswith((":", "-fifth")) or text[item.start - 1] == ":"
    if dated or before[-1:] in (["at"], ["on"]) or "the night" in after:
        return "date-or-time"
    named = any(word.rstrip(".,") in _NAMES for word in before) or after.startswith("-")
    return "name" if named else "ours-wrong"


_NAMES = frozenset("version versions android iso stage kotlin release".split())


def _has(words: str) -> Callable[[Any, list[Any]], bool]:
    return lambda figure, beside: any(word in figure.text.lower() for word in words.split())


def _is(kind: str) -> Callable[[Any, list[Any]], bool]:
    return lambda figure, beside: figure.kind == kind


def _out_of(figure: Any, beside: list[Any]) -> bool:
    return any("out of" in item.text or "percent of" in item.text for item in beside)


def _time_named(figure: Any, beside: list[Any]) -> bool:
    return figure.kind == "duration" and len(figure.text) > max(len(item.text) for item in beside)


_OURS: tuple[tuple[str, Callable[[Any, list[Any]], bool]], ...] = (
    ("factor", _is("multiple")),
    ("range", lambda figure, beside: figure.high is not None),
    (
        "points",
        lambda figure, beside: "point" in figure.text and figure.kind in ("percent", "score") and figure.unit != "%",
    ),
    ("score", _is("score")),
    ("size", _is("size")),
    ("share", _out_of),
    ("scale", _has("lakh crore")),
    ("scale", lambda figure, beside: figure.kind == "money" and any(i.kind == "money" for i in beside)),
    ("period", lambda figure, beside: figure.kind == "money" and any(i.kind == "duration" for i in beside)),
    ("currency", _is("money")),
    ("compound", lambda figure, beside: len(beside) > 1 and figure.kind == "duration"),
    ("compound", _has("half")),
    ("run-on", lambda figure, beside: figure.kind == "count"),
    ("unit", _time_named),
)
"""What tells each reason, the first that holds."""


def as_toml(found: Sequence[Difference]) -> str:
    """The differences as a fixture: each reason with its explanation, then its differences in order."""
    grouped: dict[str, list[Difference]] = defaultdict(list)
    for one in found:
        grouped[one.reason].append(one)
    out = [_HEAD]
    for reason, explanation in REASONS.items():
        if reason in grouped:
            out.append(f"\n[{reason}]\nwhy = {_quoted(explanation)}\ndifferences = [")
            out += [f"  {_row(one)}," for one in grouped[reason]]
            out.append("]")
    return "\n".join(out) + "\n"


_HEAD = """# Where our reading of figures and that of Recognizers-Text differ on corpus/dev.jsonl: each difference once,
# under its reason. "right" says which side agrees with the annotation.
# Written by tools/compare_numbers.py --differences."""


def _row(one: Difference) -> str:
    fields = [
        f"{name} = {value if name == 'start' else _quoted(value)}"
        for name, value in one._asdict().items()
        if name != "reason"
    ]
    return "{ " + ", ".join(fields) + " }"


def _quoted(text: Any) -> str:
    return json.dumps(text, ensure_ascii=False)
