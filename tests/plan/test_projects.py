"""Stories of one project are found without comparing all with all, and none is missed."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from starproof.core.bank import Banked, Sketch
from starproof.plan.loop.projects import projects
from starproof.plan.weights import weights
from tests.plan.making import story

LEAST = weights("loop")["project_overlap"]


def told(terms: set[str], *tags: str) -> Banked:
    made = story(f"s{id(terms)}")
    return replace(made, digest=replace(made.digest, sketch=Sketch(tuple(sorted(terms)))), tags=tags)


@given(st.lists(st.sets(st.sampled_from("abcdefghijklmnopq"), max_size=9), max_size=12))
def test_groups_are_those_that_comparing_every_pair_finds(terms: list[set[str]]) -> None:
    stories = [told(one) for one in terms]
    groups = [{place} for place in range(len(terms))]
    for one, two in combinations(range(len(terms)), 2):
        shared, every = len(terms[one] & terms[two]), len(terms[one] | terms[two])
        if shared and shared >= LEAST * every:
            joined = groups[one] | groups[two]
            for place in joined:
                groups[place] = joined
    expected = {tuple(sorted(group)) for group in groups if len(group) > 1}
    assert set(projects(stories)) == expected


def test_a_tag_ties_stories_whatever_their_words() -> None:
    stories = [told({"a"}, "project:Till"), told({"b"}), told({"c"}, "Project:till"), told({"d"}, "shop")]
    assert projects(stories) == [(0, 2)]
