"""What gives somebody away by its form alone: e-mail, link, phone, ticket, handle, network address."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDINGS = "com|org|net|io|co|de|fr|uk|eu|dev|app|ai|cloud|internal|local|corp|lan|jp|br|nl|ch|info|biz"
_PATH = r"(?:/[^\s<>\"'”’)\]]{0,2000})?"
_NO_TICKETS = "COVID|UTF|SHA|ISO|IEC|RFC|HTTP|TLS|WCAG|MP|USB|SOC|PCI|GPT|PHP|CVE"
_NO_NAMES = "R&D|P&L|M&A|Q&A|O&M|D&I|H&S|S&P|T&C|T&E|F&B|L&D|G&A|A&E|B&B|E&Y"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("E-mail", re.compile(r"(?<![\w.+-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")),
    ("Link", re.compile(r"\b(?:https?|ftp|ssh|git|slack)://[^\s<>\"'”’)\]]{1,2000}", re.IGNORECASE)),
    ("Link", re.compile(rf"(?<![\w@.-])(?:[a-z0-9-]{{1,63}}\.){{1,5}}(?:{_ENDINGS})\b{_PATH}", re.IGNORECASE)),
    ("Name", re.compile(rf"(?<![\w&])(?!(?:{_NO_NAMES})(?![\w&]))[A-Z]{{1,4}}&[A-Z]{{1,4}}(?![\w&])")),
    ("Handle", re.compile(r"(?<![\w@.])@[A-Za-z_][\w.-]{1,38}\b")),
    ("Channel", re.compile(r"(?<![\w#/&])#[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+\b")),
    ("Address", re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")),
    ("Ticket", re.compile(rf"\b(?!(?:{_NO_TICKETS})-)[A-Z][A-Z0-9]{{1,9}}-\d{{1,7}}\b")),
    ("Ticket", re.compile(r"\b(?:INC|CHG|PRB|REQ|RITM|TASK|CASE|SR|CR)\d{4,12}\b")),
    ("Ticket", re.compile(r"(?<![\w#&])#\d{2,9}\b")),
    ("Phone", re.compile(r"(?<![\w.,$€£+-])(?:\+|00)\d{1,3}(?:[ \-/.()]{0,2}\d){6,13}(?!\w)")),
    ("Phone", re.compile(r"(?<![\w.,$€£-])(?:\(\d{2,5}\)|0\d{2,5})[ \-/.]?\d{2,4}(?:[ \-/.]?\d{2,4}){1,3}(?![\w,])")),
    ("Phone", re.compile(r"(?<![\w.,$€£-])\d{3}[-. ]\d{3}[-. ]\d{4}(?![\w,])")),
)


def patterned(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such a thing stands, and what it is; in order, without overlap, the earlier pattern first."""
    taken: list[tuple[int, int, str]] = []
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span()
            while end > start and text[end - 1] in ".,;:!?":
                end -= 1
            if kind == "Address" and not all(int(part) < 256 for part in text[start:end].split(".")):
                continue
            taken.append((start, end, kind))
    last = 0
    for start, end, kind in sorted(taken, key=lambda one: (one[0], -one[1])):
        if start >= last:
            yield start, end, kind
            last = end
