"""The people page: for those who run the instance alone, and what they may do to whom."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browsing import form_on, notices, soup, words
from tests.factories import make_athlete, make_run
from tests.pages.ledger import cost_of
from tests.pages.signing import is_signed_in, sign_in
from workouts.models import Athlete, Invite

PEOPLE = "/settings/people/"
NEW = "fast-is-later-8"
MOST_QUERIES, MOST_BYTES = 5, 40 * 1024


@pytest.fixture
def olga(db):
    athlete = make_athlete("olga", time_zone="Europe/Berlin")
    athlete.become_owner()
    athlete.save()
    return athlete


@pytest.fixture
def owner(olga):
    return client_of(olga)


def client_of(athlete: Athlete) -> Client:
    client = Client()
    client.force_login(athlete)
    return client


def rows(answer) -> list[str]:
    return [words(row) for row in soup(answer).select(".rows.people > li")]


def row(answer, name: str) -> str:
    return next(text for text in rows(answer) if text.startswith(name))


def link_on(answer) -> str:
    """The link that a page shows, without the host."""
    return soup(answer).find(id="link")["value"].removeprefix("http://testserver")


def press(client: Client, athlete: Athlete, action: str):
    return client.post(f"{PEOPLE}{athlete.pk}/{action}/")


def test_the_settings_lead_the_owner_there_and_nobody_else(owner, ana_client):
    assert f'href="{PEOPLE}"' in owner.get("/settings/").content.decode()
    assert f'href="{PEOPLE}"' not in ana_client.get("/settings/").content.decode()
    assert 'href="/admin/"' in owner.get(PEOPLE).content.decode()


def test_it_tells_names_days_and_states_and_nothing_that_was_logged(owner, olga, ana):
    joined, came = datetime(2026, 3, 1, 23, 30, tzinfo=UTC), datetime(2026, 5, 3, 22, 30, tzinfo=UTC)
    Athlete.objects.filter(pk=ana.pk).update(date_joined=joined, last_login=came, email="ana@example.org")
    make_athlete("dora", is_active=False)
    make_run(ana, note="quokka in the note")
    answer = owner.get(PEOPLE)
    # By the clock of whoever looks, in Berlin.
    assert "Here since 2 March 2026. Last signed in on 4 May 2026." in row(answer, "ana")
    assert "switched off" in row(answer, "dora")
    assert "Never signed in." in row(answer, "dora")
    assert row(answer, "olga").startswith("olga you owner")
    told = answer.content.decode()
    assert "quokka" not in told
    assert "ana@example.org" not in told
    assert "3, 1 of them switched off" in words(answer)


@pytest.mark.parametrize(
    "path", ["", "invites/", "invites/1/withdrawal/", "1/reset-link/", "1/deactivation/"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_it_is_not_there_for_other_athletes(ana_client, olga, path, method):
    assert getattr(ana_client, method)(PEOPLE + path).status_code == 404


def test_an_owner_who_is_switched_off_gets_nothing(owner, olga, ana):
    Athlete.objects.filter(pk=olga.pk).update(is_active=False)
    for answer in (owner.get(PEOPLE), owner.post(f"{PEOPLE}invites/"), press(owner, ana, "reset-link")):
        assert answer["Location"].startswith("/accounts/login/?next=")
    assert not Invite.objects.exists()


def test_a_link_for_a_new_password_works_once_and_ends_other_sign_ins(owner, ana, ana_client):
    shown = form_on(owner.get(PEOPLE), "Link for a new password of ana").send(owner)
    assert shown.status_code == 200
    assert "New password for ana" in words(shown)
    link, newcomer = link_on(shown), Client()
    page = newcomer.get(link, follow=True)
    assert page.redirect_chain[-1][0].endswith("-set-password/")
    assert "For the account ana" in words(page)
    form = form_on(page, "Set the password").filled({"password1": NEW, "password2": NEW})
    assert form.send(newcomer)["Location"] == "/accounts/password/reset/key/done/"
    assert not is_signed_in(ana_client)
    assert sign_in(Client(), "ana", NEW).status_code == 302
    assert "This link no longer works" in words(Client().get(link, follow=True))


def test_a_changed_password_or_a_sign_in_ends_a_link(owner, ana):
    first = link_on(press(owner, ana, "reset-link"))
    sign_in(Client(), "ana")
    assert "This link no longer works" in words(Client().get(first, follow=True))
    second = link_on(press(owner, ana, "reset-link"))
    ana.set_password(NEW)
    ana.save(update_fields=["password"])
    assert "This link no longer works" in words(Client().get(second, follow=True))


def test_a_link_holds_for_a_day(owner, ana, settings):
    link = link_on(press(owner, ana, "reset-link"))
    assert settings.PASSWORD_RESET_TIMEOUT == 24 * 60 * 60
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "This link no longer works" in words(Client().get(link, follow=True))


def test_a_link_of_an_account_that_is_switched_off_sets_nothing(owner, ana):
    link = link_on(press(owner, ana, "reset-link"))
    newcomer, before = Client(), ana.password
    page = newcomer.get(link, follow=True)
    press(owner, ana, "deactivation")
    form_on(page, "Set the password").filled({"password1": NEW, "password2": NEW}).send(newcomer)
    assert "This link no longer works" in words(Client().get(link, follow=True))
    ana.refresh_from_db()
    assert (ana.password, ana.is_active) == (before, False)
    assert "is switched off. Switch it on first." in notices(press_and_follow(owner, ana, "reset-link"))[-1]


def press_and_follow(client: Client, athlete: Athlete, action: str):
    return client.post(f"{PEOPLE}{athlete.pk}/{action}/", follow=True)


def test_an_account_switched_off_is_out_at_once_and_comes_back_by_undo(owner, ana, ana_client):
    answer = press_and_follow(owner, ana, "deactivation")
    assert "The account ana is switched off" in notices(answer)[0]
    assert not is_signed_in(ana_client)
    sign_in(other := Client(), "ana")
    assert not is_signed_in(other)
    assert "is switched on" in notices(owner.post(form_on(answer, "Undo").action, follow=True))[0]
    assert sign_in(Client(), "ana").status_code == 302
    # The browsers of before stay out: one of them may be why it was switched off.
    assert not is_signed_in(ana_client)


def test_nobody_switches_themselves_or_the_owner_off(owner, olga, sam, sam_client):
    assert "stays on" in notices(press_and_follow(owner, olga, "deactivation"))[0]
    assert "stays on" in notices(press_and_follow(sam_client, olga, "deactivation"))[0]
    assert "stays on" in notices(press_and_follow(sam_client, sam, "deactivation"))[0]
    assert Athlete.objects.filter(is_active=True).count() == 2
    for client in (owner, sam_client):
        assert "Switch off the account olga" not in client.get(PEOPLE).content.decode()


def test_staff_without_every_right_takes_over_nobody_who_runs_the_instance(olga, sam, ana):
    stan = make_athlete("stan", is_staff=True)
    client = client_of(stan)
    for above in (olga, sam):
        assert press(client, above, "reset-link").status_code == 302
        press(client, above, "deactivation")
        above.refresh_from_db()
        assert above.is_active
        assert "Link for a new password" not in row(client.get(PEOPLE), above.username)
    assert press(client, ana, "reset-link").status_code == 200


def test_a_link_for_oneself_is_refused_with_the_way_to_do_it(owner, olga):
    said = notices(press_and_follow(owner, olga, "reset-link"))[0]
    assert "It is your own: change its password in the settings." in said


def test_a_form_from_elsewhere_changes_nothing(olga, ana):
    client = Client(enforce_csrf_checks=True)
    client.force_login(olga)
    assert press(client, ana, "deactivation").status_code == 403
    assert press(client, ana, "reset-link").status_code == 403
    ana.refresh_from_db()
    assert ana.is_active


def test_a_link_names_the_configured_address_whatever_the_request_says(owner, ana, settings):
    settings.PUBLIC_URL, settings.ALLOWED_HOSTS = "https://footfall.example", ["*"]
    answer = owner.post(f"{PEOPLE}{ana.pk}/reset-link/", headers={"host": "evil.example"})
    assert soup(answer).find(id="link")["value"].startswith("https://footfall.example/accounts/")


@pytest.mark.parametrize(
    ("host", "stays"), [("localhost", True), ("127.0.0.1:8000", True), ("a.local", False)]
)
def test_a_link_that_leads_nobody_else_here_says_so(owner, ana, host, stays):
    answer = owner.post(f"{PEOPLE}{ana.pk}/reset-link/", headers={"host": host})
    assert soup(answer).find(id="link")["value"].startswith(f"http://{host}/")
    assert ("leads only to the machine it is opened on" in words(answer)) == stays


def test_the_page_is_light_and_costs_the_same_for_many(owner, olga, sam):
    few = cost_of(owner, "GET", PEOPLE)
    Athlete.objects.bulk_create(Athlete(username=f"runner {n}") for n in range(60))
    for n in range(40):
        owner.post(f"{PEOPLE}invites/", {"key": f"0f0f0f0f-0000-4000-8000-0000000000{n:02}"})
    many = cost_of(owner, "GET", PEOPLE)
    assert len(rows(many.answer)) == 62 + 40
    assert few.queries == many.queries <= MOST_QUERIES
    assert many.bytes <= MOST_BYTES, f"{many.bytes} bytes"


def test_an_athlete_who_only_asks_costs_no_query_of_people(ana_client):
    with CaptureQueriesContext(connection) as queries:
        ana_client.get(PEOPLE)
    assert not [query["sql"] for query in queries if "invite" in query["sql"]]
