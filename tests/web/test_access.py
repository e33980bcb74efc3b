"""Every page can be used by everybody: on a phone, by keyboard, by ear, in the dark, without the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import pytest
from playwright.sync_api import expect
from starlette.routing import Match

from starproof.api import open_bank
from starproof.core.bank import Draft, Use
from starproof.engine import Reviewer
from starproof.web.app import create_app
from starproof.web.desk import Desk
from starproof.web.safety import Gate
from tests.corpus import paragraph_of, rows
from tests.web.axe import WIDTHS, looking, runs_off, wrong
from tests.web.conftest import NOW, Served, running

ROWS = rows()[::20]
STORY = "/stories/s-1"
EMPTY = (
    "/", "/stories", "/coverage", "/loop", "/questions/match?asked=When+did+you+disagree+with+your+boss",
    "/questions/asked", "/progress", "/practice", "/practice/log",
)  # fmt: skip
"""Pages that show something else while the bank is empty."""
FILLED = (
    *EMPTY, "/stories/new", "/stories/import", STORY, f"{STORY}/edit", f"{STORY}/about", f"{STORY}/versions",
    f"{STORY}/revisions", "/stories?q=zzyzx", "/stories/s-1?saved=2", "/loop/edit", "/loop/print",
    "/loop/hold?interviewer=Ana&principle=ownership", "/questions", "/questions/OW-Q01", "/guide", "/guide/exemplars",
    "/guide/exemplars/CO-1", "/guide/check", "/guide/other", "/settings", "/nowhere",
)  # fmt: skip
NO_PAGES = re.compile(r"/static/|openapi\.json|\.ics$|/stories/reading|/new/draft|/words/|review\.html$")
"""Addresses that answer with files, parts of pages, and words that were being typed."""
ELSEWHERE = {"/stories/import/{token}", "/practice/{session_id}", "/practice/{session_id}/look/{number}"}
"""Pages that need something begun first: the tests of stories and of practice look at them."""
MOST_BYTES = 300_000
OBSERVED = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) shifts.push(one.value);
}).observe({type: "layout-shift", buffered: true});
"""
WEIGHT = """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .reduce((sum, one) => sum + one.encodedBodySize, 0)"""
BORDERLESS = """[...document.querySelectorAll(".button, button:not(.quiet)")]
  .filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopStyle === "none")
  .map((one) => one.textContent)"""
MOVED = """[...document.querySelectorAll(".row-of, .person")].flatMap((row) => {
  const places = () => [...row.children].map((one) => one.getBoundingClientRect()).map(({x, y}) => `${x} ${y}`);
  const whole = places();
  return whole.slice(1).flatMap(() => {
    row.lastElementChild.remove();
    const now = places();
    return now.map((place, at) => `${row.className} ${at}: ${place}, then ${whole[at]}`)
      .filter((_, at) => now[at] !== whole[at]);
  });
})"""
"""What stands elsewhere until the rest of its row has come: on a busy machine a browser shows that."""
LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => Number(one.tagName[1]))"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory, reviewer: Reviewer) -> Iterator[Served]:
    with open_bank(tmp_path_factory.mktemp("empty") / "bank.db", reviewer=reviewer) as bank:
        yield from running(bank, reviewer)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, reviewer: Reviewer) -> Iterator[Served]:
    days = [NOW.replace("31T", "20T")]
    with open_bank(tmp_path_factory.mktemp("filled") / "bank.db", reviewer=reviewer, now=lambda: days[-1]) as bank:
        for number, story in enumerate(ROWS):
            days.append(NOW.replace("31T", f"{21 + number // 3}T"))
            uses = (Use("2026-02-01", "Contoso", went="well"),) if number == 2 else ()
            bank.add(
                Draft(
                    paragraph_of(story),
                    id=f"s-{number}",
                    title=story["title"],
                    tags=("told",) * (number % 2),
                    uses=uses,
                )
            )
        bank.edit("s-1", text=bank.get("s-1").draft.text + " I would start earlier now.")
        bank.refresh()
        for served in running(bank, reviewer):
            people = {"name": ["Ana", "Bo"], "one": ["ownership", "dive-deep"], "two": ["", ""], "minutes": ["45", ""]}
            served.client().post("/loop", data={**people, "on": "2026-05-01", "bar_raiser": "1"})
            yield served


