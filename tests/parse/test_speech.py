"""Where speech without punctuation is cut, given how much speaks for each gap."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from starproof.parse.speech import NEVER, READY, Speech, cuts

WEAK, STRONG, NOT = -READY + 0.5, 3.0, -9.0


def found(scores, broken=()):
    return list(cuts(list(scores), [place in broken for place in range(1, len(scores) + 1)]))


def gaps(size, **told):
    """Scores of gaps that speak against a cut, but for those told by their place."""
    return [told.get(f"at{place}", NOT) for place in range(1, size + 1)]


def test_the_better_of_two_gaps_too_near_to_each_other_is_taken_though_it_comes_later():
    assert found(gaps(20, at8=WEAK, at10=STRONG)) == [10]
    assert found(gaps(20, at8=STRONG, at10=WEAK)) == [8]


def test_two_gaps_are_better_than_one_between_them():
    assert found(gaps(20, at7=1.0, at10=2.0, at13=1.0)) == [7, 13]


def test_what_nothing_speaks_for_stays_whole_unless_it_is_long():
    assert found(gaps(12)) == []
    assert found(gaps(80))


def test_no_cut_falls_inside_a_word():
    assert found([NEVER] * 200) == []
    places = found([NEVER if place % 2 else STRONG for place in range(1, 61)])
    assert places
    assert not any(place % 2 for place in places)


def test_a_line_ends_an_utterance_unless_it_is_too_short_for_one():
    assert found(gaps(20), broken={3}) == [3]
    assert found(gaps(20), broken={2}) == []
    assert found(gaps(20), broken={19}) == []


def test_the_first_word_of_a_line_may_be_near_a_good_gap():
    assert found(gaps(20, at5=STRONG, at10=STRONG), broken={4, 8}) == [4, 8]


@given(st.lists(st.floats(-READY + 0.01, 3.0), max_size=12))
def test_no_other_way_to_cut_few_words_is_better(scores):
    size = len(scores) + 1

    def worth(way):
        ends = [0, *way, size]
        lengths = [b - a for a, b in pairwise(ends)]
        if any(length < 5 for length in lengths[:-1]) or (way and lengths[-1] < 3):
            return float("-inf")
        return sum(READY + scores[place - 1] for place in way) - sum(0.005 * max(n - 5, 0) ** 2 for n in lengths)

    ways = (way for count in range(4) for way in combinations(range(1, size), count))
    assert worth(found(scores)) >= max(map(worth, ways)) - 1e-9


@given(st.lists(st.tuples(st.floats(-20, 20) | st.just(NEVER), st.booleans()), max_size=150))
def test_cuts_are_in_order_and_leave_no_scrap(gaps):
    places = found([score for score, _ in gaps], {place for place, (_, ends) in enumerate(gaps, 1) if ends})
    whole = [0, *places, len(gaps) + 1]
    assert all(b - a >= 3 for a, b in pairwise(whole)) or not places


def test_an_apostrophe_stays_with_the_word_that_it_ends():
    text = "that was my own doin' i went to our baker"
    pieces = [text[start:end] for start, end in Speech.of(text).pieces({"any": 1.0})]
    assert pieces == ["that was my own doin'", " i went to our baker"]
