"""Enters a run as a person does: open the form, type, press save."""

from django.http import HttpResponse
from django.test import Client

from logbook.models import Run
from tests.browsing import PageForm, form_on

SAVE, SAVE_CHANGES = "Save run", "Save changes"
NEW = "/runs/new/"


def open_run_form(client: Client) -> PageForm:
    response = client.get(NEW)
    assert response.status_code == 200
    return form_on(response, SAVE)


def post_run(client: Client, **changes: str | None) -> HttpResponse:
    """Post the form with 48:10 and what is said otherwise."""
    return open_run_form(client).filled({"duration": "48:10"} | changes).send(client)


def log_run(client: Client, **changes: str | None) -> Run:
    """The run that the answer leads to."""
    response = post_run(client, **changes)
    assert response.status_code == 302, response.content.decode()
    return Run.objects.get(pk=int(response["Location"].split("/")[2]))
