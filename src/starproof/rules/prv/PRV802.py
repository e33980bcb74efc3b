"""PRV802: a customer, supplier or employer is called by name."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule


@rule("PRV802", "company-named", severity="note", any_text=True)
def company_named(context: StoryContext) -> Iterator[Hit]:
    """The story names a company that may not want to be in it.

    Rationale:
    A customer who was about to leave, or a supplier who failed, is usually covered by a contract that forbids telling.
    Interviewers notice who talks about whom.

    Weak:
    I ran the delivery teams of a software house. Our customer Brightwater had given notice after the third outage,
    and I was asked to win them back by the summer. I put two engineers into their control room for a month and
    stopped our own release. They stayed, and outages fell from three to none in half a year.

    Stronger:
    I ran the delivery teams of a software house. Our second largest customer had given notice after the third
    outage, and I was asked to win them back by the summer. I put two engineers into their control room for a month
    and stopped our own release. They stayed, and outages fell from three to none in half a year.

    Limits:
    Sees names behind "our customer", "client", "supplier" or with a legal form such as Ltd. Your own employer is on
    your resume anyway; the rule does not know which name that is.
    """
    companies = [name.span for name in context.facts.names if name.kind == "organisation"]
    if companies:
        who = ", ".join(f"“{context.document.quote(span)}”" for span in companies[:4])
        yield Hit(f"Names {who}. Are you free to?", context.evidence(*companies))
