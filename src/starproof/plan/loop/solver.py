"""HiGHS as a program of its own: one integer program in, its exact optimum out.

The wheel ``highsbox`` carries the program and its library; the program does not find that library by itself, so its
folder goes into the search path of the child. One thread and a fixed seed make the answer the same each time.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from starproof.errors import ConfigError, MissingExtra

SECONDS = 60.0
"""The longest that one program may take; loops of real size need a fraction of one."""
_GRACE = 30.0
"""Seconds on top of that until a solver that hangs is ended."""
_OPTIONS = """\
threads = 1
parallel = off
random_seed = 0
mip_rel_gap = 0
mip_abs_gap = 0
log_to_console = false
"""
_TERMS_A_LINE = 12
_WHOLE = 1e-6
"""How far from a whole number a value may be and still be it."""
_SURE = 0.01
"""Goals are whole numbers: a cost this far over what there is to gain is no rounding."""


@dataclass(slots=True)
class Program:
    """Variables that are 0 or 1, or whole and not under 0, and rows that bound sums of them.

    Every variable that is 0 or 1 must stand alone or with others in a row ``<= 1``.
    """

    binary: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    rows: list[tuple[Mapping[str, int], str, int]] = field(default_factory=list)
    """Each a sum, one of ``<=``, ``>=`` and ``=``, and a number."""

    def add(self, terms: Mapping[str, int], sense: str, bound: int) -> None:
        """Bound a sum of variables; an empty sum bounds nothing."""
        if terms:
            self.rows.append((terms, sense, bound))

    def without(self, zeros: Set[str]) -> Program:
        """The same program where these variables are 0 and gone."""
        rows = [({n: w for n, w in terms.items() if n not in zeros}, sense, bound) for terms, sense, bound in self.rows]
        return Program(
            [name for name in self.binary if name not in zeros],
            [name for name in self.whole if name not in zeros],
            [row for row in rows if row[0]],
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """An optimum, and what holds in every other one too."""

    values: Mapping[str, int]
    zeros: frozenset[str]
    """Variables that are 0 in every optimum: moving one away from 0 would cost more than there is to gain."""


def best(program: Program, goal: Mapping[str, int]) -> Answer | None:
    """The values that make the goal largest; ``None`` where no values keep all rows.

    The program is first solved as if variables need not be whole. Where they come out whole all the same, which is the
    rule, that is the optimum; else branch and bound finds it, with no gap left.

    Raises:
        MissingExtra: when the solver is not installed or does not start on this machine.
        ConfigError: when it finds no proven optimum, or has nowhere to write.
    """
    try:
        with TemporaryDirectory(prefix="starproof-plan-") as folder:
            return _best(Path(folder), program, goal)
    except OSError as error:
        raise ConfigError(
            "E-PLN-041", f"The plan's solver cannot write its files: {error}.", "Check the temporary folder."
        ) from error


def _best(folder: Path, program: Program, goal: Mapping[str, int]) -> Answer | None:
    loose = _solved(folder, program, goal, whole=False)
    if loose is None:
        return None
    tight: _Solution | None = loose
    if not loose.is_whole:
        tight = _solved(folder, program, goal, whole=True)
    if tight is None:
        return None
    values = {name: round(value) for name, value in tight.values.items()}
    gap = max(0.0, _total(goal, loose.values) - _total(goal, values)) + _SURE
    zeros = (name for name, cost in loose.costs.items() if abs(cost) > gap and not values[name])
    return Answer(values, frozenset(zeros))


def _total(goal: Mapping[str, int], values: Mapping[str, float]) -> float:
    return sum(worth * values[name] for name, worth in goal.items())


@dataclass(frozen=True, slots=True)
class _Solution:
    """Values as the solver wrote them, and for a program without whole numbers what moving each would cost."""

    values: Mapping[str, float]
    costs: Mapping[str, float]

    @property
    def is_whole(self) -> bool:
        return all(abs(value - round(value)) < _WHOLE for value in self.values.values())


def _solved(folder: Path, program: Program, goal: Mapping[str, int], *, whole: bool) -> _Solution | None:
    model, options, solution = folder / "plan.lp", folder / "plan.opt", folder / "plan.sol"
    solution.unlink(missing_ok=True)
    model.write_text("\n".join(_lines(program, goal, whole=whole)) + "\n", encoding="ascii")
    options.write_text(f"{_OPTIONS}time_limit = {SECONDS}\n", encoding="ascii")
    said = _run(["--model_file", model, "--options_file", options, "--solution_file", solution], folder)
    lines = solution.read_text(encoding="ascii", errors="replace").splitlines() if solution.exists() else []
    status = lines[1].strip() if len(lines) > 1 else "nothing"
    if status == "Infeasible":
        return None
    if status != "Optimal":
        raise _unproven(f"it ended with {status.lower()}" + (f" and said {said}" if said else ""))
    parts = list(_columns(lines))
    return _Solution(parts[0], parts[1] if len(parts) > 1 else {})


def _run(arguments: Sequence[str | Path], folder: Path) -> str:
    """Run the solver in this folder, where it leaves its log, and return what it complained of."""
    try:
        from highsbox import highs_bin_path, highs_lib_dir  # type: ignore[import-untyped]
    except ImportError as error:
        raise _missing(str(error)) from error
    paths = {name: _joined(highs_lib_dir(), os.environ.get(name)) for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")}
    try:
        done = subprocess.run(
            [highs_bin_path(), *map(str, arguments)],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, **paths},
            check=False,
            timeout=SECONDS + _GRACE,
        )
    except OSError as error:
        raise _missing(str(error)) from error
    except subprocess.TimeoutExpired as error:
        raise _unproven("it did not end in time") from error
    complaint = done.stderr.decode(errors="replace").strip()
    if done.returncode < 0 or done.returncode in (126, 127):
        raise _missing(complaint or f"it ended with {done.returncode}")
    return complaint


def _joined(folder: str, others: str | None) -> str:
    return os.pathsep.join(filter(None, (folder, others)))


def _unproven(why: str) -> ConfigError:
    return ConfigError(
        "E-PLN-042", f"The plan has no proven optimum: {why}.", "Ask for fewer principles, or lock some choices."
    )


def _missing(why: str) -> MissingExtra:
    return MissingExtra(
        "E-PLN-040", f"The solver for plans does not run here: {why}.", "Install it again: pip install highsbox"
    )


def _lines(program: Program, goal: Mapping[str, int], *, whole: bool) -> Iterator[str]:
    """The program in CPLEX LP format."""
    yield "max"
    yield from _sum("goal", goal or dict.fromkeys([*program.binary, *program.whole][:1], 0))
    yield "st"
    for number, (terms, sense, bound) in enumerate(program.rows):
        yield from _sum(f"r{number}", terms)
        yield f" {sense} {bound}"
    for title, names in (("bin", program.binary), ("gen", program.whole)):
        if names and whole:
            yield title
            yield from (f" {name}" for name in names)
    yield "end"


def _sum(name: str, terms: Mapping[str, int]) -> Iterator[str]:
    words = [f"{'-' if worth < 0 else '+'} {abs(worth)} {variable}" for variable, worth in terms.items()]
    yield f" {name}:"
    for place in range(0, len(words), _TERMS_A_LINE):
        yield f"  {' '.join(words[place : place + _TERMS_A_LINE])}"


def _columns(lines: Sequence[str]) -> Iterator[Mapping[str, float]]:
    """Each table of columns of a solution file: values first, then costs where there are any."""
    for place, line in enumerate(lines):
        if line.startswith("# Columns "):
            rows = lines[place + 1 : place + 1 + int(line.split()[2])]
            yield {name: float(value) for name, value in map(str.split, rows)}
