"""Reads what a session adds up to: tension, tonnage, foot contacts, and hard sets by muscle."""

from collections.abc import Sequence
from dataclasses import dataclass

from logbook import stations
from logbook.charts.set_bars import set_bars
from logbook.load.contacts import foot_contacts
from logbook.load.hard_sets import ByMuscle, Muscles, hard_sets
from logbook.load.session_rpe import USUAL_SESSION_RPE
from logbook.load.tension import tension_s
from logbook.load.tonnage import tonnage_kg
from logbook.models import LoggedSet, Session
from logbook.sets.done import SetDone
from workouts.models import Circuit, Exercise
from workouts.units import decimal_text
from workouts.vocabulary import everyday_muscle


@dataclass(frozen=True)
class MuscleSets:
    """The hard sets of one muscle, by its everyday name; `bar` is its length in `charts.set_bars`."""

    muscle: str
    sets: float
    bar: float


@dataclass(frozen=True)
class SessionNumbers:
    """
    None is a number that does not apply or is not known.

    has_strength: whether there was a set that could be hard at all.  muscles: the most worked first.
    hard_because: how sets without an effort of their own were counted.
    """

    tension_s: int | None
    tonnage_kg: float | None
    foot_contacts: int | None
    has_strength: bool
    muscles: tuple[MuscleSets, ...]
    hard_because: str


def numbers(session: Session, rows: Sequence[tuple[LoggedSet, SetDone | None]]) -> SessionNumbers:
    """All that the sets add up to.  No query."""
    pairs = [(done, row) for row, done in rows if done is not None]
    sets = [done for done, _ in pairs]
    rpe = session.load.rpe if session.load else USUAL_SESSION_RPE
    hard = hard_sets([(done, row.muscles) for done, row in pairs], session_rpe=rpe)
    return SessionNumbers(
        tension_s(sets),
        tonnage_kg(sets),
        foot_contacts([(done, row.landing) for done, row in pairs]),
        any(done.movement.counts_tension for done in sets),
        _by_muscle(hard),
        _hard_because(sets, session),
    )


@dataclass(frozen=True)
class HardSetsAsked:
    """The hard sets of each muscle, were a circuit done as asked for at effort `rpe`, as text."""

    has_strength: bool
    rpe: str
    muscles: tuple[MuscleSets, ...]


def asked_for(circuit: Circuit) -> HardSetsAsked:
    """
    The hard sets of a circuit done as asked for, at the middle of its target.  No query.

    Uses its stations with their rungs, as `circuits.page` brings them.
    """
    rpe = (circuit.target_rpe_low + circuit.target_rpe_high) / 2
    plans = stations.of_circuit(circuit)
    pairs = [
        (done, _muscles(station.exercise))
        for station, plan in zip(circuit.stations.all(), plans, strict=True)
        for done in plan.as_planned
    ]
    has_strength = any(done.movement.counts_tension for done, _ in pairs)
    return HardSetsAsked(has_strength, decimal_text(rpe), _by_muscle(hard_sets(pairs, session_rpe=rpe)))


def _muscles(exercise: Exercise) -> Muscles:
    return Muscles(primary=tuple(exercise.primary_muscles), secondary=tuple(exercise.secondary_muscles))


def _by_muscle(hard: ByMuscle) -> tuple[MuscleSets, ...]:
    bars = set_bars([sets for _, sets in hard])
    return tuple(
        MuscleSets(everyday_muscle(muscle), sets, bar) for (muscle, sets), bar in zip(hard, bars, strict=True)
    )


def _hard_because(sets: Sequence[SetDone], session: Session) -> str:
    """How the sets counted that have no effort of their own, hard or not; "" where there are none."""
    strength = [each for each in sets if each.movement.counts_tension]
    unrated = sum(each.rpe is None and each.reps_in_reserve is None for each in strength)
    if not unrated or session.load is None:
        return ""
    rated = decimal_text(session.load.rpe)
    if not session.load.assumed:
        how = f"the session's {rated}"
    elif session.target_rpe_low is None:
        how = f"{rated}, the usual for a session without a target"
    elif session.target_rpe_low == session.target_rpe_high:
        how = f"{rated}, the circuit's target"
    else:
        how = f"{rated}, the middle of the circuit's target"
    several = unrated > 1
    return (
        f"{unrated} {'sets' if several else 'set'} without an effort of {'their' if several else 'its'} "
        f"own {'count' if several else 'counts'} with {how}."
    )
