"""Whose a mistake, a quarrel, a choice or a setback is, before the teller is asked about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.engine import Reviewer
from starproof.extract.teller.fitting import fits
from starproof.extract.teller.owning import is_mistake
from starproof.extract.teller.quarrels import has_other_side, is_answered, is_feeling
from starproof.extract.teller.whose import has_happened, is_choice, is_of_a_thing, is_of_before, is_ours, is_real
from starproof.extract.text.around import clause
from tests.probes.stories import seen

REVIEWER = Reviewer()


def holds(verdict: Callable[[StoryContext, Signal], bool], kind: str, action: str) -> bool:
    """Whether the verdict holds of the first words of this kind in a sentence of the action."""
    review = REVIEWER.review(f"**Task:** I ran the ovens.\n\n**Action:** {action}\n\n**Result:** Losses fell by June.")
    context = seen(review)
    found = [s for s in context.facts.of(kind) if context.labels[s.sentence].label == "action"]
    assert found, (
        kind,
        {kind: [s.span.of(context.document.text) for s in v] for kind, v in context.facts.signals.items()},
    )
    return verdict(context, found[0])


@pytest.mark.parametrize(
    ("action", "other_side"),
    [
        ("The head baker was furious with me about the new ovens.", True),
        ("My director disagreed with the plan.", True),
        ("The head baker didn't believe me.", True),
        ("The head baker took that badly.", True),
        ("I closed the oven, although my director wanted it open for the feast.", True),
        ("The head baker didnae believe me.", True),
        ("He didn't want to be a senior engineer.", False),
        ("She didn't speak to me for two days.", False),
        ("With three bakers in the room, they could veto every oven.", False),
        ("You've got to argue each of them with the board.", False),
        ("My lead saw it in May, but I didn't want to hear it.", False),
        ("The bakers were asleep, so I didn't want to disturb them.", False),
        ("I didn't want to ship the oven like that.", True),
        ("parents angry, lots of calls about the bread", False),
        ("The parents were angry with me about the new ovens.", True),
    ],
)
def test_only_somebody_elses_objection_has_another_side(action: str, other_side: bool) -> None:
    assert holds(has_other_side, "disagreement", action) is other_side


@pytest.mark.parametrize(
    ("action", "mistake"),
    [
        ("I should have asked the drivers first.", True),
        ("I lost a public promise.", False),
        ("Hal still says that I should have asked him.", False),
    ],
)
def test_a_loss_is_no_mistake(action: str, mistake: bool) -> None:
    assert holds(is_mistake, "mistake", action) is mistake


@pytest.mark.parametrize(
    ("action", "ours"),
    [
        ("I decided to stop the night run.", True),
        ("Ilka, my oldest baker, decided that we stop the night run.", False),
        ("Decided to stop the night run.", True),
        ("The owner decided to stop the night run.", False),
    ],
)
def test_a_choice_is_the_tellers_where_nobody_else_makes_it(action: str, ours: bool) -> None:
    assert holds(is_ours, "decision", action) is ours


def test_what_was_asked_or_might_have_been_is_no_setback() -> None:
    review = REVIEWER.review("She asked whether the rollout had failed. It failed. It would have failed in May.")
    context = seen(review)
    asked, real, never = (sentence.span for sentence in context.labels)
    assert not is_real(context, clause(context, asked))
    assert is_real(context, clause(context, real))
    assert not is_real(context, clause(context, never))


def test_an_earlier_time_is_not_the_tellers_setback() -> None:
    assert holds(is_of_before, "setback", "We had all read of the last rollout, which had failed in the first week.")
    assert not holds(is_of_before, "setback", "The rollout failed in the first week.")


@pytest.mark.parametrize(
    ("action", "choice"),
    [
        ("I decided to stop the night run.", True),
        ("We agreed on ten weeks.", False),
        ("The owner decided to stop the night run.", False),
    ],
)
def test_an_agreement_is_made_by_two_and_is_no_choice_of_the_tellers(action: str, choice: bool) -> None:
    assert holds(is_choice, "decision", action) is choice


@pytest.mark.parametrize(
    ("result", "thing"),
    [
        ("The rota is still in place two years later.", True),
        ("Each is still in place two years later.", True),
        ("This rota is still in place two years later.", True),
        ("Every oven has it, and it is still in place two years later.", True),
        ("Here is what is still in place two years later.", False),
        ("Nadia still runs the rota two years later.", False),
        ("Nadia is a lead now, and it is still so two years later.", False),
        ("He is still there two years later.", False),
        ("The software we have not bought to this day.", False),
        ("The rota came back two years later.", False),
        ("Since then when I ask for it I still do it two years later.", False),
        ("12 of them are still here two years later.", False),
        ("Since then, um, I still do it two years later.", False),
    ],
)
def test_only_a_thing_is_kept_in_place(result: str, thing: bool) -> None:
    review = REVIEWER.review(f"**Task:** I ran the ovens.\n\n**Action:** I moved the rota.\n\n**Result:** {result}")
    context = seen(review)
    assert is_of_a_thing(context, context.facts.of("lasted")[0]) is thing


@pytest.mark.parametrize(
    ("action", "feeling", "answered"),
    [
        ("The head baker was not amused.", True, False),
        ("The head baker was not amused, and I told him that I would do the same again.", True, True),
        ("The head baker was furious. I went to the baker with a plan.", True, True),
        ("I closed the north oven, which annoyed the union.", True, False),
        ("The head baker was upset because I had moved the ovens.", False, False),
    ],
)
def test_a_mood_holds_no_argument_and_may_have_been_answered(action: str, feeling: bool, answered: bool) -> None:
    assert holds(is_feeling, "disagreement", action) is feeling
    assert not feeling or holds(is_answered, "disagreement", action) is answered


def test_what_somebody_was_asked_or_said_of_the_teller_is_no_choice_of_the_tellers() -> None:
    assert not holds(is_choice, "decision", "We asked them what they would need to see to let the night run go.")
    assert not holds(is_choice, "decision", "She said that I decided to stop the night run.")


def test_what_was_kept_from_going_wrong_did_not_happen() -> None:
    assert not holds(has_happened, "setback", "I read the list each night so that nothing could go wrong.")
    assert holds(has_happened, "setback", "In the first week it went wrong.")


@pytest.mark.parametrize(
    ("action", "happened"),
    [
        ("For five weeks it was, actually, fine.", False),
        ("For five weeks they were quiet.", False),
        ("For five weeks it was not good.", True),
        ("For five weeks it crashed every night.", True),
    ],
)
def test_what_went_well_is_no_setback(action: str, *, happened: bool) -> None:
    assert holds(has_happened, "setback", action) is happened


def test_a_filler_makes_no_clause_long_enough_to_be_quoted() -> None:
    for result in ("More came back.", "More, sort of, came back."):
        review = REVIEWER.review(f"**Task:** I ran the ovens.\n\n**Action:** I asked two.\n\n**Result:** {result}")
        context = seen(review)
        assert not any(
            fits(context, one) for found in context.facts.signals.values() for one in found if one.sentence > 1
        )


@pytest.mark.parametrize(
    ("action", "chosen"),
    [
        ("The director let me make the call.", False),
        ("I made the call.", True),
        ("I invited both to write down what would make them stop the project.", False),
        ("I decided to stop the project.", True),
    ],
)
def test_the_right_to_choose_and_what_would_bring_others_to_it_are_no_choice(action: str, chosen: bool) -> None:
    assert holds(is_choice, "decision", action) is chosen


def test_what_somebody_foretells_has_not_happened() -> None:
    assert not holds(has_happened, "setback", "The head baker said that a delay would lose the deal.")
    assert holds(has_happened, "setback", "The head baker said that the delay lost the deal.")


def test_a_refusal_told_as_over_is_one_of_before() -> None:
    assert holds(is_of_before, "disagreement", "Two teams moved onto it, which they'd refused for two years.")
    assert not holds(is_of_before, "disagreement", "Two teams stood by it, and they refused for two years.")


def test_a_quarrel_that_was_not_begun_has_no_other_side() -> None:
    assert not holds(has_other_side, "conflict", "Rather than argue, I invited both to try the oven.")
    assert holds(has_other_side, "conflict", "We had to argue, and I invited both to try the oven.")
