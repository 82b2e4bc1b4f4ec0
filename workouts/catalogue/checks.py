"""What is wrong between files: slugs that lead nowhere, ladders that fall or turn back, unfit doses."""

import graphlib
from collections.abc import Collection, Iterator, Mapping

from workouts.catalogue.entries import CircuitEntry, ExerciseEntry, StationEntry
from workouts.training.prescription import BadPrescription

Exercises = Mapping[str, ExerciseEntry]


def ladder_mistakes(*, exercises: Exercises, slugs: Collection[str]) -> list[str]:
    """Check regressions and progressions.  `slugs` are those of all files, readable or not."""
    mistakes: list[str] = []
    # From (easier, harder) to the place where that is written.
    rungs: dict[tuple[str, str], str] = {}
    for exercise in exercises.values():
        for key, other in (("regression", exercise.regression), ("progression", exercise.progression)):
            if other is None:
                continue
            place = f"exercises/{exercise.slug}.toml, {key}"
            if other not in slugs:
                mistakes.append(f'{place}: there is no exercise "{other}".')
                continue
            rung = (other, exercise.slug) if key == "regression" else (exercise.slug, other)
            rungs.setdefault(rung, place)
            mistakes += _falling_level(rung, place, exercises)
    return mistakes + list(_circles(rungs))


def _falling_level(rung: tuple[str, str], place: str, exercises: Exercises) -> Iterator[str]:
    easier, harder = (exercises.get(slug) for slug in rung)
    if easier and harder and harder.level < easier.level:
        yield (
            f"{place}: the level falls from {easier.level} ({easier.slug})"
            f" to {harder.level} ({harder.slug}); along a ladder it stays or rises."
        )


def _circles(rungs: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """One sentence for each circle; each is cut open once found, so that the search can go on."""
    left = dict(rungs)
    while True:
        ladder: graphlib.TopologicalSorter[str] = graphlib.TopologicalSorter()
        for easier, harder in sorted(left):
            ladder.add(harder, easier)
        try:
            ladder.prepare()
        except graphlib.CycleError as error:
            circle: list[str] = error.args[1]
            yield f"{left.pop((circle[0], circle[1]))}: this ladder goes in a circle, {' → '.join(circle)}."
        else:
            return


def circuit_mistakes(
    *, circuits: Mapping[str, CircuitEntry], exercises: Exercises, slugs: Collection[str]
) -> list[str]:
    """Check stations and variants against the exercises, and that each circuit has its own position."""
    mistakes: list[str] = []
    first_at: dict[int, str] = {}
    for circuit in circuits.values():
        file = f"circuits/{circuit.slug}.toml"
        first = first_at.setdefault(circuit.position, circuit.slug)
        if first != circuit.slug:
            mistakes.append(f"{file}, position: {circuit.position} is taken by {first}.")
        for number, station in enumerate(circuit.stations, start=1):
            mistakes += _station_mistakes(station, f"{file}, stations[{number}]", exercises, slugs)
        mistakes += _variant_mistakes(circuit, file, exercises, slugs)
    return mistakes


def _station_mistakes(
    station: StationEntry, place: str, exercises: Exercises, slugs: Collection[str]
) -> Iterator[str]:
    if station.exercise not in slugs:
        yield f'{place}.exercise: there is no exercise "{station.exercise}".'
    exercise = exercises.get(station.exercise)
    if exercise is None:
        return
    if station.per_side != exercise.unilateral:
        sides = "each side in turn" if exercise.unilateral else "both sides at once"
        yield f"{place}.per_side: {exercise.slug} is done on {sides}."
    if station.tempo is not None and exercise.starts_with is None:
        yield f"{place}.tempo: {exercise.slug} has no tempo, so nothing says which way it starts."
    try:
        station.prescription(exercise)
    except BadPrescription as error:
        yield f"{place}: {error}"


def _variant_mistakes(
    circuit: CircuitEntry, file: str, exercises: Exercises, slugs: Collection[str]
) -> Iterator[str]:
    stations = {station.exercise: station for station in circuit.stations}
    for variant in circuit.variants:
        for swap in variant.swaps:
            place = f"{file}, variants.{variant.key}.swaps.{swap.station}"
            if swap.station not in stations:
                yield f'{place}: this circuit has no station "{swap.station}".'
            elif swap.exercise not in slugs:
                yield f'{place}.exercise: there is no exercise "{swap.exercise}".'
            elif swap.exercise in exercises:
                coming_in = exercises[swap.exercise]
                station = stations[swap.station].swapped(swap=swap, exercise=coming_in)
                yield from _station_mistakes(station, place, exercises, slugs)
