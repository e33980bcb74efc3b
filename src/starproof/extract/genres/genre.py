"""What sort of text this is. Only a story is judged; of anything else a review says what it is instead.

A story tells what somebody did. The other genres are told by what they show themselves: "would" where something
should have happened, "should" where somebody should have acted, "will" where it should be over, another language's
small words, no language at all, or an order to whoever reads it. In doubt it is a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from starproof.core.document import Document
from starproof.core.facts import Genre, GenreReading
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.extract.text.wording import Line, languages, mashed, read_lines

SHORT = 20
"""Words; a text below that tells a story only if something was done in it."""
TOLD = 60
"""Words; a text of that many with enough deeds beside an order to its reader is a story all the same."""
LONG = 25
"""Words from which a line that holds an order holds something else too."""
DEEDS = 4
"""Past forms that such a story has at the least."""
STEPS = 3
"""Steps from which a text can be a list of them."""
MOSTLY = 0.6
"""The share of sentences that are steps in such a text."""
FEW = 3
"""Words; a shorter line, such as a title or a name, is no sentence among steps."""
QUOTED = 3
"""How many sentences are quoted at the most."""
FOREIGN = 0.15
"""Share of words that are another language's small words. English stories stay far below it."""
UNREADABLE = 0.12
"""Share of English small words below which a text is no English prose; the most clipped notes have twice that."""
MASHED = 0.4
"""Share of words that no language has, such as runs of consonants."""
THIN = 4
"""Of a longer text one sentence in so many has to show another mood: some people tell what they did in the present."""
VARIED = 0.25
"""Share of different words below which a text of a few dozen words repeats itself without saying anything."""
_NOT_LATIN = re.compile("[^\0-\u024f]")
_TELLS = "The text tells its reader what to do instead of telling what you did."
_OUTCOME = re.compile(
    r"[$€£] ?\d|\b(?:saved?|revenue)\b|\b(?:from|down|up) \d[\d.,]*\S*(?: \w+)? to \d|\b(?:down|up)(?: by)? \d",
    re.IGNORECASE,
)
"""What no recipe tells and most notes of a story do."""


def genre(document: Document) -> GenreReading:
    """What sort of text this is, why in one plain sentence, and the words that show it."""
    lines = read_lines(document)
    readings = (
        _tongue(document, lines), _order(lines), _steps(document, lines), _noise(document, lines), _short(lines),
        _mood(lines),
    )  # fmt: skip
    return next((reading for reading in readings if reading is not None), _story(lines))


def _words(lines: Iterable[Line]) -> list[str]:
    return [word for line in lines for word in line.words]


def _quoted(lines: Iterable[Line]) -> tuple[Span, ...]:
    return tuple(line.span for line in lines)[:QUOTED]


def _not(kind: Genre, because: str, lines: Iterable[Line]) -> GenreReading:
    return GenreReading(kind, because, _quoted(lines))


def _tongue(document: Document, lines: Sequence[Line]) -> GenreReading | None:
    """Another language, by its script or by its small words."""
    letters = "" if document.text.isascii() else "".join(filter(str.isalpha, document.text))
    if letters and len(_NOT_LATIN.findall(letters)) > len(letters) / 2:
        return _not("foreign", "The text is not written in Latin letters; only English stories can be read.", lines)
    english, other, name = languages(lines)
    if name == "Latin" and other >= FOREIGN and other > english:
        return _not("gibberish", "This is dummy text in Latin, not a story.", lines)
    if other >= FOREIGN and other > english:
        return _not("foreign", f"The text reads as {name}; only English stories can be read.", lines)
    return None


def _order(lines: Sequence[Line]) -> GenreReading | None:
    """Orders to whoever reads the text, unless a whole story stands beside them."""
    orders = [line for line in lines if line.shows("instruction")]
    rest = [line for line in lines if line not in orders or len(line.words) >= LONG]
    if not orders or (_past(rest) >= DEEDS and len(_words(rest)) >= TOLD):
        return None
    return _not("instruction", _TELLS, orders)


