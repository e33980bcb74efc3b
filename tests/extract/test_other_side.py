"""An outcome that is a difference is told with the two amounts between which it lies."""

from __future__ import annotations

from starproof.core.facts import Facts, Impact
from starproof.extract.baselines.other_side import apart, other_side
from starproof.extract.quantities import quantities

TOLD = "We lost €50,000 a month to spoiled film. Today it is €10,000 a month."


def facts(text: str, usd: float, at: int) -> Facts:
    return Facts(quantities=quantities(text), impact=Impact(usd, at, "converted"))


def test_the_other_amount_is_found_and_both_are_named_in_text_order() -> None:
    told = facts(TOLD, 528_000.0, 1)
    found = other_side(told)
    assert found is not None
    assert found.value == 50_000
    assert apart(told) == "the difference between “€50,000 a month” and “€10,000 a month”"


def test_an_amount_that_is_the_outcome_itself_has_no_other_side() -> None:
    assert other_side(facts(TOLD, 132_000.0, 1)) is None
    assert apart(facts(TOLD, 132_000.0, 1)) == ""


def test_an_outcome_that_no_two_amounts_make_has_no_other_side() -> None:
    assert other_side(facts(TOLD, 300_000.0, 1)) is None
