"""A session stands on the day and at the hour at which it was begun, however long before it was opened."""

from datetime import date, datetime, timedelta

import pytest

from logbook.models import Session
from tests.factories import NOW
from tests.logbook import walking
from tests.logbook.phones import STORED, Phone, start, state

pytestmark = pytest.mark.usefixtures("clock")
EVENING = NOW + timedelta(hours=12)  # 22:00 in Berlin
MORNING = EVENING + timedelta(hours=9)


def ms(at: datetime) -> int:
    """A moment as a phone says it."""
    return round(at.timestamp() * 1000)


@pytest.fixture
def phone(ana_client, clock) -> Phone:
    """Opened in the evening."""
    clock.passes(hours=12)
    return Phone(ana_client, start(ana_client))


def test_opened_in_the_evening_and_played_in_the_morning_it_is_of_the_morning(clock, phone):
    clock.passes(hours=9, minutes=1)
    phone.sends_set(1, 1, began=ms(MORNING))
    clock.passes(minutes=20)
    phone.sends_set(2, 1, began=ms(MORNING))
    phone.sends_end(began=ms(MORNING))

    session = Session.objects.get()
    assert (session.started_at, session.performed_on) == (MORNING, date(2026, 7, 30))
    assert (session.minutes, session.version) == (21, 1)


def test_played_at_once_and_sent_two_days_later_it_stays_on_its_day(clock, phone):
    began = EVENING + timedelta(minutes=2)
    clock.passes(days=2)
    for number in (1, 2):
        assert state(phone.sends_set(1, number, began=ms(began))) == STORED
    phone.sends_end(began=ms(began))

    session = Session.objects.get()
    assert (session.started_at, session.performed_on) == (began, date(2026, 7, 29))


def test_its_end_may_come_first(ana_client, clock, phone):
    clock.passes(hours=9, minutes=30)
    phone.sends_end(began=ms(MORNING))
    phone.sends_set(1, 1, skipped=1, began=ms(MORNING))

    session = Session.objects.get()
    assert session.started_at == MORNING
    # A tab that has it open to be corrected learns of it.
    assert session.version == 2
    assert state(phone.sends_end()) == STORED


def test_only_the_first_set_says_when_it_began(clock, phone):
    clock.passes(minutes=3)
    phone.sends_set(1, 1, began=ms(EVENING + timedelta(minutes=1)))
    clock.passes(days=1)
    phone.sends_set(1, 2, began=ms(clock.now))

    assert Session.objects.get().started_at == EVENING + timedelta(minutes=1)


@pytest.mark.parametrize(
    "began", [ms(EVENING - timedelta(hours=1)), ms(EVENING + timedelta(days=9)), "soon", "-1", "9" * 30, None]
)
def test_what_cannot_be_says_nothing(clock, phone, began):
    clock.passes(hours=9)
    assert state(phone.sends_set(1, 1, began=began)) == STORED

    assert Session.objects.get().started_at == EVENING


@pytest.mark.parametrize(
    ("waits", "begins"), [(timedelta(minutes=29), EVENING), (MORNING - EVENING, MORNING)]
)
def test_by_plain_forms_it_begins_with_the_first_set_where_that_comes_late(
    ana_client, clock, phone, waits, begins
):
    clock.now += waits
    walking.write(ana_client, phone.session)
    clock.passes(minutes=40)
    walking.write(ana_client, phone.session)

    assert Session.objects.get().started_at == begins
