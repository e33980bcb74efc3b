"""The figure beside a bare number whose unit it shares: "from 19 minutes to 13", "ninety, sorry, nineteen percent"."""

from __future__ import annotations

from starproof.extract.figures.lending.ahead import ARROWS, TAKEN_BACK
from starproof.extract.figures.lending.leading import ends_clause, is_weak, lead
from starproof.extract.figures.lending.levels import (
    STAFF,
    describes,
    finer,
    of_people,
    of_team,
    of_things,
    out_of_all_scale,
)
from starproof.extract.figures.lending.memory import REACH, Text
from starproof.extract.figures.lending.taking import beat_by, ratio, spoken
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import WORD
from starproof.extract.figures.numbers.telling import changes, in_passing


def arrow(text: Text, index: int) -> Figure | None:
    """The figure before an arrow, or before another guess: "20% -> 9", "two hundred grand, well, one eighty"."""
    figure = text.figures[index]
    before = text.figures[index - 1] if index else None
    if before is None or before.kind in ("multiple", "count", None):
        return None
    if before.noun and before.kind == "percent":
        return _of_hundred(text, figure, before)
    gap = text.tokens.low[before.stop : figure.first]
    if gap == ["and"] and before.kind == "score" and "." in text.tokens.low[figure.first]:
        return before if 0.5 <= ratio(figure, before) <= 2 and ends_clause(text.tokens, figure.stop) else None
    if len(gap) == 2 and gap[0] == "(" and gap[1] in _AIMS and ends_clause(text.tokens, figure.stop):
        return before if 0.1 <= ratio(figure, before) * before.scale <= 10 else None
    doubted = gap in (["or"], ["or", "maybe"], ["or", "even"]) and 0.2 <= ratio(figure, before) <= 5
    return before if gap in ARROWS or gap == [",", "well", ","] or doubted else None


def _of_hundred(text: Text, figure: Figure, share: Figure) -> Figure | None:
    """Per cent, for the 31 of "rose from 26 in 100 to 31", and tenths for "seven offers in ten to four"."""
    tokens = text.tokens
    gap = tokens.low[share.stop : figure.first]
    told = gap[-1:] == ["to"] or gap[-2:] in (["down", "from"], ["up", "from"])
    near = len(gap) == 1 or (len(gap) <= _CLOSE and gap[-1:] == ["from"])
    fits = tokens.word(share.stop - 1) in _BASES and figure.value * share.factor <= 100 and figure.scale == 1.0
    return Figure(0, 0, 0.0, "percent", "%", factor=share.factor) if told and near and fits else None


_MOVED_FROM = 14
"""Tokens between a length and what it came from: "in 12 days by the end of the second quarter, down from 16"."""
_BASES = ("100", "hundred", "10", "ten", "thousand")
_CLOSE = 8
"""Tokens between a share in ten and what it was before: "3 in 10 orders followed us, down from eight"."""


def before(text: Text, index: int) -> Figure | None:
    """The figure before, where a word such as "to", "down from" or "instead of" sets this one against it."""
    figure = text.figures[index]
    before = text.figures[index - 1] if index else None
    if before is None or before.kind is None or figure.first - before.stop > REACH:
        return None
    if figure.first - before.stop <= 4 and spoken(before) == figure.value:
        return before
    if before.kind == "count" and before.noun and text.tokens.low[before.stop : figure.first] == ["at"]:
        return None  # "12 people at 9k a month": a price, and no people
    if before.kind == "money" and of_things(text.tokens, figure):
        return None
    if before.unit.rpartition(" ")[2] in STAFF and _brought(text, figure):
        return None
    if before.kind == "duration" and _it_to(text, figure, before):
        return next((f for f in reversed(text.memory.measured) if f.kind == "percent"), None)
    apart = text.places[before.stop - 1] != text.places[figure.first]
    then = "then" in text.tokens.low[figure.first - 2 : figure.first]  # "to nine minutes | then to seven"
    if apart and not then and not _now(text, figure, before):
        return before if _next_sentence(text, figure, before) else None
    change = changes(text.tokens, before)
    if change and (before.noun or beat_by(text.tokens, figure.first)):
        return None
    if out_of_all_scale(figure, before) or not _set_against(text, figure, before):
        return None
    return _nearer(text, index, before) or before


