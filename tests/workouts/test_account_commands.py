"""Accounts and links made on the server itself: `make user`, `manage.py reset_link`."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.browsing import form_on, words
from tests.factories import make_athlete
from tests.pages.signing import is_signed_in, sign_in
from workouts.models import Athlete

PASSWORD = "fast-is-later-8"


@pytest.fixture(autouse=True)
def olga(db):
    return make_athlete("olga")


def said(*command: str) -> str:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def links(text: str) -> list[str]:
    return re.findall(r"https?://\S+", text)


def test_an_account_is_made_and_its_link_sets_the_password():
    told = said("make_account", "ana", "--email", "Ana@Example.org")
    assert "The account ana is made." in told
    assert "It works once, within 24 hours." in told
    ana = Athlete.objects.get(username="ana")
    assert (ana.has_usable_password(), ana.is_staff, ana.email) == (False, False, "ana@example.org")
    client, path = Client(), "/" + links(told)[0].split("/", 3)[3]
    page = client.get(path, follow=True)
    assert "For the account ana" in words(page)
    form_on(page, "Set the password").filled({"password1": PASSWORD, "password2": PASSWORD}).send(client)
    assert sign_in(other := Client(), "ana@example.org", PASSWORD).status_code == 302
    assert is_signed_in(other)
    assert "This link no longer works" in words(Client().get(path, follow=True))


def test_the_link_begins_with_the_configured_address_or_with_all_of_this_machine(settings):
    assert links(said("reset_link", "olga"))[0].startswith("http://localhost:")
    settings.PUBLIC_URL = "https://footfall.example"
    (link,) = links(said("reset_link", "olga"))
    assert link.startswith("https://footfall.example/accounts/password/reset/key/")


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["make_account"], "Say who it is for, for example: make user NAME=ana"),
        (["make_account", "OLGA"], "There is an account called OLGA already. Choose another name."),
        (["make_account", "ana b"], "A user name is made of letters, digits and @ . + - _ alone"),
        (["make_account", "a" * 151], "at most 150 letters"),
        (["make_account", "ana", "--email", "ana@"], "That is no e-mail address."),
        (["make_account", "ana", "--email", "taken@example.org"], "belongs to another account"),
        (["reset_link", "nobody"], "Nobody is called nobody here."),
        (["reset_link", "dora"], "The account dora is switched off."),
    ],
)
def test_what_is_refused_is_told_in_a_sentence_and_makes_nothing(command, sentence):
    make_athlete("dora", is_active=False, email="taken@example.org")
    with pytest.raises(CommandError, match=re.escape(sentence)):
        said(*command)
    assert Athlete.objects.count() == 2


def test_the_first_of_an_instance_owns_it_as_by_signing_up(olga):
    olga.delete()
    assert "It is the first one and owns this instance." in said("make_account", "ana")
    assert Athlete.objects.get().is_owner
