"""What stands around and beside the rows of the list: the days as a strip, strength, imports left open."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.models import ImportBatch, IncomingFile
from tests.browsing import links, soup, words
from tests.factories import NOW, make_run, make_session
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.usefixtures("clock")


def on(day: int, **facts):
    return {"started_at": datetime(2026, 7, day, 10, tzinfo=UTC), **facts}


def test_the_days_of_the_month_stand_as_bars_and_are_told(ana, ana_client):
    for day, facts in ((3, {}), (28, {}), (28, {}), (5, {"kind": RunKind.CROSS_TRAINING})):
        make_run(ana, **on(day, **facts))
    days = soup(ana_client.get("/runs/")).select_one(".days")

    assert days["aria-label"] == "July 2026 day by day: running on 3, 28; cross-training on 5."
    bars = [(bar["class"][0], bar["x"], bar["height"]) for bar in days.select(".bars > rect")]
    # Two runs on the 28th fill the height, one of them is half of it.
    (run, ride, two) = [("b-run", "21.5"), ("b-other", "41.5"), ("b-run", "271.5")]
    assert [bar[:2] for bar in bars] == [run, ride, two]
    assert float(bars[0][2]) == float(bars[1][2]) == float(bars[2][2]) / 2
    # Mondays.
    assert words(days.select_one(".axis")) == "6 13 20 27"
    assert words(days.select_one(".tallest")) == "1 h 36 min"
    # The 29th is today: there the ground ends.
    assert days.select_one(".axis .groundline")["x2"] == "93.55%"


def test_a_day_leads_to_its_first_run_out_of_the_tab_order(ana, ana_client):
    late = make_run(ana, **on(28), kind=RunKind.TEMPO)
    early = make_run(ana, started_at=late.started_at - timedelta(hours=3))
    make_run(ana, **on(5))
    day = soup(ana_client.get("/runs/")).select(".days a")[-1]

    assert (day["href"], day["tabindex"]) == (early.get_absolute_url(), "-1")
    assert day["aria-label"] == "28 July: Easy run, 48 min, Tempo run, 48 min"
    target = day.rect
    assert (target["x"], target["width"], target["height"]) == ("270", "10", "60")


def test_weeks_of_an_athlete_may_begin_on_sunday(ana, ana_client):
    ana.week_start = "sunday"
    ana.save()
    make_run(ana)

    assert words(soup(ana_client.get("/runs/")).select_one(".days .axis")) == "5 12 19 26"


def test_a_run_names_the_strength_that_goes_with_it(ana, ana_client):
    run, alone = make_run(ana), make_run(ana, **on(28))
    make_session(ana, run=run)
    make_session(ana, run=run, circuit="post-run-stretch", started_at=NOW)
    make_session(ana, run=alone).hide(at=NOW)
    rows = [words(row) for row in soup(ana_client.get("/runs/")).select(".runs li")]

    assert [row.partition(" Wed")[0].partition(" Tue")[0] for row in rows] == [
        "Easy run with After-easy-run four, Post-run stretch",
        "Easy run",
    ]


def test_an_import_that_was_left_waits_on_top(ana, ben, ana_client):
    batches = [ImportBatch.objects.create(athlete=each, received_at=NOW) for each in (ana, ana, ben)]
    done = {batches[1].pk: NOW}
    for batch in batches:
        IncomingFile.objects.create(batch=batch, position=0, name="a.fit", done_at=done.get(batch.pk))
    page = ana_client.get("/runs/")

    assert words(soup(page).select_one(".notice")) == (
        "Import of 29 July, 10:00, 1 file: 1 still to be read. Continue"
    )
    assert batches[0].get_absolute_url() in links(page).values()


def test_with_nothing_left_open_nothing_waits(ana_client):
    assert soup(ana_client.get("/runs/")).select_one(".notice") is None