def _brought(text: Text, figure: Figure) -> bool:
    """ "eight people ... get the backlog under two hundred": of what is named right there, and no people."""
    word, at = text.tokens.word, figure.first
    if word(at - 2) in ("it", "that", "this") and word(at - 1) in ("under", "below"):
        return word(at - 3) in _BRING
    named = word(at - 3) in ("the", "our", "that", "its", "their") and word(at - 2) not in _SIZED
    return named and word(at - 1) in _BOUNDS and word(at - 4) in _BRING


_BOUNDS = frozenset("under below to over above at".split())
_SIZED = frozenset("team teams group squad staff headcount crew number total department organisation org".split())
"""What is told in people."""


def _it_to(text: Text, figure: Figure, before: Figure) -> bool:
    """ "four percent ... I give you one year, bring it to two": the measure, and not the time that there is for it."""
    tokens = text.tokens
    told = tokens.low[figure.first - 2 : figure.first] == ["it", "to"] and tokens.word(figure.first - 3) in _BRING
    return told and before.factor >= 604800.0 and figure.first - before.stop <= 5


_BRING = frozenset("bring get take cut push bringing getting keep brought got cutting keeping".split())


def _now(text: Text, figure: Figure, before: Figure) -> bool:
    """ "four million shillings every month and now it is one point six", which raw speech parts without a mark."""
    gap = text.tokens.low[before.stop : figure.first]
    return before.kind == "money" and len(gap) <= 6 and "now" in gap and "." not in gap


def _nearer(text: Text, index: int, before: Figure) -> Figure | None:
    """The measure told ahead of things that were counted: "to 620 ms, by 5,000 queries, which brought it to 240"."""
    figure = text.figures[index]
    other = text.figures[index - 2] if index > 1 else None
    if other is None or before.kind != "count" or not before.noun or other.kind not in ("duration", "percent", "size"):
        return None
    same = text.places[other.stop - 1] == text.places[figure.first] and figure.first - before.stop > 2
    alike = 0.25 <= ratio(figure, other) <= 4
    staff = before.unit.rpartition(" ")[2] in STAFF and text.tokens.word(figure.first - 1) == "to"
    near = 0.1 <= figure.value / max(before.value, 1e-9) <= 10
    return other if same and alike and (staff or not near) else None


def _set_against(text: Text, figure: Figure, before: Figure) -> bool:
    """Whether the words between set a number against the figure before it."""
    known, gap = text.tokens.known, figure.first - before.stop
    words = lead(text, figure, before.stop)
    promised = not words.isdisjoint(_PROMISED) and not words.isdisjoint(("was", "is", "were"))
    alike = promised and before.kind == "duration" and 0.2 <= ratio(figure, before) <= 5
    if alike and ends_clause(text.tokens, figure.stop):
        return True  # "answered in 4 hours; the promise was 8"
    if gap <= 9 and not words.isdisjoint(_FORMERLY) and text.tokens.word(figure.first - 1) != "used":
        owned = text.tokens.low[figure.first - 2 : figure.first] in (["we", "had"], ["i", "had"], ["they", "had"])
        return before.kind != "multiple" and not (owned and in_passing(text.tokens, before))
    compared = text.tokens.low[figure.first - 2 : figure.first] in (["compared", "with"], ["compared", "to"])
    if compared and gap <= 6:
        return not in_passing(text.tokens, before)
    if text.tokens.word(figure.first - 1) == "from" and text.tokens.word(figure.stop) != "to":
        moved = text.tokens.word(figure.first - 2) in ("down", "up") and 0.2 <= ratio(figure, before) <= 5
        return gap <= (_MOVED_FROM if moved and before.kind == "duration" else 6)
    if of_team(text, figure) or (before.kind == "money" and words & {"was", "is", "were"} and of_people(text, figure)):
        return False
    if _same_verb(text, figure, before) or _next_in_turn(text, figure, before):
        return True
    if not words.isdisjoint(known.strong_links):
        close = gap <= 4 and not in_passing(text.tokens, before)
        return before.kind != "multiple" and (
            before.kind != "duration"
            or close
            or not words.isdisjoint(_OPPOSED | _AIMS)
            or (not in_passing(text.tokens, before) and _of_its_size(text, figure, before))
        )
    if not TAKEN_BACK.isdisjoint(words) or _would_say(text, figure, before):
        return True
    used = before.kind == "money" and text.tokens.low[figure.first - 2 : figure.first] in _USED
    if used or not is_weak(text, words) or before.kind == "multiple" or in_passing(text.tokens, before):
        return False
    stated = text.tokens.word(before.first - 1) in known.weak_links or not words.isdisjoint(_AIMS)
    return stated or before.kind not in ("duration", "size") or _of_its_size(text, figure, before)


