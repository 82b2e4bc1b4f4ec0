"""The hours of a calendar across a change of the clocks, a turn of the year, and a move to another zone."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client

from logbook import calendar_events
from tests.factories import say_week
from tests.logbook.ics_reader import moment, read
from workouts import publishing
from workouts.days import local

pytestmark = pytest.mark.django_db
# Two easy runs a week, of 45 minutes from 7 on; strength begins a quarter of an hour after them.
TWICE = {2: ("easy", 45), 5: ("easy", 45)}
AFTER_THE_RUN = time(8, 0)


@pytest.fixture
def ana(ana):
    say_week(ana, week=TWICE)
    return ana


@pytest.fixture
def address(ana):
    return publishing.publish(athlete=ana, now=datetime(2026, 7, 1, tzinfo=UTC)).get_absolute_url()


def taken_at(now, address, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return read(Client().get(address).content)


def starts(found, zone="Europe/Berlin") -> dict[str, datetime]:
    """When each planned session begins by the clock on the wall, by the end of its page's address."""
    return {
        event["URL"].split("/")[-2]: local(moment(event["DTSTART"]), zone).replace(tzinfo=None)
        for event in found.events
    }


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (datetime(2026, 10, 5, 8, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2027, 3, 1, 8, tzinfo=UTC), date(2027, 3, 28)),
    ],
    ids=["put back", "put forward"],
)
def test_the_hour_on_the_wall_is_the_same_before_and_after_the_clocks_change(
    address, monkeypatch, now, change
):
    found = taken_at(now, address, monkeypatch)
    on = sorted(starts(found).values())
    assert {each.time() for each in on} == {AFTER_THE_RUN}
    assert on[0].date() < change < on[-1].date() and len(on) >= 16
    # In UTC it is another hour.
    assert len({moment(event["DTSTART"]).hour for event in found.events}) == 2
    assert all(moment(e["DTEND"]) - moment(e["DTSTART"]) < timedelta(hours=1) for e in found.events)


def test_an_hour_that_the_clock_leaves_out_is_as_long_after_the_change(ana, address, monkeypatch):
    # A run from 1:30 to 2:15 on the Sunday on which 2 o'clock becomes 3.
    say_week(ana, week={6: ("easy", 45)}, wanted=1)
    ana.planned_runs.update(starts_at=time(1, 30))
    found = starts(taken_at(datetime(2027, 3, 22, 8, tzinfo=UTC), address, monkeypatch))
    assert found["2027-W12-1"] == datetime.combine(date(2027, 3, 28), time(3, 30))
    assert found["2027-W13-1"] == datetime.combine(date(2027, 4, 4), time(2, 30))


def test_a_session_late_at_night_begins_on_the_next_day(ana, address, monkeypatch):
    say_week(ana, week={6: ("easy", 45)}, wanted=1)
    ana.planned_runs.update(starts_at=time(23, 15))
    found = starts(taken_at(datetime(2026, 12, 28, 8, tzinfo=UTC), address, monkeypatch))
    assert found["2026-W53-1"] == datetime.combine(date(2027, 1, 4), time(0, 15))


def test_over_the_turn_of_the_year_every_week_has_its_sessions_under_the_same_uids(address, monkeypatch):
    before = taken_at(datetime(2026, 12, 31, 22, 30, tzinfo=UTC), address, monkeypatch)
    after = taken_at(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), address, monkeypatch)
    weeks = sorted({name.rpartition("-")[0] for name in starts(before)})
    assert weeks == ["2026-W53", *(f"2027-W{number:02}" for number in range(1, 9))]
    # The year began half an hour ago in Berlin.
    assert before.by_uid.keys() == after.by_uid.keys()
    # What was to be done on Thursday and was not has found another day; nothing else moved.
    moved = dict(starts(after).items() - starts(before).items())
    assert starts(before)["2026-W53-2"] == datetime.combine(date(2026, 12, 31), time(10, 0))
    assert moved == {"2026-W53-2": datetime.combine(date(2027, 1, 3), time(18, 0))}
    for uid, event in after.by_uid.items():
        assert int(event["SEQUENCE"]) == int(before.by_uid[uid]["SEQUENCE"]) + 1
    assert starts(before)["2026-W53-1"].date() == date(2027, 1, 2)


def test_in_another_zone_the_hour_on_the_wall_is_that_of_the_new_place(ana, address, monkeypatch):
    now = datetime(2026, 11, 2, 8, tzinfo=UTC)
    here = taken_at(now, address, monkeypatch)
    ana.set_time_zone("Asia/Tokyo", at=now)
    there = taken_at(now, address, monkeypatch)
    assert there.by_uid.keys() == here.by_uid.keys()
    assert starts(there, "Asia/Tokyo") == starts(here)
    assert there.properties["X-WR-TIMEZONE"] == "Asia/Tokyo"


@pytest.mark.parametrize("starts_on", ["monday", "sunday"])
def test_weeks_that_begin_on_a_sunday_have_as_many_sessions(ana, address, monkeypatch, starts_on):
    ana.week_start = starts_on
    ana.save()
    found = starts(taken_at(datetime(2026, 11, 2, 8, tzinfo=UTC), address, monkeypatch))
    assert len(found) == 2 * calendar_events.WEEKS
