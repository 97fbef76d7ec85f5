# Two commands do all: `make run` shows the product, `make test` proves it. Both make .venv on first use.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check docs lint types layers format lock clean help

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: .venv/run ## check and build the demo, show site and desk on localhost, build again on change
	$(BIN)/faq serve

test: .venv/test ## every test; those in a browser need Debian's chromium-headless-shell or chromium
	$(BIN)/pytest -n 2 --dist loadfile

check: lint types layers test ## all that CI runs

docs: .venv/run ## the handbook as a site in build/handbook
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --config-file handbook.yml
	@echo 'build/handbook/index.html; with its search: python3 -m http.server --directory build/handbook'

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test
	$(BIN)/mypy

layers: .venv/test
	$(BIN)/lint-imports

format: .venv/test ## lay out the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/run: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	touch $@

.venv/test: .venv/run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	touch $@

# Run it with the oldest Python promised (3.11.2 of Debian 12), or newer ones get versions that it cannot install.
# Versions and hashes only: where packages come from is each machine's own setting.
LOCK := --quiet --strip-extras --generate-hashes --allow-unsafe --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
lock: .venv/test ## choose versions anew
	$(BIN)/pip-compile $(LOCK) --upgrade --output-file requirements.lock pyproject.toml --extra properdocs --extra zensical --build-deps-for editable
	$(BIN)/pip-compile $(LOCK) --upgrade --output-file requirements-dev.lock --constraint requirements.lock requirements-dev.in

clean: ## delete what was built
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis
