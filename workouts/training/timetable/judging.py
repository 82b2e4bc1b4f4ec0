"""All rules that judge a slot, in the order in which the first that closes it is named."""

from workouts.training.rules import Rules
from workouts.training.timetable import place_rules, season_rules
from workouts.training.timetable.case import Case, Finding

CHECKS = {**season_rules.CHECKS, **place_rules.CHECKS}


def findings(case: Case, rules: Rules) -> tuple[Finding, ...]:
    """Return what every rule of those given says of the slot; one that is switched off is not among them."""
    return tuple(
        found for name, check in CHECKS.items() if name in rules for found in check(case, rules[name])
    )
