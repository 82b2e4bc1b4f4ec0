"""The history's head, small charts, year and files: every number agrees with what was logged."""

import csv
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logbook import history
from tests.browsing import links, soup, words
from tests.factories import NOW, make_run, make_session
from workouts.vocabulary import RunKind
from workouts.weeks import WeekStart

pytestmark = pytest.mark.usefixtures("clock")


def file(client, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(b"".join(client.get(path).streaming_content).decode())))


def number(cell: str) -> float:
    return float(cell or 0)


def multiples(page) -> dict[str, tuple[str, str]]:
    """The number of each small chart, and what its drawing is called."""
    return {
        words(figure.span): (words(figure.b), figure.svg["aria-label"])
        for figure in soup(page).select(".multiple")
    }


def test_the_week_that_is_on_is_told_in_a_sentence_with_its_load(ana, ana_client):
    make_run(ana, effort=3, duration_s=3600.0)
    make_session(ana, effort=5, minutes=20)
    page = soup(ana_client.get("/history/"))
    assert words(page.select_one(".dateline")) == "Week 31, Monday to Wednesday"
    assert words(page.h1) == "One run and one session so far."
    assert words(page.select_one(".lede")) == "280 AU so far: 180 AU from running and 100 AU from strength."


def test_the_four_weeks_before_are_named_where_they_are_known(ana, ana_client):
    for week in range(1, 6):
        make_run(ana, started_at=NOW - timedelta(weeks=week), effort=4, duration_s=3600.0)
    page = soup(ana_client.get("/history/"))
    assert words(page.h1) == "Nothing logged this week yet."
    assert words(page.select_one(".lede")) == "Your four weeks before averaged 240 AU."


def test_an_earlier_page_says_which_weeks_it_shows(ana, ana_client):
    make_run(ana, started_at=NOW - timedelta(days=400))
    page = soup(ana_client.get("/history/?until=2026-W19"))
    assert words(page.h1) == "Twelve weeks to 10 May 2026."


def test_each_small_chart_has_its_number_and_tells_all_of_them(ana, ana_client):
    make_run(ana, effort=4, distance_m=10_000.0)
    make_run(ana, started_at=NOW - timedelta(hours=9), effort=7, distance_m=2_400.0)
    make_session(ana, started_at=NOW - timedelta(days=7))
    shown = multiples(ana_client.get("/history/"))
    assert shown["Distance, km"] == ("12.4", "Distance, km: week 30 0, week 31 12.4.")
    assert shown["Strength, min"] == ("0", "Strength, min: week 30 22, week 31 0.")
    assert shown["Run effort, mean"][0] == "5.5"
    # Nobody rated the session, and nobody was asked about pain.
    assert (shown["Session effort, mean"][0], shown["Pain, highest"][0]) == ("", "")


def test_the_highest_pain_of_a_week_stands_in_its_row_with_its_place(ana, ana_client):
    for pain, place, side in ((2, "calf", "right"), (4, "knee", "left"), (0, "", "")):
        session = make_session(ana, started_at=NOW - timedelta(hours=pain + 1))
        ana.sessions.filter(pk=session.pk).update(pain=pain, pain_place=place, pain_side=side)
    page = ana_client.get("/history/")
    assert multiples(page)["Pain, highest"][0] == "4"
    assert words(soup(page).select(".weeks tr.now td")[10]) == "4 left knee"


def test_strength_in_a_row_is_told_on_the_page_of_now_alone(ana, ana_client):
    for week in range(3):
        make_session(ana, started_at=NOW - timedelta(weeks=week))
    # A stretch is no strength.
    make_session(ana, started_at=NOW - timedelta(weeks=5), circuit="post-run-stretch")
    told = "Strength this week and in each of the 2 weeks before."
    assert told in words(ana_client.get("/history/"))
    assert told not in words(ana_client.get("/history/?until=2026-W30"))


def test_the_year_has_its_sums_and_its_months(ana, ana_client):
    make_run(ana, started_at=datetime(2026, 1, 1, 9, tzinfo=UTC), distance_m=10_000.0)
    make_run(ana, started_at=datetime(2025, 12, 31, 9, tzinfo=UTC), distance_m=5_000.0)
    make_session(ana)
    page = ana_client.get("/history/")
    assert "1 run, 10.0 km in 48 min; 1 session, 22 min." in words(page)
    names = [words(row.th) for row in soup(page).select("details .weeks tbody tr")]
    assert names == ["January", "February", "March", "April", "May", "June", "July"]
    last = ana_client.get("/history/?until=2025-W52")
    assert "5.0 km in 48 min" in words(last)
    assert soup(last).select("details .weeks tbody a")[-1]["href"] == "?until=2025-W52"


