"""The usual week: proposed from the runs that are there, said by the athlete, kept as it was said."""

from datetime import time, timedelta

import pytest

from tests.browsing import complaint, form_on, notices, soup, words
from tests.factories import NOW, make_run, say_week
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.django_db

PAGE, SAVE = "/settings/week/", "Save week"


@pytest.fixture(autouse=True)
def _at_that_time(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def said(athlete):
    return [(run.weekday, run.kind, run.minutes, run.starts_at) for run in athlete.planned_runs.usual()]


def test_what_is_said_is_kept_and_shown_again(ana, ana_client):
    typed = {"day-1-kind": "intervals", "day-1-minutes": "60", "day-1-starts_at": "18:30"}
    typed |= {"day-6-kind": "long", "day-6-minutes": "105", "day-6-starts_at": "", "wanted_sessions": "3"}
    answer = form_on(ana_client.get(PAGE), SAVE).filled(typed).send(ana_client)
    page = ana_client.get(answer["Location"])
    assert notices(page) == ["Your week is saved."]
    # Without a time seven o'clock counts.
    assert said(ana) == [(1, "intervals", 60, time(18, 30)), (6, "long", 105, time(7))]
    ana.refresh_from_db()
    assert ana.wanted_sessions == 3
    fields = form_on(page, SAVE).fields
    assert (fields["day-1-kind"], fields["day-1-starts_at"], fields["day-0-kind"]) == (
        "intervals",
        "18:30",
        "",
    )
    form_on(page, SAVE).filled({"day-1-kind": ""}).send(ana_client)
    assert said(ana) == [(6, "long", 105, time(7))]


def test_it_is_proposed_from_the_runs_of_the_last_eight_weeks_and_nothing_is_stored(ana, ana_client):
    for week in range(1, 5):
        monday = NOW - timedelta(days=2) - timedelta(weeks=week)
        make_run(ana, started_at=monday + timedelta(days=1), kind=RunKind.INTERVALS, duration_s=3500.0)
        make_run(ana, started_at=monday + timedelta(days=6), kind=RunKind.LONG, duration_s=6300.0)
    page = ana_client.get(PAGE)
    assert "Filled in from your runs of the last eight weeks." in words(page)
    fields = form_on(page, SAVE).fields
    assert (fields["day-1-kind"], fields["day-1-minutes"]) == ("intervals", "60")
    assert (fields["day-6-kind"], fields["day-6-minutes"]) == ("long", "105")
    # Eight in UTC is ten in Berlin.
    assert fields["day-1-starts_at"] == "10:00"
    assert said(ana) == []


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"day-1-kind": "easy"}, "day-1-minutes", "Say about how long it takes, or choose Rest."),
        ({"day-1-kind": "easy", "day-1-minutes": "0"}, "day-1-minutes", "Give whole minutes from 1 to 1440"),
        (
            {"day-1-kind": "easy", "day-1-minutes": "45", "day-1-starts_at": "soon"},
            "day-1-starts_at",
            "Give the time",
        ),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_is_kept(ana, ana_client, typed, field, sentence):
    answer = form_on(ana_client.get(PAGE), SAVE).filled({**typed, "day-4-kind": "tempo"}).send(ana_client)
    assert answer.status_code == 422
    assert sentence in complaint(answer, field)
    kept = form_on(answer, SAVE).fields
    assert {name: kept[name] for name in typed} == typed
    assert said(ana) == []


def test_the_days_stand_in_the_order_of_the_athlete_s_week(ana, ana_client):
    ana.week_start = "sunday"
    ana.save()
    days = [words(day) for day in soup(ana_client.get(PAGE)).select(".usual-day > b")]
    assert days == ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]


def test_each_has_a_week_of_their_own(ana, ben, ben_client):
    say_week(ana)
    assert form_on(ben_client.get(PAGE), SAVE).fields["day-1-kind"] == ""
