"""What an import would do, as data to look at before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from typing import Literal

from starproof.bank.importing.exemplars import exemplar_of
from starproof.bank.importing.found import Found, Item, Skipped
from starproof.bank.importing.likeness import Likeness, Match, words_of
from starproof.core.bank import Draft
from starproof.core.guide import Exemplar

Step = Literal["add", "revise", "details", "near", "same"]
STEPS: tuple[Step, ...] = ("add", "revise", "details", "near", "same")
"""A new story; a new text of a story of the bank; other details of one; a near-duplicate, held back; nothing new."""
_MEANT = 0.4
"""Share of longer words in common from which two texts under one id or from one source are the same story's."""
_LONG = 5
_DETAILS = tuple(one.name for one in fields(Draft) if one.name not in ("text", "id", "source", "archived"))


@dataclass(frozen=True, slots=True)
class Known:
    """A story of the bank, and the digests of the texts it had before."""

    draft: Draft
    earlier: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """Its id."""
        return self.draft.id or ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be done with one story."""

    step: Step
    draft: Draft
    place: str
    story: str | None = None
    """The id of the story of the bank that it belongs to, or that it is like."""
    match: Match | None = None
    """The story that it is much like, where one was found."""
    exemplar: str | None = None
    """The guide's exemplar whose words or figures it mostly has."""
    changed: tuple[str, ...] = ()
    """Fields that differ from the bank's, for ``revise`` and ``details``."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import would take, and all that it would not, with the reason."""

    entries: tuple[Entry, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def count(self, step: Step) -> int:
        """How many stories this is to be done with."""
        return sum(entry.step == step for entry in self.entries)

    @property
    def failed(self) -> tuple[Skipped, ...]:
        """What was skipped because something is wrong with it."""
        return tuple(one for one in self.skipped if one.code is not None)

    def choosing(self, steps: Mapping[int, Step]) -> ImportPlan:
        """The plan with other steps for some entries, by index, as the owner chose."""
        entries = (replace(one, step=steps.get(at, one.step)) for at, one in enumerate(self.entries))
        return replace(self, entries=tuple(entries))


@dataclass(slots=True)
class _State:
    """What is in the bank, and what this import has taken so far."""

    by_id: dict[str, Known]
    by_text: dict[str, str]
    by_earlier: dict[str, str]
    by_source: dict[str, str]
    taken: dict[str, str] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)


def plan_import(found: Iterable[Found], known: Sequence[Known], *, exemplars: tuple[Exemplar, ...] = ()) -> ImportPlan:
    """Hold what was read against the bank.

    A story with the same text as one of the bank, or as an earlier revision of it, is nothing new. One from the same
    source or with the same id but another text is a revision. One much like another is held back for its owner to
    decide; see ``ImportPlan.choosing``.

    Args:
        found: what ``gather`` read.
        known: the stories of the bank, archived ones too.
        exemplars: those of the guide; stories that have their words are pointed out.
    """
    read = list(found)
    items = [one for one in read if isinstance(one, Item)]
    state = _state(known)
    likeness = Likeness([*(one.draft.text for one in known), *(item.draft.text for item in items)])
    likeness.admit(len(known))
    names = [*((one.id, one.draft.title) for one in known), *((item.place, item.draft.title) for item in items)]
    entries = []
    for at, item in enumerate(items):
        entry = _entry(item, state)
        if entry.step == "add":
            entry = _held_back(entry, likeness.closest(len(known) + at), names, len(known))
            likeness.admit(len(known) + at + 1)
        entries.append(replace(entry, exemplar=exemplar_of(item.draft.text, exemplars)))
    return ImportPlan(tuple(entries), tuple(one for one in read if isinstance(one, Skipped)))


