"""Train the ranker of principles: ``python tools/train_principles.py`` writes the weights that the package ships.

Prints top-1 and top-2 for a question alone, a story alone and both, on hands and batches that were left out in turn,
and for questions that are never trained on. ``--check`` trains again and compares with the shipped bytes.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # one order of sums, so one result

import numpy as np
from principle_models import (
    HEARD,
    QUESTION,
    STORY,
    Fitted,
    Matrix,
    Space,
    fit_gate,
    fit_questions,
    fit_stories,
    heard,
    log_shares,
    read,
    read_stories,
)
from principle_texts import (
    FOLDS,
    IDS,
    Item,
    annotated,
    bank,
    bare,
    other,
    outlines,
    plots,
    questions,
    shown,
    stories,
    unasked,
)
from scipy.optimize import minimize
from shipping import ship

from starproof.understand.tables import Rows, pack

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src" / "starproof" / "understand" / "weights" / "principles.bin"


def left_out(items: Sequence[Item], run: Callable[[list[int], list[int]], Matrix]) -> Matrix:
    """Log shares of every item by a model that never saw its hand; ``run`` gets the places of both sides."""
    found: Matrix | None = None
    for hand in sorted({item.hand for item in items}):
        mine = [place for place, item in enumerate(items) if item.hand == hand]
        shares = run([place for place, item in enumerate(items) if item.hand != hand], mine)
        found = np.zeros((len(items), shares.shape[1])) if found is None else found
        found[mine] = shares
    assert found is not None
    return found


def show(name: str, found: Matrix, items: Sequence[Item]) -> None:
    right = np.array([item.principle for item in items])
    order = np.argsort(-found, axis=1, kind="stable")
    top1 = (order[:, 0] == right).mean()
    top2 = (order[:, :2] == right[:, None]).any(1).mean()
    print(f"{name:44} top-1 {top1:.3f}  top-2 {top2:.3f}  ({len(items)})", flush=True)


def mixed(asked: Matrix, told: Matrix, items: Sequence[Item]) -> tuple[float, float]:
    """How much a question and a story weigh together: the pair with the least surprise on hands left out."""
    right = np.array([item.principle for item in items])

    def surprise(weights: Matrix) -> float:
        return float(-log_shares(weights[0] * asked + weights[1] * told)[np.arange(len(right)), right].mean())

    found = minimize(surprise, np.array([1.0, 0.5]), method="Nelder-Mead").x
    return round(float(found[0]), 3), round(float(found[1]), 3)


def rows(names: list[str], weights: Matrix) -> Rows:
    step = float(np.abs(weights).max() / 127) or 1.0
    whole = np.round(weights / step).astype(int)
    kept = [place for place in range(len(names)) if whole[place].any()]
    values = array("b", [int(value) for place in kept for value in whole[place]])
    return Rows({names[place]: number for number, place in enumerate(kept)}, values, weights.shape[1], step)


def beside(question: Fitted, story: Fitted) -> tuple[list[str], Matrix]:
    """Every name with its weights in questions and in stories, side by side."""
    names = sorted({*question.names, *story.names})
    both = np.zeros((len(names), 2 * len(IDS)))
    places = {name: place for place, name in enumerate(names)}
    both[[places[name] for name in question.names], : len(IDS)] = question.words
    both[[places[name] for name in story.names], len(IDS) :] = story.words
    return names, both


def shipped() -> bytes:
    """Measure on what was left out, then train on everything."""
    told, own = stories()
    banks, sentences = [*questions("questions.toml"), *bank()], shown()
    texts = [*told, *outlines(), *plots(), *unasked()]
    asked, others = [*own, *banks], other()
    about, saying = Space(QUESTION[1], story=False), Space(STORY[1], story=True)
    by_question = questions_left_out(about, bare(asked), sentences)
    by_story = stories_left_out(about, saying, [*bare(banks), *sentences], texts, sentences)
    mine = by_question[: len(own)], by_story[: len(told)]
    weights = mixed(*mine, told)
    both = weights[0] * mine[0] + weights[1] * mine[1]
    for name, size in (("all", len(told)), ("train.jsonl", annotated())):
        show(f"story alone, hands left out, {name}", mine[1][:size], told[:size])
        show(f"question and story, hands left out, {name}", both[:size], told[:size])
    gate_shown(about, asked, others)
    question = fit_questions(about, [*bare(asked), *sentences])
    unseen_shown(about, question)
    head = {
        "ids": IDS,
        "both": weights,
        "question_alone": mixed(by_question, np.zeros_like(by_question), asked)[0],
        "story_alone": mixed(np.zeros_like(mine[1]), mine[1], told)[1],  # on whole stories, as they come
    }
    story = fit_stories(saying, texts, heard(about, question, texts), sentences)
    return packed(head, about, saying, question, story, fit_gate(about, asked, others))


def packed(
    head: dict[str, object], about: Space, saying: Space, question: Fitted, story: Fitted, gate: Fitted
) -> bytes:
    cut = saying.vectors.shape[1]
    names, told = beside(question, story)
    meant = np.hstack([about.vectors @ question.vectors, saying.vectors @ story.vectors[:cut]])
    scale = float(np.abs(story.words).max() / np.abs(question.words).max())  # so that both share the steps of a byte
    told[:, len(IDS) :] /= scale
    meant[:, len(IDS) :] /= scale
    head |= {
        "question_bias": [round(float(value), 4) for value in question.bias],
        "story_bias": [round(float(value), 4) for value in story.bias],
        "gate_bias": round(float(gate.bias[1] - gate.bias[0]), 4),
        "scale": round(scale, 6),
        "readings": [[round(HEARD * float(value), 4) for value in row] for row in story.vectors[cut:]],
    }
    tables = [
        rows(names, told),
        rows(list(about.vocabulary), meant),
        rows(gate.names, gate.words[:, 1:] - gate.words[:, :1]),
    ]
    return pack(head, tables)


def questions_left_out(about: Space, asked: list[Item], sentences: list[Item]) -> Matrix:
    """Log shares of every question by a model that never saw its hand or batch."""
    found = left_out(
        asked,
        lambda a, b: read(about, fit_questions(about, [*(asked[i] for i in a), *sentences]), [asked[i] for i in b]),
    )
    kinds = ["hand" if item.hand.startswith("hand") else f"batch {item.hand!r}" for item in asked]
    for kind in sorted(set(kinds), reverse=True):
        places = [place for place, one in enumerate(kinds) if one == kind]
        show(f"question alone, {kind} left out", found[places], [asked[i] for i in places])
    return found


def stories_left_out(
    about: Space, saying: Space, banks: list[Item], texts: list[Item], sentences: list[Item]
) -> Matrix:
    """Log shares of every story by models that never saw its hand, nor the questions of any story."""
    listened = heard(about, fit_questions(about, banks), texts)
    found = left_out(
        texts,
        lambda a, b: read_stories(
            saying,
            fit_stories(saying, [texts[i] for i in a], listened[a], sentences),
            [texts[i] for i in b],
            listened[b],
        ),
    )
    for kind in sorted({item.hand for item in [*outlines(), *plots()]}):
        places = [place for place, item in enumerate(texts) if item.hand == kind]
        show(f"story alone, {kind} left out", found[places], [texts[i] for i in places])
    return found


def unseen_shown(about: Space, question: Fitted) -> None:
    unseen = questions("questions-unseen.toml")
    for batch in sorted({item.hand for item in unseen}):
        mine = [item for item in unseen if item.hand == batch]
        show(f"question alone, never trained on, {batch}", read(about, question, bare(mine)), mine)


def gate_shown(space: Space, asked: list[Item], others: list[Item]) -> None:
    """How often the gate errs on questions of batches, and on other texts, that it was not trained on."""
    missed = passed = 0
    for number, batch in enumerate(sorted({item.hand for item in asked})):
        kept, out = [o for o in others if o.hand != f"fold {number % FOLDS}"], [i for i in asked if i.hand == batch]
        gate = fit_gate(space, [item for item in asked if item.hand != batch], kept)
        missed += int((read(space, gate, out)[:, 0] > np.log(0.5)).sum())
        if number < FOLDS:
            mine = [o for o in others if o.hand == f"fold {number}"]
            passed += int((read(space, gate, mine)[:, 1] >= np.log(0.5)).sum())
    print(f"gate: {missed} of {len(asked)} questions kept out, {passed} of {len(others)} others let in", flush=True)


if __name__ == "__main__":
    sys.exit(ship(OUT, shipped, about=__doc__))
