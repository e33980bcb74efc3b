"""Why stories read below a level, in words that hold for several of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from starproof.core.bank import Banked

WORDS: Mapping[str, tuple[str, str]] = {
    # by red flag, then by dimension: what one story does, what several do
    "single-team": ("stays inside one team", "stay inside one team"),
    "ic-work": ("shows your own hands more than your leading", "show your own hands more than your leading"),
    "low-impact": ("is worth less than the level asks", "are worth less than the level asks"),
    "short-horizon": ("looks no further than a quarter", "look no further than a quarter"),
    "no-hard-decision": ("tells of no hard decision", "tell of no hard decision"),
    "scope": ("reaches too few teams", "reach too few teams"),
    "influence": ("moves too few engineers", "move too few engineers"),
    "impact": ("is worth less than the level asks", "are worth less than the level asks"),
    "horizon": ("covers too short a time", "cover too short a time"),
    "complexity": ("needs too little of other teams", "need too little of other teams"),
}


def shortfall(stories: Sequence[Banked]) -> str | None:
    """What holds the stories back that read below the level, in one clause; ``None`` where nothing can be said.

    One reason that all of them share, else the one that most do and how many those are.
    """
    below = [story for story in stories if story.digest.reads_as == "below"]
    count = Counter(reason for story in below for reason in set(_reasons(story)))
    if not count:
        return None
    order = list(WORDS)
    reason, most = max(count.items(), key=lambda item: (item[1], -order.index(item[0])))
    if most == len(stories):
        return WORDS[reason][0 if most == 1 else 1]
    return f"{most} of the {len(stories)} {WORDS[reason][0 if most == 1 else 1]}"


def _reasons(story: Banked) -> list[str]:
    flags = [flag for flag in story.digest.flags if flag in WORDS]
    return flags or [name for name, reading in story.digest.dimensions if reading == "below" and name in WORDS]
