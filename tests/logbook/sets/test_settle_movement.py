"""A set may be done with another movement, in its own dose and its own measure."""

from dataclasses import replace

from logbook.sets.done import Measure, SetDone
from logbook.sets.shorthand import SetTyped
from logbook.sets.station import PlannedSet
from tests.logbook.sets.stations import (
    THREE_EIGHTS,
    UNPLANNED,
    amounts,
    last_time,
    lunge,
    movements,
    settle,
    weights,
)
from tests.logbook.sets.strategies import LUNGE, PLANK, SQUAT

HOLD = SetDone(movement=PLANK, measure=Measure.SECONDS, left=30)
SQUATS = SetDone(movement=SQUAT, measure=Measure.REPS, left=10, tempo="3-1-1-0")


def test_another_movement_without_an_amount_is_done_in_its_own_dose():
    sets = settle(THREE_EIGHTS, rows={2: SetTyped(movement=PLANK), 3: SetTyped(movement=SQUAT)})

    assert sets == (lunge(8), HOLD, SQUATS)
    assert movements(sets) == [LUNGE, PLANK, SQUAT]


def test_another_movement_for_all_is_that_of_each_set_but_where_a_row_says_otherwise():
    sets = settle(THREE_EIGHTS, whole=SetTyped(movement=PLANK), rows={3: SetTyped(movement=LUNGE)})

    assert sets == (HOLD, HOLD, lunge(8))


def test_a_number_without_a_unit_counts_in_the_movements_own_measure():
    twenty = SetTyped(movement=PLANK, left=20)
    assert settle(THREE_EIGHTS, sets=1, whole=twenty)[0] == replace(HOLD, left=20)
    assert settle(THREE_EIGHTS, rows={1: twenty})[0] == replace(HOLD, left=20)


def test_for_what_was_asked_for_it_counts_in_the_measure_asked_for():
    hold = PlannedSet(measure=Measure.SECONDS, amount=30, tempo="", rest_after_s=10)
    plan = replace(THREE_EIGHTS, planned=(hold,))

    assert settle(plan, sets=1, rows={1: "20"}) == (lunge(20, measure=Measure.SECONDS, tempo=""),)


def test_for_what_nobody_asked_for_it_counts_as_usual_whatever_it_was_last_time():
    plan = last_time(UNPLANNED, lunge(45, measure=Measure.SECONDS, tempo=""))

    assert settle(plan, sets=1) == (lunge(45, measure=Measure.SECONDS, tempo=""),)
    assert settle(plan, sets=1, rows={1: "8"})[0].measure is Measure.REPS


def test_a_measure_written_out_for_all_is_that_of_numbers_in_the_rows():
    sets = settle(THREE_EIGHTS, whole="45s", rows={2: "30", 3: "8 reps"})

    assert [(one.measure, one.left) for one in sets] == [
        (Measure.SECONDS, 45), (Measure.SECONDS, 30), (Measure.REPS, 8),
    ]  # fmt: skip
    assert [one.tempo for one in sets] == ["", "", "3-1-1-1"]


def test_an_proposed_all_goes_over_to_another_movement_only_if_that_counts_alike():
    rows = {2: SetTyped(movement=SQUAT), 3: SetTyped(movement=PLANK)}

    assert amounts(settle(THREE_EIGHTS, whole="6", rows=rows)) == [6, 6, 30]
    assert amounts(settle(THREE_EIGHTS, whole="45s", rows=rows)) == [45, 10, 45]


def test_a_weight_goes_over_to_another_movement_only_if_that_is_ever_loaded():
    rows = {2: SetTyped(movement=SQUAT), 3: SetTyped(movement=PLANK)}
    assert weights(settle(THREE_EIGHTS, whole="x20", rows=rows)) == [(20, 1), (20, 1), (None, None)]

    in_a_vest = SetTyped(movement=PLANK, load_kg=5.0)
    assert weights(settle(THREE_EIGHTS, rows={1: in_a_vest}))[0] == (5, 1)
    assert weights(settle(THREE_EIGHTS, whole=in_a_vest)) == [(5, 1)] * 3


def test_implements_are_looked_up_for_the_movement_that_was_done():
    plan = last_time(THREE_EIGHTS, lunge(8, load_kg=6.0, implements=2))
    rows = {1: SetTyped(load_kg=6.0), 2: SetTyped(movement=SQUAT)}

    assert weights(settle(plan, rows=rows)) == [(6, 2), (6, 1), (6, 2)]
