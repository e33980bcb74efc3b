"""Whole sessions by the dice through the studio's real parts: all modes, all manners, crashes and mistakes between.

``STARPROOF_SESSIONS=100`` runs a hundred of them over one bank.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from random import Random

from starproof.api.loops import keep_loop
from starproof.api.practising import look_as_dict, session_as_dict
from starproof.bank import Bank
from starproof.core.planning import Interviewer, Loop, Sought
from starproof.core.practice import MANNERS, MODES
from starproof.engine import Reviewer
from starproof.guides import load_guide
from starproof.practice.session import replay
from tests.api.practising_at import Room
from tests.api.simulating import Practising, wishes
from tests.corpus import STORIES, rows

SESSIONS = int(os.environ.get("STARPROOF_SESSIONS", "10"))
ADA = Interviewer("Ada", (Sought("dive-deep", "Dive Deep", ("dive-deep",)),), minutes=30)
BO = Interviewer("Bo", (Sought("ownership", "Ownership", ("ownership",)),), bar_raiser=True, minutes=30)
LOOP = Loop((ADA, BO), company="Parcels", on="2026-05-20")


def test_whole_sessions_lose_nothing_and_ask_nothing_twice(bank: Bank, reviewer: Reviewer, tmp_path: Path) -> None:
    room = Room(bank, reviewer, tmp_path)
    keep_loop(room.folder, LOOP, guide=load_guide())
    stories = [[one["text"] for one in row["sentences"]] for row in rows()[: 4 * STORIES]]
    asked = 0
    for number in range(SESSIONS):
        dice, mode = Random(number), MODES[number % len(MODES)]
        manner = MANNERS[number // len(MODES) % len(MANNERS)]
        session = room.studio.begin(mode, manner=manner, **wishes(mode, dice, bank.ids()))
        practising = Practising(room, dice, stories, session)
        over = practising.run()
        assert over.phase == "done"
        assert replay(*bank.practice.open(session.setup.id)) == over
        json.dumps(session_as_dict(over, now=room.clock()), allow_nan=False)
        json.dumps(look_as_dict(room.studio.look(session.setup.id, 0)), allow_nan=False)
        asked += len(practising.asked)
        room.clock.turn(days=dice.choice((0.0, 0.3, 1.0)))
        _comes_back(room)
    assert asked >= SESSIONS
    assert len(room.studio.sessions()) == SESSIONS
    assert room.studio.unfinished() == ()


def _comes_back(room: Room) -> None:
    """What is due has its reason, and everything about practice can be worked out."""
    assert all(one.because and one.card.known.title for one in room.studio.due())
    assert room.studio.log().attempts <= sum(len(one.setup.assignments) for one in room.studio.sessions())
    assert room.studio.agenda().sessions
    assert room.studio.calendar().startswith("BEGIN:VCALENDAR")
