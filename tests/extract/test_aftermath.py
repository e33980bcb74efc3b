"""What a choice cost, told as what came of it, and only soon after the choice."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.extract.decisions.aftermath import aftermath
from starproof.extract.decisions.choices import choices
from tests.probes.stories import seen

REVIEWER = Reviewer()


def cost(action: str) -> list[str]:
    review = REVIEWER.review(f"**Task:** I ran the ovens.\n\n**Action:** {action}\n\n**Result:** Losses fell by June.")
    context = seen(review)
    chosen = choices(context.document, context.labels)
    return [context.document.quote(span) for span in aftermath(context, chosen)]


@pytest.mark.parametrize(
    "behind",
    [
        "The bakers of the other shop got theirs eight weeks later, and they were angry.",
        "The new counter slipped five weeks, and its foreman was angry with me.",
        "We had spent $620,000 on it by then.",
        "I let down the baker who had warned me.",
        "He was pretty annoyed, for a few weeks.",
        "He is pretty annoyed, for a few weeks.",
        "The foreman wasnae, you know, happy.",
        "Ivo has not quite forgiven me.",
        "We lost seven weeks.",
        "We refunded thirteen of them.",
        "Two of the bakers left within a month.",
        "Three left, and one of them was my best.",
        "One of my leads asked to move.",
        "It stood for fourteen hours.",
        "The counter was late by two quarters.",
        "We baked on. It was June. The sun shone. Nobody spoke of it. Then one of the bakers resigned.",
    ],
)
def test_what_came_of_a_choice_is_its_price(behind: str) -> None:
    assert cost(f"I stopped the third oven. {behind}")


@pytest.mark.parametrize(
    "action",
    [
        "I stopped the third oven. I was angry.",
        "We lost seven weeks. I stopped the third oven.",
        "I stopped the third oven. Three weeks later I asked for flour.",
        "I stopped the third oven. I have not forgiven myself.",
        "I stopped the third oven. It stood for everything that was wrong.",
        "I stopped the third oven. Two left the tray at the door.",
        "I stopped the third oven. I knew that two of them would leave.",
        "I stopped the third oven. Two bakers asked to move the date.",
        "I stopped the third oven. Nobody left, and three stayed longer.",
        "Two of the bakers left within a month. I stopped the third oven.",
        "The bakers were angry. I asked for flour. The new counter slipped five weeks.",
        "I stopped the third oven. We sold bread. It was June. The sun shone. Nobody came. They were angry.",
    ],
)
def test_a_mood_of_the_tellers_own_and_what_comes_without_a_choice_are_no_price(action: str) -> None:
    assert cost(action) == []


def test_what_is_granted_to_have_gone_down_soon_after_a_choice_is_its_price() -> None:
    assert cost("I stopped the counter. She said that it would cost us bread, and it did go down.")
    assert not cost("I stopped the counter. She said that it would cost us bread, and it did not.")
