"""Which figures were kept, changed, lost or invented in a rewrite, a translation or a transcript."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.api.numbers import compare_numbers
from starproof.extract.defence.compare import Figures
from tests.growth import assert_even, seconds

STORY = (
    "We cut checkout abandonment from 31% to 24% in six weeks and won back $1.8M a year. I led 12 engineers in three "
    "teams, and p99 fell from 500 ms to 287 ms. Support cost $45,000 a month."
)


def told(figures: Figures) -> dict[str, list[str]]:
    """What differs, in the words of the two texts."""
    return {
        "changed": [f"{pair.old.text} -> {pair.new.text}" for pair in figures.changed],
        "lost": [figure.text for figure in figures.lost],
        "invented": [figure.text for figure in figures.invented],
    }


SAME = [
    ("We saved 1.8M dollars.", "Savings came to 1.8 million USD."),
    ("We saved 1.8M dollars.", "it saved one point eight million"),
    ("The delay was 500 ms.", "The delay was half a second."),
    ("The delay was two weeks.", "It was delayed by 14 days."),
    ("It cost $45,000 a month.", "The yearly cost was $540,000 a year."),
    ("Sign-ups doubled.", "Sign-ups grew twofold."),
    ("The bill was halved.", "The bill fell by 50 %."),
    ("The log was 1.5 TB.", "The log took 1,500 GB."),
    ("We served 1,803,422 riders.", "We served 1.8 million riders."),
    ("It took 147 days.", "It took about 150 days."),
    ("We lost three to five customers.", "We lost 3-5 customers."),
    ("The fee was €1.250.000.", "The fee was EUR 1.25 million."),
    ("It failed 3 times in 40 days; those 40 days were hard.", "Over forty days it failed three times."),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_the_same_figures_in_other_words_are_kept(old: str, new: str) -> None:
    figures = compare_numbers(old, new)
    assert figures.same, told(figures)
    assert figures.kept


CHANGED = [
    ("We won back $1.8M.", "We won back $1.5M."),
    ("We won back $1.8M.", "We won back 1.8 million euros."),
    ("We waited 20 days for the part.", "We waited 19 days for the part."),
    ("It cost $45,000 a month.", "It cost $45,000 a week."),
    ("Errors fell by 4 percentage points.", "Errors fell by 4 %."),
    ("We lost three to five customers.", "We lost three customers."),
]


@pytest.mark.parametrize(("old", "new"), CHANGED)
def test_another_value_in_the_same_place_is_a_change(old: str, new: str) -> None:
    figures = compare_numbers(old, new)
    assert len(figures.changed) == 1, told(figures)
    assert not figures.lost
    assert not figures.invented


def test_a_reordered_rewrite_in_words_keeps_every_figure() -> None:
    rewrite = (
        "I led a dozen engineers across 3 teams. Within six weeks, abandonment at checkout fell from thirty-one to "
        "twenty-four percent, worth one point eight million dollars a year. p99: 0.5 s before, 287 milliseconds after. "
        "Support used to be $540,000 a year."
    )
    assert told(compare_numbers(STORY, rewrite)) == {"changed": [], "lost": [], "invented": []}


def test_a_rewrite_that_slips_is_caught_figure_by_figure() -> None:
    rewrite = (
        "I led a dozen engineers across 3 teams. Within seven weeks, abandonment at checkout fell from 31 to 24 "
        "percent, worth $1.5M a year. p99 was 287 milliseconds after. Also we hired 14 people."
    )
    assert told(compare_numbers(STORY, rewrite)) == {
        "changed": ["six weeks -> seven weeks", "$1.8M a year -> $1.5M a year"],
        "lost": ["500 ms", "$45,000 a month"],
        "invented": ["14 people"],
    }


def test_a_translation_is_matched_by_the_order_of_its_figures() -> None:
    german = (
        "Wir senkten die Abbrüche von 31 % auf 24 % in 6 Wochen und gewannen 1,8 Millionen Dollar zurück. Ich führte "
        "12 Ingenieure in 4 Gruppen, und p99 sank von 500 ms auf 287 ms. Der Support kostete $45.000 im Monat."
    )
    assert told(compare_numbers(STORY, german)) == {
        "changed": ["three teams -> 4 Gruppen"],
        "lost": [],
        "invented": [],
    }


def test_small_counts_of_other_things_do_not_stand_for_one_another() -> None:
    figures = compare_numbers(
        "I lost three engineers. Sales rose by 40%.", "Sales rose by 40%. A court heard three appeals."
    )
    assert told(figures) == {"changed": [], "lost": ["three engineers"], "invented": ["three appeals"]}


def test_spans_belong_to_their_own_text() -> None:
    old, new = "Ünï 💛 we paid $5M.", "We paid $6M for it."
    (pair,) = compare_numbers(old, new).changed
    assert pair.old.span.of(old) == "$5M"
    assert pair.new.span.of(new) == "$6M"


def test_texts_without_figures_are_the_same() -> None:
    assert compare_numbers("", "Nothing to count here.").same


PIECES = "12 3.5 $4M 40% three teams weeks of the a month , . halved 5x 24/7 NPS 12 hours ago we had".split()
TEXT = st.lists(st.sampled_from(PIECES), max_size=50).map(" ".join)


@given(TEXT)
@settings(max_examples=200)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert compare_numbers(text, text).same


@given(TEXT, TEXT)
@settings(max_examples=200)
def test_every_figure_is_accounted_for_once(old: str, new: str) -> None:
    figures = compare_numbers(old, new)
    for pairs in (figures.kept, figures.changed):
        assert len({pair.old.span for pair in pairs}) == len({pair.new.span for pair in pairs}) == len(pairs)
    told = [pair.old.span for pair in (*figures.kept, *figures.changed)]
    assert len({*told, *(figure.span for figure in figures.lost)}) == len(told) + len(figures.lost)
    given = [pair.new.span for pair in (*figures.kept, *figures.changed)]
    assert len({*given, *(figure.span for figure in figures.invented)}) == len(given) + len(figures.invented)


def test_time_grows_with_length_and_no_faster() -> None:
    def took(repeats: int) -> float:
        old, new = "We had 3 teams and 40% of 12 weeks. " * repeats, "We had 4 sites and 41% of 13 days. " * repeats
        return seconds(lambda: compare_numbers(old, new))

    assert_even(took, 100, 800)
