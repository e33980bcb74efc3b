"""The questions that come next: few, different, quoted, the one that hurts most first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.results import Evidence, Flag, Review
from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.errors import InputError
from starproof.probes import MOST, ask
from starproof.probes.verdicts import flags
from tests.probes.stories import MANY, OPINION, SOLID, WRONG, seen

REVIEWER = Reviewer()
REVIEWS = {name: REVIEWER.review(text) for name, text in {"wrong": WRONG, "solid": SOLID, "many": MANY}.items()}
STORIES = pytest.mark.parametrize("review", REVIEWS.values(), ids=REVIEWS.keys())


def sentence_of(review: Review, offset: int) -> int:
    return next(i for i, s in enumerate(review.sentences) if s.span.start <= offset < s.span.end)


@STORIES
def test_there_are_a_few_questions_and_each_ends_as_one(review: Review) -> None:
    assert 1 <= len(review.probes) <= MOST == 5
    assert all(probe.question.endswith("?") and probe.because for probe in review.probes)


@STORIES
def test_no_sentence_is_asked_about_twice(review: Review) -> None:
    places = [sentence_of(review, probe.evidence[0].span.start) for probe in review.probes if probe.evidence]
    assert len(places) == len(set(places))


@STORIES
def test_every_quote_stands_in_the_text_where_it_says(review: Review) -> None:
    quotes = [item for probe in review.probes for item in probe.evidence]
    assert quotes
    assert all(item.span.of(review.document.text) == item.quote for item in quotes)


def test_a_figure_that_does_not_add_up_is_asked_about_first() -> None:
    context = seen(REVIEWS["wrong"], wrong="45%", grounds=("14 minutes", "4 minutes"))
    first = ask(context, REVIEWS["wrong"].flags, REVIEWS["wrong"].findings)[0]
    assert first.question == "You say “45%”, but 14 minutes to 4 minutes is something else. Which is it?"
    assert [item.quote for item in first.evidence] == ["45%", "14 minutes", "4 minutes"]


def test_questions_without_hurt_come_after_those_with_it() -> None:
    asked = [probe.question for probe in ask(seen(REVIEWS["many"]), (), ())]
    unexplained = next(place for place, question in enumerate(asked) if "from how much" in question)
    deeper = next(place for place, question in enumerate(asked) if "worth what you gave up" in question)
    assert unexplained < deeper


def test_a_change_without_baseline_is_asked_for_it() -> None:
    asked = [probe.question for probe in ask(seen(REVIEWS["wrong"]), (), ()) if "down 60%" in probe.question]
    assert len(asked) == 1
    assert "from how much to how much" in asked[0]


def test_a_share_is_asked_of_how_many_and_not_from_how_much() -> None:
    told = (
        "**Situation:** Our depot lost parcels.\n\n**Task:** I was responsible for its six crews.\n\n"
        "**Action:** I told the owner that I would stop the night run, and he was against it.\n\n"
        "**Result:** 70% of the losses had come from one shelf."
    )
    asked = [probe.question for probe in REVIEWER.review(told).probes if "70%" in probe.question]
    assert [question for question in asked if "of how many" in question]
    assert not [question for question in asked if "from how much" in question]


def test_a_kind_of_question_comes_twice_at_most() -> None:
    asked = [probe for probe in ask(seen(REVIEWS["many"]), (), ()) if "from how much to how much" in probe.question]
    assert len(asked) <= 2


def test_a_missing_result_is_asked_for_and_tied_to_the_last_action() -> None:
    text = MANY.rpartition("\n\n")[0]
    found = [probe for probe in REVIEWER.review(text).probes if "what came of it?" in probe.question]
    assert len(found) == 1
    assert found[0].evidence[0].quote.startswith("I decided to scan")


def test_a_figure_with_a_comma_is_not_cut_in_a_quote() -> None:
    text = WRONG.replace("300 captains signed a letter of thanks", "lost 41,000 callers")
    assert not any("“000" in probe.question for probe in REVIEWER.review(text).probes)


def test_a_text_that_is_no_story_is_asked_nothing() -> None:
    review = REVIEWER.review(OPINION)
    assert review.facts.genre.genre == "opinion"
    assert review.probes == ()


def told(text: str) -> list[str]:
    return [probe.question for probe in REVIEWER.review(text).probes]


@pytest.mark.parametrize(
    ("beside", "question"),
    [
        (", and gave up the night run for it", "worth what you gave up"),
        (". The mayor was against it", "what would have made you give way?"),
    ],
)
def test_a_choice_is_asked_about_by_what_is_told_beside_it(beside: str, question: str) -> None:
    choice = f"I decided to drop the old ovens{beside}. It was a Monday. We wrote it on the door"
    text = SOLID.replace("I gave each oven an owner", f"{choice}. I gave each an owner")
    assert [one for one in told(text) if "“I decided to drop the old ovens" in one and question in one]


def test_a_strong_story_is_still_asked_something_and_never_the_same_twice() -> None:
    asked = [question.rpartition("”: ")[2] for question in told(SOLID)]
    assert len(asked) >= 3
    assert len(set(asked)) == len(asked)


def test_a_quote_starts_without_the_and_that_tied_it_to_the_clause_before() -> None:
    text = WRONG.replace("The council counts $420,000 a year", "Callers stay, and that is $420,000")
    assert any(question.startswith("“that is $420,000 in saved fees”") for question in told(text))


def test_a_figure_alone_behind_a_comma_is_quoted_with_the_clause_before_it() -> None:
    text = WRONG.replace("Complaints are down 60%", "Complaints have fallen since the spring, 60%")
    assert any("“Complaints have fallen since the spring, 60%”" in question for question in told(text))


def test_a_hesitation_does_not_cut_a_quote_short() -> None:
    text = SOLID.replace("I learned that", "What I learned, I guess, is that")
    assert any("“What I learned, I guess, is that a name" in question for question in told(text))


@pytest.mark.parametrize("words", ["Complaints are under 5%", "Every new tape starts at 5%"])
def test_a_bound_has_no_before_and_is_not_asked_for_one(words: str) -> None:
    asked = [question for question in told(WRONG.replace("Complaints are down 60%", words)) if f"“{words}”" in question]
    assert asked
    assert not any("from how much" in question for question in asked)


def test_a_change_is_asked_for_its_before() -> None:
    asked = told(WRONG.replace("Complaints are down 60%", "Complaints are down 5%"))
    assert any("“Complaints are down 5%”: from how much" in question for question in asked)


def test_a_sum_that_finance_counts_a_year_is_asked_neither_its_period_nor_its_source() -> None:
    text = WRONG.replace(
        "The council counts $420,000 a year in saved", "900 callers a year stay, finance counts $420,000 in"
    )
    asked = [question for question in told(text) if "$420,000" in question]
    assert asked
    assert not [question for question in asked if "period" in question or "who measured" in question]


def test_an_outcome_that_is_told_as_standing_today_is_not_asked_whether_it_holds() -> None:
    text = (
        "**Situation:** Our depot lost parcels.\n\n**Task:** I was responsible for its crews.\n\n"
        "**Action:** I asked two leads to scan at the gate.\n\n**Result:** The crews find 40 parcels more."
    )
    undated, dated = (
        ask(seen(REVIEWER.review(words)), (), ()) for words in (text, text.replace("The crews", "Today they"))
    )
    assert any("does it still hold today?" in probe.question for probe in undated)
    assert not any("still hold" in probe.question for probe in dated)


def test_only_what_was_learnt_at_the_end_is_asked_about_as_a_lesson() -> None:
    told_so, rest = (
        "I learned to use plain words.",
        "**Task:** I ran six crews.\n\n**Action:** I asked two leads to scan.",
    )
    result = "**Result:** Losses fell 41% by June."
    early = told(f"**Situation:** {told_so}\n\n{rest}\n\n{result}")
    late = told(f"{rest}\n\n{result}\n\n**Reflection:** {told_so}")
    assert not any("when did you last act on that" in question for question in early)
    assert any("when did you last act on that" in question for question in late)


@STORIES
def test_the_same_story_is_asked_the_same(review: Review) -> None:
    assert REVIEWER.review(review.document.text).probes == review.probes


WORDS = st.sampled_from(
    "I decided 32% $2M fell to from 14 minutes , . \n because the team but learned \u202e".split(" ")
)


@settings(max_examples=30)
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_whatever_the_text_questions_quote_it_and_stay_few(text: str) -> None:
    try:
        review = REVIEWER.review(text)
    except InputError:
        return
    assert len(review.probes) <= MOST
    assert all(e.span.of(text) == e.quote for probe in review.probes for e in probe.evidence)


FIVE = (
    "**Situation:** Our depot lost parcels.\n\n**Task:** I was responsible for its six crews.\n\n"
    "**Action:** I asked two leads to scan at the gate.\n\n**Result:** {result}\n\n**Reflection:** {reflection}"
)
LEARNED = "I should have asked the drivers first."


@pytest.mark.parametrize(
    "result",
    [
        "We saved $2.4M of ARR.",
        "The gates saved $2.4M in the second year.",
        "By 1 Dec the gates had saved $2.4M.",
        "We saved $2.4M over season.",
        "In the autumn season every gate was open. The gates saved $2.4M.",
    ],
)
def test_a_period_that_is_told_in_any_words_is_not_asked_for(result: str) -> None:
    asked = told(FIVE.format(result=result, reflection=LEARNED))
    assert any("over what period" in one for one in told(FIVE.format(result="We saved $2.4M.", reflection=LEARNED)))
    assert not any("over what period" in one for one in asked)


def test_a_share_with_its_whole_behind_it_is_not_asked_of_how_many() -> None:
    bare = told(FIVE.format(result="4% of the parcels were late.", reflection=LEARNED))
    whole = told(FIVE.format(result="4% of 51,000 parcels were late.", reflection=LEARNED))
    assert any("of how many" in question for question in bare)
    assert not any("of how many" in question for question in whole)


def test_what_is_nowhere_told_is_asked_without_a_quote_and_once() -> None:
    review = REVIEWER.review(MANY)
    bare = [probe for probe in review.probes if not probe.evidence]
    assert 1 <= len(bare) <= 2
    assert not any("“" in probe.question for probe in bare)
    asked = [question for question in told(MANY) if "differently" in question]
    assert len(asked) <= 1


def test_the_main_action_that_is_asked_about_is_the_tellers_own() -> None:
    action = (
        "I rang each of them. The oven needed a new door from a firm in the next valley, which had closed for the "
        "whole of the summer and which owed us nothing at all."
    )
    text = SOLID.replace("I spent a week of nights beside them first.", action)
    assert not any(question.startswith("“The oven needed") for question in told(text))


def test_a_clause_that_waits_for_the_next_is_quoted_with_it() -> None:
    text = SOLID.replace("I learned that a name", "What I'd do differently, I'd ask first. I learned that a name")
    assert not any("“What I'd do differently”" in question for question in told(text))


def test_who_tells_the_other_way_is_asked_why_not_that_one() -> None:
    plain, both = (
        told(
            MANY.replace("I decided to scan at the gate instead of at the desk, and asked two leads to try it.", words)
        )
        for words in (
            "I decided to scan at the gate. We asked nobody.",
            "The owners wanted to scan at the desk. I decided to scan at the gate. We asked nobody.",
        )
    )
    assert any("what else was on the table" in question for question in plain)
    assert any("why not the other way?" in question for question in both)


def test_a_last_clause_of_two_words_is_quoted_with_the_one_before() -> None:
    text = WRONG.replace("Complaints are down 60%", "Every tenth caller had complained, that's 60%")
    assert any("“Every tenth caller had complained, that's 60%”" in question for question in told(text))


def test_a_right_that_somebody_has_is_not_asked_about_as_a_quarrel() -> None:
    words = "Three bakers sat with us, and they could veto."
    text = SOLID.replace("I spent a week of nights beside them first.", words)
    assert not any("they could veto" in question and "settle" in question for question in told(text))


def test_a_choice_that_only_points_back_is_quoted_with_what_it_points_at() -> None:
    words = "and asked two leads. We closed the desk. That was my decision."
    text = MANY.replace("and asked two leads to try it.", words)
    asked = told(text)
    assert not any(question.startswith("“That was my decision”") for question in asked)


def test_a_clause_that_ends_in_a_pointing_word_is_quoted_with_the_next() -> None:
    text = SOLID.replace("I spent a week of nights", "I decided on that, against my own lead. I spent a week of nights")
    assert any("“I decided on that, against my own lead”" in question for question in told(text))


def test_we_alone_is_asked_about_only_where_we_act_more_often_than_i() -> None:
    ours = "We moved the ovens. We sold the carts. We hired a baker. We closed the yard."
    mine = "I rang the owner. I told the bakers. I chose the ovens. I asked the union. I sat with them at night."
    scene, end = "**Task:** Our bakery lost bread.", "**Result:** Losses fell to 12 loaves by June."
    alone = told(f"{scene}\n\n**Action:** {ours}\n\n{end}")
    both = told(f"{scene}\n\n**Action:** {ours} {mine}\n\n{end}")
    assert any("which part of that was yours?" in question for question in alone)
    assert not any("which part of that was yours?" in question for question in both)


def test_form_is_not_asked_about() -> None:
    text = "## Situation\nI moved two engineers to the till and told our director that the card would wait.\n" + (
        "## Action\nOur tills stopped on three Saturdays in a row.\n## Result\nFrom June on no till stopped."
    )
    assert not any("belong to the" in question for question in told(text))


BRIDGE = (
    "The bridge over the canal was closed twice a week for repairs. I led the works. I decided to close it for a "
    "month, which the shops hated, and rebuilt the joints. {money} Closures fell from nine a month to one. I learned "
    "to ask the shops first."
)


@pytest.mark.parametrize(
    ("money", "asked"),
    [
        ("We lost one shop over it, a rent of $200,000.", False),
        ("That was $90,000, which we did not have.", False),
        ("The first night cost us $86,000.", False),
        ("It saves the town $900,000 a year.", True),
    ],
)
def test_only_money_that_came_of_the_work_is_asked_about(money: str, asked: bool) -> None:
    review = REVIEWER.review(BRIDGE.format(money=money))
    figure = next(word.strip(",.") for word in money.split() if word.startswith("$"))
    assert any(figure in probe.question for probe in review.probes) is asked
    assert any(figure in one.evidence.quote for one in review.defence) is asked


def test_a_hard_choice_is_asked_about_before_who_measured() -> None:
    text = BRIDGE.format(money="The share of late boats fell from 30% to 4%.")
    questions = [probe.question for probe in REVIEWER.review(text).probes]
    measured = [place for place, question in enumerate(questions) if question.endswith(": who measured it?")]
    assert all(place > 1 for place in measured)
    assert any("close it for a month" in question for question in questions[:2])


def test_a_fault_is_quoted_where_it_is_said_and_not_where_it_is_only_named() -> None:
    fault = "One thing I did wrong. I did not think about the bakers of the night."
    asked = told(SOLID.replace("I learned that a name", f"{fault} I learned that a name"))
    assert any(one.startswith("“I did not think about the bakers") for one in asked)
    assert not any(one.startswith("“One thing") for one in asked)


def test_the_question_for_a_hard_choice_that_is_not_told_quotes_only_that_all_were_at_one() -> None:
    flag = Flag("no-hard-decision", "raised", "warning", "None.", (Evidence(Span(0, 4), "Our "),), "What was hardest?")
    other = replace(flag, id="perfect-story")
    context = seen(REVIEWER.review(SOLID))
    assert [one.question for one in flags(context, [flag])] == ["What was hardest?"]
    assert "“" in next(flags(context, [other])).question
    agreed = replace(flag, evidence=(Evidence(Span(0, 4), "Everybody was on board"),))
    assert "“" in next(flags(context, [agreed])).question


def test_what_is_paid_for_a_choice_is_not_asked_what_would_have_happened_otherwise() -> None:
    price = (
        "But it cost: I had to stop the new cake line, which the shop had already sold to two hotels in the next "
        "valley, and I had to go to both of them myself and explain it."
    )
    text = SOLID.replace("I spent a week of nights beside them first.", price)
    assert not any("cake line" in one and "without you" in one for one in told(text))
