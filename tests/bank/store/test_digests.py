"""A digest as columns comes back as it was, whatever the text that it is of."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.bank.store.digests import BRIEF, brief_of, details_of, digest_of
from starproof.core.document import Story
from starproof.engine import Reviewer
from starproof.engine.digest import digest
from starproof.errors import InputError


@cache
def reviewer() -> Reviewer:
    return Reviewer()


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_whatever_can_be_reviewed_can_be_kept(text: str) -> None:
    try:
        found = digest(reviewer().review(Story("s-1", text, "Migration", "When did you disagree?")))
    except InputError:
        return
    brief, details = brief_of(found), details_of(found)
    assert digest_of("s-1", [brief[name] for name in BRIEF], (details["quotes"], details["vector"])) == found


def test_without_details_what_is_read_to_quote_and_compare_stays_empty() -> None:
    found = digest(reviewer().review(Story("s-1", "I hired nine engineers, and we kept $1.4M a year.")))
    brief = brief_of(found)
    bare = digest_of("s-1", [brief[name] for name in BRIEF])
    assert (bare.proofs, bare.opening, bare.figures, bare.sketch.terms) == ((), "", (), ())
    assert found.opening
    assert bare.words == found.words
