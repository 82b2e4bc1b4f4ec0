"""A FIT file names the workout that was followed, and marks races and intervals."""

from datetime import UTC, datetime

import pytest

from logbook.formats.fit import read_fit
from tests.builders.fit import fit_file
from tests.builders.fit_encoding import Field, Message
from tests.builders.fit_legs import FitLap

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)


def read(**said):
    [activity] = read_fit(fit_file(started_at=MORNING, **said))
    return activity


def laps(*intensities):
    return [FitLap(duration_s=60, intensity=intensity) for intensity in intensities]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (None, None),
        ("6 × 800 m", "6 × 800 m"),
        ("", None),
        ("  \x07 ", None),
        ("\x1b[31mTempo\u202e", "[31mTempo"),
        ("W" * 120, "W" * 100),
    ],
)
def test_the_title_is_the_name_of_the_workout(name, title):
    assert read(workout_name=name).title == title


def test_of_several_activities_none_has_the_title():
    activities = read_fit(fit_file(started_at=MORNING, sessions=2, workout_name="Bricks", steps=["interval"]))

    assert [(activity.title, activity.flags) for activity in activities] == [(None, frozenset())] * 2


@pytest.mark.parametrize(
    "said",
    [
        {"steps": ["warmup", "interval", "cooldown"]},
        {"laps": laps("active", "interval")},
        {"laps": laps("active", "rest", "active")},
        {"laps": laps("warmup", "active", "recovery", "active", "recovery", "cooldown")},
        {"laps": laps("rest", "active", "active", "rest", "rest", "active")},
    ],
)
def test_intervals_are_marked(said):
    assert read(**said).flags == {"intervals"}


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"steps": ["warmup", "active", "cooldown"]},
        {"laps": laps("active", "active")},
        {"laps": laps("active", "rest")},
        {"laps": laps("rest", "active")},
        {"laps": laps("warmup", "active", "cooldown")},
        {"laps": laps(None, None)},
    ],
)
def test_one_effort_is_no_intervals(said):
    assert read(**said).flags == frozenset()


@pytest.mark.parametrize(
    ("profile", "is_race"),
    [
        ("Race", True),
        ("Trail RACE", True),
        ("Run", False),
        ("Bracelet", False),
        ("Traces", False),
        (None, False),
    ],
)
def test_a_race_is_marked_by_the_name_of_its_profile(profile, is_race):
    assert read(profile_name=profile).flags == (frozenset({"race"}) if is_race else frozenset())


def test_the_sport_message_names_the_profile_where_the_session_does_not():
    named = Message(12, [Field(0, "enum", 1), Field(3, "string", "Race")])

    assert read(extra=[named]).flags == {"race"}
