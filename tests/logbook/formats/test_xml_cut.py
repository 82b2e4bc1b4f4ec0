"""A GPX or TCX file that breaks off is kept as far as it was recorded, and the athlete is told."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from logbook.formats.activity import Unreadable
from logbook.formats.gpx import read_gpx
from logbook.formats.tcx import read_tcx
from logbook.formats.xml import DAMAGED
from tests.builders.gpx import Point, Track, gpx_file, gpx_of
from tests.builders.tcx import Effort, Lap, lap_of, tcx_of

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)


def after(seconds):
    return MORNING + timedelta(seconds=seconds)


def lap(nth, every_s=10):
    return lap_of(after(nth * 300), from_m=nth * 1000, bpm=150, every_s=every_s)


GPX = gpx_file(started_at=MORNING, duration_s=300, distance_m=1000, avg_hr=150, segments=2, every_s=20)
TCX = tcx_of([Effort([lap(0, every_s=100), lap(1, every_s=100)])])
KEPT = "What was recorded until then is kept."


def outcome(data, read):
    """Return the activities or the sentence of the refusal; any other exception goes through."""
    try:
        return read(data)
    except Unreadable as refused:
        return str(refused)


@pytest.mark.parametrize(("whole", "read"), [(GPX, read_gpx), (TCX, read_tcx)], ids=["gpx", "tcx"])
def test_wherever_a_file_is_cut_what_came_before_is_kept(whole, read):
    outcomes = [outcome(whole[:kept], read) for kept in range(len(whole.rstrip()))]
    found = [each for each in outcomes if each != DAMAGED]

    # Once there is a track, more bytes never take it away again, and never make it shorter.
    assert outcomes == [DAMAGED] * (len(outcomes) - len(found)) + found
    activities = [activity for [activity] in found]
    assert all(activity.caveat.endswith(KEPT) for activity in activities)
    assert all(len(one.track) <= len(other.track) for one, other in pairwise(activities))
    [undamaged] = read(whole)
    assert activities[0].started_at == activities[-1].started_at == undamaged.started_at
    assert activities[-1].track == undamaged.track


def test_a_gpx_file_that_breaks_off_has_the_totals_of_its_points():
    data = gpx_file(started_at=MORNING, duration_s=3600, distance_m=10_000, avg_hr=150)
    [activity] = read_gpx(data[: data.index(b"06:53:50Z")])

    assert activity.caveat == f"The file breaks off after 23:40. {KEPT}"
    assert (activity.elapsed_s, activity.avg_hr, activity.started_at) == (1420, 150, MORNING)
    assert activity.distance_m == pytest.approx(10_000 * 1420 / 3600, rel=1e-5)


def test_after_an_hour_the_hours_are_told_too():
    data = gpx_file(started_at=MORNING, duration_s=3840)

    assert read_gpx(data[:-10])[0].caveat == f"The file breaks off after 1:04:00. {KEPT}"


def test_a_tcx_file_that_breaks_off_keeps_its_whole_laps_and_what_its_points_say():
    data = tcx_of([Effort([lap(0), lap(1), lap(2)])])
    [activity] = read_tcx(data[: data.index(b"06:43:20")])

    assert activity.caveat == f"The file breaks off after 13:10. {KEPT}"
    assert [lap.starts_s for lap in activity.laps] == [0, 300]
    # The third lap says a kilometre ahead of its points, of which 190 s are there.
    assert activity.distance_m == pytest.approx(2000 + 1000 * 190 / 300)
    assert (activity.timer_s, activity.elapsed_s, activity.avg_hr) == (None, 790, 150)


def test_whole_laps_without_points_are_enough():
    data = tcx_of([Effort([Lap(started_at=MORNING), Lap(started_at=after(1800))])])
    [activity] = read_tcx(data[: data.rindex(b"<TotalTime")])

    assert activity.caveat == f"The file breaks off after 30:00. {KEPT}"
    assert (activity.timer_s, activity.distance_m, len(activity.laps)) == (1800, 5000, 1)


def test_a_whole_lap_that_does_not_say_how_long_it_was_is_kept_too():
    data = tcx_of([Effort([Lap(started_at=MORNING, timer_s=None), Lap()])])
    [activity] = read_tcx(data[: data.rindex(b"<TotalTime")])

    assert (activity.distance_m, activity.caveat) == (5000, f"The file breaks off. {KEPT}")


def test_only_the_activity_that_breaks_off_is_said_to():
    tcx = tcx_of([Effort([lap(0)]), Effort([lap(100)])])
    gpx = gpx_of([Track([[Point(at=after(n)), Point(at=after(n + 60))]]) for n in (86_400, 0)])
    run, broken = read_tcx(tcx[:-200])
    earlier, later = read_gpx(gpx[:-20])

    assert (run.caveat, run.timer_s, broken.timer_s) == (None, 300, None)
    assert broken.caveat.endswith(KEPT)
    # It stands last in the file, and was recorded first.
    assert (earlier.caveat, later.caveat) == (f"The file breaks off after 1:00. {KEPT}", None)


def test_an_activity_that_breaks_off_at_once_leaves_the_one_before_it():
    tcx = tcx_of([Effort([lap(0)]), Effort([lap(100)])])
    gpx = gpx_of([Track([[Point(at=after(n)), Point(at=after(n + 60))]]) for n in (0, 86_400)])

    second = tcx.index(b"</Activity>")
    [run] = read_tcx(tcx[: tcx.index(b"<Track>", second)])
    [walk] = read_gpx(gpx[: gpx.rindex(b"<trkpt")])
    assert (run.timer_s, run.caveat) == (300, f"The file breaks off after 5:00. {KEPT}")
    assert (walk.elapsed_s, walk.caveat) == (60, f"The file breaks off after 1:00. {KEPT}")


@pytest.mark.parametrize(("whole", "read"), [(GPX, read_gpx), (TCX, read_tcx)], ids=["gpx", "tcx"])
@pytest.mark.parametrize(
    "wrong", [b"\0", b"\xff\xfe", b"\x1b", b"]]>", b"<", b"<?xml version='1.0'?>", b"&x;"]
)
def test_what_is_no_xml_ends_what_can_be_read(whole, read, wrong):
    half = whole.index(b"<", len(whole) // 2)
    [activity] = read(whole[:half] + wrong + whole[half:])

    assert activity.caveat.endswith(KEPT)
    [undamaged] = read(whole)
    assert 0 < len(activity.track) < len(undamaged.track)
    early = whole.index(b">", 100) + 1
    assert outcome(whole[:early] + wrong + whole[early:], read) == DAMAGED


@pytest.mark.parametrize(("whole", "read"), [(GPX, read_gpx), (TCX, read_tcx)], ids=["gpx", "tcx"])
def test_rubbish_behind_a_whole_file_takes_nothing_away(whole, read):
    [undamaged] = read(whole)
    for rubbish in (b"\0" * 100, whole, b"<"):
        [activity] = read(whole + rubbish)
        assert (activity.track, activity.timer_s) == (undamaged.track, undamaged.timer_s)
        assert activity.caveat.endswith(KEPT)


@pytest.mark.parametrize("read", [read_gpx, read_tcx])
def test_what_never_was_xml_is_damaged(read):
    assert outcome(b"", read) == DAMAGED
    assert outcome(GPX.replace(b'encoding="UTF-8"', b'encoding="of my own"'), read) == DAMAGED
