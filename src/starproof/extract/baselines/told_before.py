"""Figures that stand in the story already: those that the scene gave, and those that an outcome is held against."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, pairwise, takewhile

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.around import clause

MOST_LOOKED_AT = 40
"""Other figures that are looked at for one; no story that can be told has more of a kind."""
MOST_TOLD = 400
"""Figures of a story among which a change is looked for."""
MOST_HELD = 12
"""Figures of one kind that an outcome is held against, the first ones, which the scene tells."""
STEM = 5
"""Letters by which two words are of one root: "crash", "crashes", "crashing"."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_PLAIN = frozenset(
    "about above after again against almost also another around because become before being below between could "
    "down during each every first four five from half have having hundred increased into just last less like made "
    "million month months more most much need only other over percent point quarter reduced right seven share since "
    "some still than that their them then there these they thing this those thousand three time today under until "
    "very week weeks went were what when where which while will with within without would year years your".split()
)
"""Words that say nothing of what is measured."""
_STATE = Seldom(
    r"\b(?:is|are|was|were|be|becomes?|became|at|to|of|below|under|from|reached|reach|hit|stood|stands)\s{1,3}"
    r"(?:(?:only|about|around|roughly|some|now|just|already|almost|nearly)\s{1,3})?$",
    re.IGNORECASE,
)
"""Words straight before a figure that says how things stood; "fell 41%" says how far they moved."""
_BACK = 24
_BACK_TO = re.compile(
    r"\b(?:back|returned|restored)\s{1,3}(?:up\s|down\s)?(?:to|at)\s{1,3}(?:about\s|the\s|our\s)?$", re.IGNORECASE
)
"""Straight before a figure: it is where things stood before they went wrong."""
_DISCLAIMED = Seldom(
    r"\b(?:won[’']t|will not|wouldn[’']t|would not|can[’']t|cannot|don[’']t|do not|never|no one can|nobody can)\s"
    r"(?:\w+\s)?(?:claim|count|credit|say that|know)\b|\bwhich (?:we|I) (?:did(?:n[’']t| not)|never) (?:have|had)\b|"
    r"\b(?:drop|fall|outage|delay|error|bug|fault|failure|mistake|incident|breach) (?:had |has )?cost (?:us|me|them)\b",
    re.IGNORECASE,
)
"""The teller does not claim it, or it was the damage: "I won't claim that we saved one", "the outage cost us"."""
_ODDS = re.compile(r"(?:one|1)(?: [^\W\d_]{2,14}){0,2} (?:in|out of)\b", re.IGNORECASE)
_EXPECTED = Seldom(
    r"\b(?:reckoned|reckon|expected|expects?|feared|hoped|guessed|predicted|forecast(?:ed)?|assumed|planned|budgeted|bet)"
    r"(?:\s{1,3}(?:with|on|for|that|it|to|be|would|at|a|an|the|us|about|around|only|some|of|lose|save|cost|need|take)){0,5}"
    r"\s{1,3}$"
)
"""Words in small letters straight before a figure that somebody thought would come."""
_BOUND = Seldom(
    r"\b(?:any|every|each|no|whoever|anyone|everyone|nothing|all)\b[^.;:!?]{0,60}\b(?:under|below|above|over|less than|"
    r"more than|beyond|up to)\s{1,3}$"
)
"""Words in small letters straight before a figure that is the bound of a rule: "any spending above"."""
_OWN_BOUND = re.compile(r"(?:under|below|above|over|less than|more than|beyond|up to)\s{1,3}", re.IGNORECASE)
"""The same in the figure's own words: "more than half"."""
_SO = 12
_HALF_SO = re.compile(
    r"half[ -](?:empty|full|done|finished|built|dead|asleep|blind|open|ready|true|written)\b", re.IGNORECASE
)
"""Half of nothing that is counted: "the tool stood half empty"."""
_FLAT = Seldom(
    r"\b(?:flat|steady|unchanged|constant|level|the same|stable)\s(?:at|on|with)\s(?:about\s|around\s|roughly\s)?$|"
    r"\b(?:growth|grows|growing|inflation|interest)\b[^.;]{0,40}\s(?:is|at|by)\s(?:about\s|around\s|roughly\s)?$|"
    r"\b(?:stayed|remained|kept|held)\s(?:at|under|below|above|within)\s(?:about\s|around\s|roughly\s)?$"
)
"""Words in small letters straight before a figure that say that nothing moved."""
_SET_RIGHT = Seldom(
    r"\b(?:true|real|right|correct|actual|honest)\s(?:figure|number|share|rate|count|value|one)\s(?:was|is)\s"
    r"(?:about\s|nearer\s|closer to\s|more like\s)?$"
)
"""Words in small letters straight before a figure that puts an earlier one right."""
_CHANGE = re.compile(r"[^.;!?\n\d]{0,16}(?:\bto|->|→|–>|=>|,? (?:and )?now)[^.;!?\n\d]{0,12}")
"""Between two figures: the second is what the first became."""
_REACH = 100
_SCENE = ("situation", "task", "action")


