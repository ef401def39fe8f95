# `make demo` and `make test` need Python 3.11 or later and make, nothing else.

PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python; do \
	  command -v $$each >/dev/null 2>&1 && \
	  $$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && \
	  echo $$each && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test peers lint types imports docs notebooks bench clean

demo: $(VENV)/.installed ## Show what an annotated article states, and what is wrong with another
	@$(BIN)/regiontargets show examples/article.md
	@echo
	@echo "And an article with mistakes in it:"
	@echo
	@$(BIN)/regiontargets validate examples/mistakes.md || test $$? -eq 1

test: $(VENV)/.test ## Run every test
	$(BIN)/python -m pytest -n auto $(PYTEST)

peers: .venv-peers/.peers ## Read what is exported with the other projects' own readers
	.venv-peers/bin/python -m pytest -q tests/exports

lint: $(VENV)/.dev ## Format and style
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev ## mypy --strict and pyright
	$(BIN)/mypy
	$(BIN)/pyright

imports: $(VENV)/.dev ## Import contracts: the arrows go one way
	$(BIN)/lint-imports

docs: $(VENV)/.dev ## Build the documentation
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

bench: $(VENV)/.dev ## Measure, beside peers
	$(BIN)/python -m benchmarks

clean: ## Remove what the other targets made
	rm -rf $(VENV) .venv-peers site .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, and was not found." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing into $(VENV) …"
	@$(PIP) install -e .
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the tests need into $(VENV) …"
	@$(PIP) install -e '.[all,test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	@echo "Installing what development needs into $(VENV) …"
	@$(PIP) install -e '.[dev]'
	@touch $@ $(VENV)/.test $(VENV)/.installed

# An environment of its own: these readers pin older versions than we are tested with.
.venv-peers/.peers: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, and was not found." >&2; exit 1; }
	@test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	@echo "Installing the other projects' readers into .venv-peers …"
	@.venv-peers/bin/python -m pip --quiet --disable-pip-version-check install --no-compile -e '.[peers]'
	@touch $@
