# Every target does its own set-up; `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help run dev admin test lint format lock

PORT ?= 8000
VAR_DIR ?= $(or $(shell sed -n 's/^VAR_DIR=//p' .env 2>/dev/null),var)
VENV := .venv
PYTHON := $(VENV)/bin/python
MANAGE := $(PYTHON) manage.py
STATIC_SOURCES := $(shell find static -type f)

help: ## List what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1 | /p' Makefile | column -t -s '|'

run: $(VENV)/run $(VAR_DIR)/static/staticfiles.json ## Start the site at http://127.0.0.1:8000 (PORT=8001 to change)
	@$(MANAGE) serve --prepare --port $(PORT)

dev: $(VENV)/dev ## Start the site for developers: reloads code, shows errors
	@DEBUG=true $(MANAGE) migrate -v 0
	@DEBUG=true $(MANAGE) import_content || true
	@DEBUG=true $(MANAGE) runserver 127.0.0.1:$(PORT)

admin: $(VENV)/run ## Make a login for the admin
	@$(MANAGE) migrate -v 0
	@$(MANAGE) createsuperuser

test: $(VENV)/dev ## Run all tests
	@$(PYTHON) -m pytest

lint: $(VENV)/dev ## Check style and format
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .

format: $(VENV)/dev ## Put style and format right
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

lock: ## Pin the newest allowed versions in requirements*.txt
	@sh -c 'python3 -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install -q "pip-tools==7.6.2"'
	@$(VENV)/lock/bin/pip-compile $(LOCK_OPTIONS) -o requirements.txt pyproject.toml
	@$(VENV)/lock/bin/pip-compile $(LOCK_OPTIONS) --extra dev -c requirements.txt \
	  -o requirements-dev.txt pyproject.toml

LOCK_OPTIONS := -q --upgrade --generate-hashes --no-header --strip-extras \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

$(VAR_DIR)/static/staticfiles.json: $(VENV)/run $(STATIC_SOURCES)
	@echo "Collecting static files"
	@$(MANAGE) collectstatic --noinput -v 0

$(VENV)/run: requirements.txt | $(PYTHON)
	@echo "Installing what the site needs"
	@$(PYTHON) -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/run | $(PYTHON)
	@echo "Installing what tests and developers need"
	@$(PYTHON) -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(PYTHON):
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    $$python -m venv $(VENV) && exit 0; \
	    rm -rf $(VENV); \
	    echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2; \
	    exit 1; \
	  fi; \
	done; \
	echo "This site needs Python 3.11 or later. Install it, then run this again." >&2; exit 1
