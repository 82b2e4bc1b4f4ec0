"""What was opened in the player and never begun goes in silence, but not before a phone had time to send."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from logbook import deleted
from logbook.models import Session
from tests.logbook.phones import DELETED, GONE, STORED, Phone, done, start, state

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def phone(ana_client) -> Phone:
    return Phone(ana_client, start(ana_client))


def purge() -> None:
    call_command("purge", verbosity=0)


def test_it_is_deleted_after_a_week_and_what_was_begun_stays(ana_client, clock, phone):
    begun = Phone(ana_client, start(ana_client, "core-for-runners"))
    begun.sends_set(1, 1, skipped=1)
    clock.passes(days=6.9)
    purge()
    assert Session.objects.open().count() == 2

    clock.passes(days=0.2)
    purge()
    assert Session.objects.open().get() == begun.session
    assert Session.objects.get(pk=phone.session.pk).deleted_at == clock.now


def test_what_a_phone_kept_for_weeks_brings_it_back(ana, clock, phone):
    clock.passes(days=8)
    purge()
    clock.passes(days=29)
    purge()
    phone.client.force_login(ana)
    answer = phone.sends_set(1, 1, left=7)
    assert state(answer) == DELETED

    assert state(phone.sends_set(1, 1, left=7, over=answer.json()["over"])) == STORED
    assert state(phone.sends_set(1, 2, left=8)) == state(phone.sends_end()) == STORED
    session = Session.objects.kept().get()
    assert done(session) == {(1, 1): (7, None), (1, 2): (8, None)}


def test_it_is_gone_for_good_a_month_later(ana, clock, phone):
    clock.passes(days=8)
    purge()
    clock.passes(days=31)
    purge()

    phone.client.force_login(ana)
    assert not Session.objects.exists()
    assert state(phone.sends_set(1, 1)) == GONE


def test_it_is_not_among_what_can_be_brought_back_and_what_was_begun_is(ana, ana_client, clock, phone):
    begun = Phone(ana_client, start(ana_client, "core-for-runners"))
    begun.sends_set(1, 1, skipped=1)
    logged = Phone(ana_client, start(ana_client, "ten-minute-minimal"))
    logged.sends_end()
    begun.session.hide(at=clock.now)
    logged.session.hide(at=clock.now)
    clock.passes(days=8)
    purge()

    assert Session.objects.filter(deleted_at=None).count() == 0
    assert {each.pk for each in deleted.of_athlete(athlete=ana).sessions} == {
        begun.session.pk,
        logged.session.pk,
    }


def test_they_are_taken_before_they_are_hidden(clock, phone):
    """A set that comes in the same moment is waited for; SQLite lets one write at a time anyway."""
    clock.passes(days=8)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        purge()

    if connection.features.has_select_for_update:
        of_sessions = [each["sql"] for each in asked if '"logbook_session"' in each["sql"]]
        assert sum("FOR UPDATE" in sql for sql in of_sessions) == 2
    assert Session.objects.get().deleted_at == clock.now
