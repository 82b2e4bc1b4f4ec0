"""When something is refused or breaks, the page says so in our own way and gives nothing away."""

import pytest
from django.test import Client, override_settings

from config.reference import HEADER
from tests.browsing import soup, words


def error_page(answer, status: int) -> str:
    """The words of an error page, once it has been found in our style and without a trace."""
    assert answer.status_code == status
    page = soup(answer)
    assert page.find("link", href="/static/css/base.css"), "a page without our stylesheets"
    assert page.find("a", class_="brand")
    assert words(page.find(class_="dateline")).split(",")[0] == f"Error {status}"
    assert len(page.find_all("h1")) == 1
    for trace in ("Traceback", "Exception", "RuntimeError", "on purpose", "careless.py", "DEBUG", "Django"):
        assert trace not in answer.content.decode(), trace
    return words(answer)


def test_a_host_that_is_not_served_names_the_setting_to_add_it_to(db):
    answer = Client().get("/", headers={"host": "elsewhere.example"})
    said = error_page(answer, 400)
    assert "This address is not served." in said
    assert "Add the host name to ALLOWED_HOSTS" in said
    assert "PUBLIC_URL" in said
    assert "elsewhere.example" not in answer.content.decode()


def test_too_many_fields_get_the_same_page(house, settings):
    many = {f"field-{n}": "x" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    said = error_page(house.client_of("owner").post("/settings/", many), 400)
    assert "Nothing was changed." in said


def test_what_is_not_open_to_an_athlete_says_so(house):
    assert "This is not open to you." in error_page(house.client_of("owner").get("/admin/login/"), 403)


@pytest.mark.parametrize("who", ["anonymous", "owner"])
def test_a_form_that_went_stale_says_what_to_do(house, who):
    client = house.client_of(who)
    client.handler.enforce_csrf_checks = True
    said = error_page(client.post("/accounts/login/" if who == "anonymous" else "/runs/new/", {}), 403)
    assert "Go back, load the page again and send it once more. Nothing was saved." in said


@pytest.mark.parametrize("who", ["anonymous", "owner"])
def test_an_address_with_nothing_behind_it_says_so(house, who):
    assert "Nothing stands here." in error_page(house.client_of(who).get("/nowhere/"), 404)


def test_too_many_tries_say_when_to_come_back(house):
    client = Client()
    for _ in range(60):
        answer = client.post("/accounts/login/", {"login": "", "password": ""})
    assert answer.status_code == 200
    answer = client.post("/accounts/login/", {"login": "", "password": ""})
    assert "It takes the next one in 60 minutes." in error_page(answer, 429)
    assert 3500 < int(answer["Retry-After"]) <= 3600


def test_a_page_that_breaks_shows_no_trace(house):
    with override_settings(ROOT_URLCONF="tests.pages.careless"):
        answer = house.client_of("owner").get("/careless/broken/")
    said, reference = error_page(answer, 500), answer[HEADER]
    assert "Our fault, not yours." in said
    assert f"Error 500, reference {reference}" in said
    assert f"tell whoever runs this server the reference {reference}" in said


def test_a_page_that_breaks_needs_neither_database_nor_person():
    """No database is open to this test: if the page asked for it, that would show."""
    with override_settings(ROOT_URLCONF="tests.pages.careless"):
        error_page(Client(raise_request_exception=False).get("/careless/unlocked-and-broken/"), 500)
