"""Compare our reading of figures with Recognizers-Text and quantulum3, on one corpus in one run.

The libraries are optional, and belong in an environment of their own:

    python -m venv /some/place && /some/place/bin/pip install "recognizers-text-suite==1.0.2a2" "emoji<2" quantulum3
    PYTHONPATH=src /some/place/bin/python tools/compare_numbers.py corpus/dev.jsonl

With --differences, where ours and Recognizers-Text differ is written to FILE, each difference once under its reason;
that of the development stories is tests/extract/recognizers_differences.toml.

A figure counts as found when one that overlaps it has the same value, within a thousandth; for "value and kind" the
kind must agree too. Values are compared in the base units of corpus/ANNOTATION.md: what a library gives in weeks or
megabytes is turned into seconds and bytes first.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from options import parser

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "corpus"))

from number_differences import as_toml, differences  # noqa: E402
from score import joined, matched, prf  # noqa: E402

from starproof.extract.figures.numbers.tables import tables  # noqa: E402
from starproof.extract.quantities import quantities  # noqa: E402


class Found(NamedTuple):
    """A figure as some library reads it."""

    start: int
    end: int
    text: str
    kind: str
    value: float


Reader = Callable[[str], list[Found]]


def ours(text: str) -> list[Found]:
    return [Found(q.span.start, q.span.end, q.text, q.kind, q.value) for q in quantities(text)]


def recognizers() -> Reader:
    """Recognizers-Text: units first, then the plain numbers that no unit covers."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    readers = [
        (recognize_currency, "money"),
        (recognize_percentage, "percent"),
        (recognize_dimension, "count"),
        (recognize_datetime, "duration"),
        (recognize_number, "count"),
    ]

    def read(text: str) -> list[Found]:
        found: list[Found] = []
        for recognize, kind in readers:
            for item in recognize(text, "en-us"):
                value = _resolved(item)
                if value is not None and not any(item.start < f.end and f.start <= item.end for f in found):
                    found.append(Found(item.start, item.end + 1, text[item.start : item.end + 1], kind, value))
        return sorted(found)

    return read


def _resolved(item: Any) -> float | None:
    """The value of a Recognizers-Text result; ``None`` for dates and times of day."""
    resolution = item.resolution or {}
    values = resolution.get("values")
    if values:
        if values[0].get("type") != "duration":
            return None
        return float(values[0]["value"])
    value = resolution.get("value")
    try:
        number = float(str(value).rstrip("%"))
    except ValueError:
        return None
    return number * _factor(str(resolution.get("unit", "")))


def quantulum() -> Reader:
    """quantulum3 with its classifier off, as the classifier fails with current scikit-learn."""
    import quantulum3.classifier
    from quantulum3 import parser

    quantulum3.classifier.USE_CLF = False
    kinds = {"currency": "money", "time": "duration", "data storage": "size"}

    def read(text: str) -> list[Found]:
        found = []
        for item in parser.parse(text):
            kind = "percent" if item.unit.name == "percentage" else kinds.get(item.unit.entity.name, "count")
            start, end = item.span
            found.append(Found(start, end, text[start:end], kind, item.value * _factor(item.unit.name)))
        return found

    return read


def _factor(unit: str) -> float:
    known = tables()
    return known.durations.get(unit.lower()) or known.sizes.get(unit.lower()) or 1.0


LIBRARIES: list[tuple[str, Callable[[], Reader], str]] = [
    ("starproof", lambda: ours, ""),
    ("Recognizers-Text", recognizers, 'pip install "recognizers-text-suite==1.0.2a2" "emoji<2"'),
    ("quantulum3", quantulum, "pip install quantulum3"),
]


def same(gold: dict[str, Any], item: dict[str, Any]) -> bool:
    return bool(abs(float(gold["value"]) - item["value"]) <= 1e-3 * max(abs(float(gold["value"])), 1e-9))


def same_kind(gold: dict[str, Any], item: dict[str, Any]) -> bool:
    return gold["kind"] == item["kind"] and same(gold, item)


def measure(read: Reader, stories: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, Any], float, int]:
    """Scores on value, on value and kind, words a second, and texts on which the library raised."""
    by_value = by_kind = gold = predicted = words = failed = 0
    seconds = 0.0
    for story in stories:
        text, _ = joined(story)
        began = time.perf_counter()
        try:
            found = read(text)
        except Exception as error:
            print(f"  {story['id']}: {type(error).__name__}: {error}", file=sys.stderr)
            found, failed = [], failed + 1
        seconds += time.perf_counter() - began
        items = [item._asdict() for item in found]
        words += len(text.split())
        by_value += matched(story["quantities"], items, same)
        by_kind += matched(story["quantities"], items, same_kind)
        gold, predicted = gold + len(story["quantities"]), predicted + len(items)
    return prf(by_value, predicted, gold), prf(by_kind, predicted, gold), words / max(seconds, 1e-9), failed


def write_differences(stories: Iterable[dict[str, Any]], path: Path) -> None:
    """Write where our figures and those of Recognizers-Text differ."""
    read = recognizers()
    texts = [(story, joined(story)[0]) for story in stories]
    found = [one for story, text in texts for one in differences(story, text, quantities(text), read(text))]
    path.write_text(as_toml(found), encoding="utf-8")
    print(f"{len(found)} differences in {path}")


def main() -> None:
    asked = parser(__doc__)
    asked.add_argument("corpus", nargs="?", type=Path, default=ROOT / "corpus" / "dev.jsonl")
    asked.add_argument("--differences", type=Path, metavar="FILE", help="write where the two differ, and nothing else")
    given = asked.parse_args()
    corpus: Path = given.corpus
    stories = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    if given.differences:
        write_differences(stories, given.differences)
        return
    print(f"{corpus.name}: {len(stories)} stories, {sum(len(s['quantities']) for s in stories)} figures")
    print(f"{'':18}{'value P':>8}{'R':>7}{'F1':>7}   {'+kind P':>8}{'R':>7}{'F1':>7}   {'words/s':>9}")
    for name, load, install in LIBRARIES:
        try:
            read = load()
            read("A first call that loads 12 models in three weeks for $5.")
        except ImportError as error:
            print(f"{name:18}not installed: {install} ({error})")
            continue
        value, kind, speed, failed = measure(read, stories)
        scores = "   ".join(f"{s['precision']:8.3f}{s['recall']:7.3f}{s['f1']:7.3f}" for s in (value, kind))
        print(f"{name:18}{scores}   {speed:9,.0f}" + (f"   failed on {failed}" if failed else ""))


if __name__ == "__main__":
    main()
