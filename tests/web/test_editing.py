"""Words are read while they are typed, kept while they are typed, and never overwritten unseen."""

from __future__ import annotations

import html
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from starproof.api.drafts import Drafts, Sending, Unsaved
from starproof.core.bank import Draft
from starproof.errors import BankError
from starproof.web.differences import differences
from tests.waiting import PATIENCE, until
from tests.web.browser import Process, come_back, keeps_all_but_the_last_second, serve
from tests.web.conftest import NOW, Served

STORY = "Our tills stopped on three Saturdays. I moved two engineers to them and told our director. They run now."
OTHER = "Our tills stopped on four Saturdays. I moved three engineers to them and told our director. They run now."


@pytest.fixture
def kept(served: Served) -> str:
    return served.bank.add(Draft(STORY, id="tills", title="The tills")).id


def test_saving_makes_a_revision_and_shows_the_sheet(served: Served, kept: str) -> None:
    answer = served.client().post(f"/stories/{kept}/text", data={"text": OTHER, "revision": "1"})
    assert answer.status_code == 200
    assert str(answer.url).endswith("/stories/tills?saved=2")
    assert "Revision 2" in answer.text
    assert served.bank.get(kept).draft.text == OTHER


def test_a_text_that_was_typed_keeps_its_line_ends(served: Served, kept: str) -> None:
    served.client().post(f"/stories/{kept}/text", data={"text": "\nOne.\r\n\r\nTwo. \r\n", "revision": "1"})
    assert served.bank.get(kept).draft.text == "\nOne.\n\nTwo. \n"


def test_a_text_area_holds_the_text_as_it_is(served: Served) -> None:
    text = "\n\u202eOne.\n\n   \n&amp; <b>two</b>\t\u200b."
    served.bank.add(Draft(text, id="odd"))
    page = served.client().get("/stories/odd/edit").text
    inside = page[page.index("<textarea") :].partition(">")[2].partition("</textarea>")[0]
    assert html.unescape(inside.removeprefix("\n")) == text


def test_a_story_that_moved_on_is_not_overwritten_and_both_texts_are_shown(served: Served, kept: str) -> None:
    served.bank.edit(kept, text="Our tills stopped once. I moved two engineers.")
    answer = served.client(accept="text/html").post(f"/stories/{kept}/text", data={"text": OTHER, "revision": "1"})
    assert answer.status_code == 412
    assert "<del>" in answer.text
    assert OTHER in answer.text
    assert served.bank.get(kept).draft.text.startswith("Our tills stopped once")
    again = served.client().get(f"/stories/{kept}")
    assert "did not save them" in again.text, "what was refused is kept"


def test_what_is_typed_is_kept_and_offered_until_it_is_saved_or_thrown_away(served: Served, kept: str) -> None:
    client = served.client()
    assert client.post(f"/stories/{kept}/live", data={"text": OTHER, "revision": "1"}).status_code == 200
    assert "did not save them" in client.get(f"/stories/{kept}").text
    assert OTHER in client.get(f"/stories/{kept}/edit").text
    client.post(f"/stories/{kept}/draft/forget")
    assert "did not save them" not in client.get(f"/stories/{kept}").text
    client.post(f"/stories/{kept}/draft", data={"text": OTHER, "revision": "1"})
    client.post(f"/stories/{kept}/text", data={"text": OTHER, "revision": "1"})
    assert "did not save them" not in client.get(f"/stories/{kept}").text


def test_what_cannot_be_read_yet_is_kept_all_the_same(served: Served, kept: str) -> None:
    answer = served.client().post(f"/stories/{kept}/live", data={"text": " ", "revision": "1"})
    assert answer.status_code == 200
    unsaved = served.desk.drafts.of(kept)
    assert unsaved is not None
    assert unsaved.text == " "


@given(st.text())
def test_the_ink_under_the_words_is_the_words(text: str) -> None:
    import starproof
    from starproof.errors import InputError
    from starproof.report.marks import sheet_of
    from starproof.web.ink import inked

    try:
        review = starproof.review(text)
    except InputError:
        return
    assert "".join(one.text for one in inked(review, sheet_of(review))) == text


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_texts_can_be_read_from_their_differences(old: str, new: str) -> None:
    stretches = differences(old, new)
    assert "".join(s.text for s in stretches if s.kind != "new") == old
    assert "".join(s.text for s in stretches if s.kind != "gone") == new


