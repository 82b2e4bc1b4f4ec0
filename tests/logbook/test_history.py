"""The history: twelve weeks a page, without a gap, without a week shown twice."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.browsing import links, soup, words
from tests.factories import NOW, make_run, make_session
from workouts.vocabulary import RunKind
from workouts.weeks import Week, WeekStart

pytestmark = pytest.mark.usefixtures("clock")


def rows(response) -> list[list[str]]:
    return [
        [words(cell) for cell in row.find_all(["th", "td"])]
        for row in soup(response).table.tbody.find_all("tr")
    ]


def weeks(response) -> list[str]:
    return [row.a["href"].split("/")[2] for row in soup(response).table.tbody.find_all("tr")]


def pages(client, towards: str, url: str = "/history/"):
    """Every page from this one on, as long as there is a link."""
    for _ in range(50):
        page = client.get(url)
        yield page
        more = links(page).get(towards)
        if more is None:
            return
        url = f"/history/{more}"
    raise AssertionError("It never ends.")


def test_a_page_is_twelve_weeks_newest_first_with_this_one_marked(ana, ana_client):
    make_run(ana, started_at=NOW - timedelta(days=200))
    page = ana_client.get("/history/")

    assert weeks(page) == [f"2026-W{number}" for number in range(31, 19, -1)]
    assert words(soup(page).select_one("tr.now th a")) == "31"


def test_a_row_holds_the_sums_of_its_week(ana, ana_client):
    make_run(ana, effort=5, duration_s=3000.0)
    make_run(ana, started_at=NOW - timedelta(days=1), kind=RunKind.CROSS_TRAINING, duration_s=600.0, effort=2)
    make_session(ana)

    # 250 for the run, 20 for the cross-training, 132 assumed for the session.
    assert rows(ana_client.get("/history/"))[0][1:] == [
        "402", "1", "8.2 km", "50:00", "5.0", "270", "1", "22", "", "132", "", "1",
    ]  # fmt: skip


def test_weeks_before_the_first_entry_are_left_out(ana, ana_client):
    assert weeks(ana_client.get("/history/")) == ["2026-W31"]

    make_session(ana, started_at=NOW - timedelta(days=15))
    assert weeks(ana_client.get("/history/")) == ["2026-W31", "2026-W30", "2026-W29"]


def test_an_empty_week_is_blank_and_not_0(ana, ana_client):
    make_run(ana, started_at=NOW - timedelta(days=200))
    assert rows(ana_client.get("/history/"))[3][1:] == [""] * 12


def test_a_week_of_unknown_distance_is_blank_there(ana, ana_client):
    make_run(ana, distance_m=None)

    assert rows(ana_client.get("/history/"))[0][2:5] == ["1", "", "48:10"]


@pytest.mark.parametrize("start", WeekStart)
def test_earlier_pages_go_on_without_gap_or_overlap_to_the_first_entry(ana, ana_client, start):
    ana.week_start = start
    ana.save()
    first = datetime(2024, 12, 29, 12, 0, tzinfo=UTC)
    make_run(ana, started_at=first)
    make_session(ana, started_at=datetime(2025, 8, 1, tzinfo=UTC))
    shown = [name for page in pages(ana_client, "Earlier weeks") for name in weeks(page)]

    expected = [ana.week_of(NOW.date())]
    while len(expected) < len(shown):
        expected.append(expected[-1].previous)
    assert shown == [str(week) for week in expected]
    assert str(Week.containing(first.date(), start)) in shown[-12:]


def test_later_pages_lead_back_the_same_way(ana, ana_client):
    make_run(ana, started_at=datetime(2025, 1, 5, tzinfo=UTC))
    forth = [weeks(page) for page in pages(ana_client, "Earlier weeks")]
    oldest = list(pages(ana_client, "Earlier weeks"))[-1].wsgi_request.get_full_path()
    back = [weeks(page) for page in pages(ana_client, "Later weeks", oldest)]

    assert back == forth[::-1]


def test_the_sums_of_all_weeks_are_the_sums_of_all_rows(ana, ana_client):
    for days in range(0, 400, 13):
        make_run(ana, started_at=NOW - timedelta(days=days))
        make_session(ana, started_at=NOW - timedelta(days=days + 3))
    table = [row for page in pages(ana_client, "Earlier weeks") for row in rows(page)]

    assert sum(int(row[2] or 0) for row in table) == ana.runs.count() == 31
    assert sum(int(row[7] or 0) for row in table) == ana.sessions.count() == 31
    assert sum(int(row[8] or 0) for row in table) == 31 * 22


def test_without_anything_older_there_is_no_earlier_page(ana, ana_client):
    make_run(ana)

    assert "Earlier weeks" not in links(ana_client.get("/history/"))
    assert "Later weeks" not in links(ana_client.get("/history/"))


def test_an_entry_of_the_week_before_the_last_row_brings_an_earlier_page(ana, ana_client):
    # Week 20 is the last row; its Monday is 11 May.
    make_run(ana, started_at=datetime(2026, 5, 11, 10, tzinfo=UTC))
    assert "Earlier weeks" not in links(ana_client.get("/history/"))

    make_run(ana, started_at=datetime(2026, 5, 10, 10, tzinfo=UTC))
    assert links(ana_client.get("/history/"))["Earlier weeks"] == "?until=2026-W19"


@pytest.mark.parametrize("until", ["", "abc", "2025-W53", "2026-W00", "9999-W01", "%00", "2026-W31' OR 1=1"])
def test_an_until_that_is_no_week_shows_the_latest(ana_client, until):
    assert weeks(ana_client.get(f"/history/?until={until}"))[0] == "2026-W31"


@pytest.mark.parametrize("until", ["1970-W01", "1970-W03", "2199-W52", "2026-W40"])
def test_every_link_of_a_page_at_the_edge_leads_somewhere(ana_client, until):
    page = ana_client.get(f"/history/?until={until}")

    assert page.status_code == 200
    for url in links(page).values():
        assert ana_client.get(f"/history/{url}" if url.startswith("?") else url).status_code == 200, url


def test_the_load_of_the_weeks_is_drawn_with_the_mean_of_the_four_before(ana, ana_client):
    # Five weeks of an easy run each: 48 min at an assumed effort of 3.
    for week in range(5):
        make_run(ana, started_at=NOW - timedelta(weeks=week))
    make_session(ana, effort=6)
    chart = soup(ana_client.get("/history/")).select_one(".load-chart")
    assert "Load of 5 weeks." in chart.svg["aria-label"]
    assert [bar["class"] for bar in chart.select("rect")] == [["b-run"]] * 5 + [["b-strength"]]
    # Only the last week has four known ones before it: nobody knows what came before the first.
    path = chart.select_one(".mean")["d"]
    assert path.startswith("M960.0")
    assert path.endswith("H1200.0")
    make_run(ana, started_at=NOW - timedelta(weeks=30))
    long_ago = soup(ana_client.get("/history/")).select_one(".load-chart")
    assert long_ago.select_one(".mean")["d"].startswith("M0")


def test_without_any_load_there_is_no_chart(ana_client):
    assert not soup(ana_client.get("/history/")).select(".load-chart")
