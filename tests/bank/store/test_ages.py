"""Lists by age: a database finds exactly the stories that coverage calls so old."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.bank import Bank
from starproof.core.ages import AGES, FRESHNESS, age_of, firsts
from starproof.core.bank import Draft
from starproof.errors import BankError, UsageError

EDGES = ("0000", "0000-01-01", "9999", "9999-12", "9999-12-31", "2024-02-29", "2023-02-31")
TODAYS = ("2026-03-31", "2026-12-31", "2026-01-01", "2026-06", "2026", "2024-02-29", "0001-01-01", "9999-12-31")
YEARS = st.integers(0, 9999)
DATES = st.one_of(
    st.builds("{:04}".format, YEARS),
    st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{:04}-{:02}-{:02}".format, YEARS, st.integers(1, 12), st.integers(1, 31)),
)


def dates(chance: random.Random) -> list[str]:
    """Years, months and days, most of them where ages turn."""
    found = [*EDGES, *map(str, range(2015, 2030)), *(f"{y}-{m:02}" for y in range(2018, 2028) for m in range(1, 13))]
    for _ in range(400):
        year = chance.choice((2021, 2023, 2019, 2020, 2026, chance.randrange(10_000)))
        found.append(f"{year:04}-{chance.randrange(1, 13):02}-{chance.randrange(1, 32):02}")
    return sorted(set(found))


def test_a_list_by_age_holds_what_coverage_calls_so(bank: Bank) -> None:
    happened = dates(random.Random(3))
    bank.add_all([Draft("x", id=day, happened=day) for day in happened])
    bank.add(Draft("x", id="unsaid"))
    for today in TODAYS:
        for fresh in FRESHNESS:
            page = bank.list(fresh=fresh, today=today, sort="id", limit=2000)
            wanted = [day for day in happened if age_of(day, today) == fresh] if fresh in AGES else ["unsaid"]
            assert [line.id for line in page.lines] == wanted, (today, fresh)
            assert page.total == len(wanted)


@given(DATES, DATES)
def test_every_date_lies_on_its_side_of_where_ages_turn(happened: str, today: str) -> None:
    place = (4, 7, 10).index(len(happened))
    told = "fresh" if happened >= firsts("fresh", today)[place] else "stale"
    if told == "stale" and happened >= firsts("ageing", today)[place]:
        told = "ageing"
    assert told == age_of(happened, today)


def test_ages_are_told_by_the_banks_own_day_where_none_is_given(bank: Bank) -> None:
    bank.add(Draft("x", id="new", happened="2025-12"))
    bank.add(Draft("x", id="old", happened="2019"))
    assert [line.id for line in bank.list(fresh="fresh").lines] == ["new"]
    assert [line.id for line in bank.list(fresh="stale").lines] == ["old"]


def test_an_age_narrows_beside_other_filters_and_from_page_to_page(bank: Bank) -> None:
    bank.add_all([Draft("x", id=f"s{n}", happened=f"20{10 + n}", tags=("odd",) * (n % 2)) for n in range(10)])
    wanted = {"fresh": "stale", "today": "2020", "tag": "odd", "sort": "id", "limit": 2}
    page = bank.list(**wanted)  # type: ignore[arg-type]
    assert [line.id for line in page.lines] == ["s1", "s3"]
    rest = bank.list(**wanted, after=page.next)  # type: ignore[arg-type]
    assert ([line.id for line in rest.lines], rest.total) == (["s5"], 3)


def test_an_age_or_a_day_that_is_none_is_refused(bank: Bank) -> None:
    with pytest.raises(BankError, match=r"E-BNK-015.*fresh, ageing, stale, undated"):
        bank.list(fresh="crisp")  # type: ignore[arg-type]
    for today in ("nope", "2026-13", ""):
        with pytest.raises(UsageError, match="which is no date"):
            bank.list(fresh="fresh", today=today)
