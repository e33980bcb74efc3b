"""STR122: the text is one of the guide's exemplars."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule


@rule("STR122", "copied-exemplar", severity="error", any_text=True)
def copied_exemplar(context: StoryContext) -> Iterator[Hit]:
    """Most of the text stands in the guide already.

    Rationale:
    An exemplar shows what an answer holds; it is nobody's story. Interviewers have read the same guide, and the
    second follow-up question brings it down. Nothing else is judged in such a text.

    Weak:
    A search took 4.2 seconds on average, and 31% of the users gave up on it. I had 6 weeks to get the response below
    500 ms. I led the Database team and the Search team through an audit of where the time went. We put a Redis cache
    in front of the queries that came up most. We tuned 23 indexes after looking at what was really queried. Search
    now took 287 ms on average, 32% better than the target.

    Stronger:
    Our spare parts shop took four seconds to find a gasket, and mechanics rang us instead. I was asked to bring that
    under half a second by the summer. I sat with two mechanics first, and it turned out that they typed the part
    numbers without dashes. I had the search team drop the dashes and moved the new ranking to the autumn, which its
    author did not like. Calls fell from 900 to 200 a week, and I learned to watch before I measure.

    Limits:
    Sees runs of the same words, so an exemplar that is retold in other words passes. A text that quotes a sentence
    or two of an exemplar is judged as usual.
    """
    reading = context.facts.genre
    if reading.genre == "copied":
        yield Hit(
            f"This is no story of your own. {reading.because}",
            context.evidence(*reading.evidence),
            "When did something like it happen to you?",
        )
