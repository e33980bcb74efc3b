"""No page says of a story what the same page takes back, over many stories of the corpus."""

from __future__ import annotations

from functools import cache

import pytest

from starproof.core.document import Story
from starproof.core.results import Review
from starproof.engine import Reviewer
from tests.corpus import rows, text_of
from tests.level.contradictions import KINDS

PAGES = 200
REVIEWER = Reviewer()


@cache
def pages() -> tuple[tuple[str, Review], ...]:
    """The reviews, each with its story's id; made once for all kinds."""
    stories = [Story(row["id"], text_of(row), question=row["question"]) for row in rows()[:PAGES]]
    return tuple((story.id, REVIEWER.review(story)) for story in stories)


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_contradicts_itself(kind: str) -> None:
    stands = KINDS[kind]
    assert [name for name, page in pages() if stands(page, REVIEWER.guide)] == []


def test_the_guides_own_words_stand_beside_most_ratings_that_nothing_holds() -> None:
    free = [
        rating
        for _, page in pages()
        for rating in page.ratings
        if rating.rating is not None and not any(f"No more than {rating.rating}:" in one for one in rating.because)
    ]
    assert sum(rating.anchor is not None for rating in free) > len(free) / 2


def test_a_rating_without_the_guides_words_says_what_is_told_and_what_is_not() -> None:
    text = (
        "Our counter had long queues. I was asked to shorten them by June. I decided to have two clerks sort the forms "
        "at the door. Waiting fell from 50 minutes to 30."
    )
    rating = next(one for one in REVIEWER.review(text).ratings if one.criterion == "judgement")
    assert rating.anchor is not None
    risky = text.replace("at the door.", "at the door, which was a gamble.")
    rating = next(one for one in REVIEWER.review(risky).ratings if one.criterion == "judgement")
    assert (rating.anchor, rating.because[-1]) == (
        None,
        "Not told in so many words: its reason, its cost, who disagreed.",
    )


def test_a_story_about_people_is_asked_for_what_they_can_do_and_for_no_sum_of_a_level() -> None:
    text = (
        "Ida was the best welder of our yard and spoke to nobody. I was responsible for her shift. I told her weekly "
        "what I saw, and I had her teach one apprentice. In spring she led the shift, and she still does."
    )
    review = REVIEWER.review(Story("s", text, question="Tell me about someone you developed."))
    impact = next(one for one in review.level.dimensions if one.id == "impact")
    assert "people" in impact.because
    assert not any("$" in asked for asked in impact.missing)


def test_a_story_without_a_task_of_its_own_is_not_said_to_tell_all_parts() -> None:
    scene = "**Situation:** Our counter had long queues, and I was responsible for it."
    rest = (
        "**Action:** I had two clerks sort the forms at the door, and I asked the mail room for its rota.\n\n"
        "**Result:** Waiting fell from 50 minutes to nine.\n\n**Reflection:** I learned to stand in the queue first."
    )
    task = "**Task:** I was responsible for the eight clerks at it."

    def why(*parts: str) -> str:
        review = REVIEWER.review("\n\n".join(parts))
        return " ".join(next(one for one in review.ratings if one.criterion == "structure").because)

    assert "All parts are told" not in why(scene, rest)
    assert "All parts are told" in why(scene, task, rest)
