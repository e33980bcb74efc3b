"""Headings of every usual form open their section; what merely looks like one does not."""

from __future__ import annotations

import pytest

from starproof.core.document import Document, Story
from starproof.parse import parse

TOLD = (
    "Our catalogue took four seconds.",
    "I had to bring it under one.",
    "I stopped the pilot and asked two leads.",
    "It takes half a second now.",
    "I learned to watch users first.",
)
STARR = ("situation", "task", "action", "result", "reflection")


def document(text: str) -> Document:
    return parse(Story("s", text))


def labels(text: str) -> list[str | None]:
    return [sentence.given for sentence in document(text).sentences]


def under(heads: tuple[str, ...], form: str) -> str:
    """One sentence under each heading, in a form with places for ``head`` and ``words``."""
    return "\n\n".join(form.format(head=head, words=words) for head, words in zip(heads, TOLD, strict=False))


FORMS = {
    "hash": "# {head}\n{words}",
    "deep-hash": "### {head} ###\n\n{words}",
    "bold-line": "**{head}**\n\n{words}",
    "bold-colon": "**{head}**: {words}",
    "bold-colon-inside": "**{head}:** {words}",
    "bold-dash": "**{head}** - {words}",
    "italic": "*{head}*\n{words}",
    "plain-colon": "{head}: {words}",
    "plain-line": "{head}:\n{words}",
    "bare-line": "{head}\n{words}",
    "plain-dash": "{head} - {words}",
    "underlined": "{head}\n-----\n{words}",
    "bracketed": "[{head}] {words}",
    "bullet": "- {head}: {words}",
    "timed": "**{head} (20 s)**\n{words}",
    "full-width": "{head}：{words}",
    "bold-alone": "**{head}** {words}",
    "table-row": "| {head} | {words} |",
    "bold-table-row": "| **{head}** | {words} |",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("case", [str.capitalize, str.upper], ids=["plain", "capitals"])
def test_the_five_sections_are_found_in_every_form(form: str, case: type[str]) -> None:
    assert labels(under(tuple(case(name) for name in STARR), form)) == list(STARR)


@pytest.mark.parametrize("number", ["1. ", "1) ", "I. ", "Step 1: ", "Part 1. "])
def test_numbered_headings_are_headings(number: str) -> None:
    text = under(tuple(number.replace("1", str(n)) + name for n, name in enumerate(STARR, 1)), "## {head}\n{words}")
    assert labels(text) == list(STARR)


SCHEMES = {
    "STAR": (("Situation", "Task", "Action", "Result"), STARR[:4]),
    "CAR": (("Challenge", "Action", "Result"), ("situation", "action", "result")),
    "SOAR": (("Situation", "Obstacle", "Action", "Result"), STARR[:4]),
    "CARL": (("Context", "Action", "Result", "Learning"), ("situation", "action", "result", "reflection")),
    "PAR": (("Problem", "Approach", "Outcome"), ("situation", "action", "result")),
    "letters": (("S", "T", "A", "R"), STARR[:4]),
    "STARR-letters": (("S", "T", "A", "R", "R"), STARR),
    "spread": (("S - Situation", "T - Task", "A - Action", "R - Result"), STARR[:4]),
    "situation-challenge": (("Situation", "Challenge", "Action", "Result"), STARR[:4]),
    "words": (("Background", "My role", "What I did", "Impact", "Lessons learned"), STARR),
    "german": (("Ausgangslage", "Aufgabe", "Vorgehen", "Ergebnis", "Lehre"), STARR),
    "spanish": (("Situación", "Tarea", "Acción", "Resultado", "Aprendizaje"), STARR),
    "french": (("Contexte", "Objectif", "Démarche", "Résultat", "Bilan"), STARR),
    "portuguese": (("Situação", "Tarefa", "Ação", "Resultado", "Aprendizado"), STARR),
    "japanese": (("状況", "課題", "行動", "結果", "学び"), STARR),
    "hebrew": (("מצב", "משימה", "פעולה", "תוצאה"), STARR[:4]),
    "russian": (("Ситуация", "Задача", "Действия", "Результат", "Вывод"), STARR),
}


@pytest.mark.parametrize(("heads", "wanted"), SCHEMES.values(), ids=SCHEMES)
@pytest.mark.parametrize("form", ["{head}: {words}", "**{head}:**\n{words}", "## {head}\n{words}"])
def test_every_scheme_names_its_sections(heads: tuple[str, ...], wanted: tuple[str, ...], form: str) -> None:
    if form.startswith("**") and len(heads[0]) == 1:
        form = "**{head}**: {words}"
    assert labels(under(heads, form)) == list(wanted)


@pytest.mark.parametrize(
    "form", ["({head}) {words}", "{head}) {words}", "{head}. {words}", "{head}\n{words}", "{head}\n- {words}"]
)
def test_single_letters_are_headings_in_company(form: str) -> None:
    assert labels(under(("S", "T", "A", "R"), form)) == list(STARR[:4])


def test_the_pipes_of_a_table_are_no_part_of_its_sentences() -> None:
    found = document("| Section | Text |\n|---|---|\n| Situation | Our tills stopped. |\n| Result | They work |")
    assert [found.quote(s.span) for s in found.sentences[1:]] == ["Our tills stopped.", "They work"]


def test_a_letter_alone_on_its_line_is_no_heading_without_company() -> None:
    found = document("Ward B moved first.\n\nA\n\nThe others followed in May.")
    assert found.headings == ()


def test_initials_of_names_are_no_headings() -> None:
    found = document("A. Smith wrote to me and I said no.\nC. Jones wrote to me too.\n**Action** films sell.")
    assert found.headings == ()


def test_a_title_and_other_headings_open_no_section_and_end_the_one_above() -> None:
    text = "# The catalogue\n\nWe had mechanics.\n\n## Result\n\nIt is fast.\n\n## Notes to self\n\nAsk for the date."
    found = document(text)
    assert found.title == "The catalogue"
    assert [heading.label for heading in found.headings] == [None, "result", None]
    assert labels(text) == [None, "result", None]


@pytest.mark.parametrize(
    "text",
    [
        "The result: we lost the dealer and I said so.",
        "Action was needed. Result was bad. I called the dealer.",
        "I told them: task first, blame later.",
        "a: we asked b: they answered",
    ],
)
def test_one_word_with_a_colon_in_running_text_is_no_heading(text: str) -> None:
    assert document(text).headings == ()


def test_a_question_above_the_answer_is_read_and_not_told() -> None:
    found = document(f"Question: Tell me about a failure.\nTitle: The index\n\n{TOLD[0]}")
    assert (found.question, found.title) == ("Tell me about a failure.", "The index")
    assert [found.quote(sentence.span) for sentence in found.sentences] == [TOLD[0]]


def test_what_the_interviewer_says_is_not_the_answer() -> None:
    text = f"Interviewer: What went wrong with it?\nCandidate: {TOLD[0]}\nInterviewer: And then?\nCandidate: {TOLD[2]}"
    found = document(text)
    assert [(found.quote(s.span), s.given) for s in found.sentences] == [
        ("What went wrong with it?", "other"),
        (TOLD[0], None),
        ("And then?", "other"),
        (TOLD[2], None),
    ]


def test_list_items_are_paragraphs_without_their_bullets() -> None:
    found = document(
        "Action:\n- I stopped the pilot.\n* I asked two leads.\n1. I rang the dealer.\nResult:\n• It is fast."
    )
    assert [found.quote(span) for span in found.paragraphs] == [
        "I stopped the pilot.",
        "I asked two leads.",
        "I rang the dealer.",
        "It is fast.",
    ]
    assert all(sentence.bullet for sentence in found.sentences)
    assert [sentence.given for sentence in found.sentences] == ["action"] * 3 + ["result"]


JOTTED = (
    "- problem: the tills stopped\n- I rang the vendor and took the shift off two people\n- result: nine hours to one"
)


@pytest.mark.parametrize(
    "text", [JOTTED, JOTTED.replace("- ", "").replace("\n", "\n\n")], ids=["bullets", "paragraphs"]
)
def test_a_heading_in_its_line_speaks_for_that_line_alone_where_nothing_is_headed_as_action(text: str) -> None:
    assert labels(text) == ["situation", None, "result"]


def test_a_heading_in_its_line_opens_a_section_where_the_action_has_its_own() -> None:
    text = "- problem: the tills stopped\n- on a Saturday\n- action: I rang the vendor\n- I stayed\n- result: they work"
    assert labels(text) == ["situation", "situation", "action", "action", "result"]


def test_a_heading_on_a_line_of_its_own_opens_a_section_without_an_action_too() -> None:
    text = "Problem:\n- the tills stopped\n- on a Saturday\n\nResult:\n- they work"
    assert labels(text) == ["situation", "situation", "result"]


def test_sections_headed_in_plain_questions_are_found() -> None:
    heads = ("Where we were", "What I had to do", "How I did it", "What came of it", "What I took from it")
    assert labels(under(heads, "{head}:\n{words}")) == list(STARR)


def test_headings_in_plain_words_for_what_was_asked_and_what_went_wrong_are_found() -> None:
    text = "What I had to do\n- cut it\n\nWhat I did\n- asked Ida\n\nWhat went badly\n- May"
    assert labels(text) == ["task", "action", "reflection"]


@pytest.mark.parametrize("heads", [("SIT", "TASK", "ACT", "RES", "LEARNED"), ("Sit", "Task", "Act", "Res", "Learnt")])
def test_sections_headed_by_short_words_are_found(heads: tuple[str, ...]) -> None:
    assert labels(under(heads, "{head}\n{words}")) == list(STARR)


def test_the_same_words_in_a_sentence_are_no_headings() -> None:
    assert labels("Sit with me, he said.\n\nI learned a lot from it.\n\nAsked: both leads.") == [None] * 3
