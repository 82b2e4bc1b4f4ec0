"""The secret address of a calendar: who makes it, whom it opens to, and what ends it."""

import re
from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from logbook import leaving
from tests.browsing import form_on, notices, soup, words
from tests.factories import NOW, say_week
from workouts import publishing
from workouts.models import CalendarFeed

PAGE = "/settings/calendar/"
MADE, RENEWED, ENDED = f"{PAGE}address/", f"{PAGE}renewal/", f"{PAGE}withdrawal/"


@pytest.fixture
def address(ana):
    say_week(ana)
    return publishing.publish(athlete=ana, now=NOW).get_absolute_url()


def shown(client) -> str:
    return soup(client.get(PAGE)).find(id="address")["value"]


def opens(address) -> bool:
    status = Client().get(address).status_code
    assert status in (200, 404)
    return status == 200


def test_there_is_no_address_until_somebody_makes_one(ana, ana_client):
    page = soup(ana_client.get(PAGE))
    assert page.find(id="address") is None
    assert "Whoever knows the address can read all that" in words(page.main)
    answer = form_on(ana_client.get(PAGE), "Make the address").send(ana_client)
    assert answer["Location"] == PAGE
    address = shown(ana_client)
    assert re.fullmatch(r"http://testserver/calendar/[A-Za-z0-9_-]{43}\.ics", address)
    assert address == f"http://testserver{ana.calendar_feed.get_absolute_url()}"
    assert opens(address)


def test_made_twice_it_is_the_same(ana, ana_client):
    ana_client.post(MADE)
    first = shown(ana_client)
    ana_client.post(MADE)
    assert shown(ana_client) == first


def test_each_address_is_another(ana, ben):
    feeds = [publishing.publish(athlete=each, now=NOW) for each in (ana, ben)]
    tokens = {feed.token for feed in feeds}
    for _ in range(20):
        feed = publishing.renew(athlete=ana, feed_id=ana_feed(ana).pk, now=NOW)
        tokens.add(feed.token)
    assert len(tokens) == 22


def ana_feed(ana) -> CalendarFeed:
    return CalendarFeed.objects.get(athlete=ana)


def test_the_page_offers_it_to_a_calendar_program_and_to_be_copied(ana_client, address):
    page = soup(ana_client.get(PAGE))
    assert page.find("a", string="Open in a calendar program")["href"] == f"webcal://testserver{address}"
    copy = page.find("button", attrs={"data-copies": "address"})
    # Without a script it would do nothing.
    assert copy.has_attr("hidden")


def test_with_a_public_address_it_is_told_by_that(ana_client, address):
    with override_settings(PUBLIC_URL="https://footfall.example"):
        assert shown(ana_client) == f"https://footfall.example{address}"
        body = Client().get(address).content.decode().replace("\r\n ", "")
        assert "URL:https://footfall.example/plan/sessions/" in body
        assert "testserver" not in body


def test_on_the_machine_itself_the_page_says_that_a_phone_needs_another(ana_client, address):
    told = "leads only to the machine it is opened on"
    assert told in words(soup(ana_client.get(PAGE, headers={"host": "localhost:8000"})).main)
    with override_settings(PUBLIC_URL="https://footfall.example"):
        assert told not in words(soup(ana_client.get(PAGE)).main)


def test_another_address_ends_the_old_one_at_once(ana_client, address):
    answer = form_on(ana_client.get(PAGE), "Take another address").send(ana_client)
    assert answer["Location"] == PAGE
    renewed = shown(ana_client)
    assert not renewed.endswith(address)
    assert (opens(address), opens(renewed)) == (False, True)


def test_the_form_for_another_address_sent_twice_takes_one(ana_client, address):
    form = form_on(ana_client.get(PAGE), "Take another address")
    form.send(ana_client)
    renewed = shown(ana_client)
    form.send(ana_client)
    again = ana_client.get(PAGE)
    assert notices(again)[-1] == "That address was given up before. Nothing was changed."
    assert soup(again).find(id="address")["value"] == renewed


@pytest.mark.parametrize("number", ["", "0", "x", "-1", "9" * 30, "٣", "1.5"])
def test_a_number_of_no_address_changes_nothing(ana_client, address, number):
    assert ana_client.post(RENEWED, {"feed": number}).status_code == 302
    assert opens(address)


def test_nobody_renews_or_ends_anothers(ana, ben_client, address):
    ben_client.post(RENEWED, {"feed": ana_feed(ana).pk})
    ben_client.post(ENDED)
    assert opens(address)
    assert not CalendarFeed.objects.exclude(athlete=ana).exists()


def test_switched_off_it_is_gone_twice_as_once(ana, ana_client, address):
    form = form_on(ana_client.get(PAGE), "Switch it off")
    for _ in range(2):
        assert form.send(ana_client)["Location"] == PAGE
    assert not opens(address)
    assert not CalendarFeed.objects.exists()
    # Made again, it is another.
    ana_client.post(MADE)
    assert not shown(ana_client).endswith(address)


def test_an_account_that_is_switched_off_shows_nothing_and_switched_on_the_same(ana, address):
    for is_active in (False, True):
        ana.is_active = is_active
        ana.save()
        assert opens(address) is is_active


def test_what_is_no_address_is_answered_as_any_page_that_is_not_there(ana, address):
    token = ana_feed(ana).token
    wrong = ["x" * 43, token.swapcase(), token[:-1], f"{token}x", "0"]
    answers = [Client().get(f"/calendar/{each}.ics") for each in wrong]
    nowhere = Client().get("/nowhere/")
    for answer in answers:
        assert (answer.status_code, answer["Content-Type"]) == (404, nowhere["Content-Type"])
        assert soup(answer).main == soup(nowhere).main
    for other in (f"/calendar/{token}", f"/calendar/{token}.ics/", f"/calendar/{token}.json", "/calendar/"):
        assert Client().get(other).status_code == 404


def test_the_answer_is_private_and_says_nothing_to_where_a_link_leads(address):
    answer = Client().get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert not answer.cookies and "Last-Modified" not in answer


def test_it_can_be_asked_whether_anything_changed(ana, address):
    first = Client().get(address)
    same = Client().get(address, headers={"if-none-match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    # By its tag alone: what left the plan leaves no date.
    later = (timezone.now() + timedelta(days=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert Client().get(address, headers={"if-modified-since": later}).status_code == 200
    ana.wanted_sessions = 1
    ana.save()
    assert Client().get(address, headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_only_read(address, method):
    assert getattr(Client(), method)(address).status_code == 405
    assert Client().head(address).status_code == 200


def test_reading_it_changes_no_row(address, django_assert_num_queries):
    with django_assert_num_queries(7) as asked:
        Client().get(address)
    assert all(each["sql"].lstrip("(").startswith("SELECT") for each in asked.captured_queries)


def test_it_goes_with_the_account(ana, address):
    leaving.leave(athlete=ana)
    assert not CalendarFeed.objects.exists()
    assert not opens(address)


def test_the_settings_and_the_plan_lead_there(ana_client, address):
    for path in ("/settings/", "/plan/"):
        assert PAGE in [link["href"] for link in soup(ana_client.get(path)).main.find_all("a")]
