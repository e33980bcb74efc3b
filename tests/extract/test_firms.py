"""How large the firm is says where the teller works, and not whom they lead."""

from __future__ import annotations

import pytest

from tests.level.telling import told


@pytest.mark.parametrize(
    "text",
    [
        "Me: EM data platform, 2 teams / 11 eng. Fintech, ~400 ppl",
        "I ran two teams, 11 engineers, at a startup, 120 people.",
        "I led three squads with 11 developers at a bank with about 900 employees.",
        "I managed two teams (11 devs) at an insurtech, about 250 people.",
    ],
)
def test_the_size_of_a_firm_behind_its_sort_is_nobody_led(text: str) -> None:
    engineers = told(text).engineers
    assert engineers is not None
    assert engineers.value == 11


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I ran an agency, 40 people.", 40),
        ("Fintech, 60 people report to me.", 60),
        ("I was running an organization, 60 people.", 60),
        ("I was an EM at a bank, with 25 engineers in three teams.", 25),
        ("I lead a team in tech, 40 people.", 40),
    ],
)
def test_those_who_are_told_to_be_led_are_no_firm(text: str, value: float) -> None:
    engineers = told(text).engineers
    assert engineers is not None
    assert engineers.value == value


@pytest.mark.parametrize(
    "text",
    [
        "Our vans were late, so I hired five firms as couriers.",
        "I signed contracts with five companies for the deliveries.",
        "I asked for quotes from four companies that bid on it.",
        "I hired five firms as couriers. Within a month the five firms were on one interface.",
    ],
)
def test_firms_that_are_paid_for_what_they_do_are_no_organizations_to_agree(text: str) -> None:
    assert told(text).organisations is None


@pytest.mark.parametrize(
    "text",
    [
        "Five firms agreed on one format, which took me a year.",
        "I brought five companies to one table, and each gave up its own form.",
        "We hired nobody, and five firms joined the standard.",
    ],
)
def test_firms_with_aims_of_their_own_are(text: str) -> None:
    found = told(text).organisations
    assert found is not None
    assert found.value == 5


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("This was when I was running the belt team at the airport company we had eight engineers and me.", 8),
        ("I was running the belts at a company, we had six engineers.", 6),
        ("I was running two teams, 11 engineers, at a company of 80 engineers.", 11),
    ],
)
def test_whom_we_had_at_a_company_is_whom_the_teller_led(text: str, value: float) -> None:
    engineers = told(text).engineers
    assert engineers is not None
    assert engineers.value == value
