"""Reads the stations of a session that is to be logged or corrected, with what was done the last time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from logbook.models import LoggedSet, Session
from logbook.sets.done import LastTime, Measure, Movement, SetDone
from logbook.sets.station import PlannedSet, Rung, StationPlan
from workouts.models import Athlete, Circuit, Exercise, Station
from workouts.training.circuit_time import Shape

Exercises = Mapping[int, Exercise]


def movement_of(exercise: Exercise) -> Movement:
    """An exercise of the catalogue as the log sees it; without its setup where texts were left behind."""
    measure, amount = _dose(exercise)
    steps = [] if "how_to" in exercise.get_deferred_fields() else exercise.how_to
    return Movement(
        exercise_id=exercise.pk,
        slug=exercise.slug,
        name=exercise.name,
        measure=measure,
        amount=amount,
        sets=exercise.sets,
        tempo=exercise.tempo,
        rest_after_s=exercise.rest_s,
        per_side=exercise.unilateral,
        loadable=exercise.loadable,
        counts_tension=exercise.counts_tension,
        setup=steps[0] if steps else "",
        seconds_per_rep=exercise.seconds_per_rep,
        meters_per_second=exercise.meters_per_second,
        starts_with=exercise.starts_with,
    )


def of_circuit(circuit: Circuit, *, shape: Shape | None = None) -> tuple[StationPlan, ...]:
    """
    What a circuit asks for.  Uses its stations and their rungs, as `circuits.to_do` brings them.

    shape: its own numbers with other sets, where it was trimmed.
    """
    shape = shape or circuit.shape
    return tuple(
        StationPlan(
            number=station.position,
            movement=movement_of(station.exercise),
            planned=(_asked_for(station),) * shape.sets_of(prescription),
            rungs=_rungs(station.exercise),
        )
        for station, prescription in zip(circuit.stations.all(), shape.stations, strict=True)
    )


def of_exercise(exercise: Exercise, *, number: int) -> StationPlan:
    """A station that nothing prescribes.  Uses the rungs, so fetch the exercise `with_rungs`."""
    return StationPlan(number=number, movement=movement_of(exercise), rungs=_rungs(exercise))


def chosen(slugs: Mapping[int, str], *, athlete: Athlete) -> dict[int, StationPlan]:
    """
    Stations that nothing prescribes, by their numbers.  One query, none for no stations.

    One that left the catalogue meanwhile is still there; what is no exercise, or another's own, is left out.
    """
    there = Exercise.objects.reachable(to=athlete).with_rungs()
    found = there.filter(slug__in=set(slugs.values())) if slugs else ()
    exercises = {exercise.slug: exercise for exercise in found}
    return {
        number: of_exercise(exercises[slug], number=number)
        for number, slug in slugs.items()
        if slug in exercises
    }


def of_session(session: Session, *, also_retired: bool = False) -> tuple[StationPlan, ...]:
    """
    A session as it was asked for and done.  Uses its sets; one query more for the exercises.

    also_retired: with the easier and harder ones that left the catalogue, since they may have been done then.
    """
    exercises = _exercises_of(session)
    return tuple(
        _as_logged(number, rows, exercises, also_retired=also_retired)
        for number, rows in _by_station(session)
    )


def as_last_time(session: Session) -> tuple[StationPlan, ...]:
    """
    What was done in a session, asked for again and filled in set by set: weights, sides and swaps as then.

    A station of which a set was left out is asked for anew, as its plan has it; how hard a set was is not
    copied.  Uses the sets; one query more.
    """
    exercises = _exercises_of(session)
    return tuple(_asked_again(number, rows, exercises) for number, rows in _by_station(session))


def with_last_time(
    plans: Sequence[StationPlan], *, athlete: Athlete, before: datetime
) -> tuple[StationPlan, ...]:
    """
    The same stations, each with the sets of when its exercise was last done until then.

    Two queries, and none for no stations.
    """
    if not plans:
        return ()
    ids = {plan.movement.exercise_id for plan in plans}
    done = LoggedSet.objects.done().filter(session=OuterRef("pk"), exercise=OuterRef(OuterRef("pk")))
    last = athlete.sessions.kept().filter(Exists(done), started_at__lt=before)
    latest = last.order_by("-performed_on", "-started_at", "-pk").values("pk")[:1]
    sessions = dict(Exercise.objects.filter(pk__in=ids).values_list("pk", Subquery(latest)))
    rows = LoggedSet.objects.filter(session__in=sessions.values(), exercise__in=ids).select_related("session")
    # An exercise may have stood at several stations: each is held against its own.
    by_exercise: dict[int, dict[int, list[LoggedSet]]] = {}
    for row in rows:
        if row.session_id == sessions[row.exercise_id]:
            by_exercise.setdefault(row.exercise_id, {}).setdefault(row.station, []).append(row)
    seen: Counter[int] = Counter()
    with_last = []
    for plan in plans:
        then = list(by_exercise.get(plan.movement.exercise_id, {}).values())
        nth = min(seen[plan.movement.exercise_id], len(then) - 1)
        seen[plan.movement.exercise_id] += 1
        with_last.append(replace(plan, last=_last_time(plan, then[nth]) if then else None))
    return tuple(with_last)


def set_done(row: LoggedSet, movement: Movement) -> SetDone | None:
    """A row as a value; None for a set that was left out."""
    if row.done is None or row.done_measure is None:
        return None
    return SetDone(
        movement=movement,
        measure=row.done_measure,
        left=row.done,
        right=row.done_right,
        load_kg=row.load_kg,
        implements=row.implements,
        rpe=row.rpe,
        reps_in_reserve=row.reps_in_reserve,
        tempo=row.tempo,
    )


def asked_for(row: LoggedSet) -> PlannedSet:
    """What was asked for in a set that was not done on top."""
    assert row.planned is not None and row.planned_measure is not None
    return PlannedSet(
        measure=row.planned_measure,
        amount=row.planned,
        tempo=row.planned_tempo,
        rest_after_s=row.rest_after_s,
    )


def as_named_then(row: LoggedSet, exercise: Exercise) -> Movement:
    """The exercise a set was done with, called and counted as on that day."""
    return replace(
        movement_of(exercise),
        name=row.exercise_name,
        per_side=row.per_side,
        counts_tension=row.counts_tension,
        rest_after_s=row.rest_after_s,
    )


def _dose(thing: Exercise | Station) -> tuple[Measure, int]:
    doses = (
        (Measure.REPS, thing.reps),
        (Measure.SECONDS, thing.seconds),
        (Measure.METRES, thing.distance_m),
    )
    return next((measure, amount) for measure, amount in doses if amount is not None)


def _asked_for(station: Station) -> PlannedSet:
    measure, amount = _dose(station)
    return PlannedSet(measure=measure, amount=amount, tempo=station.tempo, rest_after_s=station.rest_after_s)


def _rungs(exercise: Exercise, *, also_retired: bool = False) -> tuple[Rung, ...]:
    return tuple(
        Rung(word=word, movement=movement_of(other))
        for word, other in (("Easier", exercise.easier), ("Harder", exercise.harder))
        if other is not None and (also_retired or other.retired_at is None)
    )


def _by_station(session: Session) -> Iterable[tuple[int, list[LoggedSet]]]:
    for number, rows in groupby(session.sets.all(), key=lambda row: row.station):
        yield number, list(rows)


def _exercises_of(session: Session) -> Exercises:
    ids = {
        pk
        for row in session.sets.all()
        for pk in (row.exercise_id, row.planned_exercise_id)
        if pk is not None
    }
    return Exercise.objects.with_rungs().in_bulk(ids)


def _as_logged(
    number: int, rows: list[LoggedSet], exercises: Exercises, *, also_retired: bool = False
) -> StationPlan:
    asked = [row for row in rows if row.planned is not None]
    first = rows[0]
    exercise = exercises[first.planned_exercise_id or first.exercise_id]
    # As it was called and counted then, where a set of it was done; a plan knows but its name and sides.
    same = next((row for row in rows if row.exercise_id == exercise.pk), None)
    movement = as_named_then(same, exercise) if same else movement_of(exercise)
    if asked:
        movement = replace(movement, name=first.planned_name, per_side=first.planned_per_side)
    done = tuple(set_done(row, as_named_then(row, exercises[row.exercise_id])) for row in rows)
    return StationPlan(
        number=number,
        movement=movement,
        planned=tuple(asked_for(row) for row in asked),
        rungs=_with_others(_rungs(exercise, also_retired=also_retired), movement, done),
        done=done,
    )


def _with_others(
    rungs: tuple[Rung, ...], movement: Movement, done: Sequence[SetDone | None]
) -> tuple[Rung, ...]:
    """The rungs, called as then where it was done with one, and whatever else it was done with."""
    logged: dict[Movement, Movement] = {}
    for each in done:
        if each is not None and each.movement != movement:
            logged.setdefault(each.movement, each.movement)
    named = tuple(replace(rung, movement=logged.pop(rung.movement, rung.movement)) for rung in rungs)
    return (*named, *(Rung(word="As logged", movement=other) for other in logged))


def _asked_again(number: int, rows: list[LoggedSet], exercises: Exercises) -> StationPlan:
    then = _as_logged(number, rows, exercises)
    done = [each for each in then.done or () if each is not None]
    movement = done[0].movement if done else then.movement
    exercise = exercises[movement.exercise_id]
    planned = tuple(_again(row, movement) for row in rows)
    again = tuple(_done_again(row, exercises) for row in rows) if len(done) == len(rows) else ()
    return StationPlan(
        number=number,
        movement=movement_of(exercise),
        planned=planned,
        rungs=_with_others(_rungs(exercise), movement, again),
        again=again,
    )


def _done_again(row: LoggedSet, exercises: Exercises) -> SetDone:
    done = set_done(row, movement_of(exercises[row.exercise_id]))
    assert done is not None
    return replace(done, rpe=None, reps_in_reserve=None)


def _again(row: LoggedSet, movement: Movement) -> PlannedSet:
    """A set as it was done, or asked for where it was left out or done with another exercise."""
    if row.exercise_id == movement.exercise_id and row.done is not None and row.done_measure is not None:
        measure, amount, tempo = row.done_measure, max(row.done, row.done_right or 0), row.tempo
    elif row.planned_exercise_id == movement.exercise_id and row.planned is not None:
        assert row.planned_measure is not None
        measure, amount, tempo = row.planned_measure, row.planned, row.planned_tempo
    else:
        measure, amount, tempo = movement.measure, movement.amount, movement.tempo
    return PlannedSet(measure=measure, amount=amount, tempo=tempo, rest_after_s=row.rest_after_s)


def _last_time(plan: StationPlan, rows: Sequence[LoggedSet]) -> LastTime:
    performed: Any = rows[0].session.performed_on
    return LastTime(on=performed, sets=tuple(set_done(row, plan.movement) for row in rows))
