# `make` is what CI runs; `make help` lists the rest. Everything happens in .venv, which any target makes first.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
READY := $(VENV)/.ready

.DEFAULT_GOAL := check
.PHONY: check drift lint types test kernels generate oracle mutants fuzz bench demo format help clean

check: drift lint types test  ## everything CI checks (the default)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $(READY)

generate: $(READY)  ## schemas/ and templates/ -> generated/
	$(BIN)/python -m kernelwire_codegen generate

drift: $(READY)  ## fail if generated/ is not exactly what the schemas say
	$(BIN)/python -m kernelwire_codegen generate --check

lint: $(READY)  ## ruff over what is written by hand
	@$(BIN)/ruff format --check . || { echo "Cure: make format"; exit 1; }
	@$(BIN)/ruff check . || { echo "Cure: make format, then mend what is left"; exit 1; }

format: $(READY)  ## lay out the code and mend what ruff can mend
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

types: $(READY)  ## mypy and pyright, both strict
	$(BIN)/mypy generated/jupyter_messages generated/jupyter_messages_msgspec runtime/kernelwire generator/kernelwire_codegen tests/typing
	$(BIN)/pyright --pythonpath $(BIN)/python

test: $(READY)  ## the tests, those with real kernels where they are installed; TESTS="tests/test_x.py" for some
	$(BIN)/python -m pytest -n auto --dist loadfile $(TESTS)

# Their versions are pinned because docs/kernels.md and the live tests tell what these versions do.
kernels: $(READY)  ## install the other real kernels that `make test` talks to (needs R's IRkernel and npm)
	$(BIN)/python -m pip install --quiet xeus-python==0.19.0 bash_kernel==0.10.0
	$(BIN)/python -m bash_kernel.install --sys-prefix
	PATH="$(abspath $(BIN)):$$PATH" R --quiet -e 'IRkernel::installspec(prefix = "$(abspath $(VENV))")'
	npm install --silent --prefix $(VENV)/deno deno@2.9.6
	HOME="$(abspath $(VENV))/deno" $(VENV)/deno/node_modules/.bin/deno jupyter --install --force
	mkdir -p $(VENV)/share/jupyter/kernels
	cp -r $(VENV)/deno/.local/share/jupyter/kernels/deno $(VENV)/share/jupyter/kernels/

oracle: $(READY)  ## a million values: do validators and jsonschema agree, do codecs lose nothing? (15 minutes)
	$(BIN)/python -m tests.campaign

mutants: $(READY)  ## break templates and generator in 40 places: do the tests tell? (15 minutes)
	$(BIN)/python -m tests.mutate --sample 40

fuzz: $(READY)  ## feed every reader with made-up bytes, guided by coverage; FUZZ="--seconds 600 frames line" says how
	$(BIN)/python -m pip install --quiet atheris
	$(BIN)/python -m tests.fuzz $(FUZZ)

bench: $(READY)  ## measure, next to the peers, and write docs/performance.md (10 minutes)
	$(BIN)/python -m pip install --quiet --editable . --group bench
	$(BIN)/python -m benchmarks --write

demo: $(READY)  ## start a real ipykernel, run code in it, judge each message
	$(BIN)/python examples/demo.py

clean:  ## remove the environment and caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache build dist

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15
