# Two commands do all of their own set-up: `make drill` starts the app, `make test` passes the tests.

PYTHON ?= python3
BIN := .venv/bin
APP := .venv/.app
DEV := .venv/.dev

.PHONY: drill test lint types contracts check bench report train clean

drill: $(APP)
	@$(BIN)/roleplay

test: $(DEV)
	$(BIN)/python -m pytest -n 2

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV)
	$(BIN)/mypy

contracts: $(DEV)
	$(BIN)/lint-imports

check: test lint types contracts

bench: $(DEV)
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.debrief
	$(BIN)/python -m benchmarks.practice
	$(BIN)/python -m benchmarks.drills
	$(BIN)/python -m benchmarks.listener
	$(BIN)/python -m benchmarks.coach

report: $(DEV)
	$(BIN)/python -m benchmarks.prospect --seeds 8 | $(BIN)/python -m benchmarks.tables prospect
	$(BIN)/python -m benchmarks.prospect --seeds 8 --speech other | $(BIN)/python -m benchmarks.tables "prospect other"
	$(BIN)/python -m benchmarks.attacks --counts | $(BIN)/python -m benchmarks.tables attacks
	$(BIN)/python -m benchmarks.questions --counts | $(BIN)/python -m benchmarks.tables questions
	$(BIN)/python -m benchmarks.style | $(BIN)/python -m benchmarks.tables style
	$(BIN)/python -m benchmarks.throughput | $(BIN)/python -m benchmarks.tables throughput

train: $(DEV)
	$(BIN)/python -m benchmarks.listener.train_encoder

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "roleplay needs Python 3.11 or newer: make PYTHON=python3.12 drill"; exit 1; }
	$(PYTHON) -m venv .venv

$(APP): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $(APP) $@

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
