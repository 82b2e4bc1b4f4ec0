"""What the file marks the run as, by its athlete's own hand."""

from logbook.kinds.by_block import by_fast_block
from logbook.kinds.case import Case
from logbook.kinds.evidence import Guess
from logbook.kinds.repeats import has_rests
from workouts.vocabulary import RunKind


def by_race_flag(case: Case) -> Guess | None:
    """It is marked as a race."""
    if "race" not in case.evidence.flags:
        return None
    return Guess(kind=RunKind.RACE, because="The file marks it as a race.")


def by_long_flag(case: Case) -> Guess | None:
    """It is marked as a long run."""
    if "long" not in case.evidence.flags:
        return None
    return Guess(kind=RunKind.LONG, because="The file marks it as a long run.")


def by_intervals_flag(case: Case) -> Guess | None:
    """
    It is marked as intervals, and what the laps show speaks for nothing else.

    Apps have one mark for any hard session, so a fast block goes first; and where laps are marked as rests,
    the mark may only come from one of them.
    """
    if "intervals" not in case.evidence.flags:
        return None
    if guess := by_fast_block(case):
        return guess
    if has_rests(case.evidence.laps):
        return None
    return Guess(kind=RunKind.INTERVALS, because="The file marks it as intervals.")
