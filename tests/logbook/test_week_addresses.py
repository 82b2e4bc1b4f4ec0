"""Weeks have names like 2026-W31, begin on Monday or Sunday, and lead to their neighbours."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.browsing import links, soup, words
from tests.factories import NOW, make_run
from workouts.weeks import WeekStart

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def sunday(ana):
    ana.week_start = WeekStart.SUNDAY
    ana.save()


def head(client, name: str) -> str:
    page = soup(client.get(f"/history/{name}/"))
    return f"{words(page.main.h1)}, {words(page.main.select_one('.dateline'))}"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2026-W31", "Week 31, 27 July to 2 August 2026"),
        ("2026-W53", "Week 53, 28 December 2026 to 3 January 2027"),
        ("2027-W01", "Week 1, 4 to 10 January 2027"),
        ("2020-W53", "Week 53, 28 December 2020 to 3 January 2021"),
        ("2024-W09", "Week 9, 26 February to 3 March 2024"),
        ("1970-W01", "Week 1, 29 December 1969 to 4 January 1970"),
        ("2199-W52", "Week 52, 23 to 29 December 2199"),
    ],
)
def test_a_week_says_its_number_and_days(ana_client, name, told):
    assert head(ana_client, name) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2026-W31", "Week 31, 26 July to 1 August 2026"),
        ("2026-W53", "Week 53, 27 December 2026 to 2 January 2027"),
        ("2027-W01", "Week 1, 3 to 9 January 2027"),
    ],
)
@pytest.mark.usefixtures("sunday")
def test_a_sunday_week_has_the_number_of_the_monday_in_it(ana_client, name, told):
    assert head(ana_client, name) == told


@pytest.mark.parametrize(
    "name",
    [
        "2025-W53", "2026-W00", "2026-W54", "2026-W99", "abc", "2026-W1", "2026W31", "26-W31", "2026-w31",
        "1969-W52", "2200-W01", "0000-W01", "9999-W01", "٢٠٢٦-W31", "2026-W31 ", "2026-W31%0A", "-W",
        "2026-W-1", "%00", "2026-31", "x" * 500,
    ],
)  # fmt: skip
def test_what_is_no_week_is_not_found(ana_client, name):
    assert ana_client.get(f"/history/{name}/").status_code == 404


def test_changing_the_first_day_moves_sundays_alone_and_no_row(ana, ana_client):
    runs = [make_run(ana, started_at=datetime(2026, 7, day, 9, tzinfo=UTC)) for day in (25, 26)]

    def days_with(name: str) -> list[int]:
        page = soup(ana_client.get(f"/history/{name}/"))
        return [n for n, day in enumerate(page.select(".day")) if day.select(".outing")]

    assert (days_with("2026-W30"), days_with("2026-W31")) == ([5, 6], [])
    ana.week_start = WeekStart.SUNDAY
    ana.save()
    assert (days_with("2026-W30"), days_with("2026-W31")) == ([6], [0])
    for run in runs:
        before = run.performed_on
        run.refresh_from_db()
        assert run.performed_on == before


def test_the_neighbours_lead_to_and_fro(ana_client):
    assert links(ana_client.get("/history/2026-W01/"))["Week 52"] == "/history/2025-W52/"
    assert links(ana_client.get("/history/2020-W52/"))["Week 53"] == "/history/2020-W53/"
    assert links(ana_client.get("/history/2020-W53/"))["Week 1"] == "/history/2021-W01/"


def test_this_week_has_no_next_one(ana_client):
    assert "rel=next" not in ana_client.get("/history/2026-W31/").content.decode().replace('"', "")
    assert links(ana_client.get("/history/2026-W30/"))["Week 31"] == "/history/2026-W31/"


@pytest.mark.parametrize("start", WeekStart)
def test_the_first_and_the_last_week_lead_to_no_page_that_is_not_there(ana, ana_client, clock, start):
    ana.week_start = start
    ana.save()
    for name in ("1970-W01", "2199-W52"):
        page = ana_client.get(f"/history/{name}/")
        for url in links(page).values():
            assert ana_client.get(url).status_code == 200, url


def test_the_week_of_a_session_s_page_leads_to_its_week(ana, ana_client):
    run = make_run(ana, started_at=NOW - timedelta(days=200))
    name = str(ana.week_of(run.performed_on))

    assert run.get_absolute_url() in links(ana_client.get(f"/history/{name}/")).values()
