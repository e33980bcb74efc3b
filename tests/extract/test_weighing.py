"""How the weights of evidence are read."""

import tomllib
from importlib.resources import files

import pytest

from starproof.extract.sums.weighing.weighed import told_weights

SHIPPED = (files("starproof.extract.sums.weighing") / "weights.toml").read_text(encoding="utf-8")
SMALL = '# About.\nbase = -2.50\n\n[weights]\n"after \'of\'" = 0.10\n"sum: a = b" = -1.25\n"– dash" = 0.00\n'


@pytest.mark.parametrize("text", [SHIPPED, SMALL])
def test_weights_are_read_by_line_as_toml_reads_them(text: str) -> None:
    data = tomllib.loads(text)
    assert told_weights(text) == (data["base"], data["weights"])
    assert list(told_weights(text)[1]) == list(data["weights"])


def test_a_table_that_is_not_told_by_line_is_refused() -> None:
    with pytest.raises(ValueError, match="could not convert"):
        told_weights(SMALL + "not a row\n")
