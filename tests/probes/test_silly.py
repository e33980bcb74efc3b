"""No question that the story answers, nor one that nobody would ask of these words."""

from __future__ import annotations

import pytest

from starproof.core.context import StoryContext
from starproof.engine import Reviewer
from starproof.extract.teller.ended import still_stands
from starproof.extract.teller.whose import has_happened
from starproof.probes.answered import is_told
from starproof.probes.candidate import Sight
from starproof.probes.given import is_given
from starproof.probes.happening import befell
from starproof.probes.judgement import decisions, disagreements
from starproof.probes.quarrels import has_argument
from tests.level.telling import hear
from tests.probes.stories import seen

SCENE = (
    "I run the meals service of our county with six people. Every school ordered by fax, and half of the meals went "
    "to the wrong place. I was responsible for the service. I asked two of my people to try it at three schools. "
    "{deed} The head of catering was against it. {end}"
)
END = "Wrong meals went from 60 a week to 2."


def questions(*, deed: str = "", end: str = END) -> str:
    return " ".join(one.question for one in Reviewer().review(SCENE.format(deed=deed, end=end)).probes)


def test_a_share_told_from_what_to_what_is_not_asked_for_it() -> None:
    assert "from how much to how much" not in questions(end="The waste went from a third to a twentieth.")
    assert "from how much to how much" in questions(end="The waste has gone down by 70%.")


def test_what_the_outcome_counts_is_no_hardest_moment() -> None:
    asked = "what did you tell your team and your manager, and when?"
    assert f"wrong meals a week”: {asked}" not in questions(end="We have 2 wrong meals a week. Before it was 60.")
    assert "we lost a whole delivery of 300 meals" in questions(deed="In May we lost a whole delivery of 300 meals.")


def test_what_somebody_was_to_do_is_no_hardest_moment() -> None:
    told = questions(deed="I asked the night driver, who knew the roads, to write down every stop for two weeks.")
    assert "write down every stop for two weeks”: what did you tell" not in told


def context_of(**told: str) -> StoryContext:
    return seen(Reviewer().review(SCENE.format(**{"deed": "", "end": END, **told})))


@pytest.mark.parametrize(
    ("end", "stands"), [("The head of catering has held his word.", False), ("The form has held for two years.", True)]
)
def test_a_word_that_somebody_has_held_needs_nothing_to_keep_it_in_place(end: str, stands: bool) -> None:
    context = context_of(end=f"{END} {end}")
    assert any(still_stands(context, one) for one in context.facts.of("lasted")) is stands


@pytest.mark.parametrize(
    ("deed", "happened"),
    [("The answers were embarrassingly specific.", False), ("It was a great embarrassment before all heads.", True)],
)
def test_how_very_much_something_is_so_is_no_setback(deed: str, happened: bool) -> None:
    context = context_of(deed=deed)
    found = [one for one in context.facts.of("setback") if "embarrass" in context.document.quote(one.span)]
    assert any(has_happened(context, one) for one in found) is happened


@pytest.mark.parametrize(
    ("end", "asked"), [("I have been overruled twice since.", False), ("My director overruled me on the vans.", True)]
)
def test_nobody_is_asked_how_one_settled_what_one_has_lost_twice_since(end: str, asked: bool) -> None:
    found = disagreements(Sight.of(context_of(end=f"{END} {end}")))
    assert any("overruled" in one.question for one in found) is asked


@pytest.mark.parametrize(
    ("end", "asked"),
    [("- overrules 19% -> 11% & most of those right", False), ("My director overruled me on 11% of the vans.", True)],
)
def test_nobody_is_asked_how_one_settled_what_the_outcome_counts(end: str, asked: bool) -> None:
    found = disagreements(Sight.of(context_of(end=f"{END} {end}")))
    assert any("overrule" in one.question for one in found) is asked


