"""People told in two parts are one number; those who are said to be somebody else's are none of the teller's."""

from __future__ import annotations

import pytest

from tests.level.telling import told


@pytest.mark.parametrize(
    ("text", "engineers"),
    [
        ("I have nine people, and a further eleven report to me through a dotted line.", 20),
        ("I had nine people of my own and eleven more at the sites.", 20),
        ("I lead twelve engineers in Leeds and nine in Cork.", 21),
        ("I manage seven developers and another six through a lead in Pune.", 13),
        ("My team is eight engineers, plus a further five in Gdansk.", 13),
        ("I became manager of the remote teams: five engineers in Porto, four in Tunis and three in Wrocław.", 12),
        ("I lead nine developers in Leeds, seven in Cork, six in Pune and five in Lima.", 27),
    ],
)
def test_two_parts_are_added(text: str, engineers: float) -> None:
    led = told(text).engineers
    assert led is not None
    assert led.value == engineers


@pytest.mark.parametrize(
    ("text", "engineers"),
    [
        ("I had nine engineers and two left in spring.", 9),
        ("I had eight engineers in March and eleven in June.", 8),
        ("I have nine people, and a further eleven report to my colleague.", 9),
        ("I have nine people, and eleven other teams use it.", 9),
        ("I have nine people, and a further eleven customers wait.", 9),
        ("I lead nine engineers, four of them in Cork.", 9),
        ("I had six engineers and two more to hire.", 6),
        ("I had eight engineers in March, nine in June and eleven in July.", 8),
        ("I lead eight engineers in Leeds, four of them in Cork.", 8),
    ],
)
def test_other_people_beside_them_are_not(text: str, engineers: float) -> None:
    led = told(text).engineers
    assert led is not None
    assert led.value == engineers


@pytest.mark.parametrize(
    ("text", "engineers"),
    [
        ("I'm in Lyon, five direct reports, and the field force we feed is about 600 technicians.", 5),
        ("I lead eight people; the tool is for 300 technicians, none of whom report to me.", 8),
        ("My team is six engineers and we have 90 analysts around us, who don't report to me.", 6),
        ("I manage four engineers, and there are 600 technicians, who aren't mine of course.", 4),
        ("I lead 7 people with 60 engineers who report to the plant.", 7),
    ],
)
def test_people_who_are_disowned_are_not_led(text: str, engineers: float) -> None:
    led = told(text).engineers
    assert led is not None
    assert led.value == engineers


@pytest.mark.parametrize(
    ("text", "engineers"),
    [
        ("I lead 40 technicians, who weren't happy.", 40),
        ("I have 22 engineers, none of whom had run it before.", 22),
        ("I lead 30 people who report to me through four leads.", 30),
        ("My group is 25 engineers, not all in one place.", 25),
    ],
)
def test_people_of_whom_something_else_is_denied_are_led(text: str, engineers: float) -> None:
    led = told(text).engineers
    assert led is not None
    assert led.value == engineers


def test_departments_of_one_firm_are_no_organizations_and_those_of_a_state_are() -> None:
    inside = told("Three other departments now use it.")
    assert inside.organisations is None
    assert inside.teams is not None
    of_state = told("Fourteen government departments now use it.").organisations
    assert of_state is not None
    assert of_state.value == 14
