"""Agreement, calibration and intervals against values worked out by hand."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from starproof.scoring.agreement import cohens_kappa, krippendorffs_alpha, nominal, squared
from starproof.scoring.bootstrap import intervals, middle
from starproof.scoring.measures import macro_f1, prf, weighted_kappa
from starproof.scoring.score import calibration_of, measures_of
from starproof.scoring.tally import Tally


def test_precision_is_whole_where_nothing_was_due_and_nothing_said() -> None:
    assert prf(0, 0, 0)["f1"] == 1.0
    assert prf(0, 2, 0)["f1"] == 0.0
    assert prf(0, 0, 2)["precision"] == 0.0


def test_macro_f1_counts_only_labels_that_occur() -> None:
    found = macro_f1({("a", "a"): 3, ("a", "b"): 1, ("b", "b"): 2}, ["a", "b", "c"])
    assert found["macro_f1"] == round((6 / 7 + 4 / 5) / 2, 3)
    assert found["accuracy"] == round(5 / 6, 3)


def test_weighted_kappa_punishes_two_ranks_four_times_as_much() -> None:
    # observed (1 + 4) / 4; expected from margins 1,2,1 and 1,1,2: products times d**2 add up to 20, over 16.
    assert weighted_kappa({(0, 0): 1, (1, 1): 1, (1, 2): 1, (2, 2): 1}) == round(1 - (1 / 4) / (20 / 16), 3)
    assert weighted_kappa({(0, 2): 1, (2, 0): 1}) == -1.0
    assert weighted_kappa({}) is None


def test_cohens_kappa_of_the_textbook_table() -> None:
    table = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    assert cohens_kappa([pair for pair, count in table.items() for _ in range(count)]) == 0.4


def test_kappa_and_alpha_cannot_say_where_nobody_ever_differs() -> None:
    assert cohens_kappa([("x", "x")] * 9) is None
    assert cohens_kappa([]) is None
    assert krippendorffs_alpha([["x", "x"]] * 9, distance=nominal) is None
    assert krippendorffs_alpha([["x", None]], distance=nominal) is None


def test_krippendorffs_alpha_of_three_readers_with_gaps() -> None:
    first = [None, None, None, None, None, 3, 4, 1, 2, 1, 1, 3, 3, None, 3]
    second = [1, None, 2, 1, 3, 3, 4, 3, None, None, None, None, None, None, None]
    third = [None, None, 2, 1, 3, 4, 4, None, 2, 1, 1, 3, 3, None, 4]
    units = [list(unit) for unit in zip(first, second, third, strict=True)]
    assert krippendorffs_alpha(units, distance=nominal) == 0.691
    assert krippendorffs_alpha(units, distance=squared) == 0.811


def sure(*bins: tuple[int, int, int, int]) -> Tally:
    counts: Tally = Counter()
    for place, n, confidence, right in bins:
        counts["sure", "labels", str(place), "n"] = n
        counts["sure", "labels", str(place), "confidence"] = confidence
        counts["sure", "labels", str(place), "right"] = right
    return counts


def test_calibration_error_weighs_each_bin_by_its_answers() -> None:
    found = calibration_of(sure((9, 10, 9500, 8), (5, 10, 5500, 6)))["labels"]
    assert found["ece"] == round((abs(9.5 - 8) + abs(5.5 - 6)) / 20, 3)
    assert [one["right"] for one in found["bins"]] == [0.6, 0.8]


def test_calibration_without_confidences_is_unknown_and_not_zero() -> None:
    assert calibration_of(Counter())["labels"]["ece"] is None


def test_the_middle_of_a_hundred_values_leaves_two_on_each_side() -> None:
    assert middle(list(range(100, 0, -1))) == [3, 98]


def some_tallies(count: int) -> list[Tally]:
    rng = random.Random(3)
    return [
        Counter({("stories",): 1, ("impact", "right"): rng.randrange(2), ("flags", "blame", "gold"): rng.randrange(2)})
        for _ in range(count)
    ]


def test_the_bootstrap_gives_the_same_interval_each_time() -> None:
    once = intervals(some_tallies(30), measures_of, rounds=200)
    assert once == intervals(some_tallies(30), measures_of, rounds=200)
    assert once != intervals(some_tallies(30), measures_of, rounds=200, seed=1)


@pytest.mark.parametrize(("few", "many"), [(20, 200)])
def test_more_stories_give_a_narrower_interval_around_the_value(few: int, many: int) -> None:
    widths = []
    for count in (few, many):
        tallies = some_tallies(count)
        low, high = intervals(tallies, measures_of, rounds=300)["impact"]["accuracy"]
        value = sum(one["impact", "right"] for one in tallies) / count
        assert low <= value <= high
        widths.append(high - low)
    assert widths[1] < widths[0] / 2


def test_a_corpus_of_nothing_has_no_intervals() -> None:
    assert intervals([], measures_of) == {}
