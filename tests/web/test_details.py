"""What the owner says of a story is not lost while it is typed, and two tabs do not overwrite each other's fields."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from starproof.core.bank import Draft
from starproof.web.details import Details, read
from tests.waiting import PATIENCE, until
from tests.web.axe import looking, wrong
from tests.web.browser import Process, come_back, keeps_all_but_the_last_second, serve
from tests.web.conftest import Served

TEXT = "Our tills stopped on three Saturdays. I moved two engineers to them and told our director. They run now."
ABOUT = "/stories/tills/about"
FULL = Draft(
    TEXT,
    id="tills",
    title="The tills",
    happened="2025-03",
    tags=("shop", "odd"),
    principles=("dive-deep", "ownership", "of-another-guide"),
    notes="Ask Ana.\r\nTwice.",
)


@pytest.fixture
def client(served: Served) -> httpx.Client:
    served.bank.add(FULL)
    return served.client(accept="text/html")


def form(client: httpx.Client) -> dict[str, Any]:
    """The form as a browser would send it back untouched."""
    page = client.get(ABOUT).text
    was = re.search(r'name="was" value="([^"]*)"', page)
    assert was
    said = json.loads(was.group(1).replace("&#34;", '"').replace("&amp;", "&"))
    return {**said, "was": json.dumps(said)}


def test_a_form_sent_back_untouched_changes_nothing(client: httpx.Client, served: Served) -> None:
    client.post(ABOUT, data=form(client))
    assert served.bank.get("tills").draft == FULL
    assert len(served.bank.history()) == 1


def test_what_was_typed_is_gone_on_with_until_it_is_saved_or_thrown_away(client: httpx.Client, served: Served) -> None:
    typed = {**form(client), "title": "The tills that stopped", "principles": ["earn-trust"], "notes": "Ask Rui."}
    assert client.post(f"{ABOUT}/draft", data=typed).status_code == 204
    page = client.get(ABOUT).text
    assert 'value="The tills that stopped"' in page
    assert "Ask Rui." in page
    assert re.search(r'value="earn-trust" checked', page)
    assert "You go on with what you typed" in page
    assert "You typed details of this story" in client.get("/stories/tills").text
    assert served.bank.get("tills").draft == FULL
    client.post(f"{ABOUT}/draft/forget")
    assert "You go on" not in client.get(ABOUT).text
    client.post(f"{ABOUT}/draft", data=typed)
    client.post(ABOUT, data=typed)
    said = served.bank.get("tills").draft
    assert (said.title, said.notes) == ("The tills that stopped", "Ask Rui.")
    assert said.principles == ("of-another-guide", "earn-trust"), "what the form does not know stays"
    assert "You go on" not in client.get(ABOUT).text


def test_typing_and_taking_it_back_leaves_nothing_to_go_on_with(client: httpx.Client) -> None:
    untouched = form(client)
    client.post(f"{ABOUT}/draft", data={**untouched, "tags": "x"})
    client.post(f"{ABOUT}/draft", data=untouched)
    assert "You go on" not in client.get(ABOUT).text


def test_what_a_page_sent_earlier_and_comes_late_takes_the_place_of_nothing(
    client: httpx.Client, served: Served
) -> None:
    untouched = form(client)
    client.post(f"{ABOUT}/draft", data={**untouched, "tags": "shop, late", "order": "a 2"})
    client.post(f"{ABOUT}/draft", data={**untouched, "tags": "shop,", "order": "a 1"})
    assert 'value="shop, late"' in client.get(ABOUT).text
    client.post(f"{ABOUT}/draft", data={**untouched, "tags": "another tab", "order": "b 1"})
    assert 'value="another tab"' in client.get(ABOUT).text
    client.post(ABOUT, data={**untouched, "tags": "saved", "order": "b 3"})
    client.post(f"{ABOUT}/draft", data={**untouched, "tags": "sav", "order": "b 2"})
    assert "You go on" not in client.get(ABOUT).text
    assert served.bank.get("tills").draft.tags == ("saved",)


@pytest.mark.parametrize("order", ["", "a", "a -1", "a 1.5", " 3", f"a {9**40}", "a ٥"])
def test_an_order_that_is_none_keeps_what_was_typed_all_the_same(client: httpx.Client, order: str) -> None:
    client.post(f"{ABOUT}/draft", data={**form(client), "tags": "typed", "order": order})
    assert 'value="typed"' in client.get(ABOUT).text


def test_tabs_that_change_different_fields_keep_both(client: httpx.Client, served: Served) -> None:
    one, two = form(client), form(client)
    client.post(ABOUT, data={**one, "title": "From the first"})
    client.post(ABOUT, data={**two, "tags": "second"})
    said = served.bank.get("tills").draft
    assert (said.title, said.tags, said.notes) == ("From the first", ("second",), FULL.notes)


def test_tabs_that_change_the_same_field_show_both_before_anything_is_overwritten(
    client: httpx.Client, served: Served
) -> None:
    one, two = form(client), form(client)
    client.post(ABOUT, data={**one, "title": "First"})
    late = client.post(ABOUT, data={**two, "title": "Second", "happened": ""})
    assert late.status_code == 412
    assert 'Meanwhile the title became <q dir="auto">First</q>' in late.text
    assert 'value="Second"' in late.text
    assert served.bank.get("tills").draft.title == "First"
    again = form(client)
    client.post(ABOUT, data={**again, "title": "Second", "happened": ""})
    said = served.bank.get("tills").draft
    assert (said.title, said.happened) == ("Second", None)


def test_a_date_that_is_none_is_refused_and_stays_in_the_form(client: httpx.Client) -> None:
    assert client.post(ABOUT, data={**form(client), "happened": "in spring"}).status_code == 422
    assert 'value="in spring"' in client.get(ABOUT).text


@pytest.mark.parametrize(
    "was", ["[]", "{}", "5", '{"title": 5}', '{"principles": 3}', '{"principles": [], "x": 1}', "{"]
)
def test_a_beginning_that_is_none_counts_as_not_told(client: httpx.Client, served: Served, was: str) -> None:
    client.post(ABOUT, data={"title": "New", "was": was})
    said = served.bank.get("tills").draft
    assert (said.title, said.happened) == ("New", None)


@given(st.builds(Details, *[st.text()] * 4, st.lists(st.text()).map(tuple), st.text()))
def test_a_form_as_text_is_the_form(details: Details) -> None:
    assert read(details.as_json()) == details


def test_nothing_keeps_anybody_from_going_on(browser: Any, served: Served, client: httpx.Client) -> None:
    two = form(client)
    client.post(ABOUT, data={**form(client), "title": "First"})
    client.post(f"{ABOUT}/draft", data={**two, "title": "Second " * 30})
    with looking(browser, "light", "phone") as page:
        for path in (ABOUT, "/stories/tills"):
            assert wrong(page, served.url + path) == [], path


def added(url: str) -> str:
    """The path of a new story's form."""
    answer = httpx.post(f"{url}/stories", data={"text": TEXT, "title": "The tills"}, timeout=PATIENCE)
    return answer.headers["location"] + "/about"


