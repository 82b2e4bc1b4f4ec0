"""Several weeks planned at once are planned as each by itself, whatever was decided, for as few queries."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from logbook import plan_page, plan_session, weeks_ahead
from logbook.planned_days import WeekPlan
from tests.factories import make_circuit, make_session
from tests.logbook.week_ahead import read, say_the_handbook_s_week
from workouts import planning, racing
from workouts.catalogue.loading import rules
from workouts.planned import About

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(ana):
    return say_the_handbook_s_week(ana)


@pytest.fixture
def weeks(ana):
    found = [ana.week_of(ana.day_of(timezone.now()))]
    for _ in range(8):
        found.append(found[-1].next)
    return found


def at_once(ana, weeks) -> tuple[WeekPlan, ...]:
    return weeks_ahead.read(athlete=ana, weeks=weeks, rules=rules(), now=timezone.now()).plans


def told(days) -> list[tuple[object, ...] | None]:
    return [
        day
        and (day.day, day.circuit and day.circuit.circuit.slug, day.when, day.why, day.session, day.starts)
        for day in days
    ]


def each_by_itself(ana, weeks):
    pages = [plan_page.page(athlete=ana, week=week, rules=rules(), now=timezone.now()) for week in weeks]
    return [told([day.plan for day in page.week.days]) for page in pages]


def decide_much(ana, weeks) -> None:
    now = timezone.now()
    make_session(ana, circuit="gym-heavy-a", started_at=now - timedelta(days=9))
    make_session(ana, circuit="core-for-runners", started_at=now - timedelta(hours=2))
    own = make_circuit(ana, text="2 rounds: plank 30 s, push-up 8", name="Kitchen")
    swap = {"circuit": own, "key": uuid4(), "now": now}
    planning.swap(athlete=ana, about=read(ana, weeks[2]).about, **swap)
    hard = next(c for c in plan_session.instead(athlete=ana) if c.session_class == "heavy")
    planning.swap(athlete=ana, about=read(ana, weeks[3]).about, circuit=hard, key=uuid4(), now=now)
    planning.skip(athlete=ana, about=read(ana, weeks[4], 2).about, key=uuid4(), now=now)
    put = {"day": weeks[1].monday + timedelta(days=1), "slot": "evening", "key": uuid4(), "now": now}
    moved = planning.move(athlete=ana, about=read(ana, weeks[1]).about, **put)
    planning.undo(moved, now=now)
    planning.move(athlete=ana, about=read(ana, weeks[1]).about, **(put | {"key": uuid4()}))
    # Void, since the session is to be of another class.
    planning.skip(athlete=ana, about=About(weeks[6], 1, "heavy"), key=uuid4(), now=now)


@pytest.mark.parametrize("race_in", [None, 5, 12, 44], ids=str)
@pytest.mark.parametrize("wanted", [2, 3])
def test_each_week_is_planned_as_by_itself(ana, weeks, race_in, wanted):
    ana.wanted_sessions = wanted
    ana.save()
    decide_much(ana, weeks)
    if race_in is not None:
        day = ana.day_of(timezone.now()) + timedelta(days=race_in)
        said = racing.RaceSaid(name="Half", day=day, starts_at=time(10), distance="half", is_goal=True)
        racing.enter(athlete=ana, said=said)
    found = [told(plan.days) for plan in at_once(ana, weeks)]
    assert found == each_by_itself(ana, weeks)
    assert sum(day is not None and bool(day[4]) for week in found for day in week) >= 8


def test_it_costs_no_query_more_for_more_weeks(ana, weeks, django_assert_max_num_queries):
    decide_much(ana, weeks)
    for some in (weeks[:1], weeks):
        with django_assert_max_num_queries(7):
            at_once(ana, some)


def test_what_was_written_as_a_reason_does_not_leave_the_page(ana, weeks):
    planning.move(
        athlete=ana,
        about=read(ana, weeks[1]).about,
        key=uuid4(),
        day=weeks[1].monday,
        slot="rest_day",
        overruled=("PLACE-03",),
        reason="My knee quokka",
        now=timezone.now(),
    )
    why = [day.why for plan in at_once(ana, weeks) for day in plan.days if day]
    assert any("You put it here." in each for each in why)
    assert not any("quokka" in each for each in why)


def test_without_a_usual_week_there_is_no_plan_but_the_races_are_there(ben):
    week = ben.week_of(ben.day_of(timezone.now()))
    said = racing.RaceSaid(
        name="Half", day=week.next.monday, starts_at=time(10), distance="half", is_goal=True
    )
    racing.enter(athlete=ben, said=said)
    ahead = weeks_ahead.read(athlete=ben, weeks=[week], rules=rules(), now=timezone.now())
    assert (ahead.plans, ahead.season.races) == ((), (ben.races.get(),))
