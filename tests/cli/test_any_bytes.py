"""Whatever bytes a file holds, a command reads it or says why not, and what it takes it keeps to the letter."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.running import here

PIECES = (
    b"", b" ", b"\n\n", b"\r\n", b"\r", b"\t", b"\x00", b"\x0b\x0c", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"---\n", b"---\ntitle: The till\n---\n", b"tags: [a\n", b"numbers:\n  - figure: 3\n", b"&a [*a]\n",
    b"# Situation\n", b"**Result:** ", b"> " * 60, b"- " * 60, b"```\n", b"| a | b |\n| - | - |\n| 1 | 2% |\n",
    b"<script>alert(1)</script>", b"\x1b[31m", b'{"text": "I ran it."}\n', b'{"text": 3}', b"[" * 99,
    b"1\n00:00:01,000 --> 00:00:02,000\nI ran it.\n\n", b"WEBVTT\n\n", b"PK\x03\x04", b"%PDF-",
    "\u202e\u2028\u0085".encode(), "שלום עולם ".encode(), "👩‍👩‍👧 ".encode(), "１２３％ ٣٤٥ ½ ".encode(),
    b"9" * 300, b"1," * 100, b"$1.2M/yr ", b"one hundred and " * 30, b"a" * 2000,
    b"I ran three teams. In April I cut the wait from 4 seconds to 1.2 seconds. I learned to ask first. ",
)  # fmt: skip
NAMES = st.sampled_from(
    [f"story{ending}" for ending in ("", ".md", ".txt", ".docx", ".srt", ".vtt", ".json", ".jsonl")]
)
BYTES = st.lists(st.sampled_from(PIECES) | st.binary(max_size=40), max_size=8).map(b"".join)
READERS = [
    ("review", "FILE", "--format", "json"),
    ("review", "FILE", "--format", "html"),
    ("review", "FILE"),
    ("numbers", "FILE", "FILE"),
    ("story", "import", "FILE", "--dry-run"),
    ("coverage", "FILE"),
    ("guide", "check", "FILE"),
    ("guide", "compile", "FILE"),
    ("plan", "FILE"),
    ("evaluate", "FILE"),
]


@pytest.mark.parametrize("command", READERS, ids=" ".join)
@given(name=NAMES, data=BYTES)
@settings(max_examples=30)
def test_a_file_is_read_or_refused_with_a_reason(command: tuple[str, ...], name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        ran = here(*(str(file) if word == "FILE" else word for word in command), stdin=b"")
    assert ran.code in (0, 2), ran.err
    assert ran.code == 0 or ran.err.strip()
    assert "Traceback" not in ran.out + ran.err
    assert "SYS001" not in ran.out


@given(text=st.text(max_size=60))
@settings(max_examples=25)
def test_a_text_that_a_bank_takes_comes_back_to_the_letter(text: str) -> None:
    story = f"I ran three teams and moved two engineers to the till.\r\n{text}"
    with tempfile.TemporaryDirectory() as folder:
        bank = ("--bank", f"{folder}/bank.db")
        added = here("story", "add", "-", "--id", "x", *bank, stdin=story.encode())
        if added.code == 0:
            shown = json.loads(here("story", "show", "x", "--format", "json", *bank, stdin=b"").out)
            assert shown["text"] == story
    assert added.code == 0 or (added.code == 2 and "E-INP-003" in added.err), added.err
    assert "Traceback" not in added.err
