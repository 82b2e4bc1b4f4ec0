"""Reads the stations of a logged session in words: what was asked for beside what was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from logbook.models import LoggedSet
from logbook.sets import words
from logbook.sets.done import Measure, SetDone
from logbook.stations import asked_for
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
    tempo: one that was not asked for, "tempo 2-0-2-0" or "set 3 at tempo 2-0-2-0"; else "".
    differs: whether it was done otherwise than asked for; a weight or an effort is no difference.
    remark: sets left out or on top, "" without any.
    """

    name: str
    address: str
    instead_of: str
    asked: str
    done: str
    tempo: str
    differs: bool
    remark: str


def told(rows: Iterable[Row], *, unit: WeightUnit) -> tuple[StationTold, ...]:
    """Every station in the order it was done.  Uses the exercises of the sets: no query."""
    stations = groupby(rows, key=lambda row: row[0].station)
    return tuple(_station(list(group), unit) for _, group in stations)


def _station(rows: Sequence[Row], unit: WeightUnit) -> StationTold:
    asked = [row for row, _ in rows if row.planned is not None]
    done = [(row, each) for row, each in rows if each is not None]
    swapped = bool(asked and done) and all(row.exercise_id != asked[0].planned_exercise_id for row, _ in done)
    stands_for = done[0][0] if done and (swapped or not asked) else asked[0]
    name, address = (
        (stands_for.exercise_name, stands_for.exercise.get_absolute_url())
        if swapped or not asked
        else (stands_for.planned_name, _asked_address(stands_for))
    )
    differs = bool(asked) and not all(_is_as_asked(row, each) for row, each in rows)
    has_more = any(each.load_kg or each.rpe or each.reps_in_reserve is not None for _, each in done)
    return StationTold(
        name,
        address,
        asked[0].planned_name if swapped else "",
        words.planned_told([asked_for(row) for row in asked], per_side=asked[0].planned_per_side)
        if asked
        else "",
        words.told([each for _, each in done], unit=unit) if differs or has_more or not asked else "",
        _tempo_told(rows),
        differs,
        _remark(rows) if asked and done else "",
    )


def _asked_address(row: LoggedSet) -> str:
    assert row.planned_exercise is not None
    return row.planned_exercise.get_absolute_url()


def _is_swapped(row: LoggedSet) -> bool:
    return row.planned_exercise_id not in (None, row.exercise_id)


def _is_as_asked(row: LoggedSet, done: SetDone | None) -> bool:
    return (
        done is not None
        and not _is_swapped(row)
        and (done.measure, done.tempo) == (row.planned_measure, row.planned_tempo)
        and set(done.sides) == {row.planned}
    )


def _tempo_told(rows: Sequence[Row]) -> str:
    """How fast the repetitions were where that was not asked for, of all sets or of some by their number."""
    asked, counted = "", 0
    others = {}
    for row, done in rows:
        # A set on top is held against the last one asked for.
        asked = asked if row.planned is None else row.planned_tempo
        if done is not None and done.measure is Measure.REPS:
            counted += 1
            if done.tempo != asked:
                others[row.number] = done.tempo
    tempos = set(others.values())
    if len(others) == counted and len(tempos) == 1:
        (tempo,) = tempos
        return f"tempo {tempo}" if tempo else "no tempo"
    apart = (
        f"set {number} {f'at tempo {tempo}' if tempo else 'without tempo'}"
        for number, tempo in others.items()
    )
    return ", ".join(apart)


def _remark(rows: Sequence[Row]) -> str:
    left_out = sum(done is None and row.planned is not None for row, done in rows)
    on_top = sum(done is not None and row.planned is None for row, done in rows)
    counts = ((left_out, "left out"), (on_top, "on top"))
    return ", ".join(f"{count} {'set' if count == 1 else 'sets'} {what}" for count, what in counts if count)
