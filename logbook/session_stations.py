"""Reads the stations of a logged session in words: what was asked for beside what was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from logbook.models import LoggedSet
from logbook.sets import words
from logbook.sets.done import Measure, SetDone
from logbook.sets.station import PlannedSet
from workouts.units import WeightUnit

# A set as it is stored beside what was done in it; None is one that was left out.
Row = tuple[LoggedSet, SetDone | None]


@dataclass(frozen=True)
class StationTold:
    """
    One station in words.

    instead_of: what was asked for, where all of it was done with another exercise; else "".
    asked: "3 × 8 each side"; "" where nothing was asked for.
    done: "" where it was done as asked for and there is no more to say of it.
    differs: whether it was done otherwise than asked for; a weight or an effort is no difference.
    remark: sets left out or on top, "" without any.
    """

    name: str
    slug: str
    instead_of: str
    asked: str
    done: str
    differs: bool
    remark: str


def told(rows: Iterable[Row], *, unit: WeightUnit) -> tuple[StationTold, ...]:
    """Every station in the order it was done.  Uses the exercises of the sets: no query."""
    stations = groupby(rows, key=lambda row: row[0].station)
    return tuple(_station(list(group), unit) for _, group in stations)


def _station(rows: Sequence[Row], unit: WeightUnit) -> StationTold:
    asked = [row for row, _ in rows if row.planned is not None]
    done = [(row, each) for row, each in rows if each is not None]
    swapped = bool(asked and done) and all(_is_swapped(row) for row, _ in done)
    stands_for = done[0][0] if done and (swapped or not asked) else asked[0]
    name, slug = (
        (stands_for.exercise_name, stands_for.exercise.slug)
        if swapped or not asked
        else (stands_for.planned_name, _asked_slug(stands_for))
    )
    differs = bool(asked) and not all(_is_as_asked(row, each) for row, each in rows)
    has_more = any(each.load_kg or each.rpe or each.reps_in_reserve is not None for _, each in done)
    return StationTold(
        name,
        slug,
        asked[0].planned_name if swapped else "",
        words.planned_told([_planned(row) for row in asked], per_side=asked[0].planned_per_side)
        if asked
        else "",
        _done_told(done, name, unit) if differs or has_more or not asked else "",
        differs,
        _remark(rows) if asked and done else "",
    )


def _asked_slug(row: LoggedSet) -> str:
    assert row.planned_exercise is not None
    return row.planned_exercise.slug


def _is_swapped(row: LoggedSet) -> bool:
    return row.planned_exercise_id not in (None, row.exercise_id)


def _is_as_asked(row: LoggedSet, done: SetDone | None) -> bool:
    return (
        done is not None
        and not _is_swapped(row)
        and (done.measure, done.tempo) == (row.planned_measure, row.planned_tempo)
        and set(done.sides) == {row.planned}
    )


def _planned(row: LoggedSet) -> PlannedSet:
    assert row.planned is not None and row.planned_measure is not None
    return PlannedSet(
        measure=row.planned_measure,
        amount=row.planned,
        tempo=row.planned_tempo,
        rest_after_s=row.rest_after_s,
    )


def _done_told(done: Sequence[Row], name: str, unit: WeightUnit) -> str:
    """Sets alike told together, with the name of another exercise and a tempo that was not asked for."""
    if not done:
        return "left out"
    asked_tempo = next((row.planned_tempo for row, _ in done if row.planned is not None), "")
    parts = []
    for (other, tempo), group in groupby(done, key=lambda row: _apart(row[1], name, asked_tempo)):
        text = words.told([each for _, each in group], unit=unit)
        parts.append(" ".join(filter(None, [other, text])) + (f", {tempo}" if tempo else ""))
    return "; ".join(parts)


def _apart(done: SetDone | None, name: str, asked_tempo: str) -> tuple[str, str]:
    assert done is not None
    other = done.movement.name if done.movement.name != name else ""
    if done.measure is not Measure.REPS or done.tempo == asked_tempo:
        return other, ""
    return other, f"tempo {done.tempo}" if done.tempo else "no tempo"


def _remark(rows: Sequence[Row]) -> str:
    left_out = sum(done is None for _, done in rows)
    on_top = sum(row.planned is None for row, _ in rows)
    counts = ((left_out, "left out"), (on_top, "on top"))
    return ", ".join(f"{count} {'set' if count == 1 else 'sets'} {what}" for count, what in counts if count)
