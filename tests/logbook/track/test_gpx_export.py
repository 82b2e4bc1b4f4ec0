"""A track written as GPX is read again with its start, places, heights and beats."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.gpx import read_gpx
from logbook.track.gpx_export import NoPlaces, gpx_of
from logbook.track.trimmed import trimmed
from tests.logbook.track.tracks import track_of, tracks

STARTED_AT = datetime(2026, 7, 29, 7, 4, 12, tzinfo=UTC)
NAMES = {
    "gpx": "http://www.topografix.com/GPX/1/1",
    "tpx": "http://www.garmin.com/xmlschemas/TrackPointExtension/v1",
}
HERE, THERE = (52.5, 13.4), (52.500123, 13.399877)


def written(track, *, started_at=STARTED_AT, name="Easy run", sport="running"):
    return ElementTree.fromstring(gpx_of(track=track, started_at=started_at, name=name, sport=sport))


def segments(root):
    return [
        [
            (
                (float(point.get("lat")), float(point.get("lon"))),
                point.findtext("gpx:ele", None, NAMES),
                point.findtext("gpx:time", None, NAMES),
                point.findtext("gpx:extensions/tpx:TrackPointExtension/tpx:hr", None, NAMES),
            )
            for point in segment.iterfind("gpx:trkpt", NAMES)
        ]
        for segment in root.iterfind("gpx:trk/gpx:trkseg", NAMES)
    ]


def test_a_point_says_all_that_is_known_of_it_in_the_order_of_the_schema():
    root = written(track_of((0, 0.0, 0, 0.0, HERE), (1.5, 14.0, 151, -2.34, THERE)))
    assert root.get("version") == "1.1"
    assert segments(root) == [
        [(HERE, "0.0", "2026-07-29T07:04:12Z", "0"), (THERE, "-2.3", "2026-07-29T07:04:13.500Z", "151")]
    ]
    parts = [part.tag.rpartition("}")[2] for part in root.find("gpx:trk/gpx:trkseg/gpx:trkpt", NAMES)]
    assert parts == ["ele", "time", "extensions"]


def test_what_is_unknown_is_left_out():
    assert segments(written(track_of((0, None, None, None, HERE)))) == [
        [(HERE, None, "2026-07-29T07:04:12Z", None)]
    ]


def test_each_stretch_is_a_segment_and_points_without_a_place_are_left_out():
    points = [(n, None, None, None, HERE if n not in (1, 4, 5) else None) for n in range(8)]
    root = written(track_of(*points, resumes=(2, 4, 6)))
    assert [len(segment) for segment in segments(root)] == [1, 2, 2]


def test_times_are_in_utc_wherever_it_was_run():
    summer = datetime.fromisoformat("2026-07-29T09:04:12+02:00")
    assert segments(written(track_of((0, None, None, None, HERE)), started_at=summer))[0][0][2] == (
        "2026-07-29T07:04:12Z"
    )


def test_a_run_whose_watch_had_no_clock_has_no_times():
    assert segments(written(track_of((0, None, None, None, HERE)), started_at=None))[0][0][2] is None


def test_a_naive_start_is_refused():
    with pytest.raises(ValueError, match="zone"):
        written(track_of((0, None, None, None, HERE)), started_at=datetime(2026, 7, 29))  # noqa: DTZ001


@pytest.mark.parametrize("track", [track_of(), track_of((0, 0.0, 120, 5.0, None))])
def test_a_run_without_places_is_refused_in_words(track):
    with pytest.raises(NoPlaces, match="no places"):
        written(track)


def test_of_a_trimmed_track_nothing_of_the_ends_is_written():
    points = [(n * 40, n * 100.0, 100 + n, 10.0 + n, (52 + n / 1000, 13.4)) for n in range(8)]
    [segment] = segments(written(trimmed(track_of(*points))))
    assert [place[0] for place, *_ in segment] == [52.002, 52.003, 52.004, 52.005]
    assert segment[0][2] == "2026-07-29T07:05:32Z"


@given(st.text())
def test_any_name_makes_well_formed_xml(name):
    root = written(track_of((0, None, None, None, HERE)), name=name, sport=name)
    kept = "".join(letter for letter in name if letter in "\t\n\r" or letter >= " ")
    kept = "".join(
        letter for letter in kept if not "\ud800" <= letter <= "\udfff" and letter not in "\ufffe\uffff"
    )
    kept = kept.replace("\r\n", "\n").replace("\r", "\n")
    assert (root.findtext("gpx:trk/gpx:name", None, NAMES) or "") == kept
    assert (root.findtext("gpx:trk/gpx:type", None, NAMES) or "") == kept


@pytest.mark.parametrize("name", ["\0", "\x0b bell \x07", "\ud800", "\ufffe", "]]><b>&amp;", '"quoted"'])
def test_what_xml_forbids_or_means_otherwise_does_no_harm(name):
    written(track_of((0, None, None, None, HERE)), name=name)


@given(tracks())
def test_it_is_read_again_as_it_was(track):
    told = [
        (place, altitude_m, STARTED_AT + timedelta(seconds=seconds), beats)
        for seconds, beats, altitude_m, place in zip(
            track.seconds, track.beats, track.altitudes_m, track.places, strict=True
        )
        if place is not None
    ]
    if not told:
        return
    read = [
        (
            place,
            None if ele is None else float(ele),
            datetime.fromisoformat(time),
            None if hr is None else int(hr),
        )
        for segment in segments(written(track))
        for place, ele, time, hr in segment
    ]
    assert len(read) == len(told)
    for (*before, at, beats), (*after, read_at, read_beats) in zip(told, read, strict=True):
        assert before == after and beats == read_beats
        assert abs(at - read_at) < timedelta(milliseconds=1)


def test_our_own_reader_reads_it_again():
    points = [
        (n * 4 + (300 if n > 5 else 0), n * 10.0, 120 + n, 30.0 + n / 10, (round(52.5 + n * 9e-5, 6), 13.4))
        for n in range(12)
    ]
    track = track_of(*points, resumes=(6,))
    [activity] = read_gpx(gpx_of(track=track, started_at=STARTED_AT, name="Hills & strides", sport="running"))
    assert (activity.started_at, activity.title, activity.is_run) == (STARTED_AT, "Hills & strides", True)
    assert list(activity.track.seconds) == track.seconds
    assert list(activity.track.places) == track.places
    assert list(activity.track.beats) == track.beats
    assert list(activity.track.altitudes_m) == track.altitudes_m
    assert list(activity.track.resumes) == [6]
