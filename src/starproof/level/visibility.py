"""Who outside the firm took note: signals of the outside that tell of a public, not of a supplier or an office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from starproof.core.context import StoryContext
from starproof.core.facts import Facts, Signal
from starproof.core.keeping import kept
from starproof.core.months import IN_FULL
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.asking import took_it_up
from starproof.parse.evened import place_of

_PUBLIC = (
    "analyst", "association", "award", "body", "competitor", "conference", "congress", "consortium", "convention",
    "committee", "fair", "forum", "headline", "industry", "journal", "keynote", "magazine", "medal", "meetup",
    "accepted ", "newspaper", "open source", "open sourced", "open-source", "other ", "panel", "paper", "patent",
    "poster", "present", "press", "prize", "publish", "rfc", "rival", "sector", "spoke", "standard", "summit",
    "symposium", "talk", "television", "textbook", "tutorial", "universit", "workshop",
)  # fmt: skip
"""Beginnings of words that name a public: a trade, the press, science, rivals, other firms, who hears a talk."""
_INSIDE = (
    " our ",
    " hack",
    "team award",
    "quarterly",
    "monthly",
    "all-hands",
    "internal",
    "company's",
    "newsroom",
    "leadership ",
    "kick-off",
    "offsite",
)
"""Words that keep the public inside the firm: "at our annual conference"."""
LONGEST = 600
"""Code points of a sentence that are looked at."""
_TAKEN = (
    r"(?:(?:(?:have|has|had|are|is) (?:since |now |both |all )?)?(?:adopt|cop(?:y|i)|quot|cit)(?:e|es|ed|d|s|ing)?|"
    r"(?:(?:have|has|had) (?:since |now |both |all )?taken|took|takes?) (?:over|up))(?: \w{2,10}){0,2} "
    r"(?:it|this|our|the|that|from)\b(?! (?:customers?|clients?|contracts?|accounts?|markets?|business|tender)\b)|"
    r"(?:(?:have|has|had) (?:since |now |both |all )?(?:taken|written|put)|took|takes?|wrote|writes?|puts?) "
    r"(?:it|this|our|the)(?: \w{2,14}){0,3} (?:into|as|in its)\b|"
    r"(?:(?:have|has|had) (?:since |now |both |all )?taken|took|takes?) (?:it|this|ours|our [\w-]{3,14}) (?:over|up)\b|"
    r"(?:put|puts|wrote|writes|took|takes|made) (?:it|this|that|our [\w-]{3,14}|the [\w-]{3,14}) (?:(?:a )?part of|in) "
    r"(?:the|a|an|its|their|all|every) (?:\w{3,14} ){0,2}(?:guidelines?|guidance|curriculum|standards?|code|circular|"
    r"handbook|regulations?|rules|law|requirements|recommendations?)\b|"
    r"(?:(?:has|have|had) (?:since |now )?)?(?:now )?(?:publish(?:ed|es)|print(?:ed|s)|issue[ds]|recommend(?:ed|s)?|"
    r"prescribe[ds]|teach(?:es)?|taught|lists|lays down|requires) (?:it|this|our|the)(?: [\w-]{2,14}){0,3} "
    r"(?:as|in|to|from|of) (?:its|a|the|an|all|every|each|other)\b|has (?:it|this) (?:as|in) (?:its|a|the|an)\b"
)
_OUTSIDERS = (
    r"(?:neighbou?ring|rival|competing) (?:\w{3,12} )?(?:compan(?:y|ies)|firms?|countr(?:y|ies)|states|cities|towns)|"
    r"(?:other|another) (?:\w{3,12} )?(?:compan(?:y|ies)|firms?)|"
    r"(?:other|another) (?:\w{3,12} )?(?:universit(?:y|ies)|banks?|airlines?|insurers?|railways?|utilit(?:y|ies)|"
    r"publishers?|cit(?:y|ies)|towns?|countr(?:y|ies)|states|ministr(?:y|ies)|governments?|municipalit(?:y|ies)|"
    r"councils?|count(?:y|ies)|museums?|hospitals?)"
    r"(?: (?:in|of|across|from) (?:the|our|this) (?!(?:group|trust|company|network|chain|firm|organi[sz]ation|holding|"
    r"system)\b)\w{3,12})?|"
    r"(?:the|a|an|our|its) (?:[\w-]{3,14} )?(?:directive|law|statute|norm|standard|(?:norms?|standards?) committee|"
    r"regulator|ministry|government|parliament|central bank)(?:[’']s (?:own )?(?:[\w-]{3,14} )?(?:working group|"
    r"committee|task force|"
    r"panel|inspectors?|experts|office|unit|standard))?(?: (?:on|for|of) (?:the )?[\w-]{2,14}(?: [\w-]{2,14})?)?|"
    r"(?:the|a|an) (?:[\w-]{3,14} )?(?:space|weather|federal|national|state|government|environment(?:al)?|safety|"
    r"energy|transport|aviation|medicines|food|tax) (?:agency|office|administration|service)|"
    r"(?:the|a|an|its) (?:[\w-]{3,14} ){0,2}(?:association|federation|chamber|institute|inspectorate|trade body|"
    r"academy|guild|society|authority|union)(?: (?:of|for) (?:the )?[\w-]{2,14}(?: [\w-]{2,14})?)?|"
    r"(?:the|a|an) (?:[\w-]{3,14} )?(?:working group|task force|committee|panel) (?:of|at|from) the (?:[\w-]{3,14} )?"
    r"(?:regulator|ministry|government|parliament|association|federation|chamber|trade body|standards body)"
)
_STANDS_IN = (
    r"(?:(?:it|this|that|our [\w-]{3,14}) (?:is|stands|went|got|came|made it)|(?:it|this|that)[’']?s) "
    r"(?:now |today |since )?(?:in|into|part of) (?:the|a|an|its) (?:[\w-]{3,14} ){0,2}"
    r"(?:ministry|regulator|association|federation|chamber|institute|inspectorate|authority|agency|trade body|industry)"
    r"[’']?s (?:own |new )?(?:[\w-]{3,14} )?(?:rulebook|guidelines?|guidance|curriculum|standards?|code|handbook|"
    r"regulations?|rules|requirements|recommendations?)\b"
)
"""Where a body that cannot be of the firm keeps it: "it's in the ministry's rulebook now"."""
_ADOPTED = Seldom(rf"\b(?:(?:{_OUTSIDERS}) (?:{_TAKEN})|{_STANDS_IN})", re.IGNORECASE)
"""Somebody who cannot be of the firm has taken over what the story tells of."""
_CALLED_ON = Seldom(
    rf"\b(?:{_OUTSIDERS}) (?:(?:has|have) (?:since |now )?)?(?:asked|invited) "
    r"(?:me|us|(?:my|our|one of our) [\w-]{3,14}) to (?:present|show|tell|teach|explain|share|speak|talk)\b"
    r"[^.;:!?]{0,30} (?:to|with|about|at|among) "
    r"(?:(?:the|its|their|all|\w{3,6}) ){0,2}(?:other|members?|rest of|peers|others|conference|"
    r"congress|industry|sector)\b",
    re.IGNORECASE,
)
"""Somebody who cannot be of the firm wants others to hear of it; to explain oneself to them is no honour."""

_WHEN = (
    rf"(?:[ ,]+(?:in|on|at|by|early|late|later|the|last|this|next|that|same|after|of|\d{{1,2}}(?:st|nd|rd|th)?|"
    rf"{IN_FULL}|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|fall|winter|weekend|week|month|quarter|year|"
    r"morning|night|time|production))*"
)
"""When it was, which says nothing of who has it now."""
_RELEASED = re.compile(
    rf"(?:go|goes|went|gone|is|are|was|were|been)[ -]live{_WHEN}|[\w ]+ (?:to|in|at|on|by|for) (?:production|"
    rf"{IN_FULL})|"
    r"(?:all |both |every )?(?:[\w~]+ )?(?:of )?(?:the |our )?(?:services?|apps?|systems?|servers?|jobs?|tables?|"
    r"databases?|pipelines?) (?:moved|moves?|came|went|got|built|are|now)[\w ]*|"
    r"\w+ out (?:to|in|at|on|by|for)|(?:presented|showed|demoed|shown|told|explained)\b[\w ]*",
    re.IGNORECASE,
)


def adopted(context: StoryContext) -> Span | None:
    """The first words of the outcome by which other firms, a law or a regulator have taken it over."""
    return _first_of_outcome(context, _adopted)


def called_on(context: StoryContext) -> Span | None:
    """The first words of the outcome by which somebody outside has asked the teller to tell others of it."""
    return _first_of_outcome(context, _called_on)


def _first_of_outcome(context: StoryContext, place: Callable[[str], tuple[int, int] | None]) -> Span | None:
    for one in context.labels:
        if one.label in ("result", "reflection"):
            found = place(context.document.quote(one.span, most=LONGEST))
            if found is not None:
                return Span(one.span.start + found[0], one.span.start + found[1])
    return None


@kept
def _adopted(words: str) -> tuple[int, int] | None:
    return place_of(_ADOPTED, words)


@kept
def _called_on(words: str) -> tuple[int, int] | None:
    return place_of(_CALLED_ON, words)


def takes_up(words: str) -> bool:
    """Whether words of uptake tell of somebody who took it up, and not that it was released or presented."""
    return _RELEASED.fullmatch(words) is None


def taken_up(context: StoryContext, span: Span) -> bool:
    """Whether words of uptake, where they stand, tell of somebody who took it up; nobody does who was only asked."""
    return takes_up(context.document.quote(span)) and took_it_up(context, span)


_ONLOOKERS = Seldom(
    r"(?:\b(?:before|in front of|in the presence of)|\b(?:show(?:ed|n)?|present(?:ed)?|told|announced|explained|"
    r"demo(?:ed|nstrated)?|thanked|praised|wrote|mailed|sent)\b[^.;:!?]{0,30}(?:\bto)?|\bknown (?:in|across|"
    r"throughout))"
    r"(?: the| our| all| a)?\s{0,2}$",
    re.IGNORECASE,
)
_STOPS = re.compile(r"\s{0,2}(?:$|[.,;:!?)]|and\b|so\b|that\b|in (?:the|our|a)\b|at\b|on\b)")
_AHEAD = 60
"""Code points before words for the firm at large in which it is told that it only looks on."""


def looks_on(text: str, span: Span) -> bool:
    """Whether these people are an audience and no more: "before the whole department", "showed it to the company"."""
    before = text[max(0, span.start - _AHEAD) : span.start]
    return _ONLOOKERS.search(before) is not None and _STOPS.match(text, span.end) is not None


def noted(facts: Facts, text: str) -> tuple[Signal, ...]:
    """The signals of visibility outside the firm, in text order."""
    return tuple(signal for signal in facts.of("external") if _of_public(signal.span.of(text).lower()))


def _of_public(words: str) -> bool:
    return _any_in(_PUBLIC, f" {words}", before=" ") and not _any_in(_INSIDE, f" {words} ", before="")


def _any_in(parts: Iterable[str], words: str, *, before: str) -> bool:
    return any(before + part in words for part in parts)
