"""Ill and well again: nothing is placed, then what is light, then the week goes on; each taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browsing import soup, words
from tests.factories import say_week
from workouts import falling_ill

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(ana):
    today = ana.day_of(timezone.now())
    week = dict.fromkeys(range(7), ("easy", 40))
    say_week(ana, week=week, experience="intermediate", lifting_since=today - timedelta(days=400))
    return ana


def strength(client, path="/plan/"):
    """The circuits that are placed from today on, by their days from then."""
    page = soup(client.get(path))
    return [words(each) for each in page.select(".day span.strength")]


def test_ill_nothing_is_placed_today_and_the_page_says_since_when(ana, ana_client):
    page = soup(ana_client.post("/plan/illness/", follow=True))
    assert "until you have been well for a full day" in words(page)
    assert not page.select(".day.today span.strength")
    assert page.select_one("form[action='/plan/illness/end/']")


def test_well_again_there_is_a_full_day_without_and_then_what_is_light(ana, ana_client):
    now = timezone.now()
    falling_ill.fall_ill(athlete=ana, now=now - timedelta(days=3))
    falling_ill.be_well(athlete=ana, now=now - timedelta(hours=30))
    light = strength(ana_client)
    assert all("After-easy-run four" not in each for each in light)
    falling_ill.fall_ill(athlete=ana, now=now - timedelta(days=9))
    falling_ill.be_well(athlete=ana, now=now - timedelta(days=8))
    week = ana.week_of(ana.day_of(now)).next
    assert any("After-easy-run four" in each for each in strength(ana_client, f"/plan/{week}/"))


def test_each_is_taken_back_by_its_undo(ana, ana_client):
    page = soup(ana_client.post("/plan/illness/", follow=True))
    ana_client.post("/plan/illness/end/")
    ana_client.post(page.select_one(".undoable form")["action"])
    ana.refresh_from_db()
    assert ana.is_ill
    ana_client.post("/plan/illness/undo/")
    ana.refresh_from_db()
    assert (ana.ill_since, ana.well_at) == (None, None)


def test_said_twice_it_counts_from_the_first_time(ana, ana_client):
    ana_client.post("/plan/illness/")
    ana.refresh_from_db()
    since = ana.ill_since
    ana_client.post("/plan/illness/")
    ana.refresh_from_db()
    assert ana.ill_since == since
