"""The question above a story is no part of the story."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.core.document import Story
from starproof.guides import load_guide
from starproof.parse import parse
from starproof.understand.principles import rank_question

TOLD = "I run a bakery with nine people. I moved the ovens, and the queue fell from 11 minutes to 4."


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Tell me about a quarrel with your manager.", "Tell me about a quarrel with your manager."),
        ("What is the largest change you have led?", "What is the largest change you have led?"),
        ("**Describe a hard decision.**", "Describe a hard decision."),
        ("Interviewer: Tell me about a delay.", "Tell me about a delay."),
        ("Q: Tell me about a delay.", "Tell me about a delay."),
        ("Asked: tell me about a delay.", "Tell me about a delay."),
        ("Can you tell us about a time you were late?", "Can you tell us about a time you were late?"),
        ("Can you give an example of a loaf you refused?", "Can you give an example of a loaf you refused?"),
        ("Would you describe a delay you caused?", "Would you describe a delay you caused?"),
        ("Tell me about a delay. What did you learn?", "Tell me about a delay. What did you learn?"),
        ("“Give me an example of a project that slipped.”", "Give me an example of a project that slipped."),
        ("> Tell me about a time you failed.", "Tell me about a time you failed."),
        ('Interviewer: "Tell me about a delay."', "Tell me about a delay."),
        ("So Edda, walk me through a delay that you caused.", "Walk me through a delay that you caused."),
        ("“Hi Edda, thanks for coming. Tell me about a time you were late.”", "Tell me about a time you were late."),
        ("Okay, so, tell me about a delay.", "Tell me about a delay."),
        ("Interviewer: Right, Edda Holm, can you describe a delay?", "Can you describe a delay?"),
        ("Edda, what is the largest change you have led?", "What is the largest change you have led?"),
    ],
)
def test_a_first_line_that_puts_the_question_is_none_of_the_story(line: str, question: str) -> None:
    document = parse(Story("story", f"{line}\n\n{TOLD}"))
    assert document.question == question
    assert document.quote(document.sentences[0].span) == "I run a bakery with nine people."
    asked, bare = (Reviewer().review(text) for text in (f"{line}\n\n{TOLD}", TOLD))
    assert asked.timing.seconds == bare.timing.seconds


@pytest.mark.parametrize(
    "text",
    [
        "What is the use of an oven? I run a bakery with nine people, and I moved the ovens.",
        "Tell me about a delay. I run a bakery with nine people.",
        "Tell me about a delay.",
        f"“Can you tell me why my bread is cold?”\n\n{TOLD}",
        f"“Tell me about the ovens.”\n\n{TOLD}",
        f"Can you hear me?\n\n{TOLD}",
        "Interviewer: You said that it was slow. Yes, so I moved the ovens and it was fine.",
        "Interviewer: Tell me about a delay.\n\nI moved the ovens.\n\nInterviewer: And then?\n\nIt was fine.",
        f"{TOLD}\n\nTell me about a delay.",
        f"So Edda, the head of sales, told me about the ovens.\n\n{TOLD}",
        f"“So Edda, tell me about the ovens.”\n\n{TOLD}",
        f"Q. Fever had closed the bakery.\n\n{TOLD}",
    ],
)
def test_a_question_within_the_telling_or_alone_stays_where_it_is(text: str) -> None:
    assert parse(Story("story", text)).question is None


@pytest.mark.parametrize(
    "text",
    [
        f"Q. Can you tell me about a delay?\n\nA. {TOLD}",
        f"Q: Can you tell me about a delay?\n\nA: {TOLD}",
        f"**Q.** So Edda, can you tell me about a delay?\nA. {TOLD}",
        f"Q. Can you tell me about a delay?\n\nA. {TOLD}\n\nQ. And then?\n\nA. We baked on.",
    ],
)
def test_question_and_answer_marked_by_letters_are_no_list(text: str) -> None:
    document = parse(Story("story", text))
    assert document.question == "Can you tell me about a delay?"
    assert document.quote(document.sentences[0].span) == "I run a bakery with nine people."
    assert not any(sentence.bullet for sentence in document.sentences)
    asked = [document.quote(one.span) for one in document.sentences if one.given == "other"]
    assert asked == (["And then?"] if "And then" in text else [])


def test_letters_that_number_a_list_stay_a_list() -> None:
    document = parse(Story("story", "We had two ways out.\n\nA. Close the ovens.\n\nQ. Keep them.\n"))
    assert [sentence.bullet for sentence in document.sentences] == [False, True, True]


def test_a_name_before_the_question_says_nothing_of_what_it_asks_for() -> None:
    asked = "walk me through a time you had to push back on a promise that somebody else had made for you"
    principles = load_guide().principles
    assert rank_question(f"So Edda, {asked}.", principles) == rank_question(f"{asked.capitalize()}.", principles)


def test_a_second_question_above_a_story_is_asked_too_and_told_by_nobody() -> None:
    document = parse(Story("story", f"Tell me about a delay.\n\nWhat did you learn from it?\n\n{TOLD}"))
    assert document.question == "Tell me about a delay. What did you learn from it?"
    assert document.told == TOLD


def test_a_question_under_the_first_sentence_or_a_given_one_is_left_in_the_story() -> None:
    inside = f"Tell me about a delay.\n\n{TOLD}\n\nWhat did you learn from it?\n\nTo ask first."
    assert "What did you learn" in parse(Story("story", inside)).told
    given = parse(Story("story", f"---\nquestion: Tell me about a delay.\n---\n{TOLD}"))
    assert given.question == "Tell me about a delay."


@pytest.mark.parametrize("blank", ["", "   ", "\u3000", "\n"])
def test_a_question_of_blanks_is_none_and_hides_no_other(blank: str) -> None:
    assert parse(Story("story", TOLD, question=blank)).question is None
    above = parse(Story("story", f"Tell me about a delay.\n\n{TOLD}", question=blank, title=blank))
    assert (above.question, above.title) == ("Tell me about a delay.", None)
