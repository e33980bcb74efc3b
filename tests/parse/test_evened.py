"""A sentence is read without its speaker's habits, and every stretch of it keeps its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.parse.evened import evened
from tests.growth import assert_under


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Um, we had, like, you know, two plans, I think.", "we had two plans."),
        ("She wasnae happy, kasi, wi it.", "She wasn't happy with it."),
        ("they were due on i mean the saturday", "they were due on the saturday"),
        ("I would say I had three squads.", "I had three squads."),
        ("I was having the shop team.", "I had the shop team."),
        ("He told to me no.", "He told me no."),
        ("I looked, honestly, I enjoyed it.", "I looked, I enjoyed it."),
        ("And, um, I left.", "And I left."),
        ("It stayed, er,in our team.", "It stayed, in our team."),
        ("The ovens stayed cold, no?", "The ovens stayed cold."),
        ("The ovens stayed cold, isn’t it?", "The ovens stayed cold."),
        ("He meant it, you see.", "He meant it."),
        ("Each loaf was sold as it been baked.", "Each loaf was sold as it had been baked."),
        (
            "An oven has no mercy, and mine been telling me so.",
            "An oven has no mercy, and mine had been telling me so.",
        ),
        ("I rang both buyer.", "I rang both buyers."),
        ("trial w/ support + sales eng, um, w/o a plan", "trial with support and sales eng without a plan"),
        ("tested w/the bakers & drivers", "tested with the bakers and drivers"),
        ("I built it wit the two crews.", "I built it with the two crews."),
        ("There was nothin' we did 'cause of it.", "There was nothing we did because of it."),
        ("I ain't counted the trays.", "I hadn't counted the trays."),
        ("I ain't a baker.", "I'm not a baker."),
        ("He should’ve rung, I woulda baked; thats it.", "He should have rung, I would have baked; that's it."),
        ("The ovens ain't cold.", "The ovens isn't cold."),
        ("Ye're the baker, and ye'll know.", "you're the baker, and you'll know."),
        ("I said sorry o and left.", "I said sorry and left."),
        ("It were late, and they was cold.", "it was late, and they were cold."),
        ("The dough was dead soft.", "The dough was very soft."),
    ],
)
def test_habits_are_left_out_and_the_rest_stays_to_the_letter(sentence: str, read: str) -> None:
    assert evened(sentence).text == read


@pytest.mark.parametrize(
    "sentence",
    [
        "The legal, finance and support teams didn't agree; we can't.",
        "What kind of plan was that, do you know?",
        "He liked the plan, it looked like a gap.",
        "He didn't like it, and we built a module like this, like everybody else.",
        "I know what I mean by that sort of thing.",
        "Was the dough right?",
        "He could, of course, have rung; he would of course bake.",
        "He answered, no.",
        "They had all been told, and had long been sure of it.",
        "It is thought to have been both team leads.",
        "",
        "—",
    ],
)
def test_what_says_something_stays(sentence: str) -> None:
    found = evened(sentence)
    assert found.text == sentence
    assert found.back(0, len(sentence)) == (0, len(sentence))


def test_every_stretch_is_found_again_in_the_sentence() -> None:
    sentence = "So, um, she wasnae happy, you know, and they told to me no."
    found = evened(sentence)
    for words, stands in (("she", "she"), ("wasn't happy", "wasnae happy"), ("told me no", "told to me no")):
        at = found.text.index(words)
        start, end = found.back(at, at + len(words))
        assert sentence[start:end] == stands


@given(
    st.lists(st.sampled_from([*"um like, I think you know wasnae had was having the plan , . told to me".split(" ")]))
)
def test_places_lie_inside_the_sentence(words: list[str]) -> None:
    sentence = " ".join(words)
    found = evened(sentence)
    for start in range(len(found.text)):
        low, high = found.back(start, start + 1)
        assert 0 <= low < high <= len(sentence)
        if not found.starts:
            assert (low, high) == (start, start + 1)


@pytest.mark.parametrize("part", ["um ", ", um, ", "i think ", "was having ", "told to ", "like ", ", ", "'"])
def test_hostile_text_takes_linear_time(part: str) -> None:
    assert_under(4, lambda: evened(part * 20_000))


def test_a_place_in_the_sentence_is_found_in_what_is_read() -> None:
    sentence = "Um, she, like, wasnae late, and 'cause o' that I, uh, stayed."
    even = evened(sentence)
    places = {word: even.text[even.forth(sentence.index(word)) :].split(" ")[0] for word in ("she", "late", "stayed")}
    assert places == {"she": "she", "late": "late,", "stayed": "stayed."}
    assert [even.forth(place) for place in (0, len(sentence))] == [0, len(even.text)]
    assert even.text[even.forth(sentence.index("wasnae")) :].startswith("wasn't")
    assert even.text[even.forth(sentence.index("like")) :].lstrip().startswith("wasn't")


@given(st.text(alphabet="aeiu mn,' .", max_size=30), st.integers(0, 30))
def test_a_place_never_lies_outside_what_is_read(sentence: str, place: int) -> None:
    even = evened(sentence)
    assert 0 <= even.forth(min(place, len(sentence))) <= len(even.text)
