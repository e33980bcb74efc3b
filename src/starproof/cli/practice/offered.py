"""Which stories are shown to choose from in rapid retrieval: a short list that gives no answer away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from starproof.core.bank import Banked
from starproof.core.practice import Rated

MOST = 15
"""So many titles are read at a glance, and leave room for the question on the screen."""


def offered(named: Mapping[str, str], last: Mapping[str, str]) -> tuple[dict[str, str], int]:
    """The stories in the order of their numbers, and how many of them are shown.

    Those told or practised last are shown, else the first by title: whoever they fit plays no part, so that the list
    is the same for every question. The others follow, for their titles can be typed too.

    Args:
        named: titles by id.
        last: when each was told or practised last, by id; those that never were are left out.
    """
    by_title = sorted(named, key=lambda id_: (named[id_].casefold(), id_))
    shown = set(sorted(by_title, key=lambda id_: last.get(id_, ""), reverse=True)[:MOST])
    ordered = sorted(by_title, key=lambda id_: id_ not in shown)
    return {id_: named[id_] for id_ in ordered}, len(shown)


def last_told(stories: Iterable[Banked], ratings: Iterable[Rated], *, before: str) -> dict[str, str]:
    """When each story was told in an interview or practised last before a moment, by its id."""
    tellings = [(one.id, use.on) for one in stories for use in one.uses]
    tellings += [(one.card.story, one.at) for one in ratings if one.card.story and one.mode != "retrieval"]
    return {id_: at for id_, at in sorted(tellings, key=lambda one: one[1]) if at < before}
