"""Reach: how many people, teams and organisations a story moved, and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starproof.core.document import Document
from starproof.core.facts import Quantity, Reach, Signal
from starproof.extract import people, teams
from starproof.extract.counted import counted
from starproof.extract.horizon import horizon, planned
from starproof.extract.named import named_teams
from starproof.extract.rows import row_of


def reach(document: Document, figures: Sequence[Quantity], signals: Mapping[str, Sequence[Signal]]) -> Reach:
    """How far the work went, as the story states it, each figure with its words.

    Args:
        document: the parsed story.
        figures: its quantities, in text order.
        signals: its signals by kind, by which teams without a figure are told to take part.
    """
    row = row_of(document)
    counts = tuple(counted(row, figures, "count"))
    durations = tuple(counted(row, figures, "duration"))
    return Reach(
        reports=people.reports(counts),
        engineers=people.engineers(counts),
        teams=teams.teams(row, counts),
        organisations=teams.organisations(counts),
        places=teams.places(counts),
        people=people.served(counts),
        horizon_days=horizon(row, durations),
        planned_days=planned(row, durations),
        named_teams=named_teams(row, signals),
    )
