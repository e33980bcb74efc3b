"""What a sentence ends with to ask for assent: "we shipped it, right?" says what "we shipped it." says."""

from __future__ import annotations

import re

_TAG = re.compile(
    r", (?:(?:right|no|yes|yeah|eh|innit|correct|okay|isn['’]t it|you see|you know)\?|(?:you see|eh|innit)[.!])$",
    re.IGNORECASE,
)
_LONGEST = 14
"""Code points from the comma on, at the most."""


def tag(sentence: str) -> int:
    """Where a sentence's tag begins, with its comma; the end of the sentence where it has none."""
    size = len(sentence)
    if size and sentence[-1] in "?.!":
        comma = sentence.rfind(",", max(1, size - _LONGEST))
        if comma > 0 and _TAG.match(sentence, comma) is not None:
            return comma
    return size
