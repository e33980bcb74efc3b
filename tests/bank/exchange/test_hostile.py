"""Hostile files: refused in words, never a crash, never a hang."""

from __future__ import annotations

import io
import os
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.bank.importing import Item, Skipped, gather, gather_bytes, sources
from starproof.bank.importing.walking import MOST_BYTES
from starproof.errors import InputError, StarproofError
from tests.growth import assert_under

NAMES = (
    "a.md",
    "a.txt",
    "a.docx",
    "a.csv",
    "a.tsv",
    "a.json",
    "a.jsonl",
    "a.srt",
    "a",
    "x 0123456789abcdef0123456789abcdef.md",
)
_pieces = st.sampled_from(
    [
        b"---\n", b"starproof: story/1\n", b"tags: [", b"&a *a", b": ", b"# ", b"\n\n", b"\r", b"Situation:", b"```\n",
        b'"', b",", b";", b"{", b"}", b"[", b"]", b'{"text": "x"}', b"\\u0000", b"\xff\xfe", b"\x00", b"PK\x03\x04",
        b"00:00:01,000 --> 00:00:02,000\n", b"text,title\n", b"numbers:\n  - figure: 5", b"\xef\xbb\xbf", b"sep=",
    ]
)  # fmt: skip


@settings(max_examples=400)
@given(
    st.sampled_from(NAMES),
    st.one_of(st.binary(max_size=400), st.lists(_pieces, max_size=30).map(b"".join)),
    st.booleans(),
)
def test_any_bytes_are_read_or_refused(name: str, data: bytes, alone: bool) -> None:
    found: list[object] = []
    with suppress(StarproofError):
        found += gather_bytes(data, name, principles={"ownership": "Ownership"}, alone=alone)
    assert all(isinstance(one, Item | Skipped) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "# " * 400_000,
        "\n#" * 200_000,
        "---\n" + "a: [" * 20_000 + "\n---\nx y z a b c",
        "---\na: &a [x]\n"
        + "".join(f"{c}: &{c} [*{p},*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
        + "---\nx",
        "[[" * 300_000,
        "#a" * 300_000,
        '"' * 500_001,
        "a,text\n" + '"' * 300_001,
        "**" * 300_000,
        "=\n" * 200_000,
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.csv", "a.json"])
def test_long_repetitions_take_no_longer_than_their_length(text: str, name: str) -> None:
    def gathered() -> None:
        with suppress(InputError):
            list(gather_bytes(text.encode(), name, principles={}))

    assert_under(8, gathered)


def test_a_zip_bomb_in_a_word_document_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b" " * 60_000_000)
    with pytest.raises(InputError, match="unpacks to") as caught:
        list(gather_bytes(out.getvalue(), "a.docx", principles={}))
    assert caught.value.code == "E-IMP-011"


def test_a_file_that_is_far_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "big.md").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    ((found,),) = gather(sources([tmp_path]), principles={})
    assert isinstance(found, Skipped)
    assert found.code == "E-IMP-003"


def test_a_pipe_is_passed_over_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    ((found,),) = gather(sources([tmp_path]), principles={})
    assert isinstance(found, Skipped)
    with pytest.raises(InputError, match="neither a file nor a folder"):
        sources([tmp_path / "pipe.md"])


def test_a_file_whose_name_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text("Five words are enough here.")
    ((found,),) = gather(sources([tmp_path]), principles={})
    assert isinstance(found, Item)
    assert found.draft.source is not None
    found.draft.source.encode()


def test_a_text_that_is_too_long_for_a_story_is_refused_by_its_length() -> None:
    (found,) = gather_bytes(b"word " * 250_000, "a.md", principles={})
    assert isinstance(found, Skipped)
    assert found.code == "E-IMP-012"


@pytest.mark.parametrize("depth", [50, 500, 900, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_json_that_is_nested_deeply_is_read_or_refused(depth: int, opening: str, closing: str) -> None:
    value = opening * depth + "1" + closing * depth
    for field in ("foo", "tags", "uses", "numbers", "versions", "title"):
        for name in ("a.json", "a.jsonl"):
            with suppress(StarproofError):
                list(gather_bytes(f'{{"text": "x y", "{field}": {value}}}'.encode(), name, principles={}))
