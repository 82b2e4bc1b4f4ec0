"""Writes what the demo runner made and said of their own: exercise, circuit, note and usual week."""

from datetime import date, time
from uuid import UUID, uuid5

from workouts import composing, editable, making, noting, settling
from workouts.facts import CircuitFacts, ExerciseFacts
from workouts.models import Athlete, Circuit, Exercise
from workouts.own.read import read_circuit
from workouts.own.totals import totals
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind

OWN = UUID("0b8f6f0c-51a5-4d58-8c4e-2f4f7f9f4c02")

EXERCISE = ExerciseFacts(
    name="Stair calf raise",
    aliases=["Heel drop"],
    category="calf_foot_ankle",
    level=2,
    movement_pattern="calf_raise",
    unilateral=True,
    metric="reps_load",
    loadable=True,
    sets=2,
    reps=12,
    seconds=None,
    distance_m=None,
    tempo="3-1-1-1",
    starts_with="lower",
    rest_s=30,
    target_rpe=6,
    seconds_per_rep=None,
    meters_per_second=None,
    contacts_per_rep=None,
    contacts_per_second=None,
    contacts_per_metre=None,
    primary_muscles=["gastrocnemius"],
    secondary_muscles=["soleus"],
    equipment=["step"],
    equipment_options=[["step"]],
    impact="none",
    leg_fatigue="low",
    why_for_runners="For the left calf that lags behind.",
    how_to=["Stand on the bottom stair, one hand on the rail.", "Lower the heel slowly, stand, rise."],
    common_mistakes=["Rolling to the outer edge of the foot."],
    caution_flags=[],
    caution="",
)
CIRCUIT_NAME = "Kitchen ten"
CIRCUIT = "2 rounds: Stair calf raise 12/side @3-1-1-1, glute bridge 12, side plank 25 s/side, rest 30"

NOTED = "side-plank"
NOTE = "Left side first, it is the weaker one. Elbow under the shoulder, top hip forward."

# Hard on Tuesday, long on Sunday, easy between.
USUAL_WEEK = (
    HabitualRun(weekday=1, kind=RunKind.INTERVALS, minutes=55, starts_at=time(18, 30)),
    HabitualRun(weekday=2, kind=RunKind.EASY, minutes=40, starts_at=time(6, 45)),
    HabitualRun(weekday=3, kind=RunKind.EASY, minutes=35, starts_at=time(18, 30)),
    HabitualRun(weekday=4, kind=RunKind.EASY, minutes=40, starts_at=time(6, 45)),
    HabitualRun(weekday=6, kind=RunKind.LONG, minutes=95, starts_at=time(8, 30)),
)
WANTED_SESSIONS = 2


def furnish(*, athlete: Athlete, since: date) -> Circuit:
    """Store all of it, the usual week as said on that day; return the circuit of their own."""
    settling.keep_usual_week(athlete=athlete, runs=USUAL_WEEK, wanted_sessions=WANTED_SESSIONS, today=since)
    noted = Exercise.objects.offered(to=athlete).get(slug=NOTED)
    noting.keep_note(athlete=athlete, exercise=noted, note=NOTE, video_url="")
    making.make_exercise(athlete=athlete, key=uuid5(OWN, "exercise"), facts=EXERCISE)
    return _circuit(athlete)


def _circuit(athlete: Athlete) -> Circuit:
    exercises = editable.exercises(athlete=athlete)
    circuit = read_circuit(CIRCUIT, exercises).circuit
    sums = totals(circuit, exercises.by_slug)
    facts = CircuitFacts(
        name=CIRCUIT_NAME,
        goal="Ten minutes by the stairs while the porridge cooks.",
        recommended_when="",
        notes=[],
        session_class=sums.session_class,
        target_rpe=sums.target_rpe or (5, 6),
        leg_fatigue=sums.leg_fatigue,
        circuit=circuit,
    )
    return composing.make_circuit(athlete=athlete, key=uuid5(OWN, "circuit"), facts=facts, source=None)
