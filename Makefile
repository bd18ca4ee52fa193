# `make` alone lists what there is to make.
.DEFAULT_GOAL := help
.PHONY: help run dev test test-long check format fuzz schedules contract referee mutants sweep html requirements wheel release sbom cluster faults full-disk costs bench growth stale junk newer install install-dev loaded data kills requests

PYTHON ?= python3
NEWER ?= python3.13
DOORS := tests/editorial/test_pages.py tests/api/test_queries.py tests/pages
# What SQLite does not answer for; publishers’ whole files are imported there.
ON_POSTGRES := database and not once and not browser and not data
PORT ?= 8000
SCHEDULES ?= 500
BIN := .venv/bin
export PORT
export RUNGS_SITE_URL ?= http://127.0.0.1:$(PORT)

# What was done is remembered under the checksum of what it was done with, so that a second start does nothing.
sum = $(shell cat $(1) | cksum | cut -d ' ' -f 1)
INSTALLED := .venv/installed-$(call sum,requirements.txt)
INSTALLED_DEV := .venv/installed-dev-$(call sum,requirements-dev.txt)
INSTALLED_BENCH := .venv-bench/installed-$(call sum,bench/requirements.txt)
INSTALLED_MUTANTS := .venv-mutants/installed-$(call sum,bench/mutants.txt)
INSTALLED_CONTRACT := .venv-contract/installed-$(call sum,tests/contract/requirements.txt tests/contract/package-lock.json)
INSTALLED_NEWER := .venv-newer/installed-$(call sum,requirements-dev.txt)
LOADED := $(call sum,$(wildcard */migrations/*.py fixtures/*.yaml fixtures/guides/*.guide fixtures/record/SHA256SUMS) requirements.txt)

help: ## What there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: install loaded ## Serve Rungs on this machine, at PORT (8000)
	@RUNGS_LOCAL=1 exec $(BIN)/python -m config.serve

dev: install loaded ## The same for developers: reloads what changes, shows tracebacks
	@RUNGS_DEBUG=1 exec $(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

data: loaded ## Fetch and import official files from their publishers, or import those in a folder: make data DATA=folder
	@$(BIN)/python manage.py $(if $(DATA),import_data "$(DATA)",fetch)

test: install-dev ## The tests, on SQLite and then on PostgreSQL
	$(BIN)/pytest -n 2 -m "not sweep and not data and not long"
	$(BIN)/python -m tests.postgres $(BIN)/pytest -n 3 -m "$(ON_POSTGRES) and not long"

test-long: install-dev ## The long ones: publishers’ whole files, all that comes with Rungs, every page in a browser, a fault at every statement
	$(BIN)/pytest -n 2 -m "not sweep and (data or long)"
	$(BIN)/python -m tests.postgres $(BIN)/pytest -n 3 -m "$(ON_POSTGRES) and long"

newer: $(INSTALLED_NEWER) ## Every door asked on Python 3.12 or later, with its newer Django: make newer NEWER=python3.13
	.venv-newer/bin/pytest -n 2 -m "not browser and not data and not hypothesis and not long and not sweep" $(DOORS)

check: install-dev ## Lint, format, layers, templates, style sheets, scripts, types, migrations
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint --quiet templates
	$(BIN)/biome lint --error-on-warnings static
	find templates -name '*.html' -exec $(BIN)/djade --check {} +
	$(BIN)/mypy
	$(BIN)/python manage.py check
	$(BIN)/python manage.py makemigrations --check --dry-run

wheel: install-dev ## Build the wheel, for `pip install` and `rungs serve`, into dist/
	$(BIN)/hatchling build --target wheel

release: install-dev ## Keep a database of this version, and its migrations' checksums, for later ones to be tested with
	@$(BIN)/python -m tests.upgrade.keep
	@$(BIN)/python -m tests.postgres $(BIN)/python -m tests.upgrade.keep

sbom: install-dev ## The bill of materials of what Rungs needs, in CycloneDX, as sbom.json
	$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --output-file sbom.json requirements.txt

cluster: install ## All of it on this machine: nginx, Rungs twice, PostgreSQL and its replica (docs/scaling.md)
	@exec $(BIN)/python -m deploy.cluster

faults: install ## Break a cluster, part by part, and count what readers notice: make faults FAULT=replica
	@exec $(BIN)/python -m deploy.faults $(FAULT)

full-disk: install ## Fill the disk while the site is exported, and count the files that are lost
	@exec $(BIN)/python -m deploy.full_disk

kills: install-dev ## Kill imports, publishing and loads at random moments, on SQLite and then on PostgreSQL: make kills KILLS="--seed 2"
	@$(BIN)/python -m bench.kills --count 300 $(KILLS)
	@$(BIN)/python -m tests.postgres $(BIN)/python -m bench.kills --count 100 $(KILLS)

requests: install-dev loaded ## A hundred thousand requests drawn over all addresses, which are never a server's error: make requests REQUESTS="--seed 2"
	@$(BIN)/python -m bench.fuzz $(REQUESTS)

costs: install ## What an answer costs a cluster, in processor time
	@exec $(BIN)/python -m deploy.costs

bench: install $(INSTALLED_BENCH) ## Rungs beside nginx, Datasette and a minimal view (docs/bench.md): make bench BENCH="--rounds 1"
	@exec $(BIN)/python -m bench.serving $(BENCH)

growth: install ## What pages cost with ten careers, with all that are loaded, and with 10,000 (docs/bench.md)
	@exec $(BIN)/python -m bench.growth $(BENCH)

stale: install ## Is an edit seen in the very next request? A thousand edits, two processes; counts stale answers
	@exec $(BIN)/python -m bench.stale $(BENCH)

junk: install ## Do made-up addresses fill the memory? A million query strings, or as many as three minutes hold
	@exec $(BIN)/python -m bench.junk $(BENCH)

format: install-dev ## Put Python and templates into shape
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format
	find templates -name '*.html' -exec $(BIN)/djade {} +

fuzz: install-dev ## The tests that draw their inputs or their kinds of rows, with many more, on SQLite and then on PostgreSQL
	$(BIN)/pytest -n 2 -m "hypothesis or thorough" --hypothesis-profile=fuzz
	$(BIN)/python -m tests.postgres $(BIN)/pytest -n 2 -m "hypothesis or thorough" --hypothesis-profile=fuzz

schedules: install-dev ## Editors at work in drafts, in random order, 500 times on SQLite and on PostgreSQL: make schedules SCHEDULES=50
	RUNGS_SCHEDULES=$(SCHEDULES) $(BIN)/pytest -s tests/editorial/test_schedules_of_drafts.py
	RUNGS_SCHEDULES=$(SCHEDULES) $(BIN)/python -m tests.postgres $(BIN)/pytest -s tests/editorial/test_schedules_of_drafts.py

contract: install-dev $(INSTALLED_CONTRACT) ## Clients made from the API's schema by others' generators, linters, a validator
	RUNGS_CONTRACT=.venv-contract RUNGS_REQUIRE=contract $(BIN)/pytest -m contract tests/contract

referee: install-dev loaded ## Every sentence about figures computed again, on the loaded database: make referee REFEREE="--area jobs"
	$(BIN)/python -m tests.referee $(REFEREE)

mutants: install-dev $(INSTALLED_MUTANTS) ## Small faults drawn in the core: which do the tests notice? make mutants MUTANTS="--count 60 --seed 2"
	@exec .venv-mutants/bin/python -m bench.mutants $(MUTANTS)

sweep: install-dev ## Every page at every width in light, dark and forced colours, held against axe (needs Chromium)
	RUNGS_REQUIRE=browser $(BIN)/pytest -n 2 -m sweep

html: install-dev ## Every page held against the HTML specification: make html RUNGS_VNU=vnu.jar (needs Java)
	RUNGS_REQUIRE=vnu $(BIN)/pytest -m vnu

requirements: ## Resolve pyproject.toml and the .in files of bench and tests/contract anew into the requirements files (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-header -o requirements.txt
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header -o requirements-dev.txt
	uv pip compile bench/requirements.in --universal --generate-hashes --no-header -o bench/requirements.txt
	uv pip compile bench/mutants.in --universal --generate-hashes --no-header -o bench/mutants.txt
	uv pip compile tests/contract/requirements.in --universal --generate-hashes --no-header -o tests/contract/requirements.txt

install: $(INSTALLED)

install-dev: $(INSTALLED_DEV)

# A database named by DATABASE_URL is always brought up to date; ours only when something changed or it is gone.
loaded: install
	@if [ -n "$$DATABASE_URL" ] || [ ! -e rungs.sqlite3 ] || [ "$$(cat rungs.sqlite3.loaded 2>&1)" != "$(LOADED)" ]; then \
		$(BIN)/python manage.py migrate --verbosity 0 && \
		$(BIN)/python manage.py load && \
		{ [ -n "$$DATABASE_URL" ] || echo "$(LOADED)" > rungs.sqlite3.loaded; }; \
	fi

$(INSTALLED): | .venv/bin/pip
	@echo "Installing what Rungs needs"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

$(INSTALLED_DEV): | .venv/bin/pip
	@echo "Installing what its tests and checks need"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@ $(INSTALLED)

# Others that Rungs is measured against have an environment of their own.
$(INSTALLED_BENCH): | .venv-bench/bin/pip
	@echo "Installing what Rungs is measured against"
	@.venv-bench/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement bench/requirements.txt
	@touch $@

# What mutates the code stays out of the environment that runs it.
$(INSTALLED_MUTANTS): | .venv-mutants/bin/pip
	@echo "Installing what draws faults"
	@.venv-mutants/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement bench/mutants.txt
	@touch $@

$(INSTALLED_NEWER): | .venv-newer/bin/pip
	@echo "Installing what tests on a newer Python need"
	@.venv-newer/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@

# Tools made of the schema stay out of the environment that runs it; Node is a wheel, newer than Debian's.
$(INSTALLED_CONTRACT): | .venv-contract/bin/pip
	@echo "Installing what the API's schema is held against"
	@.venv-contract/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement tests/contract/requirements.txt
	@cd tests/contract && PATH="$(CURDIR)/.venv-contract/bin:$$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.venv-contract/bin/pip:
	@$(PYTHON) -m venv .venv-contract

.venv-newer/bin/pip:
	@$(NEWER) -m venv .venv-newer

.venv-mutants/bin/pip:
	@$(PYTHON) -m venv .venv-mutants

.venv-bench/bin/pip:
	@$(PYTHON) -m venv .venv-bench

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rungs needs Python 3.11 or later: make PYTHON=python3.11 …")'
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv
