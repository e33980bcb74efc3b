"""Sums in passing that the words rule out or name, each beside one that looks alike."""

from __future__ import annotations

import pytest

from tests.extract.telling import read


def said(text: str) -> dict[str, str]:
    return {claim.text: claim.verdict for claim in read(text)}


def test_what_is_to_spare_beside_a_length_is_not_the_length() -> None:
    text = "We laid the first rail on 4 March and the last on 29 April, eight weeks, which left {} to spare."
    assert said(text.format("over a month")) == {"eight weeks": "consistent"}
    spared = "The permit ran out on 29 April and we were done on 19 April, {} to spare."
    assert said(spared.format("ten days")) == {"ten days": "consistent"}
    assert said(spared.format("twenty days")) == {"twenty days": "inconsistent"}


def test_work_that_ran_from_one_month_until_another_may_take_in_both() -> None:
    text = "The tunnel took our crew {}, from February until September."
    assert said(text.format("eight months")) == {"eight months": "consistent"}
    assert said(text.format("seven months")) == {"seven months": "consistent"}
    assert said(text.format("ten months")) == {"ten months": "inconsistent"}


def test_a_share_of_a_whole_that_is_named_again_before_its_amount_is_of_it() -> None:
    text = "Trucks that stood idle took 30% of the diesel, and diesel was $90,000 of the bill. So {} went nowhere."
    assert said(text.format("about $27,000 a month"))["about $27,000 a month"[6:]] == "consistent"
    other = (
        "Trucks that stood idle took 30% of the diesel, and salt was $90,000. So about $27,000 a month went nowhere."
    )
    assert "$27,000 a month" not in said(other)


def test_a_price_of_numbers_of_things_is_no_change_of_them() -> None:
    text = "Left to do: 592. Remaining parcels: 2,568. Moved 1,100 from vans to bicycles, 60% {}."
    assert "60%" not in said(text.format("cheaper"))
    assert said("A parcel cost $10 by van and costs $4 by bicycle, 50% cheaper.") == {"50%": "inconsistent"}


def test_a_length_told_bare_is_set_against_no_percent() -> None:
    text = (
        "2 weeks of paint, 3 weeks of tests, 1 week of drying = 7 weeks, planned were 8.\n\n* returns 2.2%: 38% better"
    )
    assert said(text).get("38%") != "inconsistent"
    assert said("Returns went from 8 to 2.2%, so 38% better.") == {"38%": "inconsistent"}


def test_nothing_is_left_of_two_figures_that_a_percent_is_told_of() -> None:
    text = (
        "We had been given $1.5 million and spent $1.26 million, 16 percent under. One mill costs $95,000 a month, "
        "and both had cost $230,000. So $135,000 falls away each month."
    )
    assert said(text).get("$135,000") != "inconsistent"
    back = "We had been given $1.5 million and spent $1.26 million, 16 percent under, so {} went back."
    assert said(back.format("$240,000"))["$240,000"] == "consistent"
    assert said(back.format("$340,000"))["$340,000"] == "inconsistent"


@pytest.mark.parametrize(("hedge", "verdict"), [("like", None), ("exactly", "inconsistent")])
def test_what_follows_from_a_number_in_the_rough_is_held_to_no_digit(hedge: str, verdict: str | None) -> None:
    text = f"a tenth of them pay {hedge} seven thousand and they pay a dollar ten a month so that's 7600 dollars"
    assert said(text).get("7600 dollars") == verdict


def test_what_came_down_to_nothing_is_no_change_at_a_price() -> None:
    text = (
        "so that's twelve hundred more with zero complaints and each makes nineteen dollars a month so the extra ones"
    )
    assert said(f"{text} are worth thirty two thousand eight hundred a month").popitem()[1] == "inconsistent"
    assert said(f"{text} are worth twenty two thousand eight hundred a month").popitem()[1] == "consistent"


def test_a_few_things_take_no_unit_from_a_later_sentence() -> None:
    text = "- wrote 4 questions w/ two seniors; each cook shadowed 2\n- dropped the exam: 5 hrs of their time, 40% {}"
    assert "40%" not in said(text.format("dropped there"))
    assert said("It took a cook 5 hours in May. Now it is 2, so 40% less.") == {"40%": "inconsistent"}


def test_a_share_of_a_number_at_a_price_is_a_product_of_three() -> None:
    text = "We lost about 1.9 percent of the parcels. On 410,000 parcels a month at 38 dollars that was close to {}."
    assert said(text.format("$300,000 a month")) == {"$300,000 a month": "consistent"}
    assert "$450,000 a month" not in said(text.format("$450,000 a month"))


def test_points_of_a_number_are_so_many() -> None:
    text = "Bookings went up by 0.6 points. With 1.3 million visits a month, that's {} more bookings."
    assert said(text.format("7,800")).get("7,800 more bookings") == "consistent"
    assert said(text.format("3,100")).get("3,100 more bookings") is None


def test_one_more_of_a_row_or_of_others_is_no_distance() -> None:
    text = "The move is ten weeks away, and she'd want sixteen weeks. A flood, by the last one, is $2 million plus {}."
    assert said(text.format("six weeks of repairs")) == {}
    assert said("We had ten weeks and she wants sixteen weeks, so six weeks more.") == {"six weeks": "consistent"}
    left = "- 6 of 7 still here, two promoted\n- kitchen taken over by {}"
    assert "4 other cooks" not in said(left.format("4 other cooks"))


def test_a_share_that_names_its_whole_is_of_no_before_and_after_of_another() -> None:
    text = "the top titles which is where like seventy percent of {} is and the {} rate went from 3.2 megabits to 2.1"
    assert "seventy percent" not in said(text.format("viewing", "picture"))
    assert said("The alarms went from 9,000 a day to 1,125, so an eighth of theirs.") == {"an eighth": "consistent"}


def test_a_part_that_is_saved_is_measured_from_what_was_there_before() -> None:
    text = "In its first winter the pool burned 5.1 GWh, and in the winter before it had burned 6.8, so that {} saved."
    assert said(text.format("a quarter of the heat is")) == {"a quarter": "consistent"}
    assert said(text.format("a third of the heat is")) == {"a third": "inconsistent"}
