# The two commands, `make run` and `make test`, and their few neighbours.

VENV := .venv
PYTHON_IN := $(VENV)/bin/python
MADE := $(VENV)/.made
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev
# A process a core; the tests of a file stay together, since some share what took long to make.  The files keep
# their order: it ends with many short ones, where by the number of their tests the longest would come last.
SHARED := -n auto --dist loadfile --no-loadscope-reorder
# Each process, and each server that a test starts, would otherwise compile every module anew.
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(PYTHON_IN) -m pytest $(SHARED)
PIP := $(PYTHON_IN) -m pip --disable-pip-version-check install --quiet --require-hashes
LOCK := uv pip compile --universal --generate-hashes --no-strip-extras --python-version 3.11 pyproject.toml

# What is typed after make counts here, as NAME=ana; a shell may have others of the same name.
typed = $(filter command,$(origin $1))

.PHONY: help run user demo backup restore install test test-full bench lint lock clean

help:  ## list these commands
	@sed -n 's/^\([a-z][a-z-]*\):.*## /\1|/p' Makefile | awk -F'|' '{ printf "make %-10s %s\n", $$1, $$2 }'

run: $(RUN)  ## start Footfall on port $PORT, 8000 unless set; its data lives in $DATA_DIR or .data/
	@exec $(PYTHON_IN) -m config.serve

user: $(RUN)  ## make an account, NAME=ana, EMAIL=… if wanted; prints a link by which that person sets a password
	@$(PYTHON_IN) manage.py prepare
	@$(PYTHON_IN) manage.py make_account $(if $(call typed,NAME),"$$NAME") \
		$(if $(call typed,EMAIL),--email="$$EMAIL")

# The password goes by the environment: the list of processes shows everybody's command lines.
demo: $(RUN)  ## make or renew a demo runner with half a year of training; PASSWORD=… chooses its password, REMOVE=1 removes it
	@$(PYTHON_IN) manage.py prepare
	@DEMO_PASSWORD=$(if $(call typed,PASSWORD),"$$PASSWORD") $(PYTHON_IN) manage.py demo \
		$(if $(call typed,REMOVE),$(if $(filter 1,$(REMOVE)),--remove))

backup: $(RUN)  ## write the database, uploaded files and secret key into one archive, also while it runs; TO=path
	@$(PYTHON_IN) manage.py backup $(if $(call typed,TO),--to="$$TO")

restore: $(RUN)  ## put a backup in place, the server stopped; FROM=path; FORCE=1 replaces what is here
	@$(PYTHON_IN) manage.py restore $(if $(call typed,FROM),"$$FROM") \
		$(if $(call typed,FORCE),$(if $(filter 1,$(FORCE)),--force))

install: $(DEV)  ## install what the tests and checks need, and nothing else

test: $(DEV)  ## run every test but the slow ones; ARGS="-k word" goes to pytest, DATABASE_URL chooses the database
	@CHROMIUM="$$(sh .ci/chromium $(PYTHON_IN))" && export CHROMIUM && exec $(PYTEST) $(ARGS)

test-full: $(DEV)  ## run the slow tests too, with many more examples each
	@CHROMIUM="$$(sh .ci/chromium $(PYTHON_IN))" && export CHROMIUM && \
		HYPOTHESIS_PROFILE=full exec $(PYTEST) -m "" --timeout=3600 $(ARGS)

bench: $(DEV)  ## measure reading watch files, drawing figures, planning, and every page over ten years on both databases
	@$(PYTHON_IN) -m tests.bench files
	@$(PYTHON_IN) -m tests.bench figures
	@$(PYTHON_IN) -m tests.bench plan
	@env -u DATABASE_URL $(PYTHON_IN) -m tests.bench pages
	@.ci/with-postgres $(PYTHON_IN) -m tests.bench pages

lint: $(DEV)  ## check style, templates and types
	@printf '\n== ruff check\n'
	@$(VENV)/bin/ruff check .
	@printf '\n== ruff format --check\n'
	@$(VENV)/bin/ruff format --check .
	@printf '\n== djade --check\n'
	@find templates -name '*.html' -exec $(VENV)/bin/djade --target-version 5.2 --check {} +
	@printf '\n== mypy\n'
	@$(VENV)/bin/mypy

lock:  ## choose the dependencies' versions anew, within pyproject.toml; needs uv
	$(LOCK) -o requirements.txt
	$(LOCK) --group dev -o requirements-dev.txt

clean:  ## remove the environment and every cache; the data of the instance stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .test.sqlite3* test-results
	find config logbook workouts tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(MADE):
	@sh .ci/venv $(VENV)
	@touch $@

$(RUN): requirements.txt $(MADE)
	@echo "Installing what Footfall runs on."
	@$(PIP) -r requirements.txt
	@touch $@

# After the run-time packages, never beside them: pip takes no two installations at once.
$(DEV): requirements-dev.txt $(RUN)
	@echo "Installing what the tests and checks need."
	@$(PIP) -r requirements-dev.txt
	@touch $@
