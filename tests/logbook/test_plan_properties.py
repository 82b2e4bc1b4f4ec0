"""Whatever somebody's weeks, races and past are like: the plan breaks no rule that cannot be overruled."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from logbook import plan_basis, plan_month, timetable, week_plan
from logbook.review import for_week
from tests.factories import make_athlete, make_run, make_session, say_week
from workouts import planning_runs, racing
from workouts.catalogue.loading import rules
from workouts.models import Athlete
from workouts.planning_runs import DaySaid
from workouts.training.rules import Severity
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RACE_DISTANCES, RunKind

pytestmark = pytest.mark.django_db

# Each makes an account and plans nine weeks of it.
SOME = max(examples.default.max_examples // 10, 5)
KINDS = [kind for kind in RunKind if kind is not RunKind.RACE]
# Both changes of the clocks in Berlin, the turn of the year, and ordinary weeks.
MOMENTS = [
    datetime(2026, 3, 27, 22, 30, tzinfo=UTC),
    datetime(2026, 10, 24, 23, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
    datetime(2026, 7, 29, 8, 0, tzinfo=UTC),
    datetime(2027, 1, 3, 6, 0, tzinfo=UTC),
]
RUNS = st.tuples(st.sampled_from(KINDS), st.integers(20, 180))
CIRCUITS = ["core-for-runners", "after-easy-run-four", "gym-heavy-a", "plyo-starter", "post-run-stretch"]


@st.composite
def athletes(draw):
    """What somebody says and did, as plain values."""
    return {
        "now": draw(st.sampled_from(MOMENTS)) + timedelta(hours=draw(st.integers(0, 40))),
        "week": draw(st.dictionaries(st.integers(0, 6), RUNS, min_size=1)),
        "wanted": draw(st.integers(0, 3)),
        "experience": draw(st.sampled_from(["", "beginner", "intermediate", "advanced"])),
        "lifting_days": draw(st.none() | st.integers(0, 700)),
        "equipment": draw(st.sampled_from([[], ["barbell", "rack"], ["mini_band", "barbell", "rack"]])),
        "week_start": draw(st.sampled_from(["monday", "sunday"])),
        "races": draw(
            st.lists(
                st.tuples(st.integers(-10, 60), st.sampled_from(list(RACE_DISTANCES)), st.booleans()),
                max_size=3,
            )
        ),
        "single": draw(st.dictionaries(st.integers(0, 20), st.none() | RUNS, max_size=5)),
        "runs": draw(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(KINDS)), max_size=5)),
        "sessions": draw(st.lists(st.tuples(st.integers(0, 30), st.sampled_from(CIRCUITS)), max_size=4)),
        "phase": draw(st.sampled_from([{}, {"2026-W44": "off_season"}, {"2027-W01": "race_week"}])),
        "calf_raises": draw(st.none() | st.integers(0, 30)),
    }


def made(said) -> Athlete:
    """An account of which all of that is true."""
    now = said["now"]
    athlete = make_athlete("somebody", time_zone="Europe/Berlin", week_start=said["week_start"])
    today = athlete.day_of(now)
    lifting = said["lifting_days"]
    say_week(
        athlete,
        wanted=said["wanted"],
        week={day: (kind.value, minutes) for day, (kind, minutes) in said["week"].items()},
        said_on=today - timedelta(days=90),
        experience=said["experience"],
        equipment=said["equipment"],
        phases=said["phase"],
        lifting_since=None if lifting is None else today - timedelta(days=lifting),
        calf_raises_left=said["calf_raises"],
        calf_raises_right=said["calf_raises"],
        hop_pain=None if said["calf_raises"] is None else 0,
    )
    for nth, (days, distance, is_goal) in enumerate(said["races"]):
        race = racing.RaceSaid(
            name=f"Race {nth}",
            day=today + timedelta(days=days),
            starts_at=time(10),
            distance=distance,
            is_goal=is_goal,
        )
        racing.enter(athlete=athlete, said=race)
    for days, run in said["single"].items():
        day = today + timedelta(days=days)
        planned = run and HabitualRun(weekday=day.weekday(), kind=run[0], minutes=run[1], starts_at=time(18))
        say = [DaySaid(day=day, run=planned)]
        planning_runs.say(athlete=athlete, key=UUID(int=days + 1), days=say, now=now)
    for days, kind in said["runs"]:
        make_run(athlete, started_at=now - timedelta(days=days, hours=2), kind=kind)
    for days, circuit in said["sessions"]:
        make_session(athlete, circuit=circuit, started_at=now - timedelta(days=days, hours=1))
    return athlete


def plans_of(athlete, now):
    """This week and the three after it, as timetables and as they are told."""
    today = athlete.day_of(now)
    week = athlete.week_of(today)
    for _ in range(4):
        page = for_week(athlete=athlete, week=week, today=today)
        basis = plan_basis.of_weeks(athlete=athlete, first=week, lately=page.lately, rules=rules(), now=now)
        yield page, timetable.of_week(basis, page), week_plan.of_week(basis, page)
        week = week.next


@examples(max_examples=SOME)
@given(athletes())
def test_no_plan_breaks_what_cannot_be_overruled(said):
    now = said["now"]
    with transaction.atomic():
        athlete = made(said)
        today = athlete.day_of(now)
        for page, table, plan in plans_of(athlete, now):
            placed = [each for each in table.placed if each.place is not None]
            days = [each.place.slot.day for each in placed]
            done = {
                nth
                for nth, day in enumerate(page.days)
                for outing in day.outings
                for session in outing.sessions
                if session.session_class != "mobility"
            }
            # Never in the past, never two on a day, never where a rule closes the place.
            assert all(table.days[day] >= today for day in days)
            assert len({*days}) == len(days) and not done & {*days}
            assert all(each.place.cost is not None for each in placed)
            blocks = [f for each in placed for f in each.place.findings if f.severity is Severity.BLOCK]
            assert not blocks
            assert plan is not None and len(placed) + len(plan.unplaced) == len(table.placed)
            assert len(table.placed) <= said["wanted"]
        again = [(table.placed, plan) for _, table, plan in plans_of(athlete, now)]
        assert again == [(table.placed, plan) for _, table, plan in plans_of(athlete, now)]
        month = plan_month.page(athlete=athlete, name=f"{today:%Y-%m}", rules=rules(), now=now)
        assert sum(day.is_today for week in month.weeks for day in week.days) == 1
        transaction.set_rollback(True)


@pytest.mark.parametrize("planned", [1, 52])
def test_with_fifty_two_weeks_decided_the_plan_costs_no_query_more(
    ana, ana_client, planned, django_assert_max_num_queries
):
    today = ana.day_of(datetime.now(UTC))
    say_week(ana, experience="intermediate", lifting_since=today - timedelta(days=400))
    week = ana.week_of(today).next
    for nth in range(planned):
        ana_client.post(f"/plan/sessions/{week}-1/skip/")
        say = [DaySaid(day=week.days[2], run=None)]
        planning_runs.say(athlete=ana, key=UUID(int=nth + 1), days=say, now=datetime.now(UTC))
        last, week = week, week.next
    for path in ("/plan/", f"/plan/{last}/", f"/plan/months/{last.first_day:%Y-%m}/"):
        with django_assert_max_num_queries(10):
            assert ana_client.get(path).status_code == 200
    with django_assert_max_num_queries(15):
        assert ana_client.post(f"/plan/sessions/{last}-2/", {"place": str(last.days[0])}).status_code in (
            302,
            422,
        )
    with django_assert_max_num_queries(15):
        typed = {"kind": "easy", "minutes": "45"}
        assert ana_client.post(f"/plan/runs/{last.days[3]}/", typed).status_code == 302
