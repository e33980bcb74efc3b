"""Words in a verb's place by which nothing is told that somebody does to this day."""

from __future__ import annotations

NO_DEED = frozenset(
    "was were is are am had has have be been would could should might may must will can did not never no all both "
    "who that which and but read put set cut let hit cost shut spread beat bet split burst hurt quit rid went came "
    "this its his hers ours always as".split()
)
"""Words in a verb's place that are none, or are as well a past."""
NO_HABIT = frozenset(
    "lose loses fail fails complain complains miss misses break breaks fight fights argue argues wait waits want wants "
    "need needs hope hopes wish wishes pay pays get gets see sees seem seems think thinks believe believes know knows "
    "save saves earn earns sell sells laugh joke tease party parties wedding "
    "hate hates love loves like likes suffer suffers crash crashes did was were had would could if not never".split()
)
"""Words by which it is nothing that anybody would call a habit of theirs, or is no present."""
