"""The page of a week: planned beside done, the usual run of each day, and the week as a file."""

import csv
from datetime import timedelta
from io import StringIO

import pytest

from tests.browsing import links, soup, words
from tests.factories import NOW, make_run, make_session, say_week
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.usefixtures("clock")

THIS, LAST = "/history/2026-W31/", "/history/2026-W30/"


def compared(client, week: str) -> dict[str, list[str]]:
    rows = soup(client.get(week)).select(".planned-done tbody tr")
    return {words(row.th): [words(cell) for cell in row.select("td.n")] for row in rows}


def days(client, week: str) -> list[str]:
    return [words(day) for day in soup(client.get(week)).select(".week > .day")]


def test_what_was_done_stands_beside_the_usual_week(ana, ana_client):
    say_week(ana, experience="intermediate")
    make_run(ana, started_at=NOW - timedelta(days=7), duration_s=3000.0)
    make_session(ana, started_at=NOW - timedelta(days=7), circuit="post-run-stretch")
    make_session(ana, started_at=NOW - timedelta(days=6))
    minutes = sum(run.minutes for run in ana.planned_runs.usual())

    # The stretch is no strength.
    assert compared(ana_client, LAST) == {
        "Runs": [str(ana.planned_runs.count()), "1"],
        "Running, min": [str(minutes), "50"],
        "Strength sessions": ["2", "1"],
    }
    assert links(ana_client.get(LAST))["your usual week"] == "/settings/week/"


def test_a_usual_ride_is_no_planned_run(ana, ana_client):
    say_week(ana, week={1: ("easy", 40), 3: ("cross_training", 90)})
    make_run(ana, started_at=NOW - timedelta(days=8), duration_s=2400.0)
    make_run(ana, started_at=NOW - timedelta(days=6), kind=RunKind.CROSS_TRAINING)
    assert compared(ana_client, LAST)["Runs"] == ["1", "1"]
    assert compared(ana_client, LAST)["Running, min"] == ["40", "40"]


def test_without_a_usual_week_the_page_says_where_to_say_it(ana, ana_client):
    make_run(ana, started_at=NOW - timedelta(days=7))
    assert compared(ana_client, LAST) == {}
    assert links(ana_client.get(LAST))["Say what your usual week looks like"] == "/settings/week/"


def test_past_days_name_their_usual_run_and_coming_ones_their_plan(ana, ana_client):
    say_week(ana, experience="intermediate")
    monday, tuesday, wednesday, *_ = days(ana_client, THIS)
    assert (monday, tuesday) == (
        "Mon 27 Jul Nothing logged",
        "Tue 28 Jul Nothing logged usual: intervals, 60 min",
    )
    assert "usual:" not in wednesday
    assert "Core for runners, 19 min straight after the run" in wednesday
    assert "usual: intervals, 60 min" in days(ana_client, LAST)[1]


def test_a_pair_stays_together_in_the_week_and_in_its_file(ana, ana_client):
    run = make_run(ana, started_at=NOW - timedelta(days=7), effort=4, duration_s=2400.0)
    make_session(ana, run=run, started_at=NOW - timedelta(days=7, hours=-1))
    make_run(ana, started_at=NOW - timedelta(days=6), kind=RunKind.CROSS_TRAINING, distance_m=None)
    answer = ana_client.get(links(ana_client.get(LAST))["Download the week as CSV"])
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'attachment; filename="footfall-2026-W30.csv"' in answer["Content-Disposition"]

    first, second, third = csv.DictReader(StringIO(b"".join(answer.streaming_content).decode()))
    assert (first["What"], first["Duration (min)"], first["Load (AU)"]) == ("run", "40", "160")
    assert (first["Distance (km)"], first["Effort assumed"]) == ("8.2", "no")
    assert (second["What"], second["Name"]) == ("strength", "After-easy-run four")
    assert (second["Effort (0-10)"], second["Effort assumed"], second["Load (AU)"]) == ("", "yes", "132")
    assert second["Paired with"] == "Easy run, 2026-07-22"
    assert (third["What"], third["Distance (km)"]) == ("cross-training", "")


def test_a_title_in_the_file_cannot_act_as_a_formula(ana, ana_client):
    run = make_run(ana, started_at=NOW - timedelta(days=7))
    ana.runs.filter(pk=run.pk).update(name="=1+1")
    text = b"".join(ana_client.get(f"{LAST}week.csv").streaming_content).decode()
    assert ",'=1+1," in text
