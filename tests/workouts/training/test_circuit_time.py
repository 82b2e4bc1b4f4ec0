"""A circuit's duration follows the handbook's formula."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import Contacts, Prescription

HOLD = Prescription(sets=1, seconds=40, rest_after_s=20, counts_tension=True)
HOPS = Prescription(
    sets=3, reps=10, seconds_per_rep=0.6, per_side=True, rest_after_s=60, contacts=Contacts(per_rep=1)
)

STATIONS = st.builds(
    Prescription,
    sets=st.integers(1, 6),
    seconds=st.integers(1, 600),
    per_side=st.booleans(),
    rest_after_s=st.integers(0, 300),
)
CIRCUITS = st.builds(
    Shape,
    format=st.just(Format.CIRCUIT),
    rounds=st.integers(1, 10),
    rest_between_rounds_s=st.integers(0, 300),
    warm_up_minutes=st.integers(0, 15),
    stations=st.lists(STATIONS, min_size=1, max_size=8).map(tuple),
)


def shape(*stations, **changes):
    numbers = {"format": Format.CIRCUIT, "rounds": 3, "rest_between_rounds_s": 45, "warm_up_minutes": 0}
    return Shape(**numbers | changes, stations=stations)


def test_a_round_ends_with_the_rest_between_rounds_instead_of_the_station_s_own():
    # Three rounds of 40 + 20 + 40 s, and two rests of 45 s between them.
    assert shape(HOLD, HOLD).seconds == 3 * 100 + 2 * 45


def test_one_round_has_no_rest_between_rounds():
    assert shape(HOLD, HOLD, rounds=1).seconds == 100


@pytest.mark.parametrize("format_", [Format.STRAIGHT_SETS, Format.SEQUENCE])
def test_straight_sets_rest_after_every_set_but_the_last(format_):
    # 60 s of hold and rest, then three times 12 s of hops, each but the last with 60 s of rest.
    assert shape(HOLD, HOPS, format=format_, rounds=1).seconds == 60 + 3 * 12 + 2 * 60


def test_the_warm_up_is_added_to_whole_minutes_rounded_up():
    assert shape(HOLD, rounds=1, warm_up_minutes=5).minutes == 6
    assert shape(replace(HOLD, seconds=60), rounds=1).minutes == 1
    assert shape(replace(HOLD, seconds=61), rounds=1).minutes == 2


@pytest.mark.parametrize(("metres", "seconds"), [(9, 5), (11, 6), (12, 6), (13, 7)])
def test_half_a_second_is_rounded_up(metres, seconds):
    walk = Prescription(sets=1, distance_m=metres, meters_per_second=2)
    assert shape(walk, rounds=1).seconds == seconds


def test_fractions_are_kept_until_the_end_even_those_without_a_binary_form():
    # Five times 3 by 0.7 s is 10.5 s, which floating point sums to a shade less.
    quick = Prescription(sets=1, reps=3, seconds_per_rep=0.7)
    assert shape(*[quick] * 5, rounds=1).seconds == 11


def test_sets_are_rounds_in_a_circuit_and_the_station_s_own_otherwise():
    assert shape(HOPS, rounds=2).sets_of(HOPS) == 2
    assert shape(HOPS, rounds=1, format=Format.STRAIGHT_SETS).sets_of(HOPS) == 3
    assert shape(HOPS, rounds=1, format=Format.SEQUENCE).sets_of(HOPS) == 3


def test_tension_and_contacts_are_those_of_every_set():
    assert shape(HOLD, HOPS, rounds=2).tension_s == 80
    assert shape(HOLD, HOPS, rounds=2).foot_contacts == 40
    assert shape(HOLD, HOPS, rounds=1, format=Format.STRAIGHT_SETS).foot_contacts == 60


def test_half_a_contact_is_rounded_up():
    bounds = Prescription(sets=1, distance_m=25, meters_per_second=4.5, contacts=Contacts(per_metre=0.5))
    assert shape(bounds, rounds=1).foot_contacts == 13


def test_a_circuit_without_stations_takes_no_time():
    assert shape(rounds=3).seconds == 0
    assert shape(rounds=3, warm_up_minutes=5).minutes == 5


@given(CIRCUITS)
def test_one_more_round_never_takes_less_time(circuit):
    longer = replace(circuit, rounds=circuit.rounds + 1)
    assert longer.seconds > circuit.seconds
    assert longer.tension_s >= circuit.tension_s


@given(CIRCUITS)
def test_one_round_takes_as_long_as_the_same_stations_in_sequence(circuit):
    one_set_each = tuple(replace(station, sets=1) for station in circuit.stations)
    one_round = replace(circuit, rounds=1, stations=one_set_each)
    assert one_round.seconds == replace(one_round, format=Format.SEQUENCE).seconds
