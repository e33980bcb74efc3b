"""The reason of a choice, by a word for it or beside it without one."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.extract.decisions.choices import choices
from starproof.extract.decisions.reasons import is_reasoned
from tests.probes.stories import seen

REVIEWER = Reviewer()


def reasoned(action: str) -> bool:
    review = REVIEWER.review(f"**Task:** I ran the ovens.\n\n**Action:** {action}\n\n**Result:** Losses fell by June.")
    context = seen(review)
    return any(is_reasoned(context, choice) for choice in choices(context.document, context.labels))


@pytest.mark.parametrize(
    "action",
    [
        "I stopped the router because it was late.",
        "I stopped the router: it saved minutes, and the trucks cost days.",
        "I stopped the router; its users were retiring.",
        "I stopped the router. It was good work, but the trucks cost days.",
        "The trucks cost days, so that nobody had bread. I stopped the router.",
        "I stopped the router. I said, we don't need a faster one, we need bread in the shop by six.",
        "I stopped the router. I thought that the bakers could not learn it before Easter.",
        "I stopped the router and the bell to make the date.",
        "To make the date we must have bread, I said to the crew. To keep it I stopped the router.",
        "I stopped the router. I told him the truth, that nobody used it.",
        "I stopped the router. It would have meant doing it again in spring.",
        "I stopped the router. We'd have been bound to it for three years.",
        "I stopped the router. Nobody would have eaten before noon.",
        "I stopped the router. I say we need bread in the shop by six.",
        "I stopped the router. I replied that a gamble in spring would be the larger one.",
        "I stopped the router. I argued that we, um, didnae need a faster one.",
        "What we found, it was not the trucks. I stopped the router.",
        "I asked the drivers, and it turned out that they were paid by the stop. I stopped the router.",
        "It's not a software problem. I stopped the router.",
        "A new router has the same map, so the new one would be late too. I stopped the router.",
    ],
)
def test_a_reason_beside_a_choice_is_heard_with_and_without_a_word_for_it(action: str) -> None:
    assert reasoned(action)


@pytest.mark.parametrize(
    "action",
    [
        "I stopped the router. Then I asked for bread.",
        "It turned out fine. I stopped the router.",
        "It was not a big oven. I stopped the router.",
        "What we found the bakers liked. I stopped the router.",
        "I stopped the router, and so on we went.",
        "I stopped three things: the router, the board and the bell.",
        "I stopped the router. I liked it, but I was tired.",
        "I stopped the router. I said no to the crew as well.",
        "I refused the crew their plea to keep the router.",
        "I stopped the router. Then I went to give the crew bread.",
    ],
)
def test_what_merely_stands_beside_a_choice_is_no_reason(action: str) -> None:
    assert not reasoned(action)


@pytest.mark.parametrize(
    "action",
    [
        "I stopped the router. There was a slot at the mill I didn't want to lose.",
        "I refused the trial. If I am honest I liked being the one who is asked last.",
        "I was afraid that they would walk out before Easter. So I stopped the router.",
    ],
)
def test_what_moved_the_teller_is_a_reason(action: str) -> None:
    assert reasoned(action)


@pytest.mark.parametrize(
    "action",
    [
        "I stopped the router. They didn't want to lose the slot.",
        "I refused the trial. The bakers liked being asked last.",
        "I stopped the router. I did not want to do it on a Friday.",
    ],
)
def test_what_moved_others_is_none(action: str) -> None:
    assert not reasoned(action)


@pytest.mark.parametrize(
    "action",
    [
        "I stopped the router. I would have liked to ask.",
        "I stopped the router. They would have preferred the old one.",
    ],
)
def test_what_somebody_would_have_liked_is_no_reason(action: str) -> None:
    assert not reasoned(action)


@pytest.mark.parametrize(
    ("action", "why"),
    [
        ("Our own data from nine ovens showed the burner failing at night. I stopped the router.", True),
        ("A trial had shown that nobody used it. I stopped the router.", True),
        ("I stopped the router: over the air, reversible, but slower.", True),
        ("ran a test with 600 bakers: 58% burnt it. I stopped the router.", True),
        ("I stopped the router. One oven beat it in a trial.", True),
        ("ran a test with 600 bakers: all came. I stopped the router.", False),
        ("Our own data from nine ovens arrived late. I stopped the router.", False),
        ("The data showed up in May. I stopped the router.", False),
        ("I stopped the router: all nine of them.", False),
    ],
)
def test_what_figures_show_and_what_is_weighed_behind_a_colon_is_a_reason(action: str, why: bool) -> None:
    assert reasoned(action) is why


def test_a_reason_of_notes_may_stand_two_items_before_the_choice() -> None:
    notes = "- asked legal, because the label misleads\n- went home\n- I stopped the router"
    told = f"**Task:** I ran the ovens.\n\n**Action:**\n{notes}\n\n**Result:** Losses fell by June."
    for text, why in ((told, True), (told.replace("\n- ", ". "), False)):
        context = seen(REVIEWER.review(text))
        found = choices(context.document, context.labels)
        assert any(is_reasoned(context, choice) for choice in found) is why
