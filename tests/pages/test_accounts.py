"""Signing in and out: by name or address, within limits, and back to pages of this instance alone."""

import pytest
from django.contrib.sessions.models import Session as BrowserSession
from django.test import Client
from django.utils import timezone

from tests.browsing import form_on, words
from tests.factories import PASSWORD, make_athlete
from tests.pages.signing import is_signed_in, sign_in, sign_up
from workouts.models import Athlete

WRONG = "not-the-password"


@pytest.mark.parametrize("login", ["ana", "ana@example.org", "ANA@example.org"])
def test_a_name_or_an_address_signs_in(client, db, login):
    sign_up(Client(), "ana", email="ana@example.org")
    answer = sign_in(client, login)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_signed_in(client)


def test_signing_in_leads_on_to_the_page_that_was_asked_for(ana, client):
    asked = client.get("/runs/?until=2026-07-01")
    form = form_on(client.get(asked["Location"]), "Sign in")
    answer = form.filled({"login": "ana", "password": PASSWORD}).send(client)
    assert answer["Location"] == "/runs/?until=2026-07-01"


ELSEWHERE = [
    "//evil.example",
    "///evil.example",
    "https:evil.example",
    "https:///evil.example",
    "https://evil.example/",
    "http://evil.example/",
    r"\\evil.example",
    r"/\evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "//testserver@evil.example/",
    "http://testserver.evil.example/",
    "\t//evil.example",
]


@pytest.mark.parametrize("to", ELSEWHERE)
def test_no_way_in_or_out_leads_to_another_host(ana, client, to):
    for path, body in {
        "/accounts/login/": {"login": "ana", "password": PASSWORD},
        "/accounts/reauthenticate/": {"password": PASSWORD},
        "/accounts/password/change/": {"oldpassword": PASSWORD, "password1": WRONG, "password2": WRONG},
        "/accounts/logout/": {},
    }.items():
        answer = client.post(path, {**body, "next": to})
        assert answer.status_code == 302, path
        assert answer["Location"] in ("/", "/accounts/login/", "/accounts/password/change/"), path


@pytest.mark.parametrize("to", ELSEWHERE)
def test_somebody_signed_in_already_is_not_led_to_another_host_either(ana_client, to):
    for path in ("/accounts/login/", "/accounts/signup/"):
        assert ana_client.get(path, {"next": to})["Location"] == "/"


def test_the_tenth_wrong_password_is_the_last_that_is_looked_at(ana, client):
    for _ in range(10):
        answer = sign_in(client, "ana", WRONG)
        assert "not correct" in words(answer)
    answer = sign_in(client, "ana", PASSWORD)
    assert "Too many wrong tries" in words(answer)
    assert not is_signed_in(client)


def test_nine_wrong_passwords_do_not_lock_anybody_out(ana, client):
    for _ in range(9):
        sign_in(client, "ana", WRONG)
    assert sign_in(client, "ana", PASSWORD).status_code == 302


def test_a_stranger_s_wrong_passwords_do_not_lock_the_owner_out_elsewhere(ana, client):
    stranger = Client(REMOTE_ADDR="192.0.2.7")
    for _ in range(11):
        sign_in(stranger, "ana", WRONG)
    assert "Too many wrong tries" in words(sign_in(stranger, "ana", PASSWORD))
    assert sign_in(client, "ana", PASSWORD).status_code == 302


def test_another_account_stays_open_from_the_same_address(ana, ben, client):
    for _ in range(10):
        sign_in(client, "ana", WRONG)
    assert sign_in(client, "ben", PASSWORD).status_code == 302


def test_another_name_for_this_server_brings_no_further_tries(ana, client):
    for n in range(10):
        client.post("/accounts/login/", {"login": "ana", "password": WRONG}, headers={"host": f"a{n}.local"})
    body = {"login": "ana", "password": PASSWORD}
    answer = client.post("/accounts/login/", body, headers={"host": "z.local"})
    assert "Too many wrong tries" in words(answer)


def test_after_twenty_wrong_passwords_an_address_is_refused_for_every_account(ana, client):
    for n in range(20):
        assert "not correct" in words(sign_in(client, f"nobody-{n}", WRONG))
    assert "Too many wrong tries" in words(sign_in(client, "ana", PASSWORD))
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert sign_in(elsewhere, "ana", PASSWORD).status_code == 302


def test_a_header_anybody_can_write_does_not_make_a_new_address(ana, client):
    for n in range(20):
        client.post(
            "/accounts/login/",
            {"login": f"nobody-{n}", "password": WRONG},
            headers={"X-Forwarded-For": f"192.0.2.{n}"},
        )
    answer = client.post(
        "/accounts/login/", {"login": "ana", "password": PASSWORD}, headers={"X-Forwarded-For": "192.0.2.99"}
    )
    assert "Too many wrong tries" in words(answer)


def test_an_unknown_name_and_a_wrong_password_get_the_same_answer(ana, client):
    known, unknown = (words(sign_in(client, login, WRONG)) for login in ("ana", "ann"))
    assert known == unknown
    known, unknown = (words(sign_in(client, f"{login}@example.org", WRONG)) for login in ("ana", "ann"))
    assert known == unknown


