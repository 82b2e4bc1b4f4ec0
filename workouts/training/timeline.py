"""
The timeline of a session: every step of it, from the first count-in to the last repetition, in seconds.

Work and rests are the handbook's (3), so that they add up to the circuit's duration.  Two things come on
top, and are told apart: getting ready before the very first set, and changing sides, 5 s in each set that
has two.  Everywhere else getting ready is the tail of the rest before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import Prescription
from workouts.training.tempo import StartsWith

READY_S = 5
CHANGEOVER_S = 5

# The parts of a repetition as its figure goes through them: to the end pose, there, back, at the start.
_LEGS = {
    StartsWith.LOWER: {"lower": 0, "pause": 1, "lift": 2, "hold": 3},
    StartsWith.LIFT: {"lift": 0, "hold": 1, "lower": 2, "pause": 3},
}
_SIDES = ("left", "right")


class Kind(StrEnum):
    READY = "ready"
    WORK = "work"
    CHANGEOVER = "changeover"
    REST = "rest"


@dataclass(frozen=True, kw_only=True)
class Beat:
    """One part of a repetition: its word, when it begins in the repetition, and the leg of the figure."""

    word: str
    starts_s: int
    seconds: int
    leg: int


@dataclass(frozen=True, kw_only=True)
class Step:
    """
    One step; a set of two sides is work, a changeover, and work.

    starts_s: from the beginning of the timeline.  seconds: how long it takes, or usually takes if it ends
        with a tap, as repetitions without a tempo and metres do.
    set: which set it is of, from 0; of a rest the one just done, None before the first.
    next: the set that follows a rest, a changeover or getting ready.
    side: "left" or "right", of a changeover the one to come; "" without sides.
    ready_s: how much at its end is for getting ready.
    reps, rep_s, beats: repetitions, the seconds of one, and its parts; None and empty without a tempo.
    """

    kind: Kind
    seconds: float
    starts_s: float = 0
    ends_by_tap: bool = False
    set: int | None = None
    next: int | None = None
    side: str = ""
    ready_s: float = 0
    reps: int | None = None
    rep_s: float | None = None
    beats: tuple[Beat, ...] = ()
    counts_tension: bool = False
    ends_round: bool = False

    @property
    def ends_s(self) -> float:
        return self.starts_s + self.seconds


@dataclass(frozen=True)
class Place:
    """Where a set stands: its station, which of its sets it is, and the round it is in, all from 1."""

    station: int
    number: int
    round: int


@dataclass(frozen=True)
class Timeline:
    """The sets in the order they are done, and every step."""

    sets: tuple[Place, ...]
    steps: tuple[Step, ...]

    def seconds_of(self, *kinds: Kind) -> float:
        """Seconds of all steps of these kinds; of work and rest together they are the handbook's duration."""
        return sum(step.seconds for step in self.steps if step.kind in kinds)


def timeline(*, shape: Shape, starts_with: Sequence[StartsWith | None]) -> Timeline:
    """
    Return the steps of a session of that shape.

    starts_with: of each station, which way its repetitions go first; None where it has no tempo.
    """
    places = tuple(_places(shape))
    steps: list[Step] = [Step(kind=Kind.READY, seconds=READY_S, next=0, ready_s=READY_S)] if places else []
    for index, place in enumerate(places):
        station = shape.stations[place.station - 1]
        steps += [
            replace(step, set=index, next=index if step.kind is Kind.CHANGEOVER else None)
            for step in work(station, starts_with=starts_with[place.station - 1])
        ]
        if index + 1 < len(places):
            steps += _rest(shape, station, place, places[index + 1], index)
    return Timeline(places, tuple(_one_after_the_other(steps)))


def work(prescription: Prescription, *, starts_with: StartsWith | None) -> tuple[Step, ...]:
    """Return the steps of one set by itself, beginning at 0: a side, or left, a changeover and right."""
    sides = _SIDES if prescription.per_side else ("",)
    steps: list[Step] = []
    for side in sides:
        if steps:
            steps.append(Step(kind=Kind.CHANGEOVER, seconds=CHANGEOVER_S, side=side, ready_s=CHANGEOVER_S))
        steps.append(_side(prescription, side, starts_with, len(sides)))
    return tuple(_one_after_the_other(steps))


def _side(prescription: Prescription, side: str, starts_with: StartsWith | None, sides: int) -> Step:
    seconds = prescription.work_s / sides
    step = Step(kind=Kind.WORK, seconds=seconds, side=side, counts_tension=prescription.tension_s > 0)
    if prescription.reps is None:
        return replace(step, ends_by_tap=prescription.distance_m is not None)
    if prescription.tempo is None:
        return replace(step, ends_by_tap=True, reps=prescription.reps)
    tempo, first = prescription.tempo, starts_with or StartsWith.LOWER
    beats: list[Beat] = []
    for phase in tempo.phases(first):
        starts_s = beats[-1].starts_s + beats[-1].seconds if beats else 0
        leg = _LEGS[first][phase.word]
        beats.append(Beat(word=phase.word, starts_s=starts_s, seconds=phase.seconds, leg=leg))
    return replace(step, reps=prescription.reps, rep_s=tempo.total_s, beats=tuple(beats))


def _places(shape: Shape) -> Iterator[Place]:
    """A circuit does one set of each station and begins again; all else does a station's sets in a row."""
    stations = [(number, shape.sets_of(each)) for number, each in enumerate(shape.stations, start=1)]
    if shape.format is not Format.CIRCUIT:
        yield from (Place(number, each, 1) for number, sets in stations for each in range(1, sets + 1))
        return
    for turn in range(1, shape.rounds + 1):
        yield from (Place(number, turn, turn) for number, _ in stations)


def _rest(shape: Shape, station: Prescription, place: Place, then: Place, index: int) -> list[Step]:
    """The rest after a set, nothing where there is none: of a round's last set, the one between rounds."""
    ends_round = shape.format is Format.CIRCUIT and then.round > place.round
    seconds = shape.rest_between_rounds_s if ends_round else station.rest_after_s
    if not seconds:
        return []
    ready_s = min(READY_S, seconds)
    return [
        Step(
            kind=Kind.REST, seconds=seconds, set=index, next=index + 1, ready_s=ready_s, ends_round=ends_round
        )
    ]


def _one_after_the_other(steps: Sequence[Step]) -> Iterator[Step]:
    starts_s: float = 0
    for step in steps:
        yield replace(step, starts_s=starts_s)
        starts_s += step.seconds
