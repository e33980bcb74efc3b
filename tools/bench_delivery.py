"""Section seconds, pauses, pace and fillers against planted truth: ``python tools/bench_delivery.py``.

Ten punctuated stories of the training corpus, every so many-th, are read by espeak-ng sentence by sentence with
pauses of 1 to 4 s and fillers put in, and heard by the real engine with two models. Sections are measured five times:

- ``corrected``: the speaker has corrected the text to what was said; sections as the corpus has them. This measures
  times alone, through an edit.
- ``heard``: the text as the engine heard it; sections as the corpus has them, carried over word by word.
- ``read``: the corrected text; sections as starproof reads them. This adds what the labeller gets wrong.
- ``heard and read``: the text as heard; sections as starproof reads them. This is what a user sees who edits nothing
  and has no written story.
- ``followed``: the text as heard; sections as starproof reads them in the written story, where the answer follows it.

What was heard is kept in a folder, so that a second run takes seconds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from options import parser

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.practice.delivery.comparing import behind, carried, found_pauses, given, misses, rightly
from tests.practice.delivery.hearing import listen
from tests.practice.delivery.planting import Gap, Reading, planted

from starproof.core.document import Label, LabelledSentence, Story
from starproof.core.results import Review
from starproof.core.speech import Transcript
from starproof.engine import Reviewer
from starproof.parse import parse
from starproof.parse.words import words_in
from starproof.practice.delivery import Delivery, Pause, following, measure, timed
from starproof.speech.codec import as_dict, from_dict

CORPUS = Path(__file__).parents[1] / "corpus" / "train.jsonl"
MODELS = ("tiny.en", "base")
ENDS = (".", "?", "!")
HINT = "Um, so, uh, I was like, you know, hmm, okay."
"""What starproof does not tell the engine: it keeps more fillers, invents some, and leaves sentences unheard."""


def stories(count: int) -> Iterator[tuple[str, list[tuple[str, Label]]]]:
    """Every so many-th punctuated story: its id, and its sentences with their labels."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    told = [(row["id"], [(one["text"], one["label"]) for one in row["sentences"]]) for row in rows]
    ended = [one for one in told if sum(text.rstrip('"”’)').endswith(ENDS) for text, _ in one[1]) >= 0.9 * len(one[1])]
    return iter(ended[:: len(ended) // count][:count])


def heard(reading: Reading, name: str, model: str, kept: Path, prompt: str | None = None) -> Transcript:
    """What the model hears in a reading, from the folder where it has heard it before."""
    file = kept / f"{name}-{model}{'-hinted' * (prompt is not None)}.json"
    before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    if before.get("said") == reading.text and before.get("seconds") == reading.seconds:
        return from_dict(before["transcript"])
    print(f"listening to {name} with {model} ...", file=sys.stderr)
    transcript = listen(reading.write(kept / f"{name}.wav"), model, kept, prompt=prompt)
    told = {"said": reading.text, "seconds": reading.seconds, "transcript": as_dict(transcript)}
    file.write_text(json.dumps(told), encoding="utf-8")
    return transcript


def labelled(text: str, transcript: Transcript, reviewer: Reviewer) -> Sequence[LabelledSentence]:
    """The sections as starproof reads them."""
    return reviewer.review_document(parse(Story("told", text), timed=timed(text, transcript))).sentences


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--stories", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "starproof-delivery")
    arguments.add_argument("--hinted", action="store_true", help="with words that make Whisper keep fillers")
    arguments.add_argument("--model", choices=MODELS, help="this model alone")
    arguments.add_argument("--each", action="store_true", help="print each story and each section that is missed")
    chosen = arguments.parse_args()
    chosen.kept.mkdir(parents=True, exist_ok=True)
    told = dict(stories(chosen.stories))
    readings = {
        name: planted(sentences, seed=chosen.seed * 1000 + number)
        for number, (name, sentences) in enumerate(told.items())
    }
    reviewer = Reviewer()
    papers = {
        name: reviewer.review(Story(name, " ".join(text for text, _ in sentences))) for name, sentences in told.items()
    }
    for model in (chosen.model,) if chosen.model else MODELS:
        show(model, readings, chosen, reviewer, papers)


@dataclass
class Tally:
    """What was measured with one model, over all stories."""

    off: dict[str, list[float]] = field(default_factory=dict)
    """By way of reading sections, the shares by which their seconds are off."""
    shares: dict[str, list[float]] = field(default_factory=dict)
    """By way, of each story the share of the time in the right section."""
    pairs: list[tuple[Gap, Pause]] = field(default_factory=list)
    placed: int = 0
    sided: int = 0
    heard_sided: int = 0
    planted: int = 0
    told: int = 0
    pace: list[float] = field(default_factory=list)
    fillers: int = 0
    said_fillers: int = 0
    seconds: float = 0.0

    def add(self, reading: Reading, told: dict[str, Delivery]) -> None:
        """Count one story, measured in all ways."""
        for way, one in told.items():
            self.off.setdefault(way, []).extend(misses(reading, one).values())
            self.shares.setdefault(way, []).append(rightly(reading, one))
        pairs = found_pauses(reading, told["corrected"])
        self.pairs += pairs
        self.placed += sum(pause.after == behind(reading, gap) for gap, pause in pairs)
        self.sided += rightly_sided(pairs)
        self.heard_sided += rightly_sided(found_pauses(reading, told["heard and read"]))
        self.planted += len(reading.gaps)
        self.told += len(told["corrected"].pauses or ())
        pace, shown = told["heard"].pace, told["heard"].disfluency
        assert pace is not None
        assert shown is not None
        self.pace.append(pace.with_pauses / (60 * words_in(reading.text) / reading.seconds) - 1)
        self.fillers += len(shown.fillers)
        self.said_fillers += reading.fillers
        self.seconds += reading.seconds

    def lines(self) -> Iterator[str]:
        """The figures in words."""
        for way, values in self.off.items():
            within = sum(abs(value) <= 0.1 for value in values)
            yield (
                f"sections, {way}: {within} of {len(values)} within 10 % ({within / len(values):.1%}), "
                f"middle miss {statistics.median(map(abs, values)):.1%}, largest {max(map(abs, values)):.1%}; "
                f"{statistics.mean(self.shares[way]):.1%} of the time in the right section"
            )
        right = len(self.pairs)
        edges = [pause.seconds - gap.seconds for gap, pause in self.pairs]
        yield (
            f"pauses over 1 s: {right} right of {self.told} told and {self.planted} planted, "
            f"F1 {2 * right / (self.told + self.planted):.3f}; length off by {statistics.mean(edges) * 1000:+.0f} ms "
            f"on average, {max(map(abs, edges)) * 1000:.0f} ms at most"
        )
        yield f"behind the right word of the corrected text: {self.placed} of {right}"
        yield f"rightly inside or between sentences: {self.sided} corrected, {self.heard_sided} as heard, of {right}"
        near = sum(abs(one) <= 0.05 for one in self.pace)
        yield f"pace: within 5 % in {near} of {len(self.pace)} stories, {max(map(abs, self.pace)):.1%} off at most"
        yield f"fillers: {self.fillers} told of {self.said_fillers} said, a lower bound"


def rightly_sided(pairs: Sequence[tuple[Gap, Pause]]) -> int:
    """How many pauses are told inside a sentence where they are inside, and between two where between."""
    return sum(gap.inside != (pause.place == "between-sentences") for gap, pause in pairs)


def show(
    model: str,
    readings: dict[str, Reading],
    chosen: argparse.Namespace,
    reviewer: Reviewer,
    papers: dict[str, Review],
) -> None:
    tally = Tally()
    for name, reading in readings.items():
        prompt = HINT if chosen.hinted else None
        transcript = heard(reading, f"{chosen.seed}-{name}", model, chosen.kept, prompt)
        read = labelled(transcript.text, transcript, reviewer)
        ways: dict[str, tuple[str, Sequence[LabelledSentence]]] = {
            "corrected": (reading.text, given(reading)),
            "heard": (transcript.text, carried(reading, transcript.text)),
            "read": (reading.text, labelled(reading.text, transcript, reviewer)),
            "heard and read": (transcript.text, read),
            "followed": (transcript.text, following(transcript.text, read, papers[name])),
        }
        told = {way: measure(text, transcript, labels) for way, (text, labels) in ways.items()}
        tally.add(reading, told)
        if chosen.each:
            found = misses(reading, told["corrected"])
            print(name, {label: f"{miss:+.1%}" for label, miss in found.items()}, f"pace {tally.pace[-1]:+.1%}")
    print(f"\n{model}: {len(readings)} stories, {tally.seconds / 60:.1f} minutes")
    print(*(f"  {line}" for line in tally.lines()), sep="\n")


if __name__ == "__main__":
    main()