def test_unsaved_words_survive_any_text_and_belong_to_their_owner(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "unsaved")
    words = "\ud800 \x00 \r\n \u202e 'x'"
    drafts.keep(Unsaved("../../etc/passwd", words, 3, NOW))
    assert drafts.of("../../etc/passwd") == Unsaved("../../etc/passwd", words, 3, NOW)
    (file,) = drafts.folder.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    file.write_text("{broken")
    assert drafts.of("../../etc/passwd") is None
    drafts.forget("never kept")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "unsaved").write_text("a file")
    with pytest.raises(BankError, match="cannot be kept"):
        Drafts(tmp_path / "unsaved").keep(Unsaved("s", "t", 1, NOW))


def added(url: str) -> str:
    """The address of a new story."""
    answer = httpx.post(f"{url}/stories", data={"text": STORY, "title": "The tills"}, timeout=PATIENCE)
    return url + answer.headers["location"]


def test_typing_is_read_without_moving_the_caret_and_survives_a_kill(browser: Any, process: Process) -> None:
    story = added(process.url)
    page = browser.new_page()
    page.goto(f"{story}/edit")
    area = page.locator("#text")
    area.press("Control+End")
    area.type(" It saved $2M a year.", delay=5)
    page.locator("#proofs", has_text="$2M a year").wait_for()
    page.locator("#kept", has_text="Kept.").wait_for()
    expect(area).to_be_focused()
    expect(area).to_have_js_property("selectionStart", len(STORY) + 21)
    expect(page.locator("#ink")).to_contain_text(STORY)
    process.kill()
    again = serve(process.home)
    try:
        page.goto(story.replace(process.url, again.url))
        expect(page.locator("text=did not save them")).to_be_visible()
        page.click("text=Go on with them")
        expect(page.locator("#text")).to_have_value(STORY + " It saved $2M a year.")
        page.click("text=Save as revision 2")
        expect(page.locator("text=Saved as revision 2")).to_be_visible()
    finally:
        page.close()
        again.kill()


def test_a_closed_tab_loses_nothing(browser: Any, process: Process) -> None:
    story = added(process.url)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{story}/edit")
    page.locator("#text").press("Control+End")
    page.locator("#text").type(" And more.")
    page.close(run_before_unload=False)
    come_back(context.new_page(), f"{story}/edit", "#text", " And more.")
    context.close()


def test_words_that_cannot_be_written_down_are_there_again_after_the_refusal(
    browser: Any, served: Served, kept: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.url}/stories/{kept}/edit")
    full = served.desk.drafts.folder
    full.write_text("where the folder would be")
    page.locator("#text").fill(OTHER)
    page.locator("#kept", has_text="cannot write them down. This browser holds your words").wait_for()
    page.click("text=Save as revision 2")
    page.locator("text=cannot be kept").wait_for()
    full.unlink()
    page.goto(f"{served.url}/stories/{kept}/edit")
    expect(page.locator("#text")).to_have_value(OTHER)
    assert until(lambda: served.desk.drafts.of(kept)).text == OTHER
    context.close()


HELD = """words => {
  const { draft } = document.querySelector("[data-draft]").dataset;
  const data = new FormData(document.querySelector("#text").form);
  data.set("text", words);
  data.set("order", "elsewhere 1");
  localStorage.setItem(`starproof-typed:${draft}`, new URLSearchParams(data));
}"""
"""What a page leaves in the browser that could not send these words."""


def test_words_that_arrive_while_their_page_is_under_way_are_on_it(browser: Any, served: Served, kept: str) -> None:
    context = browser.new_context()
    page, edit = context.new_page(), f"{served.url}/stories/{kept}/edit"
    page.goto(edit)
    page.evaluate(HELD, OTHER)
    sent: list[Any] = []
    page.route("**/draft", lambda route: sent.append(route))
    with page.expect_request("**/draft"):
        page.goto(f"{served.url}/questions")

    def late(route: Any) -> None:
        made = route.fetch()  # before the words are there
        sent[0].continue_()
        assert until(lambda: served.desk.drafts.of(kept)).text == OTHER
        time.sleep(0.3)  # for the page that is left to hear of it
        route.fulfill(response=made)

    page.route(edit, late)
    page.goto(edit)
    expect(page.locator("#text")).to_have_value(OTHER)
    context.close()


