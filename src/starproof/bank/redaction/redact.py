"""Stories to a copy without the names of people and firms and without exact figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from starproof.bank.redaction.book import Key, Passage, kind_of
from starproof.bank.redaction.fields import passages_of, rebuilt
from starproof.bank.redaction.figures import Edit, Scaled, Scaler, broken
from starproof.bank.redaction.mentions import Names
from starproof.bank.redaction.names import find_names
from starproof.bank.redaction.numerals import numerals
from starproof.bank.redaction.patterns import patterned
from starproof.bank.redaction.survivors import Copy, Survivor, survivors
from starproof.bank.redaction.vocabulary import ends_like_a_word, gives_nobody_away, is_ordinary, is_public
from starproof.core.bank import Draft


@dataclass(frozen=True, slots=True)
class Replacement:
    """What was replaced by what, and how often."""

    kind: str
    """``Person``, ``Company``, ``E-mail``, ``money`` and the like."""
    original: str
    stand_in: str
    count: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What may look as if it should be gone, and stays; with the reason."""

    words: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Redacted:
    """The copy and an account of it."""

    drafts: tuple[Draft, ...]
    replacements: tuple[Replacement, ...]
    kept: tuple[Kept, ...]
    survivors: tuple[Survivor, ...]
    """What the second look found; empty when the copy is clean."""
    sums: tuple[tuple[int, str], ...] = ()
    """Sums that do not hold in the copy any more: the story's index, and the sum written out."""


def redact(
    drafts: Sequence[Draft],
    *,
    also: Iterable[str] = (),
    keep: Iterable[str] = (),
    on_done: Callable[[int], object] = lambda _: None,
) -> Redacted:
    """A copy of stories in which people, firms, products and exact figures have stand-ins, the same in all stories.

    Ids become numbers and sources are left out, as both may hold names. Dates are kept.

    Args:
        drafts: the stories.
        also: names that the owner wants gone, found in any case.
        keep: words that are no names, as the owner says.
        on_done: told 1 after each story.
    """
    passages = [passage for story, draft in enumerate(drafts) for passage in passages_of(story, draft)]
    book = find_names(passages, also=also, keep=keep)
    names = Names(book)
    work = _Work(names, Scaler([draft.text for draft in drafts]))
    copies = _copied(passages, work, on_done)
    fresh = tuple(rebuilt(story, draft, copies, len(drafts)) for story, draft in enumerate(drafts))
    still = {key: count for key, count in book.kept.items() if (key[0].casefold(),) not in names.owner}
    kept = Counter({**still, **work.kept})
    return Redacted(
        drafts=fresh,
        replacements=tuple(Replacement(*key, count) for key, count in work.replaced.items()),
        kept=tuple(Kept(words, reason, count) for (words, reason), count in kept.most_common()),
        survivors=_left(copies.values(), names, work, len(drafts)),
        sums=tuple(work.sums),
    )


def _copied(passages: Iterable[Passage], work: _Work, on_done: Callable[[int], object]) -> dict[tuple[int, str], Copy]:
    """By story and field."""
    copies: dict[tuple[int, str], Copy] = {}
    at = -1
    for passage in passages:
        copies[passage.story, passage.field] = work.copy(passage)
        if passage.story != at:
            at = passage.story
            on_done(1)
    return copies


