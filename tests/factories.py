"""Rows for tests, made the way the app makes them, with sensible defaults."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import count
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from logbook import recording, stations
from logbook.facts import RunFacts, SessionFacts
from logbook.proposals import prescribed_by
from logbook.sets.station import StationDone
from workouts import circuits, composing, editable, making, settling
from workouts.facts import CircuitFacts, ExerciseFacts
from workouts.models import Athlete, Circuit, Exercise
from workouts.models.circuit import FRONT_DOOR
from workouts.own.read import read_circuit
from workouts.own.totals import totals
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind

# A Wednesday of ISO week 31; in Berlin the clock says 10:00.
NOW = datetime(2026, 7, 29, 8, 0, tzinfo=UTC)
PASSWORD = "slow-is-smooth-7"
_numbers = count(1)


def make_athlete(name: str | None = None, **fields) -> Athlete:
    return Athlete.objects.create(
        username=name or f"runner-{next(_numbers)}", password=_hashed(PASSWORD), **fields
    )


@cache
def _hashed(password: str) -> str:
    """Hashing is slow by intent, and every athlete here has the same password."""
    return make_password(password)


def run_facts(athlete: Athlete, **changes) -> RunFacts:
    """An easy run of 8.2 km in 48:10 that began three hours ago."""
    facts = {
        "started_at": NOW - timedelta(hours=3),
        "time_zone": athlete.time_zone,
        "duration_s": 2890.0,
        "distance_m": 8200.0,
        "kind": RunKind.EASY,
        "effort": None,
        "note": "",
    }
    return RunFacts(**(facts | changes))


def make_run(athlete: Athlete, **changes):
    facts = run_facts(athlete, **changes)
    return recording.log_run(athlete=athlete, key=uuid4(), facts=facts, now=NOW).run


def session_facts(athlete: Athlete, *, circuit: str = FRONT_DOOR, **changes) -> SessionFacts:
    """Done as planned an hour ago, paired with nothing."""
    facts = {
        "started_at": NOW - timedelta(hours=1),
        "time_zone": athlete.time_zone,
        "minutes": 22,
        "run": None,
        "effort": None,
        "note": "",
        "stations": as_planned(circuits.to_do(slug=circuit)),
    }
    return SessionFacts(**(facts | changes))


def as_planned(circuit: Circuit) -> list[StationDone]:
    """Every station of a circuit, each set as it is asked for."""
    return [StationDone(plan=plan, sets=plan.as_planned) for plan in stations.of_circuit(circuit)]


def make_session(athlete: Athlete, *, circuit: str = FRONT_DOOR, prescribed=None, key=None, **changes):
    """The front door's circuit, as in `session_facts` where nothing else is said."""
    logged = recording.log_session(
        athlete=athlete,
        key=key or uuid4(),
        prescribed=prescribed or prescribed_by(circuits.to_do(slug=circuit)),
        facts=session_facts(athlete, circuit=circuit, **changes),
        now=NOW,
    )
    return logged.session


def exercise_facts(**changes) -> ExerciseFacts:
    """A lunge on one side at a time, 3 × 8 at 3-1-1-0."""
    facts = {
        "name": "Shed lunge",
        "aliases": [],
        "category": "legs",
        "level": 2,
        "movement_pattern": "lunge",
        "unilateral": True,
        "metric": "reps_load",
        "loadable": True,
        "sets": 3,
        "reps": 8,
        "seconds": None,
        "distance_m": None,
        "tempo": "3-1-1-0",
        "starts_with": "lower",
        "rest_s": 45,
        "target_rpe": 7,
        "seconds_per_rep": None,
        "meters_per_second": None,
        "contacts_per_rep": None,
        "contacts_per_second": None,
        "contacts_per_metre": None,
        "primary_muscles": ["quadriceps"],
        "secondary_muscles": ["gluteus_maximus"],
        "equipment": ["none"],
        "equipment_options": [[]],
        "impact": "none",
        "leg_fatigue": "moderate",
        "why_for_runners": "",
        "how_to": [],
        "common_mistakes": [],
        "caution_flags": [],
        "caution": "",
    }
    return ExerciseFacts(**(facts | changes))


def make_exercise(athlete: Athlete, **changes) -> Exercise:
    return making.make_exercise(athlete=athlete, key=uuid4(), facts=exercise_facts(**changes))


def circuit_facts(athlete: Athlete, *, text: str, name: str = "Monday legs", **changes) -> CircuitFacts:
    """A circuit as it is written."""
    exercises = editable.exercises(athlete=athlete)
    circuit = read_circuit(text, exercises).circuit
    sums = totals(circuit, exercises.by_slug)
    facts = {
        "name": name,
        "goal": "",
        "recommended_when": "",
        "notes": [],
        "session_class": sums.session_class,
        "target_rpe": sums.target_rpe,
        "leg_fatigue": sums.leg_fatigue,
        "circuit": circuit,
    }
    return CircuitFacts(**(facts | changes))


def make_circuit(athlete: Athlete, **changes) -> Circuit:
    """A circuit of the athlete's own, of a text."""
    facts = circuit_facts(athlete, **changes)
    return composing.make_circuit(athlete=athlete, key=uuid4(), facts=facts, source=None)


# The handbook's own week: hard on Tuesday and Thursday, long on Sunday.
ITS_WEEK = {1: ("intervals", 60), 2: ("easy", 45), 3: ("tempo", 60), 4: ("easy", 45), 6: ("long", 105)}


def say_week(
    athlete: Athlete, *, wanted: int = 2, week=ITS_WEEK, said_on: date | None = None, **fields
) -> None:
    """Let the athlete have said what their week looks like; further fields are the athlete's."""
    runs = [
        HabitualRun(
            weekday=day, kind=RunKind(kind), minutes=minutes, starts_at=time(8 if kind == "long" else 7)
        )
        for day, (kind, minutes) in week.items()
    ]
    settling.keep_usual_week(
        athlete=athlete, runs=runs, wanted_sessions=wanted, today=said_on or athlete.day_of(timezone.now())
    )
    for name, value in fields.items():
        setattr(athlete, name, value)
    athlete.save()
