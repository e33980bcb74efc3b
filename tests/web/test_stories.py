"""The list of stories, what is done with several at once, and stories that come in and go out as files."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from starproof.core.bank import Draft, Use
from starproof.web.uploads import safe_name
from tests.corpus import rows
from tests.web.axe import looking, wrong
from tests.web.conftest import Served

TEXT = "Our tills stopped on {} Saturdays. I moved two engineers to them and told our director. They run now."


@pytest.fixture
def client(served: Served) -> httpx.Client:
    return served.client(accept="text/html")


def some(count: int) -> list[Draft]:
    return [Draft(TEXT.format(n), id=f"s{n}", title=f"Story {n:03}", tags=("odd",) * (n % 2)) for n in range(count)]


def upload(name: str, data: bytes | str) -> tuple[str, tuple[str, bytes]]:
    return "files", (name, data.encode() if isinstance(data, str) else data)


def titles(page: str) -> list[str]:
    return re.findall(r"<bdi>(Story \d+)</bdi>", page)


def test_an_empty_list_says_how_to_begin(client: httpx.Client) -> None:
    page = client.get("/stories").text
    assert "Start from the example" in page
    assert "<table" not in page


def test_a_line_says_how_a_story_reads_without_colour(client: httpx.Client, served: Served) -> None:
    served.bank.add(Draft(TEXT.format(3), id="s", uses=(Use("2026-02-01"),), happened="2025"))
    served.bank.refresh()
    page = client.get("/stories").text
    assert "Our tills stopped on 3 Saturdays" in page, "a story without a title goes by its first words"
    assert re.search(r"(below|at|above) L6|unclear", page)
    assert "2026-02-01" in page


def test_every_page_of_the_list_is_reached_by_links_alone(client: httpx.Client, served: Served) -> None:
    served.bank.add_all(some(120))
    seen: list[str] = []
    address = "/stories?sort=title"
    while address:
        page = client.get(address).text
        seen += titles(page)
        found = re.search(r'id="next" href="([^"]+)"', page)
        address = found.group(1).replace("&amp;", "&") if found else ""
    assert seen == [f"Story {n:03}" for n in range(120)]


@pytest.mark.parametrize(
    ("query", "fits"),
    [("tag=odd", 3), ("q=saturdays+5", 1), ("where=away", 0), ("where=all", 6), ("level=nonsense&sort=&where=x", 6)],
)
def test_the_list_is_narrowed_by_its_address(client: httpx.Client, served: Served, query: str, fits: int) -> None:
    served.bank.add_all(some(6))
    assert len(titles(client.get(f"/stories?{query}").text)) == fits


def test_a_story_is_found_by_what_its_review_says(client: httpx.Client, served: Served) -> None:
    served.bank.add_all(some(2))
    served.bank.refresh()
    digest = served.bank.get("s1").digest
    assert digest is not None
    fits = [f"level={digest.reads_as}", f"principle={digest.principles[0].id}", *(f"flag={f}" for f in digest.flags)]
    for query in (*fits, "&".join(fits[:3])):
        assert "Story 001" in titles(client.get(f"/stories?{query}").text), query
    other = next(level for level in ("below", "at", "above", "unclear") if level != digest.reads_as)
    assert titles(client.get(f"/stories?level={other}").text) == []


def test_several_are_put_away_and_tagged_at_once(client: httpx.Client, served: Served) -> None:
    served.bank.add_all(some(4))
    page = client.post("/stories/several", data={"do": "archive", "ids": ["s1", "s2"]}).text
    assert "2 stories put away" in page
    assert served.bank.list().total == 2
    client.post("/stories/several", data={"do": "tag", "ids": ["s0", "s3"], "tags": "loop, new"})
    assert served.bank.get("s3").draft.tags == ("odd", "loop", "new")
    client.post("/stories/several", data={"do": "untag", "ids": ["s3"], "tags": "odd"})
    assert served.bank.get("s3").draft.tags == ("loop", "new")
    client.post("/stories/several", data={"do": "restore", "ids": ["s1", "s2"]})
    assert served.bank.list().total == 4


def test_what_was_done_with_several_is_undone_with_one_button(client: httpx.Client, served: Served) -> None:
    served.bank.add_all(some(3))
    page = client.post("/stories/several", data={"do": "archive", "ids": ["s0", "s2"]}).text
    change = re.search(r'name="change" value="(\d+)"', page)
    assert change
    client.post("/stories/several", data={"do": "tag", "ids": ["s1"], "tags": "later"})
    late = client.post("/stories/undo", data={"change": change.group(1)})
    assert (late.status_code, "Something else was changed since" in late.text) == (409, True)
    assert served.bank.list().total == 1
    served.bank.undo()
    assert "2 stories as before" in client.post("/stories/undo", data={"change": change.group(1)}).text
    assert served.bank.list().total == 3


def test_nothing_is_offered_to_be_undone_where_nothing_was_changed(client: httpx.Client, served: Served) -> None:
    served.bank.add_all(some(2))
    page = client.post("/stories/several", data={"do": "tag", "ids": ["s1"], "tags": "odd"}).text
    assert 'action="/stories/undo"' not in page
    answer = client.post("/stories/several", data={"do": "archive", "ids": ["s0", "none"]})
    assert answer.status_code == 404
    assert served.bank.list().total == 2, "all or none"


def test_an_import_is_undone_with_one_button(client: httpx.Client, served: Served) -> None:
    served.bank.add(Draft(TEXT.format(3), id="tills", title="The tills", source="tills.md"))
    files = [upload("tills.md", TEXT.format(3) + " I went there."), upload("new.md", "# The depot\n\nI ran it alone.")]
    looked = client.post("/stories/import", files=files)
    page = client.post(str(looked.url), data={"step-0": "revise"}).text
    change = re.search(r'name="change" value="(\d+)"', page)
    assert change
    assert len(served.bank.all()) == 2
    client.post("/stories/undo", data={"change": change.group(1)})
    (only,) = served.bank.all()
    assert only.draft.text == TEXT.format(3)


def test_the_list_shows_and_is_narrowed_by_how_long_ago_stories_ended(client: httpx.Client, served: Served) -> None:
    ended = {"Story 000": "2025-11", "Story 001": "2022", "Story 002": "2019-01-02", "Story 003": None}
    served.bank.add_all([Draft(TEXT.format(n), title=t, happened=on) for n, (t, on) in enumerate(ended.items())])
    for n, fresh in enumerate(("fresh", "ageing", "stale", "undated")):
        assert titles(client.get(f"/stories?fresh={fresh}").text) == [f"Story 00{n}"], fresh
    page = client.get("/stories?fresh=stale").text
    assert re.search(r'2019-01-02 <span class="soft age">stale</span>', page)
    assert '<option value="stale" selected>' in page
    assert len(titles(client.get("/stories?fresh=crisp").text)) == 4


@pytest.mark.parametrize("data", [{"do": "archive"}, {"do": "tag", "ids": ["s1"]}, {"do": "shred", "ids": ["s1"]}])
def test_nothing_is_done_where_it_is_not_said_to_what(
    client: httpx.Client, served: Served, data: dict[str, Any]
) -> None:
    served.bank.add_all(some(2))
    answer = client.post("/stories/several", data=data)
    assert answer.status_code in (400, 422)
    assert served.bank.history(limit=1)[0].kind == "add"


def test_stories_are_taken_away_as_files_and_come_back_the_same(client: httpx.Client, served: Served) -> None:
    served.bank.add_all(some(3))
    packed = client.post("/stories/export", data={"as": "markdown", "ids": ["s1"]})
    assert packed.headers["content-disposition"] == 'attachment; filename="stories-2026-03-31.zip"'
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        (name,) = archive.namelist()
        assert TEXT.format(1) in archive.read(name).decode()
    lines = client.post("/stories/export", data={"as": "jsonl"}).text
    assert [json.loads(line)["id"] for line in lines.splitlines()] == ["s0", "s1", "s2"]
    page = client.post("/stories/import", files=[upload("all.jsonl", lines)]).text
    assert "3 there already" in page


def test_an_import_is_looked_at_chosen_about_and_carried_out(client: httpx.Client, served: Served) -> None:
    longer = TEXT.format("three") + " We lost $40,000 in sales on each of them, and the chain's owner rang me twice."
    served.bank.add(Draft(longer, id="tills", title="The tills"))
    files = [
        upload("near.md", longer.replace("twice", "three times") + " I went there myself."),
        upload("new.md", "# The depot\n\nI ran three teams of nine. I stopped the planner."),
        upload("same.md", longer),
        upload("empty.md", "  "),
    ]
    looked = client.post("/stories/import", files=files)
    page = looked.text
    assert "1 story new, 1 for you to decide, 1 there already, 1 passed over" in page
    assert "is empty" in page
    assert len(served.bank.ids()) == 1, "looking takes nothing"
    taken = client.post(str(looked.url), data={"step-0": "revise"})
    assert "2 stories taken in" in taken.text
    assert served.bank.get("tills").draft.text.endswith("I went there myself.")
    assert len(served.bank.ids()) == 2
    assert client.get(str(looked.url)).status_code == 404, "what was taken is kept no longer"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("virus.exe", b"MZ", "of no kind that holds stories"),
        ("stories.docx", b"PK\x03\x04 this is no archive", "stories.docx"),
        ("empty.md", b"", "is empty"),
        ("broken.json", b"{", "broken.json"),
    ],
)
def test_a_file_that_holds_no_story_is_told_in_the_form(
    client: httpx.Client, served: Served, name: str, data: bytes, says: str
) -> None:
    answer = client.post("/stories/import", files=[upload(name, data)])
    assert answer.status_code in (200, 422)
    assert says in answer.text
    assert 'type="file"' in answer.text
    assert not list((served.desk.home / "uploads").glob("*")), "what cannot be read is not kept"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.md", "..\\..\\x.md", "/abs/x.md", "a\x00b\n.md", "." * 90 + "md", "é" * 300 + ".md"]
)
def test_a_name_that_leads_elsewhere_leads_nowhere(name: str) -> None:
    safe = safe_name(name)
    assert safe.endswith("md")
    assert "/" not in safe
    assert "\\" not in safe
    assert not safe.startswith(".")
    assert len(safe.encode()) < 250


def test_a_form_without_a_file_says_so(client: httpx.Client) -> None:
    body = b'--x\r\ncontent-disposition: form-data; name="files"; filename=""\r\n\r\n\r\n--x--\r\n'
    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert "No file was chosen" in client.post("/stories/import", content=body, headers=kind).text


@pytest.mark.parametrize("token", ["0" * 32, "unsaved", "x"])
def test_a_token_that_was_never_given_opens_nothing(client: httpx.Client, token: str) -> None:
    assert client.get(f"/stories/import/{token}").status_code == 404


def test_fifty_stories_are_imported_and_read_while_one_goes_on(client: httpx.Client, served: Served) -> None:
    told = [{"text": " ".join(s["text"] for s in row["sentences"][:4]), "title": row["title"]} for row in rows()[:50]]
    looked = client.post("/stories/import", files=[upload("fifty.jsonl", "\n".join(map(json.dumps, told)))])
    page = client.post(str(looked.url)).text
    assert "50 stories taken in" in page
    assert "50 stories still to be read" in page
    left, asked = 50, 0
    while left and asked < 60:
        part = client.post("/stories/reading", data={"refused": "0"}, headers={"hx-request": "true"}).text
        found = re.search(r"(\d+) stor(?:y|ies) still to be read", part)
        left, asked = int(found.group(1)) if found else 0, asked + 1
    assert "All are read" in part
    assert "not read yet" not in client.get("/stories").text


def test_nothing_keeps_anybody_from_using_the_list_and_the_import(
    browser: Any, served: Served, client: httpx.Client
) -> None:
    with looking(browser, "light", "phone") as page:
        assert wrong(page, f"{served.url}/stories") == []
        served.bank.add_all([*some(3), Draft(TEXT.format(9) * 3, title="<b>" * 40)])
        looked = client.post(
            "/stories/import", files=[upload("n.md", TEXT.format(9) * 3 + " Now."), upload("e.md", " ")]
        )
        for path in ("/stories", "/stories?tag=odd", "/stories/new", "/stories/import", looked.url.path):
            assert wrong(page, served.url + path) == [], path


def test_more_is_loaded_and_ticked_without_leaving_the_page(browser: Any, served: Served) -> None:
    served.bank.add_all(some(60))
    served.bank.refresh()
    page = browser.new_page()
    page.goto(f"{served.url}/stories?sort=title")
    expect(page.locator("#rows tr")).to_have_count(50)
    page.focus("#next")
    page.keyboard.press("Enter")
    expect(page.locator("#rows tr")).to_have_count(60)
    expect(page.locator("#next")).to_have_count(0)
    page.check("#every")
    expect(page.locator("#ticked")).to_have_text("With the 60 ticked:")
    page.fill("input[name=tags]", "all")
    page.click("button[value=tag]")
    page.locator("text=60 stories tagged").wait_for()
    assert served.bank.list(tag="all").total == 60
    page.close()


def test_a_list_that_came_in_unread_shows_how_it_reads_once_it_is_read(browser: Any, served: Served) -> None:
    served.bank.add_all(some(7))
    page = browser.new_page()
    page.goto(f"{served.url}/stories")
    page.locator("#reading", has_text="All are read").wait_for()
    expect(page.locator("#rows")).not_to_contain_text("not read yet")
    expect(page.locator("#rows tr")).to_have_count(7)
    page.close()


def test_a_tick_is_not_lost_when_the_stories_are_read(browser: Any, served: Served) -> None:
    served.bank.add_all(some(2))
    page = browser.new_page()
    page.route("**/stories/reading", lambda route: (page.check("input[value=s1]"), route.continue_()))
    page.goto(f"{served.url}/stories")
    page.locator("#reading", has_text="Show how they read").wait_for()
    expect(page.locator("input[value=s1]")).to_be_checked()
    page.close()


def test_few_stories_need_no_filters_unless_some_are_put_away(client: httpx.Client, served: Served) -> None:
    served.bank.add_all(some(5))
    assert 'class="filters"' not in client.get("/stories").text
    served.bank.archive("s1")
    assert 'class="filters"' in client.get("/stories").text
    served.bank.add_all([Draft(TEXT.format(n), id=f"t{n}") for n in (7, 8)])
    assert '<details class="narrowing">' in client.get("/stories").text
    assert '<details class="narrowing" open>' in client.get("/stories?level=at").text


def test_a_list_that_is_empty_leads_to_what_was_put_away(client: httpx.Client, served: Served) -> None:
    served.bank.add_all(some(1))
    served.bank.archive("s0")
    page = client.get("/stories").text
    assert '<a href="/stories?where=away">1 story put away</a>' in page
    assert "Story 000" in client.get("/stories?where=away").text


def test_the_list_follows_the_search_and_keeps_the_focus(browser: Any, served: Served) -> None:
    served.bank.add_all(some(12))
    served.bank.refresh()
    page = browser.new_page()
    page.goto(f"{served.url}/stories")
    page.locator("#q").press_sequentially("saturdays 11")
    page.locator("#total", has_text="1 story").wait_for()
    expect(page.locator("#said")).to_contain_text("1 story")
    expect(page.locator("#q")).to_be_focused()
    expect(page).to_have_url(re.compile("q=saturdays"))
    page.close()


def test_the_list_works_without_javascript(browser: Any, served: Served) -> None:
    served.bank.add_all(some(52))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}/stories?sort=title")
    page.click("text=Show more")
    expect(page.locator("#rows tr")).to_have_count(2)
    page.check("input[value=s51]")
    page.click("button[value=archive]")
    expect(page.locator("text=1 story put away")).to_be_visible()
    page.goto(f"{served.url}/stories/import")
    page.set_input_files("#files", {"name": "a.md", "mimeType": "text/markdown", "buffer": b"I ran the depot alone."})
    page.click("text=Look at what is in them")
    page.click("text=Take 1 story")
    expect(page.locator("text=1 story taken in")).to_be_visible()
    context.close()


def test_a_text_too_short_to_judge_has_no_clean_sheet_in_the_list(client: httpx.Client, served: Served) -> None:
    served.bank.add(Draft("We were late. I fixed it. It worked.", id="s", title="Short"))
    served.bank.refresh()
    page = client.get("/stories").text
    assert "too short to say" in page
    assert '<span class="yes">' not in page
    assert "likeliest" not in page


def test_coverage_marks_what_no_story_reaches_before_what_one_does(client: httpx.Client, served: Served) -> None:
    text = (
        "Three of our biggest customers threatened to leave; together they paid us $5.2M a year. I managed two teams, "
        "17 engineers, and answered for keeping them. I decided to stop the new editor for a quarter against the wish "
        "of our director, since nobody could export their data. All three stayed, $5.2M a year, and a year later other "
        "teams build on it. I now ask our customers first."
    )
    served.bank.add(Draft(text, id="s", title="Long", principles=("ownership",)))
    served.bank.refresh()
    page = client.get("/coverage").text
    marks = re.findall(r'class="shape (bad|open|good)"', page)
    assert set(marks) == {"bad", "open"}
    assert marks == sorted(marks)
    assert re.search(r'<dt>Ownership</dt>\s*<dd><p><span class="shape open"', page)


def test_a_later_draft_that_is_pasted_is_offered_as_the_next_revision(client: httpx.Client, served: Served) -> None:
    first = TEXT.format(3) + " " + "We asked every shop what an hour of a stopped till costs, and wrote it down. " * 2
    served.bank.add(Draft(first, id="first", title="Tills"))
    answer = client.post("/stories", data={"text": first + " I learned to ask first."}, follow_redirects=False)
    page = client.get(answer.headers["location"]).text
    assert "Make it revision 2" in page
    story = answer.headers["location"].split("?")[0]
    done = client.post(f"{story}/into", data={"earlier": "first"}, follow_redirects=True)
    assert "Saved as revision 2" in done.text
    assert served.bank.get("first").draft.text.endswith("I learned to ask first.")
    assert [line.id for line in served.bank.list().lines] == ["first"]
    other = client.post("/stories", data={"text": "Something else happened. " * 9}, follow_redirects=False)
    assert "?" not in other.headers["location"]


def test_the_same_story_sent_twice_is_kept_once_and_said(client: httpx.Client, served: Served) -> None:
    sent = {"text": TEXT.format(3), "title": "Tills"}
    first, second = client.post("/stories", data=sent), client.post("/stories", data=sent)
    assert served.bank.list().total == 1
    assert "this very text already" not in first.text
    assert "this very text already" in second.text


def test_the_same_text_under_another_title_or_put_away_is_kept(client: httpx.Client, served: Served) -> None:
    client.post("/stories", data={"text": TEXT.format(3), "title": "Tills"})
    client.post("/stories", data={"text": TEXT.format(3), "title": "What the tills taught us"})
    assert served.bank.list().total == 2, "a title that was typed is not lost"
    for line in served.bank.list().lines:
        served.bank.archive(line.id)
    client.post("/stories", data={"text": TEXT.format(3)})
    assert served.bank.list().total == 1


def test_nothing_of_the_printed_list_stands_upon_anything_else(browser: Any, served: Served) -> None:
    served.bank.add_all(some(3))
    served.bank.refresh()
    page = browser.new_page(viewport={"width": 690, "height": 900})
    page.emulate_media(media="print")
    page.goto(f"{served.url}/stories")
    page.locator("#rows tr").first.wait_for()
    boxes = page.evaluate(
        "[...document.querySelectorAll('#rows tr:first-child > :not(.tick, .unsaid)')].filter(e => e.textContent)"
        ".flatMap(e => [...e.getClientRects()]).map(r => [r.left, r.top, r.right, r.bottom])"
    )
    page.close()
    assert len(boxes) > 3
    upon = [
        (a, b) for a in boxes for b in boxes if a < b and a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert upon == []
