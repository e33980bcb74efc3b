"""Money that is told of and is not the speaker's to count: what they disown, what is left of a budget, whose it is.

"My director says that I saved $2M, which is not so" names an outcome and takes it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from starproof.core.seeking import Seldom
from starproof.extract.sums.story.figures import Figure

_ABOUT = r"(?:(?:about|around|roughly|nearly|almost|some|over|just|under|only|a|like|another) ){0,3}$"
_DISOWNED = Seldom(
    r" (?:,|and|but|though|;|:|-|–|—) (?:which|that|i|we|it|(?:none|all) of (?:that|it|this))(?: ,)? "
    r"(?:(?:really|honestly|,) )?(?:no|is not|isn't|was not|wasn't|don't|do not|never|wouldn't|would not|can't|cannot|"
    r"was (?:the|because|only)|is (?:ours|mine)) "
    r"(?:(?:so|true|right|ours|mine|our doing|us|believe|claim|count|say|trust|take credit|agree|buy)\b|[,.]|$)"
)
"""Behind an amount, these say that the speaker does not stand by it."""
_NOT_OURS = Seldom(r" (?:none|nothing) of (?:it|that|this) (?:was|is|were|came) (?:our|my|ours|mine|from us) ")
_THEIRS = Seldom(
    r"^ (?:(?:a|each|every) (?:month|year|day) )?of (?:"
    r"(?:our|their|other|the) [a-z-]+s(?:'s?)?|people's|other people's|"
    r"their) (?:own )?(?:money|wages|deposits|savings) "
)
"""Behind an amount, these say that it belongs to those whom the firm serves."""
_HELD = Seldom(r" (?:holds?|held|moves?|moved|handles?|keeps?|passes) (?:\S+ ){0,3}$")
_FUNDED = Seldom(
    r" (?:investors?|backers|shareholders|founders|venture capital|angels?) (?:(?!(?:and|so|but) )\S+ ){0,3}?"
    r"(?:put|puts|gave|give|invested|paid|committed|valued|pledged)(?: (?:in|us|up))? " + _ABOUT
)
"""Before an amount, these make it capital."""
_TO_SPARE = Seldom(r"^ (?:to spare|left over) ")
_USED = Seldom(r" (?:used|used up|got through|needed) (?:only )?" + _ABOUT)
_OF_IT = Seldom(r"^ of (?:it|that|them|those) ")


def not_ours(words: Mapping[str, str], figure: Figure) -> Iterator[str]:
    """The signs that an amount is no gain of the speaker's, as the words around it tell."""
    onward = words["onward"]
    if _DISOWNED.search(onward) or _NOT_OURS.search(figure.tail):
        yield "near.disowned"
    if _TO_SPARE.search(onward) or (_USED.search(words["clause"]) and _OF_IT.search(onward)):
        yield "near.spare"


def is_of_others(words: Mapping[str, str]) -> bool:
    """Whether an amount is the own money of those whom the firm serves, or what investors put in."""
    held = _THEIRS.search(words["onward"]) and _HELD.search(words["run"])
    return bool(held) or bool(_FUNDED.search(words["run"]))
