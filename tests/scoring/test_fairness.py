"""Each retelling changes what it says and nothing else."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from starproof.scoring import joined
from starproof.scoring.fairness import TRANSFORMATIONS, pairs_of, report, verdicts
from starproof.scoring.fairness.edits import Edit, Pair
from starproof.scoring.fairness.names import known_names
from starproof.scoring.fairness.tables import table
from starproof.scoring.fairness.wording import spellings

CORPUS = Path(__file__).parents[2] / "corpus"
STORIES: list[dict[str, Any]] = [
    json.loads(line) for line in (CORPUS / "train.jsonl").read_text(encoding="utf-8").splitlines()[::6]
]


@cache
def retold() -> list[tuple[dict[str, Any], Pair]]:
    """Every telling of these stories; made when it is first asked for, as each worker loads this file."""
    return [(story, pair) for story in STORIES for pair in pairs_of(story)]


def told(text: str, transformation: str, *, register: str = "written", quantities: tuple[str, ...] = ()) -> str:
    """The right telling of a story of one sentence a line."""
    sentences = [{"text": line, "label": "action"} for line in text.splitlines()]
    story: dict[str, Any] = {"id": "s", "register": register, "sentences": sentences, "claims": []}
    whole = joined(story)[0]
    story["quantities"] = [{"text": words, "start": whole.index(words)} for words in quantities]
    return next(pair.right for pair in pairs_of(story) if pair.transformation == transformation)


def test_every_transformation_finds_something_to_change() -> None:
    assert {pair.transformation for _, pair in retold()} == set(TRANSFORMATIONS)


def test_no_figure_is_ever_touched() -> None:
    for story, pair in retold():
        place = 0
        for figure in story["quantities"]:
            found = pair.right.find(figure["text"], place)
            assert found >= 0, (pair.transformation, figure)
            place = found
        assert re.findall(r"\d", pair.right) == re.findall(r"\d", pair.left), pair.transformation


def test_both_tellings_differ_and_come_out_the_same_each_time() -> None:
    assert all(pair.left != pair.right for _, pair in retold())
    assert [pair.right for story in STORIES[:5] for pair in pairs_of(story)] == [
        pair.right for story in STORIES[:5] for pair in pairs_of(story)
    ]


def test_raw_speech_stays_without_capitals_and_marks() -> None:
    bare = [pair for _, pair in retold() if pair.text == pair.text.lower()]
    assert bare
    assert all(pair.right == pair.right.lower() and pair.left == pair.left.lower() for pair in bare)
    assert all("," not in edit.words and "." not in edit.words for pair in bare for edit in pair.after)


def test_fillers_are_all_that_fillers_add() -> None:
    fillers = table("habits")["fillers"]
    for _, pair in retold():
        if pair.transformation == "fillers":
            assert all(edit.words.strip(" ,") in [*fillers, *map(str.lower, fillers)] for edit in pair.after)


def test_written_stories_get_no_fillers() -> None:
    assert all(story["register"] == "spoken" for story, pair in retold() if pair.transformation == "fillers")


def test_names_keep_to_one_sex_and_one_person() -> None:
    text = "Priya told Greg that Priya would lead."
    right = told(text, "names-west-african")
    first, second = re.findall(r"^(\w+) told (\w+) that \1 would lead\.$", right)[0]
    assert first in table("names")["west-african"]["f"]
    assert second in table("names")["west-african"]["m"]


def test_a_name_within_a_citys_is_no_person() -> None:
    assert told("Paulo moved to São Paulo.", "names-anglo").endswith(" moved to São Paulo.")


def test_nameless_stories_get_two_names_and_nothing_else() -> None:
    for _, pair in retold():
        if pair.before and pair.transformation.startswith("names-"):
            sexes = {name.lower(): sex for name, sex in known_names().items()}
            left, right = (edits[0].words.strip(" ,").lower() for edits in (pair.before, pair.after))
            assert sexes[left] == sexes[right]
            assert pair.left.replace(pair.before[0].words, "") == pair.right.replace(pair.after[0].words, "")


def test_no_name_is_an_everyday_word_a_month_or_a_place() -> None:
    words = {
        "will",
        "mark",
        "joy",
        "grace",
        "may",
        "april",
        "june",
        "bill",
        "rose",
        "dom",
        "ray",
        "sue",
        "faith",
        "hope",
    }
    places = {place for kind in ("cities", "countries") for place in table("places")[kind]}
    assert not {name.lower() for name in known_names()} & words
    assert not set(known_names()) & places


@pytest.mark.parametrize(
    ("transformation", "text", "right"),
    [
        ("pronouns-they", "She was late, but she's kind.", "They were late, but they're kind."),
        ("pronouns-they", "He says he's decided it himself.", "They say they've decided it themselves."),
        ("pronouns-he", "I told her that her plan was hers.", "I told him that his plan was his."),
        ("pronouns-she", "I held his sheet, gave it to him.", "I held her sheet, gave it to her."),
        ("spelling-american", "We organised the programme.", "We organized the program."),
        ("spelling-british", "We organized the behavior.", "We organised the behaviour."),
        ("dialect-scottish", "I didn't ask.", "I didnae ask."),
        ("dialect-southern", "It wasn't easy because I waited.", "It weren't easy 'cause I waited."),
        ("dialect-indian", "They told me so.", "They told to me so."),
        ("dialect-singaporean", "There was a gap we couldn't close.", "Got a gap we cannot close."),
        ("dialect-nigerian", "They trusted each other.", "They trusted themselves."),
        ("dialect-african-american", "We were late and they're sorry.", "We was late and they sorry."),
        ("dialect-northern", "Something is gone, not I.", "Summat is gone, not I."),
        ("dialect-northern", "The very first was very late.", "The very first was dead late."),
        ("dialect-singaporean", "All of them said yes to all of them.", "They all said ya to all of them."),
        ("plurals", "Many engineers left for other companies.", "Many engineer left for other companies."),
        ("prepositions", "It depends on the information.", "It depends of the informations."),
        ("plurals", "Many engineers in both cities left.", "Many engineer in both city left."),
        ("plurals", "Those steps across all our services.", "Those step across all our services."),
        ("articles-all", "The plan was a mess.", "Plan was mess."),
    ],
)
def test_words_change_as_the_transformation_says(transformation: str, text: str, right: str) -> None:
    assert told(text, transformation) == right


@pytest.mark.parametrize(
    ("transformation", "text", "right"),
    [
        (
            "dialect-indian",
            "I read each and every page and every note.",
            "I read each and every page and each and every note.",
        ),
        ("prepositions", "Ole came on monday.", "Ole came in monday."),
        ("prepositions", "They came on Monday.", "They came in Monday."),
        (
            "plurals",
            "We kept both kinds of dough for many customers.",
            "We kept both kinds of dough for many customer.",
        ),
        ("dialect-nigerian", "I made her the head and made her stay.", "I made her the head and made her to stay."),
        ("pronouns-they", "She eats with us now.", "They eat with us now."),
    ],
)
def test_what_would_say_something_else_stays_as_it_is(transformation: str, text: str, right: str) -> None:
    assert told(text, transformation) == right


def test_a_word_of_a_longer_one_is_left_alone() -> None:
    assert told("You sent a thank-you card.", "dialect-northern") == "Youse sent a thank-you card."


def test_a_people_is_swapped_where_it_tells_whose_something_is() -> None:
    right = re.fullmatch(r"A (\w+) team told a (\w+) one\.", told("A German team told a Kenyan one.", "places"))
    assert right is not None
    assert set(right.groups()) <= set(table("places")["demonyms"])
    assert right.group(1) != "German"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("We launched it.", "We launch it."),
        ("She tries it.", "She try it."),
        ("They planned and shipped.", "They plan and ship."),
    ],
)
def test_regular_verbs_lose_their_endings(text: str, right: str) -> None:
    assert right in told("\n".join([text] * 12), "endings")


def test_a_past_keeps_its_ending_where_the_present_would_say_more() -> None:
    text = "\n".join(["We still used it, and it helps."] * 12)
    assert "We still used it" in told(text, "endings")
    assert "We still use it" not in told(text, "endings")


def test_one_and_no_plural_keep_their_ending() -> None:
    story = {
        "id": "s",
        "sentences": [{"text": "All this was other business, and those as always.", "label": "other"}],
        "quantities": [],
    }
    assert "plurals" not in {pair.transformation for pair in pairs_of(story)}


def test_a_spoken_sentence_ends_with_a_word_that_asks_for_assent() -> None:
    right = told("\n".join(["We moved it."] * 24), "tags", register="spoken")
    assert re.search(r"We moved it(?:, (?:right|no|yeah|isn't it|innit)\?|, (?:you see|eh)\.| lah\.)", right)


def test_the_small_words_of_one_language_slip_into_a_spoken_story() -> None:
    text = "\n".join(["We moved all of it and none of them had to wait for us."] * 12)
    words = re.findall(r", (\w[\w ]*), ", told(text, "fillers-abroad", register="spoken"))
    assert words
    assert any(set(words) <= set(tongue) for tongue in table("habits")["abroad"].values())


def test_written_stories_get_no_small_words_of_other_languages_and_no_tags() -> None:
    spoken = ("fillers-abroad", "tags")
    assert all(story["register"] == "spoken" for story, pair in retold() if pair.transformation in spoken)


def test_a_counted_noun_and_its_rate_keep_their_articles() -> None:
    text = "We paid $5 a month for the tool, and the tool broke the build, the plan and the mood."
    right = told(text, "articles", quantities=("$5",))
    assert "paid $5 a month for" in right
    assert right != text


def test_where_no_figure_is_annotated_every_number_is_kept() -> None:
    text = "so we had two hundred and six teams in the north and it was about eighteen million a year all told there"
    story = {"id": "s", "register": "spoken", "sentences": [{"text": text, "label": "other"}], "quantities": []}
    for pair in pairs_of(story):
        assert "two hundred and six teams" in pair.right
        assert "eighteen million a year" in pair.right


@pytest.mark.parametrize(
    "text",
    ["We were still slow.", "It was now ours.", "They had never asked.", "We had waited.", "I had been there."],
)
def test_a_present_that_would_say_more_is_no_slip_of_tense(text: str) -> None:
    story = {"id": "s", "sentences": [{"text": text, "label": "other"}] * 30, "quantities": []}
    assert "tenses" not in {pair.transformation for pair in pairs_of(story)}


def test_a_past_slips_into_the_present() -> None:
    assert "We have a plan." in told("\n".join(["We had a plan."] * 12), "tenses")


def test_think_leaves_the_sentence_whole() -> None:
    text = "\n".join(["We moved it."] * 12)
    right = told(text, "think")
    assert right.lower().count("we moved it.") == 12
    assert re.search(r"I (think|guess|believe|feel like|would say) we moved it\.", right)


def test_places_move_together_and_articles_still_fit() -> None:
    for _, pair in retold():
        if pair.transformation == "places":
            moved = {(pair.text[edit.start : edit.end], edit.words) for edit in pair.after}
            assert len({old for old, _ in moved}) == len(moved) == len({new for _, new in moved})
            assert not re.search(r"\ba [AEIO](?!ne)", " ".join(w for _, w in moved))


def test_spellings_turn_back() -> None:
    british = spellings(american=False)
    assert all(spellings(american=True)[new] == old for old, new in british.items())


def review(**ratings: int | None) -> dict[str, Any]:
    return {
        "flags": [{"id": "blame", "status": "clear"}],
        "level": {"reads_as": "at"},
        "ratings": [{"criterion": name, "rating": value} for name, value in ratings.items()],
        "sentences": [{"start": 0, "end": 4, "label": "action"}],
    }


def test_the_report_counts_pairs_and_says_what_moved() -> None:
    pair = Pair("s", "think", "Done", (), (Edit(0, 0, "I think "),))
    same = verdicts(pair, review(scope=3), review(scope=3))
    moved = verdicts(pair, review(scope=3), review(scope=None))
    found = report([same, same, same, moved], TRANSFORMATIONS)
    assert (found["pairs"], found["changed"], found["share"]) == (4, 1, 0.25)
    assert found["by_transformation"]["think"]["which"] == {"rating scope": 1}
    assert found["by_verdict"] == {"rating scope": {"changed": 1, "share": 0.25}}
    assert found["examples"][0]["causes"] == ["[+ I think]Done"]


def test_the_report_of_no_pairs_claims_no_share() -> None:
    assert report([], TRANSFORMATIONS)["by_transformation"] == {}


@pytest.mark.parametrize(
    ("amount", "moves"), [("two million a year", False), ("two million pesos", False), ("two million euros", True)]
)
def test_a_story_stays_where_only_its_place_tells_what_its_money_is_worth(amount: str, *, moves: bool) -> None:
    text = f"We ran the trams of Toronto and saved {amount}."
    money = {"text": amount, "start": text.index(amount), "kind": "money"}
    sentence = {"text": text, "label": "action"}
    story = {"id": "s", "register": "written", "sentences": [sentence], "claims": [], "quantities": [money]}
    assert any(pair.transformation == "places" for pair in pairs_of(story)) is moves
