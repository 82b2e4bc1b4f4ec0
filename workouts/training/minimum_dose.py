"""The least strength that keeps what was built: whether it is time to offer it (rule FREQ-02)."""

from workouts.training.phases import Phase
from workouts.training.rules import Rule

# The circuit that is offered.
MINIMAL = "ten-minute-minimal"
# What a taper, a race and a recovery ask for goes first; and who comes back from an injury has a plan for it.
NOT_IN = frozenset({Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY, Phase.RETURN_FROM_INJURY})


def is_due(
    *, days_without: int | None, known_days: int, phase: Phase | None, is_well: bool, rule: Rule
) -> bool:
    """
    Return whether the minimal circuit is to be offered.

    days_without: since the last strength session, None where none is known.  Light ones count, as they do
    for rule FREQ-01: the circuit on offer is light, and done, it must end the offer.
    known_days: for how long the athlete has kept a log, or could have; less than the rule's days say nothing.
    phase: None while nobody knows it.  is_well: neither ill nor hurt.
    """
    days = rule.params["days"]
    is_long = known_days >= days and (days_without is None or days_without >= days)
    return is_long and is_well and phase not in NOT_IN


def told(rule: Rule, *, after_easy_run: bool) -> str:
    """The rule's sentence; of a run it speaks only if there is an easy one today."""
    weeks, rest = divmod(int(rule.params["days"]), 7)
    time = f"{rule.params['days']:g} days" if rest or not weeks else _weeks(weeks)
    return rule.told(time=time, after=" after today’s easy run" if after_easy_run else "")


def _weeks(count: int) -> str:
    return {1: "A week", 2: "Two weeks", 3: "Three weeks", 4: "Four weeks"}.get(count, f"{count} weeks")
