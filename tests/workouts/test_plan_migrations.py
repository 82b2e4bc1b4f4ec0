"""The usual week of before keeps every run when single days join it, and keeps them when those go again."""

from datetime import time, timedelta
from uuid import UUID

import pytest

from tests.factories import NOW, say_week
from tests.migrating import migrate, models_at
from workouts import planning_runs
from workouts.models import Athlete, PlannedRun
from workouts.planning_runs import DaySaid
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("restored")]

OLD = "0008_the_plan"


@pytest.fixture
def restored():
    """Whatever happens, the next test finds all tables."""
    yield
    migrate(app="workouts")


def usual(model) -> list[tuple]:
    rows = model.objects.order_by("weekday")
    return list(rows.values_list("athlete", "weekday", "kind", "minutes", "starts_at"))


def test_usual_runs_stay_single_days_go_and_those_who_said_a_week_are_planned(ana, ben):
    say_week(ana)
    before = usual(PlannedRun)
    day = ana.day_of(NOW) + timedelta(days=9)
    run = HabitualRun(weekday=day.weekday(), kind=RunKind.TEMPO, minutes=50, starts_at=time(18), name="Track")
    said = [DaySaid(day=day, run=run), DaySaid(day=day + timedelta(days=1))]
    planning_runs.say(athlete=ana, key=UUID(int=1), days=said, now=NOW)

    migrate(OLD, app="workouts")
    (usual_run,) = models_at(OLD, "UsualRun", app="workouts")
    assert usual(usual_run) == before

    migrate(app="workouts")
    assert usual(PlannedRun) == before
    assert Athlete.objects.get(pk=ana.pk).planned_since == ana.date_joined.date()
    assert Athlete.objects.get(pk=ben.pk).planned_since is None
