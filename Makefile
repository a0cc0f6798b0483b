# Two commands do everything: "make run" opens the program, "make test" proves it.
.DEFAULT_GOAL := help
PYTEST := .venv/bin/python -m pytest
QUIET_QT := QT_QPA_PLATFORM=offscreen

.PHONY: help run test check check-long bench lock words clean

help:  ## say what there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run:  ## set up what is missing and open the program
	@sh tools/setup.sh run
	@sh tools/run.sh

test:  ## set up what is missing, then every check and test
	@sh tools/setup.sh test
	@$(MAKE) --no-print-directory check
	$(QUIET_QT) $(PYTEST) -n 2 -m "not long and not desktop"

check:  ## style, types, direction of imports, catalogue, questionnaire
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python tools/catalogue.py check
	.venv/bin/spf-assess forms check

check-long:  ## kill sweeps, fuzzing, PDF validation, a real screen: tens of minutes
	@sh tools/setup.sh test
	@sh tools/setup-long.sh
	@ended=0; \
	$(QUIET_QT) $(PYTEST) -m "long and not desktop" -p no:randomly -n 2 --dist worksteal || ended=1; \
	$(PYTEST) -m desktop -p no:randomly || ended=1; \
	exit $$ended

bench:  ## measure speed and size against peers; writes out/bench/results.json
	@sh tools/setup.sh test
	@sh tools/setup-long.sh bench
	$(QUIET_QT) .venv/bin/python tests/bench/run.py

lock:  ## pin every package with its hashes
	.venv/bin/python -m pip install --quiet uv
	for spec in "headless:--group build" "run:--extra desktop --group build" "test:--extra desktop --group build --group test"; do \
	    .venv/bin/uv pip compile -q pyproject.toml $${spec#*:} --universal --python-version 3.11 --generate-hashes \
	        --no-emit-index-url --no-header --no-annotate -o requirements/$${spec%%:*}.txt || exit 1; \
	done

words:  ## bring the French catalogue and the pages of docs made from the code up to date
	.venv/bin/python tools/catalogue.py update
	.venv/bin/python tools/errors.py
	.venv/bin/python tools/questionnaire.py

clean:  ## remove what was made, keep the environment
	rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
