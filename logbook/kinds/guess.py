"""Guesses the kind of a run: the rules in their order, each with its reason, the last one easy."""

from collections.abc import Callable, Sequence

from logbook.kinds.by_block import by_fast_block
from logbook.kinds.by_flags import by_intervals_flag, by_long_flag, by_race_flag
from logbook.kinds.by_intensity import by_higher_intensity, by_lower_intensity, by_race_effort
from logbook.kinds.by_laps import by_hill_laps, by_interval_laps, by_stride_laps, by_walking_laps
from logbook.kinds.by_length import by_length
from logbook.kinds.by_title import by_kind_in_title, by_race_in_title
from logbook.kinds.case import Case
from logbook.kinds.evidence import Evidence, Guess, PastRun
from logbook.kinds.usual import usual_of
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind

# What the athlete says goes before what the watch shows, and what it shows lap by lap before the totals.
# A race is asked for before the length, since half of them are long.
RULES: tuple[Callable[[Case], Guess | None], ...] = (
    by_kind_in_title,
    by_race_in_title,
    by_race_flag,
    by_long_flag,
    by_hill_laps,
    by_stride_laps,
    by_walking_laps,
    by_interval_laps,
    by_intervals_flag,
    by_race_effort,
    by_fast_block,
    by_higher_intensity,
    by_length,
    by_lower_intensity,
)


def guess_kind(*, evidence: Evidence, past: Sequence[PastRun], unit: DistanceUnit) -> Guess:
    """
    Return the likeliest kind of an imported run, never cross-training, and why.

    past: the athlete's earlier runs, in any order; below five of them no median counts.
    unit: how the athlete reads distances and paces, for the sentence.
    """
    case = Case(evidence=evidence, usual=usual_of(past), unit=unit)
    for rule in RULES:
        if guess := rule(case):
            return guess
    return Guess(kind=RunKind.EASY, because=_because_nothing_else(case))


def _because_nothing_else(case: Case) -> str:
    nothing = "Nothing in the file says otherwise."
    if case.usual.is_known:
        return nothing
    return f"{nothing} Its length and intensity are not judged yet: that takes five earlier runs."
