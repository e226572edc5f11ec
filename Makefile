# Everything a developer runs. Each target sets up what it needs; no environment has to be activated.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# The first Python that is new enough; `make PYTHON=… setup` takes another one.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

FAMILY ?=
EFFORT ?= standard
WORKERS ?= 2
SEEDS ?= 1
CLIENTS := bird conga everbridge sfmc

.PHONY: help setup conformance test check check-clients lint clients serve prove prove-ci variations variations-ci benchmark benchmark-clients compare wheel constraints clean

help: ## explain the targets
	@echo 'Usage: make TARGET [FAMILY=everbridge|bird|conga|sfmc] [EFFORT=quick|standard|deep] [WORKERS=2] [SEEDS=1]'
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(READY) ## make .venv with everything in it; again only when pyproject.toml or constraints.txt change

$(READY): pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'No Python 3.11 or newer was found; name one: make PYTHON=/path/to/python setup' >&2; exit 1; }
	@echo 'Setting up $(VENV) with $(PYTHON); this takes a minute'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

conformance: $(READY) ## check the bundled servers against all clauses (or FAMILY's), and leave a report in report/
	$(BIN)/contact-contracts check $(FAMILY) --effort $(EFFORT) --report-dir report

test: $(READY) ## run the project's own tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

check: $(READY) ## look for faults without changing a file: style, types, import rules, contracts, clients, accounting
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/python scripts/lint_specs.py
	$(BIN)/python scripts/generate_clients.py --check
	$(BIN)/python scripts/client_surface.py
	$(BIN)/python -m pytest -q tests/house/test_clause_accounting.py

check-clients: $(READY) ## type-check each generated client strictly, as users of mypy and of pyright do
	@for family in $(CLIENTS); do echo "$$family"; (cd generated/$$family && \
		../../$(BIN)/python -m mypy --strict --cache-dir ../../.mypy_cache $${family}_contacts && \
		../../$(BIN)/basedpyright --level error --pythonpath ../../$(BIN)/python $${family}_contacts) || exit 1; done

lint: $(READY) ## mend what the style checker can mend
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

clients: $(READY) ## generate the typed clients from the contracts
	$(BIN)/python scripts/generate_clients.py

serve: $(READY) ## run the reference servers (or FAMILY's) until Ctrl-C
	$(BIN)/contact-contracts serve $(FAMILY)

prove: $(READY) ## run the suite on every faulty server with SEEDS seeds, and write docs/proof.md; goes on where it was stopped
	$(BIN)/python scripts/prove.py $(FAMILY) --seeds $(SEEDS) --resume build/proof.jsonl \
		$(if $(FAMILY),,--out docs/proof.md --json docs/proof.json)

prove-ci: $(READY) ## the part of prove that runs on every change
	$(BIN)/python scripts/prove.py --ci

variations: $(READY) ## run the suite on servers that are right in other ways, and write docs/variations.md
	$(BIN)/python scripts/check_variations.py $(FAMILY) $(if $(FAMILY),,--out docs/variations.md)

# Every sixth, which is some of each kind: a false alarm that a change brings in is seldom alone. All of them before a release.
variations-ci: $(READY) ## the part of variations that runs on every change
	$(BIN)/python scripts/check_variations.py --every 6

benchmark: $(READY) ## measure how long the suite takes, and its rate beside that of a bare client
	$(BIN)/python scripts/benchmark.py $(FAMILY) --effort $(EFFORT)
	$(BIN)/python scripts/compare_rates.py

benchmark-clients: $(READY) ## measure what the typed clients cost, and write it into docs/clients.md
	$(BIN)/python scripts/benchmark_clients.py

compare: $(READY) ## run other tools on the same servers, and write docs/comparison.md; about 15 minutes
	$(BIN)/python scripts/compare_peers.py $(if $(FAMILY),--families $(FAMILY) --folder build/comparison)

wheel: $(READY) ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

constraints: ## write constraints.txt again, with the newest versions that pyproject.toml allows
	rm -rf build/constraints
	$(PYTHON) -m venv build/constraints
	build/constraints/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,postgres]'
	{ head -n 2 constraints.txt; build/constraints/bin/python -m pip freeze --exclude-editable | LC_ALL=C sort -f; } > build/constraints.txt
	mv build/constraints.txt constraints.txt
	rm -rf build/constraints

clean: ## remove reports, builds and caches; the environment in .venv stays
	@if find report -name 'made-*.jsonl' -o -name 'originals-*.jsonl' 2>/dev/null | grep .; then \
	  echo 'A run left these on its target: see contact-contracts clean --help, or delete them by hand.'; exit 1; fi
	rm -rf report build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .schemathesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
