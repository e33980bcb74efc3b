"""Measures as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

PARTS = ("sentences", "quantities", "inconsistent_claims", "flags", "level", "impact", "principle")
HEADLINES: tuple[tuple[str, str, str], ...] = (
    ("sentences", "macro_f1", "labels, macro F1"),
    ("quantities", "f1", "quantities, F1"),
    ("inconsistent_claims", "f1", "wrong sums found, F1"),
    ("flags", "f1", "flags, micro F1"),
    ("flags", "macro_f1", "flags, macro F1"),
    ("level", "accuracy", "level, accuracy"),
    ("level", "kappa", "level, quadratic kappa"),
    ("impact", "accuracy", "impact, accuracy"),
    ("principle", "top1", "principle, first"),
)
"""The measures by which registers are compared: part, key, and what to call it."""
_PLACES = {"story", "text", "sentence"}


def measures_as_text(found: Mapping[str, Any]) -> Iterator[str]:
    """The lines of an evaluation: measures with intervals, flags, registers, calibration."""
    bounds = found["intervals"]
    yield f"{found['stories']} stories; in brackets the 95 % bootstrap interval over stories"
    for part in PARTS:
        if _untold(found[part]):
            yield f"{part:20} not annotated in these stories"
            continue
        flat = {key: value for key, value in found[part].items() if not isinstance(value, dict)}
        cells = (f"{key} {value}{interval(bounds, part, key)}" for key, value in flat.items())
        yield f"{part:20} " + "  ".join(cells)
    for label, values in found["sentences"]["per_label"].items():
        yield _prf("label", label, values, bounds.get("sentences", {}).get("per_label", {}))
    for flag, values in found["flags"]["per_flag"].items():
        yield _prf("flag", flag, values, bounds.get("flags", {}).get("per_flag", {}))
    yield from _registers(found["registers"])
    for what, values in found["calibration"].items():
        between = interval(bounds, "calibration", what, "ece")
        yield f"calibration of {what:6} ECE {values['ece']}{between}  n {values['n']}"
        for one in values["bins"]:
            yield f"  from {one['from']:.1f}  n {one['n']:5}  sure {one['confidence']:.3f}  right {one['right']:.3f}"


def _untold(measured: Mapping[str, Any]) -> bool:
    """Whether there was neither anything to find nor anything found."""
    return measured.get("gold") == 0 == measured.get("predicted")


def interval(bounds: Mapping[str, Any], *path: str) -> str:
    """The interval of one measure in brackets; nothing where there is none."""
    inner: Any = bounds
    for name in path:
        inner = inner.get(name) if isinstance(inner, Mapping) else None
    return f" [{inner[0]:.3f}-{inner[1]:.3f}]" if isinstance(inner, list) else ""


def _prf(what: str, name: str, values: Mapping[str, Any], bounds: Mapping[str, Any]) -> str:
    if values["f1"] is None:
        return f"  {what} {name:18} cannot say: none in these stories and none found"
    told = "  ".join(f"{key} {values[key]:.3f}" for key in ("precision", "recall", "f1"))
    return f"  {what} {name:18} {told}{interval(bounds, name, 'f1')}  gold {values['gold']}"


def _registers(registers: Mapping[str, Any]) -> Iterator[str]:
    for part, key, words in HEADLINES:
        cells = (
            f"{name} {found[part][key]}{interval(found['intervals'], part, key)}"
            for name, found in registers.items()
            if not _untold(found[part])
        )
        told = "  ".join(cells)
        if told:
            yield f"  {words:22} {told}"


def misses_as_text(found: Mapping[str, list[dict[str, Any]]]) -> Iterator[str]:
    """The lines of the worst misses: where, what was due and what was read, and the words."""
    for kind, items in found.items():
        if items:
            yield f"\nworst misses: {kind}"
        for item in items:
            yield f"  {item['story']}: " + "; ".join(_told(item))
            yield from (f"    | {item[key]}" for key in ("text", "sentence") if item.get(key))


def _told(item: Mapping[str, Any]) -> Iterator[str]:
    """What was due and what was read, even where that is nothing, and whatever else is known."""
    for key, value in item.items():
        if key not in _PLACES and (key in ("gold", "read") or value not in (None, [])):
            yield f"{key} {_plain(value)}"


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {inner}" for key, inner in value.items())
    if isinstance(value, list):
        return " / ".join(map(str, value))
    return "nothing" if value is None else str(value)


def against_as_text(found: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a comparison: each reader's scores, then what every two readers agree on."""
    names = list(found["scores"])
    yield "\nagainst the corpus      " + "  ".join(f"{name:>12}" for name in names)
    for part, key, words in HEADLINES:
        yield f"  {words:22}" + "  ".join(f"{_number(found['scores'][name][part][key]):>12}" for name in names)
    pairs = found["agreement"]
    yield "\nagreement               " + "  ".join(f"{pair:>24}" for pair in pairs)
    for key in ("labels_kappa", "labels_alpha", "level_kappa", "level_alpha", "flags_kappa", "flags_alpha"):
        yield f"  {key:22}" + "  ".join(f"{_number(one[key]):>24}" for one in pairs.values())
    for flag in next(iter(pairs.values()))["per_flag_kappa"]:
        cells = (f"{_number(one['per_flag_kappa'][flag]):>24}" for one in pairs.values())
        yield f"  kappa {flag:16}" + "  ".join(cells)
    yield "  alpha of all: " + "  ".join(f"{key} {_number(value)}" for key, value in found["all"].items())


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def fairness_as_text(found: Mapping[str, Any], *, limit: int) -> Iterator[str]:
    """The lines of a fairness report: each transformation, each verdict that moved, examples."""
    share = f"{found['share']:.1%} (bar {found['bar']:.0%})"
    yield f"\nfairness: {found['changed']} of {found['pairs']} pairs changed, {share}"
    for name, row in found["by_transformation"].items():
        which = ", ".join(f"{verdict} {count}" for verdict, count in row["which"].items())
        yield f"  {name:24} {row['changed']:4} of {row['pairs']:4}  {row['share']:6.1%}  {which}"
    for verdict, row in found["by_verdict"].items():
        yield f"  changed {verdict:26} {row['changed']:4}  {row['share']:6.1%}"
    for example in found["examples"][:limit]:
        yield f"\n  {example['story']}, {example['transformation']}{'' if example['alone'] else ', only together'}:"
        yield from (f"    | {cause}" for cause in example["causes"])
        yield from (f"    {change['verdict']}: {change['before']} > {change['after']}" for change in example["changes"])
        yield from (f"    label {one['before']} > {one['after']}: {one['text']}" for one in example["labels"])
