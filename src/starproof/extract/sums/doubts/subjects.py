"""Whose measure a figure is: the subject that its own clause names, beside what the words around a sum speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.rows import words_of
from starproof.extract.sums.story.said import COMMON
from starproof.extract.sums.story.scene import Scene
from starproof.extract.text.changing import CHANGES

_ENDS = frozenset([".", ",", ";", ":", "?", "!", "¶", "-", "–", "—", "(", "and", "but", "while", "though", "although"])
"""Where the clause of a figure begins."""
_GOES_BACK = frozenset(
    "it that this they these those which who i we you he she there what so or as than of from by to at for our".split()
)
"""An opening word that names nothing new: what follows is of what was told before."""
_OF_ANY = frozenset("number total figure average mean count rate result share size time times duration".split())
"""What may stand for any measure."""
_VERBS = frozenset(
    (
        "is are was were be been has have had 's 're fell fall falls rose rise rises went go goes dropped drop drops "
        "grew grow grows shrank doubled doubles tripled halved came comes got gets ran runs climbed declined sank "
        "improved increased decreased reduced stayed jumped slipped quadrupled now"
    ).split()
)
_HIGHER = frozenset("higher lower bigger larger smaller longer shorter better worse".split())
"""What is said of the thing that a change is of, and of nothing it is measured against."""
_SIGNED = frozenset("down up by - + − about around roughly nearly almost some over".split())
"""What stands between a noun and the percent by which it rose or fell."""
_MANNERS = frozenset(
    (
        "cut saving savings drop fall rise reduction increase improvement gain decline growth change difference "
        "less more fewer then thus hence nearly almost about around roughly over under just only even well still "
        "overall total altogether together net gross per percent points twice half minus plus equals call meaning "
        "means makes gives therefore meanwhile today instead already later again since after all"
    ).split()
)
"""Words before a percent that name no measure."""
_FEW_WORDS, _LEAST = 2, 3
_CHANGES_OF = frozenset("rise rises increase increases growth cut cuts drop fall reduction".split())
"""Behind the noun that opens a bracket, these say how that went."""
_BULLETS = (("-",), ("–",), ("*",), ("•",))
_WHERE = frozenset("in at on across during within among inside".split())
"""With these a clause may open that first says where."""
_ARTICLES = frozenset("the a an our my its their his her every each all".split())
_LETS = frozenset("let lets letting allowed allows enabled enables meant means helped".split())
_WHO = (("we",), ("they",), ("i",), ("it",), ("that",))
_NO_WHOLE = frozenset("them that this these those theirs ours hers what which everything total whole".split())
_MONEY = frozenset("money budget sum amount cash funds grant price cost bill spend".split())
"""What amounts are a share of, by whatever name: "$600,000 of the $900,000, half of the money"."""
STEM = 4
_NEXT = 60
"""Code points behind a figure in which a line may end before the next word."""


def of_another_thing(scene: Scene, figure: Figure, operands: Sequence[int]) -> bool:
    """Whether the clause of a figure names a subject that no sentence of the sum's own figures speaks of.

    "The wait went from 14 minutes to 4. Complaints are down 60 %" tells of two things.
    """
    clause = (*_clause(figure.before), *figure.own[:1])  # "doubled" is figure and verb
    if not _LETS.isdisjoint(clause):
        return True
    subject = {word[:STEM] for word in _subject(clause)}
    return bool(subject) and subject.isdisjoint(heard(scene, figure, operands, clause))


def changes_another_thing(scene: Scene, figure: Figure, operands: Sequence[int]) -> bool:
    """Whether what stands right before "dropped by" is told of by no other figure: "overtime dropped by half"."""
    before = figure.before
    if any(operand.start > figure.start for operand in scene.at(operands)):
        return False  # "steps per order fell by 62 %, from 290 to 180"
    told = len(before) > _FEW_WORDS and before[-1] == "by" and before[-2] in _VERBS and is_thing(before[-3])
    return told and before[-3][:STEM] not in heard(scene, figure, operands, before)


def opens_another_thing(scene: Scene, figure: Figure, operands: Sequence[int]) -> bool:
    """Whether the clause of a figure is no more than a noun of its own: "16 weeks -> 11 weeks, overtime down 40%"."""
    clause, said = _opened(scene, figure), 0
    while clause and (clause[-1] in _SIGNED or (clause[-1] in _CHANGES_OF and _in_bracket(figure, len(clause)))):
        clause, said = clause[:-1], said + 1
    if not 0 < len(clause) <= _FEW_WORDS or not all(map(is_thing, clause)):
        return False
    own = (*clause, *[""] * said, *figure.own[:1])
    return {word[:STEM] for word in clause}.isdisjoint(heard(scene, figure, operands, own))


def _opened(scene: Scene, figure: Figure) -> tuple[str, ...]:
    """The words of a figure's clause before it, of which a sign may be the last; none where no mark opens it."""
    line = scene.story.text[max(0, figure.start - _NEXT) : figure.start].rpartition("\n")
    if line[1]:
        words = tuple(words_of(line[2]))
        return words[1:] if words[:1] in _BULLETS else words
    words = figure.before
    signs = len(words) - len(tuple(dropwhile(_SIGNED.__contains__, reversed(words))))
    return (*_clause(words[: len(words) - signs]), *words[len(words) - signs :])


