"""What the sums of a story tell of its amounts of money."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.extract.claims import claims
from starproof.extract.money.derived import Derived
from starproof.extract.quantities import quantities
from starproof.extract.sums.story.figures import telling
from starproof.parse.story import parse


def derived(text: str) -> tuple[dict[str, set[str]], dict[str, str]]:
    """The signs and the periods of the amounts, by their words."""
    document = parse(Story("story", text))
    spans = [sentence.span for sentence in document.sentences]
    figures = quantities(document.text, within=spans)
    found = Derived.of(telling(document.text, figures, spans).figures, claims(document.text, figures, spans))
    said = {index: figure.text for index, figure in enumerate(figures)}
    return (
        {said[index]: set(signs) for index, signs in found.signs.items()},
        {said[index]: often for index, often in found.periods.items()},
    )


@pytest.mark.parametrize(
    ("text", "amount", "signs"),
    [
        ("The bill went from $90,000 a month to $60,000 a month, so we save $30,000.", "$30,000", {"difference"}),
        ("Each visit costs $90 and we had 400 visits, so that is $36,000.", "$36,000", {"product"}),
        (
            "Visits fell from 900 to 500 a week, so that is 400 fewer. At $90 a visit that is $36,000.",
            "$36,000",
            {"product", "fewer"},
        ),
    ],
)
def test_an_amount_tells_how_it_was_reckoned(text: str, amount: str, signs: set[str]) -> None:
    assert derived(text)[0] == {amount: {f"derived.{sign}" for sign in signs}}


@pytest.mark.parametrize("text", ["We save $30,000 a month, which is $360,000 a year.", "We lost $30,000 on 12 boats."])
def test_a_rate_over_a_year_and_an_amount_alone_have_no_sign(text: str) -> None:
    assert not any(derived(text)[0].values())


@pytest.mark.parametrize(
    "text",
    ["We save $30,000 a month, which is $360,000 a year.", "We save $360,000 a year, or $30,000 a month."],
)
def test_of_a_rate_and_its_year_only_the_year_is_by_the_year(text: str) -> None:
    assert derived(text)[1] == {"$360,000 a year": "year"}


def test_a_story_without_money_has_nothing_derived() -> None:
    assert derived("Visits fell from 900 to 500, so that is 400 fewer.") == ({}, {})
