"""What the catalogue's files become: frozen entries for exercises and circuits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workouts.catalogue.safety_texts import Safety
from workouts.figures.body.spec import FigureSpec
from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import Metric, Prescription
from workouts.training.tempo import StartsWith, Tempo


@dataclass(frozen=True, kw_only=True)
class ExerciseEntry:
    """
    One exercise.

    aliases: what else it is called.  starts_with: None where there is no tempo.  caution: may be empty.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    category: str
    level: int
    movement_pattern: str
    primary_muscles: tuple[str, ...]
    secondary_muscles: tuple[str, ...]
    equipment: tuple[str, ...]
    equipment_options: tuple[tuple[str, ...], ...]
    unilateral: bool
    metric: Metric
    loadable: bool
    impact: str
    leg_fatigue: str
    regression: str | None
    progression: str | None
    why_for_runners: str
    how_to: tuple[str, ...]
    common_mistakes: tuple[str, ...]
    caution_flags: tuple[str, ...]
    caution: str
    prescription: Prescription
    starts_with: StartsWith | None
    target_rpe: int
    figure: FigureSpec | None


@dataclass(frozen=True, kw_only=True)
class SwapEntry:
    """In a variant: the exercise and dose that stand in for those of the station of exercise `station`."""

    station: str
    exercise: str
    reps: int | None
    seconds: int | None
    distance_m: int | None
    tempo: Tempo | None


@dataclass(frozen=True, kw_only=True)
class StationEntry:
    """One place in a circuit: an exercise with this circuit's dose, tempo and rest."""

    exercise: str
    sets: int
    reps: int | None
    seconds: int | None
    distance_m: int | None
    per_side: bool
    tempo: Tempo | None
    rest_after_s: int
    note: str

    def prescription(self, exercise: ExerciseEntry) -> Prescription:
        """This station's numbers with the rates of its exercise.

        :raises BadPrescription: if they do not fit together
        """
        return replace(
            exercise.prescription,
            sets=self.sets,
            reps=self.reps,
            seconds=self.seconds,
            distance_m=self.distance_m,
            per_side=self.per_side,
            tempo=self.tempo,
            rest_after_s=self.rest_after_s,
        )

    def swapped(self, *, swap: SwapEntry, exercise: ExerciseEntry) -> "StationEntry":
        """This station as a variant has it; `exercise` is the one that comes in."""
        return replace(
            self,
            exercise=swap.exercise,
            reps=swap.reps,
            seconds=swap.seconds,
            distance_m=swap.distance_m,
            per_side=exercise.unilateral,
            tempo=swap.tempo,
        )


@dataclass(frozen=True, kw_only=True)
class VariantEntry:
    """A circuit made easier, harder, shorter or for another place."""

    key: str
    rounds: int
    note: str
    swaps: tuple[SwapEntry, ...]


@dataclass(frozen=True, kw_only=True)
class CircuitEntry:
    """One circuit or routine.  `position` is its place in the list; `target_rpe` is lowest and highest."""

    slug: str
    position: int
    name: str
    goal: str
    format: Format
    rounds: int
    rest_between_rounds_s: int
    warm_up_minutes: int
    session_class: str
    leg_fatigue: str
    level: str
    target_rpe: tuple[int, int]
    recommended_when: str
    notes: tuple[str, ...]
    tags: tuple[str, ...]
    source_note: str
    stations: tuple[StationEntry, ...]
    variants: tuple[VariantEntry, ...]

    def shape(self, exercises: Mapping[str, ExerciseEntry]) -> Shape:
        """The numbers that its duration, tension and contacts come from."""
        return Shape(
            format=self.format,
            rounds=self.rounds,
            rest_between_rounds_s=self.rest_between_rounds_s,
            warm_up_minutes=self.warm_up_minutes,
            stations=tuple(station.prescription(exercises[station.exercise]) for station in self.stations),
        )


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything that was read: exercises by slug in alphabetical order, circuits by slug in page order."""

    exercises: Mapping[str, ExerciseEntry]
    circuits: Mapping[str, CircuitEntry]
    safety: Safety
