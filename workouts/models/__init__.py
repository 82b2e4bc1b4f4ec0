"""What the plan side keeps: who trains, what can be done."""

from workouts.models.athlete import Athlete
from workouts.models.circuit import Circuit, Station
from workouts.models.exercise import Exercise
from workouts.models.exercise_note import ExerciseNote
from workouts.models.invite import Invite
from workouts.models.plan_change import PlanChange
from workouts.models.race import Race
from workouts.models.usual_run import UsualRun

__all__ = [
    "Athlete",
    "Circuit",
    "Exercise",
    "ExerciseNote",
    "Invite",
    "PlanChange",
    "Race",
    "Station",
    "UsualRun",
]
