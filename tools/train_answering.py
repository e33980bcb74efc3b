"""Train what tells an answer from a story about something else: ``python tools/train_answering.py`` writes its weights.

Every story of the corpus with a question is one pair, and with five questions of other stories for other principles
five more that it does not answer. The shares of principles are by models that saw neither the story's hand nor the
question's. Prints how many true pairs would be told that they miss their question, and how many of the others, with
each of five groups of hands left out. ``--check`` trains again and compares within 0.01.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from principle_models import QUESTION, STORY, Matrix, Space
from principle_texts import IDS, Item, bank, bare, outlines, plots, questions, shown, stories, unasked
from scipy.optimize import minimize
from shipping import ship
from train_principles import questions_left_out, stories_left_out

from starproof.core.results import RankedPrinciple
from starproof.guides import load_guide
from starproof.understand.answering import signs
from starproof.understand.asked import Asked, read_question
from starproof.understand.principles import model

OUT = Path(__file__).resolve().parent.parent / "src" / "starproof" / "understand" / "answering.toml"
OTHERS = 5
"""Questions of other stories beside each story."""
DOUBTFUL, PLAIN = 0.04, 0.01
"""The share of true pairs, with their hands left out, that may be asked for their answer, and that may go unjudged.

Many of these have a question of four words that a story touches in passing; with questions as interviewers ask them,
on texts that nobody trained on, a tenth of these shares is met.
"""
TOLERANCE = 0.01
NAMES = ("principles", "sureness", "words", "themes", "meaning")
HEADER = """# Whether a story answers its question, written by tools/train_answering.py.
# What is weighed is read by starproof.understand.answering.

"""


@dataclass(frozen=True)
class Pairs:
    """What is weighed of each pair, a row each; whether the question is the story's own; and the story's hand."""

    rows: Matrix
    own: Matrix
    hands: Sequence[str]


def ranked(shares: Matrix) -> tuple[RankedPrinciple, ...]:
    """The shares as the ranker gives them, best first."""
    best = np.argsort(-shares, kind="stable")
    return tuple(RankedPrinciple(IDS[place], float(shares[place])) for place in best)


def calibrated(log_shares: Matrix, power: float) -> Matrix:
    raised = np.exp(power * log_shares)
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def left_out() -> tuple[Matrix, Matrix]:
    """The shares of every question and of every story, by models that never saw their hands."""
    told, own = stories()
    banks, sentences = [*questions("questions.toml"), *bank()], shown()
    texts = [*told, *outlines(), *plots(), *unasked()]
    about, saying = Space(QUESTION[1], story=False), Space(STORY[1], story=True)
    asked = questions_left_out(about, bare([*own, *banks]), sentences)[: len(own)]
    shares = stories_left_out(about, saying, [*bare(banks), *sentences], texts, sentences)[: len(told)]
    return calibrated(asked, model().question_alone), calibrated(shares, model().story_alone)


def read(question: Item, shares: Matrix) -> Asked:
    """The question as it is read, with these shares in place of those of the shipped weights, which have seen it."""
    best = ranked(shares)
    seen = read_question(question.text, guide=load_guide())
    return replace(seen, principles=best, shares={one.id: one.score for one in best})


def pairs() -> Pairs:
    told, own = stories()
    by_question, by_story = left_out()
    asked = [read(item, shares) for item, shares in zip(own, by_question, strict=True)]
    rows, answers, hands = [], [], []
    chance = random.Random(5)
    for place, story in enumerate(told):
        shares = ranked(by_story[place])
        for other in (place, *_others(chance, place, told)):
            found = signs(asked[other], shares, text=story.text)
            rows.append([found[name] for name in NAMES])
            answers.append(other == place)
            hands.append(story.hand)
    return Pairs(np.array(rows), np.array(answers), hands)


def _others(chance: random.Random, place: int, told: Sequence[Item]) -> Iterator[int]:
    """Stories whose question this one does not answer: neither shows the other's principle."""
    mine, found = {told[place].principle, *told[place].also}, 0
    while found < OTHERS:
        other = chance.randrange(len(told))
        if mine.isdisjoint({told[other].principle, *told[other].also}):
            found += 1
            yield other


def fit(rows: Matrix, own: Matrix) -> Matrix:
    """Weights, the start last; both answers weigh the same in all."""
    wide, signed = np.column_stack([rows, np.ones(len(rows))]), np.where(own, 1.0, -1.0)
    weigh = np.where(own, 0.5 / own.sum(), 0.5 / (~own).sum())

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        sure = signed * (wide @ weights)
        slope = -(weigh * signed / (1 + np.exp(sure))) @ wide
        return float((weigh * np.logaddexp(0, -sure)).sum()), slope

    return np.asarray(minimize(loss, np.zeros(wide.shape[1]), jac=True, method="L-BFGS-B").x)


def by_hands(told: Pairs) -> Matrix:
    """The log odds of every pair by weights that never saw its hand."""
    found = np.zeros(len(told.own))
    hands = np.array(told.hands)
    for hand in sorted({*told.hands}):
        mine = hands == hand
        weights = fit(told.rows[~mine], told.own[~mine])
        found[mine] = told.rows[mine] @ weights[:-1] + weights[-1]
    return found


def shipped() -> bytes:
    told = pairs()
    out = by_hands(told)
    bars = [float(np.quantile(out[told.own], share)) for share in (PLAIN, DOUBTFUL)]
    for name, bar in zip(("plainly", "misses"), bars, strict=True):
        own, other = (out[told.own] < bar).mean(), (out[~told.own] < bar).mean()
        print(f"{name}: odds under {bar:.3f}: {own:.3f} of true pairs, {other:.3f} of others ({len(out)} pairs)")
    weights = fit(told.rows, told.own)
    lines = [f"start = {weights[-1]:.3f}", f"doubtful = {bars[1]:.3f}", f"plain = {bars[0]:.3f}", "", "[weights]"]
    lines += [f"{name} = {weight:.3f}" for name, weight in zip(NAMES, weights[:-1], strict=True)]
    return (HEADER + "\n".join(lines) + "\n").encode()


def alike(made: bytes, known: bytes) -> bool:
    """Whether no number differs by more than the tolerance."""
    one, two = (tomllib.loads(data.decode()) for data in (made, known))
    names = ("start", "doubtful", "plain")
    differ = [abs(one[name] - two[name]) for name in names]
    differ += [abs(one["weights"][name] - two["weights"][name]) for name in NAMES]
    return bool(max(differ) <= TOLERANCE)


if __name__ == "__main__":
    sys.exit(ship(OUT, shipped, about=__doc__, alike=alike))
