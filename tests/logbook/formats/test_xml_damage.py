"""Damaged and hostile GPX and TCX files are read or refused; nothing else ever comes of them."""

import random
import socket
from datetime import UTC, datetime

import pytest

from logbook.formats import LIMITS_BYTES, read_activities
from logbook.formats.activity import Unreadable
from logbook.formats.detect import Format
from logbook.formats.gpx import read_gpx
from logbook.formats.tcx import read_tcx
from logbook.formats.xml import DEPTH_LIMIT, ELEMENTS_LIMIT, POINTS_LIMIT
from tests.builders.gpx import Point, Track, gpx_file, gpx_of
from tests.builders.mutants import mutants, xml_mutants
from tests.builders.tcx import Effort, Lap, TrackPoint, tcx_file, tcx_of

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
GPX = gpx_file(started_at=MORNING, duration_s=300, distance_m=1000, avg_hr=150, segments=2)
TCX = tcx_file(started_at=MORNING, laps=2, avg_hr=150, max_hr=160, points=[TrackPoint(bpm=150, distance_m=0)])
DAMAGED = (
    "The file is damaged or breaks off before its end."
    " Export it again from the watch or its app, or enter the run by hand."
)
DOCTYPE = (
    "This file brings a document type of its own, which no watch writes."
    " Export it again from the watch or its app, or enter the run by hand."
)
TOO_MUCH = "This file holds more than one activity of several days would."


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        read_activities(data)
    return str(refused.value)


def outcome(data, read=read_activities):
    """Return the activities or the sentence of the refusal; any other exception goes through."""
    try:
        return read(data)
    except Unreadable as refused:
        return str(refused)


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPES = {
    "plain": "<!DOCTYPE {root}>",
    "a file from outside": '<!DOCTYPE {root} [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE {root} SYSTEM "http://127.0.0.1:9/x.dtd">',
    "a parameter": '<!DOCTYPE {root} [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "a billion laughs": f'<!DOCTYPE {{root}} [<!ENTITY l0 "ha">{BOMB}]>',
    "quadratic": f'<!DOCTYPE {{root}} [<!ENTITY x "{"x" * 50_000}">]>',
}


@pytest.mark.parametrize("what", DOCTYPES)
def test_a_document_type_is_refused_and_nothing_is_fetched(what, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("reached for the network"))
    laughs = "&x;&l9;" * 100

    gpx = gpx_file(started_at=MORNING, prologue=DOCTYPES[what].format(root="gpx"), creator=laughs)
    tcx = tcx_file(started_at=MORNING, prologue=DOCTYPES[what].format(root="T"), device=laughs)
    assert (refusal(gpx), refusal(tcx)) == (DOCTYPE, DOCTYPE)


def test_an_entity_that_is_declared_nowhere_is_damage():
    assert refusal(gpx_file(started_at=MORNING, creator="&x;")) == DAMAGED


def test_an_inclusion_is_not_followed():
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    )

    assert read_activities(gpx_of([Track([[Point(at=MORNING)]], include)]))[0].sport == "running"


def test_elements_may_lie_deep_and_not_without_end():
    def nested(times):
        return gpx_of([Track([[Point(at=MORNING)]])], before="<a>" * times + "</a>" * times)

    # The root is one level itself.
    assert read_activities(nested(DEPTH_LIMIT - 2))[0].elapsed_s == 0
    assert read_activities(nested(DEPTH_LIMIT - 1))[0].elapsed_s == 0
    assert refusal(nested(DEPTH_LIMIT)).startswith(TOO_MUCH)
    assert refusal(nested(1_000_000)).startswith(TOO_MUCH)


def test_what_is_too_deep_is_refused_whatever_was_recorded_before_it():
    deep = b"<a>" * DEPTH_LIMIT + b"</a>" * DEPTH_LIMIT

    assert refusal(GPX.replace(b"</gpx>", deep + b"</gpx>")).startswith(TOO_MUCH)
    assert refusal(TCX.replace(b"</Activities>", b"</Activities>" + deep)).startswith(TOO_MUCH)


