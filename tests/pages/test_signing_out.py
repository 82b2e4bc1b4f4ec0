"""Whoever signs out leaves nothing in the browser, whichever way it was done."""

import pytest
from django.test import Client

from tests.browsing import soup
from tests.factories import PASSWORD
from tests.pages.signing import is_signed_in

WAYS = {
    "/accounts/logout/": {},
    "/settings/sign-ins/end/": {"which": "all"},
    "/settings/deletion/": {"sure": "on", "password": PASSWORD},
}


@pytest.mark.parametrize(("path", "typed"), WAYS.items())
def test_the_answer_has_the_browser_drop_its_pages_and_leads_on(ana, ben, path, typed):
    client = Client()
    client.force_login(ana)
    answer = client.post(path, typed)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/")
    # Not its storage, where another person may have sets that were never sent.
    assert answer["Clear-Site-Data"] == '"cache"'
    assert not is_signed_in(client)
    # Cookies stay out of it, so that the next page still says what happened.
    assert client.get("/accounts/login/").context["messages"]


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("/settings/sign-ins/end/", {"which": "others"}),
        ("/settings/deletion/", {"sure": "on", "password": "not it"}),
        ("/settings/deletion/", {"password": PASSWORD}),
    ],
)
def test_whoever_stays_signed_in_keeps_what_there_is(ana_client, path, typed):
    assert "Clear-Site-Data" not in ana_client.post(path, typed)


@pytest.mark.parametrize(
    ("path", "doing"),
    [
        ("/accounts/logout/", "Signing out"),
        ("/settings/sign-ins/", "Signing out here"),
        ("/settings/deletion/", "Deleting your account"),
    ],
)
def test_every_way_out_has_room_to_warn_of_what_was_never_sent(ana_client, path, doing):
    page = soup(ana_client.get(path))
    warning = page.select_one("form[data-signs-out] [data-unsent]")
    assert warning["data-unsent"] == doing
    assert warning.has_attr("hidden")
    assert page.find("script", src="/static/js/sign-out.js")
