"""What a tool is asked for on its command line.

``--help`` shows the words at the head of the tool; what it does not know is refused before it begins.
"""

from __future__ import annotations

import argparse


def parser(about: str | None) -> argparse.ArgumentParser:
    """A parser that tells what its tool does in the tool's own words, line by line."""
    return argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )


def no_options(about: str | None) -> None:
    """Leave where a tool that knows no options is asked for one."""
    parser(about).parse_args()


def to_write(about: str | None) -> bool:
    """Whether a tool is to write its files anew; it checks that they are up to date otherwise."""
    asked = parser(about)
    either = asked.add_mutually_exclusive_group()
    either.add_argument("--write", action="store_true", help="write the files anew")
    either.add_argument("--check", action="store_true", help="leave with 1 where they are not up to date (as without)")
    return bool(asked.parse_args().write)


def to_check(about: str | None) -> bool:
    """Whether a trainer is to compare what it makes with what is shipped, and write nothing."""
    asked = parser(about)
    asked.add_argument("--check", action="store_true", help="compare with what is shipped, write nothing")
    return bool(asked.parse_args().check)
