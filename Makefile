# Everything a fresh machine needs is Python 3.11+, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo run test slow faults bench check format clean

demo: $(READY)  ## Open the sample session in a throw-away store.
	@$(BIN)/facilitator demo

run: $(READY)  ## Open the program on your own store.
	@$(BIN)/facilitator

test: $(READY)  ## The tests, but for the slow ones.
	$(BIN)/pytest -n 2 --dist worksteal

slow: $(READY)  ## The slow tests.
	$(BIN)/pytest -n 2 --dist worksteal -m slow

faults: $(READY)  ## What holds each promise of SECURITY.md, and how often; ONLY=WORD runs those whose files have that word.
	$(BIN)/python -m tests.faults.promises -n 2 $(if $(ONLY),--only $(ONLY))

bench: $(READY)  ## How fast it is beside a bare Textual app, into docs/speed.md; RUNS=3 takes the middle of three, SHORT=1 looks only whether all can be measured.
	$(BIN)/python -m tests.bench $(if $(SHORT),--short) $(if $(RUNS),--runs $(RUNS))

check: $(READY)  ## Format, lint, types, layers.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest tests/test_layers.py

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Facilitator needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

clean:
	rm -rf $(VENV)
