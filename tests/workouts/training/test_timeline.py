"""The timeline of a session adds up to the handbook's duration, changeovers and the first count-in apart."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.catalogue.files import read_files
from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import Prescription
from workouts.training.tempo import StartsWith, Tempo
from workouts.training.timeline import CHANGEOVER_S, Kind, Place, timeline, work

CATALOGUE = read_files()

LUNGE = Prescription(
    sets=1, reps=8, tempo=Tempo.parse("3-1-1-1"), per_side=True, rest_after_s=10, counts_tension=True
)
HOLD = Prescription(sets=2, seconds=30, rest_after_s=20, counts_tension=True)
HOPS = Prescription(sets=2, reps=12, seconds_per_rep=0.6, rest_after_s=60)
CARRY = Prescription(sets=1, distance_m=20, meters_per_second=1.0, per_side=True, rest_after_s=3)

TEMPOS = st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(any).map(lambda four: Tempo(*four))
STATIONS = st.one_of(
    st.builds(Prescription, sets=st.integers(1, 4), seconds=st.integers(1, 300), per_side=st.booleans(),
              rest_after_s=st.integers(0, 90)),
    st.builds(Prescription, sets=st.integers(1, 4), reps=st.integers(1, 20), tempo=TEMPOS,
              per_side=st.booleans(), rest_after_s=st.integers(0, 90), counts_tension=st.booleans()),
    st.builds(Prescription, sets=st.integers(1, 4), reps=st.integers(1, 20),
              seconds_per_rep=st.sampled_from((0.3, 0.6, 1.5)), per_side=st.booleans(),
              rest_after_s=st.integers(0, 90)),
    st.builds(Prescription, sets=st.integers(1, 4), distance_m=st.integers(1, 200),
              meters_per_second=st.sampled_from((0.7, 1.0, 3.0)), per_side=st.booleans(),
              rest_after_s=st.integers(0, 90)),
)  # fmt: skip
SHAPES = st.builds(
    Shape,
    format=st.sampled_from(Format),
    rounds=st.integers(1, 4),
    rest_between_rounds_s=st.integers(0, 90),
    warm_up_minutes=st.just(0),
    stations=st.lists(STATIONS, min_size=1, max_size=5).map(tuple),
)


def shape(*stations, **changes):
    numbers = {"format": Format.CIRCUIT, "rounds": 2, "rest_between_rounds_s": 45, "warm_up_minutes": 0}
    return Shape(**numbers | changes, stations=stations)


def of(shape):
    return timeline(shape=shape, starts_with=[StartsWith.LOWER] * len(shape.stations))


def half_up(seconds):
    return math.floor(round(seconds, 6) + 0.5)


@pytest.mark.parametrize("circuit", CATALOGUE.circuits.values(), ids=lambda each: each.slug)
def test_work_and_rests_of_every_circuit_are_the_handbook_s_duration(circuit):
    # That the shapes have the handbook's durations is shown where the catalogue is read.
    shape = circuit.shape(CATALOGUE.exercises)
    first = [CATALOGUE.exercises[station.exercise].starts_with for station in circuit.stations]
    line = timeline(shape=shape, starts_with=first)
    assert half_up(line.seconds_of(Kind.WORK, Kind.REST)) == shape.seconds


@given(SHAPES)
def test_so_are_those_of_any_session(shape):
    line = of(shape)
    assert half_up(line.seconds_of(Kind.WORK, Kind.REST)) == shape.seconds
    sided = sum(shape.stations[place.station - 1].per_side for place in line.sets)
    assert line.seconds_of(Kind.CHANGEOVER) == CHANGEOVER_S * sided


@given(SHAPES)
def test_steps_follow_one_another_without_a_gap_and_name_sets_in_order(shape):
    line = of(shape)
    assert line.steps[0].starts_s == 0
    assert all(one.ends_s == pytest.approx(then.starts_s) for one, then in pairwise(line.steps))
    worked = [step.set for step in line.steps if step.kind is Kind.WORK]
    assert sorted(worked) == worked
    assert set(worked) == set(range(len(line.sets)))
    assert line.steps[-1].kind is Kind.WORK, "nobody rests after the very last set"


@given(SHAPES)
def test_getting_ready_is_the_tail_of_the_rest_before_but_for_the_very_first_set(shape):
    for step in of(shape).steps:
        if step.kind is Kind.REST:
            assert 0 < step.ready_s <= step.seconds
            assert step.next == step.set + 1
        else:
            assert step.ready_s == (0 if step.kind is Kind.WORK else 5)
    assert [step.kind for step in of(shape).steps].count(Kind.READY) == 1


@given(TEMPOS, st.sampled_from(StartsWith), st.integers(1, 20))
def test_beats_fill_a_repetition_and_repetitions_the_step(tempo, first, reps):
    (step,) = work(Prescription(sets=1, reps=reps, tempo=tempo), starts_with=first)
    assert step.seconds == reps * step.rep_s
    ends = [beat.starts_s + beat.seconds for beat in step.beats]
    assert [beat.starts_s for beat in step.beats] == [0, *ends[:-1]]
    assert ends[-1] == step.rep_s
    assert [beat.leg for beat in step.beats] == sorted(beat.leg for beat in step.beats)


def test_a_set_with_sides_is_left_then_a_changeover_then_right():
    left, change, right = work(LUNGE, starts_with=StartsWith.LOWER)
    assert (left.side, change.side, right.side) == ("left", "right", "right")
    assert (left.seconds, change.seconds, right.seconds) == (48, 5, 48)
    assert (left.starts_s, change.starts_s, right.starts_s) == (0, 48, 53)
    assert [beat.word for beat in left.beats] == ["lower", "pause", "lift", "hold"]


def test_what_lifts_first_begins_its_repetition_with_the_lift():
    step, *_ = work(LUNGE, starts_with=StartsWith.LIFT)
    assert [(beat.word, beat.leg) for beat in step.beats] == [
        ("lift", 0), ("hold", 1), ("lower", 2), ("pause", 3),
    ]  # fmt: skip


def test_a_circuit_goes_round_and_rests_longer_between_rounds():
    line = of(shape(LUNGE, HOLD))
    assert line.sets == (Place(1, 1, 1), Place(2, 1, 1), Place(1, 2, 2), Place(2, 2, 2))
    rests = [(step.seconds, step.ends_round) for step in line.steps if step.kind is Kind.REST]
    assert rests == [(10, False), (45, True), (10, False)]


def test_straight_sets_do_every_set_of_a_station_before_the_next():
    line = of(shape(HOLD, HOPS, format=Format.STRAIGHT_SETS, rounds=1))
    assert line.sets == (Place(1, 1, 1), Place(1, 2, 1), Place(2, 1, 1), Place(2, 2, 1))
    assert [step.seconds for step in line.steps if step.kind is Kind.REST] == [20, 20, 60]


def test_repetitions_without_a_tempo_and_metres_end_with_a_tap_after_about_so_long():
    (hops,) = work(HOPS, starts_with=None)
    left, _, right = work(CARRY, starts_with=None)
    assert (hops.ends_by_tap, hops.reps, hops.beats) == (True, 12, ())
    assert hops.seconds == pytest.approx(7.2)
    assert (left.ends_by_tap, left.seconds, right.ends_by_tap) == (True, 20, True)
    assert not work(HOLD, starts_with=None)[0].ends_by_tap


def test_a_rest_shorter_than_the_count_in_is_all_count_in():
    line = of(shape(CARRY, rest_between_rounds_s=3))
    assert [step.ready_s for step in line.steps if step.kind is Kind.REST] == [3]


def test_tension_is_counted_for_holds_and_for_repetitions_at_a_tempo_alone():
    counted = [work(each, starts_with=None)[0].counts_tension for each in (LUNGE, HOLD, HOPS, CARRY)]
    assert counted == [True, True, False, False]


def test_without_a_station_there_is_nothing_to_do():
    assert of(shape()).steps == ()
