"""Figures in few words: a quarter of change, so few in so many, the person behind a field, and lengths apart."""

from __future__ import annotations

import pytest

from starproof.extract.quantities import quantities


def told(text: str) -> list[tuple[str, str, float]]:
    return [(one.text, one.kind, one.value) for one in quantities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The change brought an increase of about a quarter in orders.",
        "Orders were up roughly a quarter.",
        "A cut of nearly a quarter in the bills came.",
    ],
)
def test_a_change_of_about_a_quarter_is_a_share(text: str) -> None:
    assert told(text) == [("a quarter", "percent", 25.0)]


@pytest.mark.parametrize(
    "text",
    [
        "After a delay of about a quarter we went live.",
        "It took a stretch of about a quarter.",
        "It ran a quarter late.",
    ],
)
def test_a_stretch_of_about_a_quarter_is_a_time(text: str) -> None:
    assert [kind for _, kind, _ in told(text)] == ["duration"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We went from 2 % errors to five in five thousand.", ("five in five thousand", "percent", 0.1)),
        ("Late orders: 3 in 20,000.", ("3 in 20,000", "percent", 0.015)),
        ("We lose two in four hundred.", ("two in four hundred", "percent", 0.5)),
    ],
)
def test_a_few_in_very_many_are_a_share(text: str, found: tuple[str, str, float]) -> None:
    assert told(text)[-1] == found


@pytest.mark.parametrize("text", ["We opened 12 in 400 stores.", "We hired five in 2020.", "We fixed 3 in 2,000 days."])
def test_a_few_in_places_or_times_are_no_share(text: str) -> None:
    assert "percent" not in [kind for _, kind, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Team: 6 backend, 1 test automation eng, 2 data.", "1 test automation eng"),
        ("I had one site reliability engineer.", "one site reliability engineer"),
        ("We had 1 platform team.", "1 platform team"),
    ],
)
def test_a_person_is_counted_and_not_the_field(text: str, counted: str) -> None:
    assert counted in [words for words, _, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("We ran 1 test on Monday.", "1 test"),
        ("They won by a one-stroke lead.", "one-stroke"),
        ("I had one engineer lead the way.", "one engineer"),
    ],
)
def test_a_thing_is_counted_where_nobody_follows(text: str, counted: str) -> None:
    assert told(text) == [(counted, "count", 1.0)]


def test_a_quarter_that_has_days_is_no_part_of_a_length() -> None:
    found = [words for words, _, _ in told("Ninety days and a quarter has ninety-two, so we moved the date.")]
    assert found[0] == "Ninety days"


def test_two_years_and_a_quarter_are_one_length() -> None:
    assert [words for words, _, _ in told("Two years and a quarter later it was done.")] == ["Two years and a quarter"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It made $230k a month. Complaints are flat at 40 a month.", "count"),
        ("It made $2.8M/yr, and tickets stayed at 40 a month.", "count"),
        ("The depot cost $230k a month. Our refunds are down to 140.", "money"),
        ("The licence was $900k. Costs are at 700 now.", "money"),
    ],
)
def test_things_at_a_level_are_counted_beside_a_sum(text: str, last: str) -> None:
    assert told(text)[-1][1] == last


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("median 2m50 -> 1m52 (-34%)", [("2m50", "duration", 170.0), ("1m52", "duration", 112.0)]),
        ("From 4m30 to 2m09 a call.", [("4m30", "duration", 270.0), ("2m09", "duration", 129.0)]),
        ("It took 3h05 each time.", [("3h05", "duration", 11_100.0)]),
    ],
)
def test_two_digits_behind_the_letter_of_a_unit_are_its_sixtieths(
    text: str, found: list[tuple[str, str, float]]
) -> None:
    assert [one for one in told(text) if one[1] != "percent"] == found


@pytest.mark.parametrize("text", ["It earned €2m50 that year.", "We raised 2m50 euros.", "It went from 2m 50 to 3m."])
def test_an_m_that_is_no_minute_stays_a_million(text: str) -> None:
    assert told(text)[0][2] == 2e6
