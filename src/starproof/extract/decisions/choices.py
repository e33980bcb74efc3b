"""Choices that are told without a word for choosing: what the teller proposed, refused, offered or stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.core.document import Document, LabelledSentence
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.parse.evened import evened, place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_DISMISSED = (
    r"\bI (?:ended|terminated) (?:his|her|their) (?:employment|contract)\b|\bI (?:had to )?fired? (?:him|her|them)\b"
)
_LET_GO = r"(?:had to )?let (?:him|her|them) go\b(?! (?:first|home|ahead|on|in|to|back)\b)"
_NO_WORK = (
    r"(?!(?:[\w-]{1,14} ){0,2}(?:process(?:es)?|jobs?|servers?|sessions?|quer(?:y|ies)|connections?|threads?|pods?|"
    r"containers?|lights?|engines?|power|time|hours?|mood|joke|rumou?rs?|weeds|germs|bacteria)\b)"
)
"""What is killed otherwise than by giving up work that was under way."""
_GAVE_UP = rf"(?:killed|scrapped|shelved|axed) (?:the|our|my|an?|two|three|both|all|half|\d+) {_NO_WORK}[a-z]"
_CLEFT = (
    r"\bwhat (?:I|we) did(?: (?:first|next|then|instead|in the end|there))?(?: was| is|[’']s)? (?:first (?:was )?)?"
    r"(?:to )?"
    r"(?:stop|cut|drop|cancel|close|kill|refuse|offer|propose|say no|split|stay|rent|buy|keep|freeze|pause|postpone|"
    r"give up|let go|take (?:it|that|them|the) [\w ]{0,20}?(?:off|out|away))\b"
)
"""What was done, put first: "what I did was stop at four stations"."""
_CHOSEN = Seldom(
    r"^(?:[-–•*] ?)?(?:so |then )?(?:cut|dropped|parked|left out|postponed|split it): ?(?!\d)\w|"
    rf"{_CLEFT}|\b(?:I|we) {_GAVE_UP}|^(?:[-–•*] ?)?(?:(?:Then|So|Finally),? )?{_GAVE_UP}|"
    r"\b(?:I|we)(?: (?:also|then|so|still|only|simply|first|\w{2,12}ly))? "
    r"(?:(?:had|have) (?:(?:a|the|no|two|three) (?:\w{1,10} )?(?:choices?|options?|ways)|"
    r"choices?(?= (?:of|to|whether|between)\b|[,;:.]))|"
    r"(?:proposed?|offer(?:ed)?|suggest(?:ed)?|refused?|declined?|insist(?:ed)?|stop(?:ped)?|cancel(?:led)?|"
    r"sa(?:id|y) no|sa(?:id|y) yes to|(?:closed|killed|ended|scrapped|shelved|froze|paused) (?:it|them|that)\b|"
    r"(?:took|hired|bought|built|added|sent|wrote|shipped|promised|asked for) (?:no|nobody|none)\b|"
    r"promised? (?:to )?(?:her|him|them|the|board|owner|director|client|customers?|team|union|council|"
    r"mayor|minister)|cho(?:os|s)e|pick(?:ed)?|"
    r"turn(?:ed)? \w{2,5} down|h[eo]ld (?:it|them|that) back|let (?:it|that) go|"
    r"pull(?:ed)? (?!together\b|up\b|in\b|through\b|(?:the )?(?:raw |last |first |full |old )?(?:\w{2,8} )?(?:frames|"
    r"samples|packets|dumps?|logs?|data|numbers|figures|traces|records|reports?|"
    r"files|tickets|history|contracts?|feed)\b)(?!(?:\w{1,8} ){1,2}(?:days|weeks|months|years)\b)"
    r"(?:the|our|it|that|them|all|both|my|two|three|one|a|[a-z]{3,14} (?:off|back))"
    r"(?! (?:together|up|in|through|apart)\b)|"
    r"closed? (?:the |our |that |two |one |my )?(?:[\w-]{2,14} )?(?:line|shop|project|programme|program|team|office|"
    r"site|service|track|depot|plant|store|branch|counter|route|department|store)s?|"
    r"want(?:ed)? to (?:stop|cancel|close|end|kill|scrap) (?:the|our|this|that|it|my)|"
    r"(?:must|ha(?:d|ve) to) (?:stop|drop|cancel|postpone|close|trade|give up|let go of)|"
    r"made (?:her|him|them) an? (?:deal|offer)|"
    r"d(?:id|o) (?:stop|cut|drop|cancel|close|refuse)|"
    r"did(?: not|n[’']t) (?:kill|ship|launch|sign|wait|extend|renew|replace|promote|escalate|buy|give (?:in|way|up))|"
    r"(?:shipped|launched|opened|went live|released|started|sailed|flew|ran it|went) without "
    r"(?:the|a|an|it|that|them|our)|"
    r"(?:left|kept) (?:it|that|them|(?:the|our) [\w-]{2,14}) out|"
    r"(?:moved?|took|take) (?:an?|one|two|three|four|half|both|\d+) (?:\w+ ){0,2}(?:people|engineers?|developers?|"
    r"testers?|analysts?|technicians?|designers?|nurses?|drivers?) (?:off|from|out of))\b)|"
    r"^(?:[-–•*] ?)?(?:(?:Then|So|Finally),? )?(?:(?:did not|didn[’']t) (?:kill|ship|launch|sign|wait|renew|promote|"
    r"escalate)|picked|chose|stopped|cancelled|refused|declined|proposed|said no)\b|"
    r"^(?:[-–•*] ?)?(?:(?:the|my|hard|hardest|key|main) ){0,2}(?:decision|choice|call) ?: ?(?!none\b|no\b)\w|"
    r"^(?:[-–•*] ?)?(?:two|three|four|[234]) (?:options|choices|ways) ?:|"
    r"(?:^(?:[-–•*] ?)?(?:[\w-]{2,10}(?: [\w-]{2,10})?: )?|\bI (?:had to (?:go (?:back )?(?:and|to) )?"
    r"(?=tell)|went (?:back )?and )?)t(?:old|ell) (?:[\w’'-]{2,12} ){1,3}?(?:that )?(?:we|I)"
    r"(?:[’'](?:d|ll)| would| will| were going to| was going to) (?:drop|stop|cancel|close|kill|end|shelve|scrap|"
    r"delay|postpone|pull)\b|"
    r"\bI put (?:my|our) (?:\w{2,8} )?(?:best|strongest|only|most senior) [^.,;:!?]{0,30}\bon (?:it|this|that)\b|"
    r"\bI told \w{2,12}(?: \w{2,12})? (?:that )?I was (?:ending|closing|stopping|letting|taking|cancelling)\b|"
    r"\bI could(?: have|[’']ve) (?:just |simply |easily |quietly )?(?:fixed|let|hidden|waited|said|kept|stepped|left|"
    r"bought|hired|rented|paid|built|rewritten|outsourced|forced|pushed|split|swapped|"
    r"blamed|stayed|signed|ignored|looked away|walked)\b|"
    r"\bI asked [^.;:!?]{3,60} to (?:move|push|put|take) [^.;:!?]{3,50} (?:out|off|back) (?:by|until|so that)\b|"
    r"\b(?:I|we) (?:\w{2,10} )?(?:did(?: not|n[’']t) think (?:we|I|that we|that I|they|it) should|opposed|"
    r"let [^.,;:!?]{2,40} (?:lapse|expire|run out)|(?:was|were) (?:dead |firmly |strongly )?against (?:it|that|this)|"
    r"left [\w-]{3,14} alone|left (?:the|it|that|them|my|our) ?[^.,;:!?]{0,25} (?:alone|as (?:it|they) (?:was|"
    r"were))|did (?:the )?opposite|"
    r"(?:took|take|pull(?:ed)?|struck) [^.,;:!?]{2,40} off (?:the|my|our) (?:plan|roadmap|list|schedule|backlog)|"
    r"argued? (?:against|for) |(?:recommend(?:ed)?|advised?|vot(?:ed?)|ruled|decided|sp(?:oke|eak)(?: up| out)?|"
    r"c[ao]me (?:out|down)) against |(?:recommend(?:ed)?|advised?|argued?|voted?) (?:that (?:we|they|it) |not |"
    r"to (?!him\b|her\b|them\b|me\b|us\b|the\b)|keeping |for )|"
    r"(?:moved?|len[td]|put) (?:an?|one|two|three|four|five|six|half|\d+) "
    r"of (?:my|our)(?: own)? "
    r"(?:best )?(?:people|engineers?|developers?|testers?|teams?|analysts?|technicians?|designers?) )|"
    r"\bI (?:would|will|[’']d|[’']ll) (?!have\b|be\b)\w{2,10} [^.,;:!?]{2,30} myself\b|"
    r"\bI would(?: not|n[’']t) (?!have\b|be\b|know\b|want\b|mind\b|call\b|say (?:it|so|we|I)\b)\w{2,10}\b|"
    r"\b(?:I|we) (?:\w{2,10} ){1,6}anyway\b|"
    r"\bI(?:[’']m| am) in(?=[.,;!]|$)|"
    r"\b(?:I|we) (?:said|told|say)(?: (?:to )?(?:him|her|them|everyone|everybody|(?:my|the|our) [\w-]{2,14}))?,?"
    r"(?: (?:look|listen|okay|ok|guys|folks|that|no|right)\b,?)* [“\"]?(?:we|I)"
    r"(?:(?:[’']re| are|[’']m| am) (?:not|only|just) going to| will not| won[’']t) (?!be\b|have\b|know\b|make it\b)\w+|"
    r"\bI (?:was|am)(?: not|n[’']t) (?:convinced|persuaded|willing|prepared|going to)\b|"
    r"\bI(?:[’']m| am) going to (?:refuse|stop|close|drop|cancel|say no|hold (?:it|that|them) back)\b|"
    r"\bI [^.;:!?]{2,40} and (?:said no|proposed|offered|refused|declined) to\b|"
    r"\bI (?:wrote|drafted|took|brought|sent|put|handed)\b[^.;:!?]{2,60} (?:asking for|proposing|asking to|proposal)\b|"
    r"\bI (?:\w{2,10} )?(?:wrote|sent|handed in|put in) [^.,;:!?]{2,40} (?:saying|that said) "
    r"(?:stop|no|(?:that )?(?:we|I|they|it|he|she) (?:should|must|could|ought to)(?:n[’']t| not)?"
    r"(?! (?:meet|talk|speak)))\b|"
    r"\bI gave (?:him|her|them|(?:the )?\w{3,14}(?: \w{3,14})?)(?: really| actually| each| all)? (?:the|an?) "
    r"(?:veto|last word|final say|casting vote|(?:stop |red |kill |off )?(?:button|switch)|"
    r"right to (?:stop|refuse|say no))\b|"
    rf"{_DISMISSED}|"
    rf"\b(?:I|we) {_LET_GO}|"
    r"\bmy (?:recommendation|advice|vote|verdict|answer|proposal)(?: to (?:the|my|him|her|them|all)\b[^.;:!?]{0,60}?)? "
    r"(?:was|is|went) (?:no\b|not |to |against |that (?!(?:I|it|they|he|she|this) )|for )|"
    r"\bwhat (?:decided|convinced|persuaded|made up) (?:me|us|it|my mind)\b",
    re.IGNORECASE,
)
"""The teller puts one course against another; a question or a duty is no choice."""
_PARTED = re.compile(rf"{_DISMISSED}|\bI {_LET_GO}", re.IGNORECASE)
"""The teller parted with somebody."""


_MEANT = (
    r"\b(?:I|i)(?:[’']m|[’']d been| was| were| am| had been) (?:also |always |really )?(?:meant|supposed|expected|"
    r"due|slated|"
    r"scheduled|down) to (?!have\b|be (?:on|off|home|away|in)\b)\w"
)
_HANDED = (
    r"(?:gave|handed|passed|left|turned|sent|put|let|asked|made) (?:it |that |this |them )?(?:over |up |in |on )?"
    r"(?:to )?(?!up\b|out\b|way\b|time\b|me\b|myself\b)(?:him|her|them|it|that|this|the|my|our|one|two|"
    r"(?-i:[A-Z])\w+)\b"
)
_INSTEAD = Seldom(
    rf"{_MEANT}[^.;:!?]{{2,80}}?[,;] (?:and |but |so )?(?:instead,? )?I (?:instead )?{_HANDED}", re.IGNORECASE
)
"""The teller does otherwise than was meant: "I was meant to lead that, and I gave it to Rui"."""
_WAS_MEANT = Seldom(_MEANT)
_OTHERWISE = re.compile(rf"(?:(?:And|But|So|Well|Then|Instead),? )*I (?:instead )?{_HANDED}", re.IGNORECASE)


def choices(document: Document, labels: Sequence[LabelledSentence]) -> Iterator[Span]:
    """The words of the task and of the action by which the teller takes a course, one a sentence, in text order.

    That somebody was let go is a choice wherever it is told.
    """
    before = ""
    for sentence in labels:
        words = document.quote(sentence.span, most=LONGEST)
        if sentence.label in ("task", "action", "result"):
            start = sentence.span.start
            found = (_parted(words) if sentence.label == "result" else _chosen(words)) or _deviates(before, words)
            if found is not None:
                yield Span(start + found[0], start + found[1])
        before = words


def _deviates(before: str, words: str) -> tuple[int, int] | None:
    """Where a sentence tells of something else than the teller was meant to do by it or by the one before."""
    if (found := _instead(words)) is not None or not _was_meant(before):
        return found
    even = evened(words)
    other = _OTHERWISE.match(even.text)
    return None if other is None else even.back(*other.span())


@kept
def _instead(words: str) -> tuple[int, int] | None:
    return place_of(_INSTEAD, words)


@kept
def _was_meant(words: str) -> bool:
    return place_of(_WAS_MEANT, words) is not None


@kept
def _parted(words: str) -> tuple[int, int] | None:
    return place_of(_PARTED, words)


@kept
def _chosen(words: str) -> tuple[int, int] | None:
    return place_of(_CHOSEN, words)
