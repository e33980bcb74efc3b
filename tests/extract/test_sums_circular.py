"""Sums that go round in a circle or back against the story, and totals of what other sums led to."""

from __future__ import annotations

import pytest

from starproof.core.keeping import forget
from tests.extract.telling import read


def said(text: str, verdict: str) -> list[str]:
    return [claim.text for claim in read(text) if claim.verdict == verdict]


def shown(text: str, figure: str) -> list[str]:
    return [claim.explanation for claim in read(text) if claim.text == figure]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Lead time dropped from 20 days to 15. Demand had gone up by a third.", "a third"),
        ("The desk answers in 12 hours by the end of the second week, down from 16. Mail grew by a third.", "a third"),
        ("It took 16 days, and in May we settled in 12 days, 25% less. Volume had grown by a third.", "a third"),
        ("Churn fell from 6% to 4%. Signups went up 50% in that time.", "50%"),
        ("Defects dropped from 80 a month to 60. We also shipped a third more.", "a third"),
    ],
)
def test_what_fell_has_not_grown_from_where_it_fell_to(text: str, figure: str) -> None:
    assert shown(text, figure) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Prices went from $30 to $40, so a third more.", "a third"),
        ("Orders rose by a third, from 60 to 80 a day.", "a third"),
        ("A move took 16 days and now takes 12, so a mover's day is 25% shorter.", "25%"),
    ],
)
def test_a_change_is_still_shown_the_way_it_went(text: str, figure: str) -> None:
    assert len(shown(text, figure)) == 1


PUMPS = "The leaks cost 4,700 euros a day and we run 360 days, so 1.7 million euros a year. "


@pytest.mark.parametrize(
    "later",
    [
        "After the new pumps that's 1.3 million a year the plant keeps.",
        "After the new pumps that's nine hundred thousand a year the plant keeps.",
        "Today we lose 600,000 a year.",
    ],
)
def test_a_rate_that_has_its_year_has_no_other(later: str) -> None:
    assert said(PUMPS + later, "consistent") == ["1.7 million euros a year"]
    assert said(PUMPS + later, "inconsistent") == []


def test_the_year_of_a_rate_may_be_told_again() -> None:
    text = "The leaks cost 4,000 euros a month, so 48,000 euros a year. The report says it too: 48,000 euros a year."
    assert said(text, "consistent")[:1] == ["48,000 euros a year"]
    assert said(text, "inconsistent") == []


def test_a_year_that_a_rate_does_not_come_to_is_still_called_wrong() -> None:
    assert said("We cut the bill by $60,000 a month, which saves another $820,000 a year.", "inconsistent") == [
        "$820,000 a year"
    ]


RETURNS = (
    "Returns came down from 1.2 million to 480 thousand, so we save 720 thousand dollars every year. "
    "We let {carriers} go, it is 36 thousand in a month, 432 thousand in a year. "
)


@pytest.mark.parametrize("carriers", ["two carriers", "two of three carriers"])
@pytest.mark.parametrize(
    "total",
    ["Total is around 1.15 million dollars in a year.", "So together we save 1.15 million dollars every year."],
)
def test_a_total_adds_up_what_other_sums_led_to(carriers: str, total: str) -> None:
    (last,) = [claim for claim in read(RETURNS.format(carriers=carriers) + total) if "1.15" in claim.text]
    assert last.verdict == "consistent"
    assert "720 thousand dollars every year + 432 thousand in a year" in last.explanation


def test_a_total_is_not_added_to_its_own_parts() -> None:
    text = "I spent 180k on the tool and 350k on the break fee, 530k in all, and we save 1.1M a year."
    assert said(text, "consistent") == ["530k"]
    wrong = "The licence was 180k. It took 350k to leave. The tool and the fee were 630k, and we save 1.1M a year."
    assert "1.1M a year" not in said(wrong, "inconsistent")


def test_an_amount_by_the_year_is_set_against_none_by_the_month() -> None:
    text = RETURNS.format(carriers="two carriers") + "So together we save 1.16 million dollars every year."
    assert all(" to 36 thousand" not in claim.explanation for claim in read(text))
    assert said(text, "inconsistent") == []


HOURS = "Overtime fell from 900 hours to 500, so 400 hours, and rework from 350 to 190, another 160. "


def test_a_total_is_what_both_changes_came_to_and_no_other_two_figures() -> None:
    assert shown(HOURS + "That's 560 hours a month together.", "560 hours") == ["400 hours + 160 is 560 hours"]
    assert shown(HOURS + "That's 550 hours a month together.", "550 hours") in ([], ["400 hours + 160 is 560 hours"])


def test_what_is_left_and_what_went_are_not_added_up_again() -> None:
    text = (
        "Hosting went from $40k a month to $25k, so $180k a year. Licences went from $300k to $190k a year, $110k "
        "less. In all about $290k a year."
    )
    assert shown(text, "$290k a year") == ["$180k a year + $110k is $290k"]


@pytest.mark.parametrize("text", ["Dropping 85 old suppliers -> 310 down to 225.", "We cut 45 reports -> 130 to 85."])
def test_what_follows_behind_an_arrow_is_shown_once(text: str) -> None:
    assert len(said(text, "consistent")) == 1


def test_a_point_in_a_number_in_words_is_no_percentage_point() -> None:
    text = (
        "It costs forty-seven hundred a day, and the plant runs three hundred and sixty days, so one point seven "
        "million euros a year. By May scrap was at zero point nine percent. So that's one point four million a year."
    )
    assert all("percent times" not in claim.explanation for claim in read(text))


@pytest.mark.parametrize(
    ("text", "figure", "verdict"),
    [
        ("It's nineteen hundred crates a day, four percent, that's seventy-six.", "seventy-six", "consistent"),
        ("We ship 1,900 crates a day, four percent come back, so 76 a day.", "76 a day", "consistent"),
        (
            "It's nineteen hundred crates a day, four percent, that's seventy-six, and each one costs sixty-two euros. "
            "So that's about fifty-seven hundred a day.",
            "fifty-seven hundred a day",
            "inconsistent",
        ),
    ],
)
def test_what_a_share_of_things_comes_to_is_a_number_of_them(text: str, figure: str, verdict: str) -> None:
    assert figure in said(text, verdict)


def test_a_promised_share_is_no_share_of_two_amounts_elsewhere() -> None:
    text = (
        "Claims leak 3.2% of £900M. By the end of the year the new desk was worth £13.5M a year. "
        "I had promised 1.5%, and the motor line is late."
    )
    assert shown(text, "1.5%") == []


SPEED = "A claim took 20 days and now takes 15, so it is {}."
ALIKE = (
    "Lead time dropped from 20 days to 15. Demand had gone up by a third.",
    "Lead time went up from 15 days to 20. Demand had gone up by a third.",
    SPEED.format("a third faster"),
    SPEED.format("a third more"),
    "The desk answers in 15 hours most days of the week, down from 20. Mail grew by a third.",
    "The desk answers in 15 hours most days of the week, and used 20. Mail grew by a third.",
    PUMPS + "After the new pumps that's 1.3 million a year the plant keeps.",
    "The leaks cost 4,700 euros a day and we run 360 days. After the pumps that's 1.3 million a year the plant keeps.",
)


def test_what_was_read_before_changes_nothing() -> None:
    cold = []
    for text in ALIKE:
        forget()
        cold.append(read(text))
    warm = [read(text) for text in (*ALIKE, *reversed(ALIKE))]
    assert warm == [*cold, *reversed(cold)]
