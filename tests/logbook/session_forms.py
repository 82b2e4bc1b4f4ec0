"""Logs a session as a person does: open the form, change what differed, press save."""

from django.http import HttpResponse
from django.test import Client

from logbook.models import Session
from tests.browsing import PageForm, form_on
from workouts.models.circuit import FRONT_DOOR

SAVE, SAVE_CHANGES = "Save session", "Save changes"


def address(circuit: str = FRONT_DOOR) -> str:
    return f"/sessions/new/?circuit={circuit}"


def open_form(client: Client, url: str = address()) -> PageForm:
    response = client.get(url)
    assert response.status_code == 200
    return form_on(response, SAVE)


def post(client: Client, url: str = address(), /, **changes: str | None) -> HttpResponse:
    """Post the form with some fields otherwise; `station_1_sets` is the field station-1-sets."""
    return (
        open_form(client, url).filled({name.replace("_", "-"): v for name, v in changes.items()}).send(client)
    )


def log(client: Client, url: str = address(), /, **changes: str | None) -> Session:
    """The session that the answer leads to."""
    response = post(client, url, **changes)
    assert response.status_code == 302, response.content.decode()
    return Session.objects.get(pk=int(response["Location"].split("/")[2]))


def done(session: Session) -> list[tuple[int, int, int | None, int | None]]:
    """Every set as station, number, planned and done."""
    return [(s.station, s.number, s.planned, s.done) for s in session.sets.all()]
