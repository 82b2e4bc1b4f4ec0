"""A watch whose clock was never set still knows how far and how long; one set on the way, also when."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats.fit import read_fit
from tests.builders.fit import fit_file
from tests.builders.fit_encoding import EPOCH, Field, seconds
from tests.builders.fit_legs import FitLap

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
LAST_MOMENT_BEFORE_2000 = datetime(1999, 12, 31, 23, 59, 59, tzinfo=UTC)


def read(data):
    [activity] = read_fit(data)
    return activity


@pytest.mark.parametrize(
    "started_at",
    [
        EPOCH,
        EPOCH + timedelta(seconds=16_441_241),
        EPOCH + timedelta(seconds=0x10000000),
        LAST_MOMENT_BEFORE_2000,
    ],
)
def test_a_clock_that_was_never_set_gives_everything_but_the_date(started_at):
    said = {"duration_s": 900, "record_every_s": None, "laps": [FitLap(duration_s=900)]}
    activity = read(fit_file(started_at=started_at, **said))
    known = read(fit_file(started_at=MORNING, **said))

    assert activity.started_at is None
    assert vars(activity) | {"started_at": MORNING} == vars(known)


def test_the_track_of_a_clock_that_was_never_set_counts_from_the_start():
    activity = read(fit_file(started_at=EPOCH + timedelta(hours=5)))

    assert activity.track == read(fit_file(started_at=MORNING)).track
    assert activity.elapsed_s == 1800


def test_without_a_session_it_counts_from_the_first_record():
    activity = read(fit_file(started_at=EPOCH + timedelta(hours=5), with_session=False))

    assert (activity.started_at, activity.track.seconds[0], activity.elapsed_s) == (None, 0, 1800)


def test_several_activities_may_all_be_without_a_date():
    activities = read_fit(fit_file(started_at=EPOCH + timedelta(hours=5), sessions=2))

    assert [activity.started_at for activity in activities] == [None, None]
    assert [activity.track.seconds[-1] for activity in activities] == pytest.approx([1790, 1800], abs=10)


def test_the_first_moment_of_the_year_2000_is_a_date():
    new_year = datetime(2000, 1, 1, tzinfo=UTC)

    assert read(fit_file(started_at=new_year)).started_at == new_year


def test_a_clock_set_on_the_way_is_put_right_from_the_start_that_the_session_says():
    activity = read(fit_file(started_at=MORNING, unset_until_s=300))

    assert activity.started_at == MORNING
    assert activity.track == read(fit_file(started_at=MORNING)).track


def test_pauses_and_laps_from_before_it_was_set_are_put_right_too():
    said = {"pauses": [(100, 60)], "laps": [FitLap(duration_s=120), FitLap(duration_s=1680)]}
    activity = read(fit_file(started_at=MORNING, unset_until_s=300, **said))
    known = read(fit_file(started_at=MORNING, **said))

    assert (activity.track, activity.laps) == (known.track, known.laps)


def test_what_cannot_be_put_right_is_left_out_and_said():
    # The session begins with the clock, which was set after five minutes.
    start = Field(2, "uint32", seconds(MORNING) + 300)
    activity = read(fit_file(started_at=MORNING, unset_until_s=300, instead=[start]))

    assert activity.started_at == MORNING + timedelta(seconds=300)
    assert (activity.track.seconds[0], activity.track.seconds[-1]) == (0, 1500)
    assert activity.repairs == ("30 points from before the clock of the watch was set were left out.",)
    assert activity.distance_m == 5000


def test_without_a_session_it_starts_when_the_clock_was_set():
    activity = read(fit_file(started_at=MORNING, unset_until_s=300, with_session=False))

    assert activity.started_at == MORNING + timedelta(seconds=300)
    assert len(activity.track) == 151


def test_no_start_anywhere_is_no_date():
    data = fit_file(started_at=MORNING, without=["start_time"], record_every_s=None)

    assert (read(data).started_at, read(data).timer_s) == (None, 1800)
