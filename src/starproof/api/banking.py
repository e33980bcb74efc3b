"""The bank with all that it does not decide itself: where it lies, what time it is, who changes it, who reviews."""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from starproof.bank.opening import connect, file_of
from starproof.bank.opening import open_bank as open_at
from starproof.bank.records import Judged
from starproof.core.document import Story
from starproof.errors import StarproofError
from starproof.files import at_home

if TYPE_CHECKING:
    from starproof.bank.bank import Bank
    from starproof.bank.moving import Restored
    from starproof.core.guide import Guide
    from starproof.engine import Reviewer

FILE = "bank.db"


def open_bank(
    path_or_url: str | Path | None = None,
    *,
    guide: Guide | str | Path | None = None,
    reviewer: Reviewer | None = None,
    who: str | None = None,
    now: Callable[[], str] | None = None,
    create: bool = True,
) -> Bank:
    """Open the bank of stories; use it as a context manager.

    Args:
        path_or_url: a file, or ``postgresql://USER:PASSWORD@HOST:PORT/DATABASE``; default: ``STARPROOF_BANK``,
            else ``bank.db`` in the user's data folder (see ``data_folder``).
        guide: that stories are reviewed by; default: the user's own settings and guide, else the shipped one.
        reviewer: in place of one made from ``guide``.
        who: whose name changes bear; default: the user of this machine.
        now: tells the moment in UTC, as ``2026-03-31T09:30:00Z``.
        create: make the bank where there is none; otherwise that is an error.

    Raises:
        BankError: when it cannot be opened, is damaged, is no bank, or is from a later starproof.
        MissingExtra: when the driver for PostgreSQL is not installed.
    """
    return open_at(
        bank_target(path_or_url),
        now=now or moment,
        who=who or user(),
        judge=EngineJudge(guide, reviewer),
        create=create,
    )


def bank_target(path_or_url: str | Path | None = None) -> str | Path:
    """The path or URL of the bank: as given, else ``STARPROOF_BANK``, else in the user's data folder."""
    return path_or_url or os.environ.get("STARPROOF_BANK") or data_folder() / FILE


def data_folder() -> Path:
    """Where starproof keeps the user's things: ``STARPROOF_HOME``, else what the system keeps for that."""
    home = os.environ.get("STARPROOF_HOME")
    if home:
        return at_home(home)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "starproof"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "starproof"
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".local" / "share") / "starproof"


def moment() -> str:
    """Now, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def user() -> str:
    """The user of this machine, by name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "owner"


@dataclass
class EngineJudge:
    """Reviews the bank's stories with the engine, which is loaded when the first story needs it."""

    guide: Guide | str | Path | None = None
    given: Reviewer | None = field(default=None)

    @cached_property
    def reviewer(self) -> Reviewer:
        """The engine with its guide; by the user's settings where nothing else was asked for."""
        from starproof.api.reviewing import make_reviewer
        from starproof.api.settings import own_reviewer

        if self.given is not None:
            return self.given
        return own_reviewer(data_folder()) if self.guide is None else make_reviewer(guide=self.guide)

    @cached_property
    def fingerprint(self) -> str:
        """Of the rules, the model, the guide with all that it says, and the options."""
        engine, guide, options = self.reviewer.engine, self.reviewer.guide, self.reviewer.options
        said = hashlib.sha256(repr(guide).encode()).hexdigest()[:12]
        return " ".join((engine.version, engine.rules, engine.model, f"{guide.id}/{guide.version}", said, str(options)))

    def judge(self, stories: Iterable[Story]) -> Iterator[Judged | str]:
        """For each story, in order: its review, or why it cannot be reviewed."""
        return map(self._judge, stories)

    def _judge(self, story: Story) -> Judged | str:
        from starproof.engine.digest import digest
        from starproof.report import as_json_line

        try:
            review = self.reviewer.review(story)
        except StarproofError as error:
            return error.message
        except Exception as error:  # a fault of ours; the other stories go on
            return f"The engine failed: {type(error).__name__}: {error}. Please report it."
        return Judged(digest(review), as_json_line(review))


def backup_bank(target: str | Path, path_or_url: str | Path | None = None, *, replace: bool = False) -> None:
    """Copy the bank to a file, also while others write to it; to JSON Lines where the name ends so.

    Raises:
        BankError: when there is no bank, it is damaged, or the copy cannot be written; never half a copy.
    """
    from starproof.bank.moving import backup

    with open_bank(path_or_url, create=False) as bank:
        backup(bank.store, Path(target), replace=replace)


def restore_bank(source: str | Path, path_or_url: str | Path | None = None) -> Restored:
    """Bring a backup back in the place of the bank, which stays beside it.

    Raises:
        BankError: when the backup is damaged, none, or from a later starproof; then the bank is as it was.
    """
    from starproof.bank.moving import restore

    target = bank_target(path_or_url)
    return restore(
        file_of(target),
        Path(source),
        connect=lambda: connect(target, create=True),
        made=moment(),
        kept_in=data_folder(),
    )
