"""Copies of annotated stories in other shapes, from which the labeller learns."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from starproof.core.document import LABELS

ROOT = Path(__file__).parents[2]
SECTIONS = ["situation", "task", "action", "result", "reflection"]


@pytest.fixture
def stories(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from labelling import stories

    return stories


def test_a_form_holds_a_few_sentences_of_each_section_in_order(stories):
    chance = random.Random(4)
    for story in stories.load(ROOT / "corpus" / "train.jsonl")[:60]:
        form = stories.formed(story, chance)
        names = [LABELS[line.label] for line in form.lines]
        told = {LABELS[line.label] for line in story.lines}
        assert names == sorted(names, key=SECTIONS.index)
        assert told & {"situation", "task", "action", "result"} == {*names} - {"reflection"}
        assert max(map(names.count, names)) <= 4
        assert {line.text for line in form.lines} <= {line.text for line in story.lines}


def test_each_section_of_a_form_opens_a_paragraph(stories):
    story = next(one for one in stories.load(ROOT / "corpus" / "train.jsonl") if len(one.lines) > 20)
    form = stories.formed(story, random.Random(1)).lines
    labels = [None, *(line.label for line in form)]
    assert [line.opens for line in form] == [a != b for a, b in pairwise(labels)]
