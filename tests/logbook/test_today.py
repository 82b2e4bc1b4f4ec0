"""The first page: the first step for a newcomer, otherwise what is next or what is done today."""

from datetime import timedelta

import pytest

from tests.browsing import facts, links, soup, words
from tests.factories import NOW, make_run, make_session
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.usefixtures("clock")


def headline(client) -> str:
    return words(soup(client.get("/")).main.h1)


def test_a_newcomer_is_shown_three_ways_to_begin(ana_client):
    page = ana_client.get("/")

    assert headline(ana_client) == "Start with a run or a circuit."
    assert links(page) == {
        "Upload files": "/imports/",
        "Enter a run": "/runs/new/",
        "See the circuit": "/circuits/after-easy-run-four/",
    }
    assert "After-easy-run four, 22 minutes." in words(page)
    # Their week is outlined, not invented.
    assert "Running" not in facts(page)


@pytest.mark.parametrize("make", [make_run, make_session])
def test_whoever_has_logged_anything_is_no_newcomer_any_more(ana, ana_client, make):
    make(ana, started_at=NOW - timedelta(days=300))

    assert headline(ana_client) == "Nothing logged today."
    assert "Log a run or a session when it is done." in words(ana_client.get("/"))


def test_after_an_easy_run_the_circuit_is_next_and_pairs_with_it(ana, ana_client):
    run = make_run(ana)
    page = ana_client.get("/")

    assert headline(ana_client) == "Easy run done. After-easy-run four is next."
    assert "Straight after an easy or recovery run." in words(page)
    link = links(page)["Log it afterwards instead"]
    assert link == f"/sessions/new/?circuit=after-easy-run-four&run={run.pk}"


def test_within_the_hour_it_says_that_ana_is_still_warm(ana, ana_client, clock):
    run = make_run(ana, started_at=NOW - timedelta(hours=1), duration_s=2400.0)
    assert "Your run ended 20 min ago: you are warm, and this day was easy anyway." in words(
        ana_client.get("/")
    )

    clock.now = run.ended_at + timedelta(minutes=60, seconds=1)
    assert "you are warm" not in words(ana_client.get("/"))
    # By the watch's clock it is not over yet.
    clock.now = run.ended_at - timedelta(minutes=5)
    assert "you are warm" not in words(ana_client.get("/"))


def test_after_a_recovery_run_it_is_next_too(ana, ana_client):
    make_run(ana, kind=RunKind.RECOVERY)

    assert headline(ana_client) == "Recovery run done. After-easy-run four is next."


@pytest.mark.parametrize("kind", [k for k in RunKind if k not in (RunKind.EASY, RunKind.RECOVERY)])
def test_after_any_other_run_nothing_is_next(ana, ana_client, kind):
    make_run(ana, kind=kind)

    assert headline(ana_client) == f"{kind.heading} done."
    assert "No strength logged today." in words(ana_client.get("/"))
    link = links(ana_client.get("/"))["Log it afterwards instead"]
    assert link == "/sessions/new/?circuit=after-easy-run-four"


def test_when_the_run_has_its_session_the_day_is_done(ana, ana_client):
    make_session(ana, run=make_run(ana))

    assert headline(ana_client) == "Easy run and After-easy-run four done."
    page = ana_client.get("/")
    assert "Post-run stretch and Running recovery routine round it off." in words(page)
    assert links(page)["Post-run stretch"] == "/circuits/post-run-stretch/"
    assert not [label for label in links(page) if label == "Log it afterwards instead"]


def test_each_routine_that_follows_is_logged_in_one_tap_until_nothing_is_left_to_do(ana, ana_client):
    session = make_session(ana, run=make_run(ana), started_at=NOW - timedelta(hours=2))
    action = f"/sessions/{session.pk}/afterwards/"
    assert len(soup(ana_client.get("/")).select(f'form[action="{action}"]')) == 2

    ana_client.post(action, {"circuit": "post-run-stretch"})
    page = ana_client.get("/")
    assert "Running recovery routine rounds it off." in words(page)
    assert "Post-run stretch done, 8 min" in words(page)
    ana_client.post(action, {"circuit": "recovery-routine"})
    assert "Today is in the log." in words(ana_client.get("/"))


def test_a_session_alone_is_named(ana, ana_client):
    make_session(ana, circuit="core-for-runners")

    assert headline(ana_client) == "Core for runners done."


def test_everything_of_a_full_day_is_listed(ana, ana_client):
    run = make_run(ana, kind=RunKind.LONG)
    make_session(ana, run=run)
    make_session(ana, run=run, circuit="post-run-stretch")

    assert headline(ana_client) == "Long run, After-easy-run four and Post-run stretch done."


def test_what_follows_follows_the_latest_strength_whatever_run_it_belongs_to(ana, ana_client):
    run = make_run(ana, started_at=NOW - timedelta(hours=7))
    later = make_session(ana, run=run, circuit="core-for-runners", started_at=NOW - timedelta(hours=1))
    make_session(ana, circuit="ten-minute-minimal", started_at=NOW - timedelta(hours=4))
    assert soup(ana_client.get("/")).select(f'form[action="/sessions/{later.pk}/afterwards/"]')


def test_of_more_than_a_headline_holds_it_says_how_many(ana, ana_client):
    make_session(ana, run=make_run(ana), started_at=NOW - timedelta(hours=3))
    for circuit in ("post-run-stretch", "recovery-routine"):
        make_session(ana, circuit=circuit, started_at=NOW - timedelta(hours=2))

    assert headline(ana_client) == "Easy run and 3 sessions done."


def test_the_later_of_two_easy_runs_is_the_one_to_follow(ana, ana_client):
    make_run(ana, started_at=NOW - timedelta(hours=7))
    later = make_run(ana, started_at=NOW - timedelta(hours=2))

    assert links(ana_client.get("/"))["Log it afterwards instead"].endswith(f"run={later.pk}")


def test_yesterday_s_run_is_not_today_s(ana, ana_client):
    make_run(ana, started_at=NOW - timedelta(days=1))

    assert headline(ana_client) == "Nothing logged today."


def test_the_day_turns_at_ana_s_midnight(ana, ana_client, clock):
    # 21:50 UTC is 23:50 in Berlin; 20 minutes on it is tomorrow there.
    clock.now = NOW.replace(hour=21, minute=50)
    make_run(ana, started_at=clock.now - timedelta(hours=2))
    assert headline(ana_client) == "Easy run done. After-easy-run four is next."

    clock.passes(minutes=20)
    assert headline(ana_client) == "Nothing logged today."
    assert words(soup(ana_client.get("/")).select_one(".dateline")) == "Thursday 30 July, week 31"


def test_it_shows_this_week_and_its_sums(ana, ana_client):
    make_run(ana, started_at=NOW - timedelta(days=2))
    make_session(ana, started_at=NOW - timedelta(days=1))
    make_run(ana, started_at=NOW - timedelta(days=8))
    told = facts(ana_client.get("/"))

    assert (told["Running"], told["Strength"]) == ("1 run, 8.2 km in 48 min", "1 session, 22 min")
    assert links(ana_client.get("/"))["Review this week"] == "/history/2026-W31/"
    assert len(soup(ana_client.get("/")).select(".day")) == 7