def test_more_elements_than_days_of_running_make_are_refused():
    # Around them stand the root, a track with its type and segment, and a point with its time.
    def filled(elements):
        return gpx_of([Track([[Point(at=MORNING)]])], before="<a/>" * (elements - 6))

    assert read_activities(filled(ELEMENTS_LIMIT - 1))[0].elapsed_s == 0
    assert read_activities(filled(ELEMENTS_LIMIT))[0].elapsed_s == 0
    assert refusal(filled(ELEMENTS_LIMIT + 1)).startswith(TOO_MUCH)


def test_more_points_than_days_of_running_make_are_refused():
    def pointed(points):
        lap = Lap(started_at=MORNING)
        data = tcx_of([Effort([lap])])
        return data.replace(b"</Lap>", b"<Track>" + b"<Trackpoint/>" * points + b"</Track></Lap>")

    assert read_activities(pointed(POINTS_LIMIT - 1))[0].distance_m == 5000
    assert read_activities(pointed(POINTS_LIMIT))[0].distance_m == 5000
    assert refusal(pointed(POINTS_LIMIT + 1)).startswith(TOO_MUCH)

    unnamed = gpx_of([Track([[]])]).replace(b"<trkseg>", b"<trkseg>" + b"<trkpt/>" * (POINTS_LIMIT + 1))
    assert refusal(unnamed).startswith(TOO_MUCH)


@pytest.mark.parametrize(
    "filling",
    ["<!---->", "<?a?>", "a ", "&amp;", "<a b='c'/>", "<a xmlns='u'/>", "<![CDATA[ ]]>"],
)
def test_a_file_made_to_keep_the_server_busy_is_left_or_passed_over(filling):
    room = LIMITS_BYTES[Format.GPX] - len(gpx_of([Track([[Point(at=MORNING)]])]))
    data = gpx_of([Track([[Point(at=MORNING)]])], before=filling * (room // len(filling)))
    found = outcome(data)

    assert isinstance(found, tuple) or found == DAMAGED or found.startswith(TOO_MUCH)


def test_an_attribute_as_long_as_the_file_is_cut_short():
    endless = "(" * 5_000_000

    assert read_activities(gpx_file(started_at=MORNING, creator=endless))[0].device == "(" * 60
    assert read_activities(tcx_file(started_at=MORNING, sport=endless))[0].sport == "generic"
    points = [Point(at=MORNING, north="9" * 5_000_000), Point(at=MORNING.isoformat() + "0" * 5_000_000)]
    assert read_activities(gpx_of([Track([points])]))[0].started_at == MORNING


@pytest.mark.parametrize("damage", [mutants, xml_mutants])
@pytest.mark.parametrize(("seed_file", "read"), [(GPX, read_gpx), (TCX, read_tcx)], ids=["gpx", "tcx"])
def test_three_hundred_mutants_are_read_or_refused_and_nothing_else(seed_file, read, damage):
    damaged = list(damage(seed_file, count=300, seed=20260501))
    outcomes = [outcome(mutant, read) for mutant in damaged] + [outcome(mutant) for mutant in damaged]
    activities = [each for found in outcomes if isinstance(found, tuple) for each in found]
    refusals = [each for each in outcomes if isinstance(each, str)]

    # Both must happen, or the test looks at one side only.
    assert len(activities) > 10
    assert len(refusals) > 10
    assert all(sentence.endswith(".") for sentence in refusals)
    for activity in activities:
        assert activity.started_at is None or activity.started_at.tzinfo is UTC
        for length in (activity.elapsed_s, activity.timer_s, activity.moving_s):
            assert length is None or 0 <= length <= 7 * 24 * 3600
        assert activity.distance_m is None or 0 <= activity.distance_m <= 1_000_000
        assert activity.avg_hr is None or 1 <= activity.avg_hr <= 250
        assert list(activity.track.seconds) == sorted(activity.track.seconds)
        said = [metres for metres in activity.track.metres if metres is not None]
        assert said == sorted(said)


@pytest.mark.parametrize("root", [b"<gpx>", b"<TrainingCenterDatabase>"])
def test_bytes_behind_a_root_are_damage_and_nothing_else(root):
    dice = random.Random(7)
    for _ in range(200):
        body = dice.randbytes(dice.randint(0, 200))
        for read in (read_gpx, read_tcx):
            assert outcome(root + body, read) == DAMAGED
