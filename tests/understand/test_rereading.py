import math
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.document import LABELS
from starproof.understand.clauses import clause, tense
from starproof.understand.features import Shown, features, told
from starproof.understand.model import weights
from starproof.understand.plainwords import plain_words
from starproof.understand.rereading import LEAST, SURE, columns, sights

WIDTH = len(LABELS)
SHARES = st.lists(st.lists(st.floats(0.001, 1), min_size=WIDTH, max_size=WIDTH), min_size=1, max_size=12)


def sight(texts, shares):
    sentences = [told(text, opens=place == 0) for place, text in enumerate(texts)]
    return sights(sentences, [columns(Shown.of(sentence.words)) for sentence in sentences], shares)


def sure_of(*names):
    return [[float(name == label) for label in LABELS] for name in names]


@given(SHARES)
def test_rereading_gives_shares_that_sum_to_1_for_any_first_reading(rows):
    shares = [[value / sum(row) for value in row] for row in rows]
    reader = weights("prose").rereader
    for first, seen in zip(shares, sight(["We asked the team."] * len(rows), shares), strict=True):
        again = reader.reread(first, seen, reader.showing(seen.shown))
        assert len(again) == WIDTH
        assert abs(sum(again) - 1) < 1e-9
        assert min(again) >= 0


@pytest.mark.parametrize("kind", ["prose", "speech"])
def test_the_shipped_reader_is_as_wide_as_what_it_sees(kind):
    reader = weights(kind).rereader
    wide = len(sight(["We asked."], sure_of("action"))[0].whole())
    assert {len(row) for row in (*reader.hidden, *reader.straight)} == {wide}
    assert len(reader.straight) == len(reader.out) == WIDTH


def test_a_sentence_is_seen_in_the_light_of_far_parts_of_the_story():
    texts = ["It was late."] * 9
    one = sight(texts, sure_of("situation", *["action"] * 8))
    other = sight(texts, sure_of("result", *["action"] * 8))
    assert one[8] != other[8]


@given(SHARES)
def test_a_sight_weighs_as_much_as_all_its_numbers_do_one_by_one(rows):
    reader = weights("prose").rereader
    texts = ["It fell by 9%, which saved $40,000.", "I asked them why."] * len(rows)
    for one, share in zip(sight(texts[: len(rows)], rows), rows, strict=True):
        assert len(one.shown) > 3
        whole = one.whole()
        inner = [math.tanh(sum(map(mul, whole, row))) for row in reader.hidden]
        scores = [
            math.log(max(value, LEAST)) + sum(map(mul, inner, out)) + sum(map(mul, whole, straight))
            for value, out, straight in zip(share, reader.out, reader.straight, strict=True)
        ]
        powers = [math.exp(SURE * (score - max(scores))) for score in scores]
        again = reader.reread(share, one, reader.showing(one.shown))
        assert again == pytest.approx([power / sum(powers) for power in powers], abs=1e-11)


def test_one_sentence_alone_can_be_seen():
    assert len(sight(["It fell."], sure_of("result"))) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("My lead said no.", "by own say"),
        ("The queue fell to 4.", "by thing change"),
        ("The queue fell to 4.", "kind change figures"),
        ("She was furious.", "who they were be"),
        ("We had not asked them.", "aux had not"),
        ("", "by  none"),
    ],
)
def test_a_clause_shows_who_acts_and_how(text, shown):
    assert shown in clause(plain_words(text), frozenset())


def test_a_name_is_a_subject_wherever_the_story_shows_it_to_be_one():
    sentences = [told("Then Mirko left.", opens=True), told("Mirko said nothing.", opens=False)]
    assert "clause:by name say" in features(sentences)[1]


def test_tense_goes_by_the_look_of_a_word():
    assert [tense(word) for word in ("fell", "asked", "asking", "ask", "")] == ["past", "past", "ing", "base", "none"]
