# District Twin. `make demo` and `make test` set themselves up; everything else is for those who work on it.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: setup demo serve test lint format bench soak page lock clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@echo "· setting up .venv from requirements.lock (a minute or two, once)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@echo "· compiling"
	@$(BIN)/python -m compileall -q api bim_import gis sample_buildings twin viz
	@$(BIN)/python -m gis.warm
	@$(BIN)/python -m twin.space.consolidate.warm
	@$(BIN)/python -m twin.fleet.dispatch.warm
	@$(BIN)/python -m twin.security.placement.warm
	@touch $@

demo: setup
	@$(BIN)/twin demo

serve: setup
	@test -f demo/twin.gpkg || { echo "· no demo yet: run make demo first"; exit 1; }
	@$(BIN)/twin serve --demo --store demo/twin.gpkg

test: setup
	@$(BIN)/python -m pytest -n 3 --dist loadfile -q

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: setup
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# The comparisons and the long trials print tables and keep finished parts in build/, so that a stopped run goes on.
bench soak: setup
	@for file in $$(grep -l '^if __name__' tests/$@/*.py); do name=$$(basename $$file .py); \
	  echo "== $$name"; $(BIN)/python -m tests.$@.$$name || failed=1; done; exit $${failed:-0}

page: setup
	@$(BIN)/python -m viz.bundle

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache *.egg-info
