"""`manage.py demo` asks nothing, says how to sign in and how to remove what it made."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from tests.factories import make_athlete
from tests.pages.signing import is_signed_in, sign_in
from workouts.models import Athlete

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def demo(**options) -> str:
    said = StringIO()
    call_command("demo", stdout=said, **options)
    return said.getvalue()


def test_it_prints_how_to_sign_in_with_a_password_that_no_other_run_has():
    said = demo()
    assert "Week 27 of 27" in said
    name, password = re.search(r"User name: (\S+)\n +Password: +(\S+) +\(shown only now\)", said).groups()
    client = Client()
    assert sign_in(client, name, password).status_code == 302
    assert is_signed_in(client)
    assert "make demo REMOVE=1" in said
    assert "Removed “demo”" in demo(remove=True)
    assert Athlete.objects.demo() is None
    assert "no demo runner" in demo(remove=True)


def test_a_password_that_is_given_is_taken_and_not_printed():
    make_athlete("demo")
    said = demo(password="abc")
    assert "abc" not in said
    assert "Somebody is called “demo” already" in said
    assert "too short" in said
    assert sign_in(Client(), "demo-runner", "abc").status_code == 302


def test_a_password_may_come_by_the_environment_where_no_list_of_processes_shows_it(monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "look-round-9")
    said = demo()
    assert "the one you gave" in said and "look-round-9" not in said
    assert sign_in(Client(), "demo", "look-round-9").status_code == 302
