"""A run that turns out harder than planned: the days it touches are judged anew, and say why."""

from datetime import timedelta

import pytest

from tests.browsing import soup, words
from tests.builders.fit import fit_file
from tests.factories import NOW, say_week
from tests.logbook.file_forms import import_run
from tests.logbook.week_ahead import place, send

pytestmark = pytest.mark.django_db

# Two in the afternoon of a Wednesday in Berlin; the easy run of the day was to be at seven.
AFTERNOON = NOW + timedelta(hours=4)
WEEK = {2: ("easy", 45), 4: ("easy", 45)}
WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = 2, 3, 4, 5
LEAVE_HOURS = "Leave at least 6 hours after your intervals before lifting."


@pytest.fixture(autouse=True)
def _at_that_time(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: AFTERNOON)


@pytest.fixture
def ana(ana):
    since = ana.day_of(AFTERNOON) - timedelta(days=400)
    say_week(ana, week=WEEK, wanted=1, experience="intermediate", lifting_since=since)
    return ana


@pytest.fixture
def week(ana):
    return ana.week_of(ana.day_of(AFTERNOON))


def import_todays_run(client, *, kind):
    """It ended half an hour ago, and was 10 km in an hour."""
    started_at = AFTERNOON - timedelta(minutes=90)
    file = fit_file(started_at=started_at, duration_s=3600, elapsed_s=3600, distance_m=10_000)
    return import_run(client, file, kind=kind)


def told(client, path="/plan/"):
    """What each day says, and on which of them strength is placed."""
    days = soup(client.get(path)).select(".week > .day")
    placed = [nth for nth, day in enumerate(days) if day.select_one(".planned span.strength")]
    return [words(day) for day in days], placed


def test_after_intervals_strength_leaves_the_day_of_the_easy_run(ana, ana_client):
    days, placed = told(ana_client)
    assert placed == [WEDNESDAY]
    assert "Good spot: you are warm, and this day was easy anyway." in days[WEDNESDAY]
    import_todays_run(ana_client, kind="intervals")
    for path in ("/", "/plan/"):
        days, placed = told(ana_client, path)
        assert placed == [FRIDAY]
        assert LEAVE_HOURS in days[WEDNESDAY]


def test_where_the_athlete_put_it_that_evening_it_stays_and_the_day_says_what_speaks_against_it(
    ana, ana_client, week
):
    assert send(ana_client, week, place=place(week, WEDNESDAY, "evening")).status_code == 302
    days, placed = told(ana_client)
    assert placed == [WEDNESDAY]
    assert LEAVE_HOURS not in days[WEDNESDAY]
    import_todays_run(ana_client, kind="intervals")
    days, placed = told(ana_client)
    assert placed == [WEDNESDAY]
    assert f"{LEAVE_HOURS} Expect fewer reps than on a fresh day." in days[WEDNESDAY]
    page = soup(ana_client.get(f"/plan/sessions/{week}-1/"))
    assert "Of the places that are open, Friday 31 July, straight after the run fits best." in words(page)


def test_after_a_race_the_next_days_are_closed_and_say_so(ana, ana_client, week):
    anyway = {"anyway": place(week, THURSDAY, "evening"), "reason": "The gym is open then."}
    assert send(ana_client, week, **anyway).status_code == 302
    days, placed = told(ana_client)
    assert placed == [THURSDAY]
    assert "Enjoy the recovery." not in days[THURSDAY]
    import_todays_run(ana_client, kind="race")
    for path in ("/", "/plan/", f"/history/{week}/"):
        days, placed = told(ana_client, path)
        assert placed == [THURSDAY]
        assert "Enjoy the recovery. Strength restarts in 2 days, gently." in days[THURSDAY]
    session = soup(ana_client.get(f"/plan/sessions/{week}-1/"))
    assert "Enjoy the recovery." in words(session.select_one(".places"))


def test_a_race_sends_what_nobody_put_there_to_the_day_strength_restarts(ana, ana_client):
    import_todays_run(ana_client, kind="race")
    days, placed = told(ana_client)
    assert placed == [SATURDAY]
    assert "Strength restarts in 3 days, gently." in days[WEDNESDAY]
    assert "Strength restarts in 1 day, gently." in days[FRIDAY]


def test_as_easy_as_planned_it_changes_nothing_but_the_slot(ana, ana_client):
    import_todays_run(ana_client, kind="easy")
    days, placed = told(ana_client)
    assert placed == [WEDNESDAY]
    assert "Good spot: you are warm" in days[WEDNESDAY]
