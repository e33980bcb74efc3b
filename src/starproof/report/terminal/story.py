"""The story on its proof sheet: a rail that names the section, marks on the words, notes beside or below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.text import Text

from starproof.core.results import Review
from starproof.report.marks import Block, Note, Piece, Sheet, sheet_of
from starproof.report.safe import clipped, one_line
from starproof.report.terminal.look import Look, beside, hanging, said, small, title, wrapped
from starproof.report.words import Names, counted, plain

LONG = 1200
"""A story of more words than this is told by its marked sentences; what lies between is counted."""
MOST = 60
"""How many marked sentences of such a story are shown, and how many marks of one sentence."""
_WHOLE, _NEAR = 800, 80
"""Code points up to which a sentence of such a story is shown whole, and those kept beside a mark otherwise."""
_MARGIN = 34
_LABEL = 11
_SHAPES = {"error": "◆", "warning": "◆", "note": "◇"}


def story_lines(review: Review, names: Names, look: Look) -> Iterator[Text]:
    """The whole story with its marks; of a very long one, the sentences that something is said about."""
    long = review.text.words > LONG
    sheet = sheet_of(review, by_sentence=long)
    aside = "the sentences with a mark; HTML shows it whole" if long else ""
    yield from title("Story", look, aside=aside)
    if not sheet.notes:
        yield Text("Nothing to mark.")
        yield Text()
    for place, part in enumerate(_parts(sheet, fold=long)):
        if place:
            yield Text()
        if isinstance(part, str):
            yield from hanging(Text(), Text(part, style=look.style("quiet")), look.width, indent=_indent(look))
        else:
            yield from _block_lines(part, names, look)
    yield from _loose([note for note in sheet.loose if not (note.flag and not note.evidence)], names, look)


def _parts(sheet: Sheet, *, fold: bool) -> Iterator[Block | str]:
    """The blocks to show; of a long story the first that are marked, cut to what stands around the marks."""
    if not fold:
        yield from sheet.blocks
        return
    shown = 0
    folded: list[Block] = []
    for block in sheet.blocks:
        if not block.marked or shown == MOST:
            folded.append(block)
            continue
        if folded:
            yield _fold(folded)
        folded, shown = [], shown + 1
        yield _excerpt(block)
    if folded:
        yield _fold(folded)


def _fold(blocks: Sequence[Block]) -> str:
    words = sum(len(piece.text.split()) for block in blocks for piece in block.pieces)
    notes = sum(len(block.notes) for block in blocks)
    rest = counted(notes, "more note") if notes else "without a mark"
    return f"⋯ {counted(len(blocks), 'sentence')}, {counted(words, 'word')}, {rest}"


def _excerpt(block: Block) -> Block:
    """A long block with only the words around its first marks; a short one as it is."""
    if len(block.span) <= _WHOLE:
        return block
    marked = [place for place, piece in enumerate(block.pieces) if piece.notes or piece.ends][:MOST]
    pieces = [_short(piece) for piece in block.pieces[: marked[-1] + 2]] if marked else []
    return replace(block, pieces=(*pieces, Piece(" ⋯")), notes=block.notes[:MOST])


def _short(piece: Piece) -> Piece:
    text = piece.text
    return piece if len(text) <= 2 * _NEAR else replace(piece, text=f"{text[:_NEAR]} ⋯ {text[-_NEAR:]}")


def _block_lines(block: Block, names: Names, look: Look) -> Iterator[Text]:
    margin = _MARGIN if look.roomy else 0
    width = look.width - _indent(look) - 2 - (margin + 2 if margin else 0)
    story = wrapped(_marked(block, look), width)
    notes = [line for note in block.notes for line in _note_lines(note, names, look, margin or width)]
    rows = max(len(story), len(notes)) if margin else len(story) + len(notes)
    rail = [Text("▌", style=look.rail(block.label))] * rows
    label = [Text(block.label, style=look.rail(block.label))] if block.opens else []
    if look.narrow:
        yield from label
        yield from beside([(1, rail), (width, [*story, *notes])], gap=1)
    elif margin:
        yield from beside([(_LABEL - 1, label), (1, rail), (width, story), (margin, notes)], gap=1)
    else:
        yield from beside([(_LABEL - 1, label), (1, rail), (width, [*story, *notes])], gap=1)


def _indent(look: Look) -> int:
    """Columns before the rail, for the names of sections."""
    return 0 if look.narrow else _LABEL


def _marked(block: Block, look: Look) -> Text:
    """The words with their marks: a line below them in colour, brackets around them without."""
    text = Text("• " if block.bullet else "")
    opened = False
    for piece in block.pieces:
        if piece.text and bool(piece.notes) != opened:
            opened = _bracket(text, opened, look)
        style = look.style("mark") if piece.notes else look.style("figure") if piece.figure else ""
        text.append(one_line(piece.text), style=style)
        if piece.ends:
            opened = _bracket(text, opened, look) if opened else False
            text.append(small(piece.ends), style=look.style("pencil"))
    if opened:
        _bracket(text, opened, look)
    return text


def _bracket(text: Text, opened: bool, look: Look) -> bool:
    if not look.color:
        text.append("]" if opened else "[")
    return not opened


def _note_lines(note: Note, names: Names, look: Look, width: int) -> Iterator[Text]:
    strong = look.style("pencil" if note.severity != "note" else "open")
    head = Text(f"{small([note.number])} {_SHAPES[note.severity]}", style=strong)
    name = Text.assemble((title_of(note, names), strong), (f" {note.code}" if note.code else "", look.style("quiet")))
    yield from hanging(head, name, width, indent=head.cell_len + 1)
    for words in filter(None, (note.message, note.probe)):
        style = look.style("quiet") if words is note.probe else ""
        yield from (line for line in _indented(words, width, style))


def _indented(words: str, width: int, style: str) -> Sequence[Text]:
    return hanging(Text("  "), said(words, style=style), width, indent=2)


def title_of(note: Note, names: Names) -> str:
    """What a note is called: the red flag's name, or the rule's in plain words."""
    return names.flag(note.flag) if note.flag else plain(note.name)


def _loose(notes: Sequence[Note], names: Names, look: Look) -> Iterator[Text]:
    """Notes about what is absent, or about words outside the story's sentences; red flags are told further down."""
    if notes:
        yield Text()
        yield from wrapped(Text("About the story as a whole:", style=look.style("strong")), look.width)
    for note in notes[:MOST]:
        strong = look.style("pencil" if note.severity != "note" else "open")
        words = Text.assemble(
            (title_of(note, names), strong), (f" {note.code}" if note.code else "", look.style("quiet")), " "
        )
        words.append_text(said(note.message))
        if note.evidence:
            words.append(f" “{clipped(note.evidence[0].quote, most=60)}”")
        if note.probe:
            words.append_text(said(f" {note.probe}", style=look.style("quiet")))
        head = Text(f"{small([note.number])} {_SHAPES[note.severity]}", style=strong)
        yield from hanging(head, words, look.width, indent=head.cell_len + 1)
    if len(notes) > MOST:
        yield Text(f"and {counted(len(notes) - MOST, 'more note')}")
