"""Work with other teams and functions: signals of it that name one, and not a superior, a report or a customer."""

from __future__ import annotations

from starproof.core.facts import Facts, Signal
from starproof.extract.words import singular, words
from starproof.parse.words import tokens

_EVERYBODYS = frozenset(["hr"])
"""Departments that any manager asks, whatever the work."""


def across(facts: Facts, text: str) -> tuple[Signal, ...]:
    """The signals of work arranged with another team or function, in text order.

    To tell the director or to sit with somebody is no work across teams; to sit with finance or with both teams is.
    """
    return tuple(signal for signal in facts.of("coordination") if _names_one(signal.span.of(text)))


def _names_one(told: str) -> bool:
    row = [token.word for token in tokens(told)]
    departments = words("named", "departments") - _EVERYBODYS
    if {"my", "our"} & set(row) and not departments & set(row):
        return False
    return any(word in departments or singular(word) in words("named", "bodies") for word in row)
