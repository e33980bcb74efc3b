"""What became of it is heard in words that can mean nothing else, and the flags of an ending give way to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.facts import Leaning
from starproof.extract.sequel import sequels
from starproof.rules.base import Rule
from starproof.rules.com.COM605 import no_follow_up
from starproof.rules.imp.IMP403 import short_horizon
from tests.level.telling import hear

STORY = (
    "I manage six fitters at a bus garage in Antwerp. Brakes were checked late, and I was to end that. I decided to "
    "check at night, although the drivers were against it. Late checks fell from 31 to 4 a month. "
)


@pytest.mark.parametrize(
    "ending",
    [
        "The foreman and I still count them every Friday.",
        "Every quarter the three of us still go through the list.",
        "We put it in the plan for next year.",
        "It went into this year's budget with the drivers' names on it.",
        "The union now sends me its own list of late brakes.",
        "The next year as well nobody was late.",
        "Anke and I do a walk round of it every quarter now.",
    ],
)
def test_words_that_can_mean_nothing_else_tell_what_became_of_it(ending: str) -> None:
    context = hear(STORY + ending)
    assert [ending.startswith(context.document.quote(span)[:8]) or span for span in sequels(context)] == [True]


@pytest.mark.parametrize(
    "ending",
    [
        "The drivers still complain every week.",
        "We finished by the date in the plan.",
        "I would ask the drivers sooner now.",
        "We do not now ask anybody for it.",
        "It was still dark when they came in.",
    ],
)
def test_other_words_tell_nothing_of_it(ending: str) -> None:
    assert not list(sequels(hear(STORY + ending)))


@pytest.mark.parametrize(("flag", "rule"), [("no-follow-up", no_follow_up), ("short-horizon", short_horizon)])
def test_the_flag_of_an_ending_gives_way_to_them_however_sure_its_reader_is(flag: str, rule: Rule) -> None:
    for ending, status in (("The foreman and I still count them every Friday.", "clear"), ("I was glad.", "raised")):
        context = replace(hear(STORY + ending), leanings={flag: Leaning(0.9)})
        assert rule.judge is not None
        assert rule.judge(context).status == status
