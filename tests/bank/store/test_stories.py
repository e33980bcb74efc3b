"""What a bank does with stories, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.bank import Bank
from starproof.core.bank import Draft, Use
from starproof.errors import BankError
from tests.bank.store.conftest import Opener
from tests.bank.store.making import FULL


def test_a_story_comes_back_as_it_went_in(bank: Bank) -> None:
    bank.add(FULL)
    assert bank.get("halved-queue").draft == FULL


def test_a_story_of_text_alone_gets_an_id_that_can_be_read(bank: Bank) -> None:
    assert bank.add(Draft("---\ntags: x\n---\nWe moved the whole depot.")).id == "moved-whole-depot"
    assert bank.add(Draft("Whatever", title="Über den Ärger mit Müll")).id == "uber-den-arger-mit-mull"
    assert bank.add(Draft("…")).id == "story"


def test_the_id_keeps_a_word_with_a_hyphen_whole_and_follows_the_title_that_a_text_gives_itself(bank: Bank) -> None:
    assert bank.add(Draft("Whatever", title="On-call nights")).id == "on-call-nights"
    assert bank.add(Draft("# By-the-book audits\n\nWe were audited twice.")).id == "by-the-book-audits"
    assert bank.add(Draft("---\ntitle: The night shift\n---\nWe were paged.")).id == "night-shift"
    assert bank.add(Draft("# Situation\n\nOur audits failed.")).id == "situation-audits-failed", "no title, a section"


def test_ids_are_numbered_where_titles_repeat(bank: Bank) -> None:
    found = bank.add_all([Draft("a", title="Twice"), Draft("b", title="Twice"), Draft("c", title="twice!")])
    assert [entry.id for entry in found] == ["twice", "twice-2", "twice-3"]


def test_an_id_made_up_never_takes_one_that_a_later_story_brings(bank: Bank) -> None:
    found = bank.add_all([Draft("a", title="Mine"), Draft("b", id="mine")])
    assert [entry.id for entry in found] == ["mine-2", "mine"]


@pytest.mark.parametrize("drafts", [[Draft("b", id="x")], [Draft("b", id="y"), Draft("c", id="y")]])
def test_an_id_that_is_taken_is_refused_and_nothing_is_kept(bank: Bank, drafts: list[Draft]) -> None:
    bank.add(Draft("a", id="x"))
    with pytest.raises(BankError, match=r"E-BNK-008.*already"):
        bank.add_all(drafts)
    assert list(bank.ids()) == ["x"]


def test_stories_are_found_by_their_text_to_the_letter(bank: Bank) -> None:
    bank.add_all([Draft("a\r\nb", id="x"), Draft("a\nb", id="y"), Draft("c", id="z")])
    bank.edit("z", text="a\nb")
    assert (bank.with_text("a\r\nb"), bank.with_text("a\nb"), bank.with_text("c")) == (["x"], ["y", "z"], [])


def test_a_change_of_words_makes_a_revision_and_keeps_the_one_before(bank: Bank) -> None:
    bank.add(FULL)
    entry = bank.edit("halved-queue", text="I thirded the queue.", title=None)
    assert (entry.revision, entry.draft.text, entry.draft.title) == (2, "I thirded the queue.", None)
    assert bank.revision("halved-queue", 1).text == FULL.text
    assert [revision.number for revision in bank.revisions("halved-queue")] == [1, 2]
    assert entry.updated > entry.added


def test_a_change_beside_the_words_makes_no_revision(bank: Bank) -> None:
    bank.add(FULL)
    entry = bank.edit("halved-queue", notes="None.", tags=("new",), happened=None, principles=(), source=None)
    assert entry.revision == 1
    assert entry.draft == replace(FULL, notes="None.", tags=("new",), happened=None, principles=(), source=None)
    assert entry.updated == entry.added


def test_a_change_to_the_same_is_none(bank: Bank) -> None:
    bank.add(FULL)
    entry = bank.edit("halved-queue", text=FULL.text, tags=FULL.tags, uses=FULL.uses, versions=dict(FULL.versions))
    assert entry.revision == 1
    assert len(bank.history()) == 1


def test_of_two_who_edit_at_once_the_second_is_told_and_nothing_is_overwritten(reopen: Opener) -> None:
    one, other = reopen(), reopen(who="other")
    one.add(Draft("first", id="x"))
    seen = other.get("x").revision
    one.edit("x", text="second", expected=1)
    with pytest.raises(BankError, match=r"E-BNK-010.*from revision 1, the bank is at 2"):
        other.edit("x", text="third", expected=seen)
    assert other.get("x").draft.text == "second"


def test_versions_are_kept_beside_the_story_and_taken_away(bank: Bank) -> None:
    bank.add(Draft("long", id="x"))
    bank.put_version("x", 2, "short\r\n")
    entry = bank.put_version("x", 4, "longer")
    assert entry.draft.versions == {2: "short\r\n", 4: "longer"}
    assert bank.list().lines[0].minutes == (2, 4)
    assert bank.put_version("x", 2, None).draft.versions == {4: "longer"}
    assert bank.revision("x", 3).versions == {2: "short\r\n", 4: "longer"}


def test_tags_are_added_once_and_removed(bank: Bank) -> None:
    bank.add(Draft("long", id="x", tags=("a", "b")))
    assert bank.tag("x", add=["c", "a", "c"], remove=["b"]).draft.tags == ("a", "c")


def test_tellings_are_kept_in_order(bank: Bank) -> None:
    bank.add(Draft("long", id="x"))
    bank.record_use("x", FULL.uses[0])
    assert bank.record_use("x", Use("2024-01-01")).draft.uses == (FULL.uses[0], Use("2024-01-01"))


def test_a_story_put_away_is_out_of_the_list_until_it_is_brought_back(bank: Bank) -> None:
    bank.add(Draft("long", id="x"))
    assert bank.archive("x").draft.archived
    assert (bank.list().total, bank.list(archived=True).total, bank.list(archived=None).total) == (0, 1, 1)
    assert bank.get("x").draft.text == "long"
    assert bank.banked() == ()
    assert not bank.restore("x").draft.archived
    assert bank.list().total == 1


def test_history_says_who_changed_what_and_when(reopen: Opener) -> None:
    one, other = reopen(), reopen(who="other")
    one.add(Draft("first", id="x"))
    other.edit("x", text="second", tags=("t",))
    edited, added = one.history("x")
    assert (added.kind, added.by, added.fields) == ("add", "me", ("text",))
    assert (edited.kind, edited.by, edited.fields) == ("edit", "other", ("text", "tags"))
    assert edited.before["tags"] == []
    assert (edited.before["revision"], edited.after["revision"]) == (1, 2)
    assert added.at < edited.at


def test_undo_takes_changes_back_one_after_the_other_and_redo_does_them_again(bank: Bank) -> None:
    bank.add(Draft("first", id="x"))
    states = [bank.get("x")]
    bank.edit("x", text="second")
    states.append(bank.get("x"))
    bank.tag("x", add=["t"])
    states.append(bank.get("x"))
    bank.archive("x")
    states.append(bank.get("x"))
    for state in reversed(states[:-1]):
        assert bank.undo() == [state]
    for state in states[1:]:
        assert bank.redo() == [state]
    with pytest.raises(BankError, match=r"E-BNK-011.*nothing to redo"):
        bank.redo()


def test_undoing_an_addition_puts_the_story_away_and_loses_nothing(bank: Bank) -> None:
    bank.add(FULL)
    assert bank.undo()[0].draft == replace(FULL, archived=True)
    with pytest.raises(BankError, match=r"E-BNK-011.*nothing to undo"):
        bank.undo()
    assert bank.redo()[0].draft == FULL


def test_many_stories_added_at_once_are_undone_at_once(bank: Bank) -> None:
    bank.add(Draft("a", id="a"))
    bank.add_all([Draft("b", id="b"), Draft("c", id="c")])
    assert {entry.id for entry in bank.undo()} == {"b", "c"}
    assert [line.id for line in bank.list().lines] == ["a"]
    assert {entry.id for entry in bank.redo()} == {"b", "c"}


def test_stories_added_and_changed_together_are_one_change(bank: Bank) -> None:
    bank.add(Draft("a", id="a"))
    taken = bank.take([Draft("b", id="b")], [("a", {"text": "a2"}), ("a", {"tags": ("t",)})]).entries
    assert [(entry.id, entry.revision) for entry in taken] == [("b", 1), ("a", 2), ("a", 2)]
    assert {entry.id for entry in bank.undo()} == {"a", "b"}
    assert (bank.get("a").draft, bank.list().total) == (Draft("a", id="a"), 1)
    assert {entry.id for entry in bank.redo()} == {"a", "b"}
    assert bank.get("a").draft == Draft("a2", id="a", tags=("t",))
    with pytest.raises(BankError, match="E-BNK-009"):
        bank.take([Draft("c", id="c")], [("none", {"text": "x"})])
    assert "c" not in bank.ids()


def test_undo_of_one_story_leaves_the_others(bank: Bank) -> None:
    bank.add_all([Draft("a", id="a"), Draft("b", id="b")])
    bank.edit("a", text="a2")
    bank.edit("b", text="b2")
    bank.undo("a")
    assert (bank.get("a").draft.text, bank.get("b").draft.text) == ("a", "b2")
    bank.undo()
    assert bank.get("b").draft.text == "b"


def test_nothing_is_redone_over_a_later_change(bank: Bank) -> None:
    bank.add(Draft("first", id="x"))
    bank.edit("x", text="second")
    bank.undo()
    bank.edit("x", text="other")
    with pytest.raises(BankError, match="E-BNK-011"):
        bank.redo()
    assert bank.get("x").draft.text == "other"
    assert [revision.text for revision in bank.revisions("x")] == ["first", "second", "other"]


def test_a_story_that_is_not_there_names_those_that_come_close(bank: Bank) -> None:
    bank.add_all([Draft("a", id="cut-cloud-spend"), Draft("b", id="moved-depot")])
    for call in (bank.get, bank.archive, bank.undo, bank.history, bank.revisions, bank.reviews):
        with pytest.raises(BankError, match=r"E-BNK-009.*'cut-clod'.*'cut-cloud-spend'"):
            call("cut-clod")
    with pytest.raises(BankError, match=r"has no revision 7.*1 to 1"):
        bank.revision("moved-depot", 7)


@pytest.mark.parametrize(
    "draft",
    [
        Draft(""), Draft(" \n\t"), Draft("a\x00b"), Draft("half \ud83d pair"), Draft("x" * 1_000_001),
        Draft("a", id=""), Draft("a", id=" b"), Draft("a", id="b\nc"), Draft("a", id="x" * 201),
        Draft("a", title="\x00"), Draft("a", tags=("",)), Draft("a", tags=("a\nb",)), Draft("a", notes="\udc00"),
        Draft("a", versions={5: "b"}), Draft("a", versions={2: " "}), Draft("a", happened="last year"),
        Draft("a", happened="2025-13"), Draft("a", uses=(Use("2025-02"),)), Draft("a", uses=(Use("2025-02-01", "\0"),)),
        Draft("a", uses=(Use("2025-02-01", went="fine"),)), Draft("a", register="sung"),  # type: ignore[arg-type]
        Draft("a", provenance=(FULL.provenance[0], replace(FULL.provenance[0], origin="x"))),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_and_nothing_else_is(bank: Bank, draft: Draft) -> None:
    with pytest.raises(BankError) as caught:
        bank.add_all([Draft("fine"), draft])
    assert caught.value.code == "E-BNK-012"
    assert caught.value.hint
    assert not bank.ids()


def test_what_cannot_be_kept_is_refused_in_a_change_too(bank: Bank) -> None:
    bank.add(Draft("first", id="x"))
    with pytest.raises(BankError, match="E-BNK-012"):
        bank.edit("x", text="")
    with pytest.raises(BankError, match="E-BNK-012"):
        bank.put_version("x", 7, "text")
    assert bank.get("x").revision == 1
