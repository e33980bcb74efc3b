"""What an import would do, told before it is done."""

from __future__ import annotations

import random
import re

from starproof.bank.importing import ImportPlan, Item, Known, digest_of, plan_import
from starproof.core.bank import Draft
from starproof.guides import load_guide
from tests.growth import assert_under

STORY = (
    "The billing teams of a water company were mine. Meters in three districts were read twice and nobody could say "
    "which reading counted. I stopped the second reading for a month against the wish of the field manager, had one "
    "engineer sit with the readers, and found that the form asked for the old number. We changed the form and wrote "
    "to nine thousand households. Complaints fell by half and the field manager took the form to the other regions."
)


def plan(items: list[Draft], known: list[Known] | None = None) -> ImportPlan:
    return plan_import([Item(one, f"place {at}") for at, one in enumerate(items)], known or [])


def steps(items: list[Draft], known: list[Known] | None = None) -> list[str]:
    return [entry.step for entry in plan(items, known).entries]


def test_a_story_that_is_there_already_is_nothing_new_wherever_it_comes_from() -> None:
    known = [Known(Draft(STORY, id="meters", source="a.md"))]
    assert steps([Draft(STORY, source="a.md"), Draft("Another.", source="b.md")], known) == ["same", "add"]
    assert steps([Draft(STORY, source="elsewhere.md")], known) == ["same"]


def test_another_text_from_the_same_source_is_a_revision_of_that_story() -> None:
    known = [Known(Draft(STORY, id="meters", source="a.md", tags=("x",)))]
    (entry,) = plan([Draft(STORY + " It held.", source="a.md", tags=("y",))], known).entries
    assert (entry.step, entry.story, entry.changed) == ("revise", "meters", ("text", "tags"))


def test_a_text_that_the_bank_has_outgrown_is_not_brought_back() -> None:
    known = [Known(Draft(STORY + " It held.", id="meters", source="a.md"), frozenset([digest_of(STORY)]))]
    (entry,) = plan([Draft(STORY, source="a.md", tags=("y",))], known).entries
    assert (entry.step, entry.changed) == ("same", ())
    assert entry.notes == ("The bank has a later text of this story; it stays.",)


def test_other_details_of_the_same_text_are_told_and_what_is_not_said_is_no_change() -> None:
    known = [Known(Draft(STORY, id="meters", source="a.md", tags=("x",), notes="mine"))]
    (entry,) = plan([Draft(STORY, source="a.md", tags=("y",))], known).entries
    assert (entry.step, entry.changed) == ("details", ("tags",))


def test_an_id_that_belongs_to_quite_another_story_is_given_up() -> None:
    known = [Known(Draft(STORY, id="1", source="a.csv:1"))]
    other = Draft("Seven penguins queued outside; nobody knew why until lunch.", id="1", source="b.csv:1")
    (entry,) = plan([other], known).entries
    assert (entry.step, entry.draft.id) == ("add", None)
    assert "belongs to another story" in entry.notes[0]


def test_a_file_of_the_same_name_in_another_vault_is_another_story() -> None:
    known = [Known(Draft(STORY, id="meters", source="notes.md"))]
    other = Draft("Seven penguins queued outside; nobody knew why until lunch.", source="notes.md")
    (entry,) = plan([other], known).entries
    assert (entry.step, entry.notes) == ("add", ("Another story came from 'notes.md' before: 'meters'.",))


def test_the_same_text_twice_in_one_import_is_taken_once() -> None:
    assert steps([Draft(STORY, source="a.md"), Draft(STORY, source="b.md")]) == ["add", "same"]


def test_a_near_duplicate_is_held_back_with_how_alike_it_is_to_which() -> None:
    words = STORY.split()
    changed = " ".join(word for at, word in enumerate(words) if at % 9)
    known = [Known(Draft(STORY, id="meters", title="Meters"))]
    (entry,) = plan([Draft(changed.upper(), source="b.md")], known).entries
    assert entry.step == "near"
    assert entry.match is not None
    assert (entry.match.id, entry.match.title, entry.match.contained) == ("meters", "Meters", False)
    assert 0.9 < entry.match.share < 0.97


def test_a_short_telling_inside_of_a_long_one_is_a_near_duplicate() -> None:
    long = STORY + " " + " ".join(f"detail{n} of quite another kind" for n in range(60))
    (entry,) = plan([Draft(long)], [Known(Draft(STORY, id="meters"))]).entries
    assert entry.match is not None
    assert entry.match.contained


def test_near_duplicates_of_one_import_are_held_against_each_other() -> None:
    found = plan([Draft(STORY), Draft(STORY.replace("water", "gas"))]).entries
    assert [entry.step for entry in found] == ["add", "near"]
    assert found[1].match is not None
    assert found[1].match.id == "place 0"
    assert found[1].story is None


def test_the_owner_chooses_otherwise() -> None:
    found = plan([Draft(STORY), Draft(STORY.replace("water", "gas"))])
    assert [entry.step for entry in found.choosing({1: "add"}).entries] == ["add", "add"]


def test_stories_of_the_same_sort_that_share_no_wording_are_no_duplicates() -> None:
    other = (
        "I led payments at a toll operator. Two squads each owned half of a refund, so refunds took nine days. I gave "
        "the whole of it to one squad, which cost the other its best person, and refunds now take a day."
    )
    assert steps([Draft(STORY), Draft(other)]) == ["add", "add"]


def test_a_story_in_an_exemplars_words_is_pointed_out() -> None:
    guide = load_guide()
    exemplar = guide.exemplars[3]
    text = " ".join([exemplar.situation, exemplar.task, *exemplar.actions, *exemplar.results])
    found = plan_import([Item(Draft(text), "a"), Item(Draft(STORY), "b")], [], exemplars=guide.exemplars)
    assert [entry.exemplar for entry in found.entries] == [exemplar.id, None]


def test_an_exemplar_in_other_words_is_known_by_its_figures() -> None:
    guide = load_guide()
    exemplar = guide.exemplars[0]
    figures = " and ".join(
        re.findall(r"\$?[\d.]+[%KM]?", " ".join((exemplar.situation, exemplar.task, *exemplar.results)))
    )
    retold = f"I ran a shop on the web where many walked away before the till, and it went like this: {figures}."
    (entry,) = plan_import([Item(Draft(retold), "a")], [], exemplars=guide.exemplars).entries
    assert entry.exemplar == exemplar.id


def test_looking_for_near_duplicates_takes_time_by_the_stories_and_not_by_their_pairs() -> None:
    chance = random.Random(7)
    words = [f"w{n}" for n in range(4000)]
    weights = [1 / (n + 1) for n in range(4000)]
    texts = [" ".join(chance.choices(words, weights, k=150)) for _ in range(3_300)]
    known = [Known(Draft(text, id=str(at))) for at, text in enumerate(texts[:3_000])]
    assert_under(15, lambda: plan([Draft(text) for text in texts[3_000:]], known))
