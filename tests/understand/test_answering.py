"""Whether a story answers the question that it is told for, and what becomes of one that does not."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest

import starproof
from starproof.core.document import Story
from starproof.guides import load_guide
from starproof.report.headlines import headlines
from starproof.report.words import Names
from starproof.understand.answering import answering

CORPUS = Path(__file__).parents[2] / "corpus" / "asked"
MENDED = (
    "The head of our image desk had stopped speaking to me, because my three storage teams had moved her archive in "
    "the week of a fair without a word. I was responsible for both the move and the silence. I went to her first, said "
    "that I should have asked, and offered to move it back. She wanted a date list instead, and from then on nothing "
    "moved without her yes. It took four months until she invited me to her planning again. Today her desk and my "
    "teams share one calendar, and nobody has been surprised since."
)
ARCHIVE = (
    "Our archive of pictures cost $2.1M a year to keep, and half of it had not been looked at for ten years. I was "
    "responsible for the three storage teams and had to bring the bill under one million by the summer. I had the "
    "teams measure who opens what, moved everything that is older than four years to cold disks, and replaced two "
    "compression formats with one that reads all old files. The archive now costs $800K a year, and a picture opens "
    "in two seconds."
)
REPAIR = "Tell me about a relationship at work that you had to repair."


def reviewed(question: str | None, text: str = ARCHIVE) -> starproof.Review:
    return starproof.review(Story("s", text, question=question))


def test_a_story_about_something_else_is_told_so_and_gets_no_ratings():
    found = reviewed(REPAIR)
    finding = found.findings[0]
    assert (finding.code, finding.severity) == ("STR105", "error")
    assert finding.message == "The question asks for Earn Trust; this story tells of something else."
    assert all(rating.rating is None for rating in found.ratings)
    assert {rating.because[0] for rating in found.ratings} == {
        "Not judged: the story answers another question than the one it is told for. Name a question that it answers, "
        "or none, and it is rated."
    }


def test_what_it_answers_is_asked_first_and_said_at_the_top():
    found = reviewed(REPAIR)
    assert found.probes[0].question == "Which sentence of this answers the question?"
    told = headlines(found, Names(load_guide()))
    assert [one.strong for one in told][1] == "Answers another question"


def test_its_principles_are_those_that_it_shows_by_itself():
    assert reviewed(REPAIR).principles == reviewed(None).principles
    assert reviewed(REPAIR, MENDED).principles != reviewed(None, MENDED).principles


def test_level_and_flags_of_it_are_read_all_the_same():
    one, other = reviewed(REPAIR), reviewed(None)
    assert (one.level.reads_as, one.flags) == (other.level.reads_as, other.flags)


@pytest.mark.parametrize("question", [REPAIR, "Who has had reason not to trust you, and what did you do about it?"])
def test_a_story_that_answers_is_rated(question):
    found = reviewed(question, MENDED)
    assert "STR105" not in {finding.code for finding in found.findings}
    assert any(rating.rating is not None for rating in found.ratings)


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about yourself.",
        "What are you most proud of in your career?",
        "Tell me about your biggest project.",
        "Give me an example of leadership.",
        "Walk me through your toughest challenge.",
        "Tell me about a time you were frugal.",
        "Tell me about a time you showed bias for action.",
        "Why do you want to work here?",
        "What is 17 times 3?",
        "???",
    ],
)
def test_a_question_that_any_story_answers_or_none_is_left_alone(question):
    assert answering(question=question, text=MENDED, guide=load_guide()) is None


def test_a_guide_with_principles_of_its_own_is_left_alone():
    guide = load_guide()
    own = [*guide.principles[:-1], guide.principles[-1].__class__("thrift", "Thrift", "spends little", "here")]
    other = guide.__class__(**{name: getattr(guide, name) for name in guide.__slots__} | {"principles": tuple(own)})
    assert answering(question=REPAIR, text=ARCHIVE, guide=other) is None


def test_the_question_above_a_story_is_no_part_of_its_answer():
    above = starproof.review(f"---\nquestion: {REPAIR}\n---\n{ARCHIVE}")
    assert above.findings[0].message == reviewed(REPAIR).findings[0].message


def test_no_answer_goes_unrated_and_most_plain_misses_are_told_so():
    """Two files of pairs; the misses of the second were never read, and one answer of it is asked for its answer."""
    for name, noted in (("n1.jsonl", 0), ("n2-unseen.jsonl", 1)):
        pairs = [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]
        found = [answering(question=p["question"], text=p["text"], guide=load_guide()) for p in pairs]
        both = [(pair, answer) for pair, answer in zip(pairs, found, strict=True) if answer is not None]
        assert sum(answer.plainly for pair, answer in both if pair["answers"]) == 0
        assert sum(answer.misses for pair, answer in both if pair["answers"]) <= noted
        assert sum(answer.plainly for pair, answer in both if pair["kind"] == "plain") >= 3
        assert sum(answer.misses for pair, answer in both if pair["kind"] == "plain") >= 7


def test_a_question_without_an_end_takes_no_longer_than_its_length():
    began = process_time()
    answering(question="tell me about a time you won trust and " * 3_000, text=ARCHIVE * 40, guide=load_guide())
    assert process_time() - began < 10


QUEUE = """I lead the ticketing of nine theatres, with 14 engineers in two teams. In the season's first sale the site
went down for 47 minutes. I had to find out why within three weeks. {} I pulled the logs of that hour, laid the
database's waits beside the seats' locks, and found that one query for wheelchair places scanned the whole hall twelve
times for each basket. I had the team copy the largest hall into the test, saw 11 seconds instead of 0.2, and rewrote
the index. The next sale sold 21,000 tickets in 34 minutes. We have tested on the largest hall since."""
OPPOSED = "Tell me about a time you disagreed with the team."


def test_a_quarrel_told_in_no_word_of_the_question_counts_as_told():
    found = reviewed(OPPOSED, QUEUE.format("Everybody said that it was the load, and I did not believe it."))
    assert [one.severity for one in found.findings if one.code == "STR105"] == ["note"]
    found = reviewed(OPPOSED, QUEUE.format("Everybody said that it was the load."))
    assert [one.severity for one in found.findings if one.code == "STR105"] == ["error"]


ERRED = "When did you fail somebody who relied on you?"


@pytest.mark.parametrize(
    "fault", ["That the hall was missing in our test was my fault.", "That was a mistake of mine."]
)
def test_a_story_that_has_the_event_asked_for_beside_its_subject_is_rated(fault):
    found = reviewed(ERRED, QUEUE.format(fault))
    assert all(one.severity == "note" for one in found.findings if one.code == "STR105")
    assert any(rating.rating is not None for rating in found.ratings)


def test_the_same_story_without_the_event_is_not_rated():
    assert reviewed(ERRED, QUEUE.format("")).findings[0].severity == "error"


def test_another_subject_is_no_event_that_a_word_of_a_fault_would_tell():
    found = reviewed("Tell me about a person you mentored.", QUEUE.format("That was my fault."))
    assert found.findings[0].severity == "error"
