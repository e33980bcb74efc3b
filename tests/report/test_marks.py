"""Marks stand on the words that findings quote, wherever those begin, end, and overlap."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from starproof.core.results import Flag
from starproof.report.marks import Piece, notes_of, sheet_of
from tests.growth import assert_even, seconds
from tests.report.example import example_review
from tests.report.making import review_of

TEXT = "I ran three teams. We cut the time.\n\nI learned to ask first. It held."


def pieces(*spans: tuple[int, int]) -> list[Piece]:
    return [piece for block in sheet_of(review_of(TEXT, *spans)).blocks for piece in block.pieces]


def test_notes_are_numbered_in_the_order_of_the_text_and_absences_come_last() -> None:
    notes = notes_of(example_review())
    assert [note.number for note in notes] == [1, 2, 3, 4, 5]
    assert [note.code for note in notes] == ["COM604", "OWN301", "NUM201", "NUM204", "LDR505"]
    assert notes[-1].evidence == ()


def test_a_raised_flag_and_its_finding_are_one_note() -> None:
    flags = [note.flag for note in notes_of(example_review()) if note.flag]
    assert flags == ["blame", "no-follow-up"]


def test_flags_about_something_absent_are_numbered_after_all_that_the_story_shows() -> None:
    review = review_of(TEXT, (2, 11))
    found = replace(review.findings[0], code="STR101", name="missing-section", guide=None, evidence=())
    flag = Flag("no-follow-up", "raised", "warning", "It ends with the outcome.", (), None)
    told = replace(found, code="COM605", name="no-follow-up", guide="red_flags/no-follow-up", severity="error")
    notes = notes_of(replace(review, findings=(told, found), flags=(flag,)))
    assert [(note.number, note.code) for note in notes] == [(1, "STR101"), (2, "COM605")]


def test_overlapping_evidence_is_cut_where_the_marks_change() -> None:
    marked = [(piece.text, piece.notes, piece.ends) for piece in pieces((2, 11), (6, 17)) if piece.notes]
    assert marked == [("ran ", (1,), ()), ("three", (1, 2), (1,)), (" teams", (2,), (2,))]


def test_evidence_across_paragraphs_is_marked_in_each_and_numbered_once_at_its_end() -> None:
    found = pieces((6, 50))
    assert "".join(piece.text for piece in found if piece.notes) == "three teams.We cut the time.I learned to "
    assert [piece.ends for piece in found if piece.ends] == [(1,)]


def test_empty_evidence_gets_its_number_and_no_mark() -> None:
    found = pieces((6, 6))
    assert [piece.notes for piece in found if piece.notes] == []
    assert [piece.ends for piece in found if piece.ends] == [(1,)]


def test_a_note_stands_where_its_main_evidence_is_though_what_it_rests_on_came_before() -> None:
    review = review_of(TEXT, (61, 69), (42, 49))
    main, ground = (finding.evidence[0] for finding in review.findings)
    finding = replace(review.findings[0], evidence=(main, ground))
    (block,) = [b for b in sheet_of(replace(review, findings=(finding,)), by_sentence=True).blocks if b.notes]
    assert block.span.of(TEXT) == "It held."
    firsts = [piece.text for piece in block.pieces if piece.firsts]
    assert firsts == [main.quote.strip()]


def test_several_quotes_of_one_finding_are_one_home_for_its_note() -> None:
    sheet = sheet_of(example_review())
    assert sorted(note.number for block in sheet.blocks for note in block.notes) == [1, 2, 3, 4]
    assert [note.number for note in sheet.loose] == [5]


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple), max_size=8))
def test_any_evidence_leaves_the_words_whole_and_every_note_once(spans: list[tuple[int, int]]) -> None:
    sheet = sheet_of(review_of(TEXT, *spans))
    for block in sheet.blocks:
        assert "".join(piece.text for piece in block.pieces) == block.span.of(TEXT)
    homed = [note.number for block in sheet.blocks for note in block.notes]
    loose = [note.number for note in sheet.loose]
    assert sorted(homed + loose) == list(range(1, len(spans) + 1))
    firsts = [number for block in sheet.blocks for piece in block.pieces for number in piece.firsts]
    assert sorted(firsts) == sorted(homed)


def test_a_story_without_sections_is_shown_whole() -> None:
    review = review_of("?!", sentences=(), sections=())
    assert [block.label for block in sheet_of(review).blocks] == ["other"]


def test_long_texts_with_many_marks_take_linear_time() -> None:
    def took(times: int) -> float:
        review = review_of("We cut it a lot. " * times, every=2)
        return seconds(lambda: sheet_of(review))

    assert_even(took, 1500, 6000)
