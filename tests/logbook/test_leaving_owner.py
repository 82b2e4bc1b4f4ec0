"""The owner of an instance hands it on, or leaves it open for the next first account."""

import pytest
from django.core.management import call_command
from django.test import Client

from logbook import leaving
from tests.browsing import form_on, soup, words
from tests.factories import PASSWORD, make_athlete
from workouts.models import Athlete

pytestmark = pytest.mark.django_db

PAGE = "/settings/deletion/"
SURE = {"sure": "on", "password": PASSWORD}
BUTTON = "Delete my account"


@pytest.fixture
def olga(db):
    """She signed up first."""
    athlete = make_athlete("olga")
    athlete.become_owner()
    athlete.save()
    return athlete


@pytest.fixture
def client_of_olga(olga):
    client = Client()
    client.force_login(olga)
    return client


def test_ownership_passes_to_the_person_chosen_and_the_account_is_gone(olga, client_of_olga, ana, ben):
    form = form_on(client_of_olga.get(PAGE), BUTTON)
    assert form.filled({**SURE, "heir": str(ben.pk)}).send(client_of_olga).status_code == 302
    assert not Athlete.objects.filter(username="olga").exists()
    ben.refresh_from_db()
    ana.refresh_from_db()
    assert (ben.is_owner, ben.is_staff, ben.is_superuser) == (True, True, True)
    assert (ana.is_owner, ana.is_staff) == (False, False)


@pytest.mark.parametrize("heir", ["", "0", "abc", "hers", "off"])
def test_without_a_person_who_can_follow_the_owner_stays(olga, client_of_olga, ana, heir):
    off = make_athlete("off", is_active=False)
    ids = {"hers": str(olga.pk), "off": str(off.pk)}
    answer = client_of_olga.post(PAGE, {**SURE, "heir": ids.get(heir, heir)})
    assert answer.status_code == 422
    assert "Choose who owns this instance after you." in answer.content.decode()
    assert Athlete.objects.get(is_owner=True) == olga
    assert Athlete.objects.count() == 3


def test_only_those_who_can_sign_in_are_offered(client_of_olga, ana):
    make_athlete("off", is_active=False)
    options = [words(option) for option in soup(client_of_olga.get(PAGE)).select("select[name=heir] option")]
    assert options == ["Choose a person", "ana"]


def test_where_nobody_else_can_sign_in_the_page_leads_to_where_an_account_is_switched_on(
    olga, client_of_olga
):
    off = make_athlete("off", is_active=False)
    answer = client_of_olga.get(PAGE)
    page = answer.content.decode()
    assert "Nobody else here can sign in" in page
    assert BUTTON not in page
    assert client_of_olga.post(PAGE, SURE).status_code == 422
    assert Athlete.objects.filter(pk=olga.pk).exists()
    [link] = [link for link in soup(answer).select("main .notice a") if words(link) == "Switch an account on"]
    form_on(client_of_olga.get(link["href"]), "Switch on the account off").send(client_of_olga)
    off.refresh_from_db()
    assert off.is_active


def test_one_who_went_while_the_page_was_open_cannot_follow(olga, ana):
    gone = ana.pk
    leaving.leave(athlete=ana)
    make_athlete("ben")
    with pytest.raises(leaving.HeirNeeded):
        leaving.leave(athlete=olga, heir_id=gone)
    assert Athlete.objects.filter(pk=olga.pk).exists()


def test_somebody_who_came_while_the_page_was_open_is_not_left_without_an_owner(olga, ana):
    with pytest.raises(leaving.HeirNeeded):
        leaving.leave(athlete=olga, heir_id=None)


def test_alone_the_owner_leaves_an_instance_open_for_its_first_account(client_of_olga):
    assert "creates its first account" in client_of_olga.get(PAGE).content.decode()
    answer = client_of_olga.post(PAGE, SURE, follow=True)
    assert answer.redirect_chain[-1][0] == "/accounts/signup/"
    assert "Your account is deleted" in answer.content.decode()
    typed = {"username": "next", "password1": PASSWORD, "password2": PASSWORD, "time_zone": "UTC"}
    Client().post("/accounts/signup/", typed)
    assert Athlete.objects.get().is_owner


def test_alone_with_sign_up_closed_what_the_owner_is_told_makes_an_owner_again(client_of_olga, settings):
    settings.REGISTRATION = "closed"
    [told] = [code for code in soup(client_of_olga.get(PAGE)).select("main code") if "make" in words(code)]
    assert words(told) == "make user NAME=…"
    client_of_olga.post(PAGE, SURE)
    # What that target runs.
    call_command("make_account", "next")
    assert Athlete.objects.get().is_owner


def test_who_owns_nothing_is_asked_for_nobody(ana_client, olga):
    page = ana_client.get(PAGE).content.decode()
    assert "heir" not in page
    assert "own this instance" not in page
