"""Figures of many domains and voices, read from plain sentences."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from starproof.core.facts import Quantity
from starproof.core.text import Span
from starproof.extract.quantities import quantities

CASES = tomllib.loads(Path(__file__).with_name("quantities.toml").read_text(encoding="utf-8"))["case"]


def told(figure: Quantity) -> str:
    """The figure as the fixture writes it."""
    high = "" if figure.high is None else f"..{figure.high:.12g}"
    approx = " ~" if figure.approx else ""
    return f"{figure.kind} {figure.value:.12g}{high} {figure.unit}".strip() + approx


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_states_just_these_figures(case: dict[str, list[str]]) -> None:
    expected = [_normal(figure) for figure in case["figures"]]
    assert [told(figure) for figure in quantities(str(case["text"]))] == expected


def _normal(figure: str) -> str:
    kind, value, *rest = figure.split(" ")
    bounds = "..".join(f"{float(bound):.12g}" for bound in value.split(".."))
    return " ".join([kind, bounds, *rest])


def test_spans_are_the_users_own_words() -> None:
    text = "Ünïcode 💛 first: we cut €1.2m and 15–20 % of it, in “two weeks”."
    for figure in quantities(text):
        assert figure.span.of(text) == figure.text
    assert [figure.kind for figure in quantities(text)] == ["money", "percent", "duration"]


def test_looks_only_inside_the_spans_it_is_given() -> None:
    text = "Three teams. Four sites. Five labs."
    found = quantities(text, within=[Span(13, 24)])
    assert [(figure.text, figure.span.start) for figure in found] == [("Four sites", 13)]


def test_a_number_cut_by_a_span_is_not_joined_with_the_next_span() -> None:
    text = "We had ninety\n\nfive engineers left."
    found = quantities(text, within=[Span(0, 13), Span(15, len(text))])
    assert [figure.value for figure in found] == [90, 5]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("so we lost two thousand four hundred", "bags of it", ["count 2400 bag"]),
        ("out of those three thousand", "one hundred were new", ["count 3100"]),
        ("three hundred ten of five", "hundred were about one line", ["count 310", "count 500", "count 1 line ~"]),
        ("and overtime went from twenty one", "hundred hours to less", ["duration 7560000 s"]),
        ("out of all of them we had twenty", "three left", ["count 23"]),
        ("and the calls fell to two", "thousand two hundred that is less", ["count 2200"]),
        ("and i bought for nine hundred", "francs these little plugs", ["money 900 CHF"]),
        ("the answer was about two", "thirds the rest was guessed", ["percent 66.7 % ~"]),
        ("i owned that one", "systems are like that", []),
        ("and we were at three", "so we stopped", ["count 3"]),
        (
            "a rack costs nine euros and we had four thousand",
            "empty racks a day",
            ["money 9 EUR", "count 4000 empty rack"],
        ),
        (
            "we were renting at a hundred and five thousand a month",
            "canadian the boss said",
            ["money 105000 CAD/month"],
        ),
        ("We had four", "Empty racks cost nine euros.", ["count 4", "money 9 EUR"]),
    ],
)
def test_reads_on_where_raw_speech_was_parted_inside_a_figure(first: str, second: str, expected: list[str]) -> None:
    text = f"{first} {second}"
    spans = [Span(0, len(first)), Span(len(first) + 1, len(text))]
    assert [told(figure) for figure in quantities(text, within=spans)] == expected
