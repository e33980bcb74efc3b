"""Speech models over the web: fetched only once their size was agreed to, in sight, and deleted again."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from starproof.bank import Bank
from starproof.core.bank import Draft
from starproof.speech.models import Model
from starproof.web import hearing
from tests.speech.test_downloading import Handler, Place, place, toy
from tests.waiting import PATIENCE, until
from tests.web.axe import looking, runs_off, violations
from tests.web.conftest import Served

__all__ = ["place", "toy"]
AT = "/api/v1/speech"


@pytest.fixture
def client(served: Served, place: Place, monkeypatch: pytest.MonkeyPatch) -> httpx.Client:
    monkeypatch.setattr(hearing, "PLACE", place.address)
    return served.client()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The server gives the first half of a large file, and the rest once this is set; so long it is waited for."""
    go_on = threading.Event()
    monkeypatch.setattr("starproof.speech.models.fetching.TIMEOUT", PATIENCE)

    def give(self: Handler, whole: bytes) -> None:
        start = int((self.headers.get("Range") or "bytes=0-").removeprefix("bytes=").partition("-")[0])
        rest, half = whole[start:], len(whole) // 2
        self.head(206 if start else 200, len(rest))
        self.wfile.write(rest[:half])
        if len(rest) > 1000:
            go_on.wait(PATIENCE)
        self.wfile.write(rest[half:])

    monkeypatch.setattr(Handler, "give", give)
    yield go_on
    go_on.set()


def fetching(client: httpx.Client, state: str, *, share: float = 0.0) -> dict[str, Any]:
    """The model once its fetching stands so."""

    def stands() -> dict[str, Any] | None:
        found: dict[str, Any] = client.get(f"{AT}/models/toy").json()
        fetch = found["fetch"]
        return found if fetch and fetch["state"] == state and fetch["share"] >= share else None

    return until(stands)


def test_nothing_is_fetched_before_the_very_size_was_agreed_to(client: httpx.Client, place: Place, toy: Model) -> None:
    told = client.get(AT).json()
    assert told["ready"] is False
    assert told["installed"] is True
    assert [(one["name"], one["bytes"], one["here"], one["fetch"]) for one in told["models"]] == [
        ("toy", toy.size, False, None)
    ]
    for body in ({}, {"bytes": 1}, {"bytes": toy.size, "more": 1}):
        assert client.post(f"{AT}/models/toy/fetch", json=body).status_code in (400, 422)
    assert client.post("/settings/speech/toy/fetch", data={"size": "1"}).status_code == 400
    assert client.post(f"{AT}/models/other/fetch", json={"bytes": 1}).status_code == 404
    client.get("/settings")
    assert place.asked == []


def test_a_model_is_fetched_in_sight_used_and_deleted(
    client: httpx.Client,
    served: Served,
    toy: Model,
    slow: threading.Event,
) -> None:
    begun = client.post(f"{AT}/models/toy/fetch", json={"bytes": toy.size})
    assert begun.status_code == 202
    assert fetching(client, "running", share=0.3)["here"] is False
    assert "Stop fetching toy" in client.get("/settings").text
    slow.set()
    found = fetching(client, "done")
    assert (found["here"], found["used"]) == (True, True)
    assert client.get(AT).json()["ready"] is True
    assert client.post("/settings/speech/toy/delete").status_code == 200
    assert client.get(AT).json()["ready"] is False
    assert list((served.desk.home / "models").iterdir()) == []
    assert client.delete(f"{AT}/models/toy").status_code == 204, "one that is not there is no error"


def test_a_fetch_that_is_stopped_goes_on_where_it_was(
    client: httpx.Client,
    place: Place,
    toy: Model,
    slow: threading.Event,
) -> None:
    client.post(f"{AT}/models/toy/fetch", json={"bytes": toy.size})
    fetching(client, "running", share=0.3)
    client.delete(f"{AT}/models/toy/fetch")
    slow.set()
    fetching(client, "cancelled")
    client.post("/settings/speech/toy/fetch", data={"size": str(toy.size)})
    fetching(client, "done")
    assert any(ranged for _, ranged in place.asked), "what had come was not fetched twice"


def test_a_fetch_that_fails_says_why_and_how_to_do_it_by_hand(
    client: httpx.Client,
    place: Place,
    toy: Model,
) -> None:
    place.status = 503
    client.post(f"{AT}/models/toy/fetch", json={"bytes": toy.size})
    problem = fetching(client, "failed")["fetch"]["problem"]
    assert "503" in problem["detail"]
    assert "by hand" in problem["hint"]
    assert "by hand" in client.get("/settings").text


def session(client: httpx.Client, bank: Bank) -> str:
    bank.add(Draft("We had slow tills. I moved them to one pipeline in May.", id="told", title="Tills"))
    made = client.post("/api/v1/practice/sessions", json={"story": "told", "think": 0}).json()
    return f"/practice/{made['id']}"


def test_the_page_of_an_answer_offers_the_model_with_its_size(
    browser: Any, client: httpx.Client, served: Served, bank: Bank, slow: threading.Event, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(served.url + session(client, bank))
    page.get_by_text("fetched once from huggingface.co").wait_for()
    page.get_by_role("button", name="Fetch it (10 MB)").click()
    page.locator("speech-model").get_by_text(re.compile(r"^[3-9]\d %")).wait_for()
    expect(page.locator(":focus")).to_have_text("Cancel")
    slow.set()
    page.wait_for_selector("speech-model", state="hidden")
    expect(page.locator("#said")).to_have_text("The model is here.")
    page.goto(f"{served.url}/settings")
    expect(page.get_by_role("button", name="Delete toy")).to_be_visible()
    page.close()


def test_a_fetch_is_followed_on_when_the_app_was_away_for_a_moment(
    browser: Any, client: httpx.Client, served: Served, bank: Bank, slow: threading.Event
) -> None:
    page = browser.new_page()
    page.goto(served.url + session(client, bank))
    page.get_by_role("button", name="Fetch it (10 MB)").click()
    page.locator("speech-model").get_by_text(re.compile(r"^[3-9]\d %")).wait_for()
    with page.expect_event("requestfailed"):
        page.route("**/api/v1/speech", lambda route: route.abort(), times=1)
    slow.set()
    expect(page.locator("#said")).to_have_text("The model is here.")
    page.close()


@pytest.mark.parametrize(("theme", "width"), [("light", "phone"), ("dark", "desktop")])
def test_everybody_can_use_the_offer_and_the_settings(
    browser: Any, client: httpx.Client, served: Served, bank: Bank, theme: str, width: str
) -> None:
    with looking(browser, theme, width) as page:
        for address in (session(client, bank), "/settings"):
            page.goto(served.url + address)
            page.get_by_role("button", name="Fetch").wait_for()
            assert violations(page) == []
            assert runs_off(page) == 0


def test_without_the_packages_it_is_said_how_to_install_them_and_typing_goes_on(
    browser: Any, client: httpx.Client, served: Served, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("starproof.api.fetching.PACKAGES", ("no_such_package_at_all",))
    assert client.get(AT).json()["installed"] is False
    page = browser.new_page()
    page.goto(served.url + session(client, bank))
    page.get_by_text("pip install 'starproof[speech]'").wait_for()
    expect(page.get_by_role("button", name="Fetch")).to_be_hidden()
    page.fill("#text", "I moved the tills to one pipeline.")
    page.get_by_role("button", name="That is my answer").click()
    page.wait_for_selector(".sitting.follow-up, .sitting.rate")
    page.close()
