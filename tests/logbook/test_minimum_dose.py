"""Two weeks without strength: Today offers ten minutes, once it is true and nothing speaks against it."""

from datetime import time, timedelta

import pytest

from tests.browsing import form_on, links, soup, words
from tests.factories import NOW, make_run, make_session, say_week
from workouts import falling_ill, racing
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.django_db

WITHOUT = "Two weeks without strength. Ten minutes keeps you ticking over."
AFTER_A_RUN = "Two weeks without strength. Ten minutes after today’s easy run keeps you ticking over."
LINK = "Log the ten minutes"


@pytest.fixture(autouse=True)
def _at_that_time(monkeypatch):
    """Ten o'clock on a Wednesday in Berlin."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def ana(ana):
    """She has had her account for three weeks, and ran on Monday."""
    joined(ana, 21)
    make_run(ana, started_at=NOW - timedelta(days=2))
    return ana


def joined(ana, days_ago):
    ana.date_joined = NOW - timedelta(days=days_ago)
    ana.save()


def offered(client):
    page = client.get("/")
    sentence = next((s for s in (WITHOUT, AFTER_A_RUN) if s in words(page)), "")
    return sentence, links(page).get(LINK)


def test_it_is_offered_to_be_started_or_logged(ana, ana_client):
    assert offered(ana_client) == (WITHOUT, "/sessions/new/?circuit=ten-minute-minimal")
    start = form_on(ana_client.get("/"), "Start the ten minutes")
    assert (start.action, start.fields["circuit"]) == ("/sessions/", "ten-minute-minimal")
    form = ana_client.get("/sessions/new/?circuit=ten-minute-minimal")
    assert "Log Ten-minute minimal" in words(soup(form).h1)
    # One orange button a page, and it is not this one.
    assert len(soup(ana_client.get("/")).select(".btn.go")) == 1


@pytest.mark.parametrize(("days", "is_offered"), [(13, False), (14, True)])
def test_the_last_strength_was_two_weeks_ago(ana, ana_client, days, is_offered):
    make_session(ana, started_at=NOW - timedelta(days=days))
    assert bool(offered(ana_client)[0]) is is_offered


def test_light_strength_is_strength_and_stretching_is_none(ana, ana_client):
    make_session(ana, circuit="post-run-stretch", started_at=NOW - timedelta(days=3))
    assert offered(ana_client)[0]
    session = make_session(ana, circuit="ten-minute-minimal", started_at=NOW - timedelta(days=3))
    assert offered(ana_client) == ("", None)
    session.hide(at=NOW)
    assert offered(ana_client)[0]


@pytest.mark.parametrize(("days", "is_offered"), [(0, False), (13, False), (14, True)])
def test_on_a_young_account_nobody_knows_of_two_weeks(ana, ana_client, days, is_offered):
    joined(ana, days)
    assert bool(offered(ana_client)[0]) is is_offered


@pytest.mark.parametrize(("days", "is_offered"), [(13, False), (14, True)])
def test_unless_something_was_logged_of_before(ana, ana_client, days, is_offered):
    joined(ana, 0)
    make_run(ana, started_at=NOW - timedelta(days=days))
    assert bool(offered(ana_client)[0]) is is_offered


def test_a_newcomer_is_offered_the_first_step_alone(ana, ana_client):
    ana.runs.all().delete()
    assert offered(ana_client) == ("", None)


def test_it_speaks_of_the_easy_run_only_if_there_is_one_today(ana, ana_client):
    say_week(ana, week={2: ("easy", 45)})
    assert offered(ana_client) == (AFTER_A_RUN, "/sessions/new/?circuit=ten-minute-minimal")
    run = make_run(ana, started_at=NOW - timedelta(hours=1), kind=RunKind.RECOVERY)
    assert offered(ana_client) == (AFTER_A_RUN, f"/sessions/new/?circuit=ten-minute-minimal&run={run.pk}")
    run.kind = RunKind.TEMPO
    run.save()
    assert offered(ana_client) == (WITHOUT, "/sessions/new/?circuit=ten-minute-minimal")
    run.delete()
    say_week(ana, week={2: ("tempo", 45)})
    assert offered(ana_client)[0] == WITHOUT


@pytest.mark.parametrize("has_plan", [True, False])
@pytest.mark.parametrize(
    ("days", "is_offered"), [(-3, False), (3, False), (10, False), (20, True), (None, True)]
)
def test_a_taper_a_race_week_and_a_recovery_go_first(ana, ana_client, has_plan, days, is_offered):
    if has_plan:
        say_week(ana)
    if days is not None:
        said = racing.RaceSaid(
            name="Marathon", day=ana.day_of(NOW) + timedelta(days=days), starts_at=time(10),
            distance="marathon", is_goal=True,
        )  # fmt: skip
        racing.enter(athlete=ana, said=said)
    assert bool(offered(ana_client)[0]) is is_offered


def test_who_is_ill_rests_until_a_full_day_is_over(ana, ana_client, monkeypatch):
    falling_ill.fall_ill(athlete=ana, now=NOW - timedelta(days=2))
    assert offered(ana_client) == ("", None)
    falling_ill.be_well(athlete=ana, now=NOW - timedelta(hours=23))
    assert offered(ana_client) == ("", None)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))
    assert offered(ana_client)[0]


@pytest.mark.parametrize("sign", ["reds", "pelvic_floor", "fracture"])
def test_who_named_a_sign_is_not_offered_more(ana, ana_client, sign):
    ana_client.post("/settings/health/", {"signs": [sign]})
    assert offered(ana_client) == ("", None)


def test_nor_is_who_wants_no_strength(ana, ana_client):
    say_week(ana, wanted=0)
    assert offered(ana_client) == ("", None)


@pytest.mark.parametrize("has_plan", [True, False])
def test_it_keeps_to_the_queries_of_the_page(ana, ana_client, has_plan, django_assert_max_num_queries):
    if has_plan:
        say_week(ana, experience="intermediate")
    with django_assert_max_num_queries(10):
        assert LINK in links(ana_client.get("/"))
