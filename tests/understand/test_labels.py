import json
import math
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.document import LABELS, Story
from starproof.core.text import Span
from starproof.errors import InputError
from starproof.parse import parse
from starproof.parse.speech import turns
from starproof.scoring import joined
from starproof.understand import MODEL, label
from starproof.understand.crf import Chain, marginals
from starproof.understand.labels import contradicted
from starproof.understand.model import packed, unpacked, weights
from tests.growth import assert_even, seconds

STAYING, TURNING, FAR = (((a, -a), (-a, a)) for a in (3.0, -3.0, 30.0))
ROOT = Path(__file__).parents[2]
DEV = [json.loads(line) for line in (ROOT / "corpus" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
HEADED = """Situation: Our booking page was slow and guests left.
Task: I was responsible for three teams and had to halve the wait by June.
Action: I asked each lead for one proposal, and we moved the search to its own service.
Result: The wait fell from 4 seconds to 1.6, and bookings rose by 9%.
"""
SPEECH = (
    "so basically we had a booking page and it was very slow and people were leaving before they could pay and i was "
    "responsible for three teams and my target was to halve the wait by june so i asked each lead for one proposal and "
    "we moved the search to its own service and then the wait fell from four seconds to one point six and bookings "
    "went up nine percent and what i learned is to ask the people who answer the phone first"
)


def read(text):
    return label(parse(Story("story", text)))


def f1(pairs, name):
    both = sum(g == p == name for g, p in pairs)
    return 2 * both / max(sum((g == name) + (p == name) for g, p in pairs), 1)


def test_headings_of_the_author_win():
    labels = [sentence.label for sentence in read(HEADED)]
    assert labels == ["situation", "task", "action", "result"]
    assert all(sentence.given and sentence.confidence == 1 for sentence in read(HEADED))


def test_a_heading_lights_its_neighbours_but_leaves_their_confidence_open():
    text = HEADED.replace("Task: ", "\n# Notes\n")
    assert any(not sentence.given and sentence.confidence < 1 for sentence in read(text))


def test_sentences_that_contradict_their_heading_are_named_and_keep_it():
    text = HEADED.replace(
        "Our booking page was slow and guests left.",
        "Looking back, I learned that I should have asked the guests first, and now I always do.",
    )
    document = parse(Story("story", text))
    assert [sentence.label for sentence in contradicted(document)] == ["reflection"]
    assert label(document)[0].label == "situation"


def test_a_text_without_headings_contradicts_none():
    assert contradicted(parse(Story("story", SPEECH))) == ()


def test_the_same_text_has_the_same_labels():
    assert read(SPEECH) == read(SPEECH)


def test_every_sentence_has_a_label_and_a_confidence_between_0_and_1():
    for story in DEV[:10]:
        document = parse(Story(story["id"], joined(story)[0]))
        labels = label(document)
        assert [sentence.span for sentence in labels] == [sentence.span for sentence in document.sentences]
        assert all(sentence.label in LABELS and 0 < sentence.confidence <= 1 for sentence in labels)


def test_plain_sections_are_read_from_words_alone():
    text = (
        "In 2021 our warehouse in Lyon lost one order in nine. I was responsible for two teams, and my goal was to get "
        "below one in fifty by Christmas. I decided to stop all new work and asked each lead to follow one parcel. "
        "Losses fell from 11% to 1.6%, which saved $700,000 a year. I learned that I should have walked it first."
    )
    assert [sentence.label for sentence in read(text)] == ["situation", "task", "action", "result", "reflection"]


def test_held_out_stories_are_read_well_enough():
    pairs = []
    for story in DEV:
        text, gold = joined(story)
        labels = read(text)
        for start, end, name in gold:
            shared = {x.label: 0 for x in labels}
            for x in labels:
                shared[x.label] += max(0, min(end, x.span.end) - max(start, x.span.start))
            pairs.append((name, max(shared, key=shared.__getitem__)))
    assert sum(f1(pairs, name) for name in LABELS[:-1]) / 5 > 0.78


def test_raw_speech_is_cut_into_utterances_that_cover_its_words():
    pieces = list(turns(SPEECH, Span(0, len(SPEECH))))
    assert len(pieces) > 4
    assert " ".join(piece.of(SPEECH) for piece in pieces) == SPEECH


def test_raw_speech_shows_its_sections():
    found = {sentence.label for sentence in read(SPEECH)}
    assert {"situation", "task", "action", "result", "reflection"} <= found


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_any_text_that_parses_can_be_labelled(text):
    try:
        document = parse(Story("story", text))
    except InputError:
        return
    assert len(label(document)) == len(document.sentences)


@pytest.mark.parametrize("part", ["i we had # ", "a", "so ", "... ", "1,", "'s ", "learned. "])
def test_hostile_text_takes_linear_time(part):
    def took(size):
        document = parse(Story("story", part * (size // len(part))))
        return seconds(lambda: label(document))

    took(1_000)
    assert_even(took, 8_000, 80_000)


def test_weights_are_small_and_survive_packing():
    folder = ROOT / "src" / "starproof" / "understand" / "weights"
    assert sum((folder / name).stat().st_size for name in ("prose.bin", "speech.bin", "gist.bin")) < 4_000_000
    assert packed(unpacked(packed(weights("prose")))) == packed(weights("prose"))
    assert MODEL.startswith("crf4-")


def test_marginals_add_up_to_1_and_obey_what_is_ruled_out():
    chain = Chain((0.0, 0.0), (0.0, 0.0), [STAYING])
    free = marginals([(0.0, 0.2), (0.0, 0.0)], [0, 0], chain)
    fixed = marginals([(0.0, float("-inf")), (0.0, 0.0)], [0, 0], chain)
    assert all(abs(sum(row) - 1) < 1e-9 for row in free + fixed)
    assert free[1][1] > 0.5
    assert fixed[0] == [1.0, 0.0]
    assert fixed[1][0] > 0.99


def test_what_follows_what_hangs_on_the_manner_of_the_sentence_that_follows():
    chain = Chain((0.0, 0.0), (0.0, 0.0), [STAYING, TURNING])
    stayed, turned = (marginals([(1.0, 0.0), (0.0, 0.0)], [1, manner], chain) for manner in (0, 1))
    assert stayed[0][0] > 0.5 > stayed[1][1]
    assert turned[0][0] > 0.5 > turned[1][0]


@given(st.lists(st.tuples(*[st.floats(-3, 3)] * 2, st.integers(0, 1)), min_size=1, max_size=6))
def test_marginals_are_those_of_all_ways_to_label(told: list[tuple[float, float, int]]):
    chain = Chain((0.3, 0.0), (0.0, 0.4), [STAYING, TURNING])
    scores, manners = [row[:2] for row in told], [row[2] for row in told]
    weighed = {ways: math.exp(_weight(ways, scores, manners, chain)) for ways in product((0, 1), repeat=len(told))}
    for place, row in enumerate(marginals(scores, manners, chain)):
        share = sum(weight for ways, weight in weighed.items() if ways[place]) / sum(weighed.values())
        assert row[1] == pytest.approx(share)


def _weight(ways: tuple[int, ...], scores: list[Any], manners: list[int], chain: Chain) -> float:
    moves = [chain.moves[manner][a][b] for manner, (a, b) in zip(manners[1:], pairwise(ways), strict=True)]
    own = [row[way] for row, way in zip(scores, ways, strict=True)]
    return chain.start[ways[0]] + chain.end[ways[-1]] + sum(own) + sum(moves)


def test_scores_far_apart_do_not_break_the_chain():
    rows = marginals([(1e6, -1e6), (-1e6, 1e6)] * 200, [0] * 400, Chain((0.0, 0.0), (0.0, 0.0), [FAR]))
    assert all(abs(sum(row) - 1) < 1e-9 for row in rows)
