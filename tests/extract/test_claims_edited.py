"""An edited story has the claims that it would have had at first sight, whatever was read before it."""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core import keeping
from starproof.core.facts import Claim
from starproof.extract.sums import remembering
from tests.extract.telling import read

PATH = Path(__file__).parent / "cases" / "claims.toml"
TOLD = [case["story"] for group in tomllib.loads(PATH.read_text(encoding="utf-8")).values() for case in group.values()]
STORIES = [TOLD[at : at + 6] for at in range(0, len(TOLD), len(TOLD) // 4)]
"""Rows of cases told one after the other, each a story with some twenty figures."""
INSERTED = (
    "Nobody had expected any of it, and the afternoon was long.",
    "It went from 40 teams to 30, so 25% less.",
    "The target was 12 days and it took us nine.",
    "That was on 3 May.",
)


def at_first_sight(text: str) -> tuple[Claim, ...]:
    keeping.forget()
    return read(text)


def edits(told: Sequence[str]) -> list[str]:
    """The story, and copies of it with one place left out, put in or altered."""
    found = [" ".join(told)]
    for at, part in enumerate(told):
        words = part.split()
        half = len(words) // 2
        altered = [*words[:half], "really", *words[half:]] if at % 2 else [*words[:half], *words[half + 1 :]]
        found.append(" ".join([*told[:at], *altered, *told[at + 1 :]]))
        found.append(" ".join([*told[:at], *([INSERTED[at % len(INSERTED)], part] if at % 3 else []), *told[at + 1 :]]))
    return found


@pytest.mark.parametrize("told", STORIES, ids=range(len(STORIES)))
def test_an_edited_story_has_the_claims_of_a_new_one(told: Sequence[str]) -> None:
    texts = edits(told)
    fresh = [at_first_sight(text) for text in texts]
    assert any(fresh)
    keeping.forget()
    assert [read(text) for text in texts] == fresh


PIECES = st.sampled_from(
    [word for sentence in TOLD[:40] for word in sentence.split()]
    + "12 40% $3M .  so less than target of each 3 May two weeks".split()
)


@given(st.lists(PIECES, min_size=4, max_size=50), st.data())
@settings(max_examples=30, deadline=None)
def test_any_row_of_words_with_one_word_changed_has_the_claims_of_a_new_one(
    words: list[str], data: st.DataObject
) -> None:
    at, other = data.draw(st.integers(0, len(words) - 1)), data.draw(PIECES)
    edited = " ".join(["Then", *words[:at], other, *words[at + 1 :]])  # a row of dashes alone would be blank
    fresh = at_first_sight(edited)
    keeping.forget()
    read(" ".join(["Then", *words]))
    assert read(edited) == fresh


def test_a_word_more_in_one_sentence_weighs_few_figures_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[str] = []
    weigh = remembering.weigh

    def counting(scene, figure, *others, **named):  # type: ignore[no-untyped-def]
        weighed.append(figure.quantity.text)
        return weigh(scene, figure, *others, **named)

    monkeypatch.setattr(remembering, "weigh", counting)
    quiet = (
        "Nobody had expected any of it and the afternoon was long, for all of us and for the people upstairs as well."
    )
    told = [*TOLD[:4], quiet, *TOLD[4:8]]
    at_first_sight(" ".join(told))
    first = len(weighed)
    read(" ".join(told).replace("long", "very long"))
    assert first >= 8
    assert len(weighed) - first <= first // 2


def test_rows_of_a_list_weigh_as_in_a_new_story_where_a_word_more_parts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    shares: list[tuple[float, float]] = []
    weighed = remembering.Memory.weighed

    def noting(self, figure, *others, **named):  # type: ignore[no-untyped-def]
        found = weighed(self, figure, *others, **named)
        shares.append((found.right_share, found.wrong_share))
        return found

    monkeypatch.setattr(remembering.Memory, "weighed", noting)
    rows = (
        "What we had:\n22 green\n27 green\n54 stone\n41 crate cable horse lamp cable horse cable paper and with all of"
    )
    told = f"{rows} it told by late june the whole came to 122 of them in all."
    edited = told.replace("27 green", "27 green it")
    at_first_sight(edited)
    fresh = shares[:]
    at_first_sight(told)
    shares.clear()
    read(edited)
    assert shares == fresh


def test_threads_that_read_edits_at_once_read_the_same() -> None:
    texts = edits(STORIES[0])[:6]
    alone = [at_first_sight(text) for text in texts]
    keeping.forget()
    found: list[list[tuple[Claim, ...]]] = []
    threads = [threading.Thread(target=lambda: found.append([read(text) for text in texts])) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [alone] * 3


def test_no_more_decisions_are_kept_than_said() -> None:
    shelf = keeping.Shelf[int](most=10)
    for number in range(100):
        shelf.put(number, number)
        assert shelf.get(0) == 0
        assert len(shelf) <= 20
    assert shelf.get(50) is None
    keeping.forget()
    assert shelf.get(0) is None
