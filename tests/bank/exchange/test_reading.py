"""What is read from the files that people have."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from starproof.bank.importing import Item, Skipped, gather, gather_bytes, sources
from starproof.bank.importing.found import Found
from starproof.core.bank import Draft
from starproof.errors import InputError

PRINCIPLES = {"ownership": "Ownership", "deliver-results": "Deliver Results", "hire-and-develop": "Hire and Develop"}
LONG = "We had a plan and nobody who believed in it, so I asked each of them what they would drop first. " * 5


def read(text: str | bytes, name: str = "stories.md", **options: object) -> list[Found]:
    data = text.encode() if isinstance(text, str) else text
    return list(gather_bytes(data, name, principles=PRINCIPLES, **options))  # type: ignore[arg-type]


def drafts(text: str | bytes, name: str = "stories.md", **options: object) -> list[Draft]:
    return [one.draft for one in read(text, name, **options) if isinstance(one, Item)]


def test_an_obsidian_note_gives_its_properties_and_tags_and_keeps_its_text() -> None:
    said = "tags: [loop, lead]\nprinciple: '[[Ownership]]'\ndate: 2024-05-03\ncompany: Foo"
    text = f"---\n{said}\n---\n\n{LONG}#deep/dive [[Tom]]\n"
    (draft,) = drafts(text, "notes/The move.md", alone=False)
    assert draft.text == f"{LONG}#deep/dive [[Tom]]\n"
    assert draft.tags == ("loop", "lead", "deep/dive")
    assert (draft.title, draft.principle, draft.happened) == ("The move", "ownership", "2024-05-03")
    assert draft.notes == "company: Foo"
    assert draft.source == "notes/The move.md"


def test_a_notion_page_gives_the_lines_under_its_title_and_loses_its_number() -> None:
    text = f"# The move\n\nStatus: Draft\nLeadership Principle: Hire and Develop the Best\nQuestion: Why?\n\n{LONG}"
    (draft,) = drafts(text, "Stories/The move 0123456789abcdef0123456789abcdef.md", alone=False)
    assert (draft.title, draft.principle, draft.question) == ("The move", "hire-and-develop", "Why?")
    assert draft.text == LONG
    assert draft.notes == "Status: Draft"


def test_the_table_beside_notion_pages_completes_them(tmp_path: Path) -> None:
    (tmp_path / "The move 0123456789abcdef0123456789abcdef.md").write_text(f"# The move\n\n{LONG}")
    (tmp_path / "Stories 0123456789abcdef0123456789abcdef.csv").write_text("Name,Tags,LP\nThe move,a;b,Ownership\n")
    found = [one for file in gather(sources([tmp_path]), principles=PRINCIPLES) for one in file]
    (item,) = found
    assert isinstance(item, Item)
    assert (item.draft.tags, item.draft.principle) == (("a", "b"), "ownership")


STAR = "\n".join(f"{{0}} {name}\n{LONG}\n" for name in ("Situation", "Task", "Action", "Result"))


def test_a_document_is_cut_at_the_headings_over_stories_and_never_at_sections() -> None:
    sections = STAR.format("####")
    text = f"# All of them\n\nIntro.\n\n## Ownership\n\n### The move\n{sections}\n### The outage\n{sections}"
    found = read(text)
    titles = [(one.draft.title, one.draft.principle, one.draft.source) for one in found if isinstance(one, Item)]
    assert titles == [
        ("The move", "ownership", "stories.md#The move"),
        ("The outage", "ownership", "stories.md#The outage"),
    ]
    assert all("Situation" in one.draft.text for one in found if isinstance(one, Item))
    assert [one.place for one in found if isinstance(one, Skipped)] == ["stories.md, line 1", "stories.md, line 5"]


@pytest.mark.parametrize("mark", ["**{}**", "{}:", "### {}"])
def test_one_story_with_sections_stays_whole(mark: str) -> None:
    sections = "\n\n".join(f"{mark.format(name)}\n\n{LONG}" for name in ("Situation", "Task", "Action", "Result"))
    assert len(drafts(f"# The move\n\n{sections}")) == 1


def test_titled_parts_of_a_note_in_a_folder_are_one_story_and_of_a_document_several() -> None:
    text = f"# The move\n\n## How it began\n\n{LONG}\n\n## The turn of it\n\n{LONG}"
    assert len(drafts(text, alone=False)) == 1
    assert [one.title for one in drafts(text)] == ["How it began", "The turn of it"]


def test_the_owner_says_where_to_cut() -> None:
    text = f"# First\n\n{LONG}\n\n# Second\n\n{LONG}"
    assert len(drafts(text, split="no")) == 1
    assert [one.title for one in drafts(text, split=1)] == ["First", "Second"]


def test_numbered_titles_in_bold_cut_too() -> None:
    parts = (f"{n}. **The {name}**\n\nSituation: {LONG}\n\nResult: x" for n, name in ((1, "move"), (2, "form")))
    text = "# Stories\n\n" + "\n\n".join(parts)
    assert [one.title for one in drafts(text)] == ["The move", "The form"]


def test_numbered_titles_without_markup_cut_too() -> None:
    parts = "\n\n".join(
        f"Story {n}: The {name}\n\nSituation: {LONG}\n\nResult: {LONG}" for n, name in ((1, "move"), (2, "form"))
    )
    assert [one.title for one in drafts(parts, "x.txt")] == ["The move", "The form"]


def test_headings_in_a_fence_cut_nothing() -> None:
    text = f"# First\n\n{LONG}\n\n```\n# Not a heading\n```\n\n{LONG}\n\n# Second\n\n{LONG}"
    assert [one.title for one in drafts(text)] == ["First", "Second"]


def test_a_word_document_is_cut_by_its_heading_styles() -> None:
    word = docx.Document()
    for title in ("The move", "The outage"):
        word.add_heading(title, level=1)
        for section in ("Situation", "Action"):
            word.add_heading(section, level=2)
            word.add_paragraph(LONG)
    out = io.BytesIO()
    word.save(out)
    assert [one.title for one in drafts(out.getvalue(), "stories.docx")] == ["The move", "The outage"]


@pytest.mark.parametrize(
    "table",
    [
        'Title,Story,LP\nA,"one\n""two"", three",Ownership\n',
        'title;text;Leadership Principle\nA;"one\n""two"", three";Ownership\n',
        '\ufeffName\tContent\tPrinciple\nA\t"one\n""two"", three"\townership\n',
        'sep=;\ntitle;body;lp\nA;"one\n""two"", three";OWNERSHIP\n',
    ],
)
def test_tables_are_read_whatever_separates_and_names_their_columns(table: str) -> None:
    (draft,) = drafts(table, "stories.csv")
    assert (draft.title, draft.text, draft.principle) == ("A", 'one\n"two", three', "ownership")
    assert draft.source == "stories.csv:A"


def test_a_table_of_sections_becomes_stories_with_headings() -> None:
    (draft,) = drafts("Title,Situation,Task,Action,Result,Rating\nA,s,t,a,r,5\n", "stories.csv")
    assert draft.text == "## Situation\n\ns\n\n## Task\n\nt\n\n## Action\n\na\n\n## Result\n\nr"
    assert draft.notes == "Rating: 5"


def test_columns_of_one_letter_are_sections_only_where_they_spell_a_framework() -> None:
    (draft,) = drafts("Title,S,T,A,R\nA,we stood,we were asked,we moved,it ran\n", "stories.csv")
    assert draft.text.startswith("## S\n\nwe stood")
    for names in ("a,b,c", "c,a,t", "r,a,t,s", "x,s,r"):
        with pytest.raises(InputError, match="No column"):
            read(f"{names}\n{','.join(['some words of it'] * len(names.split(',')))}\n", "x.csv")


@pytest.mark.parametrize("cell", ["yes", "42", "Ada Lovelace", "n/a", "no no no no", '"# x"'])
def test_a_row_of_a_word_or_two_is_left_out_with_the_reason(cell: str) -> None:
    found = read(f"title,text\nThe move,I moved the depot alone.\nOther,{cell}\n", "x.csv")
    assert [one.draft.title for one in found if isinstance(one, Item)] == ["The move"]
    (out,) = (one for one in found if isinstance(one, Skipped))
    assert (out.place, out.code) == ("x.csv, line 3", "E-IMP-019")
    assert "too short to be a story" in out.reason


def test_a_short_story_in_a_script_without_spaces_is_read() -> None:
    (draft,) = drafts("title,text\nA,我在面试中讲了这个故事。\n", "x.csv")
    assert draft.text.startswith("我在")


def test_a_column_called_story_beside_its_parts_is_the_title() -> None:
    (draft,) = drafts("Story,Situation,Result,2 min\nThe move,we stood,we moved,we did\n", "stories.csv")
    assert (draft.title, draft.versions) == ("The move", {2: "we did"})
    assert draft.text.startswith("## Situation")


def test_a_table_without_texts_names_the_columns_that_it_has() -> None:
    with pytest.raises(InputError, match=r"its columns are 'a', 'b'") as caught:
        read("a,b\n1,2\n", "stories.csv")
    assert caught.value.code == "E-IMP-009"


def test_a_bad_row_or_line_is_skipped_with_its_number_and_the_rest_is_read() -> None:
    rows = read("title,text\nA,I did it.\nB,two,three,four\nC,\nD,We did it.\n", "x.csv")
    assert [one.draft.title for one in rows if isinstance(one, Item)] == ["A", "D"]
    assert [one.place for one in rows if isinstance(one, Skipped)] == ["x.csv, line 3", "x.csv, line 4"]
    lines = read('{"text": "one"}\n{"text": \n\n{"text": 5}\n["x"]\n{"text": "\\ud800"}\n{"text": "two"}\n', "x.jsonl")
    assert [one.draft.text for one in lines if isinstance(one, Item)] == ["one", "two"]
    assert [one.place[-1] for one in lines if isinstance(one, Skipped)] == ["2", "4", "5", "6"]
    assert all(one.code and one.reason for one in lines if isinstance(one, Skipped))


def test_versions_and_uses_of_foreign_records_are_taken_and_odd_ones_said() -> None:
    odd = '"versions": {"2": "short", "9": "z"}, "uses": [{"on": "2026-01-01"}, 5], "principles": ["Magic"]'
    record = f'{{"text": "x", {odd}}}'
    (item,) = read(record, "x.json")
    assert isinstance(item, Item)
    assert item.draft.versions == {2: "short"}
    assert [use.on for use in item.draft.uses] == ["2026-01-01"]
    assert len(item.notes) == 3


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be", "utf-16"])
def test_other_encodings_are_read_with_a_note(encoding: str) -> None:
    text = f"Café in der Straße. {LONG}"
    (item,) = read(text.encode(encoding), "x.txt")
    assert isinstance(item, Item)
    assert item.draft.text == text
    assert item.notes


def test_what_is_no_story_is_skipped_and_said(tmp_path: Path) -> None:
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "index.md").write_text("[[One]] [[Two]]\n[Three](Three.md)")
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "binary.md").write_bytes(b"\x00\x01\x02\x03" * 9)
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04" + b"x" * 50)
    (tmp_path / "good.md").write_text(LONG)
    found = [one for file in gather(sources([tmp_path]), principles={}) for one in file]
    assert [one.place for one in found if isinstance(one, Item)] == ["good.md"]
    skipped = {one.place: one for one in found if isinstance(one, Skipped)}
    assert set(skipped) == {
        ".obsidian/", "sub/up/", "loop.md", "picture.png", "index.md", "empty.md", "binary.md", "bad.docx",
    }  # fmt: skip
    assert {name for name, one in skipped.items() if one.code} == {"loop.md", "empty.md", "binary.md", "bad.docx"}


@pytest.mark.parametrize(
    ("name", "code"), [("nothing", "E-IMP-001"), ("x\x00y", "E-IMP-001"), ("n" * 300, "E-IMP-002")]
)
def test_a_path_that_is_not_there_is_an_error(name: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        sources([tmp_path / name])
    assert caught.value.code == code
    assert caught.value.hint


def test_a_principle_that_the_guide_does_not_know_is_kept_as_a_tag() -> None:
    text = f"---\nprinciples: [Ownership, Think Big, frugality]\ntags: [loop, frugality]\n---\n{LONG}"
    (item,) = (one for one in read(text) if isinstance(one, Item))
    assert (item.draft.principles, item.draft.tags) == (("ownership",), ("loop", "frugality", "think-big"))
    assert "'Think Big' is no principle of the guide and is kept as a tag." in item.notes
