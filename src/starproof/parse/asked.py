"""The interviewer's question where it stands above a story: by its words, whether or not it says that it is one."""

from __future__ import annotations

import re

from starproof.parse.words import CAPITAL, SMALL

_REQUEST = (
    r"tell (?:me|us) (?:about|of)|describe (?:an?|the|your|one|how)|(?:give|share with) (?:me|us) an example|"
    r"(?:give|name|offer) an? (?:\w+ )?(?:example|instance) of|"
    r"share an (?:example|experience)|(?:walk|talk) (?:me|us) through|think of (?:an?|the|your)|"
    r"(?:tell|show) (?:me|us) how you"
)
_MODAL = r"(?:can|could|would|will) you (?:please |maybe |perhaps |also |just )?"
_WISH = r"(?:i|we)(?:[’']d| would) (?:like|love) (?:(?:you|to hear you) to |to hear about |to hear of )"
_PLAIN = (
    r"what(?:[’']s| is| was| are) (?:an?|the|your|one)|have you ever|do you have an example|"
    r"(?:when|where|why) (?:did|have) you|when was the last time (?:that )?you|how (?:do|did|have) you|"
    r"wh(?:at|ich) (?:\w+ ){0,4}(?:did|have) you"
)
_MORE = r"(?:\s+[^.?!]{3,120}\?){0,2}"
"""What is asked behind it: "… What did you learn?"."""
_PROMPT = re.compile(
    rf"(?:please )?(?:(?:{_REQUEST})\b[^.?!]{{5,200}}[.?!]?|"
    rf"(?:{_MODAL}(?:{_REQUEST})|{_WISH}|{_PLAIN})\b[^.?!]{{5,200}}[.?]){_MORE}",
    re.IGNORECASE,
)
"""A line that is an interviewer's question and nothing else."""
_NAME = rf"(?-i:[{CAPITAL}][{SMALL}’'-]{{1,20}})"
_GREETING = re.compile(
    r"(?:(?:hi|hello|hey|thanks|thank you|welcome|good (?:morning|afternoon|evening)|nice to meet you)\b"
    r"[^.?!]{0,60}[.!]\s+)?"
    r"(?:(?:so|okay|ok|well|now|right|alright|all right|great|good|thanks|thank you|hi|hello|hey|then|and|"
    rf"good (?:morning|afternoon|evening))\b[,.!…]*\s+){{0,3}}(?:{_NAME}(?: {_NAME})?,\s+)?"
    rf"(?=(?:please )?(?:{_REQUEST}|{_MODAL}|{_WISH}|{_PLAIN}))",
    re.IGNORECASE,
)
"""How an interviewer turns to somebody before the question: "So Ines, walk me through …"."""
_OF_A_PAST = re.compile(
    r"(?<!\bdo )\b(?:you|your|an? (?:\w+ )?(?:times?|example|situation|occasion|moment|project|decision))\b",
    re.IGNORECASE,
)
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
_EDGES = "*_ \t"
_LABEL = re.compile(r"(?:(?:I|we) (?:was|were) )?asked\s?[:：]\s*(?=\S)", re.IGNORECASE)
"""Before a question: "Asked: tell me about a time …"."""


def question(words: str) -> str | None:
    """The question that a line is, without its markup, its quotation marks and a greeting; ``None`` where it is none.

    A story may begin with what somebody said, so a line in quotation marks has to ask for a piece of a past.
    """
    bare = words.strip(_EDGES)
    bare = bare.removeprefix(">").strip(_EDGES)
    if label := _LABEL.match(bare):
        bare = bare[label.end()].upper() + bare[label.end() + 1 :]
    said = unquoted(bare)
    said, whole = ungreeted(said), said
    if _PROMPT.fullmatch(said) is None or (whole != bare and _OF_A_PAST.search(said) is None):
        return None
    return said


def ungreeted(said: str) -> str:
    """A question without the greeting and the name before it, which say nothing of what it asks for."""
    found = _GREETING.match(said)
    if found is None or not found.end():
        return said
    return said[found.end()].upper() + said[found.end() + 1 :]


def unquoted(words: str) -> str:
    """A line without the pair of quotation marks and the stress that are all around it."""
    bare = words.strip(_EDGES)
    closing = _QUOTES.get(bare[:1])
    whole = closing is not None and len(bare) > 2 and bare.endswith(closing) and closing not in bare[1:-1]
    return bare[1:-1].strip() if whole else bare
