"""Invites: a link lets one person make one account, though nobody else may sign up."""

from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests.at_once import at_once
from tests.browsing import form_on, notices, soup, words
from tests.factories import make_athlete
from tests.pages.signing import is_signed_in, sign_up
from workouts import inviting
from workouts.models import Athlete, Invite

PEOPLE = "/settings/people/"
GONE = "This invite no longer works"
CLOSED = "No new accounts here"


@pytest.fixture
def olga(db):
    cache.clear()
    athlete = make_athlete("olga")
    athlete.become_owner()
    athlete.save()
    return athlete


@pytest.fixture
def owner(olga):
    client = Client()
    client.force_login(olga)
    return client


@pytest.fixture
def link(olga):
    return link_of(olga)


def link_of(athlete: Athlete, **changes) -> str:
    made = inviting.invite(by=athlete, key=uuid4(), for_whom="", now=timezone.now())
    Invite.objects.filter(pk=made.invite.pk).update(**changes)
    return f"/accounts/invites/{made.token}/"


@pytest.mark.parametrize("registration", ["first-only", "closed", "open"])
def test_an_invite_lets_one_person_in_who_is_signed_in_then(olga, link, client, settings, registration):
    settings.REGISTRATION = registration
    page = client.get(link, follow=True)
    assert page.redirect_chain == [("/accounts/signup/", 302)]
    assert "olga invites you" in words(page)
    answer = sign_up(client, "jonas")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_signed_in(client)
    jonas = Athlete.objects.get(username="jonas")
    assert (jonas.is_owner, jonas.is_staff, jonas.is_superuser) == (False, False, False)
    invite = Invite.objects.get()
    assert invite.used_by == jonas
    assert invite.used_at is not None

    other = Client()
    assert GONE in words(other.get(link))
    if registration != "open":
        assert CLOSED in words(sign_up(other, "ben"))
        assert Athlete.objects.count() == 2


def test_without_the_link_the_door_stays_closed(olga, link, client):
    assert CLOSED in words(client.get("/accounts/signup/"))
    assert CLOSED in words(sign_up(client, "jonas"))


def test_the_owner_makes_one_by_the_page_and_sees_its_link_once(owner, client):
    form = form_on(owner.get(PEOPLE), "Make an invite").filled({"for_whom": "Jonas"})
    shown = form.send(owner)
    assert (shown.status_code, "Invite for Jonas" in words(shown)) == (200, True)
    path = soup(shown).find(id="link")["value"].removeprefix("http://testserver")
    token = path.split("/")[-2]
    assert (len(token), token.isalnum()) == (26, True)
    # Nothing that is stored, and no page after this one, has it.
    assert token not in str(list(Invite.objects.values()))
    listed = owner.get(PEOPLE).content.decode()
    assert "For Jonas" in listed
    assert token not in listed
    page = client.get(path, follow=True)
    assert "olga invites you" in words(page)
    assert "Jonas" not in words(page), "the reminder is the owner's alone"


def test_the_same_form_sent_twice_is_one_invite_with_one_link(owner):
    form = form_on(owner.get(PEOPLE), "Make an invite")
    links = {soup(form.send(owner)).find(id="link")["value"] for _ in range(2)}
    assert (len(links), Invite.objects.count()) == (1, 1)
    Invite.objects.get().withdraw(at=timezone.now())
    again = form.send(owner)
    assert again["Location"] == PEOPLE
    assert "Make another." in notices(owner.get(PEOPLE))[0]


def test_one_withdrawn_lets_nobody_in_not_even_who_opened_it_before(owner, link, client):
    client.get(link)
    answer = form_on(owner.get(PEOPLE), f"Withdraw the invite {Invite.objects.get()}").send(owner)
    assert answer.status_code == 302
    assert "is withdrawn" in notices(owner.get(PEOPLE))[0]
    assert GONE in words(sign_up(client, "jonas"))
    assert GONE in words(Client().get(link))
    assert Athlete.objects.count() == 1


def test_one_that_was_used_cannot_be_withdrawn_and_says_by_whom(owner, link, client):
    client.get(link)
    sign_up(client, "jonas")
    answer = owner.post(f"{PEOPLE}invites/{Invite.objects.get().pk}/withdrawal/", follow=True)
    assert "jonas came in by that invite before." in notices(answer)[0]
    assert Invite.objects.get().withdrawn_at is None


@pytest.mark.parametrize("opened_before", [True, False])
def test_one_lets_nobody_in_after_seven_days(olga, client, opened_before):
    link = link_of(olga)
    if opened_before:
        client.get(link)
    made_at = timezone.now() - timedelta(days=7, seconds=1)
    Invite.objects.update(made_at=made_at, expires_at=made_at + inviting.HOLDS_FOR)
    assert GONE in words(client.get("/accounts/signup/" if opened_before else link, follow=True))
    assert Athlete.objects.count() == 1


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}])
def test_one_ends_with_the_right_of_whoever_made_it(olga, sam, client, change):
    link = link_of(sam)
    Athlete.objects.filter(pk=sam.pk).update(**change)
    assert GONE in words(client.get(link))