def _would_say(text: Text, figure: Figure, before: Figure) -> bool:
    """ "he booked it as five point six million, I'd have said four", "no, hold on, four": told in its place."""
    low = text.tokens.low[max(0, figure.first - 3) : figure.first]
    if low[1:] == ["hold", "on"]:
        return True
    told = low[1:] in (["have", "said"], ["would", "say"], ["i'd", "say"], ["i’d", "say"])
    return told and before.kind in ("money", "percent") and 0.2 <= ratio(figure, before) * before.scale <= 5


_USED = (["we", "used"], ["they", "used"])
"""Before a number, these tell of things: "so eight grand a month, and we used sixty"."""


def _next_sentence(text: Text, figure: Figure, before: Figure) -> bool:
    """ "It takes twelve minutes. The industry is at nine." """
    near = text.places[figure.first] - text.places[before.stop - 1] == 1 and figure.first - before.stop < 20
    if not near or before.kind not in ("duration", "size") or in_passing(text.tokens, before):
        return False
    if finer(figure, before) or text.tokens.word(figure.first - 1) in ("the", "those", "these"):
        return False
    return is_weak(text, lead(text, figure, before.stop)) and _of_its_size(text, figure, before)


def _of_its_size(text: Text, figure: Figure, before: Figure) -> bool:
    """A length told again at the end of a clause: "a claim took 19 days to pay, and the limit was 20"."""
    tokens = text.tokens
    ends = ends_clause(tokens, figure.stop)
    if not ends or figure.period or figure.high is not None or of_people(text, figure) or describes(tokens, before):
        return False
    broken = figure.value < 1 and before.factor >= 60
    owned = before.factor <= 60 and any(word.endswith(("'s", "’s")) for word in tokens.low[before.stop : figure.first])
    most = 8 if owned else 5 if before.factor <= 60 else 3
    return not broken and 0.15 <= ratio(figure, before) <= most


def _next_in_turn(text: Text, figure: Figure, before: Figure) -> bool:
    """ "12% in the first quarter, in the second 9, in the third 6" """
    tokens, at = text.tokens, figure.first - 1
    alike = 0.2 <= ratio(figure, before) <= 5
    both = tokens.word(before.stop) == "in" and tokens.low[figure.stop : figure.stop + 2] == ["in", "the"]
    if both and tokens.word(figure.stop + 2) in tokens.known.ordinals:
        return alike and figure.first - before.stop <= 6
    told = tokens.word(at) in tokens.known.ordinals and tokens.word(at - 1) == "the" and tokens.word(at - 2) == "in"
    return told and alike and before.kind == "percent" and tokens.sort(figure.stop) != WORD


def _same_verb(text: Text, figure: Figure, before: Figure) -> bool:
    """ "the board gave me three years, later they gave four" """
    verb = text.tokens.word(figure.first - 1)
    known = text.tokens.known
    if verb in known.stop or verb in known.fillers or not verb.isalpha() or figure.first - before.stop > 8:
        return False
    return verb in text.tokens.low[max(0, before.first - 3) : before.first]


_FORMERLY = frozenset("had it'd used earlier formerly previously".split())
_AIMS = frozenset("target goal limit aim sla plan budget norm standard cap ceiling threshold benchmark".split())
_PROMISED = frozenset("promise target goal limit sla deadline ceiling threshold".split())
_OPPOSED = frozenset("instead against than versus vs took waited within needed not".split())
