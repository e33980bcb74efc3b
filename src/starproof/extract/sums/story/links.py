"""The small words by which a figure is said to follow from those just told: so, that is, or, by, a drop of."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.records import record

_STRONG = frozenset(
    "so that's thats that hence therefore thus namely representing translating equivalent amounting corresponding "
    "corresponds yielding which or by this it's total altogether together makes make means meaning : → = saving "
    "drop fall cut reduction decrease decline increase rise growth jump gain improvement overrun delay "
    "slip shortfall surplus minus down up reduce "
    "reduced eliminated removed removes saved save leaving took takes lasted equals | factor ie i.e".split(" ")
)
_WEAK = frozenset(
    "is it was a an the of about almost nearly roughly around some just exactly , ; - – — ( over under only like call "
    "in other words all less more than to be say says what's what gives comes came out at full fully another close "
    "bit little then now still you know can let me think i guess reckon and they even good little whole been they're "
    "were means shorter longer faster lower higher cheaper better quicker we us gap margin left "
    "percentage are am i'm we're he's she's they're those them that cut cost thing whole me team burning "
    "losing paying spending costing adds add works work worked amounts amount amounted equal translates "
    "finance leaves gave giving meant represents yields worth has per grand one each bank year had fully "
    "≈ + i month point total night day alone closed trimmed shaved".split(" ")
)
_KEEPS = frozenset(
    "saved save saves saving keeps keep kept gained gain gains lost earns brings recovered get gets got "
    "regain win".split(" ")
)
_CLAUSE = frozenset("but while whereas because although though ¶ . ; ? !".split(" "))
_BEHIND_ENDS = frozenset(", . ; : ¶ and".split(" "))
LESS = frozenset(
    "less fewer eliminated removed down lower drop dropped drops dropping fall fell fallen cut cuts "
    "reduction reduced reduce decrease "
    "decreased decline declined off gone shorter faster quicker quick fast sooner cheaper minus saved smaller dip "
    "shrank shrunk quieter slimmer earlier".split(" ")
)
MORE = frozenset(
    "more up higher rise rose risen grew grown growth increase increased jump jumped gain gained longer "
    "climbed overrun "
    "larger bigger raised plus extra above".split(" ")
)
CHANGE = LESS | MORE | frozenset("better improvement improved improve worse change changed over under".split(" "))


@record
class Link:
    """How a figure hangs on the words before it: ``rest`` are those that do not tie it."""

    strong: bool
    pause: bool
    rest: tuple[str, ...]
    stop: bool = False
    """Whether the figure opens its sentence."""

    @property
    def plain(self) -> bool:
        """Whether what is left is only the end of the phrase before, with no new clause in it."""
        return not _CLAUSE.intersection(self.rest) and not {"and", "so"}.intersection(self.rest)


def link(words: Sequence[str]) -> Link:
    """Read the words between two figures from the right."""
    stop = bool(words) and words[-1] in (".", "¶")
    end = len(words) - stop
    strong = pause = False
    while end and (words[end - 1] in _STRONG or words[end - 1] in _WEAK or _sentence_break(words, end)):
        strong = strong or words[end - 1] in _STRONG
        pause = pause or words[end - 1] in ",;:-–—(."
        end -= 1
    if not strong and not pause and (found := _so_we_keep(words)) is not None:
        return Link(True, False, tuple(words[:found]))
    return Link(strong, pause or stop, tuple(words[:end]), stop)


def _so_we_keep(words: Sequence[str]) -> int | None:
    """Where "so we saved the bank" begins, if the words end in something like that."""
    last = list(words[-7:])
    if "so" in last and _KEEPS.intersection(last[last.index("so") :]):
        return len(words) - len(last) + last.index("so")
    return None


def _sentence_break(words: Sequence[str], end: int) -> bool:
    return words[end - 1] == "." and any(word in _STRONG for word in words[end:])


def cues(lead: Sequence[str], tail: str, figure_words: int) -> frozenset[str]:
    """The words of change just before and just after a figure."""
    said = tail.split(maxsplit=figure_words + 4)
    inside, behind = said[:figure_words], said[figure_words : figure_words + 4]
    stop = next((i for i, word in enumerate(behind) if word in _BEHIND_ENDS), len(behind))
    return CHANGE.intersection([*lead[-4:], *inside, *behind[: stop or 0]])
