"""A session that was missed moves to a later day of its week, or is left out; the plan says so (MISS-01)."""

from datetime import timedelta

import pytest

from tests.browsing import soup, words
from tests.factories import NOW, make_session, say_week
from workouts import answering_health, settling
from workouts.training.method import Method

pytestmark = pytest.mark.django_db

# NOW is a Wednesday.
MONDAY = NOW - timedelta(days=2)
LONG_AGO = (NOW - timedelta(days=60)).date()


@pytest.fixture
def at(monkeypatch):
    """Let it be ten in the morning of a day of that week, from 0 for Monday."""

    def let_it_be(day: int):
        now = MONDAY + timedelta(days=day)
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)
        return now

    return let_it_be


def plan(client) -> list[str]:
    return [words(day) for day in soup(client.get("/plan/")).select(".day")]


def test_what_was_missed_on_wednesday_stands_on_sunday_and_says_so(ana, ana_client, at):
    at(3)
    say_week(ana, experience="intermediate", said_on=LONG_AGO)
    days = plan(ana_client)
    assert "It was planned for Wednesday. No problem. We moved it to Sunday." in days[6]
    assert "It was planned for" not in days[4]
    # The same on Today's page, whose week it is.
    assert "It was planned for Wednesday." in words(ana_client.get("/"))


def test_what_was_done_on_another_day_was_not_missed(ana, ana_client, at):
    at(3)
    say_week(ana, experience="intermediate", said_on=LONG_AGO)
    make_session(ana, circuit="core-for-runners", started_at=MONDAY + timedelta(days=1))
    assert "It was planned for" not in " ".join(plan(ana_client))


def test_where_no_later_day_suits_it_is_left_out_without_a_debt(ana, ana_client, at):
    at(6)
    # On Sunday the next day's intervals speak against it.
    week = {0: ("intervals", 60), 2: ("easy", 45)}
    say_week(ana, experience="intermediate", wanted=1, week=week, said_on=LONG_AGO)
    page = words(ana_client.get("/plan/"))
    told = "After-easy-run four was planned for Wednesday, and no later day of this week suits it."
    assert f"{told} It is left out; nothing has to be made up." in page


@pytest.mark.parametrize("said", [MONDAY.date() + timedelta(days=3), None])
def test_nobody_missed_what_stood_before_the_week_was_said(ana, ana_client, at, said):
    at(3)
    say_week(ana, experience="intermediate")
    ana.planned_since = said
    ana.save()
    assert "It was planned for" not in " ".join(plan(ana_client))


def test_what_the_athlete_left_out_was_not_missed(ana, ana_client, at):
    at(1)
    say_week(ana, experience="intermediate", said_on=LONG_AGO)
    week = ana.week_of(MONDAY.date())
    ana_client.post(f"/plan/sessions/{week}-2/skip/")
    at(3)
    assert "It was planned for" not in " ".join(plan(ana_client))


def test_a_later_week_knows_nothing_of_it(ana, ana_client, at):
    at(3)
    say_week(ana, experience="intermediate", said_on=LONG_AGO)
    week = ana.week_of(MONDAY.date()).next
    assert "It was planned for" not in words(ana_client.get(f"/plan/{week}/"))


def test_what_was_closed_until_today_nobody_missed(ana, ana_client, at):
    at(0)
    say_week(ana, experience="intermediate", said_on=LONG_AGO, lock="all")
    now = at(3)
    answering_health.keep_outcome(athlete=ana, red_flags=[], lock="", any_yes=False, now=now)
    assert "It was planned for" not in " ".join(plan(ana_client))


def test_nor_by_rules_that_act_since_today(ana, ana_client, at):
    at(3)
    say_week(ana, experience="intermediate", said_on=LONG_AGO)
    settling.keep_method(athlete=ana, method=Method(), today=(MONDAY + timedelta(days=3)).date())
    assert "It was planned for" not in " ".join(plan(ana_client))
