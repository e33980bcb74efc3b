"""What goes wrong by its name, "waste", "late payments", "downtime": money that is told of it is no outcome."""

from __future__ import annotations

HARM = (
    r"(?:waste|spoilage|breakage|leakage|loss(?:es)?|lost [a-z-]+|damages?|churn|fraud|shrinkage|over-?payments|"
    r"write-offs|penalties|fines|(?:double|late|wrong|false|missed|duplicate) payments|refunds|outages?|downtime|"
    r"mistakes?|errors?|theft|scrap)"
)
"""Harm whose name alone says so."""
TROUBLE = (
    rf"(?:{HARM}|wastes|lost|penalty|(?:over )?payments?|overpayment|leaks?|write-off|overtime|shortfall|complaints|"
    r"delays?|problem|mess|hole|gap|batches|backlog)"
)
"""The same, with words that are harm where they come to an amount."""
