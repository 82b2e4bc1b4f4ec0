"""What a circuit in the making adds up to so far: time, tension, landings, muscles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workouts.figures import circuit_timeline
from workouts.figures.circuit_timeline import CircuitTimeline
from workouts.own.circuit import OwnCircuit
from workouts.own.known import Known
from workouts.training.circuit_time import Shape
from workouts.training.most_worked import Worked, most_worked
from workouts.training.prescription import BadPrescription
from workouts.vocabulary import DEGREES, STRENGTH_CATEGORIES


@dataclass(frozen=True)
class Totals:
    """
    shape: the numbers its times come from.  muscles: the most worked first.  timeline: None without any time.
    session_class, target_rpe: as its exercises have it.
    left_out: the names of the exercises that are not counted, since their dose makes no sense yet.
    """

    shape: Shape
    muscles: tuple[str, ...]
    timeline: CircuitTimeline | None
    session_class: str
    target_rpe: tuple[int, int] | None
    leg_fatigue: str
    left_out: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.shape.stations


def totals(circuit: OwnCircuit, known: Mapping[str, Known], *, left_out: Sequence[str] = ()) -> Totals:
    """Return what can be counted of it; `left_out` names exercises that are not even among its stations."""
    counted, missing = [], list(left_out)
    for station in circuit.stations:
        try:
            station.prescription(known[station.exercise])
        except BadPrescription:
            missing.append(known[station.exercise].name)
        else:
            counted.append(station)
    shape = replace(circuit, stations=tuple(counted)).shape(known)
    exercises = [known[station.exercise] for station in counted]
    efforts = [each.target_rpe for each in exercises]
    return Totals(
        shape=shape,
        muscles=most_worked(
            Worked(shape.sets_of(prescription), each.findable.muscles, each.findable.helped_by)
            for each, prescription in zip(exercises, shape.stations, strict=True)
        ),
        timeline=circuit_timeline.drawn(shape),
        session_class=_session_class(exercises),
        target_rpe=(min(efforts), max(efforts)) if efforts else None,
        leg_fatigue=max((each.leg_fatigue for each in exercises), key=DEGREES.index, default="none"),
        left_out=tuple(missing),
    )


def _session_class(exercises: Sequence[Known]) -> str:
    """
    Which of the handbook's classes it most likely is; the athlete may say otherwise.

    Jumps of level 4 and up are high, any other jump low.  No strength at all is mobility.  Whether strength
    is heavy nobody can tell from the exercises, so it is moderate where it tires the legs, else light.
    """
    jumps = [each.findable.level for each in exercises if each.findable.category == "plyometric"]
    if jumps:
        return "plyo_high" if max(jumps) >= 4 else "plyo_low"
    if not any(each.findable.category in STRENGTH_CATEGORIES for each in exercises):
        return "mobility"
    tires = max((DEGREES.index(each.leg_fatigue) for each in exercises), default=0)
    return "moderate" if tires >= DEGREES.index("moderate") else "light"
