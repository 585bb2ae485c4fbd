# One word for each thing a developer does here. PYTHON may name another interpreter.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check format bench docs clean

demo: $(STAMP)  ## read the examples, ask one question, write the page
	$(BIN)/python -m canbo build examples --graph kg
	$(BIN)/python -m canbo query post-holders --post "Chủ tịch UBND Quận 1" --on 2022-09-28 --evidence --graph kg
	$(BIN)/python -m canbo view --graph kg -o kg/network.html

test: $(STAMP)  ## every test, with branch coverage
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term

check: $(STAMP)  ## all that has to hold before a commit
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(MAKE) test

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .

bench: $(STAMP)  ## the figures, as ratios in one run
	$(BIN)/python -m bench

docs: $(STAMP)  ## the documentation as a site
	$(BIN)/pip install -q --group docs
	$(BIN)/mkdocs build --strict

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --upgrade pip
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install -q -e . --group dev
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info site .coverage
