"""Days and instants: the right local day in every zone, both nights of the clock change, any server."""

import re
import time as clock
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.days import NoSuchTime, instant, is_time_zone, local, local_day, nearest_instant, zone_names
from workouts.weeks import day_text

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
ZONES = st.sampled_from(zone_names())
MINUTE = timedelta(minutes=1)
DAYS = st.dates(date(2000, 1, 1), date(2037, 12, 31))


@pytest.fixture
def server_in_kathmandu(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    clock.tzset()
    yield
    monkeypatch.undo()
    clock.tzset()


def gaps(year, zone):
    """The last minute shown before the clock is put forward and the first one after, by watching it."""
    noon = datetime(year, 1, 1, 12, tzinfo=UTC)
    for start in (noon + timedelta(days=n) for n in range(365)):
        if local(start + timedelta(days=1), zone).utcoffset() > local(start, zone).utcoffset():
            shown = [local(start + n * MINUTE, zone).replace(tzinfo=None) for n in range(24 * 60 + 1)]
            yield from ((a, b) for a, b in pairwise(shown) if b - a > MINUTE)


def existing_time_suggested(refusal, day, zone):
    """What a refusal says to type, after making sure that it can be typed."""
    clock_text, date_text = re.search(r"Type (\d\d:\d\d)(?: on ([^,.]+))?[,.]", refusal).groups()
    if date_text:
        day = next(d for d in (day - timedelta(1), day + timedelta(1)) if day_text(d) == date_text)
    instant(day, time.fromisoformat(clock_text), zone)
    return datetime.combine(day, time.fromisoformat(clock_text))


class TestThereAndBack:
    @given(DAYS, st.times(), ZONES)
    def test_a_day_and_time_lead_to_an_instant_of_that_day(self, day, wall, zone):
        try:
            at = instant(day, wall, zone)
        except NoSuchTime:
            return
        assert at.tzinfo is UTC
        assert local_day(at, zone) == day
        assert local(at, zone).time() == wall

    @given(DAYS, st.times(), ZONES)
    def test_the_clock_shown_leads_back_to_the_instant_or_to_its_first_showing(self, day, utc_time, zone):
        at = datetime.combine(day, utc_time, tzinfo=UTC)
        shown = local(at, zone)
        found = instant(shown.date(), shown.time(), zone)
        assert found == at if not shown.fold else found < at

    @pytest.mark.parametrize(
        ("zone", "utc"),
        [
            ("Pacific/Kiritimati", datetime(2026, 7, 28, 10, 30, tzinfo=UTC)),
            ("Pacific/Pago_Pago", datetime(2026, 7, 29, 11, 30, tzinfo=UTC)),
            ("Asia/Kathmandu", datetime(2026, 7, 28, 18, 45, tzinfo=UTC)),
        ],
    )
    def test_zones_far_from_utc_keep_their_own_day(self, zone, utc):
        assert instant(date(2026, 7, 29), time(0, 30), zone) == utc
        assert local_day(utc, zone) == date(2026, 7, 29)

    def test_a_session_over_midnight_begins_and_ends_on_two_days(self):
        start = instant(date(2026, 7, 29), time(23, 50), BERLIN)
        end = start + timedelta(minutes=30)
        assert local(end, BERLIN).time() == time(0, 20)
        assert (local_day(start, BERLIN), local_day(end, BERLIN)) == (date(2026, 7, 29), date(2026, 7, 30))

    def test_29_february_and_2038(self):
        assert local_day(instant(date(2024, 2, 29), time(23, 59), BERLIN), BERLIN) == date(2024, 2, 29)
        later = instant(date(2038, 1, 19), time(12), BERLIN)
        assert later == datetime(2038, 1, 19, 11, tzinfo=UTC)

    @pytest.mark.usefixtures("server_in_kathmandu")
    def test_the_zone_of_the_server_plays_no_part(self):
        assert datetime.now().astimezone().utcoffset() == timedelta(hours=5, minutes=45)
        at = instant(date(2026, 7, 29), time(0, 30), BERLIN)
        assert at == datetime(2026, 7, 28, 22, 30, tzinfo=UTC)
        assert local_day(at, BERLIN) == date(2026, 7, 29)
        assert local_day(at, NEW_YORK) == date(2026, 7, 28)

    def test_an_instant_without_a_zone_is_refused(self):
        with pytest.raises(ValueError, match="needs a time zone"):
            local(datetime.combine(date(2026, 7, 29), time(12)), BERLIN)


class TestClockChanges:
    @pytest.mark.parametrize(
        ("day", "zone", "gap"),
        [(date(2026, 3, 29), BERLIN, "02:00 to 03:00"), (date(2026, 3, 8), NEW_YORK, "02:00 to 03:00")],
    )
    def test_a_time_left_out_in_spring_is_refused_with_what_to_type(self, day, zone, gap):
        with pytest.raises(NoSuchTime) as refusal:
            instant(day, time(2, 30), zone)
        assert str(refusal.value) == (
            f"There is no 02:30 on {day.day} March 2026 in {zone}: the clock was put forward from {gap}. "
            "Type 03:30, or a time before 02:00."
        )

    @pytest.mark.parametrize(("day", "zone"), [(date(2026, 3, 29), BERLIN), (date(2026, 3, 8), NEW_YORK)])
    def test_the_minutes_at_either_edge_of_the_gap_are_an_instant_apart(self, day, zone):
        assert instant(day, time(3), zone) - instant(day, time(1, 59, 59), zone) == timedelta(seconds=1)
        for left_out in (time(2), time(2, 59, 59)):
            with pytest.raises(NoSuchTime):
                instant(day, left_out, zone)

    @pytest.mark.parametrize(
        ("day", "wall", "zone", "utc"),
        [
            (date(2026, 10, 25), time(2, 30), BERLIN, datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
            (date(2026, 11, 1), time(1, 30), NEW_YORK, datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),
        ],
    )
    def test_a_time_shown_twice_in_autumn_is_the_first(self, day, wall, zone, utc):
        assert instant(day, wall, zone) == instant(day, wall.replace(fold=1), zone) == utc

    def test_hours_of_the_changed_nights_are_counted_as_they_passed(self):
        spring = instant(date(2026, 3, 29), time(4), BERLIN) - instant(date(2026, 3, 29), time(0), BERLIN)
        autumn = instant(date(2026, 10, 25), time(4), BERLIN) - instant(date(2026, 10, 25), time(0), BERLIN)
        assert (spring, autumn) == (timedelta(hours=3), timedelta(hours=5))

    def test_half_an_hour_and_a_whole_day_left_out_are_told_as_they_were(self):
        with pytest.raises(NoSuchTime, match=r"from 02:00 to 02:30\. Type 02:40, or a time before 02:00\.$"):
            instant(date(2026, 10, 4), time(2, 10), "Australia/Lord_Howe")
        with pytest.raises(
            NoSuchTime, match=r"to 00:00 on 31 December 2011\. Type 10:00 on 31 December 2011\.$"
        ):
            instant(date(2011, 12, 30), time(10), "Pacific/Apia")

    def test_no_time_before_midnight_is_suggested(self):
        with pytest.raises(NoSuchTime, match=r"from 00:00 to 01:00\. Type 01:10\.$"):
            instant(date(2017, 10, 15), time(0, 10), "America/Sao_Paulo")

    @given(st.integers(2000, 2037), ZONES)
    def test_every_gap_of_a_year_is_refused_from_its_first_minute_to_its_last(self, year, zone):
        for last_shown, next_shown in gaps(year, zone):
            first, last = last_shown + MINUTE, next_shown - MINUTE
            for left_out in (first, last):
                with pytest.raises(NoSuchTime) as refusal:
                    instant(left_out.date(), left_out.time(), zone)
                assert existing_time_suggested(str(refusal.value), left_out.date(), zone) >= next_shown
            either_side = [instant(shown.date(), shown.time(), zone) for shown in (last_shown, next_shown)]
            assert either_side[1] - either_side[0] == MINUTE

    @pytest.mark.parametrize("year", [1, 1969, 2200, 9999])
    def test_a_year_out_of_range_is_refused(self, year):
        with pytest.raises(NoSuchTime, match="Type one from 1970 to 2199"):
            instant(date(year, 1, 1), time(0), "Pacific/Kiritimati")


class TestZoneNames:
    def test_they_are_sorted_and_usable(self):
        names = zone_names()
        assert names == sorted(names)
        assert {"UTC", BERLIN, NEW_YORK, "Asia/Kathmandu"} <= set(names)
        assert all(is_time_zone(name) for name in names)

    @pytest.mark.parametrize(
        "name", ["", "localtime", "Factory", "Mars/Olympus", "../etc/passwd", "Europe", "europe/berlin"]
    )
    def test_other_names_are_none(self, name):
        assert not is_time_zone(name)


@given(DAYS, st.times(), ZONES)
def test_what_nobody_typed_is_the_instant_or_as_long_after_the_change(day, wall, zone):
    wall = wall.replace(second=0, microsecond=0)
    found = nearest_instant(datetime.combine(day, wall), zone)
    try:
        assert found == instant(day, wall, zone)
    except NoSuchTime:
        shown = local(found, zone).replace(tzinfo=None)
        assert timedelta(0) < shown - datetime.combine(day, wall) <= timedelta(days=1)


def test_half_past_two_that_the_clock_leaves_out_is_half_past_three():
    found = nearest_instant(datetime.combine(date(2027, 3, 28), time(2, 30)), BERLIN)
    assert local(found, BERLIN).time() == time(3, 30)
