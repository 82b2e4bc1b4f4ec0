"""A race that was run and never entered: recovered from like any other, and no reason to taper."""

from datetime import time, timedelta

import pytest

from logbook import planned_runs
from logbook.recording import choose_kind
from logbook.season import RECOVERED_AFTER
from tests.browsing import soup, words
from tests.factories import NOW, make_run, say_week
from workouts import racing
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.django_db

EASY_DAYS = {2: ("easy", 45), 4: ("easy", 45)}


@pytest.fixture(autouse=True)
def _at_that_time(monkeypatch):
    """Ten o'clock on a Wednesday in Berlin."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def today(ana):
    return ana.day_of(NOW)


@pytest.fixture
def ana(ana):
    since = ana.day_of(NOW) - timedelta(days=400)
    say_week(ana, week=EASY_DAYS, experience="intermediate", lifting_since=since)
    return ana


def ran(ana, days_ago, metres, **more):
    at = NOW - timedelta(days=days_ago)
    return make_run(ana, started_at=at, distance_m=metres, **{"kind": RunKind.RACE, **more})


def lede(client, path="/plan/"):
    return words(soup(client.get(path)).select_one(".lede"))


def placed(client, path="/plan/"):
    return [words(each) for each in soup(client.get(path)).select(".day .planned span.strength")]


def test_after_it_only_light_strength_is_placed_and_the_week_says_why(ana, ana_client):
    assert lede(ana_client).startswith("Base. No race is entered.")
    assert any("After-easy-run four" in each for each in placed(ana_client))
    ran(ana, 3, 42_300)
    assert lede(ana_client).startswith("Recovery, after your race.")
    (light,) = placed(ana_client)
    assert "Core for runners" in light


def test_it_is_called_by_the_name_of_the_run(ana, ana_client):
    run = ran(ana, 3, 42_300)
    run.name = "Harbour marathon"
    run.save()
    assert lede(ana_client).startswith("Recovery, after Harbour marathon.")
    assert "Harbour marathon" not in words(soup(ana_client.get("/plan/")).select_one(".cols"))


def season_of(week, athlete, *runs):
    planned = planned_runs.of_weeks(athlete=athlete, first=week, last=week)
    return planned.season.with_raced(runs, week.first_day - RECOVERED_AFTER)


@pytest.mark.parametrize(
    ("metres", "distance"),
    [
        (5_030, "5k"),
        (10_080, "10k"),
        (21_300, "half"),
        (42_600, "marathon"),
        (60_000, "ultra"),
        (None, "other"),
    ],
)
def test_its_metres_say_how_long_it_is_recovered_from(ana, today, metres, distance):
    run = ran(ana, 3, metres)
    week = ana.week_of(today)
    found = season_of(week, ana, run)
    (race,) = found.hours(week)
    assert (race.day, race.distance, race.is_goal) == (-1, distance, False)
    assert race.starts_h == -24 + 10
    # It is nothing that the training aimed at.
    assert found.next_goal(run.performed_on) is None


def test_one_that_was_entered_counts_as_it_was_entered_and_once(ana, today):
    run = ran(ana, 3, 42_300)
    said = racing.RaceSaid(name="Ten", day=run.performed_on, starts_at=time(9), distance="10k", is_goal=True)
    racing.enter(athlete=ana, said=said)
    found = season_of(ana.week_of(today), ana, run)
    assert [race.distance for race in found.hours(ana.week_of(today))] == ["10k"]


def test_no_week_before_it_tapers(ana, ana_client):
    ran(ana, 0, 42_300)
    phases = {words(each) for each in soup(ana_client.get("/plan/")).select(".ahead .phase")}
    assert phases == {"Base", "Recovery"}


def test_a_run_that_turns_out_to_have_been_a_race_is_one_and_a_deleted_one_is_none(ana, ana_client):
    run = ran(ana, 3, 42_300, kind=RunKind.LONG)
    assert lede(ana_client).startswith("Base.")
    choose_kind(run=run, kind=RunKind.RACE)
    assert lede(ana_client).startswith("Recovery, after your race.")
    run.hide(at=NOW)
    assert lede(ana_client).startswith("Base.")


@pytest.mark.parametrize("path", ["/", "/plan/"])
def test_it_costs_no_query(ana, ana_client, django_assert_max_num_queries, path):
    ran(ana, 3, 42_300)
    with django_assert_max_num_queries(10):
        assert ana_client.get(path).status_code == 200
