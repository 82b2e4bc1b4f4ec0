"""What the player's script is tested with is what the server sends, and both say a set in the same words."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from logbook.sets.done import Measure, SetDone
from logbook.sets.words import dose_told, set_told
from tests.logbook.phones import played, start
from tests.logbook.sets.stations import lunge
from tests.logbook.sets.strategies import PLANK, SQUAT
from workouts.units import WeightUnit, weight_number

ROOT = Path(__file__).resolve().parents[2]
KG = WeightUnit.KG
_PART = """import { mixed } from "./tests/play/a_part.mjs"; console.log(JSON.stringify(mixed()));"""
_WORDS = """import { toldOf } from "./static/js/play/words.js"; import { readFileSync } from "node:fs";
const sets = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(sets.map(([done, choice]) => toldOf(done, choice, "kg"))));"""


def run_module(script: str, told: object = None):
    node, _ = compute_driver_executable()
    command = [node, "--input-type=module", "--eval", script]
    sent = json.dumps(told)
    answer = subprocess.run(command, input=sent, capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def keys_of(part) -> dict[str, set[str]]:
    """What each kind of thing in a part is told by."""
    asked = [station["choices"][0] for station in part["stations"]]
    rungs = [choice for station in part["stations"] for choice in station["choices"][1:]]
    steps = [*part["steps"], *(step for choice in rungs for step in choice["work"])]
    kinds = {
        "part": [part],
        "told": [part["told"]],
        "station": part["stations"],
        "choice": asked,
        "rung": rungs,
        "set": part["sets"],
        "step": steps,
        "phase": [phase for step in steps for phase in step["phases"]],
    }
    keys = {kind: [set(each) for each in things] for kind, things in kinds.items()}
    assert all(each == found[0] for found in keys.values() for each in found)
    return {kind: found[0] for kind, found in keys.items()}


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_the_part_that_the_script_is_tested_with_has_the_keys_that_the_server_sends(ana_client):
    part = played(ana_client, start(ana_client))["parts"][0]
    assert keys_of(run_module(_PART)) == keys_of(part)


def done_told(done: SetDone) -> dict[str, object]:
    load = weight_number(done.load_kg, KG)
    amounts = {"left": done.left, "right": done.right, "load": load, "implements": done.implements}
    return {**amounts, "skipped": False}


SETS = [
    lunge(8),
    lunge(8, right=5),
    lunge(0, right=6),
    lunge(8, right=6, load_kg=12.5, implements=2),
    lunge(8, load_kg=6.0, implements=1),
    lunge(30, measure=Measure.SECONDS, tempo=""),
    *(lunge(reps, movement=SQUAT) for reps in (1, 4)),
    lunge(5, movement=SQUAT, load_kg=60.0, implements=1),
    *(lunge(s, movement=PLANK, measure=Measure.SECONDS, tempo="") for s in (45, 119, 120, 150, 300)),
    lunge(20, movement=SQUAT, measure=Measure.METRES, tempo=""),
]


def test_a_set_is_said_in_the_same_words_by_the_script_and_by_the_server():
    choices = [{"measure": str(each.measure), "sided": each.movement.per_side} for each in SETS]
    told = [(done_told(each), choice) for each, choice in zip(SETS, choices, strict=True)]
    assert run_module(_WORDS, told) == [set_told(each, unit=KG) for each in SETS]


@pytest.mark.parametrize(
    ("measure", "amount", "per_side", "words"),
    [
        (Measure.REPS, 4, False, "4 repetitions"),
        (Measure.REPS, 1, False, "1 repetition"),
        (Measure.REPS, 8, True, "8 each side"),
        (Measure.SECONDS, 300, False, "5 min"),
        (Measure.SECONDS, 45, True, "45 s each side"),
        (Measure.METRES, 20, False, "20 m"),
    ],
)
def test_what_a_set_asks_for_is_never_a_bare_number(measure, amount, per_side, words):
    assert dose_told(measure, amount, per_side=per_side) == words


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_the_start_names_rounds_and_how_often_each_movement_is_done(ana_client):
    circuit = played(ana_client, start(ana_client))["parts"][0]
    assert circuit["told"]["length"].startswith("3 rounds, ")
    assert circuit["stations"][0]["asked"] == "8 each side"

    straight = played(ana_client, start(ana_client, "gym-heavy-a"))["parts"][0]
    sets = [each for each in straight["sets"] if each["station"] == 1]
    assert [each["rounds"] for each in sets] == [len(sets)] * len(sets)
    assert straight["stations"][0]["asked"].startswith(f"{len(sets)} × ")
