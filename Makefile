# SPDX-License-Identifier: GPL-3.0-or-later
# `make` alone lists what there is.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help setup build demo test lint format schema bench bench-setup score golden docs try-ci fuzz bad-day coverage browser-test clean

PROGRAM := .build/release/commonplan
PYTHON := .venv/bin/python
SOURCES := Sources Tests Package.swift
# For example `make test SWIFTFLAGS="-Xswiftc -warnings-as-errors"`.
SWIFTFLAGS ?=

# libxml2 of Homebrew is not on the standard path.
ifeq ($(shell uname),Darwin)
export PKG_CONFIG_PATH := $(shell brew --prefix libxml2 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
endif

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install what building and testing need (apt or brew, .venv); nothing where all is there
	@tools/setup.sh

build: setup ## Build the program, optimised: .build/release/commonplan
	swift build -c release $$(tools/static_stdlib.sh) $(SWIFTFLAGS) --product commonplan

demo: build ## Convert the samples and show what came out
	@$(PYTHON) tools/demo.py $(PROGRAM) build/demo

test: setup ## Build and run all tests
	swift build --build-tests $(SWIFTFLAGS)
	swift test $(SWIFTFLAGS) $(TESTFLAGS)

lint: setup ## Check style and house rules
	swift format lint --strict --parallel --recursive $(SOURCES)
	@$(PYTHON) tools/lint.py
	@$(PYTHON) tools/embed_schema.py --check

format: ## Put the sources into the house style
	swift format --in-place --parallel --recursive $(SOURCES)

schema: ## Make the records of a plan from schemas/*.json after a change
	@python3 tools/embed_schema.py

bench: build ## Measure speed and memory, as ratios of one run
	@$(PYTHON) tools/bench.py $(PROGRAM)

bench-setup: setup ## Install what bench compares with
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -r tools/bench-requirements.txt
	@command -v hyperfine >/dev/null || echo "hyperfine is not installed; bench uses its own timing loop"

score: build ## Score against ../shared, where that is there
	@if [ -x ../shared/scoreboard ]; then ../shared/scoreboard $(PROGRAM); \
	else echo "score: ../shared/scoreboard is not there; nothing to score against"; fi
	@$(PYTHON) tools/score_compare.py $(PROGRAM)

golden: build ## Write the golden files of samples/ anew; read the difference before you commit it
	COMMONPLAN_WRITE_GOLDEN=1 $(PYTHON) tools/golden.py $(PROGRAM)

docs: build ## Make the man page and shell completions (build/docs), and docs/rules.md
	@tools/docs.sh $(PROGRAM) build/docs
	@$(PROGRAM) rules --to markdown > docs/rules.md

try-ci: build ## Run the shell steps of ci/ and the pre-commit hook in a scratch repository
	@$(PYTHON) tools/try_ci.py $(PROGRAM)

fuzz: build ## Feed some 30,000 damaged files to the readers (seeded; takes a while)
	COMMONPLAN_FUZZ=3000 swift test --filter FuzzTests
	$(PYTHON) tools/fuzz_pdf.py $(PROGRAM) 500 1 samples/*.pdf

bad-day: build ## Kill workers, fail system calls one by one, and look at what is left (Linux)
	$(PYTHON) tools/bad_day.py kills $(PROGRAM)
	$(PYTHON) tools/bad_day.py faults $(PROGRAM)

coverage: build ## Compare the words of plans with those that other readers find in the samples
	$(PYTHON) tools/coverage.py $(PROGRAM) samples/*.docx samples/*.xlsx samples/*-wsoa.pdf

browser-test: build ## Open the HTML pages in a headless Chromium (installs it where it is not there)
	@tools/browser_setup.sh
	$(PYTHON) tools/check_pages.py $(PROGRAM) build/pages
	$(PYTHON) tools/check_review.py $(PROGRAM) samples/medway-wsoa.pdf samples/medway-wsoa.docx samples/telford.txt

clean: ## Remove everything that was built
	rm -rf .build build
