"""How it is learned whether a story answers its question: from true pairs and pairs with another's question."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    import train_answering

    return train_answering


def test_what_answers_weighs_more_and_few_true_pairs_weigh_as_much_as_many_others(training):
    rows = np.array([[2.0], [1.0], [-1.0], [1.5], *[[-2.0], [0.5], [-1.5]] * 20])
    own = np.array([True, True, True, False, *[False] * 60])
    weight, start = training.fit(rows, own)
    assert weight > 0
    odds = rows @ np.array([weight]) + start
    assert odds[own].mean() > 0 > odds[~own].mean()


def test_a_story_gets_no_question_that_its_principles_answer(training):
    told = [training.Item(str(n), n % 4, "a", also=((n + 1) % 4,)) for n in range(40)]
    for place in range(40):
        others = [told[n].principle for n in training._others(random.Random(place), place, told)]
        assert len(others) == training.OTHERS
        assert set(others) == {(place + 2) % 4}


def test_weights_that_differ_by_more_than_the_tolerance_are_others(training):
    known = training.OUT.read_bytes()
    start = next(line for line in known.decode().splitlines() if line.startswith("start"))
    value = float(start.split("= ")[1])
    near, far = (known.replace(start.encode(), f"start = {value + step}".encode()) for step in (0.005, 0.02))
    assert training.alike(near, known)
    assert not training.alike(far, known)
