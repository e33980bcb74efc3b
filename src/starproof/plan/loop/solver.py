"""HiGHS as a program of its own: one integer program in, its exact optimum out.

The wheel ``highsbox`` carries the program and its library; the program does not find that library by itself, so its
folder goes into the search path of the child. One thread and a fixed seed make the answer the same each time.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from starproof.errors import ConfigError, MissingExtra

SECONDS = 60.0
"""The longest that one program may take; loops of real size need a fraction of one."""
_OPTIONS = """\
threads = 1
parallel = off
random_seed = 0
mip_rel_gap = 0
mip_abs_gap = 0
log_to_console = false
"""
_TERMS_A_LINE = 12


@dataclass(slots=True)
class Program:
    """Variables that are 0 or 1, or whole and not under 0, and rows that bound sums of them."""

    binary: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    rows: list[tuple[Mapping[str, int], str, int]] = field(default_factory=list)
    """Each a sum, one of ``<=``, ``>=`` and ``=``, and a number."""

    def add(self, terms: Mapping[str, int], sense: str, bound: int) -> None:
        """Bound a sum of variables; an empty sum bounds nothing."""
        if terms:
            self.rows.append((terms, sense, bound))


def best(program: Program, goal: Mapping[str, int]) -> dict[str, int] | None:
    """The values that make the goal largest; ``None`` where no values keep all rows.

    Raises:
        MissingExtra: when the solver is not installed or does not start on this machine.
        ConfigError: when it finds no proven optimum, or has nowhere to write.
    """
    try:
        with TemporaryDirectory(prefix="starproof-plan-") as folder:
            return _solved(Path(folder), program, goal)
    except OSError as error:
        raise ConfigError(
            "E-PLN-041", f"The plan's solver cannot write its files: {error}.", "Check the temporary folder."
        ) from error


def _solved(folder: Path, program: Program, goal: Mapping[str, int]) -> dict[str, int] | None:
    model, options, solution = folder / "plan.lp", folder / "plan.opt", folder / "plan.sol"
    model.write_text("\n".join(_lines(program, goal)) + "\n", encoding="ascii")
    options.write_text(f"{_OPTIONS}time_limit = {SECONDS}\n", encoding="ascii")
    said = _run(["--model_file", model, "--options_file", options, "--solution_file", solution])
    text = solution.read_text(encoding="ascii", errors="replace") if solution.exists() else ""
    status = text.splitlines()[1].strip() if text.count("\n") > 1 else "nothing"
    if status == "Infeasible":
        return None
    if status != "Optimal":
        raise ConfigError(
            "E-PLN-042",
            f"The plan's solver ended with {status.lower()} and no proven optimum: {said}".rstrip(": ") + ".",
            "Ask for fewer principles, or lock some choices.",
        )
    return dict(_values(text))


def _run(arguments: Sequence[str | Path]) -> str:
    """Run the solver and return what it complained of."""
    try:
        from highsbox import highs_bin_path, highs_lib_dir  # type: ignore[import-untyped]
    except ImportError as error:
        raise _missing(str(error)) from error
    paths = {name: _joined(highs_lib_dir(), os.environ.get(name)) for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")}
    try:
        done = subprocess.run(
            [highs_bin_path(), *map(str, arguments)],
            capture_output=True,
            env={**os.environ, **paths},
            check=False,
            timeout=SECONDS * 2,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _missing(str(error)) from error
    complaint = done.stderr.decode(errors="replace").strip()
    if done.returncode < 0 or done.returncode in (126, 127):
        raise _missing(complaint or f"it ended with {done.returncode}")
    return complaint


def _joined(folder: str, others: str | None) -> str:
    return os.pathsep.join(filter(None, (folder, others)))


def _missing(why: str) -> MissingExtra:
    return MissingExtra(
        "E-PLN-040", f"The solver for plans does not run here: {why}.", "Install it again: pip install highsbox"
    )


def _lines(program: Program, goal: Mapping[str, int]) -> Iterator[str]:
    """The program in CPLEX LP format."""
    yield "max"
    yield from _sum("goal", goal or dict.fromkeys(program.binary[:1], 0))
    yield "st"
    for number, (terms, sense, bound) in enumerate(program.rows):
        yield from _sum(f"r{number}", terms)
        yield f" {sense} {bound}"
    for title, names in (("bin", program.binary), ("gen", program.whole)):
        if names:
            yield title
            yield from (f" {name}" for name in names)
    yield "end"


def _sum(name: str, terms: Mapping[str, int]) -> Iterator[str]:
    words = [f"{'-' if worth < 0 else '+'} {abs(worth)} {variable}" for variable, worth in terms.items()]
    yield f" {name}:"
    for place in range(0, len(words), _TERMS_A_LINE):
        yield f"  {' '.join(words[place : place + _TERMS_A_LINE])}"


def _values(text: str) -> Iterator[tuple[str, int]]:
    """The columns of a solution file, rounded to the whole numbers that they are."""
    lines = iter(text.splitlines())
    count = 0
    for line in lines:
        if line.startswith("# Columns "):
            count = int(line.split()[2])
            break
    for _, line in zip(range(count), lines, strict=False):
        name, value = line.split()
        yield name, round(float(value))
