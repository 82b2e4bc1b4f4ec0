"""Whatever the zone and the night: everything counts on one day and in one week, and no instant moves."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from logbook import history, review
from logbook.models import Run, Session
from tests.browsing import form_on, words
from tests.factories import NOW, make_athlete, make_run, make_session
from workouts.days import zone_names
from workouts.vocabulary import RunKind
from workouts.weeks import WeekStart

# Half hours, quarters, both ends of the date line, summer times of 30 minutes, a day that never was.
ODD_ZONES = [
    "Europe/Berlin", "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati",
    "Pacific/Pago_Pago", "Pacific/Apia", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Chatham",
]  # fmt: skip
ZONES = st.sampled_from(ODD_ZONES) | st.sampled_from(zone_names())
NIGHTS = [
    datetime(2025, 10, 26, 1, 0, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
    datetime(2026, 11, 1, 6, 0, tzinfo=UTC), datetime(2026, 3, 8, 7, 0, tzinfo=UTC),
    datetime(2011, 12, 30, 10, 0, tzinfo=UTC), datetime(2024, 2, 29, 0, 0, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 0, tzinfo=UTC), datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC),
]  # fmt: skip
# Of 2000 to 2037.
MIDDLES = st.sampled_from(NIGHTS) | st.integers(0, 38 * 365 * 24 * 3600).map(
    lambda seconds: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
# A week to either side, most of them within hours.
OFFSETS = st.integers(-300, 300) | st.integers(-10_000, 10_000)
THINGS = st.lists(
    st.tuples(st.sampled_from(["run", "ride", "session"]), ZONES, OFFSETS), min_size=1, max_size=6
)
# A part of the profile's examples: each writes to a database, and one of the two reads pages, too.
FEWER, FEWEST = (settings(max_examples=settings().max_examples // part) for part in (3, 8))


def log_things(athlete, middle, things) -> None:
    """Each is logged in the zone where the athlete was just then."""
    for what, zone, minutes in things:
        athlete.time_zone = zone
        started_at = middle + timedelta(minutes=minutes)
        if what == "session":
            make_session(athlete, started_at=started_at, circuit="ten-minute-minimal", minutes=10)
        else:
            kind = RunKind.EASY if what == "run" else RunKind.CROSS_TRAINING
            make_run(athlete, started_at=started_at, kind=kind, duration_s=600.0, distance_m=2000.0)


def stored() -> list[dict]:
    return [*Run.objects.order_by("pk").values(), *Session.objects.order_by("pk").values()]


@given(middle=MIDDLES, things=THINGS, week_start=st.sampled_from(WeekStart), reader=ZONES)
@FEWER
def test_each_is_in_one_day_of_one_week_and_the_weeks_add_up(db, middle, things, week_start, reader):
    with transaction.atomic():
        athlete = make_athlete(week_start=week_start)
        log_things(athlete, middle, things)
        athlete.time_zone = reader
        week = athlete.week_of(middle.date() - timedelta(days=10))
        pages = []
        while week.first_day <= middle.date() + timedelta(days=10):
            pages.append(review.for_week(athlete=athlete, week=week, today=middle.date()))
            week = week.next

        outings = [(day.day, outing) for page in pages for day in page.days for outing in day.outings]
        met = [(day, thing) for day, o in outings for thing in ([o.run] if o.run else []) + list(o.sessions)]
        assert sorted((type(thing).__name__, thing.pk) for _, thing in met) == sorted(
            (type(thing).__name__, thing.pk) for thing in [*Run.objects.all(), *Session.objects.all()]
        )
        for day, thing in met:
            assert thing.performed_on == day == thing.local_start.date()

        whole = review.totals(runs=list(Run.objects.all()), sessions=list(Session.objects.all()))
        assert _sums([page.totals for page in pages]) == _sums([whole])
        table = history.weeks(athlete=athlete, until=pages[-1].week, today=middle.date()).rows
        # The history begins with the first week that holds anything.
        assert [row.totals for row in table] == [page.totals for page in pages[::-1]][: len(table)]
        assert _sums([row.totals for row in table]) == _sums([whole])
        transaction.set_rollback(True)


def _sums(totals) -> list[float]:
    names = ("runs", "distance_m", "running_s", "sessions", "strength_min", "load", "assumed")
    return [pytest.approx(sum(getattr(total, name) or 0 for total in totals)) for name in names]


@given(middle=MIDDLES, things=THINGS, later=st.lists(ZONES, min_size=1, max_size=2))
@example(
    middle=NIGHTS[0], things=[("run", "Europe/Berlin", 30), ("session", "Europe/Berlin", -30)], later=["UTC"]
)
@FEWEST
def test_an_instant_never_moves_when_ana_does(db, ana_client, ana, middle, things, later):
    with transaction.atomic():
        log_things(ana, middle, things)
        before = stored()
        for zone in later:
            ana.time_zone = zone
            ana.save()
        for thing in [*Run.objects.all(), *Session.objects.all()]:
            edit = ana_client.get(f"{thing.get_absolute_url()}edit/")
            assert form_on(edit, "Save changes").send(ana_client).status_code == 302

        assert stored() == before
        transaction.set_rollback(True)


def test_another_zone_in_the_settings_moves_no_row(ana, ana_client):
    log_things(ana, NIGHTS[0], [("run", "Europe/Berlin", 30), ("session", "Asia/Kathmandu", -30)])
    before = stored()
    form = form_on(ana_client.get("/settings/"), "Save settings")
    assert form.filled({"time_zone": "Pacific/Apia"}).send(ana_client).status_code == 302

    ana.refresh_from_db()
    assert ana.time_zone == "Pacific/Apia"
    assert stored() == before


@pytest.mark.usefixtures("clock")
def test_from_2350_to_0020_it_belongs_to_the_day_it_began(ana, ana_client):
    late = NOW.replace(day=28, hour=21, minute=50)
    run = make_run(ana, started_at=late, duration_s=1800.0)
    session = make_session(ana, started_at=late, minutes=30)

    assert (run.performed_on.day, session.performed_on.day) == (28, 28)
    assert "23:50 to 00:20" in words(ana_client.get(run.get_absolute_url()))
    assert run.ended_at - run.started_at == session.ended_at - session.started_at == timedelta(minutes=30)


@pytest.mark.usefixtures("clock")
def test_flying_east_in_between_each_keeps_the_clock_and_the_day_of_its_place(ana, ana_client):
    berlin = make_run(ana, started_at=datetime(2026, 7, 27, 16, tzinfo=UTC))
    ana.time_zone = "Asia/Tokyo"
    ana.save()
    # Only one hour later, and in Tokyo already the next day.
    tokyo = make_session(ana, started_at=datetime(2026, 7, 27, 17, tzinfo=UTC))

    assert "Monday 27 July 2026, 18:00" in words(ana_client.get(berlin.get_absolute_url()))
    assert "Tuesday 28 July 2026, 02:00" in words(ana_client.get(tokyo.get_absolute_url()))
