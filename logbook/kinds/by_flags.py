"""What the file marks the run as, by its athlete's own hand."""

from logbook.kinds.by_block import by_fast_block
from logbook.kinds.case import Case
from logbook.kinds.evidence import Guess
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
    """It is marked as intervals: one mark for any hard session, so what the laps show goes first."""
    if "intervals" not in case.evidence.flags:
        return None
    return by_fast_block(case) or Guess(kind=RunKind.INTERVALS, because="The file marks it as intervals.")
