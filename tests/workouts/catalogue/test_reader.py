"""A catalogue without mistakes is read into entries with all that the files say."""

import pytest

from tests.workouts.catalogue.samples import HOP, PAIR, read, spoilt
from workouts.catalogue.entries import StationEntry, SwapEntry, VariantEntry
from workouts.training.circuit_time import Format
from workouts.training.prescription import Contacts, Metric, Prescription
from workouts.training.tempo import StartsWith, Tempo


def test_an_exercise_has_its_words_and_its_ladder():
    squat = read().exercises["squat"]
    assert (squat.slug, squat.name, squat.category, squat.level) == ("squat", "Squat", "legs", 2)
    assert squat.how_to == ("Sit down.", "Stand up.")
    assert (squat.regression, squat.progression) == (None, "hop")
    assert (squat.caution_flags, squat.caution) == ((), "")
    assert (squat.metric, squat.starts_with, squat.target_rpe) == (Metric.REPS, StartsWith.LOWER, 7)


def test_an_exercise_of_strength_counts_tension():
    assert read().exercises["squat"].prescription == Prescription(
        sets=3, reps=10, tempo=Tempo(3, 1, 1, 0), rest_after_s=45, counts_tension=True
    )


def test_a_jump_has_its_rates_and_sides_and_counts_no_tension():
    hop = read().exercises["hop"]
    assert hop.prescription == Prescription(
        sets=3,
        reps=10,
        per_side=True,
        rest_after_s=60,
        seconds_per_rep=0.6,
        contacts=Contacts(per_rep=1),
        counts_tension=False,
    )
    assert hop.starts_with is None
    assert hop.equipment_options == ((), ("step",))


def test_a_circuit_has_its_stations_and_variants_in_order():
    pair = read().circuits["pair"]
    assert (pair.format, pair.rounds, pair.target_rpe) == (Format.CIRCUIT, 3, (5, 7))
    assert pair.stations[0] == StationEntry(
        exercise="squat",
        sets=1,
        reps=8,
        seconds=None,
        distance_m=None,
        per_side=False,
        tempo=Tempo(2, 1, 1, 0),
        rest_after_s=10,
        note="Slowly.",
    )
    assert (pair.stations[1].exercise, pair.stations[1].tempo, pair.stations[1].note) == ("hop", None, "")
    swap = SwapEntry(
        station="hop", exercise="squat", reps=6, seconds=None, distance_m=None, tempo=Tempo(3, 1, 1, 0)
    )
    assert pair.variants == (
        VariantEntry(key="easier", rounds=2, note="Both feet on the ground.", swaps=(swap,)),
    )


def test_a_circuit_s_shape_joins_its_doses_with_the_rates_of_its_exercises():
    catalogue = read()
    shape = catalogue.circuits["pair"].shape(catalogue.exercises)
    # A round: 8 squats of 4 s, 10 s of rest, 5 hops of 0.6 s on each side.
    assert shape.seconds == 3 * (32 + 10 + 6) + 2 * 45
    assert shape.minutes == 6
    assert shape.tension_s == 3 * 32
    assert shape.foot_contacts == 30


def test_a_station_in_a_variant_takes_dose_and_sides_from_what_comes_in():
    catalogue = read()
    pair = catalogue.circuits["pair"]
    station = pair.stations[1].swapped(swap=pair.variants[0].swaps[0], exercise=catalogue.exercises["squat"])
    assert (station.exercise, station.reps, station.per_side) == ("squat", 6, False)
    assert (station.sets, station.rest_after_s) == (1, 20)


def test_circuits_come_in_the_order_of_their_positions_and_exercises_by_slug():
    assert list(read(hop=HOP).exercises) == ["hop", "squat"]


def test_a_whole_number_may_stand_for_a_rate():
    slow = spoilt(HOP, "seconds_per_rep = 0.6", "seconds_per_rep = 2")
    assert read(hop=slow).exercises["hop"].prescription.seconds_per_rep == 2


@pytest.mark.parametrize("section", ["[variants.easier]"])
def test_variants_are_optional(section):
    plain = PAIR[: PAIR.index(section)]
    assert read(circuit=plain).circuits["pair"].variants == ()


def test_the_safety_texts_are_read_word_for_word():
    safety = read().safety
    assert safety.session_stop_copy[1] == "Breathe on every rep. Do not hold your breath under load."
    assert safety.disclaimers["loads"] == (
        "Training-load numbers describe what you did. They do not predict injury."
    )
    assert [(band.key, band.lowest, band.highest, band.action) for band in safety.pain_scale.bands] == [
        ("green", 0, 3, "continue"),
        ("amber", 4, 5, "reduce"),
        ("red", 6, 10, "stop"),
    ]
    assert safety.pain_scale.bands[2].label == "Red: stop this exercise"
