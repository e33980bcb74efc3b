"""The figures to defend: ranked, each once, with a card that says only what the story says."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.document import Provenance, Story
from starproof.core.results import Defence, Review
from starproof.engine import Reviewer
from starproof.errors import InputError
from starproof.probes.defence import ASK, MOST, defend
from starproof.report import as_dict
from tests.probes.stories import MANY, OPINION, SOLID, WRONG, seen

REVIEWER = Reviewer()


def review(text: str, *given: Provenance) -> Review:
    return REVIEWER.review(Story("s", text, provenance=given))


def defended(text: str) -> tuple[Defence, ...]:
    """As if no figure of the story could be recomputed."""
    return defend(seen(review(text)))


def named(found: Iterable[Defence], figure: str) -> Defence:
    return next(one for one in found if figure in one.evidence.quote)


def figures(found: Review) -> list[str]:
    return [found.quantities[one.quantity].text for one in found.defence]


def test_wrong_figures_come_first_then_the_impact_then_what_nothing_explains_then_the_rest() -> None:
    found = defend(seen(review(WRONG), wrong="45%", grounds=("14 minutes", "4 minutes")))
    assert [one.evidence.quote for one in found] == [
        "it is 45% less",
        "The council counts $420,000 a year in saved fees",
        "Complaints are down 60%",
    ]


def test_a_figure_that_cannot_be_confirmed_comes_before_the_rest_of_the_result() -> None:
    found = figures(review(WRONG, Provenance("80 ships", "cannot-confirm"), Provenance("14 minutes", "cannot-confirm")))
    assert found.index("60%") < found.index("14 minutes")


def test_a_count_that_nobody_holds_to_another_is_not_gone_for() -> None:
    assert figures_of("300 captains signed a letter of thanks.") == []
    assert figures_of("300 captains use it, up from 40 captains.") != []


def test_a_price_that_stands_is_not_gone_for() -> None:
    assert figures_of("The new tape costs $49 a month.") == figures_of("Each hour of the night shift is $42K.") == []


def test_there_are_six_at_most_and_the_impact_is_among_them() -> None:
    found = figures(review(MANY))
    assert len(found) == MOST == 6
    assert found[0] == "$2.4M"


def test_a_figure_that_is_told_twice_is_defended_once() -> None:
    assert figures(review(f"{WRONG} Again: complaints are down 60%.")).count("60%") == 1


def test_the_grounds_of_a_figure_are_not_gone_for_beside_it() -> None:
    found = defend(seen(review(WRONG), wrong="45%", grounds=("14 minutes", "4 minutes")))
    assert not any("minutes" in one.evidence.quote for one in found)


def test_of_figures_that_one_sum_ties_together_the_change_is_gone_for() -> None:
    text = WRONG.replace("Complaints are down 60%", "Complaints fell from 50 in May to 20 in June, or 60%")
    assert [claim.text for claim in review(text).claims if claim.verdict == "consistent"] == ["60%"]
    assert "60%" in figures(review(text))
    assert not {"50", "20"} & set(figures(review(text)))


def test_only_what_the_story_leaves_open_is_asked() -> None:
    assert named(defended(WRONG), "60%").probe == (
        "Over what period? Against what baseline? Who measured it? What else changed?"
    )
    told = WRONG.replace("down 60%", "down by 60% since May, from 50% to 20%")
    assert named(defended(told), "60%").probe == "Who measured it? What else changed?"


@pytest.mark.parametrize(
    ("words", "silent"),
    [
        ("down 60% in a year", "Over what period?"),
        ("down 60%, as finance reports", "Who measured it?"),
        ("down 60% while nothing else changed", "What else changed?"),
    ],
)
def test_a_question_that_the_sentence_answers_is_not_asked(words: str, silent: str) -> None:
    assert silent not in named(defended(WRONG.replace("down 60%", words)), "60%").probe


def test_of_a_change_the_figure_where_it_ended_is_gone_for() -> None:
    told = WRONG.replace("Complaints are down 60%", "Complaints went from 31% to 12%")
    found = [one.evidence.quote for one in defended(told) if "31%" in one.evidence.quote]
    assert len(found) == 1
    texts = [review(told).quantities[one.quantity].text for one in defended(told)]
    assert "12%" in texts
    assert "31%" not in texts


def test_those_who_listened_are_no_outcome() -> None:
    told = WRONG.replace("300 captains signed", "the mayor read out in front of 300 captains")
    assert not any("captains" in one.evidence.quote for one in defended(told))


def test_a_bound_is_not_asked_for_its_baseline() -> None:
    told = WRONG.replace("Complaints are down 60%", "Complaints are under 6%")
    assert "baseline" not in named(defended(told), "6%").probe


def test_a_share_is_asked_of_how_many() -> None:
    found = defended(WRONG.replace("Complaints are down 60%", "That cured 60% of the complaints"))
    assert "Of how many?" in named(found, "60%").probe


def test_the_quote_is_the_clause_and_stands_in_the_text() -> None:
    found = defended(WRONG)
    assert named(found, "60%").evidence.quote == "Complaints are down 60%"
    assert all(one.evidence.span.of(WRONG) == one.evidence.quote for one in found)


def test_a_card_asks_in_front_and_quotes_the_story_behind() -> None:
    card = named(defended(WRONG), "60%").card
    assert card.front.startswith("“Complaints are down 60%”: Over what period?")
    assert card.back.splitlines() == [
        "“Complaints are down 60%.”",
        "The story does not say: the period, the baseline, who measured it, what else changed.",
    ]


def test_the_card_of_a_wrong_figure_says_the_sum_in_front_and_quotes_its_grounds_behind() -> None:
    card = defend(seen(review(WRONG), wrong="60%", grounds=("14 minutes", "300 captains")))[0].card
    assert card.front.startswith("You say 60%, but 14 minutes to 300 captains is something else. Which is it")
    opened = ("“Our ferry office answered", "“Complaints are down 60%.”", "“The council counts")
    assert all(line.startswith(words) for line, words in zip(card.back.splitlines(), opened, strict=False))
    assert len(card.back.splitlines()) == 4


@pytest.mark.parametrize("text", [WRONG, MANY, SOLID])
def test_the_back_of_a_card_holds_no_number_that_the_story_does_not(text: str) -> None:
    for one in review(text).defence:
        assert set(re.findall(r"\d+", one.card.back)) <= set(re.findall(r"\d+", text))


def test_where_a_figure_comes_from_is_asked_until_it_is_said() -> None:
    asked = named(review(WRONG).defence, "60%")
    assert (asked.provenance, asked.ask) == (None, ASK)
    said = named(review(WRONG, Provenance("60%", "told", "the mayor")).defence, "60%")
    assert (said.provenance, said.ask) == (Provenance("60%", "told", "the mayor"), None)
    assert "Told by the mayor, as you note." in said.card.back
    assert "who measured it" not in said.card.back


@pytest.mark.parametrize("words", ["$420,000 a year", "$ 420,000  A YEAR", "420,000 dollars", "$420k", "USD 420,000"])
def test_an_entry_is_matched_by_its_words_or_by_its_value(words: str) -> None:
    found = named(review(WRONG, Provenance(words, "estimated")).defence, "$420,000 a year")
    assert found.provenance is not None


@pytest.mark.parametrize("words", ["€420,000", "$420,000 a month", "60 points", "300 boats", "soon", "", "60% or 45%"])
def test_an_entry_that_names_no_figure_of_the_story_is_noted_and_matches_nothing(words: str) -> None:
    found = review(WRONG, Provenance(words, "measured"))
    assert all(one.provenance is None for one in found.defence)
    assert [note.code for note in found.document.notes] == ["numbers-figure"]


def test_the_first_entry_about_a_figure_counts_and_the_second_is_no_stranger() -> None:
    found = review(WRONG, Provenance("60%", "measured"), Provenance("60 %", "told"))
    assert named(found.defence, "60%").provenance == Provenance("60%", "measured")
    assert found.document.notes == ()


def test_a_text_that_is_no_story_has_nothing_to_defend() -> None:
    assert review(OPINION).defence == ()


def test_a_figure_that_answers_everything_is_left_alone() -> None:
    assert "110" not in figures(review(SOLID))
    assert review(SOLID) == review(SOLID)


def test_the_data_has_index_quote_probe_card_and_origin() -> None:
    data = as_dict(review(WRONG, Provenance("60%", "told", "the mayor")))["defence"]
    assert [sorted(one) for one in data] == [
        sorted(["quantity", "start", "end", "quote", "because", "probe", "provenance", "ask", "card"])
    ] * len(data)
    place = figures(review(WRONG)).index("60%")
    assert data[place]["provenance"] == {"figure": "60%", "from": "told", "by": "the mayor"}
    assert data[place]["ask"] is None
    assert all(one["provenance"] is None for at, one in enumerate(data) if at != place)


WORDS = st.sampled_from("I cut 32% $2M fell to from 14 minutes , . \n because finance 3x 9 of people won".split(" "))


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), st.text(max_size=30))
def test_whatever_the_text_defence_quotes_it_and_stays_small(text: str, figure: str) -> None:
    try:
        found = review(text, Provenance(figure, "measured"))
    except InputError:
        return
    assert len(found.defence) <= MOST
    assert len({one.quantity for one in found.defence}) == len(found.defence)
    assert all(one.evidence.span.of(text) == one.evidence.quote for one in found.defence)


def figures_of(result: str) -> list[str]:
    text = (
        "**Situation:** Our ferry lost its bookings.\n\n**Task:** I was responsible for both call teams.\n\n"
        f"**Action:** I told the mayor that I would stop the night calls.\n\n**Result:** {result}"
    )
    review = Reviewer().review(text)
    return [review.quantities[one.quantity].text for one in review.defence]


def test_a_time_that_somebody_is_given_is_no_measurement() -> None:
    assert figures_of("Each skipper has twenty minutes to say no.") == []
    assert figures_of("Each call now takes twenty minutes.") == ["twenty minutes"]


def test_what_would_have_come_need_not_be_defended() -> None:
    assert "two hours" not in figures_of("Starting over would have saved two hours. Calls fell from 900 to 400 a week.")


def test_what_the_scene_counted_or_somebody_expected_need_not_be_defended() -> None:
    told = "The owner had reckoned with 5% of the mills. Calls fell from 900 to 400 a week in all 60 mills."
    scene = "**Situation:** We serve 60 mills.\n\n**Task:** I ran two teams.\n\n**Action:** I moved them."
    assert not {"5%", "60 mills"} & set(figures(review(f"{scene}\n\n**Result:** {told}")))


def test_a_change_that_is_told_with_was_is_gone_for_where_it_ended() -> None:
    found = figures_of("Refused lots were 6.1% and they became 1.8%.")
    assert "6.1%" not in found
    assert "1.8%" in found


def test_nobody_is_asked_who_measured_how_many_engineers_there_are() -> None:
    asked = defended("We rebuilt the desk. In the end 160 engineers worked on it, up from 40 engineers.")
    assert not any("measured" in one.probe for one in asked)
    asked = defended("We rebuilt the desk. In the end 160 callers waited for it, down from 400 callers.")
    assert any("measured" in one.probe for one in asked)
