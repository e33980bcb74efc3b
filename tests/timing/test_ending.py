"""Outcomes on the way are heard as part of the action; only the ending is the result."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.document import LABELS, Label, LabelledSentence
from starproof.core.ending import told_as
from starproof.core.text import Span
from starproof.engine import Reviewer

SHORT: dict[str, Label] = {
    "s": "situation", "t": "task", "a": "action", "r": "result", "l": "reflection", "o": "other"
}  # fmt: skip


def labelled(labels: list[Label]) -> list[LabelledSentence]:
    return [LabelledSentence(Span(10 * place, 10 * place + 9), label, 1.0) for place, label in enumerate(labels)]


def heard(letters: str) -> str:
    back = {label: letter for letter, label in SHORT.items()}
    return "".join(back[label] for label in told_as(labelled([SHORT[letter] for letter in letters])))


@pytest.mark.parametrize(
    ("labels", "sections"),
    [
        ("starrl", "starrl"),
        ("starararrl", "staaaaarrl"),
        ("rsarr", "rsarr"),
        ("salarr", "saaarr"),
        ("sarrar", "sarrar"),
        ("stl", "stl"),
        ("sara", "sara"),
        ("", ""),
    ],
)
def test_only_outcomes_between_two_deeds_move(labels: str, sections: str) -> None:
    assert heard(labels) == sections


@given(st.lists(st.sampled_from(LABELS), max_size=30))
def test_whatever_the_labels_only_outcomes_move_and_only_into_the_action(labels: list[Label]) -> None:
    homes = told_as(labelled(labels))
    assert len(homes) == len(labels)
    assert all(
        home == label or (home == "action" and label in ("result", "reflection"))
        for home, label in zip(homes, labels, strict=True)
    )


def test_nobody_is_told_to_cut_the_result_for_a_setback_on_the_way() -> None:
    deeds = " ".join(
        f"I asked the {who} to wait for the second scanner. The {who} stopped talking to us for a fortnight and more."
        for who in ("drivers", "porters", "owners", "clerks", "packers", "guards")
    )
    text = (
        "Our depot lost 300 parcels a week. I was responsible for its six crews and had to halve that by June. "
        f"{deeds} Losses fell from 300 to 90 a week by May, and every depot has the scanner now."
    )
    review = Reviewer().review(text)
    told = {fit.id: fit.told for fit in review.timing.frameworks}["2-minute"]
    assert told["action"] > review.timing.sections["action"]
    assert not any("stopped talking" in fit.advice for fit in review.timing.frameworks)
    assert not any(finding.code == "DLV702" and "result" in finding.message for finding in review.findings)
