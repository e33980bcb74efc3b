"""What several judgements ask of one story is answered once, and of each story by itself."""

from __future__ import annotations

from starproof.core.context import StoryContext, once
from tests.level.telling import hear

FERRY = "I run the ferry desk with nine clerks. I moved the tickets to the gate, and queues fell from 40 minutes to 12."
BAKERY = "I run two ovens at a bakery. I gave each of them an owner, and burnt loaves fell from 110 a night to 44."


def test_a_question_is_answered_once_a_story_and_word() -> None:
    asked: list[str] = []

    @once
    def holds(context: StoryContext, word: str) -> bool:
        asked.append(word)
        return word in context.document.text

    ferry, bakery = hear(FERRY), hear(BAKERY)
    assert [holds(ferry, "gate"), holds(ferry, "ovens"), holds(bakery, "ovens"), holds(bakery, "gate")] == [
        True,
        False,
        True,
        False,
    ]
    assert [holds(ferry, "ovens"), holds(ferry, "gate"), holds(bakery, "gate")] == [False, True, False]
    assert asked == ["gate", "ovens", "ovens", "gate"]


def test_no_answer_is_an_answer_too() -> None:
    asked: list[StoryContext] = []

    @once
    def nothing(context: StoryContext) -> None:
        asked.append(context)

    @once
    def also_nothing(context: StoryContext) -> None:
        asked.append(context)

    ferry = hear(FERRY)
    for _ in range(3):
        nothing(ferry)
        also_nothing(ferry)
    assert len(asked) == 2
