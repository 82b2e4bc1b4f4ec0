"""Wherever a run is told, its time is the time in motion, so that no two pages name another pace."""

from datetime import timedelta

import pytest

from tests.browsing import facts, soup, words
from tests.factories import NOW, make_run

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def run(ana):
    """8 km in 50 minutes, 40 of them in motion."""
    run = make_run(ana, distance_m=8000.0, duration_s=3000.0, started_at=NOW - timedelta(hours=1))
    run.moving_s = 2400.0
    run.save()
    return run


def test_today_and_the_run_s_page_agree(ana_client, run):
    today = facts(ana_client.get("/"))
    assert (today["Run"], today["Pace"]) == ("8.0 km in 40:00", "5:00 /km")
    told = facts(ana_client.get(run.get_absolute_url()))
    assert (told["moving time"], told["per km"]) == ("40:00", "5:00")


def test_the_week_adds_it_up_and_its_bar_says_so(ana_client, run):
    page = ana_client.get("/history/2026-W31/")
    assert "Easy run 8.0 km · 40 min" in words(page)
    assert words(soup(page).select_one(".day.today .standing")) == "40"
    assert facts(page)["Running"] == "1 run, 8.0 km in 40 min"


def test_the_picker_of_a_session_names_it(ana_client, run):
    picked = soup(ana_client.get("/sessions/new/")).select_one(".pick .meta")
    assert words(picked).startswith("40:00, ")


def test_load_counts_every_minute_that_it_took(ana_client, run):
    assert facts(ana_client.get(run.get_absolute_url()))["load, 50 min × 3 (assumed)"] == "150"
