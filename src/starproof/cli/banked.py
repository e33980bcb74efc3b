"""What the commands of the bank share: opening it, and reviewing what has no review yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from starproof.cli.folding import say
from starproof.cli.waiting import progress_bar

if TYPE_CHECKING:
    from starproof.api.banking import EngineJudge
    from starproof.bank import Bank
    from starproof.report.words import Names


@contextmanager
def opened(bank: str | None, *, create: bool = False) -> Iterator[Bank]:
    """The bank, until the block ends; a bank that was brought forward is told."""
    from starproof import api

    with api.open_bank(bank, create=create) as found:
        if found.upgraded_from is not None:
            beside = " The old one stays beside it." if found.store.path else ""
            click.echo(f"The bank was brought forward from version {found.upgraded_from}.{beside}", err=True)
        yield found


def names_in(bank: Bank) -> Names:
    """What the guide that the bank's stories are reviewed by calls things."""
    from starproof.report.words import names_of

    guide = judge_of(bank).reviewer.guide
    return names_of(guide, guide.id)


def principle_named(bank: Bank, name: str, *, any_asked: bool = False) -> str:
    """The id of the guide's principle of this name or id; with ``any_asked``, of whatever an interviewer may ask for.

    Raises:
        NotFound: when there is none; the hint lists the closest.
    """
    from starproof.errors import NotFound
    from starproof.plan.sought import Names as Sought

    guide = judge_of(bank).reviewer.guide
    found = Sought(guide).find(name).id
    own = [principle.id for principle in guide.principles]
    if any_asked or found in own:
        return found
    message = f"{found!r} is none of the guide's principles, which are {', '.join(own)}."
    raise NotFound("E-PLN-010", message, f"Tag the story with it instead: starproof story tag ID {found}")


def flag_named(bank: Bank, name: str) -> str:
    """The id of the guide's red flag of this name or id.

    Raises:
        NotFound: when there is none; the hint lists them all.
    """
    from starproof.errors import NotFound

    flags = judge_of(bank).reviewer.guide.red_flags
    wanted = name.strip().lower()
    for flag in flags:
        if wanted in (flag.id, flag.name.lower()):
            return flag.id
    known = ", ".join(flag.id for flag in flags)
    raise NotFound("E-USE-043", f"{name!r} is none of the guide's red flags.", f"They are {known}.")


def judge_of(bank: Bank) -> EngineJudge:
    """By whom the bank's stories are reviewed."""
    from starproof.api.banking import EngineJudge

    judge = bank.working.judge
    assert isinstance(judge, EngineJudge)
    return judge


def refresh(bank: Bank, *, only: Sequence[str] | None = None) -> None:
    """Review what has no review by the engine of today, and say how far it is; ``only`` names the stories needed."""
    if not bank.store.writable:
        return
    with reviewing() as told:
        refreshed = bank.refresh(only=only, progress=told)
    for id_, why in refreshed.refused:
        click.echo(f"{id_} cannot be reviewed: {why}", err=True)


@contextmanager
def reviewing() -> Iterator[Callable[[int, int], None]]:
    """Show how far the reviews of a bank are; whoever breaks off is told what is kept."""
    last = (0, 0)

    def told(done: int, total: int) -> None:
        nonlocal last
        last = (done, total)
        show(done, total)

    try:
        with progress_bar("Reviewing") as show:
            yield told
    except KeyboardInterrupt:
        if last[0]:
            said = f"{last[0]:,} of {last[1]:,} stories are reviewed, and their reviews are kept"
            say(f"{said}; the next command goes on from there.", err=True)
        raise
