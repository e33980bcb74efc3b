"""How far further annotators agree on stories that nothing was trained on, beside how far the engine does.

``corpus/second`` holds what further annotators read blind, by the annotation guide alone: of each story the labels of
its sentences, level, largest impact a year, principle and the next likely one. Prints for each of them, and for the
engine, the measures against the annotation in ``corpus``: what the engine lacks to their agreement can still be
learned, and what they lack themselves cannot be measured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from figure_texts import ROOT, lines
from options import no_options

from starproof.api.reviewing import make_reviewer
from starproof.api.scoring import review_corpus
from starproof.scoring.against import as_review
from starproof.scoring.score import score

CORPUS = ROOT / "corpus"
Item = dict[str, Any]
REGISTERS = ("written", "spoken")


def reread(story: Item, reading: Mapping[str, Any]) -> Item:
    """What a second annotator read of a story, in the shape of a review."""
    sentences = [{**old, "label": new} for old, new in zip(story["sentences"], reading["labels"], strict=True)]
    told = {key: reading[key] for key in ("level", "annual_impact_usd", "principle")}
    return {
        **as_review({**story, **told, "sentences": sentences}),
        "principles": [{"id": reading["principle"]}, {"id": reading["second"]}],
    }


def told(stories: Sequence[Item], reviews: Mapping[str, Item]) -> str:
    """The measures of one reader on a line."""
    whole = score(stories, reviews)
    parts = {name: [story for story in stories if story["register"] == name] for name in REGISTERS}
    labels = [f"{score(part, reviews)['sentences']['macro_f1']:.3f}" for part in parts.values() if part]
    level, principle = whole["level"], whole["principle"]
    return (
        f"labels {' / '.join(labels)}  level {level['accuracy']:.3f} / {level['kappa']:.3f}  "
        f"impact {whole['impact']['accuracy']:.3f}  principle {principle['top1']:.3f} / {principle['top2']:.3f}"
    )


def main() -> None:
    """Print a line for each reader of each file."""
    no_options(__doc__)
    reviewer = make_reviewer()
    seen: dict[str, list[Item]] = {}
    for path in sorted((CORPUS / "second").glob("*.jsonl")):
        corpus = path.stem.rpartition("-")[0]
        if corpus not in seen:
            seen[corpus] = list(lines(CORPUS / f"{corpus}.jsonl"))
            print(f"{corpus}, the engine: {told(seen[corpus], review_corpus(seen[corpus], reviewer=reviewer))}")
        second = {reading["id"]: reading for reading in lines(path)}
        theirs = {story["id"]: reread(story, second[story["id"]]) for story in seen[corpus]}
        print(f"{path.stem}: {told(seen[corpus], theirs)}")


if __name__ == "__main__":
    main()
