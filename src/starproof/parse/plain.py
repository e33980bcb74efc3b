"""What a sentence says, without how its speaker says it.

Two speakers who state the same fact should be read alike, whether they say "I didn't have a plan" or "I was, um, not
having plan, I think". So the plain words of a sentence have its contractions written out, dialects' small words in
their common form, and neither articles, fillers, habits such as "I think", titles, a "right?" at its end nor words said
twice. Every word keeps the place of the words that it stands for. ``forms`` goes further and joins the forms of one
word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from starproof.core.keeping import kept
from starproof.parse.tags import tag
from starproof.parse.words import CAPITAL, FILLERS, RESTARTED, START, Token, said

PRESENT = frozenset(["am", "is", "are"])
BEING = PRESENT | {"was", "were"}
_OBJECTS = frozenset("me us him her them everyone everybody you to".split(" "))
AINT = "ain't"
_HELPING = re.compile(
    r"\b(?:ha(?:ve|s|d|ving)|ha(?:ve|s|d)n|ain|i?ve|weve|theyve|(?:i|we|they|you)d|(?:it|he|she|that|there|who)s|"
    r"would|could|should|must|might|may)\b|"
    r"['’](?:ve|d|s)\b|\b(?:to|of|as) $",
    re.IGNORECASE,
)
"""Before "been", what it goes with; where nothing does, "had" was left out."""
_OPENS = re.compile(
    r", (?=(?:and|but|so|or|because|when|that|which|as) )|"
    r"\b(?:and|but|so|or|as|because|when) (?=(?:i|we|they|he|she|it|mine|my|our|the|that|this|none|nobody|some|most|"
    r"all|half)\b)",
    re.IGNORECASE,
)
"""Where another clause opens before it."""
_NEAR = 60
"""Code points before it in which that stands."""
_ALWAYS_TITLES = frozenset(["mr", "mrs"])
_TITLES = _ALWAYS_TITLES | {"ms", "dr", "prof"}
_TITLED = re.compile(rf"\.? [{CAPITAL}]")
"""What stands behind a title: a name."""
_THINGS = frozenset(["it", "that", "this"])
"""After these, "ain't done" tells how something is."""
_LATELY = re.compile(r"\b(?:since|yet|so far|in (?:a|an|\w{3,5}) (?:weeks?|months?|quarters?|years?))\b")
"""Behind "ain't done", these tell what has not been done to this day."""
_FOLLOWING = re.compile(r" (?:even |ever |yet )?([a-z]+)")
_DOUBLED = frozenset(["doin", "goin", "bein"])
"""Short words that an apostrophe may end in place of a g."""
Row = tuple[tuple[str, ...], tuple[str, ...], frozenset[str], frozenset[str]]
"""Words, what is read instead, words before which they stay as they are, and the only ones before which they do not."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How people say the same thing differently, from ``plain.toml``."""

    words: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, tuple[Row, ...]]
    """By their first word, the longest first."""
    seconds: Mapping[str, frozenset[str]]
    """By the first word of rows, their second ones."""
    alone: frozenset[str]
    """Rows of one word."""
    lasting: Mapping[str, tuple[str, str]]
    telling: frozenset[str]
    """Words that are not always kept as they stand, even where the word before is another."""
    articles: frozenset[str]
    repeated: frozenset[str]
    like: frozenset[str]
    small: frozenset[str]
    abroad: frozenset[str]
    aside: frozenset[str]
    done: frozenset[str]
    several: frozenset[str]
    """Words that tell of several."""