def test_opening_a_link_uses_nothing_up_and_puts_its_token_in_no_page(link, client):
    token = link.split("/")[-2]
    before = list(Invite.objects.values())
    for browser in (Client(), client):
        answer = browser.get(link)
        assert answer["Location"] == "/accounts/signup/"
        assert answer["Referrer-Policy"] == "same-origin"
        assert "no-store" in answer["Cache-Control"]
    page = client.get("/accounts/signup/")
    assert token not in page.content.decode()
    assert token not in str(dict(client.session))
    assert list(Invite.objects.values()) == before


def test_a_link_typed_from_paper_in_capitals_works_too(link, client):
    token = link.split("/")[-2]
    assert client.get(link.replace(token, token.upper()))["Location"] == "/accounts/signup/"


def test_somebody_with_an_account_does_not_use_it_up(link, owner):
    assert "You have an account already" in words(owner.get(link))
    assert Invite.objects.get().used_at is None


def test_a_refused_sign_up_does_not_use_it_up(link, client):
    client.get(link)
    assert sign_up(client, "olga").status_code == 200
    assert sign_up(client, "jonas", password2="other").status_code == 200
    assert Invite.objects.get().used_at is None
    assert sign_up(client, "jonas").status_code == 302


def test_where_anybody_may_sign_up_a_used_invite_stops_nobody(olga, link, client, settings):
    client.get(link)
    Invite.objects.get().withdraw(at=timezone.now())
    settings.REGISTRATION = "open"
    assert sign_up(client, "jonas").status_code == 302


def test_after_twenty_wrong_links_an_address_is_refused_even_with_a_right_one(link):
    guesser, elsewhere = Client(), Client(REMOTE_ADDR="192.0.2.7")
    for n in range(20):
        assert guesser.get(f"/accounts/invites/guess-{n}/").status_code == 410
    assert guesser.get(link).status_code == 429
    assert elsewhere.get(link).status_code == 302


def test_right_links_count_against_nobody(link):
    for _ in range(25):
        assert Client().get(link).status_code == 302


def test_a_mistake_is_told_and_kept_and_makes_no_invite(owner):
    form = form_on(owner.get(PEOPLE), "Make an invite")
    answer = form.filled({"for_whom": "x" * 61}).send(owner)
    assert answer.status_code == 422
    assert "at most 60 letters" in words(answer)
    assert soup(answer).find(id="id_for_whom")["value"] == "x" * 61
    assert owner.post(f"{PEOPLE}invites/", {"key": "nonsense"}).status_code == 422
    assert not Invite.objects.exists()


def test_a_hundred_open_ones_are_enough(owner, olga, monkeypatch):
    monkeypatch.setattr(inviting, "MOST_OPEN", 2)
    for _ in range(2):
        link_of(olga)
    answer = form_on(owner.get(PEOPLE), "Make an invite").send(owner)
    assert answer.status_code == 422
    assert "Withdraw one that is not needed." in words(answer)


def test_those_whose_time_is_up_are_removed_at_the_next_start(olga, capsys):
    link_of(olga, expires_at=timezone.now() + timedelta(seconds=60))
    old = timezone.now() - timedelta(days=8)
    link_of(olga, made_at=old, expires_at=old + timedelta(days=7))
    call_command("purge")
    assert "Invites that were over: 1." in capsys.readouterr().out
    assert Invite.objects.count() == 1


class Rendezvous:
    """Checks passwords by waiting until as many sign-ups have got this far: all have passed the door."""

    barrier = Barrier(1)

    def validate(self, password, user=None):
        Rendezvous.barrier.wait(timeout=30)

    def get_help_text(self):
        return ""


@pytest.mark.django_db(transaction=True)
def test_of_two_with_one_invite_at_once_one_gets_in_and_the_other_is_told(settings):
    cache.clear()
    olga = make_athlete("olga", is_staff=True)
    link = link_of(olga)
    settings.AUTH_PASSWORD_VALIDATORS = [{"NAME": f"{__name__}.Rendezvous"}]
    Rendezvous.barrier = Barrier(2)
    names = ["jonas", "ben"]

    def come_in():
        client = Client()
        client.get(link)
        return sign_up(client, names.pop())

    answers = at_once(2, come_in)
    assert sorted(answer.status_code for answer in answers) == [302, 410]
    assert GONE in words(next(answer for answer in answers if answer.status_code == 410))
    newcomer = Athlete.objects.exclude(pk=olga.pk).get()
    assert Invite.objects.get().used_by == newcomer
