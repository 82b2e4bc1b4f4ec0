"""Starts a session and walks it by its plain forms, as a browser without JavaScript does."""

from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from logbook.models import Session
from tests.browsing import form_on
from workouts.models.circuit import FRONT_DOOR

DONE, LEAVE_OUT, SAVE = "Done, next", "Leave it out", "Save session"


def start(client: Client, circuit: str = FRONT_DOOR, **more: object) -> Session:
    """A session in the making, as a door starts it."""
    answer = client.post("/sessions/", {"key": uuid4(), "circuit": circuit, **more})
    assert answer.status_code == 302, answer.content.decode()
    return Session.objects.get(pk=int(answer["Location"].split("/")[2]))


def page_at(client: Client, session: Session, place: str = "", **more: str) -> HttpResponse:
    """The page of the player at that set, at the first unwritten one by itself."""
    asked = {**({"set": place} if place else {}), **more}
    return client.get(f"/sessions/{session.pk}/play/", asked)


def write(client: Client, session: Session, place: str = "", /, **typed: str | None) -> HttpResponse:
    """Type over what the form of a set holds, and press Done."""
    return form_on(page_at(client, session, place), DONE).filled(typed).send(client)


def leave_out(client: Client, session: Session, place: str = "") -> HttpResponse:
    form = form_on(page_at(client, session, place), LEAVE_OUT)
    return client.post(form.action, {**form.fields, "skipped": "1"})


def finish(client: Client, session: Session, **typed: str | None) -> HttpResponse:
    return form_on(client.get(f"/sessions/{session.pk}/completion/"), SAVE).filled(typed).send(client)
