"""What was trained in small whole numbers, as the package ships it."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from labelling.chain import Array, Fitted, Space, scale
from labelling.network import FILTERS, PLACES, THREE, TWO, Single, Trained
from starproof.understand.crf import Chain
from starproof.understand.filters import FINE, Filters
from starproof.understand.gist import SIDES, Network
from starproof.understand.model import Table, Weights
from starproof.understand.rereading import Rereader
from starproof.understand.tables import Rows

WIDTHS = (FILTERS, THREE + TWO, THREE)


def compact_network(trained: Trained) -> Network:
    """The network whose filters and inner layer differ from the trained ones by rounding alone."""
    weights = trained.weights
    words, units = _small(weights["words"])
    parts = [weights[name].astype(float) * units[:, None] for name in ("first", "second", "third")]
    steps = _largest(parts) / 127
    numbers = np.concatenate([part / steps[:width] for part, width in zip(parts, WIDTHS, strict=True)], 1)
    floors = np.rint(-weights["floor"] / steps).astype(int).tolist()
    wide = np.concatenate(np.split(weights["inward"], len(SIDES)), 1) * (steps * 2**FINE)[:, None]
    inward, sizes = _small(wide)
    return Network(
        Filters(_table(trained.lexicon.places, words), _numbered(np.rint(numbers)), WIDTHS, floors),
        _numbered(inward),
        sizes.tolist(),
        dict(zip(PLACES, _plain(weights["places"]), strict=True)),
        _plain(weights["inner"]),
        _plain(weights["out"].T),
        _plain(weights["outer"]),
    )


def compact_reader(model: Fitted, vectors: Space, rereader: Rereader) -> Weights:
    """The trained chain as integer rows; a row that rounds to next to nothing is left out."""
    sizes = np.array([scale(name) for name in model.vocabulary])[:, None]
    known, said = model.features * sizes, vectors.table @ model.dense
    step, word_step = float(np.abs(known).max() / 127), float(np.abs(said).max() / 127)
    return Weights(
        Table.of(_rounded(list(model.vocabulary), known / step)),
        Table.of(_rounded(list(vectors.places), said / word_step)),
        step,
        word_step,
        Chain(*(ends.round(6).tolist() for ends in (model.start, model.end, model.moves))),
        rereader,
    )


def _rounded(names: Sequence[str], table: np.ndarray) -> dict[str, tuple[int, ...]]:
    rows = np.rint(table).astype(int).tolist()
    return {name: tuple(row) for name, row in zip(names, rows, strict=True) if max(map(abs, row)) > 1}


def _largest(parts: list[Array]) -> Array:
    """The largest weight of each filter, whichever word it is for."""
    largest = np.zeros(FILTERS)
    for part, width in zip(parts, WIDTHS, strict=True):
        largest[:width] = np.maximum(largest[:width], np.abs(part).max(0))
    return largest


def _small(rows: Array | Single) -> tuple[Array, Array]:
    """The rows in whole numbers to 127, and the unit of each column."""
    units = np.maximum(np.abs(rows).max(0).astype(float), 1e-9) / 127
    return np.rint(rows / units), units


def _numbered(rows: Array) -> Rows:
    return _table({str(number): number for number in range(len(rows))}, rows)


def _table(places: Mapping[str, int], rows: Array) -> Rows:
    return Rows(places, array("b", rows.astype(np.int8).tobytes()), rows.shape[1], 1.0)


def _plain(values: Single) -> Any:
    return values.astype(float).round(5).tolist()
