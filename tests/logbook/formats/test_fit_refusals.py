"""A FIT file without a finished activity is refused by a sentence that says what to do."""

from datetime import UTC, datetime

import pytest

from logbook.formats.activity import Unreadable
from logbook.formats.fit import read_fit
from logbook.formats.fit_refusals import NOT_ACTIVITIES
from tests.builders.fit import fit_file, other_fit_file
from tests.builders.fit_encoding import Field, Message, fit_bytes

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)


def read(data):
    [activity] = read_fit(data)
    return activity


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        read_fit(data)
    return str(refused.value)


@pytest.mark.parametrize(
    ("file_type", "is_called"),
    [
        ("workout", "This is a structured workout, not a finished activity."),
        ("course", "This is a course to follow, not a finished activity."),
        ("monitoring_b", "This is a day of step and heart rate monitoring, not an activity."),
        ("settings", "This holds the settings of the watch, not an activity."),
        ("device", "This describes the watch, not an activity."),
        ("totals", "This holds lifetime totals, not one activity."),
    ],
)
def test_another_purpose_is_refused_by_its_name(file_type, is_called):
    expected = f"{is_called} Export the activity itself from the watch."

    assert refusal(other_fit_file(file_type, started_at=MORNING)) == expected


def test_a_course_with_a_track_is_still_no_activity():
    assert "course to follow" in refusal(fit_file(started_at=MORNING, file_type="course", with_session=False))


def test_an_activity_without_summary_and_points_is_refused():
    data = fit_file(started_at=MORNING, with_session=False, record_every_s=None)

    assert refusal(data) == (
        "This FIT file holds no activity: no summary and no points."
        " Export the activity itself from the watch."
    )


def test_a_file_that_does_not_say_its_purpose_is_read_when_it_holds_a_session():
    assert read(fit_file(started_at=MORNING, file_type=None)).distance_m == 5000.0


def test_a_session_that_says_nothing_at_all_is_no_activity():
    assert "no summary and no points" in refusal(
        fit_bytes([Message(0, [Field(0, "enum", 4)]), Message(18, [])])
    )


def test_every_file_type_of_the_profile_is_an_activity_or_has_a_sentence():
    # The numbers 1 to 40 are given out by the FIT profile; those without a word are not.
    for number in range(1, 41):
        data = fit_bytes([Message(0, [Field(0, "enum", number)])])
        sentence = refusal(data)
        assert sentence in NOT_ACTIVITIES.values() or "no summary and no points" in sentence
        assert sentence.endswith("Export the activity itself from the watch.")
