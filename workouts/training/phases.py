"""Phases of training: which one a day lies in, by the races round it, and how much strength suits it.

Meaning   what the training is for at the moment, so that strength gives way as a race comes near.
Formula   up to 7 days before a race that is aimed at it is race week, up to 14 taper, up to 28 peak, up to 84
          build, further away base; after any race recovery, for as many days as its distance asks for
          (rule RACE-01).  Of several races the nearest ahead counts; recovery goes before all but race week.
Units     days, counted by the calendar.
Source    the handbook, 5.3, for taper and race week; where peak and build begin is a choice of our own.
Limits    knows races alone; off season and the return from an injury are set by hand, a week at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workouts.training.rules import Rule, Rules
from workouts.training.timetable.week import LOADED

RACE_WEEK_DAYS, TAPER_DAYS, PEAK_DAYS, BUILD_DAYS = 7, 14, 28, 84


class Phase(StrEnum):
    """What a week of training is for."""

    OFF_SEASON = "off_season"
    BASE = "base"
    BUILD = "build"
    PEAK = "peak"
    TAPER = "taper"
    RACE_WEEK = "race_week"
    RECOVERY = "recovery"
    RETURN_FROM_INJURY = "return_from_injury"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()

    @property
    def spoken(self) -> str:
        """As it stands in a sentence: "in base training"."""
        return _SPOKEN.get(self, self.value.replace("_", " "))


_SPOKEN = {
    Phase.BASE: "base training",
    Phase.BUILD: "the build-up",
    Phase.PEAK: "the peak weeks",
    Phase.TAPER: "the taper",
    Phase.RETURN_FROM_INJURY: "a return from injury",
}


@dataclass(frozen=True, kw_only=True)
class RaceDay:
    """A race by its day and its distance, a key of `vocabulary.RACE_DISTANCES`."""

    day: date
    distance: str
    is_goal: bool = True


def phase_on(day: date, *, races: Sequence[RaceDay], rules: Rules) -> Phase:
    """Return the phase of a day."""
    ahead = min(((race.day - day).days for race in races if race.is_goal and race.day >= day), default=None)
    if ahead is not None and ahead <= RACE_WEEK_DAYS:
        return Phase.RACE_WEEK
    if recovered_from(day, races=races, rules=rules) is not None:
        return Phase.RECOVERY
    for phase, days in ((Phase.TAPER, TAPER_DAYS), (Phase.PEAK, PEAK_DAYS), (Phase.BUILD, BUILD_DAYS)):
        if ahead is not None and ahead <= days:
            return phase
    return Phase.BASE


def phase_of(days: Sequence[date], *, races: Sequence[RaceDay], rules: Rules) -> Phase:
    """
    Return the phase of a week, the same on each of its days.

    It is race week if a race that is aimed at lies in it, but for its first day; else it is what most of its
    days are.
    """
    if any(race.is_goal and race.day in days[1:] for race in races):
        return Phase.RACE_WEEK
    of_days = [phase_on(day, races=races, rules=rules) for day in days]
    return max(of_days, key=of_days.count)


def recovered_from(day: date, *, races: Sequence[RaceDay], rules: Rules) -> RaceDay | None:
    """The race that a day is recovered from, the last of several; None if none."""
    return next((race for race in reversed(races) if _recovers(day, race, rules.get("RACE-01"))), None)


def _recovers(day: date, race: RaceDay, rule: Rule | None) -> bool:
    return rule is not None and 0 < (day - race.day).days < rule.by["days"][race.distance][0]


def suited(classes: Sequence[str], *, phase: Phase, rule: Rule) -> tuple[str, ...]:
    """
    Return which of the wanted classes suit the phase, the hardest first (handbook 5.3, rule FREQ-01).

    Race week and recovery take one light session, the taper one loaded session and what is light; in any
    other phase a loaded session beyond the most that suit becomes a light one.
    """
    if phase in (Phase.RACE_WEEK, Phase.RECOVERY):
        return ("light",) * min(len(classes), 1)
    most = int(rule.by["sessions"][phase][1])
    loaded = [each for each in classes if each in LOADED]
    others = [each for each in classes if each not in LOADED]
    surplus = 0 if phase is Phase.TAPER else len(loaded) - most
    return (*loaded[:most], *others, *("light",) * max(surplus, 0))


def frequency_told(wanted: int, *, phase: Phase, rule: Rule) -> str:
    """
    What rule FREQ-01 says of so many sessions a week; "" where they suit the phase.

    The light ones count, since they are what the plan gives whoever is new to it.
    """
    low, high = (int(number) for number in rule.by["sessions"][phase])
    if low <= wanted <= high:
        return ""
    count = str(low) if low == high else f"{low} to {high}" if low else f"at most {high}"
    return rule.told(phase=phase.spoken, n=f"{count} strength session{'' if high == 1 else 's'}")
