"""The language of phrases, matched by the machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.errors import ConfigError
from starproof.extract.phrasing.machine import Machine
from starproof.extract.phrasing.phrases import PLAIN, Phrase, WordClass
from starproof.parse.plain import plain
from starproof.parse.words import fluent, tokens
from tests.growth import assert_under

CLASSES = {"team": WordClass.of(["team", "squad"]), "boss": WordClass.of(["director", "vice president"])}


def finds(source: str, text: str) -> list[str]:
    """What one phrase finds in a text, as the words it covers."""
    words = [token.word for token in fluent(tokens(text))]
    machine = Machine([Phrase(source, "it", CLASSES)])
    return [" ".join(words[place:end]).removeprefix("^ ") for place, end, _ in machine.find(words)]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("decided to", "We decided to wait.", ["decided to"]),
        ("decided to", "We decided, to be fair.", ["decided to"]),
        ("(a|the) plan", "A plan. The plan. This plan.", ["a plan", "the plan"]),
        ("(on|on top of) it", "built on top of it and on it", ["on top of it", "on it"]),
        ("(my (old|new)|the) boss", "my old boss, my boss, the boss", ["my old boss", "the boss"]),
        ("decid*", "We decide what was decided.", ["decide", "decided"]),
        ("took # weeks", "It took 3 weeks, it took six weeks, it took some weeks.", ["took 3 weeks", "took six weeks"]),
        ("# weeks", "Six weeks and 12 weeks.", ["six weeks", "12 weeks"]),
        ("my @team", "my team and my squad and my crew", ["my team", "my squad"]),
        ("the @boss", "the vice president and the president", ["the vice president"]),
        ("made _ mad", "It made him mad. It made all of them mad.", ["made him mad"]),
        ("took _2 off", "took off, took it off, took all the jobs off", ["took off", "took it off"]),
        ("i (then)? asked", "I asked. I then asked. I also asked.", ["i asked", "i then asked"]),
        ("(so)? we lost", "So we lost. We lost.", ["so we lost", "we lost", "we lost"]),
        ("^ asked", "Asked both leads.", ["asked"]),
        ("^ asked", "They asked us.", []),
        ("push-back", "There was push-back, push back and pushback.", ["push back", "push back"]),
        ("can't", "I can’t and can't.", ["can't", "can't"]),
        ("cost us $", "It cost us $40.", ["cost us $"]),
    ],
)  # fmt: skip
def test_a_phrase_finds_what_it_says(source: str, text: str, found: list[str]) -> None:
    assert finds(source, text) == found


def test_the_longest_match_at_a_place_is_taken() -> None:
    assert finds("rolled (it)? back (again)?", "We rolled it back again.") == ["rolled it back again"]


def finds_plainly(source: str, text: str) -> list[str]:
    """What one phrase finds in the plain words of a text, as the user's own words."""
    classes = {"boss": WordClass.of(["the board", "vice president"], PLAIN)}
    words = plain(text)
    found = Machine([Phrase(source, "it", classes, PLAIN)], PLAIN).find([token.word for token in words])
    return [text[words[place].start : words[end - 1].end] for place, end, _ in found]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("i decided to", "I decide to wait; I, um, decided to go; I decided.", ["I decide to", "I, um, decided to"]),
        ("did not ask", "We didn't ask. We didnae ask. We did ask.", ["didn't ask", "didnae ask"]),
        ("didn't ask", "We did not ask.", ["did not ask"]),
        ("put the plan", "I put plan aside, and put the plan, and put a new plan.", ["put plan", "put the plan"]),
        ("shelved (it|the)", "I shelved it. I shelved the app. I shelved app. I shelved nothing.",
         ["shelved it", "shelved the app", "shelved app"]),
        ("(the|my) boss said", "The boss said. Boss said. My boss says.",
         ["boss said", "Boss said", "My boss says", "boss says"]),
        ("@boss objected", "The board objected, and a vice president objected.",
         ["board objected", "vice president objected"]),
        ("=has lasted", "It has lasted. It had lasted.", ["has lasted"]),
        ("he (simply|basically) sat", "He simply sat. He basically sat. He sat.", ["He simply sat"]),
        ("=is still", "It is still here. It was still here. They are still here.", ["is still"]),
        ("told me (no|off)", "They told to me no. They tell me off.", ["told to me no", "tell me off"]),
        ("cancelled it", "I canceled it and cancelled it.", ["canceled it", "cancelled it"]),
        ("decid*", "We decide what we decided.", ["decide", "decided"]),
    ],
)  # fmt: skip
def test_a_phrase_finds_what_is_said_whoever_says_it(source: str, text: str, found: list[str]) -> None:
    assert finds_plainly(source, text) == found


