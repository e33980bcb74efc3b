"""Two speakers who say the same thing are read alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.parse.forms import form
from starproof.parse.plain import names_something, plain, spelled
from starproof.parse.words import START
from tests.growth import assert_under


def said(sentence: str) -> str:
    return " ".join(token.word for token in plain(sentence) if token.word != START)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We didn't ask the nurses.", "We didnae ask the nurses."),
        ("We didn’t ask the nurses.", "we didnt ask the nurses"),
        ("It was not ready.", "It wasnae ready."),
        ("They aren't ready, they can't be.", "They are not ready, they cannae be."),
        ("I gave the plan to a lead.", "I gave plan to lead."),
        ("The, um, the plan failed.", "The plan failed."),
        ("We moved, you know, the date.", "We moved the date."),
        ("we moved ye ken the date", "we moved the date"),
        ("I think we were late.", "We were late."),
        ("We, sort of, lost it.", "I guess we lost it."),
        ("the team like moved the date", "the team moved the date"),
        ("I was having two teams.", "I had two teams."),
        ("I am knowing it.", "I know it."),
        ("He was telling no.", "He said no."),
        ("They told to me that it broke.", "They told me that it broke."),
        ("We discussed about each and every case.", "We discussed every case."),
        ("It was very very late.", "It was very late."),
        ("I went because I was asked.", "I went 'cause I was asked."),
        ("We were tryin' it, and it ain't done.", "We were trying it, and it is not done."),
        ("Some yin telt me, aye.", "Somebody telt me, yes."),
        ("I ain't asked them, and I still ain't heard.", "I hadn't asked them, and I still haven't heard."),
        ("That was my doin', e'rybody knew.", "That was my doing, everybody knew."),
        ("Nowt broke, so youse owe us summat.", "Nothing broke, so you owe us something."),
        ("I ain't sold a loaf in a year.", "I haven't sold a loaf in a year."),
        ("I ain't sold a loaf then.", "I hadn't sold a loaf then."),
        ("They came in Friday.", "They came on Friday."),
        ("They were gone as at then.", "They were gone by then."),
        ("We sold it, innit?", "We sold it."),
        ("She was dead angry and he was proper upset.", "She was very angry and he was really upset."),
        ("We went wit the nurses, tryna help.", "We went with the nurses, trying to help."),
        ("The product, quoi, director left, kasi, early.", "The product director left early."),
        ("the product director yani left", "the product director left"),
        ("It depends of the informations.", "It depends on the information."),
        ("I was responsible of it and in charge for two.", "I was responsible for it and in charge of two."),
        ("He said me no, I said them why.", "He told me no, I told them why."),
        ("He was telling to me that it broke.", "He was telling me that it broke."),
        ("We could not be able to reach them.", "We could not reach them."),
        ("I reckon of it at night.", "I think of it at night."),
        ("I ain't late.", "I'm not late."),
        ("The gap been there for a year.", "The gap had been there for a year."),
        ("I asked both team.", "I asked both teams."),
        ("If I done it over.", "If I did it over."),
        ("I should’ve asked, we could of waited.", "I should have asked, we could have waited."),
        ("i shoulda asked thats on me theyre right", "i should have asked that's on me they're right"),
    ],
)
def test_what_does_not_change_what_is_said_is_left_out(one: str, other: str) -> None:
    assert said(one) == said(other)


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("I think of the nurses.", "i think of nurses"),
        ("I believe in pilots.", "i believe in pilots"),
        ("They did not like it.", "they did not like it"),
        ("It looked like a fault.", "it looked like fault"),
        ("We had no no-show.", "we had no show"),
        ("Nothing was having an effect.", "nothing had effect"),
        ("I asked him to go to the ward.", "i asked him to go to ward"),
        ("She said her team was late.", "she said her team was late"),
        ("It ain't done and it ain't hard.", "it is not done and it is not hard"),
        ("Has the gap ever really been there?", "has gap ever really been there"),
        ("They've been them, we've been late.", "they've been them we've been late"),
        ("We could of course wait.", "we could of course wait"),
        ("its been like that", "its been like that"),
        ("I asked both team leads.", "i asked both team leads"),
        ("What have I done, it's two years now now she signs.", "what have i done it's two years now now she signs"),
        ("A dead letter, a proper plan.", "dead letter proper plan"),
        ("Tayeb said halt and Bon left.", "tayeb said halt and bon left"),
    ],
)
def test_what_says_something_stays(sentence: str, kept: str) -> None:
    assert said(sentence) == kept


def test_every_word_keeps_the_place_of_the_words_that_it_stands_for() -> None:
    text = "So I didn't, um, tell it: they told to me that I was having a month."
    places = {token.word: text[token.start : token.end] for token in plain(text)}
    assert (places["did"], places["not"]) == ("didn't", "didn't")
    assert (places["told"], places["had"], places["month"]) == ("told to me", "was having", "month")


@pytest.mark.parametrize("sentence", ["", "   ", "...", "—"])
def test_a_sentence_without_words_has_none(sentence: str) -> None:
    assert plain(sentence) == ()


@given(st.text(max_size=120))
def test_places_lie_inside_the_sentence_and_never_run_back(sentence: str) -> None:
    starts = [token.start for token in plain(sentence)]
    assert starts == sorted(starts)
    assert all(0 <= token.start <= token.end <= len(sentence) for token in plain(sentence))


@pytest.mark.parametrize(
    "part", ["um ", "i think ", "the the ", "was having ", "told to ", "like ", "a", "'", "very ", "ain't ", "yani, "]
)
def test_hostile_text_takes_linear_time(part: str) -> None:
    assert_under(4, lambda: plain(part * 40_000))


@pytest.mark.parametrize(
    "forms",
    [
        "decide decides decided",
        "was were is are am",
        "had has have",
        "said says say",
        "refused refuses refuse",
        "tried try",
        "stopped stop",
        "cancelled canceled cancel",
        "he she they",
        "him her them",
        "organise organize",
        "behaviour behavior",
        "prioritisation prioritization",
        "programme program",
        "learnt learned learn",
    ],
)
def test_the_forms_of_a_word_are_one(forms: str) -> None:
    assert len({form(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("team", "teams"), ("lead", "leads"), ("hire", "higher"), ("object", "objected"), ("finance", "financed"),
     ("raise", "rise"), ("did", "done"), ("our", "or"), ("four", "for"), ("need", "kneed"), ("stop", "stops")],
)  # fmt: skip
def test_other_words_are_kept_apart(one: str, other: str) -> None:
    assert form(one) != form(other)


@given(st.text(alphabet=st.characters(categories=["Ll"]), max_size=20))
def test_a_form_is_its_own_form(word: str) -> None:
    assert form(form(word)) == form(word)


def test_words_are_spelled_as_they_stand_in_plain_sentences() -> None:
    assert spelled("the") == ()
    assert spelled("couldn't") == ("could", "not")
    assert spelled("plan") == ("plan",)


def test_an_article_stands_before_a_thing_and_not_before_a_small_word() -> None:
    assert names_something("release")
    assert not any(map(names_something, ["to", "they", "12"]))