@cache
def habits_of_speech() -> Habits:
    """The contents of ``plain.toml``."""
    data = tomllib.loads((files("starproof.parse") / "plain.toml").read_text(encoding="utf-8"))
    rows: dict[str, list[Row]] = {}
    for row, read in data["rows"].items():
        words = tuple(row.split())
        rows.setdefault(words[0], []).append(
            (words, tuple(read.split()), _listed(data["stays"], row), _listed(data["only"], row))
        )
    lists = {name: frozenset(words.split()) for name, words in data["lists"].items()}
    for words, read in _several(data["several"]):
        rows.setdefault(words[0], []).append((words, read, frozenset(data["several"]["stays"].split()), frozenset()))
    return Habits(
        {said: tuple(read.split()) for said, read in data["words"].items()},
        {word: tuple(sorted(found, key=lambda row: -len(row[0]))) for word, found in rows.items()},
        {word: frozenset(row[0][1] for row in found if len(row[0]) > 1) for word, found in rows.items()},
        frozenset(row for row in data["rows"] if " " not in row),
        {said: (read.split()[0], read.split()[1]) for said, read in data["lasting"].items()},
        frozenset(lists["articles"] | rows.keys() | data["lasting"].keys()),
        lists["articles"],
        lists["repeated"] | RESTARTED,
        lists["like"],
        lists["small"],
        lists["abroad"],
        lists["aside"],
        lists["done"],
        frozenset(data["several"]["words"].split()),
    )


