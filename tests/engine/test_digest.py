"""A review in brief: complete, honest, and the same again after keeping."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.bank import Digest
from starproof.core.document import Story
from starproof.engine import Reviewer
from starproof.engine.digest import digest, digest_as_dict
from starproof.errors import InputError

STORY = """# The quiet migration

I manage six direct reports and own the billing platform, 24 engineers in three teams. In March 2023 two of our
largest customers threatened to leave over wrong invoices. I decided to stop all features for a quarter, although my
director was against it. We hired nine engineers that year. Invoices are right now in 99.7% of cases, up from 91%, and
we kept $1.4M a year. Priya was promoted to senior engineer. It still runs two years later.
"""


def made(text: str) -> Digest:
    return digest(Reviewer().review(Story("s-1", text, "Migration", "When did you disagree?")))


def stated(text: str) -> dict[str, float]:
    return {proof.measure: proof.value for proof in made(text).proofs}


def test_a_digest_says_what_the_review_says() -> None:
    review = Reviewer().review(Story("s-1", STORY, "Migration", "When did you disagree?"))
    found = digest(review)
    assert (found.id, found.title, found.question) == ("s-1", "Migration", "When did you disagree?")
    assert found.principles == review.principles
    assert found.reads_as == review.level.reads_as
    assert set(found.flags) == {flag.id for flag in review.flags if flag.status == "raised"}
    assert found.opening.startswith("I manage six direct reports")
    assert found.guide == "l6-engineering-manager/1"


def test_every_number_of_the_manager_is_quoted_from_the_story() -> None:
    proofs = {proof.measure: proof for proof in made(STORY).proofs}
    assert all(proof.span.of(STORY) == proof.quote for proof in proofs.values())
    assert proofs["reports"].value == 6
    assert proofs["engineers"].value == 24
    assert proofs["hires"].value == 9
    assert proofs["impact"].value == 1_400_000
    assert "promoted" in proofs["grown"].quote
    assert "billing" in proofs["owned"].quote


@pytest.mark.parametrize(
    ("text", "hires"),
    [
        ("We hired nine engineers that year.", 9),
        ("I hired twelve people in 2022, all of them still here.", 12),
        ("Together with my leads I recruited 14 developers within eight months.", 14),
        ("I hired 30 engineers over two years.", 15),
        ("We recruited two engineers a quarter.", 8),
        ("Eleven engineers were hired in nine months.", 11),
        ("We made 12 hires last year.", 12),
    ],
)
def test_hires_are_counted_by_the_year(text: str, hires: float) -> None:
    assert stated(f"I ran the payments team. {text} It took patience.")["hires"] == hires


@pytest.mark.parametrize(
    "text",
    [
        "I was asked to hire sixteen engineers in ten months.",
        "Our plan was to hire ten engineers that year.",
        "I wanted to hire nine people in 2022.",
        "A competitor hired nine engineers from us that year.",
        "We never hired the nine engineers that year.",
        "The previous director had hired twelve people in 2019.",
        "We hired a firm of 40 people that year.",
        "I hired three contractors in 2021.",
        "I was hired with five engineers in 2020.",
        "Two of the engineers left that year.",
        "We interviewed 60 candidates in 2022.",
        "The other groups took our process over, about 35 hires that year.",
        "We wanted 15 hires that year.",
    ],
)
def test_plans_hopes_and_the_hires_of_others_are_none(text: str) -> None:
    assert not {"hires", "hired"} & set(stated(f"I ran the payments team. {text} It took patience."))


@pytest.mark.parametrize(
    ("text", "hired"),
    [
        ("Two of my last five hires had left within a year.", 5),
        ("Within 18 months 21 of our 23 hires stayed past one year.", 23),
        ("Most of our nine hires stayed over two years.", 9),
    ],
)
def test_how_long_some_of_the_hires_stayed_is_not_the_time_in_which_they_were_hired(text: str, hired: float) -> None:
    found = stated(f"I ran the payments team. {text} It took patience.")
    assert found["hired"] == hired
    assert "hires" not in found


@pytest.mark.parametrize(
    ("text", "hires"),
    [("We made a total of 12 hires in a year.", 12), ("I hired three of the five engineers in a year.", 3)],
)
def test_hires_with_an_of_that_takes_no_part_of_them_are_counted_by_the_year(text: str, hires: float) -> None:
    assert stated(f"I ran the payments team. {text} It took patience.")["hires"] == hires


def test_hires_without_a_time_are_not_called_yearly() -> None:
    found = stated("I ran the payments team. I hired seven engineers. It took patience.")
    assert found["hired"] == 7
    assert "hires" not in found


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("She was promoted the following spring.", 1),
        ("Two of them became senior engineers.", 2),
        ("I promoted Oksana in the autumn.", 1),
        ("I made her the lead of the new squad.", 1),
        ("Three of the new colleagues have meanwhile been promoted.", 3),
    ],
)
def test_people_who_rose_count_as_grown(text: str, people: float) -> None:
    assert stated(f"I coached the payments team. {text} It took patience.")["grown"] == people


@pytest.mark.parametrize(
    "text",
    [
        "I was promoted the following spring.",
        "My director was promoted.",
        "The build was promoted to production.",
        "He was never promoted.",
        "This was the people before me, who bought the cheapest modem and were promoted for it.",
        "Our signals became the standard of the trade body.",
        "We became the lead team for search.",
        "It was moved out of its leader group.",
    ],
)
def test_the_speaker_the_boss_and_things_that_rise_are_not_grown(text: str) -> None:
    assert "grown" not in stated(f"I coached the payments team. {text} It took patience.")


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_whatever_can_be_reviewed_is_quoted_and_told_as_json(text: str) -> None:
    try:
        found = made(text)
    except InputError:
        return
    json.dumps(digest_as_dict(found), allow_nan=False)
    assert all(proof.span.of(text) == proof.quote for proof in found.proofs)
