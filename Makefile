# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

# A thin layer over venv and pip: with Python 3.11 or newer and make, every target works on a clean machine.
# Another Python, beside the first: make test PYTHON=python3.13 VENV=.venv-3.13

PYTHON       ?= python3
VENV         ?= .venv
PYTEST_FLAGS ?= -n auto

BIN  := $(VENV)/bin
DOCS ?= docs/_build/html
SITE ?= docs/_build/sites
PDF ?=
EXAMPLE ?= waterstad
EXAMPLES ?= waterstad leiden
LANGUAGE := en

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test browser site coverage check format lint types layers dependencies licences docs build constraints clean

help: ## say what there is
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1: \2/p' Makefile

# --- the environment: one stamp for each set of extras, so that a second run starts at once ------------------------

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "kennisstad_core needs Python 3.11 or newer; say which: make PYTHON=python3.13 ..." >&2; exit 2; }
	@echo "Making a virtual environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "This Python makes no virtual environments; on Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }
	@touch $@

$(VENV)/.demo: extras := cli
$(VENV)/.test: extras := cli,fast,hypothesis,pictures,site,pdf,test
$(VENV)/.docs: extras := cli,fast,hypothesis,pictures,site,pdf,docs
$(VENV)/.site: extras := cli,fast,site,pdf
$(VENV)/.browser: extras := cli,fast,site,test,browser
$(VENV)/.dev:  extras := cli,fast,hypothesis,pictures,site,pdf,docs,test,browser,dev

# Quiet twice: pip's errors still show, its remarks about versions and caches do not.
$(VENV)/.demo $(VENV)/.test $(VENV)/.docs $(VENV)/.site $(VENV)/.browser $(VENV)/.dev: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing kennisstad_core[$(extras)] in $(VENV); the first time takes a minute ..."
	@$(BIN)/python -m pip --disable-pip-version-check -qq install -c constraints.txt -e '.[$(extras)]'
	@touch $@

# --- what a user asks for ------------------------------------------------------------------------------------------

# An audit that found something ends with 1, one that could not tell with 3: both are answers, not failures.
demo: $(VENV)/.demo ## audit a year of the example city; in Dutch: make demo LANGUAGE=nl
	@$(BIN)/kennisstad audit examples/waterstad --year 2025 --language $(LANGUAGE) || \
	  { code=$$?; [ $$code -eq 1 ] || [ $$code -eq 3 ] || exit $$code; \
	    echo "(exit code $$code: the audit has findings; 0 would say that there are none)"; }
	@echo "To type kennisstad yourself, first: . $(BIN)/activate"

test: $(VENV)/.test ## run the test suite
	@$(BIN)/python -m pytest $(PYTEST_FLAGS)

# What the accessibility statement says was measured, is kept by this. It needs Chromium on the machine.
browser: $(VENV)/.browser ## open every kind of page of both examples in Chromium, and check that everybody can use it
	@KENNISSTAD_BROWSER=required KENNISSTAD_MEASURED=$$(date +%F) \
	  $(BIN)/python -m pytest -m browser -p no:randomly tests/test_browser.py

# It needs Pango on the machine.
site: $(VENV)/.site ## write the documentation of an example with its PDF: make site EXAMPLE=leiden SITE=folder
	@$(BIN)/kennisstad docs examples/$(EXAMPLE) --output $(SITE)/$(EXAMPLE) --pdf

docs: $(VENV)/.docs ## build the documentation, offline, in docs/_build/html; with PDFs of the examples: make docs PDF=--pdf
	@$(BIN)/python -m sphinx -n -W --keep-going -q -E -b html docs $(DOCS)
	@for example in $(EXAMPLES); do \
	  $(BIN)/kennisstad docs examples/$$example --output $(DOCS)/examples/$$example $(PDF) & made="$$made $$!"; \
	done; for one in $$made; do wait $$one || exit $$?; done
	@echo "The documentation is in $(DOCS)/index.html"

# --- what a contributor asks for -----------------------------------------------------------------------------------

check: lint types layers dependencies licences ## every check but the tests and the docs

format: $(VENV)/.dev ## let ruff fix and format what it can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lint: $(VENV)/.dev ## style and likely bugs
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev ## two type checkers, both strict
	@$(BIN)/mypy
	@$(BIN)/pyrefly check

layers: $(VENV)/.dev ## a module imports only from lower layers
	@$(BIN)/lint-imports --no-cache --no-logo

dependencies: $(VENV)/.dev ## what is imported is declared, and the reverse
	@$(BIN)/deptry src

licences: $(VENV)/.dev ## every file says whose it is and under which licence
	@$(BIN)/reuse lint

coverage: $(VENV)/.test ## run the test suite and measure what it reaches
	@$(BIN)/python -m pytest $(PYTEST_FLAGS) --cov --cov-report=term

build: $(VENV)/.dev ## make the wheel and the source distribution in dist/
	@rm -rf dist
	@$(BIN)/python -m build

# No index addresses and no annotations: the file says which versions, not where they came from or by whom.
constraints: $(VENV)/.dev ## choose the newest versions of all dependencies, for every Python that is supported
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --all-extras --no-emit-index-url \
	  --no-annotate --custom-compile-command "make constraints" --output-file constraints.txt pyproject.toml
	@! grep -n '://' constraints.txt

clean: ## remove everything that make made
	rm -rf .venv .venv-* dist docs/_build htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache \
	  .hypothesis .import_linter_cache
	find src tests docs -name __pycache__ -type d -prune -exec rm -rf {} +
