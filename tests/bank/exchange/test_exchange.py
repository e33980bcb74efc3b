"""Stories into a real bank and out of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from starproof.api.exchange import (
    account_as_dict,
    carry_out,
    drafts_of,
    export_stories,
    near_as,
    plan_as_dict,
    plan_story_import,
    plan_upload,
)
from starproof.bank import Bank
from starproof.bank.opening import open_bank as open_at
from starproof.errors import BankError, InputError, NotFound

ONE = (
    "# The move\n\nI ran two teams at a parcel service. We moved the sort in one night against the wish of the depot, "
    "and I told the dispatchers why. The night was quiet. It has run since.\n"
)
TWO = (
    "# The form\n\nMeters were read twice by mistake. I stopped the second reading for a month and asked one engineer "
    "to sit with the readers. Complaints fell by half and other regions took the form.\n"
)


def open_bank(path: Path) -> Bank:
    """A bank without a judge: what is exchanged needs no review."""
    return open_at(path, now=lambda: "2026-03-31T09:30:00Z", who="owner")


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    with open_bank(tmp_path / "bank.db") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "vault"
    (target / "deep").mkdir(parents=True)
    (target / "one.md").write_text(ONE)
    (target / "deep" / "two.md").write_text(f"---\ntags: [loop]\n---\n{TWO}")
    return target


def test_importing_twice_takes_nothing_and_one_undo_takes_all_back(bank: Bank, folder: Path) -> None:
    done = carry_out(plan_story_import([folder], bank), bank)
    assert len(done.added) == 2
    again = plan_story_import([folder], bank)
    assert [entry.step for entry in again.entries] == ["same", "same"]
    assert carry_out(again, bank).added == ()
    bank.undo()
    assert drafts_titles(bank) == []


def test_an_import_that_adds_and_revises_is_one_change_and_one_undo_takes_all_of_it_back(
    bank: Bank, folder: Path
) -> None:
    carry_out(plan_story_import([folder], bank), bank)
    before = drafts_of(bank)
    (folder / "one.md").write_text(ONE + "I would tell the depot sooner.\n")
    (folder / "deep" / "two.md").write_text(f"---\ntags: [loop, forms]\n---\n{TWO}")
    (folder / "three.md").write_text(
        "# The till\n\nI stopped the till. Two engineers mended it, and it has run since.\n"
    )
    done = carry_out(plan_story_import([folder], bank), bank, details=True)
    assert (len(done.added), len(done.revised), len(done.updated)) == (1, 1, 1)
    assert len({event.batch for event in bank.history(limit=3)}) == 1
    bank.undo(change=done.change)
    assert drafts_of(bank) == before


def test_an_import_of_which_one_story_is_gone_meanwhile_changes_nothing(bank: Bank, folder: Path) -> None:
    carry_out(plan_story_import([folder], bank), bank)
    (folder / "one.md").write_text(ONE + "I would tell the depot sooner.\n")
    (folder / "three.md").write_text(
        "# The till\n\nI stopped the till. Two engineers mended it, and it has run since.\n"
    )
    plan = plan_story_import([folder], bank)
    entries = tuple(replace(one, story="gone") if one.step == "revise" else one for one in plan.entries)
    with pytest.raises(BankError, match="'gone'"):
        carry_out(replace(plan, entries=entries), bank)
    assert len(bank.ids()) == 2


def test_an_import_with_nothing_to_do_is_no_change(bank: Bank, folder: Path) -> None:
    carry_out(plan_story_import([folder], bank), bank)
    assert carry_out(plan_story_import([folder], bank), bank).change is None


def drafts_titles(bank: Bank) -> list[str | None]:
    return sorted(str(entry.draft.title) for entry in bank.all())


def test_a_story_that_changed_at_its_source_gets_a_revision_and_an_old_text_never_comes_back(
    bank: Bank, folder: Path
) -> None:
    carry_out(plan_story_import([folder], bank), bank)
    (folder / "one.md").write_text(ONE + "I would tell the depot sooner.\n")
    done = carry_out(plan_story_import([folder], bank), bank)
    (revised,) = done.revised
    assert bank.get(revised).revision == 2
    (folder / "one.md").write_text(ONE)
    assert {entry.step for entry in plan_story_import([folder], bank).entries} == {"same"}


def test_an_edit_in_the_bank_survives_another_import_of_the_same_file(bank: Bank, folder: Path) -> None:
    (id_, _) = carry_out(plan_story_import([folder], bank), bank).added
    before = bank.get(id_).draft.text
    bank.edit(id_, text=before + "Edited here.")
    carry_out(plan_story_import([folder], bank), bank)
    assert bank.get(id_).draft.text == before + "Edited here."


def test_an_exported_folder_comes_back_into_an_empty_bank_with_everything(
    bank: Bank, folder: Path, tmp_path: Path
) -> None:
    carry_out(plan_story_import([folder], bank), bank)
    first = bank.ids()[0]
    bank.edit(first, notes="mine\n", versions={2: "short\r\n"})
    bank.archive(first)
    drafts = drafts_of(bank, archived=True)
    export_stories(drafts, tmp_path / "out", "markdown")
    with open_bank(tmp_path / "other.db") as other:
        carry_out(plan_story_import([tmp_path / "out"], other), other)
        assert {draft.id: draft for draft in drafts_of(other, archived=True)} == {draft.id: draft for draft in drafts}
    assert {entry.step for entry in plan_story_import([tmp_path / "out"], bank).entries} == {"same"}


def test_another_bank_is_read_without_being_touched(bank: Bank, folder: Path, tmp_path: Path) -> None:
    carry_out(plan_story_import([folder], bank), bank)
    bank.close()
    before = (tmp_path / "bank.db").read_bytes()
    with open_bank(tmp_path / "other.db") as other:
        assert len(carry_out(plan_story_import([tmp_path / "bank.db"], other), other).added) == 2
        assert carry_out(plan_story_import([tmp_path / "bank.db"], other), other).added == ()
    assert (tmp_path / "bank.db").read_bytes() == before


def test_a_database_that_is_no_bank_is_an_error(bank: Bank, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\x00" + b"x" * 200)
    with pytest.raises(InputError):
        plan_story_import([tmp_path / "x.db"], bank)


def test_a_single_file_that_cannot_be_read_is_an_error_and_an_empty_folder_too(bank: Bank, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="No column"):
        plan_story_import([tmp_path / "x.csv"], bank)
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="nothing to import"):
        plan_story_import([tmp_path / "empty"], bank)


def test_what_the_bank_would_refuse_is_skipped_with_its_reason(bank: Bank, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(
        '{"text": "one two three", "id": " "}\n{"text": "x", "id": "\\u0001"}\n{"text": "y"}\n'
    )
    plan = plan_story_import([tmp_path / "x.jsonl"], bank)
    done = carry_out(plan, bank)
    assert len(done.added) + len(plan.skipped) == 3
    assert [one.place for one in plan.skipped] == ["x.jsonl, line 2"]


def test_near_duplicates_are_taken_as_the_owner_says(bank: Bank, folder: Path) -> None:
    carry_out(plan_story_import([folder], bank), bank)
    plan = plan_upload((TWO + "A line more.\n").encode(), "copy.md", bank)
    assert [entry.step for entry in plan.entries] == ["near"]
    assert carry_out(plan, bank).added == ()
    assert len(carry_out(near_as(plan, "revise"), bank).revised) == 1
    plan = plan_upload((TWO + "Another line.\n").encode(), "copy2.md", bank)
    assert len(carry_out(near_as(plan, "add"), bank).added) == 1


def test_details_are_taken_only_when_asked(bank: Bank, folder: Path) -> None:
    carry_out(plan_story_import([folder], bank), bank)
    (folder / "deep" / "two.md").write_text(f"---\ntags: [loop, new]\n---\n{TWO}")
    plan = plan_story_import([folder], bank)
    assert carry_out(plan, bank).updated == ()
    (changed,) = carry_out(plan, bank, details=True).updated
    assert bank.get(changed).draft.tags == ("loop", "new")


def test_plans_and_accounts_are_plain_data(bank: Bank, folder: Path) -> None:
    plan = plan_story_import([folder], bank)
    assert json.loads(json.dumps(plan_as_dict(plan)))["entries"][0]["step"] == "add"
    carry_out(plan, bank)
    done, _ = export_stories(drafts_of(bank), None, "jsonl", redacted=True)
    assert done.redacted is not None
    assert json.loads(json.dumps(account_as_dict(done.redacted)))["survivors"] == []


@pytest.mark.parametrize("form", ["jsonl", "docx", "html", "anki"])
@pytest.mark.parametrize("redacted", [True, False])
def test_every_format_is_written_whole_and_redacted(form: str, redacted: bool, bank: Bank, tmp_path: Path) -> None:
    text = "I asked Yetunde to call our customer Thornless. Yetunde said no, and we lost $40,000 of $90,000.\n"
    bank.add_all([plan_upload(text.encode(), f"{n}.md", bank).entries[0].draft for n in "a"])
    done, data = export_stories(drafts_of(bank), tmp_path / "out", form, redacted=redacted)  # type: ignore[arg-type]
    assert (tmp_path / "out").read_bytes() == data
    assert done.count == 1
    if form != "docx":
        assert (b"Yetunde" in data, b"40,000" in data) == (not redacted, not redacted)


def test_a_copy_that_is_not_clean_is_not_written(bank: Bank, tmp_path: Path) -> None:
    text = "I asked Yetunde to look at the yetundeledger file, and it was hers in the end for good."
    bank.add(plan_upload(text.encode(), "a.md", bank).entries[0].draft)
    with pytest.raises(InputError, match="nothing was written") as caught:
        export_stories(drafts_of(bank), tmp_path / "out", "jsonl", redacted=True)
    assert caught.value.code == "E-EXP-008"
    assert not (tmp_path / "out").exists()
    export_stories(drafts_of(bank), tmp_path / "out", "jsonl", redacted=True, force=True)
    assert (tmp_path / "out").exists()


def test_nothing_to_export_is_said(bank: Bank) -> None:
    with pytest.raises(NotFound):
        drafts_of(bank)
