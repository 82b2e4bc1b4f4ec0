"""Slots: the times of a week at which strength could be done (handbook 5.2 and 5.6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from workouts.training.timetable.week import DAY_H, EASY, RunWeek
from workouts.vocabulary import RunKind

EVENING_H, REST_DAY_H = 18.0, 10.0
# From the end of a run to the first repetition.
AFTER_RUN_H = 0.25


class SlotKind(StrEnum):
    AFTER_RUN = "after_run"
    REST_DAY = "rest_day"
    EVENING = "evening"


@dataclass(frozen=True)
class Slot:
    """A time for strength: its day from 0, its kind, and its hour of the week."""

    day: int
    kind: SlotKind
    hour: float


def slots_of(week: RunWeek, *, from_hour: float = 0.0) -> tuple[Slot, ...]:
    """Return the slots of a week from an hour on, in their order."""
    return tuple(slot for day in range(7) for slot in _of_day(week, day) if slot.hour >= from_hour)


def _of_day(week: RunWeek, day: int) -> Iterator[Slot]:
    runs = week.on(day)
    for run in runs:
        if run.kind in EASY or run.kind is RunKind.LONG:
            yield Slot(day, SlotKind.AFTER_RUN, run.ends_h + AFTER_RUN_H)
    if not runs:
        yield Slot(day, SlotKind.REST_DAY, DAY_H * day + REST_DAY_H)
    evening = DAY_H * day + EVENING_H
    # Nobody lifts while running, nor in the hour before.
    if not any(run.starts_h - 1 < evening < run.ends_h + AFTER_RUN_H for run in runs):
        yield Slot(day, SlotKind.EVENING, evening)