def test_every_page_is_looked_at() -> None:
    app = create_app(cast(Desk, None), Gate(frozenset()))
    paths = [one.partition("?")[0] for one in FILLED]
    pages = [route for route in app.routes if "GET" in route.methods and not route.include_in_schema]
    assert len(pages) > 30
    for route in pages:
        scopes = [{"type": "http", "method": "GET", "path": path} for path in paths]
        reached = any(route.matches(scope)[0] is Match.FULL for scope in scopes)
        assert reached or route.path in ELSEWHERE or NO_PAGES.search(route.path), route.path


def test_axe_finds_nothing_on_any_page(browser: Any, filled: Served) -> None:
    assert _found(browser, filled, FILLED) == {}


def test_axe_finds_nothing_on_the_pages_of_an_empty_bank(browser: Any, empty: Served) -> None:
    assert _found(browser, empty, EMPTY) == {}


def _found(browser: Any, served: Served, addresses: tuple[str, ...]) -> dict[str, list[str]]:
    """What is wrong by address, on a phone and at a desk."""
    found: dict[str, list[str]] = {}
    with looking(browser, "light", "phone") as page:
        for address in addresses:
            found[address] = wrong(page, served.url + address)
    return {address: told for address, told in found.items() if told}


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_are_light_stand_still_and_ask_nobody_else(browser: Any, filled: Served, width: str) -> None:
    wrong: list[str] = []
    context = browser.new_context(viewport=WIDTHS[width])
    context.add_init_script(OBSERVED)
    page = context.new_page()
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(filled.url) else None)
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("console", lambda said: wrong.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    for address in FILLED:
        if address in ("/nowhere", "/loop/print"):
            continue
        page.goto(filled.url + address, wait_until="load")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        levels = page.evaluate(LEVELS)
        if levels.count(1) != 1 or any(after > before + 1 for before, after in zip([0, *levels], levels, strict=False)):
            wrong.append(f"{address}: headings {levels}")
        if off := runs_off(page):
            wrong.append(f"{address}: runs off by {off} pixels")
        if (weight := page.evaluate(WEIGHT)) > MOST_BYTES:
            wrong.append(f"{address}: {weight} bytes")
        if (shift := page.evaluate("shifts.reduce((sum, one) => sum + one, 0)")) > 0:
            wrong.append(f"{address}: shifts by {shift:.4f}")
    context.close()
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_who_interviews_stands_where_it_will_before_its_row_is_whole(browser: Any, filled: Served, width: str) -> None:
    context = browser.new_context(viewport=WIDTHS[width])
    page = context.new_page()
    page.goto(f"{filled.url}/loop/edit")
    expect(page.locator(".row-of, .person").nth(2)).to_be_visible()
    assert page.evaluate(MOVED) == []
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_title_of_one_long_word_widens_no_page(browser: Any, bank: Any, reviewer: Any, width: str) -> None:
    title = "_".join(["payments", "ledger", "reconciliation", "after", "the", "reorganisation", "final"] * 2)
    bank.add(Draft(PASTED, id="long", title=title))
    bank.refresh()
    for served in running(bank, reviewer):
        context = browser.new_context(viewport=WIDTHS[width])
        page = context.new_page()
        off = {}
        for address in ("/", "/stories", "/stories/long", "/stories/long/edit", "/coverage", "/practice"):
            page.goto(served.url + address)
            off[address] = runs_off(page)
        context.close()
        assert {address: pixels for address, pixels in off.items() if pixels} == {}


def test_a_plan_is_named_across_its_whole_table_on_a_phone(browser: Any, filled: Served) -> None:
    context = browser.new_context(viewport=WIDTHS["phone"])
    page = context.new_page()
    for address in (STORY, "/guide"):
        page.goto(filled.url + address)
        table = page.locator(".plans table").first
        named, whole = (one.bounding_box()["width"] for one in (table.locator("caption"), table))
        assert named > 0.9 * whole, address
    context.close()


def test_forced_colours_and_reduced_motion_lose_nothing(browser: Any, filled: Served) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    for address in ("/", "/stories", STORY, "/coverage", "/loop", "/progress"):
        page.goto(filled.url + address)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto", address
        assert page.evaluate("document.getAnimations().length") == 0, address
        assert page.evaluate(BORDERLESS) == [], address
        here = page.locator("nav.pages [aria-current]").evaluate("one => getComputedStyle(one).borderBottomWidth")
        assert here == "2px", address
    page.goto(f"{filled.url}/coverage")
    expect(page.locator("td.strong").first).to_have_text(re.compile("^●"))
    context.close()


def reach(page: Any, words: str, *, most: int = 120) -> None:
    """Go on by Tab until the focus is on what is called so."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if re.match(words, page.evaluate(_CALLED).strip()):
            return
    raise AssertionError(f"{words!r} cannot be reached by Tab on {page.url}")


_CALLED = """() => {
  const one = document.activeElement;
  return one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent ?? "";
}"""
PASTED = (
    "Our tills stopped on three Saturdays. I moved two engineers to them, told our director why, and cut the pilot. "
    "After six weeks no till stopped, which saved $1.2M a year. I learned to ask the shops first."
)


def test_the_whole_way_is_gone_by_keyboard_alone(browser: Any, bank: Any, reviewer: Any) -> None:
    """First run, paste, review, loop, a choice held: with Tab, Enter and letters."""
    for served in running(bank, reviewer):
        context = browser.new_context()
        page = context.new_page()
        page.goto(served.url)
        reach(page, "The story")
        page.keyboard.insert_text(PASTED)
        reach(page, "Title")
        page.keyboard.type("The tills")
        reach(page, "Save and review it")
        page.keyboard.press("Enter")
        page.wait_for_url("**/stories/tills*")
        expect(page.get_by_role("heading", name="Red flags")).to_be_visible()
        reach(page, "Loop")
        page.keyboard.press("Enter")
        page.wait_for_url("**/loop")
        reach(page, "Name of interviewer 1")
        page.keyboard.type("Ana")
        reach(page, "First principle of interviewer 1")
        page.keyboard.type("Owner")
        reach(page, "Plan the loop")
        page.keyboard.press("Enter")
        page.wait_for_selector("#board")
        page.wait_for_load_state()
        reach(page, "Hold it here: The tills|Choose a story")
        page.keyboard.press("Enter")
        held = page.locator(".chip:text-is('held')")
        expect(held.or_(page.locator(".candidates")).first).to_be_visible()
        page.wait_for_load_state()
        if "/loop/hold" in page.url:
            reach(page, "Hold it: The tills")
            page.keyboard.press("Enter")
        expect(held.first).to_be_visible()
        context.close()


def test_a_story_is_moved_by_keyboard_and_it_is_said_aloud(browser: Any, filled: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{filled.url}/loop")
    first = page.locator("[data-seat]").first.get_attribute("data-title")
    reach(page, f"Move it: {re.escape(first)}")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("taken up")
    page.keyboard.press("Escape")
    expect(page.locator("#said")).to_contain_text("stays where it was")
    expect(page.locator(":focus")).to_have_attribute("aria-label", f"Move it: {first}")
    page.keyboard.press("Enter")
    reach(page, rf"Put it here: {re.escape(first)}, Bo, Dive Deep, to fall back on")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("is held for Bo")
    expect(page.locator(":focus")).to_have_attribute("aria-label", f"Move it: {first}")
    expect(page.locator("[data-interviewer=Bo][data-seat=backup] .chip")).to_have_text("held")
    context.close()


def test_a_story_is_moved_by_dragging(browser: Any, filled: Served) -> None:
    context = browser.new_context(viewport=WIDTHS["desktop"])
    page = context.new_page()
    page.goto(f"{filled.url}/loop")
    title = page.locator("[data-interviewer=Bo][data-seat=first]").get_attribute("data-title")
    page.drag_and_drop("[data-interviewer=Bo][data-seat=first] h4", "[data-interviewer=Ana][data-seat=backup] h4")
    expect(page.locator("#said")).to_contain_text("is held for Ana")
    expect(page.locator("[data-interviewer=Ana][data-seat=backup]")).to_have_attribute("data-title", title)
    context.close()


@pytest.mark.parametrize(("width", "beside"), [(390, False), (1440, True)])
def test_a_red_flag_is_told_in_whole_lines_on_a_phone_and_in_columns_at_a_desk(
    browser: Any, filled: Served, width: int, beside: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    try:
        page = context.new_page()
        page.goto(f"{filled.url}/guide")
        says, asks = (page.locator("#blame td").nth(place).bounding_box() for place in (0, 1))
        assert (asks["x"] > says["x"]) is beside
        assert says["width"] > 300
    finally:
        context.close()
