"""What a shell offers after Tab where an id is wanted: stories, principles, red flags, rules, themes.

A shell asks at every Tab, in the middle of a line: whatever fails offers nothing, and nothing is ever written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

MOST = 200
"""Stories that are offered at the most."""
Offer = Callable[["click.Context", "click.Parameter", str], list["CompletionItem"]]


def offering(named: Callable[[click.Context], Iterable[tuple[str, str]]]) -> Offer:
    """Offers ids with what each is, those that begin as the word that stands there."""

    def offer(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        with suppress(Exception):
            return [CompletionItem(id_, help=what) for id_, what in named(context) if id_.startswith(begun)]
        return []

    return offer


def _stories(context: click.Context) -> Iterable[tuple[str, str]]:
    from starproof import api

    archived = context.info_name == "restore"
    with api.open_bank(context.params.get("bank"), create=False) as bank:
        return [(line.id, line.title or "") for line in bank.list(limit=MOST, archived=archived).lines]


def _principles(_: click.Context) -> Iterable[tuple[str, str]]:
    from starproof import api

    return [(one.id, one.name) for one in api.load_guide().principles]


def _flags(_: click.Context) -> Iterable[tuple[str, str]]:
    from starproof import api

    return [(one.id, one.name) for one in api.load_guide().red_flags]


def _themes(_: click.Context) -> Iterable[tuple[str, str]]:
    from starproof.questions import load_themes

    return [(one.id, one.name) for one in load_themes()]


def _rules(_: click.Context) -> Iterable[tuple[str, str]]:
    from starproof import api

    return [pair for rule in api.list_rules() for pair in ((rule.name, rule.doc.summary), (rule.code, rule.name))]


stories, principles, flags = offering(_stories), offering(_principles), offering(_flags)
themes, rules = offering(_themes), offering(_rules)
