"""The second attempt beside the first."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.core.results import Review
from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.engine import Reviewer
from starproof.practice.delivery import measure
from starproof.practice.lost import lost
from starproof.practice.retry import Retry, Try, retry

WRITTEN = (
    "Our booking service failed every Friday and clinics went back to paper. I ran 14 engineers in three teams. "
    "I stopped two feature projects for six weeks, which the sales director fought. "
    "Response time fell from 500 ms to 287 ms, and we keep $1.8M a year that we used to refund. "
    "I learned to look for the job that nobody owns before I ask people to work faster."
)
SHORT = (
    "Our booking service failed every Friday and clinics went back to paper. I ran 14 engineers in three teams. "
    "I stopped two feature projects for six weeks, which the sales director fought. It got a lot faster."
)
REVIEWER = Reviewer()


def review(text: str) -> Review:
    return REVIEWER.review(Story("story", text))


WRITTEN_REVIEW = review(WRITTEN)


def attempt(text: str, *, per_word: float | None = None, asked: int | None = None, written: bool = True) -> Try:
    """An answer, spoken at an even pace where ``per_word`` gives the seconds of a word."""
    own = review(text)
    delivery = None
    if per_word is not None:
        said = text.split()
        words = tuple(SpokenWord(w, i * per_word, (i + 1) * per_word) for i, w in enumerate(said))
        end = len(said) * per_word
        delivery = measure(text, Transcript(words, (Stretch(0.0, end),), end, "engine", "model"), own)
    return Try(own, lost(WRITTEN_REVIEW, own) if written else None, delivery, asked)


@pytest.fixture(scope="module")
def better() -> Retry:
    return retry(attempt(SHORT, per_word=0.5, asked=4), attempt(WRITTEN, per_word=0.4, asked=1))


def test_figures_that_were_found_again_are_named(better: Retry) -> None:
    assert better.found is not None
    assert {one.figure.quote for one in better.found} >= {"500 ms", "287 ms", "$1.8M a year"}
    assert better.gone == ()
    assert any(line.startswith("This time you said ") and "$1.8M a year" in line for line in better.says)


def test_the_other_way_round_they_are_gone() -> None:
    worse = retry(attempt(WRITTEN), attempt(SHORT))
    assert worse.gone is not None
    assert {one.figure.quote for one in worse.gone} >= {"500 ms", "287 ms", "$1.8M a year"}
    assert worse.found == ()
    assert worse.lesson == (True, False)
    assert "The lesson is gone." in worse.says


def test_a_figure_that_was_right_before_and_is_said_differently_now_is_not_called_left_out() -> None:
    strayed = retry(attempt(WRITTEN), attempt(WRITTEN.replace("$1.8M a year", "$1.5M a year")))
    assert strayed.gone == ()
    assert "You said $1.5M a year, where the first answer had $1.8M a year." in strayed.says


def test_sections_that_are_told_now_are_said_so(better: Retry) -> None:
    result = next(one for one in better.sections if one.section == "result")
    assert (result.old_telling, result.new_telling) == ("not", "told")
    assert "You told more of the result and reflection than the first time." in better.says
    assert better.lesson == (False, True)


def test_seconds_of_each_section_and_pace_move(better: Retry) -> None:
    action = next(one for one in better.sections if one.section == "action")
    assert action.by is not None
    assert action.by < 0
    assert better.measure("pace").old == pytest.approx(120, rel=0.02)
    assert better.measure("pace").new == pytest.approx(150, rel=0.02)
    assert "You spoke 120 words a minute, now 150." in better.says


def test_fewer_follow_ups_are_said(better: Retry) -> None:
    assert better.measure("follow-ups").by == -3
    assert "Follow-ups that were asked: 4, now 1." in better.says


def test_flags_and_findings_that_went_are_told(better: Retry) -> None:
    assert "vague-metrics" in {one.id for one in better.flags if one.old == "raised"}
    assert better.findings_gone


def test_what_was_not_measured_is_none_and_has_no_sentence() -> None:
    typed = retry(attempt(SHORT, written=False), attempt(WRITTEN, per_word=0.4, written=False))
    assert (typed.found, typed.gone, typed.lesson) == (None, None, None)
    assert all(one.by is None for one in typed.measures)
    assert all(one.by is None and one.old_telling is None for one in typed.sections)
    assert not any("words a minute" in line or "follow-up" in line or "Pauses" in line for line in typed.says)


def test_the_same_answer_again_says_nothing() -> None:
    once = attempt(WRITTEN, per_word=0.4, asked=2)
    same = retry(once, once)
    assert (same.found, same.gone, same.flags, same.findings_gone, same.findings_new, same.says) == (
        (), (), (), (), (), (),
    )  # fmt: skip
