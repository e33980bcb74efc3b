"""PRV801: a person is called by name."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule


@rule("PRV801", "person-named", severity="note", any_text=True)
def person_named(context: StoryContext) -> Iterator[Hit]:
    """The story calls somebody by name.

    Rationale:
    The people in your story have not agreed to be in it. Interviewers know people in other companies, and a name
    beside a fault or a weak rating travels. A role does the same work: "one of my leads".

    Weak:
    I ran two teams at a parcel service. The nightly sort stood still twice a week, and I asked Oksana to find out
    why. Oksana said that the labels were at fault, and she was right. We changed the labels and the sort has not
    stood still since.

    Stronger:
    I ran two teams at a parcel service. The nightly sort stood still twice a week, and I asked my youngest engineer
    to find out why. She said that the labels were at fault, and she was right. We changed the labels and the sort
    has not stood still since.

    Limits:
    Told from the words around a capitalised word, not from a list of names, so some are missed, above all in
    speech without capitals, and a product can be taken for a person. It never touches a rating.
    """
    people = [name.span for name in context.facts.names if name.kind == "person"]
    if people:
        who = ", ".join(f"“{context.document.quote(span)}”" for span in people[:4])
        yield Hit(f"Names {who}{' and others' if len(people) > 4 else ''}. A role would do.", context.evidence(*people))
