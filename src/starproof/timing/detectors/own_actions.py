"""What the speaker did, in some detail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.text import Span
from starproof.parse.evened import evened
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

LEAST_SENTENCES = 2
LEAST_WORDS = 15
"""Words from which a single sentence tells in some detail."""
_DEED = re.compile(
    r"\bI(?:[’'](?:ve|d)\b)? (?:(?:also|then|first|just|only|simply|never|have|had|did not|didn[’']t|\w{2,12}ly) ){0,2}"
    r"(?!(?:am|was|were|be|been|being|think|thought|believe|believed|knew|know|known|felt|feel|guess|wanted|want|mean|"
    r"meant|suppose|supposed|hoped|hope|wish|wished|remember|liked|like|loved|love|thinking|could|would|should|might|"
    r"may|will|shall|must|can|do|did|does|had|have|got|to|and|or|of|in|on|at|for|it|that|a|the|not|never|is)\b)"
    r"[a-z]{2,}",
    re.IGNORECASE,
)
"""Says of the speaker what they did; not what they were, thought or wanted."""


@detector("own-actions", within=("action",))
def own_actions(passage: Passage) -> Iterator[Span]:
    """Sentences of the action in which the speaker leads or does something; a short one alone is no detail.

    Notes leave the "I" out.
    """
    notes = {note.span for note in passage.notes()}
    led = {deed.sentence for deed in passage.signals("managing", "doing", "decision", "delegation")}
    told = [
        sentence.span
        for index, sentence in enumerate(passage.labels)
        if sentence.label in passage.within
        and (index in led or sentence.span in notes or _DEED.search(evened(passage.document.quote(sentence.span)).text))
    ]
    if len(told) >= LEAST_SENTENCES or any(len(passage.document.quote(one).split()) >= LEAST_WORDS for one in told):
        yield from told
