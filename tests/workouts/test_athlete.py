"""An athlete: days and weeks where that person is, one owner, and only words the app knows."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from tests.factories import make_athlete
from workouts.models import Athlete
from workouts.models.athlete import Theme
from workouts.weeks import BadWeek, Week, WeekStart

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", 28), ("Europe/Berlin", 29), ("Asia/Kathmandu", 29), ("Pacific/Kiritimati", 29),
        ("Pacific/Pago_Pago", 28), ("America/New_York", 28),
    ],
)  # fmt: skip
def test_a_day_is_the_one_where_the_athlete_is(zone, day):
    athlete = make_athlete(time_zone=zone)

    assert athlete.day_of(datetime(2026, 7, 28, 22, 30, tzinfo=UTC)) == date(2026, 7, day)


def test_a_week_begins_on_the_day_the_athlete_wants():
    sunday = date(2026, 8, 2)

    assert make_athlete().week_of(sunday) == Week(2026, 31)
    assert make_athlete(week_start="sunday").week_of(sunday) == Week(2026, 32, WeekStart.SUNDAY)


def test_a_week_called_by_name_begins_there_too():
    assert make_athlete(week_start="sunday").week_called("2026-W31").first_day == date(2026, 7, 26)
    with pytest.raises(BadWeek, match="2025 has no week 53"):
        make_athlete().week_called("2025-W53")


def test_a_new_athlete_has_utc_kilometres_kilograms_and_monday():
    athlete = Athlete.objects.get(pk=make_athlete().pk)

    assert (athlete.time_zone, athlete.distance_unit, athlete.weight_unit) == ("UTC", "km", "kg")
    assert (athlete.week_start, athlete.theme, athlete.is_owner) == ("monday", Theme.SYSTEM, False)
    assert (athlete.is_staff, athlete.is_superuser) == (False, False)


@pytest.mark.parametrize(
    ("field", "value", "constraint"),
    [
        ("distance_unit", "ft", "athlete_distance_unit_known"),
        ("weight_unit", "st", "athlete_weight_unit_known"),
        ("week_start", "friday", "athlete_week_start_known"),
    ],
)
def test_the_database_takes_no_other_words(field, value, constraint):
    athlete = make_athlete()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Athlete.objects.filter(pk=athlete.pk).update(**{field: value})


def test_there_is_one_owner_and_the_database_holds_it():
    first, second = Athlete(username="first"), Athlete(username="second")
    for athlete in (first, second):
        athlete.become_owner()
    first.save()

    assert (first.is_owner, first.is_staff, first.is_superuser) == (True, True, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()
    assert [athlete.username for athlete in Athlete.objects.filter(is_owner=True)] == ["first"]


def test_anyone_tells_whether_there_is_an_account():
    assert not Athlete.objects.anyone()
    make_athlete()
    assert Athlete.objects.anyone()


def test_it_is_called_by_its_name():
    assert str(make_athlete("ana")) == "ana"
