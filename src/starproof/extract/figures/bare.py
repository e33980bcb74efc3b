"""What a bare number takes from its neighbours: "from 19 minutes to 13", "ninety, sorry, nineteen percent"."""

from __future__ import annotations

from collections.abc import Callable

from starproof.extract.figures.lending.ahead import forward
from starproof.extract.figures.lending.asking import asked
from starproof.extract.figures.lending.bargaining import and_length, bargained, price_in_words
from starproof.extract.figures.lending.beside import (
    beside,
    broken_level,
    factor_again,
    fee,
    in_the_hundred,
    pays,
    per_another,
    share_again,
    told_off,
    went_as_well,
)
from starproof.extract.figures.lending.difference import difference, part
from starproof.extract.figures.lending.labelled import labelled, relabelled
from starproof.extract.figures.lending.large import large_sum
from starproof.extract.figures.lending.levels import aimed, level, of_team
from starproof.extract.figures.lending.margins import beaten, margin
from starproof.extract.figures.lending.memory import Text, whole
from starproof.extract.figures.lending.neighbours import arrow, before
from starproof.extract.figures.lending.parallel import as_long, parallel, won_back
from starproof.extract.figures.lending.prices import more_things, price_of_thing, shop_price
from starproof.extract.figures.lending.rates import again, pointed
from starproof.extract.figures.lending.restated import made_it, of_which
from starproof.extract.figures.lending.resumed import (
    counted,
    extreme,
    finished,
    lasted,
    moved,
    quantile,
    rated,
    scaled,
    small_sum,
)
from starproof.extract.figures.lending.retelling import (
    budgeted,
    costs_again,
    moved_again,
    retold,
    same_measure,
    same_number,
    same_period,
    spent,
    too_long,
)
from starproof.extract.figures.lending.rows import row
from starproof.extract.figures.lending.shared import (
    aged,
    almost_all,
    as_it_was,
    cut_to,
    first_of_them,
    late,
    millions_again,
    missing,
    rest_of_share,
    share_in_number,
)
from starproof.extract.figures.lending.sums import lower_bound, recurring, summed_up
from starproof.extract.figures.lending.taking import take
from starproof.extract.figures.lending.timed import timed
from starproof.extract.figures.lending.topics import broken, factor, given, named_rate, subject, topic
from starproof.extract.figures.lending.wholes import of_budget, sum_of, whole_sum
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.units.after import POINTS
from starproof.extract.figures.units.points import settle_points
from starproof.extract.figures.units.proportions import is_whole

_SOURCES: tuple[Callable[[Text, int], Figure | None], ...] = (
    row,
    labelled,
    relabelled,
    lower_bound,
    arrow,
    whole_sum,
    sum_of,
    of_budget,
    won_back,
    beaten,
    part,
    difference,
    missing,
    shop_price,
    price_in_words,
    and_length,
    rest_of_share,
    share_in_number,
    in_the_hundred,
    fee,
    per_another,
    late,
    made_it,
    of_which,
    first_of_them,
    cut_to,
    as_it_was,
    almost_all,
    aged,
    price_of_thing,
    counted,
    recurring,
    forward,
    subject,
    topic,
    timed,
    named_rate,
    same_measure,
    same_period,
    budgeted,
    costs_again,
    spent,
    pays,
    went_as_well,
    told_off,
    too_long,
    moved_again,
    margin,
    summed_up,
    scaled,
    moved,
    pointed,
    factor,
    given,
    quantile,
    extreme,
    millions_again,
    rated,
    finished,
    parallel,
    as_long,
    more_things,
    aimed,
    same_number,
    before,
    bargained,
    asked,
    level,
    share_again,
    again,
    small_sum,
    retold,
    large_sum,
    factor_again,
    broken,
    lasted,
    beside,
    broken_level,
)
"""Where the unit of a bare number may come from, the surest first."""


def settle_bare(figures: list[Figure], tokens: Tokens) -> None:
    """Give every figure a kind; a number that nothing explains is a count."""
    text = whole(figures, tokens)
    for index, figure in enumerate(figures):
        if figure.unit == POINTS:
            settle_points(figures, index, tokens)
        elif figure.kind is None and index + 1 < len(figures) and figures[index + 1].unit == POINTS:
            settle_points(figures, index + 1, tokens, last=False)  # which the bare number may take
        alone = figure.kind is None and (is_whole(tokens, figure) or (of_team(text, figure) and figure.scale == 1.0))
        if figure.kind is None and (alone or not _explained(text, index)):
            figure.kind = "count"
        if figure.unit == POINTS:  # of points that are still open
            settle_points(figures, index, tokens)
        text.memory.add(figure)


def _explained(text: Text, index: int) -> bool:
    for find in _SOURCES:
        source = find(text, index)
        if source is None or (source.first < source.stop and text.apart(index, source)):
            continue
        if take(text.tokens, text.figures[index], source):
            return True
    return False
