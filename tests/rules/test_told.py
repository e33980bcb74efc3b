"""Where the learned reader is in two minds about a flag, facts that are told decide; where it is sure, it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.document import Label
from starproof.core.facts import Leaning
from starproof.engine import Reviewer
from starproof.rules.base import Verdict
from tests.level.telling import hear

JUDGES = {rule.flag: rule.judge for rule in Reviewer().rules if rule.flag and rule.judge}
START = (
    "Our depot lost parcels each spring, and nobody knew where they went. I was to end it, and I moved the scanner. "
)
TOLD: list[tuple[str, str, str]] = [
    ("single-team", "I paired my tester with the lab systems team for a month.", "lab systems team"),
    ("single-team", "I brought three teams to one table for it.", "three teams"),
    ("short-horizon", "Over two years we moved every branch to it.", "two years"),
    ("no-follow-up", "It has held through two winters.", "held through"),
    ("no-hard-decision", "The depot chief pushed back hard against the scanner.", "pushed back hard"),
    ("low-impact", "I led twenty engineers through it.", "twenty engineers"),
]


def judged(flag: str, text: str, *, share: float) -> Verdict:
    context = hear(text)
    labels = tuple(replace(sentence, label=label_of(text, sentence.span.start)) for sentence in context.labels)
    return JUDGES[flag](replace(context, labels=labels, leanings={flag: Leaning(share)}))


def label_of(text: str, start: int) -> Label:
    """What stands after the opening is its result."""
    return "result" if start >= len(START) else "action"


@pytest.mark.parametrize(("flag", "more", "words"), TOLD)
def test_a_fact_told_clears_a_flag_of_which_the_reader_is_unsure_and_is_quoted(
    flag: str, more: str, words: str
) -> None:
    verdict = judged(flag, START + more, share=0.45)
    assert verdict.status == "clear"
    assert any(words in item.quote for item in verdict.evidence)


@pytest.mark.parametrize(("flag", "more", "words"), TOLD)
def test_a_flag_of_which_the_reader_is_sure_stands(flag: str, more: str, words: str) -> None:
    assert judged(flag, START + more, share=0.7).status == "raised"


@pytest.mark.parametrize("flag", sorted({flag for flag, _, _ in TOLD}))
def test_a_flag_of_which_the_reader_is_unsure_stands_where_nothing_is_told(flag: str) -> None:
    assert judged(flag, START + "The losses fell by half, and all were glad.", share=0.45).status == "raised"


def test_a_flag_that_is_read_less_well_is_raised_sooner() -> None:
    text = START + "The losses fell by half, and all were glad."
    assert judged("short-horizon", text, share=0.35).status == "raised"
    assert judged("no-follow-up", text, share=0.35).status != "raised"
    assert judged("short-horizon", text, share=0.33).status != "raised"


def test_a_team_that_took_it_up_clears_the_single_team_however_sure_the_reader_is() -> None:
    assert judged("single-team", START + "The ledger team has copied it.", share=0.9).status == "clear"


@pytest.mark.parametrize("flag", ["single-team", "no-follow-up", "short-horizon"])
def test_who_else_does_the_same_since_clears_it_however_sure_the_reader_is(flag: str) -> None:
    verdict = judged(flag, START + "Two other depots run it now.", share=0.9)
    assert verdict.status == "clear"
    assert [item.quote for item in verdict.evidence] == ["Two other depots run it now"]
    assert judged(flag, START + "No other depot runs it now.", share=0.9).status == "raised"


def test_a_mishap_that_is_told_clears_the_perfect_story_however_sure_the_reader_is() -> None:
    verdict = judged("perfect-story", START + "The first version failed at night.", share=0.9)
    assert verdict.status == "clear"
    assert [item.quote for item in verdict.evidence] == ["The first version failed at night"]
    assert judged("perfect-story", START + "The first version never failed at night.", share=0.9).status == "raised"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("It must be said that the clerks had been told of it twice.", "raised"),
        ("The list that the harbour sent needs no comment.", "raised"),
        ("It must be said that I had been told of it twice.", "clear"),
        ("The list that the harbour sent needs no comment. That one was my mistake, I had signed it.", "clear"),
    ],
)
def test_blame_in_courteous_words_is_heard_unless_a_part_is_owned(words: str, status: str) -> None:
    verdict = judged("blame", START + words, share=0.05)
    assert verdict.status == status
    assert status == "clear" or [item.quote for item in verdict.evidence] == [words]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("I never asked the depot what it needed.", "clear"),
        ("I didn't tell them that the date had moved.", "clear"),
        ("I never asked for a bigger team.", "raised"),
        ("I didn't tell them how to do it.", "raised"),
        ("I never looked back.", "raised"),
    ],
)
def test_only_what_was_left_undone_is_a_part_in_a_fault(words: str, status: str) -> None:
    assert judged("blame", START + words, share=0.45).status == status


def test_a_look_back_takes_nothing_from_blame_of_which_the_reader_is_sure() -> None:
    assert judged("blame", f"{START}I never asked the depot what it needed.", share=0.6).status == "raised"


@pytest.mark.parametrize(
    ("many", "quote"), [("640,000", "Today 640,000 riders use it"), ("640", "Two other cities copied it")]
)
def test_a_large_public_is_what_is_quoted_for_an_outcome_without_money(many: str, quote: str) -> None:
    text = f"{START}I drew a new board with the yards. Two other cities copied it. Today {many} riders use it."
    verdict = judged("low-impact", text, share=0.1)
    assert (verdict.status, verdict.evidence[0].quote) == ("clear", quote)
