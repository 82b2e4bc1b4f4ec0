"""What is needed is told apart from what is only possible."""

import pytest

from workouts.catalogue.files import read_files
from workouts.search.kit_words import all_needed, kit_told


@pytest.mark.parametrize(
    ("equipment", "options", "told"),
    [
        (["none"], [[]], "no equipment"),
        (["none", "dumbbell"], [[]], "no equipment (dumbbell optional)"),
        (["none", "wall"], [[]], "no equipment (wall optional)"),
        (["mat"], [[]], "mat"),
        (["mat", "mini_band"], [[]], "mat (mini band optional)"),
        (["towel", "slider", "swiss_ball"], [[]], "towel (slider, swiss ball optional)"),
        (["mat", "mini_band"], [["mini_band"]], "mat, mini band"),
        (["dumbbell", "kettlebell"], [["dumbbell"], ["kettlebell"]], "dumbbell or kettlebell"),
        (["bench", "barbell"], [["bench", "barbell"], ["bench", "dumbbell"]],
         "bench with barbell or bench with dumbbell"),
        (["step", "dumbbell"], [["step"]], "step or box (dumbbell optional)"),
        (["dumbbell"], [[]], "no equipment (dumbbell optional)"),
        (["none", "dumbbell"], [[], ["dumbbell"]], "no equipment (dumbbell optional)"),
    ],
)  # fmt: skip
def test_it_is_told_in_words(equipment, options, told):
    assert kit_told(equipment, options) == told


def test_a_circuit_needs_what_its_exercises_need_and_each_thing_once():
    asked = [(["mat"], [[]]), (["mat", "mini_band"], [["mini_band"]]), (["none", "dumbbell"], [[]])]
    assert all_needed(asked) == ("mat", "mini band")
    assert all_needed([]) == ()


def test_everything_of_the_catalogue_can_be_told():
    for entry in read_files().exercises.values():
        assert kit_told(entry.equipment, entry.equipment_options)
