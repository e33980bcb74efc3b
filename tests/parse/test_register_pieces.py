"""What shows speech is counted piece by piece, and adds up to the count of the whole text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from starproof.parse import register

WORDS = (
    "so", "and", "um", ".", ". ", "? ", "! ", " ", "you know", "you", "know", "right", "right?", "five", "like,", "no",
    "sorry", ". \n", "7", "-", " - ", "...", "Okay", ", he", "said,", "it's", "(", "%",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=16).map("".join))
def test_pieces_of_a_text_count_as_much_as_the_whole(text: str) -> None:
    pieces = [register._counted(piece) for piece in register._PIECE.split(text)]
    assert tuple(map(sum, zip(*pieces, strict=True))) == register._counted(text)
