"""Teams whose work is told behind the word for them: "the team of dispatch", "department purchasing".

English puts the work first; many of those who learned it later say it as their own language does. Whose team it is and
what it does hangs on the same words in either order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.core.keeping import kept
from starproof.core.records import record
from starproof.extract.text.words import singular, words
from starproof.parse.evened import Evened, evened, without
from starproof.parse.words import Token, said

_OF = frozenset(["of", "for"])
_THAT = frozenset(["which", "that", "who"])
_DOES = frozenset("does do did makes make made handles handle handled runs ran owns owned".split())
_DOINGS = frozenset(
    "analytics audit communications data delivery design growth hiring integration planning product production quality "
    "reporting research risk safety scheduling search security supply support training".split()
)
"""What any team has or does itself: "team planning", "team support"; alone behind a team these do not name it."""
_ENDS = frozenset(
    "and but so or because when while who whom whose which that to for with in on at from by about before after until "
    "if as than i we he she they it his her their its my our is are was were has had have will would did does do can "
    "could agreed agree took take takes gave give gives said wanted wants changed change joined join lost lose sent "
    "helped help accepted accept now then also too already still never not there over".split()
)
"""Words before which the name of the work is over; before another noun it says of what kind that is."""
_JOINING = frozenset(["and", "or"])
_MARKS = re.compile(r"\s{0,2}(?:$|[.,;:!?()–—])")


def work_behind(sentence: str, head: int) -> int | None:
    """The place of the work behind the word for a team at a place; ``None`` where none is told there."""
    row = said(sentence)
    if row[head].word != singular(row[head].word):
        return None
    told = [token.word for token in row[head + 1 : head + 4]]
    step = _led_in(told)
    loose = told[:1] == ["for"] or step == 0
    if step:
        step += told[step : step + 1] == ["the"]
    if loose and told[step : step + 1] and told[step] in _DOINGS:
        return None
    return head + 1 + step if _is_work(sentence, row, head + 1 + step) else None


def _led_in(told: Sequence[str]) -> int:
    """How many words lead from a team to its work: "of", "which makes"."""
    if told[:1] and told[0] in _OF:
        return 1
    return 2 if len(told) > 1 and told[0] in _THAT and told[1] in _DOES else 0


def _is_work(sentence: str, row: tuple[Token, ...], place: int) -> bool:
    """Whether a department's word stands at a place by itself; one of several there tells who is in a team."""
    if place >= len(row) or row[place].word not in words("named", "departments"):
        return False
    following = [token.word for token in row[place + 1 : place + 3]]
    departments = words("named", "departments")
    if departments.intersection(following) and (following[0] in departments or following[0] in _JOINING):
        return False
    return not following or following[0] in _ENDS or _MARKS.match(sentence, row[place].end) is not None


@record
class Fronted:
    """A sentence without its speaker's habits, and that with the work of a team before the word for it."""

    even: Evened
    front: Evened

    @property
    def text(self) -> str:
        """What is read."""
        return self.front.text

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where in the sentence stands what the text has from ``start`` to ``end``."""
        return self.even.back(*self.front.back(start, end))


@kept
def fronted(sentence: str) -> Fronted:
    """A sentence without its speaker's habits, and with the work of a team before the word for it."""
    even = evened(sentence)
    cuts = list(_turned(even.text))
    return Fronted(even, without(even.text, cuts) if cuts else Evened(even.text))


def _turned(sentence: str) -> Iterator[tuple[int, int, str]]:
    low = sentence.lower()
    if not any(map(low.__contains__, words("named", "heads"))):
        return
    row = said(sentence)
    for head, token in enumerate(row):
        if token.word in words("named", "heads") and (last := work_behind(sentence, head)) is not None:
            bare = head == 0 or row[head - 1].word not in words("named", "articles")
            yield token.start, row[last].end, f"{'the ' if bare else ''}{row[last].word} {token.word}"
