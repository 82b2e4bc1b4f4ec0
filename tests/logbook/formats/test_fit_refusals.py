"""A FIT file without one finished activity is refused by a sentence that says what to do."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats.activity import Unreadable
from logbook.formats.fit import read_fit
from logbook.formats.fit_refusals import NOT_ACTIVITIES
from tests.builders.fit import fit_file, other_fit_file
from tests.builders.fit_encoding import EPOCH, Field, Message, fit_bytes

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)


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
    assert read_fit(fit_file(started_at=MORNING, file_type=None)).distance_m == 5000.0


@pytest.mark.parametrize("transitions", [False, True])
def test_several_activities_are_refused_with_their_number(transitions):
    assert refusal(fit_file(started_at=MORNING, sessions=3, transitions=transitions)) == (
        "This file holds 3 activities, and Footfall reads one a file so far."
        " Export each by itself from the app of the watch, or enter the run by hand."
    )


def test_two_runs_chained_in_one_file_are_several():
    two = fit_file(started_at=MORNING) + fit_file(started_at=MORNING + timedelta(hours=2))

    assert refusal(two).startswith("This file holds 2 activities,")


def test_a_transition_beside_one_session_is_passed_over():
    transition = Message(18, [Field(2, "uint32", 1_000_000_000), Field(5, "enum", 3)])
    activity = read_fit(fit_file(started_at=MORNING, extra=[transition]))

    assert (activity.sport, activity.started_at) == ("running", MORNING)


@pytest.mark.parametrize(
    "started_at",
    [EPOCH, EPOCH + timedelta(seconds=16_441_241), datetime(1999, 12, 31, 23, 30, tzinfo=UTC)],
)
def test_a_clock_that_was_never_set_is_refused(started_at):
    assert refusal(fit_file(started_at=started_at, duration_s=900)) == (
        "This file does not say when the activity started, as happens when the clock of the watch was"
        " never set. Enter the run by hand, with the day you ran it."
    )


def test_the_first_moment_of_the_year_2000_is_a_date():
    new_year = datetime(2000, 1, 1, tzinfo=UTC)

    assert read_fit(fit_file(started_at=new_year)).started_at == new_year


def test_no_start_anywhere_is_refused():
    data = fit_file(started_at=MORNING, without=["start_time"], record_every_s=None)

    assert "does not say when the activity started" in refusal(data)


def test_every_file_type_of_the_profile_is_an_activity_or_has_a_sentence():
    # The numbers 1 to 40 are given out by the FIT profile; those without a word are not.
    for number in range(1, 41):
        data = fit_bytes([Message(0, [Field(0, "enum", number)])])
        sentence = refusal(data)
        assert sentence in NOT_ACTIVITIES.values() or "no summary and no points" in sentence
        assert sentence.endswith("Export the activity itself from the watch.")
