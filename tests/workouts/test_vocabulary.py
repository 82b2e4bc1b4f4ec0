"""The fixed words fit one another, and cover all that the catalogue uses."""

import pytest

from tests.workouts.catalogue.samples import SAFETY, real_files
from workouts import vocabulary
from workouts.catalogue.reader import read_catalogue
from workouts.vocabulary import (
    CATEGORIES,
    CAUTION_FLAGS,
    DEGREES,
    EFFORT_WORDS,
    EQUIPMENT,
    LEVELS,
    METRICS,
    MOVEMENT_PATTERNS,
    MUSCLES,
    PAIN_PLACES,
    PAIN_SIDES,
    SESSION_CLASSES,
    SOFT_EQUIPMENT,
    STRENGTH_CATEGORIES,
    RunKind,
    place_of_pain,
)


@pytest.fixture(scope="module")
def catalogue():
    return read_catalogue(exercises=real_files("exercises"), circuits=real_files("circuits"), safety=SAFETY)


@pytest.mark.parametrize(
    ("kind", "label", "heading"),
    [
        (RunKind.EASY, "Easy", "Easy run"),
        (RunKind.RACE_PACE, "Race pace", "Race pace run"),
        (RunKind.INTERVALS, "Intervals", "Intervals"),
        (RunKind.TIME_TRIAL, "Time trial", "Time trial"),
        (RunKind.RACE, "Race", "Race"),
        (RunKind.CROSS_TRAINING, "Cross-training", "Cross-training"),
    ],
)
def test_a_kind_of_run_has_a_word_and_a_heading(kind, label, heading):
    assert (kind.label, kind.heading) == (label, heading)


def test_no_two_kinds_are_called_the_same():
    assert len({kind.label for kind in RunKind}) == len(RunKind) == 12


def test_rest_is_no_kind_of_run():
    assert "rest" not in list(RunKind)


def test_each_effort_from_0_to_10_has_its_word():
    assert list(EFFORT_WORDS) == list(range(11))


def test_strength_and_soft_equipment_are_words_of_their_lists():
    assert set(CATEGORIES) > STRENGTH_CATEGORIES
    assert set(EQUIPMENT) > SOFT_EQUIPMENT
    assert "plyometric" not in STRENGTH_CATEGORIES


@pytest.mark.parametrize(
    ("words", "used"),
    [
        (MUSCLES, lambda e: (*e.primary_muscles, *e.secondary_muscles)),
        (CATEGORIES, lambda e: (e.category,)),
        (MOVEMENT_PATTERNS, lambda e: (e.movement_pattern,)),
        (EQUIPMENT, lambda e: e.equipment),
        (CAUTION_FLAGS, lambda e: e.caution_flags),
        (METRICS, lambda e: (e.metric,)),
        (DEGREES, lambda e: (e.impact, e.leg_fatigue)),
        (LEVELS, lambda e: (e.level,)),
    ],
    ids=["muscles", "categories", "patterns", "equipment", "flags", "metrics", "degrees", "levels"],
)
def test_each_word_is_used_and_each_used_one_is_known(catalogue, words, used):
    assert {word for entry in catalogue.exercises.values() for word in used(entry)} == set(words)


def test_each_class_of_session_is_used(catalogue):
    assert {circuit.session_class for circuit in catalogue.circuits.values()} == set(SESSION_CLASSES)


@pytest.mark.parametrize(
    "name",
    [
        "MUSCLES",
        "CATEGORIES",
        "EQUIPMENT",
        "CAUTION_FLAGS",
        "MOVEMENT_PATTERNS",
        "PAIN_PLACES",
        "PAIN_SIDES",
    ],
)
def test_no_two_words_read_the_same_and_none_can_be_changed(name):
    mapping = getattr(vocabulary, name)

    assert len(set(mapping.values())) == len(mapping)
    with pytest.raises(TypeError):
        mapping["new"] = "New"


# Cautions that are about a place; the others are about a person.
NO_PLACE = {"bone_stress", "balance", "pelvic_floor", "pregnancy", "blood_pressure", "dvt"}


def test_a_place_of_pain_has_the_key_of_the_caution_about_it():
    assert set(CAUTION_FLAGS) - set(PAIN_PLACES) == NO_PLACE


def test_places_and_sides_of_pain_fit_their_columns():
    assert max(map(len, PAIN_PLACES)) <= 20
    assert max(map(len, PAIN_SIDES)) <= 10


def test_places_of_pain_go_from_top_to_bottom_and_end_elsewhere():
    places = list(PAIN_PLACES)
    marks = ["neck", "low_back", "hip_groin", "knee", "ankle", "elsewhere"]
    assert sorted(marks, key=places.index) == marks
    assert (places[0], places[-1]) == ("neck", "elsewhere")


@pytest.mark.parametrize(
    ("place", "side", "words"),
    [
        ("knee", "left", "left knee"),
        ("achilles", "right", "right Achilles tendon"),
        ("achilles", "", "Achilles tendon"),
        ("hip_groin", "both", "hip or groin, both sides"),
        ("low_back", "middle", "low back, middle"),
        ("elsewhere", "left", "elsewhere, left"),
        ("", "right", "right"),
        ("", "", ""),
    ],
)
def test_a_place_of_pain_is_said_inside_a_sentence(place, side, words):
    assert place_of_pain(place, side) == words