def test_what_could_not_be_sent_is_sent_by_whatever_page_is_opened_next(browser: Any, process: Process) -> None:
    story = added(process.url)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{story}/edit")
    process.kill()
    page.locator("#text").fill("Written while nobody listened. " * 4000)
    page.locator("#kept", has_text="This browser holds your words").wait_for()
    page.close()
    again = serve(process.home, port=int(process.url.rpartition(":")[2]))
    try:
        page = context.new_page()
        page.goto(f"{again.url}/questions")
        until(lambda: page.evaluate("localStorage.length") == 0)
        assert "Written while nobody listened." in httpx.get(f"{story}/edit", timeout=PATIENCE).text
    finally:
        context.close()
        again.kill()


def test_words_that_could_not_be_written_do_not_keep_those_before_them_out(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "unsaved")
    drafts.folder.write_text("a file")
    with pytest.raises(BankError):
        drafts.keep(Unsaved("s", "later", 1, NOW), Sending("a", 2))
    drafts.folder.unlink()
    drafts.keep(Unsaved("s", "earlier", 1, NOW), Sending("a", 1))
    assert drafts.of("s") is not None


def test_words_of_a_page_that_come_late_take_the_place_of_nothing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "unsaved")
    drafts.keep(Unsaved("s", "later", 1, NOW), Sending("a", 2))
    drafts.keep(Unsaved("s", "earlier", 1, NOW), Sending("a", 1))
    drafts.keep(Unsaved("t", "of another story", 1, NOW), Sending("a", 1))
    drafts.forget("s", Sending("a", 1))
    assert drafts.of("s") == Unsaved("s", "later", 1, NOW)
    assert drafts.of("t") is not None
    drafts.forget("s", Sending("a", 3))
    drafts.keep(Unsaved("s", "later", 1, NOW), Sending("a", 2))
    assert drafts.of("s") is None


@pytest.mark.parametrize("how", [None, Sending("b", 2), Sending("a", 2), Sending("a", 1)])
def test_words_that_are_sent_once_more_after_they_were_done_with_stay_away(tmp_path: Path, how: Sending | None) -> None:
    drafts = Drafts(tmp_path / "unsaved")
    drafts.keep(Unsaved("s", "of a tab that was closed", 1, NOW), Sending("a", 1))
    drafts.forget("s", how)
    drafts.keep(Unsaved("s", "of a tab that was closed", 1, NOW), Sending("a", 1))
    assert drafts.of("s") is None


def test_what_is_thrown_away_stays_away_whatever_was_on_its_way(browser: Any, served: Served, kept: str) -> None:
    served.desk.drafts.keep(Unsaved(kept, STORY + " Typed before.", 1, NOW))
    page = browser.new_page()
    page.route("**/live", lambda route: None)
    page.goto(f"{served.url}/stories/{kept}/edit")
    page.locator("#text").fill(OTHER)
    page.locator("#kept", has_text="Keeping").wait_for()
    page.click("text=Throw it away")
    page.locator("#sheet").wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("localStorage.length") == 0
    assert served.desk.drafts.of(kept) is None
    page.close()


def test_killed_while_typing_at_most_the_last_second_is_lost(browser: Any, tmp_path: Path) -> None:
    process = serve(tmp_path)
    path = added(process.url).removeprefix(process.url) + "/edit"
    keeps_all_but_the_last_second(browser, process, path, area="#text", sent_to="/live")


def test_the_words_can_be_changed_without_javascript(browser: Any, process: Process) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{added(process.url)}/edit")
    page.fill("#text", OTHER)
    page.click("text=Read it")
    expect(page.locator("#ink")).to_contain_text("four Saturdays")
    expect(page.locator("#text")).to_have_value(OTHER)
    page.click("text=Save as revision 2")
    expect(page.locator("text=Saved as revision 2")).to_be_visible()
    context.close()


