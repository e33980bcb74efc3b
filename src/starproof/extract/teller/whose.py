"""Whose a choice, a quarrel or a setback is: an interviewer asks the teller about the teller's own."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext, once
from starproof.core.facts import Signal
from starproof.core.months import MONTHS
from starproof.core.seeking import Pattern, Seldom
from starproof.core.text import Span
from starproof.extract.people.names_person import NEVER
from starproof.extract.teller.undecided import is_undecided
from starproof.extract.text.around import FAR, clause, heard_before, heard_within
from starproof.extract.text.connectives import never_came
from starproof.parse.evened import evened
from starproof.parse.plain import names_something, plain
from starproof.parse.words import CAPITAL, SMALL

REACH = 24
"""Code points before words in which it is said whose they are, or that they tell of an earlier time."""
_OURS = re.compile(r"\b(?:i|we|my|our|me|us)\b", re.IGNORECASE)
_THEIRS = re.compile(
    r"\b(?:he|she|they|it|who|somebody|someone|nobody|everybody|(?:his|her|their|its|this|that) [a-z]{3,})\b",
    re.IGNORECASE,
)
_TIMES = frozenset(MONTHS).union(
    "day days night week weeks month months quarter year years time morning evening monday tuesday wednesday thursday "
    "friday saturday sunday finally eventually first last same end".split()
)
"""Words before a deed that say when, and not who."""
_OF_A_NAME = re.compile(rf"\b[{CAPITAL}][{SMALL}]{{2,14}}, (?:my|our|the|his|her|their|an?) [^,.;:!?]{{3,50}},\s$")
"""Straight before a clause: whom it is about, by name and post, "Marius, my oldest engineer, argued that we"."""
_ROLE = re.compile(r"(?:and |but |so )?[a-z]{3,14} (?:manager|lead|director|chief|head|boss)\b", re.IGNORECASE)
"""Somebody by their role, of whom a clause is that lost its article: "finance director was against"."""
_SOMEBODY = Seldom(r"\b(?:he|she|they|who|somebody|someone|nobody|everybody)\b", re.IGNORECASE)
PEOPLE = frozenset(
    "here here's there there's he she they he's she's they're it's that's what both nobody everyone everybody all some "
    "most many half i we i'd we'd i've we've "
    "one two three four five six seven eight nine ten eleven twelve twenty thirty".split()
)
"""Words with which a clause about people begins, the teller's own habits and "here is" among them."""
_LEADING = frozenset(
    "since then now so and but today ever afterwards after that still also even the um uh er eh well and that's".split()
)
"""Words before whom a clause is about."""
_WHENEVER = frozenset("when whenever before after if once because".split())
"""Words that begin a clause whose subject follows."""
_CROWDS = frozenset(
    "people customers users drivers engineers developers patients members clients teams staff colleagues students "
    "growers operators nurses managers readers buyers guests passengers".split()
)
"""People by what they are, of whom some came back, use it or stay."""
_STANDING = re.compile(
    r"\b(?:is|are|has|have|still|now|today|since|keeps?|stays?|runs?|uses?|works?|holds?|remains?|comes?|does|do)\b|[’']s\b",
    re.IGNORECASE,
)
"""Words by which a thing stands today; what came or came back once does not."""
_TELLER_LAST = re.compile(r"\b(?:I|we)\s{1,3}$", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:(?:that|which|who)(?: had|[’']d)|(?:which|whom) (?:he|she|they|it)(?: had|[’']d)) (?:\w{1,10} )?$",
    re.IGNORECASE,
)
_EARLIER = Seldom(r"\b(?:he|she|they|it|people|of them|\w{3,12}s) (?:had|[’']d) been\b", re.IGNORECASE)
_ASKING = re.compile(r"\b(?:ask(?:ed|ing|s)?|wonder(?:ed|ing|s)?)\b", re.IGNORECASE)
_OF_OLD = frozenset(["old", "previous", "former", "legacy"])
"""What was to go and is still there is nothing that the work left: "the old system's still running"."""
_TERMS = Seldom(
    r"\b(?:fine|okay|ok|good|friends?|close|happy|cross|civil|polite|in touch|at peace|on \w+ terms) with "
    r"(?:me|us|him|her|them|one another|each other)\b|\b(?:forgiven|trusts?|avoids?|teases?|hates?|likes?) (?:me|us)\b|"
    r"\b(?:talks?|speaks?|speaking|talking) (?:to|with) (?:me|us|each other|one another)\b",
    re.IGNORECASE,
)
"""How people stand with one another, which nobody keeps in place: "he's fine with me these days"."""
_QUOTES = Seldom(
    r"\b(?:he|she|they|somebody|someone) (?:still |later |even )?"
    r"(?:said|says?|told \w{2,10}|thought|thinks?|wrote|felt)"
    r"(?: (?:that|you (?:said|told \w{2,10})))* (?:I|we)\b[^,.;:]*$",
    re.IGNORECASE,
)
"""Somebody else's words of what the teller did, up to those words."""
_FORETOLD = Seldom(
    r"\b(?:said|says|warned|feared|argued|thought|told (?:me|us|him|her|them)|worried|predicted|knew|know)\b"
    r"[^.;:!?]{0,60}\b(?:would|will|could|might)\s(?:\w{1,10}\s){0,2}$|\b(?:wouldn[’']t|won[’']t)\s$",
    re.IGNORECASE,
)
"""Words before what somebody only foretells: "he said that a delay would lose the deal"."""
_WENT_WELL = re.compile(
    r"\b(?:was|were|went)(?!\b.*\b(?:not|never|hardly|far)\b)(?:,? [\w’']+){0,3},? "
    r"(?:fine|okay|ok|good|great|well|smooth(?:ly)?|quiet|calm)$"
)
_SPARED = Seldom(
    r"\b(?:nothing|never|nobody|neither|none|no|did(?:n[’']t| not)|without|avoid\w*|what (?:would|could|might)|"
    r"prevent\w*|could|might|may|can|must(?: not|n[’']t)?|should(?: not|n[’']t))\s{1,3}(?:\w{1,10}\s{1,3}){0,2}$",
    re.IGNORECASE,
)
"""Words straight before what did not happen: "so that nothing could go wrong", "neither had failed"."""
_VIEW = re.compile(
    r"\bI (?:still |honestly |really |always )?(?:thought|felt|believed|said|argued|wrote|was (?:sure|certain|"
    r"convinced)|told (?:him|her|them|my \w+))(?: that)? (?:it|this|that|he|she|they|the [\w-]+(?: [\w-]+)?) "
    r"(?:was|were|would be) "
    r"(?:(?:just|simply|plainly|completely|quite) )?(?:the |a |an )?(?:\w+ )?(?:wrong|mistakes?|errors?|mad|madness|"
    r"too (?:early|late|soon|fast|big|much|risky))\b",
    re.IGNORECASE,
)
"""The teller is against it, and nothing has gone wrong yet: "I thought it was the wrong order"."""
_AGREED = re.compile(r"\bagree", re.IGNORECASE)
_ASKED = Seldom(r"\b(?:whether|what if|in case|unless|if)\b")