@pytest.mark.parametrize(
    ("deed", "befallen"),
    [
        ("I picked the fax because the app would be the same mess.", False),
        ("The first week was a mess.", True),
    ],
)
def test_the_reason_of_a_choice_is_no_hardest_moment(deed: str, befallen: bool) -> None:
    context = context_of(deed=deed)
    found = [one for one in context.facts.of("setback") if "mess" in context.document.quote(one.span)]
    assert any(befell(context, one) for one in found) is befallen


@pytest.mark.parametrize(("deed", "befallen"), [("I stopped the vans.", False), ("The vans broke down.", True)])
def test_weeks_that_a_choice_cost_are_its_price_and_no_trouble(deed: str, befallen: bool) -> None:
    context = context_of(deed=f"{deed} We lost seven weeks.")
    found = [one for one in context.facts.of("setback") if "lost" in context.document.quote(one.span)]
    assert any(befell(context, one) for one in found) is befallen


def test_nothing_that_was_forced_on_the_teller_is_asked_about_as_their_fault() -> None:
    asked = "what did you see at the time that should have told you?"
    assert f"nobody forced it on me”: {asked}" not in questions(deed="I went there, and nobody forced it on me.")
    assert asked in questions(deed="Two schools got nothing in May, and that one is on me, for I had not asked them.")


@pytest.mark.parametrize(
    ("end", "given"),
    [
        ("The median delay on our eleven routes fell from 14 days to 3.", True),
        ("We had eleven late routes a week, where it had been 60.", False),
    ],
)
def test_of_how_many_something_is_told_is_given_and_nobody_measured_it(end: str, given: bool) -> None:
    context = context_of(end=end)
    index = next(i for i, one in enumerate(context.facts.quantities) if one.text.startswith("eleven"))
    assert is_given(context, index) is given


def test_nothing_keeps_a_promotion_in_place() -> None:
    asked = "what keeps it in place"
    assert f"promoted”: {asked}" not in questions(end=f"{END} The youngest of them has been promoted since.")
    assert asked in questions(end=f"{END} The new form has been in use since then.")


def test_a_choice_that_is_only_named_is_asked_about_by_what_it_is() -> None:
    def asked(action: str) -> str:
        text = f"**Task:** I ran the ovens.\n\n**Action:** {action}\n\n**Result:** Losses fell by June."
        return " ".join(one.question for one in decisions(Sight.of(seen(Reviewer().review(text)))))

    found = asked("- We bought used vans rather than wait for the new ones. Ugly. My call.")
    assert "rather than wait for the new ones”: why not the other way?" in found
    assert "“My call" not in found
    assert "“My call was that we drop the night bread for good”" in asked(
        "- It was late. My call was that we drop the night bread for good."
    )


def test_whoever_is_told_in_passing_is_told() -> None:
    def is_heard(then: str) -> bool:
        return is_told(hear(f"In May we lost a delivery. {then}"), 0)

    assert is_heard("That meant stopping two lines and telling the cooks that there was no more money.")
    assert not is_heard("That meant stopping two lines, and there was no telling when they would run.")


@pytest.mark.parametrize(
    "question", ["what would have made you give way?", "what was the best argument of the other side?"]
)
def test_what_the_teller_would_spare_others_is_a_reason_with_no_other_side(question: str) -> None:
    deed = "I told the drivers in person, because I would not have them read it from a list."
    assert f"read it from a list”: {question}" not in questions(deed=deed)
    deed = "Sales promised it to three schools, and I would not have it: I stopped the order in May."
    assert "would not have it" in questions(deed=deed) or "I stopped the order in May" in questions(deed=deed)


@pytest.mark.parametrize(
    ("deed", "asked"),
    [
        ("In May the versions disagreed about 300 meals.", False),
        ("In May two drivers disagreed about 300 meals.", True),
    ],
)
def test_things_that_do_not_tally_have_no_argument(deed: str, asked: bool) -> None:
    context = context_of(deed=deed)
    found = [
        one for one in context.facts.of("disagreement", "conflict") if "disagreed" in context.document.quote(one.span)
    ]
    assert any(has_argument(context, one) for one in found) is asked
