"""Write the list of ordinary words that redaction tells names from: what this repository itself writes in lower case.

Spoken stories are left out, because names stand in lower case there, and so is a word that mostly has a capital inside
of sentences.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/starproof/bank/redaction/ordinary.txt"
_LOWER = re.compile(r"(?<![\w'’.@/-])[a-z]{2,}(?![\w@])")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_GLOBS = (
    "docs/**/*.md",
    "src/starproof/**/*.toml",
    "src/starproof/**/*.py",
    "corpus/*.toml",
    "corpus/*.md",
    "README.md",
)


def main() -> None:
    lower, capital = Counter[str](), Counter[str]()
    for text in _texts():
        lower.update(_LOWER.findall(text))
        capital.update(word.lower() for word in _INSIDE.findall(text))
    words = sorted(word for word, count in lower.items() if count >= capital[word])
    TARGET.write_text("\n".join(words) + "\n", encoding="ascii")
    print(f"{len(words):,} words: {TARGET.relative_to(ROOT)}")


def _texts() -> Iterator[str]:
    for path in (ROOT / "corpus/train.jsonl", *sorted((ROOT / "corpus/extra").glob("*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            if story.get("register") == "written" and "sentences" in story:
                yield " ".join(sentence["text"] for sentence in story["sentences"])
    for pattern in _GLOBS:
        for path in sorted(ROOT.glob(pattern)):
            if "bank/redaction" not in path.as_posix():
                yield path.read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
