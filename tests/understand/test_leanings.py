"""The learned reader of red flags: what it may look at, and what it must quote."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.document import Document, Label, LabelledSentence, Story
from starproof.core.facts import Facts, Leaning
from starproof.core.results import FLAGS
from starproof.errors import InputError
from starproof.extract.quantities import quantities
from starproof.extract.signals import signals
from starproof.parse import parse
from starproof.understand import label, lean
from starproof.understand.leaning_sections import by_section
from starproof.understand.leaning_sentences import COLUMNS, KINDS, WHOLE
from starproof.understand.leaning_story import RELEVANT, story_features
from starproof.understand.leaning_words import fold, folded, is_technical, sentence_features
from starproof.understand.leanings import SPEAKS, load_reader
from tests.growth import assert_even, seconds

SHOWN = 0.9
"""How likely the first sentence of a test shows a kind."""
STORY = (
    "Our ferry sold each cabin twice.",
    "I led two teams with 18 engineers.",
    "That was entirely the fault of the harbour office, who never check anything.",
    "I approved every single change myself and rewrote what I did not like at night.",
    "The captain shouted at me, and I stopped the sale anyway.",
    "After that it got significantly better and everybody was happy.",
    "Two years later the other line has taken it over.",
)


def read(text: str) -> Mapping[str, Leaning]:
    document = parse(Story("story", text))
    facts = Facts(quantities=quantities(text, within=document.paragraphs), signals=signals(document, ()))
    return lean(document, label(document), facts)


def labelled(document: Document, *said: Label) -> list[LabelledSentence]:
    told = (*said, *["action"] * len(document.sentences))
    return [LabelledSentence(one.span, as_told, 1.0) for one, as_told in zip(document.sentences, told, strict=False)]


def as_labelled(sentences: Sequence[str], told: Sequence[Label]) -> Mapping[str, Leaning]:
    text = " ".join(sentences)
    document = parse(Story("story", text))
    labels = labelled(document, *told)
    facts = Facts(quantities=quantities(text, within=document.paragraphs), signals=signals(document, labels))
    return lean(document, labels, facts)


def sections(told: Sequence[Label], confidence: Sequence[float]) -> Mapping[str, float]:
    """What the sections show where the first sentence likely shows every kind, and no other sentence any."""
    document = parse(Story("story", " ".join(STORY[: len(told)])))
    labels = [replace(one, confidence=sure) for one, sure in zip(labelled(document, *told), confidence, strict=True)]
    return by_section(labels, [[SHOWN] * len(KINDS), *[[0.0] * len(KINDS)] * (len(told) - 1)])


def test_leans_on_each_of_the_twelve_flags() -> None:
    found = read(" ".join(STORY))
    assert set(found) == set(FLAGS)
    assert all(0 <= leaning.share <= 1 for leaning in found.values())


def test_points_at_the_sentences_that_speak_for_a_flag() -> None:
    found = read(" ".join(STORY))
    assert found["blame"].sentences[0] == 2
    assert found["micromanagement"].sentences[0] == 3
    assert found["vague-metrics"].sentences[0] == 5
    assert found["no-follow-up"].sentences == ()


def test_an_admission_in_the_same_breath_lowers_blame() -> None:
    alone = "The delay was entirely the fault of the network people, and from our side there was nothing wrong."
    shared = "The network people were late, and half of the delay was ours, because I had signed a plan without a test."
    rest = " ".join(STORY[:2] + STORY[4:5])
    assert read(f"{rest} {shared}")["blame"].share < read(f"{rest} {alone}")["blame"].share - 0.3


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_sentences_moves_only_what_is_about_order(seed: int) -> None:
    """A label may hang on its place; with the labels as they are, nothing else does."""
    told: list[Label] = ["situation", "task", "situation", "action", "action", "result", "result"]
    pairs = list(zip(STORY, told, strict=True))
    random.Random(seed).shuffle(pairs)
    before, after = as_labelled(STORY, told), as_labelled(*zip(*pairs, strict=True))
    moved = {flag for flag in FLAGS if abs(before[flag].share - after[flag].share) > 1e-5}
    assert moved <= {"no-follow-up", "blame"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Then Priya told me that she would leave.", "Then Johannes told me that he would leave."),
        ("We organised the colours of the programme.", "We organized the colors of the programme."),
        ("I think we should, um, stop the release.", "We should stop the release."),
        ("I gave her the project.", "I gave him project."),
        ("She fix the bugs in two week.", "He fixed the bug in three weeks."),
        ("We didn't ask the nurses, you know.", "We didnae ask nurses."),
        ("They told me that I had a plan.", "They told to me that I was having plan."),
        ("In March we moved to Lagos with Globex.", "In June we moved to Oslo with Initech."),
    ],
)
def test_names_gender_spelling_and_fluency_do_not_count(one: str, other: str) -> None:
    assert sorted(sentence_features(one)) == sorted(sentence_features(other))


def test_technical_terms_are_told_by_their_shape() -> None:
    assert all(map(is_technical, ("AVX", "RocksDB", "ef_search", "HL7")))
    assert not any(map(is_technical, ("Monday", "I", "we", "2021", "don't", "Mrs")))


def test_what_is_short_in_notes_is_read_as_the_whole_word() -> None:
    assert folded("Shd have asked ppl abt it 3 yrs ago") == folded("Should have asked people about it 3 years ago")


def test_a_name_is_one_whatever_its_title_or_its_parts() -> None:
    for name in ("Bogdan", "Ji-won", "Mr Ruiz", "Dr. Ruiz", "Ms Đặng"):
        assert folded(f"So my lead {name} left") == folded("So my lead Anna left"), name
    assert folded("We had a B-axis and a Follow-up") != folded("We had a B and a Follow")
    assert folded("It took 40 ms and the dr was late")[-4:] == ("and", "dr", "be", "late")


def test_a_day_is_named_alike_whatever_stands_before_it() -> None:
    assert folded("I came back in Monday") == folded("I came back on Monday")


def test_numbers_are_one_word() -> None:
    assert fold("seventeen") == fold("17") == "#"


def test_every_number_that_a_flag_may_rest_on_exists() -> None:
    document = parse(Story("story", " ".join(STORY)))
    facts = Facts(signals=signals(document, ()))
    numbers = story_features(document, labelled(document), facts, [[0.0] * len(COLUMNS)] * len(document.sentences))
    for flag, known in load_reader().flags.items():
        assert set(known.names) <= set(numbers), flag
        for name in RELEVANT[flag]:
            assert any(n == name or n.startswith(name + " ") for n in numbers), name


@pytest.mark.parametrize(("told", "recurs"), [("It saves $40,000 a month.", 1.0), ("We saved $40,000.", 0.0)])
def test_an_amount_that_recurs_is_told_from_one_that_came_once(told: str, recurs: float) -> None:
    document = parse(Story("story", told))
    facts = Facts(quantities=quantities(told, within=document.paragraphs))
    assert story_features(document, labelled(document), facts, [[0.0] * len(COLUMNS)])["figures recurring"] == recurs


@pytest.mark.parametrize("flag", WHOLE)
def test_a_flag_of_the_whole_story_weighs_every_sentence_alike(flag: str) -> None:
    def given(*parts: float) -> float:
        place, document = COLUMNS.index(flag), parse(Story("story", " ".join(STORY[: len(parts)])))
        scores = [[part if column == place else 0.0 for column in range(len(COLUMNS))] for part in parts]
        return story_features(document, labelled(document), Facts(), scores)[f"all {flag}"]

    assert given(1.0, 3.0) == given(3.0, 1.0) == given(2.0, 2.0) > given(2.0)


@pytest.mark.parametrize(("told", "higher"), [("situation", "scene"), ("result", "outcome")])
def test_a_fault_of_others_in_the_scene_is_told_from_one_in_the_outcome(told: Label, higher: str) -> None:
    lower = {"scene": "outcome", "outcome": "scene"}[higher]
    numbers = sections([told, "action"], [1.0, 1.0])
    assert numbers[f"{higher} B best"] > 1.5 > -4 > numbers[f"{lower} B best"]
    assert max(sections(["action", "action"], [1.0, 1.0])[f"{one} B best"] for one in (higher, lower)) < -4


def test_a_sentence_counts_to_a_section_as_far_as_its_label_is_sure() -> None:
    sure, unsure, none = (sections(["result"], [one])["result F sum"] for one in (1.0, 0.6, 0.4))
    assert sure > unsure > none > 0
    other = sections(["action"], [0.7])
    assert other["result F sum"] == pytest.approx(math.log1p(2 * 0.1 * SHOWN))
    assert other["told result part"] == pytest.approx(0.1)


def test_a_story_that_looks_back_surely_is_told_from_one_that_may() -> None:
    looks_back = [sections(["action", "reflection"], [1.0, sure])["told reflection none"] for sure in (1.0, 0.5)]
    assert looks_back[0] < looks_back[1] < 0


def test_every_column_has_a_weight_in_each_row() -> None:
    reader = load_reader().sentences
    assert len(reader.weights) == len(reader.rows) * len(COLUMNS)
    assert set(SPEAKS.values()) <= set(KINDS)


def test_says_nothing_of_a_text_without_sentences() -> None:
    assert lean(parse(Story("story", "## Situation")), (), Facts()) == {}


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=300).filter(lambda text: text.strip() != ""))
def test_reads_any_text_that_parses(text: str) -> None:
    try:
        document = parse(Story("story", text))
    except InputError:
        return
    for leaning in lean(document, labelled(document), Facts(signals=signals(document, ()))).values():
        assert 0 <= leaning.share <= 1
        assert all(0 <= number < len(document.sentences) for number in leaning.sentences)


@settings(max_examples=100)
@given(st.text(max_size=80))
def test_folds_any_words(text: str) -> None:
    assert all(isinstance(word, str) for word in folded(text))
    assert len(set(sentence_features(text))) == len(list(sentence_features(text)))


@pytest.mark.parametrize("unit", ["word ", "I rewrote it. ", "A_b-C9's ", "'" * 5 + "a"])
def test_time_grows_with_the_text_and_not_faster(unit: str) -> None:
    def took(times: int) -> float:
        text = unit * times
        return seconds(lambda: list(sentence_features(text)))

    took(1000)
    assert_even(took, 4000, 40_000)
