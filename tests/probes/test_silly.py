"""No question that the story answers, nor one that nobody would ask of these words."""

from __future__ import annotations

from starproof.engine import Reviewer
from starproof.probes.answered import is_told
from starproof.probes.candidate import Sight
from starproof.probes.judgement import decisions
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
