"""A set is written as short as it can be, and reads back as itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.sets.done import Measure, SetDone
from logbook.sets.shorthand import SetTyped, read_set
from tests.logbook.sets.strategies import LUNGE, PLANK, sets_done
from tests.logbook.sets.written import set_text, typed_text
from workouts.units import WeightUnit

EIGHT = SetDone(movement=LUNGE, measure=Measure.REPS, left=8, tempo="3-1-1-0")


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "8"),
        ({"right": 6}, "8/6"),
        ({"left": 0, "right": 6}, "0/6"),
        ({"load_kg": 20.0, "implements": 1}, "8x20"),
        ({"load_kg": 22.5, "implements": 2}, "8x22.5+22.5"),
        ({"measure": Measure.SECONDS, "left": 45, "tempo": ""}, "45s"),
        ({"measure": Measure.SECONDS, "left": 45, "right": 30, "tempo": ""}, "45/30s"),
        ({"measure": Measure.METRES, "left": 20, "tempo": ""}, "20m"),
        ({"rpe": 7.5}, "8@7.5"),
        ({"rpe": 7.0, "right": 6, "load_kg": 6.0, "implements": 1}, "8/6x6@7"),
        ({"reps_in_reserve": 2}, "8@2rir"),
        ({"reps_in_reserve": 0}, "8@0rir"),
        ({"tempo": "2-0-X-0"}, "8 2-0-X-0"),
        ({"tempo": ""}, "8"),
    ],
)
def test_only_what_is_not_usual_is_written_out(changes, text):
    assert set_text(replace(EIGHT, **changes), unit=WeightUnit.KG) == text


def test_the_measure_of_the_movement_goes_without_saying():
    hold = SetDone(movement=PLANK, measure=Measure.SECONDS, left=45)
    assert set_text(hold, unit=WeightUnit.KG) == "45"
    assert set_text(replace(hold, measure=Measure.REPS, left=8), unit=WeightUnit.KG) == "8 reps"


def test_a_weight_is_written_in_the_unit_of_the_athlete():
    assert set_text(replace(EIGHT, load_kg=20.41, implements=1), unit=WeightUnit.LB) == "8x45"


@given(sets_done(), st.sampled_from(WeightUnit))
def test_every_set_reads_back_as_itself(done, unit):
    read = read_set(set_text(done, unit=unit), measure=done.movement.measure, unit=unit)

    assert read == SetTyped(
        measure=None if done.measure is done.movement.measure else done.measure,
        left=done.left,
        right=done.right,
        load_kg=done.load_kg,
        implements=done.implements,
        rpe=done.rpe,
        reps_in_reserve=done.reps_in_reserve,
        tempo=done.tempo if done.tempo not in ("", done.movement.tempo) else None,
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (SetTyped(), ""),
        (SetTyped(skipped=True), "-"),
        (SetTyped(rpe=7.0), "@7"),
        (SetTyped(load_kg=22.5, implements=2), "x22.5+22.5"),
        (SetTyped(left=8, load_kg=0.0), "8x0"),
        (SetTyped(tempo="3-1-1-0"), "3-1-1-0"),
    ],
)
def test_what_was_typed_for_a_set_is_written_again_without_what_was_blank(typed, text):
    assert typed_text(typed, unit=WeightUnit.KG) == text
    assert read_set(text, measure=Measure.REPS, unit=WeightUnit.KG) == typed
