"""The engine on any text: spans inside it, the same answer twice, crashes as data."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.api import as_dict
from starproof.core.context import StoryContext
from starproof.core.document import Story
from starproof.core.keeping import forget
from starproof.core.results import Review
from starproof.engine import Reviewer
from starproof.errors import InputError
from starproof.rules.base import Hit, Verdict
from tests.corpus import rows, text_of
from tests.growth import assert_even, assert_under, seconds

REVIEWER = Reviewer()
HOSTILE = (
    "1,", "1.1.", "one ", "a ", "$", "(", "**", "- ", "> ", "and then ", "I said ", "%", "\u202e", "e\u0301", "\n\n",
    "Result: ",
)  # fmt: skip
WORDS = st.sampled_from(
    ("I we team decided 32% 4.2 seconds $1.8M from to fell because they blame result: # ** \n \r\n \t 🚀 é שלום").split(
        " "
    )
)
NO_STORIES = (
    "Führung heißt für mich, dass ich meinem Team vertraue und dass wir gemeinsam die Ziele erreichen, die uns "
    "wichtig sind.",
    "asdf qwer zxcv uiop hjkl vbnm tyui ghjk bnmq werty sdfgh xcvbn poiuy lkjhg mnbvc qazws xedcr fvtgb yhnuj mikol",
    "I believe that a leader should always listen to customers. Leaders should be humble. In my opinion trust is the "
    "most important thing in a team.",
    "I would first talk to the team. Then I would look at the numbers and I would decide with my manager what to do "
    "next.",
)


def spans(review: Review) -> list[tuple[int, int, str | None]]:
    data = as_dict(review)
    found: list[tuple[int, int, str | None]] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "start" in value and "end" in value:
                found.append((value["start"], value["end"], value.get("quote")))
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(data)
    return found


@settings(max_examples=60)
@given(st.one_of(st.text(min_size=1, max_size=300), st.lists(WORDS, min_size=1, max_size=80).map(" ".join)))
def test_any_text_gives_spans_inside_it_and_the_same_answer_twice(text: str) -> None:
    try:
        first = REVIEWER.review(text)
    except InputError:
        return
    forget()
    second = REVIEWER.review(text)
    assert json.dumps(as_dict(first)) == json.dumps(as_dict(second))
    assert not [f for f in first.findings if f.code == "SYS001"]
    for start, end, quote in spans(first):
        assert 0 <= start <= end <= len(text)
        assert quote is None or text[start:end] == quote


@pytest.mark.parametrize(
    "text",
    [
        "I decided to stop the İzmir line. The " + "İ " * 14 + "people were furious with me.",
        "I had $0k for the 900 shops, and got three.",
    ],
    ids=["a letter that grows when it is made small", "a sum of nothing"],
)
def test_what_breaks_sums_and_spans_in_careless_hands_is_reviewed(text: str) -> None:
    review = REVIEWER.review("I led three teams of nineteen engineers at a bakery. " * 8 + text)
    assert not [finding for finding in review.findings if finding.code == "SYS001"]
    assert review.document.quote(review.sentences[-1].span) == text.split(". ")[-1]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    def took(length: int) -> float:
        text = "I ran a team of engineers and we cut the time. " + piece * (length // len(piece))
        return seconds(lambda: REVIEWER.review(text))

    assert_even(took, 5_000, 40_000)


def test_a_rule_that_crashes_becomes_a_finding_and_the_review_goes_on() -> None:
    def broken(context: StoryContext) -> list[Hit]:
        raise ZeroDivisionError("by design")

    def broken_flag(context: StoryContext) -> Verdict:
        raise KeyError("by design")

    rules = tuple(
        replace(rule, judge=broken_flag)
        if rule.code == "OWN301"
        else replace(rule, check=broken)
        if rule.code == "NUM201"
        else rule
        for rule in REVIEWER.rules
    )
    text = "I ran three teams and the search took 4.2 seconds. I decided to stop the pilot. It fell to 287 ms. " * 3
    review = Reviewer(REVIEWER.guide, rules=rules).review(text)
    crashed = [f for f in review.findings if f.code == "SYS001"]
    assert len(crashed) == 2
    assert any("NUM201" in f.message and "ZeroDivisionError" in f.message for f in crashed)
    assert next(f for f in review.flags if f.id == "blame").status == "cannot_say"
    assert len(review.flags) == 12


def test_a_rule_that_hands_over_no_evidence_crashes_alone() -> None:
    def wrapped(context: StoryContext) -> list[Hit]:
        whole = context.evidence(context.document.sentences[0].span)
        return [Hit("By design.", (whole,))]  # type: ignore[arg-type]

    rules = tuple(replace(rule, check=wrapped) if rule.code == "NUM201" else rule for rule in REVIEWER.rules)
    review = Reviewer(REVIEWER.guide, rules=rules).review("I ran three teams. I decided to stop the pilot. " * 3)
    assert ["NUM201" in f.message for f in review.findings if f.code == "SYS001"] == [True]


@pytest.mark.parametrize("text", NO_STORIES)
def test_what_is_no_story_gets_no_rating_and_one_reason(text: str) -> None:
    review = REVIEWER.review(text)
    assert {f.status for f in review.flags} == {"cannot_say"}
    assert {r.rating for r in review.ratings} == {None}
    assert review.level.reads_as == "unclear"
    assert [f for f in review.findings if f.code in {"STR120", "STR121"}]


def test_engine_fingerprints_are_stable_and_name_all_three_parts() -> None:
    engine = REVIEWER.engine
    assert engine == Reviewer().engine
    assert all((engine.version, engine.rules, engine.model))


def test_a_third_of_a_megabyte_is_reviewed_in_seconds() -> None:
    text = "I asked the team to look at the logs and we found 3 errors in 40 minutes. " * 4_500
    assert_under(12, lambda: REVIEWER.review(text))


def test_a_principle_that_the_guide_lacks_is_noted_with_those_it_has() -> None:
    review = Reviewer().review(Story("s", "I ran two teams. I stopped the pilot.", principle="kindness"))
    (note,) = [note for note in review.document.notes if note.code == "principle"]
    assert "kindness" in note.message
    assert "dive-deep" in note.message


def test_an_edited_story_is_reviewed_as_if_it_had_never_been_seen() -> None:
    text = (
        "In 2021 our warehouse in Lyon lost one order in nine. I was responsible for two teams of 14 engineers. I "
        "asked Marta, who led one of them, to follow one parcel. My director disagreed. Losses fell from 11% to 1.6%."
    )
    for old, new in (("Marta", "Pavel"), ("14", "40"), ("disagreed", "agreed"), ("11%", "12%"), ("In 2021 our", "Our")):
        REVIEWER.review(text)
        edited = REVIEWER.review(text.replace(old, new))
        forget()
        assert REVIEWER.review(text.replace(old, new)) == edited


@pytest.mark.parametrize("row", rows()[::37], ids=lambda row: row["id"])
def test_a_story_with_one_sentence_changed_left_out_or_put_in_is_reviewed_as_if_it_had_never_been_seen(
    row: dict[str, Any],
) -> None:
    text = text_of(row)
    spans = [sentence.span for sentence in REVIEWER.review(text).document.sentences]
    span = spans[len(spans) // 2]
    before, words, after = text[: span.start], span.of(text), text[span.end :]
    told = "In nine weeks Rui, who disagreed, cut it from 40% to 18.5%."
    for edited in (f"{before}{told}{after}", f"{before}{after}", f"{before}{told} {words}{after}"):
        REVIEWER.review(text)
        warm = REVIEWER.review(edited)
        forget()
        assert REVIEWER.review(edited) == warm
