# Describe Changes — `make help` lists what there is.
SHELL := bash
.DEFAULT_GOAL := help

PYTHON_ENGINE := .venv/bin/python
EXAMPLES := resources/examples
DEMO := demo-output
SETUP_FILES := constraints.txt pyproject.toml scripts/setup_engine.sh

.PHONY: help demo test check qgis benchmarks examples clean clean-all

help: ## Show this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r name text; do \
		printf '  make %-12s %s\n' "$$name" "$$text"; done

demo: .venv/.ready-runtime ## Describe what the 2011 tornado changed in Joplin; writes demo-output/
	@$(PYTHON_ENGINE) scripts/demo.py --output $(DEMO)

test: .venv/.ready-test .venv-qgis/.ready ## Run every check: ruff, mypy, contracts, plugin in QGIS, engine, training
	@$(PYTHON_ENGINE) scripts/run_checks.py

check: .venv/.ready-test ## Run the quick checks only: ruff, mypy, contracts
	@$(PYTHON_ENGINE) scripts/run_checks.py ruff mypy contracts

qgis: .venv/.ready-runtime .venv-qgis/.ready $(DEMO)/changes.gpkg ## Open QGIS with the plugin and the demo's result
	@.venv-qgis/bin/python scripts/open_qgis.py $(DEMO)/changes.gpkg

$(DEMO)/changes.gpkg:
	@$(MAKE) --no-print-directory demo

benchmarks: .venv/.ready-test ## Measure every figure in benchmarks/ and write benchmarks/results/*.json
	@for script in benchmarks/[a-z]*.py; do echo "$$script"; $(PYTHON_ENGINE) "$$script" || exit 1; done

examples: .venv/.ready-runtime ## Make resources/examples/ again from ../shared/data
	@$(PYTHON_ENGINE) scripts/make_examples.py

clean: ## Remove results and caches; the environments stay
	rm -rf $(DEMO) build runs .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +

clean-all: clean ## Remove the environments too
	rm -rf .venv .venv-qgis .dev *.egg-info

.venv/.ready-runtime: $(SETUP_FILES)
	@scripts/setup_engine.sh runtime

.venv/.ready-test: $(SETUP_FILES)
	@scripts/setup_engine.sh test

.venv-qgis/.ready: scripts/setup_qgis.sh scripts/qgis-test-requirements.txt
	@scripts/setup_qgis.sh
