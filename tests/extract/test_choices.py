"""A choice is told by what the teller proposed, refused or stopped, too."""

from __future__ import annotations

import pytest

from starproof.core.document import Label, LabelledSentence, Story
from starproof.extract.decisions.choices import choices
from starproof.parse import parse


def found(words: str, label: Label = "action") -> list[str]:
    document = parse(Story("s", words))
    labels = [LabelledSentence(one.span, label, 1.0) for one in document.sentences]
    return [document.quote(span) for span in choices(document, labels)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I proposed to pay them by the tonne.", "I proposed"),
        (
            "I said to my crew look we're not going to buy the third oven.",
            "I said to my crew look we're not going to buy",
        ),
        ("We told them that we won't bake at night.", "We told them that we won't bake"),
        ("So I offered them to go last.", "I offered"),
        ("I had a choice then.", "I had a choice"),
        ("I could have rented a second press for €90,000.", "I could have rented"),
        ("I was not convinced, because the recipes were old.", "I was not convinced"),
        ("What decided me was the kiosks.", "What decided me"),
        ("I pulled the launch of the new map.", "I pulled the"),
        ("We opened without the bar.", "We opened without the"),
        ("I pulled trolley off the ward.", "I pulled trolley off"),
        ("I, you know, proposed to wait.", "I, you know, proposed"),
        ("I did stop one thing.", "I did stop"),
        ("Did not ship. Waited a month.", "Did not ship"),
        ("I closed our night counter.", "I closed our night counter"),
        ("We moved two engineers off the robot.", "We moved two engineers off"),
        ("I told him I was ending his contract.", "I told him I was ending"),
        ("I told him that I think it is wrong, and I'm in.", "I'm in"),
        ("I promised her three things.", "I promised her"),
        ("So I propose to pay them by the tonne.", "I propose"),
        ("With that I pull the whole map.", "I pull the"),
        ("I had choice of paying or walking.", "I had choice"),
        ("With Mr Wu I did opposite.", "I did opposite"),
        ("That time we left dough alone.", "we left dough alone"),
        ("So I let her go.", "I let her go"),
        ("I could have fixed it quietly.", "I could have fixed"),
        ("I asked Rein to move the new sensor out by a quarter.", "I asked Rein to move the new sensor out by"),
        ("So I made her a deal: no title, no announcement.", "I made her a deal"),
        ("I closed it, in person.", "I closed it"),
        ("I hired nobody for the winter.", "I hired nobody"),
        ("So what I did was stop at four ovens instead of eleven.", "what I did was stop"),
        ("and so what i did first was stop everything", "what i did first was stop"),
        ("What we did instead was to rent the second press.", "What we did instead was to rent"),
        ("killed the half-built planner. Painful, it had been my idea", "killed the h"),
        ("So cut: no app, web only, five routes", "So cut: n"),
        ("We scrapped our own mixer.", "We scrapped our o"),
        ("I said yes to it since I was flattered.", "I said yes to"),
        ("so I went to him and said I want to stop the redesign", "I want to stop the"),
        ("I told the board that we would close the night counter.", "I told the board that we would close"),
        ("hard bit: told CFO we'd drop the planner in May", "hard bit: told CFO we'd drop"),
        ("- 2 options: slots or twelve more trucks", "2 options:"),
        ("I wrote two pages asking for one oven in place of four.", "I wrote two pages asking for"),
    ],
)
def test_a_course_that_the_teller_takes_is_a_choice(words: str, told: str) -> None:
    assert found(words) == [told]


@pytest.mark.parametrize(
    "words",
    [
        "They proposed a date.",
        "What he did was stop the ovens.",
        "What I did was bake bread.",
        "We killed the hung process at six.",
        "killed two hours at the depot",
        "cut: 40 percent",
        "I said to my crew that we're not ready.",
        "I told them we won't be there.",
        "They said to us look we're not going to pay.",
        "They propose a date.",
        "I had choice tea.",
        "I had two teams.",
        "She offered me a seat.",
        "I made no progress.",
        "I wrote a note on the bread.",
        "They closed it at ten.",
        "I pulled the logs of that night.",
        "I pulled it together by June.",
        "They told me that we would close the counter.",
        "They want to stop the redesign.",
        "Our form has 2 options: yes and no.",
        "I closed the ticket.",
        "They opened without the bar.",
        "I could have asked her in May.",
        "I asked Rein to move his chair.",
        "I'm in Hanoi with eight reports.",
        "I told him I was happy.",
        "We moved two engineers closer to the dock.",
    ],
)
def test_what_others_propose_or_what_one_has_is_none(words: str) -> None:
    assert found(words) == []


def test_before_the_work_and_after_it_nothing_is_chosen() -> None:
    assert found("I proposed it.", "situation") == found("I proposed it.", "reflection") == []


@pytest.mark.parametrize(
    "words",
    [
        "I wrote a two-page note saying stop, with the three dates in it.",
        "I went back to her and said no to the second oven.",
        "I ended his contract in week nine.",
        "I said I'm going to refuse the forty ovens for one quarter.",
        "I had to let her go before the summer.",
    ],
)
def test_a_refusal_in_writing_and_a_farewell_are_choices(words: str) -> None:
    assert found(words)


@pytest.mark.parametrize(
    "words",
    [
        "I wrote a note saying thanks.",
        "He went back and said no to the oven.",
        "I let her go first.",
        "I pulled the raw oven logs off the line.",
        "I pulled raw oven logs off the line.",
    ],
)
def test_a_note_of_thanks_and_somebody_elses_refusal_are_none(words: str) -> None:
    assert not found(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I was meant to lead that. And I gave it to Ilka.", "And I gave it to Ilka"),
        ("I was supposed to present it, but I sent her instead.", "I was supposed to present it, but I sent her"),
        ("I was, um, due to run the call. So I left it to my lead.", "So I left it to my"),
    ],
)
def test_to_do_otherwise_than_was_meant_is_a_choice(words: str, told: str) -> None:
    assert found(words) == [told]


@pytest.mark.parametrize(
    "words",
    [
        "I was meant to start in May. I started in May.",
        "I was supposed to be on holiday. I gave him a call.",
        "I was asked to help. I gave them two fitters.",
        "He was meant to lead that. And I gave him a book.",
    ],
)
def test_to_do_what_was_meant_or_asked_is_none(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "So I had to go and tell my teams that we'd drop the map view.",
            "I had to go and tell my teams that we'd drop",
        ),
        ("I went back and told the board we would close the counter.", "I went back and told the board we would close"),
    ],
)
def test_a_choice_that_the_teller_had_to_go_and_tell_is_one(words: str, told: str) -> None:
    assert found(words) == [told]


@pytest.mark.parametrize("words", ["They had to tell us that we'd drop out.", "I had to tell her how we drop the map."])
def test_what_others_had_to_tell_is_no_choice_of_the_teller(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("My proposal to the board was to give up the second oven within a year.", True),
        ("They wanted it quiet, and my answer was that a letter goes out.", True),
        ("My answer was no.", True),
        ("My proposal to the board was late.", False),
        ("My answer was that I did not know.", False),
        ("His proposal was to give up the second oven.", False),
    ],
)
def test_what_the_teller_proposed_or_answered_is_a_choice(words: str, told: bool) -> None:
    assert bool(found(words)) is told