def test_nothing_logged_is_a_calm_page_and_a_file_of_one_blank_week(ana_client):
    page = ana_client.get("/history/")
    assert "Nothing logged in 2026." in words(page)
    assert not soup(page).select("figure")
    (week,) = file(ana_client, "/history/weeks.csv")
    assert (week["Week"], week["Runs"], week["Load (AU)"]) == ("2026-W31", "", "")


def test_the_file_of_weeks_goes_back_to_the_first_entry_without_a_gap(ana, ana_client):
    make_run(ana, started_at=datetime(2024, 12, 30, 9, tzinfo=UTC))
    make_session(ana)
    rows = file(ana_client, links(ana_client.get("/history/"))["Download as CSV"])
    assert rows[0]["Week"] == "2025-W01"
    assert [row["First day"] for row in rows] == [
        str(date(2024, 12, 30) + timedelta(weeks=nth)) for nth in range(83)
    ]
    assert rows[-1]["Strength (min)"] == "22"


def test_miles_are_miles_in_the_files_too(ana, ana_client):
    ana.distance_unit = "mi"
    ana.save()
    make_run(ana, distance_m=16_093.44)
    assert file(ana_client, "/history/weeks.csv")[0]["Distance (mi)"] == "10"


DAYS_AGO = st.integers(0, 800)
RUNS = st.lists(
    st.tuples(
        DAYS_AGO,
        st.sampled_from(RunKind),
        st.one_of(st.none(), st.integers(0, 10)),
        st.integers(1, 300),
        st.one_of(st.none(), st.integers(0, 60_000)),
    ),
    max_size=6,
)
SESSIONS = st.lists(
    st.tuples(DAYS_AGO, st.one_of(st.none(), st.integers(0, 10)), st.integers(1, 120)), max_size=4
)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(RUNS, SESSIONS, st.sampled_from(WeekStart))
def test_sums_of_days_weeks_months_and_years_agree(ana, ana_client, runs, sessions, start):
    ana.runs.all().delete()
    ana.sessions.all().delete()
    ana.week_start = start
    ana.save()
    for days, kind, effort, minutes, metres in runs:
        at = NOW - timedelta(days=days, hours=3)
        make_run(ana, started_at=at, kind=kind, effort=effort, duration_s=60.0 * minutes, distance_m=metres)
    for days, effort, minutes in sessions:
        make_session(ana, started_at=NOW - timedelta(days=days, hours=5), effort=effort, minutes=minutes)

    weeks, months = file(ana_client, "/history/weeks.csv"), file(ana_client, "/history/months.csv")
    columns = ("Runs", "Distance (km)", "Run time (min)", "Sessions", "Strength (min)", "Load (AU)")
    by_week = [sum(number(week[column]) for week in weeks) for column in columns]
    by_month = [sum(number(month[column]) for month in months) for column in columns]
    loads = [each.load.au for each in (*ana.runs.all(), *ana.sessions.all())]
    assert by_week == pytest.approx(by_month, abs=0.5)
    assert by_week[-1] == pytest.approx(sum(loads), abs=0.5)
    assert by_week[0] == sum(kind is not RunKind.CROSS_TRAINING for _, kind, *_ in runs)
    assert by_week[3:5] == [len(sessions), sum(minutes for *_, minutes in sessions)]
    # The days of the week with the most load, and the sums of a year, are the same numbers again.
    fullest = max(weeks, key=lambda week: number(week["Load (AU)"]))
    of_days = file(ana_client, f"/history/{fullest['Week']}/week.csv")
    assert sum(number(row["Load (AU)"]) for row in of_days) == pytest.approx(
        number(fullest["Load (AU)"]), abs=0.1
    )
    this_year = sum(number(month["Load (AU)"]) for month in months if month["Month"].startswith("2026"))
    page = history.weeks(athlete=ana, until=ana.week_of(NOW.date()), today=NOW.date())
    assert (page.year.totals.load or 0) == pytest.approx(this_year, abs=0.1)
