"""Tabs that are at work while the account is deleted end at the sign-in, and leave nothing behind."""

import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client

from logbook import leaving
from logbook.models import LoggedSet, Session
from tests.at_once import at_once
from tests.browsing import form_on
from tests.builders.fit import fit_file
from tests.factories import NOW, PASSWORD, make_run, make_session
from tests.logbook.file_forms import CONTINUE, UPLOAD, on_disk, send
from tests.logbook.test_import_at_once import tab_of
from tests.pages.snapshots import belongings
from tests.pages.typed import EACH_AS_PLANNED
from workouts.middleware import EndedAccounts
from workouts.models import Athlete

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("clock")]

PAGE, LOGIN = "/settings/deletion/", "/accounts/login/"
SURE = {"sure": "on", "password": PASSWORD}


class Meanwhile:
    """Deletes the account between the sign-in of a request and its view, as a second tab may."""

    def __init__(self, monkeypatch, athlete: Athlete) -> None:
        self.athlete = athlete
        self.is_armed = True
        through = EndedAccounts.__call__

        def call(middleware, request):
            if self.is_armed and request.user.is_authenticated:
                self.is_armed = False
                other = threading.Thread(target=self.delete)
                other.start()
                other.join()
            return through(middleware, request)

        monkeypatch.setattr(EndedAccounts, "__call__", call)

    def delete(self) -> None:
        try:
            leaving.leave(athlete=self.athlete)
        finally:
            connections.close_all()


def session_typed() -> dict[str, str]:
    when = {"date": "2026-07-29", "time": "08:00", "minutes": "20"}
    return {"key": "0f0f0f0f-0000-4000-8000-000000000002", **when, **EACH_AS_PLANNED}


WRITES = {
    "a session": lambda house: ("/sessions/new/?circuit=after-easy-run-four", session_typed()),
    "a correction": lambda house: (
        f"/sessions/{house['session'].pk}/edit/",
        {**session_typed(), "seen": "1"},
    ),
    "a run": lambda house: (
        "/runs/new/",
        {
            "key": "0f0f0f0f-0000-4000-8000-000000000003",
            "date": "2026-07-29",
            "time": "07:00",
            "duration": "30:00",
            "kind": "easy",
        },
    ),
    "a deletion": lambda house: (f"/runs/{house['run'].pk}/deletion/", {}),
    "settings": lambda house: (
        "/settings/",
        {
            "time_zone": "Asia/Tokyo",
            "distance_unit": "mi",
            "weight_unit": "lb",
            "week_start": "sunday",
            "theme": "dark",
        },
    ),
    "a password": lambda house: (
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "quick-is-rough-8", "password2": "quick-is-rough-8"},
    ),
    "an address": lambda house: ("/accounts/email/", {"action_add": "", "email": "new@example.org"}),
    "a note": lambda house: ("/exercises/push-up/note/", {"note": "Slowly."}),
    "the week": lambda house: ("/settings/week/", {"wanted_sessions": "1"}),
    "the method": lambda house: ("/settings/plan/", {"asked": "PLACE-03"}),
    "an export": lambda house: ("/settings/export/", {"password": PASSWORD}),
    "the same deletion": lambda house: (PAGE, SURE),
}


@pytest.mark.parametrize("what", WRITES)
def test_what_another_tab_was_just_sending_ends_at_the_sign_in(
    ana, ana_client, ben, uploads, monkeypatch, what
):
    path, typed = WRITES[what]({"run": make_run(ana), "session": make_session(ana)})
    Meanwhile(monkeypatch, ana)

    answer = ana_client.post(path, typed)

    assert answer.status_code == 302
    page = ana_client.get(answer["Location"], follow=True)
    assert page.redirect_chain == [] or page.redirect_chain[-1][0].startswith(LOGIN)
    assert "Sign in" in page.content.decode()
    assert not any(belongings(ana).values())
    assert list(Athlete.objects.all()) == [ben]
    assert on_disk(uploads) == []


@pytest.mark.parametrize("step", ["sending", "reading"])
def test_files_on_their_way_in_leave_nothing_on_disk(ana, ana_client, ben, uploads, monkeypatch, step):
    content = fit_file(started_at=NOW)
    if step == "reading":
        batch = send(ana_client, ("run.fit", content))["Location"]
        button = form_on(ana_client.get(batch), CONTINUE)
    else:
        button = form_on(ana_client.get("/imports/"), UPLOAD)
        button = button.filled({"file": [SimpleUploadedFile("run.fit", content)]})
    Meanwhile(monkeypatch, ana)

    assert button.send(ana_client)["Location"].startswith(LOGIN)

    assert not any(belongings(ana).values())
    assert on_disk(uploads) == []


def test_ten_tabs_log_while_one_deletes_and_no_row_is_left(ana, ana_client, ben, uploads):
    make_session(ana)
    turns = iter(range(10))
    lock = threading.Lock()

    def act():
        with lock:
            turn = next(turns)
        tab: Client = tab_of(ana_client)
        tab.raise_request_exception = False
        if turn == 4:
            return tab.post(PAGE, SURE).status_code
        typed = {**session_typed(), "key": f"0f0f0f0f-0000-4000-8000-{turn:012d}"}
        return tab.post("/sessions/new/?circuit=after-easy-run-four", typed).status_code

    assert set(at_once(10, act)) == {302}
    assert list(Athlete.objects.all()) == [ben]
    assert (Session.objects.count(), LoggedSet.objects.count()) == (0, 0)
