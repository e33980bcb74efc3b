"""Copies of annotated stories in other shapes, from which the labeller learns."""

from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest

from starproof.core.document import LABELS
from starproof.understand.features import features, told

ROOT = Path(__file__).parents[2]
SECTIONS = ["situation", "task", "action", "result", "reflection"]


@pytest.fixture
def stories(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from labelling import stories

    return stories


def test_each_passage_says_where_in_a_story_it_stands_and_what_its_sentences_do():
    lines = [
        line
        for path in sorted((ROOT / "corpus/windows").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    passages = [json.loads(line) for line in lines]
    assert len({passage["id"] for passage in passages}) == len(passages) == 1626
    for passage in passages:
        assert passage["context"] in ("start", "middle", "end"), passage["id"]
        assert passage["register"] in ("written", "spoken"), passage["id"]
        assert all(row["text"].strip() and row["label"] in LABELS for row in passage["sentences"]), passage["id"]


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


def test_a_passage_from_the_middle_stands_far_from_both_ends(stories):
    lines = tuple(
        stories.Line(text, 2, place == 0) for place, text in enumerate(["I asked.", "They agreed.", "It held."])
    )
    told = stories.Told("w1-001", "w1", "spoken", lines)
    start, middle, end = (stories._window(told, where) for where in ("start", "middle", "end"))
    assert (start.before, end.after) == (0, 0)
    assert start.after >= 9
    assert end.before >= 9
    assert min(middle.before, middle.after) >= 3
    assert [line.opens for line in middle.lines] == [False] * 3
    assert start.lines[0].opens


def test_the_features_of_a_passage_tell_where_in_the_story_it_stands():
    sentences = [told("I asked them why.", opens=False), told("Nobody knew.", opens=False)]
    whole, within = features(sentences), features(sentences, before=8, after=10)
    assert "pos:from start 0" in whole[0]
    assert "pos:from end 0" in whole[1]
    assert not any(name.startswith(("pos:from", "again")) for row in within for name in row)
    assert "pos:2" in within[0]
    assert [name for name in whole[1] if name.startswith("near")] == [n for n in within[1] if n.startswith("near")]


def test_a_passage_as_heard_has_no_marks_and_no_capitals(stories):
    line = stories.Line("So I called Anna; she agreed, at $4.50.", 2, True)
    (heard,) = stories.as_heard(stories.Told("w1-001", "w1", "spoken", (line,))).lines
    assert heard.text == "so i called anna she agreed at $4.50"