def digest_of(text: str) -> str:
    """A text's digest, by which the same text is known again."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _state(known: Sequence[Known]) -> _State:
    by_source = Counter(one.draft.source for one in known if one.draft.source)
    return _State(
        by_id={one.id: one for one in known},
        by_text={digest_of(one.draft.text): one.id for one in known},
        by_earlier={digest: one.id for one in known for digest in one.earlier},
        by_source={one.draft.source: one.id for one in known if one.draft.source and by_source[one.draft.source] == 1},
    )


def _entry(item: Item, state: _State) -> Entry:
    draft, digest = item.draft, digest_of(item.draft.text)
    if digest in state.taken:
        return Entry(
            "same", draft, item.place, notes=(*item.notes, f"The same text came before, in {state.taken[digest]}.")
        )
    state.taken[digest] = item.place
    same = _same(draft, digest, state)
    if same is not None:
        return _known_text(item, state.by_id[same], current=digest in state.by_text)
    story = _meant(draft, state)
    if story is not None:
        changed = ("text", *_changed(draft, story.draft))
        return Entry("revise", draft, item.place, story.id, changed=changed, notes=item.notes)
    return _new(item, state)


def _same(draft: Draft, digest: str, state: _State) -> str | None:
    """The story of the bank with this text; of several, the one with this id."""
    own = state.by_id.get(draft.id) if draft.id else None
    if own is not None and (digest == digest_of(own.draft.text) or digest in own.earlier):
        return own.id
    return state.by_text.get(digest) or state.by_earlier.get(digest)


def _known_text(item: Item, story: Known, *, current: bool) -> Entry:
    told = current and _of_one_source(item.draft, story.draft)
    changed = _changed(item.draft, story.draft) if told else ()
    notes = item.notes if current else (*item.notes, "The bank has a later text of this story; it stays.")
    step: Step = "details" if changed else "same"
    return Entry(step, item.draft, item.place, story.id, changed=changed, notes=notes)


def _of_one_source(draft: Draft, other: Draft) -> bool:
    return (draft.id is not None and draft.id == other.id) or draft.source == other.source


def _meant(draft: Draft, state: _State) -> Known | None:
    """The story of the bank that this one is another text of: of its id or its source, and at all alike.

    Another vault may have another ``1`` or another ``notes.md``.
    """
    source = state.by_source.get(draft.source or "")
    named = [draft.id] if draft.id and draft.id in state.by_id else []
    for id in (*named, *([source] if source else [])):
        if _alike(draft.text, state.by_id[id].draft.text):
            return state.by_id[id]
    return None


def _alike(text: str, other: str) -> bool:
    ours, theirs = ({word for word in words_of(one) if len(word) >= _LONG} for one in (text, other))
    return len(ours & theirs) >= _MEANT * max(1, min(len(ours), len(theirs)))


def _new(item: Item, state: _State) -> Entry:
    """A story that is added; its id is given up where another story has it."""
    draft, notes = item.draft, item.notes
    if draft.id and (draft.id in state.by_id or draft.id in state.ids):
        notes = (*notes, f"The id {draft.id!r} belongs to another story; this one gets a new id.")
        draft = replace(draft, id=None)
    if draft.source and draft.source in state.by_source:
        notes = (*notes, f"Another story came from {draft.source!r} before: {state.by_source[draft.source]!r}.")
    if draft.id:
        state.ids.add(draft.id)
    return Entry("add", draft, item.place, notes=notes)


def _held_back(
    entry: Entry, closest: tuple[int, float, bool] | None, names: Sequence[tuple[str, str | None]], known: int
) -> Entry:
    if closest is None:
        return entry
    place, share, contained = closest
    id, title = names[place]
    match = Match(id, title, share, contained)
    return replace(entry, step="near", match=match, story=id if place < known else None)


def _changed(draft: Draft, other: Draft) -> tuple[str, ...]:
    """Details that the draft states and the bank has otherwise; what it does not state is no change."""
    return tuple(name for name in _DETAILS if getattr(draft, name) and getattr(draft, name) != getattr(other, name))
