"""The last few reviews, for the same story is often reviewed again: by a page that is opened anew, an editor that
saves, a watcher of files.

A review hangs on the document, the guide, the rules and the options alone, so it is kept by these. Guides and rules are
told apart by which they are, since rules that differ only in what they do count as equal. Long texts are not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from starproof.core.document import Document
from starproof.core.keeping import Shelf
from starproof.core.results import Review

LONGEST = 20_000
"""Code points of a text whose review is kept: an answer of twenty minutes."""
_REVIEWS: Shelf[Review] = Shelf(most=8)


def again(document: Document, by: Hashable, review: Callable[[Document], Review]) -> Review:
    """The review of a document, kept by what else decides it; no review may be changed."""
    if len(document.text) > LONGEST:
        return review(document)
    found = _REVIEWS.get((document, by))
    return _REVIEWS.put((document, by), review(document)) if found is None else found
