"""Weight is what was typed, goes on to the sets after it, and is never made up."""

import pytest

from logbook.sets.shorthand import SetTyped
from tests.logbook.sets.stations import THREE_EIGHTS, UNPLANNED, last_time, lunge, settle, weights

NONE = (None, None)


def test_blank_is_no_weight_and_never_0():
    assert weights(settle(THREE_EIGHTS)) == [NONE] * 3
    assert weights(settle(last_time(THREE_EIGHTS, lunge(8, load_kg=6.0, implements=2)))) == [NONE] * 3
    assert weights(settle(last_time(UNPLANNED, lunge(8, load_kg=6.0, implements=2)))) == [NONE] * 3


def test_a_weight_for_all_is_that_of_every_set():
    assert weights(settle(THREE_EIGHTS, whole="x20+20")) == [(20, 2)] * 3


def test_a_weight_in_a_row_goes_on_to_the_rows_after_it():
    assert weights(settle(THREE_EIGHTS, whole="x20", rows={2: "8x22.5"})) == [(20, 1), (22.5, 1), (22.5, 1)]
    assert weights(settle(THREE_EIGHTS, rows={2: "8x22.5+22.5", 3: "6"})) == [NONE, (22.5, 2), (22.5, 2)]


def test_a_weight_said_to_be_0_is_none_and_goes_on_too():
    assert weights(settle(THREE_EIGHTS, whole="x20", rows={2: "8x0"})) == [(20, 1), NONE, NONE]
    assert weights(settle(THREE_EIGHTS, whole="x0")) == [NONE] * 3


def test_a_weight_goes_on_past_a_set_left_out():
    assert weights(settle(THREE_EIGHTS, rows={1: "8x20", 2: "-"})) == [(20, 1), None, (20, 1)]


@pytest.mark.parametrize("as_planned", [True, False])
def test_kilograms_alone_are_of_as_many_implements_as_last_time_or_else_of_one(as_planned):
    typed = {"whole": SetTyped(load_kg=8.0), "as_planned": as_planned}
    pair = lunge(8, load_kg=6.0, implements=2)

    assert weights(settle(THREE_EIGHTS, **typed)) == [(8, 1)] * 3
    assert weights(settle(last_time(THREE_EIGHTS, None, lunge(8), pair), **typed)) == [(8, 2)] * 3


def test_the_number_of_implements_goes_on_where_a_row_gives_kilograms_alone():
    rows = {2: SetTyped(load_kg=8.0)}
    assert weights(settle(THREE_EIGHTS, whole="x6+6", rows=rows)) == [(6, 2), (8, 2), (8, 2)]


def test_implements_without_kilograms_are_no_weight():
    assert weights(settle(THREE_EIGHTS, whole=SetTyped(implements=2))) == [NONE] * 3
    assert weights(settle(THREE_EIGHTS, whole=SetTyped(implements=2), as_planned=True)) == [NONE] * 3
