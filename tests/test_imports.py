"""What loads when: the light doors stay light."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "sqlalchemy",
    "alembic",
    "rapidfuzz",
    "rich",
    "jinja2",
    "docx",
    "lxml",
    "yaml",
    "pysubs2",
    "markdown_it",
    "multiprocessing",
    "asyncio",
    "click",
}
HELP_MAY = {"click"}


def loaded_by(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_by("import starproof") & HEAVY


def test_the_command_minds_ctrl_c_before_it_loads_anything_that_takes_time() -> None:
    code = "before = set(sys.modules)\nimport starproof.cli\nsys.modules = set(sys.modules) - before"
    assert not loaded_by(code) & {"typing", "re", "enum", "contextlib", "dataclasses", "click"}


def test_help_loads_nothing_heavy() -> None:
    code = "from starproof.cli.app import app\napp.main(['--help'], standalone_mode=False)"
    assert not loaded_by(code) & (HEAVY - HELP_MAY)


@pytest.mark.parametrize("name", ["review", "Review", "Reviewer", "quantities", "StarproofError", "load_guide"])
def test_public_names_load_on_first_use(name: str) -> None:
    assert "starproof" in loaded_by(f"import starproof\nassert starproof.{name} is getattr(starproof, {name!r})")


def test_an_unknown_name_is_an_attribute_error() -> None:
    import starproof

    with pytest.raises(AttributeError, match="no attribute 'reviw'"):
        starproof.reviw  # noqa: B018
