"""A story told aloud on the pages of a session: through a crash, written down, corrected, rated, and due again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser import chromium
from tests.corpus import paragraph_of, rows
from tests.speech.sounds import read_aloud, sox
from tests.waiting import PATIENCE
from tests.web.browser import Process, serve
from tests.web.test_recorder import FAKE, HEARING, again, elapsed, on_disk, press, said_for, stands, with_model

pytestmark = pytest.mark.waits
LEFT_OUT = "Then each tester renamed 120 tests."
"""What the speaker forgets, with its figure."""


@pytest.fixture(scope="module")
def story() -> dict[str, Any]:
    found = next(row for row in rows() if row["id"] == "t5-019")
    return {**found, "text": paragraph_of(found)}


@pytest.fixture(scope="module")
def browser(story: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("sound")
    assert LEFT_OUT in story["text"]
    read_aloud(story["text"].replace(LEFT_OUT, ""), folder / "read.wav", words_per_minute=190)
    sox(folder / "read.wav", "-r", "48000", "-c", "1", "-b", "16", folder / "said.wav", "pad", "0", "60")
    with chromium(*FAKE, f"--use-file-for-fake-audio-capture={folder / 'said.wav'}") as found:
        yield found


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(permissions=["microphone"])
    yield context.new_page()
    context.close()


@pytest.fixture
def home(tmp_path: Path, tiny: Path) -> Path:
    with_model(tmp_path, tiny)
    return tmp_path


def words(text: str) -> set[str]:
    """Those that are in a text. Which of a story are heard hangs on the moment at which the recorder began."""
    return set(re.findall(r"\w+", text.lower()))


def sounds(home: Path) -> list[str]:
    """Recordings that are on the disk, by their ids."""
    return sorted(path.name for path in home.glob("recordings/*/*"))


def add(url: str, story: dict[str, Any]) -> None:
    made = httpx.post(
        f"{url}/api/v1/stories", json={"id": "told", "title": story["title"], "text": story["text"]}, timeout=PATIENCE
    )
    assert made.status_code == 201, made.text


def test_a_story_told_aloud_through_a_crash_is_corrected_rated_and_due_again(
    page: Any, home: Path, story: dict[str, Any]
) -> None:
    process = serve(home)
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    try:
        add(process.url, story)
        page.goto(f"{process.url}/practice?story=told")
        press(page, "Begin")
        press(page, "I am ready")
        stands(page, "Not recording.")
        assert wrong == [], "a recording that is not begun is no error"
        press(page, "Record")
        stands(page, "Kept up to")
        said_for(page, 5)
        process.kill()
        stands(page, "The app is not answering; your recording goes on here and will be sent.")
        page.wait_for_timeout(2000)
        process = again(process)
        stands(page, "Kept up to")
        said_for(page, 23)
        press(page, "Stop")
        page.locator("sp-recorder[data-state=heard]").wait_for(timeout=HEARING)
        (recording,) = sounds(home)
        assert abs(on_disk(home, recording) - elapsed(page)) < 0.3, "the crash took nothing of it"
        heard = page.input_value("#text")
        assert len(words(heard) & words(story["text"])) > 30, heard
        page.fill("#text", corrected := f"{heard} We learned to agree on names first.")
        press(page, "That is my answer")

        page.locator(".sitting.follow-up").wait_for()
        assert sounds(home) == [], "it was not to be kept"
        page.wait_for_load_state()  # or its own end of loading would be taken for that of the page after it
        page.fill("#text", "I wrote the rule myself in March 2023, and I read it out to my 3 testers.")
        with page.expect_event("load"):
            press(page, "Answer")
        no_more = page.get_by_role("button", name="No more follow-ups", exact=True)
        expect(page.locator(".sitting.rate").or_(no_more)).to_be_visible()
        if no_more.is_visible():
            no_more.click()
        page.locator(".sitting.rate").wait_for()
        page.get_by_role("button", name=re.compile("Hard")).click()

        page.locator(".sitting.look").wait_for()
        page.wait_for_load_state()
        expect(page.locator("ul[aria-labelledby=dropped]")).to_contain_text("120")
        expect(page.locator("ul[aria-labelledby=said-figures]")).to_contain_text("3 testers")
        told = page.locator(".bars .told .bar").get_attribute("aria-label")
        assert re.search(r"action [1-9]\d* s", told), told
        expect(page.get_by_text("Reckoned from the words"), "the seconds are measured").to_have_count(0)
        expect(page.locator("section.delivery")).to_contain_text(re.compile(r"Pace\s*\d+ words a minute"))
        expect(page.locator(".onward")).to_contain_text(re.compile("hard.* comes back", re.IGNORECASE))
        expect(page.locator(".transcript")).to_contain_text(corrected)
        press_first(page, "Finish")
        page.locator(".sitting.done").wait_for()
        page.goto(f"{process.url}/practice/log")
        expect(page.locator(".agenda")).to_contain_text(story["title"])
    finally:
        process.kill()


def press_first(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def test_a_recording_that_is_to_be_kept_stays_and_is_written_down_while_its_page_is_left(
    page: Any, home: Path, story: dict[str, Any]
) -> None:
    process: Process = serve(home)
    try:
        add(process.url, story)
        made = httpx.post(
            f"{process.url}/api/v1/practice/sessions", json={"story": "told", "think": 0}, timeout=PATIENCE
        ).json()
        page.goto(f"{process.url}/practice/{made['id']}")
        press(page, "Record")
        page.get_by_label("Keep the recording").check()
        stands(page, "Kept up to")
        said_for(page, 4)
        press(page, "Stop")
        page.locator("[data-piece=progress]").wait_for()
        page.goto(f"{process.url}/practice")
        page.go_back()  # it is written down meanwhile
        page.locator("sp-recorder[data-state=heard]").wait_for(timeout=HEARING)
        assert len(words(page.input_value("#text")) & words(story["text"])) > 5
        press(page, "That is my answer")
        page.locator(".sitting.follow-up").wait_for()
        (recording,) = sounds(home)
        assert on_disk(home, recording) > 3.5
        process.kill()
        process = again(process)
        assert sounds(home) == [recording], "nor does it go when the app is started anew"
    finally:
        process.kill()
