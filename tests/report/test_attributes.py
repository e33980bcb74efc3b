"""A review as an object answers to the names that it has as data."""

from __future__ import annotations

import math
from typing import Any

import pytest

import starproof
from starproof.errors import InputError
from starproof.report.data import as_dict

TEXT = """# The till

I ran two teams of 11 engineers. Tills stopped for 40 minutes a week, which cost us $20,000 a month.
I moved two engineers to them against my director's wish. It fell from 40 to 10 minutes, 60% less, worth $1.1M a year.
I would ask sales first next time."""
OTHERWISE = {"from": "origin"}
"""Keys that are no names in Python."""


def wanting(thing: Any, data: Any, path: str = "review") -> list[str]:
    """Where the object lacks what the data has, or says otherwise."""
    if isinstance(data, dict):
        found = []
        for key, value in data.items():
            name = OTHERWISE.get(key, key)
            known = name in thing if isinstance(thing, dict) else hasattr(thing, name)
            inner = f"{path}.{name}"
            part = thing[name] if isinstance(thing, dict) and known else getattr(thing, name, None)
            found += wanting(part, value, inner) if known else [inner]
        return found
    if isinstance(data, list):
        return [lack for one, item in zip(thing, data, strict=True) for lack in wanting(one, item, f"{path}[]")]
    close = isinstance(data, float | int) and math.isclose(data, thing, rel_tol=1e-4, abs_tol=0.06)
    return [] if close or data == thing else [f"{path}: {data!r} is {thing!r}"]


def test_every_key_is_an_attribute_of_the_same_value() -> None:
    numbers = (starproof.Provenance("$1.1M a year", "measured", "finance"),)
    review = starproof.Reviewer().review(starproof.Story("till", TEXT, provenance=numbers))
    data = as_dict(review)
    assert all(data[part] for part in ("defence", "claims", "findings")), "a review with nothing in it proves nothing"
    assert wanting(review, data) == []


def test_it_shows_itself_in_a_line_without_the_storys_words() -> None:
    review = starproof.review(TEXT)
    assert len(repr(review)) < 120
    assert "till" not in repr(review).lower()


def test_a_story_is_reviewed_as_its_text_is_and_what_is_said_beside_it_counts() -> None:
    story = starproof.Story("till", TEXT, question="When did you fail?")
    assert starproof.review(story).question == "When did you fail?"
    assert starproof.review(story, question="When did you lead?").question == "When did you lead?"
    assert starproof.review(story).findings == starproof.review(TEXT, question="When did you fail?").findings


def test_a_question_that_is_no_text_is_said_to_be_none() -> None:
    with pytest.raises(InputError, match="The question of 'story' is no text but int"):
        starproof.review(TEXT, question=3)  # type: ignore[arg-type]


def test_every_public_name_is_listed_once() -> None:
    assert starproof.review  # loaded, and in the module's own names from now on
    assert len(dir(starproof)) == len(set(dir(starproof)))
