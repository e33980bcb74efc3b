"""Plots that the ranker of stories learns from: every principle alike, told without its own words."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from starproof.guides import load_guide
from starproof.understand.topics import stem, words

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "corpus" / "plots").glob("*.jsonl"))
BY_HAND = {file.stem: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] for file in FILES}
PLOTS = [plot for plots in BY_HAND.values() for plot in plots]
VERSIONS = 4
"""How often a situation of the contrast sets is told."""
NAMES = {principle.id: {stem(word) for word in words(principle.name)} for principle in load_guide().principles}
PLAIN = {stem(word) for word in ("and", "have", "earn", "develop", "hire", "results", "deep")}
"""Words of a principle's name that any story may say."""


@pytest.mark.parametrize("hand", BY_HAND)
def test_every_principle_has_as_many_plots_of_each_hand(hand: str) -> None:
    counts = Counter(plot["principle"] for plot in BY_HAND[hand])
    assert set(counts) == set(NAMES)
    assert len(set(counts.values())) == 1


def test_no_plot_is_told_twice() -> None:
    assert len({plot["text"] for plot in PLOTS}) == len(PLOTS)


@pytest.mark.parametrize("hand", [hand for hand in BY_HAND if hand != "first"])
def test_each_version_of_a_situation_is_told_for_another_principle(hand: str) -> None:
    told = [plot["principle"] for plot in BY_HAND[hand]]
    situations = [told[place : place + VERSIONS] for place in range(0, len(told), VERSIONS)]
    assert all(len(set(versions)) == VERSIONS for versions in situations)


def test_a_plot_is_short_and_shows_no_principle_twice() -> None:
    for plot in PLOTS:
        assert 40 <= len(plot["text"].split()) <= 110, plot["text"]
        assert set(plot["also"]) <= set(NAMES) - {plot["principle"]}, plot["text"]


def test_a_plot_does_not_give_its_principle_away_by_name() -> None:
    told = [(plot["text"], set(map(stem, words(plot["text"]))), NAMES[plot["principle"]] - PLAIN) for plot in PLOTS]
    assert not [text for text, said, name in told if said & name]


def test_plots_are_learnt_as_stories_with_all_that_they_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    pytest.importorskip("scipy")
    import principle_texts

    learnt = principle_texts.plots()
    assert [item.text for item in learnt] == [plot["text"] for plot in PLOTS]
    assert [principle_texts.IDS[item.principle] for item in learnt] == [plot["principle"] for plot in PLOTS]
    assert [[principle_texts.IDS[one] for one in item.also] for item in learnt] == [plot["also"] for plot in PLOTS]