def test_an_account_that_is_switched_off_is_out_at_once_and_stays_out(ana, ana_client, client):
    assert is_signed_in(ana_client)
    Athlete.objects.filter(pk=ana.pk).update(is_active=False)
    assert not is_signed_in(ana_client)
    sign_in(client, "ana", PASSWORD)
    assert not is_signed_in(client)


def test_a_sign_in_lasts_thirty_days(ana, client):
    sign_in(client, "ana")
    cookie = client.cookies["sessionid"]
    assert int(cookie["max-age"]) == 30 * 24 * 60 * 60
    left = BrowserSession.objects.get(pk=cookie.value).expire_date - timezone.now()
    assert 29.99 < left.total_seconds() / (24 * 60 * 60) <= 30


def test_signing_in_makes_a_new_key_so_that_a_planted_one_is_worth_nothing(ana, client):
    client.get("/accounts/login/")
    session = client.session
    session["planted"] = True
    session.save()
    planted = client.cookies["sessionid"].value
    sign_in(client, "ana")
    assert client.cookies["sessionid"].value != planted
    other = Client()
    other.cookies["sessionid"] = planted
    assert not is_signed_in(other)


def test_signing_out_ends_the_sign_in_on_the_server(ana, client):
    sign_in(client, "ana")
    kept = client.cookies["sessionid"].value
    assert client.get("/accounts/logout/").status_code == 200
    assert is_signed_in(client), "a link alone must not sign anybody out"
    form_on(client.get("/accounts/logout/"), "Sign out").send(client)
    client.cookies["sessionid"] = kept
    assert not is_signed_in(client)


def test_a_new_password_keeps_this_sign_in_and_ends_the_others(ana):
    here, there = Client(), Client()
    for client in (here, there):
        sign_in(client, "ana")
    typed = {"oldpassword": PASSWORD, "password1": "fast-is-later-8", "password2": "fast-is-later-8"}
    answer = form_on(here.get("/accounts/password/change/"), "Change password").filled(typed).send(here)
    assert answer.status_code == 302
    assert is_signed_in(here)
    assert not is_signed_in(there)
    assert sign_in(Client(), "ana", PASSWORD).status_code == 200
    assert sign_in(Client(), "ana", "fast-is-later-8").status_code == 302


def test_a_new_password_needs_the_old_one(ana, ana_client):
    before = ana.password
    typed = {"oldpassword": WRONG, "password1": "fast-is-later-8", "password2": "fast-is-later-8"}
    answer = ana_client.post("/accounts/password/change/", typed)
    assert answer.status_code == 200
    ana.refresh_from_db()
    assert ana.password == before


def test_an_address_of_somebody_else_is_refused_without_a_word_of_a_mail(ana, ben_client):
    sign_up_address = "ana@example.org"
    other = Client()
    other.force_login(ana)
    sign_in_again(other)
    assert add_address(other, sign_up_address).status_code == 302
    answer = add_address(sign_in_again(ben_client), sign_up_address)
    assert "already registered with this email address" in words(answer)
    assert "sent" not in words(answer)


def test_a_new_address_signs_in_and_promises_no_mail_where_none_is_sent(ana, client):
    sign_in(client, "ana")
    answer = client.post("/accounts/email/", {"action_add": "", "email": "ana@example.org"}, follow=True)
    said = words(answer)
    assert "ana@example.org added. This instance sends no mail, so there is nothing to confirm." in said
    assert sign_in(other := Client(), "ana@example.org").status_code == 302
    assert is_signed_in(other)


def sign_in_again(client: Client) -> Client:
    """What changes the way in asks for the password once more."""
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def add_address(client: Client, address: str):
    return client.post("/accounts/email/", {"action_add": "", "email": address})


@pytest.mark.parametrize("nul", ["\0", "ana\0"])
def test_a_name_that_no_database_can_hold_is_refused_in_words(db, client, nul):
    make_athlete("ana")
    assert sign_in(client, nul).status_code == 200
    assert sign_in(client, "ana", nul).status_code == 200
    assert client.post("/accounts/password/reset/", {"email": nul}).status_code == 200


def test_an_account_without_a_zone_learns_it_when_its_athlete_signs_in(ana, client):
    assert ana.time_zone_set_at is None
    sign_in(client, "ana", time_zone="America/New_York")
    ana.refresh_from_db()
    assert ana.time_zone == "America/New_York"
    # Once is enough: a journey does not move it.
    sign_in(Client(), "ana", time_zone="Asia/Tokyo")
    ana.refresh_from_db()
    assert ana.time_zone == "America/New_York"


@pytest.mark.parametrize("nonsense", ["", "Mars/Olympus", "x" * 5000])
def test_a_zone_that_is_none_changes_nothing(ana, client, nonsense):
    assert sign_in(client, "ana", time_zone=nonsense).status_code == 302
    ana.refresh_from_db()
    assert (ana.time_zone, ana.time_zone_set_at) == ("Europe/Berlin", None)


def test_a_zone_chosen_in_the_settings_is_not_guessed_over(ana, ana_client):
    chosen = form_on(ana_client.get("/settings/"), "Save settings").filled({"time_zone": "Asia/Kathmandu"})
    chosen.send(ana_client)
    sign_in(Client(), "ana", time_zone="America/New_York")
    ana.refresh_from_db()
    assert ana.time_zone == "Asia/Kathmandu"
