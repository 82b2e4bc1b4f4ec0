"""A week: its days, its sums, paired things as one, and what is unknown left blank."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.models import Run
from tests.browsing import facts, links, soup, words
from tests.factories import NOW, make_run, make_session
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.usefixtures("clock")

WEEK = "/history/2026-W31/"
MONDAY = datetime(2026, 7, 27, 6, 0, tzinfo=UTC)


def on_day(number: int, **changes):
    return {"started_at": MONDAY + timedelta(days=number)} | changes


def days(client, url: str = WEEK) -> list[str]:
    return [words(day) for day in soup(client.get(url)).select(".day .what")]


def test_the_sums_are_those_of_the_rows(ana, ana_client):
    make_run(ana, **on_day(0), effort=3)
    make_run(ana, **on_day(1), effort=6, distance_m=5000.0, duration_s=1500.0, kind=RunKind.TEMPO)
    make_session(ana, **on_day(1), effort=7)
    make_session(ana, **on_day(2), effort=5, minutes=10, circuit="ten-minute-minimal")

    assert {name: v for name, v in facts(ana_client.get(WEEK)).items() if name} == {
        "Running": "2 runs, 13.2 km in 1 h 13 min",
        "Strength": "2 sessions, 32 min",
        # 3 × 48 1/6 + 6 × 25, and 7 × 22 + 5 × 10.
        "Load, effort × minutes": "499 AU: 295 run, 204 strength",
    }


def test_each_day_lists_what_was_done_on_it_in_order(ana, ana_client):
    make_run(ana, **on_day(0))
    make_session(ana, started_at=MONDAY - timedelta(hours=1))
    make_run(ana, started_at=MONDAY + timedelta(hours=8), kind=RunKind.STRIDES)

    assert days(ana_client) == [
        "After-easy-run four, 22 min Easy run 8.2 km · 48 min Strides 8.2 km · 48 min",
        "Nothing logged",
        "Nothing logged",
        "Still to come",
        "Still to come",
        "Still to come",
        "Still to come",
    ]


def test_a_run_and_its_sessions_are_shown_as_one_and_counted_once(ana, ana_client):
    run = make_run(ana, **on_day(0))
    make_session(ana, run=run, started_at=MONDAY + timedelta(hours=1))
    make_session(ana, run=run, circuit="post-run-stretch", minutes=8, started_at=MONDAY + timedelta(hours=2))

    [outing] = soup(ana_client.get(WEEK)).select(".outing")
    assert words(outing) == (
        "Easy run 8.2 km · 48 min "
        "+ followed by After-easy-run four, 22 min + followed by Post-run stretch, 8 min"
    )
    told = facts(ana_client.get(WEEK))
    assert (told["Running"], told["Strength"]) == (
        "1 run, 8.2 km in 48 min",
        "2 sessions, 30 min, 1 of them stretching",
    )


def test_where_the_load_comes_from_adds_up(ana, ana_client):
    run = make_run(ana, **on_day(0), duration_s=3000.0)
    session = make_session(ana, run=run, started_at=MONDAY + timedelta(hours=1), effort=8)
    page = ana_client.get(WEEK)

    rows = soup(page).find("h2", string="Where the load comes from").find_parent("div").find_next("ul")
    assert [words(row) for row in rows.find_all("li")] == [
        "Easy run Mon. Effort assumed 3, the usual for an easy run. 150",
        "After-easy-run four Mon. Effort 8 for 22 min. 176",
    ]
    assert facts(page)["Load, effort × minutes"] == "326 AU: 150 run, 176 strength"
    assert links(page)["Easy run"] == run.get_absolute_url()
    assert links(page)["After-easy-run four"] == session.get_absolute_url()


def test_assumed_efforts_are_counted_as_such(ana, ana_client):
    make_run(ana, **on_day(0))
    make_run(ana, **on_day(1), effort=0)
    assert facts(ana_client.get(WEEK))["Effort assumed"] == "1 without a rating"

    make_session(ana, **on_day(2))
    assert facts(ana_client.get(WEEK))["Effort assumed"] == "2 without a rating"


def test_an_effort_of_0_is_a_rating_and_no_load(ana, ana_client):
    make_run(ana, **on_day(0), effort=0)

    assert facts(ana_client.get(WEEK))["Load, effort × minutes"] == "0 AU"
    assert "Effort assumed" not in facts(ana_client.get(WEEK))


def test_an_unknown_distance_is_left_out_of_the_sum_and_counted(ana, ana_client):
    make_run(ana, **on_day(0))
    make_run(ana, **on_day(1), distance_m=None)

    told = facts(ana_client.get(WEEK))
    assert (told["Running"], told["Without a distance"]) == ("2 runs, 8.2 km in 1 h 36 min", "1 of 2 runs")
    assert days(ana_client)[1] == "Easy run 48 min"


def test_a_week_of_unknown_distances_has_none_rather_than_0_km(ana, ana_client):
    make_run(ana, **on_day(0), distance_m=None)

    assert facts(ana_client.get(WEEK))["Running"] == "1 run in 48 min"
    assert "km" not in words(ana_client.get(WEEK))


def test_cross_training_stands_apart_and_never_counts_as_running(ana, ana_client):
    make_run(ana, **on_day(0))
    ride = make_run(ana, **on_day(1), kind=RunKind.CROSS_TRAINING, distance_m=30_000.0, duration_s=3600.0)
    Run.objects.filter(pk=ride.pk).update(sport="cycling")

    told = facts(ana_client.get(WEEK))
    assert told["Running"] == "1 run, 8.2 km in 48 min"
    # The run 3 × 48 1/6, the ride 4 × 60.
    assert told["Load, effort × minutes"] == "385 AU"
    assert days(ana_client)[1] == "Cycling 30.0 km · 1 h"
    assert "cross-training, min" in words(ana_client.get(WEEK))


def test_without_cross_training_the_legend_does_not_name_it(ana, ana_client):
    make_run(ana, **on_day(0))

    assert "cross-training" not in words(ana_client.get(WEEK))


def test_an_empty_week_says_none_and_leaves_the_load_blank(ana_client):
    told = facts(ana_client.get("/history/2026-W30/"))

    assert (told["Running"], told["Strength"], told["Load, effort × minutes"]) == ("no run", "no session", "")
    assert days(ana_client, "/history/2026-W30/") == ["Nothing logged"] * 7


def test_miles_are_shown_to_whoever_wants_miles(ana, ana_client):
    ana.distance_unit = "mi"
    ana.save()
    make_run(ana, **on_day(0))

    assert facts(ana_client.get(WEEK))["Running"] == "1 run, 5.1 mi in 48 min"


def test_somebody_else_s_week_is_not_in_it(ana, ben, ana_client):
    make_run(ben, **on_day(0))
    make_session(ben, **on_day(0))

    assert facts(ana_client.get(WEEK))["Running"] == "no run"
    assert days(ana_client)[0] == "Nothing logged"


def test_today_is_marked(ana_client):
    [today] = soup(ana_client.get(WEEK)).select("[aria-current=date]")

    assert words(today) == "Wed 29 Jul"
    assert not soup(ana_client.get("/history/2026-W30/")).select("[aria-current=date]")


def test_today_is_ana_s_today_and_not_the_server_s(ana, ana_client, clock):
    # 23:30 on Wednesday in UTC, already Thursday in Berlin.
    clock.now = NOW.replace(hour=23, minute=30)

    assert words(soup(ana_client.get(WEEK)).select_one("[aria-current=date]")) == "Thu 30 Jul"
