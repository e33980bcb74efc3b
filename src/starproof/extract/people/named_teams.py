"""Teams that a story calls by their work: "the crane team", "the data and mobile teams", "the team of pricing"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from starproof.core.facts import Measure, Signal
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.extract.people.work_behind import work_behind
from starproof.extract.text.rows import Row
from starproof.extract.text.words import singular, words
from starproof.parse.words import said

_PART = "from"
"""In the article's place: a few of that team are told of, "one from billing", who are not the speaker's team."""
_NAME = 3
"""So many words may name the work before the word for a team."""
_REACH = 7
_BACK = 12
_GIVEN = 6
_PERSONS = frozenset("i i'd i'm i've we we'd we've he she they he'd she'd they'd who".split(" "))
_TELLER = frozenset("i i'd i'm i've".split(" "))
_JOINING = frozenset(["and", "plus", "the", "a", "both", "then", "also"])
_AND = frozenset(["and", "plus"])
_US = frozenset(["us", "we", "ours", "mine", "me", "ourselves"])
_SUBJECTS = frozenset(["we"])
"""After "and" with more behind it, these begin another clause: "the web team, and we waited"."""
_IN_STEP = (("in", "step"), ("in", "sync"), ("on", "board"), ("in", "lockstep"))
_ALONG = ("coordination", "spread", "adoption")
_WHO = frozenset(["who", "whom", "which"])
_QUESTIONED = frozenset(["interviewed", "surveyed", "polled", "questioned"])
"""Before a name: its people only say what they need, as customers do."""
_LEAD_ON = frozenset("with by between across from to of for into".split())
"""Before two names that share a word for teams, where notes leave the article out: "with desk and payments teams"."""
_DONE = frozenset("used adopted taken over up run copied followed owned borrowed picked reused shared".split())
"""Before "by" and a name: its people do it."""
_NEAR = 40
"""How many characters from a name the words of a signal may stand."""


@dataclass(frozen=True, slots=True)
class Group:
    """One mention of a team by its work; places are those of the document's row of words."""

    name: str
    first: int
    head: int
    article: str


def named_teams(row: Row, signals: Mapping[str, Sequence[Signal]]) -> Measure | None:
    """The speaker's own team and those called by their work that were brought along or took the work up.

    A team that merely stands there counts for nothing: one that is blamed, refuses, or is only wished for.
    """
    found = list(_mentions(row))
    own = list(_of_speaker(row, found))
    mine = {group.name for group in own}
    bodies = {group.name for group in own if singular(row.words[group.head]) in words("named", "heads")}
    blamed = {signal.sentence for signal in signals.get("fault-of-others", ())}
    along = {
        group.name
        for group in found
        if group.name not in mine and row.sentence[group.head] not in blamed and _takes_part(row, group, signals)
    }
    one = next((group for group in found if group.name in along or (len(bodies) > 1 and group.name in bodies)), None)
    if one is None:
        return None
    return Measure(float(max(1, len(bodies)) + len(along)), Span(row.starts[one.first], row.ends[one.head]))


def _of_speaker(row: Row, found: Sequence[Group]) -> Iterator[Group]:
    """The mentions that tell of the speaker's own teams, and those straight behind them: "my app team and web team"."""
    last: Group | None = None
    for group in found:
        beside = last is not None and _beside(row, last, group)
        last = group if _own(row, group) or beside else None
        if last is not None:
            yield group


def _beside(row: Row, one: Group, two: Group) -> bool:
    """Whether two stand side by side in one sentence, with nothing between but a joining word."""
    between = set(row.words[one.head + 1 : two.first])
    return one.head < two.first and row.sentence[one.head] == row.sentence[two.head] and between <= _JOINING


def _mentions(row: Row) -> Iterator[Group]:
    begin = 0
    for sentence, end in zip(row.sentences, row.last, strict=True):
        for name, first, head, article in _groups(sentence):
            yield Group(name, begin + first, begin + head, article)
        begin = end


@kept
def _groups(sentence: str) -> tuple[tuple[str, int, int, str], ...]:
    """Each team named in a sentence: what tells it from others, the places of its first and last word, its article."""
    tokens = said(sentence)
    row = [token.word for token in tokens]
    found: list[tuple[str, int, int, str]] = []
    for place, word in enumerate(row):
        head = singular(word)
        if head in words("named", "heads") or head in words("named", "loose"):
            found.extend(list(_at(row, place, head)) or _behind(sentence, row, place))
        elif word in words("named", "departments") and (first := _somebody_of(row, place)) is not None:
            found.append((word, first, place, _PART))
    return tuple(found)


def _behind(sentence: str, row: Sequence[str], head: int) -> Iterator[tuple[str, int, int, str]]:
    """The work behind one word for a team: "the team of dispatch", "team dispatch"."""
    last = work_behind(sentence, head)
    if last is not None:
        article = row[head - 1] if head and row[head - 1] in words("named", "articles") else ""
        yield row[last], head, last, article


def _somebody_of(row: Sequence[str], place: int) -> int | None:
    """Where "one from billing" or "the people in customer support" begins, whose last word is a department's."""
    if not place or (row[place + 1 : place + 2] and _is_head(singular(row[place + 1]))):
        return None
    of = place - 1 if row[place - 1] in words("named", "inside") else place - 2
    if of < 1 or row[of] not in words("named", "inside") or row[of - 1] not in words("named", "somebody"):
        return None
    return of - 1


def _is_head(noun: str) -> bool:
    return noun in words("named", "heads") or noun in words("named", "loose") or noun in words("named", "posts")


