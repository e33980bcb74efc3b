"""How the ranker of principles learns from questions: what a name tells, and how sure its reading is."""

from __future__ import annotations

from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")

NAMES = ["everywhere", "twice here", "once here"]
TOLD = [[1, 1, 1], [1, 1, 0], [1, 0, 0], [1, 0, 0]]
"""Two rows of the first class, two of the second."""


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    import principle_models

    return principle_models


def test_a_name_tells_the_more_the_better_it_alone_sets_a_class_apart(models):
    everywhere, twice, once = models.told_apart(models.csr_matrix(TOLD, dtype=float), np.eye(2)[[0, 0, 1, 1]])
    assert everywhere == pytest.approx([1 - models.TELLING] * 2)
    assert (twice > once).all()
    assert (once > everywhere).all()


def test_the_ridge_holds_a_telling_name_back_less(models):
    rows, aim = models.csr_matrix([[1, 1], [0, 0]], dtype=float), np.eye(2)
    found = models.fit(rows, np.zeros((2, 0)), aim, 0.5, ["a", "b"], telling=np.array([[1.0, 1.0], [0.5, 0.5]]))
    assert found.words[0, 0] > found.words[1, 0] > 0
    alike = models.fit(rows, np.zeros((2, 0)), aim, 0.5, ["a", "b"])
    assert alike.words[0] == pytest.approx(alike.words[1])


def test_a_reading_of_questions_keeps_a_part_of_its_odds(models, monkeypatch):
    items = [models.Item("a customer was angry", 0, ""), models.Item("we hired an engineer", 3, "")]
    space = models.Space(models.QUESTION[1], story=False)
    calm = models.read(space, models.fit_questions(space, items), items)
    monkeypatch.setattr(models, "CALM", 1.0)
    sure = models.read(space, models.fit_questions(space, items), items)
    assert sure[0, 0] > calm[0, 0] > calm[0, 3]