@once
def is_ours(context: StoryContext, signal: Signal) -> bool:
    """Whether the teller, or nobody else, stands before these words in their clause; notes leave the "I" out."""
    start = clause(context, signal.span).start
    before = heard_within(context, start, signal.span.end)
    if _OF_A_NAME.search(context.document.text, max(0, start - FAR), start) is not None:
        return False
    if (ours := _last(_OURS, before)) < 0:
        others = _THEIRS.search(before) is not None or _ROLE.match(before) is not None
        return not others and _is_bare(heard_within(context, start, signal.span.start))
    return _last(_SOMEBODY, before) < ours


def _is_bare(before: str) -> bool:
    """Whether a clause begins with what is done in it: no noun says who does it, with an article or without one."""
    named = [token.word for token in plain(before) if names_something(token.word) and token.word not in _TIMES]
    return not named or named[0].endswith("ed")


def clause_of(context: StoryContext, signal: Signal) -> str:
    """The clause around the words of a signal, without its speaker's habits."""
    return evened(context.document.quote(clause(context, signal.span))).text


def _last(pattern: Pattern, words: str) -> int:
    """Where the last such word begins; -1 where there is none."""
    return max((found.start() for found in pattern.finditer(words)), default=-1)


_IN_A_POST = re.compile(
    rf"(?P<who>(?-i:[{CAPITAL}][{SMALL}]{{2,14}})) (?:now |since |today |still )?(?:"
    r"(?:leads?|runs?|heads?|manages?|owns?) (?:now )?"
    r"(?:the|a|an|it|that|this|my|our|his|her|their|its|two|three|four|all)\b|"
    r"(?:is|became|has been|was made) (?:now |still |since )?(?:(?:a|an|the|my|our|his|her) )?(?:[\w-]{2,12} )?"
    r"(?:leads?|head|manager|director|chief|principal|senior|engineer|owner|planner|supervisor|foreman|in charge)\b|"
    r"is (?:now |still )?(?:here|with (?:us|me))\b)"
)
"""Somebody by name in a post or with the firm: "Nadia now leads the night shift", "Nadia is still with us"."""