def test_details_typed_survive_a_kill(browser: Any, process: Process) -> None:
    about = added(process.url)
    page = browser.new_page()
    page.goto(process.url + about)
    page.locator("#notes").press_sequentially("Ask Ana.", delay=5)
    page.locator("#happened").press_sequentially("2025-03")
    page.check("input[value=dive-deep]")
    page.locator("[data-kept]", has_text="Kept as you type.").wait_for()
    until(lambda: 'value="dive-deep" checked' in httpx.get(process.url + about, timeout=PATIENCE).text)
    process.kill()
    page.locator("#tags").press_sequentially("late")
    page.locator("[data-kept]", has_text="Not kept").wait_for()
    again = serve(process.home)
    try:
        page.goto(again.url + about)
        expect(page.locator("#notes")).to_have_value("Ask Ana.")
        expect(page.locator("#happened")).to_have_value("2025-03")
        expect(page.locator("input[value=dive-deep]")).to_be_checked()
        page.click("kept-form button.first")
        page.locator("#sheet").wait_for()
        page.goto(again.url + about)
        expect(page.locator("#notes")).to_have_value("Ask Ana.")
        expect(page.locator("text=You go on")).to_have_count(0)
    finally:
        page.close()
        again.kill()


def test_a_closed_tab_loses_no_details(browser: Any, process: Process) -> None:
    about = process.url + added(process.url)
    context = browser.new_context()
    page = context.new_page()
    page.goto(about)
    page.locator("#tags").press_sequentially("shop, late")
    page.close(run_before_unload=False)
    come_back(context.new_page(), about, "#tags", "shop, late")
    context.close()


def test_what_could_not_be_sent_before_the_tab_was_closed_is_there_when_it_is_opened_again(
    browser: Any, process: Process
) -> None:
    path = added(process.url)
    context = browser.new_context()
    page = context.new_page()
    page.goto(process.url + path)
    process.kill()
    page.locator("#tags").press_sequentially("shop")
    page.check("input[value=dive-deep]")
    page.locator("#notes").fill("Ask Ana.\nTwice.")
    page.locator("[data-kept]", has_text="This browser holds your words").wait_for()
    page.close()
    again = serve(process.home, port=int(process.url.rpartition(":")[2]))
    try:
        page = context.new_page()
        page.goto(again.url + path)
        expect(page.locator("#tags")).to_have_value("shop")
        expect(page.locator("#notes")).to_have_value("Ask Ana.\nTwice.")
        expect(page.locator("input[value=dive-deep]")).to_be_checked()
        page.locator("[data-kept]", has_text="Kept as you type.").wait_for()
        assert "Ask Ana." in httpx.get(again.url + path, timeout=PATIENCE).text
        assert page.evaluate("localStorage.length") == 0
    finally:
        context.close()
        again.kill()


def test_killed_while_details_are_typed_at_most_the_last_second_is_lost(browser: Any, tmp_path: Path) -> None:
    process = serve(tmp_path)
    keeps_all_but_the_last_second(browser, process, added(process.url), area="#notes", sent_to="/about/draft")


def test_details_are_kept_without_javascript(browser: Any, process: Process) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    about = process.url + added(process.url)
    page.goto(about)
    page.fill("#notes", "Ask Ana.")
    page.check("input[value=dive-deep]")
    page.click("kept-form button.first")
    page.locator("#sheet").wait_for()
    page.goto(about)
    expect(page.locator("#notes")).to_have_value("Ask Ana.")
    expect(page.locator("input[value=dive-deep]")).to_be_checked()
    context.close()
