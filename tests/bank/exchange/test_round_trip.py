"""Stories that are exported and imported again are the same, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.bank.exporting import as_json_lines, as_markdown, file_names, write_folder
from starproof.bank.importing import Item, gather, gather_bytes, sources
from starproof.core.bank import Draft, Use
from starproof.core.document import Provenance

HOSTILE = (
    "We had a plan.\r\nThen\r\nwe had none.\r\n",
    "trailing spaces  \nand a tab\t\n",
    "---\ntitle: not mine\n---\nThe story begins with what looks like front matter.",
    "A line\n---\nand a ruler\n...\nand dots",
    "---\nstarproof: story/1\n---\nlooks like an export",
    "no line end",
    "many line ends\n\n\n\n",
    "\n\n  begins with blank lines",
    "lone\rcarriage returns\r",
    "קראתי את הסיפור \u202eלאט\u202c 🙂 e\u0301 \U0001f469\u200d\U0001f680",
    "\ufeffa mark at the start",
    "line\u2028separator\u2029and\x85next line\x0bvertical\x0cform",
    "---",
    "# Title\n\n**Situation**: x\n\nTask: y",
    '{"text": "json"}',
    "\x01\x02 control \x7f",
    "tags: [a, b]\nid: other\n",
)
_words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40)
_drafts = st.builds(
    Draft,
    text=st.one_of(st.sampled_from(HOSTILE), _words),
    id=st.none() | _words,
    title=st.none() | _words,
    question=st.none() | _words,
    principle=st.none() | _words,
    principles=st.lists(_words, max_size=3).map(tuple),
    tags=st.lists(_words, max_size=3).map(tuple),
    notes=st.just("") | _words,
    register=st.sampled_from([None, "written", "spoken"]),
    provenance=st.lists(
        st.builds(Provenance, _words, st.sampled_from(["measured", "told"]), st.none() | _words), max_size=2
    ).map(tuple),
    versions=st.dictionaries(st.sampled_from([2, 3, 4]), _words, max_size=3),
    happened=st.sampled_from([None, "2025", "2025-03", "2025-03-31"]),
    uses=st.lists(st.builds(Use, st.just("2026-01-02"), st.none() | _words, note=_words), max_size=2).map(tuple),
    archived=st.booleans(),
    source=st.none() | _words,
)


def _read(data: bytes, name: str) -> list[Draft]:
    found = list(gather_bytes(data, name, principles={}))
    assert all(isinstance(one, Item) for one in found), found
    return [one.draft for one in found if isinstance(one, Item)]


@given(_drafts)
def test_a_story_written_as_markdown_reads_back_the_same(draft: Draft) -> None:
    assert _read(as_markdown(draft).encode(), "story.md") == [draft]


@given(st.lists(_drafts, min_size=1, max_size=4))
def test_stories_written_as_json_lines_read_back_the_same(drafts: list[Draft]) -> None:
    blank = [draft for draft in drafts if draft.text.strip()]
    if blank:
        assert _read(as_json_lines(blank).encode(), "stories.jsonl") == blank


def test_a_thousand_stories_come_back_byte_by_byte_from_a_folder(tmp_path: Path) -> None:
    drafts = [
        Draft(f"{HOSTILE[n % len(HOSTILE)]} {n}", id=f"s{n}", title=f"Story {n % 40}", tags=("x",)) for n in range(1000)
    ]
    names = file_names(drafts, ending=".md")
    write_folder(tmp_path / "out", {n: as_markdown(d).encode() for n, d in zip(names, drafts, strict=True)})
    found = [one for file in gather(sources([tmp_path / "out"]), principles={}) for one in file]
    texts = {one.draft.id: one.draft.text.encode() for one in found if isinstance(one, Item)}
    assert texts == {draft.id: draft.text.encode() for draft in drafts}


def test_an_export_whose_line_ends_an_editor_changed_is_still_read() -> None:
    data = as_markdown(Draft("One line\nand another", id="x", tags=("a",))).replace("\n", "\r\n").encode()
    assert _read(data, "x.md") == [Draft("One line\r\nand another", id="x", tags=("a",))]


@pytest.mark.parametrize(
    "ending", ["", "id: [", "numbers: 5", "uses:\n  - company: x", "versions:\n  '9': x", "tags: x"]
)
def test_a_broken_export_is_skipped_with_a_reason_and_never_read_as_something_else(ending: str, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(f"---\nstarproof: story/1\n{ending}\n" + ("---\nx" if ending else ""))
    ((found,),) = gather(sources([tmp_path]), principles={})
    assert not isinstance(found, Item)
    assert str(found.code).startswith("E-IMP-")


def test_file_names_are_safe_and_each_but_once() -> None:
    titles = ["A/B: c?", "a b c", "CON", "..", "", "é" * 300, "שלום", "A B C", "x\x00\n\u202ey"]
    names = file_names([Draft("x", title=title) for title in titles], ending=".md")
    assert len({name.casefold() for name in names}) == len(titles)
    assert all(len(name.encode()) < 200 and name[0] not in ".-" and "/" not in name for name in names)
    assert names[2] == "story-con.md"
