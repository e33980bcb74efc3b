"""Sums over the figures that the words ask for: a goal, a named whole, the piece of a price, the same rate."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from starproof.core.document import Story
from starproof.extract.claims import wordings
from starproof.extract.quantities import quantities
from starproof.extract.sums.asked import margin_of_goal
from starproof.extract.sums.bounds import held, kept
from starproof.extract.sums.columns import crossed
from starproof.extract.sums.dates import moments
from starproof.extract.sums.doubts import listed, remote
from starproof.extract.sums.factors import pieces, priced
from starproof.extract.sums.figures import Figure, Telling, telling
from starproof.extract.sums.goals import targets
from starproof.extract.sums.pairs import pairs
from starproof.extract.sums.presented import presented
from starproof.extract.sums.reading import LOOSE, Reading, misplaced
from starproof.extract.sums.said import said_around
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.stated import Sum, sums
from starproof.parse.story import parse
from tests.extract.telling import read


def told(text: str) -> Telling:
    document = parse(Story("story", text))
    spans = [sentence.span for sentence in document.sentences]
    return telling(document.text, quantities(document.text, within=spans), spans)


def seen(text: str) -> Scene:
    story = told(text)
    beside = pairs(story)
    return Scene(story, beside, targets=targets(story, beside), moments=moments(text))


def stated(text: str, words: str) -> list[Sum]:
    scene = seen(text)
    figure = named(scene.story, words)
    return sums(scene, figure, wordings(scene, figure))


def named(story: Telling, words: str) -> Figure:
    return next(figure for figure in story.figures if figure.quantity.text.startswith(words))


def right(text: str, words: str) -> Iterator[tuple[str, ...]]:
    story = told(text)
    for one in stated(text, words):
        if one.right:
            yield tuple(f.quantity.text for f in story.figures if f.index in one.reading.operands)


def test_a_price_names_the_pieces_that_it_is_told_by() -> None:
    story = told("A lost hour costs us 700 kronor a boat.")
    assert {"hour", "boat"} <= pieces(named(story, "700"))
    assert "crew" not in pieces(named(told("The crew paid 700 kronor."), "700"))


FLEET = "We run 30 boats. A lost hour costs 700 kronor a boat, and each lost 40 hours, so it is {} kronor."


def test_three_factors_are_multiplied_where_the_price_names_two_of_them() -> None:
    scene = seen(FLEET.format("840,000"))
    found = [reading.computed for reading in priced(scene, named(scene.story, "840,000"))]
    assert 840_000 in found
    bare = seen("We run 30 boats. It cost 700 kronor, and each lost 40 hours, so it is 840,000 kronor.")
    assert not list(priced(bare, named(bare.story, "840,000")))


def test_a_price_by_the_kilo_is_taken_times_tonnes() -> None:
    scene = seen("They sold 25 tonnes of plums at a loss of 3 euros a kilo, together 75,000 euros.")
    assert [reading.computed for reading in priced(scene, named(scene.story, "75,000"))] == [75_000]


def test_what_comes_to_each_piece_is_a_quotient() -> None:
    assert ("18,000 letters", "60 clerks") in set(
        right("There were 18,000 letters for 60 clerks, so 300 letters a clerk.", "300")
    )
    assert not set(right("There were 18,000 letters for 60 clerks, so 300 letters a van.", "300"))


def test_a_margin_names_a_goal_only_where_it_stands_beside_it() -> None:
    assert margin_of_goal(named(told("We ended 12 minutes below the target."), "12"))
    assert margin_of_goal(named(told("We beat the goal by 12 minutes."), "12"))
    assert not margin_of_goal(named(told("The target was hard, so we hired 12 men."), "12"))


def test_a_margin_to_a_goal_is_over_the_goal() -> None:
    text = "The limit was 100 faults. March had 74 faults and May 20 faults. Now it is 64 faults, {}."
    assert ("100 faults", "64 faults") in set(right(text.format("36 below the limit"), "36"))
    over = stated(text.format("54 below the limit"), "54")
    assert not [one for one in over if one.right and one.reading.kind == "difference"]
    free = stated(text.format("54 fewer"), "54")
    assert [one for one in free if one.right and one.reading.kind == "difference"]


def test_a_share_of_what_is_named_is_over_what_is_counted_so() -> None:
    text = "Of 900 lifts 45 stopped, and 2 of our 40 engineers were ill. That is 5% of {}."
    assert ("2", "40 engineers") not in set(right(text.format("all lifts"), "5%"))
    assert ("2", "40 engineers") in set(right(text.format("it"), "5%"))


def test_nothing_is_faster_by_an_amount_of_money() -> None:
    text = "We pay $40 a week now and paid $120 before. Packing went from 70 minutes to 35, so it is three times {}."
    assert ("$40 a week", "$120") not in set(right(text.format("faster"), "three times"))
    assert ("$40 a week", "$120") in set(right(text.format("as much"), "three times"))


def test_a_year_that_restates_a_rate_is_of_that_rate() -> None:
    text = "There were 15 trips at $2,000. We save $12,000 a quarter{} $30,000 a year."
    again = [one for one in stated(text.format(", or"), "$30,000") if one.right]
    assert not again
    assert [one for one in stated(text.format(". It is"), "$30,000") if one.right]


def test_a_count_taken_times_a_price_is_no_list_of_prices() -> None:
    scene = seen("I did the sum, 30 times 200, $6,000.")
    count, price, total = scene.story.figures
    product = Reading("sum", 6000, 6000, (count.index, price.index), LOOSE, str)
    assert not listed(scene, total, product)
    scene = seen("Two trips cost $3,000, $6,000.")
    count, price, total = scene.story.figures
    assert listed(scene, total, Reading("sum", 6000, 6000, (count.index, price.index), LOOSE, str))


@pytest.mark.parametrize(("words", "keeps"), [("over half", True), ("less than half", False)])
def test_a_bound_is_held_on_the_side_that_it_names(words: str, keeps: bool) -> None:
    story = told(f"Of 80 crews 50 came late, so {words}.")
    half = named(story, "half") if "half" in [f.quantity.text for f in story.figures] else story.figures[-1]
    share = Reading("share", 50, 62.5, (), LOOSE, str)
    assert held(half, share) is keeps
    assert kept(half, share)


def test_a_sum_one_place_off_has_the_same_digits() -> None:
    assert misplaced(Reading("sum", 287_000, 2_870_000, (), LOOSE, str))
    assert not misplaced(Reading("sum", 300_000, 3_000_000, (), LOOSE, str))
    assert not misplaced(Reading("sum", 287_000, 2_790_000, (), LOOSE, str))


def test_cells_that_share_neither_line_nor_column_are_not_set_against_each_other() -> None:
    story = told("Mill | before | after\nNorth | 9.2% | 6.1%\nSouth | 8.0% | 6.4%\n\nNorth fell by a third.")
    north, after, south, last = story.figures[:4]
    assert crossed(story, north, last)
    assert not crossed(story, north, after)
    assert not crossed(story, north, south)


def test_a_figure_that_says_how_far_something_went_is_no_end_of_it() -> None:
    text = "We lost 60 crates last year. This year it was 42 crates{}. The board heard that losses fell by 70%."
    assert said_around(named(told(text.format(", so 18 fewer")), "18")).change
    assert ("60 crates", "18") not in set(right(text.format(", so 18 fewer"), "70%"))
    assert ("60 crates", "18") in set(right(text.format(" and then 18"), "70%"))


def test_what_a_change_came_to_is_not_what_it_began_at() -> None:
    text = "The goal was 300 trips. By June the trips were {} 800. That is 62.5% fewer."
    assert ("300 trips", "800") not in set(right(text.format("down to"), "62.5%"))
    assert ("300 trips", "800") in set(right(text.format("still at"), "62.5%"))


def test_a_year_far_behind_the_only_rate_of_a_story_is_not_remote() -> None:
    text = "They pay $40,000 a month. We met. They left us. {}We talked. They stayed, and that is $300,000 a year."
    year = Reading("annualised", 300_000, 480_000, (0,), LOOSE, str)
    alone = seen(text.format(""))
    assert not remote(alone, named(alone.story, "$300,000"), year)
    rival = seen(text.format("Others pay $9,000 a month. Some left. "))
    assert remote(rival, named(rival.story, "$300,000"), year)


def test_a_bound_that_holds_is_confirmed() -> None:
    text = "Of the 120 pumps {} ran at night, so over half of the pumps ran at night."
    assert [(one.kind, one.verdict) for one in read(text.format("75"))] == [("share", "consistent")]


def test_a_distance_from_a_share_told_as_a_fraction_is_rough() -> None:
    text = "Late orders fell from {} to 12%, a full 20 points less."
    assert not [one for one in read(text.format("a third")) if one.verdict == "inconsistent"]
    assert [one.text for one in read(text.format("33.3%")) if one.verdict == "inconsistent"]


def test_what_came_down_from_a_figure_is_measured_from_it() -> None:
    text = "Last year eight people left. Two people left this year, so from {} we came down by 64%."
    assert not [one for one in read(text.format("5.5 a year")) if one.verdict == "inconsistent"]


def test_nine_in_ten_is_not_eight() -> None:
    text = "Of our 18 cases {} were lost, so nine in ten."
    assert {one.verdict for one in read(text.format("15")) if one.kind == "share"} != {"consistent"}
    assert {one.verdict for one in read(text.format("16")) if one.kind == "share"} == {"consistent"}


def test_a_before_and_after_are_no_whole_of_what_else_is_named() -> None:
    text = "Output went from 30 to 50 loaves an hour. We found that 40% of the {} was damp."
    assert not [one for one in read(text.format("flour")) if one.verdict == "inconsistent"]


def test_nobody_is_held_to_a_margin_in_parts_of_what_came() -> None:
    text = "Start-up was 240 ms, {} being 300 ms, so we had 20% in hand."
    assert 25 not in [one.reading.computed for one in stated(text.format("our limit"), "20%")]
    assert 25 in [one.reading.computed for one in stated(text.format("the old one"), "20%")]


def test_a_sign_before_a_score_makes_no_total_of_it() -> None:
    story = told("We had 40 and 60 plus 19 shops. The mark went from minus 12 to plus 19 points.")
    assert presented(story.figures[2]) == "total"
    assert presented(story.figures[-1]) != "total"
