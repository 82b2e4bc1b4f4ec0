"""Which sets were done: as planned, so many of them, and row by row."""

from dataclasses import replace

import pytest

from logbook.sets.done import Measure
from logbook.sets.shorthand import SetTyped
from logbook.sets.station import PlannedSet
from tests.logbook.sets.stations import THREE_EIGHTS, UNPLANNED, amounts, last_time, lunge, settle, weights
from tests.logbook.sets.strategies import LUNGE

SKIPPED = SetTyped(skipped=True)


def test_as_planned_is_every_set_asked_for_in_its_own_amount_and_tempo():
    hold = PlannedSet(measure=Measure.SECONDS, amount=30, tempo="3-1-1-1", rest_after_s=10)
    plan = replace(THREE_EIGHTS, planned=(*THREE_EIGHTS.planned[:2], hold))

    # A tempo is that of repetitions: whoever holds still has none.
    assert settle(plan, as_planned=True) == (
        lunge(8), lunge(8), lunge(30, measure=Measure.SECONDS, tempo=""),
    )  # fmt: skip


def test_as_planned_takes_the_weight_and_nothing_else_that_was_typed():
    sets = settle(THREE_EIGHTS, as_planned=True, sets=1, whole="5/4x6+6@9 1-1-1-1", rows={2: "-", 5: "7x20"})

    assert sets == (lunge(8, load_kg=6.0, implements=2),) * 3


def test_as_planned_means_nothing_where_nothing_was_asked_for():
    assert amounts(settle(UNPLANNED, as_planned=True, sets=2, whole="6")) == [6, 6]


@pytest.mark.parametrize(
    ("sets", "expected"),
    [(3, [8, 8, 8]), (1, [8, None, None]), (0, [None, None, None]), (5, [8, 8, 8, 8, 8])],
)
def test_sets_not_reached_were_left_out_and_more_are_on_top(sets, expected):
    assert amounts(settle(THREE_EIGHTS, sets=sets)) == expected


def test_a_row_wins_over_what_was_typed_for_all():
    assert amounts(settle(THREE_EIGHTS, whole="7", rows={3: "6"})) == [7, 7, 6]


def test_a_skipped_row_is_left_out_and_the_others_stay_in_their_place():
    assert amounts(settle(THREE_EIGHTS, rows={2: "-"})) == [8, None, 8]


def test_a_row_beyond_the_number_of_sets_was_done_and_so_were_those_before_it():
    assert amounts(settle(THREE_EIGHTS, sets=1, rows={5: "6"})) == [8, 8, 8, 8, 6]
    assert amounts(settle(THREE_EIGHTS, sets=0, rows={1: "6"})) == [6, None, None]


def test_a_row_for_several_sets_fills_those_after_it_that_say_nothing_themselves():
    assert amounts(settle(THREE_EIGHTS, rows={1: "3x6 reps"})) == [6, 6, 6]
    assert amounts(settle(THREE_EIGHTS, rows={1: "3x6 reps", 2: "7"})) == [6, 7, 6]
    assert amounts(settle(THREE_EIGHTS, sets=0, rows={2: "3x6 reps"})) == [8, 6, 6, 6]
    assert weights(settle(THREE_EIGHTS, rows={1: "2x6x20", 2: "@8"})) == [(20, 1)] * 3


def test_of_two_rows_for_several_sets_the_later_holds():
    assert amounts(settle(THREE_EIGHTS, rows={1: "4x6 reps", 2: "2x7 reps"})) == [6, 7, 7, 6]


def test_skipping_the_whole_station_leaves_every_set_out():
    assert settle(THREE_EIGHTS, whole="skip", rows={2: "8"}) == (None, None, None)
    assert settle(UNPLANNED, whole="skip") == ()


def test_sets_on_top_that_were_left_out_at_the_end_are_no_sets():
    assert amounts(settle(THREE_EIGHTS, sets=6, rows={4: "-", 6: "-"})) == [8, 8, 8, None, 8]
    assert settle(UNPLANNED, sets=0) == ()


def test_a_set_on_top_is_asked_for_like_the_last():
    ladder = replace(
        THREE_EIGHTS, planned=tuple(replace(THREE_EIGHTS.planned[0], amount=n) for n in (12, 10, 8))
    )
    assert amounts(settle(ladder, sets=4)) == [12, 10, 8, 8]


def test_where_nothing_was_asked_for_blank_is_as_last_time_and_then_as_usual():
    plan = last_time(UNPLANNED, lunge(12, right=10), None)

    assert settle(plan, sets=3) == (lunge(12, right=10), *[lunge(8, tempo=LUNGE.tempo)] * 2)
    assert settle(UNPLANNED, sets=1) == (lunge(8, tempo=LUNGE.tempo),)


def test_effort_is_the_rows_own_or_else_that_of_all():
    sets = settle(THREE_EIGHTS, whole="@7", rows={2: "@2rir", 3: "@8.5"})

    assert [(one.rpe, one.reps_in_reserve) for one in sets] == [(7, None), (None, 2), (8.5, None)]


def test_of_two_efforts_for_one_set_rpe_is_kept():
    both = SetTyped(rpe=8.0, reps_in_reserve=2)
    assert settle(THREE_EIGHTS, sets=1, whole=both)[0] == lunge(8, rpe=8.0)


def test_a_tempo_is_the_rows_own_or_that_of_all_or_the_plans():
    sets = settle(THREE_EIGHTS, whole="2-0-1-0", rows={2: "2-0-X-0", 3: SetTyped(tempo="")})

    assert [one.tempo for one in sets] == ["2-0-1-0", "2-0-X-0", ""]
