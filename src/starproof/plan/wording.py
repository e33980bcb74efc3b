"""Small words that coverage, plans and readiness share."""

from __future__ import annotations

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def small(number: int) -> str:
    """A small number in letters, a large one in digits."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """A number in words with its noun: ``one story``, ``12 stories``."""
    return f"{small(number)} {singular if number == 1 else plural or singular + 's'}"


def quoted(title: str) -> str:
    """A story's title as it stands in a sentence."""
    return f"“{title}”"


def a_story(name: str) -> str:
    """A story of a principle with its article: ``an Ownership story``."""
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name} story"


def opened(sentence: str) -> str:
    """The sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


def amount(value: float) -> str:
    """A number without needless digits: ``9``, ``7.5``, ``1,200``."""
    return f"{value:,.1f}".removesuffix(".0")


def dollars(value: float) -> str:
    """US dollars, short where they are many: ``$1.4M``, ``$540K``."""
    for size, sign in ((1e9, "B"), (1e6, "M"), (1e3, "K")):
        if abs(value) >= size:
            return f"${value / size:,.2f}".rstrip("0").rstrip(".") + sign
    return f"${value:,.0f}"
