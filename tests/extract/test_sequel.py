"""What became of it is heard in words that can mean nothing else, and the flags of an ending give way to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.facts import Leaning
from starproof.extract.time.sequel import sequels
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
        "We do that for every new bus.",
        "Now one of the fitters walks two rows every Monday.",
        "The depot team picked it up in May.",
        "I ask in each review who would say no.",
        "They count the discs before every winter.",
        "We now have it as a gate in the planning of parts.",
        "It's now on our morning checklist.",
        "The disc count now is part of their public guidance.",
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
        "We now have it in writing.",
        "It is now in the hands of the lawyers.",
        "The bus is now in the garage.",
        "I would ask the drivers sooner now.",
        "We do not now ask anybody for it.",
        "It was still dark when they came in.",
        "Now the drivers lose an hour every week.",
        "We asked it in every garage.",
        "We read it out to each of them.",
        "We wait for every disc.",
        "They laugh about it at every party.",
        "We save two thousand euros every month.",
        "I would do that for every bus.",
        "The whole team took it up with the union.",
        "If we do that for every bus, it costs a week.",
    ],
)
def test_other_words_tell_nothing_of_it(ending: str) -> None:
    assert not list(sequels(hear(STORY + ending)))


@pytest.mark.parametrize(
    ("ending", "quote"),
    [
        ("So now one of my fitters does a walk through the yard every Friday and asks.", "one of my fitters does"),
        ("We do that for every bus, and the tram team took that over as well.", "the tram team took that"),
        ("I was wrong, and the tram team took that over as well.", "the tram team took that over"),
    ],
)
def test_a_habit_or_what_others_took_over_is_heard_in_any_clause(ending: str, quote: str) -> None:
    context = hear(STORY + ending)
    assert [quote in context.document.quote(span) for span in sequels(context)] == [True]


@pytest.mark.parametrize(("flag", "rule"), [("no-follow-up", no_follow_up), ("short-horizon", short_horizon)])
def test_the_flag_of_an_ending_gives_way_to_them_however_sure_its_reader_is(flag: str, rule: Rule) -> None:
    for ending, status in (("The foreman and I still count them every Friday.", "clear"), ("I was glad.", "raised")):
        context = replace(hear(STORY + ending), leanings={flag: Leaning(0.9)})
        assert rule.judge is not None
        assert rule.judge(context).status == status