LONG = (
    "Our tills stopped on three Saturdays, 14% of the year's sales, and the vendor had let them rot for two years. "
    "\tA tab, averyveryverylongwordthatmustbebrokensomewhere/and/more/of/it-and-hyphens  two  spaces fi ffl AVATAR 🙂 "
    "שלום עולם 12%.\n\n"
)


def test_the_marks_lie_exactly_under_the_words_at_every_width(browser: Any, served: Served) -> None:
    served.bank.add(Draft(LONG * 5 + "\n", id="long"))
    page = browser.new_page()
    page.goto(f"{served.url}/stories/long/edit")
    page.locator("proof-editor.live").wait_for()
    for width in (1440, 1100, 992, 991, 700, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        until(lambda width=width: page.evaluate("innerWidth") == width)
        under, area = page.evaluate(
            "['ink', 'text'].map(one => document.getElementById(one)).map(one => [one.scrollHeight, one.clientWidth])"
        )
        assert under == area, width
    page.close()


def test_the_marks_move_with_the_words_before_the_next_reading(browser: Any, served: Served) -> None:
    served.bank.add(Draft(LONG * 2, id="long"))
    page = browser.new_page()
    page.route("**/live", lambda route: None)
    page.goto(f"{served.url}/stories/long/edit")
    before = page.locator("#ink mark").all_text_contents()
    assert before
    area = page.locator("#text")
    for keys in ("Control+Home", "x", "Enter", "Control+End", "y", "Control+Home", "Delete", "Control+z"):
        area.press(keys)
        until(lambda: page.locator("#ink").text_content() == area.input_value() + "\n")
    assert page.locator("#ink mark").all_text_contents()[1:] == before[1:]
    page.close()


def test_a_mark_and_its_note_show_each_other_and_the_panel_stays_where_it_was(browser: Any, served: Served) -> None:
    served.bank.add(Draft(LONG * 6, id="long"))
    page = browser.new_page(viewport={"width": 1300, "height": 600})
    page.goto(f"{served.url}/stories/long/edit")
    number = page.locator("#ink mark").first.get_attribute("data-notes").split(" ")[0]
    page.focus(f"#to{number}")
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator(f"#s-n{number}.tied")).to_have_count(1)
    page.evaluate("document.getElementById('proofs').scrollTop = 200")
    page.evaluate("document.getElementById('proofs').firstElementChild.dataset.before = ''")
    with page.expect_response("**/live"):
        page.keyboard.press("ArrowRight")
        page.keyboard.type("now ")
    page.locator("#kept", has_text="Kept.").wait_for()
    expect(page.locator("#proofs [data-before]")).to_have_count(0)
    expect(page.locator("#proofs")).to_have_js_property("scrollTop", 200)
    page.close()


def test_two_tabs_cannot_overwrite_each_other(browser: Any, served: Served, kept: str) -> None:
    one, two = browser.new_page(), browser.new_page()
    for page in (one, two):
        page.goto(f"{served.url}/stories/{kept}/edit")
    one.fill("#text", STORY + " From the first.")
    one.click("text=Save as revision 2")
    one.locator("text=Saved as revision 2").wait_for()
    two.fill("#text", STORY + " From the second.")
    two.click("text=Save as revision 2")
    two.locator("text=Changed in two places").wait_for()
    expect(two.locator("del").first).to_contain_text("first.")
    assert served.bank.get(kept).draft.text.endswith("From the first.")
    two.click("text=Save mine as revision 3")
    two.locator("text=Saved as revision 3").wait_for()
    assert served.bank.get(kept).draft.text.endswith("From the second.")
    one.close()
    two.close()


