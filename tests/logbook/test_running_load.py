"""How far one runs, as pages tell it: a run longer than of late, a fast climb, days that are all alike."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from logbook import plan_basis, week_plan
from logbook.review import for_week
from tests.browsing import soup, words
from tests.factories import make_run
from workouts.catalogue.loading import rules
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(ana):
    return ana.day_of(timezone.now())


def run(ana, days_ago, km, **more):
    metres = None if km is None else km * 1000.0
    at = timezone.now() - timedelta(days=days_ago)
    return make_run(ana, started_at=at, distance_m=metres, **more)


def length_told(ana, today, km, *, kind=RunKind.LONG, ahead=1):
    """What is said of a run of that length, planned so many days ahead."""
    day = today + timedelta(days=ahead)
    planned = HabitualRun(
        weekday=day.weekday(), kind=kind, minutes=100, starts_at=time(8),
        distance_m=None if km is None else km * 1000.0,
    )  # fmt: skip
    page = for_week(athlete=ana, week=ana.week_of(day), today=today)
    basis = plan_basis.of_weeks(
        athlete=ana, first=page.week, lately=page.lately, rules=rules(), now=timezone.now()
    )
    plan = week_plan.of_week(basis.saying({day: planned}), page)
    return next(each.length for each in plan.days if each and each.day == day)


def test_a_planned_run_is_held_against_the_longest_of_the_last_thirty_days(ana, today):
    run(ana, 3, 8)
    # The first of the thirty days up to today, and the day before those.
    run(ana, 29, 14)
    run(ana, 30, 40)
    assert length_told(ana, today, 15.4) == ""
    told = length_told(ana, today, 16)
    assert told == "This run is 14% longer than anything in your last 30 days. Consider 15.4 km."
    # What is run until a day further away nobody knows.
    assert length_told(ana, today, 16, ahead=7)
    assert length_told(ana, today, 16, ahead=8) == ""


@pytest.mark.parametrize(
    ("km", "how"), [(None, {}), (40, {"kind": RunKind.CROSS_TRAINING}), (42.2, {"kind": RunKind.RACE})]
)
def test_a_run_known_by_minutes_alone_a_race_and_no_run_at_all_are_not_judged(ana, today, km, how):
    run(ana, 3, 8)
    assert length_told(ana, today, km, **how) == ""


def test_after_a_month_without_a_run_there_is_nothing_to_compare_with(ana, today):
    run(ana, 31, 8)
    run(ana, 2, 30, kind=RunKind.CROSS_TRAINING)
    assert length_told(ana, today, 20) == ""


def test_a_run_of_unknown_length_that_took_longest_may_have_been_the_longest(ana, today):
    run(ana, 3, 8)
    run(ana, 4, None, duration_s=2000.0)
    assert length_told(ana, today, 20)
    run(ana, 5, None, duration_s=9000.0)
    assert length_told(ana, today, 20) == ""


def climb_told(client):
    page = soup(client.get("/plan/"))
    told = [each for each in page.select(".notice p, .why") if "climbed fast" in words(each)]
    return (words(told[0]), bool(told[0].find_parent(class_="notice"))) if told else None


def test_running_that_rose_by_more_than_thirty_per_cent_in_two_weeks_is_told(ana, ana_client, today):
    for days_ago, km in ((20, 10), (27, 10), (0, 13), (13, 13)):
        run(ana, days_ago, km)
    assert climb_told(ana_client) is None
    run(ana, 6, 0.1)
    told, is_warning = climb_told(ana_client)
    assert told.endswith("You ran 26.1 km in the last 14 days and 20.0 km in the 14 before, 30% more.")
    # Whoever never said how experienced they are counts as a beginner.
    assert is_warning
    ana.experience = "intermediate"
    ana.save()
    assert climb_told(ana_client) == (told, False)
    week = ana.week_of(today)
    assert told in words(ana_client.get(f"/history/{week}/"))
    assert "climbed fast" not in words(ana_client.get(f"/plan/{week.next}/"))
    assert "climbed fast" not in words(ana_client.get(f"/history/{week.previous}/"))


@pytest.mark.parametrize(
    "runs",
    [
        # One of the two weeks before has no run: a break, or the log had not begun.
        [(20, 10), (2, 40)],
        [(27, 10), (2, 40)],
        # Nobody knows how far one of them was.
        [(20, 10), (27, 10), (25, None), (2, 40)],
        [(20, 10), (27, 10), (3, None), (2, 40)],
    ],
)
def test_where_two_weeks_are_not_known_in_full_no_climb_is_told(ana, ana_client, runs):
    for days_ago, km in runs:
        run(ana, days_ago, km)
    assert climb_told(ana_client) is None


def every_day(ana, week, *, minutes, but=()):
    for nth, day in enumerate(week.days):
        at = timezone.now() - timedelta(days=(ana.day_of(timezone.now()) - day).days)
        make_run(ana, started_at=at, duration_s=60.0 * minutes + 60 * nth * (day not in but), effort=3)


def tip(client, week):
    found = [words(each) for each in soup(client.get(f"/history/{week}/")).select(".why")]
    return next((each for each in found if " alike." in each), "")


def test_a_week_whose_days_are_all_alike_gets_a_tip_on_its_page_alone(ana, ana_client, today):
    week = ana.week_of(today).previous
    every_day(ana, week, minutes=40)
    # Nobody knows what was done in the weeks before.
    assert tip(ana_client, week) == ""
    at = timezone.now() - timedelta(days=(today - week.first_day).days + 28)
    make_run(ana, started_at=at, duration_s=3600.0, effort=5)
    told = tip(ana_client, week)
    assert told.startswith("Every day looks alike. Make one day easier or take it off. The monotony was 19.9")
    assert "903 AU, the mean of the four weeks before 75 AU" in told
    assert "injury" not in told
    for path in ("/", "/plan/", "/history/", f"/history/{week.previous}/"):
        assert "looks alike" not in words(ana_client.get(path))


def test_with_a_day_off_it_is_not_said_that_every_day_is_alike(ana, ana_client, today):
    week = ana.week_of(today).previous
    every_day(ana, week, minutes=40)
    at = timezone.now() - timedelta(days=(today - week.first_day).days + 28)
    make_run(ana, started_at=at, duration_s=3600.0, effort=5)
    ana.runs.filter(performed_on=week.days[6]).delete()
    told = next(
        words(each)
        for each in soup(ana_client.get(f"/history/{week}/")).select(".why")
        if "alike" in words(each)
    )
    assert told.startswith("The days you trained look alike. Make one of them easier. The monotony was 2.3")


def test_a_week_with_less_load_than_those_before_or_that_is_still_on_gets_none(ana, ana_client, today):
    week = ana.week_of(today).previous
    every_day(ana, week, minutes=40)
    for days in (7, 14, 21, 28):
        at = timezone.now() - timedelta(days=(today - week.first_day).days + days)
        make_run(ana, started_at=at, duration_s=60.0 * 300, effort=3)
    assert tip(ana_client, week)
    make_run(ana, started_at=at, duration_s=60.0 * 4, effort=3)
    assert tip(ana_client, week) == ""


def test_in_miles_the_sentences_speak_of_miles(ana, ana_client, today):
    ana.distance_unit = "mi"
    ana.save()
    for days_ago, km in ((20, 16), (27, 16), (0, 50)):
        run(ana, days_ago, km)
    assert "You ran 31.1 mi in the last 14 days" in climb_told(ana_client)[0]
    assert length_told(ana, today, 60).endswith("Consider 34.1 mi.")
