"""Influence: how many people the teller leads or moves."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.facts import Measure
from starproof.level.hearing import Ground, Hearing, banded, leads_them, only_take_it_up, partners, yielded
from starproof.level.wording import number, people


def influence(hearing: Hearing) -> Sequence[Ground]:
    """Why influence reads as it does: the people told, and where these are few the teams whom it moved besides."""
    found = hearing.measures.get("influence")
    if found is not None and hearing.reading("influence") == "below" and (both := _with_teams(hearing, found)):
        return [both]
    if found is not None and hearing.reading("influence") == "below" and _reaches_others(hearing):
        told = f"Leads {people(hearing.context, found)}; others whom it moved are told without a number."
        return [Ground("unclear", told, (found.span,))]
    if found is not None and hearing.reading("influence") == "below" and _only_reports(hearing, found):
        told = f"{number(found.value, 'report')} told; how many engineers that is in all is not."
        return [Ground("unclear", told, (found.span,))]
    words = "" if found is None else f"{_verb(hearing, found)} {people(hearing.context, found)}."
    grounds = banded(hearing, "influence", words)
    if not grounds and (teams := _enough_teams(hearing)) is not None:
        told = f"Involves {number(teams.value, 'team')}, without saying how many people."
        grounds.append(Ground("at", told, (teams.span,)))
    return grounds or [Ground("unclear", "No number of engineers is told.")]


def _verb(hearing: Hearing, found: Measure) -> str:
    return "Moves" if only_take_it_up(hearing.context, found.span) else "Leads or moves"


def _enough_teams(hearing: Hearing) -> Measure | None:
    """The number of teams where it is as large as the level asks for: their people are moved, counted or not."""
    teams, band = hearing.context.facts.reach.teams, hearing.bands.get("teams")
    return teams if teams is not None and band is not None and band.reading(teams.value) != "below" else None


def _with_teams(hearing: Hearing, led: Measure) -> Ground | None:
    """The ground of a small group that moves so many teams: to tell its number takes nothing from them."""
    teams = _enough_teams(hearing)
    if teams is None or leads_them(hearing):
        return None
    own, others = people(hearing.context, led), number(teams.value, "team")
    told = f"Leads {own} and involves {others}, whose people are not counted."
    return Ground("at", told, (led.span, teams.span))


def _only_reports(hearing: Hearing, led: Measure) -> bool:
    """Whether the people are those who report to the teller, who may lead others in turn."""
    return "report" in hearing.context.document.quote(led.span).lower()


def _reaches_others(hearing: Hearing) -> bool:
    """Whether other teams take part, or it spread to them; those whom it serves are not moved."""
    teams = hearing.reading("teams") in ("at", "above")
    return (
        teams
        or bool(partners(hearing) or yielded(hearing) or "single-team" in hearing.cleared)
        or ("single-team" not in hearing.raised and bool(hearing.context.facts.of("spread")))
    )
