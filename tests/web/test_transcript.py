"""Words that were not heard clearly are each found in their place, whatever is corrected around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import chromium
from tests.web.browser import serve
from tests.web.speaking import START

HEARD = "i paid the bank and then i paid the bank again"
"""Said twice over: no doubt of the second half can be told from one of the first by its words alone."""
SECOND = HEARD.rindex("bank")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    process = serve(tmp_path_factory.mktemp("app"), start=START)
    with chromium() as browser:
        yield browser.new_page(base_url=process.url)
    process.kill()


@pytest.fixture
def doubts(page: Any, request: pytest.FixtureRequest) -> Any:
    """The list of doubts after "i", both times "bank" and "again" were not heard clearly."""
    page.goto(f"/speak/{request.node.name[:40]}")
    page.locator("sp-recorder[data-state=typing], sp-recorder[data-state=idle]").wait_for()
    show(page, HEARD)
    return page.locator(".doubt:visible")


def show(page: Any, text: str) -> None:
    unsure = [0, 3, 9, 10]
    words = [
        {"text": one, "start": at, "end": at + 1, "sure": 0.2 if at in unsure else 0.9}
        for at, one in enumerate(text.split())
    ]
    found = {"text": text, "seconds": len(words), "words": words}
    page.evaluate("found => document.querySelector('sp-recorder').writing.wrote({transcript: found})", found)
    page.locator("sp-recorder[data-state=heard]").wait_for()


def chosen(page: Any) -> list[int]:
    return list(page.evaluate("(area => [area.selectionStart, area.selectionEnd])(document.activeElement)"))


def words(doubts: Any) -> list[str]:
    return list(doubts.locator("strong").all_inner_texts())


def test_neighbours_are_one_doubt(doubts: Any) -> None:
    assert words(doubts) == ["i", "bank", "bank again"]


def test_each_of_two_like_doubts_leads_to_its_own_place(page: Any, doubts: Any) -> None:
    doubts.nth(1).click()
    assert chosen(page) == [HEARD.index("bank"), HEARD.index("bank") + 4]
    doubts.nth(2).click()
    assert chosen(page) == [SECOND, len(HEARD)]


def test_a_short_word_is_not_found_inside_another(page: Any, doubts: Any) -> None:
    page.locator("#words").press("Control+Home")
    page.keyboard.type("in short: ")
    doubts.first.click()
    assert chosen(page) == [10, 11]


def test_a_corrected_word_leaves_the_list_though_the_same_is_said_again(page: Any, doubts: Any) -> None:
    doubts.nth(1).click()
    page.keyboard.insert_text("landlord")
    expect(doubts).to_have_count(2)
    assert words(doubts) == ["i", "bank again"]
    doubts.nth(1).click()
    assert chosen(page) == [SECOND + 4, len(HEARD) + 4], "the other has moved on by four letters"


def test_a_letter_more_settles_a_doubt_and_a_word_more_does_not(page: Any, doubts: Any) -> None:
    doubts.first.click()
    page.keyboard.press("Home")
    page.keyboard.insert_text("So ")
    expect(doubts).to_have_count(3)
    page.keyboard.press("End")
    page.keyboard.insert_text("st")
    expect(doubts).to_have_count(2)


def test_a_correction_that_is_undone_is_in_doubt_again(page: Any, doubts: Any) -> None:
    doubts.nth(1).click()
    page.keyboard.type("bond")
    expect(doubts).to_have_count(2)
    page.keyboard.press("Control+z")
    expect(page.locator("#words")).to_have_value(HEARD)
    expect(doubts).to_have_count(3)


def test_doubts_stand_in_what_was_put_below_own_words(page: Any, doubts: Any) -> None:
    page.fill("#words", "i paid the bank myself.")
    expect(doubts).to_have_count(2)
    show(page, HEARD)
    page.get_by_role("button", name="Add it below my words", exact=True).click()
    expect(doubts).to_have_count(3)
    doubts.first.click()
    assert chosen(page) == [25, 26]


def test_what_was_corrected_before_a_reload_keeps_its_other_doubts(page: Any, doubts: Any) -> None:
    page.fill("#words", HEARD.replace("again", "twice"))
    show(page, HEARD)
    assert words(doubts) == ["i", "bank"]


def test_doubts_of_a_phrase_that_is_gone_are_not_shown(page: Any, doubts: Any) -> None:
    page.fill("#words", "Nothing of it.")
    expect(doubts).to_have_count(0)
    expect(page.get_by_role("heading", name="Not heard clearly")).to_be_hidden()
