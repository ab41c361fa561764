# Short names for everyday work. Every target runs in the project's own .venv.
PYTHON ?= python3

.PHONY: test dev lint demo

test: ## set up and run every test
	$(PYTHON) -m tests

dev: ## set up everything a contributor needs
	$(PYTHON) -m journal.environment requirements-dev.txt

lint: dev ## style, format and types
	$(PYTHON) -m journal.environment requirements-dev.txt -- -m ruff check
	$(PYTHON) -m journal.environment requirements-dev.txt -- -m ruff format --check
	$(PYTHON) -m journal.environment requirements-dev.txt -- -m mypy

demo: ## open a journal beside your own, to try things out
	$(PYTHON) -m journal --data data/demo.db
