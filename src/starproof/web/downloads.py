"""Stories as a file to take away."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Literal

from fastapi.responses import Response

from starproof.api.exchange import export_stories
from starproof.bank.exporting import as_markdown, file_names
from starproof.core.bank import Draft

Form = Literal["markdown", "jsonl", "docx", "html", "anki"]
_KINDS: dict[Form, tuple[str, str]] = {
    "markdown": ("zip", "application/zip"),
    "jsonl": ("jsonl", "application/x-ndjson"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "html": ("html", "text/html; charset=utf-8"),
    "anki": ("txt", "text/plain; charset=utf-8"),
}
CONTENT = tuple(sorted({kind.partition(";")[0] for _, kind in _KINDS.values()}))
"""The content types that a download may have."""


def download(drafts: Sequence[Draft], form: Form, *, on: str) -> Response:
    """These stories in one file; Markdown comes as an archive with a file a story."""
    ending, kind = _KINDS[form]
    data = _zipped(drafts) if form == "markdown" else export_stories(drafts, None, form)[1]
    headers = {"content-disposition": f'attachment; filename="stories-{on}.{ending}"'}
    return Response(data, media_type=kind, headers=headers)


def _zipped(drafts: Sequence[Draft]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, draft in zip(file_names(drafts, ending=".md"), drafts, strict=True):
            archive.writestr(zipfile.ZipInfo(name), as_markdown(draft))
    return held.getvalue()