def _at(row: Sequence[str], head: int, noun: str) -> Iterator[tuple[str, int, int, str]]:
    """The names before one word for a team; two or more where they share it: "the data and mobile teams"."""
    first, article = _start(row, head)
    if first == head or not _is_name(row[head - 1]):
        return
    if noun in words("named", "loose") and row[head - 1] not in words("named", "departments"):
        return
    yield row[head - 1].removesuffix("'s"), first, head, article
    if row[head] == noun or first < 2 or row[first - 1] != "and":
        return
    before, left = _start(row, first - 1)
    leads_on = words("named", "leading") | _LEAD_ON
    shared = left not in words("named", "own") if left else before > 0 and row[before - 1] in leads_on
    if before < first - 1 and shared and _is_name(row[first - 2]):
        yield row[first - 2], before, head, left


def _start(row: Sequence[str], head: int) -> tuple[int, str]:
    """Where the name before a place begins, and the article before it; only its last word where none stands there."""
    for place in range(head - 1, max(-1, head - _NAME - 2), -1):
        if row[place] in words("named", "articles"):
            return place + 1, row[place]
        if row[place] in words("named", "borders") or row[place] in words("named", "leading"):
            return place + 1, ""
    return max(0, head - 1), ""


def _is_name(word: str) -> bool:
    return len(word) > 1 and not word[0].isdecimal() and word not in _barred() and not word.endswith(("ly", "est"))


@cache
def _barred() -> frozenset[str]:
    return words("named", "plain") | words("named", "articles") | words("named", "borders") | _PERSONS


def _own(row: Row, group: Group) -> bool:
    """Whether it is the speaker's own: "my search team", "I led the search team", "EM of the search team"."""
    if group.article == _PART:
        return False
    if group.article == "my" or (group.article == "our" and group.name not in words("named", "departments")):
        return True
    last = row.before(_beginning(group), _BACK)
    return _given(last, row.words[group.head + 1 : group.head + 2]) or _headed(last)


def _given(last: Sequence[str], following: Sequence[str]) -> bool:
    """Whether the speaker has it: "I had the search team", "they gave me the search team", "twelve in the web team"."""
    near = last[-_GIVEN:]
    place = next((n for n in range(len(near) - 1, -1, -1) if near[n] in words("named", "having")), None)
    if (
        place is None
        or "to" in (*following, *near[place + 1 : place + 2])
        or {"with", "of", "from"} & set(near[place + 1 :])
    ):
        return False
    return bool(_TELLER & set(near[:place][-2:])) or "me" in near[place + 1 :][:1]


def _headed(last: Sequence[str]) -> bool:
    """Whether the speaker is told to be at its head."""
    place = next((n for n in range(len(last) - 1, -1, -1) if last[n] in _heading()), None)
    if place is None:
        return False
    who = next((word for word in reversed(last[:place]) if word in _PERSONS), None)
    alone = who is None and place < 2
    if alone or last[place] in words("named", "leading"):
        return alone or who in _TELLER
    return who in _TELLER and bool(set(last[max(0, place - 4) : place]) & words("named", "being"))


@cache
def _heading() -> frozenset[str]:
    return words("named", "leading") | words("named", "posts")


def _since_who(row: Sequence[str]) -> Sequence[str]:
    """The words behind the last "who": what stands before it is told of somebody else."""
    place = next((n for n in range(len(row) - 1, -1, -1) if row[n] in _WHO), -1)
    return row[place + 1 :]


def _stands_with_us(after: Sequence[str], group: Group) -> bool:
    """Whether the teller stands in one row with it, or keeps it along: "the fraud team and us", "in step with her"."""
    row = list(after)
    while row and (row[0] in _JOINING or row[0] in words("named", "departments") or row[0] in words("named", "heads")):
        last = row.pop(0)
        if row and last in _AND and row[0] in _US and not (row[0] in _SUBJECTS and len(row) > 1):
            return True
    return tuple(row[:2]) in _IN_STEP and group.article not in words("named", "own")


def _beginning(group: Group) -> int:
    """Where the name begins; without an article no further back than one word, as a verb is none: "told sales lot"."""
    return group.first if group.article else max(group.first, group.head - 1)


def _done_by(before: Sequence[str]) -> bool:
    """Whether what stands before a name tells that its people do it: "now used by the | crane team"."""
    by = next((place for place in range(len(before) - 1, 0, -1) if before[place] == "by"), 0)
    named = [word for word in before[by + 1 :] if word not in words("named", "articles") and word not in _AND]
    return by > 0 and before[by - 1] in _DONE and len(named) <= _NAME and all(map(_is_name, named))


def _takes_part(row: Row, group: Group, signals: Mapping[str, Sequence[Signal]]) -> bool:
    """Whether the team was moved, worked along or took the work up, by the words around its name."""
    number = row.sentence[group.head]
    low, high = (row.last[number - 1] if number else 0), row.last[number]
    after = set(row.words[group.head + 1 : min(high, group.head + 1 + _REACH)])
    first = _beginning(group)
    before = _since_who(row.words[max(low, first - _REACH) : first])
    if not _QUESTIONED.isdisjoint(row.words[max(low, first - _REACH) : first]):
        return False
    if after & words("named", "denied") or {*before, *after} & words("named", "unreal"):
        return False
    if after & words("named", "part") or set(before) & words("named", "along"):
        return True
    if _done_by(row.words[max(low, first - _REACH) : first]):
        return True
    if _stands_with_us(row.words[group.head + 1 : min(high, group.head + 1 + _BACK)], group):
        return True
    start, end = row.starts[group.first] - _NEAR, row.ends[group.head] + _NEAR
    near = (signal.span for kind in _ALONG for signal in signals.get(kind, ()) if signal.sentence == number)
    return any(span.start < end and start < span.end for span in near)
