"""A session in the making counts nowhere until it is logged, and is in the export all the same."""

import json
import re
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone

from logbook import afterwards, practice
from logbook.models import Session
from logbook.own_sheets import sheets_of
from tests.factories import NOW, PASSWORD, make_run, make_session, say_week
from tests.logbook.file_forms import downloaded
from tests.logbook.phones import Phone, start, state
from workouts import publishing
from workouts.circuits import AFTERWARDS
from workouts.models import Exercise
from workouts.models.circuit import FRONT_DOOR

pytestmark = pytest.mark.usefixtures("clock")
SECRET = re.compile(rb'name="(csrfmiddlewaretoken|key)" value="[-\w]+"|nonce="[^"]+"')
LUNGE = "reverse-lunge-knee-drive"
PAGES = {
    "history": "/history/",
    "week": "/history/2026-W31/",
    "week csv": "/history/2026-W31/week.csv",
    "weeks csv": "/history/weeks.csv",
    "months csv": "/history/months.csv",
    "exercise": f"/exercises/{LUNGE}/",
    "exercises by last time": "/exercises/?sort=recent",
    "month": "/plan/months/2026-07/",
    "session form": f"/sessions/new/?circuit={FRONT_DOOR}",
}


@pytest.fixture
def feed(ana) -> str:
    say_week(ana)
    return publishing.publish(athlete=ana, now=timezone.now()).get_absolute_url()


@pytest.fixture
def phone(ana, ana_client, feed) -> Phone:
    """Somebody who logged something a week ago, and is about to start."""
    make_session(ana, started_at=NOW - timedelta(days=7))
    return Phone(ana_client, None)


def plays(phone: Phone) -> None:
    """All of a session that began an hour ago, but its end."""
    phone.session = start(phone.client, run="")
    Session.objects.filter(pk=phone.session.pk).update(started_at=NOW - timedelta(hours=1))
    for station in (1, 2, 3, 4):
        for number in (1, 2, 3):
            assert phone.sends_set(station, number, left=9, load="8").status_code == 200


def said(phone: Phone, path: str) -> bytes:
    answer = phone.client.get(path)
    assert answer.status_code == 200
    return SECRET.sub(b"", b"".join(answer) if answer.streaming else answer.content)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_says_the_same_until_it_is_logged(phone, path):
    before = said(phone, path)
    plays(phone)
    assert said(phone, path) == before

    phone.sends_end()
    assert said(phone, path) != before


def test_the_calendar_feed_has_none_of_it(phone, feed):
    before = said(phone, feed)
    plays(phone)
    assert said(phone, feed) == before

    phone.sends_end()
    assert said(phone, feed) != before


def test_sums_streak_last_time_and_sheets_have_none_of_it(ana, phone):
    def counted():
        lunge = Exercise.objects.get(slug=LUNGE)
        return [
            practice.last_done(athlete=ana)[lunge.pk],
            [[list(row) for row in sheet.rows()] for sheet in sheets_of(ana)],
            ana.sessions.kept().count(),
            list(ana.sessions.kept().for_sums()),
        ]

    before = counted()
    plays(phone)
    assert counted() == before

    phone.sends_end()
    assert [was == is_now for was, is_now in zip(before, counted(), strict=True)] == [False] * 4


def test_a_run_that_comes_in_late_is_not_paired_with_it(ana, phone):
    plays(phone)
    run = make_run(ana, started_at=NOW - timedelta(minutes=50), duration_s=2400.0)
    phone.session.refresh_from_db()
    assert phone.session.run is None
    page = phone.client.get(f"/runs/{run.pk}/").content.decode()
    assert f'"/sessions/{phone.session.pk}/"' not in page


def test_a_run_that_comes_in_after_its_end_is_paired_with_it(ana, phone):
    plays(phone)
    phone.sends_end()
    run = make_run(ana, started_at=NOW - timedelta(minutes=50), duration_s=2400.0)

    assert Session.objects.get(pk=phone.session.pk).run == run


def test_the_routines_of_a_session_are_not_logged_by_one_in_the_making(ana, phone):
    plays(phone)
    phone.sends_set(1, 1, routine="post-run-stretch", left=30)
    assert state(phone.sends_end()) == (200, "stored")

    phone.session.refresh_from_db()
    routines = afterwards.still_to_log(afterwards.of_session(phone.session))
    assert [each.circuit.slug for each in routines] == list(AFTERWARDS)


def test_the_export_has_it_with_its_sets_and_who_wrote_them(phone):
    plays(phone)
    answer = phone.client.post("/settings/export/", {"password": PASSWORD})
    with ZipFile(BytesIO(downloaded(answer))) as archive:
        tables = json.loads(archive.read("footfall.json"))["tables"]
        sheets = [archive.read(f"{name}.csv").decode() for name in ("sessions", "sets")]

    (mine,) = (row for row in tables["sessions"]["rows"] if row["id"] == phone.session.pk)
    assert mine["logged_at"] is None
    sets = [row for row in tables["sets"]["rows"] if row["session_id"] == phone.session.pk]
    assert len(sets) == 12
    written = {(row["done_reps"], row["writer"], row["revision"]) for row in sets}
    assert written == {(9, str(phone.writer), 1)}
    for sheet in sheets:
        assert f"\n{phone.session.pk}," not in sheet
