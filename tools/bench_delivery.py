"""Section seconds, pauses, pace and fillers against planted truth: ``python tools/bench_delivery.py``.

Ten punctuated stories of the training corpus, every so many-th, are read by espeak-ng sentence by sentence with
pauses of 1 to 4 s and fillers put in, and heard by the real engine with two models. Sections are measured four times:

- ``corrected``: the speaker has corrected the text to what was said; sections as the corpus has them. This measures
  times alone, through an edit.
- ``heard``: the text as the engine heard it; sections as the corpus has them, carried over word by word.
- ``read``: the corrected text; sections as starproof reads them. This adds what the labeller gets wrong.
- ``heard and read``: the text as heard; sections as starproof reads them. This is what a user sees who edits nothing.

What was heard is kept in a folder, so that a second run takes seconds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.practice.delivery.comparing import behind, carried, found_pauses, given, misses
from tests.practice.delivery.hearing import listen
from tests.practice.delivery.planting import Reading, planted

from starproof.core.document import Label, LabelledSentence, Story
from starproof.core.speech import Transcript
from starproof.engine import Reviewer
from starproof.parse import parse
from starproof.practice.delivery import Delivery, measure, timed
from starproof.speech.codec import as_dict, from_dict
from starproof.speech.whisper import KEEP_FILLERS
from starproof.timing.clock import words_in

CORPUS = Path(__file__).parents[1] / "corpus" / "train.jsonl"
MODELS = ("tiny.en", "base")
ENDS = (".", "?", "!")


def stories(count: int) -> Iterator[tuple[str, list[tuple[str, Label]]]]:
    """Every so many-th punctuated story: its id, and its sentences with their labels."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    told = [(row["id"], [(one["text"], one["label"]) for one in row["sentences"]]) for row in rows]
    ended = [one for one in told if sum(text.rstrip('"”’)').endswith(ENDS) for text, _ in one[1]) >= 0.9 * len(one[1])]
    return iter(ended[:: len(ended) // count][:count])


def heard(reading: Reading, name: str, model: str, kept: Path, prompt: str | None = None) -> Transcript:
    """What the model hears in a reading, from the folder where it has heard it before."""
    file = kept / f"{name}-{model}{'-prompted' * bool(prompt)}.json"
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
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--stories", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "starproof-delivery")
    arguments.add_argument("--prompted", action="store_true", help="with the words that keep fillers said beforehand")
    arguments.add_argument("--model", choices=MODELS, help="this model alone")
    arguments.add_argument("--each", action="store_true", help="print each story and each section that is missed")
    chosen = arguments.parse_args()
    chosen.kept.mkdir(parents=True, exist_ok=True)
    readings = {
        name: planted(sentences, seed=chosen.seed * 1000 + number)
        for number, (name, sentences) in enumerate(stories(chosen.stories))
    }
    reviewer = Reviewer()
    for model in (chosen.model,) if chosen.model else MODELS:
        show(model, readings, chosen, reviewer)


def show(model: str, readings: dict[str, Reading], chosen: argparse.Namespace, reviewer: Reviewer) -> None:
    prompt = KEEP_FILLERS if chosen.prompted else None
    off: dict[str, list[float]] = {}
    pace: list[float] = []
    edges: list[float] = []
    sided = heard_sided = right = planted_pauses = told_pauses = placed = fillers = said_fillers = 0
    for name, reading in readings.items():
        transcript = heard(reading, f"{chosen.seed}-{name}", model, chosen.kept, prompt)
        ways: dict[str, tuple[str, Sequence[LabelledSentence]]] = {
            "corrected": (reading.text, given(reading)),
            "heard": (transcript.text, carried(reading, transcript.text)),
            "read": (reading.text, labelled(reading.text, transcript, reviewer)),
            "heard and read": (transcript.text, labelled(transcript.text, transcript, reviewer)),
        }
        told: dict[str, Delivery] = {}
        for way, (text, labels) in ways.items():
            told[way] = measure(text, transcript, labels)
            found = misses(reading, told[way])
            off.setdefault(way, []).extend(found.values())
            if chosen.each and way == "corrected":
                print(name, {label: f"{miss:+.1%}" for label, miss in found.items()})
        overall = told["heard"].pace
        assert overall is not None
        truth = 60 * words_in(reading.text) / reading.seconds
        pace.append(overall.with_pauses / truth - 1)
        pairs = found_pauses(reading, told["corrected"])
        right += len(pairs)
        placed += sum(pause.after == behind(reading, gap) for gap, pause in pairs)
        edges += (pause.seconds - gap.seconds for gap, pause in pairs)
        sided += sum(gap.inside != (pause.place == "between-sentences") for gap, pause in pairs)
        heard_pairs = found_pauses(reading, told["heard and read"])
        heard_sided += sum(gap.inside != (pause.place == "between-sentences") for gap, pause in heard_pairs)
        planted_pauses += len(reading.gaps)
        told_pauses += len(told["corrected"].pauses or ())
        shown = told["heard"].disfluency
        fillers += len(shown.fillers) if shown else 0
        said_fillers += reading.fillers
        if chosen.each:
            print(f"  pace {pace[-1]:+.1%}, pauses {len(pairs)} of {len(reading.gaps)} in {told_pauses}")
    print(f"\n{model}: {len(readings)} stories, {sum(r.seconds for r in readings.values()) / 60:.1f} minutes")
    for way, values in off.items():
        within = sum(abs(value) <= 0.1 for value in values)
        print(
            f"  sections, {way}: {within} of {len(values)} within 10 % ({within / len(values):.1%}); "
            f"middle miss {statistics.median(map(abs, values)):.1%}, largest {max(map(abs, values)):.1%}"
        )
    print(
        f"  pauses over 1 s: {right} right of {told_pauses} told and {planted_pauses} planted, "
        f"F1 {2 * right / (told_pauses + planted_pauses):.3f}; behind the right word {placed} of {right}; "
        f"length off by {statistics.mean(edges) * 1000:+.0f} ms on average, "
        f"{max(map(abs, edges)) * 1000:.0f} ms at most"
    )
    print(
        f"  inside or between sentences: {sided} of {right} right in the corrected text, {heard_sided} in the heard one"
    )
    print(f"  pace: {max(map(abs, pace)):.1%} off at most; within 5 % in {sum(abs(p) <= 0.05 for p in pace)} stories")
    print(f"  fillers: {fillers} told of {said_fillers} said, a lower bound")


if __name__ == "__main__":
    main()
