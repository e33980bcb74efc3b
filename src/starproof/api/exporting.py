"""Stories out of the bank: to files of many kinds, whole or as a redacted copy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from starproof.api.watching import Progress, unwatched
from starproof.core.bank import Draft
from starproof.errors import InputError, NotFound

if TYPE_CHECKING:
    from starproof.bank import Bank, Entry
    from starproof.bank.redaction import Redacted, Survivor
    from starproof.core.guide import Guide

Form = Literal["markdown", "jsonl", "docx", "html", "anki"]
FORMS: tuple[Form, ...] = ("markdown", "jsonl", "docx", "html", "anki")


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    count: int
    target: Path | None
    removed: tuple[str, ...] = ()
    """Files of an earlier export into the same folder that are outdated now."""
    redacted: Redacted | None = None


def drafts_of(
    bank: Bank, *, ids: Sequence[str] = (), principle: str | None = None, tag: str | None = None, archived: bool = False
) -> list[Draft]:
    """The stories to export: those with these ids, or all that fit, in the order in which they were added.

    Raises:
        BankError: when there is no story with an id.
        NotFound: when none fits.
    """
    if ids:
        known = {entry.id: entry.draft for entry in bank.all(archived=None)}
        return [known[one] if one in known else bank.get(one).draft for one in dict.fromkeys(ids)]
    entries = bank.all(archived=None if archived else False)
    kept = [entry.draft for entry in entries if _fits(entry, principle, tag)]
    if not kept:
        raise NotFound("E-EXP-007", "There is no story to export.", "`starproof story list` shows what there is.")
    return kept


def _fits(entry: Entry, principle: str | None, tag: str | None) -> bool:
    if principle is not None and principle not in _counts_for(entry):
        return False
    return tag is None or tag in entry.draft.tags


def _counts_for(entry: Entry) -> list[str]:
    """The principles that a story counts for, as in lists: what its owner says, else the likeliest."""
    said = list(filter(None, [*entry.draft.principles, entry.draft.principle]))
    return said or [one.id for one in (entry.digest.principles[:1] if entry.digest else ())]


def export_stories(
    drafts: Sequence[Draft],
    target: str | Path | None,
    form: Form,
    *,
    force: bool = False,
    redacted: bool = False,
    also: Iterable[str] = (),
    keep: Iterable[str] = (),
    guide: Guide | None = None,
    progress: Progress = unwatched,
) -> tuple[Exported, bytes]:
    """Write stories to a file, or to a folder of Markdown.

    Args:
        drafts: the stories.
        target: a folder for ``markdown``, else a file; ``None`` only returns the bytes.
        form: ``markdown``, ``jsonl``, ``docx``, ``html`` or ``anki``.
        force: replace a file, write beside other files in a folder, or write a redacted copy that is not clean.
        redacted: write a copy without names and exact figures.
        also: further names that must not be in that copy.
        keep: words that look like names and may stay.
        guide: by which the questions about figures are found for ``anki``.
        progress: told after each story.

    Returns:
        What was written, and the bytes of the file; empty for a folder.

    Raises:
        InputError: when the target is in the way or cannot be written, or a redacted copy is not clean.
    """
    account = redact_stories(drafts, also=also, keep=keep, force=force, progress=progress) if redacted else None
    stories = account.drafts if account else tuple(drafts)
    if form == "markdown":
        return _folder(stories, target, account, force)
    data = _bytes(stories, form, guide, progress)
    if target is not None:
        from starproof.bank.exporting import write_file

        write_file(Path(target), data, force=force)
    return Exported(len(stories), None if target is None else Path(target), redacted=account), data


def redact_stories(
    drafts: Sequence[Draft],
    *,
    also: Iterable[str] = (),
    keep: Iterable[str] = (),
    force: bool = False,
    progress: Progress = unwatched,
) -> Redacted:
    """A copy of stories without names and exact figures, and an account of it.

    Raises:
        InputError: when the second look finds something left, unless ``force`` is given; names it.
    """
    from starproof.bank.redaction import redact

    done = 0

    def one_more(count: int) -> None:
        nonlocal done
        done += count
        progress(done, len(drafts))

    account = redact(drafts, also=also, keep=keep, on_done=one_more)
    if account.survivors and not force:
        raise _unclean(account.survivors)
    return account


def _unclean(survivors: Sequence[Survivor]) -> InputError:
    first = survivors[0]
    what = f"The redacted copy still holds {first.original!r} ({first.field} of story {first.story + 1}"
    more = f" and {len(survivors) - 1} more" if len(survivors) > 1 else ""
    hint = f"Say --also {first.original!r} to have it replaced everywhere, or --force to write the copy all the same."
    return InputError("E-EXP-008", f"{what}){more}; nothing was written.", hint)


def _folder(
    stories: Sequence[Draft], target: str | Path | None, account: Redacted | None, force: bool
) -> tuple[Exported, bytes]:
    from starproof.bank.exporting import as_markdown, file_names, write_folder

    if target is None:
        raise InputError("E-EXP-009", "Markdown is exported to a folder.", "Name one; it is made if need be.")
    names = file_names(stories, ending=".md")
    contents = {name: as_markdown(draft).encode() for name, draft in zip(names, stories, strict=True)}
    removed = write_folder(Path(target), contents, force=force)
    return Exported(len(stories), Path(target), removed, account), b""


def _bytes(stories: Sequence[Draft], form: Form, guide: Guide | None, progress: Progress) -> bytes:
    from starproof.bank import exporting

    if form == "jsonl":
        return exporting.as_json_lines(stories).encode()
    if form == "docx":
        return exporting.as_docx(stories)
    if form == "html":
        from starproof.report.templating import escaping, without_gaps

        css = (files("starproof.report") / "templates" / "paper.css").read_text(encoding="utf-8")
        return without_gaps(exporting.as_page(stories, css=css, escaping=escaping)).encode()
    return exporting.as_anki(_with_cards(stories, guide, progress)).encode()


def _with_cards(
    stories: Sequence[Draft], guide: Guide | None, progress: Progress
) -> Iterator[tuple[Draft, Sequence[tuple[str, str]]]]:
    """Each story with the cards for defending its figures, from its review."""
    from starproof.api.reviewing import make_reviewer
    from starproof.core.document import Story

    reviewer = make_reviewer(guide=guide)
    for number, draft in enumerate(stories, 1):
        try:
            story = Story("story", draft.text, draft.title, draft.question, draft.principle, draft.register)
            cards = [(one.card.front, one.card.back) for one in reviewer.review(story).defence]
        except InputError:
            cards = []  # what cannot be reviewed still has the card of its question
        yield draft, cards
        progress(number, len(stories))


def write_account(account: Redacted, target: str | Path, *, force: bool = False) -> None:
    """Put the account of a redacted copy in a file that its owner alone may read.

    Raises:
        InputError: when there is such a file already, unless ``force`` is given, or it cannot be written.
    """
    from starproof.bank.exporting import write_file

    text = json.dumps(account_as_dict(account), ensure_ascii=False, indent=1) + "\n"
    write_file(Path(target), text.encode(), force=force, private=True)


def account_as_dict(account: Redacted) -> Mapping[str, Any]:
    """The account of a redacted copy as plain data. It names what was replaced, so keep it to yourself."""
    return {
        "schema": "starproof.redaction/1",
        "replacements": [
            {"kind": one.kind, "original": one.original, "stand_in": one.stand_in, "count": one.count}
            for one in account.replacements
        ],
        "kept": [{"words": one.words, "reason": one.reason, "count": one.count} for one in account.kept],
        "survivors": [
            {"story": one.story + 1, "field": one.field, "original": one.original, "context": one.context}
            for one in account.survivors
        ],
        "sums": [{"story": story + 1, "sum": words} for story, words in account.sums],
    }
