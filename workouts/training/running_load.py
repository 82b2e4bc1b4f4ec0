"""How far one runs: a run held against the longest of late (LOAD-01), two weeks against two (LOAD-02)."""

import math
from dataclasses import dataclass

from workouts.training.rules import Rule, Severity
from workouts.units import DistanceUnit, distance

# What a form says under a run that needs to be confirmed.
CONFIRM = "Confirm that you mean it, or make it shorter."
# Both spans that rule LOAD-02 holds against each other.
FORTNIGHT_DAYS = 14


@dataclass(frozen=True, kw_only=True)
class Spike:
    """A run that is to be longer than the longest of late by more than rule LOAD-01 lets pass; metres."""

    planned_m: float
    longest_m: float
    rule: Rule

    @property
    def percent(self) -> int:
        """By how many per cent it is longer."""
        return round(100 * (self.planned_m / self.longest_m - 1))

    @property
    def needs_confirmation(self) -> bool:
        """Whether it is so much longer that nobody is to plan it by a slip."""
        return _is_above(self.planned_m, self.longest_m, self.rule.params["large"])

    @property
    def severity(self) -> Severity:
        case = ">2.00" if self.needs_confirmation else "1.10-2.00"
        return self.rule.cases.get(case, self.rule.severity)

    def told(self, unit: DistanceUnit, *, with_target: bool = True) -> str:
        """
        The rule's sentence, and a stronger one where the run needs to be confirmed.

        with_target: whether the length that lets the rule pass is named; not to who is to see no targets.
        """
        safe = f" Consider {_safe(self.longest_m * self.rule.params['small'], unit)}." if with_target else ""
        days = f"{self.rule.params['window_days']:g}"
        told = self.rule.told(pct=str(self.percent), window_days=days, safe=safe)
        return f"{told} {self._strongly}" if self.needs_confirmation else told

    @property
    def _strongly(self) -> str:
        large = self.rule.params["large"]
        return f"That is more than {'twice' if large == 2 else f'{large:g} times'} as long."


def spike(planned_m: float | None, longest_m: float | None, *, rule: Rule | None) -> Spike | None:
    """
    Return what rule LOAD-01 says of a run of so many metres; None where it lets it pass.

    longest_m: the longest run of the days before.  Where either is not known there is no judgement: the rule
    compares with what was run of late, and after a month without a run there is nothing to compare with.
    Source: Frandsen 2025, Br J Sports Med.
    """
    if rule is None or not planned_m or not longest_m:
        return None
    if not _is_above(planned_m, longest_m, rule.params["small"]):
        return None
    return Spike(planned_m=planned_m, longest_m=longest_m, rule=rule)


@dataclass(frozen=True, kw_only=True)
class Climb:
    """Running that rose by more than rule LOAD-02 lets pass: the last two weeks, the two before; metres."""

    now_m: float
    before_m: float
    is_novice: bool
    rule: Rule

    @property
    def severity(self) -> Severity:
        """A warning to beginners, in whom such a rise went with injuries, and advice to others."""
        return self.rule.cases.get("beginner" if self.is_novice else "otherwise", self.rule.severity)

    @property
    def is_warning(self) -> bool:
        return self.severity is Severity.WARN

    def told(self, unit: DistanceUnit) -> str:
        """The rule's sentence with what it goes by."""
        now, before = distance(self.now_m, unit), distance(self.before_m, unit)
        days = FORTNIGHT_DAYS
        percent = round(100 * (self.now_m / self.before_m - 1))
        sums = f"You ran {now} in the last {days} days and {before} in the {days} before, {percent}% more."
        return f"{self.rule.told()} {sums}"


def climb(now_m: float | None, before_m: float | None, *, is_novice: bool, rule: Rule | None) -> Climb | None:
    """
    Return what rule LOAD-02 says of the running of two weeks beside that of the two before; None if nothing.

    The handbook asks whether the distance "rose > 30 % over two weeks"; it is summed over 14 days, so that
    one missed week makes no rise.  is_novice: whether the athlete calls themselves a beginner or never said.
    That is asked of strength training, but nothing else in the app says how experienced a runner is.
    Source: Nielsen 2014, J Orthop Sports Phys Ther.
    """
    if rule is None or now_m is None or not before_m:
        return None
    if not _is_above(now_m, before_m, 1 + rule.params["pct"] / 100):
        return None
    return Climb(now_m=now_m, before_m=before_m, is_novice=is_novice, rule=rule)


def _is_above(metres: float, other: float, times: float) -> bool:
    # To the millimetre: 1.1 has no exact binary form, and a run of exactly so much is let pass.
    return round(metres, 3) > round(other * times, 3)


def _safe(metres: float, unit: DistanceUnit) -> str:
    """Rounded down, so that what is named is let pass."""
    tenths = math.floor(round(10 * metres / unit.metres, 6))
    return distance(tenths * unit.metres / 10, unit)
