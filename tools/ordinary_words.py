"""Write the list of ordinary words that redaction tells names from: what this repository itself writes in lower case.

A word that mostly has a capital inside of sentences is left out. Names stand in lower case in spoken stories, so a word
that only those have counts when three of them share it and no text gives it a capital.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from options import no_options

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/starproof/bank/redaction/ordinary.txt"
_LOWER = re.compile(r"(?<![\w'’.@/-])[a-z]{2,}(?![\w@])")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
SHARED = 3
"""Spoken stories that a word of theirs alone must be in."""
_GLOBS = (
    "docs/**/*.md",
    "src/starproof/**/*.toml",
    "src/starproof/**/*.py",
    "corpus/*.toml",
    "corpus/*.md",
    "README.md",
)


def main() -> None:
    no_options(__doc__)
    lower, capital, spoken = Counter[str](), Counter[str](), Counter[str]()
    for text, written in _texts():
        if written:
            lower.update(_LOWER.findall(text))
        else:
            spoken.update(set(_LOWER.findall(text)))
        capital.update(word.lower() for word in _INSIDE.findall(text))
    words = {word for word, count in lower.items() if count >= capital[word]}
    words |= {word for word, count in spoken.items() if count >= SHARED and not capital[word]}
    TARGET.write_text("\n".join(sorted(words)) + "\n", encoding="ascii")
    print(f"{len(words):,} words: {TARGET.relative_to(ROOT)}")


def _texts() -> Iterator[tuple[str, bool]]:
    """Each text, and whether it is written."""
    for path in (ROOT / "corpus/train.jsonl", *sorted((ROOT / "corpus/extra").glob("*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            if "sentences" in story:
                text = " ".join(sentence["text"] for sentence in story["sentences"])
                yield text, story.get("register") == "written"
    for pattern in _GLOBS:
        for path in sorted(ROOT.glob(pattern)):
            if "bank/redaction" not in path.as_posix():
                yield path.read_text(encoding="utf-8"), True


if __name__ == "__main__":
    main()
