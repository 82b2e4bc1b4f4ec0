"""The plan of an athlete who switched rules off, or set hours and points of their own."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from tests.browsing import soup, words
from tests.factories import say_week
from tests.logbook.week_ahead import WEEK, days_with_strength, place, read, say_the_handbook_s_week
from workouts import racing, settling
from workouts.catalogue.loading import rules
from workouts.training.method import Method

pytestmark = pytest.mark.django_db


@pytest.fixture
def week(ana):
    say_the_handbook_s_week(ana)
    return ana.week_of(ana.day_of(timezone.now())).next


def set_to(ana, **kept):
    settling.keep_method(athlete=ana, method=Method.of(kept, rules=rules()), today=ana.day_of(timezone.now()))


def choice(ana, week, weekday, slot, number=1):
    where = place(week, weekday, slot)
    return next(each for each in read(ana, week, number).choices if each.value == where)


def test_a_rule_that_is_off_no_longer_speaks_against_a_place(ana, week):
    before = choice(ana, week, 0, "rest_day")
    assert (before.rules, before.needs_reason) == (("PLACE-03",), True)
    set_to(ana, off=["PLACE-03"])
    after = choice(ana, week, 0, "rest_day")
    assert (after.rules, after.against, after.needs_reason) == ((), "", False)


def test_without_what_is_preferred_the_week_is_placed_otherwise(ana, ana_client, week):
    assert set(days_with_strength(ana_client, week)) == {2, 4}
    set_to(ana, off=["PLACE-06", "PLACE-03"])
    assert set(days_with_strength(ana_client, week)) != {2, 4}


def test_hours_of_one_s_own_count_and_stand_in_the_sentence(ana, week):
    assert "PLACE-03" not in choice(ana, week, 5, "evening").rules
    set_to(ana, numbers={"PLACE-03": {"min_hours": 72}})
    far = choice(ana, week, 5, "evening")
    assert far.rules == ("PLACE-03",)
    assert far.against.startswith("Intervals is within 72 hours.")


def test_points_of_one_s_own_decide_where_strength_stands_and_what_fits_best(ana, ana_client, week):
    # Without rules a day without a run is all that costs anything.
    set_to(ana, off=list(rules()))
    assert 0 not in days_with_strength(ana_client, week)
    assert read(ana, week, 2).best.day != week.monday
    set_to(ana, off=list(rules()), points={"day_without_run": 0})
    assert 0 in days_with_strength(ana_client, week)
    assert read(ana, week, 2).best.day == week.monday


def test_the_plan_says_which_rules_are_off_and_where_to_switch_them_on(ana, ana_client, week):
    assert "Switched off by you" not in words(ana_client.get("/plan/"))
    set_to(ana, off=["PLACE-03", "TAPER-02"])
    for path in ("/plan/", f"/plan/{week}/"):
        page = soup(ana_client.get(path))
        told = next(each for each in page.select(".why") if "Switched off" in words(each))
        assert words(told) == (
            "Switched off by you: Moderate circuits before quality (PLACE-03), "
            "Cut volume, keep load (TAPER-02). How your week is planned"
        )
        assert told.a["href"] == "/settings/plan/"


def enter_race(ana, day):
    said = racing.RaceSaid(name="Spring half", day=day, starts_at=time(10), distance="half", is_goal=True)
    return racing.enter(athlete=ana, said=said)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("WARM-01", "Five minutes of warm-up first."),
        ("TAPER-02", "Taper time: half the sets, same quality."),
        ("FREQ-01", "Most runners do well with"),
    ],
)
def test_what_is_told_of_a_week_is_not_told_once_its_rule_is_off(ana, ana_client, week, name, sentence):
    say_week(ana, wanted=3, week=WEEK, experience="intermediate")
    enter_race(ana, week.next.last_day)
    path = f"/plan/{week}/"
    assert sentence in words(ana_client.get(path))
    set_to(ana, off=[name])
    assert sentence not in words(ana_client.get(path))


def test_without_its_rule_a_race_is_recovered_from_in_no_week(ana, ana_client, week):
    enter_race(ana, week.last_day)
    path = f"/plan/{week.next}/"
    assert words(soup(ana_client.get(path)).select_one(".lede")).startswith("Recovery, after Spring half.")
    set_to(ana, off=["RACE-01"])
    assert "Recovery" not in words(soup(ana_client.get(path)).select_one(".lede"))


def test_with_every_rule_off_that_may_be_every_page_of_the_plan_is_there(ana, ana_client, week):
    enter_race(ana, week.last_day + timedelta(days=2))
    set_to(ana, off=list(rules()))
    pages = ["/", "/plan/", f"/plan/{week}/", f"/plan/{week.next.next}/", f"/plan/sessions/{week}-1/"]
    for path in [*pages, "/method/", "/settings/plan/", f"/history/{week.previous}/"]:
        assert ana_client.get(path).status_code == 200
    assert set(rules()) - ana.method(rules()).off == {name for name, rule in rules().items() if rule.is_fixed}


def test_illness_closes_the_week_whatever_is_off(ana, ana_client):
    say_the_handbook_s_week(ana)
    set_to(ana, off=list(rules()), points={"warn": 5})
    ana_client.post("/plan/illness/")
    assert not soup(ana_client.get("/")).select(".day span.strength")


def test_settings_of_another_version_are_passed_over(ana, ana_client, week):
    before = days_with_strength(ana_client, week)
    ana.plan_settings = {"off": ["GONE-01", "ILL-01"], "numbers": {"PLACE-01": {"min_hours": "soon"}}}
    ana.save()
    assert days_with_strength(ana_client, week) == before
    assert "Switched off by you" not in words(ana_client.get("/plan/"))
