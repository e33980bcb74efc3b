"""Load the questions and themes that the package ships, checked in full."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from starproof.core.questions import Question, Theme
from starproof.errors import ConfigError

_DATA = "starproof.questions"
_THEMES = "themes.toml"
_LISTS = ("also", "themes", "follow_ups", "principles", "cues")
_TEXTS = {
    "questions": ("id", "text", "principle", "intent", "strong", "weak"),
    "themes": ("id", "name", "about", "tell"),
}
_KNOWN = {
    "questions": (*_TEXTS["questions"], "also", "themes", "follow_ups"),
    "themes": (*_TEXTS["themes"], "principles", "cues"),
}


@cache
def load_themes() -> tuple[Theme, ...]:
    """The themes of a manager's work, and the principles of the sixteen that the guide lacks, in the file's order."""
    return read_themes(_text(_THEMES), name=_THEMES)


@cache
def load_questions() -> tuple[Question, ...]:
    """The question bank, principle by principle.

    Raises:
        ConfigError: when a shipped file is damaged, or two questions share an id.
    """
    folder = files(_DATA).joinpath("data")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml") and file.name != _THEMES)
    found = [question for name in names for question in read_questions(_text(name), name=name)]
    _only_once((question.id for question in found), "the question bank")
    return tuple(found)


def find_theme(theme_id: str) -> Theme | None:
    """The theme with this id, if there is one."""
    return next((theme for theme in load_themes() if theme.id == theme_id), None)


def read_themes(text: str, *, name: str) -> tuple[Theme, ...]:
    """The themes in this TOML; ``name`` is what errors call it.

    Raises:
        ConfigError: when it is no TOML, or a theme is incomplete; the message names file, entry and key.
    """
    themes = tuple(Theme(**entry) for entry in _entries(text, "themes", name))
    _only_once((theme.id for theme in themes), name)
    return themes


def read_questions(text: str, *, name: str) -> tuple[Question, ...]:
    """The questions in this TOML; ``name`` is what errors call it.

    Raises:
        ConfigError: when it is no TOML, or a question is incomplete or names an unknown theme.
    """
    questions = tuple(Question(**entry) for entry in _entries(text, "questions", name))
    known = {theme.id for theme in load_themes()}
    for question in questions:
        for theme in question.themes:
            if theme not in known:
                raise _wrong(name, question.id, "themes", f"there is no theme {theme!r}", "Name one of themes.toml.")
    _only_once((question.id for question in questions), name)
    return questions


def _entries(text: str, kind: str, name: str) -> Iterable[dict[str, Any]]:
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError("E-QST-001", f"{name}: this is no TOML: {error}.", "Mend that line.") from error
    listed, shared = raw.get(kind), {key: value for key, value in raw.items() if key == "principle"}
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise ConfigError("E-QST-002", f"{name}: there are no [[{kind}]] in it.", f"Begin each entry with [[{kind}]].")
    return [_entry(shared | entry, kind, name, number) for number, entry in enumerate(listed, 1)]


def _entry(entry: Mapping[str, Any], kind: str, name: str, number: int) -> dict[str, Any]:
    called = str(entry.get("id") or f"number {number}")
    for key in entry:
        if key not in _KNOWN[kind]:
            raise _wrong(name, called, key, "unknown key", f"Known are {', '.join(_KNOWN[kind])}.")
    texts = {key: _checked(entry.get(key), _is_text, name, called, key) for key in _TEXTS[kind]}
    lists = {key: tuple(_checked(entry[key], _is_list, name, called, key)) for key in _LISTS if key in entry}
    return texts | lists


def _checked(value: Any, fits: Callable[[Any], bool], name: str, entry: str, key: str) -> Any:
    if not fits(value):
        wanted = "a text" if fits is _is_text else "a list of texts"
        raise _wrong(name, entry, key, f"{wanted} is needed, not {value!r}", "Write it in quotes.")
    return value


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _only_once(ids: Iterable[str], name: str) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise _wrong(name, one, "id", "it stands twice", "Give each entry an id of its own.")
        seen.add(one)


def _wrong(name: str, entry: str, key: str, what: str, hint: str) -> ConfigError:
    return ConfigError("E-QST-003", f"{name}, {entry!r}, {key}: {what}.", hint)


def _text(name: str) -> str:
    return files(_DATA).joinpath("data", name).read_text(encoding="utf-8")
