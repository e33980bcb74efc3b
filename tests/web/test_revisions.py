"""Every wording is kept, what changed can be read, and an old one is brought back as a new one."""

from __future__ import annotations

import re

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.bank import Draft
from starproof.core.document import Provenance
from starproof.web.differences import Stretch, differences, shortened
from tests.growth import assert_under
from tests.web.conftest import Served

OLD = (
    "Search took 4 seconds. I ran three teams and was asked to bring it to 2 seconds. I stopped the vendor pilot, "
    "though our sales lead was against it. It takes 1 second now, which is 50% less. I learned to ask users first."
)
NEW = OLD.replace("50% less", "75% less").replace("sales lead", "finance lead")


@pytest.fixture
def client(served: Served) -> httpx.Client:
    served.bank.add(Draft(OLD, id="search", title="The search"))
    return served.client(accept="text/html")


def test_one_revision_is_no_difference(client: httpx.Client) -> None:
    page = client.get("/stories/search/revisions").text
    assert "one revision so far" in page
    assert "<del>" not in page
    assert 'class="card difference"' not in page


def test_words_and_findings_that_changed_are_told(client: httpx.Client, served: Served) -> None:
    served.bank.edit("search", text=NEW)
    page = client.get("/stories/search/revisions").text
    assert re.search(r"<del>.*?sales</del>", page)
    assert re.search(r"<ins>.*?finance</ins>", page)
    assert re.search(r"<td[^>]*>50%</td><td[^>]*>75%</td>", page), "the figure that changed"
    assert re.search(r"finding\w* went", page)


def test_each_revision_says_what_it_changed(client: httpx.Client, served: Served) -> None:
    served.bank.edit("search", provenance=(Provenance("4 seconds", "measured"),))
    served.bank.put_version("search", 2, "Search took 4 seconds.")
    page = client.get("/stories/search/revisions").text
    for words in ("as it came", "where figures come from", "a length"):
        assert words in page


def test_an_old_wording_is_brought_back_as_a_new_revision(client: httpx.Client, served: Served) -> None:
    served.bank.edit("search", text=NEW)
    assert "Revision 3" in client.post("/stories/search/revisions/restore", data={"number": "1"}).text
    assert served.bank.get("search").draft.text == OLD
    assert [one.text for one in served.bank.revisions("search")] == [OLD, NEW, OLD]


@pytest.mark.parametrize("query", ["old=9", "new=9", "old=0&new=99999999999999999999", "old=x"])
def test_a_revision_that_is_not_there_is_told(client: httpx.Client, query: str) -> None:
    answer = client.get(f"/stories/search/revisions?{query}")
    assert answer.status_code in (404, 422)


@given(st.lists(st.sampled_from(["a", "b", " ", "\n", "\r\n", "c d"]), max_size=60), st.integers(0, 60))
def test_a_difference_holds_both_texts(parts: list[str], cut: int) -> None:
    old, new = "".join(parts), "".join([*parts[:cut], "x", *parts[cut + 3 :]])
    stretches = differences(old, new)
    assert "".join(s.text for s in stretches if s.kind != "new") == old
    assert "".join(s.text for s in stretches if s.kind != "gone") == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 400_000, "a " * 300_000 + "b"),
        ("\n" * 500_000, "\n" * 400_000 + "x"),
        ("ab\n" * 200_000, "b\nab\n" * 99),
    ],
)
def test_a_difference_of_hostile_texts_takes_no_time(old: str, new: str) -> None:
    assert_under(3, lambda: differences(old, new))


def test_a_long_stretch_that_stayed_is_shown_by_its_ends() -> None:
    words = " ".join(f"word{n}" for n in range(400))
    found = list(shortened((Stretch("same", words), Stretch("gone", "x"), Stretch("same", words))))
    assert [one.kind for one in found] == ["same", "same", "gone", "same", "same"]
    assert found[1].text.endswith("word399")
    assert found[3].text.startswith("word0 ")
    assert all(len(one.text) <= 220 for one in found)
