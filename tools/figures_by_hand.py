"""How well derived figures are read in a voice that training did not hear: each hand is left out in turn.

For each hand, or those named, the weights are fitted to all other hands and tried on its texts; hands joined by a plus
are left out together. ``--without-sums`` leaves ``corpus/sums`` out of every fit: the difference is what it teaches.
Prints, by source: of figures called wrong the precision and recall, of annotated claims the coverage, and of the sums
that once came out by chance how many are still said. Takes some twenty seconds a hand, and a minute before the first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from figure_texts import CASES, Told, told, touches, verdict_at
from options import parser
from train_figures import Choice, choices, fitted

from starproof.core.document import Story
from starproof.core.facts import Claim
from starproof.core.keeping import forget
from starproof.extract.claims import claims
from starproof.extract.quantities import quantities
from starproof.extract.sums.weighing import weighed
from starproof.parse.story import parse

SUMS = ("claims", "unread", "planted", "short", "k29", "k30", "k31", "k32", "k33", "k34")


def read(story: Mapping[str, Any]) -> tuple[Claim, ...]:
    """The claims that the engine finds in a text."""
    document = parse(Story(story["id"], story["text"]))
    spans = [sentence.span for sentence in document.sentences]
    return claims(document.text, quantities(document.text, within=spans), spans)


def weigh_with(base: float, kept: Mapping[str, float]) -> None:
    """Let the engine use these weights."""
    book = weighed.sorted_out(base, kept)
    weighed._book = lambda: book  # type: ignore[assignment]
    weighed.weights.cache_clear()
    forget()


def count(one: Told) -> Counter[str]:
    """What one text adds to the totals of its source."""
    found, golds = read(one.story), one.story["claims"]
    said = [claim for claim in found if claim.verdict == "inconsistent"]
    if one.source == "planted":  # of the rest of the story nothing is known
        said = [claim for claim in said if any(touches(claim, gold) for gold in golds)]
    wrong = [gold for gold in golds if gold["verdict"] == "inconsistent"]
    total = Counter(
        said=len(said), wrong=len(wrong), all=len(golds), told=len(found),
        hits=sum(verdict_at(said, gold) for gold in wrong), covered=sum(verdict_at(found, gold) for gold in golds),
    )  # fmt: skip
    if one.source == "unread":
        known = [claim for claim in found if any(claim.span.start <= at < claim.span.end for at in one.story["only"])]
        total["chance"] = len(one.story["only"]) - len(golds)
        total["still"] = sum(not any(touches(claim, gold) for gold in golds) for claim in known)
    return total


def tried(hands: Sequence[str], *, without_sums: bool) -> Iterator[tuple[Told, Counter[str]]]:
    """Every text of these hands, read with weights that its hand had no part in."""
    texts = list(told())
    made: dict[int, list[Choice]] = {}
    for hand in hands or sorted({one.hand for one in texts} - {CASES}):
        chosen: list[Choice] = []
        for at, one in enumerate(texts):
            if one.hand not in hand.split("+") and not (without_sums and one.source in SUMS):
                if at not in made:
                    made[at] = list(choices(one.story, one.weight))
                chosen += made[at]
        weigh_with(*fitted(chosen))
        for one in texts:
            if one.hand in hand.split("+"):
                yield one, count(one)


def main() -> None:
    """Print a line for each source."""
    asked = parser(__doc__)
    asked.add_argument("hands", nargs="*", metavar="HAND[+HAND]", help="leave out these alone")
    asked.add_argument("--without-sums", action="store_true", help="fit without corpus/sums")
    given = asked.parse_args()
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, counted in tried(given.hands, without_sums=given.without_sums):
        totals[one.source].update(counted)
    for source, total in totals.items():
        parts = [
            f"{name} {total[part] / max(total[whole], 1):.3f} ({total[part]} of {total[whole]})"
            for name, part, whole in (
                ("precision", "hits", "said"), ("recall", "hits", "wrong"), ("coverage", "covered", "all"),
                ("by chance", "still", "chance"),
            )
            if total[whole]
        ]  # fmt: skip
        print(f"{source:8}", *parts, sep="  ")


if __name__ == "__main__":
    main()
