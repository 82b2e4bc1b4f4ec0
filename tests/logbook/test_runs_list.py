"""The list of runs by month: three months a page, every run exactly once whichever way one walks."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook import runs
from tests.browsing import links, soup, words
from tests.factories import NOW, make_athlete, make_run
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.usefixtures("clock")


def months(response) -> list[str]:
    return [words(month) for month in soup(response).select(".month")]


def listed(response) -> list[str]:
    return [link["href"] for link in soup(response).select(".runs a")]


def at(*when: int) -> datetime:
    return datetime(*when, 10, tzinfo=UTC)


def test_each_month_has_its_runs_latest_first_and_its_sums(ana, ana_client):
    early = make_run(ana, started_at=at(2026, 6, 30))
    late = make_run(ana, started_at=at(2026, 7, 28), distance_m=12_000.0)
    middle = make_run(ana, started_at=at(2026, 7, 1))
    page = ana_client.get("/runs/")

    assert months(page) == [
        "July 2026 2 runs, 20.2 km, 1 h 36 min, longest 12.0 km",
        "June 2026 1 run, 8.2 km, 48 min",
    ]
    assert listed(page) == [run.get_absolute_url() for run in (late, middle, early)]
    assert "Easy run Tue 28 Jul, 12:00 12.0 km 48:10 4:01 /km" in words(page)


def test_cross_training_is_listed_and_not_in_the_sums(ana, ana_client):
    make_run(ana, kind=RunKind.CROSS_TRAINING)
    page = ana_client.get("/runs/")

    assert months(page) == ["July 2026 cross-training 48 min"]
    make_run(ana)
    told = months(ana_client.get("/runs/"))
    assert told == ["July 2026 1 run, 8.2 km, 48 min, cross-training 48 min"]
    assert "Cross-training Wed 29 Jul, 07:00 8.2 km 48:10" in words(page)


def test_a_sport_stands_there_as_cross_training_and_without_a_pace(ana, ana_client):
    make_run(ana, kind=RunKind.CROSS_TRAINING)
    ana.runs.update(sport="cycling", name="Commute")
    page = ana_client.get("/runs/")

    assert "Cycling cross-training “Commute” Wed 29 Jul, 07:00 8.2 km 48:10" in words(page)
    assert "/km" not in words(page)


def test_a_row_has_the_pace_of_its_time_in_motion_the_climb_and_the_heart_rate(ana, ana_client):
    make_run(ana, distance_m=8000.0)
    ana.runs.update(moving_s=2400.0, avg_hr=141, ascent_m=84.0)
    page = ana_client.get("/runs/")

    assert "climbed 84 m up 141 bpm 8.0 km 40:00 5:00 /km" in words(page)
    assert months(page) == ["July 2026 1 run, 8.0 km, 40 min"]


def test_a_month_without_any_distance_has_none(ana, ana_client):
    make_run(ana, distance_m=None)

    assert months(ana_client.get("/runs/")) == ["July 2026 1 run, 48 min"]


def test_without_a_run_it_says_how_to_add_one(ana_client):
    page = ana_client.get("/runs/")

    assert "No run yet. Import files from the watch, or enter a run by hand." in words(page)
    assert links(page)["Enter a run by hand"] == "/runs/new/"


def test_months_without_runs_are_stepped_over(ana, ana_client):
    make_run(ana)
    old = make_run(ana, started_at=at(2020, 2, 29))
    page = ana_client.get(links(ana_client.get("/runs/"))["Earlier runs"])

    assert months(page) == ["February 2020 1 run, 8.2 km, 48 min"]
    assert listed(page) == [old.get_absolute_url()]


def test_deleted_runs_and_ben_s_are_not_listed(ana, ben, ana_client):
    make_run(ana).hide(at=NOW)
    make_run(ben)

    assert listed(ana_client.get("/runs/")) == []


@pytest.mark.parametrize(
    "until",
    ["", "abc", "2026-02-30", "0001-01-01", "1969-12-31", "9999-12-31", "2199-12-31", "20260729", "%00"],
)
def test_an_until_that_is_of_no_use_shows_the_latest(ana, ana_client, until):
    run = make_run(ana)

    assert listed(ana_client.get(f"/runs/?until={until}")) == [run.get_absolute_url()]


def test_every_run_is_met_once_by_the_links_there_and_back(ana, ana_client):
    every = [
        make_run(ana, started_at=at(*when)).get_absolute_url()
        for when in [(2026, 7, 29), (2026, 4, 30), (2026, 1, 31), (2025, 12, 1), (2025, 8, 15), (2019, 3, 1)]
    ]
    for towards, order in (("Earlier runs", every), ("Later runs", every[::-1])):
        met, url = [], "/runs/" if towards == "Earlier runs" else "/runs/?until=2019-03-01"
        while url:
            page = ana_client.get(url)
            met += listed(page) if towards == "Earlier runs" else listed(page)[::-1]
            more = links(page).get(towards)
            url = more
        assert met == order, towards


@given(st.lists(st.dates(date(2022, 1, 1), date(2023, 6, 30)), min_size=1, max_size=8))
# An eighth of the profile's examples: each writes to a database.
@settings(max_examples=settings().max_examples // 8)
def test_walking_either_way_meets_every_run_once(db, days):
    with transaction.atomic():
        athlete = make_athlete()
        every = sorted(make_run(athlete, started_at=at(day.year, day.month, day.day)).pk for day in days)
        oldest = runs.by_month(athlete=athlete, today=NOW.date(), until=min(days))
        for start, step in (
            (runs.by_month(athlete=athlete, today=NOW.date(), until=None), "earlier"),
            (oldest, "later"),
        ):
            met, page = [], start
            for _ in range(len(days) + 1):
                met += [row.run_id for month in page.months for row in month.rows]
                until = getattr(page, step)
                if until is None:
                    break
                page = runs.by_month(athlete=athlete, today=NOW.date(), until=until)
            assert sorted(met) == every, step
        transaction.set_rollback(True)
