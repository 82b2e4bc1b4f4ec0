"""What speaks against a slot, in points (handbook 5.6), and within which limits an athlete may set it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workouts.training.rules import Settable


@dataclass(frozen=True, kw_only=True)
class Costs:
    """What speaks against a slot, in points; design choices of the handbook, not measured optima."""

    warn: float = 10.0
    advise: float = 3.0
    day_without_run: float = 2.0
    # Two loaded sessions closer than so many hours cost a point for every so many hours less.
    spacing_h: float = 72.0
    spacing_step_h: float = 12.0
    light_within_a_day: float = 1.0


USUAL = Costs()

OWN_COSTS: Mapping[str, Settable] = MappingProxyType(
    {
        "warn": Settable(
            about="A place that a rule warns about",
            unit="points",
            least=5,
            most=50,
            why="Below 5 points a warning would weigh no more than a day without a run.",
        ),
        "advise": Settable(
            about="A place that a rule advises against",
            unit="points",
            least=0,
            most=50,
            at_most="warn",
        ),
        "day_without_run": Settable(about="A day without a run", unit="points", least=0, most=20),
        "spacing_h": Settable(
            about="Two loaded sessions cost points below",
            unit="hours",
            least=24,
            most=120,
            why="In less than 24 hours legs have had no day to recover.",
        ),
        "spacing_step_h": Settable(
            about="One point for every so many hours less",
            unit="hours",
            least=2,
            most=48,
            why="Below 2 hours a point, the distance between two sessions would outweigh every warning.",
        ),
        "light_within_a_day": Settable(
            about="Other strength within a day of a light session", unit="points", least=0, most=20
        ),
    }
)