def is_of_a_thing(context: StoryContext, signal: Signal) -> bool:
    """Whether a clause is of a thing: nobody keeps "he is still there" in place, nor "12 of them came back"."""
    words = [w.lower().strip(",.;:").replace("’", "'") for w in clause_of(context, signal).split()]
    told = [word for word in words if word not in _LEADING]
    if not _OF_OLD.isdisjoint(told[:3]):
        return False
    first = next(iter(told[1:] if told[:1] and told[0] in _WHENEVER else told), "")
    if (
        _begins_with_a_person(context, signal)
        or _TELLER_LAST.search(_before(context, signal))
        or _TERMS.search(" ".join(words))
        or _STANDING.search(" ".join(words)) is None
    ):
        return False
    return not (first in PEOPLE or first in _CROWDS or first[:1].isdigit())


def _begins_with_a_person(context: StoryContext, signal: Signal) -> bool:
    """Whether the clause is about somebody whom the story names: "Rui has not quite forgiven me"."""
    start = clause(context, signal.span).start
    post = _IN_A_POST.match(context.document.text, start)
    if post is not None:
        return post["who"] not in NEVER
    return any(
        name.kind == "person" and context.document.text.startswith(context.document.quote(name.span), start)
        for name in context.facts.names
    )


def is_of_before(context: StoryContext, signal: Signal) -> bool:
    """Whether it is told of something earlier: "the last time, which had gone badly"."""
    words = clause_of(context, signal)
    return _BEFORE.search(_before(context, signal)) is not None or _EARLIER.search(words) is not None


def _before(context: StoryContext, signal: Signal) -> str:
    return heard_before(context, signal.span.start, most=REACH)


def is_choice(context: StoryContext, signal: Signal) -> bool:
    """Whether the teller chose: an agreement is made by two, and a question leaves the choice to another."""
    said = context.document.quote(signal.span)
    before = heard_within(context, clause(context, signal.span).start, signal.span.end)
    anothers = _QUOTES.search(before) is not None or _is_asked(context, signal)
    return is_ours(context, signal) and not (_AGREED.search(said) or is_undecided(context, signal, before) or anothers)


_TO_A_DEGREE = re.compile(r"(?:embarrassing|disastrous|catastrophic|painful|shocking)ly", re.IGNORECASE)
"""How very much something is so, "embarrassingly specific", and nothing that went wrong."""


def has_happened(context: StoryContext, signal: Signal) -> bool:
    """Whether what went wrong did, and is not what was kept from going wrong, went well, or is the teller's view."""
    foretold = _FORETOLD.search(heard_before(context, signal.span.start, most=FAR)) is not None
    if foretold or _SPARED.search(_before(context, signal)) is not None:
        return False
    if _TO_A_DEGREE.fullmatch(context.document.quote(signal.span)) is not None:
        return False
    words = clause_of(context, signal)
    return _WENT_WELL.search(words) is None and _VIEW.search(words) is None


def _is_asked(context: StoryContext, signal: Signal) -> bool:
    """Whether it is what somebody was asked about: "we asked them what they would need to let it go"."""
    before = heard_within(context, clause(context, signal.span).start, signal.span.start)
    return before.rstrip().endswith(" to") and _ASKING.search(before) is not None


def is_real(context: StoryContext, words: Span) -> bool:
    """Whether these words tell what happened, not what might have or what somebody asked."""
    said = evened(context.document.quote(words)).text.lower()  # a search blind to capitals takes three times as long
    return not never_came(said) and _ASKED.search(said) is None
