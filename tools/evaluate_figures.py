"""How well derived figures and impacts are read: prints precision, recall, coverage and impact.

FILE holds texts (``text``, or ``sentences``) with ``claims`` and ``annual_impact_usd``; where it is not given,
``corpus/figures-unseen.jsonl``, which training never sees. Precision and recall are of figures called wrong; coverage
the share of annotated claims with the right verdict; shown is the share of annotated ones in the right sums that people
are shown (``Claim.likely``), and who annotated a text may have passed over some; the F1 of quantities is over the texts
that have theirs annotated.

``--judged`` reads all stories in ``corpus/extra`` and holds what is said of their sums against ``corpus/sums``: how
many of the sums judged there are still said, how many of those rightly, and which accusations nobody has judged yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from figure_texts import ROOT, extra_texts, joined, judged, lines, touches, verdict_at
from options import parser

from starproof.core.document import Document, Story
from starproof.core.facts import Claim, Quantity
from starproof.extract.claims import claims
from starproof.extract.money.impact import impact
from starproof.extract.quantities import quantities
from starproof.parse.story import parse
from starproof.scoring.alignment import mates, same_value, untold
from starproof.understand.labels import label


def read(text: str) -> tuple[Document, tuple[Quantity, ...], tuple[Claim, ...]]:
    """A text with its figures and claims."""
    document = parse(Story("text", text))
    spans = [sentence.span for sentence in document.sentences]
    figures = quantities(document.text, within=spans)
    return document, figures, claims(document.text, figures, spans)


def count(story: Mapping[str, Any]) -> Counter[str]:
    """What one text adds to the totals."""
    document, figures, found = read(story.get("text") or joined(story["sentences"]))
    said = [claim for claim in found if claim.verdict == "inconsistent" and "claims" not in untold(story)]
    golds = story["claims"]
    wrong = [gold for gold in golds if gold["verdict"] == "inconsistent"]
    shown = [
        claim for claim in found if claim.verdict == "consistent" and claim.likely and "claims" not in untold(story)
    ]
    told = impact(document.text, figures, label(document), sums=found)
    gold_usd, usd = story.get("annual_impact_usd"), None if told is None else told.annual_usd
    near = usd is gold_usd if usd is None or gold_usd is None else abs(usd - gold_usd) <= 0.1 * abs(gold_usd)
    told_figures = story.get("quantities") or []
    return Counter(
        figures=len(told_figures) + len(figures) * bool(told_figures), read=2 * len(alike(told_figures, figures)),
        texts=int("annual_impact_usd" in story), impact=int(near), said=len(said), wrong=len(wrong),
        all=len(golds), shown=len(shown), meant=sum(any(verdict_at([one], gold) for gold in golds) for one in shown),
        hits=sum(verdict_at(said, gold) for gold in wrong), covered=sum(verdict_at(found, gold) for gold in golds),
    )  # fmt: skip


def alike(golds: Sequence[Mapping[str, Any]], figures: Sequence[Quantity]) -> list[Mapping[str, Any]]:
    """The annotated quantities that are read with their kind and value, and money and percents with their unit."""
    found = [{**asdict(figure), "start": figure.span.start, "end": figure.span.end} for figure in figures]
    return [gold for gold, mate in mates(golds, found, same=same_value) if mate is not None]


def tell_judged() -> None:
    """Print how the sums that were judged one by one fare now."""
    records, total, new = judged(), Counter[str](), list[str]()
    for identifier, text in extra_texts().items():
        mine = [record for record in records if record["id"] == identifier]
        for claim in read(text)[2]:
            known = [record for record in mine if touches(claim, record)]
            same = next((record for record in known if record["said"] == claim.verdict), None)
            if same is not None:
                total.update([claim.verdict, f"{claim.verdict}, {same['verdict']}"])
            elif claim.verdict == "inconsistent":
                new.append(f"{identifier}: {claim.text}, but {claim.explanation}")
    for said in ("inconsistent", "consistent"):
        once = sum(record["said"] == said for record in records)
        print(f"said to be {said}: {once} once, {total[said]} now, of them {total[f'{said}, right']} rightly")
    print("not judged yet:", *(new or ["none"]), sep="\n  ")


def main() -> None:
    """Print a line for each measure."""
    asked = parser(__doc__)
    asked.add_argument("file", type=Path, nargs="?", metavar="FILE", default=ROOT / "corpus/figures-unseen.jsonl")
    asked.add_argument("--judged", action="store_true", help="hold what is said of sums against corpus/sums")
    given = asked.parse_args()
    if given.judged:
        tell_judged()
        return
    total: Counter[str] = Counter()
    for story in lines(given.file):
        total.update(count(story))
    for name, part, whole in (
        ("precision", "hits", "said"), ("recall", "hits", "wrong"), ("coverage", "covered", "all"),
        ("shown", "meant", "shown"), ("impact", "impact", "texts"), ("quantities", "read", "figures"),
    ):  # fmt: skip
        if total[whole]:
            print(f"{name:10} {total[part] / total[whole]:.3f}  ({total[part]} of {total[whole]})")


if __name__ == "__main__":
    main()