def test_a_story_is_written_changed_and_saved_by_keyboard_alone(browser: Any, served: Served) -> None:
    page = browser.new_page()
    page.goto(f"{served.url}/stories/new")

    def tab_to(selector: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(selector)

    tab_to("#text")
    page.keyboard.insert_text(STORY)
    tab_to("button.first")
    page.keyboard.press("Enter")
    page.locator("#sheet").wait_for()
    page.wait_for_load_state()
    tab_to("a.first")
    page.keyboard.press("Enter")
    page.wait_for_url("**/edit")
    tab_to("#text")
    page.keyboard.press("Control+End")
    page.keyboard.type(" They still run.")
    page.locator("#kept", has_text="Kept.").wait_for()
    tab_to("button.first")
    page.keyboard.press("Enter")
    page.locator("text=Saved as revision 2").wait_for()
    (story,) = served.bank.all()
    assert story.draft.text == STORY + " They still run."
    page.close()


def test_nothing_moves_when_a_page_opens_or_a_reading_comes(browser: Any, served: Served, kept: str) -> None:
    page = browser.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => moved += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for path in (f"/stories/{kept}", f"/stories/{kept}/edit", "/stories"):
        page.goto(served.url + path)
        if path.endswith("/edit"):
            page.locator("#text").press("Control+End")
            page.locator("#text").type(" More.")
            page.locator("#kept", has_text="Kept.").wait_for()
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("moved") < 0.02, path
    page.close()


def test_the_keys_that_save_elsewhere_save_here(browser: Any, served: Served) -> None:
    page = browser.new_page()
    page.goto(f"{served.url}/stories/new")
    page.locator("#text").fill(STORY)
    page.keyboard.press("Control+Enter")
    page.locator("#sheet").wait_for()
    page.goto(page.url + "/edit")
    page.locator("#text").press("Control+End")
    page.keyboard.type(" They still run.")
    page.locator("a.button").first.focus()
    page.keyboard.press("Control+s")
    page.locator("text=Saved as revision 2").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.locator("text=Saved as revision 3").wait_for()
    (story,) = served.bank.ids()
    assert [one.text for one in served.bank.revisions(story)] == [STORY, STORY + " They still run.", STORY]
    page.close()


def test_what_was_saved_is_told_once_and_only_of_the_latest_revision(served: Served, kept: str) -> None:
    client = served.client()
    worse = STORY.replace("told our director", "told our director that the other team had let it rot")
    said = client.post(f"/stories/{kept}/text", data={"text": worse, "revision": "1"}).text
    assert "Saved as revision 2." in said
    assert "New: blame" in said
    assert f'href="/stories/{kept}/revisions?old=1&amp;new=2"' in said
    assert "Saved as" not in client.get(f"/stories/{kept}").text
    same = client.post(f"/stories/{kept}/text", data={"text": worse, "revision": "2"})
    assert "Saved as" not in same.text, "nothing was saved"
    served.bank.edit(kept, text=OTHER)
    assert "Saved as" not in client.get(f"/stories/{kept}?saved=2").text, "something else was saved since"


def test_a_revision_that_cannot_be_read_is_saved_all_the_same(served: Served, kept: str) -> None:
    said = served.client().post(f"/stories/{kept}/text", data={"text": "…", "revision": "1"}).text
    assert "Saved as revision 2." in said


def typed_early(browser: Any, address: str, script: str, area: str, words: str) -> Any:
    """A page into which these words were typed before this script of it was there."""
    page = browser.new_page()
    held: list[Any] = []
    page.route(f"**/{script}.js*", lambda route: held.append(route))
    page.goto(address, wait_until="commit")
    page.locator(area).fill(words)
    until(lambda: page.evaluate("true") and bool(held))
    held[0].continue_()
    return page


@pytest.mark.parametrize(
    ("part", "script", "area"),
    [("tills/edit", "editor", "#text"), ("tills/about", "keeping", "#notes"), ("new", "kept", "#text")],
)
def test_what_is_typed_before_the_scripts_are_there_is_kept(
    browser: Any, served: Served, kept: str, part: str, script: str, area: str
) -> None:
    page = typed_early(browser, f"{served.url}/stories/{part}", script, area, OTHER)
    folder = served.desk.drafts.folder
    until(lambda: folder.exists() and any("four Saturdays" in one.read_text() for one in folder.glob("*.json")))
    expect(page.locator(area)).to_have_value(OTHER)
    page.close()


def test_a_page_that_is_opened_keeps_nothing_of_itself(browser: Any, served: Served) -> None:
    served.bank.add(Draft("\r\nOne.\r\n\r\rTwo. \n", id="odd", title="Two\nlines", notes="One.\rTwo.\r\n"))
    page = browser.new_page()
    for part in ("odd/edit", "odd/about", "new"):
        page.goto(f"{served.url}/stories/{part}", wait_until="networkidle")
        assert page.evaluate("localStorage.length") == 0, part
    assert not served.desk.drafts.folder.exists()
    page.close()
