"""A forgotten password: a link by mail that works once, or, without mail, who can help."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from tests.browsing import form_on, words
from tests.factories import PASSWORD, make_athlete
from tests.pages.signing import is_signed_in, sign_in, sign_up

NEW = "fast-is-later-8"


@pytest.fixture
def ana_with_address(db):
    sign_up(Client(), "ana", email="ana@example.org")


@pytest.fixture
def with_mail(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.MAIL_CONFIGURED = True


def ask_for_link(client: Client, address: str):
    return client.post("/accounts/password/reset/", {"email": address}, follow=True)


def link_in(message) -> str:
    (link,) = re.findall(r"http://testserver(/accounts/password/reset/key/\S+)", message.body)
    return link


def set_password(client: Client, page, password: str):
    return (
        form_on(page, "Set the password").filled({"password1": password, "password2": password}).send(client)
    )


def test_without_mail_the_page_names_the_command_and_sends_nothing(ana_with_address, client):
    for answer in (client.get("/accounts/password/reset/"), ask_for_link(client, "ana@example.org")):
        said = words(answer)
        assert "This instance sends no mail" in said
        assert "Ask whoever runs it, who makes a link for you under Settings, then People." in said
        assert "manage.py reset_link NAME" in said
        assert "on its way" not in said
    assert mail.outbox == []


def test_a_link_by_mail_sets_a_new_password_once(ana_with_address, with_mail, client):
    elsewhere = Client()
    sign_in(elsewhere, "ana")
    assert "Look in your mail" in words(ask_for_link(client, "ANA@example.org"))
    (message,) = mail.outbox
    assert message.to == ["ana@example.org"]
    assert message.subject.startswith("Footfall: ")
    assert "!" not in message.body

    page = client.get(link_in(message), follow=True)
    answer = set_password(client, page, NEW)
    assert answer.status_code == 302
    assert sign_in(Client(), "ana", PASSWORD).status_code == 200
    assert sign_in(Client(), "ana", NEW).status_code == 302
    assert not is_signed_in(elsewhere), "whoever was signed in with the old password is out"

    again = Client()
    assert "This link no longer works" in words(again.get(link_in(message), follow=True))


def test_the_link_stands_in_no_address_that_a_browser_would_pass_on(ana_with_address, with_mail, client):
    ask_for_link(client, "ana@example.org")
    link = link_in(mail.outbox[0])
    shown_at = client.get(link)["Location"]
    assert shown_at.endswith("-set-password/")
    assert link.split("-", 1)[1] not in client.get(shown_at).content.decode()


def test_a_changed_password_ends_a_link_sent_before(ana_with_address, with_mail, client):
    ask_for_link(client, "ana@example.org")
    here = Client()
    sign_in(here, "ana")
    here.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert "This link no longer works" in words(client.get(link_in(mail.outbox[0]), follow=True))


@pytest.mark.parametrize("key", ["x", "set-password", "d0xhx4-0123456789abcdef0123456789abcdef"])
def test_a_made_up_link_opens_nothing(ana_with_address, with_mail, client, key):
    answer = client.get(f"/accounts/password/reset/key/1-{key}/", follow=True)
    assert "This link no longer works" in words(answer)


def test_an_address_nobody_has_is_told_the_same(ana_with_address, with_mail, client):
    known, unknown = (words(ask_for_link(client, f"{name}@example.org")) for name in ("ana", "ann"))
    assert known == unknown
    assert not [
        message
        for message in mail.outbox
        if "/reset/key/" in message.body and message.to != ["ana@example.org"]
    ]


def test_five_links_an_hour_are_enough(ana_with_address, with_mail):
    for n in range(5):
        assert ask_for_link(Client(REMOTE_ADDR=f"192.0.2.{n}"), "ana@example.org").status_code == 200
    assert ask_for_link(Client(REMOTE_ADDR="192.0.2.9"), "ana@example.org").status_code == 429
    assert len(mail.outbox) == 5


def test_an_address_taken_stays_with_its_owner_also_where_mail_is_sent(ana_with_address, with_mail):
    make_athlete("ben")
    ben = Client()
    sign_in(ben, "ben")
    add = {"action_add": "", "email": "new@example.org"}
    said = words(ben.post("/accounts/email/", add, follow=True))
    assert "To confirm new@example.org, open the link in the mail that is on its way to it." in said
    taken = ben.post("/accounts/email/", add | {"email": "Ana@Example.org"}, follow=True)
    assert "already registered with this email address" in words(taken)
    assert [message.to for message in mail.outbox] == [["new@example.org"]]
    assert EmailAddress.objects.filter(email__iexact="ana@example.org").count() == 1


def test_a_mail_server_that_fails_costs_the_mail_and_not_the_page(ana_with_address, client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    settings.MAIL_CONFIGURED = True
    answer = ask_for_link(client, "ana@example.org")
    assert answer.status_code == 200
    assert "The mail server did not answer, so no mail went out." in answer.content.decode()