def is_restated(context: StoryContext, index: int) -> bool:
    """Whether the story has this figure before its outcome: "sixty cities" of the opening is no outcome at the end."""
    figure = context.facts.quantities[index]
    earlier = context.facts.quantities[max(0, index - MOST_LOOKED_AT) : index]
    return any(_same(figure, other) and _in_scene(context, other) for other in earlier)


def is_thought_of(context: StoryContext, figure: Quantity) -> bool:
    """Whether a figure is what somebody expected, or the bound of a rule, and nothing that came about."""
    start, led = figure.span.start, _OWN_BOUND.match(figure.text)
    if _thinks(context.document.text[max(0, start - _REACH) : start + (led.end() if led else 0)]):
        return True
    end = figure.span.end
    if _HALF_SO.match(context.document.text, max(start, end - len("half")), end + _SO) is not None:
        return True
    return _DISCLAIMED.search(_sentence_around(context, start)) is not None


def _sentence_around(context: StoryContext, start: int) -> str:
    """The words of the sentence, of a page without full stops those near the place."""
    place = context.sentence_at(start)
    if place is None:
        return ""
    span = context.labels[place].span
    return context.document.text[max(span.start, start - _REACH) : min(span.end, start + _REACH)]


@kept
def _thinks(before: str) -> bool:
    """Whether these words before a figure say so."""
    small = before.lower()  # a search that is blind to capitals takes three times as long
    return _EXPECTED.search(small) is not None or _BOUND.search(small) is not None


def is_beside(context: StoryContext, index: int) -> bool:
    """Whether money stands in the result without being what came of it: a price, a loss, what the work took.

    What came of it is the impact, or a sum with it.
    """
    facts = context.facts
    if facts.quantities[index].kind != "money":
        return False
    worth = facts.impact.quantity if facts.impact is not None else None
    sums = ({claim.quantity, *claim.operands} for claim in facts.claims)
    return index != worth and not any({index, worth} <= parts for parts in sums)


_FROM = 40
_FROM_TO = re.compile(
    r"\bfrom (?:an? |one |two |three |four |nearly |almost |about |over |every ){0,2}"
    r"(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|\d[\d.,%]*|[a-z]+ percent)s?\b"
    r"[^.;:!?]{0,20}?"
    r"\b(?:down |up )?to (?:about |around |under |over |nearly |almost |an? |one |less than ){0,2}$",
    re.IGNORECASE,
)
"""Before a figure: it is told from what it came, in whatever words, "from a third to"."""


_EARLIER = (
    r"(?:before(?: (?:that|then))?|previously|earlier|the (?:year|quarter|month|week|season|time) before)"
    r",?(?: it| that| they| we)?(?:[’']d been| had been| was| were| used to be)\b"
)
_THEN_EARLIER = re.compile(rf"[^.;:!?\n\d]{{0,12}}?\b{_EARLIER}", re.IGNORECASE)
"""Straight behind a figure: how it stood before is told next, "it was 1.1 percent and before that it had been 1.4"."""
_SO_IT_MOVED = re.compile(
    rf"\b{_EARLIER}(?:(?:[^.;:!?\n]|\.\d){{1,30}}?,? so (?:it|that|they|we)[’']?\w{{0,3}} (?:\w{{2,10}} ){{1,3}}by)?"
    r" (?:about |almost |over )?$",
    re.IGNORECASE,
)
"""Straight before a figure: it is how it stood before, or how far that is, "before that it was 1.4 so it fell by"."""


def _beside_earlier(context: StoryContext, figure: Quantity) -> bool:
    """Whether how it stood before is told in the same breath, in whatever unit."""
    text, start, end = context.document.text, figure.span.start, figure.span.end
    moved = _SO_IT_MOVED.search(text, max(0, start - _REACH), start)
    return moved is not None or _THEN_EARLIER.match(text, end, end + _FROM) is not None


def has_base(context: StoryContext, figure: Quantity) -> bool:
    """Whether another figure of the same measure is told, however far off: "crash rate is 2.9%", "crashes are 0.4%"."""
    if _BACK_TO.search(context.document.text, max(0, figure.span.start - _BACK), figure.span.start) is not None:
        return True
    if _FROM_TO.search(context.document.text[max(0, figure.span.start - _FROM) : figure.span.start]) is not None:
        return True
    if _is_level(context, figure) or _ended_there(context, figure) or _beside_earlier(context, figure):
        return True
    if _is_odds(figure):
        alike = (q for q in context.facts.quantities[:MOST_LOOKED_AT] if q is not figure and q.value != figure.value)
        return any(_is_odds(other) for other in alike)
    if not _stands(context, figure):
        return False
    if _is_followed_up(context, figure) or _goes_on(context, figure):
        return True
    if not (own := _measures(context, figure)):
        return False
    alike = (q for q in context.facts.quantities if q is not figure and (q.kind, q.unit) == (figure.kind, figure.unit))
    states = (q for q in islice(alike, MOST_HELD) if q.value != figure.value and _stands(context, q))
    return any(own & _measures(context, other) for other in states)


