"""Lists, filters, pages and search: both databases give the same stories in the same order."""

from __future__ import annotations

import random
import unicodedata

import pytest

from starproof.bank import Bank
from starproof.bank.store.words import words
from starproof.core.bank import Draft
from starproof.errors import BankError
from tests.bank.store.making import WordJudge


def ids(bank: Bank, **wanted: object) -> list[str]:
    return [line.id for line in bank.list(**wanted).lines]  # type: ignore[arg-type]


@pytest.fixture
def told(bank: Bank) -> Bank:
    bank.add(Draft("They broke the build, and I said so to the VP at once.", id="b", title="Éclair", tags=("x",)))
    bank.add(Draft("Latency fell.", id="a", title="zebra", principles=("earn-trust",), tags=("x", "y")))
    bank.add(Draft("I hired nine people in a year, and they stayed.", id="c", principle="hire-and-develop"))
    bank.refresh()
    return bank


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["c", "a", "b"]),
        ({"sort": "added"}, ["c", "a", "b"]),
        ({"sort": "title"}, ["c", "b", "a"]),
        ({"sort": "id"}, ["a", "b", "c"]),
        ({"tag": "x"}, ["a", "b"]),
        ({"tag": "y", "text": "latency"}, ["a"]),
        ({"principle": "earn-trust"}, ["a"]),
        ({"principle": "hire-and-develop"}, ["c"]),
        ({"principle": "ownership"}, ["b"]),
        ({"level": "below"}, ["a"]),
        ({"flag": "blame"}, ["c"]),
        ({"tag": "none such"}, []),
    ],
)
def test_lists_hold_what_fits_in_the_order_asked_for(told: Bank, wanted: dict[str, object], found: list[str]) -> None:
    assert ids(told, **wanted) == found
    assert told.list(**wanted).total == len(found)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("build", ["b"]),
        ("BUILD broke", ["b"]),
        ("bui vp", ["b"]),
        ("uild", []),
        ("build latency", []),
        ("eclair", ["b"]),
        ("ÉCLAIR", ["b"]),
        ("an", ["c", "b"]),
        ("", ["c", "a", "b"]),
        ("  ", ["c", "a", "b"]),
        ("'\"*:&|!()<->\\ %_;--", []),
        ("build' OR 1=1 --", []),
        ("build AND NOT broke", []),
        ("NEAR(build)", []),
    ],
)
def test_search_finds_stories_that_hold_every_word_or_its_beginning(told: Bank, words: str, found: list[str]) -> None:
    assert [line.id for line in told.search(words).lines] == found


def test_search_finds_scripts_without_spaces_and_letters_with_marks(bank: Bank) -> None:
    bank.add(Draft("我在面试中讲了这个故事。", id="zh"))
    bank.add(Draft("Ναι, στο Κάιρο ξεκίνησε.", id="el"))
    bank.add(Draft("E\u0301te\u0301 ﬁnal ½ Straße x\u20d0 \U0001f600 नमस्ते", id="odd"))
    for query, found in [("面试", "zh"), ("故事 讲", "zh"), ("καιρο", "el"), ("ΞΕΚΙΝ", "el"), ("ete", "odd"),
                         ("final", "odd"), ("strasse", "odd"), ("नमस", "odd"), ("1", "odd")]:  # fmt: skip
        assert [line.id for line in bank.search(query).lines] == [found], query
    assert bank.search("\U0001f600").total == 0


def test_search_finds_what_the_words_say_in_any_script(bank: Bank) -> None:
    chance = random.Random(5)
    letters = [chr(code) for code in range(33, 0x3100) if unicodedata.category(chr(code))[0] in "LNMPSZ"]
    texts = {
        f"s{n}": "x " + " ".join("".join(chance.choices(letters, k=chance.randrange(1, 5))) for _ in range(40))
        for n in range(40)
    }
    bank.add_all([Draft(text, id=id_) for id_, text in texts.items()])
    for _ in range(60):
        query = chance.choice(chance.choice(list(texts.values())).split(" "))
        wanted = words([query])
        found = {
            id_ for id_, text in texts.items() if all(any(w.startswith(q) for w in words([id_, text])) for q in wanted)
        }
        assert {line.id for line in bank.search(query).lines} == (found if wanted or not query.strip() else set()), (
            query
        )


def test_search_follows_every_change(bank: Bank) -> None:
    bank.add(Draft("alpha", id="x"))
    bank.edit("x", text="beta", notes="gamma", tags=("delta",))
    bank.put_version("x", 2, "epsilon")
    assert [bank.search(word).total for word in ("alpha", "beta", "gamma", "delta", "epsilon", "x")] == [
        0,
        1,
        1,
        1,
        1,
        1,
    ]
    bank.undo()
    bank.undo()
    assert [bank.search(word).total for word in ("alpha", "beta", "gamma", "epsilon")] == [1, 0, 0, 0]


def test_a_very_long_story_is_found_by_its_first_words(bank: Bank) -> None:
    bank.add(Draft("first " + " ".join(f"w{n:09}" for n in range(90_000)), id="x"))
    assert bank.search("first w000000001").total == 1


@pytest.mark.parametrize("sort", ["updated", "added", "title", "id"])
def test_pages_hold_every_story_once_while_others_are_added(bank: Bank, sort: str) -> None:
    bank.add_all([Draft(f"story {n}", id=f"s{n:02}", title="same" if n % 2 else f"t{n % 3}") for n in range(23)])
    whole = ids(bank, sort=sort, limit=100)
    page = bank.list(sort=sort, limit=5)  # type: ignore[arg-type]
    found = [line.id for line in page.lines]
    while page.next:
        assert page.total >= 23
        bank.add(Draft("between", archived=True))
        page = bank.list(sort=sort, limit=5, after=page.next)  # type: ignore[arg-type]
        found += [line.id for line in page.lines]
    assert found == whole
    assert len(set(found)) == 23


@pytest.mark.parametrize("cursor", ["x", "", "====", "bnVsbA", "W10", "WyJpZCIsMSwyXQ", "é" * 9])
def test_a_cursor_that_is_none_is_refused(bank: Bank, cursor: str) -> None:
    with pytest.raises(BankError, match="E-BNK-015"):
        bank.list(after=cursor)


def test_a_cursor_of_another_order_is_refused(told: Bank) -> None:
    cursor = told.list(limit=1).next
    with pytest.raises(BankError, match="E-BNK-015"):
        told.list(sort="title", after=cursor)


def test_an_order_that_is_none_is_refused(bank: Bank) -> None:
    with pytest.raises(BankError, match=r"E-BNK-015.*updated, added, title, id"):
        bank.list(sort="size")  # type: ignore[arg-type]


def test_a_line_says_what_the_owner_and_the_review_say(bank: Bank, judge: WordJudge) -> None:
    from tests.bank.store.making import FULL

    bank.add(FULL)
    bank.refresh()
    line = bank.list().lines[0]
    assert (line.tags, line.principles, line.uses, line.minutes) == (FULL.tags, FULL.principles, FULL.uses, (2, 4))
    assert line.digest is not None
    assert line.digest.reads_as == "at"
    assert line.digest.sketch.terms == ()
