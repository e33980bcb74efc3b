"""Practice by plain forms: every phase without JavaScript, nothing lost, hostile words shown and never run."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from starproof.bank import Bank
from starproof.engine import Reviewer
from tests.web.conftest import Served, running
from tests.web.sitting import ANSWER, HOSTILE, ROWS, Hands, Sitter, filled, hands, loop, served, sitter

__all__ = ["filled", "hands", "loop", "served", "sitter"]


def test_a_session_without_javascript_goes_from_begin_to_scheduled(
    sitter: Sitter, served: Served, hands: Hands
) -> None:
    sitter.begin(mode="story", story="s-0")
    assert sitter.phase == "think"
    assert "of 0:20" in sitter.page.text
    hands.go(12)
    sitter.step("ready")
    hands.go(95)
    sitter.answer()
    asked = set()
    while sitter.phase == "follow-up":
        question = re.search(r'<h1 class="ask-aloud[^>]*>(.*?)</h1>', sitter.page.text, re.S).group(1)  # type: ignore[union-attr]
        assert question not in asked
        asked.add(question)
        sitter.answer("Before that it was 21 days; I measured it myself in the deployment log in 2022.")
    assert asked
    assert sitter.phase == "rate"
    assert all(f'value="{grade}"' in sitter.page.text for grade in ("again", "hard", "good", "easy"))
    sitter.step(grade="good")
    assert sitter.phase == "look"
    assert "You rated it good" in sitter.page.text
    assert re.search(r"The story comes back \w+", sitter.page.text)
    assert "Advice only" in sitter.page.text
    assert 'id="lost"' in sitter.page.text
    assert 'id="time"' in sitter.page.text
    sitter.step("next")
    assert sitter.phase == "done"
    (rating,) = served.desk.studio.ratings()
    assert (rating.grade, rating.seconds, rating.card.story) == ("good", 95.0, "s-0")
    card = next(one for one in served.desk.studio.cards() if one.key.story == "s-0" and one.key.kind == "story")
    assert card.due is not None
    assert card.due > hands()


def test_the_follow_up_marks_the_words_that_it_takes_up(sitter: Sitter) -> None:
    sitter.begin(mode="story", story="s-0", manner="bar-raiser")
    sitter.step("ready")
    sitter.answer()
    quoted = [unescape(one) for one in re.findall(r"<blockquote[^>]*>.*?<mark>(.*?)</mark>", sitter.page.text, re.S)]
    assert quoted
    assert all(one in ANSWER for one in quoted)


def test_changing_the_words_works_everything_out_anew(sitter: Sitter) -> None:
    sitter.begin(mode="story", story="s-0")
    sitter.step("ready")
    sitter.answer("We made the releases faster and it went well for everybody in the end, I think.")
    sitter.step("closed")
    sitter.step(grade="hard")
    assert "$1.5 million" not in sitter.page.text
    sitter.step("edited", text=ANSWER, turn="0", assignment="0")
    assert sitter.phase == "look"
    assert sitter.page.text.count("$1.5 million") > 2


def test_a_second_try_stands_beside_the_first(sitter: Sitter, hands: Hands) -> None:
    for text in ("It was slow, and then it was fast.", ANSWER):
        hands.go(60)
        sitter.begin(mode="story", story="s-0")
        sitter.step("ready")
        sitter.answer(text)
        sitter.step("closed")
        sitter.step(grade="hard")
        assert ("Beside the time before" in sitter.page.text) == (text == ANSWER)
    assert "It was slow, and then it was fast." in sitter.page.text


def test_naming_stories_without_javascript_takes_the_time_of_the_server(sitter: Sitter, hands: Hands) -> None:
    sitter.begin(mode="retrieval", many="2")
    assert sitter.page.text.count('type="radio"') == len(ROWS)
    hands.go(4.2)
    story = re.findall(r'name="story" value="([^"]*)"', sitter.page.text)[0]
    sitter.step("named", story=story)
    assert sitter.phase == "look"
    assert "What answers it" in sitter.page.text
    sitter.step("next")
    if sitter.phase == "answer":
        sitter.step("skipped")
        sitter.step("next")
    assert sitter.phase == "done"
    assert "How fast they came" in sitter.page.text
    assert "4.2 s" in sitter.page.text


def test_a_figure_is_defended_against_its_card(sitter: Sitter) -> None:
    sitter.begin(mode="defence", many="1")
    assert sitter.phase == "answer"
    assert "What your story says" not in sitter.page.text
    sitter.answer("Over one year, against the year before, from our billing data.")
    sitter.step(grade="hard")
    assert "What your story says" in sitter.page.text


def test_an_essay_is_written_and_not_spoken(sitter: Sitter) -> None:
    sitter.begin(mode="essay", story="s-0", seconds="1800")
    assert "of 30:00" in sitter.page.text
    assert "sp-recorder" not in sitter.page.text
    sitter.answer()
    sitter.step(grade="good")
    assert sitter.phase == "look"
    assert "Advice only" not in sitter.page.text


def test_an_interviewer_moves_on_when_time_is_up(loop: Sitter, hands: Hands) -> None:
    loop.begin(mode="loop", block="15")
    assert "with <bdi>Ana</bdi>" in loop.page.text
    loop.step("ready")
    early = loop.step("over")
    assert early.status_code == 409
    assert "Time is not up" in early.text
    hands.go(5 * 60)
    loop.page = loop.client.get(loop.at)
    assert "Time is up: go on" in loop.page.text
    assert "0:00" in loop.page.text
    loop.step("over", text=ANSWER, turn="0")
    assert "with <bdi>Bo</bdi>" in loop.page.text
    assert loop.phase == "think"
    loop.step("ready")
    hands.go(5 * 60)
    loop.step("over")
    assert loop.phase == "rate"
    assert ANSWER.split(".")[0] in loop.page.text


def test_hostile_words_are_shown_and_never_run(sitter: Sitter) -> None:
    sitter.begin(mode="story", question=HOSTILE)
    pages = [sitter.page]
    pages.append(sitter.step("ready"))
    pages.append(sitter.answer(f"{HOSTILE} {ANSWER}"))
    pages.append(sitter.step("closed"))
    pages.append(sitter.step(grade="easy"))
    pages += [sitter.step("next"), sitter.client.get(f"{sitter.at}/look/0"), sitter.client.get("/practice/log")]
    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
        assert "\x07" not in page.text.partition("<textarea")[0]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"kind": "probed", "after": "0"}, 409),
        ({"kind": "nonsense", "after": "0"}, 409),
        ({"kind": "ready"}, 422),
        ({"kind": "ready", "after": "-1"}, 422),
        ({"kind": "ready", "after": "99"}, 412),
        ({"kind": "rated", "grade": "great", "after": "0"}, 409),
    ],
)
def test_steps_that_make_no_sense_change_nothing(sitter: Sitter, served: Served, data: Any, status: int) -> None:
    sitter.begin(mode="story", story="s-0")
    assert sitter.client.post(f"{sitter.at}/step", data=data).status_code == status
    assert served.desk.studio.open(sitter.at.rpartition("/")[2]).steps == 0


def test_links_from_elsewhere_choose_what_they_name(sitter: Sitter, served: Served) -> None:
    title = served.bank.get("s-0").draft.title
    page = sitter.client.get("/practice?story=s-0").text
    assert "You chose" in page
    assert unescape(page).count(title or "") >= 2
    asked = sitter.client.get("/practice?question=OW-Q01").text
    assert "You chose" in asked
    assert 'name="question" value="OW-Q01"' in asked
    figure = served.bank.banked()[0].digest.figures[0].quote
    found = sitter.client.get("/practice", params={"story": served.bank.banked()[0].id, "figure": figure})
    assert f"Defend “{figure}”" in unescape(found.text)
    assert "not among your stories" in sitter.client.get("/practice?story=gone").text


def test_the_log_counts_and_a_session_can_be_deleted(sitter: Sitter) -> None:
    assert "begins with your first one" in sitter.client.get("/practice/log").text
    sitter.begin(mode="story", story="s-0")
    sitter.step("ready")
    sitter.answer()
    sitter.step("closed")
    sitter.step(grade="hard")
    log = sitter.client.get("/practice/log").text
    assert "You practised this week." in log
    assert "once" in log
    sitter.client.post(f"{sitter.at}/delete")
    assert "begins with your first one" in sitter.client.get("/practice/log").text
    assert sitter.client.get(sitter.at).status_code == 404


def test_the_agenda_is_a_calendar_and_the_old_address_still_answers(loop: Sitter) -> None:
    found = loop.client.get("/practice/agenda.ics")
    assert found.headers["content-type"].startswith("text/calendar")
    assert found.text.startswith("BEGIN:VCALENDAR")
    assert loop.client.get("/loop/practice.ics").status_code == 200


def test_an_empty_bank_is_told_what_to_do_first(bank: Bank, reviewer: Reviewer) -> None:
    for empty in running(bank, reviewer):
        page = empty.client().get("/practice")
        assert page.status_code == 200
        assert "/stories/new" in page.text
