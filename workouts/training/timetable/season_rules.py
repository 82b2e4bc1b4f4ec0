"""The rules round a race, of illness, of jumping and of the first month of lifting (handbook 5.5)."""

from collections.abc import Iterator

from workouts.training.rules import Rule
from workouts.training.timetable.case import Case, Check, Finding, found
from workouts.training.timetable.week import RaceHours

# The primer is for the week of a race.
PRIMED_DAYS = 7
REST_AND_CORE = frozenset({"mobility", "light"})


def _counted(days: int) -> str:
    return f"{days} day" if days == 1 else f"{days} days"


def _ahead(case: Case) -> Iterator[RaceHours]:
    """The races aimed at that the slot lies before."""
    for race in case.week.races:
        if race.is_goal and case.slot.hour < race.starts_h:
            yield race


def _no_heavy_legs(case: Case, rule: Rule) -> Iterator[Finding]:
    for race in _ahead(case):
        days = race.day - case.slot.day
        if case.is_hardest and days < rule.by["days"][race.distance][0]:
            yield found(rule, days=_counted(days))


def _nothing_new(case: Case, rule: Rule) -> Iterator[Finding]:
    for race in _ahead(case):
        days = race.day - case.slot.day
        is_last_day = days <= rule.params["no_strength_days"] and case.wanted.session_class != "mobility"
        if days <= rule.params["days"] and (case.wanted.has_new or is_last_day):
            yield found(rule)


def _last_days(case: Case, rule: Rule) -> Iterator[Finding]:
    limits = {"moderate": "moderate_hours", "plyo_low": "moderate_hours", "light": "light_hours"}
    limit = limits.get(case.wanted.session_class)
    for race in _ahead(case):
        is_close = limit and race.starts_h - case.slot.hour < rule.params[limit]
        if is_close and not case.wanted.is_primer:
            yield found(rule)


def _after_a_race(case: Case, rule: Rule) -> Iterator[Finding]:
    for race in case.week.races:
        limit, days = int(rule.by["days"][race.distance][0]), case.slot.day - race.day
        is_after = case.slot.hour >= race.starts_h and days < limit
        if is_after and case.wanted.session_class not in REST_AND_CORE:
            yield found(rule, n=_counted(limit - days))
        elif case.wanted.is_primer and case.slot.hour >= race.starts_h and days < PRIMED_DAYS:
            # It is of use before a race alone.
            yield found(rule, n=_counted(max(limit - days, 1)))


def _ill(case: Case, rule: Rule) -> Iterator[Finding]:
    if case.week.well_h is None:
        return
    rest_until = case.week.well_h + rule.params["symptom_free_hours"]
    light_until = rest_until + 24 * rule.params["light_days"]
    is_light = case.wanted.session_class in REST_AND_CORE
    if case.slot.hour < rest_until or (case.slot.hour < light_until and not is_light):
        yield found(rule)


def _ready_to_jump(case: Case, rule: Rule) -> Iterator[Finding]:
    least = {"plyo_low": rule.params["low"], "plyo_high": rule.params["high"]}.get(case.wanted.session_class)
    if least is None:
        return
    runner, is_hardest = case.runner, case.wanted.session_class == "plyo_high"
    is_strong = runner.calf_raises is not None and runner.calf_raises >= least
    is_free = runner.hop_pain is not None and runner.hop_pain <= rule.params["hop_pain"]
    has_lifted = not is_hardest or runner.lifting_weeks >= rule.params["weeks"]
    if not (is_strong and is_free and has_lifted):
        yield found(rule, n=f"{least:g}")


def _first_month(case: Case, rule: Rule) -> Iterator[Finding]:
    is_hard = case.is_hardest or (case.wanted.effort or 0) > rule.params["rpe_cap"]
    if case.runner.lifting_weeks < rule.params["weeks"] and is_hard:
        yield found(rule)


# In the order in which the first that closes a slot is named.
CHECKS: dict[str, Check] = {
    "ILL-01": _ill,
    "NOVICE-01": _first_month,
    "PLYO-02": _ready_to_jump,
    "RACE-01": _after_a_race,
    "TAPER-01": _no_heavy_legs,
    "TAPER-04": _last_days,
    "TAPER-03": _nothing_new,
}
