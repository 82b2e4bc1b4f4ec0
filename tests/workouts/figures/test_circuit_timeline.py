"""The timeline of a circuit: every set where its time is, the whole as long as the formula says."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.catalogue.files import read_files
from workouts.figures.circuit_timeline import WIDTH, drawn
from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import Prescription

HOLD = Prescription(sets=2, seconds=30, rest_after_s=10)
SIDED = Prescription(sets=2, seconds=20, per_side=True, rest_after_s=10)


def shape(*stations: Prescription, order: Format = Format.CIRCUIT, rounds: int = 2) -> Shape:
    return Shape(format=order, rounds=rounds, rest_between_rounds_s=60, warm_up_minutes=0, stations=stations)


prescriptions = st.builds(
    Prescription,
    sets=st.integers(1, 4),
    seconds=st.integers(1, 90),
    per_side=st.booleans(),
    rest_after_s=st.integers(0, 60),
)
shapes = st.builds(
    Shape,
    format=st.sampled_from(Format),
    rounds=st.integers(1, 4),
    rest_between_rounds_s=st.integers(0, 120),
    warm_up_minutes=st.integers(0, 8),
    stations=st.lists(prescriptions, min_size=1, max_size=8).map(tuple),
)


def test_a_round_begins_after_the_rest_between_rounds():
    timeline = drawn(shape(HOLD, HOLD))
    # 30 + 10 + 30, then a minute, and once more.
    assert [(each.number, each.at_s, each.x_percent) for each in timeline.rounds] == [
        (1, 0.0, 0.0),
        (2, 130.0, 65.0),
    ]
    assert timeline.seconds == 200.0
    assert [block.x for block in timeline.blocks] == pytest.approx(
        [at * WIDTH / 200 for at in (0, 40, 130, 170)], abs=0.06
    )


def test_each_side_of_a_set_has_its_own_block():
    left, right = drawn(shape(SIDED, rounds=1)).blocks
    assert left.x + left.width < right.x <= left.x + left.width + 1.1


def test_straight_sets_follow_each_other_before_the_next_station():
    timeline = drawn(shape(HOLD, SIDED, order=Format.STRAIGHT_SETS))
    assert len(timeline.blocks) == 2 + 4
    assert [each.number for each in timeline.rounds] == [1]


def test_without_a_station_there_is_nothing_to_draw():
    assert drawn(shape()) is None


@given(shapes)
def test_it_is_as_long_as_the_formula_says_and_fills_its_box(shape):
    timeline = drawn(shape)
    assert math.floor(round(timeline.seconds, 6) + 0.5) == shape.seconds
    assert timeline.blocks[0].x == 0.0
    last = timeline.blocks[-1]
    assert last.x + last.width == pytest.approx(WIDTH, abs=0.2 + 0.5)
    xs = [block.x for block in timeline.blocks]
    assert xs == sorted(xs)


@pytest.mark.parametrize("slug", sorted(read_files().circuits))
def test_every_circuit_of_the_catalogue_is_as_long_as_its_page_says(slug):
    shape = read_files().circuits[slug].shape(read_files().exercises)
    assert math.floor(round(drawn(shape).seconds, 6) + 0.5) == shape.seconds