def _in_bracket(figure: Figure, words: int) -> bool:
    """Whether a bracket opens right before the last words in front of a figure: "(price rise 5 %)"."""
    return words > 1 and figure.before[-words - 1 : -words] == ("(",)


def is_thing(word: str) -> bool:
    """Whether a word may be what is measured, and neither a change nor how one is told."""
    plain = word.isalpha() and len(word) >= _LEAST and not word.endswith(("ing", "ly", "ed"))
    return plain and word not in _GOES_BACK | _OF_ANY | _VERBS | _HIGHER | CHANGES | COMMON | _MANNERS


def names_another_thing(scene: Scene, figure: Figure, operands: Sequence[int]) -> bool:
    """Whether a change names right behind it what no other figure's sentence speaks of: "a 30 % higher basket"."""
    if len(figure.after) < 2 or figure.after[0] not in _HIGHER:
        return False
    thing = figure.after[1]
    if "\n" in scene.story.text[figure.end : figure.end + _NEXT] and not _on_line(scene, figure, thing):
        return False
    if len(thing) < STEM or not thing.isalpha() or thing in COMMON or thing in _OF_ANY:
        return False
    return thing[:STEM] not in heard(scene, figure, operands, (*figure.before, *figure.own))


def _on_line(scene: Scene, figure: Figure, word: str) -> bool:
    """Whether a word stands on the line of a figure, behind it."""
    line = scene.story.text[figure.end : figure.end + _NEXT].partition("\n")[0]
    return word in words_of(line)


def names_another_whole(scene: Scene, figure: Figure, operands: Sequence[int]) -> bool:
    """Whether "N % of the drivers" stands beside figures whose sentences speak of no drivers."""
    if figure.after[:1] != ("of",):
        return False
    whole = next((word for word in figure.after[1:5] if word not in _ARTICLES), "")
    if len(whole) < STEM or whole in _NO_WHOLE:
        return False
    if whole in _MONEY and all(one.kind == "money" for one in scene.at(operands)):
        return False
    if whole == "time" and all(one.kind == "duration" for one in scene.at(operands)):
        return False
    clause = (*figure.before, *figure.own)
    names = {whole[:STEM], *_told_of_it(figure, whole)}
    behind = [one for one in scene.at(operands) if one.start > figure.end]
    return names.isdisjoint(
        {
            *heard(scene, figure, operands, clause),
            *(one.noun[:STEM] for one in scene.at(operands)),
            *(word[:STEM] for one in behind for word in (*_clause(one.before), *one.after[:_FEW_WORDS])),
        }
    )


def _told_of_it(figure: Figure, whole: str) -> Iterator[str]:
    """What a clause tells of the whole at once, as its verb: "30 % of the food we shipped"."""
    at = figure.after.index(whole)
    if figure.after[at + 1 : at + 2] in _WHO:
        yield from (word[:STEM] for word in figure.after[at + 2 : at + 3] if len(word) >= STEM)


def of_nothing_named(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether "a fifth of the customers" comes out of hours: the whole that it names is none of theirs."""
    kinds = {one.kind for one in scene.at(reading.operands)}
    if reading.kind != "share" or not kinds <= {"money", "duration"} or figure.after[1:2] != ("the",):
        return False
    if not "".join(figure.after[2:3]).endswith("s"):
        return False  # "of the thing" is of anything
    return names_another_whole(scene, figure, reading.operands)


def heard(scene: Scene, figure: Figure, operands: Sequence[int], clause: Sequence[str]) -> Iterator[str]:
    """The stems of the words in the sentences of these figures, without the clause of the figure itself."""
    for number in {operand.sentence for operand in scene.at(operands)}:
        span = scene.story.sentences[number]
        words = list(words_of(scene.story.text[span.start : min(span.end, figure.start)]))
        if number == figure.sentence:
            del words[max(0, len(words) - len(clause)) :]
        yield from (word[:STEM] for word in words if word not in COMMON)


def _clause(before: Sequence[str]) -> tuple[str, ...]:
    """The words before a figure since its clause began; none where it began before another figure."""
    starts = [place for place, word in enumerate(before) if word in _ENDS]
    return tuple(before[starts[-1] + 1 :]) if starts else ()


def _subject(clause: Sequence[str]) -> tuple[str, ...]:
    """What a clause names before its verb; none where it goes back to what was told, or has no verb."""
    clause = clause[2:] if tuple(clause[:2]) == ("in", "which") else clause
    verb = next((place for place, word in enumerate(clause) if word in _VERBS), None)
    if not verb:
        return ()
    words = [word for word in clause[:verb] if word not in _ARTICLES]
    if clause[0] in _WHERE:
        words = words[-1:]  # "in the three depots overtime fell": what stands last
    if not words or not _GOES_BACK.isdisjoint(words[:1]) or not (CHANGES | _OF_ANY).isdisjoint(words):
        return ()
    return tuple(words)