def _steps(document: Document, lines: Sequence[Line]) -> GenreReading | None:
    """A recipe, a manual, a checklist: steps for whoever reads, where hardly anybody speaks of themselves.

    Clipped notes of a story look alike; an outcome in money, or from one figure to another, tells them apart.
    """
    steps = [line for line in lines if line.orders and not line.own]
    sentences = sum(len(line.words) >= FEW and "you" not in line.words for line in lines)
    mostly = len(steps) >= STEPS and len(steps) >= MOSTLY * sentences
    if not mostly or 4 * sum(line.own for line in lines) > len(steps) or _OUTCOME.search(document.text):
        return None
    return _not("instruction", _TELLS, steps)


def _noise(document: Document, lines: Sequence[Line]) -> GenreReading | None:
    words = _words(lines)
    letters, signs = _signs(document)
    english = languages(lines)[0]
    if not words or letters < signs / 2:
        return _not("gibberish", "There are hardly any words in this text.", lines)
    if len(words) > 5 and len(set(words)) < max(2, VARIED * min(len(words), 60)):
        return _not("gibberish", "The text repeats the same few words.", lines)
    if mashed(lines) >= MASHED and english < 2 * UNREADABLE:
        return _not("gibberish", "Most of these letters make no words.", lines)
    if len(words) > 5 and english < UNREADABLE:
        return _not("fragment", "This is a list of words, not sentences that tell what happened.", lines)
    return None


def _signs(document: Document) -> tuple[int, int]:
    """How many letters and digits a text has, and how many signs in all, white space left out."""
    text, at = document.text, 0
    pieces = []
    for sentence in document.sentences:
        pieces += [text[at : sentence.span.start], document.quote(sentence.span)]
        at = sentence.span.end
    counts = [_counted(piece) for piece in (*pieces, text[at:])]
    return sum(letters for letters, _ in counts), sum(signs for _, signs in counts)


@kept
def _counted(piece: str) -> tuple[int, int]:
    signs = "".join(piece.split())
    return sum(map(str.isalnum, signs)), len(signs)


def _short(lines: Sequence[Line]) -> GenreReading | None:
    words = _words(lines)
    if len(words) >= SHORT or _past(lines):
        return None
    if any(line.shows("hypothetical") or line.shows("opinion") or line.shows("plan") for line in lines):
        return _mood(lines) or _not("fragment", "The text is too short to judge.", lines)
    if len(words) == 1:
        return _not("fragment", "One word is too little to judge.", lines)
    return _not("fragment", f"{len(words)} words in which nothing was done are too few to judge.", lines)


_MOODS: tuple[tuple[Genre, str], ...] = (
    ("hypothetical", "It says what you would do, not what you did."),
    ("plan", "It says what will be done, not what was done."),
    ("opinion", "It says what you think, not what you did."),
)


def _mood(lines: Sequence[Line]) -> GenreReading | None:
    """What would, will or should be, where that outweighs what was."""
    past = _past(line for line in lines if not line.shows("hypothetical") or len(line.words) >= LONG)
    marks = {kind: sum(line.marks.get(kind, 0) for line in lines) for kind, _ in _MOODS}
    if sum(marks.values()) <= 2 * past or _thin(lines, sum(marks.values())):
        return None
    kind, because = max(_MOODS, key=lambda mood: marks[mood[0]])
    showing = sorted((line for line in lines if line.shows(kind)), key=lambda line: -line.marks[kind])
    return _not(kind, because, sorted(showing[:QUOTED], key=lambda line: line.span))


def _thin(lines: Sequence[Line], marks: int) -> bool:
    return marks * THIN < len(lines) and len(_words(lines)) >= TOLD


def _past(lines: Iterable[Line]) -> int:
    return sum(line.past for line in lines)


def _story(lines: Sequence[Line]) -> GenreReading:
    orders = [line for line in lines if line.shows("instruction")]
    because = "A sentence speaks to the reader of the text; it changes nothing." if orders else ""
    return GenreReading("story", because, _quoted(orders))
