"""Reads what the rules about how far one runs say of a plan: a run much longer than of late, a fast climb.

No query: it goes by what was done of late, which came with the week.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from logbook.lately import Lately
from workouts.models import Athlete
from workouts.training.rules import Rules
from workouts.training.running_load import CONFIRM, Spike, climb, spike
from workouts.training.timetable.habit import HabitualRun
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind

# A race is as long as it is, and what is no running is no longer run.
LOOKED_AHEAD = timedelta(days=7)
NOT_JUDGED = frozenset({RunKind.RACE, RunKind.CROSS_TRAINING})


@dataclass(frozen=True)
class ClimbTold:
    """That running has risen fast, with the distances; `is_warning` for beginners, else it is advice."""

    told: str
    is_warning: bool


def length_told(
    run: HabitualRun | None, *, day: date, today: date, lately: Lately, athlete: Athlete, rules: Rules
) -> str:
    """What rule LOAD-01 says of the run of a day, "" where nothing, or where nobody knows its metres."""
    found = _spike(run, day, today, lately, rules)
    return "" if found is None else _told(found, athlete)


def to_confirm(
    run: HabitualRun | None, *, day: date, today: date, lately: Lately, athlete: Athlete, rules: Rules
) -> str:
    """What has to be confirmed before so long a run is planned; "" where it is not that long."""
    found = _spike(run, day, today, lately, rules)
    return f"{_told(found, athlete)} {CONFIRM}" if found is not None and found.needs_confirmation else ""


def _spike(run: HabitualRun | None, day: date, today: date, lately: Lately, rules: Rules) -> Spike | None:
    """Held against the days up to today; what is run until a day further away nobody knows."""
    rule = rules.get("LOAD-01")
    if rule is None or run is None or run.kind in NOT_JUDGED or day - today > LOOKED_AHEAD:
        return None
    longest_m = lately.longest_m(today + timedelta(days=1), days=int(rule.params["window_days"]))
    return spike(run.distance_m, longest_m, rule=rule)


def _told(found: Spike, athlete: Athlete) -> str:
    return found.told(DistanceUnit(athlete.distance_unit), with_target=not athlete.hides_load_targets)


def climb_now(*, lately: Lately, today: date, athlete: Athlete, rules: Rules) -> ClimbTold | None:
    """What rule LOAD-02 says of the two weeks up to today; None where nothing."""
    now_m, before_m = lately.fortnights_m(today)
    is_novice = athlete.experience not in ("intermediate", "advanced")
    found = climb(now_m, before_m, is_novice=is_novice, rule=rules.get("LOAD-02"))
    if found is None:
        return None
    return ClimbTold(found.told(DistanceUnit(athlete.distance_unit)), found.is_warning)
