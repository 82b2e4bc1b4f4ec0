"""What the modules of the player reckon, tested in JavaScript by the node that Playwright brings along."""

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "static" / "js" / "play").glob("*.js"))
TESTS = sorted((ROOT / "tests" / "play").glob("*.test.mjs"))
LONGEST = 150


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_the_players_modules_do_what_their_tests_say(file):
    # Node takes a file for a module by the exports in it, so that the scripts need no package of their own.
    node, _ = compute_driver_executable()
    command = [node, "--test", "--test-reporter=spec", str(file)]
    answer = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert answer.returncode == 0, f"{file.name}:\n{answer.stdout}{answer.stderr}"
    assert "ℹ pass 0" not in answer.stdout, f"{file.name} has no tests"


def test_there_are_tests_of_the_players_modules():
    assert len(TESTS) >= 2


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_a_module_of_the_player_has_at_most_150_lines(module):
    assert len(module.read_text().splitlines()) <= LONGEST


def test_the_players_modules_name_their_neighbours_as_the_hashed_names_need_it():
    lines = [
        (module.name, line)
        for module in MODULES
        for line in module.read_text().splitlines()
        if " from " in line and line.startswith(("import ", "export ", "} from "))
    ]
    assert lines
    assert all('from "./' in line and line.endswith(";") for _, line in lines), lines
