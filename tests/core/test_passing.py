"""Which sections are told in passing."""

from __future__ import annotations

import pytest

from starproof.core.document import LabelledSentence
from starproof.core.passing import told_in_passing
from tests.level.telling import hear


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("When I took over the lift desk, we had 41,000 units and a door fault sent somebody out unseen.", True),
        ("By the time we joined the mill, the old scales were off by a tenth.", True),
        ("When I took over the lift desk, I rebuilt the alarms.", False),
        ("When we came to the mill, we weighed every sack twice.", False),
        ("I stopped the old scales, and they were gone by May.", False),
    ],
)
def test_what_the_teller_came_to_is_a_scene(opening: str, *, told: bool) -> None:
    context = hear(opening + " I stopped the rollout that evening. The faults fell by half.")
    first, *rest = context.labels
    deed = [LabelledSentence(first.span, "action", 1.0), *rest]
    context = type(context)(context.document, tuple(deed), context.facts, context.guide, context.timing)
    assert told_in_passing(context, "situation") is told
