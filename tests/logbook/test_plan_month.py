"""A month of the plan: its weeks day by day, done and planned, in as many queries as for one week."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browsing import links, soup, words
from tests.factories import NOW, make_run, make_session, say_week

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_that_time(monkeypatch):
    # A Wednesday, 29 July 2026.
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def today(ana):
    say_week(ana, experience="intermediate", lifting_since=NOW.date() - timedelta(days=400))
    return ana.day_of(timezone.now())


def cells(client, month) -> dict[str, str]:
    """What stands on each day, by the number of its row and the day of the week."""
    rows = soup(client.get(f"/plan/months/{month}/")).select(".plan-month tbody tr")
    return {
        f"{words(row.th.a)} {nth}": words(cell) for row in rows for nth, cell in enumerate(row.select("td"))
    }


def test_days_past_show_what_was_done_and_days_to_come_what_is_planned(ana, ana_client, today):
    make_run(ana, started_at=NOW - timedelta(days=8), duration_s=2880.0)
    make_session(ana, started_at=NOW - timedelta(days=8, hours=-1))
    found = cells(ana_client, "2026-07")
    assert found["Week 30 1"] == "21 July, done Easy run 48 min After-easy-run four 22 min"
    assert found["Week 30 2"] == "22 July"
    assert found["Week 31 2"] == "29 July, planned Easy run 45 min Core for runners 19 min"
    # The last days belong to August.
    assert found["Week 31 5"].startswith("1 August")


def test_a_month_ahead_is_planned_whole_and_says_what_its_weeks_are_for(ana, ana_client, today):
    found = cells(ana_client, "2026-09")
    assert sum("After-easy-run four" in each for each in found.values()) == 5
    page = soup(ana_client.get("/plan/months/2026-09/"))
    assert {words(each) for each in page.select("th .meta")} == {"Base"}
    assert links(ana_client.get("/plan/months/2026-09/"))["Week 37"] == "/plan/2026-W37/"


def test_a_week_that_is_past_leads_to_its_history(ana_client, today):
    assert links(ana_client.get("/plan/months/2026-07/"))["Week 29"] == "/history/2026-W29/"


def test_the_months_lead_to_each_other_as_far_as_is_planned(ana_client, today):
    ways = links(ana_client.get("/plan/months/2026-12/"))
    assert (ways["November"], ways["January"]) == ("/plan/months/2026-11/", "/plan/months/2027-01/")
    assert "August" not in links(ana_client.get("/plan/months/2027-07/"))
    assert ana_client.get("/plan/months/2027-08/").status_code == 404


def test_a_week_of_the_plan_leads_to_its_month(ana_client, today):
    assert links(ana_client.get("/plan/2026-W31/"))["August"] == "/plan/months/2026-08/"


@pytest.mark.parametrize("name", ["2026-13", "2026-00", "0001-01", "26-1", "july", "２０２６-07"])
def test_what_is_no_month_has_no_page(ana_client, today, name):
    assert ana_client.get(f"/plan/months/{name}/").status_code == 404


def test_the_same_week_is_told_alike_by_the_month_and_by_its_own_page(ana, ana_client, today):
    month = cells(ana_client, "2026-09")
    days = soup(ana_client.get("/plan/2026-W37/")).select(".day")
    by_week = [
        words(day.select_one("a.str-text")).split(",")[0] if day.select_one("a.str-text") else ""
        for day in days
    ]
    assert all(name in month[f"Week 37 {nth}"] for nth, name in enumerate(by_week))
    assert sum(bool(name) for name in by_week) == 2


def test_weeks_that_begin_on_sunday_are_rows_from_sunday_on(ana, ana_client, today):
    ana.week_start = "sunday"
    ana.save()
    page = soup(ana_client.get("/plan/months/2026-09/"))
    assert page.select("thead abbr")[0]["title"] == "Sunday"
    assert words(page.select_one("tbody td .date")).startswith("30")
