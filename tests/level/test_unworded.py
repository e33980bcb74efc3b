"""What the learned reader takes for a hard choice counts for the judgement, where no words name one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.facts import Leaning
from starproof.core.results import Rating
from starproof.level import rate, read_level
from starproof.rules.ldr.LDR501 import no_hard_decision
from tests.level.telling import hear

FLAG = "no-hard-decision"
STORY = (
    "Our ferry office sold each seat twice in the first week of May. I ran the office with two teams. {middle} By June "
    "nobody stood on the quay without a seat, and the count has held for a year. I look at the list first now."
)
PLAIN = STORY.format(middle="I wrote the list anew. The captain took it to the owner, and I went with him.")
WORDED = STORY.format(
    middle="I refused to sell the upper deck because it leaked, which cost 40 seats a day. The captain was against it."
)


def judged(text: str, *against: int) -> Rating:
    context = replace(hear(text), leanings={FLAG: Leaning(0.05, (), against)})
    return next(one for one in rate(context, (), (), read_level(context, ())) if one.criterion == "judgement")


@pytest.mark.parametrize(("against", "rating"), [((), 1), ((3,), 2), ((3, 2), 3), ((3, 2, 1), 3)])
def test_each_sentence_that_is_read_as_a_hard_choice_lifts_a_judgement_by_a_step_up_to_two(
    against: tuple[int, ...], rating: int
) -> None:
    found = judged(PLAIN, *against)
    assert found.rating == rating
    assert ("in no word for one" in " ".join(found.because)) is bool(against)
    assert ("The captain took it" in " ".join(one.quote for one in found.evidence)) is bool(against)


def test_it_adds_nothing_to_what_words_name() -> None:
    assert judged(WORDED, 3, 2) == judged(WORDED)


def test_it_is_quoted_where_the_flag_is_clear_and_nothing_else_shows_why() -> None:
    context = replace(hear(PLAIN), leanings={FLAG: Leaning(0.05, (), (3,))})
    verdict = no_hard_decision.judge(context)  # type: ignore[misc]
    assert verdict.status == "clear"
    quoted = [one.quote for one in verdict.evidence]
    assert quoted == ["The captain took it to the owner, and I went with him."]
