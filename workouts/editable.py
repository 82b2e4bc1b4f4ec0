"""Reads what the editors of own exercises and circuits begin with, and what a circuit can be made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Q

from workouts.findables import findable
from workouts.models import Athlete, Circuit, Exercise
from workouts.own.circuit import OwnCircuit, OwnStation
from workouts.own.known import Exercises, Known
from workouts.training.circuit_time import Format
from workouts.training.tempo import StartsWith


@dataclass(frozen=True)
class Own:
    """All that an athlete made of a kind: what is on offer, by name, and what is retired."""

    offered: tuple[Exercise | Circuit, ...]
    retired: tuple[Exercise | Circuit, ...]


def exercises(*, athlete: Athlete, also: Iterable[str] = ()) -> Exercises:
    """All exercises on offer to the athlete, and those of these slugs that are retired.  One query."""
    there = Exercise.objects.reachable(to=athlete).filter(Q(retired_at=None) | Q(slug__in=list(also)))
    # One's own last: where a name is that of two, it is one's own.
    return Exercises(known(each) for each in there.order_by(F("athlete").asc(nulls_first=True), "name"))


def known(exercise: Exercise) -> Known:
    """An exercise as far as a circuit needs to know it."""
    return Known(
        findable=findable(exercise),
        usual=exercise.prescription,
        starts_with=StartsWith(exercise.starts_with) if exercise.starts_with else None,
        leg_fatigue=exercise.leg_fatigue,
        target_rpe=exercise.target_rpe,
    )


def circuit(*, slug: str, athlete: Athlete) -> Circuit:
    """A circuit to copy, of the catalogue or the athlete's own, with its stations.  Two queries.

    :raises Circuit.DoesNotExist: if there is none of that slug
    """
    return Circuit.objects.reachable(to=athlete).with_stations().get(slug=slug)


def made_of(circuit: Circuit) -> OwnCircuit:
    """A stored circuit as it can be changed.  Uses its stations."""
    return OwnCircuit(
        format=Format(circuit.format),
        rounds=circuit.rounds,
        rest_between_rounds_s=circuit.rest_between_rounds_s,
        warm_up_minutes=circuit.warm_up_minutes,
        stations=tuple(
            OwnStation(
                exercise=station.exercise.slug,
                sets=station.sets,
                reps=station.reps,
                seconds=station.seconds,
                distance_m=station.distance_m,
                tempo=station.tempo,
                rest_after_s=station.rest_after_s,
                note=station.note,
            )
            for station in circuit.stations.all()
        ),
    )


def known_of(circuit: Circuit) -> Exercises:
    """The exercises a stored circuit is made of.  Uses its stations: no query."""
    return Exercises(known(station.exercise) for station in circuit.stations.all())


def own_exercises(*, athlete: Athlete) -> Own:
    """One query."""
    return _own(list(athlete.own_exercises.order_by("name")))


def own_circuits(*, athlete: Athlete) -> Own:
    """Two queries."""
    return _own(list(athlete.own_circuits.with_stations().order_by("name")))


def _own(rows: Sequence[Exercise | Circuit]) -> Own:
    return Own(
        tuple(each for each in rows if each.retired_at is None),
        tuple(each for each in rows if each.retired_at is not None),
    )
