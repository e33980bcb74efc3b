"""STR104: a heading that its text contradicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from starproof.core.context import StoryContext
from starproof.core.document import Label, LabelledSentence
from starproof.rules.base import Hit, rule

LEAST_SHARE = 1 / 2
"""A heading stands as long as most of its sentences do what it says."""


@rule("STR104", "heading-mismatch", severity="note")
def heading_mismatch(context: StoryContext) -> Iterator[Hit]:
    """What stands under a heading belongs to another section.

    Rationale:
    Your headings win: the text under them is timed and judged as they say. Where the words do something else, one of
    the two is wrong, and the time that you plan for the section is too. Interviewers who write notes by section will
    put it elsewhere than you did.

    Weak:
    ## Situation
    I moved two engineers from the rewrite to the till and asked the shops to test it every evening. I told our director
    that the loyalty card would wait.
    ## Action
    Our tills stopped on three Saturdays in a row, and the shops had begun to take only cash.
    ## Result
    From June on no till stopped on a Saturday, and the 40 shops took cards again.

    Stronger:
    ## Situation
    Our tills stopped on three Saturdays in a row, and the shops had begun to take only cash.
    ## Action
    I moved two engineers from the rewrite to the till and asked the shops to test it every evening. I told our director
    that the loyalty card would wait.
    ## Result
    From June on no till stopped on a Saturday, and the 40 shops took cards again.

    Limits:
    Speaks up only where the labeller is sure of at least half of the sentences under a heading. The headings are
    followed all the same.
    """
    for section, sentences in _by_section(context):
        doubts = [doubt for doubt in context.contradicted if doubt.span in {s.span for s in sentences}]
        other, count = _most(doubts)
        if other is not None and count >= LEAST_SHARE * len(sentences):
            yield Hit(
                f"This stands under “{section}”, but reads like {other}. It is judged as {section}, as you say.",
                context.evidence(*(doubt.span for doubt in doubts if doubt.label == other)),
                f"Does this belong to the {section} or to the {other}?",
            )


def _by_section(context: StoryContext) -> Iterator[tuple[Label, Sequence[LabelledSentence]]]:
    """The sentences under each section's headings."""
    given = [sentence for sentence in context.labels if sentence.given]
    for section in dict.fromkeys(sentence.label for sentence in given):
        yield section, [sentence for sentence in given if sentence.label == section]


def _most(doubts: Sequence[LabelledSentence]) -> tuple[Label | None, int]:
    """The section that most of them speak for; small talk is no section."""
    named = Counter(doubt.label for doubt in doubts if doubt.label != "other")
    return named.most_common(1)[0] if named else (None, 0)
