"""Reach: how many people, teams and organisations a story moved, and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starproof.core.document import Document
from starproof.core.facts import Quantity, Reach, Signal
from starproof.extract.people import numbers, teams
from starproof.extract.people.named_teams import named_teams
from starproof.extract.people.team_size import team_size
from starproof.extract.text.counted import counted
from starproof.extract.text.rows import row_of
from starproof.extract.time.horizon import horizon, planned


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
        reports=numbers.reports(counts),
        engineers=numbers.engineers(counts) or team_size(row),
        teams=teams.teams(row, counts),
        organisations=teams.organisations(counts),
        places=teams.places(counts),
        people=numbers.served(counts),
        horizon_days=horizon(row, durations),
        planned_days=planned(row, durations),
        named_teams=named_teams(row, signals),
    )
