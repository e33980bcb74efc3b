"""The README's picture is a drawing that fetches nothing."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

PICTURE = Path(__file__).parents[2] / "docs" / "_static" / "review.svg"


def test_the_picture_is_well_formed_and_fetches_nothing() -> None:
    text = PICTURE.read_text(encoding="utf-8")
    words = "".join(ElementTree.fromstring(text).itertext()).replace("\N{NO-BREAK SPACE}", " ")
    assert "The catalogue nobody waited for" in words
    assert "does not add up" in words
    assert re.findall(r"(?:href|src)\s*=|@import|url\((?!#)", text) == []
