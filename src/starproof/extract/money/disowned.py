"""Money that is told of and is not the speaker's to count: what they disown, what is left of a budget, whose it is.

"My director says that I saved $2M, which is not so" names an outcome and takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from starproof.core.seeking import Seldom
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.rows import spaced, words_of

_ABOUT = r"(?:(?:about|around|roughly|nearly|almost|some|over|just|under|only|a|like|another) ){0,3}$"
_DISOWNED = Seldom(
    r" (?:,|and|but|though|;|:|-|–|—) (?:which|that|i|we|it|(?:none|all) of (?:that|it|this))(?: ,)? "
    r"(?:(?:really|honestly|,) )?(?:no|is not|isn't|was not|wasn't|don't|do not|never|wouldn't|would not|can't|cannot|"
    r"was (?:the|because|only)|is (?:ours|mine)) "
    r"(?:(?:so|true|right|ours|mine|our doing|us|believe|claim|count|say|trust|take credit|agree|buy)\b|[,.]|$)"
)
"""Behind an amount, these say that the speaker does not stand by it."""
_NEVER_WAS = re.compile(
    r"^ (?:, (?:no|well|honestly|sadly) )?,? ?"
    r"(?:(?:that |it |which )?(?:was|were) (?:never|not) (?:there|real|true|so) |"
    r"(?:which|that) (?:it|that|they) (?:never (?:was|were)|(?:was|were) (?:never|not)|wasn't|weren't|isn't) "
    r"(?:[,.;] |$))"
)
"""Behind an amount, these say that there was none."""
_NOT_OURS = Seldom(r" (?:none|nothing) of (?:it|that|this) (?:was|is|were|came) (?:our|my|ours|mine|from us) ")
_ASKED = Seldom(r" (?:whether|wonder(?:ed|s|ing)? if|(?:ask|asked|asks) if) (?:(?!(?:and|but|so) )\S+ ){0,9}$")
"""Before an amount, these ask about it and state nothing."""
_I_SAID = Seldom(
    r" (?:i|we) (?:(?:had|have|once|first|always|still) )*(?:(?:used to|would) (?:say|claim|tell|boast)|claimed|told|"
    r"said|reported|"
    r"announced|boasted|presented) (?:(?!(?:and|but|so) )\S+ ){0,12}$"
)
"""Before an amount, these make it what the speaker said of it."""
_WITHDREW = Seldom(
    r" (?:(?:i|we) (?:then |have |had |later )?(?:withdrew|retracted|corrected|took (?:it|that|the [a-z]+) back|was "
    r"wrong|"
    r"were wrong)|and (?:withdrew|retracted)|(?:don't|do not|no longer|stopped) (?:say|saying|claim|claiming|quote|"
    r"quoting) "
    r"(?:that|it|the|so)|(?:it|that|which|savings?) (?:did not|didn't) (?:[a-z]+ )?exist|"
    r"(?:was|were|been) (?:counted twice|double counted)) "
)
"""Behind it, these take it back."""
_SOON = 7
"""Sentences behind an amount in which it may be taken back."""
_FAR = 900
"""Code points behind it that are read for that."""
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
_OTHER_FIRM = (
    r"(?:(?:a|an|the|our|their|one|another) )?(?:(?!(?:we|our) )[a-z-]+ )?(?:competitors?|rivals?|other (?:firms?|"
    r"company|companies|"
    r"vendors?|suppliers?|banks?|shops?)|another (?:firm|company|bank|vendor|supplier))"
)
_RIVAL_WON = Seldom(
    rf" {_OTHER_FIRM} (?:(?!(?:we|i|our|and|but|so|paid) )\S+ ){{0,4}}?"
    r"(?:sav\w+|earn\w*|made|makes|making|gain\w*|brought in|got|had|has) "
    r"(?:(?!(?:we|i|us|our|fine[ds]?|fines|penalty|bill|left|back) )\S+ ){0,6}$"
)
"""Before an amount, these make it what another firm won."""
_RIVAL_PAID = Seldom(
    rf" {_OTHER_FIRM} (?:(?!(?:we|i|us|our|and|but|so) )\S+ ){{0,7}}?(?:fined|sued|penali[sz]ed|charged|hit|paid|pays|"
    r"settled|forfeited)(?: (?:with|for|out|a|an|the|fine|penalty|bill|of|to))* " + _ABOUT
)
"""Before an amount, these make it what another firm had to pay."""
_OURS_TOO = Seldom(r" (?:we|us|our|ours|i|me|my) ")
_TO_RIVAL = re.compile(rf"^ (?:(?:in|of) (?:[a-z]+ ){{1,3}})?(?:went|goes|was going|had gone) to {_OTHER_FIRM} ")
"""Behind an amount, these say where it went."""
_MARKET = Seldom(
    r" (?:market|industry|sector) (?:(?:for|in|of) (?:\S+ ){1,3})?(?:itself |alone |as a whole )?(?:is|was|were) "
    r"(?:worth|(?:put|estimated|valued|reckoned) at|some(?:where|thing)?(?: like)?) " + _ABOUT
)
"""Before an amount, these make it what a whole trade turns over."""
_TO_SPARE = Seldom(r"^ (?:to spare|left over) ")
_USED = Seldom(r" (?:used|used up|got through|needed) (?:only )?" + _ABOUT)
_OF_IT = Seldom(r"^ of (?:it|that|them|those) ")


def is_withdrawn(story: Telling, figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether an amount is what the speaker once said, and told later not to stand by."""
    if not _I_SAID.search(words["run"]):
        return False
    end = figure.sentence + 1 + _SOON
    later = story.sentences[figure.sentence + 1 : end]
    stop = min(later[-1].end, figure.end + _FAR) if later else figure.end
    return bool(_WITHDREW.search(spaced(words_of(story.text[figure.end : stop]))))


def not_ours(words: Mapping[str, str], figure: Figure) -> Iterator[str]:
    """The signs that an amount is no gain of the speaker's, as the words around it tell."""
    onward = words["onward"]
    if (
        _DISOWNED.search(onward)
        or _NEVER_WAS.search(onward)
        or _NOT_OURS.search(figure.tail)
        or _ASKED.search(words["run"])
    ):
        yield "near.disowned"
    if _TO_SPARE.search(onward) or (_USED.search(words["clause"]) and _OF_IT.search(onward)):
        yield "near.spare"


def is_of_others(words: Mapping[str, str]) -> bool:
    """Whether an amount is the own money of those whom the firm serves, what others put in, won or paid, a market."""
    held = _THEIRS.search(words["onward"]) and _HELD.search(words["run"])
    if _RIVAL_PAID.search(words["run"]) and not _OURS_TOO.search(words["onward"]):
        return True
    theirs = _FUNDED.search(words["run"]) or _RIVAL_WON.search(words["run"]) or _MARKET.search(words["run"])
    return bool(held or theirs or _TO_RIVAL.search(words["onward"]))
