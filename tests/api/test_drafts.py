"""Words that were being typed, and what a broken file makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from starproof.api.drafts import Drafts, Unsaved

MOMENT = "2026-03-31T09:30:00.000Z"


@pytest.mark.parametrize(
    "broken",
    [
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"story": "a", "text": 5, "revision": 1, "at": "x"}',
        b'{"story": "a", "text": "b", "revision": null, "at": "x"}',
    ],
)
def test_a_broken_draft_is_none_and_the_next_takes_its_place(tmp_path: Path, broken: bytes) -> None:
    drafts = Drafts.beside(tmp_path, "bank.db")
    words = Unsaved("a", "We had delays.", 1, MOMENT)
    drafts.keep(words)
    (file,) = drafts.folder.iterdir()
    file.write_bytes(broken)
    assert drafts.of("a") is None
    drafts.keep(words)
    assert drafts.of("a") == words
