"""The zone that the server itself keeps changes nothing that is stored or shown."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from logbook.models import Run, Session
from tests.browsing import words
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run, make_session
from tests.logbook.file_forms import import_run
from tests.logbook.run_forms import log_run
from tests.logbook.session_forms import log

pytestmark = pytest.mark.usefixtures("clock")

# Neither of them in whole hours of UTC, and a day apart.
SERVERS = ["UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns"]


@pytest.fixture(params=SERVERS)
def server(request, monkeypatch):
    """The machine's clock stands in that zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_the_server_really_stands_elsewhere(server):
    shown = time.strftime("%H:%M", time.localtime(NOW.timestamp()))

    assert shown == {"UTC": "08:00", "Asia/Kathmandu": "13:45", "Pacific/Kiritimati": "22:00"}.get(
        server, "05:30"
    )


@pytest.mark.usefixtures("server")
def test_what_is_typed_and_uploaded_is_stored_the_same(ana_client):
    run = log_run(ana_client, date="2026-07-28", time="23:50", duration="30:00")
    session = log(ana_client, run="", date="2026-07-29", time="00:30")
    imported = import_run(ana_client, fit_file(started_at=datetime(2026, 7, 27, 22, 15, 3, tzinfo=UTC)))

    assert (run.started_at, run.performed_on.day) == (datetime(2026, 7, 28, 21, 50, tzinfo=UTC), 28)
    assert (session.started_at, session.performed_on.day) == (datetime(2026, 7, 28, 22, 30, tzinfo=UTC), 29)
    assert (imported.started_at.hour, imported.started_at.second, imported.performed_on.day) == (22, 3, 28)
    assert {thing.logged_at for thing in (run, session, imported)} == {NOW}


@pytest.mark.usefixtures("server")
def test_pages_show_the_athlete_s_clock_and_days(ana, ana_client):
    run = make_run(ana, started_at=datetime(2026, 7, 28, 21, 50, tzinfo=UTC))
    session = make_session(ana, started_at=datetime(2026, 7, 28, 22, 45, tzinfo=UTC), run=run)

    assert "Tuesday 28 July 2026, 23:50 to 00:38" in words(ana_client.get(run.get_absolute_url()))
    assert "Wednesday 29 July 2026, 00:45" in words(ana_client.get(session.get_absolute_url()))
    week = words(ana_client.get("/history/2026-W31/"))
    assert "Tue 28 Jul 48 Easy run" in week
    assert "Wed 29 Jul 22 After-easy-run four, 22 min with the run of 28 Jul" in week
    assert "Wednesday 29 July, week 31" in words(ana_client.get("/"))


@pytest.mark.usefixtures("server")
def test_a_server_clock_put_back_an_hour_loses_nothing(ana, ana_client, clock):
    make_run(ana, started_at=NOW - timedelta(minutes=50))
    clock.passes(hours=-1)
    session = log(ana_client)

    assert (Run.objects.count(), Session.objects.get()) == (1, session)
    assert ana_client.get("/").status_code == 200
