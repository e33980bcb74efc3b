"""No question asks for what the story tells, or rests on words that say something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.engine import Reviewer
from starproof.extract.teller.quarrels import is_feeling
from starproof.extract.teller.whose import has_happened, is_of_a_thing
from starproof.probes.candidate import Sight
from starproof.probes.judgement import decisions
from starproof.probes.verdicts import blamed
from starproof.probes.worth import of_worth
from tests.level.telling import hear
from tests.probes.stories import seen

REVIEWER = Reviewer()
HEAD = "**Situation:** The bakery was slow.\n\n**Task:** I ran the ovens.\n\n**Action:** I asked two leads."


def questions(result: str) -> str:
    review = REVIEWER.review(f"{HEAD}\n\n**Result:** {result}")
    return "\n".join(probe.question for probe in review.probes)


def test_nobody_measured_what_follows_from_two_sums() -> None:
    assert "who measured it" not in questions(
        "The client signed for $520,000 a year, 30% more than the $400,000 before."
    )
    assert "who measured it" in questions("Losses fell by 30%.")


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Ilka, one of my leads, is now calm. Ilka has not greeted me since.", False),
        ("The list has still held.", True),
        ("The old oven is still running.", False),
        ("The new oven is still running.", True),
        ("Nadia now leads the night shift. Nadia is still here.", False),
        ("These are still in use. That has still held.", True),
    ],
)
def test_a_grudge_is_no_practice_that_lasts(words: str, thing: bool) -> None:
    context = seen(REVIEWER.review(f"{HEAD}\n\n**Result:** {words}"))
    lasting = context.facts.of("lasted")
    assert lasting
    assert is_of_a_thing(context, lasting[-1]) is thing


@pytest.mark.parametrize(
    ("words", "happened"), [("The oven must not fall over on Monday.", False), ("The oven fell over on Monday.", True)]
)
def test_what_must_not_happen_has_not(words: str, happened: bool) -> None:
    context = seen(REVIEWER.review(f"{HEAD} {words}\n\n**Result:** It held."))
    setbacks = context.facts.of("setback")
    assert setbacks
    assert has_happened(context, setbacks[-1]) is happened


@pytest.mark.parametrize(
    ("words", "against"),
    [
        ("We had a rush on the boss fight.", False),
        ("The clash check ran for hours.", False),
        ("It came to a fight.", True),
    ],
)
def test_a_fight_in_a_game_is_no_quarrel(words: str, against: bool) -> None:
    context = seen(REVIEWER.review(f"{HEAD} {words}\n\n**Result:** It held."))
    assert bool(context.facts.of("conflict")) is against


def asked(action: str, result: str = "Losses fell from 9 a day to 2.") -> str:
    review = REVIEWER.review(
        f"**Situation:** The bakery was slow.\n\n**Task:** I ran the ovens.\n\n**Action:** {action}\n\n"
        f"**Result:** {result}\n\n**Reflection:** I should have asked the bakers first."
    )
    return "\n".join(probe.question for probe in review.probes)


@pytest.mark.parametrize(
    "action",
    [
        "I went with her to the council. I asked two leads.",
        "We picked it up by chance in the logs. I asked two leads.",
        "I signed up for that number. I asked two leads.",
    ],
)
def test_going_along_and_picking_up_are_no_choices(action: str) -> None:
    assert "what else was on the table" not in asked(action)
    assert "what else was on the table" in asked("I went with the older oven. I asked two leads.")


@pytest.mark.parametrize(
    "result",
    [
        "Complaints stayed flat at 4%.",
        "Growth in the bill is 9% a year.",
        "It happens in about one loaf in nine thousand.",
        "Losses fell from 8% to 3%, and a year later they are at 2%.",
    ],
)
def test_what_did_not_move_and_what_is_rare_has_no_before(result: str) -> None:
    assert "from how much to how much" not in asked("I asked two leads.", result)


def test_what_moved_without_its_before_is_asked_for_it() -> None:
    assert "from how much to how much" in asked("I asked two leads.", "Complaints fell by 4%.")


@pytest.mark.parametrize(
    ("action", "ends"),
    [
        ("The foreman objected to it. It was June, and the yeast was old. The flour was old too.", True),
        ("The foreman objected to it. It was June, and the yeast was old. A month on he himself asked for it.", False),
        ("The foreman objected to it. He agreed in the end, and the yeast was old. The flour was old too.", False),
        ("The foreman refused. It was June. The flour was old. In the third week he lent me one baker.", False),
        ("The foreman refused. It was June. The flour was old. In the third week he gave me no baker.", True),
        ("The foreman holds that date. It was June. He has said no twice in two years.", False),
    ],
)
def test_an_objection_whose_end_is_told_is_not_asked_for_it(action: str, ends: bool) -> None:
    scene = "I wanted to stop the oven. I asked Ida and Tom. I moved two people."
    assert ("how did you settle it" in asked(f"{scene} {action}")) is ends


def test_another_way_is_asked_for_only_where_two_are_set_against_each_other() -> None:
    wanted = "They wanted to keep the forms. Nobody minded. "
    assert "why not the other way?" not in asked(f"{wanted}We cut the approval from eleven screens to four.")
    assert "why not the other way?" in asked(f"{wanted}I decided on four screens.")


def test_a_question_put_to_oneself_is_no_lesson_to_act_on() -> None:
    told = REVIEWER.review(HEAD + " I stopped the oven.\n\n**Reflection:** What would I do differently, hmm.")
    assert "What would I do differently" not in "\n".join(probe.question for probe in told.probes)


@pytest.mark.parametrize(
    ("result", "asks"),
    [
        ("We rolled it out to a tenth of the shops first. Losses fell.", False),
        ("A tenth of the loaves were thrown away. Losses fell.", True),
    ],
)
def test_a_share_that_goes_first_is_no_figure_of_the_outcome(result: str, asks: bool) -> None:
    assert ("of how many" in asked("I stopped the oven.", result)) is asks


@pytest.mark.parametrize(
    ("result", "asks"),
    [
        ("We missed one out of thirty-one.", False),
        ("The ovens were busy 31% of the time.", False),
        ("The bakers were glad, 70% of them.", False),
        ("The ovens were busier by 31%.", True),
    ],
)
def test_what_names_its_own_whole_is_not_asked_for_it(result: str, asks: bool) -> None:
    told = asked("I stopped the oven.", result)
    assert ("from how much to how much" in told or "of how many" in told) is asks


def test_a_night_without_sleep_is_no_setback() -> None:
    assert "lost some sleep" not in asked("I stopped the oven. I lost some sleep about that.")


def test_nobody_having_said_anything_and_ones_own_doubt_have_no_other_side() -> None:
    for words in ("He also said no one had told him in years.", "I did not believe it."):
        assert "best argument of the other side" not in asked(f"{words} I stopped the oven.")


def test_what_did_not_fall_over_is_no_setback() -> None:
    setback = "what did you tell your team and your manager"
    assert setback not in asked("I asked two leads. In the storm the new bridge didn't fall over.")
    assert setback in asked("I asked two leads. In the storm the new bridge fell over.")


def test_what_one_did_not_do_and_how_somebody_came_are_no_argument() -> None:
    assert "best argument" not in asked("I didn't send her on a course. I asked two leads.")
    assert "best argument" not in asked("He found out and rang me, furious. I asked two leads.")
    assert "best argument" in asked("Ida insisted that I was wrong about the yeast. I asked two leads.")


@pytest.mark.parametrize(
    ("result", "question"),
    [
        ("We avoided a fine of $2 million.", "how sure was it that this would have come"),
        ("The hotel renewed, $2 million a year.", "how sure was it that this would have been lost"),
        ("It saves $2 million a year.", "how much of that would have come without your work"),
        ("It saves maybe $2 million a year, I need to check with finance.", "you say yourself that it is not sure"),
    ],
)
def test_a_spared_loss_and_a_customer_who_stayed_are_asked_about_as_such(result: str, question: str) -> None:
    assert question in asked("I asked two leads.", result)


def test_a_question_that_any_deed_would_do_for_comes_only_where_others_run_out() -> None:
    full = asked("I decided to stop the oven. Ida was against it. It was a risk.", "It saves $2 million a year.")
    assert "what did you expect to come of that" not in full
    assert full.count("?") >= 4


def test_what_two_sentences_measure_is_no_change_of_one() -> None:
    question = "how much of that would have come without your work"
    assert question not in asked(
        "I asked two leads.", "The trial ran in 4 minutes. The next day rain came in 50 minutes."
    )
    assert question in asked("I asked two leads.", "The wait fell from 50 minutes to 4 minutes.")


def test_nobody_asks_who_measured_what_the_teller_counted_or_what_goes_first() -> None:
    assert "who measured it" not in questions("I counted each loaf myself. Losses fell by 30%.")
    assert "who measured it" in questions("I pulled a chair up to the ovens. Losses fell by 30%.")
    assert "who measured it" not in questions("We rolled it out to 10% of the ovens first.")
    assert "who measured it" in questions("We burned 10% of the loaves less.")


def test_what_came_on_top_is_not_asked_about_as_what_stayed() -> None:
    stayed = "what did your work have to do with its staying?"
    for end, asked in (
        ("Revenue from passes is up by $1.6M a year, and queues are no reason any more not to renew.", False),
        ("All nine chains renewed, $1.6M a year, and queues are no reason any more to leave.", True),
    ):
        context = hear(f"I ran the gates of a ski area. Queues were long, and I had them rebuilt. {end}")
        money = next(one for one in context.facts.quantities if one.kind == "money")
        assert (stayed in of_worth(context, money.span)) is asked


def test_the_amounts_of_a_difference_that_are_quoted_are_not_said_twice() -> None:
    both = hear("The cost of the ovens fell from $2.4 million to $1.1 million a year.", usd=1_300_000)
    assert of_worth(both, both.facts.quantities[0].span).startswith("of that difference,")
    apart = hear("The ovens cost $2.4 million a year. Now they cost $1.1 million a year.", usd=1_300_000)
    assert "$2.4 million" in of_worth(apart, apart.facts.quantities[0].span)


@pytest.mark.parametrize(
    ("counted", "whole"), [("We bake for 310,000 members.", False), ("We bake for 310,000 guests.", True), ("", True)]
)
def test_a_share_of_what_the_story_counts_is_not_asked_of_how_many(counted: str, whole: bool) -> None:
    story = f"I asked two leads. {counted}"
    assert ("of how many" in asked(story, "By June 0.4% of members still got a burnt loaf.")) is whole


def test_a_rise_is_asked_from_where_however_many_things_it_is_told_of() -> None:
    story = "I asked two leads. We bake in 40 units."
    assert "from how much to how much" in asked(story, "Forecasts rose by 8% in all units except one.")


@pytest.mark.parametrize(
    ("result", "scrap"),
    [
        ("The oven queue is gone. The bought tool stood half empty in spring.", "half empty"),
        ("The check holds. Since then any order that drops by more than half needs two signatures.", "more than half"),
    ],
)
def test_a_threshold_or_a_half_of_nothing_is_asked_for_no_base(result: str, scrap: str) -> None:
    told = [line for line in questions(result).splitlines() if scrap in line]
    assert not any("from how much" in line or "without your work" in line for line in told)


def test_half_of_what_is_counted_is_still_asked_about() -> None:
    assert "half" in questions("The queue at the ovens fell by half.")


def test_what_the_teller_does_not_want_is_no_quarrel() -> None:
    asked = questions("The rule holds. I gave my key to the safe back in May, and I don't want it.")
    assert "how did you settle it" not in asked


BAKERY = (
    "Our bakery needed a new oven line before winter. I was responsible for the line and nine people. I had two leads "
    "draw the plan. The fitters promised it for March and did not come, and because of them we lost seven weeks of "
    "bread. I went to their boss, and they sent two people. {part} The line has baked 400 loaves a day since June."
)


def blame_asked(part: str) -> bool:
    found = REVIEWER.review(BAKERY.format(part=part))
    raised = any(flag.id == "blame" and flag.status == "raised" for flag in found.flags)
    return raised or any("what was your own part" in probe.question for probe in found.probes)


def test_the_own_part_is_asked_for_where_a_fault_is_put_on_others_and_none_is_told() -> None:
    assert blame_asked("Then it worked.")


def test_the_question_quotes_what_came_of_it_where_raw_speech_is_cut_behind_the_blame() -> None:
    spoken = BAKERY.format(part="and then it worked").lower().replace(".", " and").replace(",", "")
    (asked,) = blamed(hear(spoken), ())
    assert "because of them we lost" in asked.question


def test_the_own_part_is_not_asked_for_where_it_is_told() -> None:
    assert not blame_asked("I should have asked in January whether they had the people, and I did not.")


@pytest.mark.parametrize(
    ("behind", "asked"),
    [
        ("of the company's revenue", False),
        ("of our call volume", False),
        ("of the tenants", True),
        ("of all call takers", True),
    ],
)
def test_of_how_many_is_asked_of_what_is_counted_in_pieces(behind: str, asked: bool) -> None:
    assert ("of how many" in questions(f"After that we lost only a quarter {behind}.")) is asked


@pytest.mark.parametrize(
    ("words", "happened"),
    [("Neither had failed on the oven.", False), ("Both had failed on the oven.", True)],
)
def test_what_neither_did_is_no_setback(words: str, happened: bool) -> None:
    context = hear(f"I ran the ovens. I asked two leads for a plan. {words} Then I moved the ovens.")
    (signal,) = context.facts.of("setback")
    assert has_happened(context, signal) is happened


def test_a_feud_is_asked_about_as_a_feeling_and_an_objection_as_an_argument() -> None:
    context = hear("I ran the ovens. The shops hated us. I rode with them. The shops were against the new list.")
    assert [is_feeling(context, one) for one in context.facts.of("disagreement", "conflict")] == [True, False]


@pytest.mark.parametrize(
    ("words", "owned"), [("a fault of ours stopped the ovens", True), ("the ovens ran well", False)]
)
def test_what_is_owned_as_a_fault_is_not_asked_about_as_a_choice(words: str, owned: bool) -> None:
    scene = f"In May {words}. We had decided on one test only - my call, to save a week."
    heard = hear(f"I ran the ovens. I asked two leads for a plan. {scene} Then I moved the ovens.")
    context = replace(heard, labels=tuple(replace(one, label="action") for one in heard.labels))
    asked = [one for one in decisions(Sight.of(context)) if "my call" in one.question]
    assert (not asked) is owned


def test_what_a_figure_stands_without_is_told_in_english() -> None:
    review = REVIEWER.review(f"{HEAD}\n\n**Result:** Losses fell by 30%.")
    because = next(probe.because for probe in review.probes if "who measured it" in probe.question)
    assert because == "The figure stands without a baseline or anyone who measured it."
