"""A circuit in the making: its stations and rests, and whether they can be done."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workouts.own.known import Known
from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import BadPrescription, Prescription
from workouts.training.tempo import BadTempo, Tempo

MOST_STATIONS = 30
MOST_ROUNDS = MOST_SETS = 20
MOST_REPS, LONGEST_S, FARTHEST_M = 500, 3600, 10_000
LONGEST_REST_S = 1800
LONGEST_WARM_UP = 60


@dataclass(frozen=True, kw_only=True)
class OwnStation:
    """
    One place: an exercise by its slug, and what is done there.

    Exactly one of reps, seconds and distance_m is given, for one side where the exercise is sided.
    tempo: as in "3-1-1-0"; blank where nobody counts.  note: what to mind here.
    """

    exercise: str
    sets: int = 1
    reps: int | None = None
    seconds: int | None = None
    distance_m: int | None = None
    tempo: str = ""
    rest_after_s: int = 0
    note: str = ""

    def prescription(self, known: Known) -> Prescription:
        """
        What it asks for, with the movement's own rates.

        :raises BadPrescription: if the exercise cannot be done in that dose; the message says why
        """
        if self.tempo and known.starts_with is None:
            raise BadPrescription(f"{known.name} takes no tempo.")
        try:
            tempo = Tempo.parse(self.tempo) if self.tempo else None
        except BadTempo as error:
            raise BadPrescription(str(error)) from error
        if self.reps is not None and tempo is None and known.usual.seconds_per_rep is None:
            if known.usual.tempo is None:
                raise BadPrescription(f"{known.name} is not counted in repetitions. {_as_usual(known)}")
            raise BadPrescription(f"{known.name} needs a tempo, or nobody can tell how long it takes.")
        if self.distance_m is not None and known.usual.meters_per_second is None:
            raise BadPrescription(f"{known.name} is not counted in metres. {_as_usual(known)}")
        return replace(
            known.usual,
            sets=self.sets,
            reps=self.reps,
            seconds=self.seconds,
            distance_m=self.distance_m,
            tempo=tempo,
            rest_after_s=self.rest_after_s,
        )


@dataclass(frozen=True, kw_only=True)
class OwnCircuit:
    """A circuit's stations in their order, how they are gone through, and the rests."""

    format: Format
    rounds: int = 1
    rest_between_rounds_s: int = 0
    warm_up_minutes: int = 0
    stations: tuple[OwnStation, ...]

    def shape(self, known: Mapping[str, Known]) -> Shape:
        """
        The numbers its times come from.

        :raises BadPrescription: if a station cannot be done in its dose
        """
        return Shape(
            format=self.format,
            rounds=self.rounds,
            rest_between_rounds_s=self.rest_between_rounds_s,
            warm_up_minutes=self.warm_up_minutes,
            stations=tuple(each.prescription(known[each.exercise]) for each in self.stations),
        )

    @property
    def plainly(self) -> "OwnCircuit":
        """The same without notes and what says nothing: sets in rounds, and a rest nobody takes."""
        in_rounds = self.format is Format.CIRCUIT
        stations = tuple(replace(each, note="", sets=1 if in_rounds else each.sets) for each in self.stations)
        if in_rounds and stations:
            # The last of a round is followed by the rest between rounds.
            stations = (*stations[:-1], replace(stations[-1], rest_after_s=0))
        return replace(
            self,
            stations=stations,
            rounds=self.rounds if in_rounds else 1,
            rest_between_rounds_s=self.rest_between_rounds_s if in_rounds else 0,
        )


def _as_usual(known: Known) -> str:
    return f"Its usual dose is {known.usual.dose}."
