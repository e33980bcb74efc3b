"""Texts that are out to get the parser."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import docx
import pytest

from starproof.core.document import Story
from starproof.errors import InputError, UsageError
from starproof.parse import parse, read
from tests.growth import assert_even, assert_under, seconds


@pytest.mark.parametrize(
    "text", ["# Situation\n" * 20_000, "- a\n" + "b\n" * 20_000], ids=["headings", "one long list item"]
)
def test_reading_takes_time_by_length_alone(text: str) -> None:
    def took(length: int) -> float:
        return seconds(lambda: parse(Story("s", text[:length])))

    took(1000)
    assert_even(took, len(text) // 10, len(text))


@pytest.mark.parametrize(
    "said",
    [
        "0x" + "f" * 6000,
        "9" * 6000,
        "!!timestamp soon",
        "!!bool perhaps",
        "!!binary x",
        "[Draft] The move",
        "[Draft]",
        "{a: b}",
        "007",
        "yes",
        "2024-01-01",
    ],
)
def test_front_matter_says_what_stands_in_it(said: str) -> None:
    (found,) = read(f"---\ntitle: {said}\n---\nI ran three teams.".encode())
    assert found.title is not None
    assert found.title in said
    assert found.quote(found.sentences[0].span) == "I ran three teams."


def test_front_matter_that_multiplies_itself_is_read_at_once() -> None:
    names = "abcdefghi"
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(names)
    )
    bytes_of_it = f"---\n{bomb}title: *i\n---\nI ran three teams.".encode()
    assert_under(2, lambda: read(bytes_of_it))
    (found,) = read(bytes_of_it)
    assert len(found.sentences) == 1


@pytest.mark.parametrize("text", [None, b"I ran three teams.", 3, ["I ran three teams."]])
def test_what_is_no_text_is_refused_by_its_kind(text: object) -> None:
    with pytest.raises(InputError, match=type(text).__name__):
        parse(Story("s", text))  # type: ignore[arg-type]


def test_a_register_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError, match="sung"):
        parse(Story("s", "I ran three teams.", register="sung"))  # type: ignore[arg-type]


def given(data: bytes, name: str = "story.md") -> list[str | None]:
    (found,) = read(data, name=name)
    return [sentence.given for sentence in found.sentences]


TOLD = ("We lost 3 dealers.", "I had to win them back.", "I called each.", "All came back.", "I call sooner now.")
PARTS = ["situation", "task", "action", "result", "reflection"]


@pytest.mark.parametrize(
    "names",
    [
        ("SITUATION", "TACHE", "ACTIONS", "RESULTATS", "LECONS APPRISES"),
        ("Situação", "Minha tarefa", "O que fiz", "Resultados", "Lições aprendidas"),
        ("Situación", "Tarea", "Acción", "Resultado", "Lecciones aprendidas"),
        ("Ausgangslage", "Meine Aufgabe", "Was ich getan habe", "Ergebnis", "Was ich gelernt habe"),
        ("**S**ituation", "**T**ask", "**A**ction", "**R**esult", "**L**earning"),
        ("🎯 Situation", "📋 Task", "🚀 Action", "📈 Result", "💡 Learning"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_headings_are_known_in_every_spelling(names: tuple[str, ...], form: Literal["NFC", "NFD"]) -> None:
    text = "\n\n".join(f"{name}: {words}" for name, words in zip(names, TOLD, strict=True))
    assert given(unicodedata.normalize(form, text).encode()) == PARTS


def table(rows: Sequence[Sequence[str]]) -> bytes:
    word, out = docx.Document(), io.BytesIO()
    made = word.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(made.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    word.save(out)
    return out.getvalue()


def test_a_word_table_of_sections_has_its_names_beside_or_above() -> None:
    names = ["Situation", "Task", "Action", "Result", "Learning"]
    assert given(table(list(zip(names, TOLD, strict=True))), "story.docx") == PARTS
    assert given(table([names, TOLD]), "story.docx") == PARTS


def test_words_of_a_table_in_a_table_are_read_once_and_paragraphs_stay_apart() -> None:
    word, out = docx.Document(), io.BytesIO()
    cell = word.add_table(1, 1).cell(0, 0)
    cell.text = "We lost 3 dealers."
    cell.add_paragraph("I called each.")
    cell.add_table(1, 1).cell(0, 0).text = "All came back."
    word.save(out)
    (found,) = read(out.getvalue(), name="story.docx")
    assert found.text == "We lost 3 dealers. I called each. All came back."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_subtitles_have_any_line_end_and_arrows_in_their_words(end: str) -> None:
    lines = [
        "1",
        "00:00:00,000 --> 00:00:04,000",
        "We moved",
        "from a --> b",
        "",
        "2",
        "00:00:04,000 --> 00:00:05,000",
        "Done.",
    ]
    (found,) = read(end.join(lines).encode(), name="told.srt")
    assert found.text == "We moved from a --> b Done."
