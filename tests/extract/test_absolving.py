from __future__ import annotations

import pytest

from starproof.extract.teller.absolving import absolves


@pytest.mark.parametrize(
    "words",
    [
        "It was not really Lucie's fault.",
        "It wasn't her fault; we had no test for it.",
        "Nobody on her side did anything wrong.",
        "I couldn't say that it was their fault.",
        "I don't blame the night shift.",
        "so it was not really his fault we had no test",
        "They did nothing wrong.",
        "He was not to blame.",
        "It was nobody's fault.",
        "that wasn't the vendor's mistake it was how i had written the ticket",
        "We could not blame the suppliers for that.",
    ],
)
def test_who_says_that_it_was_no_fault_of_theirs_absolves_them(words: str) -> None:
    assert absolves(words)


@pytest.mark.parametrize(
    "words",
    [
        "It was their fault, not ours.",
        "It wasn't our fault.",
        "Nobody on my team did anything wrong.",
        "It was not only their fault.",
        "We did nothing wrong.",
        "I was not to blame.",
        "My engineers were not to blame.",
        "They never said that it was their fault.",
        "The mistake was theirs and they didn't own it.",
        "I blame the vendor.",
    ],
)
def test_who_accuses_others_or_absolves_their_own_side_does_not(words: str) -> None:
    assert not absolves(words)
