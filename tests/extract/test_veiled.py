from __future__ import annotations

import pytest

from starproof.extract.teller.veiled import veiled
from tests.level.telling import hear

STORY = (
    "I manage six developers at a print shop and the plates came out grey in May. I was asked to end it by June. "
    "I had the press stopped for a day and we measured each plate. "
)
END = " By June the plates were black again."


def found(middle: str) -> list[str]:
    context = hear(STORY + middle + END)
    return [context.document.quote(span) for span in veiled(context)]


@pytest.mark.parametrize(
    "middle",
    [
        "It has to be said that the ink people had known since March.",
        "Who chose that ink had chosen, one must suppose, by its smell.",
        "What the paper mill made of our order, I would not wish to comment.",
        "The mill's invoice needs no comment.",
        "The order of the mails matters, and I only mention it.",
        "The scanner was bought by the shop upstairs, and I'll be diplomatic, they like colours.",
        "I do not wish to speak badly of anybody, but the mill answered in August.",
        "The mill promised a truck and none came, so what can I do.",
        "Our own files were spotless, every one of them.",
        "It was the mill again, nothing I could have done.",
        "Nobody on my side had a part in it.",
        "The old shift, with all love, never cleaned a roller.",
    ],
)
def test_a_fault_put_on_others_with_manners_is_heard(middle: str) -> None:
    assert found(middle) == [middle]


@pytest.mark.parametrize(
    "middle",
    [
        "It must be said that I was tired.",
        "It should be noted that we had no scanner.",
        "I asked the mill for a comment and got none.",
        "I mention it to every new printer.",
        "I asked what we could do.",
        "Our files were fine again by May.",
        "The mill's own files were spotless.",
        "I did everything by hand.",
        "There was nothing that I could do alone.",
        "He told me that it had been pointed out to the mayor.",
    ],
)
def test_plain_words_are_no_veiled_blame(middle: str) -> None:
    assert found(middle) == []


def test_beside_a_part_that_is_owned_it_is_none() -> None:
    assert found("The mill's invoice needs no comment. The mistake was mine, I had signed it.") == []
