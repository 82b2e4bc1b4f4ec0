"""What our scripts reckon, run by the node that Playwright brings along."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

SCRIPTS = Path(__file__).resolve().parent.parent / "static" / "js"


def run_module(script: str, expression: str, tmp_path: Path):
    """The value of an expression over a module's exports, here called `m`."""
    node, _ = compute_driver_executable()
    # Node takes a file for a module by its ending.
    copy = tmp_path / "under_test.mjs"
    copy.write_text((SCRIPTS / script).read_text())
    code = f"import * as m from {json.dumps(copy.as_uri())}; console.log(JSON.stringify({expression}));"
    answer = subprocess.run(
        [node, "--input-type=module", "-e", code], capture_output=True, text=True, check=True, timeout=30
    )
    return json.loads(answer.stdout)


@pytest.mark.parametrize(
    ("value", "by", "step", "least", "most", "after"),
    [
        (8, 1, 1, 1, 500, 9),
        (8, -1, 1, 1, 500, 7),
        (1, -1, 1, 1, 500, 1),
        (500, 1, 1, 1, 500, 500),
        (0.9, 1, 0.1, 0, 5, 1),
        ("NaN", 1, 1, 3, 20, 3),
        ("NaN", -1, 1, 3, 20, 3),
    ],
)
def test_a_stepper_goes_one_step_and_stays_within_its_limits(tmp_path, value, by, step, least, most, after):
    numbers = f"{{ value: {value}, by: {by}, step: {step}, min: {least}, max: {most} }}"
    assert run_module("stepper.js", f"m.stepped({numbers})", tmp_path) == after


FORM = [["key", "k-1"], ["seen", ""], ["proposed", "p"], ["minutes", "22"]]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (FORM, True),
        ([["key", "k-2"], ["seen", ""], ["proposed", "q"], ["minutes", "22"]], True),
        ([["key", "k-1"], ["seen", ""], ["proposed", "p"], ["minutes", "23"]], False),
        ([*FORM, ["station-1-planned", "on"]], False),
    ],
)
def test_a_draft_is_worth_bringing_back_where_it_says_something_else(tmp_path, other, same):
    told = f"m.saysTheSame({json.dumps(FORM)}, {json.dumps(other)})"
    assert run_module("draft.js", told, tmp_path) is same


@pytest.mark.parametrize(
    ("seen", "key", "version", "saved"),
    [("", "k-1", 1, True), ("", "k-2", 1, False), ("2", "k-1", 3, True), ("2", "k-1", 2, False)],
)
def test_a_draft_is_done_once_its_session_is_stored_beyond_what_it_saw(tmp_path, seen, key, version, saved):
    draft = json.dumps({"at": 0, "sent": True, "entries": [["key", "k-1"], ["seen", seen]]})
    told = f"m.isSaved({draft}, {{ key: {json.dumps(key)}, version: {version} }})"
    assert run_module("draft.js", told, tmp_path) is saved


def test_a_draft_keeps_neither_the_pages_token_nor_what_only_arranges_it(tmp_path):
    entries = [["csrfmiddlewaretoken", "t"], ["add", "lun"], ["do", "up-1"], ["note", "Even."]]
    assert run_module("draft.js", f"m.entriesOf({json.dumps(entries)})", tmp_path) == [["note", "Even."]]


def test_every_import_between_scripts_is_relative_and_ends_in_a_semicolon():
    imports = [
        (script.name, line)
        for script in SCRIPTS.glob("*.js")
        for line in script.read_text().splitlines()
        if line.lstrip().startswith("import ")
    ]
    assert all('"./' in line and line.endswith(";") for _, line in imports), imports
