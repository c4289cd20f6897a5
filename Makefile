# make run   set up and turn raw/ into outputs/
# make test  set up, check and test

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed

.PHONY: run weights test check clean

run: $(INSTALLED)
	$(BIN)/quifaitquoi run raw -o outputs

# No rule was written for the articles of Wikinews as for the others.
weights: $(INSTALLED)
	$(BIN)/quifaitquoi learn gold raw --unseen 'wiki*' --rules-decide -o pipeline/quifaitquoi/data/weights.csv

test: check
	$(BIN)/python -m pytest

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if grep -n '://' constraints.txt; then echo 'constraints.txt names a host'; exit 1; fi
	$(BIN)/quifaitquoi evaluate --gate

$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
