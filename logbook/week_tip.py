"""Reads whether the days of a week were all alike, and says so once it is over.  No query."""

from datetime import date, timedelta

from logbook.lately import Lately
from logbook.load.monotony import is_alike, monotony
from workouts.training.rules import Rules
from workouts.units import decimal_text, grouped
from workouts.weeks import Week

WEEKS_BEFORE = 4
# Six equal days and one off are monotonous, too; then the rule's own sentence would not be true.
WITH_A_DAY_OFF = "The days you trained look alike. Make one of them easier."


def tip(*, week: Week, lately: Lately, today: date, rules: Rules) -> str:
    """What rule LOAD-03 says of a week that is over, with what it goes by; "" where nothing."""
    rule = rules.get("LOAD-03")
    if rule is None or today <= week.last_day:
        return ""
    days = [lately.load(day, day) for day in week.days]
    mean, threshold = _mean_before(week, lately), rule.params["threshold"]
    if mean is None or not is_alike(days, mean_before=mean, threshold=threshold):
        return ""
    found = monotony(days)
    how = "Each day had the same load" if found is None else _above(found, threshold)
    load = f"{grouped(sum(days))} AU, the mean of the four weeks before {grouped(mean)} AU"
    told = rule.told() if all(days) else WITH_A_DAY_OFF
    return f"{told} {how}. The load of the week was {load}."


def _above(found: float, threshold: float) -> str:
    # Rounded up, so that 2.01 does not read as "2, above 2".
    places = 1 if round(found, 1) > threshold else 2
    return f"The monotony was {decimal_text(found, places=places)}, above {threshold:g}"


def _mean_before(week: Week, lately: Lately) -> float | None:
    """The mean load of the four weeks before in AU; None where the log begins after the first of them."""
    first = week.first_day - timedelta(weeks=WEEKS_BEFORE)
    if not lately.is_logged(date.min, first + timedelta(days=6)):
        return None
    return lately.load(first, week.first_day - timedelta(days=1)) / WEEKS_BEFORE
