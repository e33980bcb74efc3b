from __future__ import annotations

import random
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core import keeping
from starproof.core.document import LABELS
from starproof.understand.features import told
from starproof.understand.filters import END, FINE, LIFT, NOTHING, START, Filters, even, long
from starproof.understand.gist import mixed, network, packed, scores_of, unpacked
from starproof.understand.tables import Rows
from tests.growth import assert_even, seconds

ROOT = Path(__file__).parents[2]
WIDTHS = (4, 3, 2)
NAMES = [START, END, "we", "asked", "the", "queue", "fell"]
KNOWN = st.lists(st.sampled_from([*NAMES[2:], "zwieback"]), max_size=12)


def small_filters():
    chance = random.Random(5)
    drawn = [[chance.randint(-127, 127) for _ in range(6)] for _ in NAMES]
    weights = [[chance.randint(-127, 127) for _ in range(sum(WIDTHS))] for _ in range(6)]
    return Filters(rows(NAMES, drawn), rows([str(n) for n in range(6)], weights), WIDTHS, (0, 2000, -3000, 500))


def rows(names, numbers):
    places = {name: place for place, name in enumerate(names)}
    return Rows(places, array("b", [value for row in numbers for value in row]), len(numbers[0]), 1.0)


def plainly(filters, words):
    """The most of each filter, number by number."""

    def part(word, filter_, at):
        if filter_ >= WIDTHS[at] or word not in filters.words.places:
            return 0
        column = sum(WIDTHS[:at]) + filter_
        return sum(a * filters.weights.row(str(n))[column] for n, a in enumerate(filters.words.row(word)))

    said = [START, *words, END, NOTHING, NOTHING]
    tops = [
        max(sum(part(said[place + at], filter_, at) for at in range(3)) for place in range(len(said) - 2))
        for filter_ in range(WIDTHS[0])
    ]
    return [max(top - floor, 0) >> FINE for top, floor in zip(tops, filters.floors, strict=True)]


@given(KNOWN)
def test_each_filter_gives_the_most_that_it_finds_anywhere_in_the_sentence(words):
    filters = small_filters()
    assert filters.most(words) == plainly(filters, words)


def test_an_unknown_word_counts_nothing_and_is_not_kept():
    filters = small_filters()
    assert filters.most(["zwieback"]) == filters.most(["knäckebröd"])
    assert len(filters._parts) == 3  # nothing, the start and the end


@given(st.lists(st.integers(-127, 127), min_size=1, max_size=9), st.integers(0, 3000))
def test_a_long_number_can_be_multiplied_and_still_read_field_by_field(row, times):
    total = times * long(row) + even(LIFT, len(row))
    fields = [(total >> 32 * place & 0xFFFFFFFF) - LIFT for place in range(len(row))]
    assert fields == [times * value for value in row]


def test_the_shipped_network_comes_back_from_its_bytes():
    assert packed(unpacked(packed(network()))) == packed(network())


def test_shares_of_both_sum_to_1_and_what_the_chain_rules_out_stays_out():
    ruled = [float(name == "task") for name in LABELS]
    free = [1 / len(LABELS)] * len(LABELS)
    first, second = mixed(["The queue fell by 9%.", "I asked them why."], [ruled, free])
    assert first == pytest.approx(ruled)
    assert sum(second) == pytest.approx(1)
    assert max(second) > 0.3


def test_a_neighbour_is_heard_and_a_sentence_further_off_is_not():
    texts = ["It was late.", "I asked them why.", "Nobody knew.", "So I called."]
    other = ["It was late.", "I asked them why.", "Nobody knew.", "What I learned is to listen."]
    one, two = scores_of(texts), scores_of(other)
    assert one[:2] == two[:2]
    assert one[2] != two[2]


def test_a_sentence_moved_or_between_others_has_the_scores_of_a_story_never_read_before():
    told = ["It was late.", "I asked them why.", "Nobody knew.", "So I called."]
    stories = [told, told[1:], [*told, "They came."], told[::-1], [told[0], *told], told]
    warm = [scores_of(texts) for texts in stories]
    cold = []
    for texts in stories:
        keeping.forget()
        cold.append(scores_of(texts))
    assert warm == cold
    assert len({tuple(map(tuple, rows)) for rows in warm}) == len(stories) - 1


def test_no_text_has_no_scores():
    assert scores_of([]) == []
    assert len(scores_of(["", "…"])) == 2


@given(st.text(max_size=200))
def test_any_text_has_a_score_for_each_label(text):
    assert all(len(row) == len(LABELS) and all(abs(score) < 1e6 for score in row) for row in scores_of([text]))


def test_the_package_reads_as_the_training_does(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import numpy as np
    from labelling.chain import Rows as Lesson
    from labelling.compacting import compact_network
    from labelling.network import Lexicon, text
    from labelling.teaching import fit_network

    from starproof.understand.features import features

    said = ["We had 4 teams.", "I asked them why.", "The queue fell.", "I learned to ask first."]
    sentences = [told(one, opens=False) for one in said]
    words = [sentence.words for sentence in sentences]
    lesson = Lesson(features(sentences), words, [0, 2, 3, 4])
    vectors = np.random.default_rng(3).normal(0, 0.1, (2, 8))
    lexicon = Lexicon.of({word for row in words for word in row}, ["queue", "asked"], vectors)
    trained = fit_network([[text(lesson, lexicon)]] * 160, lexicon)
    small = compact_network(trained)
    assert trained.logs([lesson])[0].argmax(1).tolist() == [0, 2, 3, 4]
    given_ = [small.given(row) for row in words]
    names = [[name for name in row if name in small.places] for row in features(sentences)]
    for place, logs in enumerate(trained.logs([lesson])[0]):
        inner = np.array(small.placed(names[place]))
        for side, step in enumerate((0, -1, 1)):
            if 0 <= place + step < len(said):
                inner = inner + np.array(given_[place + step][side])
        powers = np.exp(small.scores(inner.tolist()))
        assert np.exp(logs) == pytest.approx(powers / powers.sum(), abs=0.03)


def test_time_grows_evenly_with_the_length_of_a_sentence():
    assert_even(lambda size: seconds(lambda: small_filters().most(["we", "zwieback"] * size)), 4_000, 16_000)
