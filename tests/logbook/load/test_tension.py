"""Time under tension: repetitions at a tempo and holds of strength work, each side by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.load.tension import set_tension_s, tension_s
from tests.logbook.load.sets import METRES, SECONDS, a_set
from tests.logbook.sets.strategies import sets_done


@pytest.mark.parametrize(
    ("sets", "reps", "tempo", "sided", "seconds"),
    [(3, 10, "3-1-1-0", False, 150), (3, 8, "3-1-1-1", True, 288), (4, 5, "2-0-X-0", False, 60)],
)
def test_the_worked_examples(sets, reps, tempo, sided, seconds):
    assert tension_s([a_set(reps, tempo=tempo, sided=sided)] * sets) == seconds


def test_a_circuit_of_four_done_as_planned():
    tempos = ["3-1-1-1", "2-1-2-0", "3-0-1-2", "3-1-2-0"]
    assert tension_s([a_set(8, tempo=tempo, sided=True) for tempo in tempos] * 3) == 1104


def test_sides_apart_are_added_and_one_left_out_adds_nothing():
    assert set_tension_s(a_set(8, right=6, sided=True, tempo="3-1-1-0")) == 70
    assert set_tension_s(a_set(0, right=6, sided=True, tempo="3-1-1-0")) == 30


def test_a_hold_counts_its_seconds_of_each_side():
    assert set_tension_s(a_set(30, measure=SECONDS)) == 30
    assert set_tension_s(a_set(30, measure=SECONDS, sided=True)) == 60
    assert set_tension_s(a_set(30, right=20, measure=SECONDS, sided=True)) == 50


@pytest.mark.parametrize(
    "done",
    [
        a_set(8),
        a_set(20, measure=METRES),
        a_set(8, tempo="3-1-1-0", counts=False),
        a_set(30, measure=SECONDS, counts=False),
    ],
)
def test_untimed_repetitions_metres_and_what_is_no_strength_count_nothing(done):
    assert set_tension_s(done) == 0
    assert tension_s([done]) is None
    assert tension_s([done, a_set(30, measure=SECONDS)]) == 30


def test_no_sets_have_no_time_under_tension():
    assert tension_s([]) is None


@given(st.lists(sets_done(), max_size=5))
def test_sets_add_up(sets):
    assert (tension_s(sets) or 0) == sum(tension_s([done]) or 0 for done in sets)
