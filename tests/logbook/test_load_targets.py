"""No targets of load where a sign of eating too little asks for it: the plan stays, what to reach goes."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from logbook import plan_basis, week_plan
from logbook.review import for_week
from tests.browsing import soup, words
from tests.factories import make_run, say_week
from workouts.catalogue.loading import rules, safety
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import HIDE_LOAD_TARGETS, RunKind

pytestmark = pytest.mark.django_db

OFTEN = "Most runners do well with"


@pytest.fixture
def today(ana):
    return ana.day_of(timezone.now())


@pytest.fixture
def ana(ana):
    say_week(ana, wanted=1, experience="intermediate")
    return ana


def answer(client, *signs):
    return client.post("/settings/health/", {"signs": list(signs)}, follow=True)


def test_the_signs_are_those_whose_lock_is_none():
    """What the texts on safety say of it: the message is shown, the plan kept, load targets hidden."""
    assert {each.id for each in safety().red_flags if each.locks == "none"} == HIDE_LOAD_TARGETS


def test_what_a_week_was_to_hold_is_hidden_with_the_reason_and_the_plan_is_not(ana, ana_client, today):
    path = f"/history/{ana.week_of(today)}/"
    assert soup(ana_client.get(path)).select(".planned-done")
    answer(ana_client, "reds")
    page = soup(ana_client.get(path))
    assert not page.select(".planned-done")
    assert "Hidden, as your answers about your health ask for." in words(page)
    ahead = soup(ana_client.get(f"/plan/{ana.week_of(today).next}/"))
    assert ahead.select(".planned span.strength")
    assert "about 45 min" in words(ahead)
    answer(ana_client)
    assert soup(ana_client.get(path)).select(".planned-done")


def test_so_is_how_often_strength_suits(ana, ana_client):
    assert OFTEN in words(ana_client.get("/plan/"))
    answer(ana_client, "reds")
    assert OFTEN not in words(ana_client.get("/plan/"))


def test_so_is_the_mean_of_the_weeks_before(ana, ana_client):
    for days in range(0, 50, 2):
        make_run(ana, started_at=timezone.now() - timedelta(days=days))
    mean = "Your four weeks before averaged"
    page = soup(ana_client.get("/history/"))
    assert mean in words(page)
    assert page.select("path.mean")
    answer(ana_client, "reds")
    page = soup(ana_client.get("/history/"))
    assert mean not in words(page)
    assert "mean of the four weeks" not in words(page)
    assert not page.select("path.mean")
    # What was done stays.
    assert page.select(".load-chart rect")


def test_a_run_that_is_too_long_is_told_without_the_length_to_aim_at(ana, ana_client, today):
    make_run(ana, started_at=timezone.now() - timedelta(days=2), distance_m=10_000.0)
    day = today + timedelta(days=1)
    planned = HabitualRun(
        weekday=day.weekday(), kind=RunKind.LONG, minutes=120, starts_at=time(8), distance_m=20_000.0
    )

    def told():
        ana.refresh_from_db()
        page = for_week(athlete=ana, week=ana.week_of(day), today=today)
        basis = plan_basis.of_weeks(
            athlete=ana, first=page.week, lately=page.lately, rules=rules(), now=timezone.now()
        )
        plan = week_plan.of_week(basis.saying({day: planned}), page)
        return next(each.length for each in plan.days if each and each.day == day)

    assert told().endswith("Consider 11.0 km.")
    answer(ana_client, "reds")
    assert told() == "This run is 100% longer than anything in your last 30 days."


@pytest.mark.parametrize("sign", ["pelvic_floor", "fracture"])
def test_another_sign_hides_none(ana, ana_client, today, sign):
    answer(ana_client, sign)
    assert soup(ana_client.get(f"/history/{ana.week_of(today)}/")).select(".planned-done")


def test_with_another_sign_beside_it_they_stay_hidden(ana, ana_client, today):
    answer(ana_client, "reds", "pelvic_floor")
    assert not soup(ana_client.get(f"/history/{ana.week_of(today)}/")).select(".planned-done")
