"""The guide's pages: all it says, its exemplars on the sheet, its contradictions, and other guides."""

from __future__ import annotations

import pytest

from starproof import load_guide
from starproof.api import guide_as
from tests.web.conftest import Served

MARKDOWN = guide_as(load_guide(), form="markdown")


def test_the_overview_names_every_part_of_the_guide(served: Served) -> None:
    page = served.client().get("/guide").text
    guide = load_guide()
    for part in (guide.expectations, guide.principles, guide.red_flags, guide.differences):
        assert all(f">{entry.name.replace('&', '&amp;')}<" in page for entry in part)


def test_exemplars_are_found_by_principle_and_words(served: Served) -> None:
    client = served.client()
    assert client.get("/guide/exemplars").text.count('href="/guide/exemplars/') == 50
    assert client.get("/guide/exemplars?principle=ownership").text.count('href="/guide/exemplars/') == 10
    assert "No exemplar holds" in client.get("/guide/exemplars?q=xyzzy").text
    assert client.get("/guide/exemplars?principle=kindness").status_code == 404


def test_an_exemplar_stands_on_the_sheet_with_its_review(served: Served) -> None:
    page = served.client().get("/guide/exemplars/co-4")
    assert page.status_code == 200
    assert "Red flags" in page.text
    assert "CO-4" in page.text
    assert served.client().get("/guide/exemplars/XX-9").status_code == 404


def test_the_guide_s_contradictions_are_told(served: Served) -> None:
    page = served.client().get("/guide/check").text
    assert all(words in page for words in ("CO-4", "IS-2", "DR-3", "140", "260"))


def test_another_guide_is_read_and_reported_on(served: Served) -> None:
    client = served.client()
    page = client.post("/guide/other", files={"file": ("mine.md", MARKDOWN + "\nA line of no part.\n")})
    assert page.status_code == 200
    assert "50 exemplars" in page.text
    assert "A line of no part." in page.text
    toml = client.post("/guide/other.toml", data={"toml": "id = 'x'"})
    assert toml.headers["content-disposition"] == 'attachment; filename="guide.toml"'


def test_the_shipped_guide_as_toml_is_understood_whole(served: Served) -> None:
    toml = guide_as(load_guide(), form="toml")
    page = served.client().post("/guide/other", files={"file": ("mine.toml", toml)}).text
    assert "Every line was understood" in page


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("mine.md", b"", "empty"),
        ("mine.md", b"\xff\xfe\x00\x01", "UTF-8"),
        ("mine.toml", b"id = [", "mine.toml"),
        ("mine.md", b"Nothing of a guide.", "mine.md"),
        ("mine.md", b"x" * 2_000_001, "larger"),
    ],
)
def test_a_file_that_is_no_guide_is_told_why(served: Served, name: str, data: bytes, words: str) -> None:
    answer = served.client(accept="text/html").post("/guide/other", files={"file": (name, data)})
    assert answer.status_code == 422
    assert words in answer.text
