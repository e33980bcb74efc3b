"""How the reader of red flags learns: from stories that nobody marked, and with labels as strange stories have them."""

from __future__ import annotations

import math
from pathlib import Path
from types import SimpleNamespace

import pytest

from starproof.core.document import Story
from starproof.parse import parse

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")

LASTED, SHIPPED, OTHER = [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]
TEXT = "The lifts stood still. I sent two people up. They run again."


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    import leaning_labels
    import train_leanings

    return SimpleNamespace(train=train_leanings, labels=leaning_labels)


def unmarked(*flags: str, sentences: int = 2):
    return SimpleNamespace(names=[("x",)] * sentences, flags=frozenset(flags), marks={"F": [math.nan] * sentences})


def fitted(train, marks, stories):
    sentences = np.array([LASTED, OTHER, SHIPPED, OTHER])
    return train.fit_kind("F", train.sparse.csr_matrix(np.vstack([sentences, sentences])), np.array(marks), stories)


def test_a_story_without_the_flag_teaches_by_the_sentence_that_likeliest_shows_the_kind(tools):
    marks = [1.0, 0.0, math.nan, math.nan]
    alone, _ = fitted(tools.train, marks, [])
    taught, _ = fitted(tools.train, marks, [slice(2, 4)])
    assert alone[1] == pytest.approx(0, abs=1e-6)
    assert taught[1] > 0.1
    assert taught[1] > taught[2]


def test_a_guessed_mark_moves_less_than_a_given_one(tools):
    guessed, _ = fitted(tools.train, [1.0, 0.0, math.nan, math.nan], [slice(2, 4)])
    given, _ = fitted(tools.train, [1.0, 0.0, 1.0, 0.0], [])
    assert 0 < guessed[1] < given[1]


def test_only_stories_that_nobody_marked_and_that_lack_the_flag_show_a_kind_somewhere(tools):
    marked = SimpleNamespace(names=[("x",)], flags=frozenset(), marks={"F": [0.0]})
    stories = [unmarked("no-follow-up"), marked, unmarked("blame", sentences=3)]
    assert tools.train.somewhere("F", stories) == [slice(3, 6)]
    assert tools.train.somewhere("B", stories) == []


def packed(train, *, weight=320.0, flag=0.5, bias=1.0, names=("words",)):
    layer = train.SentenceLayer({"x": 0, "y": 1}, np.array([[weight, 0.0], [0.0, 32_000.0]]), np.array([0.1, 0.2]))
    return train.pack(layer, {"blame": train.FlagLayer(names, np.array([flag]), bias)})


@pytest.mark.parametrize(
    ("other", "agrees"),
    [
        ({}, True),
        ({"weight": 322.0}, True),
        ({"flag": 0.5001}, True),
        ({"weight": 330.0}, False),
        ({"flag": 0.9}, False),
        ({"bias": 1.5}, False),
        ({"names": ("others",)}, False),
    ],
)
def test_what_training_gives_is_held_to_the_shipped_reader_in_all_its_parts(tools, other, agrees):
    assert tools.train.agree(packed(tools.train, **other), packed(tools.train)) is agrees


def test_labels_of_hands_left_out_are_kept_and_read_again(tools, tmp_path):
    path = tmp_path / "held-out.txt"
    shares = [[0.9, 0.02, 0.02, 0.02, 0.02, 0.02], [0.0, 0.0, 0.3, 0.1, 0.6, 0.0]]
    path.write_bytes(tools.labels.kept_held_out([("b-2", shares[1:]), ("a-1", shares)]))
    assert tools.labels.held_out(path) == {
        "a-1": (("situation", 0.9), ("reflection", 0.6)),
        "b-2": (("reflection", 0.6),),
    }


def test_a_sentence_takes_the_label_of_the_annotated_one_that_it_shares_most_with(tools):
    document, cut = parse(Story("story", TEXT)), TEXT.index("up.")
    guesses = [("situation", 0.9), ("action", 0.8), ("result", 0.7)]
    spans = [(0, 20), (20, cut), (cut, len(TEXT))]
    found = tools.labels.labelled(document, spans, guesses)
    assert [(one.label, one.confidence) for one in found] == guesses
    assert [one.span for one in found] == [sentence.span for sentence in document.sentences]


def test_every_training_story_has_a_label_for_each_of_its_sentences(tools):
    import leaning_examples

    kept = tools.labels.held_out()
    for story in leaning_examples.training_stories():
        assert len(kept[story["id"]]) == len(story["sentences"]), story["id"]
