"""The page of a session in a browser: pair and follow up in one tap each, in reach of everybody."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from logbook.models import Session
from tests.browser.test_accessibility import look
from tests.factories import as_planned, make_run, make_session
from workouts import circuits
from workouts.models import Athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_paired_followed_by_a_stretch_and_let_go_again(runner):
    runner.sign_in()
    athlete, now = Athlete.objects.get(), timezone.now()
    make_run(athlete, started_at=now - timedelta(hours=3))
    session = make_session(athlete, started_at=now - timedelta(hours=1))
    page = runner.page
    runner.go(session.get_absolute_url())

    page.get_by_role("button", name="Pair Easy run").click()
    assert runner.heading() == "After-easy-run four"
    expect(page.get_by_text("Started 1 h 12 min after the run ended.")).to_be_visible()
    page.get_by_role("button", name="Log it: 8 min").click()
    assert runner.notice().startswith("Post-run stretch is in the log: 8 min, load 20 AU.")
    page.get_by_role("button", name="Undo").click()
    assert Session.objects.get(circuit__slug="post-run-stretch").deleted_at is not None
    runner.go(session.get_absolute_url())
    page.get_by_role("button", name="Log it: 8 min").click()
    stretch = Session.objects.get(circuit__slug="post-run-stretch")
    assert stretch.run is not None
    page.get_by_role("link", name="Post-run stretch", exact=True).click()
    assert runner.heading() == "Post-run stretch"

    runner.go(session.get_absolute_url())
    page.get_by_role("button", name="Unpair").click()
    expect(page.get_by_role("button", name="Pair Easy run")).to_be_visible()


def test_no_session_page_has_a_finding_or_scrolls_sideways(desk):
    desk.sign_in()
    athlete, now = Athlete.objects.get(), timezone.now()
    make_run(athlete, started_at=now - timedelta(hours=3))
    stations = as_planned(circuits.to_do(slug="after-easy-run-four"))
    lunges = stations[0].sets
    heavy = tuple(replace(each, load_kg=22.5, implements=2, rpe=7.5, left=10, right=9) for each in lunges)
    stations[0] = replace(stations[0], sets=(*heavy, replace(heavy[0], tempo="2-0-2-0")))
    sessions = [
        make_session(athlete, started_at=now - timedelta(hours=1), stations=stations, note="Stairs after."),
        make_session(athlete, started_at=now - timedelta(days=2), effort=5),
        make_session(athlete, started_at=now - timedelta(days=3), circuit="plyo-starter"),
    ]
    found = []
    for session in sessions:
        desk.go(session.get_absolute_url())
        found += look(desk, session.name)
    assert not found, "\n".join(found)
