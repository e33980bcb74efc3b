"""A hundred sessions over the corpus: nothing is asked twice, and nothing that has been answered.

What counts as answered is decided here and not by the interviewer: a point that it is known to ask about is answered in
words written below, either inside the story or by the speaker of their own accord, and must not be asked about then.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

import pytest

from starproof.core.practice import MANNERS, Asked
from starproof.practice.interviewer import next_question
from tests.corpus import rows, text_of
from tests.practice.interviewer.support import listen, session
from tests.practice.interviewer.test_recorded import checked

SESSIONS = 100
MOST = 6
TRUE: Mapping[str, tuple[str, ...]] = {
    "baseline": ("At the start of that year it had been 37 a week, and then 11.", "It came down from 64 to 21 a day."),
    "whole": ("That is 340 of the 2,000 we had.", "There were 1,200 in all."),
    "period": ("I am talking about the whole of 2022.", "That figure is for six months."),
    "measurer": ("The controllers in finance worked that number out.", "Our analyst took it from the logs."),
    "else": ("Nothing else changed in those weeks, and we had a control group.",),
    "amount": ("In figures it went from 48 hours to 6.", "We got 85 percent of them done the same day."),
    "result": ("In the end complaints fell by half and it still runs today.",),
    "date": ("All this happened between March and October 2021.", "This was three years ago."),
    "lesson": ("What I learned is to speak to the night shift first.", "Next time I would start with the users."),
    "stakes": ("Had we failed, our biggest customer would have left.", "There was a penalty of 2 million at stake."),
    "affected": ("The nurses on all wards felt it at once.", "It touched every customer in the region."),
    "scope": ("I had nine engineers and a budget of my own.", "My team was twelve people and I answered for it."),
    "own-part": ("I drew the plan and I told the board myself.", "I rewrote the schedule and took it to the union."),
    "reason": ("I did that because nothing else would have been ready in time.",),
    "alternative": ("The other option was to buy a tool instead, and I ruled it out.",),
    "cost": ("It cost us the summer release, and sales were angry about that.",),
    "resolution": ("We talked for an hour, and in the end we agreed on a trial.", "She came round once she saw it."),
    "setback": ("I stopped the rollout that night and I called everyone in.",),
    "argument": ("Their point was that the old way had never failed them, and they were right there.",),
    "signs": ("The warning had been in the logs for weeks and I should have seen it.",),
    "lasted": ("It still holds today, two years later.",),
    "otherwise": ("Without that we would have lost the whole quarter.",),
}
EVASIONS = (
    "As I said, it was a team effort.",
    "Well, it depends, there were many factors.",
    "I don't know.",
    "I don't have that number.",
    "I'd rather not say, that is confidential.",
    "",
    "Good question.",
)


def sentence_after(text: str, asked: Asked, reply: str) -> str:
    """The answer with a sentence put in right after the one that was quoted."""
    heard = listen(text)
    place = heard.context.sentence_at(asked.evidence[0].span.start)
    assert place is not None
    end = heard.context.labels[place].span.end
    return f"{text[:end]} {reply}{text[end:]}"


def same_point(one: Asked, other: Asked) -> bool:
    """Whether two questions are of one kind about the same words."""
    return one.kind == other.kind and one.evidence[0].quote == other.evidence[0].quote


def drawn(number: int) -> tuple[dict[str, Any], Random]:
    found = rows()
    return found[number * 37 % len(found)], Random(number)


@cache
def evaded(number: int) -> tuple[Asked, ...]:
    """What a session asks somebody who never has an answer; two tests look at it."""
    text = text_of(drawn(number)[0])
    return tuple(session(text, lambda _: "I don't know.", manner=MANNERS[number % 3], most=MOST, seed=number)[1])


@pytest.mark.parametrize("number", range(SESSIONS))
def test_nothing_is_asked_twice_and_nothing_that_was_answered(number: int) -> None:
    story, dice = drawn(number)
    manner, text = MANNERS[number % 3], text_of(story)
    open_points = [one for one in evaded(number) if one.depth == 1 and one.kind in TRUE]
    target = dice.choice(open_points) if open_points else None

    turns, asked, given = [listen(text)], [], set()
    while not isinstance(found := next_question(turns, asked, manner=manner, most=MOST, seed=number), str):
        assert found.kind not in given, f"{found.question!r} was answered before"
        asked.append(found)
        reply = dice.choice((*EVASIONS, *(one["text"] for one in story["sentences"][-8:])))
        if target is not None and target.kind not in given and len(turns) == 1 and found.kind != target.kind:
            reply = dice.choice(TRUE[target.kind])
            given.add(target.kind)
        elif found.kind in TRUE and dice.random() < 0.4:
            reply = dice.choice(TRUE[found.kind])
            given.add(found.kind)
        turns.append(listen(reply))
    checked(turns, asked)

    if target is not None and target.turn == 0:
        settled = sentence_after(text, target, dice.choice(TRUE[target.kind]))
        again = session(settled, lambda _: "I don't know.", manner=manner, most=MOST, seed=number)[1]
        assert not any(same_point(one, target) for one in again), f"{target.question!r} is answered in the story"


def test_the_sessions_ask_enough_to_prove_something() -> None:
    lengths, kinds = [], set()
    for number in range(SESSIONS):
        asked = evaded(number)
        lengths.append(len(asked))
        kinds |= {one.kind for one in asked}
    assert sum(lengths) >= 2 * SESSIONS
    assert len(kinds) >= 15
