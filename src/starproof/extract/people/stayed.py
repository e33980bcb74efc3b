"""People who stayed: "nobody has resigned since", which is an outcome in people, though it has no worth of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.around import clause_within

_LONGEST = 600
"""Code points of a sentence that are looked at."""
_WENT = (
    r"(?:resigned|quit|handed\sin|g[ai]ven?\snotice|"
    r"(?:left|gone|walked)(?!\s(?:over|out|to|in|into|on|by|through|behind|undone|before|after|at|early|late|until|past|the|"
    r"it|them|with)\b))"
)
_NOBODY = Seldom(
    r"\b(?:nobody|no[ -]one|not\sone(?:\sof\s(?:them|us|the\s\w+|my\s\w+))?|none\sof\s(?:them|us|the\s\w+|my\s\w+))"
    rf"(?:\s(?:else|has|had|have|since|now|ever|in\s(?:the|that|my|our)\s\w+)){{0,4}}\s{_WENT}",
    re.IGNORECASE,
)


def stayed(context: StoryContext) -> Iterator[Span]:
    """The clauses of the outcome that say that nobody left."""
    for sentence in context.labelled("result", "reflection"):
        found = _NOBODY.search(context.document.quote(sentence.span, most=_LONGEST))
        if found is not None:
            yield clause_within(context, sentence.span, found.span())
