"""Ten years of one athlete, written at one go: a run nearly every day, strength after many of them."""

from datetime import datetime, timedelta

from logbook.models import LoggedSet, Run, Session
from tests.factories import make_athlete, say_week
from tests.pages.ledger import record_hours
from workouts.models import Athlete, Circuit, Exercise
from workouts.models.circuit import FRONT_DOOR
from workouts.vocabulary import RunKind

RUNS, SESSIONS, SETS = 3600, 1600, 25_000
DAYS = 3652
KINDS = (RunKind.EASY, RunKind.INTERVALS, RunKind.EASY, RunKind.TEMPO, RunKind.EASY, RunKind.LONG)
EXERCISES = 40


def write_decade(*, now: datetime) -> Athlete:
    """Return the athlete; the latest run was recorded every second, and has a session after it."""
    ana = make_athlete("ana", time_zone="Europe/Berlin")
    say_week(ana)
    runs = Run.objects.bulk_create(_runs(ana, now), batch_size=500)
    sessions = Session.objects.bulk_create(_sessions(ana, runs, now), batch_size=500)
    LoggedSet.objects.bulk_create(_sets(sessions), batch_size=500)
    record_hours(runs[0], hours=1)
    return ana


def _runs(ana: Athlete, now: datetime) -> list[Run]:
    runs = []
    for number in range(RUNS):
        minutes = 35 + number * 7 % 50
        run = Run(
            athlete=ana, logged_at=now, kind=KINDS[number % len(KINDS)], duration_s=minutes * 60.0,
            distance_m=minutes * 180.0 + number % 90, effort=(4, 8, None, 7, 3, 5)[number % 6],
            avg_hr=138 + number % 25, max_hr=175, ascent_m=20.0 + number % 70, note="Even." * (number % 3),
        )  # fmt: skip
        started_at = now - timedelta(hours=3) - number * timedelta(days=DAYS) / RUNS
        run.move_to(started_at=started_at, time_zone=ana.time_zone)
        runs.append(run)
    return runs


def _sessions(ana: Athlete, runs: list[Run], now: datetime) -> list[Session]:
    circuit = Circuit.objects.get(slug=FRONT_DOOR)
    sessions = []
    for number in range(SESSIONS):
        run = runs[number * RUNS // SESSIONS]
        session = Session(
            athlete=ana, logged_at=now, run=run, circuit=circuit, name=circuit.name, format=circuit.format,
            rounds=3, rest_between_rounds_s=60, session_class=circuit.session_class, minutes=20 + number % 15,
            effort=(6, 7, None)[number % 3], target_rpe_low=5, target_rpe_high=7,
        )  # fmt: skip
        session.move_to(started_at=run.ended_at + timedelta(minutes=5), time_zone=ana.time_zone)
        sessions.append(session)
    return sessions


def _sets(sessions: list[Session]) -> list[LoggedSet]:
    """The same number in each session, and one more in the latest, three sets a station."""
    exercises = list(Exercise.objects.filter(athlete=None, metric="reps").order_by("pk")[:EXERCISES])
    each, more = divmod(SETS, len(sessions))
    sets = []
    for number, session in enumerate(sessions):
        for place in range(each + (number < more)):
            station = place // 3
            exercise = exercises[(number + station * 7) % len(exercises)]
            sets.append(_set(session, station + 1, place % 3 + 1, exercise))
    return sets


def _set(session: Session, station: int, number: int, exercise: Exercise) -> LoggedSet:
    return LoggedSet(
        session=session, station=station, number=number, rest_after_s=30, exercise=exercise,
        exercise_name=exercise.name, per_side=exercise.unilateral, counts_tension=exercise.counts_tension,
        planned_exercise=exercise, planned_name=exercise.name, planned_per_side=exercise.unilateral,
        planned_tempo=exercise.tempo, planned_reps=8, done_reps=8 - number % 2, tempo=exercise.tempo,
        load_kg=6.0 + station, implements=2, rpe=7.0, counted=LoggedSet.counted_of(exercise),
    )  # fmt: skip