def _is_level(context: StoryContext, figure: Quantity) -> bool:
    """Whether a figure says that nothing moved, "stayed flat at 4%", or sets right one of its kind before it."""
    before = context.document.text[max(0, figure.span.start - _REACH) : figure.span.start].lower()
    if _FLAT.search(before) is not None:
        return True
    earlier = (q for q in context.facts.quantities if q.span.end < figure.span.start and q.value != figure.value)
    return _SET_RIGHT.search(before) is not None and any(
        (q.kind, q.unit) == (figure.kind, figure.unit) for q in islice(earlier, MOST_LOOKED_AT)
    )


def _ended_there(context: StoryContext, figure: Quantity) -> bool:
    """Whether a change told before ends at this figure: "still at 0.5%" behind "1.8% -> 0.5%"."""
    kind, text = (figure.kind, figure.unit), context.document.text
    for one, two in islice(pairwise(context.facts.quantities), MOST_TOLD):
        if two.span.end >= figure.span.start:
            return False
        alike = (one.kind, one.unit) == (two.kind, two.unit) == kind and one.value != two.value == figure.value
        if alike and _CHANGE.fullmatch(text, one.span.end, two.span.start) is not None:
            return True
    return False


def tells_becoming(context: StoryContext, words: Span) -> bool:
    """Whether two figures in these words say from what to what something went: "complaints 19% -> 11%"."""
    quantities, text = context.facts.quantities, context.document.text
    first = bisect_left(quantities, words.start, key=lambda q: q.span.start)
    inside = takewhile(lambda q: words.contains(q.span), islice(quantities, first, None))
    return any(
        (one.kind, one.unit) == (two.kind, two.unit)
        and one.value != two.value
        and _CHANGE.fullmatch(text, one.span.end, two.span.start) is not None
        for one, two in pairwise(inside)
    )


def _is_followed_up(context: StoryContext, figure: Quantity) -> bool:
    """Whether a state comes after others of its kind, or after a change told from what to what: "later it is 2%"."""
    facts = context.facts
    told = {index for claim in facts.claims if len(claim.operands) > 1 for index in claim.operands}
    kind = (figure.kind, figure.unit)
    before = [i for i, q in enumerate(facts.quantities) if (q.kind, q.unit) == kind and q.span.end < figure.span.start]
    if not told.isdisjoint(before):
        return True
    states = (i for i in before[:MOST_LOOKED_AT] if _stands(context, facts.quantities[i]))
    return len(list(islice(states, 2))) > 1


_IT_IS = re.compile(
    r"\b(?:it|that|this)(?:[’']s| is| was| stands at| stood at)\s"
    r"(?:(?:only|about|around|now|already|still|up to|down to)\s)?$",
    re.IGNORECASE,
)
"""Straight before a figure: what it measures was told before, "eighteen of twenty-four. The year after it was 92%"."""


def _goes_on(context: StoryContext, figure: Quantity) -> bool:
    """Whether a figure says of "it" how it stood at another time, and the sentence before how it stood first."""
    start = figure.span.start
    place = context.sentence_at(start)
    if not place or _IT_IS.search(context.document.text, max(0, start - _BACK), start) is None:
        return False
    before = context.labels[place - 1].span
    first = bisect_left(context.facts.quantities, before.start, key=lambda q: q.span.start)
    told = takewhile(lambda q: before.contains(q.span), islice(context.facts.quantities, first, None))
    return any((q.kind, q.unit) == (figure.kind, figure.unit) and q.value != figure.value for q in told)


def _is_odds(figure: Quantity) -> bool:
    """Whether a figure is told as "one in thirty", of which a story tells no two but for one measure."""
    return _ODDS.match(figure.text) is not None


def _stands(context: StoryContext, figure: Quantity) -> bool:
    """Whether a figure says how things stood and not how far they moved."""
    start = figure.span.start
    return _STATE.search(context.document.text[max(0, start - _BACK) : start]) is not None


def _same(figure: Quantity, other: Quantity) -> bool:
    if figure.value != other.value or figure.kind != other.kind:
        return False
    return figure.unit.partition("/")[0] == other.unit.partition("/")[0]


def _in_scene(context: StoryContext, figure: Quantity) -> bool:
    place = context.sentence_at(figure.span.start)
    return place is not None and context.labels[place].label in _SCENE


def _measures(context: StoryContext, figure: Quantity) -> frozenset[str]:
    """The roots of the words around a figure, without those that say nothing of what is measured."""
    return _roots(context.document.quote(clause(context, figure.span)))


@kept
def _roots(words: str) -> frozenset[str]:
    plain = (word.lower() for word in _WORD.findall(words))
    return frozenset(word[:STEM] for word in plain if word not in _PLAIN)
