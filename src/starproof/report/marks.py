"""The story as a proof sheet: its blocks, the marks in them, and the notes that the marks lead to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from starproof.core.document import Label
from starproof.core.results import SEVERITIES, Evidence, Review, Severity
from starproof.core.text import Span


@dataclass(frozen=True, slots=True)
class Note:
    """Something said about the story: a finding, or a raised flag that no finding tells."""

    number: int
    """From 1, in the order in which the text has their main evidence; notes about something absent come last,
    the red flags among them at the very end, since those are told with the red flags."""
    name: str
    code: str | None
    severity: Severity
    flag: str | None
    """The red flag that it raises, if it raises one."""
    message: str
    probe: str | None
    evidence: tuple[Evidence, ...]
    """The first is what the note is about; the others are what it rests on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block in which the marks do not change."""

    text: str
    notes: tuple[int, ...] = ()
    """Numbers of the notes whose evidence covers it."""
    ends: tuple[int, ...] = ()
    """Numbers of the notes whose mark ends after it."""
    firsts: tuple[int, ...] = ()
    """Those of ``ends`` whose main mark this is."""
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or sentence of one label."""

    label: Label
    span: Span
    bullet: bool
    opens: bool
    """Whether another section went before, or none."""
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    """The notes whose main mark ends here."""

    @property
    def marked(self) -> bool:
        """Whether any note speaks of it."""
        return bool(self.notes) or any(piece.notes or piece.ends for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole story in blocks, with all notes and those that no block could show."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    loose: tuple[Note, ...]


def notes_of(review: Review) -> tuple[Note, ...]:
    """Everything said about the story, numbered in the order of the text."""
    raised = {flag.id for flag in review.flags if flag.status == "raised"}
    drafts = [
        Note(0, f.name, f.code, f.severity, _flag_of(f.guide, f.name, raised), f.message, f.probe, f.evidence)
        for f in review.findings
    ]
    told = {draft.flag for draft in drafts}
    drafts += [
        Note(0, f.id, None, f.severity, f.id, f.because, f.probe, f.evidence)
        for f in review.flags
        if f.status == "raised" and f.id not in told
    ]
    drafts.sort(key=_place)
    return tuple(_numbered(draft, number) for number, draft in enumerate(drafts, 1))


def _flag_of(guide: str | None, name: str, raised: set[str]) -> str | None:
    flag = (guide or "").removeprefix("red_flags/")
    return flag if flag in raised else name if name in raised else None


def _place(note: Note) -> tuple[bool, bool, int, int, str]:
    start = note.evidence[0].span.start if note.evidence else 0
    absent = not note.evidence
    return absent, absent and note.flag is not None, start, SEVERITIES.index(note.severity), note.code or note.name


def _numbered(note: Note, number: int) -> Note:
    return Note(number, note.name, note.code, note.severity, note.flag, note.message, note.probe, note.evidence)


def sheet_of(review: Review, *, by_sentence: bool = False) -> Sheet:
    """Lay the story out in blocks with its marks.

    Args:
        by_sentence: one block a sentence instead of one a paragraph and section.
    """
    notes = notes_of(review)
    spans = list(_spans(review, by_sentence=by_sentence))
    marks = _Marks.on(notes, [span for _, span, _ in spans])
    figures = _figures(review, [span for _, span, _ in spans])
    blocks, before = [], None
    for index, (label, span, bullet) in enumerate(spans):
        pieces = tuple(_pieces(review.document.text, span, marks, figures, index))
        homed = tuple(notes[number - 1] for number in sorted(marks.homes[index]))
        blocks.append(Block(label, span, bullet, label != before, pieces, homed))
        before = label
    return Sheet(tuple(blocks), notes, tuple(note for note in notes if note.number not in marks.homed))


def _spans(review: Review, *, by_sentence: bool) -> Iterator[tuple[Label, Span, bool]]:
    if not review.sentences:
        yield "other", Span(0, len(review.document.text)), False
        return
    numbered = list(enumerate(review.sentences))
    for (_, label, *_), group in groupby(
        numbered, key=lambda item: (item[1].paragraph, item[1].label, item[0] if by_sentence else 0)
    ):
        run = list(group)
        first, last = run[0][1].span, run[-1][1].span
        yield label, Span(first.start, max(first.end, last.end)), _is_bullet(review, run[0][0])


def _is_bullet(review: Review, index: int) -> bool:
    known = review.document.sentences
    return index < len(known) and known[index].bullet


class _Marks:
    """Where marks start and end, block by block."""

    def __init__(self) -> None:
        self.covers: dict[int, list[tuple[Span, int]]] = defaultdict(list)
        self.ends: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        self.homes: dict[int, list[int]] = defaultdict(list)
        self.homed: dict[int, int] = {}
        """Where the main mark of each note ends."""

    @classmethod
    def on(cls, notes: Iterable[Note], blocks: Sequence[Span]) -> _Marks:
        marks = cls()
        starts = [block.start for block in blocks]
        for note in notes:
            for item in note.evidence:
                marks._put(note.number, item.span, blocks, starts)
        return marks

    def _put(self, number: int, span: Span, blocks: Sequence[Span], starts: Sequence[int]) -> None:
        index = max(bisect_right(starts, span.start) - 1, 0)
        last = None
        while index < len(blocks) and blocks[index].start <= max(span.end - 1, span.start):
            cut = Span(max(span.start, blocks[index].start), min(span.end, blocks[index].end))
            if cut.start <= cut.end and cut.start < blocks[index].end:
                self.covers[index].append((cut, number))
                last = (index, cut.end)
            index += 1
        if last is not None:
            self.ends[last[0]][last[1]].append(number)
            if number not in self.homed:
                self.homed[number] = last[1]
                self.homes[last[0]].append(number)


def _figures(review: Review, blocks: Sequence[Span]) -> dict[int, list[Span]]:
    starts = [block.start for block in blocks]
    found: dict[int, list[Span]] = defaultdict(list)
    for quantity in review.quantities:
        index = max(bisect_right(starts, quantity.span.start) - 1, 0)
        if blocks[index].contains(quantity.span):
            found[index].append(quantity.span)
    return found


def _pieces(text: str, block: Span, marks: _Marks, figures: dict[int, list[Span]], index: int) -> Iterator[Piece]:
    covers, ends, counted = marks.covers.get(index, []), marks.ends.get(index, {}), figures.get(index, [])
    changes: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for span, number in [*covers, *((span, 0) for span in counted)]:
        if len(span):
            changes[span.start].append((1, number))
            changes[span.end].append((-1, number))
    depth: dict[int, int] = defaultdict(int)
    cuts = sorted({block.start, block.end, *changes, *ends})
    if ends.get(block.start):
        yield _ending(Piece(""), ends[block.start], block.start, marks)
    for start, end in pairwise(cuts):
        for step, number in changes.get(start, ()):
            depth[number] += step
            if not depth[number]:
                del depth[number]
        covering = tuple(sorted(number for number in depth if number))
        piece = Piece(text[start:end], covering, figure=0 in depth)
        yield _ending(piece, ends.get(end, ()), end, marks)


def _ending(piece: Piece, numbers: Iterable[int], at: int, marks: _Marks) -> Piece:
    ends = tuple(sorted(set(numbers)))
    return replace(piece, ends=ends, firsts=tuple(n for n in ends if marks.homed[n] == at))
