"""The files of the demo's runs: read by the real readers, whole, with nothing to repair."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from logbook.demo.files import file_name, file_of
from logbook.demo.story import Source
from logbook.demo.tale import story
from logbook.formats import read_activities
from logbook.track.earth import haversine_m
from workouts.vocabulary import RunKind

RUNS = [
    run for week in story(today=date(2026, 11, 28)) for run in week.runs if run.source is not Source.TYPED
]


@cache
def read(run):
    [activity] = read_activities(file_of(run))
    return activity


@pytest.mark.parametrize("run", RUNS, ids=file_name)
def test_a_file_says_what_the_story_says_and_needs_no_repair(run):
    activity = read(run)
    assert (activity.sport, activity.repairs, activity.caveat) == ("running", (), None)
    assert activity.started_at == run.started_at
    assert activity.duration_s == pytest.approx(run.duration_s, abs=1)
    assert activity.distance_m == pytest.approx(run.distance_m, rel=0.005)
    assert 100 < activity.avg_hr < activity.max_hr < 200
    assert len(activity.laps) == (0 if run.source is Source.PHONE else len(run.legs))


def test_a_loop_ends_where_it_began_and_a_treadmill_has_no_places():
    for run in RUNS:
        track = read(run).track
        if run.source is Source.TREADMILL:
            assert not any(track.places)
            continue
        places = [place for place in track.places if place is not None]
        assert haversine_m(places[0], places[-1]) < 60
        assert max(haversine_m(places[0], place) for place in places) > 200


def test_the_repeats_of_a_hill_climb_and_long_runs_roll():
    climbs = {run.kind: read(run).ascent_m for run in RUNS if run.source is not Source.TREADMILL}
    assert 80 < climbs[RunKind.HILLS] < 200
    assert 40 < climbs[RunKind.LONG] < 150
    assert climbs[RunKind.INTERVALS] < 40


def test_the_same_run_has_the_same_file_and_no_two_runs_share_one():
    assert all(file_of(run) == file_of(run) for run in RUNS[:3])
    assert len({file_of(run) for run in RUNS}) == len(RUNS)
    assert all(later.started_at - earlier.ended_at > timedelta(hours=3) for earlier, later in pairwise(RUNS))
