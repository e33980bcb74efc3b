"""How well derived figures and impacts are read: prints precision, recall, coverage and impact.

usage: evaluate_figures.py [FILE.jsonl]

FILE holds texts (``text``, or ``sentences``) with ``claims`` and ``annual_impact_usd``; where it is not given,
``corpus/figures-unseen.jsonl``, which training never sees. Precision and recall are of figures called wrong; coverage
the share of annotated claims with the right verdict.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from figure_texts import ROOT, joined, verdict_at

from starproof.core.document import Story
from starproof.extract.claims import claims
from starproof.extract.impact import impact
from starproof.extract.quantities import quantities
from starproof.parse.story import parse
from starproof.understand.labels import label


def count(story: Mapping[str, Any]) -> Counter[str]:
    """What one text adds to the totals."""
    document = parse(Story(story["id"], story.get("text") or joined(story["sentences"])))
    spans = [sentence.span for sentence in document.sentences]
    figures = quantities(document.text, within=spans)
    found = claims(document.text, figures, spans)
    said = [claim for claim in found if claim.verdict == "inconsistent"]
    wrong = [gold for gold in story["claims"] if gold["verdict"] == "inconsistent"]
    told = impact(document.text, figures, label(document), sums=found)
    gold_usd, usd = story["annual_impact_usd"], None if told is None else told.annual_usd
    near = usd is gold_usd if None in (usd, gold_usd) else abs(usd - gold_usd) <= 0.1 * abs(gold_usd)
    return Counter(
        texts=1, impact=int(near), said=len(said), wrong=len(wrong), all=len(story["claims"]),
        hits=sum(verdict_at(said, gold) for gold in wrong), covered=sum(verdict_at(found, g) for g in story["claims"]),
    )  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    """Print one line."""
    path = Path(arguments[0]) if arguments else ROOT / "corpus/figures-unseen.jsonl"
    total: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        total.update(count(json.loads(line)))
    for name, part, whole in (
        ("precision", "hits", "said"), ("recall", "hits", "wrong"), ("coverage", "covered", "all"),
        ("impact", "impact", "texts"),
    ):  # fmt: skip
        print(f"{name:10} {total[part] / max(total[whole], 1):.3f}  ({total[part]} of {total[whole]})")


if __name__ == "__main__":
    main(sys.argv[1:])
