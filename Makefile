# Needs python3 (3.11 or newer), make and a network; everything else lands in .venv, inside this folder.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv pip
PORT ?= 8501
PYTEST_ARGS ?=
SECONDS ?= 120
ONLY ?=
CHAOS ?=
MUTANTS ?=
WORKERS ?= 2

# Compiled modules are kept even where the environment says otherwise: else each of a hundred programs compiles all anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help run demo test test-long docs pictures check format bench chaos coverage mutants fuzz lock audit wheel image clean

help:  ## list what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.run  ## install, then open the dashboard in the browser
	$(BIN)/legwork run --port $(PORT)

demo: $(VENV)/.run  ## the same with the sample athlete
	$(BIN)/legwork run --port $(PORT) --demo

test: $(VENV)/.dev  ## install, then run every test that this machine can run
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

test-long: $(VENV)/.dev  ## run whole what `make test` runs small: every order, every kill, twenty years
	LEGWORK_LONG=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m long $(PYTEST_ARGS)

check: $(VENV)/.dev  ## formatter, linter, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.dev  ## let ruff format and mend what it can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev  ## speed of imports and pages; not part of the tests
	$(BIN)/python -m pytest benchmarks -p no:xdist --benchmark-only --benchmark-disable-gc

chaos: $(VENV)/.dev  ## kill, fill the disk, damage files, many writers; CHAOS="--kills 60" for less
	$(BIN)/python -m tests.chaos $(CHAOS)

# In pieces, so that a machine of two cores can go on with other work; tests in a browser come last and are known by no name.
COVERED := "tests/analysis tests/model tests/catalog tests/charts tests/wording tests/report tests/failures" tests/importers tests/services \
	tests/store "tests/cli tests/sample tests/ui $(wildcard tests/test_*.py)" tests/pages tests/chaos
MEASURED := $(BIN)/python -m coverage run -m pytest -p tests.mutation.contexts -n $(WORKERS) --dist loadfile -p no:cacheprovider

coverage: $(VENV)/.dev  ## which lines of lib and pages no test reaches; half an hour; WORKERS=2
	rm -rf .coverage && mkdir .coverage
	for piece in $(COVERED); do $(MEASURED) -m "not browser" $$piece || exit 1; done
	$(BIN)/python -m coverage combine --quiet .coverage
	$(BIN)/python -m coverage report --skip-covered --include 'lib/*'

mutants: $(VENV)/.dev  ## put small faults into a sample of lines and see whether a test fails; after make coverage
	$(BIN)/python -m tests.mutation $(MUTANTS)

fuzz: $(VENV)/.fuzz  ## feed every importer with damaged files, SECONDS=120 each, or ONLY=strava
	$(BIN)/python fuzz/run.py --seconds $(SECONDS) --only "$(ONLY)"

docs: $(VENV)/.run  ## write the README's list of formats and docs/NOTICES.md anew
	$(BIN)/python -m lib.importers.listing README.md
	$(BIN)/python docs/notices.py

pictures: $(VENV)/.dev  ## take the pictures of the README and of docs/images anew
	$(BIN)/python docs/pictures.py

LOCKED := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header

lock: $(VENV)/.uv  ## write the requirement files anew from pyproject.toml
	$(UV) compile pyproject.toml $(LOCKED) --upgrade --output-file requirements.txt
	$(UV) compile pyproject.toml $(LOCKED) --extra postgres --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(UV) compile --group build $(LOCKED) --constraints requirements-dev.txt --output-file requirements-build.txt

audit: $(VENV)/.run  ## look for known holes in what is installed; 3 where nobody could be asked
	$(BIN)/python .ci/audit.py

wheel: $(VENV)/.dev  ## dist/legwork-….whl, for pipx, uvx and pip
	$(BIN)/python -m hatchling build --target wheel

image:  ## a container, with docker or podman
	$$(docker info >/dev/null 2>&1 && echo docker || echo podman) build --file Containerfile --tag legwork .

clean:  ## remove the environment and every cache
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks

# uv installs in seconds where pip takes half a minute; it stays inside the environment.
$(VENV)/.uv:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Legwork needs Python 3.11 or newer, this is " + sys.version)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'
	touch $@

$(VENV)/.run: $(VENV)/.uv requirements.txt pyproject.toml
	$(UV) install --quiet --python $(BIN)/python --require-hashes -r requirements.txt
	$(UV) install --quiet --python $(BIN)/python --no-deps --editable .
	touch $@

$(VENV)/.fuzz: $(VENV)/.dev
	$(UV) install --quiet --python $(BIN)/python --group fuzz
	touch $@

$(VENV)/.dev: $(VENV)/.uv requirements-dev.txt pyproject.toml
	$(UV) install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.txt
	$(UV) install --quiet --python $(BIN)/python --no-deps --editable .
	touch $@ $(VENV)/.run
