"""Say how many of the names marked in ``tests/bank/exchange/names.toml`` redaction replaces, and which it misses.

Each text is redacted alone, so that no name is known from another text. A mention counts as found where none of its
words with a capital, or in speech none of its words at all, is left at its place. With ``--sums`` it also says how many
sums of the training stories survive.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from options import parser

from starproof.bank.redaction import redact
from starproof.bank.redaction.book import Passage
from starproof.bank.redaction.mentions import Names
from starproof.bank.redaction.names import find_names
from starproof.bank.redaction.patterns import patterned
from starproof.core.bank import Draft
from starproof.core.document import Story
from starproof.extract.claims import claims
from starproof.extract.quantities import quantities
from starproof.parse import parse

ROOT = Path(__file__).parent.parent
MARKED = ROOT / "tests/bank/exchange/names.toml"
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Measured:
    """One text: its style, the names in it, those missed, and what was replaced though no name."""

    style: str
    names: tuple[str, ...]
    missed: tuple[str, ...]
    extra: tuple[str, ...]


def measure(path: Path = MARKED) -> list[Measured]:
    """Redact each text of the file and hold it against its marks."""
    texts = tomllib.loads(path.read_text(encoding="utf-8"))["text"]
    return [_measured(" ".join(one["says"].split(" ")), one["style"]) for one in texts]


def recall(results: Sequence[Measured], *styles: str) -> float:
    """The share of names that were replaced."""
    chosen = [one for one in results if one.style in styles]
    names = sum(len(one.names) for one in chosen)
    return 1 - sum(len(one.missed) for one in chosen) / names


def _measured(marked: str, style: str) -> Measured:
    text, names = _unmarked(marked)
    replaced = _replaced(text)
    missed = [text[a:b] for a, b in names if not _covered(text, a, b, replaced)]
    extra = [text[a:b] for a, b in replaced if not any(a < end and start < b for start, end in names)]
    return Measured(style, tuple(text[a:b] for a, b in names), tuple(missed), tuple(extra))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    parts, names, at, size = [], [], 0, 0
    for found in _BRACES.finditer(marked):
        parts += [marked[at : found.start()], found.group(1)]
        size += found.start() - at
        names.append((size, size + len(found.group(1))))
        size += len(found.group(1))
        at = found.end()
    return "".join([*parts, marked[at:]]), names


def _replaced(text: str) -> list[tuple[int, int]]:
    passage = Passage(0, "text", text)
    mentions = [(one.start, one.end) for one in Names(find_names([passage])).mentions(passage)]
    return [*mentions, *((start, end) for start, end, _ in patterned(text))]


def _covered(text: str, start: int, end: int, replaced: Sequence[tuple[int, int]]) -> bool:
    """Whether every telling word of a name lies inside of what was replaced; titles and links between may stay."""
    words = [word for word in re.finditer(r"[^\W_]+", text[start:end]) if word.group().lower() not in _MAY_STAY]
    return all(any(a <= start + word.start() and start + word.end() <= b for a, b in replaced) for word in words)


_MAY_STAY = frozenset("dr mrs mr ms captain lady team s".split())


def main() -> int:
    asked = parser(__doc__)
    asked.add_argument("--sums", action="store_true", help="also say how many sums of the training stories survive")
    sums = asked.parse_args().sums
    results = measure()
    for style in ("written", "notes", "spoken"):
        chosen = [one for one in results if one.style == style]
        names = sum(len(one.names) for one in chosen)
        missed = Counter(name for one in chosen for name in one.missed)
        extra = Counter(word for one in chosen for word in one.extra)
        print(f"{style:8} {len(chosen):3} texts  {names:3} names  recall {recall(results, style):.3f}")
        print(f"         missed: {', '.join(missed) or 'none'}")
        print(f"         replaced though no name: {', '.join(extra) or 'none'}")
    drafts = [
        Draft(" ".join(_BRACES.sub(r"\1", one["says"]).split())) for one in tomllib.loads(MARKED.read_text())["text"]
    ]
    together = redact(drafts)
    print(f"all      {len(drafts):3} texts together: {len(together.survivors)} left by the second look")
    if sums:
        held, all_ = sums_held()
        print(f"sums     {held} of {all_} that hold in the training stories hold in the copy")
    return 0


def sums_held() -> tuple[int, int]:
    """Of the sums in the training stories that the engine can check and that hold, how many hold in the copy."""
    lines = (ROOT / "corpus/train.jsonl").read_text(encoding="utf-8").splitlines()
    drafts = [Draft(" ".join(one["text"] for one in json.loads(line)["sentences"])) for line in lines]
    copies = redact(drafts).drafts
    pairs = [(_holding(draft.text), _holding(copy.text)) for draft, copy in zip(drafts, copies, strict=True)]
    return sum(min(before, after) for before, after in pairs), sum(before for before, _ in pairs)


def _holding(text: str) -> int:
    sentences = [sentence.span for sentence in parse(Story("story", text)).sentences]
    return sum(claim.verdict == "consistent" for claim in claims(text, quantities(text), sentences))


if __name__ == "__main__":
    sys.exit(main())
