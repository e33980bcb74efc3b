"""Stories as a Word document: one a page, with headings that an import splits at again."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from starproof.bank.exporting.layout import about, blocks_of, title_of
from starproof.core.bank import Draft

if TYPE_CHECKING:
    from docx.document import Document as Word

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_docx(drafts: Iterable[Draft], *, on_done: Callable[[int], object] = lambda _: None) -> bytes:
    """The bytes of the document. Characters that no Word file can hold become ``\ufffd``."""
    import docx

    word = docx.Document()
    for number, draft in enumerate(drafts):
        if number:
            word.add_page_break()  # type: ignore[no-untyped-call] # of python-docx
        _story(word, draft)
        on_done(1)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _story(word: Word, draft: Draft) -> None:
    word.add_heading(_clean(title_of(draft)), level=1)
    for name, words in about(draft):
        line = word.add_paragraph()
        line.add_run(f"{name}: ").bold = True
        line.add_run(_clean(words))
    for block in blocks_of(draft.text):
        if block.kind == "heading":
            word.add_heading(_clean(block.words), level=2)
        else:
            word.add_paragraph(_clean(block.words), style="List Bullet" if block.kind == "item" else None)
    if draft.notes:
        word.add_heading("Notes", level=2)
        word.add_paragraph(_clean(draft.notes))


def _clean(words: str) -> str:
    return _NO_XML.sub("\ufffd", words)