@pytest.mark.parametrize("source", ["the", "(a|the) _", "the (an)? _2"])
def test_a_phrase_of_plain_words_must_begin_with_one(source: str) -> None:
    with pytest.raises(ConfigError):
        _ = Phrase(source, "risk", {}, PLAIN).start


@pytest.mark.parametrize(
    "source",
    [
        "",
        "   ",
        "_ foo",
        "_3 foo",
        "(a|b",
        "a|b)",
        "a)",
        "(|a)",
        "()",
        "dec*",
        "(on)?",
        "@nobody",
        "foo @nobody",
        "p&l",
    ],
)
def test_what_cannot_be_read_is_refused_with_its_name(source: str) -> None:
    with pytest.raises(ConfigError) as refused:
        _ = Phrase(source, "risk", CLASSES).start
    assert "risk" in refused.value.message


def test_an_unknown_class_at_the_start_is_refused_when_the_machine_is_made() -> None:
    with pytest.raises(ConfigError, match="nobody"):
        Machine([Phrase("(@nobody|me) left", "risk", CLASSES)])


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("we, uh, we lost it", "^ we lost it"),
        ("I, you know, I was wrong", "^ i was wrong"),
        ("Um, the the plan", "^ the plan"),
        ("it was very very late", "^ it was very very late"),
        ("uh", "^"),
        ("", ""),
    ],
)
def test_what_is_said_while_thinking_is_left_out(said: str, read: str) -> None:
    assert " ".join(token.word for token in fluent(tokens(said))) == read


def test_many_phrases_share_one_pass() -> None:
    machine = Machine([Phrase("we lost", "setback", {}), Phrase("we lost (the|a) customer", "stakes", {})])
    assert set(machine.find("then we lost a customer".split())) == {(1, 3, "setback"), (1, 5, "stakes")}


def test_hostile_repetition_takes_linear_time() -> None:
    gaps = " ".join(["(a|_)?", "_9"] * 4)
    phrases = [Phrase(f"a {gaps} b", "risk", {}), Phrase("(a|a a|a a a) (a)? (a)? (a)? b", "stakes", {})]
    found: list[tuple[int, int, str]] = []
    assert_under(5, lambda: found.extend(Machine(phrases).find(["a"] * 20_000)))
    assert found == []


def test_odd_texts_do_not_fill_the_memory() -> None:
    machine = Machine([Phrase("a _ _ b", "risk", {})])
    for start in range(0, 250_000, 1_000):
        list(machine.find([f"w{number}" for number in range(start, start + 1_000)]))
    assert machine.kept <= 200_000


@given(st.lists(st.sampled_from(["a", "b", "c", "we", "lost", "3", "^"]), max_size=40))
def test_finds_lie_inside_the_words(words: list[str]) -> None:
    machine = Machine([Phrase("(a|we) _2 (b|#)", "risk", {}), Phrase("c (a)?", "risk", {})])
    first, second = list(machine.find(words)), list(machine.find(words))
    assert first == second
    assert all(0 <= place < end <= len(words) for place, end, _ in first)
