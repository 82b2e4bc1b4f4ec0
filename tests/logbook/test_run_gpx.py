"""A run goes out as a GPX file, its ends left out where that is ticked, or the page says why not."""

import re
from xml.etree import ElementTree

import pytest

from tests.browsing import form_on, notices
from tests.factories import make_run
from tests.logbook.recordings import even_track, recorded_run

pytestmark = pytest.mark.usefixtures("clock")

EXPORT = "Export as GPX"
POINT = "{http://www.topografix.com/GPX/1/1}trkpt"


def export(client, run, **changes):
    return form_on(client.get(run.get_absolute_url()), EXPORT).filled(changes).send(client)


def points(answer) -> list[float]:
    return [float(point.get("lat")) for point in ElementTree.fromstring(answer.content).iter(POINT)]


def test_the_ends_are_left_out_unless_one_says_otherwise(ana, ana_client):
    run = recorded_run(ana, even_track(km=1))
    whole, trimmed = export(ana_client, run, trim=None), export(ana_client, run)

    norths = points(whole)
    assert (len(norths), norths[0]) == (41, 50.0)
    # A point every 25 m: the eighth from either end is 200 m away, give or take the rounding of its place.
    assert set(norths[9:-9]) <= set(points(trimmed)) <= set(norths[8:-8])


def test_it_is_an_attachment_called_by_day_and_kind(ana, ana_client):
    run = recorded_run(ana, even_track(), said={"name": "Morning & <Run>"})
    answer = export(ana_client, run)

    assert answer["Content-Type"] == "application/gpx+xml"
    assert answer["Content-Disposition"] == 'attachment; filename="2026-07-29-easy-run.gpx"'
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert re.search(rb"<name>Morning &amp; &lt;Run&gt;</name>\s*<type>running</type>", answer.content)


def test_a_run_too_short_for_it_says_so_and_goes_out_whole(ana, ana_client):
    run = recorded_run(ana, even_track(km=0.3))
    answer = export(ana_client, run)

    assert answer["Location"] == run.get_absolute_url()
    assert notices(ana_client.get(answer["Location"])) == [
        "Nothing of this run lies 200 m or more from its start and its end. Untick that to get all of it."
    ]
    assert len(points(export(ana_client, run, trim=None))) == 13


@pytest.mark.parametrize("asked", ["", "?trim=on"])
def test_a_run_without_places_says_why_there_is_no_file(ana, ana_client, asked):
    indoors = recorded_run(ana, even_track(without=["places"]))
    typed = make_run(ana)
    told = []
    for run in (indoors, typed):
        answer = ana_client.get(f"{run.get_absolute_url()}gpx/{asked}")
        assert answer["Location"] == run.get_absolute_url()
        told += notices(ana_client.get(answer["Location"]))
    assert told == [
        "This run has no places, as happens indoors, so there is no GPX file of it.",
        "Nothing was recorded of this run point by point, so there is no GPX file of it.",
    ]


def test_it_is_not_found_for_anybody_else(ana, ben_client, sam_client):
    url = f"{recorded_run(ana, even_track()).get_absolute_url()}gpx/"

    assert [client.get(url).status_code for client in (ben_client, sam_client)] == [404, 404]
