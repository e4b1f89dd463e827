# Describe Changes — `make help` lists what there is.
SHELL := bash
.DEFAULT_GOAL := help

PYTHON_ENGINE := .venv/bin/python
JOPLIN := resources/examples/joplin
DEMO := demo-output
SETUP_FILES := constraints.txt pyproject.toml scripts/setup_engine.sh

.PHONY: help demo test check docs migration qgis package release translations benchmarks bad-input examples clean clean-all

help: ## Show this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r name text; do \
		printf '  make %-12s %s\n' "$$name" "$$text"; done

demo: .venv/.ready-runtime ## Describe what the 2011 tornado changed in Joplin; writes demo-output/
	@mkdir -p $(DEMO)
	@echo "Joplin, Missouri: aerial photographs from 2007–2010 and from after the tornado of 22 May 2011"
	@.venv/bin/describe-changes describe '$(JOPLIN)/joplin_before_*.tif' '$(JOPLIN)/joplin_after_*.tif' \
		-o $(DEMO)/changes.gpkg --mask $(DEMO)/changes_mask.tif --report $(DEMO)/changes.html --overwrite
	@echo "These lie in $(abspath $(DEMO)). To see them in QGIS: make qgis"

test: .venv/.ready-test .venv-qgis/.ready ## Run every check: ruff, mypy, contracts, Qt 6 rules, plugin in QGIS, engine, training
	@$(PYTHON_ENGINE) scripts/run_checks.py

check: .venv/.ready-test ## Run the quick checks only: ruff, mypy, contracts, qt6
	@$(PYTHON_ENGINE) scripts/run_checks.py ruff mypy contracts qt6

migration: ## Hold the plugin against QGIS's own Qt 6 migration checker (in an environment of its own)
	@$(PYTHON_ENGINE) scripts/check_migration.py

qgis: .venv/.ready-runtime .venv-qgis/.ready $(DEMO)/changes.gpkg ## Open QGIS with the plugin and the demo's result
	@[ ! -e .venv-qgis/missing ] || exit 1
	@.venv-qgis/bin/python scripts/open_qgis.py $(DEMO)/changes.gpkg

$(DEMO)/changes.gpkg:
	@$(MAKE) --no-print-directory demo

package: ## Build the plugin's zip for the plugin site: build/describe_changes.zip
	@python3 scripts/make_package.py

release: .venv/.ready-test ## Make a release: make release VERSION=0.2.0 (checks, version, changelog, zip, commit, tag; pushes nothing)
	@$(PYTHON_ENGINE) scripts/release.py $(VERSION)

docs: .venv/.ready-test ## Build the documentation site into build/site; a broken link or reference fails
	@NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs build --strict --quiet
	@echo "The site is in build/site; open build/site/index.html"

translations: ## Bring resources/i18n up to date with the plugin's sentences and compile it
	@python3 scripts/update_translations.py

benchmarks: .venv/.ready-test ## Measure every figure in benchmarks/ and write benchmarks/results/*.json
	@for script in redundant_work reading remote throughput memory; do $(PYTHON_ENGINE) benchmarks/$$script.py || exit 1; done
	@OMP_NUM_THREADS=1 $(PYTHON_ENGINE) benchmarks/speed.py --executors --save

bad-input: .venv/.ready-test ## Write docs/bad_input.md again, from the tests that run every row
	@WRITE_BAD_INPUT=1 $(PYTHON_ENGINE) -m pytest -q tests/core/end_to_end/test_bad_rasters.py

examples: .venv/.ready-runtime ## Make resources/examples/ again from ../shared/data
	@$(PYTHON_ENGINE) scripts/make_examples.py

clean: ## Remove results and caches; the environments stay
	rm -rf $(DEMO) build runs .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +

clean-all: clean ## Remove the environments too
	rm -rf .venv .venv-qgis .venv-qt6 .dev *.egg-info

.venv/.ready-runtime: $(SETUP_FILES)
	@scripts/setup_engine.sh runtime

.venv/.ready-test: $(SETUP_FILES)
	@scripts/setup_engine.sh test

.venv-qgis/.ready: scripts/setup_qgis.sh scripts/qgis-test-requirements.txt
	@scripts/setup_qgis.sh