def _several(table: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Each noun that lost its plural behind a word that tells of several, with that plural."""
    for noun in table["nouns"].split():
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        yield from (((word, noun), (word, plural)) for word in table["words"].split())


def _listed(table: Mapping[str, str], row: str) -> frozenset[str]:
    return frozenset(table.get(row, "").split())


def is_article(word: str) -> bool:
    """Whether a lower-case word is "a", "an" or "the"."""
    return word in habits_of_speech().articles


def spelled(word: str) -> tuple[str, ...]:
    """One lower-case word in its plain form, which may be several words, or none where it is an article."""
    habits = habits_of_speech()
    if word in habits.articles:
        return ()
    read = habits.words.get(word)
    if read is not None:
        return read
    return (word[:-3], "not") if word.endswith("n't") and len(word) > 3 else (word,)


@lru_cache(maxsize=8192)
def names_something(word: str) -> bool:
    """Whether a word may begin what an article stands before, were it not left out."""
    return word not in habits_of_speech().small and word != START and not word[0].isdigit()


@kept
def plain(sentence: str) -> tuple[Token, ...]:
    """The plain words of a sentence behind an empty token ``^``, with their places in it; none where it has no word."""
    kept: list[Token] = []
    words, habits = _common(sentence), habits_of_speech()
    if words:
        kept.append(Token(START, words[0].start, words[0].start))
    place = 0
    while place < len(words):
        token = words[place]
        word = token.word
        if word not in habits.telling and word != kept[-1].word:
            kept.append(token)
            place += 1
            continue
        row = row_at(words, place)
        if row is None:
            _keep(kept, token, words[place + 1].word if place + 1 < len(words) else "")
            place += 1
            continue
        start, end = token.start, words[place + len(row[0]) - 1].end
        stands = len(row[0]) == len(row[1])
        for at, (read, following) in enumerate(zip(row[1], (*row[1][1:], ""), strict=False), place):
            own = stands and words[at].word == read
            _keep(kept, words[at] if own else Token(read, start, end), following)
        place += len(row[0])
    return tuple(kept)


@kept
def _common(sentence: str) -> tuple[Token, ...]:
    """The words without fillers, each in its common form."""
    return tuple(_commonly(sentence))


def _commonly(sentence: str) -> Iterator[Token]:
    habits, before, stop = habits_of_speech(), "", tag(sentence)
    for token in said(sentence):
        if token.start > stop:
            return
        if _as_it_is(token.word):
            before = token.word
            yield token
            continue
        word = whole(sentence, token)
        if word in FILLERS or fills(sentence, token, before) or _is_title(sentence, token):
            continue
        if word == "been" and before and not helped(sentence, token.start):
            yield Token("had", token.start, token.end)
        if word == AINT:
            word = not_done(sentence, token, before) or word
        for before in (word,) if word in habits.articles else spelled(word):
            yield token if before == token.word else Token(before, token.start, token.end)


@lru_cache(maxsize=8192)
def _as_it_is(word: str) -> bool:
    """Whether a word is always read as it stands."""
    habits = habits_of_speech()
    if (
        word in FILLERS
        or word in ("like", "cause", "been")
        or _clipped(word)
        or word in habits.abroad
        or word in habits.aside
        or word in _TITLES
    ):
        return False
    return word in habits.articles or spelled(word) == (word,)


def _is_title(sentence: str, token: Token) -> bool:
    """Whether a word only says with what respect somebody is named."""
    if token.word not in _TITLES:
        return False
    return token.word in _ALWAYS_TITLES or _TITLED.match(sentence, token.end) is not None


def helped(sentence: str, place: int) -> bool:
    """Whether what stands before a "been" goes with it, in the clause that a comma or its subject opens."""
    near = max(0, place - _NEAR)
    opens = [found.end() for found in _OPENS.finditer(sentence, near, place)]
    return _HELPING.search(sentence, opens[-1] if opens else near, place) is not None


def _clipped(word: str) -> bool:
    """Whether a word may have lost a g at its end."""
    return word.endswith("in") and (len(word) > 4 or word in _DOUBLED)


def whole(sentence: str, token: Token) -> str:
    """The word with what an apostrophe stands for: "tryin'", "'cause"."""
    word = token.word
    if _clipped(word) and sentence[token.end : token.end + 1] in ("'", "’"):
        return word + "g"
    return "because" if word == "cause" and sentence[max(0, token.start - 1) : token.start] in ("'", "’") else word


def fills(sentence: str, token: Token, before: str) -> bool:
    """Whether a word only fills a pause: one of another language that is no name, or one between commas.

    So does "like" after a word that it neither compares nor denies.
    """
    habits, word = habits_of_speech(), token.word
    if word in habits.abroad:
        return sentence[token.start].islower()
    if word != "like" and word not in habits.aside:
        return False
    if sentence[token.start - 2 : token.start] == ", " and sentence[token.end : token.end + 1] == ",":
        return True
    return word == "like" and before != "" and before not in habits.like


def not_done(sentence: str, token: Token, before: str) -> str:
    """What "ain't" stands for where it tells what has, or had, not been done: "I ain't checked it"; else nothing."""
    if before in _THINGS or not _has_done(sentence, token.end):
        return ""
    return "haven't" if before == "still" or _LATELY.search(sentence, token.end) else "hadn't"


def _has_done(sentence: str, end: int) -> bool:
    """Whether what follows was done, so that "ain't" stands for "haven't" or "hadn't"."""
    following = _FOLLOWING.match(sentence, end)
    return following is not None and (
        following.group(1).endswith("ed") or following.group(1) in habits_of_speech().done
    )


def row_at(words: Sequence[Token], place: int) -> Row | None:
    """The longest row of words that begins here and is said another way."""
    habits, first = habits_of_speech(), words[place].word
    rows = habits.rows.get(first)
    if rows is None:
        return None
    second = words[place + 1].word if place + 1 < len(words) else ""
    if second not in habits.seconds[first] and first not in habits.alone:
        return None
    following = tuple([token.word for token in words[place : place + len(rows[0][0])]])
    for row in rows:
        if following[: len(row[0])] == row[0]:
            end = place + len(row[0])
            following_word = words[end].word if end < len(words) else ""
            return row if following_word not in row[2] and (not row[3] or following_word in row[3]) else None
    return None


def _keep(kept: list[Token], token: Token, following: str) -> None:
    """Add a word to those that are kept, unless it says nothing; one in the lasting form joins the verb before it."""
    habits, last = habits_of_speech(), kept[-1]
    if token.word in habits.articles or (token.word == last.word and token.word in habits.repeated):
        return
    lasting = habits.lasting.get(token.word)
    if lasting is None or last.word not in BEING:
        kept.append(token)
        return
    kept.pop()
    past, present = ("told", "tell") if token.word == "telling" and following in _OBJECTS else lasting
    kept.append(Token(present if last.word in PRESENT else past, last.start, token.end))
