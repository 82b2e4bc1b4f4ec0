"""Signing up: the first owns the instance and the door closes behind them, unless it is set otherwise."""

from threading import Barrier

import pytest
from django.test import Client

from tests.at_once import at_once
from tests.browsing import complaint, words
from tests.factories import make_athlete
from tests.pages.signing import is_signed_in, sign_in, sign_up
from workouts.models import Athlete

CLOSED = "No new accounts here"


def test_the_first_account_owns_the_instance_and_is_signed_in(client, db):
    assert "will own the instance" in words(client.get("/accounts/signup/"))
    answer = sign_up(client, "ana")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    ana = Athlete.objects.get()
    assert (ana.username, ana.is_owner, ana.is_staff, ana.is_superuser) == ("ana", True, True, True)
    assert is_signed_in(client)


def test_after_the_first_the_door_is_closed(client, db):
    sign_up(Client(), "ana")
    for answer in (client.get("/accounts/signup/"), sign_up(client, "ben")):
        assert answer.status_code == 200
        assert CLOSED in words(answer)
    assert [athlete.username for athlete in Athlete.objects.all()] == ["ana"]
    assert not is_signed_in(client)
    assert "/accounts/signup/" not in client.get("/accounts/login/").content.decode()


def test_without_anybody_the_page_to_sign_in_leads_to_the_first_account(client, db):
    assert client.get("/accounts/login/")["Location"] == "/accounts/signup/"
    make_athlete()
    assert client.get("/accounts/login/").status_code == 200


def test_an_open_instance_lets_a_second_in_as_a_plain_athlete(client, db, settings):
    settings.REGISTRATION = "open"
    sign_up(Client(), "ana")
    assert "Create one" in words(client.get("/accounts/login/"))
    assert sign_up(client, "ben").status_code == 302
    ben = Athlete.objects.get(username="ben")
    assert (ben.is_owner, ben.is_staff, ben.is_superuser) == (False, False, False)
    assert Athlete.objects.filter(is_owner=True).count() == 1


def test_a_closed_instance_lets_nobody_in_not_even_the_first(client, db, settings):
    settings.REGISTRATION = "closed"
    assert CLOSED in words(sign_up(client, "ana"))
    assert not Athlete.objects.exists()
    assert client.get("/accounts/login/").status_code == 200


class Rendezvous:
    """Checks passwords by waiting until as many sign-ups have got this far: all have passed the door."""

    barrier = Barrier(1)

    def validate(self, password, user=None):
        Rendezvous.barrier.wait(timeout=30)

    def get_help_text(self):
        return ""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("same_name", [False, True])
def test_two_first_sign_ups_at_once_make_one_owner_and_no_error(settings, same_name):
    settings.AUTH_PASSWORD_VALIDATORS = [{"NAME": f"{__name__}.Rendezvous"}]
    Rendezvous.barrier = Barrier(2)
    names = ["ana", "ana" if same_name else "ben"]
    answers = at_once(2, lambda: sign_up(Client(), names.pop()))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    loser = next(answer for answer in answers if answer.status_code == 200)
    assert CLOSED in words(loser)
    (owner,) = Athlete.objects.all()
    assert (owner.is_owner, owner.is_staff) == (True, True)


@pytest.mark.django_db(transaction=True)
def test_two_sign_ups_at_once_on_an_open_instance_both_get_in_but_one_owns_it(settings):
    settings.REGISTRATION = "open"
    settings.AUTH_PASSWORD_VALIDATORS = [{"NAME": f"{__name__}.Rendezvous"}]
    Rendezvous.barrier = Barrier(2)
    names = ["ana", "ben"]
    answers = at_once(2, lambda: sign_up(Client(), names.pop()))
    # On PostgreSQL both may have found nobody: the second is asked to send the form again.
    late = [answer for answer in answers if answer.status_code != 302]
    assert all("Send the form again." in words(answer) for answer in late)
    assert len(late) < 2
    assert Athlete.objects.count() == 2 - len(late)
    assert Athlete.objects.filter(is_owner=True, is_staff=True).count() == 1


def test_the_time_zone_comes_from_the_browser(client, db):
    sign_up(client, "ana", time_zone="Asia/Kathmandu")
    assert Athlete.objects.get().time_zone == "Asia/Kathmandu"


@pytest.mark.parametrize("nonsense", ["", "Mars/Olympus", "../../etc/passwd", "utc\n", "Europe/Berlin; --"])
def test_a_time_zone_that_is_none_is_ignored(client, db, nonsense):
    assert sign_up(client, "ana", time_zone=nonsense).status_code == 302
    assert Athlete.objects.get().time_zone == "UTC"


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"username": ""}, "username", "This field is required."),
        ({"password1": "12345678", "password2": "12345678"}, "password1", "too common"),
        ({"password1": "short-7", "password2": "short-7"}, "password1", "too short"),
        ({"password2": "slow-is-smooth-8"}, "password2", "same password"),
        ({"email": "ana@"}, "email", "valid email"),
    ],
)
def test_a_mistake_is_told_at_its_field_and_nothing_is_stored(client, db, changes, field, sentence):
    answer = sign_up(client, "ana", **changes)
    assert answer.status_code == 200
    assert sentence in complaint(answer, field)
    assert not Athlete.objects.exists()


def test_a_name_that_is_taken_is_told_in_whatever_letters(client, db, settings):
    settings.REGISTRATION = "open"
    make_athlete("ana")
    answer = sign_up(client, "ANA")
    assert "already exists" in complaint(answer, "username")
    assert Athlete.objects.count() == 1


@pytest.mark.parametrize("address", ["ana@example.org", "Ana@Example.ORG"])
def test_an_address_that_is_taken_is_told_at_its_field_where_no_mail_is_sent(client, db, settings, address):
    settings.REGISTRATION = "open"
    sign_up(Client(), "ana", email="ana@example.org")
    answer = sign_up(client, "ben", email=address)
    assert answer.status_code == 200
    assert "already registered with this email address" in complaint(answer, "email")
    assert Athlete.objects.count() == 1


def test_a_password_is_kept_to_the_letter(client, db):
    """Spaces at its ends, other scripts and its whole length count."""
    odd = "  café 👟 " + "x" * 120 + " "
    assert sign_up(client, "ana", password1=odd, password2=odd).status_code == 302
    for close in (odd.strip(), odd[:72]):
        assert sign_in(other := Client(), "ana", close).status_code == 200
        assert not is_signed_in(other)
    assert sign_in(other := Client(), "ana", odd).status_code == 302
    assert is_signed_in(other)
