"""The catalogue that ships: it has no mistakes, and its times are the handbook's."""

from collections import Counter

import pytest

from tests.workouts.catalogue.samples import SAFETY, real_files
from workouts.catalogue.reader import read_catalogue
from workouts.training.tempo import StartsWith
from workouts.vocabulary import CATEGORIES

# From the handbook's worked numbers: seconds, minutes with the warm-up, foot contacts, seconds of tension.
HANDBOOK = {
    "after-easy-run-four": (1284, 22, 0, 1104),
    "core-for-runners": (1122, 19, 0, 912),
    "home-no-equipment": (1581, 27, 0, 1236),
    "leg-strength": (1593, 32, 0, 918),
    "glute-hip-strength": (1188, 20, 0, 1008),
    "hip-flexor-core": (1020, 17, 0, 840),
    "calf-foot-ankle": (1393, 24, 0, 848),
    "plyo-starter": (748, 19, 92, 0),
    "plyo-progressed": (1299, 30, 128, 0),
    "gym-heavy-a": (1953, 41, 0, 768),
    "gym-heavy-b": (1739, 37, 0, 404),
    "in-season-gym": (1128, 27, 24, 464),
    "ten-minute-minimal": (592, 10, 0, 512),
    "pre-run-activation": (285, 5, 32, 30),
    "post-run-stretch": (465, 8, 0, 0),
    "recovery-routine": (1065, 18, 0, 0),
    "travel-hotel-room": (1278, 22, 0, 978),
    "beginner-foundations": (888, 15, 0, 628),
    "race-week-primer": (553, 10, 22, 76),
    "calf-foot-return-1": (1567, 27, 0, 992),
    "calf-foot-return-2": (1635, 28, 0, 836),
    "calf-foot-return-3": (1636, 28, 92, 804),
}

LIFT, LOWER = StartsWith.LIFT, StartsWith.LOWER


@pytest.fixture(scope="module")
def catalogue():
    return read_catalogue(exercises=real_files("exercises"), circuits=real_files("circuits"), safety=SAFETY)


def test_has_135_exercises_of_every_category(catalogue):
    assert len(catalogue.exercises) == 135
    assert Counter(exercise.category for exercise in catalogue.exercises.values()) == {
        "core": 16,
        "glutes_hips": 19,
        "legs": 27,
        "calf_foot_ankle": 16,
        "plyometric": 12,
        "upper_posture": 10,
        "stretch": 14,
        "warm_up": 12,
        "recovery": 9,
    }
    assert {exercise.category for exercise in catalogue.exercises.values()} == set(CATEGORIES)


def test_has_22_circuits_in_the_handbook_s_order_with_the_front_door_first(catalogue):
    assert list(catalogue.circuits) == list(HANDBOOK)


@pytest.mark.parametrize("slug", HANDBOOK)
def test_times_contacts_and_tension_are_the_handbook_s(catalogue, slug):
    shape = catalogue.circuits[slug].shape(catalogue.exercises)
    assert (shape.seconds, shape.minutes, shape.foot_contacts, shape.tension_s) == HANDBOOK[slug]


@pytest.mark.parametrize(
    ("slug", "starts_with"),
    [
        ("single-leg-glute-bridge", LIFT),
        ("single-leg-calf-raise", LIFT),
        ("kettlebell-deadlift", LIFT),
        ("step-up", LIFT),
        ("sit-to-stand", LIFT),
        ("clamshell", LIFT),
        ("slow-mountain-climber", LIFT),
        ("reverse-lunge-knee-drive", LOWER),
        ("dead-bug", LOWER),
        ("push-up", LOWER),
        ("romanian-deadlift", LOWER),
        ("eccentric-calf-lower", LOWER),
        ("hip-hike", LOWER),
    ],
)
def test_a_repetition_starts_the_way_its_steps_do(catalogue, slug, starts_with):
    assert catalogue.exercises[slug].starts_with is starts_with


def test_78_exercises_have_a_tempo(catalogue):
    assert sum(exercise.starts_with is not None for exercise in catalogue.exercises.values()) == 78


@pytest.mark.parametrize("folder", ["exercises", "circuits"])
def test_no_computed_number_is_stored(folder):
    computed = ("tempo_seconds", "work_seconds", "estimated", "foot_contacts", "tut", "hard_sets")
    for name, text in real_files(folder).items():
        assert not any(word in text for word in computed), name


def test_disclaimers_and_pain_bands_are_complete(catalogue):
    assert set(catalogue.safety.disclaimers) == {
        "short",
        "full",
        "loads",
        "estimates",
        "rehab",
        "kids",
        "inspired",
        "stretching",
    }
    assert [band.label for band in catalogue.safety.pain_scale.bands] == [
        "Green: carry on",
        "Amber: ease off",
        "Red: stop this exercise",
    ]
