"""What the words of the title say: the name of a kind, or of a race by its length."""

from logbook.kinds.case import Case
from logbook.kinds.evidence import Guess
from logbook.kinds.phrases import kind_named, race_named
from logbook.kinds.words import PARKRUN_M
from workouts.units import distance
from workouts.vocabulary import RunKind

# A measured course is the shortest way along it: a watch finds it up to some 3 % longer, seldom shorter.
SHORT_OF_COURSE, BEYOND_COURSE = 0.98, 1.04

# To most a parkrun is a test of themselves, to some a jog or a walk, and then it is no faster than usual.
PARKRUN_FASTER_THAN_USUAL = 1.05


def by_kind_in_title(case: Case) -> Guess | None:
    """The title names a kind of run."""
    if (named := kind_named(case.evidence.title)) is None:
        return None
    kind, words = named
    return Guess(kind=kind, because=f"Its title says “{words}”.")


def by_race_in_title(case: Case) -> Guess | None:
    """The title names a race by its length, and the run is that long; a parkrun is a timed 5 km, no race."""
    named, length_m = race_named(case.evidence.title), case.evidence.distance_m
    if named is None or length_m is None:
        return None
    course_m, words = named
    if not SHORT_OF_COURSE * course_m <= length_m <= BEYOND_COURSE * course_m:
        return None
    because = f"Its title says “{words}”, and {distance(length_m, case.unit)} is the length of one."
    if course_m != PARKRUN_M:
        return Guess(kind=RunKind.RACE, because=because)
    speed_mps, usual_mps = case.speed_mps, case.usual.speed_mps
    if speed_mps and usual_mps and speed_mps < PARKRUN_FASTER_THAN_USUAL * usual_mps:
        return None
    return Guess(kind=RunKind.TIME_TRIAL, because=because)
