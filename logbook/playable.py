"""Reads what the player plays: a session in the making, or a routine that follows one, set by set."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from logbook import afterwards, stations
from logbook.models import LoggedSet, Session
from logbook.sets.done import Measure, Movement, SetDone
from logbook.sets.station import PlannedSet, StationPlan
from workouts import circuits
from workouts.models import Athlete, Circuit
from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import Prescription
from workouts.training.tempo import StartsWith, Tempo
from workouts.training.timeline import Step, Timeline, timeline, work

# What is nowhere said is guessed so; it only sets how long a step that ends with a tap is said to take.
USUAL_REP_S = 3.0
USUAL_METRES_PER_SECOND = 1.0


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One way to do a station: as asked for (`word` ""), or an easier or harder one at its usual dose."""

    word: str
    movement: Movement
    dose: PlannedSet
    steps: tuple[Step, ...]
    load_kg: float | None
    implements: int | None


@dataclass(frozen=True, kw_only=True)
class WrittenSet:
    """A set that was written: its row, by which browser, and for the how-manieth time."""

    pk: int | None
    done: SetDone | None
    writer: str
    revision: int


@dataclass(frozen=True, kw_only=True)
class Playable:
    """
    A session, or a routine that follows it, as the player takes it.

    routine: its slug where it is one that follows.  minutes: as it was asked for when it was started.
    choices: of each station in order, as asked for first.
    written: by station and number, those of the sets that were written so far.
    """

    routine: str
    name: str
    minutes: int
    shape: Shape
    line: Timeline
    choices: tuple[tuple[Choice, ...], ...]
    written: dict[tuple[int, int], WrittenSet]
    is_logged: bool

    @property
    def warm_up_minutes(self) -> int:
        """What was asked for beyond work and rest, as it was when it was started."""
        return max(self.minutes - math.ceil(self.shape.seconds / 60), 0)


def of_session(session: Session, *, routine: str = "") -> Playable:
    """A session as it stands.  Uses its sets and its circuit; three queries more."""
    plans = _with_last_time(stations.of_session(session), session.athlete, session.started_at)
    rows = {(row.station, row.number): row for row in session.sets.all()}
    return _playable(
        plans,
        rows,
        Shape(
            format=Format(session.format),
            rounds=session.rounds,
            rest_between_rounds_s=session.rest_between_rounds_s,
            warm_up_minutes=0,
            stations=(),
        ),
        routine=routine,
        name=session.name,
        minutes=session.minutes,
        is_logged=not session.is_open,
    )


def routines_after(session: Session) -> tuple[Playable, ...]:
    """
    The routines that follow it and are not logged yet, those in the making as they stand.

    Six queries at most, four more where any is in the making; none after a routine.
    """
    following = afterwards.still_to_log(afterwards.of_session(session))
    if not following:
        return ()
    begun = [each.open_id for each in following if each.open_id is not None]
    found = session.athlete.sessions.filter(pk__in=begun).for_player() if begun else ()
    in_the_making = {each.pk: each for each in found}
    return tuple(
        of_session(in_the_making[each.open_id], routine=each.circuit.slug)
        if each.open_id in in_the_making
        else _of_circuit(each.circuit.slug)
        for each in following
    )


def prescribed(movement: Movement, dose: PlannedSet, *, sets: int = 1) -> Prescription:
    """Sets of a movement at that dose, with what is usual where its own speed is unknown."""
    return Prescription(
        sets=sets,
        reps=dose.amount if dose.measure is Measure.REPS else None,
        seconds=dose.amount if dose.measure is Measure.SECONDS else None,
        distance_m=dose.amount if dose.measure is Measure.METRES else None,
        tempo=Tempo.parse(dose.tempo) if dose.tempo and dose.measure is Measure.REPS else None,
        per_side=movement.per_side,
        rest_after_s=dose.rest_after_s,
        seconds_per_rep=movement.seconds_per_rep or USUAL_REP_S,
        meters_per_second=movement.meters_per_second or USUAL_METRES_PER_SECOND,
        counts_tension=movement.counts_tension,
    )


def _of_circuit(slug: str) -> Playable:
    """A routine nothing of which is there yet.  Two queries."""
    circuit: Circuit = circuits.to_do(slug=slug)
    return _playable(
        stations.of_circuit(circuit),
        {},
        circuit.shape,
        routine=slug,
        name=circuit.name,
        minutes=max(circuit.shape.minutes, 1),
        is_logged=False,
    )


def _with_last_time(
    plans: Sequence[StationPlan], athlete: Athlete, before: datetime
) -> tuple[StationPlan, ...]:
    """The weights of the last time are only of use where something can be loaded."""
    if not any(each.loadable for plan in plans for each in _movements(plan)):
        return tuple(plans)
    return stations.with_last_time(plans, athlete=athlete, before=before)


def _movements(plan: StationPlan) -> Iterable[Movement]:
    return plan.movement, *(rung.movement for rung in plan.rungs)


def _playable(
    plans: Sequence[StationPlan],
    rows: dict[tuple[int, int], LoggedSet],
    frame: Shape,
    *,
    routine: str,
    name: str,
    minutes: int,
    is_logged: bool,
) -> Playable:
    """`frame` is the shape but for its stations."""
    asked = [plan for plan in plans if plan.planned]
    of_stations = (prescribed(plan.movement, plan.planned[0], sets=len(plan.planned)) for plan in asked)
    shape = replace(frame, stations=tuple(of_stations))
    first = [_starts_with(plan.movement) for plan in asked]
    done = {(plan.number, n): one for plan in asked for n, one in enumerate(plan.done or (), start=1)}
    return Playable(
        routine=routine,
        name=name,
        minutes=minutes,
        shape=shape,
        line=timeline(shape=shape, starts_with=first),
        choices=tuple(_choices(plan) for plan in asked),
        written={
            place: WrittenSet(
                pk=row.pk, done=done.get(place), writer=str(row.writer or ""), revision=row.revision
            )
            for place, row in rows.items()
            if row.revision
        },
        is_logged=is_logged,
    )


def _choices(plan: StationPlan) -> tuple[Choice, ...]:
    last = [each for each in (plan.last.sets if plan.last else ()) if each is not None and each.load_kg]
    as_asked = _choice("", plan.movement, plan.planned[0], last[0] if last else None)
    rest_after_s = plan.planned[0].rest_after_s
    return (
        as_asked,
        *(
            _choice(rung.word, rung.movement, _usual(rung.movement, rest_after_s), None)
            for rung in plan.rungs
        ),
    )


def _usual(movement: Movement, rest_after_s: int) -> PlannedSet:
    return PlannedSet(
        measure=movement.measure, amount=movement.amount, tempo=movement.tempo, rest_after_s=rest_after_s
    )


def _choice(word: str, movement: Movement, dose: PlannedSet, last: SetDone | None) -> Choice:
    return Choice(
        word=word,
        movement=movement,
        dose=dose,
        steps=work(prescribed(movement, dose), starts_with=_starts_with(movement)),
        load_kg=last.load_kg if last else None,
        implements=last.implements if last else None,
    )


def _starts_with(movement: Movement) -> StartsWith | None:
    return StartsWith(movement.starts_with) if movement.starts_with else None
