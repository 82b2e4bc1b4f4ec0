"""Volume load: what was moved, both sides and both implements, and nothing made up."""

import pytest

from logbook.load.tonnage import tonnage_kg
from tests.logbook.load.sets import METRES, SECONDS, a_set


def test_a_single_arm_row_counts_both_sides():
    assert tonnage_kg([a_set(8, sided=True, load_kg=12.0, implements=1)] * 3) == 576


def test_a_lunge_with_two_dumbbells_counts_both_of_them():
    assert tonnage_kg([a_set(10, sided=True, load_kg=6.0, implements=2)] * 3) == 720


def test_sides_apart_count_what_each_did():
    assert tonnage_kg([a_set(8, right=6, sided=True, load_kg=10.0, implements=1)]) == 140
    assert tonnage_kg([a_set(8, load_kg=22.5, implements=1), a_set(6, load_kg=25.0, implements=1)]) == 330


@pytest.mark.parametrize(
    "done",
    [
        a_set(8),
        a_set(30, measure=SECONDS, load_kg=10.0, implements=1),
        a_set(20, measure=METRES, load_kg=16.0, implements=2),
    ],
)
def test_body_weight_holds_and_carries_have_none(done):
    assert tonnage_kg([done]) is None
    assert tonnage_kg([done, a_set(5, load_kg=20.0, implements=1)]) == 100


def test_no_sets_have_none():
    assert tonnage_kg([]) is None
