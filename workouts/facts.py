"""What passes from a form to a write: an exercise or a circuit of one's own."""

from dataclasses import dataclass

from workouts.own.circuit import OwnCircuit


@dataclass(frozen=True, kw_only=True)
class ExerciseFacts:
    """
    An exercise as its athlete describes it; the names are those of the model's fields.

    easier, harder: slugs of its neighbours on the ladder, "" without one.
    """

    name: str
    aliases: list[str]
    category: str
    level: int
    movement_pattern: str
    unilateral: bool
    metric: str
    loadable: bool
    sets: int
    reps: int | None
    seconds: int | None
    distance_m: int | None
    tempo: str
    starts_with: str
    rest_s: int
    target_rpe: int
    seconds_per_rep: float | None
    meters_per_second: float | None
    contacts_per_rep: float | None
    contacts_per_second: float | None
    contacts_per_metre: float | None
    primary_muscles: list[str]
    secondary_muscles: list[str]
    equipment: list[str]
    equipment_options: list[list[str]]
    impact: str
    leg_fatigue: str
    why_for_runners: str
    how_to: list[str]
    common_mistakes: list[str]
    caution_flags: list[str]
    caution: str
    easier: str = ""
    harder: str = ""


@dataclass(frozen=True, kw_only=True)
class CircuitFacts:
    """
    A circuit as its athlete describes it.

    session_class, target_rpe, leg_fatigue: as its exercises have it, unless the athlete said otherwise.
    notes: one a line.
    """

    name: str
    goal: str
    recommended_when: str
    notes: list[str]
    session_class: str
    target_rpe: tuple[int, int]
    leg_fatigue: str
    circuit: OwnCircuit
