"""Reviews: made when they are needed, kept with the wording and with what judged, made anew when that changed."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from starproof.api.banking import EngineJudge
from starproof.bank import Bank
from starproof.core.bank import Digest, Draft
from starproof.core.document import Story
from starproof.engine import Options, Reviewer
from starproof.errors import BankError
from starproof.guides import load_guide
from tests.bank.store.conftest import Opener
from tests.bank.store.making import FULL, WordJudge, digest_of


def story(draft: Draft) -> Story:
    assert draft.id is not None
    return Story(draft.id, draft.text, draft.title, draft.question, draft.principle)


def test_a_digest_comes_back_whole(bank: Bank) -> None:
    bank.add(FULL)
    wanted = digest_of(story(FULL), "1")
    for field in fields(Digest):
        assert getattr(wanted, field.name) not in (None, (), "", 0, b""), f"{field.name} is not tried"
    assert bank.get("halved-queue").digest == wanted
    assert bank.banked()[0].digest == wanted


def test_a_story_is_reviewed_once_and_again_when_its_words_changed(bank: Bank, judge: WordJudge) -> None:
    bank.add(FULL)
    bank.get("halved-queue")
    bank.banked()
    bank.tag("halved-queue", add=["new"])
    bank.put_version("halved-queue", 3, "in three minutes")
    bank.get("halved-queue")
    assert judge.asked == ["halved-queue"]
    bank.edit("halved-queue", text="Other words.")
    assert bank.get("halved-queue").digest == digest_of(story(bank.get("halved-queue").draft), "1")
    assert judge.asked == ["halved-queue"] * 2


def test_a_wording_that_comes_back_finds_its_review(bank: Bank, judge: WordJudge) -> None:
    bank.add(Draft("They did it.", id="x"))
    bank.get("x")
    bank.edit("x", text="I did it, with six words now.")
    bank.get("x")
    assert bank.list(flag="blame", text="six").total == 0
    bank.undo()
    assert bank.get("x").digest == digest_of(story(bank.get("x").draft), "1")
    assert (bank.list(level="below").total, len(judge.asked)) == (1, 2)


def test_reviews_are_made_anew_when_the_engine_changed_and_the_old_ones_stay(reopen: Opener) -> None:
    reopen(WordJudge("1")).add_all([Draft("one", id="a"), Draft("two", id="b")])
    assert reopen(WordJudge("1")).refresh().done == 2
    later = WordJudge("2")
    bank = reopen(later)
    assert bank.status().unreviewed == 2
    assert {banked.digest.engine.version for banked in bank.banked()} == {"2"}
    assert later.asked == ["a", "b"]
    assert [reviewed.digest.engine.version for reviewed in bank.reviews("a")] == ["1", "2"]
    assert bank.status().unreviewed == 0


def test_reviews_tell_how_a_story_has_moved(bank: Bank) -> None:
    bank.add(Draft("short", id="x"))
    bank.get("x")
    bank.edit("x", text="this one is longer than five words")
    bank.get("x")
    assert [(r.revision, r.digest.reads_as) for r in bank.reviews("x")] == [(1, "below"), (2, "at")]
    assert bank.reviews("x")[0].at < bank.reviews("x")[1].at


def test_a_story_that_cannot_be_reviewed_is_named_and_the_others_are_reviewed(bank: Bank) -> None:
    bank.add_all([Draft("fine", id="a"), Draft("refuse me", id="b"), Draft("fine too", id="c")])
    seen: list[tuple[int, int]] = []
    refreshed = bank.refresh(progress=lambda done, of: seen.append((done, of)))
    assert refreshed.refused == (("b", "There is nothing to review."),)
    assert (refreshed.done, seen) == (2, [(1, 3), (2, 3), (3, 3)])
    assert [banked.id for banked in bank.banked()] == ["a", "c"]
    assert bank.get("b").digest is None


def test_whoever_breaks_off_keeps_what_was_reviewed(bank: Bank, judge: WordJudge) -> None:
    bank.add_all([Draft(f"Words of number {number}.", id=f"s{number}") for number in range(5)])

    def pressed(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bank.refresh(progress=pressed)
    assert bank.status().unreviewed == 2
    assert bank.refresh().done == 2
    assert len(judge.asked) == 5


def test_only_the_stories_that_are_needed_are_reviewed(bank: Bank, judge: WordJudge) -> None:
    bank.add_all([Draft(f"Words of number {number}.", id=f"s{number}") for number in range(4)])
    assert bank.refresh(only=["s2", "s0", "nobody"]).done == 2
    assert judge.asked == ["s0", "s2"]
    assert bank.refresh(only=["s2"]).done == 0
    assert bank.refresh().done == 2


def test_texts_are_told_by_id(bank: Bank) -> None:
    bank.add_all([Draft("one", id="a"), Draft("two", id="b")])
    bank.edit("a", text="one more")
    assert bank.texts(["a", "nobody"]) == {"a": "one more"}
    assert bank.texts([]) == {}


def test_what_is_handed_to_matching_follows_every_change(bank: Bank) -> None:
    bank.add(FULL)
    first = bank.banked()
    assert bank.banked() is first
    assert (first[0].principles, first[0].tags, first[0].uses, first[0].minutes) == (
        FULL.principles, FULL.tags, FULL.uses, (2, 4),
    )  # fmt: skip
    assert (first[0].happened, first[0].archived) == ("2025-03", False)
    bank.tag("halved-queue", add=["new"])
    assert bank.banked()[0].tags == (*FULL.tags, "new")
    bank.undo()
    assert bank.banked() == first
    lean = bank.banked(sketches=False)[0].digest
    assert (lean.principles, lean.sketch.terms, lean.proofs) == (first[0].digest.principles, (), ())


def test_a_change_by_another_program_is_seen(reopen: Opener) -> None:
    one, other = reopen(WordJudge()), reopen(WordJudge())
    one.add(Draft("first", id="x"))
    assert len(one.banked()) == 1
    other.edit("x", text="second")
    assert one.banked()[0].digest.opening == "second"


def test_the_whole_review_is_kept_too(bank: Bank) -> None:
    bank.add(Draft("first", id="x"))
    assert bank.review("x") == '{"id": "x", "by": "1"}'


def test_another_guide_of_the_same_name_judges_anew() -> None:
    guide = load_guide()
    other = replace(guide, red_flags=guide.red_flags[:-1])
    prints = [EngineJudge(guide=one).fingerprint for one in (guide, guide, other)]
    prints.append(EngineJudge(given=Reviewer(guide, Options(words_per_minute=120))).fingerprint)
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3


def test_a_story_on_which_the_engine_fails_does_not_spoil_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(reviewer: Reviewer, story: Story) -> None:
        raise ZeroDivisionError(story.id)

    monkeypatch.setattr(Reviewer, "review", crash)
    found = list(EngineJudge(guide=load_guide()).judge([Story("a", "x"), Story("b", "y")]))
    assert [str(one) for one in found] == [
        f"The engine failed: ZeroDivisionError: {id_}. Please report it." for id_ in "ab"
    ]


def test_the_engine_reviews_what_lies_in_a_bank(reopen: Opener) -> None:
    text = "I led three teams and cut costs by 40% from $2M to $1.2M a year. I decided it alone.\n"
    bank = reopen(EngineJudge())  # type: ignore[arg-type]
    bank.add_all([Draft(text, id="x", title="Costs"), Draft("---\ntitle: none\n---\n", id="blank")])
    [banked] = bank.banked()
    assert (banked.id, banked.digest.title) == ("x", "Costs")
    assert banked.digest.words > 10
    whole = bank.review("x")
    assert whole is not None
    assert '"starproof.review/1"' in whole


def test_a_bank_that_takes_nothing_says_so_before_anything_is_read_in_vain(bank: Bank, judge: WordJudge) -> None:
    bank.add(FULL)
    working = replace(bank.working, store=replace(bank.store, writable=False))
    with pytest.raises(BankError, match="read-only") as refused:
        working.banked(archived=False, sketches=True)
    assert "bank backup" in refused.value.hint
    assert judge.asked == []