class _Work:
    """Gives out stand-ins and keeps account of them."""

    def __init__(self, names: Names, scaler: Scaler) -> None:
        self.names, self.scaler = names, scaler
        self.stand_ins: dict[tuple[str, object], str] = {}
        self.used: Counter[str] = Counter()
        self.replaced: Counter[tuple[str, str, str]] = Counter()
        self.kept: Counter[tuple[str, str]] = Counter()
        self.said: dict[tuple[int, str, str], str] = {}
        self.figures: dict[int, set[str]] = {}
        self.spared: dict[int, set[str]] = {}
        self.sums: list[tuple[int, str]] = []

    def copy(self, passage: Passage) -> Copy:
        """The passage with all stand-ins in it."""
        scaled = self.scaler.scaled(passage.text) if passage.form != "tag" else Scaled()
        edits = self._edits(passage, scaled)
        parts: list[str] = []
        spans: list[tuple[int, int]] = []
        at = size = 0
        for edit in edits:
            stand_in = edit.stand_in.lower().replace(" ", "-") if passage.form == "tag" else edit.stand_in
            parts += [passage.text[at : edit.start], stand_in]
            size += edit.start - at
            spans.append((size, size + len(stand_in)))
            size += len(stand_in)
            at = edit.end
            self.replaced[edit.kind, edit.original, edit.stand_in] += 1
        text = "".join([*parts, passage.text[at:]])
        if passage.field == "text":
            self.sums += [(passage.story, one) for one in broken(text, before=scaled.wrong)]
        return Copy(passage.story, passage.field, text, tuple(spans))

    def _edits(self, passage: Passage, scaled: Scaled) -> list[Edit]:
        """What is replaced, in order: what its form gives away, then names, then figures."""
        text = passage.text
        found = [
            self._named(text, start, end, kind, text[start:end].casefold()) for start, end, kind in patterned(text)
        ]
        for mention in self.names.mentions(passage):
            kind = kind_of(self.names.book.order.get(mention.key, Counter()))
            found = _with(found, self._named(text, mention.start, mention.end, kind, mention.key))
        for edit in self._alike(passage, scaled.edits):
            before = len(found)
            found = _with(found, edit)
            if len(found) > before:
                self.figures.setdefault(passage.story, set()).add(_figure(text, edit))
        self.kept.update(scaled.kept)
        kept = " ; ".join(words for words, _ in scaled.kept)
        self.spared.setdefault(passage.story, set()).update(one.text for one in numerals(kept))
        return sorted(found, key=lambda edit: edit.start)

    def _alike(self, passage: Passage, edits: Iterable[Edit]) -> Iterator[Edit]:
        """The edits, with the stand-ins that the story's own text gives to the same figures."""
        for edit in edits:
            key = (passage.story, edit.kind, edit.original)
            if passage.field == "text":
                self.said.setdefault(key, edit.stand_in)
                yield edit
            else:
                yield replace(edit, stand_in=self.said.get(key, edit.stand_in))

    def _named(self, text: str, start: int, end: int, kind: str, key: object) -> Edit:
        """A stand-in for a name; the word before it goes with it where the stand-in says it again."""
        original = text[start:end]
        before = text[max(0, start - len(kind) - 1) : start]
        if before.casefold() == f"{kind} ".casefold() and not text[: start - len(before)][-1:].isalnum():
            start -= len(before)
        return Edit(start, end, self._stand_in(kind, key), kind, original)

    def _stand_in(self, kind: str, key: object) -> str:
        name = self.stand_ins.get((kind, key))
        if name is None:
            name = f"{kind} {_letters(self.used[kind])}"
            self.used[kind] += 1
            self.stand_ins[kind, key] = name
        return name


def _figure(text: str, edit: Edit) -> str:
    """A replaced number with the word that scales it, for the second look."""
    following = text[edit.end : edit.end + 9]
    for scale in ("k", "K", "M", "m", "bn", " thousand", " million", " billion"):
        if following.startswith(scale) and not following[len(scale) : len(scale) + 1].isalpha():
            return edit.original + scale
    return edit.original


def _with(found: list[Edit], edit: Edit) -> list[Edit]:
    """The edits with one more, unless it overlaps an earlier one; a longer one takes its place."""
    clash = [one for one in found if one.start < edit.end and edit.start < one.end]
    return found if clash else [*found, edit]


def _letters(number: int) -> str:
    """A, B, ... Z, AA, AB and so on."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _left(copies: Iterable[Copy], names: Names, work: _Work, total: int) -> tuple[Survivor, ...]:
    figures = [work.figures.get(at, set()) - work.spared.get(at, set()) for at in range(total)]
    originals = {original for kind, original, _ in work.replaced if kind not in _FIGURES}
    everyday = {one for one in originals if _harmless(tuple(one.casefold().split()))}
    forced = {" ".join(key) for key in names.book.forced}
    proper = {one for one in originals - everyday if one != one.lower()} | forced
    found = {" ".join(key) for key in names.owner if not _harmless(key)}
    spared = names.book.spared
    return survivors(
        list(copies), proper, everyday, figures, whole=found | originals - everyday,
        harmless=lambda word: word in spared or _is_known(word),
    )  # fmt: skip


_FIGURES = frozenset(("money", "count", "duration", "size", "number", "percent", "multiple", "score"))


def _is_known(word: str) -> bool:
    return is_ordinary(word) or is_public(word) or gives_nobody_away(word) or ends_like_a_word(word)


def _harmless(key: Key) -> bool:
    """A name of one everyday word, which may stand in a text and mean nothing."""
    return len(key) == 1 and is_ordinary(key[0])
