"""Pages that rest on every story say so while many of them are still to be read."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from starproof.core.bank import Draft
from starproof.web.waiting import MANY
from tests.web.conftest import Served

TEXT = "Our tills stopped on {} Saturdays. I moved two engineers to them and told our director. They run now."
RESTING = ("/", "/coverage", "/loop", "/progress", "/practice")


@pytest.fixture
def client(served: Served) -> httpx.Client:
    return served.client(accept="text/html")


def unread(served: Served, count: int) -> None:
    served.bank.add_all([Draft(TEXT.format(n), id=f"s{n}", title=f"Story {n:03}") for n in range(count)])


@pytest.mark.parametrize("address", RESTING)
def test_a_page_answers_at_once_how_many_stories_are_to_be_read(
    client: httpx.Client, served: Served, address: str
) -> None:
    unread(served, MANY + 1)
    page = client.get(address).text
    assert f"0 of {MANY + 1} stories read" in page
    assert len(served.bank.working.unreviewed()) == MANY + 1


def test_a_few_are_read_before_anybody_wonders(client: httpx.Client, served: Served) -> None:
    unread(served, MANY)
    assert "Reading your stories" not in client.get("/coverage").text


def test_the_page_comes_by_itself_once_all_are_read(browser: Any, served: Served) -> None:
    unread(served, MANY + 1)
    page = browser.new_page()
    page.goto(f"{served.url}/coverage")
    expect(page.locator("h1")).to_have_text("Coverage")
    page.close()
    assert served.bank.working.unreviewed() == []


def test_without_scripts_a_button_reads_them_all(client: httpx.Client, served: Served) -> None:
    unread(served, MANY + 1)
    came = client.post("/reading", data={"to": "/coverage", "total": MANY + 1, "all": 1})
    assert came.url.path == "/coverage"
    assert "Reading your stories" not in came.text


def test_nobody_waits_for_stories_that_cannot_be_read(client: httpx.Client, served: Served) -> None:
    unread(served, MANY + 1)
    assert "Reading your stories" not in client.get("/coverage?unread=some").text


def test_it_leads_to_no_address_but_a_page(client: httpx.Client, served: Served) -> None:
    came = client.post("/reading", data={"to": "//elsewhere.example", "total": 1, "all": 1})
    assert came.url.path == "/"
