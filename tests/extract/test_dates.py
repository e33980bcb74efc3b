from __future__ import annotations

import pytest

from starproof.extract.sums.story.dates import moments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We began on the first and were done by the ninth.", ["on the first", "by the ninth"]),
        ("On the third we shipped it; by the 12th every shop had it.", ["On the third", "by the 12th"]),
        ("on the fifth i called her", ["on the fifth"]),
        ("They gave us the third, um, of May to do it.", ["the third, um, of May"]),
        (
            "We began, you know, on the first, and on, like, the ninth of July it stood.",
            ["on the first", "the ninth of July"],
        ),
        ("I sat in on the first four calls with the client.", []),
        ("on the second day he came back to the third floor", []),
    ],
)
def test_a_day_that_is_spelled_out_is_a_date_only_where_nothing_is_counted_by_it(text: str, found: list[str]) -> None:
    assert [text[moment.span.start : moment.span.end] for moment in moments(text)] == found
