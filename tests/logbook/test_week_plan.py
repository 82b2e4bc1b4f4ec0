"""Today and its week with strength placed round the runs: planned is outlined, and every day says why."""

from datetime import timedelta

import pytest

from logbook.proposals import prescribed_by
from tests.browsing import links, soup, words
from tests.factories import NOW, as_planned, make_circuit, make_run, make_session, say_week
from workouts import circuits
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.django_db

# NOW is ten o'clock on a Wednesday in Berlin.
GOOD = "Good spot: you are warm, and this day was easy anyway."


@pytest.fixture(autouse=True)
def _at_that_time(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def days(page) -> list[str]:
    return [words(day) for day in soup(page).select(".week > .day")]


def headline(page) -> str:
    return words(soup(page).h1)


def test_without_a_usual_week_nothing_is_placed_and_the_page_says_where_to_say_it(ana, ana_client):
    make_run(ana)
    page = ana_client.get("/")
    assert not soup(page).select(".planned")
    assert links(page).get("Say what your usual week looks like") == "/settings/week/"


def test_today_leads_with_what_is_placed_there_and_why(ana, ana_client):
    say_week(ana, experience="intermediate")
    page = ana_client.get("/")
    assert headline(page) == "Easy run, then Core for runners."
    assert GOOD in words(page)
    assert links(page)["Log it afterwards instead"].endswith("?circuit=core-for-runners")
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = days(page)
    # Past days count as what was run, and say nothing of what might have been.
    assert monday == "Mon 27 Jul Nothing logged"
    assert tuesday == "Tue 28 Jul Nothing logged"
    assert "Easy run about 45 min" in wednesday
    assert "Core for runners, 19 min straight after the run" in wednesday
    assert "Tempo run about 60 min No strength" in thursday
    assert "After-easy-run four, 22 min straight after the run" in friday
    assert "Next hard run: long run on Sunday." in friday
    assert "No run No strength" in saturday
    assert "Your legs have done enough today." in sunday


def test_planned_minutes_are_outlined_and_done_ones_filled(ana, ana_client):
    say_week(ana, experience="intermediate")
    make_run(ana, started_at=NOW - timedelta(days=1), kind=RunKind.INTERVALS, duration_s=3600.0)
    page = soup(ana_client.get("/"))
    bars = [[each["class"] for each in day.select(".standing rect")] for day in page.select(".week > .day")]
    assert bars[0] == []
    assert bars[1] == [["b-run"]]
    assert bars[2] == [["b-run", "todo"], ["b-strength", "todo"]]
    assert bars[3] == [["b-run", "todo"]]
    assert "planned" in words(page.select_one(".legend"))


def test_an_easy_run_that_is_done_takes_the_place_of_the_usual_one(ana, ana_client):
    say_week(ana, experience="intermediate")
    make_run(ana, started_at=NOW - timedelta(minutes=70))
    page = ana_client.get("/")
    assert headline(page) == "Easy run done. Core for runners is next."
    assert "Your run ended 22 min ago: you are warm" in words(page)


def test_a_harder_run_than_usual_judges_the_day_anew(ana, ana_client):
    say_week(ana, experience="intermediate")
    make_run(ana, started_at=NOW - timedelta(minutes=70), kind=RunKind.LONG)
    page = ana_client.get("/")
    assert "is next" not in headline(page)
    assert "Core for runners" not in days(page)[2] or "Core for runners" in days(page)[4]


def test_what_is_done_is_no_longer_placed(ana, ana_client):
    say_week(ana, experience="intermediate")
    make_session(ana, started_at=NOW - timedelta(days=1))
    page = ana_client.get("/")
    assert "After-easy-run four" not in " ".join(days(page)[2:])
    make_session(ana, circuit="core-for-runners", started_at=NOW - timedelta(days=2))
    page = ana_client.get("/")
    assert "This week’s strength is done." in words(page)
    assert not soup(page).select(".planned .strength")


def test_the_circuit_of_a_class_is_the_one_done_last_ones_own_too(ana, ana_client):
    own = make_circuit(ana, text="2 rounds: plank 30 s", name="Plank only")
    say_week(ana, experience="intermediate")
    make_session(ana, circuit="hip-flexor-core", started_at=NOW - timedelta(days=20))
    assert "Hip flexor and core" in days(ana_client.get("/"))[2]

    done = circuits.to_do(slug=own.slug, athlete=ana)
    make_session(
        ana, prescribed=prescribed_by(done), stations=as_planned(done), started_at=NOW - timedelta(days=10)
    )
    # Its effort of 7 is more than a light day before a tempo run should have, so it went elsewhere.
    assert "Plank only" in " ".join(days(ana_client.get("/")))


def test_a_later_session_without_a_circuit_and_one_of_another_class_change_nothing_of_it(ana, ana_client):
    say_week(ana, experience="intermediate")
    make_session(ana, circuit="hip-flexor-core", started_at=NOW - timedelta(days=20))
    bare = make_session(ana, circuit="core-for-runners", started_at=NOW - timedelta(days=12))
    ana.sessions.filter(pk=bare.pk).update(circuit=None)
    make_session(ana, started_at=NOW - timedelta(days=11))
    assert "Hip flexor and core" in days(ana_client.get("/"))[2]


@pytest.mark.parametrize(
    ("fields", "placed"),
    [
        ({}, ["Beginner foundations", "Beginner foundations"]),
        ({"wanted": 0}, []),
        (
            {"wanted": 3, "experience": "advanced"},
            ["Core for runners", "After-easy-run four", "Core for runners"],
        ),
        (
            {"experience": "advanced", "equipment": ["barbell", "rack"], "lifting_since": "2024-01-01"},
            ["Gym heavy"],
        ),
    ],
)
def test_what_is_placed_depends_on_who_wants_it(ana, ana_client, fields, placed):
    say_week(ana, **fields)
    ana.refresh_from_db()
    found = [words(each) for each in soup(ana_client.get("/")).select(".planned .str-text")]
    assert len(found) >= len(placed)
    assert all(name in told for name, told in zip(placed, found, strict=False))


def test_a_week_without_a_place_left_says_so_with_its_reason(ana, ana_client):
    week = dict.fromkeys(range(7), ("tempo", 60))
    fields = {"experience": "advanced", "equipment": ["barbell", "rack"], "lifting_since": "2024-01-01"}
    say_week(ana, week=week, **fields)
    because = "Sunday: Heavy legs today would spoil tomorrow’s tempo run."
    told = f"There is no place left for Gym heavy A this week. {because}"
    assert told in words(ana_client.get("/"))


def test_it_works_for_weeks_that_begin_on_sunday(ana, ana_client):
    say_week(ana, experience="intermediate", week_start="sunday")
    page = ana_client.get("/")
    assert days(page)[0].startswith("Sun 26 Jul")
    assert "Core for runners, 19 min" in days(page)[3]
