"""The page: one file without requests, safe from its stories, legible in both themes, usable on a phone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from starproof.guides import load_guide
from starproof.report import compare, render, render_comparison
from tests.browser import chromium
from tests.report.contrast import contrast, from_hex
from tests.report.example import example_review
from tests.report.making import HOSTILE, no_story, review_of

GUIDE = load_guide()
CSS = (files("starproof.report") / "templates" / "paper.css").read_text(encoding="utf-8")
SECTIONS = ("situation", "task", "action", "result", "reflection", "other")
VOID = {"meta", "link", "br"}


class Read(HTMLParser):
    """Collects what tests ask of a page, and checks that its tags nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.text: list[str] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        values = dict(attrs)
        self.ids += [str(values["id"])] if "id" in values else []
        self.links += [str(values["href"])] if tag == "a" else []
        self.fetched += [str(values[name]) for name in ("src", "srcset", "data") if name in values]
        self.headings += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def page_of(*reviews: Any) -> str:
    return render(reviews, format="html", guide=GUIDE)


def hostile_page() -> str:
    return page_of(
        example_review(),
        no_story(),
        *(review_of(t, (2, 9), (5, 20), (5, 5), (0, len(t)), title=t) for t in HOSTILE.values()),
    )


def comparison_page() -> str:
    text = HOSTILE["script"]
    return render_comparison(compare(review_of(text, (2, 9), title=text), example_review()), format="html")


@pytest.mark.parametrize(
    "page", [page_of(example_review()), hostile_page(), comparison_page()], ids=["one", "many", "changes"]
)
def test_tags_nest_ids_are_unique_links_lead_somewhere_and_headings_skip_no_level(page: str) -> None:
    read = Read(page)
    assert [name for name, count in Counter(read.ids).items() if count > 1] == []
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    assert read.headings[0] == 1
    assert read.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(read.headings, read.headings[1:], strict=False))
    assert read.tags["main"] == 1
    assert read.tags["table"] == read.tags["caption"]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = hostile_page()
    read = Read(page)
    assert read.fetched == []
    assert read.tags["script"] == read.tags["img"] == read.tags["iframe"] == 0
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert "default-src 'none'" in page


def test_markup_in_a_story_is_shown_and_never_obeyed() -> None:
    text = HOSTILE["script"]
    read = Read(page_of(review_of(text, (2, 9), (5, 20), title=text)))
    assert read.tags["style"] == read.tags["title"] == 1
    assert text in "".join(read.text)
    assert "{{ 7*7 }}" in "".join(read.text)


@pytest.mark.parametrize("name", HOSTILE)
def test_acting_characters_are_shown_as_signs(name: str) -> None:
    text = HOSTILE[name]
    page = page_of(review_of(text, (0, len(text)), title=text))
    assert not set(page) & set("\x00\x07\x08\x1b\x7f\x9b\u202e\u2066\u2028\ufeff")


def test_marks_and_notes_lead_to_each_other() -> None:
    page = page_of(example_review())
    for number in (1, 2, 3, 4):
        assert f'id="s1-m{number}" href="#s1-n{number}"' in page
        assert f'href="#s1-m{number}"' in page
    assert 'id="s1-n5"' in page
    assert 'href="#s1-m5"' not in page


def test_several_reviews_get_an_index() -> None:
    page = page_of(example_review(), no_story())
    assert '<a href="#s2">' in page
    assert "<nav" not in page_of(example_review())


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))


LIGHT, DARK = (tokens(part) for part in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL))
WORDS = ("ink", "soft", "pencil", "sure", "blue", "amber")
PAIRS = [(word, ground, 4.5) for word in WORDS for ground in ("paper", "card")]
PAIRS += [("pencil", "pencil-soft", 4.5), ("ink", "pencil-soft", 4.5), ("soft", "pencil-soft", 4.5)]
PAIRS += [("ink", f"{section}-tint", 4.5) for section in SECTIONS]
PAIRS += [(section, "paper", 3.0) for section in SECTIONS]
PAIRS += [
    ("edge", "card", 3.0),
    ("edge", "paper", 3.0),
    ("ink", "line", 4.5),
    ("soft", "line", 3.0),
    ("pencil", "line", 3.0),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground", "least"), PAIRS, ids=lambda value: str(value))
def test_colours_keep_their_contrast(theme: dict[str, str], word: str, ground: str, least: float) -> None:
    assert contrast(from_hex(theme[word]), from_hex(theme[ground])) >= least


def test_both_themes_define_the_same_tokens_and_nothing_else_has_a_colour_of_its_own() -> None:
    assert set(LIGHT) == set(DARK)
    rules = CSS[CSS.index("*, ::before") :]
    assert re.findall(r"#[0-9a-f]{3,8}\b", rules) == []


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_a_browser_shows_it_without_errors_requests_or_sideways_scrolling(
    browser: Any, tmp_path: Path, width: int, theme: str
) -> None:
    for name, page in (("many", hostile_page()), ("changes", comparison_page())):
        path = tmp_path / f"{name}.html"
        path.write_text(page, encoding="utf-8")
        tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=theme)
        said: list[str] = []
        asked: list[str] = []
        tab.on("console", lambda message, said=said: said.append(message.text))
        tab.on("pageerror", lambda error, said=said: said.append(str(error)))
        tab.on("request", lambda request, asked=asked: asked.append(request.url))
        tab.goto(path.as_uri())
        assert said == []
        assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        ground = tab.evaluate("getComputedStyle(document.body).backgroundColor")
        expected = from_hex((LIGHT if theme == "light" else DARK)["paper"])
        assert ground == f"rgb({expected[0]}, {expected[1]}, {expected[2]})"
        tab.close()


def test_a_browser_follows_a_mark_to_its_note_and_back(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "one.html"
    path.write_text(page_of(example_review()), encoding="utf-8")
    tab = browser.new_page(viewport={"width": 390, "height": 800})
    tab.goto(path.as_uri())
    tab.get_by_role("link", name="Note 3: restated figure mismatch").click()
    expect(tab.locator(":target")).to_have_text(re.compile(r"^\s*3"))
    tab.get_by_role("link", name="Back to the words of note 3").click()
    expect(tab.locator(":target")).to_have_id("s1-m3")
    tab.close()


def test_paper_is_light_whatever_the_theme(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "one.html"
    path.write_text(page_of(example_review()), encoding="utf-8")
    tab = browser.new_page(color_scheme="dark")
    tab.emulate_media(media="print", color_scheme="dark")
    tab.goto(path.as_uri())
    red, green, blue = from_hex(LIGHT["ink"])
    assert tab.evaluate("getComputedStyle(document.body).color") == f"rgb({red}, {green}, {blue})"
    tab.close()


def test_marked_words_are_seen_where_the_system_sets_the_colours(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "one.html"
    path.write_text(page_of(example_review()), encoding="utf-8")
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    tab = context.new_page()
    tab.goto(path.as_uri())
    ink = "getComputedStyle(document.querySelector('{}')).color"
    assert tab.evaluate(ink.format("mark")) == tab.evaluate(ink.format(".sheet p"))
    ground = tab.evaluate("getComputedStyle(document.querySelector('.rail.situation, .rail.action')).backgroundColor")
    assert ground != tab.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
