"""Words of an answer that was refused, overtaken, paused or ended: none is lost, and none comes to another question."""

from __future__ import annotations

from tests.web.conftest import Served
from tests.web.sitting import ANSWER, Hands, Sitter, filled, hands, served, sitter

__all__ = ["filled", "hands", "served", "sitter"]


def test_another_window_that_went_on_costs_no_words(sitter: Sitter, served: Served) -> None:
    sitter.begin(mode="story", story="s-0")
    sitter.step("ready")
    other = Sitter(served.client(), sitter.page)
    other.answer()
    late = sitter.answer("My own long answer from the first window.")
    assert late.status_code == 412
    assert "went on in another window" in late.text
    assert "My own long answer from the first window." in late.text
    again = sitter.client.get(sitter.at)
    assert "My own long answer from the first window." in again.text
    assert served.desk.studio.open(sitter.at.rpartition("/")[2]).attempt.turns[0].text == ANSWER
    sitter.page = sitter.client.post(f"{sitter.at}/aside/forget")
    assert "My own long answer" not in sitter.page.text


def test_words_set_aside_can_be_sent_as_the_next_answer(sitter: Sitter, served: Served) -> None:
    sitter.begin(mode="story", story="s-0")
    sitter.step("ready")
    Sitter(served.client(), sitter.page).answer()
    sitter.answer("About the follow-up: we counted 21 days before.")
    sitter.page = sitter.client.get(sitter.at)
    sitter.step("answered", text="About the follow-up: we counted 21 days before.", turn="1", drop="aside")
    assert "Words that were not taken" not in sitter.page.text
    turns = served.desk.studio.open(sitter.at.rpartition("/")[2]).attempt.turns
    assert turns[1].text == "About the follow-up: we counted 21 days before."


def test_an_answer_that_is_refused_stays_in_the_text_area(sitter: Sitter) -> None:
    sitter.begin(mode="story", story="s-0")
    sitter.step("ready")
    refused = sitter.answer("... --- ...")
    assert refused.status_code == 409
    assert "There are no words in this answer" in refused.text
    assert "... --- ..." in refused.text


def test_words_that_a_page_keeps_late_come_to_no_other_question(sitter: Sitter, served: Served) -> None:
    sitter.begin(mode="story", story="s-0")
    sitter.step("ready")
    place = f"{sitter.at}/words/0/0"
    assert sitter.client.post(place, data={"text": "Half of it"}).status_code == 204
    assert sitter.client.get(place).text == "Half of it"
    sitter.answer()
    sitter.client.post(place, data={"text": ANSWER[:40]})  # what was kept last arrives after what was sent
    assert "Words that were not taken" not in sitter.client.get(sitter.at).text
    sitter.client.post(place, data={"text": "Something else altogether"})
    assert "Something else altogether" in sitter.client.get(sitter.at).text
    assert served.desk.studio.words(sitter.at.rpartition("/")[2]) is None


def test_pausing_keeps_the_words_and_stops_the_clock(sitter: Sitter, hands: Hands) -> None:
    sitter.begin(mode="story", story="s-0")
    sitter.step("ready")
    hands.go(10)
    sitter.step("paused", text="Typed before the pause")
    assert "Paused" in sitter.page.text
    hands.go(3600)
    sitter.step("resumed")
    assert "Typed before the pause" in sitter.page.text
    assert "0:10" in sitter.page.text


def test_ending_a_session_sets_typed_words_aside(sitter: Sitter) -> None:
    sitter.begin(mode="story", story="s-0")
    sitter.step("ready")
    sitter.step("ended", text="Typed before the end")
    assert sitter.phase == "done"
    assert "Typed before the end" in sitter.page.text


def test_unfinished_sessions_are_offered_and_gone_on_with(sitter: Sitter, hands: Hands) -> None:
    sitter.begin(mode="story", story="s-0")
    session = sitter.at
    hands.go(24 * 3600)
    assert "Left unfinished" in sitter.client.get("/practice").text
    page = sitter.client.post(f"{session}/resume")
    assert str(page.url) == session
    assert 'data-used="0.000"' in page.text
