"""Changes of several stories at once: all or none, and one undo takes back all of it."""

from __future__ import annotations

import pytest

from starproof.bank import Bank
from starproof.core.bank import Draft
from starproof.errors import BankError


@pytest.fixture
def three(bank: Bank) -> Bank:
    bank.add_all([Draft(f"story {name}", id=name, tags=("old",)) for name in "abc"])
    return bank


def away(bank: Bank) -> set[str]:
    return {entry.id for entry in bank.all(archived=True)}


def tags(bank: Bank) -> dict[str, tuple[str, ...]]:
    return {entry.id: entry.draft.tags for entry in bank.all(archived=None)}


def test_stories_put_away_together_come_back_with_one_undo(three: Bank) -> None:
    done = three.archive_all(["a", "c", "a"])
    assert [entry.id for entry in done.entries] == ["a", "c"]
    assert away(three) == {"a", "c"}
    assert {entry.id for entry in three.undo()} == {"a", "c"}
    assert away(three) == set()
    three.redo()
    assert away(three) == {"a", "c"}
    three.restore_all(["a", "c"])
    assert away(three) == set()
    three.undo()
    assert away(three) == {"a", "c"}


def test_tags_of_several_are_changed_as_one(three: Bank) -> None:
    three.tag_all(["a", "b"], add=["new"], remove=["old"])
    assert tags(three) == {"a": ("new",), "b": ("new",), "c": ("old",)}
    three.undo()
    assert set(tags(three).values()) == {("old",)}


def test_one_that_is_not_there_leaves_all_as_they_were(three: Bank) -> None:
    before = three.history()
    for call in (three.archive_all, three.restore_all, lambda ids: three.tag_all(ids, add=["x"])):
        with pytest.raises(BankError, match="'none'"):
            call(["a", "none", "b"])
    with pytest.raises(BankError, match="no tag"):
        three.tag_all(["a", "b"], add=[" x "])
    assert three.history() == before
    assert away(three) == set()


def test_what_was_so_before_is_no_change(three: Bank) -> None:
    assert three.tag_all(["a", "b"], add=["old"]).change is None
    assert three.archive_all([]).change is None
    assert len(three.history()) == 3


def test_a_change_is_undone_by_its_number_unless_something_came_after(three: Bank) -> None:
    done = three.tag_all(["a", "b"], add=["new"])
    assert done.change is not None
    three.archive("c")
    with pytest.raises(BankError, match=r"E-BNK-019.*changed since"):
        three.undo(change=done.change)
    assert away(three) == {"c"}
    three.undo()
    assert {entry.id for entry in three.undo(change=done.change)} == {"a", "b"}
    with pytest.raises(BankError, match="E-BNK-019"):
        three.undo(change=done.change)


def test_stories_put_in_and_changed_together_are_undone_together(three: Bank) -> None:
    done = three.take([Draft("new", id="d")], [("a", {"text": "other", "tags": ()}), ("b", {"notes": "n"})])
    assert [entry.id for entry in done.entries] == ["d", "a", "b"]
    assert three.get("a").revision == 2
    three.undo(change=done.change)
    assert away(three) == {"d"}
    assert (three.get("a").draft.text, three.get("a").draft.tags, three.get("b").draft.notes) == (
        "story a",
        ("old",),
        "",
    )
    three.redo()
    assert (three.get("a").draft.text, three.get("b").draft.notes, away(three)) == ("other", "n", set())


def test_nothing_is_put_in_where_a_story_to_be_changed_is_not_there(three: Bank) -> None:
    with pytest.raises(BankError, match="'none'"):
        three.take([Draft("new", id="d")], [("none", {"text": "other"})])
    assert three.ids() == ["a", "b", "c"]
