"""What was lost between the written story and the answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.document import Story
from starproof.core.results import Review
from starproof.engine import Reviewer
from starproof.errors import InputError
from starproof.practice.lost import Lost, lost
from starproof.practice.lost.comparing import ANOTHER

WRITTEN = """Our booking service failed every Friday evening and clinics went back to paper. I ran 14 engineers in \
three teams and was asked to make Fridays safe within a quarter.

I stopped two feature projects for six weeks, which the sales director fought, and put four people on the queue. \
I asked Mara to find the slowest query before anybody wrote code, and she found it in the reminder job.

Response time fell from 500 ms to 287 ms, and we now keep $1.82M a year that we used to refund. No Friday has failed \
in the 18 months since.

I learned to look for the job that nobody owns before I ask people to work faster."""

REVIEWER = Reviewer()


def review(text: str) -> Review:
    return REVIEWER.review(Story("story", text))


@pytest.fixture(scope="module")
def written() -> Review:
    return review(WRITTEN)


def aloud(written: Review, *changes: tuple[str, str]) -> Lost:
    """The story said with some words changed."""
    text = WRITTEN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return lost(written, review(text))


def test_a_story_said_word_by_word_loses_nothing(written: Review) -> None:
    found = aloud(written)
    assert (found.dropped, found.otherwise, found.invented) == ((), (), ())
    assert {section.telling for section in found.sections} == {"told"}
    assert found.lesson is not None
    assert found.lesson.told


def test_a_figure_left_out_is_dropped_with_its_quote_and_its_sentence(written: Review) -> None:
    found = aloud(written, ("and we now keep $1.82M a year that we used to refund", "and refunds went away"))
    assert [one.figure.quote for one in found.dropped] == ["$1.82M a year"]
    dropped = found.dropped[0]
    assert dropped.weight == "first"
    assert dropped.figure.span.of(WRITTEN) == dropped.figure.quote
    assert dropped.figure.quote in dropped.sentence.quote


def test_outcomes_come_before_figures_in_passing(written: Review) -> None:
    found = aloud(written, ("14 engineers in three teams", "some engineers"), (" in the 18 months since", " since"))
    assert found.dropped[0].figure.quote == "18 months"
    assert found.dropped[-1].weight == "passing"


@pytest.mark.parametrize(
    "said",
    [
        "1.82 million dollars a year",
        "one point eight two million dollars a year",
        "$1 .82 million a year",
        "1.82 million a year",
    ],
)
def test_a_sum_survives_the_ways_in_which_it_is_said_and_heard(written: Review, said: str) -> None:
    found = aloud(written, ("$1.82M a year", said))
    assert (found.dropped, found.otherwise, found.invented) == ((), (), ())


def test_a_rounder_telling_is_no_mismatch(written: Review) -> None:
    found = aloud(written, ("$1.82M", "about 1.8 million dollars"))
    assert (found.dropped, found.otherwise) == ((), ())
    assert [one.how for one in found.said if one.written.figure.quote == "$1.82M a year"] == ["rounded"]


@pytest.mark.parametrize("said", ["$1.5 million", "1.28 million dollars", "$1.82 billion"])
def test_another_value_is_a_mismatch_with_both_quotes(written: Review, said: str) -> None:
    found = aloud(written, ("$1.82M", said))
    assert [(one.written.figure.quote, one.said.figure.quote) for one in found.otherwise] == [
        ("$1.82M a year", f"{said} a year")
    ]


def test_a_small_count_of_other_things_is_no_other_telling_of_one() -> None:
    written = review(
        "I run nine engineers. A new hire agreed with everything and changed nothing. I gave him six weeks with "
        "written conditions, and I let him go. Since then we made eleven hires, four of them mine, and all met the "
        "conditions."
    )
    said = review(
        "I run nine engineers. A new hire agreed with all and changed nothing. I gave him six weeks with conditions. "
        "If he had met two of the conditions, I would have gone on. We made eleven hires since."
    )
    assert lost(written, said).otherwise == ()


@pytest.mark.parametrize(("told", "dropped"), [("a tester", []), ("nobody", ["one tester"])])
def test_one_of_a_thing_is_told_with_an_article_as_well(told: str, dropped: list[str]) -> None:
    team = "I run seven engineers and {} at a mill. Orders were lost each week. I stopped the old list for six weeks. "
    end = "Lost orders fell from 31 a week to 4, and they are still at 4. I learned to stop sooner."
    found = lost(review(team.format("one tester") + end), review(team.format(told) + end))
    assert [one.figure.quote for one in found.dropped] == dropped


def test_a_figure_only_said_aloud_is_invented(written: Review) -> None:
    found = aloud(written, ("clinics went back to paper", "310 clinics went back to paper"))
    assert [one.figure.quote for one in found.invented] == ["310 clinics"]


def test_a_section_in_other_words_is_told_and_one_left_out_is_not(written: Review) -> None:
    said = review(
        "So every Friday night the thing we book appointments with went down and the clinics were writing on paper. "
        "I had fourteen engineers, three teams, and they gave me a quarter to make it safe on Fridays. I put two "
        "features on hold for six weeks, and the head of sales was furious about it, and I had four people work on the "
        "queue. Mara looked for the slow query first, before anyone coded, and it was in the job that sends reminders."
    )
    found = lost(written, said)
    by = {section.section: section.telling for section in found.sections}
    assert (by["action"], by["result"]) == ("told", "not")


def test_an_answer_in_another_language_says_so_and_compares_no_sections(written: Review) -> None:
    said = review(
        "Nuestro servicio de reservas fallaba cada viernes por la noche y las clínicas volvían al papel. Yo dirigía "
        "catorce ingenieros en tres equipos y me pidieron que los viernes fueran seguros en un trimestre."
    )
    found = lost(written, said)
    assert found.cannot_say is not None
    assert (found.sections, found.lesson) == ((), None)


def test_an_answer_that_tells_another_story_is_not_held_against_this_one(written: Review) -> None:
    other = (
        "My bakery had 9 engineers for the ovens in two teams. Response time of the till fell from 900 ms to 140 ms, "
        "and we now keep $72K a year."
    )
    found = lost(written, review(other))
    assert found.cannot_say == ANOTHER
    assert found.otherwise == found.dropped == found.sections == ()


def test_one_figure_that_differs_makes_no_other_story(written: Review) -> None:
    assert lost(written, review("We cut it to 411 ms.")).cannot_say is None


def test_a_story_that_begins_with_its_result_is_told_all_the_same(written: Review) -> None:
    first, *_, result, lesson = WRITTEN.split("\n\n")
    middle = WRITTEN.split("\n\n")[1]
    found = lost(written, review("\n\n".join([result, first, middle, lesson])))
    assert {section.telling for section in found.sections} == {"told"}
    assert (found.dropped, found.otherwise, found.invented) == ((), (), ())


@pytest.mark.parametrize(
    ("paper", "aloud_words"),
    [
        ("three teams", "free teams"),
        ("14 engineers", "14 -engineers"),
        ("500 ms to 287 ms", "500 to 287 milliseconds"),
        ("six weeks", "6 -weeks"),
    ],
)
def test_what_a_recogniser_makes_of_a_figure_is_no_drop(written: Review, paper: str, aloud_words: str) -> None:
    found = aloud(written, (paper, aloud_words))
    assert (found.dropped, found.otherwise) == ((), ())


def test_a_number_in_two_pieces_is_one() -> None:
    paper = review("I led the move. We ran contract tests with all 110 partners and nobody was left behind that year.")
    said = review("I led the move. We ran contract tests with all 100 and 10 partners and nobody was left behind.")
    found = lost(paper, said)
    assert [(one.written.figure.quote, one.how) for one in found.said] == [("110 partners", "misheard")]
    assert (found.dropped, found.invented) == ((), ())


def test_a_small_number_elsewhere_does_not_stand_for_one_left_out(written: Review) -> None:
    elsewhere = ("before I ask people to work faster", "and we celebrated that at a table for four")
    found = aloud(written, ("put four people on the queue", "put people on the queue"), elsewhere)
    assert "four people" in [one.figure.quote for one in found.dropped]


def test_small_talk_counts_for_nothing(written: Review) -> None:
    said = review(WRITTEN + "\n\nOkay, sorry, shall I go on? Do you want more of that?")
    assert lost(written, said).sections == aloud(written).sections


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=300).filter(lambda text: text.strip()))
def test_no_answer_breaks_it(text: str) -> None:
    try:
        said = review(text)
    except InputError:
        return
    found = lost(review(WRITTEN), said)
    for one in (*found.invented, *(pair.said for pair in found.said), *(pair.said for pair in found.otherwise)):
        assert one.figure.span.of(said.document.text) == one.figure.quote
