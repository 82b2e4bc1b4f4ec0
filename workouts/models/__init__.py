"""What the plan side keeps: who trains, what can be done."""

from workouts.models.athlete import Athlete
from workouts.models.calendar_feed import CalendarFeed
from workouts.models.circuit import Circuit, Station
from workouts.models.exercise import Exercise
from workouts.models.exercise_note import ExerciseNote
from workouts.models.invite import Invite
from workouts.models.plan_change import PlanChange
from workouts.models.planned_run import PlannedRun
from workouts.models.race import Race

__all__ = [
    "Athlete",
    "CalendarFeed",
    "Circuit",
    "Exercise",
    "ExerciseNote",
    "Invite",
    "PlanChange",
    "PlannedRun",
    "Race",
    "Station",
]
