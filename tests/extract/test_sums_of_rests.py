"""What is left once the parts of a whole are told one by one, and of a percent the other one."""

from __future__ import annotations

import pytest

from tests.extract.test_own_years import found, wrong

LEFT = "We read 900 letters by hand. Rent made up 270 of them, 30%; repairs 450, 50%; and the rest, {} letters, noise."
SPENT = (
    "It took a year and $2.4 million, of which $1.7 million was people, 71%, and $500,000 tools; the remaining {} went."
)
OTHER = "They found that 64% of the beds had not moved since the day before, and that only the other {} took a nurse."
WRONG = {
    "parts with their shares": (LEFT.format(280), 180.0),
    "amounts of which": (SPENT.format("$300,000"), 200_000.0),
    "the other percent": (OTHER.format("46%"), 36.0),
}
RIGHT = {
    "parts with their shares": (LEFT.format(180), "180"),
    "amounts of which": (SPENT.format("$200,000"), "$200,000"),
    "the other percent": (OTHER.format("36%"), "36%"),
}
SILENT = {
    "the rest of another whole": (
        "We read 900 letters by hand. In May we had 12 clerks and 4 vans, and the other 20 clerks sat in Leeds."
    ),
    "one part alone": "We had 900 letters. Rent came to 270 a week in spring. The remaining 310 boxes were empty.",
    "a percent of another whole": "64% of the beds were full. In the north the other 20% of the wards were shut.",
}


@pytest.mark.parametrize(("text", "due"), WRONG.values(), ids=WRONG.keys())
def test_a_rest_that_the_parts_do_not_leave_is_wrong(text: str, due: float) -> None:
    assert [claim.computed for claim in found(text) if claim.verdict == "inconsistent"] == [due]


@pytest.mark.parametrize(("text", "figure"), RIGHT.values(), ids=RIGHT.keys())
def test_a_rest_that_the_parts_leave_is_proven(text: str, figure: str) -> None:
    assert figure in [claim.text.split()[0] for claim in found(text) if claim.likely and claim.verdict == "consistent"]
    assert not wrong(text)


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_is_left_of_something_else_is_not_called_wrong(text: str) -> None:
    assert not wrong(text)


def test_so_many_that_have_a_price_come_to_it_so_many_times() -> None:
    text = "At €1.4 million a ward, the other six wards would have needed another {}, and nobody had said so."
    assert [claim.computed for claim in found(text.format("€7.4 million")) if claim.verdict == "inconsistent"] == [
        8.4e6
    ]
    assert [claim.verdict for claim in found(text.format("€8.4 million"))] == ["consistent"]


def test_those_that_have_another_price_are_not_held_to_it() -> None:
    assert not wrong("At €1.4 million a ward, the other six doctors would have needed another €7.4 million.")
